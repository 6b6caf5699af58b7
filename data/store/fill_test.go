package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

// few is an office of a few hundred records of all kinds.
var few = sample.Synthetic{Size: sample.Size{Employers: 60, Contacts: 90, Visits: 40, Graduates: 150, Outcomes: 200, Colleagues: 16, Meetings: 5}, Seed: 7, Today: today}

// fewNouns returns its records, made anew, with a file attached to one.
func fewNouns(t *testing.T) (nouns []career.Noun) {
	t.Helper()
	must(t, few.Nouns(func(list ...career.Noun) error {
		nouns = append(nouns, list...)
		return nil
	}))
	return append(nouns, &career.Attachment{ID: "01f00000-0000-7000-8000-000000000001", Of: nouns[0].Kind(), OfID: nouns[0].Key(), Name: "a.pdf", Hash: strings.Repeat("0a", 32)})
}

// still opens an office in which no time passes, and returns its file.
func still(t *testing.T) (*store.Store, string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "office.db")
	s, err := store.Open(t.Context(), file, store.Options{Actor: "刘老师", Now: func() time.Time { return today.Time().Add(8 * time.Hour) }})
	must(t, err)
	t.Cleanup(func() { s.Close() })
	return s, file
}

// all fills an office with nouns.
func all(t *testing.T, s *store.Store, nouns ...career.Noun) error {
	t.Helper()
	return s.Fill(t.Context(), func(put func(...career.Noun) error) error {
		for _, n := range nouns {
			if err := put(n); err != nil {
				return err
			}
		}
		return nil
	})
}

// rows returns what a query on the file itself gives, a line for each row.
func rows(t *testing.T, db *sql.DB, query string) (lines []string) {
	t.Helper()
	list := got[*sql.Rows](t)(db.QueryContext(t.Context(), query))
	defer list.Close()
	columns := got[[]string](t)(list.Columns())
	for list.Next() {
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		must(t, list.Scan(values...))
		var line strings.Builder
		for i, v := range values {
			fmt.Fprintf(&line, "%s=%#v ", columns[i], *v.(*any))
		}
		lines = append(lines, line.String())
	}
	must(t, list.Err())
	return lines
}

func TestAFilledOfficeIsAsIfItHadBeenSaved(t *testing.T) {
	filled, one := still(t)
	saved, other := still(t)
	must(t, all(t, filled, fewNouns(t)...))
	save(t, saved, fewNouns(t)...)
	alike(t, filled, saved)
	must(t, filled.Close())
	must(t, saved.Close())

	a, b := got[*sql.DB](t)(sql.Open("sqlite", one)), got[*sql.DB](t)(sql.Open("sqlite", other))
	defer a.Close()
	defer b.Close()
	// Of the full-text tables only the search itself can be compared: their
	// insides tell in how many steps they were filled.
	const tables = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('history', 'change') AND name NOT LIKE '%\_fts%' ESCAPE '\' ORDER BY name`
	compared := 0
	for _, table := range append(rows(t, a, tables), "schema") {
		query := "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
		if table != "schema" {
			query = "SELECT * FROM " + strings.Trim(strings.TrimPrefix(table, "name="), `" `) + " ORDER BY 1, 2"
		}
		mine, theirs := rows(t, a, query), rows(t, b, query)
		compared += len(mine)
		if !slices.Equal(mine, theirs) {
			t.Errorf("%s differs: %d and %d rows\n%.400v\n%.400v", table, len(mine), len(theirs), mine, theirs)
		}
	}
	if compared < 900 {
		t.Errorf("only %d rows compared", compared)
	}
	for _, table := range []string{"employer", "contact", "colleague", "visit", "meeting", "graduate"} {
		_, err := a.ExecContext(t.Context(), fmt.Sprintf("INSERT INTO %s_fts (%[1]s_fts, rank) VALUES ('integrity-check', 1)", table))
		must(t, err)
	}
}

