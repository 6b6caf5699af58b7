package store_test

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// dossier reads a dossier of today.
func (o *small) dossier(t *testing.T, v career.Visit, level career.Level) career.Dossier {
	t.Helper()
	return got[career.Dossier](t)(o.Dossier(t.Context(), v.ID, level, today))
}

func TestADossierHoldsAllThatBears(t *testing.T) {
	o := smallOffice(t)
	ctx := t.Context()
	parent := career.Employer{ID: career.EmployerID(store.NewID()), Name: "新松集团"}
	o.employer.Parent = parent.ID
	guest := career.Employer{ID: career.EmployerID(store.NewID()), Name: "同行的企业"}
	campaign := career.Campaign{ID: career.CampaignID(store.NewID()), Name: "访企拓岗"}
	o.visit.Employers, o.visit.Campaign = append(o.visit.Employers, guest.ID), campaign.ID
	alumnus := career.Graduate{ID: career.GraduateID(store.NewID()), StudentNo: "2010", Name: "李强", Cohort: 2010, Major: "自动化"}
	o.host.Graduate, o.host.Email = alumnus.ID, "li@example.com"
	save(t, o.Store, &parent, &guest, &campaign, &alumnus, &o.employer, &o.visit, &o.host,
		&career.University{Name: "沈阳工学院"}, &career.Cohort{Year: 2026}, &career.Cohort{Year: 2027, Introduction: "届"}, &career.Cohort{Year: 2028},
		&career.Agreement{Employer: o.employer.ID, Title: "实习基地", Signed: "2024-05-01"}, &career.Feedback{Employer: o.employer.ID, On: "2026-01-01", Overall: 5})

	d := o.dossier(t, o.visit, career.L0)
	if d.Employer.ID != o.employer.ID || d.Parent != "新松集团" || !slices.Equal(d.Others, []string{"同行的企业"}) || d.Campaign.Name != "访企拓岗" {
		t.Errorf("employer %q of %q, others %v, campaign %q", d.Employer.Name, d.Parent, d.Others, d.Campaign.Name)
	}
	if d.Leader.ID != o.president.ID || d.University.Name != "沈阳工学院" || d.Cohort.Year != 2027 || d.Today != today || d.Level != career.L0 {
		t.Errorf("leader %q, university %q, class %d", d.Leader.Name, d.University.Name, d.Cohort.Year)
	}
	if !reflect.DeepEqual(d.Visit.Employers, o.visit.Employers) || len(d.Visit.Ours) != 1 || len(d.Visit.Theirs) != 1 {
		t.Errorf("visit: %+v", d.Visit)
	}
	host := d.Theirs[0]
	if host.Pinyin != "Lǐ Qiáng" || host.Rank != 1 || host.Phone != "13900000002" || host.Email != "li@example.com" || host.Alumnus.Cohort != 2010 {
		t.Errorf("host: %+v", host)
	}
	if host.LastMet != "2025-11-03" || host.LastWith != "王晓明" || d.Ours[0].LastMet != "2025-11-03" || d.Ours[0].Rank != 1 {
		t.Errorf("last met: %+v", host)
	}
	if len(d.Past) != 1 || d.Past[0].LeaderName != "王晓明" || d.Past[0].LeaderTitle != "校长" || d.Past[0].Open != 1 || len(d.Past[0].Theirs) != 1 || d.Past[0].Minutes.Outer == "" {
		t.Errorf("past: %+v", d.Past)
	}
	if len(d.Commitments) != 1 || len(d.Agreements) != 1 || len(d.Feedback) != 1 {
		t.Errorf("%d commitments, %d agreements, %d feedback", len(d.Commitments), len(d.Agreements), len(d.Feedback))
	}
	if _, err := o.Dossier(ctx, career.VisitID(store.NewID()), career.L1, today); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("got %v, want %v", err, career.ErrNotFound)
	}
}

