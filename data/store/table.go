package store

import (
	"bytes"
	"context"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strings"

	"visitdesk/data/career"
)

// table says how records of type T are kept: in an SQL table of its kind's
// name, with its columns listed once. The list serves inserting, updating,
// reading, history and undo alike.
type table[T any] struct {
	kind career.Kind
	kept func(*T) (id *string, k *career.Kept)
	name func(*T) string   // what a list of changes calls the record
	row  func(*T) []column // its facts; those of Kept are added by themselves
	keys func(*T) []column // what is derived from them for searching; nil if nothing is
}

// column ties the name of a column to a pointer to its value, and to the last
// level of paper that may read it. A column with children is a table of its own.
type column struct {
	name  string
	value any
	last  career.Level
}

// The last level that may read a column. They stand in every list of columns,
// so that nobody adds one without saying who may see it.
const (
	office = career.L0 // private: never leaves the office
	house  = career.L1 // leaders and delegation
	guests = career.L2 // the employer too
	anyone = career.L3
)

// keeper is a table whatever its type.
type keeper interface {
	Kind() career.Kind
	blank() career.Noun
	clone(career.Noun) career.Noun
	assign(to, from career.Noun)
	id(career.Noun) *string
	record(career.Noun) *career.Kept
	label(career.Noun) string
	columns(career.Noun) []column // facts, with deleted and sample
	derived(career.Noun) []column
	searched() bool
	load(ctx context.Context, s session, ids []string) ([]career.Noun, error)
}

// keepers lists the tables of all nouns. A kind comes after those it refers to.
func keepers() []keeper {
	return []keeper{universities, cohorts, employers, graduates, contacts, colleagues, campaigns, visits,
		meetings, commitments, demands, agreements, feedbacks, outcomes, attachments}
}

// keeperOf returns the table of a kind.
func keeperOf(kind career.Kind) (keeper, error) {
	for _, k := range keepers() {
		if k.Kind() == kind {
			return k, nil
		}
	}
	return nil, fmt.Errorf("kind %q: %w", kind, career.ErrNotFound)
}

func (t table[T]) Kind() career.Kind { return t.kind }

func (t table[T]) blank() career.Noun { return t.noun(new(T)) }

func (t table[T]) noun(r *T) career.Noun { return any(r).(career.Noun) }

func (t table[T]) clone(n career.Noun) career.Noun {
	r := *any(n).(*T)
	return t.noun(&r)
}

func (t table[T]) assign(to, from career.Noun) { *any(to).(*T) = *any(from).(*T) }

func (t table[T]) id(n career.Noun) *string {
	id, _ := t.kept(any(n).(*T))
	return id
}

func (t table[T]) record(n career.Noun) *career.Kept {
	_, k := t.kept(any(n).(*T))
	return k
}

func (t table[T]) label(n career.Noun) string { return t.name(any(n).(*T)) }

func (t table[T]) columns(n career.Noun) []column {
	r := any(n).(*T)
	_, k := t.kept(r)
	return append(t.row(r), column{"deleted", &k.Deleted, anyone}, column{"sample", &k.Sample, anyone})
}

func (t table[T]) derived(n career.Noun) []column {
	if t.keys == nil {
		return nil
	}
	return t.keys(any(n).(*T))
}

func (t table[T]) searched() bool { return t.keys != nil }

// all returns every column of the SQL table proper, the id first.
func (t table[T]) all(r *T) []column {
	id, k := t.kept(r)
	list := []column{{"id", id, anyone}, {"version", &k.Version, anyone}, {"created", &k.Created, anyone},
		{"updated", &k.Updated, anyone}, {"deleted", &k.Deleted, anyone}, {"sample", &k.Sample, anyone}}
	for _, c := range t.row(r) {
		if _, apart := c.value.(nested); !apart {
			list = append(list, c)
		}
	}
	return list
}

// selects returns the columns of a SELECT from the table as r, as far as the
// level allows.
func (t table[T]) selects(level career.Level) string {
	return joined{{"r", t.all(new(T))}}.selects(level)
}

// dest returns where the columns of selects go.
func (t table[T]) dest(r *T, level career.Level) []any {
	var values []any
	for _, c := range t.all(r) {
		if level <= c.last {
			values = append(values, c.value)
		}
	}
	return values
}

