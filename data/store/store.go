// Package store keeps the office's records in one file.
//
// Each noun of package career has a file here that lists its columns once and
// asks its questions in SQL. What the user does in one act is one transaction
// and one Change, which says who did it, when and to what, and can be undone,
// also after a restart. Nothing outside this package sees SQL; inside it, only
// the dialect knows which database it is.
//
// Records are deleted softly: a deleted one is found by nothing but Undo and
// History. Nothing that lives refers to what is deleted; Delete sees to it.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/google/uuid"

	"visitdesk/data/career"
)

// Options says who works in the office, and when.
type Options struct {
	Actor string           // written beside every change
	Now   func() time.Time // nil for time.Now
}

// Store is an open office. Its methods may be called from any goroutine.
type Store struct {
	file           string      // absolute
	identity       os.FileInfo // of the file when it was opened
	writer, reader *sql.DB
	d              *dialect
	actor          string
	now            func() time.Time
	answers        answers
	watch          func(query string) // sees every query; nil outside tests
}

// Close closes the office.
func (s *Store) Close() error {
	// The writer last: the last connection to leave brings all into the file.
	return errors.Join(s.reader.Close(), s.writer.Close())
}

// NewID returns an ID for a record that does not have one yet. Save gives IDs
// by itself; ask for one first when another record of the same act refers to it.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// querier is what *sql.DB, *sql.Conn and *sql.Tx have in common.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// session is a transaction that reads.
type session struct {
	q     querier
	d     *dialect
	today career.Date // where the user is
	watch func(string)
}

// query runs a query that returns rows.
func (v session) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if v.watch != nil {
		v.watch(query)
	}
	return v.q.QueryContext(ctx, query, args...)
}

// view runs do in a transaction that sees the office at one moment.
func (s *Store) view(ctx context.Context, doing string, do func(session) error) error {
	return s.viewOf(ctx, s.reader, doing, do)
}

// viewOf is view through the connections of db.
func (s *Store) viewOf(ctx context.Context, db *sql.DB, doing string, do func(session) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", doing, s.explain(err))
	}
	defer tx.Rollback() // reading leaves nothing to commit
	if err := do(session{tx, s.d, s.today(), s.watch}); err != nil {
		return fmt.Errorf("%s: %w", doing, s.explain(err))
	}
	return nil
}

// atomically runs do in a transaction that writes: all of it is kept, or none.
// It is run again if the database asks for that.
func (s *Store) atomically(ctx context.Context, do func(*sql.Tx) error) error {
	const tries = 5
	for try := 1; ; try++ {
		err := once(ctx, s.writer, func(tx *sql.Tx) error {
			if err := do(tx); err != nil {
				return err
			}
			return s.there()
		})
		if err == nil || try == tries || !s.d.again(err) {
			return s.explain(err)
		}
	}
}

// beginner is what *sql.DB and *sql.Conn have in common.
type beginner interface {
	BeginTx(context.Context, *sql.TxOptions) (*sql.Tx, error)
}

func once(ctx context.Context, db beginner, do func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // harmless after Commit
	if err := do(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// collect reads all rows of a query; dest says where the columns of a row go.
func collect[R any](ctx context.Context, s session, dest func(*R) []any, query string, args ...any) ([]R, error) {
	rows, err := s.query(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []R
	for rows.Next() {
		var r R
		if err := rows.Scan(dest(&r)...); err != nil {
			return nil, err
		}
		list = append(list, r)
	}
	return list, rows.Err()
}

// today returns the day it is where the user is.
func (s *Store) today() career.Date { return career.DateOf(s.now()) }