func TestAFirstVisitHasNoPast(t *testing.T) {
	o := smallOffice(t)
	off := o.meet("2024-01-01")
	off.Cancelled = "疫情"
	save(t, o.Store, &off)
	d := o.dossier(t, o.old, career.L1)
	if len(d.Past) != 0 || d.Theirs[0].LastMet != "" {
		t.Errorf("past %+v, last met %q: neither the later visit nor one called off counts", d.Past, d.Theirs[0].LastMet)
	}
}

// A list of employers may name one twice, as lists of others do.
func TestAVisitIsListedOnce(t *testing.T) {
	o := smallOffice(t)
	o.old.Employers = append(o.old.Employers, o.employer.ID)
	save(t, o.Store, &o.old)
	if past := o.dossier(t, o.visit, career.L1).Past; len(past) != 1 {
		t.Errorf("the dossier lists it %d times", len(past))
	}
	if visits := got[store.File](t)(o.File(t.Context(), o.employer.ID)).Visits; len(visits) != 2 {
		t.Errorf("the file lists %d visits, want 2", len(visits))
	}
}

func TestCommitmentsComeOverdueFirst(t *testing.T) {
	o := smallOffice(t)
	for _, c := range []career.Commitment{
		{What: "无期限"}, {What: "下月", Due: "2026-12-01"}, {What: "早已办结", Due: "2025-01-01", Done: "2025-02-01"},
		{What: "刚办结", Due: "2026-11-01", Done: "2026-11-10"}, {What: "先办结", Done: "2026-01-10"}, {What: "逾期更久", Due: "2025-12-31"},
	} {
		c.Employer, c.Side = o.employer.ID, career.Ours
		save(t, o.Store, &c)
	}
	var whats []string
	for _, c := range o.dossier(t, o.visit, career.L1).Commitments {
		whats = append(whats, c.What)
	}
	if want := []string{"逾期更久", "提供实习岗位", "下月", "无期限", "刚办结", "先办结"}; !slices.Equal(whats, want) {
		t.Errorf("got %v, want %v", whats, want)
	}
}

// class fills the office with graduates: of each major as many as given, the
// first ones placed at the employer.
func (o *small) class(t *testing.T, cohort int, major string, all, placed int, code career.OutcomeCode) {
	t.Helper()
	var nouns []career.Noun
	for i := range all {
		g := career.Graduate{ID: career.GraduateID(store.NewID()), StudentNo: fmt.Sprintf("%d%s%d%s", cohort, major, i, code), Name: "某某", Cohort: cohort, Major: major, Degree: "31", Mobile: "13700000000"}
		nouns = append(nouns, &g)
		if i < placed {
			nouns = append(nouns, &career.Outcome{Graduate: g.ID, Code: code, On: "2026-11-01", Employer: o.employer.ID, Job: "工程师"})
		}
	}
	save(t, o.Store, nouns...)
}

func TestTheClassIsCounted(t *testing.T) {
	o := smallOffice(t)
	o.class(t, 2026, "软件工程", 6, 6, "10")
	o.class(t, 2027, "软件工程", 9, 3, "10")
	o.class(t, 2027, "机械工程", 8, 2, "70")
	save(t, o.Store, &career.Cohort{Year: 2026}, &career.Cohort{Year: 2027})
	d := o.dossier(t, o.visit, career.L1)
	if want := []career.Supply{{Major: "机械工程", Degree: "31", All: 8, Unplaced: 8}, {Major: "软件工程", Degree: "31", All: 9, Unplaced: 6}}; !reflect.DeepEqual(d.Supply, want) {
		t.Errorf("supply %+v, want %+v", d.Supply, want)
	}
	if want := []career.ClassCell{{Code: "", Count: 12}, {Code: "10", Count: 3}, {Code: "70", Count: 2}}; !reflect.DeepEqual(d.Class, want) {
		t.Errorf("class %+v, want %+v", d.Class, want)
	}
	if len(d.Hires) != 11 || d.Hires[0].Cohort != 2027 || d.Hires[0].Job != "工程师" || d.AsOf != "2026-11-01" {
		t.Errorf("%d hires, as of %s", len(d.Hires), d.AsOf)
	}
	if want := []career.HireCell{{Cohort: 2027, Major: "机械工程", Degree: "31", Code: "70", Count: 2}, {Cohort: 2027, Major: "软件工程", Degree: "31", Code: "10", Count: 3}, {Cohort: 2026, Major: "软件工程", Degree: "31", Code: "10", Count: 6}}; !reflect.DeepEqual(d.HireCells, want) {
		t.Errorf("cells %+v, want %+v", d.HireCells, want)
	}

	// What they want narrows the supply, however they write the major.
	save(t, o.Store, &career.Demand{Employer: o.employer.ID, Cohort: 2027, Major: "软件工程 专业", Posts: 5}, &career.Demand{Employer: o.employer.ID, Cohort: 2026, Major: "机械工程"})
	if d = o.dossier(t, o.visit, career.L1); len(d.Supply) != 1 || d.Supply[0].Major != "软件工程" {
		t.Errorf("supply %+v", d.Supply)
	}
}

