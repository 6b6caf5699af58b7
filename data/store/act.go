package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"visitdesk/data/career"
)

// act is one act of the user while it is being written: a transaction, the
// change it will be known as, and what it did to each record.
type act struct {
	session
	tx      *sql.Tx
	now     career.Stamp
	head    head
	history [][]any
	written []*work
	stmts   map[string]*sql.Stmt // each statement is prepared once
}

// work is what an act does to one record.
type work struct {
	k    keeper
	old  career.Noun // nil for a new record
	new  career.Noun
	diff map[string][2]json.RawMessage
}

func (w *work) id() string { return *w.k.id(w.new) }

// alive reports whether the record is not deleted after the act.
func (w *work) alive() bool { return w.k.record(w.new).Deleted == "" }

// head is what a change says of itself.
type head struct {
	id     string // empty for a new one
	act    string
	kind   career.Kind // empty for that of the first record
	name   string      // empty for that of the first record
	reason string
	root   int // seq of the change that an undo or redo is about; 0 for all others
}

// perform runs do as one act, in one transaction. It writes the change and its
// history at the end, unless nothing was changed. Without do it writes a change
// that changes nothing.
func (s *Store) perform(ctx context.Context, h head, do func(*act) error) error {
	return s.atomically(ctx, func(tx *sql.Tx) error {
		a := &act{session: session{tx, s.d, s.today(), s.watch}, tx: tx, now: career.StampOf(s.now()), head: h, stmts: map[string]*sql.Stmt{}}
		if do == nil {
			return a.log(ctx, s.actor)
		}
		if err := do(a); err != nil || len(a.written) == 0 {
			return err
		}
		if err := a.refresh(ctx); err != nil {
			return err
		}
		if err := a.consistent(ctx); err != nil {
			return err
		}
		return a.log(ctx, s.actor)
	})
}

// write keeps the works, all of one kind.
func (a *act) write(ctx context.Context, k keeper, works []*work) error {
	var added []*work
	for _, w := range works {
		if w.old == nil {
			added = append(added, w)
			continue
		}
		if err := a.update(ctx, w); err != nil {
			return fmt.Errorf("%s %s: %w", k.Kind(), w.k.label(w.new), err)
		}
	}
	if err := a.insert(ctx, k, added); err != nil {
		return fmt.Errorf("new %s: %w", k.Kind(), err)
	}
	return nil
}

// insert keeps new records. The full-text index is filled once at the end,
// which takes a quarter of the time.
func (a *act) insert(ctx context.Context, k keeper, works []*work) (err error) {
	if len(works) == 0 {
		return nil
	}
	last := 0
	if k.searched() {
		if last, err = number(ctx, a.tx, fmt.Sprintf(a.d.newest, k.Kind())); err != nil {
			return err
		}
	}
	var rows [][]any
	var names []string
	lists := &bulk{}
	for _, w := range works {
		var row []any
		names, row = a.values(k, w.new, lists)
		rows = append(rows, row)
		if err := a.note(w); err != nil {
			return err
		}
	}
	if err := a.bulk(ctx, string(k.Kind()), names, rows); err != nil {
		return err
	}
	if err := lists.insert(ctx, a); err != nil || !k.searched() {
		return err
	}
	return a.exec(ctx, fmt.Sprintf(a.d.index, k.Kind(), "rid > "+a.d.param(1)), last)
}

// values returns the columns of a new record and what goes into them; its
// children go to lists.
func (a *act) values(k keeper, n career.Noun, lists *bulk) (names []string, row []any) {
	id, kept := *k.id(n), k.record(n)
	kept.Version, kept.Created, kept.Updated = 1, a.now, a.now
	columns := append(k.columns(n), k.derived(n)...)
	names = append(make([]string, 0, len(columns)+4), "id", "version", "created", "updated")
	row = append(make([]any, 0, len(columns)+4), id, kept.Version, kept.Created, kept.Updated)
	for _, c := range columns {
		if children, apart := c.value.(nested); apart {
			lists.add(id, children)
			continue
		}
		names, row = append(names, c.name), append(row, c.value)
	}
	return names, row
}

// update keeps what changed in a record that was there before; nothing at all
// if nothing did.
func (a *act) update(ctx context.Context, w *work) error {
	changed, err := w.compare()
	if err != nil || len(changed) == 0 {
		return err
	}
	kept, old := w.k.record(w.new), w.k.record(w.old)
	kept.Version, kept.Created, kept.Updated = old.Version+1, old.Created, a.now
	reindex := false
	for _, c := range changed {
		reindex = reindex || c.name != "deleted" && c.name != "sample"
	}
	if reindex = reindex && w.k.searched(); reindex {
		changed = append(changed, w.k.derived(w.new)...)
		if err := a.exec(ctx, fmt.Sprintf(a.d.unindex, w.k.Kind()), w.id()); err != nil {
			return err
		}
	}
	if err := a.set(ctx, w, changed, old.Version); err != nil {
		return err
	}
	if reindex {
		if err := a.exec(ctx, fmt.Sprintf(a.d.index, w.k.Kind(), "id = "+a.d.param(1)), w.id()); err != nil {
			return err
		}
	}
	return a.note(w)
}

