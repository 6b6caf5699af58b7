package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

// A key does not take back a whole office: it says where that can be undone.
func TestAKeyUndoesNoWholeOffice(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	if err := sample.Office(t.Context(), s.Desk.Store, story.Today); err != nil {
		t.Fatal(err)
	}
	s.Desk.Undo()
	s.See("a lot to take back by a key")
	if rows, err := s.Desk.Store.Employers(t.Context(), store.Query{Limit: 1}); err != nil || len(rows) == 0 {
		t.Errorf("the office has %d employers, %v", len(rows), err)
	}
}

// What is undone and brought back is told as the act that it was, not as the
// undoing of a record; so is the undo itself where all changes are listed.
func TestUndoAndRedoNameTheAct(t *testing.T) {
	s := story.Begin(t, "zh")
	s.Show(newPage())
	e := &career.Employer{Name: "东软"}
	s.Keep(e)
	s.Chord(ui.Ctrl, fyne.KeyZ)
	s.See("已撤销：保存用人单位：东软")
	changes, err := s.Desk.Store.Changes(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Desk.Describe(changes[0]); got != "已撤销：保存用人单位：东软" {
		t.Errorf("the undo is described as %q", got)
	}
	s.Chord(ui.Ctrl, fyne.KeyY)
	s.See("已重做：保存用人单位：东软")
	stored, err := s.Desk.Store.Employer(t.Context(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Desk.Store.Delete(t.Context(), &stored); err != nil {
		t.Fatal(err)
	}
	s.Chord(ui.Ctrl, fyne.KeyZ)
	s.Chord(ui.Ctrl, fyne.KeyY)
	s.See("已重做：删除用人单位：东软")
	s.Chord(ui.Ctrl, fyne.KeyZ)
	s.See("已撤销：删除用人单位：东软")
}
