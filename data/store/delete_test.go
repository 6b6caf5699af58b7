package store_test

import (
	"errors"
	"reflect"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

func TestADeletedEmployerTakesAlongWhatIsAboutItAlone(t *testing.T) {
	o := smallOffice(t)
	ctx := t.Context()
	other := career.Employer{ID: career.EmployerID(store.NewID()), Name: "乙厂", Parent: o.employer.ID}
	shared := o.meet("2026-10-01")
	shared.Employers = []career.EmployerID{other.ID, o.employer.ID}
	mover := career.Contact{Name: "孙七", Posts: []career.Post{{Employer: other.ID, Title: "经理"}, {Employer: o.employer.ID, Title: "主管"}}}
	g := career.Graduate{ID: career.GraduateID(store.NewID()), StudentNo: "1", Name: "赵一", Cohort: 2026, Major: "机械"}
	hired := career.Outcome{Graduate: g.ID, Code: "10", Employer: o.employer.ID, On: "2026-07-01"}
	save(t, o.Store, &other, &shared, &mover, &g, &hired)

	must(t, o.Delete(ctx, &o.employer))
	for name, err := range map[string]error{
		"employer":   second(o.Employer(ctx, o.employer.ID)),
		"visit":      second(o.Visit(ctx, o.visit.ID)),
		"commitment": second(o.Commitment(ctx, o.promise.ID)),
		"host":       second(o.Contact(ctx, o.host.ID)),
	} {
		if !errors.Is(err, career.ErrNotFound) {
			t.Errorf("%s: got %v, want %v", name, err, career.ErrNotFound)
		}
	}
	if e := got[career.Employer](t)(o.Employer(ctx, other.ID)); e.Parent != "" {
		t.Errorf("the other employer still has a parent")
	}
	if c := got[career.Contact](t)(o.Contact(ctx, mover.ID)); len(c.Posts) != 1 || c.Posts[0].Employer != other.ID {
		t.Errorf("posts: %+v", c.Posts)
	}
	if v := got[career.Visit](t)(o.Visit(ctx, shared.ID)); !reflect.DeepEqual(v.Employers, []career.EmployerID{other.ID}) || v.Theirs[0].Name != "李强" || v.Theirs[0].Contact != "" {
		t.Errorf("shared visit: %+v", v)
	}
	rows := got[[]store.GraduateRow](t)(o.Graduates(ctx, store.Query{}))
	if len(rows) != 1 || rows[0].Where != o.employer.Name || rows[0].Code != "10" {
		t.Errorf("graduate: %+v", rows)
	}

	// All of it is one change.
	changes := got[[]store.Change](t)(o.Changes(ctx, 1))
	if changes[0].Act != store.Deleted || changes[0].Name != o.employer.Name {
		t.Errorf("change: %+v", changes[0])
	}
	must(t, o.Undo(ctx, changes[0].ID))
	if c := got[career.Contact](t)(o.Contact(ctx, mover.ID)); !reflect.DeepEqual(c.Posts, mover.Posts) {
		t.Errorf("posts after undo: %+v", c.Posts)
	}
	file := got[store.File](t)(o.File(ctx, o.employer.ID))
	if len(file.Visits) != 3 || len(file.Contacts) != 2 || len(file.Commitments) != 1 || len(file.Hires) != 1 {
		t.Errorf("file after undo: %d visits, %d contacts, %d commitments, %d hires", len(file.Visits), len(file.Contacts), len(file.Commitments), len(file.Hires))
	}
	must(t, got[store.Health](t)(o.Health(ctx)).Err())
}

func second[T any](_ T, err error) error { return err }

func TestWhoLedAVisitStays(t *testing.T) {
	o := smallOffice(t)
	if err := o.Delete(t.Context(), &o.president); !errors.Is(err, career.ErrInUse) {
		t.Errorf("got %v, want %v", err, career.ErrInUse)
	}
	must(t, o.Delete(t.Context(), &o.visit, &o.old, &o.president)) // all at once is fine
}

func TestDeleteRefuses(t *testing.T) {
	o := smallOffice(t)
	stale := o.promise
	o.promise.Owner = "孙处长"
	save(t, o.Store, &o.promise)
	if err := o.Delete(t.Context(), &stale); !errors.Is(err, career.ErrConflict) {
		t.Errorf("stale: got %v, want %v", err, career.ErrConflict)
	}
	if err := o.Delete(t.Context(), &career.Employer{Name: "没存过"}); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("never saved: got %v, want %v", err, career.ErrNotFound)
	}
	must(t, o.Delete(t.Context(), &o.promise))
	if err := o.Delete(t.Context(), &o.promise); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("twice: got %v, want %v", err, career.ErrNotFound)
	}
}

