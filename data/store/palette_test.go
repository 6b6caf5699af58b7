package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// hits tells what words mean as "kind name|detail".
func hits(t *testing.T, s *store.Store, words string, n int) (list []string) {
	t.Helper()
	for _, h := range got[[]store.Hit](t)(s.Search(t.Context(), words, n)) {
		list = append(list, fmt.Sprintf("%s %s|%s", h.Kind, h.Name, h.Detail))
		if h.ID == "" {
			t.Errorf("%q: %s has no ID", words, h.Name)
		}
	}
	return list
}

func TestASearchFindsEveryKind(t *testing.T) {
	o := smallOffice(t)
	save(t, o.Store, &career.Graduate{StudentNo: "2022010101", Name: "新颖", Cohort: 2026, Major: "软件工程"},
		&career.Meeting{Title: "新学期就业推进会", From: "2026-02-24T14:00"}, &career.Colleague{Name: "新立", Title: "处长"})
	want := []string{
		"employer 沈阳新松机器人自动化股份有限公司|辽宁省沈阳市", "contact 李强|沈阳新松机器人自动化股份有限公司", "colleague 新立|处长",
		"visit 沈阳新松机器人自动化股份有限公司|2026-11-21T09:30", "visit 沈阳新松机器人自动化股份有限公司|2025-11-03T14:00",
		"commitment 提供实习岗位|沈阳新松机器人自动化股份有限公司", "meeting 新学期就业推进会|2026-02-24T14:00", "graduate 新颖|2026 软件工程",
	}
	found := hits(t, o.Store, "新", 20)
	for _, hit := range want {
		if !slices.Contains(found, hit) {
			t.Errorf("%s is not among %q", hit, found)
		}
	}
	for words, first := range map[string]string{
		"xinsong": want[0], "沈阳 xs": want[0], "lq": want[1], "李强": want[1], "wxm": "colleague 王晓明|校长", "王晓明": "colleague 王晓明|校长",
		"实习岗位": want[5], "推进会": want[6], "新颖": want[7], "xinying": want[7], "20220101": want[7],
	} {
		if found := hits(t, o.Store, words, 20); len(found) == 0 || found[0] != first {
			t.Errorf("%q finds %q, want %s first", words, found, first)
		}
	}
	for _, words := range []string{"", " ", "天津", "%", "'"} {
		if found := hits(t, o.Store, words, 20); len(found) != 0 {
			t.Errorf("%q finds %q", words, found)
		}
	}
}

func TestFewEmployersAreNotLostAmongManyGraduates(t *testing.T) {
	s := open(t)
	nouns := []career.Noun{&career.Employer{Name: "华为技术有限公司"}, &career.Employer{Name: "海尔智家"}}
	for i := range 500 {
		nouns = append(nouns, &career.Graduate{StudentNo: fmt.Sprint(i), Name: "胡" + string('伟'+rune(i%3)), Cohort: 2026, Major: "软件工程"})
	}
	save(t, s, nouns...)
	for _, n := range []int{1, 4, 20} {
		found := hits(t, s, "h", n)
		if len(found) != n || !strings.HasPrefix(found[0], "employer") {
			t.Errorf("of %d: %q", n, found)
		}
	}
	if found := hits(t, s, "胡", 20); len(found) != 20 {
		t.Errorf("what one kind leaves is not filled by another: %d", len(found))
	}
}

func TestASearchFollowsDeletions(t *testing.T) {
	o := smallOffice(t)
	must(t, o.Delete(t.Context(), &o.promise))
	if found := hits(t, o.Store, "提供实习岗位", 20); slices.ContainsFunc(found, func(h string) bool { return strings.HasPrefix(h, "commitment") }) {
		t.Errorf("the deleted one is found: %q", found)
	}
}

func TestTheBoardShowsVisitsThatWantSomething(t *testing.T) {
	o := smallOffice(t)
	add := func(at career.Moment, change func(*career.Visit)) career.VisitID {
		v := o.meet(at)
		change(&v)
		save(t, o.Store, &v)
		return v.ID
	}
	minuted := func(v *career.Visit) { v.Minutes.Outer = "商定" }
	want := []career.VisitID{
		add("2020-01-01", func(v *career.Visit) { v.Minutes.Outer = "\u3000\n" }), // forgotten, however old
		o.old.ID, // what was promised there is open
		add("2026-09-21", minuted),
		add("2026-11-19", func(*career.Visit) {}),
		add("2026-11-20", func(*career.Visit) {}),
		o.visit.ID,
		add("2027-05-01", func(*career.Visit) {}),
	}
	add("2026-09-20", minuted) // reported long ago
	add("2026-11-25", func(v *career.Visit) { v.Postponed = "天气" })
	add("2026-11-10", func(v *career.Visit) { v.Cancelled = "有变" })
	var shown []career.VisitID
	for _, r := range got[[]store.VisitRow](t)(o.Board(t.Context(), today)) {
		shown = append(shown, r.ID)
		if r.EmployerName != o.employer.Name || len(r.Ours) != 1 {
			t.Errorf("got %+v", r)
		}
	}
	if !slices.Equal(shown, want) {
		t.Errorf("got %v, want %v", shown, want)
	}
}

func TestTheBoardIsBounded(t *testing.T) {
	o := smallOffice(t)
	var nouns []career.Noun
	for i := range 1000 {
		v := o.meet(career.Moment(today.Add(i/2 - 250)))
		if i%4 == 0 {
			v.Minutes.Outer = "商定"
		}
		nouns = append(nouns, &v)
	}
	save(t, o.Store, nouns...)
	rows := got[[]store.VisitRow](t)(o.Board(t.Context(), today))
	if len(rows) < 100 || len(rows) > 400 {
		t.Errorf("%d visits", len(rows))
	}
	if !slices.ContainsFunc(rows, func(r store.VisitRow) bool { return r.ID == o.visit.ID }) {
		t.Error("tomorrow's visit is missing")
	}
}
