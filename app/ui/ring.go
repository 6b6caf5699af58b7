package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// ringed draws a ring around a control while it has the focus: Fyne's own sign
// is a tint that many eyes miss.
type ringed struct {
	fyne.WidgetRenderer
	ring    *canvas.Rectangle
	focused func() bool
	radius  fyne.ThemeSizeName
	edge    fyne.ThemeColorName // of the control while it has not the focus; empty for none
	above   fyne.CanvasObject   // lies over the control; may be nil
}

func newRinged(inner fyne.WidgetRenderer, radius fyne.ThemeSizeName, focused func() bool) *ringed {
	r := &ringed{WidgetRenderer: inner, ring: &canvas.Rectangle{}, focused: focused, radius: radius}
	r.paint()
	return r
}

func (r *ringed) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	inner = append(inner[:len(inner):len(inner)], r.ring)
	if r.above != nil {
		inner = append(inner, r.above)
	}
	return inner
}

func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Resize(size)
	if r.above != nil {
		r.above.Resize(size)
	}
}

func (r *ringed) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
}

func (r *ringed) paint() {
	r.ring.CornerRadius = theme.Size(r.radius)
	r.ring.Hidden = !r.focused() && r.edge == ""
	switch {
	case r.focused():
		r.ring.StrokeColor, r.ring.StrokeWidth = colour(colourRing), sizeRing
	case r.edge != "":
		r.ring.StrokeColor, r.ring.StrokeWidth = colour(r.edge), 1
	}
	r.ring.Refresh()
}
