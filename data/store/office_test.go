package store_test

import (
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

const today career.Date = "2026-11-20"

// clock tells a time that moves on by a second each time it is asked.
func clock() func() time.Time {
	var asked atomic.Int64
	return func() time.Time {
		return today.Time().Add(8*time.Hour + time.Duration(asked.Add(1))*time.Second)
	}
}

// open opens a new office.
func open(t testing.TB) *store.Store {
	t.Helper()
	return reopen(t, filepath.Join(t.TempDir(), "office.db"))
}

func reopen(t testing.TB, file string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), file, store.Options{Actor: "刘老师", Now: clock()})
	must(t, err)
	t.Cleanup(func() { s.Close() })
	return s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func save(t testing.TB, s *store.Store, nouns ...career.Noun) {
	t.Helper()
	must(t, s.Save(t.Context(), nouns...))
}

// got fails the test if err is not nil, and returns v.
func got[T any](t testing.TB) func(v T, err error) T {
	return func(v T, err error) T {
		t.Helper()
		must(t, err)
		return v
	}
}

// small is an office with one employer, one visit to it tomorrow and one a year
// ago, and somebody on each side.
type small struct {
	*store.Store
	employer   career.Employer
	president  career.Colleague
	host       career.Contact
	visit, old career.Visit
	promise    career.Commitment
}

func smallOffice(t testing.TB) *small {
	t.Helper()
	o := &small{Store: open(t)}
	o.employer = career.Employer{ID: career.EmployerID(store.NewID()), Name: "沈阳新松机器人自动化股份有限公司", ShortNames: []string{"新松"}, Place: "辽宁省沈阳市"}
	o.president = career.Colleague{ID: career.ColleagueID(store.NewID()), Name: "王晓明", Title: "校长", Rank: 1, Mobile: "13800000001", Public: true}
	o.host = career.Contact{ID: career.ContactID(store.NewID()), Name: "李强", Mobile: "13900000002",
		Posts: []career.Post{{Employer: o.employer.ID, Title: "总经理", Rank: 1}}}
	o.visit = o.meet("2026-11-21T09:30")
	o.old = o.meet("2025-11-03T14:00")
	o.old.Minutes = career.Minutes{Outer: "双方商定共建实验室", On: "2025-11-04"}
	o.promise = career.Commitment{Employer: o.employer.ID, Visit: o.old.ID, Side: career.Theirs, What: "提供实习岗位", Due: "2026-03-01"}
	save(t, o.Store, &o.employer, &o.president, &o.host, &o.visit, &o.old, &o.promise)
	return o
}

// meet returns a visit to the employer with everybody there.
func (o *small) meet(at career.Moment) career.Visit {
	return career.Visit{
		ID: career.VisitID(store.NewID()), Direction: career.Out, Mode: career.OnSite, From: at, LedBy: o.president.ID,
		Employers: []career.EmployerID{o.employer.ID}, Purpose: "洽谈毕业生实习",
		Ours:   []career.Participant{{Name: "王晓明", Title: "校长", Colleague: o.president.ID}},
		Theirs: []career.Participant{{Name: "李强", Title: "总经理", Contact: o.host.ID}},
	}
}
