package store

import (
	"context"
	"database/sql"
	"fmt"

	"visitdesk/data/career"
)

// This file keeps what the window remembers about the office and must not leave
// it: drafts, saved views, recent records. It has no history and is in no list.

// Keep remembers a value under a key, such as "draft/visit/0192…", instead of
// what was there before.
func (s *Store) Keep(ctx context.Context, key string, value []byte) error {
	value = append([]byte{}, value...) // nothing is a value too, and no NULL
	return s.remember(ctx, "keep "+key, "INSERT INTO memory (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value)
}

// Drop forgets a key. One that is not there is forgotten already.
func (s *Store) Drop(ctx context.Context, key string) error {
	return s.remember(ctx, "drop "+key, "DELETE FROM memory WHERE key = $1", key)
}

func (s *Store) remember(ctx context.Context, doing, query string, args ...any) error {
	err := s.atomically(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, query, args...)
		return err
	})
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

// Kept returns the value under a key, or career.ErrNotFound.
func (s *Store) Kept(ctx context.Context, key string) (value []byte, err error) {
	err = s.view(ctx, "kept "+key, func(v session) error {
		list, err := collect(ctx, v, func(b *[]byte) []any { return []any{b} }, "SELECT m.value FROM memory m WHERE m.key = $1", key)
		if err == nil && len(list) == 0 {
			err = career.ErrNotFound
		}
		if err == nil {
			value = list[0]
		}
		return err
	})
	return value, err
}

// KeptUnder returns the values of all keys that begin with the prefix; an empty
// map if there are none.
func (s *Store) KeptUnder(ctx context.Context, prefix string) (map[string][]byte, error) {
	type row struct {
		key   string
		value []byte
	}
	values := map[string][]byte{}
	err := s.view(ctx, "kept under "+prefix, func(v session) error {
		rows, err := collect(ctx, v, func(r *row) []any { return []any{&r.key, &r.value} },
			"SELECT m.key, m.value FROM memory m WHERE m.key >= $1 AND m.key < $2", prefix, prefix+"\U0010FFFF")
		for _, r := range rows {
			values[r.key] = r.value
		}
		return err
	})
	return values, err
}
