package ui_test

import (
	"testing"

	"visitdesk/app/ui/story"
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
