package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
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

// family is what one table of children keeps for some records: a list for each
// owner and side.
type family struct {
	table, owner string
	sides        []string // none if the table keeps one list for each owner
	columns      []string
	lists        map[[2]string]nested // by owner and side
}

// fill reads the children of the records, one query for each table.
func (t table[T]) fill(ctx context.Context, s session, level career.Level, records []*T) error {
	ids := make([]string, len(records))
	var families []*family
	byTable := map[string]*family{}
	for i, r := range records {
		id, _ := t.kept(r)
		ids[i] = *id
		for _, c := range t.row(r) {
			n, apart := c.value.(nested)
			if !apart || level > c.last {
				continue
			}
			table, owner, side := n.source()
			f := byTable[table]
			if f == nil {
				f = &family{table: table, owner: owner, columns: n.columns(level), lists: map[[2]string]nested{}}
				byTable[table], families = f, append(families, f)
			}
			f.lists[[2]string{*id, side}] = n
			if side != "" && i == 0 {
				f.sides = append(f.sides, side)
			}
		}
	}
	for _, f := range families {
		if err := f.fill(ctx, s, level, ids); err != nil {
			return fmt.Errorf("%ss, %s: %w", t.kind, f.table, err)
		}
	}
	return nil
}

// fill reads all lists of a family.
func (f *family) fill(ctx context.Context, s session, level career.Level, ids []string) error {
	side, where := "''", ""
	if f.sides != nil {
		side, where = "side", " AND side IN ('"+strings.Join(f.sides, "', '")+"')"
	}
	for part := range chunks(ids) {
		rows, err := s.query(ctx, fmt.Sprintf("SELECT %s, %s, %s FROM %s WHERE %[1]s IN (%[5]s)%s ORDER BY 1, 2, ord",
			f.owner, side, strings.Join(f.columns, ", "), f.table, s.marks(len(part)), where), part...)
		if err != nil {
			return err
		}
		if err := f.scan(rows, level); err != nil {
			return err
		}
	}
	return nil
}

// scan gives each row to the list of its owner and side, which come first.
func (f *family) scan(rows *sql.Rows, level career.Level) error {
	defer rows.Close()
	var whose [2]string
	owner := []any{&whose[0], &whose[1]}
	probe := slices.Clip(owner)
	for range f.columns {
		probe = append(probe, new(any))
	}
	for rows.Next() {
		// A row is scanned twice: its owner says whose list grows for the rest.
		if err := rows.Scan(probe...); err != nil {
			return err
		}
		if err := rows.Scan(append(slices.Clip(owner), f.lists[whose].grow(level)...)...); err != nil {
			return err
		}
	}
	return rows.Err()
}
