package store_test

import (
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// last returns the newest change.
func last(t *testing.T, s *store.Store) store.Change {
	t.Helper()
	return got[[]store.Change](t)(s.Changes(t.Context(), 1))[0]
}

func TestASaveIsUndoneAndBroughtAgain(t *testing.T) {
	o := smallOffice(t)
	ctx := t.Context()
	before := got[career.Visit](t)(o.Visit(ctx, o.visit.ID))
	o.visit.Purpose, o.visit.Asks = "改签协议", []string{"二十个岗位"}
	o.visit.Theirs = append(o.visit.Theirs, career.Participant{Name: "周八"})
	o.visit.Logistics.Car = "辽A12345"
	save(t, o.Store, &o.visit)
	after := got[career.Visit](t)(o.Visit(ctx, o.visit.ID))

	saved := last(t, o.Store)
	must(t, o.Undo(ctx, saved.ID))
	same(t, "undone", got[career.Visit](t)(o.Visit(ctx, o.visit.ID)), before)
	undone := last(t, o.Store)
	if undone.Act != store.Undone || undone.Name != saved.Name || undone.Kind != career.KindVisit {
		t.Errorf("undo: %+v", undone)
	}
	must(t, o.Undo(ctx, undone.ID))
	same(t, "brought again", got[career.Visit](t)(o.Visit(ctx, o.visit.ID)), after)
	if again := last(t, o.Store); again.Act != store.Redone {
		t.Errorf("redo: %+v", again)
	}
	must(t, o.Undo(ctx, last(t, o.Store).ID))
	same(t, "undone once more", got[career.Visit](t)(o.Visit(ctx, o.visit.ID)), before)
	must(t, got[store.Health](t)(o.Health(ctx)).Err())
}

// same compares visits but for version and stamps.
func same(t *testing.T, what string, got, want career.Visit) {
	t.Helper()
	got.Kept, want.Kept = career.Kept{Deleted: got.Deleted}, career.Kept{Deleted: want.Deleted}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got  %+v\nwant %+v", what, got, want)
	}
}

func TestUndoWorksAfterARestart(t *testing.T) {
	file := filepath.Join(t.TempDir(), "office.db")
	s := reopen(t, file)
	e := career.Employer{Name: "甲"}
	save(t, s, &e)
	e.Name = "乙"
	save(t, s, &e)
	must(t, s.Close())
	s = reopen(t, file)
	must(t, s.Undo(t.Context(), last(t, s).ID))
	if e := got[career.Employer](t)(s.Employer(t.Context(), e.ID)); e.Name != "甲" {
		t.Errorf("got %q", e.Name)
	}
	rows := got[[]store.EmployerRow](t)(s.Employers(t.Context(), store.Query{Find: "yi"}))
	if len(rows) != 0 {
		t.Errorf("found by the undone name")
	}
}

func TestChangesAreUndoneOneAfterTheOther(t *testing.T) {
	s := open(t)
	ctx := t.Context()
	e := career.Employer{Name: "一"}
	for _, name := range []string{"一", "二", "三"} {
		e.Name = name
		save(t, s, &e)
	}
	changes := got[[]store.Change](t)(s.Changes(ctx, 3)) // 三 二 一
	if err := s.Undo(ctx, changes[1].ID); !errors.Is(err, career.ErrConflict) {
		t.Errorf("undo of what was changed since: got %v, want %v", err, career.ErrConflict)
	}
	name := func(want string) {
		t.Helper()
		e, err := s.Employer(ctx, e.ID)
		if e.Name != want || (want == "") != errors.Is(err, career.ErrNotFound) {
			t.Errorf("got %q, %v, want %q", e.Name, err, want)
		}
	}
	var undos []store.ChangeID
	for i, want := range []string{"二", "一", ""} {
		must(t, s.Undo(ctx, changes[i].ID))
		undos = append(undos, last(t, s).ID)
		name(want)
	}
	if err := s.Undo(ctx, changes[0].ID); !errors.Is(err, career.ErrConflict) {
		t.Errorf("undone twice: got %v, want %v", err, career.ErrConflict)
	}
	for i, want := range []string{"一", "二", "三"} {
		must(t, s.Undo(ctx, undos[2-i]))
		name(want)
	}
	for _, c := range got[[]store.Change](t)(s.Changes(ctx, 20)) {
		if wantUndone := c.Act == store.Undone; c.Undone != wantUndone {
			t.Errorf("%s says undone: %t", c.Act, c.Undone)
		}
	}
}

func TestOtherFieldsChangedSinceStopUndo(t *testing.T) {
	o := smallOffice(t)
	o.employer.Name = "改名"
	save(t, o.Store, &o.employer)
	renamed := last(t, o.Store)
	o.employer.Staff = 12
	save(t, o.Store, &o.employer)
	if err := o.Undo(t.Context(), renamed.ID); !errors.Is(err, career.ErrConflict) {
		t.Errorf("got %v, want %v", err, career.ErrConflict)
	}
}

func TestABatchIsUndoneWholeOrNotAtAll(t *testing.T) {
	s := open(t)
	ctx := t.Context()
	one, two := career.Employer{Name: "一"}, career.Employer{Name: "二"}
	save(t, s, &one, &two)
	batch := last(t, s)
	two.Staff = 7
	save(t, s, &two)
	if err := s.Undo(ctx, batch.ID); !errors.Is(err, career.ErrConflict) {
		t.Fatalf("got %v, want %v", err, career.ErrConflict)
	}
	got[career.Employer](t)(s.Employer(ctx, one.ID))
	must(t, s.Undo(ctx, last(t, s).ID))
	must(t, s.Undo(ctx, batch.ID))
	if rows := got[[]store.EmployerRow](t)(s.Employers(ctx, store.Query{})); len(rows) != 0 {
		t.Errorf("%d are left", len(rows))
	}
}

