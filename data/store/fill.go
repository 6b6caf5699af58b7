package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"visitdesk/data/career"
)

// This file fills an empty office with any number of records in one go. What
// Save does for each record, so that it can be found, counted and undone, is
// done here once for all: indexes, full-text search, copies of the newest
// outcomes and the check of references come last.

// Filled is the act of the change that Fill leaves behind.
const Filled = "fill"

// waiting is how many statements may wait for the database. It is enough for
// whoever makes the records not to wait for each.
const waiting = 64

// Fill keeps all nouns that do puts, in one act, in an office without records:
// career.ErrNotEmpty if there are any, deleted ones included. All are kept or,
// if do or the office fails or ctx ends, none.
//
// A noun belongs to Fill once it is put; it gets its ID, if it has none, its
// version and its stamps then. The nouns may come in any order. put returns a
// career.Invalid at the first call with a noun that cannot be kept; what it
// returns is for do to return. Fill returns career.ErrNotFound for a reference
// that leads nowhere and ErrTaken for what must be unique and is not.
//
// There is no history of the single records: the change says how many there
// are, and cannot be undone. The same nouns at the same time make the same file.
func (s *Store) Fill(ctx context.Context, do func(put func(...career.Noun) error) error) error {
	err := s.unhindered(ctx, func(tx *sql.Tx) error {
		a := &act{session: session{tx, s.d, s.today(), s.watch}, tx: tx, now: career.StampOf(s.now()), head: head{act: Filled}, stmts: map[string]*sql.Stmt{}}
		if err := a.empty(ctx); err != nil {
			return err
		}
		indexes, err := a.dropIndexes(ctx)
		if err != nil {
			return err
		}
		f := &filling{act: a, ctx: ctx, rows: bulk{}, batches: make(chan batch, waiting), kept: make(chan error, 1)}
		go f.keep()
		if err := f.gather(do); err != nil {
			return err
		}
		if err := a.finish(ctx, indexes); err != nil || f.count == 0 {
			return err
		}
		a.head.reason = strconv.Itoa(f.count)
		return a.log(ctx, s.actor)
	})
	if ended := ctx.Err(); err != nil && ended != nil && !errors.Is(err, ended) {
		err = fmt.Errorf("%w: %w", ended, err) // the database only says that it was interrupted
	}
	if err != nil {
		return fmt.Errorf("fill the office: %w", s.d.explain(err))
	}
	return nil
}

// unhindered runs do in a transaction that looks at no reference and has more
// memory than others. Both hold for the writer's connection, which nobody else
// has meanwhile.
func (s *Store) unhindered(ctx context.Context, do func(*sql.Tx) error) (err error) {
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, s.d.rush); err != nil {
		return err
	}
	// Without ctx: a transaction that ends with it may still be ending when the
	// connection is to be as before. Every statement of do ends with ctx.
	lasting := context.WithoutCancel(ctx)
	defer func() { // also when do panics
		if _, calm := conn.ExecContext(lasting, s.d.calm); calm != nil {
			// Nobody may write with a connection that looks at no reference.
			drop := conn.Raw(func(any) error { return driver.ErrBadConn })
			err = errors.Join(err, calm, drop)
		}
	}()
	return once(lasting, conn, do)
}

// empty returns career.ErrNotEmpty if there is any record.
func (a *act) empty(ctx context.Context) error {
	for _, k := range keepers() {
		n, err := number(ctx, a.tx, fmt.Sprintf("SELECT count(*) FROM (SELECT id FROM %s LIMIT 1) AS r", k.Kind()))
		if err != nil {
			return err
		}
		if n > 0 {
			return fmt.Errorf("%ss: %w", k.Kind(), career.ErrNotEmpty)
		}
	}
	return nil
}

// index is an index of a table with the statement that makes it.
type index struct{ name, table, create string }

// dropIndexes drops all indexes that statements of the schema made, and returns
// them: making an index of a full table takes a third of the time.
func (a *act) dropIndexes(ctx context.Context) ([]index, error) {
	list, err := collect(ctx, a.session, func(i *index) []any { return []any{&i.name, &i.table, &i.create} }, a.d.indexes)
	for _, i := range list {
		if err == nil {
			_, err = a.tx.ExecContext(ctx, "DROP INDEX "+i.name)
		}
	}
	return list, err
}

// createIndexes makes indexes again.
func (a *act) createIndexes(ctx context.Context, list []index) error {
	for _, i := range list {
		if _, err := a.tx.ExecContext(ctx, i.create); err != nil {
			return fmt.Errorf("index %s: %w", i.name, err)
		}
	}
	return nil
}

