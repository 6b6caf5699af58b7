package sample_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"visitdesk/data/career"
	"visitdesk/data/match"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

// size returns the size of a name.
func size(t testing.TB, name string) sample.Size {
	t.Helper()
	for _, s := range sample.Sizes {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no size %s", name)
	return sample.Size{}
}

// made returns the records of a synthetic office.
func made(t testing.TB, y sample.Synthetic) (nouns []career.Noun) {
	t.Helper()
	err := y.Nouns(func(list ...career.Noun) error {
		nouns = append(nouns, list...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return nouns
}

// crowd is large enough for what one in a thousand has, and quick to make.
var crowd = sample.Synthetic{Seed: 3, Today: today,
	Size: sample.Size{Employers: 4000, Contacts: 8000, Visits: 4000, Graduates: 40_000, Outcomes: 53_333, Colleagues: 60, Meetings: 60}}

// share fails the test if so many of all are not about the share they should be.
func share(t *testing.T, of string, n, all int, want, slack float64) {
	t.Helper()
	if got := float64(n) / float64(all); math.Abs(got-want) > slack {
		t.Errorf("%s: %d of %d are %.2f %%, want %.2f %%", of, n, all, 100*got, 100*want)
	}
}

func TestASyntheticOfficeHasTheSizeItSays(t *testing.T) {
	for _, s := range []sample.Size{size(t, "small"), crowd.Size, {Employers: 60, Contacts: 70, Visits: 20, Graduates: 101, Outcomes: 130, Colleagues: 10, Meetings: 1}} {
		counts := map[career.Kind]int{}
		for _, n := range made(t, sample.Synthetic{Size: s, Seed: 1, Today: today}) {
			counts[n.Kind()]++
		}
		want := map[career.Kind]int{career.KindEmployer: s.Employers, career.KindContact: s.Contacts, career.KindVisit: s.Visits, career.KindGraduate: s.Graduates,
			career.KindOutcome: s.Outcomes, career.KindColleague: s.Colleagues, career.KindMeeting: s.Meetings, career.KindUniversity: 1, career.KindCohort: 10, career.KindCampaign: 10}
		for kind, n := range want {
			if counts[kind] != n {
				t.Errorf("%s: %d, want %d", kind, counts[kind], n)
			}
		}
		for _, kind := range []career.Kind{career.KindCommitment, career.KindDemand, career.KindFeedback} {
			if counts[kind] == 0 && s.Visits > 100 {
				t.Errorf("no %s", kind)
			}
		}
	}
}

func TestTheSameSeedMakesTheSameOffice(t *testing.T) {
	small := func(seed uint64, day career.Date) []career.Noun {
		return made(t, sample.Synthetic{Size: size(t, "small"), Seed: seed, Today: day})
	}
	first := small(5, today)
	if !reflect.DeepEqual(first, small(5, today)) {
		t.Error("the same seed, size and day make two offices")
	}
	for name, other := range map[string][]career.Noun{"seed": small(6, today), "day": small(5, today.Add(1))} {
		if reflect.DeepEqual(first, other) {
			t.Errorf("another %s makes the same office", name)
		}
	}
}

// Every record can be kept, refers to what was put before it, and has an ID of
// its own that is shaped like those the office gives.
func TestSyntheticNounsAreSoundAndRefer(t *testing.T) {
	shape := regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	for i, day := range days {
		y := sample.Synthetic{Size: size(t, "small"), Seed: uint64(i), Today: day}
		known := map[string]bool{"": true}
		for _, n := range made(t, y) {
			if err := n.Check(); err != nil {
				t.Fatalf("%s: %s %+v: %v", day, n.Kind(), n, err)
			}
			if known[n.Key()] || !shape.MatchString(n.Key()) {
				t.Fatalf("%s: %s has the ID %q", day, n.Kind(), n.Key())
			}
			known[n.Key()] = true
			refer := func(id string) {
				if !known[id] {
					t.Errorf("%s: %s %s refers to %s, which is not there yet", day, n.Kind(), n.Key(), id)
				}
			}
			v := reflect.ValueOf(n)
			each(v, func(id career.EmployerID) { refer(string(id)) })
			each(v, func(id career.ContactID) { refer(string(id)) })
			each(v, func(id career.ColleagueID) { refer(string(id)) })
			each(v, func(id career.CampaignID) { refer(string(id)) })
			each(v, func(id career.VisitID) { refer(string(id)) })
			each(v, func(id career.GraduateID) { refer(string(id)) })
		}
	}
}

// Nothing can be somebody's: no ID card number, no telephone, no social credit
// code and no address on the net.
func TestNothingSyntheticIsReal(t *testing.T) {
	digits := regexp.MustCompile(`[0-9]{11,}[0-9X]?`)
	linked := regexp.MustCompile(`[a-z0-9.]+\.(com|cn|org|net)\b`)
	for _, n := range made(t, sample.Synthetic{Size: size(t, "small"), Seed: 9, Today: today}) {
		each(reflect.ValueOf(n), func(s string) {
			if at := linked.FindString(s); at != "" && !strings.HasSuffix(at, "example.com") && !strings.HasSuffix(at, "example.edu.cn") {
				t.Errorf("%s: %s", n.Kind(), at)
			}
			for _, number := range digits.FindAllString(s, -1) {
				g, student := n.(*career.Graduate)
				mobile := len(number) == 11 && strings.HasPrefix(number, "154")
				if !mobile && !(student && number == g.StudentNo && len(number) == 12) && !strings.Contains(n.Key(), number) {
					t.Errorf("%s: %s", n.Kind(), number)
				}
			}
		})
		if e, ok := n.(*career.Employer); ok && e.USCC != "" && !strings.HasPrefix(string(e.USCC), "91000000MA") && !strings.HasPrefix(string(e.USCC), "000000") {
			t.Errorf("social credit code %s", e.USCC)
		}
	}
}

func TestSyntheticNamesAreAsNamesAre(t *testing.T) {
	var long, scarce, compound, all int
	surnames, gbk := map[string]int{}, simplifiedchinese.GBK.NewEncoder()
	for _, g := range of[*career.Graduate](made(t, crowd)) {
		all++
		if _, err := gbk.String(g.Name); err != nil {
			scarce++
		}
		first := string([]rune(g.Name)[0])
		switch {
		case strings.Contains(g.Name, "·"):
			long++
		case slices.Contains([]string{"欧", "司", "诸", "尉", "长"}, first):
			compound++
		default:
			surnames[first]++
		}
	}
	share(t, "names with ·", long, all, 0.0025, 0.001)
	share(t, "names that GBK does not know", scarce, all, 0.001, 0.0005)
	share(t, "compound surnames", compound, all, 0.007, 0.004)
	share(t, "named 王", surnames["王"], all, 0.087, 0.01)
	if len(surnames) < 100 {
		t.Errorf("only %d surnames", len(surnames))
	}
	for _, read := range []string{"单", "解", "仇", "查", "区", "曾", "覃"} {
		if surnames[read] == 0 {
			t.Errorf("nobody is named %s", read)
		}
	}
}

func TestSyntheticEmployersAreAsListsOfEmployersAre(t *testing.T) {
	nouns := made(t, crowd)
	list := of[*career.Employer](nouns)
	first, names := map[string]bool{}, map[string]bool{}
	var twins, codeless, mistyped int
	bare := func(e *career.Employer) string { // the name without place and legal form
		place := []rune(strings.TrimSuffix(e.Place, "市"))
		if at := slices.Index(place, '省'); at > 0 {
			place = place[at+1:]
		}
		return strings.Replace(match.Normal(e.Name), string(place), "", 1) + e.Place
	}
	for _, e := range list {
		if names[e.Name] {
			t.Errorf("%s is there twice", e.Name)
		}
		names[e.Name] = true
		key := bare(e)
		if first[key] {
			twins++
		}
		first[key] = true
		switch {
		case e.USCC == "":
			codeless++
		case e.USCC.Doubt() != "":
			mistyped++
		}
	}
	share(t, "employers there twice", twins, len(list), 0.03, 0.006)
	share(t, "employers without a code", codeless, len(list), 0.02, 0.008)
	share(t, "employers with an odd code", mistyped, len(list), 0.01, 0.007)

	hired := map[career.EmployerID]int{}
	all := 0
	for _, o := range of[*career.Outcome](nouns) {
		if o.Employer != "" {
			hired[o.Employer]++
			all++
		}
	}
	top := 0
	for _, e := range list[:len(list)/10] {
		top += hired[e.ID]
	}
	if got := float64(top) / float64(all); got < 0.5 || got > 0.9 {
		t.Errorf("a tenth of the employers hires %.0f %% of the graduates", 100*got)
	}
}

// Student numbers are unique; all but a few of the classes that left are
// settled or looking; the shares of outcomes drift over the years.
func TestSyntheticClassesAreAsClassesAre(t *testing.T) {
	nouns := made(t, crowd)
	newest, counts := map[career.GraduateID]*career.Outcome{}, map[int]map[career.OutcomeCode]int{}
	for _, o := range of[*career.Outcome](nouns) {
		if o.On > today {
			t.Errorf("an outcome of %s", o.On)
		}
		if n := newest[o.Graduate]; n == nil || n.On <= o.On {
			newest[o.Graduate] = o
		}
	}
	numbers := map[string]bool{}
	for _, g := range of[*career.Graduate](nouns) {
		if numbers[g.StudentNo] {
			t.Fatalf("student number %s twice", g.StudentNo)
		}
		numbers[g.StudentNo] = true
		if counts[g.Cohort] == nil {
			counts[g.Cohort] = map[career.OutcomeCode]int{}
		}
		code := career.OutcomeCode("")
		if o := newest[g.ID]; o != nil {
			code = o.Code
		}
		counts[g.Cohort][code]++
	}
	if len(counts) != 10 {
		t.Fatalf("%d classes", len(counts))
	}
	for year, byCode := range counts {
		rate, err := scheme(t).Rate(byCode)
		if err != nil || year <= 2026 && (rate.Share() < 0.8 || rate.Share() > 0.95) || year == 2027 && (rate.Share() > 0.4 || byCode[""] < 500) {
			t.Errorf("class of %d: %+v, %v: %v", year, rate, err, byCode)
		}
	}
	for code, grows := range map[career.OutcomeCode]bool{"10": false, "11": true, "80": true, "76": true, "85": false} {
		if then, now := counts[2018][code], counts[2026][code]; (now > then) != grows {
			t.Errorf("outcome %s: %d of the class of 2018, %d of that of 2026", code, then, now)
		}
	}
}

// Somebody holds a post at nearly every employer, each post by one at a time;
// posts end and are followed by others; some of the people are our graduates.
func TestSyntheticPeopleComeAndGo(t *testing.T) {
	nouns := made(t, crowd)
	names := map[career.GraduateID]string{}
	for _, g := range of[*career.Graduate](nouns) {
		names[g.ID] = g.Name
	}
	var moved, gone, ours int
	type seat struct {
		employer    career.EmployerID
		title, unit string
	}
	held, terms := map[seat]int{}, map[seat][]career.Post{}
	list := of[*career.Contact](nouns)
	employers := map[career.EmployerID]bool{}
	for _, c := range list {
		holds := false
		for i, p := range c.Posts {
			at := seat{p.Employer, p.Title, p.Department}
			if i > 0 && (p.To == "" || p.To >= c.Posts[i-1].From) || p.From > today || p.To > today {
				t.Errorf("%s: posts %+v", c.Name, c.Posts)
			}
			terms[at] = append(terms[at], p)
			if p.Holds(today) {
				held[at]++
				holds, employers[p.Employer] = true, true
			}
		}
		if len(c.Posts) > 1 {
			moved++
		}
		if !holds {
			gone++
		}
		if c.Graduate != "" {
			if ours++; names[c.Graduate] != c.Name {
				t.Errorf("%s is our graduate %s", c.Name, names[c.Graduate])
			}
		}
	}
	followed := 0
	for at, list := range terms {
		slices.SortFunc(list, func(a, b career.Post) int { return strings.Compare(string(a.From), string(b.From)) })
		for i, p := range list[1:] {
			if before := list[i]; before.To == "" || before.To >= p.From {
				t.Errorf("two are %s of %s at once: %+v, %+v", at.title, at.unit, before, p)
			}
		}
		if len(list) > 1 && held[at] > 0 {
			followed++
		}
	}
	share(t, "people who changed posts", moved, len(list), 0.15, 0.06)
	share(t, "people who left", gone, len(list), 0.09, 0.06)
	share(t, "posts with a predecessor", followed, len(held), 0.2, 0.08)
	share(t, "people who are our graduates", ours, len(list), 0.125, 0.02)
	share(t, "employers with people", len(employers), crowd.Size.Employers, 0.85, 0.1)
}

// Visits have their seasons, people of both sides with the posts they held that
// day, minutes when they are over, and promises in every state. One is tomorrow,
// led by the president, and lacks nothing.
func TestSyntheticVisitsAreAsVisitsAre(t *testing.T) {
	nouns := made(t, crowd)
	contacts := map[career.ContactID]*career.Contact{}
	for _, c := range of[*career.Contact](nouns) {
		contacts[c.ID] = c
	}
	months, states, hosted := map[int]int{}, map[career.State]int{}, 0
	list := of[*career.Visit](nouns)
	president := of[*career.Colleague](nouns)[0]
	ready := false
	for i, v := range list {
		day := v.From.Date()
		months[int(day.Time().Month())]++
		states[v.State(today, 0)]++
		if i > 0 && day < list[i-1].From.Date() {
			t.Fatal("visits are not in the order of time")
		}
		if day >= today && !v.Minutes.Empty() || v.Minutes.On > today || len(v.Ours) < 1 || v.Ours[0].Colleague == "" {
			t.Errorf("visit of %s: %+v", v.From, v)
		}
		for _, p := range v.Theirs {
			if post, held := contacts[p.Contact].Post(v.Employer(), day); !held || post.Title != p.Title {
				t.Errorf("%s took part on %s as %s: %+v", p.Name, day, p.Title, contacts[p.Contact].Posts)
			}
		}
		if len(v.Theirs) > 0 {
			hosted++
		}
		ready = ready || day == today.Add(1) && v.LedBy == president.ID && len(v.Missing()) == 0
	}
	if !ready {
		t.Error("no visit tomorrow that the president leads and that lacks nothing")
	}
	if months[3] < 2*months[7] || months[10] < 2*months[2] || months[8] == 0 {
		t.Errorf("by month: %v", months)
	}
	share(t, "visits with people of theirs", hosted, len(list), 0.8, 0.2)
	for _, state := range []career.State{career.Plan, career.Brief, career.Unminuted, career.Reportable, career.PutOff, career.CalledOff} {
		if states[state] == 0 {
			t.Errorf("no visit is in the state %s", state)
		}
	}
	var open, overdue, done, dropped int
	for _, c := range of[*career.Commitment](nouns) {
		switch {
		case c.Done > today:
			t.Errorf("%q is done on %s", c.What, c.Done)
		case c.Dropped:
			dropped++
		case c.Done != "":
			done++
		case c.Overdue(today):
			overdue++
		default:
			open++
		}
	}
	if open < 100 || overdue < 50 || done < 2000 || dropped < 20 {
		t.Errorf("%d commitments open, %d overdue, %d done, %d dropped", open, overdue, done, dropped)
	}
}

// An office is filled in one act, tells how far it is, and is whole.
func TestSyntheticOfficeIsFilled(t *testing.T) {
	ctx, s := t.Context(), open(t)
	y := sample.Synthetic{Size: size(t, "small"), Seed: 1, Today: today}
	var told []int
	counts, err := y.Fill(ctx, s, func(done, of int) {
		if of != y.Size.Total() {
			t.Errorf("of %d", of)
		}
		told = append(told, done)
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(told) < 50 || !slices.IsSorted(told) || told[len(told)-1] != y.Size.Total() {
		t.Errorf("told %v", told)
	}
	health, err := s.Health(ctx)
	if err != nil || health.Err() != nil {
		t.Fatal(err, health.Err())
	}
	found := map[career.Kind]int{}
	for _, c := range health.Counts {
		found[c.Kind] = c.Count
	}
	for _, c := range counts {
		if found[c.Kind] != c.Count {
			t.Errorf("%s: said %d, found %d", c.Kind, c.Count, found[c.Kind])
		}
	}
	next, err := s.Next(ctx, today.Add(1).At("07:00"))
	if err != nil || next.From.Date() != today.Add(1) {
		t.Fatalf("next is %s: %v", next.From, err)
	}
	if _, err := y.Fill(ctx, s, func(int, int) {}); !errors.Is(err, career.ErrNotEmpty) {
		t.Errorf("filled twice: %v", err)
	}
}

func TestSyntheticOfficeThatIsCancelledIsNotThere(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := open(t)
	y := sample.Synthetic{Size: size(t, "small"), Seed: 1, Today: today}
	_, err := y.Fill(ctx, s, func(done, of int) {
		if done > of/2 {
			cancel()
		}
	})
	rows, listing := s.Employers(t.Context(), store.Query{})
	if !errors.Is(err, context.Canceled) || listing != nil || len(rows) > 0 {
		t.Errorf("%v; %d employers, %v", err, len(rows), listing)
	}
}

// BenchmarkSynth makes the records of the small office, and fills an office with
// them.
func BenchmarkSynth(b *testing.B) {
	y := sample.Synthetic{Size: size(b, "small"), Seed: 1, Today: today}
	b.Run("nouns", func(b *testing.B) {
		for b.Loop() {
			if err := y.Nouns(func(...career.Noun) error { return nil }); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("fill", func(b *testing.B) {
		n := 0
		for b.Loop() {
			s, err := store.Open(b.Context(), fmt.Sprintf("%s/%d.db", b.TempDir(), n), store.Options{})
			if err == nil {
				_, err = y.Fill(b.Context(), s, func(int, int) {})
			}
			if err == nil {
				err = s.Close()
			}
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
	})
}
