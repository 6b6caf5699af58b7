package career_test

import (
	"errors"
	"fmt"
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"visitdesk/data/career"
)

// reasons returns the problems of err as "field reason".
func reasons(t *testing.T, err error) []string {
	t.Helper()
	if err == nil {
		return nil
	}
	var invalid career.Invalid
	if !errors.As(err, &invalid) {
		t.Fatalf("got %v, want a career.Invalid", err)
	}
	return told(invalid)
}

func told(problems []career.Problem) []string {
	var list []string
	for _, p := range problems {
		list = append(list, p.Field+" "+p.Reason)
	}
	return list
}

func TestCheckTellsAllReasonsAtOnce(t *testing.T) {
	for name, c := range map[string]struct {
		noun career.Noun
		want []string
	}{
		"employer": {&career.Employer{ID: "x", Name: " ", Staff: -1, Parent: "x", Sources: []career.Source{{Field: "employer.staff", On: "昨天"}}},
			[]string{"employer.name problem.missing", "employer.staff problem.negative", "employer.parent problem.itself", "employer.staff problem.date"}},
		"contact": {&career.Contact{Posts: []career.Post{{From: "2025-02-30", To: "x"}, {Employer: "e", From: "2025-01-02", To: "2025-01-01"}}},
			[]string{"contact.name problem.missing", "post.employer problem.missing", "post.from problem.rough_date", "post.to problem.rough_date", "post.to problem.before_start"}},
		"colleague": {&career.Colleague{}, []string{"colleague.name problem.missing"}},
		"visit": {&career.Visit{From: "2026-11-21T09:30", To: "2026-11-21T09:00", Minutes: career.Minutes{On: "x"}, Ours: []career.Participant{{}}, Theirs: []career.Participant{{Title: "总经理"}}},
			[]string{"visit.employers problem.missing", "visit.to problem.before_start", "visit.minutes_on problem.date", "visit.ours problem.nameless", "visit.theirs problem.nameless"}},
		"visit without a time": {&career.Visit{Employers: []career.EmployerID{"e"}, To: "x"}, []string{"visit.from problem.missing", "visit.to problem.time"}},
		"meeting":              {&career.Meeting{From: "2026-02-24T9:00", To: "x"}, []string{"meeting.title problem.missing", "meeting.from problem.time", "meeting.to problem.time"}},
		"commitment":           {&career.Commitment{Due: "x", Done: "y"}, []string{"commitment.employer problem.missing", "commitment.what problem.missing", "commitment.side problem.missing", "commitment.due problem.date", "commitment.done problem.date"}},
		"demand": {&career.Demand{On: "x", Posts: -1, Internships: -1, PayFrom: 9, PayTo: 8},
			[]string{"demand.employer problem.missing", "demand.major problem.missing", "demand.on problem.date", "demand.posts problem.negative", "demand.internships problem.negative", "demand.pay problem.order"}},
		"agreement":  {&career.Agreement{Signed: "2026-01-02", Until: "2026-01-01"}, []string{"agreement.employer problem.missing", "agreement.title problem.missing", "agreement.until problem.before_start"}},
		"feedback":   {&career.Feedback{Overall: 6, Attitude: -1}, []string{"feedback.employer problem.missing", "feedback.on problem.missing", "feedback.overall problem.score", "feedback.attitude problem.score"}},
		"graduate":   {&career.Graduate{Cohort: 26}, []string{"graduate.student_no problem.missing", "graduate.name problem.missing", "graduate.cohort problem.year", "graduate.major problem.missing"}},
		"outcome":    {&career.Outcome{Pay: -1}, []string{"outcome.graduate problem.missing", "outcome.code problem.missing", "outcome.on problem.date", "outcome.pay problem.negative"}},
		"cohort":     {&career.Cohort{Size: -1}, []string{"cohort.year problem.year", "cohort.size problem.negative"}},
		"university": {&career.University{}, []string{"university.name problem.missing"}},
		"campaign": {&career.Campaign{From: "2026-02-01", To: "2026-01-01", Quotas: []career.Quota{{Done: -1}}},
			[]string{"campaign.name problem.missing", "campaign.to problem.before_start", "quota.what problem.missing", "quota.done problem.negative"}},
	} {
		if got := reasons(t, c.noun.Check()); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got  %v\nwant %v", name, got, c.want)
		}
		if c.noun.Kind() != career.Kind(strings.Fields(name)[0]) {
			t.Errorf("%s says it is a %s", name, c.noun.Kind())
		}
	}
}

