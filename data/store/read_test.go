package store_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

func TestTheNextVisit(t *testing.T) {
	o := smallOffice(t)
	ctx := t.Context()
	off, later, long, bare := o.meet("2026-11-20T10:00"), o.meet("2026-12-01T09:00"), o.meet("2026-11-19T09:00"), o.meet("2026-11-25")
	off.Cancelled, long.To = "台风", "2026-11-20T12:00"
	save(t, o.Store, &off, &later, &long, &bare)
	for at, want := range map[career.Moment]career.VisitID{
		"2026-11-20T08:00": long.ID, // under way
		"2026-11-20T12:01": o.visit.ID, "2026-11-21T09:30": o.visit.ID, "2026-11-21T09:31": bare.ID, "2026-11-25T18:00": bare.ID, "2026-11-25": bare.ID, "2026-11-26": later.ID,
	} {
		row, err := o.Next(ctx, at)
		if err != nil || row.ID != want {
			t.Errorf("at %s: got the one of %s, %v", at, row.From, err)
		}
	}
	if row := got[store.VisitRow](t)(o.Next(ctx, "2026-11-21")); row.EmployerName != o.employer.Name || row.LeaderName != "王晓明" || row.LeaderTitle != "校长" || len(row.Theirs) != 1 {
		t.Errorf("got %+v", row)
	}
	if _, err := o.Next(ctx, "2027-01-01"); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("got %v, want %v", err, career.ErrNotFound)
	}
}

func TestVisitsOfTheseDays(t *testing.T) {
	o := smallOffice(t)
	for _, at := range []career.Moment{"2026-11-16", "2026-11-22T23:59", "2026-11-23T00:00"} {
		v := o.meet(at)
		save(t, o.Store, &v)
	}
	var days []string
	for _, row := range got[[]store.VisitRow](t)(o.Between(t.Context(), "2026-11-16", "2026-11-22")) {
		days = append(days, string(row.From))
	}
	if want := []string{"2026-11-16", "2026-11-21T09:30", "2026-11-22T23:59"}; !slices.Equal(days, want) {
		t.Errorf("got %v, want %v", days, want)
	}
}

func TestWhatIsDue(t *testing.T) {
	o := smallOffice(t)
	for what, due := range map[string]career.Date{"后天": "2026-11-22", "无期限": "", "去年": "2025-12-01"} {
		save(t, o.Store, &career.Commitment{Employer: o.employer.ID, Side: career.Ours, What: what, Due: due})
	}
	save(t, o.Store, &career.Commitment{Employer: o.employer.ID, Side: career.Ours, What: "办结", Due: "2024-01-01", Done: "2024-01-01"})
	var whats []string
	for _, row := range got[[]store.CommitmentRow](t)(o.Due(t.Context(), today, 3)) {
		whats = append(whats, row.What)
		if row.EmployerName != o.employer.Name {
			t.Errorf("employer %q", row.EmployerName)
		}
	}
	if want := []string{"去年", "提供实习岗位", "后天"}; !slices.Equal(whats, want) {
		t.Errorf("got %v, want %v", whats, want)
	}
}

func TestEmployerRowsTellTheirState(t *testing.T) {
	o := smallOffice(t)
	o.class(t, 2026, "软件工程", 3, 2, "10")
	row := got[[]store.EmployerRow](t)(o.Employers(t.Context(), store.Query{}))[0]
	if row.LastVisit != "2025-11-03" || row.Open != 1 || row.Graduates != 2 {
		t.Errorf("last visit %q, %d open, %d graduates", row.LastVisit, row.Open, row.Graduates)
	}
}

