package app_test

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// books read the office's file beside the program, row by row as it is kept, to
// hold it to what undo promises.
type books struct {
	t      *testing.T
	file   *sql.DB
	tables []table
	last   int      // the newest change seen
	rows   []string // of all living records, as they were after it
	undone int      // changes that were tried so far
}

// table is what is compared of one: nothing that an undo may change, such as the
// stamps of the record.
type table struct{ name, query string }

// notCompared are columns that say when and how often a record was written.
var notCompared = []string{"rid", "version", "updated"}

func openBooks(t *testing.T, folder string) *books {
	t.Helper()
	file, err := sql.Open("sqlite", "file:"+filepath.Join(folder, vault.Office)+"?mode=ro&_pragma=busy_timeout(5000)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	b := &books{t: t, file: file}
	columns := map[string][]string{}
	for _, row := range b.read(`SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY m.name, c.cid`) {
		columns[row[0]] = append(columns[row[0]], row[1])
	}
	for name, has := range columns {
		kept := slices.DeleteFunc(slices.Clone(has), func(c string) bool { return slices.Contains(notCompared, c) })
		list := `r."` + strings.Join(kept, `", r."`) + `"`
		switch parent := has[0]; {
		case slices.Contains(has, "deleted"):
			b.tables = append(b.tables, table{name, `SELECT ` + list + ` FROM "` + name + `" r WHERE r.deleted = ''`})
		case slices.Contains(columns[parent], "deleted"): // rows of a record, such as the posts of a contact
			b.tables = append(b.tables, table{name, `SELECT ` + list + ` FROM "` + name + `" r JOIN "` + parent + `" p ON p.id = r."` + parent + `" WHERE p.deleted = ''`})
		}
	}
	if len(b.tables) < 15 {
		t.Fatalf("only %d tables hold records: %v", len(b.tables), b.tables)
	}
	b.last, b.rows = b.newest(), b.all()
	return b
}

func (b *books) read(query string) (list [][]string) {
	b.t.Helper()
	rows, err := b.file.Query(query)
	if err != nil {
		b.t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		b.t.Fatal(err)
	}
	for rows.Next() {
		values, places := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range values {
			places[i] = &values[i]
		}
		if err := rows.Scan(places...); err != nil {
			b.t.Fatal(err)
		}
		row := make([]string, len(columns))
		for i, v := range values {
			row[i] = v.String
		}
		list = append(list, row)
	}
	if err := rows.Err(); err != nil {
		b.t.Fatal(err)
	}
	return list
}

// newest returns how many changes there were.
func (b *books) newest() int {
	b.t.Helper()
	n := 0
	if _, err := fmt.Sscan(b.read(`SELECT coalesce(max(seq), 0) FROM change`)[0][0], &n); err != nil {
		b.t.Fatal(err)
	}
	return n
}

// all returns every row of every living record, in order.
func (b *books) all() (rows []string) {
	b.t.Helper()
	for _, table := range b.tables {
		for _, row := range b.read(table.query) {
			rows = append(rows, fmt.Sprintf("%s %q", table.name, row))
		}
	}
	slices.Sort(rows)
	return rows
}

// undoAndRedo takes back all that was changed since it was last called and
// brings it again: each time the records are what they were, to the byte.
func (b *books) undoAndRedo(office *store.Store) {
	b.t.Helper()
	newest := b.newest()
	if newest == b.last {
		return
	}
	changes, err := office.Changes(b.t.Context(), newest-b.last) // the newest first
	if err != nil {
		b.t.Fatal(err)
	}
	after := b.all()
	var undone []store.Change
	for _, c := range changes {
		if c.Count > 0 {
			undone = append(undone, c)
		}
	}
	undos := make([]store.Change, 0, len(undone))
	for _, c := range undone {
		undos = append(undos, b.undo(office, c))
	}
	b.same("undone", undone, b.rows, b.all())
	slices.Reverse(undos)
	for _, c := range undos {
		b.undo(office, c)
	}
	b.same("redone", undone, after, b.all())
	b.last, b.rows = b.newest(), after
	b.undone += len(undone)
}

// undo takes a change back and returns the change that this is.
func (b *books) undo(office *store.Store, c store.Change) store.Change {
	b.t.Helper()
	if err := office.Undo(b.t.Context(), c.ID); err != nil {
		b.t.Fatalf("undo %s of %d, %s %s: %v", c.Act, c.Count, c.Kind, c.Name, err)
	}
	done, err := office.Changes(b.t.Context(), 1)
	if err != nil {
		b.t.Fatal(err)
	}
	return done[0]
}

// same demands that the records are as they were.
func (b *books) same(what string, changes []store.Change, want, got []string) {
	b.t.Helper()
	if slices.Equal(want, got) {
		return
	}
	b.t.Fatalf("after %+v was %s\nthese rows are missing:\n%s\nand these are new:\n%s", changes, what, lacking(want, got), lacking(got, want))
}

// lacking returns the rows of a that b has not.
func lacking(a, b []string) string {
	has := map[string]bool{}
	for _, row := range b {
		has[row] = true
	}
	return strings.Join(slices.DeleteFunc(slices.Clone(a), func(row string) bool { return has[row] }), "\n")
}