func TestWhatIsRightIsKept(t *testing.T) {
	for _, n := range []career.Noun{
		&career.Employer{Name: "甲"}, &career.Contact{Name: "阿卜杜拉·买买提"}, &career.Colleague{Name: "王"}, &career.Visit{From: "2026-11-21", Employers: []career.EmployerID{"e"}},
		&career.Meeting{Title: "推进会", From: "2022-02-24T14:00"}, &career.Commitment{Employer: "e", What: "事", Side: career.Ours},
		&career.Demand{Employer: "e", Major: "软件工程", PayFrom: 5000}, &career.Agreement{Employer: "e", Title: "基地"}, &career.Feedback{Employer: "e", On: "2026-01-01", Overall: 5},
		&career.Graduate{StudentNo: "1", Name: "赵", Cohort: 2026, Major: "机械"}, &career.Outcome{Graduate: "g", Code: "801", On: "2026-07-01"},
		&career.Cohort{Year: 2026}, &career.University{Name: "大学"}, &career.Campaign{Name: "行动"},
	} {
		if err := n.Check(); err != nil {
			t.Errorf("%s: %v", n.Kind(), err)
		}
	}
}

func TestInvalidSaysItsProblems(t *testing.T) {
	err := (&career.Cohort{Size: -1}).Check()
	if want := "cohort.year problem.year; cohort.size problem.negative"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
}

