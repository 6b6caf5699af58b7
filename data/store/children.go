package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"visitdesk/data/career"
)

// children is a column whose list is kept in a table of its own, an element a
// row: where its elements refer to other records or are asked for by themselves.
type children[P any] struct {
	table string
	owner string // the column that refers to the record
	side  string // the value of column side, if the table keeps two lists
	list  *[]P
	row   func(*P) []column
}

// nested is children whatever their type.
type nested interface {
	field() any
	source() (table, owner, side string)
	columns(level career.Level) []string
	grow(level career.Level) []any // appends an element; returns where its columns go
	rows() [][]any                 // the values of each element
	elements() [][]column
	element() []column // of an empty element
}

func (c children[P]) field() any { return c.list }

func (c children[P]) source() (table, owner, side string) { return c.table, c.owner, c.side }

func (c children[P]) allowed(p *P, level career.Level) []column {
	var list []column
	for _, col := range c.row(p) {
		if level <= col.last {
			list = append(list, col)
		}
	}
	return list
}

func (c children[P]) columns(level career.Level) []string {
	var names []string
	for _, col := range c.allowed(new(P), level) {
		names = append(names, `"`+col.name+`"`)
	}
	return names
}

func (c children[P]) grow(level career.Level) []any {
	var none P
	*c.list = append(*c.list, none)
	var dest []any
	for _, col := range c.allowed(&(*c.list)[len(*c.list)-1], level) {
		dest = append(dest, col.value)
	}
	return dest
}

func (c children[P]) rows() [][]any {
	rows := make([][]any, len(*c.list))
	for i := range *c.list {
		for _, col := range c.row(&(*c.list)[i]) {
			rows[i] = append(rows[i], col.value)
		}
	}
	return rows
}

func (c children[P]) elements() [][]column {
	list := make([][]column, len(*c.list))
	for i := range *c.list {
		list[i] = c.row(&(*c.list)[i])
	}
	return list
}

func (c children[P]) element() []column { return c.row(new(P)) }

// fill reads the children of the records, one query for each list.
func (t table[T]) fill(ctx context.Context, s session, level career.Level, records []*T) error {
	if len(records) == 0 {
		return nil
	}
	for i, c := range t.row(new(T)) {
		if _, apart := c.value.(nested); !apart || level > c.last {
			continue
		}
		byID := make(map[string]nested, len(records))
		ids := make([]string, len(records))
		for k, r := range records {
			id, _ := t.kept(r)
			ids[k], byID[*id] = *id, t.row(r)[i].value.(nested)
		}
		if err := s.fill(ctx, level, ids, byID); err != nil {
			return fmt.Errorf("%ss, %s: %w", t.kind, c.name, err)
		}
	}
	return nil
}

// fill reads one list of children for all its owners.
func (s session) fill(ctx context.Context, level career.Level, ids []string, byID map[string]nested) error {
	first := byID[ids[0]]
	table, owner, side := first.source()
	names := append([]string{owner}, first.columns(level)...)
	where := owner
	if side != "" {
		where = "side = '" + side + "' AND " + owner
	}
	for part := range chunks(ids) {
		query := fmt.Sprintf("SELECT %s FROM %s WHERE %s IN (%s) ORDER BY %s, ord",
			strings.Join(names, ", "), table, where, s.marks(len(part)), owner)
		rows, err := s.query(ctx, query, part...)
		if err != nil {
			return err
		}
		if err := scanChildren(rows, level, byID); err != nil {
			return err
		}
	}
	return nil
}

// scanChildren gives each row to the list of its owner, whose ID comes first.
func scanChildren(rows *sql.Rows, level career.Level, byID map[string]nested) error {
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	var id string
	probe := []any{&id}
	for range columns[1:] {
		probe = append(probe, new(any))
	}
	for rows.Next() {
		// A row is scanned twice: its owner says whose list grows for the rest.
		if err := rows.Scan(probe...); err != nil {
			return err
		}
		if err := rows.Scan(append([]any{&id}, byID[id].grow(level)...)...); err != nil {
			return err
		}
	}
	return rows.Err()
}
