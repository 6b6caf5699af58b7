package story

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/ui"
)

// Tap taps the button or line that says the words.
func (s *Story) Tap(part string) {
	s.Helper()
	s.Settle()
	for _, o := range s.top() {
		tappable, ok := o.(fyne.Tappable)
		if !ok {
			continue
		}
		said := words(o)
		if said != "" && strings.HasSuffix(said, part) {
			if under, ok := o.(desktop.Hoverable); ok { // the mouse comes before the click
				under.MouseIn(&desktop.MouseEvent{})
			}
			test.Tap(tappable)
			s.Settle()
			return
		}
	}
	s.Fatalf("nothing to tap says %q; the window says:\n%s", part, s.All())
}

// TapAfter taps the first button that says the words after the label.
func (s *Story) TapAfter(label, part string) {
	s.Helper()
	s.Settle()
	after := false
	for _, o := range s.top() {
		if b, ok := o.(*ui.Button); ok && after && b.Text == part {
			test.Tap(b)
			s.Settle()
			return
		}
		after = after || words(o) == label
	}
	s.Fatalf("no %q after %q; the window says:\n%s", part, label, s.All())
}

// TapAfterIn is TapAfter for a label of which only a part is known.
func (s *Story) TapAfterIn(label, part string) {
	s.Helper()
	s.Settle()
	for _, o := range s.top() {
		if w, ok := o.(*ui.Words); ok && strings.Contains(w.Text, label) {
			s.TapAfter(w.Text, part)
			return
		}
	}
	s.Fatalf("no %q; the window says:\n%s", label, s.All())
}

// TapAfterLine taps the first line of a list that says the words after the
// label.
func (s *Story) TapAfterLine(label, part string) {
	s.Helper()
	s.Settle()
	after := false
	for _, o := range s.top() {
		t, ok := o.(fyne.Tappable)
		if ok && after && strings.Contains(words(o), part) {
			test.Tap(t)
			s.Settle()
			return
		}
		after = after || words(o) == label
	}
	s.Fatalf("no %q after %q; the window says:\n%s", part, label, s.All())
}

// TapRow clicks on the row of a list that says the words.
func (s *Story) TapRow(part string) {
	s.Helper()
	s.Settle()
	var place fyne.Tappable
	for _, o := range s.top() { // a row's place to click on comes before its words
		if t, ok := o.(fyne.Tappable); ok {
			place = t
		}
		if w, ok := o.(*ui.Words); ok && place != nil && strings.Contains(w.Text, part) {
			test.Tap(place)
			s.Settle()
			return
		}
	}
	s.Fatalf("no row says %q; the window says:\n%s", part, s.All())
}

// Fill types into the field that stands nearest after the label. What was in it
// is replaced.
func (s *Story) Fill(label, typed string) {
	s.Helper()
	e := s.Field(label)
	s.Window.Canvas().Focus(e)
	e.SetText("")
	test.Type(e, typed)
	s.Settle()
}

// FillCell types into the nth field, from 0, after the label of a table.
func (s *Story) FillCell(label string, n int, typed string) {
	s.Helper()
	after := false
	for _, o := range s.top() {
		if e, ok := o.(*ui.Entry); ok && after {
			if n == 0 {
				s.Window.Canvas().Focus(e)
				e.SetText("")
				test.Type(e, typed)
				s.Settle()
				return
			}
			n--
		}
		after = after || words(o) == label
	}
	s.Fatalf("the table %q has no such field", label)
}

// Field returns the field that stands nearest after the label.
func (s *Story) Field(label string) *ui.Entry {
	s.Helper()
	s.Settle()
	after := false
	for _, o := range s.top() {
		if e, ok := o.(*ui.Entry); ok && after {
			return e
		}
		if words(o) == label {
			after = true
		}
	}
	s.Fatalf("no field after %q; the window says:\n%s", label, s.All())
	return nil
}

// Choose takes an option of the drop-down list that stands nearest after the
// label.
func (s *Story) Choose(label, option string) {
	s.Helper()
	after := false
	for _, o := range s.top() {
		if list, ok := o.(interface{ SetSelected(string) }); ok && after {
			list.SetSelected(option)
			s.Settle()
			return
		}
		after = after || words(o) == label
	}
	s.Fatalf("no list after %q; the window says:\n%s", label, s.All())
}

