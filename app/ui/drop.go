package ui

import (
	"fyne.io/fyne/v2"
)

// dropTarget is a control that files can be dropped onto.
type dropTarget interface {
	fyne.CanvasObject
	dropped(paths []string)
}

// Dropped gives files that were dropped onto the window to the control under the
// pointer, or to the only one of the page that takes any.
func (d *Desk) Dropped(at fyne.Position, files []fyne.URI) {
	var paths []string
	for _, file := range files {
		if file.Scheme() == "file" {
			paths = append(paths, file.Path())
		}
	}
	if len(paths) == 0 || d.asking() || d.frame == nil {
		return
	}
	root := d.Window.Canvas().Content()
	target := under(root, at)
	if all := targets(nil, root); target == nil && len(all) == 1 {
		target = all[0]
	}
	if target == nil {
		d.Told(d.T("told.dropped_nowhere"))
		return
	}
	d.guard(func() { target.dropped(paths) })
}

// under returns the control at a place within o that takes files, or nil.
func under(o fyne.CanvasObject, at fyne.Position) dropTarget {
	if !o.Visible() || at.X < 0 || at.Y < 0 || at.X >= o.Size().Width || at.Y >= o.Size().Height {
		return nil
	}
	inside := children(o)
	for i := len(inside) - 1; i >= 0; i-- { // what lies on top comes last
		if target := under(inside[i], at.Subtract(inside[i].Position())); target != nil {
			return target
		}
	}
	target, _ := o.(dropTarget)
	return target
}

// targets appends all controls in o that take files.
func targets(list []dropTarget, o fyne.CanvasObject) []dropTarget {
	if !o.Visible() {
		return list
	}
	if target, ok := o.(dropTarget); ok {
		return append(list, target)
	}
	for _, child := range children(o) {
		list = targets(list, child)
	}
	return list
}
