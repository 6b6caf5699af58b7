package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"visitdesk/data/career"
)

// Places returns the After of the pages that begin every, 2*every … rows into
// what q lists, and how many rows that is in all. It takes what it sees in one
// moment; rows that come later move the others on. Only the list's own order is
// quick for hundreds of thousands of rows.
func (s *Store) Places(ctx context.Context, name Listing, q Query, every int) (after []string, total int, err error) {
	l, err := listingOf(name)
	if err != nil {
		return nil, 0, err
	}
	q.After, q.Limit = "", max(every, 1)
	err = s.view(ctx, "places in the list of "+string(name), func(v session) error {
		known, err := s.recalled(ctx, v, func() (answer, error) { return v.jumps(ctx, l, q) }, "places", name, q)
		after, total = known.texts, known.n
		return err
	})
	return after, total, err
}

// jumps returns the cursors of every n-th row of a list, where n is the limit of
// the query, and the number of rows.
func (v session) jumps(ctx context.Context, l listing, q Query) (a answer, err error) {
	var found []place
	switch states := q.Filter["visit.state"]; {
	case roughly(states):
		found, a.n, err = v.leaf(ctx, q, states)
	case strings.TrimSpace(q.Find) != "":
		every := q.limit()
		q.Limit = all
		found, err = v.places(ctx, l, q)
		a.n, found = len(found), each(found, every)
	case q.Sort == "":
		found, a.n, err = v.hop(ctx, l, q)
	default:
		found, a.n, err = v.number(ctx, l, q)
	}
	for _, p := range found {
		a.texts = append(a.texts, p.cursor())
	}
	return a, err
}

// all is more rows than anything has.
const all = 1 << 40

// each returns every n-th of a list.
func each(list []place, n int) (some []place) {
	for i := n - 1; i < len(list); i += n {
		some = append(some, list[i])
	}
	return some
}

// leaf turns over the pages of visits in states that SQL alone does not know.
func (v session) leaf(ctx context.Context, q Query, states []string) (found []place, total int, err error) {
	for {
		rows, err := paged(ctx, v, visitList, q, visitPages(v.today, states))
		if total += len(rows); err != nil || len(rows) < q.limit() {
			return found, total, err
		}
		last := rows[len(rows)-1]
		q.After = last.Cursor
		found = append(found, place{career.KindVisit, string(last.ID), strings.TrimSuffix(last.Cursor, cursorGap+string(last.ID))})
	}
}

// hop walks the index of the list's own order and stops at every n-th row only.
func (v session) hop(ctx context.Context, l listing, q Query) (found []place, total int, err error) {
	n := q.limit()
	for hops := (hops{session: v}); ; {
		a := &params{session: v}
		parts, direction, err := a.parts(l, q, nil)
		if err != nil {
			return nil, 0, err
		}
		next, err := hops.place(ctx, pageOf(parts, direction, 1, n-1), a.args)
		if errors.Is(err, sql.ErrNoRows) { // what is left is no whole step
			left, err := number(ctx, v.q, "SELECT count(*) FROM ("+pageOf(parts, direction, n, 0)+") p", a.args...)
			return found, total + left, err
		}
		if err != nil {
			return nil, 0, err
		}
		found, total, q.After = append(found, next), total+n, next.cursor()
	}
}

// hops asks for one place after the other. There are thousands of them, and
// reading their query takes longer than answering it.
type hops struct {
	session
	query string
	stmt  *sql.Stmt // of query; closed with the transaction
}

func (h *hops) place(ctx context.Context, query string, args []any) (p place, err error) {
	if h.query != query {
		if h.watch != nil {
			h.watch(query)
		}
		if h.stmt, err = h.q.PrepareContext(ctx, query); err != nil {
			return p, err
		}
		h.query = query
	}
	err = h.stmt.QueryRowContext(ctx, args...).Scan(p.dest()...)
	return p, err
}

// number sorts all rows at once and numbers them.
func (v session) number(ctx context.Context, l listing, q Query) (found []place, total int, err error) {
	a := &params{session: v}
	parts, direction, err := a.parts(l, q, nil)
	if err != nil {
		return nil, 0, err
	}
	found, err = collect(ctx, v, (*place).dest, fmt.Sprintf(`SELECT n.id, n.place, n.kind FROM (SELECT p.*, row_number() OVER (ORDER BY p.place%[1]s, p.id%[1]s) AS n
		FROM (%[2]s) p) n WHERE n.n %% %[3]d = 0 ORDER BY n.n`, direction, strings.Join(parts, " UNION ALL "), q.limit()), a.args...)
	if err != nil {
		return nil, 0, err
	}
	q.Sort = "" // not needed to count
	a = &params{session: v}
	if parts, _, err = a.parts(l, q, nil); err != nil {
		return nil, 0, err
	}
	total, err = number(ctx, v.q, "SELECT count(*) FROM ("+strings.Join(parts, " UNION ALL ")+") p", a.args...)
	return found, total, err
}

// maxValues is how many values of a field are offered to filter by.
const maxValues = 200

// Values returns the values of a field to filter by, the most frequent first;
// of a field that can be few things only, all of them in their order. The empty
// one stands for none.
func (s *Store) Values(ctx context.Context, name Listing, field string) (values []string, err error) {
	l, err := listingOf(name)
	if err != nil {
		return nil, err
	}
	err = s.view(ctx, "values of "+field, func(v session) error {
		known, err := s.recalled(ctx, v, func() (answer, error) { return v.values(ctx, l, field) }, "values", name, field)
		values = known.texts
		return err
	})
	return values, err
}

// values reads the values of a field of a list.
func (v session) values(ctx context.Context, l listing, field string) (found answer, err error) {
	a := &params{session: v}
	var parts []string
	for _, s := range l.from {
		f, err := s.field(field)
		if err != nil {
			return answer{}, err
		}
		if f.values != nil {
			return answer{texts: f.values}, nil
		}
		from := fmt.Sprintf("SELECT %s AS value FROM %s r WHERE r.deleted = ''", a.sql(f.is), s.kind)
		if f.holds == lists {
			from = fmt.Sprintf(a.d.listed, f.is, s.kind) + fmt.Sprintf(" UNION ALL SELECT '' FROM %s r WHERE r.deleted = '' AND %s = '[]'", s.kind, f.is)
		}
		parts = append(parts, from)
	}
	found.texts, err = collect(ctx, v, func(value *string) []any { return []any{value} },
		fmt.Sprintf("SELECT value FROM (%s) v GROUP BY value ORDER BY count(*) DESC, value LIMIT %d", strings.Join(parts, " UNION ALL "), maxValues), a.args...)
	return found, err
}
