package ui

import (
	"context"
	"maps"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// Listed returns the source of a grid that shows one of the store's lists: page
// reads it, key tells a row's ID and where the page after it begins.
func Listed[T any](s *store.Store, of store.Listing, page func(context.Context, store.Query) ([]T, error), key func(T) (id, cursor string)) Source[T] {
	return Source[T]{
		Page:   page,
		ID:     func(row T) string { id, _ := key(row); return id },
		Cursor: func(row T) string { _, cursor := key(row); return cursor },
		Places: func(ctx context.Context, q store.Query, every int) ([]string, int, error) {
			return s.Places(ctx, of, q, every)
		},
		Values: func(ctx context.Context, field string) ([]string, error) { return s.Values(ctx, of, field) },
	}
}

// Said returns what says the codes of a closed list, for the values of a
// column's filter.
func Said[C interface {
	career.Code
	~string
}](d *Desk) func(code string) string {
	return func(code string) string { return d.T(C(code).Key()) }
}

// Where returns the source of those rows alone that a filter lets through, which
// may change from one reading to the next. It is called off the window's
// goroutine.
func (s Source[T]) Where(filter func() map[string][]string) Source[T] {
	narrow := func(q store.Query) store.Query {
		fields := maps.Clone(filter())
		for field, values := range q.Filter { // what the user ticks counts
			if fields == nil {
				fields = map[string][]string{}
			}
			fields[field] = values
		}
		q.Filter = fields
		return q
	}
	page, places := s.Page, s.Places
	s.Page = func(ctx context.Context, q store.Query) ([]T, error) { return page(ctx, narrow(q)) }
	if places != nil {
		s.Places = func(ctx context.Context, q store.Query, every int) ([]string, int, error) {
			return places(ctx, narrow(q), every)
		}
	}
	return s
}