// list returns the records that the rest of the SELECT from the table as r
// picks, such as "WHERE r.employer = $1 ORDER BY r.name", as far as the level
// allows.
func (t table[T]) list(ctx context.Context, s session, level career.Level, rest string, args ...any) ([]T, error) {
	list, err := collect(ctx, s, func(r *T) []any { return t.dest(r, level) },
		"SELECT "+t.selects(level)+" FROM "+string(t.kind)+" r "+rest, args...)
	if err != nil {
		return nil, fmt.Errorf("%ss: %w", t.kind, err)
	}
	return list, t.fill(ctx, s, level, pointers(list))
}

func pointers[T any](list []T) []*T {
	refs := make([]*T, len(list))
	for i := range list {
		refs[i] = &list[i]
	}
	return refs
}

// one returns the living record with the given ID, or career.ErrNotFound.
func (t table[T]) one(ctx context.Context, s session, level career.Level, id string) (T, error) {
	list, err := t.list(ctx, s, level, "WHERE r.id = $1 AND r.deleted = ''", id)
	if err == nil && len(list) == 0 {
		err = fmt.Errorf("%s %s: %w", t.kind, id, career.ErrNotFound)
	}
	if err != nil {
		var none T
		return none, err
	}
	return list[0], nil
}

// load returns the records with the given IDs, deleted ones too, in any order.
func (t table[T]) load(ctx context.Context, s session, ids []string) ([]career.Noun, error) {
	var nouns []career.Noun
	for part := range chunks(ids) {
		list, err := t.list(ctx, s, office, "WHERE r.id IN ("+s.marks(len(part))+")", part...)
		if err != nil {
			return nil, err
		}
		for i := range list {
			nouns = append(nouns, t.noun(&list[i]))
		}
	}
	return nouns, nil
}

// chunks cuts ids into arguments for statements of a length that databases take.
func chunks(ids []string) func(yield func([]any) bool) {
	const size = 200
	return func(yield func([]any) bool) {
		for start := 0; start < len(ids); start += size {
			var args []any
			for _, id := range ids[start:min(start+size, len(ids))] {
				args = append(args, id)
			}
			if !yield(args) {
				return
			}
		}
	}
}

// marks returns n parameters with commas between.
func (v session) marks(n int) string {
	marks := make([]string, n)
	for i := range marks {
		marks[i] = v.d.param(i + 1)
	}
	return strings.Join(marks, ", ")
}

// reference is a column that refers to a record of a kind; nothing is NULL. In
// an empty record, one that may refer to any kind has none.
type reference struct {
	id   *string
	kind career.Kind
}

// ref makes a reference of an ID.
func ref(id *string, kind career.Kind) reference { return reference{id, kind} }

// Scan implements sql.Scanner.
func (r reference) Scan(value any) error {
	switch v := value.(type) {
	case nil:
		*r.id = ""
	case string:
		*r.id = v
	default:
		return fmt.Errorf("%T is no reference", value)
	}
	return nil
}

// Value implements driver.Valuer.
func (r reference) Value() (driver.Value, error) {
	if *r.id == "" {
		return nil, nil
	}
	return *r.id, nil
}

func (r reference) field() any { return r.id }

// text is a column that keeps a list or a struct as JSON.
type text[V any] struct{ v *V }

// list makes a JSON column of a list.
func list[V any](v *[]V) text[[]V] { return text[[]V]{v} }

// Scan implements sql.Scanner. An empty list is nil.
func (t text[V]) Scan(value any) error {
	s, ok := value.(string)
	if !ok {
		return fmt.Errorf("%T is no JSON", value)
	}
	var v V
	if s != "[]" {
		if err := json.Unmarshal([]byte(s), &v); err != nil {
			return err
		}
	}
	*t.v = v
	return nil
}

// Value implements driver.Valuer.
func (t text[V]) Value() (driver.Value, error) {
	data, err := json.Marshal(t.v)
	if err != nil {
		return nil, err
	}
	if s := string(data); s != "null" {
		return s, nil
	}
	return "[]", nil
}

func (t text[V]) field() any { return t.v }

// field returns the pointer to the value itself, without what wraps it.
func (c column) field() any {
	if wrapped, ok := c.value.(interface{ field() any }); ok {
		return wrapped.field()
	}
	return c.value
}

// json returns the value for the history. Nothing and an empty list are alike.
func (c column) json() ([]byte, error) {
	data, err := json.Marshal(c.field())
	if bytes.Equal(data, []byte("[]")) {
		return []byte("null"), err
	}
	return data, err
}
