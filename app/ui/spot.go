package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// spot is what our own controls have in common that are clicked on: the mouse
// lights it up, the keyboard rings it, Space and Enter click on it, and other
// keys are handed on. What it looks like is its owner's.
type spot struct {
	widget.BaseWidget
	desk             *Desk
	tapped           func()
	tip              func() string // what is said beside it while the mouse or the keyboard stays; nil for nothing
	hovered, focused bool
	owner            fyne.Widget
}

var (
	_ fyne.Focusable     = (*spot)(nil)
	_ desktop.Hoverable  = (*spot)(nil)
	_ desktop.Cursorable = (*spot)(nil)
)

// own makes a widget of the spot's owner.
func (s *spot) own(owner fyne.Widget, d *Desk, tapped func()) {
	s.owner, s.desk, s.tapped = owner, d, tapped
	s.ExtendBaseWidget(owner)
}

// Tapped does what the control is for.
func (s *spot) Tapped(*fyne.PointEvent) {
	s.desk.tipping().leave(s.owner)
	s.desk.guard(s.tapped)
}

func (s *spot) MouseIn(*desktop.MouseEvent)    { s.hovered = true; s.stay() }
func (s *spot) MouseMoved(*desktop.MouseEvent) {}
func (s *spot) MouseOut()                      { s.hovered = false; s.gone() }
func (s *spot) FocusGained()                   { s.focused = true; s.stay(); reveal(s.owner) }
func (s *spot) FocusLost()                     { s.focused = false; s.gone() }
func (s *spot) TypedRune(rune)                 {}
func (s *spot) Cursor() desktop.Cursor         { return desktop.PointerCursor }

// TypedKey does what the control is for by Space or Enter.
func (s *spot) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.Tapped(nil)
	default:
		s.desk.typed(key)
	}
}

// AccessibilityRole is that of a button.
func (s *spot) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// stay is called when the mouse or the keyboard has come.
func (s *spot) stay() {
	s.Refresh()
	if s.tip != nil {
		s.desk.tipping().over(s.owner, s.tip())
	}
}

func (s *spot) gone() {
	s.Refresh()
	s.desk.tipping().leave(s.owner)
}

// paint fills what is behind the control, and rings it while it has the keyboard.
func (s *spot) paint(ground *canvas.Rectangle, fill, ring fyne.ThemeColorName) {
	ground.FillColor, ground.StrokeWidth = colour(fill), 0
	if s.focused {
		ground.StrokeColor, ground.StrokeWidth = colour(ring), theme.Size(sizeFocus)
	}
}
