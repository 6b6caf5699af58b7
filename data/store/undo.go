package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"visitdesk/data/career"
)

// ChangeID identifies a change.
type ChangeID string

// Change is one act of the user.
type Change struct {
	ID     ChangeID
	At     career.Stamp
	Actor  string
	Act    string      // Saved, Deleted, Undone, Redone, Unsampled, or what Note was given
	Kind   career.Kind // of the first record
	Name   string      // of the first record
	Reason string      // that Note was given
	Count  int         // of records; 0 for a note
	Undone bool        // it is not in force any more
	Root   string      // the act that an undo took back, or brought back; Act for all others
}

// Entry is what one change did to one record.
type Entry struct {
	Change
	Fields []Field // in the order of the phrase keys
}

// Field is one fact that a change changed.
type Field struct {
	Name     string // the fact's phrase key: "employer.staff"
	Old, New string // as text; lists as JSON
}

// Note writes down an act that changes nothing, such as the printing of a paper
// that needs a reason. There is nothing in it to undo.
func (s *Store) Note(ctx context.Context, act, reason string, about career.Noun) error {
	k, err := keeperOf(about.Kind())
	if err != nil {
		return fmt.Errorf("note %s: %w", act, err)
	}
	err = s.perform(ctx, head{act: act, kind: about.Kind(), name: k.label(about), reason: reason}, nil)
	if err != nil {
		return fmt.Errorf("note %s: %w", act, err)
	}
	return nil
}

// Changes returns the last n changes, the newest first.
func (s *Store) Changes(ctx context.Context, n int) (list []Change, err error) {
	err = s.view(ctx, "changes", func(v session) (err error) {
		list, err = collect(ctx, v, (*Change).dest, "SELECT "+changeFacts+" FROM change c JOIN change r ON r.seq = c.root ORDER BY c.seq DESC LIMIT $2", Undone, n)
		return err
	})
	return list, err
}

// changeFacts are the columns of a Change; $1 is Undone. An undo is in force
// while its root is undone, all others while it is not.
const changeFacts = "c.id, c.at, c.actor, c.act, c.kind, c.name, c.reason, c.count, CASE c.act WHEN $1 THEN 1 - r.undone ELSE r.undone END, r.act"

func (c *Change) dest() []any {
	return []any{&c.ID, &c.At, &c.Actor, &c.Act, &c.Kind, &c.Name, &c.Reason, &c.Count, &c.Undone, &c.Root}
}

// History returns what was done to one record, the newest first.
func (s *Store) History(ctx context.Context, kind career.Kind, id string) (list []Entry, err error) {
	err = s.view(ctx, "history", func(v session) error {
		type row struct {
			Entry
			diff string
		}
		rows, err := collect(ctx, v, func(r *row) []any { return append(r.Change.dest(), &r.diff) }, "SELECT "+changeFacts+`, h.diff
			FROM history h JOIN change c ON c.seq = h.change JOIN change r ON r.seq = c.root
			WHERE h.record = $2 AND h.kind = $3 ORDER BY h.change DESC`, Undone, id, string(kind))
		for _, r := range rows {
			if r.Fields, err = fields(kind, r.diff); err != nil {
				return err
			}
			list = append(list, r.Entry)
		}
		return err
	})
	return list, err
}

// fields reads a diff.
func fields(kind career.Kind, diff string) ([]Field, error) {
	var pairs map[string][2]json.RawMessage
	if err := json.Unmarshal([]byte(diff), &pairs); err != nil {
		return nil, err
	}
	var list []Field
	for name, pair := range pairs {
		list = append(list, Field{string(kind) + "." + name, plain(pair[0]), plain(pair[1])})
	}
	slices.SortFunc(list, func(a, b Field) int { return strings.Compare(a.Name, b.Name) })
	return list, nil
}

// plain returns JSON as text: what is in the quotes of a string, nothing for null.
func plain(data json.RawMessage) string {
	var s string
	if json.Unmarshal(data, &s) == nil {
		return s
	}
	return string(data)
}

// Undo takes back a change, whole or not at all, as a new change; undoing an
// undo brings the change again. It returns career.ErrConflict if the change is
// undone already or if a record was changed since, ErrTaken if a code that it
// brings back belongs to another record by now, ErrInUse or ErrNotFound if
// other records have come or gone that hold it.
func (s *Store) Undo(ctx context.Context, id ChangeID) error {
	err := s.perform(ctx, head{act: Undone}, func(a *act) error {
		d, err := a.deed(ctx, id)
		if err != nil {
			return err
		}
		if d.forward {
			a.head.act = Redone
		}
		a.head.root, a.head.kind, a.head.name = d.root, d.kind, d.name
		works, err := a.reverse(ctx, d)
		if err != nil {
			return err
		}
		if err := a.exec(ctx, "UPDATE change SET undone = 1 - undone WHERE seq = $1", d.root); err != nil {
			return err
		}
		return a.writeAll(ctx, works)
	})
	if err != nil {
		return fmt.Errorf("undo: %w", err)
	}
	return nil
}

