package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"visitdesk/data/career"
)

// Hit is a record that words may mean, of any kind.
type Hit struct {
	Kind   career.Kind
	ID     string
	Name   string // of a visit, its employer's; of a commitment, what was promised
	Detail string // what tells it from others of its name: a place, an employer, a day
}

// sought is a kind of record that Search looks for, and how its hits are told:
// name and detail, of the table as r.
type sought struct {
	source
	ranked       bool
	name, detail string
}

// all kinds that Search looks for, in the order in which those come that are
// meant as likely.
var soughts = []sought{
	{employerList.from[0], true, "r.name", "r.place"},
	{personList.from[0], true, "r.name", contactWhere},
	{personList.from[1], true, "r.name", "CASE r.title WHEN '' THEN r.department ELSE r.title END"},
	{visitList.from[0], false, visitEmployer, `r."from"`},
	{commitmentList.from[0], false, "r.what", commitmentEmployer},
	{meetingList.from[0], false, "r.title", `r."from"`},
	{graduateList.from[0], true, "r.name", "r.cohort || ' ' || r.major"},
}

// hit is a candidate of a kind, by its place in soughts.
type hit struct {
	candidate
	order int
}

// Of so many employers that the words find, Search looks at the contacts,
// visits and commitments too.
const nearEmployers = 5

// Search returns at most n records of all kinds that the words may mean, the
// likeliest first. A quarter of them is each kind's own, so that the few
// employers are not lost among the many graduates.
func (s *Store) Search(ctx context.Context, words string, n int) (list []Hit, err error) {
	needle := parse(words)
	if len(needle.words) == 0 || n <= 0 {
		return nil, nil
	}
	err = s.view(ctx, fmt.Sprintf("search %q", words), func(v session) error {
		hits, err := v.hits(ctx, needle, (n+3)/4)
		if err != nil {
			return err
		}
		list, err = v.tell(ctx, hits[:min(len(hits), n)])
		return err
	})
	return list, err
}

// hits returns what the words may mean, the likeliest first, but after the share
// of each kind comes what is left of all.
func (v session) hits(ctx context.Context, n needle, share int) ([]hit, error) {
	var hits, left []hit
	near := []place{}
	for i, kind := range soughts {
		f := v.finder(kind.source, n, kind.ranked)
		f.quick, f.near = true, near
		list, err := f.all(ctx, nil)
		if err != nil {
			return nil, err
		}
		for k, c := range n.order(list) {
			if !kind.ranked {
				c.rank = unranked
			}
			if kind.kind == career.KindEmployer && k < nearEmployers {
				near = append(near, c.place)
			}
			if k < share {
				hits = append(hits, hit{c, i})
			} else {
				left = append(left, hit{c, i})
			}
		}
	}
	likeliest := func(a, b hit) int { return cmp.Or(a.rank-b.rank, a.order-b.order) }
	slices.SortStableFunc(hits, likeliest)
	slices.SortStableFunc(left, likeliest)
	return append(hits, left...), nil
}

// unranked is the rank of what no name is known of yet: after the others.
const unranked = 9

// tell reads the names and details of hits, in their order.
func (v session) tell(ctx context.Context, hits []hit) ([]Hit, error) {
	list := make([]Hit, len(hits))
	at := map[string]int{}
	parts := make([][]place, len(soughts))
	for i, h := range hits {
		at[h.id], parts[h.order] = i, append(parts[h.order], h.place)
	}
	for i, part := range parts {
		if len(part) == 0 {
			continue
		}
		a, kind := &params{session: v}, soughts[i]
		rows, err := collect(ctx, v, func(h *Hit) []any { return []any{&h.ID, &h.Name, &h.Detail} },
			fmt.Sprintf("SELECT r.id, %s, %s FROM %s r WHERE r.id %s", a.sql(kind.name), a.sql(kind.detail), kind.kind, a.among(ids(part))), a.args...)
		if err != nil {
			return nil, err
		}
		for _, h := range rows {
			h.Kind = kind.kind
			list[at[h.ID]] = h
		}
	}
	return list, nil
}
