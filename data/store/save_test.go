package store_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

func TestSaveSetsWhatItKeeps(t *testing.T) {
	s := open(t)
	e := career.Employer{Name: "东软集团"}
	save(t, s, &e)
	if len(e.ID) != 36 || e.Version != 1 || e.Created == "" || e.Updated != e.Created {
		t.Errorf("first save: %+v", e)
	}
	first := e.Created
	e.Staff = 20000
	save(t, s, &e)
	if e.Version != 2 || e.Created != first || e.Updated <= first {
		t.Errorf("second save: %+v", e.Kept)
	}
	if kept := got[career.Employer](t)(s.Employer(t.Context(), e.ID)); !reflect.DeepEqual(kept, e) {
		t.Errorf("got %+v, want %+v", kept, e)
	}
}

func TestSavingNothingNewIsNoChange(t *testing.T) {
	o := smallOffice(t)
	before := got[[]store.Change](t)(o.Changes(t.Context(), 10))
	save(t, o.Store, &o.employer, &o.visit)
	after := got[[]store.Change](t)(o.Changes(t.Context(), 10))
	if len(after) != len(before) || o.visit.Version != 1 {
		t.Errorf("%d changes became %d", len(before), len(after))
	}
}

func TestRecordsOfOneActMayComeInAnyOrder(t *testing.T) {
	s := open(t)
	e := career.Employer{ID: career.EmployerID(store.NewID()), Name: "甲"}
	v := career.Visit{ID: career.VisitID(store.NewID()), From: "2026-11-21", Employers: []career.EmployerID{e.ID}}
	save(t, s, &career.Commitment{Employer: e.ID, Visit: v.ID, Side: career.Ours, What: "寄材料"}, &v, &e)
	if list := got[[]store.Change](t)(s.Changes(t.Context(), 10)); len(list) != 1 || list[0].Count != 3 {
		t.Errorf("got %+v, want one change of three records", list)
	}
}

func TestSaveTellsAllReasonsAtOnce(t *testing.T) {
	err := open(t).Save(t.Context(), &career.Employer{Staff: -1}, &career.Contact{})
	var invalid career.Invalid
	if !errors.As(err, &invalid) || len(invalid) != 3 {
		t.Errorf("got %v, want three problems", err)
	}
}

func TestSaveRefuses(t *testing.T) {
	o := smallOffice(t)
	ctx := t.Context()
	save(t, o.Store, &career.Employer{Name: "甲", USCC: "91512081MA62K0260E"}, &career.Graduate{StudentNo: "2027001", Name: "赵一", Cohort: 2027, Major: "软件工程"},
		&career.Cohort{Year: 2027}, &career.University{Name: "大学"})
	stale := o.employer
	o.employer.Staff = 1
	save(t, o.Store, &o.employer)
	stale.Staff = 2
	gone := o.promise
	must(t, o.Delete(ctx, &gone))
	strange := o.employer
	strange.ID = career.EmployerID(store.NewID())
	for name, c := range map[string]struct {
		noun career.Noun
		want error
	}{
		"USCC again":              {&career.Employer{Name: "乙", USCC: "91512081MA62K0260E"}, career.ErrTaken},
		"student number again":    {&career.Graduate{StudentNo: "2027001", Name: "钱二", Cohort: 2027, Major: "软件工程"}, career.ErrTaken},
		"cohort again":            {&career.Cohort{Year: 2027}, career.ErrTaken},
		"second university":       {&career.University{Name: "学院"}, career.ErrTaken},
		"saved by somebody else":  {&stale, career.ErrConflict},
		"deleted":                 {&o.promise, career.ErrNotFound},
		"never saved":             {&strange, career.ErrNotFound},
		"about nobody":            {&career.Demand{Employer: career.EmployerID(store.NewID()), Major: "机械"}, career.ErrNotFound},
		"of a deleted commitment": {&career.Visit{From: "2026-12-01", Employers: []career.EmployerID{career.EmployerID(gone.ID)}}, career.ErrNotFound},
	} {
		before := fmt.Sprintf("%+v", c.noun)
		if err := o.Save(ctx, &career.Employer{Name: "同行者"}, c.noun); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
		if after := fmt.Sprintf("%+v", c.noun); after != before {
			t.Errorf("%s: the noun was changed: %s", name, after)
		}
	}
	if rows := got[[]store.EmployerRow](t)(o.Employers(ctx, store.Query{Find: "同行者"})); len(rows) != 0 {
		t.Errorf("half an act was kept: %d", len(rows))
	}
}

func TestEmptyUSCCsDoNotClash(t *testing.T) {
	save(t, open(t), &career.Employer{Name: "甲"}, &career.Employer{Name: "乙"})
}

func TestWritersTakeTurns(t *testing.T) {
	file := filepath.Join(t.TempDir(), "office.db")
	one, other := reopen(t, file), reopen(t, file)
	var all sync.WaitGroup
	errs := make(chan error, 100)
	for i := range 50 {
		s := one
		if i%2 == 0 {
			s = other
		}
		all.Go(func() { errs <- s.Save(context.Background(), &career.Employer{Name: fmt.Sprintf("第%d", i)}) })
		all.Go(func() {
			_, err := s.Employers(context.Background(), store.Query{})
			errs <- err
		})
	}
	all.Wait()
	close(errs)
	for err := range errs {
		must(t, err)
	}
	if rows := got[[]store.EmployerRow](t)(one.Employers(t.Context(), store.Query{Limit: 100})); len(rows) != 50 {
		t.Errorf("got %d employers, want 50", len(rows))
	}
}

func TestACancelledSaveKeepsNothing(t *testing.T) {
	s := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Save(ctx, &career.Employer{Name: "甲"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if rows := got[[]store.EmployerRow](t)(s.Employers(t.Context(), store.Query{})); len(rows) != 0 {
		t.Errorf("got %d employers", len(rows))
	}
}

func TestManyRecordsAreOneChange(t *testing.T) {
	s := open(t)
	var nouns []career.Noun
	for i := range 1_003 { // not a multiple of any batch
		nouns = append(nouns, &career.Contact{Name: fmt.Sprintf("第%d位", i), Note: strings.Repeat("注", i%7)})
	}
	save(t, s, nouns...)
	changes := got[[]store.Change](t)(s.Changes(t.Context(), 10))
	if len(changes) != 1 || changes[0].Count != 1_003 {
		t.Fatalf("got %+v", changes)
	}
	if rows := got[[]store.PersonRow](t)(s.People(t.Context(), store.Query{Find: "1002位"})); len(rows) != 1 {
		t.Errorf("found %d", len(rows))
	}
	must(t, s.Undo(t.Context(), changes[0].ID))
	if rows := got[[]store.PersonRow](t)(s.People(t.Context(), store.Query{})); len(rows) != 0 {
		t.Errorf("%d are left", len(rows))
	}
}