// Outside the house small counts are folded into larger ones: what is left is
// worth reading, adds up to what it says, and gives nobody away.
func TestHiresAreFoldedOutside(t *testing.T) {
	for name, c := range map[string]struct {
		hired map[string]int // by major
		want  []career.HireCell
	}{
		"all large":           {map[string]int{"甲": 5, "乙": 9}, []career.HireCell{{Major: "乙", Count: 9}, {Major: "甲", Count: 5}}},
		"small ones together": {map[string]int{"甲": 3, "乙": 9, "丙": 2}, []career.HireCell{{Major: "乙", Count: 9}, {Count: 5}}},
		"a small one alone":   {map[string]int{"甲": 3, "乙": 9, "丙": 6}, []career.HireCell{{Major: "乙", Count: 9}, {Count: 9}}},
		"a small one of two":  {map[string]int{"甲": 1, "乙": 9}, []career.HireCell{{Count: 10}}},
		"few in all":          {map[string]int{"甲": 3, "乙": 1}, nil},
		"five in all":         {map[string]int{"甲": 4, "乙": 1}, []career.HireCell{{Count: 5}}},
	} {
		o := smallOffice(t)
		for major, n := range c.hired {
			o.class(t, 2026, major, n, n, "10")
		}
		for i := range c.want {
			c.want[i].Cohort = 2026
		}
		for _, level := range []career.Level{career.L2, career.L3} {
			if d := o.dossier(t, o.visit, level); !reflect.DeepEqual(d.HireCells, c.want) || d.Hires != nil {
				t.Errorf("%s, %s: got %+v, want %+v", name, level, d.HireCells, c.want)
			}
		}
	}
}

// lot is how many of a major have an outcome.
type lot struct {
	major string
	code  career.OutcomeCode
	n     int
}

// graduate makes a class of lots in a new office whose employer wants the given
// majors, and reads it at L2.
func graduate(t *testing.T, lots []lot, wanted ...string) career.Dossier {
	t.Helper()
	o := smallOffice(t)
	nouns := []career.Noun{&career.Cohort{Year: 2027, Size: 400}}
	for i, l := range lots {
		for k := range l.n {
			g := career.Graduate{ID: career.GraduateID(store.NewID()), StudentNo: fmt.Sprint(i, "-", k), Name: "某某", Cohort: 2027, Major: l.major, Degree: "31"}
			nouns = append(nouns, &g)
			if l.code != "" {
				nouns = append(nouns, &career.Outcome{Graduate: g.ID, Code: l.code, On: "2026-11-01"})
			}
		}
	}
	for _, major := range wanted {
		nouns = append(nouns, &career.Demand{Employer: o.employer.ID, Cohort: 2027, Major: major})
	}
	save(t, o.Store, nouns...)
	return o.dossier(t, o.visit, career.L2)
}