// alike fails the test if two offices do not tell the same.
func alike(t *testing.T, a, b *store.Store) {
	t.Helper()
	ask := func(s *store.Store) (answers []any) {
		ctx := t.Context()
		add := func(answer any, err error) {
			t.Helper()
			must(t, err)
			answers = append(answers, answer)
		}
		for _, find := range []string{"", "沈阳", "sy", "zhang", "机械 李", "2026"} {
			q := store.Query{Find: find, Limit: 30}
			add(s.Employers(ctx, q))
			add(s.People(ctx, q))
			add(s.Visits(ctx, q))
			add(s.Graduates(ctx, q))
			add(s.Meetings(ctx, q))
		}
		next := got[store.VisitRow](t)(s.Next(ctx, career.Moment(today.Add(1))))
		for _, level := range career.Levels {
			add(s.Dossier(ctx, next.ID, level, today))
		}
		add(s.Due(ctx, today, 50))
		add(s.Health(ctx))
		return answers
	}
	mine, theirs := ask(a), ask(b)
	for i := range mine {
		if !reflect.DeepEqual(mine[i], theirs[i]) {
			t.Errorf("answer %d differs:\n%.600v\n%.600v", i, mine[i], theirs[i])
		}
	}
	if health := got[store.Health](t)(a.Health(t.Context())); health.Err() != nil {
		t.Error(health.Err())
	}
}

// The records may come in any order, be it one in which each refers to what is
// not there yet.
func TestFillTakesNounsInAnyOrder(t *testing.T) {
	s, _ := still(t)
	nouns := fewNouns(t)
	slices.Reverse(nouns)
	must(t, all(t, s, nouns...))
	if health := got[store.Health](t)(s.Health(t.Context())); health.Err() != nil {
		t.Error(health.Err())
	}
}

func TestFillingIsToldAndCannotBeUndone(t *testing.T) {
	s, _ := still(t)
	nouns := fewNouns(t)
	must(t, all(t, s, nouns...))
	changes := got[[]store.Change](t)(s.Changes(t.Context(), 5))
	if len(changes) != 1 || changes[0].Act != store.Filled || changes[0].Reason != fmt.Sprint(len(nouns)) || changes[0].Count != 0 {
		t.Fatalf("got %+v", changes)
	}
	if err := s.Undo(t.Context(), changes[0].ID); !errors.Is(err, career.ErrConflict) {
		t.Errorf("undo says %v", err)
	}
	if entries := got[[]store.Entry](t)(s.History(t.Context(), nouns[0].Kind(), nouns[0].Key())); len(entries) != 0 {
		t.Errorf("history: %+v", entries)
	}
	// From here on the office is like any other.
	rows := got[[]store.EmployerRow](t)(s.Employers(t.Context(), store.Query{Limit: 1}))
	mine := rows[0].Employer
	mine.Note = "改过"
	save(t, s, &mine)
	must(t, s.Undo(t.Context(), got[[]store.Change](t)(s.Changes(t.Context(), 1))[0].ID))
}

func TestOnlyAnOfficeWithoutRecordsIsFilled(t *testing.T) {
	s := open(t)
	own := career.Employer{Name: "沈阳新松机器人自动化股份有限公司"}
	save(t, s, &own)
	for _, state := range []string{"living", "deleted"} {
		if err := all(t, s, fewNouns(t)...); !errors.Is(err, career.ErrNotEmpty) {
			t.Errorf("with a %s record: %v", state, err)
		}
		if state == "living" {
			must(t, s.Delete(t.Context(), &own))
		}
	}
}

