package sample_test

import (
	"bytes"
	"context"
	"image/jpeg"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"visitdesk/app/i18n"
	"visitdesk/app/papers/briefing"
	"visitdesk/assets"
	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

const today = career.Date("2026-11-20")

func open(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "office.db"),
		store.Options{Actor: "test", Now: func() time.Time { return today.Time().Add(9 * time.Hour) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func office(t testing.TB) *store.Store {
	t.Helper()
	s := open(t)
	if err := sample.Office(context.Background(), s, today); err != nil {
		t.Fatal(err)
	}
	return s
}

// of returns the nouns of one type.
func of[N career.Noun](nouns []career.Noun) []N {
	var list []N
	for _, n := range nouns {
		if n, ok := n.(N); ok {
			list = append(list, n)
		}
	}
	return list
}

// The office has what it promises, every record can be kept as it is, and every
// one is marked as sample.
func TestNounsAreSoundAndMarked(t *testing.T) {
	for _, day := range []career.Date{today, "2027-01-01", "2027-06-30", "2027-07-01", "2028-02-29"} {
		nouns := sample.Nouns(day)
		ids := map[string]bool{}
		for _, n := range nouns {
			if err := n.Check(); err != nil {
				t.Errorf("%s: %s %s: %v", day, n.Kind(), n.Key(), err)
			}
			if !reflect.ValueOf(n).Elem().FieldByName("Sample").Bool() {
				t.Errorf("%s: %s %s is not marked as sample", day, n.Kind(), n.Key())
			}
			if len(n.Key()) != 36 || ids[n.Key()] {
				t.Errorf("%s: %s has the ID %q", day, n.Kind(), n.Key())
			}
			ids[n.Key()] = true
		}
		for kind, want := range map[string][3]int{
			"employers":   {len(of[*career.Employer](nouns)), 40, 40},
			"people":      {len(of[*career.Contact](nouns)), 55, 65},
			"visits":      {len(of[*career.Visit](nouns)), 30, 31},
			"graduates":   {len(of[*career.Graduate](nouns)), 400, 450},
			"commitments": {len(of[*career.Commitment](nouns)), 30, 60},
			"demands":     {len(of[*career.Demand](nouns)), 30, 60},
			"agreements":  {len(of[*career.Agreement](nouns)), 12, 25},
			"feedback":    {len(of[*career.Feedback](nouns)), 10, 25},
			"meetings":    {len(of[*career.Meeting](nouns)), 1, 1},
		} {
			if n, least, most := want[0], want[1], want[2]; n < least || n > most {
				t.Errorf("%s: %d %s, want %d to %d", day, n, kind, least, most)
			}
		}
	}
}

// The same day gives the same office; another day another one.
func TestNounsAreTheSameEachTime(t *testing.T) {
	if !reflect.DeepEqual(sample.Nouns(today), sample.Nouns(today)) {
		t.Error("two offices of one day differ")
	}
	if reflect.DeepEqual(sample.Nouns(today), sample.Nouns(today.Add(1))) {
		t.Error("offices of two days are the same")
	}
}

// Nobody can be called by mistake, and no code is that of an organisation: the
// numbers are of ranges nobody has.
func TestNounsReachNobody(t *testing.T) {
	nouns := sample.Nouns(today)
	numbers := []string{}
	for _, c := range of[*career.Contact](nouns) {
		numbers = append(numbers, c.Mobile)
	}
	for _, c := range of[*career.Colleague](nouns) {
		numbers = append(numbers, c.Mobile)
	}
	for _, g := range of[*career.Graduate](nouns) {
		numbers = append(numbers, g.Mobile)
	}
	for _, number := range numbers {
		if number != "" && !strings.HasPrefix(number, "139000") {
			t.Errorf("number %s may be somebody's", number)
		}
	}
	valid := 0
	for _, e := range of[*career.Employer](nouns) {
		if e.USCC.Valid() {
			valid++
		}
	}
	if valid < 30 {
		t.Errorf("only %d valid codes", valid)
	}
}

// A few records are odd on purpose, so that the doubts have something to say.
func TestNounsHaveOddities(t *testing.T) {
	reasons := map[string]bool{}
	nouns := sample.Nouns(today)
	for _, e := range of[*career.Employer](nouns) {
		for _, p := range e.Doubts(today) {
			reasons[p.Reason] = true
		}
	}
	for _, c := range of[*career.Contact](nouns) {
		for _, p := range c.Doubts(today) {
			reasons[p.Reason] = true
		}
	}
	for _, want := range []string{"doubt.uscc_check", "doubt.uscc_letter", "doubt.stale", "doubt.left"} {
		if !reasons[want] {
			t.Errorf("nothing gives the doubt %s", want)
		}
	}
	all := fmtNames(nouns)
	for _, name := range []string{"陈𬭎", "𠮷田健一", "王㛃", "阿卜杜拉·买买提"} {
		if !slices.Contains(all, name) {
			t.Errorf("nobody is called %s", name)
		}
	}
}

func fmtNames(nouns []career.Noun) []string {
	var names []string
	for _, c := range of[*career.Contact](nouns) {
		names = append(names, c.Name)
	}
	return names
}

// The two published cases stand as they were published.
func TestNounsCarryThePublishedFacts(t *testing.T) {
	nouns := sample.Nouns(today)
	var visit *career.Visit
	for _, v := range of[*career.Visit](nouns) {
		if v.From == "2023-03-08" {
			visit = v
		}
	}
	if visit == nil || visit.Direction != career.In {
		t.Fatal("the visit of 8 March 2023 is not there, or not as one they made")
	}
	for _, want := range []string{"Qiao Dongxu", "总经理", "Li Kangju", "校长", "Johon Huayi (Shenyang) Electronic Technology Co., Ltd",
		"先进制造技术中心", "电气实训中心", "2023 届毕业生供需对接", "2024 届毕业生毕业实习", "校企深度合作"} {
		if !strings.Contains(visit.Minutes.Outer, want) {
			t.Errorf("the minutes of 8 March 2023 lack %q", want)
		}
	}
	university := of[*career.University](nouns)[0]
	if university.Name != "沈阳工学院" || university.EnglishName != "Shenyang Institute of Technology" {
		t.Errorf("the university is %s, %s", university.Name, university.EnglishName)
	}
	done := 0
	for _, c := range of[*career.Campaign](nouns) {
		if strings.HasPrefix(c.Name, "2023年") {
			done = c.Quotas[0].Done
		}
	}
	if done != 219 {
		t.Errorf("negotiated with %d employers, published are 219", done)
	}

	m := of[*career.Meeting](nouns)[0]
	if m.From != "2022-02-24" || !strings.Contains(m.Organiser, "Dalian University of Foreign Languages") || m.Source == "" {
		t.Errorf("the meeting is %s of %q, source %q", m.From, m.Organiser, m.Source)
	}
	speakers := []string{}
	for _, item := range m.Items {
		speakers = append(speakers, item.Speaker)
	}
	if got := strings.Join(speakers, "; "); got != "Jing Shuiqin; 英语学院、新闻与传播学院、商学院、国际艺术学院; Chang Junyue; Liu Hong" {
		t.Errorf("speakers are %s", got)
	}
	if len(m.Items[2].Points) != 4 || len(m.Items[3].Points) != 4 || len(m.Done) != 6 || len(m.Attendees) != 7 {
		t.Error("requirements, opinions, aspects or attendees are not as published")
	}
	for _, e := range of[*career.Employer](nouns) {
		if strings.HasPrefix(e.Name, "Johon") && (e.USCC != "" || e.Staff != 0 || e.Products != "" || len(e.Sources) != 0) {
			t.Error("says of the real company what was not published")
		}
	}
}

// Photos are small JPEG drawings.
func TestPortraitsArePictures(t *testing.T) {
	photos := 0
	for _, c := range of[*career.Contact](sample.Nouns(today)) {
		if c.Photo == nil {
			continue
		}
		photos++
		if _, err := jpeg.Decode(bytes.NewReader(c.Photo)); err != nil || len(c.Photo) > 8000 {
			t.Errorf("photo of %s: %d bytes, %v", c.Name, len(c.Photo), err)
		}
	}
	if photos < 4 {
		t.Errorf("%d photos", photos)
	}
}

// Tomorrow's visit is the next one, and its briefing has something to say in
// every section and lacks a thing or two.
func TestOfficeHasAVisitTomorrow(t *testing.T) {
	ctx, s := context.Background(), office(t)
	next, err := s.Next(ctx, today.At("17:00"))
	if err != nil {
		t.Fatal(err)
	}
	if next.From != today.Add(1).At("09:30") || next.To != today.Add(1).At("11:30") || next.LeaderTitle != "校长" {
		t.Errorf("next is %s to %s, led by %s", next.From, next.To, next.LeaderTitle)
	}
	d, err := s.Dossier(ctx, next.ID, career.L1, today)
	if err != nil {
		t.Fatal(err)
	}
	text, err := i18n.Load(assets.Files, "zh")
	if err != nil {
		t.Fatal(err)
	}
	doc := briefing.Compose(d, text, briefing.Options{Scheme: scheme(t)})
	if len(doc.Sections) != len(briefing.Sections) {
		for _, section := range doc.Sections {
			t.Log(section.Title)
		}
		t.Errorf("%d sections of %d", len(doc.Sections), len(briefing.Sections))
	}
	if n := len(briefing.Missing(d)); n < 1 || n > 2 {
		t.Errorf("lacks %v", briefing.Missing(d))
	}
	if state := next.State(today, 0); state != career.Brief {
		t.Errorf("the visit is in state %s", state)
	}
	if len(d.Hires) < 25 || len(d.Past) < 4 || len(d.Commitments) < 6 || len(d.Theirs) < 4 || len(d.Ours) < 4 {
		t.Errorf("%d hires, %d earlier visits, %d commitments, %d and %d people", len(d.Hires), len(d.Past), len(d.Commitments), len(d.Theirs), len(d.Ours))
	}
}

func scheme(t *testing.T) career.Scheme {
	t.Helper()
	scheme, err := career.ReadScheme(assets.Files, career.DefaultScheme)
	if err != nil {
		t.Fatal(err)
	}
	return scheme
}

// This week and last have visits, one of them without minutes; commitments are
// due.
func TestOfficeHasSomethingToDo(t *testing.T) {
	ctx, s := context.Background(), office(t)
	rows, err := s.Between(ctx, today.Add(-10), today.Add(6))
	if err != nil {
		t.Fatal(err)
	}
	states := map[career.State]int{}
	for _, row := range rows {
		states[row.State(today, row.Open)]++
	}
	if len(rows) < 6 || states[career.Unminuted] != 1 || states[career.Acting] == 0 || states[career.Brief] == 0 || states[career.Plan] == 0 {
		t.Errorf("visits about today: %v", states)
	}
	due, err := s.Due(ctx, today, 50)
	if err != nil {
		t.Fatal(err)
	}
	late := 0
	for _, row := range due {
		if row.Overdue(today) {
			late++
		}
	}
	if late < 5 || late == len(due) {
		t.Errorf("%d of %d commitments are overdue", late, len(due))
	}
}

// The sample goes in one act, and can be filled in again.
func TestOfficeCanBeEmptiedAndFilledAgain(t *testing.T) {
	ctx, s := context.Background(), office(t)
	n, err := s.RemoveSample(ctx)
	if err != nil || n != len(sample.Nouns(today)) {
		t.Fatalf("removed %d of %d: %v", n, len(sample.Nouns(today)), err)
	}
	if _, err := s.Next(ctx, today.At("")); err == nil {
		t.Error("a visit is left")
	}
	if err := sample.Office(ctx, s, today); err != nil {
		t.Fatal(err)
	}
}

func BenchmarkOffice(b *testing.B) {
	for b.Loop() {
		office(b)
	}
}

// Filters by tag have something to show on every screen that has them.
func TestNounsHaveTags(t *testing.T) {
	tags := map[career.Kind]map[string]int{career.KindVisit: {}, career.KindContact: {}, career.KindEmployer: {}}
	for _, n := range sample.Nouns(today) {
		var list []string
		switch n := n.(type) {
		case *career.Visit:
			list = n.Tags
		case *career.Contact:
			list = n.Tags
		case *career.Employer:
			list = n.Tags
		}
		if twice := slices.Sorted(slices.Values(list)); len(slices.Compact(twice)) < len(list) {
			t.Errorf("%s %s has a tag twice: %v", n.Kind(), n.Key(), list)
		}
		for _, tag := range list {
			tags[n.Kind()][tag]++
		}
	}
	for kind, counts := range tags {
		if len(counts) < 3 {
			t.Errorf("%s: only %v", kind, counts)
		}
	}
}