func TestSmallOutcomesAreFoldedOutside(t *testing.T) {
	for name, c := range map[string]struct {
		lots []lot
		want []career.ClassCell
	}{
		"all large":                      {[]lot{{"甲", "10", 9}, {"甲", "70", 6}, {"甲", "", 5}}, []career.ClassCell{{Code: "", Count: 5}, {Code: "10", Count: 9}, {Code: "70", Count: 6}}},
		"with the commonest of its kind": {[]lot{{"甲", "10", 9}, {"甲", "11", 6}, {"甲", "46", 2}, {"甲", "70", 6}, {"甲", "72", 1}}, []career.ClassCell{{Code: "10", Count: 11}, {Code: "11", Count: 6}, {Code: "70", Count: 7}}},
		"small ones that make a large":   {[]lot{{"甲", "10", 3}, {"甲", "46", 4}, {"甲", "70", 6}}, []career.ClassCell{{Code: "46", Count: 7}, {Code: "70", Count: 6}}},
		"a small kind":                   {[]lot{{"甲", "10", 90}, {"甲", "70", 60}, {"甲", "", 4}}, nil},
	} {
		if d := graduate(t, c.lots); !reflect.DeepEqual(d.Class, c.want) {
			t.Errorf("%s: got %+v, want %+v", name, d.Class, c.want)
		}
	}
}

func TestSmallNumbersOfAMajorAreNotTold(t *testing.T) {
	d := graduate(t, []lot{{"甲", "10", 20}, {"甲", "70", 20}, {"乙", "10", 3}, {"丙", "10", 6}, {"丙", "70", 2}, {"丁", "", 7}, {"戊", "", 30}}, "甲", "乙", "丙专业", "丁")
	want := []career.Supply{{Major: "丁", Degree: "31", All: 7}, {Major: "丙", Degree: "31", All: 8}, {Major: "乙", Degree: "31"}, {Major: "甲", Degree: "31", All: 40, Unplaced: 20}}
	if !reflect.DeepEqual(d.Supply, want) {
		t.Errorf("got %+v, want %+v", d.Supply, want)
	}
}

// What is hidden must not come out as the difference between a total and what
// is shown: then there is no total.
func TestHiddenCountsAreNoDifference(t *testing.T) {
	for name, c := range map[string]struct {
		lots   []lot
		wanted []string
		total  bool
	}{
		"nothing hidden":                  {[]lot{{"甲", "10", 20}, {"甲", "70", 20}, {"乙", "10", 9}, {"乙", "70", 9}}, []string{"甲", "乙"}, true},
		"the others are many":             {[]lot{{"甲", "10", 20}, {"甲", "70", 20}, {"乙", "10", 9}, {"乙", "70", 9}}, []string{"甲"}, true},
		"no major is told of":             {[]lot{{"甲", "10", 20}, {"甲", "70", 20}, {"乙", "10", 1}}, nil, true},
		"one small major":                 {[]lot{{"甲", "10", 20}, {"甲", "70", 20}, {"乙", "10", 3}}, []string{"甲", "乙"}, false},
		"one small major, not asked for":  {[]lot{{"甲", "10", 20}, {"甲", "70", 20}, {"乙", "10", 3}}, []string{"甲"}, false},
		"few unplaced in the others":      {[]lot{{"甲", "10", 20}, {"甲", "70", 20}, {"乙", "10", 30}, {"乙", "70", 2}}, []string{"甲", "乙"}, false},
		"few placed in the others":        {[]lot{{"甲", "10", 20}, {"甲", "70", 20}, {"乙", "10", 2}, {"乙", "70", 30}}, []string{"甲"}, false},
		"all of the others are unplaced":  {[]lot{{"甲", "10", 20}, {"甲", "70", 20}, {"乙", "70", 30}}, []string{"甲"}, false},
		"two hidden that make up a crowd": {[]lot{{"甲", "10", 20}, {"甲", "70", 20}, {"乙", "10", 4}, {"丙", "70", 4}, {"丁", "10", 4}, {"丁", "70", 4}}, []string{"甲", "乙", "丙"}, true},
	} {
		if d := graduate(t, c.lots, c.wanted...); (d.Class != nil) != c.total {
			t.Errorf("%s: the class is %+v beside %+v", name, d.Class, d.Supply)
		}
	}
}

