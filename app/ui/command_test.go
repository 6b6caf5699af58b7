package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

// While a question waits no command works, whatever its key: the keys of the
// menu go past a dialog that Fyne shows.
func TestNoCommandWorksUnderAQuestion(t *testing.T) {
	s := story.Begin(t, "en")
	p := newPage(s.Desk.Button("act.save", func() {}))
	done := map[string]bool{}
	for _, phrase := range []string{"act.new_visit", "act.edit", "act.delete", "act.find"} {
		p.commands = append(p.commands, ui.Command{Phrase: phrase, Menu: "menu.edit", Key: fyne.KeyF9, With: fyne.KeyModifier(len(p.commands)),
			Do: func() { done[phrase] = true }})
	}
	two := newPage()
	frame := s.Show(p, two)
	s.Desk.Show(1)
	s.Desk.Show(0)
	s.Desk.Ask(ui.Question{Title: "Really?", Cancel: "act.close"})
	before := s.All()
	for _, c := range s.Desk.Commands() {
		if c.Phrase == "act.cover" { // hides the question too
			continue
		}
		if c.Key != fyne.KeyEscape {
			s.Command(s.Desk.T(c.Phrase))
			s.Chord(c.With, c.Key)
		}
		if got := s.All(); got != before {
			t.Fatalf("%s worked under the question:\n%s", c.Phrase, got)
		}
	}
	if len(done) > 0 || frame.At() != 0 {
		t.Errorf("done %v, at %d", done, frame.At())
	}
	s.Press(fyne.KeyEscape)
	s.Command("Edit")
	if !done["act.edit"] {
		t.Error("no command works after the question")
	}
}

// Every command has a phrase and a menu, and no key means two things.
func TestCommandsAreToldApart(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		s := story.Begin(t, language)
		s.Show(newPage())
		keys := map[string]string{}
		for _, c := range s.Desk.Commands() {
			if s.Desk.T(c.Phrase) == c.Phrase || !slices.Contains(ui.Menus, c.Menu) {
				t.Errorf("%s has no phrase or no menu", c.Phrase)
			}
			key := string(c.Key) + " " + string(rune('0'+c.With))
			if other := keys[key]; other != "" && c.Key != "" {
				t.Errorf("%s and %s have the same key", other, c.Phrase)
			}
			keys[key] = c.Phrase
		}
	}
}

// A screen can give a key a sense of its own.
func TestScreenComesFirst(t *testing.T) {
	s := story.Begin(t, "en")
	p := newPage()
	var done string
	p.commands = []ui.Command{{Phrase: "act.edit", Menu: "menu.edit", Key: fyne.KeyF6, Do: func() { done = "edit" }}}
	s.Show(p)
	s.Press(fyne.KeyF6)
	if done != "edit" {
		t.Error("the key of the window came first")
	}
}

// The context menu has the commands of a row, and says of one that cannot be
// given why.
func TestContextMenu(t *testing.T) {
	s := story.Begin(t, "en")
	p := newPage()
	done := 0
	p.commands = []ui.Command{
		{Phrase: "act.edit", Menu: "menu.edit", Key: fyne.KeyF2, Context: true, Do: func() { done++ }},
		{Phrase: "act.delete", Menu: "menu.edit", Context: true, Off: func() string { return "visit.none_chosen" }, Do: func() { done += 10 }},
		{Phrase: "act.find", Menu: "menu.edit", Do: func() { done += 100 }},
	}
	s.Show(p)
	s.Desk.ContextMenu(s.Desk.Commands(), fyne.NewPos(300, 200))
	said := strings.Join(s.MenuSays(), "\n")
	if !strings.Contains(said, "Edit") || !strings.Contains(said, "Delete (Choose a visit in the list first") || strings.Contains(said, "Find") {
		t.Errorf("the menu says\n%s", said)
	}
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	if done != 1 {
		t.Errorf("done %d", done)
	}
}

// A command given by its key closes the menu that is open over the window.
func TestKeyClosesAnOpenMenu(t *testing.T) {
	s := story.Begin(t, "en")
	p := newPage()
	p.commands = []ui.Command{{Phrase: "act.edit", Menu: "menu.edit", Key: fyne.KeyE, With: ui.Ctrl, Context: true, Do: func() {}}}
	s.Show(p)
	s.Desk.ContextMenu(s.Desk.Commands(), fyne.NewPos(300, 200))
	s.Chord(ui.Ctrl, fyne.KeyE)
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Error("the menu is still open")
	}
}

