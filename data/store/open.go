package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"visitdesk/data/career"
)

// Open opens the office in file and brings its schema up to date. A file that
// does not exist is made, its folder is not. Errors are career.ErrForeign for a
// file that is no office, be it empty, career.ErrTooNew, ErrDamaged,
// ErrReadOnly and ErrFull; the file is not changed by any of them.
func Open(ctx context.Context, file string, o Options) (*Store, error) {
	s, err := open(ctx, file, o, &sqliteDialect)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", file, err)
	}
	return s, nil
}

func open(ctx context.Context, file string, o Options, d *dialect) (*Store, error) {
	file, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	s := &Store{d: d, actor: o.Actor, now: o.Now}
	if s.now == nil {
		s.now = time.Now
	}
	switch info, err := os.Stat(file); {
	case errors.Is(err, fs.ErrNotExist):
		err = s.create(ctx, file)
		if err != nil {
			return nil, err
		}
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular() || info.Size() == 0:
		return nil, career.ErrForeign
	case info.Mode().Perm()&0o200 == 0:
		return nil, career.ErrReadOnly // before the database puts files of its own beside it
	default:
		if err := s.inspect(ctx, file); err != nil {
			return nil, err
		}
		if err := s.migrate(ctx, file); err != nil {
			return nil, err
		}
	}
	return s, s.connect(ctx, file)
}

// connect opens one writer, so that writers never wait in the database, and
// readers that an import does not hold up.
func (s *Store) connect(ctx context.Context, file string) (err error) {
	if s.writer, err = s.d.connect(file, writing, 1); err != nil {
		return err
	}
	if s.reader, err = s.d.connect(file, reading, 4); err != nil {
		return errors.Join(err, s.writer.Close())
	}
	if err := s.reader.PingContext(ctx); err != nil {
		return errors.Join(s.d.explain(err), s.Close())
	}
	return nil
}

// create makes an empty office beside file and moves it there when it is
// whole: neither a crash nor a full disk leaves half an office behind.
func (s *Store) create(ctx context.Context, file string) error {
	draft := file + ".new"
	err := s.remove(draft) // left by a crash
	if err == nil {
		err = s.draft(ctx, draft)
	}
	if err == nil {
		err = s.migrate(ctx, draft)
	}
	if err == nil {
		err = os.Rename(draft, file)
	}
	if err != nil {
		return errors.Join(err, s.remove(draft))
	}
	return syncFolder(filepath.Dir(file))
}

// draft makes a marked file without tables.
func (s *Store) draft(ctx context.Context, file string) error {
	probe, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w: %w", career.ErrReadOnly, err)
	}
	if err != nil {
		return err
	}
	if err := probe.Close(); err != nil {
		return err
	}
	db, err := s.d.connect(file, migrating, 1)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, s.d.mark)
	return errors.Join(s.d.explain(err), db.Close())
}

// remove removes a draft and what the database put beside it.
func (s *Store) remove(file string) error {
	var errs []error
	for _, suffix := range append([]string{""}, s.d.beside...) {
		if err := os.Remove(file + suffix); !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// syncFolder makes a new name in the folder outlive a power cut. Windows needs
// no such thing and refuses it.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}

// inspect tells whether the file is an office that this program may open,
// without changing a byte of it or, but after a crash, of its folder: then part
// of the office is in the log, and the file alone looks damaged.
func (s *Store) inspect(ctx context.Context, file string) error {
	a := peeking
	if info, err := os.Stat(file + s.d.log); err == nil && info.Size() > 0 {
		a = joining
	}
	db, err := s.d.connect(file, a, 1)
	if err != nil {
		return err
	}
	defer db.Close()
	mark, err := number(ctx, db, s.d.identity)
	if err != nil {
		return s.d.explain(err)
	}
	if mark != application {
		return career.ErrForeign
	}
	return s.known(ctx, db)
}

// known returns career.ErrTooNew if the file has more schema files behind it
// than this program knows.
func (s *Store) known(ctx context.Context, q querier) error {
	version, err := number(ctx, q, s.d.version)
	if err != nil {
		return s.d.explain(err)
	}
	files, err := s.schemas()
	if err != nil || version <= len(files) {
		return err
	}
	program := "unknown"
	// A newer office may keep its program elsewhere; the number is enough then.
	_ = q.QueryRowContext(ctx, `SELECT value FROM office WHERE key = 'program'`).Scan(&program)
	return fmt.Errorf("%w: schema %d by program %s, this one knows schema %d", career.ErrTooNew, version, program, len(files))
}

// schemas returns the names of the schema files in order.
func (s *Store) schemas() ([]string, error) {
	return fs.Glob(s.d.schema, "schema/*.sql") // sorted
}

// migrate runs, in one transaction, the schema files that the office has not
// seen.
func (s *Store) migrate(ctx context.Context, file string) error {
	db, err := s.d.connect(file, migrating, 1)
	if err != nil {
		return err
	}
	s.writer = db // for the time being
	ran := false
	err = s.atomically(ctx, func(tx *sql.Tx) (err error) {
		if err := s.known(ctx, tx); err != nil {
			return err
		}
		ran, err = s.runSchemas(ctx, tx)
		return err
	})
	if err == nil && ran {
		_, err = db.ExecContext(ctx, s.d.settle)
	}
	return errors.Join(s.d.explain(err), db.Close())
}

// runSchemas runs the schema files that are new to the office and reports
// whether there were any.
func (s *Store) runSchemas(ctx context.Context, tx *sql.Tx) (ran bool, err error) {
	files, err := s.schemas()
	if err != nil {
		return false, err
	}
	version, err := number(ctx, tx, s.d.version)
	if err != nil {
		return false, err
	}
	if version == len(files) {
		return false, s.complete(ctx, tx)
	}
	for _, name := range files[version:] {
		text, err := fs.ReadFile(s.d.schema, name)
		if err != nil {
			return false, err
		}
		if _, err := tx.ExecContext(ctx, string(text)); err != nil {
			return false, fmt.Errorf("%s: %w", name, err)
		}
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO office (key, value) VALUES ('program', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value`, program())
	if err != nil {
		return false, err
	}
	if err := s.noneDangling(ctx, tx); err != nil {
		return false, err
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf(s.d.setVersion, len(files)))
	return true, err
}

// complete returns career.ErrDamaged if a table of ours is missing or cannot be
// read at its root.
func (s *Store) complete(ctx context.Context, tx *sql.Tx) error {
	for _, k := range keepers() {
		_, err := number(ctx, tx, fmt.Sprintf("SELECT version FROM %s LIMIT 1", k.Kind()))
		if err != nil && !errors.Is(err, sql.ErrNoRows) && !s.d.again(err) {
			return fmt.Errorf("%w: table %s: %w", career.ErrDamaged, k.Kind(), err)
		}
	}
	return nil
}

// noneDangling returns career.ErrDamaged if a reference leads nowhere.
func (s *Store) noneDangling(ctx context.Context, q querier) error {
	rows, err := q.QueryContext(ctx, s.d.dangling)
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		return fmt.Errorf("%w: references that lead nowhere", career.ErrDamaged)
	}
	return rows.Err()
}

// program names the program as its build does: "visitdesk v1.2.0".
func program() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "visitdesk"
	}
	return "visitdesk " + info.Main.Version
}