func TestAFileHoldsAllAboutAnEmployer(t *testing.T) {
	o := smallOffice(t)
	junior := career.Contact{Name: "周八", Posts: []career.Post{{Employer: o.employer.ID}}}
	other := career.Employer{ID: career.EmployerID(store.NewID()), Name: "乙厂"}
	save(t, o.Store, &junior, &other, &career.Contact{Name: "外人", Posts: []career.Post{{Employer: other.ID}}},
		&career.Demand{Employer: o.employer.ID, Major: "软件工程"}, &career.Agreement{Employer: o.employer.ID, Title: "基地"}, &career.Feedback{Employer: o.employer.ID, On: "2026-01-01"})
	o.class(t, 2026, "软件工程", 3, 2, "10")
	f := got[store.File](t)(o.File(t.Context(), o.employer.ID))
	if len(f.Contacts) != 2 || f.Contacts[0].Name != "李强" || len(f.Contacts[0].Posts) != 1 {
		t.Errorf("contacts: %+v", f.Contacts)
	}
	if len(f.Visits) != 2 || f.Visits[0].ID != o.visit.ID || f.Visits[1].Open != 1 || len(f.Visits[0].Ours) != 1 {
		t.Errorf("visits: %+v", f.Visits)
	}
	if len(f.Commitments) != 1 || len(f.Demands) != 1 || len(f.Agreements) != 1 || len(f.Feedback) != 1 || len(f.Hires) != 2 {
		t.Errorf("%d commitments, %d demands, %d agreements, %d feedback, %d hires", len(f.Commitments), len(f.Demands), len(f.Agreements), len(f.Feedback), len(f.Hires))
	}
	if _, err := o.File(t.Context(), "nobody"); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("got %v, want %v", err, career.ErrNotFound)
	}
}

func TestWhatCameOfAVisit(t *testing.T) {
	o := smallOffice(t)
	save(t, o.Store, &career.Demand{Employer: o.employer.ID, Visit: o.old.ID, Major: "软件工程"}, &career.Agreement{Employer: o.employer.ID, Visit: o.old.ID, Title: "基地"},
		&career.Feedback{Employer: o.employer.ID, Visit: o.old.ID, On: "2026-01-01"}, &career.Demand{Employer: o.employer.ID, Major: "别处说的"})
	said := got[store.Said](t)(o.Of(t.Context(), o.old.ID))
	if len(said.Commitments) != 1 || len(said.Demands) != 1 || len(said.Agreements) != 1 || len(said.Feedback) != 1 {
		t.Errorf("got %+v", said)
	}
}

func TestEveryNounIsFoundByItsID(t *testing.T) {
	o := smallOffice(t)
	ctx := t.Context()
	if _, err := o.University(ctx); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("no university yet: got %v", err)
	}
	u, ca, co := career.University{Name: "沈阳工学院"}, career.Campaign{Name: "行动"}, career.Cohort{Year: 2026}
	m, d := career.Meeting{Title: "推进会", From: "2022-02-24"}, career.Demand{Employer: o.employer.ID, Major: "软件工程"}
	a, f := career.Agreement{Employer: o.employer.ID, Title: "基地"}, career.Feedback{Employer: o.employer.ID, On: "2026-01-01", Words: "好"}
	g := career.Graduate{ID: career.GraduateID(store.NewID()), StudentNo: "1", Name: "赵一", Cohort: 2026, Major: "机械"}
	out := career.Outcome{Graduate: g.ID, Code: "10", On: "2026-07-01"}
	save(t, o.Store, &u, &ca, &co, &m, &d, &a, &f, &g, &out)
	for what, err := range map[string]error{
		"university": second(o.University(ctx)), "campaign": second(o.Campaign(ctx, ca.ID)), "cohort": second(o.Cohort(ctx, co.ID)), "meeting": second(o.Meeting(ctx, m.ID)),
		"demand": second(o.Demand(ctx, d.ID)), "agreement": second(o.Agreement(ctx, a.ID)), "feedback": second(o.Feedback(ctx, f.ID)), "graduate": second(o.Graduate(ctx, g.ID)),
		"outcome": second(o.Outcome(ctx, out.ID)), "colleague": second(o.Colleague(ctx, o.president.ID)), "commitment": second(o.Commitment(ctx, o.promise.ID)),
	} {
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	if list := got[[]career.Campaign](t)(o.Campaigns(ctx)); len(list) != 1 {
		t.Errorf("campaigns: %+v", list)
	}
	if list := got[[]career.Cohort](t)(o.Cohorts(ctx)); len(list) != 1 {
		t.Errorf("cohorts: %+v", list)
	}
}

