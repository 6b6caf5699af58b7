package ui

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"visitdesk/data/career"
)

// Button is a button that Enter presses as Space does.
type Button struct {
	widget.Button
	desk    *Desk
	sign    string // what its icon means, where it has no words
	tip     string // what is said beside it while the mouse or the keyboard stays there
	phrase  string // of its words; empty where they are none
	focused bool
}

// Button returns a button with the words of phrase. If a command has the same
// phrase, a tip tells its key.
func (d *Desk) Button(phrase string, do func()) *Button {
	b := d.button(d.T(phrase), nil, do)
	b.phrase = phrase
	return b
}

// MainButton returns the one button of a page that is most likely wanted.
func (d *Desk) MainButton(phrase string, do func()) *Button {
	b := d.Button(phrase, do)
	b.Importance = widget.HighImportance
	return b
}

// LinkButton returns a button that looks like text, for what stands in a row.
func (d *Desk) LinkButton(words string, do func()) *Button {
	b := d.button(words, nil, do)
	b.Importance = widget.LowImportance
	return b
}

func (d *Desk) iconButton(phrase string, icon fyne.ThemeIconName, do func()) *Button {
	b := d.button(d.T(phrase), theme.Icon(icon), do)
	b.Importance = widget.LowImportance
	return b
}

// signButton returns a button of an icon alone, for where there is no room for
// words; a screen reader says the phrase.
func (d *Desk) signButton(phrase string, icon fyne.ThemeIconName, do func()) *Button {
	b := d.button("", theme.Icon(icon), do)
	b.Importance = widget.LowImportance
	b.sign, b.phrase = d.T(phrase), phrase
	return b
}

// AccessibilityLabel is what a screen reader says.
func (b *Button) AccessibilityLabel() string { return cmp.Or(b.Text, b.sign) }

func (d *Desk) button(words string, icon fyne.Resource, do func()) *Button {
	b := &Button{desk: d}
	b.Text, b.Icon = words, icon
	b.OnTapped = func() { d.guard(do) }
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer adds the ring to Fyne's button.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(b.Button.CreateRenderer(), theme.SizeNameButtonRadius, func() bool { return b.focused })
}

// FocusGained shows the ring and comes into view.
func (b *Button) FocusGained() {
	b.focused = true
	b.Button.FocusGained()
	reveal(b)
	b.desk.tipping().over(b, b.hint())
}

// FocusLost hides the ring.
func (b *Button) FocusLost() { b.focused = false; b.Button.FocusLost(); b.desk.tipping().leave(b) }

// MouseIn lights the button up.
func (b *Button) MouseIn(m *desktop.MouseEvent) {
	b.Button.MouseIn(m)
	b.desk.tipping().over(b, b.hint())
}

// MouseOut ends that.
func (b *Button) MouseOut() { b.Button.MouseOut(); b.desk.tipping().leave(b) }

// Tapped presses the button.
func (b *Button) Tapped(at *fyne.PointEvent) {
	b.desk.tipping().leave(b)
	b.Button.Tapped(at)
}

// hint is what the tip of the button says; empty for none.
func (b *Button) hint() string {
	key := ""
	if b.phrase != "" {
		key = b.desk.keyOf(b.phrase)
	}
	return Dot(cmp.Or(b.tip, b.sign), key)
}

// TypedKey presses the button by Space or Enter and hands other keys on.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(&fyne.PointEvent{})
	default:
		b.desk.typed(key)
	}
}

// check is a box to tick.
type check struct {
	widget.Check
	desk    *Desk
	focused bool
}

// Check returns a box to tick with the given words.
func (d *Desk) Check(words string, ticked bool, changed func(bool)) fyne.CanvasObject {
	c := &check{desk: d}
	c.Text, c.Checked = words, ticked
	c.OnChanged = func(ticked bool) { d.guard(func() { changed(ticked) }) }
	c.ExtendBaseWidget(c)
	return c
}

func (c *check) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(c.Check.CreateRenderer(), theme.SizeNameInputRadius, func() bool { return c.focused })
}

func (c *check) FocusGained() { c.focused = true; c.Check.FocusGained(); reveal(c) }
func (c *check) FocusLost()   { c.focused = false; c.Check.FocusLost() }

// AccessibilityLabel is what a screen reader says.
func (c *check) AccessibilityLabel() string { return c.Text }

// AccessibilityRole is that of a button.
func (c *check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// TypedKey hands every key on; Fyne ticks the box by the rune of the space bar.
func (c *check) TypedKey(key *fyne.KeyEvent) { c.desk.typed(key) }

// selection is a drop-down list.
type selection struct {
	widget.Select
	desk    *Desk
	focused bool
}

// Select returns a drop-down list of words. chosen is the index of the one
// shown at first, -1 for none; changed is told the index.
func (d *Desk) Select(words []string, chosen int, changed func(int)) fyne.CanvasObject {
	return d.newSelection(words, chosen, changed)
}

func (d *Desk) newSelection(words []string, chosen int, changed func(int)) *selection {
	s := &selection{desk: d}
	s.Options, s.PlaceHolder = words, d.T("word.choose")
	if chosen >= 0 {
		s.Selected = words[chosen]
	}
	s.OnChanged = func(string) { d.guard(func() { changed(s.SelectedIndex()) }) }
	s.ExtendBaseWidget(s)
	return s
}

// SelectOf returns a drop-down list of the codes of a closed list, the one
// named chosen shown at first.
func SelectOf[C career.Code](d *Desk, codes []C, chosen C, changed func(C)) fyne.CanvasObject {
	words, at := make([]string, len(codes)), -1
	for i, c := range codes {
		words[i] = d.T(c.Key())
		if c.Key() == chosen.Key() {
			at = i
		}
	}
	return d.Select(words, at, func(i int) { changed(codes[i]) })
}

func (s *selection) CreateRenderer() fyne.WidgetRenderer {
	r := newRinged(s.Select.CreateRenderer(), theme.SizeNameInputRadius, func() bool { return s.focused })
	r.edge = theme.ColorNameInputBorder
	r.paint()
	return r
}

func (s *selection) FocusGained() { s.focused = true; s.Select.FocusGained(); reveal(s) }
func (s *selection) FocusLost()   { s.focused = false; s.Select.FocusLost() }

// AccessibilityLabel is what a screen reader says.
func (s *selection) AccessibilityLabel() string { return s.Selected }

// AccessibilityRole is that of a button.
func (s *selection) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// TypedKey opens the list by Enter as by Space and hands on what it does not
// use.
func (s *selection) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		s.Select.TypedKey(key)
	default:
		s.desk.typed(key)
	}
}
