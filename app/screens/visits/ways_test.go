package visits_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/screens/visits"
	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

// withVisits begins a story with three visits: one a week ago that nobody wrote
// minutes of, two tomorrow.
func withVisits(t *testing.T, language string) (*story.Story, *visits.Screen) {
	s, screen := open(t, language)
	s.Keep(&career.Employer{ID: e2, Name: "大连岑远船舶配套有限公司"})
	morning, noon, past := visit(v1, "2026-11-21T09:30"), visit(v2, "2026-11-21T14:00"), visit(v3, "2026-11-13T10:00")
	noon.Employers = []career.EmployerID{e2}
	s.Keep(morning, noon, past)
	s.Show(screen)
	return s, screen
}

// The month shows what happens when, the day chosen in full; the keys go from
// day to day and into the day.
func TestMonth(t *testing.T) {
	s, _ := withVisits(t, "zh")
	s.Tap("月")
	s.See("2026年11月", "2026年11月20日（星期五）", "这一天没有走访")
	s.SeeDrawn("● 09:30 东软集…")
	s.SeeDrawn("20 今天")
	focusLeaf(s)
	s.Press(fyne.KeyRight)
	s.See("2026年11月21日（星期六）", "09:30 东软集团股份有限公司", "14:00 大连岑远船舶配套有限公司", "待准备")
	s.Press(fyne.KeyReturn) // two visits: their list gets the keyboard
	s.Window.Canvas().FocusNext()
	s.Press(fyne.KeyReturn)
	if len(s.Opened) != 1 || s.Opened[0] != "visit "+string(v2) {
		t.Errorf("opened %v", s.Opened)
	}
	focusLeaf(s)
	s.Press(fyne.KeyPageDown)
	s.See("2026年12月", "2026年12月21日（星期一）")
	s.Press(fyne.KeyHome)
	s.See("2026年11月20日（星期五）")
}

// focusLeaf goes by Tab to the days of the calendar.
func focusLeaf(s *story.Story) {
	s.Helper()
	for range 20 {
		if o, ok := s.Window.Canvas().Focused().(interface{ AccessibilityLabel() string }); ok && strings.Contains(o.AccessibilityLabel(), "2026") {
			return
		}
		s.Window.Canvas().FocusNext()
	}
	s.Fatal("the calendar is not reached by Tab")
}

// What is done to the visit chosen in the list is not done to it unseen.
func TestCommandsOfTheListNeedTheList(t *testing.T) {
	s, _ := withVisits(t, "zh")
	s.Tap("月")
	s.Command("删除")
	s.See("这个操作要在“列表”里做")
	if n := len(s.Visits()); n != 3 {
		t.Errorf("%d visits are left", n)
	}
	s.Tap("列表")
	s.Command("删除")
	if n := len(s.Visits()); n != 2 {
		t.Errorf("%d visits are left", n)
	}
}

// Enter on a free day begins a visit on it.
func TestNewVisitFromTheCalendar(t *testing.T) {
	s, _ := withVisits(t, "en")
	s.Tap("Week")
	s.See("16 November 2026 to 22 November 2026")
	s.SeeDrawn("● 09:30")
	s.SeeDrawn("To prepare")
	focusLeaf(s)
	s.Press(fyne.KeyLeft, fyne.KeyReturn)
	s.See("New visit")
	if got := s.Field("Time").Text; got != "2026-11-19" {
		t.Errorf("the form begins with %q", got)
	}
}

// Who makes a visit in the calendar stays in the calendar and sees it there; no
// visit of the list is taken for the one meant meanwhile.
func TestTheCalendarStays(t *testing.T) {
	s, _ := withVisits(t, "en")
	if _, id := s.Desk.Here(); id == "" {
		t.Error("the list has nothing chosen")
	}
	s.Tap("Month")
	if _, id := s.Desk.Here(); id != "" {
		t.Errorf("%s of the list is meant in the calendar", id)
	}
	s.Command("New visit")
	s.Fill("Employer", "drjt")
	s.Press(fyne.KeyReturn)
	s.Fill("Time", "2026-11-20 16:00")
	s.Command("Save")
	s.See("November 2026", "16:00 东软集团股份有限公司")
	s.Tap("List")
	s.See("Friday, 20 November 2026, 16:00")
}

// The menu of a row prints its briefing and writes its minutes; what the
// briefing holds can be chosen before it is printed.
func TestWhatARowOffers(t *testing.T) {
	s, _ := withVisits(t, "en")
	s.MenuOfRow("13 Nov 10:00")
	menu := strings.Join(s.MenuSays(), "\n")
	if !strings.Contains(menu, "Print briefing") || !strings.Contains(menu, "Preview") {
		t.Errorf("the menu of a row says\n%s", menu)
	}
	s.Press(fyne.KeyEscape)
	s.Chord(ui.Ctrl|fyne.KeyModifierShift, fyne.KeyP)
	if len(s.Briefs) != 1 || s.Prints[0] {
		t.Errorf("asked for %v, to print %v", s.Briefs, s.Prints)
	}
}

// The board shows where each visit stands; a card opens the visit in the list.
func TestBoard(t *testing.T) {
	s, screen := withVisits(t, "zh")
	s.Desk.Open = func(_ career.Kind, id string) { screen.Open(id); s.Desk.Show(0) }
	s.Tap("看板")
	s.See("待准备（2）", "缺纪要（1）", "事项待办（0）", "大连岑远船舶配套有限公司")
	s.Tap("大连岑远船舶配套有限公司")
	s.See("列表", "2026年11月21日（星期六）14:00")
	s.Miss("待准备（2）")
}

// Every way to see the visits is worked by Tab and Enter, in either language.
func TestWaysByKeyboard(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		s, screen := withVisits(t, language)
		for range 4 {
			s.ReachAllByTab()
			s.SpeaksPhrases()
			screen.Turn()
			s.Settle()
		}
	}
}
