package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

// lastOf is a screen with the history of one record; it is laid out anew at
// each Refresh, as the pages of records are.
type lastOf struct {
	*page
	desk *ui.Desk
	kind career.Kind
	id   string
}

func (l *lastOf) Refresh() {
	l.body.Objects = []fyne.CanvasObject{container.NewVBox(l.desk.History(l.kind, l.id))}
	l.body.Refresh()
}

var (
	yard = career.EmployerID(story.ID("e7"))
	chen = career.ContactID(story.ID("b7"))
)

// storyOfChen begins a story on the history of a contact who moved up.
func storyOfChen(t *testing.T, language string) *story.Story {
	t.Helper()
	s := story.Begin(t, language)
	s.Keep(&career.Employer{ID: yard, Name: "大连卓峤船舶配套有限公司"})
	c := &career.Contact{ID: chen, Name: "陈𬭎", Mobile: "13900002005", Photo: []byte("not told"),
		Posts: []career.Post{{Employer: yard, Title: "招聘主管", From: "2021-03"}}}
	s.Keep(c)
	c.Mobile, c.Public, c.Tags = "13900002006", true, []string{"校友", "船舶"}
	c.Posts[0].Title = "人力资源总监"
	s.Keep(c)
	s.Show(&lastOf{newPage(), s.Desk, career.KindContact, string(chen)})
	return s
}

// The history is read when its fold is opened: who did what when, and each
// field in words, of what it was and is.
func TestHistoryTellsWhatChanged(t *testing.T) {
	s := storyOfChen(t, "zh")
	s.Miss("王老师")
	s.Tap("改动记录")
	s.See("11-20 08:31 · 王老师 · 修改", "手机：13900002005 → 13900002006", "公开：否 → 是", "标签：校友、船舶",
		"任职：大连卓峤船舶配套有限公司 · 招聘主管 · 2021-03 → 大连卓峤船舶配套有限公司 · 人力资源总监 · 2021-03",
		"王老师 · 新建", "姓名：陈𬭎", "照片：（图片）")
	s.Miss(string(yard))
	s.Miss("contact.")
	s.Tap("改动记录")
	s.Miss("王老师")
}

// Only the newest change can be taken back; then it says that it was, the fold
// stays open, and the one before can be.
func TestUndoFromTheHistory(t *testing.T) {
	s := storyOfChen(t, "en")
	s.Tap("History of changes")
	if n := strings.Count(s.All(), "Undo\n"); n != 1 {
		t.Errorf("%d changes can be taken back:\n%s", n, s.All())
	}
	s.Tap("Undo")
	s.See("Edited · undone", "Undone")
	c, err := s.Desk.Store.Contact(t.Context(), chen)
	if err != nil || c.Mobile != "13900002005" || len(c.Tags) != 0 {
		t.Errorf("left is %+v, %v", c, err)
	}
	s.TapAfterIn("Added", "Undo")
	if _, err := s.Desk.Store.Contact(t.Context(), chen); err == nil {
		t.Error("the contact is still there")
	}
}

// A long history shows the newest changes first and the rest on demand.
func TestALongHistory(t *testing.T) {
	s := storyOfChen(t, "en")
	for _, note := range strings.Fields("one two three four five six seven eight nine ten eleven twelve") {
		c, err := s.Desk.Store.Contact(t.Context(), chen)
		if err != nil {
			t.Fatal(err)
		}
		c.Note = note
		s.Keep(&c)
	}
	s.Tap("History of changes")
	s.See("Private note: eleven → twelve", "2 earlier…")
	s.Miss("Added")
	s.Tap("2 earlier…")
	s.See("Added")
	s.Miss("earlier…")
}

// What was done to very much at once is not taken back from one record.
func TestHistoryUndoesNoWholeOffice(t *testing.T) {
	s := story.Begin(t, "en")
	nouns := []career.Noun{&career.Employer{ID: yard, Name: "大连卓峤船舶配套有限公司"}}
	for range 60 {
		nouns = append(nouns, &career.Demand{Employer: yard, Major: "软件工程"})
	}
	s.Keep(nouns...)
	s.Show(&lastOf{newPage(), s.Desk, career.KindEmployer, string(yard)})
	s.Tap("History of changes")
	s.See("Changed together with 60 other records")
	s.Miss("Undo")
}

// Fields are told in words: codes by their phrases, records by their names,
// lists item by item, what is gone as gone.
func TestFieldWords(t *testing.T) {
	s := story.Begin(t, "zh")
	boss := career.ColleagueID(story.ID("d7"))
	s.Keep(&career.Employer{ID: yard, Name: "大连卓峤船舶配套有限公司"}, &career.Colleague{ID: boss, Name: "𠮷田 健"})
	for _, c := range []struct{ field, value, want string }{
		{"employer.nature", "31", s.Desk.T("nature.31")},
		{"employer.industry", "C", s.Desk.T("industry.c")},
		{"outcome.code", "10", s.Desk.T("outcome_code.10")},
		{"employer.parent", string(yard), "大连卓峤船舶配套有限公司"},
		{"visit.led_by", string(boss), "𠮷田 健"},
		{"commitment.visit", story.ID("nobody"), "（已删除的记录）"},
		{"visit.employers", `["` + string(yard) + `"]`, "大连卓峤船舶配套有限公司"},
		{"visit.from", "2026-11-21T09:30", "2026-11-21 09:30"},
		{"visit.points", `[{"Kind":"ask","Text":"岗位几个？"}]`, s.Desk.T("point.ask") + " · 岗位几个？"},
		{"employer.sources", `[{"Field":"employer.staff","From":"官网","On":"2026-01-02"}]`, "员工人数 · 官网 · 2026-01-02"},
		{"contact.public", "false", "否"},
		{"employer.staff", "0", ""},
		{"employer.staff", "20000", "20000"},
		{"visit.theirs", `[{"Name":"阿卜杜拉·买买提","Contact":"` + story.ID("b9") + `","OnSite":true,"Title":"总经理"}]`, "阿卜杜拉·买买提 · 总经理"},
		{"contact.note", "[not JSON", "[not JSON"},
		{"contact.note", "", ""},
	} {
		if got, err := s.Desk.FieldWords(t.Context(), c.field, c.value); err != nil || got != c.want {
			t.Errorf("%s %q is told as %q, %v; want %q", c.field, c.value, got, err, c.want)
		}
	}
	for field, want := range map[string]string{"employer.staff": "员工人数", "commitment.visit": "走访"} {
		if got := s.Desk.FieldName(field); got != want {
			t.Errorf("%s is called %q, not %q", field, got, want)
		}
	}
}
