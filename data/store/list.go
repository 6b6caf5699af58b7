package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"visitdesk/data/career"
)

// Query says which page of a list is wanted.
type Query struct {
	Find  string // words, pinyin or initials; empty for all
	After string // the Cursor of the last row seen; empty for the first page
	Limit int    // rows of a page; 0 for 50
}

// limit returns the rows of a page.
func (q Query) limit() int {
	if q.Limit > 0 {
		return q.Limit
	}
	return 50
}

// listing is an order in which the records of a kind are listed: by a column
// and then by ID, so that a page can begin after any row.
type listing struct {
	kind career.Kind
	by   string // the column
	desc bool   // the last first
}

// pagedRows says how the rows of a page are read.
type pagedRows[R any] struct {
	selects string // the columns, without the one to order by, which comes last
	args    []any  // its parameters
	dest    func(*R) []any
	key     func(*R) (id string, cursor *string)
}

// paged reads a page of rows. What q finds is ranked first and then read; the
// rest comes in the order of the listing.
func paged[R any](ctx context.Context, v session, l listing, q Query, p pagedRows[R]) ([]R, error) {
	query := `SELECT ` + p.selects + `, r."` + l.by + `" FROM ` + string(l.kind) + ` r `
	if strings.TrimSpace(q.Find) != "" {
		ids, err := v.find(ctx, l, q.Find)
		if err != nil {
			return nil, err
		}
		return found(ctx, v, l, q, foundRows[R]{p, query, ids})
	}
	n := len(p.args)
	where, args := "WHERE r.deleted = ''", p.args
	order, than := "", ">"
	if l.desc {
		order, than = " DESC", "<"
	}
	if by, id, ok := strings.Cut(q.After, cursorGap); ok {
		where += fmt.Sprintf(` AND (r."%s", r.id) %s ($%d, $%d)`, l.by, than, n+1, n+2)
		args = append(slices.Clip(args), by, id)
	}
	rows, err := collect(ctx, v, p.dest, fmt.Sprintf(`%s %s ORDER BY r."%s"%s, r.id%[4]s LIMIT %[5]d`, query, where, l.by, order, q.limit()), args...)
	p.mark(rows)
	return rows, err
}

// cursorGap parts what a listing is ordered by from the ID in a cursor.
const cursorGap = "\x1f"

// mark makes the cursors of rows from what they are ordered by.
func (p pagedRows[R]) mark(rows []R) {
	for i := range rows {
		id, cursor := p.key(&rows[i])
		*cursor += cursorGap + id
	}
}

// foundRows is a page of records that are known by ID already.
type foundRows[R any] struct {
	pagedRows[R]
	query string
	ids   []string // in their order
}

// found reads the page after q.After of what was found.
func found[R any](ctx context.Context, v session, l listing, q Query, p foundRows[R]) ([]R, error) {
	ids := p.ids
	if _, after, ok := strings.Cut(q.After, cursorGap); ok {
		ids = rest(ids, slices.Index(ids, after))
	}
	ids = ids[:min(len(ids), q.limit())]
	if len(ids) == 0 {
		return nil, nil
	}
	args, marks := slices.Clone(p.args), make([]string, len(ids))
	for i, id := range ids {
		args, marks[i] = append(args, id), fmt.Sprintf("$%d", len(args)+1)
	}
	rows, err := collect(ctx, v, p.dest, p.query+"WHERE r.deleted = '' AND r.id IN ("+strings.Join(marks, ", ")+")", args...)
	p.mark(rows)
	slices.SortFunc(rows, func(a, b R) int {
		one, _ := p.key(&a)
		other, _ := p.key(&b)
		return slices.Index(ids, one) - slices.Index(ids, other)
	})
	return rows, err
}

// rest returns what comes after the i-th of a list. If that is gone, nothing is
// known to come after it; beginning anew would repeat what was seen.
func rest[T any](list []T, i int) []T {
	if i < 0 {
		return nil
	}
	return list[i+1:]
}

// single returns the living record with the given ID, or career.ErrNotFound.
func single[T any](ctx context.Context, s *Store, t table[T], id string) (r T, err error) {
	err = s.view(ctx, "read", func(v session) (err error) {
		r, err = t.one(ctx, v, office, id)
		return err
	})
	return r, err
}

// every returns all living records in the given order.
func every[T any](ctx context.Context, s *Store, t table[T], order string) (list []T, err error) {
	err = s.view(ctx, "list", func(v session) (err error) {
		list, err = t.list(ctx, v, office, "WHERE r.deleted = '' ORDER BY "+order)
		return err
	})
	return list, err
}
