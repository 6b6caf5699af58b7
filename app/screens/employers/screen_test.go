package employers_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/screens/employers"
	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

var (
	e1 = career.EmployerID(story.ID("e1"))
	e2 = career.EmployerID(story.ID("e2"))
	p1 = career.ContactID(story.ID("b1"))
)

// open begins a story on the screen and sends every form to it.
func open(t *testing.T, language string) (*story.Story, *employers.Screen) {
	t.Helper()
	s := story.Begin(t, language)
	screen := employers.New(s.Desk)
	s.Desk.Edit = func(n career.Noun, field string) {
		switch n := n.(type) {
		case *career.Employer:
			screen.Form(*n, field)
		case *career.Demand:
			screen.DemandForm(*n, field)
		case *career.Agreement:
			screen.AgreementForm(*n, field)
		case *career.Feedback:
			screen.FeedbackForm(*n, field)
		default:
			s.Edited = append(s.Edited, n)
		}
	}
	return s, screen
}

func neusoft() *career.Employer {
	return &career.Employer{ID: e1, Name: "东软集团股份有限公司", Place: "辽宁省沈阳市", Nature: "39", Industry: "I"}
}

func file(s *story.Story) store.File {
	s.Helper()
	f, err := s.Desk.Store.File(s.Context(), e1)
	if err != nil {
		s.Fatal(err)
	}
	return f
}

// A counselor adds an employer with what is known of it.
func TestAddAnEmployer(t *testing.T) {
	s, screen := open(t, "zh")
	s.Show(screen)
	s.See("还没有单位")
	s.Command("新建单位")
	s.Fill("单位全称", "东软集团股份有限公司")
	s.Fill("简称", "东软、Neusoft")
	s.Fill("统一社会信用代码", "912101001178875541")
	s.Choose("所属行业", "信息传输、软件和信息技术服务业")
	s.Fill("员工人数", "20000")
	s.Fill("所在地", "辽宁省沈阳市")
	s.TapAfter("事实来源", "添加一行")
	s.Fill("来源", "官网")
	s.Command("保存")
	s.See("已保存", "东软集团股份有限公司", "辽宁省沈阳市", "东软、Neusoft", "20000", "来源：官网 · 2026-11-20")
	rows, err := s.Desk.Store.Employers(t.Context(), store.Query{Find: "neusoft", Limit: 9})
	if err != nil || len(rows) != 1 {
		t.Fatalf("found %d, %v", len(rows), err)
	}
	e := rows[0].Employer
	if e.Staff != 20000 || e.Industry != "I" || len(e.ShortNames) != 2 || e.Source("employer.staff").From != "官网" || e.Source("employer.staff").On != story.Today {
		t.Errorf("kept %+v", e)
	}
}

// What is odd about an employer is shown and never blocks; a click goes to the
// line.
func TestDoubts(t *testing.T) {
	s, screen := open(t, "en")
	e := neusoft()
	e.USCC = "912101001178875542"
	e.Sources = []career.Source{{Field: "employer.staff", From: "website", On: "2025-01-01"}}
	s.Keep(e)
	s.Show(screen)
	s.See("has a wrong check digit", "was last checked more than 180 days ago")
	s.Miss("Source: website") // the fact itself is not known
	s.Tap("has a wrong check digit")
	if s.Window.Canvas().Focused() != s.Field("USCC") {
		t.Error("the cursor is elsewhere")
	}
}

// A contact is added from the employer, to begin with a post there; of those
// there, the one in front in protocol order is listed first.
func TestAddAContact(t *testing.T) {
	s, screen := open(t, "zh")
	s.Keep(neusoft(), &career.Contact{ID: p1, Name: "老联系人", Posts: []career.Post{{Employer: e1, Title: "主管", Rank: 5}}},
		&career.Contact{Name: "阿卜杜拉·买买提", Posts: []career.Post{{Employer: e1, Title: "总经理", Rank: 1}}})
	s.Show(screen)
	if all := s.All(); strings.Index(all, "阿卜杜拉·买买提") > strings.Index(all, "老联系人") {
		t.Errorf("the window says:\n%s", all)
	}
	s.See("Ābǔdùlā·Mǎimǎití") // proposed: nobody has corrected it
	s.Tap("添加联系人")
	if c, ok := s.Edited[0].(*career.Contact); !ok || c.ID != "" || len(c.Posts) != 1 || c.Posts[0].Employer != e1 {
		t.Errorf("the form began with %+v", s.Edited[0])
	}
}

