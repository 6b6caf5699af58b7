package ui_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/store"
)

// These tests are about long lists: what is shown is held against the truth, a
// plain slice or a formula, wherever the user goes.

// The keys go to every place of a million rows: each row they come to is the one
// chosen, and few pages are read for it.
func TestWalkingThroughAMillionRows(t *testing.T) {
	source := millionRows()
	page, read := source.Page, 0
	source.Page = func(ctx context.Context, q store.Query) ([]int, error) {
		read++
		return page(ctx, q)
	}
	w := newBench(t, source)
	at := func(want int) {
		t.Helper()
		if got, ok := w.grid.Chosen(); !ok || got != want {
			t.Fatalf("chosen is %d (%v), want %d", got, ok, want)
		}
	}
	if w.grid.Len() != million {
		t.Fatalf("the list has %d rows", w.grid.Len())
	}
	at(0)
	w.press(fyne.KeyEnd)
	at(million - 1)
	w.press(fyne.KeyPageUp)
	up, _ := w.grid.Chosen()
	if up < million-40 || up >= million-5 {
		t.Errorf("a page up from the end went to %d", up)
	}
	for range 500 {
		w.press(fyne.KeyUp)
	}
	at(up - 500)
	w.press(fyne.KeyHome)
	at(0)
	for range 250 {
		w.press(fyne.KeyDown)
	}
	at(250)
	w.press(fyne.KeyUp)
	at(249)
	if read > 40 {
		t.Errorf("%d pages were read", read)
	}
}

// The last row of a million is drawn as cleanly as the first: rows are whole
// heights apart and do not overlap.
func TestRowsOfAMillionDoNotOverlap(t *testing.T) {
	w := newBench(t, millionRows())
	for _, key := range []fyne.KeyName{fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp} {
		w.press(key)
		tops := rowTops(w.grid.Content())
		if len(tops) < 10 {
			t.Fatalf("after %s only %d rows are drawn", key, len(tops))
		}
		for i := 1; i < len(tops); i++ {
			if apart := tops[i] - tops[i-1]; apart != tops[1]-tops[0] || apart < 30 {
				t.Fatalf("after %s rows begin at %v", key, tops)
			}
		}
	}
}

// rowTops returns where the rows of a grid begin, from the top.
func rowTops(o fyne.CanvasObject) []float32 {
	var tops []float32
	var walk func(o fyne.CanvasObject, y float32)
	walk = func(o fyne.CanvasObject, y float32) {
		if _, field := o.(*ui.Entry); field || !o.Visible() {
			return
		}
		y += o.Position().Y
		if _, ok := o.(interface {
			fyne.SecondaryTappable
			fyne.Tappable
			MinSize() fyne.Size
		}); ok && o.Size().Height > 30 {
			tops = append(tops, y)
			return
		}
		for _, child := range inside(o) {
			walk(child, y)
		}
	}
	walk(o, 0)
	slices.Sort(tops)
	return tops
}

// A row opened from elsewhere is shown in its own place, also deep in a long
// list.
func TestOpeningARowDeepInALongList(t *testing.T) {
	w := newBench(t, millionRows())
	for _, id := range []int{654_321, 99, 100, 101, million - 1, million - 100, 7} {
		w.grid.Choose(strconv.Itoa(id))
		w.grid.Refresh()
		w.settle()
		if row, ok := w.grid.Row(id); !ok || row != id {
			t.Fatalf("row %d is %d, %v", id, row, ok)
		}
		if got, _ := w.grid.Chosen(); got != id || w.grid.Len() != million {
			t.Fatalf("chosen is %d of %d", got, w.grid.Len())
		}
		w.press(fyne.KeyDown)
		if got, _ := w.grid.Chosen(); got != min(id+1, million-1) {
			t.Errorf("below %d lies %d", id, got)
		}
	}
}

// Whatever is done to the list, by the user and by others, in whatever order:
// what it shows is what a plain slice would, and the row chosen stays chosen as
// long as it is there.
func TestGridShowsWhatASliceWould(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { tryGrid(t, rand.New(rand.NewPCG(seed, 7))) })
	}
}

