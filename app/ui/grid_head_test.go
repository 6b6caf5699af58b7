package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui/story"
	"visitdesk/data/store"
)

// These stories are about the heads of a grid: what they sort and filter, and
// how the columns are arranged.

// A click on a head sorts by its column, another the other way round, a third
// brings the list's own order back. The row chosen stays chosen all the while.
func TestHeadsSort(t *testing.T) {
	c := newCatalogue(700)
	s, l := catalogued(t, c)
	s.Press(fyne.KeyDown, fyne.KeyDown)
	chosen, _ := l.Chosen()
	for _, step := range []struct {
		head string
		q    store.Query
	}{
		{"Employer", store.Query{Sort: "visit.employer"}},
		{"Employer ▲", store.Query{Sort: "visit.employer", Desc: true}},
		{"Employer ▼", store.Query{}},
		{"State", store.Query{Sort: "visit.state"}},
	} {
		s.Tap(step.head)
		if got, want := first(l, 5), firstOf(c.list(step.q), 5); got != want {
			t.Errorf("after a click on %q the rows are %s, want %s", step.head, got, want)
		}
		if now, ok := l.Chosen(); !ok || now != chosen {
			t.Errorf("after a click on %q, chosen is %v", step.head, now)
		}
	}
	s.See("State ▲", "Employer")
}

// Ticking values of a column shows only the rows that have one of them. A chip
// says so above the rows and takes the filter away again.
func TestHeadsFilter(t *testing.T) {
	c := newCatalogue(700)
	s, l := catalogued(t, c)
	s.Tap("Filter")
	s.TapDrawn("State")
	s.See("Filter by State", "WORKS", "(none)")
	s.Type("ban")
	s.Miss("WORKS")
	s.Press(fyne.KeyReturn)
	want := c.list(store.Query{Filter: map[string][]string{"visit.state": {"bank"}}})
	if l.Len() != len(want) || first(l, 5) != firstOf(want, 5) {
		t.Fatalf("%d rows %s, want %d %s", l.Len(), first(l, 5), len(want), firstOf(want, 5))
	}
	s.See("State: BANK", "175 rows")
	s.Tap("State: BANK")
	if l.Len() != 700 {
		t.Errorf("after the chip was taken away there are %d rows", l.Len())
	}
	s.Miss("State: BANK")
}

// When the filters leave nothing, the list says how many rows they hide and how
// to see them.
func TestFiltersThatHideAll(t *testing.T) {
	c := newCatalogue(63)
	s, l := catalogued(t, c)
	s.Tap("Filter")
	s.TapDrawn("State")
	s.Tick("BANK", true)
	s.Press(fyne.KeyReturn)
	c.rows = slices.DeleteFunc(c.rows, func(e entry) bool { return e.kind == "bank" })
	l.Refresh()
	s.See(fmt.Sprintf("All %d rows are hidden by the filters.", len(c.rows)))
	s.Tap("Clear the filters")
	if l.Len() != len(c.rows) {
		t.Errorf("there are %d rows", l.Len())
	}
}

// Esc takes back what narrows the list, step by step, and the rows keep the
// keyboard: the words first, then the filters.
func TestEscWidensTheList(t *testing.T) {
	c := newCatalogue(700)
	s, l := catalogued(t, c)
	s.Tap("Filter")
	s.TapDrawn("State")
	s.Tick("BANK", true)
	s.Press(fyne.KeyReturn)
	l.Find()
	s.Type("name 00")
	both := l.Len()
	s.Press(fyne.KeyEscape)
	filtered := l.Len()
	s.Press(fyne.KeyEscape)
	if both == 0 || both >= filtered || filtered != 175 || l.Len() != 700 {
		t.Errorf("the list had %d rows, then %d, then %d", both, filtered, l.Len())
	}
	s.Press(fyne.KeyEscape, fyne.KeyDown)
	if got, _ := l.Chosen(); got != c.rows[1] {
		t.Errorf("Esc took the keyboard from the rows: chosen is %v", got)
	}
}

// heads returns the heads from left to right.
func heads(s *story.Story) string {
	var list []string
	for _, title := range []string{"Time", "Employer", "State"} {
		if s.Says(title) {
			list = append(list, title)
		}
	}
	slices.SortFunc(list, func(a, b string) int { return int(s.Left(a) - s.Left(b)) })
	return strings.Join(list, " ")
}

// Columns are moved by the mouse and by the menu, hidden and shown again, and
// made wider; all of it is there again after a restart, until it is reset.
func TestColumnsAreRemembered(t *testing.T) {
	c := newCatalogue(20)
	s, _ := catalogued(t, c)
	if got := heads(s); got != "Time Employer State" {
		t.Fatalf("the heads are %s", got)
	}
	s.DragHead("State", -1200)
	if got := heads(s); got != "State Time Employer" {
		t.Errorf("after dragging the heads are %s", got)
	}
	openColumn := func(title string) {
		s.TapSign("Columns")
		s.TapDrawn(title)
	}
	s.TapSign("Columns")
	s.Press(fyne.KeyDown, fyne.KeyRight, fyne.KeyDown) // into the menu of the first column
	before := s.Left("Employer")
	s.Press(fyne.KeyEscape)
	s.DragGrip(1, 60) // that of the second column as the screen gives them, the employer
	s.DragGrip(0, 60)
	if got := s.Left("Employer") - before; got != 60 {
		t.Errorf("the grip moved the next column by %v", got)
	}
	showCatalogue(s, c)
	if got := heads(s); got != "State Time Employer" || s.Left("Employer")-before != 60 {
		t.Errorf("after a restart the heads are %s, the last at %v", got, s.Left("Employer"))
	}
	openColumn("Reset the columns")
	if got := heads(s); got != "Time Employer State" {
		t.Errorf("after a reset the heads are %s", got)
	}
}

// The menu of the columns does all that the mouse can, by the keyboard alone.
func TestColumnsByKeyboard(t *testing.T) {
	s, _ := catalogued(t, newCatalogue(20))
	menu := func(keys ...fyne.KeyName) {
		s.TapSign("Columns")
		s.Press(keys...)
	}
	menu(fyne.KeyDown, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn) // the first column, its second item: to the right
	if got := heads(s); got != "Employer Time State" {
		t.Errorf("moved to the right, the heads are %s", got)
	}
	s.TapSign("Columns")
	t.Log(s.MenuSays())
	s.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if got := heads(s); got != "Employer State" {
		t.Errorf("hidden, the heads are %s", got)
	}
	s.TapSign("Columns")
	s.TapDrawn("Show “Time”")
	if got := heads(s); got != "Employer Time State" {
		t.Errorf("shown again, the heads are %s", got)
	}
}