// deed is what an undo is about: the change at its root, and which way.
type deed struct {
	root    int
	kind    career.Kind
	name    string
	undone  bool
	forward bool // bring it again
}

// trace is a row of the history that an undo goes by.
type trace struct {
	kind   career.Kind
	record string
	op     string
	diff   string
}

// deed reads what undoing a change is about.
func (a *act) deed(ctx context.Context, id ChangeID) (d deed, err error) {
	list, err := collect(ctx, a.session, func(d *deed) []any { return []any{&d.root, &d.kind, &d.name, &d.undone, &d.forward} },
		`SELECT r.seq, r.kind, r.name, r.undone, CASE c.act WHEN $1 THEN 1 ELSE 0 END
		FROM change c JOIN change r ON r.seq = c.root WHERE c.id = $2`, Undone, string(id))
	if err != nil {
		return d, err
	}
	if len(list) == 0 {
		return d, career.ErrNotFound
	}
	if d = list[0]; d.undone != d.forward {
		return d, fmt.Errorf("undone or brought again already: %w", career.ErrConflict)
	}
	return d, a.unchanged(ctx, d)
}

// unchanged returns career.ErrConflict if a later change that is in force
// touched one of the records.
func (a *act) unchanged(ctx context.Context, d deed) error {
	later, err := collect(ctx, a.session, func(name *string) []any { return []any{name} },
		`SELECT r.name FROM history mine JOIN history h ON h.record = mine.record AND h.kind = mine.kind
		JOIN change c ON c.seq = h.change JOIN change r ON r.seq = c.root
		WHERE mine.change = $1 AND h.change > $1 AND r.seq > $1 AND r.undone = 0 LIMIT 1`, d.root)
	if err == nil && len(later) > 0 {
		err = fmt.Errorf("%q was changed since: %w", later[0], career.ErrConflict)
	}
	return err
}

// reverse returns the works that take the change back, or bring it again.
func (a *act) reverse(ctx context.Context, d deed) ([]*work, error) {
	traces, err := collect(ctx, a.session, func(t *trace) []any { return []any{&t.kind, &t.record, &t.op, &t.diff} },
		"SELECT h.kind, h.record, h.op, h.diff FROM history h WHERE h.change = $1 ORDER BY h.seq", d.root)
	if err != nil {
		return nil, err
	}
	if len(traces) == 0 {
		return nil, fmt.Errorf("nothing to undo: %w", career.ErrConflict)
	}
	known, err := a.current(ctx, traces)
	if err != nil {
		return nil, err
	}
	var works []*work
	for _, t := range traces {
		k, err := keeperOf(t.kind)
		if err != nil {
			return nil, err
		}
		old := known[t.record]
		if old == nil {
			return nil, fmt.Errorf("%s %s: %w", t.kind, t.record, career.ErrNotFound)
		}
		w := &work{k: k, old: old, new: k.clone(old)}
		if err := a.turn(w, t, d.forward); err != nil {
			return nil, fmt.Errorf("%s %q: %w", t.kind, k.label(old), err)
		}
		works = append(works, w)
	}
	return works, nil
}

// current reads the records as they are now, deleted ones too.
func (a *act) current(ctx context.Context, traces []trace) (map[string]career.Noun, error) {
	ids := map[career.Kind][]string{}
	for _, t := range traces {
		ids[t.kind] = append(ids[t.kind], t.record)
	}
	known := map[string]career.Noun{}
	for kind, list := range ids {
		k, err := keeperOf(kind)
		if err != nil {
			return nil, err
		}
		nouns, err := k.load(ctx, a.session, list)
		if err != nil {
			return nil, err
		}
		for _, n := range nouns {
			known[n.Key()] = n
		}
	}
	return known, nil
}

// turn sets what the trace changed to what it was before, or to what it made
// of it. What it finds there must be what it expects.
func (a *act) turn(w *work, t trace, forward bool) error {
	if t.op == "insert" { // the inverse of making a record is deleting it
		kept := w.k.record(w.new)
		if (kept.Deleted == "") == forward {
			return career.ErrConflict
		}
		kept.Deleted = a.now
		if forward {
			kept.Deleted = ""
		}
		return nil
	}
	var diff map[string][2]json.RawMessage
	if err := json.Unmarshal([]byte(t.diff), &diff); err != nil {
		return err
	}
	from, to := 1, 0
	if forward {
		from, to = 0, 1
	}
	for _, c := range w.k.columns(w.new) {
		pair, changed := diff[c.name]
		if !changed {
			continue
		}
		now, err := c.json()
		if err != nil {
			return err
		}
		if !alike(now, pair[from]) {
			return career.ErrConflict
		}
		reflect.ValueOf(c.field()).Elem().SetZero()
		if err := json.Unmarshal(pair[to], c.field()); err != nil {
			return err
		}
	}
	return nil
}

// alike reports whether two values say the same. Bytes that are no text have
// more than one spelling in JSON.
func alike(a, b json.RawMessage) bool {
	if bytes.Equal(a, b) {
		return true
	}
	var one, other any
	return json.Unmarshal(a, &one) == nil && json.Unmarshal(b, &other) == nil && reflect.DeepEqual(one, other)
}
