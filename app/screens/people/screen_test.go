package people_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/screens/people"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// The records of the stories.
var (
	e1, e2     = career.EmployerID(story.ID("e1")), career.EmployerID(story.ID("e2"))
	p1, p2, p3 = career.ContactID(story.ID("b1")), career.ContactID(story.ID("b2")), career.ContactID(story.ID("b3"))
	l1         = career.ColleagueID(story.ID("d1"))
	g1         = career.GraduateID(story.ID("f1"))
)

// open begins a story on the screen, sends every form of a person to it, and
// fills the office: two employers, two contacts and two leaders.
func open(t *testing.T, language string) (*story.Story, *people.Screen) {
	t.Helper()
	s := story.Begin(t, language)
	screen := people.New(s.Desk)
	s.Desk.Edit = func(n career.Noun, field string) {
		switch n := n.(type) {
		case *career.Contact:
			screen.ContactForm(*n, field)
		case *career.Colleague:
			screen.ColleagueForm(*n, field)
		case *career.Graduate:
			screen.GraduateForm(*n, field)
		case *career.Outcome:
			screen.OutcomeForm(*n, field)
		default:
			s.Edited, s.Fields = append(s.Edited, n), append(s.Fields, field)
		}
	}
	s.Keep(&career.Employer{ID: e1, Name: "东软集团股份有限公司"}, &career.Employer{ID: e2, Name: "大连卓峤船舶配套有限公司"},
		&career.Colleague{ID: l1, Name: "顾明哲", Title: "校长", Rank: 1, Mobile: "13900001001"},
		&career.Colleague{Name: "安𠮷田", Title: "副校长", Department: "校领导", Rank: 2})
	s.Keep(&career.Contact{ID: p1, Name: "陈𬭎", Pinyin: "Chén Hóng", Mobile: "13900002005",
		Posts: []career.Post{{Employer: e1, Title: "招聘主管", Department: "人力资源部", Rank: 2, From: "2021-03"}}},
		&career.Contact{ID: p2, Name: "阿卜杜拉·买买提", Phone: "024-83660000", Posts: []career.Post{{Employer: e2, Title: "总经理"}}})
	return s, screen
}

func contact(s *story.Story, id career.ContactID) career.Contact {
	s.Helper()
	c, err := s.Desk.Store.Contact(s.Context(), id)
	if err != nil {
		s.Fatal(err)
	}
	return c
}

// Everybody is listed with pinyin, title and where; the groups narrow the list
// down, and our own people come in protocol order.
func TestWhomTheListShows(t *testing.T) {
	s, screen := open(t, "zh")
	s.Show(screen)
	s.See("陈𬭎  Chén Hóng", "阿卜杜拉·买买提", "安𠮷田", "招聘主管", "大连卓峤船舶配套有限公司", "校内人员")
	s.Tap("单位联系人")
	s.See("陈𬭎", "阿卜杜拉·买买提")
	s.Miss("顾明哲")
	s.Tap("校内人员")
	s.Miss("陈𬭎  ")
	if all := s.All(); strings.Index(all, "顾明哲") > strings.Index(all, "安𠮷田") {
		t.Errorf("the window says:\n%s", all)
	}
	s.Tap("校友联系人")
	s.See("还没有人员")
	s.Tap("毕业生")
	s.See("还没有人员")
}

// A person is found by initials, by the name of the employer and by a piece of
// the number.
func TestFindAPerson(t *testing.T) {
	s, screen := open(t, "zh")
	s.Show(screen)
	for _, words := range []string{"ch", "东软", "13900002005", "招聘"} {
		s.Command("查找")
		s.Type(words)
		s.See("陈𬭎  ")
		s.Miss("阿卜杜拉·买买提  ")
		s.Press(fyne.KeyEscape)
	}
}

