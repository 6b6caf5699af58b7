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
	"strings"
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
	s := &Store{file: file, d: d, actor: o.Actor, now: o.Now}
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
		unseen, err := s.inspect(ctx, file)
		if err == nil {
			err = s.writable(ctx, file)
		}
		if err == nil && unseen > 0 {
			err = s.migrate(ctx, file)
		}
		if err != nil {
			return nil, err
		}
	}
	return s, s.connect(ctx, file)
}

// connect opens one writer, so that writers never wait in the database, and
// readers that an import does not hold up. The writer's connection is made for
// the first act: who only reads pays for one connection.
func (s *Store) connect(ctx context.Context, file string) (err error) {
	if s.writer, err = s.d.connect(file, writing, 1); err != nil {
		return err
	}
	if s.reader, err = s.d.connect(file, reading, 4); err != nil {
		return errors.Join(err, s.writer.Close())
	}
	if err := s.ready(ctx); err != nil {
		return errors.Join(s.d.explain(err), s.Close())
	}
	if s.identity, err = identify(file); err != nil {
		return errors.Join(err, s.Close())
	}
	return nil
}

// ready returns an error unless the office is all there.
func (s *Store) ready(ctx context.Context) error {
	conn, err := s.reader.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := s.unseen(ctx, conn); err != nil { // looked at again: it is shared from here on
		return err
	}
	return s.complete(ctx, conn)
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
	if err := newFile(file); err != nil {
		return err
	}
	db, err := s.d.connect(file, migrating, 1)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, s.d.mark)
	return errors.Join(s.d.explain(err), db.Close())
}

// newFile makes an empty file that nobody else may read.
func newFile(file string) error {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w: %w", career.ErrReadOnly, err)
	}
	if err != nil {
		return err
	}
	return f.Close()
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

// inspect tells whether the file is an office that this program may open, and
// how many schema files are new to it, without changing a byte of it or, but
// after a crash, of its folder: then part of the office is in the log, and the
// file alone looks damaged.
func (s *Store) inspect(ctx context.Context, file string) (unseen int, err error) {
	a := peeking
	if info, err := os.Stat(file + s.d.log); err == nil && info.Size() > 0 {
		a = joining
	}
	db, err := s.d.connect(file, a, 1)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	mark, err := number(ctx, db, s.d.identity)
	if err != nil {
		return 0, s.d.explain(err)
	}
	if mark != application {
		return 0, career.ErrForeign
	}
	return s.unseen(ctx, db)
}

// writable returns career.ErrReadOnly if only reading the file is allowed. A
// connection that found out later would leave files of its own beside it.
func (s *Store) writable(ctx context.Context, file string) error {
	db, err := s.d.connect(file, touching, 1)
	if err != nil {
		return err
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		return s.d.explain(err)
	}
	defer conn.Close()
	return conn.Raw(s.d.writable)
}

// unseen returns how many schema files are new to the office, or
// career.ErrTooNew if it has more behind it than this program knows.
func (s *Store) unseen(ctx context.Context, q querier) (int, error) {
	version, err := number(ctx, q, s.d.version)
	if err != nil {
		return 0, s.d.explain(err)
	}
	files, err := s.schemas()
	if err != nil || version <= len(files) {
		return len(files) - version, err
	}
	program := "unknown"
	// A newer office may keep its program elsewhere; the number is enough then.
	_ = q.QueryRowContext(ctx, `SELECT value FROM office WHERE key = 'program'`).Scan(&program)
	return 0, fmt.Errorf("%w: schema %d by program %s, this one knows schema %d", career.ErrTooNew, version, program, len(files))
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
	err = s.atomically(ctx, func(tx *sql.Tx) error {
		unseen, err := s.unseen(ctx, tx) // another program may have been faster
		if ran = err == nil && unseen > 0; !ran {
			return err
		}
		return s.runSchemas(ctx, tx, unseen)
	})
	if err == nil && ran {
		_, err = db.ExecContext(ctx, s.d.settle)
	}
	return errors.Join(s.d.explain(err), db.Close())
}

// runSchemas runs the last n schema files.
func (s *Store) runSchemas(ctx context.Context, tx *sql.Tx, n int) error {
	files, err := s.schemas()
	if err != nil {
		return err
	}
	for _, name := range files[len(files)-n:] {
		text, err := fs.ReadFile(s.d.schema, name)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, string(text)); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := s.derive(ctx, tx); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO office (key, value) VALUES ('program', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value`, program())
	if err != nil {
		return err
	}
	if err := s.noneDangling(ctx, tx); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf(s.d.setVersion, len(files)))
	return err
}

// complete returns career.ErrDamaged if a table of ours is missing or cannot be
// read at its root.
func (s *Store) complete(ctx context.Context, q querier) error {
	var roots []string
	for _, k := range keepers() {
		roots = append(roots, fmt.Sprintf("SELECT version FROM (SELECT version FROM %s LIMIT 1) AS %[1]s", k.Kind()))
	}
	_, err := q.ExecContext(ctx, strings.Join(roots, " UNION ALL "))
	if err != nil && ctx.Err() == nil && s.d.meaning(err) == nil && !s.d.again(err) {
		return fmt.Errorf("%w: %w", career.ErrDamaged, err)
	}
	return err
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
