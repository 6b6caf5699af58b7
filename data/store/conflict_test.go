package store_test

import (
	"errors"
	"reflect"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// edited returns the visit of a small office as two people have it: theirs is
// stored, mine cannot be.
func edited(t testing.TB) (o *small, mine career.Visit) {
	t.Helper()
	o = smallOffice(t)
	mine = got[career.Visit](t)(o.Visit(t.Context(), o.visit.ID))
	theirs := got[career.Visit](t)(o.Visit(t.Context(), o.visit.ID))
	theirs.Place, theirs.Asks, theirs.Agenda = "二楼会议室", []string{"实习岗位"}, []career.AgendaLine{{At: "09:30", Item: "参观"}}
	theirs.Ours = append(theirs.Ours, career.Participant{Name: "刘静"})
	save(t, o.Store, &theirs)
	mine.Place, mine.Purpose, mine.Agenda = "三楼会议室", "签约", []career.AgendaLine{{At: "09:00", Item: "签约"}}
	if err := o.Save(t.Context(), &mine); !errors.Is(err, career.ErrConflict) {
		t.Fatalf("got %v, want %v", err, career.ErrConflict)
	}
	return o, mine
}

func TestAConflictIsToldFieldByField(t *testing.T) {
	o, mine := edited(t)
	var names []string
	for _, f := range got[[]store.Field](t)(o.Compare(t.Context(), &mine)) {
		names = append(names, f.Name)
		if f.Name == "visit.place" && (f.Old != "二楼会议室" || f.New != "三楼会议室") {
			t.Errorf("got %+v", f)
		}
		if f.Name == "visit.asks" && (f.Old != `["实习岗位"]` || f.New != "") {
			t.Errorf("got %+v", f)
		}
	}
	if want := []string{"visit.place", "visit.purpose", "visit.asks", "visit.agenda", "visit.ours"}; !reflect.DeepEqual(names, want) {
		t.Errorf("got %v, want %v", names, want)
	}
}

func TestAConflictIsSettledFieldByField(t *testing.T) {
	o, mine := edited(t)
	must(t, o.Merge(t.Context(), &mine, []string{"visit.asks", "visit.agenda", "visit.ours"}))
	save(t, o.Store, &mine)
	v := got[career.Visit](t)(o.Visit(t.Context(), o.visit.ID))
	if v.Place != "三楼会议室" || v.Purpose != "签约" {
		t.Errorf("mine are lost: %+v", v)
	}
	if len(v.Asks) != 1 || v.Agenda[0].Item != "参观" || len(v.Ours) != 2 || v.Ours[1].Name != "刘静" {
		t.Errorf("theirs are lost: %+v", v)
	}
	if v.Version != 3 {
		t.Errorf("version %d, want 3", v.Version)
	}
	if rest := got[[]store.Field](t)(o.Compare(t.Context(), &mine)); len(rest) != 0 {
		t.Errorf("still differs: %v", rest)
	}
}

func TestTakingAllOfMineOrAllOfTheirs(t *testing.T) {
	for _, all := range []bool{false, true} {
		o, mine := edited(t)
		var theirs []string
		if all {
			for _, f := range got[[]store.Field](t)(o.Compare(t.Context(), &mine)) {
				theirs = append(theirs, f.Name)
			}
		}
		stored := got[career.Visit](t)(o.Visit(t.Context(), mine.ID))
		must(t, o.Merge(t.Context(), &mine, theirs))
		if all != reflect.DeepEqual(mine, stored) {
			t.Errorf("all of theirs %t: %+v", all, mine)
		}
		save(t, o.Store, &mine)
	}
}

func TestAMergeThatFailsChangesNothing(t *testing.T) {
	o, mine := edited(t)
	before := mine
	for _, name := range []string{"visit.color", "employer.name", "place", "visit.deleted", "visit.version", ""} {
		if err := o.Merge(t.Context(), &mine, []string{"visit.place", name}); err == nil {
			t.Errorf("%q was merged", name)
		}
	}
	stored := got[career.Visit](t)(o.Visit(t.Context(), mine.ID))
	must(t, o.Delete(t.Context(), &stored))
	if err := o.Merge(t.Context(), &mine, nil); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("got %v, want %v", err, career.ErrNotFound)
	}
	if _, err := o.Compare(t.Context(), &career.Visit{}); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("a new record: got %v, want %v", err, career.ErrNotFound)
	}
	if !reflect.DeepEqual(mine, before) {
		t.Errorf("got %+v", mine)
	}
}

// An edit of a sample makes it the office's own, however the conflict is settled.
func TestMergingASampleMakesItOurs(t *testing.T) {
	s := open(t)
	e := career.Employer{Name: "样例公司", Kept: career.Kept{Sample: true}}
	save(t, s, &e)
	mine := e
	e.Note = "核实过"
	save(t, s, &e)
	mine.Place = "辽宁省沈阳市"
	must(t, s.Merge(t.Context(), &mine, []string{"employer.note"}))
	save(t, s, &mine)
	if mine.Sample || mine.Note != "核实过" || mine.Place == "" {
		t.Errorf("got %+v", mine)
	}
}

func BenchmarkCompare(b *testing.B) {
	o, mine := edited(b)
	for b.Loop() {
		if fields, err := o.Compare(b.Context(), &mine); err != nil || len(fields) != 5 {
			b.Fatal(fields, err)
		}
	}
}
