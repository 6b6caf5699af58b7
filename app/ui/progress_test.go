package ui_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
)

// Short work is done before anybody sees that it was begun.
func TestShortWorkShowsNoProgress(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	done := false
	s.Desk.Progress("Importing", func(context.Context, func(int, int)) error { return nil }, func(err error) { done = err == nil })
	s.Settle()
	s.Wait()
	s.Miss("Importing")
	if !done {
		t.Error("not done")
	}
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Error("something still lies over the window")
	}
}

// Long work shows how far it is, lets nothing else be done, and is given up by
// Esc.
func TestProgress(t *testing.T) {
	s := story.Begin(t, "en")
	p := newPage()
	given := 0
	p.commands = []ui.Command{{Phrase: "act.edit", Menu: "menu.edit", Key: fyne.KeyF2, Do: func() { given++ }}}
	s.Show(p)
	var ended error
	s.Desk.Progress("Importing", func(ctx context.Context, told func(done, of int)) error {
		told(120, 300) // before the dialog is there
		s.Wait()
		s.See("Importing", "120 of 300")
		for i := range 100 {
			told(200+i, 300)
		}
		s.Press(fyne.KeyF2)
		s.Command("Edit")
		s.Press(fyne.KeyEscape)
		s.See("Cancelling…")
		return ctx.Err()
	}, func(err error) { ended = err })
	s.Press(fyne.KeyF2)
	s.Settle()
	if !ui.Cancelled(ended) || given > 0 {
		t.Errorf("ended with %v, %d commands given", ended, given)
	}
	s.Miss("Importing")
	s.Press(fyne.KeyF2)
	if given != 1 {
		t.Error("no command works afterwards")
	}
}

// A panic in the work ends it like an error and leaves the window free.
func TestProgressSurvivesAPanic(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	s.Desk.Progress("Importing", func(context.Context, func(int, int)) error { panic("王小明 13800000000") }, func(err error) {
		if err == nil || strings.Contains(err.Error(), "13800000000") {
			t.Errorf("ended with %v", err)
		}
		s.Desk.Fail(err)
	})
	s.See("The program made a mistake")
	s.Press(fyne.KeyEscape)
	s.Desk.Progress("Again", func(context.Context, func(int, int)) error { return errors.New("broken") }, func(err error) { s.Desk.Fail(err) })
	s.Settle()
}
