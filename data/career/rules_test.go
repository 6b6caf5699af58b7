package career_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"visitdesk/data/career"
)

// Each noun as a user might save it, for the tests that spoil one fact of it.
func sound() []career.Noun {
	return []career.Noun{
		&career.Employer{ID: "e", Name: "甲", Parent: "p", Staff: 0, Sources: []career.Source{{Field: "employer.staff", On: "2026-01-01"}}},
		&career.Contact{Name: "李强", Posts: []career.Post{{Employer: "e", From: "2020-01-01", To: "2020-01-01"}}},
		&career.Colleague{Name: "王"},
		&career.Visit{From: "2026-11-21T09:30", To: "2026-11-21T09:30", Employers: []career.EmployerID{"e"}, Ours: []career.Participant{{Name: "王"}}, Theirs: []career.Participant{{Name: "李"}}},
		&career.Meeting{Title: "会", From: "2026-02-24", To: "2026-02-24"},
		&career.Commitment{Employer: "e", Side: career.Theirs, What: "事", Due: "2026-01-01", Done: "2026-01-01"},
		&career.Demand{Employer: "e", Major: "机械", On: "2026-01-01", PayFrom: 6000, PayTo: 6000},
		&career.Agreement{Employer: "e", Title: "基地", Signed: "2026-01-01", Until: "2026-01-01"},
		&career.Feedback{Employer: "e", On: "2026-01-01", Overall: 5, Knowledge: 1},
		&career.Graduate{StudentNo: "1", Name: "赵", Cohort: 1950, Major: "机械"},
		&career.Outcome{Graduate: "g", Code: "10", On: "2026-07-01"},
		&career.Cohort{Year: 2100},
		&career.University{Name: "大学"},
		&career.Attachment{Of: career.KindVisit, OfID: "1", Name: "协议.pdf", Hash: strings.Repeat("0a", 32)},
		&career.Campaign{Name: "行动", From: "2026-01-01", To: "2026-01-01", Quotas: []career.Quota{{What: "走访"}}},
	}
}

func TestEveryKindHasANoun(t *testing.T) {
	var kinds []career.Kind
	for _, n := range sound() {
		kinds = append(kinds, n.Kind())
		if err := n.Check(); err != nil {
			t.Errorf("%s: %v", n.Kind(), err)
		}
	}
	want := slices.Sorted(slices.Values(career.Kinds))
	slices.Sort(kinds)
	if !slices.Equal(kinds, want) {
		t.Errorf("got %v, want %v", kinds, want)
	}
}

// A fact that cannot be kept is told by its field and reason, and it alone: the
// form marks the field that is wrong and no other.
func TestOneWrongFactIsOneProblem(t *testing.T) {
	for _, c := range []struct {
		kind  career.Kind
		field string // of the struct; "Posts.From" of the first element
		value any
		want  string
	}{
		{career.KindEmployer, "Name", "\t\u3000", "employer.name problem.missing"},
		{career.KindEmployer, "Staff", -1, "employer.staff problem.negative"},
		{career.KindEmployer, "Parent", career.EmployerID("e"), "employer.parent problem.itself"},
		{career.KindEmployer, "Sources.On", career.Date("2026-02-30"), "employer.staff problem.date"},
		{career.KindContact, "Name", "", "contact.name problem.missing"},
		{career.KindContact, "Posts.Employer", career.EmployerID(""), "post.employer problem.missing"},
		{career.KindContact, "Posts.To", career.Date("2019-12-31"), "post.to problem.before_start"},
		{career.KindContact, "Posts.Rank", -1, "post.rank problem.rank"},
		{career.KindContact, "Posts.Rank", 1000, "post.rank problem.rank"},
		{career.KindColleague, "Rank", -1, "colleague.rank problem.rank"},
		{career.KindColleague, "Rank", 1000, "colleague.rank problem.rank"},
		{career.KindColleague, "Name", " ", "colleague.name problem.missing"},
		{career.KindVisit, "From", career.Moment(""), "visit.from problem.missing"},
		{career.KindVisit, "To", career.Moment("2026-11-21T09:29"), "visit.to problem.before_start"},
		{career.KindVisit, "To", career.Moment("9:30"), "visit.to problem.time"},
		{career.KindVisit, "Ours.Name", " ", "visit.ours problem.nameless"},
		{career.KindVisit, "Theirs.Name", "", "visit.theirs problem.nameless"},
		{career.KindMeeting, "Title", "", "meeting.title problem.missing"},
		{career.KindMeeting, "To", career.Moment("2026-02-23"), "meeting.to problem.before_start"},
		{career.KindCommitment, "Side", career.Side("nobody"), "commitment.side problem.missing"},
		{career.KindCommitment, "What", "", "commitment.what problem.missing"},
		{career.KindCommitment, "Due", career.Date("下周"), "commitment.due problem.date"},
		{career.KindDemand, "PayTo", 5999, "demand.pay problem.order"},
		{career.KindDemand, "Posts", -1, "demand.posts problem.negative"},
		{career.KindAgreement, "Until", career.Date("2025-12-31"), "agreement.until problem.before_start"},
		{career.KindFeedback, "Overall", 6, "feedback.overall problem.score"},
		{career.KindFeedback, "Practice", -1, "feedback.practice problem.score"},
		{career.KindGraduate, "Cohort", 1949, "graduate.cohort problem.year"},
		{career.KindGraduate, "StudentNo", " ", "graduate.student_no problem.missing"},
		{career.KindOutcome, "On", career.Date(""), "outcome.on problem.date"},
		{career.KindOutcome, "Pay", -1, "outcome.pay problem.negative"},
		{career.KindCohort, "Year", 2101, "cohort.year problem.year"},
		{career.KindUniversity, "Name", "", "university.name problem.missing"},
		{career.KindCampaign, "To", career.Date("2025-12-31"), "campaign.to problem.before_start"},
		{career.KindCampaign, "Quotas.Target", -1, "quota.done problem.negative"},
	} {
		nouns := sound()
		n := nouns[slices.IndexFunc(nouns, func(n career.Noun) bool { return n.Kind() == c.kind })]
		v := reflect.ValueOf(n).Elem()
		for name := range strings.SplitSeq(c.field, ".") {
			if v.Kind() == reflect.Slice {
				v = v.Index(0)
			}
			v = v.FieldByName(name)
		}
		v.Set(reflect.ValueOf(c.value))
		if got := reasons(t, n.Check()); !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s.%s = %v: got %v, want %s", c.kind, c.field, c.value, got, c.want)
		}
	}
}