func tryGrid(t *testing.T, r *rand.Rand) {
	c := newCatalogue(r.IntN(4000))
	s, l := catalogued(t, c)
	var q store.Query
	rows := scrolled(l.Content())
	for step := range 150 {
		chosen, had := l.Chosen()
		did := ""
		switch n := r.IntN(12); {
		case n < 3:
			rows.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, (r.Float32()-0.5)*float32(40*len(c.rows)))})
			did = "jump"
		case n < 6:
			key := []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyEnd, fyne.KeyHome}[r.IntN(6)]
			s.Press(key)
			chosen, had = l.Chosen()
			did = string(key)
		case n < 8:
			c.insert(r, 1+r.IntN(120))
			l.Refresh()
			did = "insert"
		case n < 10 && len(c.rows) > 0:
			c.remove(r, 1+r.IntN(120))
			l.Refresh()
			did = "remove"
		case n < 11:
			head := "Employer"
			switch {
			case q.Sort == "":
				q.Sort = "visit.employer"
			case !q.Desc:
				head, q.Desc = "Employer ▲", true
			default:
				head, q = "Employer ▼", store.Query{}
			}
			s.Tap(head)
			did = "sort"
		default:
			l.Refresh()
			did = "refresh"
		}
		s.Settle()
		if !holds(t, l, c.list(q)) {
			t.Fatalf("step %d, %s", step, did)
		}
		if _, err := c.row(t.Context(), chosen.id); had && err == nil {
			if now, _ := l.Chosen(); now != chosen {
				t.Fatalf("step %d, %s: chosen is %v, was %v", step, did, now, chosen)
			}
		}
	}
}

// holds reports whether what a grid has at hand is what a list says, and whether
// it has what can be seen.
func holds(t *testing.T, l *ui.Grid[entry], list []entry) bool {
	t.Helper()
	if l.Len() != len(list) {
		t.Errorf("the grid has %d rows of %d", l.Len(), len(list))
		return false
	}
	here := 0
	for i, want := range list {
		got, ok := l.Row(i)
		if ok && got != want {
			t.Errorf("row %d is %v, want %v", i, got, want)
			return false
		}
		if ok {
			here++
		}
	}
	if here == 0 && len(list) > 0 {
		t.Error("the grid has no row at hand")
		return false
	}
	return true
}

// While a page is on its way its rows stand empty where they will be; the window
// goes on, and nothing moves when they come. A row that the keys went to
// meanwhile is chosen then, and Enter opens nothing before.
func TestRowsOnTheirWay(t *testing.T) {
	w := newBench(t, millionRows())
	var opened []int
	w.grid.OnOpen = func(row int) { opened = append(opened, row) }
	focused := w.window.Canvas().Focused()
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	before := rowTops(w.grid.Content())
	if _, ok := w.grid.Row(million - 1); ok || len(opened) > 0 {
		t.Fatalf("the last row is here before it was read; opened %v", opened)
	}
	w.settle()
	if after := rowTops(w.grid.Content()); !slices.Equal(before, after) {
		t.Errorf("the rows were at %v and are at %v", before, after)
	}
	w.press(fyne.KeyReturn)
	if got, _ := w.grid.Chosen(); got != million-1 || !slices.Equal(opened, []int{million - 1}) {
		t.Errorf("chosen is %d, opened %v", got, opened)
	}
}

// Whoever jumps on before a page has come waits for the last one only: of a
// hundred jumps a few pages are read.
func TestJumpingOnBeforePagesCome(t *testing.T) {
	source := millionRows()
	page, read := source.Page, 0
	source.Page = func(ctx context.Context, q store.Query) ([]int, error) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		read++
		return page(ctx, q)
	}
	w := newBench(t, source)
	read = 0
	rows := scrolled(w.grid.Content())
	for range 100 {
		rows.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40*3000)})
	}
	w.settle()
	if read > 4 {
		t.Errorf("%d pages were read for the last of a hundred jumps", read)
	}
	if row, ok := w.grid.Row(300_000); !ok || row != 300_000 {
		t.Errorf("row 300000 is %d, %v", row, ok)
	}
}

// When others put rows in above while the user looks at one, that one stays where
// it is on the screen.
func TestNothingMovesWhenRowsComeAbove(t *testing.T) {
	c := newCatalogue(2000)
	s, l := catalogued(t, c)
	s.Press(fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyUp, fyne.KeyUp)
	chosen, _ := l.Chosen()
	before := s.Top(s.Line(chosen.id))
	for i := range 10 {
		c.rows = slices.Insert(c.rows, 1, entryOf(1+2*i))
	}
	slices.SortFunc(c.rows, order(store.Query{}))
	l.Refresh()
	s.Settle()
	if now, _ := l.Chosen(); now != chosen {
		t.Fatalf("chosen is %v", now)
	}
	if after := s.Top(s.Line(chosen.id)); after != before {
		t.Errorf("the row chosen was at %v and is at %v", before, after)
	}
}