func TestWhatNobodyAskedForIsNotSaidOutside(t *testing.T) {
	if d := graduate(t, []lot{{"甲", "10", 20}, {"甲", "70", 20}}); d.Supply != nil {
		t.Errorf("got %+v", d.Supply)
	}
}

func TestTheClassThatGraduatesNext(t *testing.T) {
	o := smallOffice(t)
	save(t, o.Store, &career.Cohort{Year: 2025}, &career.Cohort{Year: 2026}, &career.Cohort{Year: 2027})
	for day, want := range map[career.Date]int{"2026-06-30": 2026, "2026-07-01": 2027, "2026-12-31": 2027, "2027-01-01": 2027, "2027-07-02": 2027, "2020-01-01": 2025} {
		if d := got[career.Dossier](t)(o.Dossier(t.Context(), o.visit.ID, career.L1, day)); d.Cohort.Year != want {
			t.Errorf("on %s: %d, want %d", day, d.Cohort.Year, want)
		}
	}
}

func TestADossierTakesAHandfulOfQueries(t *testing.T) {
	o := smallOffice(t)
	count := func() (n int) {
		o.Watch(func(string) { n++ })
		defer o.Watch(nil)
		o.dossier(t, o.visit, career.L0)
		return n
	}
	few := count()
	for i := range 30 {
		v := o.meet(career.Moment(fmt.Sprintf("2024-%02d-%02d", i/28+1, i%28+1)))
		save(t, o.Store, &v, &career.Commitment{Employer: o.employer.ID, Visit: v.ID, Side: career.Ours, What: "事项"})
	}
	o.class(t, 2026, "软件工程", 30, 30, "10")
	if many := count(); many > 12 || many > few+2 { // 2: children of what was not there before
		t.Errorf("%d queries for little, %d for much", few, many)
	}
}

