package ui_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/store"
)

// shelf is a source of numbered rows that counts how often it is asked.
type shelf struct {
	rows  []string
	asked int
}

func newShelf(n int) *shelf {
	s := &shelf{}
	for i := range n {
		s.rows = append(s.rows, fmt.Sprintf("row %04d", i))
	}
	return s
}

func (s *shelf) page(_ context.Context, q store.Query) ([]string, error) {
	s.asked++
	var page []string
	for _, r := range s.rows {
		if r > q.After && strings.Contains(r, q.Find) && len(page) < ui.PageRows {
			page = append(page, r)
		}
	}
	return page, nil
}

func same(s string) string { return s }

func newGrid(t *testing.T, shelf *shelf) (*story.Story, *ui.Grid[string]) {
	t.Helper()
	s := story.Begin(t, "en")
	l := ui.NewGrid(s.Desk, "visit.find", ui.Source[string]{Page: shelf.page, ID: same, Cursor: same},
		ui.Empty{Phrase: "visit.none", Act: "act.new_visit", Do: func() { s.Opened = append(s.Opened, "new") }},
		ui.Column[string]{Title: "visit.employer", Text: same})
	s.Show(&listPage{page: newPage(), list: l})
	return s, l
}

// listPage is a screen of one list that fills it.
type listPage struct {
	*page
	list interface {
		Content() fyne.CanvasObject
		Refresh()
	}
}

func (p *listPage) Content() fyne.CanvasObject { return p.list.Content() }
func (p *listPage) Refresh()                   { p.list.Refresh() }

// A list shows its first rows and chooses the first.
func TestListShowsRows(t *testing.T) {
	s, l := newGrid(t, newShelf(30))
	var chosen string
	l.OnChosen = func(row string) { chosen = row }
	l.Refresh()
	s.See("row 0000", "row 0009")
	if got, ok := l.Chosen(); !ok || got != "row 0000" || chosen != got {
		t.Errorf("chosen is %q, told %q", got, chosen)
	}
}

// The keys of a table move the choice; Enter opens it, Del deletes it.
func TestListKeys(t *testing.T) {
	s, l := newGrid(t, newShelf(60))
	var opened, deleted string
	l.OnOpen = func(row string) { opened = row }
	l.OnDelete = func(row string) { deleted = row }
	l.Focus()
	at := func(want string) {
		t.Helper()
		if got, _ := l.Chosen(); got != want {
			t.Errorf("chosen is %q, want %q", got, want)
		}
	}
	s.Press(fyne.KeyDown, fyne.KeyDown)
	at("row 0002")
	s.Press(fyne.KeyUp)
	at("row 0001")
	s.Press(fyne.KeyEnd)
	at("row 0059")
	s.Press(fyne.KeyDown)
	at("row 0059")
	s.Press(fyne.KeyHome, fyne.KeyUp)
	at("row 0000")
	s.Press(fyne.KeyPageDown)
	if got, _ := l.Chosen(); got < "row 0005" {
		t.Errorf("a page down went to %q only", got)
	}
	s.Press(fyne.KeyPageUp)
	at("row 0000")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyDelete)
	if opened != "row 0000" || deleted != "row 0000" {
		t.Errorf("opened %q, deleted %q", opened, deleted)
	}
}

// A list reads further pages as the user comes near its end, each once, and no
// more than there are.
func TestListReadsFurtherPages(t *testing.T) {
	shelf := newShelf(250)
	s, l := newGrid(t, shelf)
	if l.Len() != 100 || shelf.asked != 1 {
		t.Fatalf("read %d rows in %d pages", l.Len(), shelf.asked)
	}
	l.Focus()
	s.Press(fyne.KeyEnd, fyne.KeyEnd, fyne.KeyEnd, fyne.KeyEnd)
	if got, _ := l.Chosen(); got != "row 0249" || l.Len() != 250 || shelf.asked != 3 {
		t.Errorf("chosen is %q of %d rows in %d pages", got, l.Len(), shelf.asked)
	}
}

// The row chosen stays chosen when the list is read afresh, by what it is and
// not by where it stood.
func TestListKeepsTheChoice(t *testing.T) {
	shelf := newShelf(20)
	s, l := newGrid(t, shelf)
	l.Focus()
	s.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	shelf.rows = append([]string{"row -001"}, shelf.rows...)
	l.Refresh()
	s.Settle()
	if got, _ := l.Chosen(); got != "row 0003" {
		t.Errorf("chosen is %q", got)
	}
	shelf.rows = shelf.rows[10:]
	l.Refresh()
	s.Settle()
	if got, _ := l.Chosen(); got != "row 0009" {
		t.Errorf("after the row was gone, chosen is %q", got)
	}
}

// Typing finds, Esc clears, the arrows go from the search field into the rows.
func TestListFinds(t *testing.T) {
	s, l := newGrid(t, newShelf(200))
	l.Find()
	s.Type("77")
	if got := l.Len(); got != 2 {
		t.Errorf("found %d rows, want 2", got)
	}
	s.Press(fyne.KeyDown)
	if got, _ := l.Chosen(); got != "row 0177" {
		t.Errorf("chosen is %q", got)
	}
	s.Press(fyne.KeyEscape)
	if got := l.Len(); got != ui.PageRows {
		t.Errorf("after Esc there are %d rows", got)
	}
}

// A list without rows says why and offers one thing to do; a search that finds
// nothing says that.
func TestListSaysWhyItIsEmpty(t *testing.T) {
	s, l := newGrid(t, newShelf(0))
	s.See("No visits yet")
	s.Tap("New visit")
	if len(s.Opened) != 1 {
		t.Error("the button did nothing")
	}
	l.Find()
	s.Type("xyz")
	s.See("Nothing found for “xyz”")
}

// Before a choice was made, the preferred row is chosen.
func TestListPrefers(t *testing.T) {
	s, l := newGrid(t, newShelf(0))
	l.Prefer = func(rows []string) int { return len(rows) - 1 }
	shelf := newShelf(5)
	l2 := ui.NewGrid(s.Desk, "visit.find", ui.Source[string]{Page: shelf.page, ID: same, Cursor: same},
		ui.Empty{Phrase: "visit.none"}, ui.Column[string]{Title: "visit.employer", Text: same})
	l2.Prefer = l.Prefer
	l2.Refresh()
	s.Settle()
	if got, _ := l2.Chosen(); got != "row 0004" {
		t.Errorf("chosen is %q", got)
	}
}

// Two clicks on a row open it; a click gives the rows the keyboard.
func TestListClicks(t *testing.T) {
	s, l := newGrid(t, newShelf(20))
	opened := ""
	l.OnOpen = func(row string) { opened = row }
	s.TapRow("row 0004")
	if got, _ := l.Chosen(); got != "row 0004" || opened != "" {
		t.Errorf("chosen is %q, opened %q", got, opened)
	}
	s.TapRow("row 0004")
	if opened != "row 0004" {
		t.Errorf("opened %q", opened)
	}
	s.Press(fyne.KeyDown)
	if got, _ := l.Chosen(); got != "row 0005" {
		t.Errorf("after a key, chosen is %q", got)
	}
}

// A search that finds plenty says that there may be more: only the likeliest
// are listed.
func TestGridSaysThatThereMayBeMore(t *testing.T) {
	s, l := newGrid(t, newShelf(95))
	s.See("95 rows")
	l.Find()
	s.Type("row")
	s.See("95+ rows")
	s.Type(" 001")
	s.See("10 rows")
	s.Miss("10+ rows")
}
