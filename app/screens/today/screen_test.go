package today_test

import (
	"fmt"
	"testing"

	"visitdesk/app/screens/today"
	"visitdesk/app/screens/visits"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

var (
	e1 = career.EmployerID(story.ID("e1"))
	v1 = career.VisitID(story.ID("a1"))
	c1 = career.CommitmentID(story.ID("c1"))
)

func visit(id string, from career.Moment) *career.Visit {
	return &career.Visit{ID: career.VisitID(story.ID(id)), Direction: career.Out, Mode: career.OnSite, From: from, Employers: []career.EmployerID{e1},
		Theirs: []career.Participant{{Name: "沈怀谦", Title: "董事长"}, {Name: "王昊", Title: "招聘主管", Phone: "13900002005", OnSite: true}}}
}

func begin(t *testing.T, language string, nouns ...career.Noun) *story.Story {
	t.Helper()
	s := story.Begin(t, language)
	s.Keep(append([]career.Noun{&career.Employer{ID: e1, Name: "东软集团股份有限公司"}}, nouns...)...)
	s.Show(today.New(s.Desk))
	return s
}

// The counselor sees tomorrow's visit at once, with whom to call and what the
// briefing lacks, and prints with one click.
func TestTheNextVisit(t *testing.T) {
	s := begin(t, "zh", visit("a1", "2026-11-21T09:30"), visit("a2", "2026-11-24T14:00"))
	s.See("2026年11月20日（星期五）", "明天 09:30", "东软集团股份有限公司", "王昊 招聘主管", "13900002005", "走访目的")
	s.Tap("打印简报")
	s.Command("打印简报")
	s.Tap("预览")
	if len(s.Briefs) != 3 || s.Briefs[0] != v1 || s.Briefs[1] != v1 {
		t.Errorf("asked for %v", s.Briefs)
	}
	s.Tap("● 走访目的")
	if len(s.Fields) != 1 || s.Fields[0] != "visit.purpose" {
		t.Errorf("went to %v", s.Fields)
	}
	s.Tap("打开")
	if len(s.Opened) != 1 || s.Opened[0] != "visit "+string(v1) {
		t.Errorf("opened %v", s.Opened)
	}
}

// A visit of today is still the next one in the evening; one that is cancelled
// or put off is not.
func TestWhichVisitIsNext(t *testing.T) {
	off, away := visit("a1", "2026-11-20T09:00"), visit("a2", "2026-11-20T10:00")
	off.Cancelled, away.Postponed = "ill", "busy"
	s := begin(t, "en", off, away, visit("a3", "2026-11-20T07:00"), visit("a4", "2026-11-21T09:30"))
	s.See("Today 07:00")
}

// A busy week shows its first twenty visits, and the others on demand.
func TestABusyWeek(t *testing.T) {
	var nouns []career.Noun
	for i := range 22 {
		nouns = append(nouns, visit(fmt.Sprintf("b%02d", i), career.Moment(fmt.Sprintf("2026-11-2%dT%02d:15", 1+i/8, 8+i%8))))
	}
	s := begin(t, "en", nouns...)
	s.See("2 more", "23 Nov 11:15")
	s.Miss("23 Nov 12:15")
	s.Tap("2 more")
	s.See("23 Nov 12:15", "23 Nov 13:15")
	s.Miss("more…")
}

// Due commitments are listed, overdue first and in words; one click settles
// one, another takes that back.
func TestDueCommitments(t *testing.T) {
	s := begin(t, "en",
		&career.Commitment{ID: c1, Employer: e1, Side: career.Ours, What: "send twelve CVs", Due: "2026-11-24", Owner: "Wang"},
		&career.Commitment{Employer: e1, Side: career.Theirs, What: "two robots", Due: "2026-11-10"})
	s.See("▲ two robots", "10 days overdue", "send twelve CVs", "due 24 Nov")
	s.TapAfter("▲ two robots", "Done")
	s.See("Done: two robots")
	s.Miss("▲ two robots")
	s.Tap("Undo")
	s.See("▲ two robots")
	s.Tap("send twelve CVs")
	if c, ok := s.Edited[0].(*career.Commitment); !ok || c.ID != c1 {
		t.Errorf("edited %+v", s.Edited)
	}
}

// Visits without minutes are asked for; a click goes to where they are
// written.
func TestMinutesMissing(t *testing.T) {
	s := begin(t, "en", visit("a1", "2026-11-18T14:00"))
	s.See("Minutes missing", "Wednesday 18 Nov")
	s.TapAfterLine("Minutes missing", "东软集团股份有限公司")
	if len(s.Fields) != 1 || s.Fields[0] != "visit.minutes_outer" {
		t.Errorf("went to %v", s.Fields)
	}
}

// A new office offers the sample, which can be taken back.
func TestWelcome(t *testing.T) {
	s := story.Begin(t, "zh")
	s.Show(today.New(s.Desk))
	s.See("欢迎使用访企通")
	s.Tap("试用示例数据")
	s.See("明天", "示例数据已填好")
	if rows, err := s.Desk.Store.Employers(t.Context(), store.Query{Limit: 100}); err != nil || len(rows) < 30 {
		t.Errorf("the sample has %d employers, %v", len(rows), err)
	}
	s.Tap("撤销")
	s.See("欢迎使用访企通")
}

// An office with employers and no visit says what to do.
func TestNoNextVisit(t *testing.T) {
	s := begin(t, "en")
	s.See("No visit is planned", "Nothing is due", "The minutes of the last two months are written")
	s.Command("Print briefing")
	s.See("No visit is planned")
	s.Tap("New visit")
	if len(s.Edited) != 1 {
		t.Error("no form was asked for")
	}
}

// Everything can be reached by Tab, and no phrase is missing.
func TestReachable(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		s := begin(t, language, visit("a1", "2026-11-21T09:30"), visit("a2", "2026-11-18T09:30"), &career.Commitment{Employer: e1, Side: career.Ours, What: "x"})
		s.ReachAllByTab()
		s.SpeaksPhrases()
	}
}

