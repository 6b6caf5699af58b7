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
	inner   *canvas.Rectangle // parts the ring from a control of nearly its colour
	focused func() bool
	radius  fyne.ThemeSizeName
	edge    fyne.ThemeColorName // of the control while it has not the focus; empty for none
	edged   bool                // the control draws an edge itself
	above   fyne.CanvasObject   // lies over the control; may be nil
}

func newRinged(inner fyne.WidgetRenderer, radius fyne.ThemeSizeName, focused func() bool) *ringed {
	r := &ringed{WidgetRenderer: inner, ring: &canvas.Rectangle{}, inner: &canvas.Rectangle{}, focused: focused, radius: radius}
	r.paint()
	return r
}

func (r *ringed) Objects() []fyne.CanvasObject {
	inner := r.WidgetRenderer.Objects()
	inner = append(inner[:len(inner):len(inner)], r.inner, r.ring)
	if r.above != nil {
		inner = append(inner, r.above)
	}
	return inner
}

func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Resize(size)
	width := theme.Size(sizeFocus)
	r.inner.Move(fyne.NewSquareOffsetPos(width))
	r.inner.Resize(size.SubtractWidthHeight(2*width, 2*width))
	if r.above != nil {
		r.above.Resize(size)
	}
}

func (r *ringed) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
}

func (r *ringed) paint() {
	focused, edge := r.focused(), r.edge
	if edge == "" {
		edge = colourOutline
	}
	r.ring.CornerRadius, r.inner.CornerRadius = theme.Size(r.radius), max(theme.Size(r.radius)-theme.Size(sizeFocus), 0)
	r.inner.Hidden = !focused
	r.inner.StrokeColor, r.inner.StrokeWidth = colour(colourSurface), 1
	r.ring.StrokeColor, r.ring.StrokeWidth = colour(edge), theme.Size(sizeLine)
	if focused {
		r.ring.StrokeColor, r.ring.StrokeWidth = colour(colourRing), theme.Size(sizeFocus)
	}
	_, _, _, seen := r.ring.StrokeColor.RGBA()
	r.ring.Hidden = seen == 0 || r.edged && !focused
	r.ring.Refresh()
	r.inner.Refresh()
}