func TestUndoLeavesNothingDangling(t *testing.T) {
	s := open(t)
	ctx := t.Context()
	e := career.Employer{Name: "甲"}
	save(t, s, &e)
	made := last(t, s)
	v := career.Visit{From: "2026-12-01", Employers: []career.EmployerID{e.ID}}
	save(t, s, &v)
	if err := s.Undo(ctx, made.ID); !errors.Is(err, career.ErrInUse) {
		t.Errorf("undo of an employer with a visit: got %v, want %v", err, career.ErrInUse)
	}
	must(t, s.Delete(ctx, &v))
	deleted := last(t, s)
	must(t, s.Delete(ctx, &e))
	if err := s.Undo(ctx, deleted.ID); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("restoring a visit to a deleted employer: got %v, want %v", err, career.ErrNotFound)
	}
}

func TestOutcomesFollowTheirUndo(t *testing.T) {
	s := open(t)
	ctx := t.Context()
	g := career.Graduate{ID: career.GraduateID(store.NewID()), StudentNo: "1", Name: "赵一", Cohort: 2027, Major: "机械"}
	early := career.Outcome{Graduate: g.ID, Code: "70", On: "2026-09-01"}
	save(t, s, &g, &early)
	late := career.Outcome{Graduate: g.ID, Code: "10", On: "2026-10-01", EmployerName: "某厂"}
	save(t, s, &late)
	code := func() career.OutcomeCode {
		return got[[]store.GraduateRow](t)(s.Graduates(ctx, store.Query{}))[0].Code
	}
	if code() != "10" {
		t.Errorf("got %s, want the newest", code())
	}
	must(t, s.Undo(ctx, last(t, s).ID))
	if code() != "70" {
		t.Errorf("got %s, want the one before", code())
	}
	must(t, s.Delete(ctx, &early))
	if code() != "" {
		t.Errorf("got %s, want none", code())
	}
	if list := got[[]career.Outcome](t)(s.Outcomes(ctx, g.ID)); len(list) != 0 {
		t.Errorf("outcomes: %+v", list)
	}
}

func TestHistoryTellsEachField(t *testing.T) {
	s := open(t)
	ctx := t.Context()
	c := career.Contact{Name: "李强", Mobile: "13900000000"}
	save(t, s, &c)
	c.Mobile = "13911111111"
	save(t, s, &c)
	must(t, s.Delete(ctx, &c))
	list := got[[]store.Entry](t)(s.History(ctx, career.KindContact, string(c.ID)))
	if len(list) != 3 || list[0].Act != store.Deleted || list[2].Actor != "刘老师" {
		t.Fatalf("got %+v", list)
	}
	if want := []store.Field{{Name: "contact.mobile", Old: "13900000000", New: "13911111111"}}; !reflect.DeepEqual(list[1].Fields, want) {
		t.Errorf("got %+v, want %+v", list[1].Fields, want)
	}
	if want := []store.Field{{Name: "contact.mobile", New: "13900000000"}, {Name: "contact.name", New: "李强"}}; !reflect.DeepEqual(list[2].Fields, want) {
		t.Errorf("got %+v, want %+v", list[2].Fields, want)
	}
	must(t, s.Undo(ctx, list[0].ID)) // an entry is its change, so it can be undone from there
	list = got[[]store.Entry](t)(s.History(ctx, career.KindContact, string(c.ID)))
	if len(list) != 4 || list[0].Act != store.Undone || !list[1].Undone || list[2].Undone || list[2].Name != "李强" || list[2].Count != 1 {
		t.Errorf("after the undo got %+v", list)
	}
}

func TestANoteIsKeptAndNotUndone(t *testing.T) {
	o := smallOffice(t)
	must(t, o.Note(t.Context(), "print", "存档", &o.visit))
	note := last(t, o.Store)
	if note.Act != "print" || note.Reason != "存档" || note.Kind != career.KindVisit || note.Count != 0 {
		t.Errorf("got %+v", note)
	}
	if err := o.Undo(t.Context(), note.ID); !errors.Is(err, career.ErrConflict) {
		t.Errorf("got %v, want %v", err, career.ErrConflict)
	}
	if err := o.Undo(t.Context(), "nothing"); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("got %v, want %v", err, career.ErrNotFound)
	}
}

// Files of others hold bytes that are no text; what they become must not stand
// in the way of undoing.
func TestAnyTextIsUndone(t *testing.T) {
	s := open(t)
	ctx := t.Context()
	for _, name := range []string{"a\x00b", "\xff\xfe", "ud\xed\xa0\x80x", "甲\u202e乙", "<&>\u2028", `\ufffd`, "'; DROP TABLE change; --"} {
		e := career.Employer{Name: name, Tags: []string{name}, Sources: []career.Source{{Field: "employer.name", From: name}}}
		save(t, s, &e)
		e.Name, e.Tags = e.Name+"!", append(e.Tags, "又")
		save(t, s, &e)
		if err := s.Undo(ctx, last(t, s).ID); err != nil {
			t.Errorf("%q: %v", name, err)
			continue
		}
		want := strings.ToValidUTF8(name, "")
		if e := got[career.Employer](t)(s.Employer(ctx, e.ID)); strings.ReplaceAll(strings.ToValidUTF8(e.Name, ""), "\ufffd", "") != want || len(e.Tags) != 1 {
			t.Errorf("%q became %q, %q", name, e.Name, e.Tags)
		}
	}
}
