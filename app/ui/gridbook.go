package ui

import (
	"context"
	"errors"
	"slices"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// PageRows is how many rows a grid asks for at a time.
const PageRows = 100

const (
	keptPages = 20            // how many pages a grid keeps; the others are read again when they are seen
	most      = 10 * PageRows // rows read afresh at most where nobody tells the places of the pages
)

// book keeps the pages of a long list that were used last, and where each page
// begins. What it holds does not grow with the pages that were seen.
type book[T any] struct {
	starts []string    // the cursor that each page begins after; "" for the first
	total  int         // rows known of
	ended  bool        // there are no others
	placed bool        // starts and total were told, and not found by reading on
	pages  map[int][]T // by their numbers
	used   []int       // the pages kept, the one used last at the end
}

func newBook[T any]() book[T] { return book[T]{starts: []string{""}, pages: map[int][]T{}} }

// row returns row i, if its page is kept.
func (b *book[T]) row(i int) (row T, ok bool) {
	if i < 0 {
		return row, false
	}
	page := b.pages[i/PageRows]
	if i%PageRows >= len(page) {
		return row, false
	}
	return page[i%PageRows], true
}

// has reports whether page n is kept.
func (b *book[T]) has(n int) bool {
	_, ok := b.pages[n]
	return ok
}

// use makes page n the one used last and forgets the one used longest ago.
func (b *book[T]) use(n int) {
	if i := slices.Index(b.used, n); i >= 0 {
		b.used = slices.Delete(b.used, i, i+1)
	}
	b.used = append(b.used, n)
	if len(b.used) > keptPages {
		delete(b.pages, b.used[0])
		b.used = slices.Delete(b.used, 0, 1)
	}
}

// put takes page n in, and learns from the last one known whether there are more.
func (b *book[T]) put(n int, rows []T, cursor func(T) string) {
	b.pages[n] = rows
	b.use(n)
	if b.placed || n != len(b.starts)-1 {
		return
	}
	b.total = n*PageRows + len(rows)
	b.ended = len(rows) < PageRows
	if !b.ended {
		b.starts = append(b.starts, cursor(rows[len(rows)-1]))
	}
}

// place takes over where the pages begin.
func (b *book[T]) place(after []string, total int) {
	b.starts = append(append(make([]string, 0, len(after)+1), ""), after...)
	b.total, b.ended, b.placed = total, true, true
}

// last returns the number of the last page known.
func (b *book[T]) last() int {
	if b.placed {
		return min(max(b.total-1, 0)/PageRows, len(b.starts)-1)
	}
	return len(b.starts) - 1
}

// find returns the place of the row with an ID among those kept, -1 for none.
func (b *book[T]) find(id string, of func(T) string) int {
	for n, page := range b.pages {
		for i, row := range page {
			if of(row) == id {
				return n*PageRows + i
			}
		}
	}
	return -1
}

// reading reads rows afresh, off the window's goroutine.
type reading[T any] struct {
	source Source[T]
	query  store.Query // without a cursor
	book   book[T]

	chosen string // the ID of the row to find; empty for none
	near   string // its cursor when it was seen last in this order; empty for never
	pinned *T     // that row, if it lies nowhere in what was read
}

// page reads page n.
func (r *reading[T]) page(ctx context.Context, n int) error {
	q := r.query
	q.After, q.Limit = r.book.starts[n], PageRows
	rows, err := r.source.Page(ctx, q)
	if err == nil {
		r.book.put(n, rows, r.source.Cursor)
	}
	return err
}

// pages reads some pages by the places of all.
func (r *reading[T]) pages(ctx context.Context, numbers []int) error {
	after, total, err := r.source.Places(ctx, r.query, PageRows)
	if err != nil {
		return err
	}
	r.book.place(after, total)
	for _, n := range numbers {
		if n = min(n, r.book.last()); r.book.has(n) {
			continue
		}
		if err := r.page(ctx, n); err != nil {
			return err
		}
	}
	return nil
}

// along reads page after page until there are so many rows.
func (r *reading[T]) along(ctx context.Context, rows int) error {
	for n := 0; n == 0 || !r.book.ended && r.book.total < rows; n++ {
		if err := r.page(ctx, n); err != nil {
			return err
		}
	}
	return nil
}

// locate finds the row chosen, wherever it lies, and reads its page. If it lies
// nowhere in the list, as what is looked for leaves it out, it is pinned before
// the others.
func (r *reading[T]) locate(ctx context.Context) error {
	if r.chosen == "" || r.source.Row == nil || r.book.find(r.chosen, r.source.ID) >= 0 {
		return nil
	}
	row, err := r.source.Row(ctx, r.chosen)
	if errors.Is(err, career.ErrNotFound) { // it was deleted
		return nil
	}
	if err != nil {
		return err
	}
	for _, cursor := range r.cursors(row) {
		i, err := r.rank(ctx, cursor)
		if err == nil && i >= 0 {
			err = r.page(ctx, min(i/PageRows, r.book.last()))
		}
		if err != nil {
			return err
		}
		if r.book.find(r.chosen, r.source.ID) >= 0 {
			return nil
		}
	}
	r.pinned = &row
	return nil
}

// cursors returns where a row may be: in the list's own order where it says
// itself, and where it was when it was seen last.
func (r *reading[T]) cursors(row T) []string {
	if !r.book.placed {
		return nil
	}
	var list []string
	if q := r.query; q.Find == "" && q.Sort == "" && len(q.Filter) == 0 {
		list = append(list, r.source.Cursor(row))
	}
	return slices.DeleteFunc(append(list, r.near), func(cursor string) bool { return cursor == "" })
}

// rank returns the place of the row of a cursor in the list. Of the rows that
// follow it, one is the last of its page: that counts the others.
func (r *reading[T]) rank(ctx context.Context, cursor string) (int, error) {
	q := r.query
	q.After, q.Limit = cursor, PageRows
	rows, err := r.source.Page(ctx, q)
	if err != nil {
		return -1, err
	}
	follows := make(map[string]int, len(rows)+1)
	follows[cursor] = 0
	for i, row := range rows {
		follows[r.source.Cursor(row)] = i + 1
	}
	for n, start := range r.book.starts[1:] {
		if i, ok := follows[start]; ok {
			return (n+1)*PageRows - 1 - i, nil
		}
	}
	return r.book.total - len(rows) - 1, nil
}
