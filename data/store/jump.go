package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Places returns the After of the pages that begin every, 2*every … rows into
// what q lists, and how many rows that is in all. It takes what it sees in one
// moment; rows that come later move the others on.
func (s *Store) Places(ctx context.Context, name Listing, q Query, every int) (after []string, total int, err error) {
	l, err := listingOf(name)
	if err != nil {
		return nil, 0, err
	}
	every = max(every, 1)
	q.After, q.Limit = "", every
	err = s.view(ctx, "places in the list of "+string(name), func(v session) error {
		for {
			places, err := v.kept(ctx, l, q)
			if err != nil {
				return err
			}
			total += len(places)
			if len(places) < every {
				return nil
			}
			q.After = places[every-1].cursor()
			after = append(after, q.After)
		}
	})
	if err != nil {
		return nil, 0, err
	}
	return after, total, nil
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
	var parts []string
	err = s.view(ctx, "values of "+field, func(v session) error {
		a := &params{session: v}
		for _, s := range l.from {
			f, err := s.field(field)
			if err != nil {
				return err
			}
			if values = f.values; values != nil {
				return nil
			}
			from := fmt.Sprintf("SELECT %s AS value FROM %s r WHERE r.deleted = ''", a.sql(f.is), s.kind)
			if f.holds == lists {
				from = fmt.Sprintf(a.d.listed, f.is, s.kind)
			}
			parts = append(parts, from)
		}
		values, err = collect(ctx, v, func(value *string) []any { return []any{value} },
			fmt.Sprintf("SELECT value FROM (%s) v GROUP BY value ORDER BY count(*) DESC, value LIMIT %d", strings.Join(parts, " UNION ALL "), maxValues), a.args...)
		return err
	})
	return slices.Clone(values), err
}
