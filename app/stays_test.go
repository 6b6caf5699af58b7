package app_test

import (
	"testing"

	"visitdesk/app"
	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

// inEnglish switches the language of a window that speaks Chinese.
func inEnglish(s *story.Story, w *app.Window) {
	s.Helper()
	s.Command("切换界面语言（中文 / English）")
	s.Desk = w.Desk()
	s.Settle()
}

// In another language each screen is as it was: the row chosen, what is looked
// for, the way the visits are seen, whom the list of people shows.
func TestThePlaceIsKeptInAnotherLanguage(t *testing.T) {
	s, w, _ := open(t, "zh", true)
	s.Command("人员")
	s.Tap("校内人员")
	s.Command("走访")
	s.Tap("看板")
	s.Command("单位")
	s.Command("查找")
	s.Type("沈阳")
	s.Command("下一条")
	s.Settle()
	kind, id := s.Desk.Here()
	inEnglish(s, w)
	if k, i := s.Desk.Here(); k != kind || i != id || id == "" {
		t.Errorf("was at %s %s, is at %s %s", kind, id, k, i)
	}
	s.Command("Find")
	if e, ok := s.Window.Canvas().Focused().(*ui.Entry); !ok || e.Text != "沈阳" {
		t.Error("what is looked for is gone")
	}
	s.Command("Visits")
	s.See("Commitments open (")
	s.Command("People")
	if k, _ := s.Desk.Here(); k != career.KindColleague {
		t.Errorf("the people chosen are of kind %s", k)
	}
}

// A form stays open with what was typed into it, unasked; so does a preview.
func TestAFormIsKeptInAnotherLanguage(t *testing.T) {
	s, w, _ := open(t, "zh", true)
	s.Command("走访")
	s.Command("编辑")
	s.Fill("走访目的", "落实岗位")
	inEnglish(s, w)
	s.See("Purpose", "落实岗位", "Cancel")
	before := len(s.Visits())
	s.Command("Save")
	s.See("落实岗位")
	if got := len(s.Visits()); got != before {
		t.Errorf("%d visits became %d", before, got)
	}
	s.Command("Print briefing")
	s.Command("Larger text")
	s.Desk = w.Desk()
	s.See("For whom", "Print")
}

// A new record that was not saved yet is there in the other language too, with
// what it began as.
func TestANewFormIsKeptInAnotherLanguage(t *testing.T) {
	s, w, _ := open(t, "zh", true)
	s.Command("单位")
	kind, id := s.Desk.Here()
	s.Command("添加事项")
	inEnglish(s, w)
	s.Fill("What", "send twelve CVs")
	s.Command("Larger text")
	s.Desk = w.Desk()
	s.Settle()
	s.See("send twelve CVs")
	s.Command("Save")
	s.Miss("Cancel")
	file, err := s.Desk.Store.File(t.Context(), career.EmployerID(id))
	if err != nil || kind != career.KindEmployer {
		t.Fatal(kind, err)
	}
	found := 0
	for _, c := range file.Commitments {
		if c.What == "send twelve CVs" {
			found++
		}
	}
	if found != 1 {
		t.Errorf("kept %d times", found)
	}
	if drafts, err := s.Desk.Drafts(t.Context()); err != nil || len(drafts) != 0 {
		t.Errorf("left are the drafts %+v, %v", drafts, err)
	}
}
