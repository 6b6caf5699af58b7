package meetings_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/screens/meetings"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

func open(t *testing.T, language string) (*story.Story, *meetings.Screen) {
	t.Helper()
	s := story.Begin(t, language)
	screen := meetings.New(s.Desk)
	s.Desk.Edit = func(n career.Noun, field string) { screen.Form(*n.(*career.Meeting), field) }
	s.Keep(&career.Colleague{Name: "欧阳静", Title: "就业处处长"})
	return s, screen
}

// kept returns the one meeting of the office.
func kept(s *story.Story) career.Meeting {
	s.Helper()
	rows, err := s.Desk.Store.Meetings(s.Context(), store.Query{})
	if err != nil || len(rows) != 1 {
		s.Fatalf("kept %d meetings, %v", len(rows), err)
	}
	return rows[0].Meeting
}

// A counselor writes down a meeting: who came, by picking a colleague and by
// naming a group, what each said in points, what was done.
func TestWriteDownAMeeting(t *testing.T) {
	s, screen := open(t, "zh")
	s.Show(screen)
	s.See("还没有会议")
	s.Command("新建会议")
	s.Fill("会议名称", "2027届毕业生就业工作推进会")
	s.Fill("开始时间", "2026-11-18 14:00")
	s.Fill("结束时间", "16:00")
	s.Fill("主持人", "顾明哲")
	s.TapAfter("参会人员", "添加一行")
	s.FillCell("姓名", 0, "oyj")
	s.Press(fyne.KeyReturn)
	s.TapAfterIn("会议内容", "添加一行")
	s.FillCell("发言人", 0, "陈𬭎")
	s.FillCell("要点（一行一条）", 3, "逐人建立台账\n\n每周调度一次")
	s.Fill("已完成的工作", "走访 63 家单位\n新增岗位 418 个")
	s.Command("保存")
	s.See("已保存", "2026年11月18日（星期三）14:00", "16:00", "欧阳静", "1. 逐人建立台账", "2. 每周调度一次", "2. 新增岗位 418 个")
	m := kept(s)
	if len(m.Attendees) != 1 || m.Attendees[0].Name != "欧阳静" || len(m.Items) != 1 || len(m.Items[0].Points) != 2 || len(m.Done) != 2 || m.To != "2026-11-18T16:00" {
		t.Errorf("kept %+v", m)
	}
}

// A meeting is found by what was said at it, edited where it stands, deleted
// and taken back.
func TestEditAndDelete(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(&career.Meeting{Title: "就业工作调度会", From: "2026-11-10T09:00", Items: []career.MeetingItem{{Speaker: "陈𬭎", Points: []string{"困难群体一人一策"}}}},
		&career.Meeting{Title: "推进会", From: "2026-11-11T09:00"})
	s.Show(screen)
	s.See("推进会")
	s.Command("Find")
	s.Type("一人一策")
	s.See("1. 困难群体一人一策")
	s.Press(fyne.KeyReturn, fyne.KeyReturn)
	s.Fill("Place", "行政楼 301")
	s.Command("Save")
	s.See("行政楼 301")
	s.Tap("Delete")
	if m := kept(s); m.Title != "推进会" {
		t.Errorf("left is %q", m.Title)
	}
	s.Tap("Undo")
	s.See("行政楼 301")
}

// Who attends is known by their title alone, and keeps it when the name is put
// right.
func TestAttendeesKeepTheirTitle(t *testing.T) {
	s, screen := open(t, "en")
	s.Keep(&career.Colleague{Name: "顾明哲", Title: "校长", Department: "校领导"}, &career.Meeting{Title: "推进会", From: "2026-11-11T09:00",
		Attendees: []career.Attendee{{Name: "各学院", Title: "副书记"}}})
	s.Show(screen)
	s.Command("Edit")
	s.FillCell("Attendees", 0, "各学院代表")
	s.TapAfter("Attendees", "Add a row")
	s.Type("gmz")
	s.Press(fyne.KeyReturn)
	s.Command("Save")
	want := []career.Attendee{{Name: "各学院代表", Title: "副书记"}, {Name: "顾明哲", Title: "校长"}}
	if got := kept(s).Attendees; !slices.Equal(got, want) {
		t.Errorf("kept %+v", got)
	}
}

// A meeting without a name and a day is not kept; both are told.
func TestMeetingThatCannotBeKept(t *testing.T) {
	s, screen := open(t, "zh")
	s.Show(screen)
	s.Command("新建会议")
	s.Command("保存")
	s.See("会议名称", "开始时间", "2 处")
	if rows, _ := s.Desk.Store.Meetings(t.Context(), store.Query{}); len(rows) != 0 {
		t.Errorf("kept %v", rows)
	}
}

// The screen is worked by Tab and speaks phrases in either language.
func TestMeetingsByKeyboard(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		s, screen := open(t, language)
		s.Keep(&career.Meeting{Title: "推进会", From: "2026-11-11T09:00"})
		s.Show(screen)
		s.ReachAllByTab()
		s.SpeaksPhrases()
	}
}