// canaryOffice is an office in which every private fact is a word of its own.
func canaryOffice(t *testing.T) *small {
	t.Helper()
	o := smallOffice(t)
	other := career.Employer{ID: career.EmployerID(store.NewID()), Name: "OTHER-EMPLOYER", Note: "NOTE-OTHER"}
	stranger := career.Contact{ID: career.ContactID(store.NewID()), Name: "OTHER-PERSON", Posts: []career.Post{{Employer: other.ID, Title: "OTHER-TITLE"}}, Public: true}
	alumnus := career.Graduate{ID: career.GraduateID(store.NewID()), StudentNo: "ALUMNUS-NO", Name: "ALUMNUS-NAME", Cohort: 2010, Major: "ALUMNUS-MAJOR",
		Mobile: "ALUMNUS-MOBILE", Email: "ALUMNUS-EMAIL", Note: "NOTE-ALUMNUS", Origin: "ALUMNUS-ORIGIN"}
	hired := career.Graduate{ID: career.GraduateID(store.NewID()), StudentNo: "HIRED-NO", Name: "HIRED-NAME", Cohort: 2026, Major: "HIRED-MAJOR",
		Mobile: "HIRED-MOBILE", Email: "HIRED-EMAIL", Note: "NOTE-HIRED"}
	outcome := career.Outcome{Graduate: hired.ID, Code: "10", Employer: o.employer.ID, On: "2026-07-01", Job: "HIRED-JOB", Evidence: "EVIDENCE", Source: "OUTCOME-SOURCE"}
	campaign := career.Campaign{ID: career.CampaignID(store.NewID()), Name: "行动", Quotas: []career.Quota{{What: "QUOTA"}}, Next: []string{"CAMPAIGN-NEXT"}}
	o.employer.Note, o.employer.Sources = "NOTE-EMPLOYER", []career.Source{{Field: "employer.staff", From: "SOURCE"}}
	o.president.Mobile, o.president.Email, o.president.Note = "OUR-MOBILE", "OUR-EMAIL", "NOTE-OURS"
	clerk := career.Colleague{ID: career.ColleagueID(store.NewID()), Name: "PRIVATE-CLERK", Title: "PRIVATE-CLERK-TITLE", Mobile: "CLERK-MOBILE", Note: "NOTE-CLERK"}
	o.host.Name, o.host.Mobile, o.host.Phone, o.host.Email, o.host.WeChat, o.host.Note, o.host.Graduate = "PRIVATE-HOST", "HOST-MOBILE", "HOST-PHONE", "HOST-EMAIL", "HOST-WECHAT", "NOTE-HOST", alumnus.ID
	for i, v := range []*career.Visit{&o.visit, &o.old} {
		w := func(s string) string { return fmt.Sprintf("%s-%d", s, i) }
		v.Employers, v.Campaign, v.Note = append(v.Employers, other.ID), campaign.ID, w("NOTE-VISIT")
		v.Asks, v.Attention, v.Points = []string{w("ASK")}, w("ATTENTION"), []career.Point{{Kind: career.Avoid, Text: w("POINT")}}
		v.Logistics, v.Agenda = career.Logistics{Car: w("LOGISTICS"), Gifts: w("LOGISTICS-GIFT")}, []career.AgendaLine{{Item: w("AGENDA"), Responsible: w("AGENDA-NAME")}}
		v.Minutes = career.Minutes{Outer: w("MINUTES-OUTER"), Inner: w("MINUTES-INNER"), By: w("MINUTES-BY"), On: "2026-11-21"}
		v.Ours = []career.Participant{{Name: "王晓明", Colleague: o.president.ID, Phone: w("OUR-PHONE")}, {Name: "PRIVATE-CLERK", Colleague: clerk.ID}, {Name: w("PRIVATE-FREE-NAME")}}
		v.Theirs = []career.Participant{{Name: "PRIVATE-HOST", Contact: o.host.ID, Phone: w("HOST-PHONE-THERE"), OnSite: true}, {Name: "OTHER-PERSON", Unit: "OTHER-EMPLOYER", Contact: stranger.ID, Phone: w("OTHER-PHONE")}}
	}
	elsewhere := o.meet("2026-10-01") // a visit to the other employer, in which this one took part
	elsewhere.Employers, elsewhere.Minutes.Outer, elsewhere.Purpose = []career.EmployerID{other.ID, o.employer.ID}, "OTHER-MINUTES", "OTHER-PURPOSE"
	o.promise.What, o.promise.Owner, o.promise.Result = "COMMITMENT", "COMMITMENT-OWNER", "RESULT"
	save(t, o.Store, &other, &stranger, &alumnus, &hired, &outcome, &campaign, &clerk, &o.employer, &o.president, &o.host, &o.visit, &o.old, &elsewhere, &o.promise,
		&career.Commitment{Employer: other.ID, Side: career.Ours, What: "OTHER-COMMITMENT"},
		&career.Demand{Employer: o.employer.ID, Major: "DEMAND", Cohort: 2027, Note: "REMARK-DEMAND"},
		&career.Agreement{Employer: o.employer.ID, Title: "AGREEMENT", Note: "REMARK-AGREEMENT"},
		&career.Feedback{Employer: o.employer.ID, On: "2026-01-01", By: "FEEDBACK-BY", Words: "FEEDBACK-WORDS"},
		&career.Meeting{Title: "MEETING", From: "2026-01-01", Note: "NOTE-MEETING"}, &career.Cohort{Year: 2027})
	return o
}

// What each level must not show, beside what the one before must not.
var forbidden = map[career.Level][]string{
	career.L0: {"OTHER-COMMITMENT", "NOTE-OTHER", "MEETING"},
	career.L1: {"NOTE", "ALUMNUS-NO", "ALUMNUS-MOBILE", "ALUMNUS-EMAIL", "HIRED-NO", "HIRED-MOBILE", "HIRED-EMAIL", "EVIDENCE", "HOST-WECHAT"},
	career.L2: {"OTHER", "ALUMNUS", "HIRED", "QUOTA", "CAMPAIGN-NEXT", "SOURCE", "OUR-MOBILE", "OUR-EMAIL", "OUR-PHONE", "CLERK-MOBILE",
		"HOST-MOBILE", "HOST-PHONE", "HOST-EMAIL", "ASK", "ATTENTION", "POINT", "LOGISTICS", "MINUTES-INNER", "RESULT", "REMARK"},
	career.L3: {"PRIVATE", "COMMITMENT", "DEMAND", "MINUTES", "AGENDA", "FEEDBACK-BY"},
}