// Tick ticks or clears the box that says the words.
func (s *Story) Tick(part string, ticked bool) {
	s.Helper()
	for _, o := range s.top() {
		if box, ok := o.(interface{ SetChecked(bool) }); ok && words(o) == part {
			box.SetChecked(ticked)
			s.Settle()
			return
		}
	}
	s.Fatalf("no box says %q; the window says:\n%s", part, s.All())
}

// TapIcon taps a button without words in a table of a form: the nth of the
// three of a row, the rows counted from 0 below the label.
func (s *Story) TapIcon(label string, row, n int) {
	s.Helper()
	s.Settle()
	after, seen := false, 0
	for _, o := range s.top() {
		b, ok := o.(*ui.Button)
		if ok && after && b.Text == "" {
			if seen == 3*row+n {
				test.Tap(b)
				s.Settle()
				return
			}
			seen++
		}
		after = after || words(o) == label
	}
	s.Fatalf("no button %d in row %d after %q", n, row, label)
}

// TapSign taps the first icon alone that means the words.
func (s *Story) TapSign(means string) {
	s.Helper()
	s.Settle()
	for _, o := range s.top() {
		b, ok := o.(interface {
			fyne.Tappable
			fyne.Accessible
		})
		if ok && b.AccessibilityLabel() == means {
			test.Tap(b)
			s.Settle()
			return
		}
	}
	s.Fatalf("no sign means %q", means)
}

// Hover puts the mouse over what says or means the words.
func (s *Story) Hover(means string) {
	s.Helper()
	s.Settle()
	for _, o := range s.top() {
		if under, ok := o.(desktop.Hoverable); ok && words(o) == means {
			under.MouseIn(&desktop.MouseEvent{})
			return
		}
	}
	s.Fatalf("nothing to hover over says %q; the window says:\n%s", means, s.All())
}

// TapDrawn clicks where the words are drawn by what has no words of its own.
func (s *Story) TapDrawn(part string) {
	s.Helper()
	s.Settle()
	driver := fyne.CurrentApp().Driver()
	for _, o := range s.top() {
		if t, ok := o.(*canvas.Text); ok && ui.Unkeyed(t.Text) == part {
			test.TapCanvas(s.Window.Canvas(), driver.AbsolutePositionForObject(t).AddXY(t.Size().Width/2, t.Size().Height/2))
			s.Settle()
			return
		}
	}
	s.Fatalf("%q is not drawn", part)
}

// Press presses a key where the keyboard is.
func (s *Story) Press(keys ...fyne.KeyName) {
	s.Helper()
	for _, key := range keys {
		event := &fyne.KeyEvent{Name: key}
		if focused := s.Window.Canvas().Focused(); focused != nil {
			focused.TypedKey(event)
		} else {
			s.Window.Canvas().OnTypedKey()(event)
		}
		s.Settle()
	}
}

// Type types words where the keyboard is.
func (s *Story) Type(typed string) {
	s.Helper()
	focused := s.Window.Canvas().Focused()
	if focused == nil {
		s.Fatal("nothing has the keyboard")
	}
	for _, r := range typed {
		focused.TypedRune(r)
	}
	s.Settle()
}

// Command does what the menu item of the words does.
func (s *Story) Command(words string) {
	s.Helper()
	for _, menu := range s.Window.MainMenu().Items {
		for _, item := range menu.Items {
			if ui.Unkeyed(item.Label) == words {
				item.Action()
				s.Settle()
				return
			}
		}
	}
	s.Fatalf("the menu has no %q", words)
}

// Wheel turns the mouse wheel over a field.
func (s *Story) Wheel(over fyne.CanvasObject, dy float32) {
	s.Helper()
	var place fyne.Scrollable
	for _, o := range visible(nil, over) { // what lies on top comes last
		if scrollable, ok := o.(fyne.Scrollable); ok {
			place = scrollable
		}
	}
	if place == nil {
		s.Fatal("nothing there can be scrolled")
	}
	place.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, dy)})
	s.Settle()
}

// Top returns how far below the top of the window an object is.
func (s *Story) Top(o fyne.CanvasObject) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
}