// What is promised, wanted, agreed and said is added and edited on the
// employer.
func TestAddWhatBelongsToAnEmployer(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(neusoft())
	s.Show(screen)
	s.TapAfter("Commitments", "Add commitment")
	if c, ok := s.Edited[0].(*career.Commitment); !ok || c.Employer != e1 || c.Side != career.Ours {
		t.Errorf("the form began with %+v", s.Edited[0])
	}
	s.Keep(&career.Commitment{Employer: e1, Side: career.Theirs, What: "two robots"})
	s.TapAfter("Demands", "Add")
	s.Fill("Major", "Software")
	s.Fill("Posts", "30")
	s.Fill("Pay, from (yuan a month)", "9000")
	s.Fill("Pay, at most (yuan a month)", "8000")
	s.Command("Save")
	s.See("has an upper end below the lower")
	s.Fill("Pay, at most (yuan a month)", "12000")
	s.Command("Save")
	s.TapAfter("Agreements", "Add")
	s.Fill("Title", "Internship base")
	s.Fill("Signed on", "2026-01-05")
	s.Command("Save")
	s.TapAfter("Feedback", "Add")
	s.Fill("Overall", "6")
	s.Command("Save")
	s.See("must be between 1 and 5")
	s.Fill("Overall", "5")
	s.Command("Save")
	s.See("two robots", "Software", "30 posts", "Internship base", "5 of 5")
	f := file(s)
	if len(f.Commitments) != 1 || len(f.Demands) != 1 || f.Demands[0].PayTo != 12000 || len(f.Agreements) != 1 || len(f.Feedback) != 1 {
		t.Errorf("kept %+v", f)
	}
	s.Tap("Internship base")
	s.Fill("Title", "Joint laboratory")
	s.Command("Save")
	s.See("Joint laboratory")
}

// An employer that is deleted takes its own along and comes back whole.
func TestDeleteAndUndo(t *testing.T) {
	s, screen := open(t, "zh")
	s.Keep(neusoft(), &career.Commitment{Employer: e1, Side: career.Ours, What: "推荐简历"})
	s.Show(screen)
	s.Tap("删除")
	s.See("已删除“东软集团股份有限公司”", "还没有单位")
	if _, err := s.Desk.Store.Employer(t.Context(), e1); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("it is still there: %v", err)
	}
	s.Tap("撤销")
	s.See("推荐简历")
}

// Employers are found by name, short name and initials as the user types.
func TestFind(t *testing.T) {
	s, screen := open(t, "zh")
	s.Keep(neusoft(), &career.Employer{ID: e2, Name: "大连卓峤船舶配套有限公司"})
	s.Show(screen)
	for _, words := range []string{"drjt", "东软", "dongruan"} {
		s.Command("查找")
		s.Type(words)
		s.See("东软集团股份有限公司")
		s.Miss("大连卓峤船舶配套有限公司")
		s.Press(fyne.KeyEscape)
	}
}

// A list of many employers is read in pages and can be walked to its end.
func TestManyEmployers(t *testing.T) {
	s, screen := open(t, "en")
	var nouns []career.Noun
	for i := range 230 {
		nouns = append(nouns, &career.Employer{Name: fmt.Sprintf("Employer %03d", i)})
	}
	s.Keep(nouns...)
	s.Show(screen)
	s.Command("Find")
	s.Press(fyne.KeyReturn, fyne.KeyEnd, fyne.KeyEnd, fyne.KeyEnd)
	s.See("Employer 229")
}

// What somebody else saved meanwhile is not overwritten; what was typed stays.
func TestConflict(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(neusoft())
	s.Show(screen)
	s.Tap("Edit")
	s.Fill("Address", "typed here")
	other, err := s.Desk.Store.Employer(t.Context(), e1)
	if err != nil {
		t.Fatal(err)
	}
	other.Address = "saved elsewhere"
	s.Keep(&other)
	s.Command("Save")
	s.See("Saved elsewhere", "saved elsewhere", "typed here")
	if now, _ := s.Desk.Store.Employer(t.Context(), e1); now.Address != "saved elsewhere" {
		t.Errorf("the address is %q", now.Address)
	}
}

// Everything can be reached by Tab, and no phrase is missing, on the screen and
// in every form.
func TestReachable(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		s, screen := open(t, language)
		s.Keep(neusoft())
		s.Show(screen)
		s.ReachAllByTab()
		s.SpeaksPhrases()
		for _, noun := range []career.Noun{neusoft(), &career.Commitment{Employer: e1},
			&career.Demand{Employer: e1}, &career.Agreement{Employer: e1}, &career.Feedback{Employer: e1}} {
			s.Desk.Edit(noun, "")
			s.ReachAllByTab()
			s.SpeaksPhrases()
			s.Desk.Back()
		}
	}
}

// An employer with a long history is shown with the newest of each kind; a
// click shows all, and they stay shown when the page is read afresh.
func TestLongHistory(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(neusoft())
	for i := range 20 {
		s.Keep(&career.Demand{Employer: e1, Major: fmt.Sprintf("Major %02d", i), On: career.Date("2026-01-01").Add(i)})
	}
	s.Show(screen)
	s.See("Major 19", "8 more")
	s.Miss("Major 07")
	s.Tap("8 more")
	s.See("Major 00", "Major 07", "Major 19")
	s.Miss("8 more")
	screen.Refresh()
	s.See("Major 07")
}

