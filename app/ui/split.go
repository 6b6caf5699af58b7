package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	sizeGrip    = 8   // the width of the grip between two panes
	leastPane   = 240 // no pane is made narrower by hand
	shareFirst  = 0.46
	gripStep    = 24
	prefixSplit = "split " // of the preference that keeps a share
)

// Split shows two objects side by side with a grip between them. The grip goes
// where the mouse drags it, or the arrow keys while it has the keyboard; a
// double click or Home puts it back. Where it stands is remembered under the
// name. F6 goes from one side to the other.
func (d *Desk) Split(name string, first, second fyne.CanvasObject) fyne.CanvasObject {
	s := &split{name: prefixSplit + name, first: first, second: second}
	s.share = float32(fyne.CurrentApp().Preferences().FloatWithFallback(s.name, shareFirst))
	if s.share <= 0 || s.share >= 1 {
		s.share = shareFirst
	}
	s.grip = newGrip(d, s)
	s.ExtendBaseWidget(s)
	return s
}

// split is two panes and what is between them.
type split struct {
	widget.BaseWidget
	name          string // of the preference
	first, second fyne.CanvasObject
	grip          *grip
	share         float32 // of the width, that the first pane has
}

// parts are what is laid out in it; see children.
func (s *split) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.first, s.grip, s.second}
}

func (s *split) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(panes{s}, s.parts()...))
}

// move puts the grip so far from the left of the panes; remember keeps it.
func (s *split) move(x float32, remember bool) {
	room := s.Size().Width - sizeGrip
	if room <= 0 {
		return
	}
	s.share = s.width(x, room) / room
	s.Refresh()
	if remember {
		s.keep()
	}
}

func (s *split) keep() { fyne.CurrentApp().Preferences().SetFloat(s.name, float64(s.share)) }

// reset puts the grip where it stood before anybody moved it.
func (s *split) reset() {
	s.share = shareFirst
	fyne.CurrentApp().Preferences().RemoveValue(s.name)
	s.Refresh()
}

// width returns how wide the first pane is when x is asked for: both keep what
// they need, as long as there is room for both.
func (s *split) width(x, room float32) float32 {
	need, other := max(s.first.MinSize().Width, grown(leastPane)), max(s.second.MinSize().Width, grown(leastPane))
	if need+other > room {
		need, other = s.first.MinSize().Width, s.second.MinSize().Width
	}
	return max(min(x, room-other), need)
}

// panes lays a split out.
type panes struct{ split *split }

func (l panes) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := l.split.first.MinSize(), l.split.second.MinSize()
	return fyne.NewSize(a.Width+sizeGrip+b.Width, max(a.Height, b.Height))
}

func (l panes) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s, room := l.split, size.Width-sizeGrip
	width := s.width(s.share*room, room)
	s.first.Move(fyne.NewPos(0, 0))
	s.first.Resize(fyne.NewSize(width, size.Height))
	s.grip.Move(fyne.NewPos(width, 0))
	s.grip.Resize(fyne.NewSize(sizeGrip, size.Height))
	s.second.Move(fyne.NewPos(width+sizeGrip, 0))
	s.second.Resize(fyne.NewSize(room-width, size.Height))
}

// grip is the place between two panes that can be dragged.
type grip struct {
	widget.BaseWidget
	desk             *Desk
	split            *split
	hovered, focused bool
}

var (
	_ fyne.Focusable      = (*grip)(nil)
	_ fyne.Draggable      = (*grip)(nil)
	_ fyne.DoubleTappable = (*grip)(nil)
	_ desktop.Hoverable   = (*grip)(nil)
	_ desktop.Cursorable  = (*grip)(nil)
)

func newGrip(d *Desk, s *split) *grip {
	g := &grip{desk: d, split: s}
	g.ExtendBaseWidget(g)
	return g
}

func (g *grip) Cursor() desktop.Cursor         { return desktop.HResizeCursor }
func (g *grip) MouseIn(*desktop.MouseEvent)    { g.hovered = true; g.Refresh() }
func (g *grip) MouseMoved(*desktop.MouseEvent) {}
func (g *grip) MouseOut()                      { g.hovered = false; g.Refresh() }
func (g *grip) FocusGained()                   { g.focused = true; g.Refresh() }
func (g *grip) FocusLost()                     { g.focused = false; g.Refresh() }
func (g *grip) TypedRune(rune)                 {}

// Dragged moves the grip with the mouse.
func (g *grip) Dragged(e *fyne.DragEvent) { g.split.move(g.Position().X+e.Dragged.DX, false) }

// DragEnd remembers where the grip was left.
func (g *grip) DragEnd() { g.split.keep() }

// DoubleTapped puts the grip back.
func (g *grip) DoubleTapped(*fyne.PointEvent) { g.split.reset() }

// TypedKey moves the grip by the arrows and hands other keys on.
func (g *grip) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft:
		g.split.move(g.Position().X-gripStep, true)
	case fyne.KeyRight:
		g.split.move(g.Position().X+gripStep, true)
	case fyne.KeyHome:
		g.split.reset()
	default:
		g.desk.typed(key)
	}
}

// AccessibilityLabel is what a screen reader says.
func (g *grip) AccessibilityLabel() string { return g.desk.T("word.grip") }

// AccessibilityRole is that of a button.
func (g *grip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	line, mark := &canvas.Rectangle{}, &canvas.Rectangle{CornerRadius: 2}
	r := &gripRenderer{grip: g, line: line, mark: mark}
	r.Refresh()
	return r
}

// gripRenderer draws a hair line, and a mark to take hold of while the mouse or
// the keyboard is there.
type gripRenderer struct {
	grip       *grip
	line, mark *canvas.Rectangle
}

func (r *gripRenderer) Destroy()                     {}
func (r *gripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line, r.mark} }
func (r *gripRenderer) MinSize() fyne.Size           { return fyne.NewSize(sizeGrip, 48) }

func (r *gripRenderer) Layout(size fyne.Size) {
	r.line.Move(fyne.NewPos(size.Width/2, 0))
	r.line.Resize(fyne.NewSize(1, size.Height))
	r.mark.Move(fyne.NewPos(size.Width/2-1.5, size.Height/2-20))
	r.mark.Resize(fyne.NewSize(4, 40))
}

func (r *gripRenderer) Refresh() {
	r.line.FillColor = colour(theme.ColorNameSeparator)
	r.mark.FillColor = colour(theme.ColorNameInputBorder)
	r.mark.Hidden = !r.grip.hovered && !r.grip.focused
	if r.grip.focused {
		r.mark.FillColor = colour(colourRing)
	}
	r.Layout(r.grip.Size())
	canvas.Refresh(r.grip)
}

// Beside shows a list and what is chosen in it, side by side; name tells one
// such pair from another.
func (d *Desk) Beside(name string, list, detail fyne.CanvasObject) fyne.CanvasObject {
	return d.Split(name, container.New(insets{sizeGap, 8, 0, sizeGap}, list), detail)
}