// What the sample's briefing lacks is the car: a click goes to its line, and
// with the car filled in nothing is missing any more.
func TestMissingComesFromTheBriefing(t *testing.T) {
	s := story.Begin(t, "zh")
	if err := sample.Office(t.Context(), s.Desk.Store, story.Today); err != nil {
		t.Fatal(err)
	}
	plans := visits.New(s.Desk)
	s.Desk.Edit = func(n career.Noun, field string) { plans.Form(*n.(*career.Visit), field) }
	s.Show(today.New(s.Desk))
	s.See(s.Desk.T("today.missing"), "● 车辆")
	s.Tap("● 车辆")
	s.Type("赣A·12345，司机老周 13900001099")
	s.Command("保存")
	s.See("明天 09:30", "走访已保存")
	s.Miss("● 车辆")
	s.Miss(s.Desk.T("today.missing"))
	s.Tap("撤销")
	s.See("● 车辆")
}

// Filling a new office with the sample twice by a double click fills it once.
func TestSampleOnce(t *testing.T) {
	s := story.Begin(t, "zh")
	screen := today.New(s.Desk)
	s.Show(screen)
	s.Meanwhile(func() {
		screen.TrySample()
		screen.TrySample()
	})
	s.See("示例数据已填好")
	s.Miss("E-")
}

// What was typed into a form when the computer went down is offered on the
// first screen, to go on with or to forget.
func TestDraftsAreOffered(t *testing.T) {
	s := begin(t, "zh")
	v := &career.Visit{}
	screen := visits.New(s.Desk)
	s.Desk.Edit = func(n career.Noun, field string) { screen.Form(*n.(*career.Visit), field) }
	s.Desk.Edit(v, "")
	s.Settle()
	s.Fill("走访目的", "落实岗位")
	s.Wait()
	s.Show(today.New(s.Desk)) // as after a crash
	s.See("未保存的草稿", "新建走访", "今天")
	s.Tap("继续编辑草稿")
	s.See("落实岗位")
	s.Show(today.New(s.Desk))
	s.Tap("丢弃草稿")
	s.Miss("未保存的草稿")
}