// finish does for all records at once what makes them as if they were saved.
func (a *act) finish(ctx context.Context, indexes []index) error {
	// The copies need the index of outcomes, and are in an index themselves.
	after := slices.DeleteFunc(slices.Clone(indexes), func(i index) bool { return i.table == string(career.KindOutcome) })
	before := slices.DeleteFunc(slices.Clone(indexes), func(i index) bool { return i.table != string(career.KindOutcome) })
	if err := a.createIndexes(ctx, before); err != nil {
		return err
	}
	if err := a.exec(ctx, copyNewest); err != nil {
		return fmt.Errorf("newest outcomes: %w", err)
	}
	if err := a.createIndexes(ctx, after); err != nil {
		return err
	}
	for _, k := range keepers() {
		if !k.searched() {
			continue
		}
		if err := a.exec(ctx, fmt.Sprintf(a.d.index, k.Kind(), "rid > "+a.d.param(1)), 0); err != nil {
			return fmt.Errorf("search of %ss: %w", k.Kind(), err)
		}
	}
	if err := a.wanted(ctx, map[string]bool{}); err != nil {
		return err
	}
	return a.nowhere(ctx)
}

// nowhere returns career.ErrNotFound if a reference leads nowhere.
func (a *act) nowhere(ctx context.Context) error {
	rows, err := a.query(ctx, a.d.dangling)
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		return fmt.Errorf("what a record refers to: %w", career.ErrNotFound)
	}
	return rows.Err()
}

// filling is Fill while the nouns come. Whoever puts them makes rows of them,
// the database keeps the rows beside.
type filling struct {
	*act
	ctx     context.Context
	count   int
	rows    bulk // that wait to be a full batch
	batches chan batch
	kept    chan error // the end of keep
	failed  error      // of keep, once it is known
}

// batch is some rows of a table.
type batch struct {
	table string
	names []string
	rows  [][]any
}

// gather takes all that do puts. keep ends with it, also when do panics.
func (f *filling) gather(do func(put func(...career.Noun) error) error) (err error) {
	defer func() { err = f.close(err) }()
	return do(f.put)
}

// put makes rows of nouns.
func (f *filling) put(nouns ...career.Noun) error {
	if err := check(nouns); err != nil {
		return err
	}
	for _, n := range nouns {
		k, err := keeperOf(n.Kind())
		if err != nil {
			return err
		}
		f.add(k, n)
	}
	for _, table := range f.rows.order {
		if rows := f.rows.rows[table]; len(rows) >= f.d.batch {
			full := len(rows) - len(rows)%f.d.batch
			if err := f.send(table, rows[:full]); err != nil {
				return err
			}
			f.rows.rows[table] = slices.Clone(rows[full:])
		}
	}
	return nil
}

// add adds the rows of one noun.
func (f *filling) add(k keeper, n career.Noun) {
	if id := k.id(n); *id == "" {
		*id = NewID()
	}
	k.record(n).Deleted = ""
	names, row := f.values(k, n, &f.rows)
	f.rows.put(string(k.Kind()), names, row)
	if f.count++; f.count == 1 {
		f.head.kind, f.head.name = k.Kind(), k.label(n)
		// Of the first ID, so that the same nouns make the same file.
		f.head.id = uuid.NewSHA1(uuid.Nil, []byte(*k.id(n))).String()
	}
	if k.Kind() == career.KindAttachment { // the database does not know of what it is
		f.written = append(f.written, &work{k: k, new: n})
	}
}

// send hands rows to keep, with the values as the database takes them: a noun
// may change once put has returned.
func (f *filling) send(table string, rows [][]any) error {
	for _, row := range rows {
		for i, value := range row {
			plain, err := driver.DefaultParameterConverter.ConvertValue(value)
			if err != nil {
				return fmt.Errorf("%s.%s: %w", table, f.rows.names[table][i], err)
			}
			row[i] = plain
		}
	}
	select {
	case f.batches <- batch{table, f.rows.names[table], rows}:
		return nil
	case f.failed = <-f.kept:
		return f.failed
	case <-f.ctx.Done():
		return f.ctx.Err()
	}
}

// keep writes batches until there are no more, or one fails.
func (f *filling) keep() {
	var err error
	for b := range f.batches {
		if err = f.bulk(f.ctx, b.table, b.names, b.rows); err != nil {
			err = fmt.Errorf("%s: %w", b.table, err)
			break
		}
	}
	f.kept <- err
}

// close sends the rows that are left, unless do failed, and waits for the
// database. It returns the first error.
func (f *filling) close(err error) error {
	for _, table := range f.rows.order {
		if rows := f.rows.rows[table]; err == nil && len(rows) > 0 {
			err = f.send(table, rows)
		}
	}
	close(f.batches)
	if f.failed != nil {
		return f.failed
	}
	return errors.Join(err, <-f.kept)
}