// The standard promises that one wrong character is noticed, wherever it is.
func TestUSCCNoticesOneWrongCharacter(t *testing.T) {
	const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	for _, code := range []career.USCC{"91512081MA62K0260E", "11320000MB151840XJ", "91350211M0000XUF4R"} {
		for i := range code {
			for _, c := range alphabet {
				wrong := code[:i] + career.USCC(c) + code[i+1:]
				if wrong.Valid() != (wrong == code) {
					t.Errorf("%s, misread as %s: valid is %t", code, wrong, wrong.Valid())
				}
			}
		}
	}
}

// Each 17 characters have one check digit.
func TestUSCCHasOneCheckDigit(t *testing.T) {
	const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	dice := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		var b strings.Builder
		for range 17 {
			b.WriteByte(alphabet[dice.IntN(len(alphabet))])
		}
		valid := 0
		for _, c := range alphabet {
			if career.USCC(b.String() + string(c)).Valid() {
				valid++
			}
		}
		if valid != 1 {
			t.Errorf("%s has %d check digits", b.String(), valid)
		}
	}
}

// Any text may stand where a code is asked for: lists of others hold such.
func TestAnyTextIsSurvived(t *testing.T) {
	for _, s := range []string{"", "x", "沈阳", "\xff", strings.Repeat("沈", 6), strings.Repeat("9", 5000), "2026-11-21T", "2026-11-2", "99999999999999"} {
		u, d, m, o := career.USCC(s), career.Date(s), career.Moment(s), career.OutcomeCode(s)
		if u.Valid() || d.Valid() || m.Valid() {
			t.Errorf("%.20q is taken for something", s)
		}
		if u.Repaired() != u || d.Add(3) != d || d.Until("2026-01-01") != 0 || d.Year() != 0 || !d.Time().IsZero() || !m.Time().IsZero() || !career.Stamp(s).Time().IsZero() {
			t.Errorf("%.20q is reckoned with", s)
		}
		_, _, _ = m.Date(), m.Clock(), o.Key()
	}
}

// Days are counted as the calendar does, across leap years and summer time.
func TestDaysAreThoseOfTheCalendar(t *testing.T) {
	day := career.Date("1999-12-25")
	for n := range 3000 {
		next := day.Add(1)
		if !next.Valid() || next <= day || day.Until(next) != 1 || next.Until(day) != -1 {
			t.Fatalf("after %s comes %s", day, next)
		}
		if day = next; career.Date("1999-12-25").Until(day) != n+1 || day.Add(-n-1) != "1999-12-25" {
			t.Fatalf("%s is not day %d", day, n+1)
		}
	}
	if day != "2008-03-12" {
		t.Errorf("3000 days later it is %s", day)
	}
}

// Times are compared as strings everywhere, in SQL too.
func TestTimesCompareAsStrings(t *testing.T) {
	moments := []career.Moment{"", "2026-11-21", "2026-11-21T00:00", "2026-11-21T09:30", "2026-11-21T10:00", "2026-11-22", "2027-01-01"}
	if !slices.IsSorted(moments) {
		t.Error("moments are out of order")
	}
	at := time.Date(2026, 11, 21, 23, 59, 59, 998e6, time.UTC)
	before := career.StampOf(at.Add(-time.Hour))
	for i := range 5 { // over the second, the minute, the hour and the day
		stamp := career.StampOf(at.Add(time.Duration(i) * time.Millisecond))
		if stamp <= before || len(stamp) != len("2026-11-21T23:59:59.998Z") {
			t.Errorf("%s does not come after %s", stamp, before)
		}
		before = stamp
	}
}

