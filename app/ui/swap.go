package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Swap puts o into box in place of what was there, the way a screen shows what
// it has read. If o is the same page read afresh, the user stays where they were
// on it: as far down, and with the keyboard at the same control, if that is
// there again. A control that is gone gives the keyboard away, or the next key
// would still work it.
func (d *Desk) Swap(box *fyne.Container, o fyne.CanvasObject, same bool) {
	canvas := d.Window.Canvas()
	var old []fyne.Focusable
	var down float32
	for _, was := range box.Objects {
		old = controls(old, was)
		if page, ok := was.(*container.Scroll); ok {
			down = page.Offset.Y
		}
	}
	at := slices.Index(old, canvas.Focused())
	box.Objects = []fyne.CanvasObject{o}
	box.Refresh()
	if page, ok := o.(*container.Scroll); ok && same {
		page.ScrollToOffset(fyne.NewPos(0, down))
	}
	if at < 0 {
		return
	}
	if fresh := controls(nil, o); same && at < len(fresh) && called(fresh, at) == called(old, at) {
		canvas.Focus(fresh[at])
		return
	}
	canvas.Unfocus()
}

// called tells a control by its words and those of the one before it: a page has
// many buttons of the same words.
func called(controls []fyne.Focusable, at int) [2]string {
	var names [2]string
	for i := range names {
		if c, ok := controls[max(at-i, 0)].(fyne.Accessible); ok {
			names[i] = c.AccessibilityLabel()
		}
	}
	return names
}

// controls appends what can have the keyboard in o, in the order of the Tab key.
func controls(list []fyne.Focusable, o fyne.CanvasObject) []fyne.Focusable {
	switch o := o.(type) {
	case fyne.Focusable:
		return append(list, o)
	case *fyne.Container:
		for _, child := range o.Objects {
			list = controls(list, child)
		}
	case *container.Scroll:
		return controls(list, o.Content)
	case *split:
		for _, part := range o.parts() {
			list = controls(list, part)
		}
	}
	return list
}
