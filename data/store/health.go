package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"visitdesk/data/career"
)

// Health is what an examination of the office's file found.
type Health struct {
	Faults   []string // damage, in the database's words; none when it is whole
	Dangling int      // references that lead nowhere
	Schema   int      // schema files behind the office
	Program  string   // the program that ran the last one
	Counts   []Count  // living records of each kind
}

// Count is how many living records there are of a kind.
type Count struct {
	Kind  career.Kind
	Count int
}

// Err returns career.ErrDamaged if anything is wrong with the file.
func (h Health) Err() error {
	if len(h.Faults) > 0 {
		return fmt.Errorf("%w: %s", career.ErrDamaged, strings.Join(h.Faults, "; "))
	}
	if h.Dangling > 0 {
		return fmt.Errorf("%w: %d references that lead nowhere", career.ErrDamaged, h.Dangling)
	}
	return nil
}

// Health examines the whole file. It takes about a second for each gigabyte;
// damage is in the result, not an error, unless nothing can be read at all.
func (s *Store) Health(ctx context.Context) (h Health, err error) {
	// Through a connection of its own: one that has searched before examines
	// the full-text index by an outline of it that may be out of date, and finds
	// damage where there is none. Searching looks for a newer outline first.
	db, err := s.d.connect(s.file, reading, 1)
	if err != nil {
		return h, fmt.Errorf("examine the office: %w", err)
	}
	defer db.Close()
	err = s.viewOf(ctx, db, "examine the office", func(v session) error {
		if h.Schema, err = number(ctx, v.q, s.d.version); err != nil {
			return err
		}
		err := v.q.QueryRowContext(ctx, "SELECT value FROM office WHERE key = 'program'").Scan(&h.Program)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		if h.Faults, err = collect(ctx, v, func(line *string) []any { return []any{line} }, s.d.integrity); err != nil {
			return err
		}
		if len(h.Faults) == 1 && h.Faults[0] == "ok" {
			h.Faults = nil
		}
		dangling, err := collect(ctx, v, func(*struct{}) []any { return []any{new(any), new(any), new(any), new(any)} }, s.d.dangling)
		if err != nil {
			return err
		}
		h.Dangling = len(dangling)
		return h.count(ctx, v)
	})
	return h, err
}

func (h *Health) count(ctx context.Context, v session) error {
	for _, k := range keepers() {
		n, err := number(ctx, v.q, fmt.Sprintf("SELECT count(*) FROM %s WHERE deleted = ''", k.Kind()))
		if err != nil {
			return err
		}
		h.Counts = append(h.Counts, Count{k.Kind(), n})
	}
	return nil
}
