package people_test

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

// picture is a small photo.
func picture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 30, 40)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The card tells when a contact was last met, at which visits, and what they
// see to; what is settled there is settled.
func TestLastMetAndWhatTheySeeTo(t *testing.T) {
	s, screen := open(t, "zh")
	s.Keep(&career.Visit{Direction: career.Out, Mode: career.OnSite, From: "2026-11-02T09:30", Employers: []career.EmployerID{e1}, LedBy: l1, Purpose: "落实岗位",
		Theirs: []career.Participant{{Name: "陈𬭎", Contact: p1}}, Ours: []career.Participant{{Name: "顾明哲", Colleague: l1}}},
		&career.Commitment{Employer: e1, Side: career.Theirs, What: "提供实习岗位三十个", Owner: "陈𬭎", Due: "2026-11-10"},
		&career.Commitment{Employer: e1, Side: career.Ours, What: "报送毕业生名册", Owner: "顾明哲、李静"})
	s.Show(screen)
	s.TapRow("陈𬭎  ")
	s.See("上次见面：2026年11月2日（18 天前）", "11-02 09:30 · 东软集团股份有限公司", "校长 顾明哲 · 落实岗位", "提供实习岗位三十个")
	s.Miss("报送毕业生名册")
	s.TapAfterIn("提供实习岗位三十个", "办结")
	s.See("已办结")
	s.Tap("11-02 09:30 · 东软集团股份有限公司")
	s.TapRow("顾明哲  ")
	s.See("上次参加走访：2026年11月2日（18 天前）", "报送毕业生名册")
	if len(s.Opened) != 1 || !strings.HasPrefix(s.Opened[0], "visit ") {
		t.Errorf("opened %v", s.Opened)
	}
}

// Whoever was met today or yesterday was not met a number of days ago.
func TestLastMetIsToldInWords(t *testing.T) {
	for _, c := range []struct {
		from career.Moment
		want string
	}{{"2026-11-20T08:00", "Met today"}, {"2026-11-19T08:00", "Last met on 19 November 2026, yesterday"}} {
		s, screen := open(t, "en")
		s.Keep(&career.Visit{Direction: career.In, Mode: career.Online, From: c.from, Employers: []career.EmployerID{e1},
			Theirs: []career.Participant{{Name: "陈𬭎", Contact: p1}}})
		s.Show(screen)
		s.TapRow("陈𬭎  ")
		s.See(c.want)
	}
}

// A post that somebody took over says who, and leads there.
func TestFollowedBy(t *testing.T) {
	s, screen := open(t, "zh")
	c := contact(s, p1)
	c.Posts[0].To = "2026-06"
	s.Keep(&c, &career.Contact{ID: p3, Name: "𠮷田 健", Posts: []career.Post{{Employer: e1, Title: "招聘主管", From: "2026-07"}}})
	s.Show(screen)
	s.TapRow("陈𬭎  ")
	s.See("2021年3月至2026年6月", "已离任，由𠮷田 健接任")
	s.Tap("查看接任者")
	if len(s.Opened) != 1 || s.Opened[0] != "contact "+string(p3) {
		t.Errorf("opened %v", s.Opened)
	}
	s.TapAfterLine("任职", "东软集团股份有限公司 · 招聘主管")
	if s.Opened[len(s.Opened)-1] != "employer "+string(e1) {
		t.Errorf("opened %v", s.Opened)
	}
}

// Somebody with two posts leaves one of them and keeps the other.
func TestLeaveOneOfTwoPosts(t *testing.T) {
	s, screen := open(t, "zh")
	c := contact(s, p1)
	c.Posts = append(c.Posts, career.Post{Employer: e2, Title: "监事", From: "2024"})
	s.Keep(&c)
	s.Show(screen)
	s.TapRow("陈𬭎  ")
	s.See("2024年至今")
	s.TapAfterIn("监事", "标记离任")
	s.See("大连卓峤船舶配套有限公司 · 监事")
	s.Tap("只标记离任")
	if c = contact(s, p1); c.Posts[0].To != "" || c.Posts[1].To != story.Today {
		t.Errorf("kept %+v", c.Posts)
	}
	s.Command("新建此人参加的走访")
	if v := s.Edited[0].(*career.Visit); v.Employer() != e1 {
		t.Errorf("the visit goes to %s", v.Employer())
	}
}