func TestADeletedRecordFreesItsCode(t *testing.T) {
	s := open(t)
	first := career.Employer{Name: "甲", USCC: "91512081MA62K0260E"}
	save(t, s, &first)
	must(t, s.Delete(t.Context(), &first))
	deleted := got[[]store.Change](t)(s.Changes(t.Context(), 1))[0]
	again := career.Employer{Name: "甲（新）", USCC: first.USCC}
	save(t, s, &again)
	if err := s.Undo(t.Context(), deleted.ID); !errors.Is(err, career.ErrTaken) {
		t.Errorf("restoring the first: got %v, want %v", err, career.ErrTaken)
	}
	must(t, s.Delete(t.Context(), &again))
	must(t, s.Undo(t.Context(), deleted.ID))
	got[career.Employer](t)(s.Employer(t.Context(), first.ID))
}

func TestTheSampleGoesAndTheOwnStays(t *testing.T) {
	o := smallOffice(t)
	ctx := t.Context()
	campaign := career.Campaign{ID: career.CampaignID(store.NewID()), Name: "示例行动"}
	mark := func(k *career.Kept) { k.Sample = true }
	mark(&campaign.Kept)
	sample := career.Employer{ID: career.EmployerID(store.NewID()), Name: "示例厂", Kept: career.Kept{Sample: true}}
	parent := career.Employer{ID: career.EmployerID(store.NewID()), Name: "示例集团", Kept: career.Kept{Sample: true}}
	sample.Parent = parent.ID
	unused := career.Employer{ID: career.EmployerID(store.NewID()), Name: "无人用的示例", Kept: career.Kept{Sample: true}}
	visit := career.Visit{From: "2026-01-01", Employers: []career.EmployerID{unused.ID}, Kept: career.Kept{Sample: true}}
	own := career.Visit{From: "2026-12-24", Employers: []career.EmployerID{sample.ID}, Purpose: "自己的走访"}
	save(t, o.Store, &campaign, &sample, &parent, &unused, &visit, &own)

	if n := got[int](t)(o.RemoveSample(ctx)); n != 3 {
		t.Errorf("removed %d, want campaign, unused employer and its visit", n)
	}
	for _, id := range []career.EmployerID{sample.ID, parent.ID} {
		if e := got[career.Employer](t)(o.Employer(ctx, id)); e.Sample {
			t.Errorf("%s is used by the office's own visit and still a sample", e.Name)
		}
	}
	if v := got[career.Visit](t)(o.Visit(ctx, own.ID)); v.Version != 1 {
		t.Errorf("the own visit was touched: %+v", v)
	}
	if n := got[int](t)(o.RemoveSample(ctx)); n != 0 {
		t.Errorf("the second time %d were removed", n)
	}
	changes := got[[]store.Change](t)(o.Changes(ctx, 1))
	must(t, o.Undo(ctx, changes[0].ID))
	if e := got[career.Employer](t)(o.Employer(ctx, unused.ID)); !e.Sample {
		t.Errorf("undo did not bring the sample back as it was")
	}
}

// Who edits a sample record means it: it is theirs from then on.
func TestAnEditedSampleIsTheOfficesOwn(t *testing.T) {
	s := open(t)
	ctx := t.Context()
	edited, touched := career.Employer{Name: "示例一厂", Kept: career.Kept{Sample: true}}, career.Employer{Name: "示例二厂", Kept: career.Kept{Sample: true}}
	host := career.Contact{Name: "李强", Kept: career.Kept{Sample: true}}
	save(t, s, &edited, &touched)
	host.Posts = []career.Post{{Employer: edited.ID}}
	save(t, s, &host)
	edited.Staff = 300
	save(t, s, &edited, &touched) // the second one as it was
	if edited.Sample || !touched.Sample || touched.Version != 1 {
		t.Errorf("edited: %+v, as it was: %+v", edited.Kept, touched.Kept)
	}
	edit := last(t, s)
	if n := got[int](t)(s.RemoveSample(ctx)); n != 2 {
		t.Errorf("removed %d, want the other employer and the host", n)
	}
	if e := got[career.Employer](t)(s.Employer(ctx, edited.ID)); e.Staff != 300 || e.Sample {
		t.Errorf("got %+v", e)
	}
	must(t, s.Undo(ctx, last(t, s).ID))
	must(t, s.Undo(ctx, edit.ID))
	if e := got[career.Employer](t)(s.Employer(ctx, edited.ID)); e.Staff != 0 || !e.Sample {
		t.Errorf("after undoing the edit: %+v", e)
	}
}

func TestWhatIsTheOfficesOwnNeverBecomesASample(t *testing.T) {
	s := open(t)
	e := career.Employer{Name: "自己的"}
	save(t, s, &e)
	e.Sample, e.Staff = true, 5
	save(t, s, &e)
	if n := got[int](t)(s.RemoveSample(t.Context())); n != 0 || e.Sample {
		t.Errorf("%d records went with the sample", n)
	}
}