// Whatever goes wrong, the office is as empty as before, and works.
func TestAFillingThatFailsLeavesNothing(t *testing.T) {
	broken := errors.New("broken")
	employer := career.Employer{ID: career.EmployerID(store.NewID()), Name: "甲"}
	ctx, cancel := context.WithCancel(t.Context())
	for name, c := range map[string]struct {
		ctx  context.Context
		last func(put func(...career.Noun) error) error
		want error
	}{
		"an error":       {t.Context(), func(func(...career.Noun) error) error { return broken }, broken},
		"a cancellation": {ctx, func(put func(...career.Noun) error) error { cancel(); return put(&career.Employer{Name: "乙"}) }, context.Canceled},
		"a lost employer": {t.Context(), func(put func(...career.Noun) error) error {
			return put(&career.Employer{Name: "乙", Parent: career.EmployerID(store.NewID())})
		}, career.ErrNotFound},
		"a lost record": {t.Context(), func(put func(...career.Noun) error) error {
			return put(&career.Attachment{Of: career.KindVisit, OfID: string(employer.ID), Name: "a", Hash: strings.Repeat("a", 64)})
		}, career.ErrNotFound},
		"a number twice": {t.Context(), func(put func(...career.Noun) error) error {
			return put(&career.Graduate{StudentNo: "1", Name: "甲", Cohort: 2026, Major: "英语"}, &career.Graduate{StudentNo: "1", Name: "乙", Cohort: 2026, Major: "英语"})
		}, career.ErrTaken},
		"an ID twice": {t.Context(), func(put func(...career.Noun) error) error { return put(&employer) }, career.ErrTaken},
	} {
		s, _ := still(t)
		err := s.Fill(c.ctx, func(put func(...career.Noun) error) error {
			if err := put(append(fewNouns(t), &employer)...); err != nil {
				return err
			}
			return c.last(put)
		})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
		for _, count := range got[store.Health](t)(s.Health(t.Context())).Counts {
			if count.Count > 0 {
				t.Errorf("%s leaves %d of kind %s", name, count.Count, count.Kind)
			}
		}
		if on := got[string](t)(s.Pragma(t.Context(), true, "foreign_keys")); on != "1" {
			t.Errorf("after %s nobody looks at references", name)
		}
		must(t, all(t, s, fewNouns(t)...))
	}
}

// Whoever catches a panic goes on with an office that is as it was.
func TestAPanicDuringAFillingLeavesNothing(t *testing.T) {
	s, _ := still(t)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		s.Fill(t.Context(), func(put func(...career.Noun) error) error {
			must(t, put(fewNouns(t)...))
			panic("broken")
		})
	}()
	if on := got[string](t)(s.Pragma(t.Context(), true, "foreign_keys")); on != "1" {
		t.Error("nobody looks at references any more")
	}
	must(t, all(t, s, fewNouns(t)...))
}

func TestFillTellsAllThatIsWrongWithWhatIsPut(t *testing.T) {
	s, _ := still(t)
	err := s.Fill(t.Context(), func(put func(...career.Noun) error) error {
		return put(&career.Employer{Name: "甲"}, &career.Employer{Staff: -1}, &career.Colleague{})
	})
	var invalid career.Invalid
	if !errors.As(err, &invalid) || len(invalid) != 3 {
		t.Errorf("got %v", err)
	}
}

// IDs, versions and stamps are set as Save sets them.
func TestWhatIsPutIsKnownAtOnce(t *testing.T) {
	s, _ := still(t)
	e := career.Employer{Name: "甲", Kept: career.Kept{Version: 3, Deleted: "2026-01-01T00:00:00.000Z"}}
	must(t, all(t, s, &e))
	if read := got[career.Employer](t)(s.Employer(t.Context(), e.ID)); !reflect.DeepEqual(read, e) || e.Version != 1 || e.Deleted != "" || e.Created == "" {
		t.Errorf("got %+v, put %+v", read, e)
	}
}

func TestAnOfficeFilledWithNothingIsAsBefore(t *testing.T) {
	s, _ := still(t)
	must(t, all(t, s))
	if changes := got[[]store.Change](t)(s.Changes(t.Context(), 5)); len(changes) != 0 {
		t.Errorf("got %+v", changes)
	}
	must(t, all(t, s, fewNouns(t)...))
}