// A leader who was at many visits is shown with the latest; a click shows all.
func TestManyVisits(t *testing.T) {
	s, screen := open(t, "en")
	for i := range 12 {
		s.Keep(&career.Visit{Direction: career.Out, Mode: career.OnSite, From: career.Moment(career.Date("2026-01-01").Add(i)), Employers: []career.EmployerID{e1},
			Purpose: fmt.Sprintf("purpose %02d", i), Ours: []career.Participant{{Name: "顾明哲", Colleague: l1}}})
	}
	screen.Open(string(l1))
	s.Show(screen)
	s.See("purpose 11", "4 more")
	s.Miss("purpose 03")
	s.Tap("4 more…")
	s.See("purpose 00", "purpose 11")
	s.Miss("more…")
}

// Several people are tagged at once; our own, who have no tags, stay as they
// are.
func TestTagSeveral(t *testing.T) {
	s, screen := open(t, "zh")
	s.Show(screen)
	s.TapRow("阿卜杜拉·买买提  ")
	s.Press(fyne.KeyTab)
	s.Chord(ui.Ctrl, fyne.KeyA)
	s.Command("加标签…")
	s.Type("校友企业")
	s.Press(fyne.KeyReturn)
	for _, id := range []career.ContactID{p1, p2} {
		if c := contact(s, id); len(c.Tags) != 1 || c.Tags[0] != "校友企业" {
			t.Errorf("%s has the tags %v", c.Name, c.Tags)
		}
	}
	s.Tap("撤销")
	if c := contact(s, p1); len(c.Tags) != 0 {
		t.Errorf("%s still has the tags %v", c.Name, c.Tags)
	}
}

// What is odd about a contact is shown and never blocks; a click goes to the
// line.
func TestDoubts(t *testing.T) {
	s, screen := open(t, "en")
	c := contact(s, p1)
	c.Mobile = "1390000"
	s.Keep(&c)
	s.Show(screen)
	s.TapRow("陈𬭎  ")
	s.Tap(s.Desk.T("problem.line", s.Desk.T("contact.mobile"), s.Desk.T("doubt.mobile")))
	if s.Window.Canvas().Focused() != s.Field("Mobile") {
		t.Error("the cursor is elsewhere")
	}
}

// The form keeps who a contact was with us, tags, and whether they may be named.
func TestGraduateAndTags(t *testing.T) {
	s, screen := withGraduate(t, "zh")
	s.Keep(&career.Contact{ID: p3, Name: "阿依努尔", Tags: []string{"校友"}})
	s.Show(screen)
	s.TapRow("陈𬭎  ")
	s.Command("编辑")
	s.Fill("我校毕业生", "2022A016")
	s.Press(fyne.KeyReturn)
	s.Fill("标签", "招聘负责人")
	s.Press(fyne.KeyReturn)
	s.Tick("新闻稿中可以点名", true)
	s.Command("保存")
	s.See("我校毕业生", "2026 届", "招聘负责人", "新闻稿中可以点名")
	if c := contact(s, p1); c.Graduate != g1 || len(c.Tags) != 1 || !c.Public {
		t.Errorf("kept %+v", c)
	}
}

// The photo is on the card; a file that is none is refused with a reason, and
// the form stays.
func TestPhoto(t *testing.T) {
	s, screen := open(t, "en")
	c := contact(s, p1)
	c.Photo = picture(t)
	s.Keep(&c)
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "broken.jpg"), []byte("not a picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Preferences().SetString("last folder", folder)
	s.Show(screen)
	s.TapRow("陈𬭎  ")
	s.Command("Edit")
	s.Tap("Choose a photo…")
	s.TapRow("broken.jpg")
	s.Press(fyne.KeyReturn)
	s.See("E-PH-301", "Edit: 陈𬭎")
	if len(contact(s, p1).Photo) == 0 {
		t.Error("the photo is lost")
	}
}

// What was changed can be seen on the card, and taken back there.
func TestHistoryOnTheCard(t *testing.T) {
	s, screen := open(t, "zh")
	c := contact(s, p1)
	c.Mobile = "13900009999"
	s.Keep(&c)
	s.Show(screen)
	s.TapRow("陈𬭎  ")
	s.Tap("改动记录")
	s.See("手机：13900002005 → 13900009999")
	s.TapAfterIn("王老师 · 修改", "撤销")
	s.See("王老师 · 修改 · 已撤销", "13900002005")
	if got := contact(s, p1).Mobile; got != "13900002005" {
		t.Errorf("the mobile is %s", got)
	}
}