// A briefing that lacks one thing says which.
func TestWhatIsMissingIsNamed(t *testing.T) {
	whole := career.Visit{From: "2026-11-21T09:30", Place: "沈阳", Purpose: "洽谈", Asks: []string{"岗位"}, Ours: []career.Participant{{Name: "王"}},
		Theirs: []career.Participant{{Name: "李", Phone: "1", OnSite: true}}, Agenda: []career.AgendaLine{{Item: "座谈"}}, Points: []career.Point{{Kind: career.Say}}}
	for want, spoil := range map[string]func(*career.Visit){
		"visit.from":    func(v *career.Visit) { v.From = "2026-11-21" },
		"visit.place":   func(v *career.Visit) { v.Place = " " },
		"visit.purpose": func(v *career.Visit) { v.Purpose = "" },
		"visit.asks":    func(v *career.Visit) { v.Asks = nil },
		"visit.ours":    func(v *career.Visit) { v.Ours = nil },
		"visit.agenda":  func(v *career.Visit) { v.Agenda = nil },
		"visit.points":  func(v *career.Visit) { v.Points = nil },
		"visit.onsite":  func(v *career.Visit) { v.Theirs = []career.Participant{{Name: "李", OnSite: true}} }, // no number to call
	} {
		v := whole
		spoil(&v)
		if missing := v.Missing(); !slices.Equal(missing, []string{want}) {
			t.Errorf("got %v, want %s", missing, want)
		}
		if v.State("2026-11-20", 0) != career.Plan {
			t.Errorf("without %s the briefing counts as ready", want)
		}
	}
}

func TestFactsGrowStale(t *testing.T) {
	for on, want := range map[career.Date]bool{"2026-05-24": false, "2026-05-23": true, "2027-01-01": false, "": false, "去年": false} {
		if got := (career.Source{On: on}).Stale("2026-11-20"); got != want {
			t.Errorf("checked on %q: stale is %t", on, got)
		}
	}
}

// Sub-codes count with the code they belong to, and the order does not matter.
func TestSubCodesCountWithTheirCode(t *testing.T) {
	for _, file := range []string{"cn_2021", "cn_2024", "nace"} {
		s := scheme(t, file)
		for _, code := range career.OutcomeCodes {
			plain, err := s.Rate(map[career.OutcomeCode]int{code: 7, "10": 1})
			if err != nil {
				t.Errorf("%s knows no %s", file, code)
			}
			sub, err := s.Rate(map[career.OutcomeCode]int{code + "9": 3, code + "1": 4, "101": 1})
			if err != nil || code != "10" && sub != plain {
				t.Errorf("%s, %s: %+v as sub-codes, %+v as such, %v", file, code, sub, plain, err)
			}
			if plain.Settled > plain.All || plain.Share() > 1 {
				t.Errorf("%s, %s: %+v", file, code, plain)
			}
		}
	}
}

func TestLevelsGoFromTheOfficeOutward(t *testing.T) {
	var told []string
	for _, level := range career.Levels {
		told = append(told, fmt.Sprint(level, level.Key(), level.Internal()))
	}
	if want := []string{"L0level.l0true", "L1level.l1true", "L2level.l2false", "L3level.l3false"}; !slices.Equal(told, want) {
		t.Errorf("got %q, want %q", told, want)
	}
}

// A post may begin and end in a month or a year of which the day is unknown; it
// is held to the last day of it.
func TestPostsOfRoughDates(t *testing.T) {
	for _, c := range []struct {
		from, to, today career.Date
		holds           bool
	}{
		{"2024-03", "", "2024-02-29", false}, {"2024-03", "", "2024-03-01", true},
		{"2024", "2026", "2026-12-31", true}, {"2024", "2026", "2027-01-01", false},
		{"", "2024-02", "2024-02-29", true}, {"", "2024-02", "2024-03-01", false},
		{"2024-03-08", "2024-03-08", "2024-03-08", true}, {"", "", "2024-03-08", true},
	} {
		p := career.Post{Employer: "e", From: c.from, To: c.to}
		if got := p.Holds(c.today); got != c.holds {
			t.Errorf("a post from %q to %q is held on %s: %v", c.from, c.to, c.today, got)
		}
		person := career.Contact{Name: "李强", Posts: []career.Post{p}}
		if err := person.Check(); err != nil {
			t.Errorf("a post from %q to %q: %v", c.from, c.to, err)
		}
	}
	for _, wrong := range []career.Post{
		{Employer: "e", From: "2024-13"}, {Employer: "e", To: "spring"}, {Employer: "e", From: "2024-05", To: "2024-04"}, {Employer: "e", From: "2025", To: "2024-12-31"},
	} {
		person := career.Contact{Name: "李强", Posts: []career.Post{wrong}}
		if person.Check() == nil {
			t.Errorf("%+v was taken", wrong)
		}
	}
}