// A click on a graduate there opens it; where a fact comes from is told of each
// that can have a source.
func TestGraduatesThereAndSources(t *testing.T) {
	s, screen := open(t, "en")
	e := neusoft()
	e.Sources = []career.Source{{Field: "employer.nature", From: "the register", On: "2026-11-01"}}
	g := &career.Graduate{ID: career.GraduateID(story.ID("f1")), StudentNo: "20240101", Name: "曲一鸣", Cohort: 2024, Major: "软件工程", Degree: "31"}
	s.Keep(e, g, &career.Outcome{Graduate: g.ID, Code: "10", On: "2024-07-01", Employer: e1, Job: "测试工程师"})
	s.Show(screen)
	s.See("the register")
	s.Tap("曲一鸣 · class of 2024 · 软件工程")
	if len(s.Opened) != 1 || s.Opened[0] != "graduate "+string(g.ID) {
		t.Errorf("opened %v", s.Opened)
	}
}

// What several employers are is changed in one act, and taken back in one.
func TestChangeSeveral(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(neusoft(), &career.Employer{ID: e2, Name: "大连卓峤船舶配套有限公司"})
	s.Show(screen)
	s.Chord(ui.Ctrl, fyne.KeyA)
	for _, phrase := range []string{"act.change_industry", "act.change_nature", "act.change_size"} {
		s.Command(s.Desk.T(phrase))
		s.Press(fyne.KeyReturn)
		s.See("Changed 2 records")
	}
	list := func() (of [][3]string) {
		rows, err := s.Desk.Store.Employers(t.Context(), store.Query{})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range rows {
			of = append(of, [3]string{string(e.Industry), string(e.Nature), string(e.Size)})
		}
		return of
	}
	want := [3]string{string(career.Industries[0]), string(career.Natures[0]), string(career.Sizes[0])}
	for _, got := range list() {
		if got != want {
			t.Errorf("an employer is %v", got)
		}
	}
	s.Command("Undo")
	for _, got := range list() {
		if got[2] == want[2] {
			t.Errorf("after undoing an employer is %v", got)
		}
	}
}

// Whatever belongs to an employer can be deleted from its form, and brought
// back.
func TestDeleteFromItsForm(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(neusoft())
	for _, n := range []career.Noun{
		&career.Demand{Employer: e1, Major: "Software"},
		&career.Agreement{Employer: e1, Title: "Internship base"},
		&career.Feedback{Employer: e1, On: "2026-11-01", Words: "Strong practice"},
	} {
		s.Keep(n)
	}
	s.Show(screen)
	for _, words := range []string{"Software", "Internship base", "Strong practice"} {
		s.Tap(words)
		s.Tap("Delete")
		s.See("Deleted", "Contacts")
		s.Tap("Undo")
		s.See(words)
	}
}

// A form shows the record as it is kept, not as the page behind it was read.
func TestFormsReadAfresh(t *testing.T) {
	s, screen := open(t, "en")
	d := &career.Demand{Employer: e1, Major: "Software"}
	s.Keep(neusoft())
	s.Keep(d)
	s.Show(screen)
	d.Posts = 30
	s.Keep(d) // elsewhere
	s.Tap("Software")
	s.See("30")
	s.Fill("Major", "Robots")
	s.Command("Save")
	if f := file(s); f.Demands[0].Posts != 30 || f.Demands[0].Major != "Robots" {
		t.Errorf("kept %+v", f.Demands[0])
	}
}

// A visit that nobody leads has no empty name in its line.
func TestVisitWithoutALeader(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(neusoft())
	s.Keep(&career.Visit{Direction: career.Out, Mode: career.OnSite, From: "2026-11-23T09:30", Employers: []career.EmployerID{e1}})
	s.Show(screen)
	s.See("23 Nov 09:30")
	s.Miss("23 Nov 09:30 ·")
}

// An employer that is opened from elsewhere is the one shown, also while the
// list looks for others.
func TestOpenFromElsewhere(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(neusoft(), &career.Employer{ID: e2, Name: "北京墨桉信息技术有限公司", Address: "Haidian 7"})
	s.Show(screen)
	s.Command("Find")
	s.Type("drjt")
	screen.Open(string(e2))
	s.Desk.Show(0)
	s.See("Haidian 7")
}

// The last visit is told by its day.
func TestLastVisitIsADay(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(neusoft())
	s.Keep(&career.Visit{Direction: career.Out, Mode: career.OnSite, From: "2026-10-12T09:30", Employers: []career.EmployerID{e1}})
	s.Show(screen)
	rows, err := s.Desk.Store.Employers(t.Context(), store.Query{Limit: 5})
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	s.See("2026-10-12")
	s.Miss("2026-10-12T")
}

// An employer that is likely in the office twice is pointed out; a click opens
// the other.
func TestLikelyTwice(t *testing.T) {
	s, screen := open(t, "zh")
	twin := &career.Employer{Name: "东软集团有限公司"}
	s.Keep(neusoft(), twin)
	s.Show(screen)
	s.See("可能与“东软集团")
	s.TapRow("东软集团股份有限公司")
	s.Tap("可能与“东软集团有限公司”是同一家")
	if len(s.Opened) != 1 || s.Opened[0] != "employer "+string(twin.ID) {
		t.Errorf("opened %v", s.Opened)
	}
}