// Whoever is opened from elsewhere is shown, whatever group and words the list
// is narrowed down to, and however far down they are.
func TestOpenFromElsewhere(t *testing.T) {
	s, screen := open(t, "en")
	var many []career.Noun
	for i := range 120 {
		many = append(many, &career.Contact{Name: fmt.Sprintf("安%03d", i)})
	}
	s.Keep(many...)
	s.Show(screen)
	s.Tap("Colleagues")
	s.Command("Find")
	s.Type("gmz")
	s.See("13900001001")
	screen.Open(string(p1))
	s.Desk.Show(0)
	s.See("13900002005", "since March 2021")
	if kind, id := screen.Place(); kind != career.KindContact || id != string(p1) {
		t.Errorf("the place is %s %s", kind, id)
	}
	screen.Open(string(l1))
	s.Desk.Show(0)
	s.See("13900001001", "Protocol order")
}

// inOrder demands that the window says the words one after the other.
func inOrder(s *story.Story, words ...string) {
	s.Helper()
	s.Settle()
	all, at := s.All(), 0
	for _, w := range words {
		next := strings.Index(all[at:], w)
		if next < 0 {
			s.Fatalf("%q does not come after the others of %q; the window says:\n%s", w, words, all)
		}
		at += next
	}
}

// A click on a head sorts by it, people and graduates alike.
func TestSortByTheHeads(t *testing.T) {
	s, screen := withGraduate(t, "zh")
	s.Keep(&career.Graduate{StudentNo: "2022A017", Name: "安然", Cohort: 2027, Major: "自动化", Degree: "31"},
		&career.Graduate{StudentNo: "2022A018", Name: "周易", Cohort: 2027, Major: "安全工程", Degree: "31"})
	s.Show(screen)
	inOrder(s, "阿卜杜拉·买买提  ", "安𠮷田  ", "陈𬭎  ", "顾明哲  ")
	s.Tap("姓名")
	s.Tap("姓名 ▲")
	inOrder(s, "顾明哲  ", "陈𬭎  ", "阿卜杜拉·买买提  ")
	s.Tap("毕业生")
	inOrder(s, "周易  ", "马𬸚  ", "安然  ")
	s.Tap("职务或专业")
	inOrder(s, "周易  2027 届", "马𬸚  2026 届", "安然  2027 届")
}

// The filters let some values pass; what graduates do not have does not empty
// their list.
func TestFilters(t *testing.T) {
	s, screen := withGraduate(t, "zh")
	s.Show(screen)
	s.Tap("筛选")
	s.TapDrawn("类别")
	s.Tick("校内人员", true)
	s.TapAfter("校内人员", "筛选")
	s.See("顾明哲  ")
	s.Miss("陈𬭎  ")
	s.Tap("毕业生")
	s.See("马𬸚  ")
	s.Tap("单位联系人")
	s.See("陈𬭎  ")
	s.Miss("顾明哲  ")
}

// A name of 40 characters, one written from right to left and one of nothing
// but marks are listed and shown.
func TestNamesOfAllKinds(t *testing.T) {
	for _, name := range []string{strings.Repeat("阿卜杜拉·", 8), "محمد", "e" + strings.Repeat("\u0301", 50), "𠮷𬭎🙂", "O’Neil <b>"} {
		s, screen := open(t, "zh")
		s.Keep(&career.Contact{ID: p3, Name: name, Posts: []career.Post{{Employer: e1, Title: name, Department: name}}})
		screen.Open(string(p3))
		s.Show(screen)
		s.See(name)
		s.SpeaksPhrases()
	}
}

// Everything can be reached by Tab, and no phrase is missing, on the cards and
// in every form, in both languages.
func TestReachable(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		s, screen := withGraduate(t, language)
		s.Show(screen)
		for _, id := range []string{string(p1), string(l1)} {
			screen.Open(id)
			s.Desk.Show(0)
			s.ReachAllByTab()
			s.SpeaksPhrases()
		}
		for _, noun := range []career.Noun{&career.Contact{ID: p1}, &career.Colleague{}, &career.Graduate{ID: g1}, &career.Outcome{Graduate: g1}} {
			s.Desk.Edit(noun, "")
			s.ReachAllByTab()
			s.SpeaksPhrases()
			s.Desk.Back()
		}
	}
}
