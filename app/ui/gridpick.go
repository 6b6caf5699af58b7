package ui

import (
	"context"
	"errors"
	"maps"
	"slices"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// mostPicked is how many rows can be chosen one by one or by a range; all of
// them are chosen by what they are asked for, however many there are.
const mostPicked = 10_000

// picks are the rows chosen where that is more than one: by their IDs, so that
// they stay chosen wherever they go, or all that the list finds.
type picks struct {
	ids     map[string]int // with the place that each was chosen at
	all     bool           // every row, without those in ids
	sticky  bool           // the keys go on without letting go of them
	anchor  int            // where the range begins; -1 for none
	ranging *Latest        // reads the rows of a range that are not at hand
}

func newPicks(d *Desk) picks {
	return picks{ids: map[string]int{}, anchor: -1, ranging: d.Latest()}
}

// clear lets go of all: the row chosen is the only one again.
func (p *picks) clear() {
	p.ranging.Stop()
	clear(p.ids)
	p.all, p.sticky, p.anchor = false, false, -1
}

// active reports whether there are picks: else the row chosen stands alone.
func (p *picks) active() bool { return p.all || len(p.ids) > 1 || p.sticky && len(p.ids) > 0 }

// keep lets the keys walk on without losing what was picked.
func (p *picks) keep() { p.sticky = true }

// has reports whether a row is picked.
func (p *picks) has(id string) bool {
	_, named := p.ids[id]
	return named != p.all
}

// begin is called before the keys leave a row, and returns where a range begins.
func (p *picks) begin(at int, extending bool) int {
	if !extending {
		if !p.sticky {
			p.clear()
		}
		p.anchor = -1
		return at
	}
	if p.anchor < 0 {
		p.anchor = max(at, 0)
	}
	return p.anchor
}

func (l *Grid[T]) picking() *picks { return &l.picks }

// Picked returns how many rows are chosen: of more than one, all that are picked.
func (l *Grid[T]) Picked() int {
	switch {
	case l.picks.all:
		return max(l.Len()-len(l.picks.ids), 0)
	case l.picks.active():
		return len(l.picks.ids)
	case l.known:
		return 1
	}
	return 0
}

// picked shows what is picked now.
func (l *Grid[T]) picked() {
	l.keys.mark()
	l.tools.tell()
}

// toggle picks row i or lets go of it; the row chosen before stays picked.
func (l *Grid[T]) toggle(i int) {
	row, ok := l.Row(i)
	if !ok {
		return
	}
	p, id := &l.picks, l.source.ID(row)
	if !p.active() && l.known && l.chosen != id {
		p.ids[l.chosen] = l.keys.cur
	}
	if _, named := p.ids[id]; named {
		delete(p.ids, id)
	} else {
		p.ids[id] = i
	}
	p.anchor = i
	l.picked()
}

// all picks every row that the list finds.
func (l *Grid[T]) all() {
	if l.Len() == 0 {
		return
	}
	l.picks.clear()
	l.picks.all = true
	l.picked()
}

// extend picks the rows from one place to another, and those between.
func (l *Grid[T]) extend(from, to int) {
	p := &l.picks
	from, to = min(from, to), max(from, to)
	if to-from >= mostPicked {
		l.desk.Advise(l.desk.T("list.too_many", mostPicked), "act.select_all", l.all)
		return
	}
	if p.all || !p.sticky {
		clear(p.ids)
		p.all = false
	}
	var missing []int // pages
	for i := from; i <= to; i++ {
		row, ok := l.Row(i)
		if ok {
			p.ids[l.source.ID(row)] = i
		} else if n := (i - l.before()) / PageRows; len(missing) == 0 || missing[len(missing)-1] != n {
			missing = append(missing, n)
		}
	}
	l.pickFrom(missing, from, to)
	l.picked()
}

// pickFrom picks the rows of a range that lie on pages not at hand.
func (l *Grid[T]) pickFrom(pages []int, from, to int) {
	l.picks.ranging.Stop()
	if len(pages) == 0 {
		return
	}
	r, ids := l.rereading(), map[string]int{}
	from, to = from-l.before(), to-l.before()
	l.picks.ranging.Run(func(ctx context.Context) error {
		for _, n := range pages {
			if err := r.page(ctx, n); err != nil {
				return err
			}
			for i, row := range r.book.pages[n] {
				if i += n * PageRows; from <= i && i <= to {
					ids[r.source.ID(row)] = i
				}
			}
		}
		return nil
	}, func(err error) {
		l.desk.Fail(err)
		maps.Copy(l.picks.ids, ids)
		l.picked()
	})
}

// rereading reads single pages of what is shown. It learns nothing of where
// others begin: what knows that is the window's.
func (l *Grid[T]) rereading() *reading[T] {
	r := &reading[T]{source: l.source, query: l.asked(), book: newBook[T]()}
	r.book.starts, r.book.placed = l.book.starts, true
	return r
}

// collect returns what reads the rows picked, in the order of the list, off the
// window's goroutine. told hears how many were read.
func (l *Grid[T]) collect() func(ctx context.Context, told func(int)) ([]T, error) {
	if !l.picks.active() {
		row, ok := l.Chosen()
		return func(context.Context, func(int)) ([]T, error) { return slices.Repeat([]T{row}, many(ok)), nil }
	}
	c := collecting[T]{source: l.source, query: l.asked(), ids: maps.Clone(l.picks.ids), here: map[string]T{}}
	if l.picks.all {
		return c.all
	}
	for _, page := range l.book.pages {
		for _, row := range page {
			if id := l.source.ID(row); l.picks.has(id) {
				c.here[id] = row
			}
		}
	}
	if l.pinned != nil {
		c.here[l.source.ID(*l.pinned)] = *l.pinned
	}
	c.starts = l.book.starts
	return c.some
}

func many(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

// collecting reads the rows picked.
type collecting[T any] struct {
	source Source[T]
	query  store.Query
	ids    map[string]int
	here   map[string]T // those at hand
	starts []string
}

// all reads every row but those left out.
func (c collecting[T]) all(ctx context.Context, told func(int)) ([]T, error) {
	var rows []T
	for q := c.query; ; {
		q.Limit = PageRows
		page, err := c.source.Page(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, row := range page {
			if _, out := c.ids[c.source.ID(row)]; !out {
				rows = append(rows, row)
			}
		}
		told(len(rows))
		if len(page) < PageRows {
			return rows, nil
		}
		q.After = c.source.Cursor(page[len(page)-1])
	}
}

// some reads the rows picked one by one: from the pages that they were picked
// on, and those that are there no more, each by its ID.
func (c collecting[T]) some(ctx context.Context, told func(int)) ([]T, error) {
	ids := slices.SortedFunc(maps.Keys(c.ids), func(a, b string) int { return c.ids[a] - c.ids[b] })
	read := map[int]bool{}
	rows := make([]T, 0, len(ids))
	for _, id := range ids {
		n := c.ids[id] / PageRows
		if _, ok := c.here[id]; !ok && !read[n] && n < len(c.starts) {
			read[n] = true
			q := c.query
			q.After, q.Limit = c.starts[n], PageRows
			page, err := c.source.Page(ctx, q)
			if err != nil {
				return nil, err
			}
			for _, row := range page {
				c.here[c.source.ID(row)] = row
			}
		}
		row, err := c.one(ctx, id)
		if err != nil && !errors.Is(err, career.ErrNotFound) {
			return nil, err
		}
		if err == nil {
			rows = append(rows, row)
		}
		told(len(rows))
	}
	return rows, nil
}

func (c collecting[T]) one(ctx context.Context, id string) (row T, err error) {
	if row, ok := c.here[id]; ok {
		return row, nil
	}
	if c.source.Row == nil {
		return row, career.ErrNotFound
	}
	return c.source.Row(ctx, id)
}