// A counselor adds a contact with two posts, known to the month, and sees the
// card.
func TestAddAContact(t *testing.T) {
	s, screen := open(t, "zh")
	s.Show(screen)
	s.Command("添加联系人")
	s.Fill("姓名", "𠮷田 健")
	s.Fill("拼音（带声调）", "Jítián Jiàn")
	s.TapAfter("任职", "添加一行")
	s.FillCell("任职", 0, "东软")
	s.Press(fyne.KeyReturn)
	s.FillCell("任职", 1, "副总裁")
	s.FillCell("任职", 4, "2019年9月")
	s.Fill("手机", "13900002009")
	s.Fill("微信", "jitian_k")
	s.Command("保存")
	s.See("已保存", "𠮷田 健", "Jítián Jiàn", "东软集团股份有限公司 · 副总裁", "2019年9月至今", "13900002009", "jitian_k")
	rows, err := s.Desk.Store.People(t.Context(), store.Query{Find: "jtj", Limit: 5})
	if err != nil || len(rows) != 1 {
		t.Fatalf("found %+v, %v", rows, err)
	}
	c := contact(s, career.ContactID(rows[0].ID))
	if len(c.Posts) != 1 || c.Posts[0].Employer != e1 || c.Posts[0].From != "2019-09" || c.WeChat != "jitian_k" {
		t.Errorf("kept %+v", c)
	}
}

// All faults are told at once, at their lines, and nothing is kept.
func TestAContactTellsAllFaults(t *testing.T) {
	s, screen := open(t, "en")
	s.Show(screen)
	s.Command("Add a contact")
	s.TapAfter("Posts", "Add a row")
	s.FillCell("Posts", 4, "when it rained")
	s.Command("Save")
	s.See("New contact", "▲ ")
	if rows, _ := s.Desk.Store.People(t.Context(), store.Query{Limit: 9}); len(rows) != 4 {
		t.Errorf("%d people are kept", len(rows))
	}
}

// Somebody left: the post ends today, and the form of the successor begins with
// it. Undoing takes back what was noted.
func TestSomebodyLeft(t *testing.T) {
	s, screen := open(t, "zh")
	s.Show(screen)
	s.TapRow("陈𬭎  ")
	s.Command("标记离任")
	s.See("将把陈𬭎在“东软集团股份有限公司 · 招聘主管”的任职记为今天结束")
	s.Tap("离任并添加接任者")
	s.Fill("姓名", "李静")
	s.Command("保存")
	s.See("李静", "2026年11月20日至今")
	if c := contact(s, p1); c.Posts[0].To != story.Today {
		t.Errorf("the post ended on %q", c.Posts[0].To)
	}
	s.TapRow("陈𬭎  ")
	s.See("2021年3月至2026年11月20日 · 已离任，由李静接任 · 礼宾次序第 2")
	s.Command("标记离任")
	s.See("没有在任的职务")
}

// The title, the department and the place in protocol order pass on; a mistake
// is taken back at once.
func TestOnlyMarkAsLeft(t *testing.T) {
	s, screen := open(t, "en")
	s.Show(screen)
	s.TapRow("陈𬭎  ")
	s.TapAfterIn("招聘主管", "Mark as left")
	s.Tap("Only mark as left")
	s.See("Noted: 陈𬭎 left today.", "March 2021 to 20 November 2026 · left")
	s.Tap("Undo")
	s.See("since March 2021")
	s.Miss("· left")
	if c := contact(s, p1); c.Posts[0].To != "" {
		t.Errorf("the post still ends on %q", c.Posts[0].To)
	}
}

// A visit is planned to the employer of a contact, with the contact on the
// list; one with a leader of ours is led by that leader.
func TestPlanAVisitFromAPerson(t *testing.T) {
	s, screen := open(t, "en")
	s.Show(screen)
	s.TapRow("陈𬭎  ")
	s.Tap("New visit")
	v := s.Edited[0].(*career.Visit)
	if v.Employer() != e1 || len(v.Theirs) != 1 || v.Theirs[0].Contact != p1 || v.Theirs[0].Title != "招聘主管" || s.Fields[0] != "visit.from" {
		t.Errorf("the visit began with %+v at %s", v, s.Fields[0])
	}
	s.TapRow("顾明哲  ")
	s.Tap("New visit")
	if v = s.Edited[1].(*career.Visit); v.LedBy != l1 || len(v.Ours) != 1 || v.Ours[0].Phone != "13900001001" {
		t.Errorf("the visit began with %+v", v)
	}
}

// The phone goes to the clipboard: the mobile, or else the fixed line. Without
// any it says so.
func TestCopyThePhone(t *testing.T) {
	s, screen := open(t, "en")
	s.Show(screen)
	for name, number := range map[string]string{"陈𬭎  ": "13900002005", "阿卜杜拉·买买提  ": "024-83660000"} {
		s.TapRow(name)
		s.Command("Copy phone")
		s.See("Copied: " + number)
		if got := fyne.CurrentApp().Clipboard().Content(); got != number {
			t.Errorf("the clipboard holds %q", got)
		}
	}
	s.TapRow("安𠮷田  ")
	s.Command("Copy phone")
	s.See("No phone number is on record")
}

