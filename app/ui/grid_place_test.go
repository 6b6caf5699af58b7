package ui_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// row is a Source's Row.
func (s *shelf) row(_ context.Context, id string) (string, error) {
	for _, r := range s.rows {
		if r == id {
			return r, nil
		}
	}
	return "", career.ErrNotFound
}

// These stories are about long lists and where the user is in them.

// Whoever is far down in a list is still there after it is read afresh.
func TestListKeepsThePlace(t *testing.T) {
	s, l := newGrid(t, newShelf(350))
	l.Focus()
	s.Press(fyne.KeyEnd, fyne.KeyEnd, fyne.KeyUp)
	want, _ := l.Chosen()
	l.Refresh()
	s.Settle()
	if got, _ := l.Chosen(); got != want || want < "row 0150" {
		t.Errorf("chosen is %q, was %q", got, want)
	}
	s.See(want)
}

// A row chosen from elsewhere is shown, however far down it is and whatever is
// looked for; its own place in the list does not show it twice.
func TestListShowsWhatWasChosenElsewhere(t *testing.T) {
	shelf := newShelf(250)
	s, _ := newGrid(t, shelf)
	l := ui.NewGrid(s.Desk, "visit.find", ui.Source[string]{Page: shelf.page, ID: same, Cursor: same, Row: shelf.row},
		ui.Empty{Phrase: "visit.none"}, ui.Column[string]{Title: "visit.employer", Text: same})
	s.Show(&listPage{page: newPage(), list: l})
	l.Choose("row 0222")
	l.Refresh()
	s.Settle()
	if got, _ := l.Chosen(); got != "row 0222" {
		t.Fatalf("chosen is %q", got)
	}
	l.Focus()
	s.Press(fyne.KeyEnd, fyne.KeyEnd, fyne.KeyEnd, fyne.KeyEnd)
	if n := l.Len(); n != 250 {
		t.Errorf("the list has %d rows of 250", n)
	}
	l.Find()
	s.Type("0001")
	l.Choose("row 0100")
	l.Refresh()
	s.Settle()
	if got, _ := l.Chosen(); got != "row 0100" {
		t.Errorf("while looking for something, chosen is %q", got)
	}
}

// When the row chosen is gone the one next to it is chosen, not the first.
func TestListGoesToTheNeighbour(t *testing.T) {
	shelf := newShelf(20)
	s, l := newGrid(t, shelf)
	l.Focus()
	s.Press(fyne.KeyEnd, fyne.KeyUp)
	for _, want := range []string{"row 0019", "row 0017"} {
		gone, _ := l.Chosen()
		kept, _ := shelf.page(t.Context(), store.Query{})
		shelf.rows = nil
		for _, r := range kept {
			if r != gone {
				shelf.rows = append(shelf.rows, r)
			}
		}
		l.Refresh()
		s.Settle()
		if got, _ := l.Chosen(); got != want {
			t.Errorf("after %q was gone, chosen is %q, want %q", gone, got, want)
		}
	}
}

// Scrolling while something else is being looked for mixes no rows.
func TestScrollingWhileFinding(t *testing.T) {
	s, l := newGrid(t, newShelf(350))
	l.Focus()
	s.Press(fyne.KeyEnd)
	s.Meanwhile(func() {
		l.Find()
		s.Type("2")
		l.Focus()
		s.Press(fyne.KeyEnd)
	})
	for i := range l.Len() {
		if r, ok := l.Row(i); !ok || !strings.Contains(r, "2") {
			t.Fatalf("%q was not looked for", r)
		}
	}
}

// Enter opens no row that is not chosen.
func TestEnterOpensOnlyWhatIsChosen(t *testing.T) {
	s, l := newGrid(t, newShelf(20))
	opened := ""
	l.OnOpen = func(row string) { opened = row }
	l.Focus()
	s.Press(fyne.KeyDown)
	l.Choose("not here")
	s.Press(fyne.KeyReturn)
	if opened != "" {
		t.Errorf("opened %q", opened)
	}
}

// Tab goes from the search field into the rows below it.
func TestTabGoesFromTheFieldToTheRows(t *testing.T) {
	s, l := newGrid(t, newShelf(20))
	l.Find()
	s.Window.Canvas().FocusNext()
	s.Press(fyne.KeyDown)
	if got, _ := l.Chosen(); got != "row 0001" {
		t.Errorf("after Tab and Down, chosen is %q", got)
	}
}
