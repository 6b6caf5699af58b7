package visits_test

import (
	"errors"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/screens/visits"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

// The records of the stories.
var (
	e1, e2, e3     = career.EmployerID(story.ID("e1")), career.EmployerID(story.ID("e2")), career.EmployerID(story.ID("e3"))
	v0, v1, v2, v3 = career.VisitID(story.ID("a0")), career.VisitID(story.ID("a1")), career.VisitID(story.ID("a2")), career.VisitID(story.ID("a3"))
	c1             = career.CommitmentID(story.ID("c1"))
)

// open begins a story on the screen, with an employer, a leader and a contact.
func open(t *testing.T, language string) (*story.Story, *visits.Screen) {
	t.Helper()
	s := story.Begin(t, language)
	screen := visits.New(s.Desk)
	s.Desk.Edit = func(n career.Noun, field string) { screen.Form(*n.(*career.Visit), field) }
	s.Keep(neusoft(), &career.Colleague{Name: "顾明哲", Title: "校长", Mobile: "13900001001"})
	return s, screen
}

func neusoft() *career.Employer {
	return &career.Employer{ID: e1, Name: "东软集团股份有限公司", Place: "辽宁省沈阳市"}
}

func visit(id career.VisitID, from career.Moment) *career.Visit {
	return &career.Visit{ID: id, Direction: career.Out, Mode: career.OnSite, From: from, Employers: []career.EmployerID{e1}}
}

// A counselor plans a visit by keyboard: employer by initials, day in words,
// leader by name; it is kept, listed and shown with what it still lacks.
func TestPlanAVisit(t *testing.T) {
	s, screen := open(t, "zh")
	s.Show(screen)
	s.See("还没有走访")
	s.Command("新建走访")
	s.Fill("单位", "drjt")
	s.Press(fyne.KeyReturn)
	s.Fill("时间", "下周三 9点半")
	s.Fill("带队领导", "顾")
	s.Press(fyne.KeyReturn)
	s.Fill("走访目的", "落实岗位")
	s.Fill("商请事项", "岗位\n实习")
	s.Command("保存")
	s.See("走访已保存", "东软集团股份有限公司", "2026年11月25日（星期三）09:30", "校长 顾明哲", "落实岗位", "1. 岗位", "简报还缺", "待准备")
	rows := s.Visits()
	if len(rows) != 1 || rows[0].From != "2026-11-25T09:30" || rows[0].LeaderName != "顾明哲" || len(rows[0].Asks) != 2 || rows[0].Direction != career.Out {
		t.Errorf("kept %+v", rows)
	}
	s.Tap("撤销")
	s.See("还没有走访")
}

// A visit without an employer and a day is not kept; both faults are told at
// once and the cursor is in the first.
func TestPlanAVisitTellsAllFaults(t *testing.T) {
	s, screen := open(t, "en")
	s.Show(screen)
	s.Command("New visit")
	s.Command("Save")
	s.See("2 things to put right")
	if s.Window.Canvas().Focused() != s.Field("Employer") {
		t.Error("the cursor is elsewhere")
	}
	if n := len(s.Visits()); n != 0 {
		t.Errorf("%d visits were kept", n)
	}
}

// A click on what is missing goes to that line of the form.
func TestMissingGoesToItsLine(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(visit(v1, "2026-11-23T09:30"))
	s.Show(screen)
	s.Tap("Purpose")
	if s.Window.Canvas().Focused() != s.Field("Purpose") {
		t.Error("the cursor is elsewhere")
	}
	s.Type("jobs")
	s.Command("Save")
	if got := s.Visits()[0].Purpose; got != "jobs" {
		t.Errorf("the purpose is %q", got)
	}
}

// The delegation is filled in from the people the office knows.
func TestParticipants(t *testing.T) {
	s, screen := open(t, "zh")
	s.Keep(&career.Contact{Name: "王昊", Mobile: "13900002005", Posts: []career.Post{{Employer: e1, Title: "招聘主管"}}})
	s.Keep(visit(v1, "2026-11-23T09:30"))
	s.Show(screen)
	s.Press(fyne.KeyTab)
	s.Command("编辑")
	s.TapAfter("对方人员", "添加一行")
	s.Type("wh")
	s.Press(fyne.KeyReturn)
	s.TapAfter("我方人员", "添加一行")
	s.Type("顾")
	s.Press(fyne.KeyReturn)
	s.Command("保存")
	v := s.Visits()[0]
	if len(v.Theirs) != 1 || v.Theirs[0].Name != "王昊" || v.Theirs[0].Title != "招聘主管" || v.Theirs[0].Phone != "13900002005" || v.Theirs[0].Contact == "" {
		t.Errorf("theirs are %+v", v.Theirs)
	}
	if len(v.Ours) != 1 || v.Ours[0].Name != "顾明哲" || v.Ours[0].Colleague == "" {
		t.Errorf("ours are %+v", v.Ours)
	}
}

// The next visit is the one shown at first, not the one farthest away, and one
// that is put off is not it.
func TestTheNextVisitIsShownFirst(t *testing.T) {
	s, screen := open(t, "zh")
	off := visit(v0, "2026-11-20T15:00")
	off.Postponed = "对方临时有会"
	s.Keep(visit(v1, "2026-12-24T09:30"), visit(v2, "2026-11-23T09:30"), off, visit(v3, "2026-10-01T09:30"))
	s.Show(screen)
	s.See("2026年11月23日（星期一）09:30")
	s.TapRow("11-20 15:00")
	s.See("已推迟：对方临时有会")
}

// What is deleted can be brought back at once.
func TestDeleteAndUndo(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(visit(v1, "2026-11-23T09:30"))
	s.Show(screen)
	s.TapRow("23 Nov 09:30")
	s.Press(fyne.KeyDelete)
	s.See("Deleted the visit", "No visits yet")
	if _, err := s.Desk.Store.Visit(t.Context(), v1); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("the visit is still there: %v", err)
	}
	s.Tap("Undo")
	s.See("23 Nov 09:30")
}

