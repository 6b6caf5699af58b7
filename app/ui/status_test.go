package ui_test

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
)

// The line at the foot tells of the backup in words that an eye catches, and
// warns of one that is old.
func TestStatus(t *testing.T) {
	noon := time.Date(2026, 11, 20, 12, 0, 0, 0, time.Local)
	for words, at := range map[string]time.Time{
		"● No backup yet": {}, "Backup: 12:00": noon, "Backup: Yesterday": noon.AddDate(0, 0, -1), "● No backup for 9 days": noon.AddDate(0, 0, -9),
	} {
		s := story.Begin(t, "en")
		made, spoke := 0, 0
		line := s.Desk.Status(ui.Status{
			BackedUp: func() (time.Time, error) { return at, nil }, BackUp: func() { made++ }, Speak: func() { spoke++ },
		})
		s.Show(newPage(line))
		s.See(words, "中文")
		s.Tap(words)
		s.Tap("中文")
		if made != 1 || spoke != 1 {
			t.Errorf("made %d, spoke %d", made, spoke)
		}
		s.ReachAllByTab()
	}
}

// Ctrl+L hides everything, over a question too; Enter brings it back, and no
// other key does anything.
func TestCover(t *testing.T) {
	s := story.Begin(t, "en")
	field := s.Desk.Entry()
	p := newPage(field)
	given := 0
	p.commands = []ui.Command{{Phrase: "act.edit", Menu: "menu.edit", Key: fyne.KeyF2, Do: func() { given++ }}}
	s.Show(p)
	s.Window.Canvas().Focus(field)
	s.Type("a draft")
	asked := 0
	s.Desk.Ask(ui.Question{Title: "Really?", Answers: []ui.Answer{{Phrase: "act.save", Do: func() { asked++ }}}})
	s.Chord(ui.Ctrl, fyne.KeyL)
	s.Chord(ui.Ctrl, fyne.KeyL)
	s.See("The screen is covered", "no password")
	s.Press(fyne.KeyF2, fyne.KeyDelete)
	s.See("The screen is covered")
	s.Press(fyne.KeyReturn)
	s.Miss("The screen is covered")
	s.See("Really?")
	if asked+given > 0 {
		t.Errorf("answered %d, given %d", asked, given)
	}
	s.Press(fyne.KeyReturn)
	if asked != 1 || field.Text != "a draft" {
		t.Errorf("answered %d, the field says %q", asked, field.Text)
	}
	if got := s.Window.Canvas().Focused(); got != fyne.Focusable(field) {
		t.Errorf("%T has the keyboard", got)
	}
}

// Work that ends, and questions that come, while the screen is covered leave it
// covered.
func TestCoverStaysOnTop(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	s.Desk.Progress("Importing", func(context.Context, func(int, int)) error { return nil }, func(error) {
		s.Desk.Ask(ui.Question{Title: "All done?"})
	})
	s.Chord(ui.Ctrl, fyne.KeyL)
	s.Wait()
	s.Settle()
	overlays := s.Window.Canvas().Overlays()
	if len(overlays.List()) != 2 {
		t.Errorf("%d things lie over the window", len(overlays.List()))
	}
	s.Press(fyne.KeyEscape)
	s.Miss("The screen is covered")
	s.See("All done?")
	s.Press(fyne.KeyEscape)
	if overlays.Top() != nil {
		t.Error("something still lies over the window")
	}
}
