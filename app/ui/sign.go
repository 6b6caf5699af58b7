package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sign is an icon to click on that the Tab key passes by: what it does is done by
// a key of the field beside it, which its tip tells.
type sign struct {
	widget.BaseWidget
	desk  *Desk
	means string
	key   string // of the field beside it
	do    func()
	icon  fyne.ThemeIconName
	over  bool
}

var (
	_ fyne.Tappable      = (*sign)(nil)
	_ desktop.Hoverable  = (*sign)(nil)
	_ desktop.Cursorable = (*sign)(nil)
)

// fieldSign returns a sign that means the phrase.
func (d *Desk) fieldSign(phrase string, icon fyne.ThemeIconName, key string, do func()) *sign {
	s := &sign{desk: d, means: d.T(phrase), key: key, icon: icon, do: do}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped does what the sign means.
func (s *sign) Tapped(*fyne.PointEvent) {
	s.desk.tipping().leave(s)
	s.desk.guard(s.do)
}

// MouseIn lights the sign up.
func (s *sign) MouseIn(*desktop.MouseEvent) {
	s.over = true
	s.Refresh()
	s.desk.tipping().over(s, Dot(s.means, s.key))
}

// MouseMoved does nothing.
func (s *sign) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends that.
func (s *sign) MouseOut() {
	s.over = false
	s.Refresh()
	s.desk.tipping().leave(s)
}

// Cursor is the hand.
func (s *sign) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel is what a screen reader says.
func (s *sign) AccessibilityLabel() string { return s.means }

// AccessibilityRole is that of a button.
func (s *sign) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer draws the icon, and a ground under it while the mouse is there.
func (s *sign) CreateRenderer() fyne.WidgetRenderer {
	ground := newGround(theme.ColorNameHover, "", 6)
	r := &signRenderer{sign: s, ground: ground}
	r.WidgetRenderer = widget.NewSimpleRenderer(container.NewStack(ground, container.NewCenter(container.New(insets{8, 8, 8, 8}, newIcon(s.icon, theme.IconInlineSize())))))
	r.Refresh()
	return r
}

type signRenderer struct {
	fyne.WidgetRenderer
	sign   *sign
	ground *Ground
}

func (r *signRenderer) Refresh() {
	r.ground.Hidden = !r.sign.over
	r.WidgetRenderer.Refresh()
}