// Visits are found by the initials of the employer.
func TestFindByInitials(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(&career.Employer{ID: e2, Name: "北京墨桉信息技术有限公司"})
	other := visit(v2, "2026-11-24T10:00")
	other.Employers = []career.EmployerID{e2}
	s.Keep(visit(v1, "2026-11-23T09:30"), other)
	s.Show(screen)
	s.Command("Find")
	s.Type("bjma")
	s.See("24 Nov 10:00")
	s.Miss("23 Nov 09:30")
}

// Printing asks for the briefing of the visit chosen; without one it says so.
func TestPrint(t *testing.T) {
	s, screen := open(t, "en")
	s.Show(screen)
	s.Command("Print briefing")
	s.See("Choose a visit in the list first")
	s.Keep(visit(v1, "2026-11-23T09:30"))
	screen.Refresh()
	s.Settle()
	s.Command("Print briefing")
	s.Tap("Print briefing")
	if len(s.Briefs) != 2 || s.Briefs[0] != v1 {
		t.Errorf("asked for %v", s.Briefs)
	}
}

// After the day, minutes are asked for, written, and shown with what was
// promised.
func TestMinutes(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(visit(v1, "2026-11-18T14:00"))
	s.Keep(&career.Commitment{ID: c1, Employer: e1, Visit: v1, Side: career.Theirs, What: "two robots", Due: "2026-11-19"})
	s.Show(screen)
	s.See("Minutes missing", "two robots", "1 day overdue")
	s.Tap("Write minutes")
	s.Type("They want thirty engineers.")
	s.Fill("Taken on", "yesterday")
	s.Command("Save")
	s.See("They want thirty engineers.", "Commitments open")
	s.TapAfterIn("two robots", "Done")
	c, err := s.Desk.Store.Commitment(t.Context(), c1)
	if err != nil || c.Done != story.Today {
		t.Errorf("settled on %q, %v", c.Done, err)
	}
	if v := s.Visits()[0]; v.Minutes.On != "2026-11-19" {
		t.Errorf("the minutes are of %q", v.Minutes.On)
	}
}