func TestColleaguesComeInProtocolOrder(t *testing.T) {
	s := open(t)
	for name, rank := range map[string]int{"无序": 0, "校长": 1, "处长": 12, "副校长": 2} {
		save(t, s, &career.Colleague{Name: name, Rank: rank})
	}
	var names []string
	for _, c := range got[[]career.Colleague](t)(s.Colleagues(t.Context())) {
		names = append(names, c.Name)
	}
	if want := []string{"校长", "副校长", "处长", "无序"}; !slices.Equal(names, want) {
		t.Errorf("got %v, want %v", names, want)
	}
}

func TestAPersonIsShownWithThePostOfToday(t *testing.T) {
	s := open(t)
	one, two := career.Employer{ID: career.EmployerID(store.NewID()), Name: "旧东家"}, career.Employer{ID: career.EmployerID(store.NewID()), Name: "新东家"}
	save(t, s, &one, &two, &career.Contact{Name: "李强", Mobile: "139", Posts: []career.Post{{Employer: one.ID, Title: "旧", To: "2020-01-01"}, {Employer: two.ID, Title: "新"}}},
		&career.Contact{Name: "周八", Posts: []career.Post{{Employer: one.ID, Title: "离任", To: "2020-01-01"}}}, &career.Colleague{Name: "王晓明", Title: "校长", Department: "校领导", Pinyin: "Wáng Xiǎomíng"})
	var list []string
	for _, p := range got[[]store.PersonRow](t)(s.People(t.Context(), store.Query{})) {
		list = append(list, fmt.Sprint(p.Kind, p.Name, p.Pinyin, p.Title, p.Where, p.Mobile))
	}
	want := []string{"contact李强Lǐ Qiáng新新东家139", "colleague王晓明Wáng Xiǎomíng校长校领导", "contact周八Zhōu Bā离任旧东家"}
	if !slices.Equal(list, want) {
		t.Errorf("got %v, want %v", list, want)
	}
}

// Of the visits without minutes come the first ones, in their order, whose
// detail is there; what was called off, put off or written down does not.
func TestUnminuted(t *testing.T) {
	o := smallOffice(t)
	early, late, blank := o.meet("2026-10-02T09:00"), o.meet("2026-11-18"), o.meet("2026-11-03T14:00")
	off, put, told, before := o.meet("2026-10-05"), o.meet("2026-10-06"), o.meet("2026-10-07"), o.meet("2026-09-30T09:00")
	off.Cancelled, put.Postponed, told.Minutes.Inner, blank.Minutes.Outer = "台风", "改期", "谈妥", " \u3000\n"
	save(t, o.Store, &early, &late, &blank, &off, &put, &told, &before)
	ask := func(n int) (ids []career.VisitID) {
		for _, row := range got[[]store.VisitRow](t)(o.Unminuted(t.Context(), "2026-10-01", "2026-11-18", n)) {
			if row.EmployerName != o.employer.Name || len(row.Ours) != 1 {
				t.Errorf("%s at %q with %d", row.From, row.EmployerName, len(row.Ours))
			}
			ids = append(ids, row.ID)
		}
		return ids
	}
	if ids := ask(10); !slices.Equal(ids, []career.VisitID{early.ID, blank.ID, late.ID}) {
		t.Errorf("got %v", ids)
	}
	if ids := ask(2); !slices.Equal(ids, []career.VisitID{early.ID, blank.ID}) {
		t.Errorf("got the first %v", ids)
	}
}