// What each level must still show: a test that finds nothing anywhere proves
// nothing.
var allowed = map[career.Level][]string{
	career.L0: {"NOTE-EMPLOYER", "NOTE-HOST", "NOTE-VISIT-0", "ALUMNUS-NO", "ALUMNUS-MOBILE", "HIRED-MOBILE"},
	career.L1: {"OTHER-EMPLOYER", "OTHER-PERSON", "ALUMNUS-NAME", "ALUMNUS-MAJOR", "HIRED-NAME", "HIRED-JOB", "QUOTA", "SOURCE", "OUR-PHONE-0", "CLERK-MOBILE", "OUR-EMAIL",
		"HOST-PHONE-THERE-0", "HOST-EMAIL", "ASK-0", "ATTENTION-0", "POINT-0", "LOGISTICS-0", "MINUTES-INNER-1", "RESULT", "OTHER-MINUTES", "REMARK-DEMAND", "REMARK-AGREEMENT"},
	career.L2: {"PRIVATE-HOST", "PRIVATE-CLERK", "COMMITMENT", "COMMITMENT-OWNER", "DEMAND", "MINUTES-OUTER-1", "AGENDA-0", "FEEDBACK-BY"},
	career.L3: {"王晓明", "AGREEMENT", "FEEDBACK-WORDS", "洽谈毕业生实习"},
}

func TestWhatALevelForbidsIsNotInItsDossier(t *testing.T) {
	o := canaryOffice(t)
	var hidden []string
	for _, level := range career.Levels {
		hidden = append(hidden, forbidden[level]...)
		said := fmt.Sprintf("%+v", o.dossier(t, o.visit, level))
		for _, word := range hidden {
			if at := strings.Index(said, word); at >= 0 {
				t.Errorf("%s shows %.60s", level, said[at:])
			}
		}
		for l := level; l <= career.L3; l++ {
			for _, word := range allowed[l] {
				if !strings.Contains(said, word) {
					t.Errorf("%s does not show %s", level, word)
				}
			}
		}
	}
}

// What is not selected cannot slip, whatever is done with it later.
func TestWhatALevelForbidsIsNotSelected(t *testing.T) {
	o := canaryOffice(t)
	selected := func(level career.Level) string {
		var queries []string
		o.Watch(func(query string) { queries = append(queries, query) })
		defer o.Watch(nil)
		o.dossier(t, o.visit, level)
		return strings.Join(queries, "\n")
	}
	columns := map[career.Level]string{
		career.L1: `\."(note|student_no|evidence)"|a\."(mobile|email)"|g\."mobile"`,
		career.L2: `"(mobile|phone|email|wechat|asks|attention|points|logistics|minutes_inner|result|quotas|next|sources|postponed|cancelled)"|FROM (demand|agreement) .*"note"|\."note"|JOIN graduate|graduate g JOIN outcome`,
		career.L3: `FROM (commitment|demand)|"(minutes_outer|minutes_by|agenda|by)"`,
	}
	open := map[career.Level]*strings.Replacer{ // what looks like it and is not
		career.L1: strings.NewReplacer(`r."pay_to", r."note"`, "", `r."until", r."note"`, "", `u."phone"`, ""), // remarks; the university's own number
		career.L2: strings.NewReplacer(`u."phone"`, ""),
		career.L3: strings.NewReplacer(`u."phone"`, ""),
	}
	if all := selected(career.L0); !regexp.MustCompile(columns[career.L1]).MatchString(all) {
		t.Fatal("the test does not know the queries any more")
	}
	for level := career.L1; level <= career.L3; level++ {
		for _, query := range strings.Split(selected(level), "\n") {
			query = open[level].Replace(query)
			for l := career.L1; l <= level; l++ {
				if hit := regexp.MustCompile(columns[l]).FindString(query); hit != "" {
					t.Errorf("%s selects %s: %s", level, hit, query)
				}
			}
		}
	}
}