// Other employers that take part stay when the one visited changes.
func TestOtherEmployersStay(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(&career.Employer{ID: e2, Name: "北京墨桉信息技术有限公司"}, &career.Employer{ID: e3, Name: "大连卓峤船舶配套有限公司"})
	v := visit(v1, "2026-11-23T09:30")
	v.Employers = []career.EmployerID{e1, e2}
	s.Keep(v)
	s.Show(screen)
	s.Command("Edit")
	s.Fill("Employer", "大连")
	s.Press(fyne.KeyReturn)
	s.Command("Save")
	if got := s.Visits()[0].Employers; len(got) != 2 || got[0] != e3 || got[1] != e2 {
		t.Errorf("the employers are %v", got)
	}
}

// Everything on the screen can be reached by Tab, in both languages, and no
// phrase is missing.
func TestReachable(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		s, screen := open(t, language)
		s.Keep(visit(v1, "2026-11-20T09:30"))
		s.Show(screen)
		s.ReachAllByTab()
		s.SpeaksPhrases()
		screen.Edit()
		s.ReachAllByTab()
		s.SpeaksPhrases()
	}
}

// A visit that was opened from elsewhere is shown however far down the list it
// is.
func TestOpenAnOldVisit(t *testing.T) {
	s, screen := open(t, "en")
	old := visit(v1, "2020-03-02T09:30")
	s.Keep(old)
	for i := range 120 {
		s.Keep(visit(career.VisitID(story.ID(fmt.Sprintf("b%03d", i))), career.Moment(career.Date("2026-01-01").Add(i))))
	}
	s.Show(screen)
	screen.Open(string(v1))
	s.Desk.Show(0)
	s.See("Monday, 2 March 2020, 09:30")
}

// A participant who is picked and then renamed is not that person any more.
func TestRenamedParticipant(t *testing.T) {
	s, screen := open(t, "zh")
	s.Keep(&career.Contact{Name: "王昊", Posts: []career.Post{{Employer: e1, Title: "招聘主管"}}})
	s.Keep(visit(v1, "2026-11-23T09:30"))
	s.Show(screen)
	s.Command("编辑")
	s.TapAfter("对方人员", "添加一行")
	s.Type("wh")
	s.Press(fyne.KeyReturn)
	s.Type("（主管）") // the cursor is in the next cell of the row
	s.FillCell("对方人员", 0, "李四")
	s.Command("保存")
	v := s.Visits()[0]
	if len(v.Theirs) != 1 || v.Theirs[0].Name != "李四" || v.Theirs[0].Contact != "" {
		t.Errorf("theirs are %+v", v.Theirs)
	}
	if title := v.Theirs[0].Title; title != "（主管）招聘主管" && title != "招聘主管（主管）" {
		t.Errorf("the title is %q", title)
	}
}

// Whatever was filled in for the day stands on the page: who drives is not only
// on paper.
func TestThePageTellsAllOfThePlan(t *testing.T) {
	s, screen := open(t, "en")
	c := &career.Campaign{Name: "访企拓岗促就业"}
	s.Keep(c)
	v := visit(v1, "2026-11-23T09:30")
	v.Campaign = c.ID
	v.Points = []career.Point{{Kind: career.Say, Text: "our robots"}}
	v.Logistics = career.Logistics{Departure: "8:40 east gate", Car: "car of old Zhou", Route: "G1", Dress: "suit", Gifts: "album", Material: "leaflets"}
	s.Keep(v)
	s.Show(screen)
	s.See("访企拓岗促就业", "our robots", "8:40 east gate", "car of old Zhou", "G1", "suit", "album", "leaflets")
}

// What is undone is named so that the user knows it: by the day, the employer
// and the purpose.
func TestUndoNamesTheVisit(t *testing.T) {
	s, screen := open(t, "zh")
	v := visit(v1, "2026-11-23T09:30")
	v.Purpose = "落实岗位"
	v.Theirs = []career.Participant{{Name: "王昊", Unit: "东软集团"}}
	s.Keep(v)
	s.Show(screen)
	s.Command("撤销")
	s.See("已撤销：保存走访：2026-11-23 东软集团 落实岗位")
}
