package people_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/screens/people"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

// withGraduate puts a graduate into the office, who was waiting and then went to
// an employer.
func withGraduate(t *testing.T, language string) (*story.Story, *people.Screen) {
	t.Helper()
	s, screen := open(t, language)
	s.Keep(&career.Graduate{ID: g1, StudentNo: "2022A016", Name: "马𬸚", Cohort: 2026, Faculty: "机械工程学院", Major: "焊接技术与工程",
		Degree: "31", Class: "焊接2201", Mobile: "13900010517"},
		&career.Outcome{Graduate: g1, Code: "70", On: "2026-06-30", Source: "就业系统"},
		&career.Outcome{Graduate: g1, Code: "10", Employer: e2, Job: "焊接工程师", Place: "辽宁省大连市", Pay: 7200, On: "2026-10-20", Source: "就业系统", Evidence: "就业协议书"})
	return s, screen
}

func outcomes(s *story.Story) []career.Outcome {
	s.Helper()
	list, err := s.Desk.Store.Outcomes(s.Context(), g1)
	if err != nil {
		s.Fatal(err)
	}
	return list
}

// The graduates are listed by name and class, with the major and where they
// are; the card tells all that became of one, the newest first.
func TestAGraduatesCard(t *testing.T) {
	s, screen := withGraduate(t, "zh")
	s.Show(screen)
	s.Miss("马𬸚")
	s.Tap("毕业生")
	s.See("马𬸚  2026 届", "焊接技术与工程", "大连卓峤船舶配套有限公司",
		"2026 届 · 机械工程学院 · 焊接技术与工程 · 本科", "2022A016", "焊接2201",
		"签就业协议形式就业 · 大连卓峤船舶配套有限公司 · 焊接工程师", "2026年10月20日 · 辽宁省大连市 · 月薪 7200 元 · 就业系统 · 就业协议书", "待就业")
}

// Elsewhere, as from the palette, the card comes over what is shown; Esc goes
// back.
func TestAGraduateOverAnotherScreen(t *testing.T) {
	s, screen := withGraduate(t, "en")
	s.Show(screen)
	s.TapRow("陈𬭎  ")
	screen.Graduate(g1)
	s.See("马𬸚", "class of 2026", "焊接工程师")
	s.Miss("13900002005")
	s.ReachAllByTab()
	s.SpeaksPhrases()
	s.Press(fyne.KeyEscape)
	s.See("13900002005")
	s.Miss("焊接工程师")
}

// What became of a graduate since is added, and the one before stays as
// history; a slip is mended in its form, or deleted.
func TestAddAnOutcome(t *testing.T) {
	s, screen := withGraduate(t, "zh")
	s.Show(screen)
	screen.Graduate(g1)
	s.Command("登记去向")
	s.See("马𬸚的毕业去向")
	s.Choose("毕业去向", "自主创业")
	s.Fill("岗位", "店主")
	s.Fill("月薪", "-1")
	s.Command("保存")
	s.See("不能是负数")
	s.Fill("月薪", "9000")
	s.Fill("信息来源", "辅导员电话")
	s.Command("保存")
	s.See("已保存", "自主创业 · 店主", "2026年11月20日 · 月薪 9000 元 · 辅导员电话", "签就业协议形式就业")
	if list := outcomes(s); len(list) != 3 || list[0].Code != "75" || list[0].On != story.Today {
		t.Errorf("kept %+v", list)
	}
	s.Tap("自主创业 · 店主")
	s.Fill("就业单位", "drjt")
	s.Press(fyne.KeyReturn)
	s.Command("保存")
	s.See("自主创业 · 东软集团股份有限公司 · 店主")
	s.Tap("自主创业 · 东软集团股份有限公司 · 店主")
	s.Tap("删除")
	s.Miss("店主")
	if list := outcomes(s); len(list) != 2 {
		t.Errorf("left are %+v", list)
	}
}