// set writes the changed columns, if the record still is of the given version.
func (a *act) set(ctx context.Context, w *work, changed []column, version int) error {
	kept := w.k.record(w.new)
	names, values := []string{"version", "updated"}, []any{kept.Version, kept.Updated}
	for _, c := range changed {
		if n, apart := c.value.(nested); apart {
			if err := a.replace(ctx, w.id(), n); err != nil {
				return err
			}
			continue
		}
		names, values = append(names, c.name), append(values, c.value)
	}
	for i, name := range names {
		names[i] = `"` + name + `" = ` + a.d.param(i+1)
	}
	n := len(names)
	query := fmt.Sprintf("UPDATE %s SET %s WHERE id = %s AND version = %s",
		w.k.Kind(), strings.Join(names, ", "), a.d.param(n+1), a.d.param(n+2))
	stmt, err := a.prepare(ctx, query)
	if err != nil {
		return err
	}
	result, err := stmt.ExecContext(ctx, append(values, w.id(), version)...)
	if err != nil {
		return err
	}
	if hit, err := result.RowsAffected(); err != nil || hit != 1 {
		return career.ErrConflict
	}
	return nil
}

// replace writes a list of children anew.
func (a *act) replace(ctx context.Context, owner string, n nested) error {
	table, column, side := n.source()
	query := fmt.Sprintf("DELETE FROM %s WHERE %s = %s", table, column, a.d.param(1))
	args := []any{owner}
	if side != "" {
		query, args = query+" AND side = "+a.d.param(2), append(args, side)
	}
	if err := a.exec(ctx, query, args...); err != nil {
		return err
	}
	lists := &bulk{}
	lists.add(owner, n)
	return lists.insert(ctx, a)
}

// compare notes what differs between the old and the new record and returns
// those columns. A new record differs in what is not empty.
func (w *work) compare() ([]column, error) {
	var before, changed []column
	if w.old != nil {
		before = w.k.columns(w.old)
	}
	w.diff = map[string][2]json.RawMessage{}
	for i, c := range w.k.columns(w.new) {
		then := json.RawMessage("null")
		if before == nil && reflect.ValueOf(c.field()).Elem().IsZero() {
			continue
		}
		now, err := c.json()
		if err != nil {
			return nil, err
		}
		if before != nil {
			if then, err = before[i].json(); err != nil {
				return nil, err
			}
		}
		if !bytes.Equal(then, now) {
			changed = append(changed, c)
			w.diff[c.name] = [2]json.RawMessage{then, now}
		}
	}
	return changed, nil
}

// note adds what happened to the record to the history of the act.
func (a *act) note(w *work) error {
	op := "update"
	if w.old == nil {
		op = "insert"
		if _, err := w.compare(); err != nil {
			return err
		}
	}
	diff, err := json.Marshal(w.diff)
	if err != nil {
		return err
	}
	a.history = append(a.history, []any{string(w.k.Kind()), w.id(), op, w.k.record(w.new).Version, string(diff)})
	a.written = append(a.written, w)
	return nil
}

// log writes the change and its history.
func (a *act) log(ctx context.Context, actor string) error {
	seq, err := number(ctx, a.tx, "SELECT coalesce(max(seq), 0) + 1 FROM change")
	if err != nil {
		return err
	}
	h := a.head
	if h.root == 0 {
		h.root = seq
	}
	if len(a.written) > 0 {
		first := a.written[0]
		h.kind, h.name = cmp.Or(h.kind, first.k.Kind()), cmp.Or(h.name, first.k.label(first.new))
	}
	row := []any{seq, cmp.Or(h.id, NewID()), a.now, actor, h.act, string(h.kind), h.name, h.reason, len(a.history), h.root}
	names := []string{"seq", "id", "at", "actor", "act", "kind", "name", "reason", "count", "root"}
	if err := a.bulk(ctx, "change", names, [][]any{row}); err != nil {
		return err
	}
	for i, h := range a.history {
		a.history[i] = append([]any{seq}, h...)
	}
	return a.bulk(ctx, "history", []string{"change", "kind", "record", "op", "version", "diff"}, a.history)
}