func TestDoubtsDoNotBlock(t *testing.T) {
	const today career.Date = "2026-11-20"
	e := career.Employer{Name: "甲", USCC: "91350211M0000XUF46", Sources: []career.Source{
		{Field: "employer.staff", On: today.Add(-181)}, {Field: "employer.name", On: today.Add(-180)}, {Field: "employer.place"}}}
	if err := e.Check(); err != nil {
		t.Error(err)
	}
	if got, want := told(e.Doubts(today)), []string{"employer.uscc doubt.uscc_check", "employer.staff doubt.stale"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if e.Source("employer.staff").On != today.Add(-181) || e.Source("employer.size") != (career.Source{}) {
		t.Errorf("sources: %+v", e.Sources)
	}
	for _, c := range []struct {
		contact career.Contact
		want    []string
	}{
		{career.Contact{Mobile: "138 0000-0000"}, nil}, {career.Contact{Mobile: "+86 13800000000"}, nil}, {career.Contact{Mobile: "+49 170 1234567"}, nil},
		{career.Contact{Mobile: "024-88888888"}, []string{"contact.mobile doubt.mobile"}},
		{career.Contact{Posts: []career.Post{{To: "2026-11-19"}}}, []string{"contact.posts doubt.left"}},
		{career.Contact{Posts: []career.Post{{To: "2026-11-19"}, {From: "2026-11-20"}}}, nil},
	} {
		if got := told(c.contact.Doubts(today)); !slices.Equal(got, c.want) {
			t.Errorf("%+v: got %v, want %v", c.contact, got, c.want)
		}
	}
}

func TestUSCC(t *testing.T) {
	for code, want := range map[career.USCC]string{
		"":                    "",
		"91512081MA62K0260E":  "",
		"11320000MB151840XJ":  "",
		"210100000012345":     "", // an old registration number
		"91350211M0000XUF46":  "doubt.uscc_check",
		"91350211M0000XUF4R":  "",
		"9151208IMA62K026OE":  "doubt.uscc_letter",
		"91512081MA62K0260":   "doubt.uscc_length",
		"91512081MA62K0260S":  "doubt.uscc_check",
		"9151208SMA62K0260E":  "doubt.uscc_alphabet",
		"沈阳沈阳沈阳":              "doubt.uscc_alphabet", // 18 bytes
		"91512081MA62K0260E ": "doubt.uscc_length",
	} {
		if got := code.Doubt(); got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
	if career.USCC(make([]byte, 18)).Valid() {
		t.Error("18 NUL bytes are a valid code")
	}
	if got := career.USCC("9151208IMA62K026OE").Repaired(); got != "91512081MA62K0260E" {
		t.Errorf("repaired: %s", got)
	}
	if got := career.USCC("91512081MA62K0260S").Repaired(); got != "91512081MA62K0260S" {
		t.Errorf("what cannot be repaired became %s", got)
	}
}

func TestAVisitsLife(t *testing.T) {
	const today career.Date = "2026-11-20"
	ready := career.Visit{From: "2026-11-21T09:30", Place: "沈阳", Purpose: "洽谈", Asks: []string{"岗位"}, Ours: []career.Participant{{Name: "王"}},
		Theirs: []career.Participant{{Name: "李", Phone: "1", OnSite: true}}, Agenda: []career.AgendaLine{{Item: "座谈"}}, Points: []career.Point{{Kind: career.Say}}}
	if missing := ready.Missing(); len(missing) != 0 {
		t.Errorf("missing: %v", missing)
	}
	over := ready
	over.From = "2026-11-19"
	minuted := over
	minuted.Minutes.Outer = "商定"
	for _, c := range []struct {
		visit career.Visit
		open  int
		want  career.State
	}{
		{career.Visit{From: "2026-11-21"}, 0, career.Plan}, {ready, 0, career.Brief}, {career.Visit{From: "2026-11-20T08:00"}, 0, career.Happening},
		{over, 2, career.Unminuted}, {minuted, 2, career.Acting}, {minuted, 0, career.Reportable},
		{career.Visit{From: "2026-11-21", Postponed: "疫情"}, 0, career.PutOff}, {career.Visit{From: "2026-11-19", Postponed: "x", Cancelled: "y"}, 0, career.CalledOff},
	} {
		if got := c.visit.State(today, c.open); got != c.want {
			t.Errorf("%+v: got %s, want %s", c.visit, got, c.want)
		}
	}
	empty := career.Visit{From: "2026-11-21"}
	if got := empty.Missing(); len(got) != 9 || got[0] != "visit.from" {
		t.Errorf("missing: %v", got)
	}
	if empty.Employer() != "" {
		t.Errorf("employer: %s", empty.Employer())
	}
}

func TestPostsHoldFromTo(t *testing.T) {
	c := career.Contact{Posts: []career.Post{{Employer: "a", Title: "旧", To: "2025-12-31"}, {Employer: "a", Title: "新", From: "2026-01-01"}, {Employer: "b"}}}
	for day, want := range map[career.Date]string{"2025-12-31": "旧", "2026-01-01": "新"} {
		if p, ok := c.Post("a", day); !ok || p.Title != want {
			t.Errorf("on %s: got %q, want %q", day, p.Title, want)
		}
	}
	if _, ok := c.Post("c", "2026-01-01"); ok {
		t.Error("a post at an employer without one")
	}
}

func TestOverdue(t *testing.T) {
	for _, c := range []struct {
		commitment career.Commitment
		want       bool
	}{
		{career.Commitment{Due: "2026-11-19"}, true}, {career.Commitment{Due: "2026-11-20"}, false}, {career.Commitment{}, false},
		{career.Commitment{Due: "2026-11-19", Done: "2026-11-20"}, false}, {career.Commitment{Due: "下周"}, false},
	} {
		if got := c.commitment.Overdue("2026-11-20"); got != c.want {
			t.Errorf("%+v: %t", c.commitment, got)
		}
	}
}

func TestDatesAndMoments(t *testing.T) {
	for d, want := range map[career.Date]bool{"2024-02-29": true, "2023-02-29": false, "2026-1-1": false, "": false, "2026-13-01": false} {
		if d.Valid() != want {
			t.Errorf("%s: %t", d, d.Valid())
		}
	}
	for m, want := range map[career.Moment]bool{"2026-11-21": true, "2026-11-21T09:30": true, "2026-11-21T24:00": false, "2026-11-21 09:30": false, "2026-11-21T9:30": false, "": false} {
		if m.Valid() != want {
			t.Errorf("%s: %t", m, m.Valid())
		}
	}
	m := career.Date("2026-11-21").At("09:30")
	if m.Date() != "2026-11-21" || m.Clock() != "09:30" || career.Date("2026-11-21").At("") != "2026-11-21" || career.Moment("2026-11-21").Clock() != "" || career.Moment("").Date() != "" {
		t.Errorf("parts of %s", m)
	}
	if d := career.Date("2026-12-31").Add(1); d != "2027-01-01" || d.Until("2026-12-31") != -1 || career.Date("x").Add(1) != "x" || career.Date("x").Until(d) != 0 || d.Year() != 2027 || career.Date("").Year() != 0 {
		t.Errorf("reckoning with %s", d)
	}
	at := time.Date(2026, 11, 21, 9, 30, 0, 123456789, time.FixedZone("", 8*3600))
	if career.DateOf(at) != "2026-11-21" || career.StampOf(at) != "2026-11-21T01:30:00.123Z" || !career.StampOf(at).Time().Equal(at.Truncate(time.Millisecond)) {
		t.Errorf("got %s, %s", career.DateOf(at), career.StampOf(at))
	}
	if !career.Moment("2026-11-21").Time().Equal(career.Date("2026-11-21").Time()) || m.Time().Hour() != 9 {
		t.Errorf("got %s", m.Time())
	}
}

// A published report of one class; its rates are printed there.
func TestRatesOfAPublishedReport(t *testing.T) {
	counts := map[career.OutcomeCode]int{"10": 2812, "11": 282, "46": 24, "503": 16, "502": 5, "519": 3, "511": 2, "512": 1, "801": 1078, "85": 33, "802": 1,
		"12": 46, "76": 11, "75": 18, "70": 731, "71": 14, "72": 5}
	for file, want := range map[string]career.Rate{
		"cn_2021": {Settled: 4332, All: 5082}, "cn_2024": {Settled: 4332, All: 5082}, "nace": {Settled: 4332, All: 5077},
	} {
		s := scheme(t, file)
		rate, err := s.Rate(counts)
		if err != nil || rate != want {
			t.Errorf("%s: got %+v, %v, want %+v", s.ID, rate, err, want)
		}
	}
	rate, _ := scheme(t, "cn_2021").Rate(counts)
	if math.Abs(rate.Share()-0.8524) > 0.00005 {
		t.Errorf("got %.4f, want 85.24 %%", rate.Share())
	}
}

func scheme(t *testing.T, file string) career.Scheme {
	t.Helper()
	s, err := career.ReadScheme(os.DirFS("../../assets"), file)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestUnknownOutcomes(t *testing.T) {
	counts := map[career.OutcomeCode]int{"": 3, "10": 1}
	if rate, err := scheme(t, "cn_2024").Rate(counts); err != nil || rate != (career.Rate{Settled: 1, All: 4}) {
		t.Errorf("China counts them: got %+v, %v", rate, err)
	}
	if rate, err := scheme(t, "nace").Rate(counts); err != nil || rate != (career.Rate{Settled: 1, All: 1}) {
		t.Errorf("NACE does not: got %+v, %v", rate, err)
	}
	if _, err := scheme(t, "nace").Rate(map[career.OutcomeCode]int{"99": 1}); !errors.Is(err, career.ErrNoRule) {
		t.Errorf("got %v, want %v", err, career.ErrNoRule)
	}
	if share := (career.Rate{}).Share(); share != 0 {
		t.Errorf("nobody: %v", share)
	}
	for _, data := range []string{"", "{", "{}", `{"id":"x"}`} {
		files := fstest.MapFS{"schemes/x.json": {Data: []byte(data)}}
		if _, err := career.ReadScheme(files, "x"); err == nil {
			t.Errorf("%q is a scheme", data)
		}
	}
	if s, err := career.ReadScheme(os.DirFS("../../assets"), ""); err != nil || s.ID != career.DefaultScheme {
		t.Errorf("without a choice: got %s, %v", s.ID, err)
	}
}

func TestKeysAreKeysOfPhrases(t *testing.T) {
	for want, code := range map[string]career.Code{
		"nature.31": career.Nature("31"), "industry.c": career.Industry("C"), "size.large": career.Size("large"), "degree.31": career.Degree("31"),
		"direction.out": career.Out, "mode.online": career.Online, "side.theirs": career.Theirs, "outcome_code.80": career.OutcomeCode("801"),
		"point.avoid": career.Avoid, "agreement_kind.base": career.AgreementKind("base"), "state.put_off": career.PutOff, "scheme.x": career.Scheme{ID: "x"}, "": career.Nature(""),
	} {
		if code.Key() != want {
			t.Errorf("got %q, want %q", code.Key(), want)
		}
	}
	if career.L1.Key() != "level.l1" || fmt.Sprint(career.L3) != "L3" || !career.L1.Internal() || career.L2.Internal() {
		t.Errorf("levels: %s", career.L1.Key())
	}
}
