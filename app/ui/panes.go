package ui

import (
	"slices"

	"fyne.io/fyne/v2"
)

// pane puts the keyboard into the next part of the window, or the one before
// for -1: the sections, each side of what is split, the notice at the foot.
func (f *Frame) pane(step int) {
	panes := f.panes()
	if len(panes) == 0 {
		return
	}
	canvas := f.desk.Window.Canvas()
	focused := canvas.Focused()
	at := -1
	if focused != nil {
		at = slices.IndexFunc(panes, func(p []fyne.Focusable) bool { return slices.Contains(p, focused) })
	}
	if at < 0 {
		at = 0 // as if from the sections, which need no keyboard of their own
	} else {
		f.last = append(slices.DeleteFunc(f.last, func(o fyne.Focusable) bool { return slices.Contains(panes[at], o) }), focused)
	}
	next := panes[(at+step+len(panes))%len(panes)]
	to := next[0]
	if f.at >= 0 && slices.Contains(next, fyne.Focusable(f.side[f.at])) {
		to = f.side[f.at]
	}
	for _, o := range f.last { // back to where it was there
		if slices.Contains(next, o) {
			to = o
		}
	}
	canvas.Focus(to)
}

// panes returns the controls of each part of the window that has any, in their
// order on the screen.
func (f *Frame) panes() [][]fyne.Focusable {
	var parts []fyne.CanvasObject
	parts = append(parts, f.entries)
	for _, o := range f.body.Objects {
		parts = sides(parts, o)
	}
	parts = append(parts, f.bar.body)
	var panes [][]fyne.Focusable
	for _, part := range parts {
		if controls := shownControls(nil, part); len(controls) > 0 {
			panes = append(panes, controls)
		}
	}
	return panes
}

// sides appends the sides of what is split in o, or o itself if nothing is.
func sides(list []fyne.CanvasObject, o fyne.CanvasObject) []fyne.CanvasObject {
	if s := splitIn(o); s != nil {
		return sides(sides(list, s.first), s.second)
	}
	return append(list, o)
}

// splitIn returns the outermost split in o, nil for none.
func splitIn(o fyne.CanvasObject) *split {
	if s, ok := o.(*split); ok {
		return s
	}
	for _, child := range children(o) {
		if s := splitIn(child); s != nil && child.Visible() {
			return s
		}
	}
	return nil
}

// shownControls appends what is shown in o and can have the keyboard, in the
// order of the Tab key.
func shownControls(list []fyne.Focusable, o fyne.CanvasObject) []fyne.Focusable {
	if !o.Visible() {
		return list
	}
	if off, can := o.(fyne.Disableable); can && off.Disabled() {
		return list
	}
	if control, ok := o.(fyne.Focusable); ok {
		return append(list, control)
	}
	for _, child := range children(o) {
		list = shownControls(list, child)
	}
	return list
}
