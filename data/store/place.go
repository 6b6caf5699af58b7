package store

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"visitdesk/data/career"
)

// This file watches the place where an open office lies. A file that was moved
// or removed can still be written to, and whatever is written is lost with it:
// so every act looks, before it says that something is saved, whether the file
// is where it was.

// identify returns what tells the file from another one of its name.
func identify(file string) (os.FileInfo, error) {
	info, err := os.Stat(file)
	if err == nil {
		os.SameFile(info, info) // Windows asks for the number of the file not before this
	}
	return info, err
}

// there returns career.ErrGone if the office is not the file it was when it was
// opened, and ErrReadOnly if it or its folder cannot be written to any more. An
// office that is being made is wherever it is.
func (s *Store) there() error {
	if s.identity == nil {
		return nil
	}
	info, err := os.Stat(s.file)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: %w", career.ErrReadOnly, err)
	case err != nil:
		return fmt.Errorf("%w: %w", career.ErrGone, err)
	case !os.SameFile(s.identity, info):
		return fmt.Errorf("%w: %s is another file now", career.ErrGone, s.file)
	case info.Mode().Perm()&0o200 == 0:
		return fmt.Errorf("%w: %s", career.ErrReadOnly, s.file)
	}
	for _, path := range []string{s.file, filepath.Dir(s.file)} {
		if err := mayWrite(path); err != nil {
			return fmt.Errorf("%w: %w", career.ErrReadOnly, err)
		}
	}
	return nil
}

// explain puts err into career's words. What the database could not read or
// write is looked into: it does not say why.
func (s *Store) explain(err error) error {
	if err == nil || !s.d.broken(err) {
		return s.d.explain(err)
	}
	// Connections to a medium that was away stay dead when it is back.
	for _, db := range []*sql.DB{s.reader, s.writer} {
		s.d.renew(db)
	}
	if reason := s.there(); reason != nil {
		return fmt.Errorf("%w: %w", reason, err)
	}
	if reason := s.room(); reason != nil {
		return fmt.Errorf("%w: %w", reason, err)
	}
	return s.d.explain(err)
}

// room returns career.ErrFull or ErrReadOnly if a little file beside the office
// cannot be written.
func (s *Store) room() error {
	probe, err := os.CreateTemp(filepath.Dir(s.file), ".room-*")
	if err == nil {
		_, err = probe.Write(make([]byte, 64<<10))
		err = errors.Join(err, probe.Sync(), probe.Close(), os.Remove(probe.Name()))
	}
	switch {
	case errors.Is(err, syscall.ENOSPC), quota(err):
		return fmt.Errorf("%w: %w", career.ErrFull, err)
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: %w", career.ErrReadOnly, err)
	}
	return nil
}