// A card that lies over another screen is read afresh when what it shows was
// undone, and left when its graduate is deleted.
func TestACardIsReadAfresh(t *testing.T) {
	s, screen := withGraduate(t, "en")
	s.Show(screen)
	screen.Graduate(g1)
	s.Settle()
	s.Command("Add outcome")
	s.Choose("Outcome", s.Desk.T("outcome_code.75"))
	s.Command("Save")
	s.See(s.Desk.T("outcome_code.75"))
	s.Tap("Undo")
	s.Miss(s.Desk.T("outcome_code.75"))
	s.Tap("Delete")
	s.See("Deleted 马𬸚.")
	s.Miss("Student number")
	screen.Graduate(g1) // as from a list that was read before
	s.See("E-DB-")
}

// What was typed into the form of an outcome survives the end of the program.
func TestAnOutcomeIsTakenUpAgain(t *testing.T) {
	s, screen := withGraduate(t, "zh")
	s.Show(screen)
	s.Desk.Edit(&career.Outcome{Graduate: g1, On: story.Today}, "")
	s.Fill("岗位", "店主")
	s.Choose("毕业去向", "自主创业")
	s.Desk.KeepDrafts()
	s.Settle()
	s.Show(screen) // the window is made anew
	drafts, err := s.Desk.Drafts(t.Context())
	if err != nil || len(drafts) != 1 || drafts[0].Kind != career.KindOutcome {
		t.Fatalf("drafts %+v, %v", drafts, err)
	}
	s.Desk.Resume(drafts[0])
	s.See("马𬸚的毕业去向", "店主")
	s.Command("保存")
	if list := outcomes(s); len(list) != 3 || list[0].Job != "店主" || list[0].Code != "75" {
		t.Errorf("kept %+v", list)
	}
}

// A graduate is added with all faults told at once, and corrected.
func TestAddAGraduate(t *testing.T) {
	s, screen := open(t, "en")
	s.Show(screen)
	s.Command("New graduate")
	s.Fill("Name", "古丽·阿不都")
	s.Fill("Class", "26")
	s.Command("Save")
	s.See("3 things to put right")
	s.Fill("Student number", "2022B001")
	s.Fill("Class", "2026")
	s.Fill("Major", "软件工程")
	s.Choose("Level", "Bachelor")
	s.Command("Save")
	s.Tap("Graduates")
	s.See("古丽·阿不都", "软件工程", "2022B001", "No outcome yet")
	s.Command("Edit")
	s.Fill("Mobile", "13900010001")
	s.Command("Save")
	s.See("13900010001")
	s.Command("Copy phone")
	s.See("Copied: 13900010001")
	s.Command("Mark as left")
	s.See("This person holds no post")
	s.Command("New visit with this person")
	s.See("No employer is on record for this person")
}

// A graduate becomes a contact where they went; then each card leads to the
// other.
func TestAGraduateBecomesAContact(t *testing.T) {
	s, screen := withGraduate(t, "zh")
	s.Show(screen)
	screen.Graduate(g1)
	s.See("还不是联系人")
	s.Tap("加为联系人")
	s.FillCell("任职", 2, "生产部")
	s.Command("保存")
	s.See("马𬸚 · 焊接工程师")
	s.Tap("马𬸚 · 焊接工程师")
	if len(s.Opened) != 1 {
		t.Fatalf("opened %v", s.Opened)
	}
	s.Press(fyne.KeyEscape)
	s.Tap("校友联系人")
	s.See("马𬸚", "我校毕业生", "签就业协议形式就业 · 大连卓峤船舶配套有限公司")
	s.Tap("马𬸚 · 2026 届 · 机械工程学院 · 焊接技术与工程 · 本科")
	if last := s.Opened[len(s.Opened)-1]; last != "graduate "+string(g1) {
		t.Errorf("opened %s", last)
	}
}

// A graduate who is deleted from the card is gone with the outcomes, the card
// is left, and all comes back.
func TestDeleteAGraduate(t *testing.T) {
	s, screen := withGraduate(t, "en")
	s.Show(screen)
	s.Tap("Graduates")
	s.TapRow("马𬸚  ")
	s.Tap("Delete")
	s.See("Deleted 马𬸚.", "Nobody here yet")
	s.Tap("Undo")
	s.See("焊接工程师")
}
