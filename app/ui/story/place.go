package story

import (
	"fyne.io/fyne/v2"
)

// Place returns where the nth object, from 0, is that says exactly the words.
func (s *Story) Place(said string, n int) fyne.Position {
	s.Helper()
	s.Settle()
	for _, o := range s.top() {
		if words(o) != said {
			continue
		}
		if n == 0 {
			return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		}
		n--
	}
	s.Fatalf("no %q is there so often; the window says:\n%s", said, s.All())
	return fyne.Position{}
}
