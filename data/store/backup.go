package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"visitdesk/data/career"
)

// errItself reports a backup that would take the place of the office.
var errItself = errors.New("the office itself")

// BackUp copies the office as it is at one moment to a file, which appears whole
// and examined or not at all; one of that name is replaced. The copy is a single
// file that opens anywhere, be it on a medium that can only be read. Work goes on
// meanwhile; a gigabyte takes about four seconds.
//
// It returns career.ErrFull or ErrReadOnly for the place of the copy, and
// ErrDamaged if the office has damage that would go into it.
func (s *Store) BackUp(ctx context.Context, file string) error {
	if err := s.backUp(ctx, file); err != nil {
		return fmt.Errorf("back up to %s: %w", file, s.d.explain(err))
	}
	return nil
}

func (s *Store) backUp(ctx context.Context, file string) error {
	file, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	if info, err := os.Stat(file); err == nil && os.SameFile(info, s.identity) {
		return errItself
	}
	draft := file + ".tmp"
	if err := s.remove(draft); err != nil { // left by a crash
		return err
	}
	if err := s.copyTo(ctx, draft); err != nil {
		return errors.Join(err, s.remove(draft))
	}
	if err := s.examine(ctx, draft); err != nil {
		return errors.Join(err, s.remove(draft))
	}
	if err := os.Rename(draft, file); err != nil {
		return errors.Join(err, s.remove(draft))
	}
	return syncFolder(filepath.Dir(file))
}

// copyTo copies the office and forces the copy to the disk.
func (s *Store) copyTo(ctx context.Context, file string) error {
	if err := newFile(file); err != nil {
		return err
	}
	if err := s.there(); err != nil { // a connection would make an office anew
		return err
	}
	db, err := s.d.connect(s.file, joining, 1)
	if err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, s.d.copy, file); err != nil {
		return errors.Join(s.d.explain(err), db.Close())
	}
	if err := db.Close(); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// examine returns career.ErrDamaged unless the copy is whole.
func (s *Store) examine(ctx context.Context, file string) error {
	db, err := s.d.connect(file, peeking, 1)
	if err != nil {
		return err
	}
	defer db.Close()
	faults, err := collect(ctx, session{q: db, d: s.d}, func(line *string) []any { return []any{line} }, s.d.integrity)
	if err != nil {
		return err
	}
	if len(faults) != 1 || faults[0] != "ok" {
		return fmt.Errorf("%w: %s", career.ErrDamaged, strings.Join(faults, "; "))
	}
	return nil
}
