package story

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/ui"
)

// row returns the place to click on of the row of a list that says the words.
func (s *Story) row(part string) fyne.CanvasObject {
	s.Helper()
	s.Settle()
	var place fyne.CanvasObject
	for _, o := range s.top() { // a row's place to click on comes before its words
		if _, ok := o.(fyne.SecondaryTappable); ok {
			place = o
		}
		if w, ok := o.(*ui.Words); ok && place != nil && strings.Contains(w.Text, part) {
			return place
		}
	}
	s.Fatalf("no row says %q; the window says:\n%s", part, s.All())
	return nil
}

// ClickRow clicks on the row of a list that says the words, with keys held.
func (s *Story) ClickRow(part string, held fyne.KeyModifier) {
	s.Helper()
	place := s.row(part)
	place.(desktop.Mouseable).MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: held})
	test.Tap(place.(fyne.Tappable))
	s.Settle()
}

// MenuOfRow clicks on the row of a list with the other button of the mouse.
func (s *Story) MenuOfRow(part string) {
	s.Helper()
	test.TapSecondary(s.row(part).(fyne.SecondaryTappable))
	s.Settle()
}

// DragHead drags the head of a column so far to the right, in many steps.
func (s *Story) DragHead(title string, dx float32) {
	s.Helper()
	s.Settle()
	for _, o := range s.top() {
		head, ok := o.(fyne.Draggable)
		if !ok || words(o) != title {
			continue
		}
		driver := fyne.CurrentApp().Driver()
		x := driver.AbsolutePositionForObject(o).X + 4
		for range 20 {
			x += dx / 20
			event := &fyne.DragEvent{Dragged: fyne.NewDelta(dx/20, 0)}
			event.Position = fyne.NewPos(x-driver.AbsolutePositionForObject(o).X, 4)
			head.Dragged(event)
		}
		head.DragEnd()
		s.Settle()
		return
	}
	s.Fatalf("no column is called %q", title)
}

// DragGrip drags the nth grip between two heads so far to the right.
func (s *Story) DragGrip(n int, dx float32) {
	s.Helper()
	s.Settle()
	for _, o := range s.top() {
		_, twice := o.(fyne.DoubleTappable)
		grip, ok := o.(fyne.Draggable)
		if !ok || !twice || words(o) != "" {
			continue
		}
		if n--; n < 0 {
			grip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(dx, 0)})
			grip.DragEnd()
			s.Settle()
			return
		}
	}
	s.Fatal("no such grip")
}

// Left returns how far from the left of the window the words are.
func (s *Story) Left(said string) float32 {
	s.Helper()
	for _, o := range s.objects() {
		if words(o) == said {
			return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).X
		}
	}
	s.Fatalf("nothing says %q", said)
	return 0
}

// Line returns the words that say exactly this.
func (s *Story) Line(said string) fyne.CanvasObject {
	s.Helper()
	s.Settle()
	for _, o := range s.objects() {
		if w, ok := o.(*ui.Words); ok && w.Text == said {
			return o
		}
	}
	s.Fatalf("nothing says %q", said)
	return nil
}
