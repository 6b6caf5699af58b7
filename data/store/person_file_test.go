package store_test

import (
	"errors"
	"fmt"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// person returns the file of a person.
func person(t testing.TB, s *store.Store, n career.Noun) store.PersonFile {
	t.Helper()
	return got[store.PersonFile](t)(s.Person(t.Context(), n.Kind(), n.Key()))
}

// moved is a small office whose host left for another employer.
func moved(t testing.TB) (o *small, other career.Employer) {
	t.Helper()
	o = smallOffice(t)
	other = career.Employer{ID: career.EmployerID(store.NewID()), Name: "东软集团股份有限公司"}
	o.host.Posts = []career.Post{
		{Employer: other.ID, Title: "副总裁", From: "2026-04"},
		{Employer: o.employer.ID, Title: "总经理", From: "2019-01-01", To: "2026-03-31"},
	}
	save(t, o.Store, &other, &o.host)
	return o, other
}

func TestAFileTellsThePostsOfAContact(t *testing.T) {
	o, other := moved(t)
	f := person(t, o.Store, &o.host)
	if c, ok := f.Noun.(*career.Contact); !ok || c.Name != "李强" {
		t.Errorf("the file is of %v", f.Noun)
	}
	if len(f.Posts) != 2 || f.Posts[0].EmployerName != other.Name || f.Posts[0].Ended || f.Posts[1].EmployerName != o.employer.Name || !f.Posts[1].Ended {
		t.Errorf("got %+v", f.Posts)
	}
}

func TestAFileTellsWhoTookOver(t *testing.T) {
	for name, c := range map[string]struct {
		others []career.Contact
		want   string
	}{
		"nobody":            {nil, ""},
		"the day after":     {[]career.Contact{{Name: "赵敏", Posts: []career.Post{{Title: "总经理", From: "2026-04-01"}}}}, "赵敏"},
		"in that month":     {[]career.Contact{{Name: "赵敏", Posts: []career.Post{{Title: "总经理", From: "2026-03"}}}}, "赵敏"},
		"in that year":      {[]career.Contact{{Name: "赵敏", Posts: []career.Post{{Title: " 总经理", From: "2026"}}}}, "赵敏"},
		"before":            {[]career.Contact{{Name: "赵敏", Posts: []career.Post{{Title: "总经理", From: "2018-01-01", To: "2018-12-31"}}}}, ""},
		"another title":     {[]career.Contact{{Name: "赵敏", Posts: []career.Post{{Title: "副总经理", From: "2026-04-01"}}}}, ""},
		"the first of many": {[]career.Contact{{Name: "后来", Posts: []career.Post{{Title: "总经理", From: "2026-09-01"}}}, {Name: "先来", Posts: []career.Post{{Title: "总经理", From: "2026-05"}}}}, "先来"},
		"nobody knows when": {[]career.Contact{{Name: "赵敏", Posts: []career.Post{{Title: "总经理"}}}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			o, other := moved(t)
			elsewhere := career.Contact{Name: "别处", Posts: []career.Post{{Employer: other.ID, Title: "总经理", From: "2026-04-01"}}}
			save(t, o.Store, &elsewhere)
			for _, person := range c.others {
				person.Posts[0].Employer = o.employer.ID
				save(t, o.Store, &person)
			}
			f := person(t, o.Store, &o.host)
			if next := f.Posts[1].Next; next.Name != c.want || (next.Contact == "") != (c.want == "") {
				t.Errorf("got %+v, want %q", next, c.want)
			}
			if f.Posts[0].Next != (store.Successor{}) {
				t.Errorf("somebody follows in a post that is held: %+v", f.Posts[0])
			}
		})
	}
}

func TestADeletedContactTookNothingOver(t *testing.T) {
	o, _ := moved(t)
	next := career.Contact{Name: "赵敏", Posts: []career.Post{{Employer: o.employer.ID, Title: "总经理", From: "2026-04-01"}}}
	save(t, o.Store, &next)
	must(t, o.Delete(t.Context(), &next))
	if f := person(t, o.Store, &o.host); f.Posts[1].Next.Name != "" {
		t.Errorf("got %+v", f.Posts[1].Next)
	}
}

func TestAFileTellsTheLastVisits(t *testing.T) {
	o := smallOffice(t)
	cancelled, put := o.meet("2026-05-01"), o.meet("2026-06-01")
	cancelled.Cancelled, put.Postponed = "疫情", "改期"
	newer, strange := o.meet("2026-10-09T14:00"), o.meet("2026-10-10")
	strange.Theirs, strange.Ours = nil, nil
	save(t, o.Store, &cancelled, &put, &newer, &strange)
	for _, n := range []career.Noun{&o.host, &o.president} {
		f := person(t, o.Store, n)
		if len(f.Visits) != 2 || f.Visits[0].ID != newer.ID || f.Visits[1].ID != o.old.ID || f.Visits[0].EmployerName != o.employer.Name || len(f.Visits[0].Theirs) != 1 {
			t.Errorf("%s: got %v", n.Kind(), f.Visits)
		}
	}
}

// The last visits of who takes part in most are looked for in another way.
func TestAFileTellsTheLastOfManyVisits(t *testing.T) {
	o := smallOffice(t)
	var nouns []career.Noun
	for i := range 520 {
		v := o.meet(career.Moment(fmt.Sprintf("20%02d-%02d-%02dT09:30", 20+i/112, i/28%4+1, i%28+1)))
		if i == 519 {
			v.Cancelled = "疫情"
		}
		if i == 518 {
			v.Ours = nil
		}
		nouns = append(nouns, &v)
	}
	save(t, o.Store, nouns...)
	f := person(t, o.Store, &o.president)
	if len(f.Visits) != 50 || f.Visits[0].ID != o.old.ID || f.Visits[1].From != "2024-03-14T09:30" || f.Visits[49].From != "2024-01-22T09:30" {
		t.Errorf("%d visits from %s, %s to %s", len(f.Visits), f.Visits[0].From, f.Visits[1].From, f.Visits[49].From)
	}
}

func TestAFileTellsOurGraduate(t *testing.T) {
	o := smallOffice(t)
	g := career.Graduate{ID: career.GraduateID(store.NewID()), StudentNo: "20180001", Name: "李强", Cohort: 2018, Major: "软件工程"}
	old := career.Outcome{Graduate: g.ID, Code: "10", On: "2018-07-01", EmployerName: "某某公司"}
	newest := career.Outcome{Graduate: g.ID, Code: "10", On: "2019-03-01", Employer: o.employer.ID, EmployerName: "新松"}
	o.host.Graduate = g.ID
	save(t, o.Store, &g, &old, &newest, &o.host)
	f := person(t, o.Store, &o.host)
	if f.Graduate.Cohort != 2018 || f.Graduate.Major != "软件工程" || f.Outcome.ID != newest.ID || f.Employed != o.employer.Name {
		t.Errorf("got %+v, %+v, %q", f.Graduate, f.Outcome, f.Employed)
	}
	must(t, o.Delete(t.Context(), &newest))
	if f = person(t, o.Store, &o.host); f.Outcome.ID != old.ID || f.Employed != "某某公司" {
		t.Errorf("got %+v, %q", f.Outcome, f.Employed)
	}
	must(t, o.Delete(t.Context(), &g))
	if f = person(t, o.Store, &o.host); f.Graduate.ID != "" || f.Outcome.ID != "" {
		t.Errorf("got %+v, %+v", f.Graduate, f.Outcome)
	}
}

func TestAFileTellsWhatThePersonSeesTo(t *testing.T) {
	o := smallOffice(t)
	elsewhere := career.Employer{ID: career.EmployerID(store.NewID()), Name: "东软集团"}
	save(t, o.Store, &elsewhere)
	for _, c := range []career.Commitment{
		{What: "一", Side: career.Ours, Owner: "王晓明"},
		{What: "二", Side: career.Ours, Owner: "刘静、王晓明（校办）", Due: "2026-12-01"},
		{What: "三", Side: career.Ours, Owner: "王晓明", Done: "2026-01-01"},
		{What: "别人", Side: career.Ours, Owner: "王晓明明"},
		{What: "没有人 王晓明", Side: career.Ours},
		{What: "他们的", Side: career.Theirs, Owner: "王晓明"},
		{What: "四", Side: career.Theirs, Owner: "李强"},
		{What: "同名", Side: career.Theirs, Owner: "李强", Employer: elsewhere.ID},
		{What: "我们的", Side: career.Ours, Owner: "李强"},
	} {
		if c.Employer == "" {
			c.Employer = o.employer.ID
		}
		save(t, o.Store, &c)
	}
	for n, want := range map[career.Noun]string{&o.president: "二一三", &o.host: "四"} {
		owned := ""
		for _, c := range person(t, o.Store, n).Commitments {
			owned += c.What
			if c.EmployerName != o.employer.Name {
				t.Errorf("got %+v", c)
			}
		}
		if owned != want {
			t.Errorf("%s: got %s, want %s", n.Kind(), owned, want)
		}
	}
}

// Others whose names hold this one crowd nobody out, and a name is the same in
// capitals.
func TestAFileTellsWhatThePersonSeesToByTheExactName(t *testing.T) {
	o := smallOffice(t)
	john := career.Contact{Name: "John Smith", Posts: []career.Post{{Employer: o.employer.ID}}}
	jitian := career.Colleague{Name: "𠮷田"}
	nouns := []career.Noun{&john, &jitian}
	for i := range 150 {
		due := career.Date("2026-01-01").Add(i)
		nouns = append(nouns, &career.Commitment{Employer: o.employer.ID, What: "别人", Side: career.Ours, Owner: "王晓明明", Due: due},
			&career.Commitment{Employer: o.employer.ID, What: "别人", Side: career.Theirs, Owner: "李强强", Due: due})
	}
	for _, c := range []career.Commitment{
		{What: "一", Side: career.Ours, Owner: "王晓明", Due: "2027-01-01"}, {What: "二", Side: career.Theirs, Owner: "李强", Due: "2027-01-01"},
		{What: "三", Side: career.Theirs, Owner: "JOHN SMITH"}, {What: "四", Side: career.Ours, Owner: "吉田"},
	} {
		c.Employer = o.employer.ID
		nouns = append(nouns, &c)
	}
	save(t, o.Store, nouns...)
	for n, want := range map[career.Noun]string{&o.president: "一", &o.host: "二", &john: "三", &jitian: "四"} {
		if list := person(t, o.Store, n).Commitments; len(list) != 1 || list[0].What != want {
			t.Errorf("%s: got %d, want %s", n.Key(), len(list), want)
		}
	}
}

func TestAFileTellsTheAttachments(t *testing.T) {
	o := smallOffice(t)
	attach(t, o.Store, &o.president, "简历.pdf")
	attach(t, o.Store, &o.visit, "协议.pdf")
	if f := person(t, o.Store, &o.president); len(f.Attachments) != 1 || f.Attachments[0].Name != "简历.pdf" || len(f.Posts) != 0 {
		t.Errorf("got %+v", f)
	}
}

func TestNobodyHasNoFile(t *testing.T) {
	o := smallOffice(t)
	must(t, o.Delete(t.Context(), &o.host))
	for kind, id := range map[career.Kind]string{career.KindContact: o.host.Key(), career.KindColleague: store.NewID(), career.KindVisit: o.visit.Key()} {
		if _, err := o.Person(t.Context(), kind, id); !errors.Is(err, career.ErrNotFound) {
			t.Errorf("%s: got %v, want %v", kind, err, career.ErrNotFound)
		}
	}
}

// A president takes part in every visit of many years.
func BenchmarkPerson(b *testing.B) {
	o := smallOffice(b)
	var nouns []career.Noun
	for i := range 4000 {
		v := o.meet(career.Moment(fmt.Sprintf("20%02d-%02d-%02dT09:30", 10+i/336, i/28%12+1, i%28+1)))
		nouns = append(nouns, &v, &career.Commitment{Employer: o.employer.ID, Visit: v.ID, Side: career.Ours, What: "事项", Owner: []string{"王晓明", "刘静", "周正"}[i%3], Done: "2026-01-01"})
	}
	for i := range 200 {
		nouns = append(nouns, &career.Contact{Name: fmt.Sprintf("第%d位", i), Posts: []career.Post{{Employer: o.employer.ID, Title: "经理", From: "2020"}}})
	}
	o.host.Posts[0].To = "2026-03-31"
	save(b, o.Store, append(nouns, &o.host)...)
	for _, n := range []career.Noun{&o.host, &o.president} {
		b.Run(string(n.Kind()), func(b *testing.B) {
			for b.Loop() {
				if f := person(b, o.Store, n); len(f.Visits) != 50 {
					b.Fatal(len(f.Visits))
				}
			}
		})
	}
}
