package store_test

import (
	"path/filepath"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

func TestSmoke(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "o ffice?#.db"), store.Options{Actor: "me"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx := t.Context()
	e := career.Employer{Name: "中国石油", Tags: []string{"500强"}}
	if err := s.Save(ctx, &e); err != nil {
		t.Fatal(err)
	}
	e.Staff = 5
	if err := s.Save(ctx, &e); err != nil {
		t.Fatal(err)
	}
	col := career.Colleague{Name: "王校长", Mobile: "1"}
	con := career.Contact{Name: "李强", Posts: []career.Post{{Employer: e.ID, Title: "CEO"}}}
	if err := s.Save(ctx, &col, &con); err != nil {
		t.Fatal(err)
	}
	v := career.Visit{ID: career.VisitID(store.NewID()), From: "2026-11-21T09:30", Employers: []career.EmployerID{e.ID}, LedBy: col.ID,
		Ours: []career.Participant{{Name: "王校长", Colleague: col.ID}}, Theirs: []career.Participant{{Name: "李强", Contact: con.ID}}}
	if err := s.Save(ctx, &v, &career.Commitment{Employer: e.ID, Visit: v.ID, Side: career.Ours, What: "x"}, &career.University{Name: "U"}, &career.Cohort{Year: 2027}); err != nil {
		t.Fatal(err)
	}
	rows, err := s.Employers(ctx, store.Query{})
	t.Logf("%+v %v", rows, err)
	for _, f := range []string{"石油", "zgsy", "zhongguo", "中国", "%", `"`, "石 zg"} {
		rows, err = s.Employers(ctx, store.Query{Find: f})
		t.Log(f, len(rows), err)
		vs, err := s.Visits(ctx, store.Query{Find: f})
		ps, err2 := s.People(ctx, store.Query{Find: f})
		t.Log(f, len(vs), err, len(ps), err2)
	}
	for _, l := range career.Levels {
		d, err := s.Dossier(ctx, v.ID, l, "2026-11-20")
		t.Logf("%+v %v", d, err)
	}
	f, err := s.File(ctx, e.ID)
	t.Logf("%+v %v", f, err)
	t.Log(s.Next(ctx, "2026-11-20"))
	t.Log(s.Due(ctx, "2026-11-20", 5))
}