// Whoever hurries on to the next person does not copy the number of the one
// before, nor visits them.
func TestNobodyIsTakenForTheOneBefore(t *testing.T) {
	s, screen := open(t, "en")
	s.Show(screen)
	s.TapRow("阿卜杜拉·买买提  ")
	fyne.CurrentApp().Clipboard().SetContent("")
	rows := s.Window.Canvas().Focused()
	s.Meanwhile(func() {
		rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		screen.CopyPhone()
		screen.NewVisit()
	})
	if got := fyne.CurrentApp().Clipboard().Content(); got != "" || len(s.Edited) != 0 {
		t.Errorf("copied %q, began %v", got, s.Edited)
	}
}

// One of our own people is added, ranked and shown.
func TestAddAColleague(t *testing.T) {
	s, screen := open(t, "en")
	s.Show(screen)
	s.Command("Add a colleague")
	s.Fill("Name", "白露")
	s.Fill("Title", "党委书记")
	s.Fill("Protocol order", "1")
	s.Tick("May be named in the news", true)
	s.Command("Save")
	s.See("白露", "党委书记", "Saved")
	list, err := s.Desk.Store.Colleagues(t.Context())
	if err != nil || len(list) != 3 || !list[0].Public && !list[1].Public {
		t.Errorf("kept %+v, %v", list, err)
	}
}

// A contact who is deleted can be brought back at once.
func TestDeleteAndUndo(t *testing.T) {
	s, screen := open(t, "en")
	s.Show(screen)
	s.TapRow("阿卜杜拉·买买提  ")
	s.Press(fyne.KeyDelete)
	s.See("Deleted 阿卜杜拉·买买提.")
	s.Miss("阿卜杜拉·买买提  ")
	s.Tap("Undo")
	s.See("阿卜杜拉·买买提  ")
}

// In an office without anybody every command says that somebody is to be chosen
// first, and the empty list offers to begin.
func TestNobodyYet(t *testing.T) {
	s := story.Begin(t, "en")
	screen := people.New(s.Desk)
	s.Desk.Edit = func(n career.Noun, _ string) { s.Edited = append(s.Edited, n) }
	s.Show(screen)
	s.See("Nobody here yet")
	for _, words := range []string{"Mark as left", "Copy phone", "New visit with this person", "Edit"} {
		s.Command(words)
		s.See("Choose a person in the list first")
		s.Press(fyne.KeyEscape)
	}
	if kind, id := screen.Place(); kind != "" || id != "" {
		t.Errorf("the place is %s %s", kind, id)
	}
	s.Tap("Add a contact")
	if len(s.Edited) != 1 || s.Edited[0].Kind() != career.KindContact {
		t.Errorf("edited %+v", s.Edited)
	}
}

// What somebody else saved meanwhile is not overwritten: both are shown by
// field, and what was typed stays.
func TestSavedElsewhereMeanwhile(t *testing.T) {
	s, screen := open(t, "en")
	s.Show(screen)
	s.TapRow("陈𬭎  ")
	s.Command("Edit")
	s.Fill("Mobile", "13900007777")
	other := contact(s, p1)
	other.Mobile, other.Note = "13900008888", "met at the fair"
	s.Keep(&other)
	s.Command("Save")
	s.See("13900007777", "13900008888")
	if now := contact(s, p1); now.Mobile != "13900008888" {
		t.Errorf("the mobile is %s", now.Mobile)
	}
}

// A leader who led a visit cannot be deleted: papers name who led it. The
// reason is told, and nothing changes.
func TestALeaderInUseStays(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(&career.Visit{Direction: career.Out, Mode: career.OnSite, From: "2026-11-02T09:30", Employers: []career.EmployerID{e1}, LedBy: l1})
	s.Show(screen)
	s.TapRow("顾明哲  ")
	s.Press(fyne.KeyDelete)
	s.See("E-DB-", "顾明哲")
	if _, err := s.Desk.Store.Colleague(t.Context(), l1); err != nil {
		t.Error(err)
	}
}
