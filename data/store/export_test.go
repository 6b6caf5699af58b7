package store

import (
	"context"
	"fmt"
	"slices"
)

// Watch lets see every query that reads.
func (s *Store) Watch(see func(query string)) { s.watch = see }

// Crowd leaves the disk no more room than for some pages.
func (s *Store) Crowd(ctx context.Context, pages int) error {
	used, err := number(ctx, s.writer, "PRAGMA page_count")
	if err != nil {
		return err
	}
	_, err = s.writer.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", used+pages))
	return err
}

// Uncrowd takes the limit away again.
func (s *Store) Uncrowd(ctx context.Context) error {
	_, err := s.writer.ExecContext(ctx, "PRAGMA max_page_count = 1073741823")
	return err
}

// Pragma asks a connection for a setting; the reader's, or the writer's.
func (s *Store) Pragma(ctx context.Context, writer bool, name string) (value string, err error) {
	db := s.reader
	if writer {
		db = s.writer
	}
	err = db.QueryRowContext(ctx, "PRAGMA "+name).Scan(&value)
	return value, err
}

// Exec changes the file behind the store's back.
func (s *Store) Exec(ctx context.Context, query string) error {
	_, err := s.writer.ExecContext(ctx, query)
	return err
}

// Connections returns how many connections there are that read, and that write.
func (s *Store) Connections() (readers, writers int) {
	return s.reader.Stats().OpenConnections, s.writer.Stats().OpenConnections
}

// Fields returns what a list can be sorted and filtered by.
func Fields(list Listing) (sorts, filters []string) {
	l, err := listingOf(list)
	if err != nil {
		return nil, nil
	}
	for key, f := range l.from[0].fields {
		filters = append(filters, key)
		if f.holds != lists && f.rough == nil {
			sorts = append(sorts, key)
		}
	}
	slices.Sort(sorts)
	slices.Sort(filters)
	return sorts, filters
}
