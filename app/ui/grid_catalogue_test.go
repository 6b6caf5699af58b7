package ui_test

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// entry is a row of a catalogue.
type entry struct{ id, name, kind string }

// catalogue is a source of rows that can do all that a store's can, over a plain
// slice: the truth that a grid is held against.
type catalogue struct {
	rows  []entry // in their own order, by id
	asked int     // pages read
}

var kinds = []string{"works", "school", "bank", ""}

func newCatalogue(n int) *catalogue {
	c := &catalogue{}
	for i := range n {
		c.rows = append(c.rows, entryOf(2*i))
	}
	return c
}

// entryOf returns the row of a number; names go another way than numbers.
func entryOf(i int) entry {
	return entry{fmt.Sprintf("no %07d", i), fmt.Sprintf("name %03d", i*7919%1000), kinds[i/2%len(kinds)]}
}

// list returns all that a query lists, in its order.
func (c *catalogue) list(q store.Query) []entry {
	var list []entry
	for _, e := range c.rows {
		kinds := q.Filter["visit.state"]
		if strings.Contains(e.id+" "+e.name, q.Find) && (len(kinds) == 0 || slices.Contains(kinds, e.kind)) {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, order(q))
	return list
}

// order is how a query orders rows.
func order(q store.Query) func(a, b entry) int {
	return func(a, b entry) int {
		order := strings.Compare(key(a, q.Sort), key(b, q.Sort))
		if q.Desc && q.Sort != "" {
			order = -order
		}
		return cmp.Or(order, strings.Compare(a.id, b.id))
	}
}

// key is what a row is sorted by.
func key(e entry, field string) string {
	switch field {
	case "visit.employer":
		return e.name
	case "visit.state":
		return e.kind
	}
	return e.id
}

func idOf(e entry) string { return e.id }

// cursorOf tells a place, be its row still there or not.
func cursorOf(e entry) string { return e.id + "|" + e.name + "|" + e.kind }

func (c *catalogue) page(_ context.Context, q store.Query) ([]entry, error) {
	c.asked++
	list := c.list(q)
	from := 0
	if q.After != "" {
		parts := strings.Split(q.After, "|")
		after := entry{parts[0], parts[1], parts[2]}
		for from < len(list) && order(q)(list[from], after) <= 0 {
			from++
		}
	}
	return slices.Clone(list[from:min(len(list), from+q.Limit)]), nil
}

func (c *catalogue) row(_ context.Context, id string) (entry, error) {
	for _, e := range c.rows {
		if e.id == id {
			return e, nil
		}
	}
	return entry{}, career.ErrNotFound
}

func (c *catalogue) places(_ context.Context, q store.Query, every int) (after []string, total int, err error) {
	list := c.list(q)
	for i := every; i <= len(list); i += every {
		after = append(after, cursorOf(list[i-1]))
	}
	return after, len(list), nil
}

func (c *catalogue) values(context.Context, string) ([]string, error) { return kinds, nil }

func (c *catalogue) source() ui.Source[entry] {
	return ui.Source[entry]{Page: c.page, ID: idOf, Cursor: cursorOf, Row: c.row, Places: c.places, Values: c.values}
}

// catalogued shows a catalogue as the only screen of a window.
func catalogued(t *testing.T, c *catalogue) (*story.Story, *ui.Grid[entry]) {
	t.Helper()
	s := story.Begin(t, "en")
	return s, showCatalogue(s, c)
}

func showCatalogue(s *story.Story, c *catalogue) *ui.Grid[entry] {
	l := ui.NewGrid(s.Desk, "visit.find", c.source(), ui.Empty{Phrase: "visit.none"},
		ui.Column[entry]{Title: "visit.from", Width: 120, Text: func(e entry) string { return e.id }},
		ui.Column[entry]{Title: "visit.employer", Sort: true, Text: func(e entry) string { return e.name }},
		ui.Column[entry]{Title: "visit.state", Width: 120, Sort: true, Filter: true, Says: strings.ToUpper, Text: func(e entry) string { return e.kind }})
	s.Show(&listPage{page: newPage(), list: l})
	l.Focus()
	return l
}

// insert puts rows in anywhere, as others would.
func (c *catalogue) insert(r *rand.Rand, n int) {
	for range n {
		e := entryOf(1 + 2*r.IntN(5000))
		if i, there := slices.BinarySearchFunc(c.rows, e, func(a, b entry) int { return strings.Compare(a.id, b.id) }); !there {
			c.rows = slices.Insert(c.rows, i, e)
		}
	}
}

// remove takes rows out anywhere.
func (c *catalogue) remove(r *rand.Rand, n int) {
	for range min(n, len(c.rows)) {
		i := r.IntN(len(c.rows))
		c.rows = slices.Delete(c.rows, i, i+1)
	}
}

// first returns the ids of the first rows.
func first(l *ui.Grid[entry], n int) string {
	var ids []string
	for i := range n {
		if e, ok := l.Row(i); ok {
			ids = append(ids, strings.TrimLeft(e.id, "no 0"))
		}
	}
	return strings.Join(ids, " ")
}

// firstOf returns what first should.
func firstOf(list []entry, n int) string {
	var ids []string
	for _, e := range list[:min(n, len(list))] {
		ids = append(ids, strings.TrimLeft(e.id, "no 0"))
	}
	return strings.Join(ids, " ")
}
