package store

import (
	"context"
	"database/sql"
	"strings"
)

// This file writes rows: many with one statement, and each statement prepared
// once for an act.

// bulk inserts rows into a table, a batch of them with each statement.
func (a *act) bulk(ctx context.Context, table string, names []string, rows [][]any) error {
	for len(rows) > 0 {
		n := min(a.d.batch, len(rows))
		stmt, err := a.prepare(ctx, a.insertion(table, names, n))
		if err != nil {
			return err
		}
		args := make([]any, 0, n*len(names))
		for _, row := range rows[:n] {
			args = append(args, row...)
		}
		if _, err := stmt.ExecContext(ctx, args...); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// insertion returns the statement that inserts n rows.
func (a *act) insertion(table string, names []string, n int) string {
	var b strings.Builder
	b.WriteString("INSERT INTO " + table + ` ("` + strings.Join(names, `", "`) + `") VALUES `)
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteByte('(')
		for k := range names {
			if k > 0 {
				b.WriteByte(',')
			}
			b.WriteString(a.d.param(i*len(names) + k + 1))
		}
		b.WriteByte(')')
	}
	return b.String()
}

// prepare prepares a statement once for the whole act.
func (a *act) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if stmt := a.stmts[query]; stmt != nil {
		return stmt, nil
	}
	stmt, err := a.tx.PrepareContext(ctx, query) // closed with the transaction
	if err == nil {
		a.stmts[query] = stmt
	}
	return stmt, err
}

// exec runs a statement of the act.
func (a *act) exec(ctx context.Context, query string, args ...any) error {
	stmt, err := a.prepare(ctx, query)
	if err == nil {
		_, err = stmt.ExecContext(ctx, args...)
	}
	return err
}

// bulk gathers rows for each table, such as the children of many records.
type bulk struct {
	names map[string][]string
	rows  map[string][][]any
	order []string
}

func (b *bulk) add(owner string, n nested) {
	table, column, side := n.source()
	names := b.names[table]
	if names == nil {
		names = []string{column, "ord"}
		if side != "" {
			names = append(names, "side")
		}
		for _, name := range n.columns(office) {
			names = append(names, strings.Trim(name, `"`))
		}
	}
	for i, values := range n.rows() {
		row := []any{owner, i}
		if side != "" {
			row = append(row, side)
		}
		b.put(table, names, append(row, values...))
	}
}

// put adds a row.
func (b *bulk) put(table string, names []string, row []any) {
	if b.names[table] == nil {
		if b.rows == nil {
			b.names, b.rows = map[string][]string{}, map[string][][]any{}
		}
		b.names[table], b.order = names, append(b.order, table)
	}
	b.rows[table] = append(b.rows[table], row)
}

func (b *bulk) insert(ctx context.Context, a *act) error {
	for _, table := range b.order {
		if err := a.bulk(ctx, table, b.names[table], b.rows[table]); err != nil {
			return err
		}
	}
	return nil
}