// Ctrl+Y brings back what Ctrl+Z took: the typing first, then the record, and
// not when something else was done since.
func TestRedo(t *testing.T) {
	s := story.Begin(t, "en")
	field := s.Desk.Entry()
	s.Show(newPage(field))
	e := &career.Employer{Name: "Neusoft"}
	s.Keep(e)
	s.Window.Canvas().Focus(field)
	s.Type("abc")
	s.Chord(ui.Ctrl, fyne.KeyZ)
	s.Chord(ui.Ctrl, fyne.KeyY)
	if field.Text != "abc" {
		t.Errorf("the field says %q", field.Text)
	}
	s.Window.Canvas().Unfocus()
	there := func() bool {
		_, err := s.Desk.Store.Employer(t.Context(), e.ID)
		return err == nil
	}
	s.Chord(ui.Ctrl, fyne.KeyY)
	s.See("nothing to redo")
	s.Chord(ui.Ctrl, fyne.KeyZ)
	if there() {
		t.Fatal("the employer was not taken back")
	}
	s.Chord(ui.Ctrl, fyne.KeyY)
	s.See("Redone: ")
	if !there() {
		t.Error("the employer was not brought back")
	}
	s.Chord(ui.Ctrl, fyne.KeyZ)
	s.Keep(&career.Employer{Name: "Siasun"})
	s.Chord(ui.Ctrl, fyne.KeyY)
	if there() {
		t.Error("brought back over a newer act")
	}
}

// Two acts that were undone come back in their order.
func TestRedoTwice(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	s.Keep(&career.Employer{Name: "Neusoft"})
	s.Keep(&career.Employer{Name: "Siasun"})
	s.Chord(ui.Ctrl, fyne.KeyZ)
	s.Chord(ui.Ctrl, fyne.KeyZ)
	s.Chord(ui.Ctrl, fyne.KeyY)
	s.See("Neusoft")
	s.Chord(ui.Ctrl, fyne.KeyY)
	s.See("Siasun")
}

// Ctrl+D types today's date where the cursor is, in a dialog too.
func TestInsertToday(t *testing.T) {
	s := story.Begin(t, "zh")
	line, text := s.Desk.Entry(), s.Desk.LongEntry(3)
	s.Show(newPage(line, text))
	s.Chord(ui.Ctrl, fyne.KeyD)
	s.See("请先把光标放进一个文本框")
	s.Window.Canvas().Focus(line)
	s.Chord(ui.Ctrl, fyne.KeyD)
	s.Window.Canvas().Focus(text)
	s.Chord(ui.Ctrl, fyne.KeyD)
	if line.Text != "2026-11-20" || text.Text != "2026年11月20日" {
		t.Errorf("typed %q and %q", line.Text, text.Text)
	}
	asked := s.Desk.Entry()
	s.Desk.Ask(ui.Question{Title: "何时？", Body: asked, Focus: asked})
	s.Chord(ui.Ctrl, fyne.KeyD)
	if asked.Text != "2026-11-20" {
		t.Errorf("typed %q in the dialog", asked.Text)
	}
}

// F6 goes from pane to pane and back to where the keyboard was in each.
func TestPanes(t *testing.T) {
	s := story.Begin(t, "en")
	one, two, three := s.Desk.Button("act.save", func() {}), s.Desk.Button("act.edit", func() {}), s.Desk.Button("act.delete", func() {})
	s.Show(newPage(s.Desk.Split("test", one, ui.Stack(two, three))))
	s.Press(fyne.KeyF6)
	if got := s.Has(); got != "Save" {
		t.Errorf("at %q, want the first pane", got)
	}
	s.Press(fyne.KeyF6)
	if got := s.Has(); got != "Edit" {
		t.Errorf("at %q, want the second pane", got)
	}
	s.Press(fyne.KeyF6)
	if got := s.Has(); got != "Today" {
		t.Errorf("at %q, want the sections", got)
	}
	s.Window.Canvas().Focus(three)
	s.Chord(fyne.KeyModifierShift, fyne.KeyF6)
	if got := s.Has(); got != "Save" {
		t.Errorf("at %q, want the first pane", got)
	}
	s.Press(fyne.KeyF6)
	if got := s.Has(); got != "Delete" {
		t.Errorf("at %q, want where the keyboard was", got)
	}
	s.Desk.Advise("Something", "act.edit", func() {})
	s.Press(fyne.KeyF6)
	if got := s.Window.Canvas().Focused(); got == one || got == two || got == three {
		t.Errorf("at %T, want the notice", got)
	}
	s.ReachAllByTab()
}

// What is read for the next page comes to nothing when the window is left: it
// may be another language's, or another office's, by then.
func TestLeavingForgetsWhatWasAskedFor(t *testing.T) {
	s := neusoft(t, "en")
	s.Meanwhile(func() {
		s.Chord(ui.Ctrl, fyne.KeyP)
		s.Desk.Leave(func() {})
	})
	if len(s.Briefs) > 0 {
		t.Errorf("printed %v", s.Briefs)
	}
}
