package app_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// The keyboard map of the program: what each key is for, everywhere.
func TestKeyboardMap(t *testing.T) {
	const shift, alt = fyne.KeyModifierShift, fyne.KeyModifierAlt
	want := map[string]struct {
		with fyne.KeyModifier
		key  fyne.KeyName
	}{
		"section.today": {ui.Ctrl, fyne.Key1}, "section.visits": {ui.Ctrl, fyne.Key2}, "section.employers": {ui.Ctrl, fyne.Key3},
		"act.palette": {ui.Ctrl, fyne.KeyK}, "act.new_visit_anywhere": {ui.Ctrl | shift, fyne.KeyN}, "act.undo": {ui.Ctrl, fyne.KeyZ},
		"act.redo": {ui.Ctrl, fyne.KeyY}, "act.write_minutes": {ui.Ctrl, fyne.KeyM}, "act.new_commitment": {ui.Ctrl, fyne.KeyT},
		"act.insert_today": {ui.Ctrl, fyne.KeyD}, "act.back_up": {ui.Ctrl, fyne.KeyB}, "act.cover": {ui.Ctrl, fyne.KeyL}, "act.help": {0, fyne.KeyF1},
		"act.larger": {ui.Ctrl, fyne.KeyEqual}, "act.smaller": {ui.Ctrl, fyne.KeyMinus}, "act.normal_size": {ui.Ctrl, fyne.Key0},
		"act.next_pane": {0, fyne.KeyF6}, "act.previous_pane": {shift, fyne.KeyF6}, "act.backward": {alt, fyne.KeyLeft},
		"act.forward": {alt, fyne.KeyRight}, "act.next_record": {fyne.KeyModifierControl, fyne.KeyTab},
	}
	s, _, _ := open(t, "en", true)
	for phrase, key := range want {
		i := slices.IndexFunc(s.Desk.Commands(), func(c ui.Command) bool { return c.Phrase == phrase })
		if i < 0 {
			t.Errorf("there is no %s", phrase)
			continue
		}
		if c := s.Desk.Commands()[i]; c.Key != key.key || c.With != key.with {
			t.Errorf("%s is %v with %v", phrase, c.Key, c.With)
		}
	}
}

// While a question waits, no command of any section does anything but cover the
// screen.
func TestNoKeyWorksUnderAQuestion(t *testing.T) {
	s, w, _ := open(t, "en", true)
	for _, section := range []string{"section.today", "section.visits", "section.employers", "section.people", "section.settings"} {
		s.Command(s.Desk.T(section))
		s.Desk.Confirm("Really?", "", "act.delete", func() { t.Error("answered") })
		s.Settle()
		before, office := s.All(), changes(t, s.Desk.Store)
		for _, c := range s.Desk.Commands() {
			if c.Phrase == "act.cover" || c.Key == fyne.KeyEscape {
				continue
			}
			s.Command(s.Desk.T(c.Phrase))
			if c.Key != "" && c.Key != fyne.KeyReturn {
				s.Chord(c.With, c.Key)
			}
			if w.Desk() != s.Desk || s.All() != before || changes(t, s.Desk.Store) != office {
				t.Fatalf("%s worked under the question in %s", c.Phrase, section)
			}
		}
		s.Press(fyne.KeyEscape)
	}
}

func changes(t *testing.T, s *store.Store) int {
	t.Helper()
	list, err := s.Changes(t.Context(), 100)
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}

// Ctrl+T begins a commitment to the employer chosen, Ctrl+Shift+N a visit there.
func TestCommandsKnowWhereTheUserIs(t *testing.T) {
	s, _, _ := open(t, "en", true)
	s.Command("Employers")
	kind, id := s.Desk.Here()
	if kind != career.KindEmployer || id == "" {
		t.Fatalf("here is %s %s", kind, id)
	}
	e, err := s.Desk.Store.Employer(t.Context(), career.EmployerID(id))
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []fyne.KeyName{fyne.KeyT} {
		s.Chord(ui.Ctrl, key)
		s.See("Save", "Cancel")
		if !strings.Contains(s.All(), e.Name) {
			t.Errorf("the form does not name %s:\n%s", e.Name, s.All())
		}
		s.Desk.Back()
	}
	s.Chord(ui.Ctrl|fyne.KeyModifierShift, fyne.KeyN)
	s.See("Cancel", e.Name)
	s.Desk.Back()
}

// Ctrl+M writes the minutes of the visit that waits for them.
func TestWriteMinutesFromAnywhere(t *testing.T) {
	s, _, _ := open(t, "en", false)
	s.Chord(ui.Ctrl, fyne.KeyM)
	s.See("No visit is waiting for its minutes")
	e := &career.Employer{ID: career.EmployerID(store.NewID()), Name: "Neusoft"}
	s.Keep(e, &career.Visit{Employers: []career.EmployerID{e.ID}, Direction: career.Out, Mode: career.OnSite, From: "2026-11-18T09:30"})
	s.Chord(ui.Ctrl, fyne.KeyM)
	s.See("Neusoft", "Cancel")
	s.Type("They want ten.")
	s.Desk.Back()
	s.Tap("Save")
	s.Settle()
	if v := s.Visits()[0]; v.Minutes.Outer != "They want ten." {
		t.Errorf("the minutes say %q", v.Minutes.Outer)
	}
}

// The way back is not lost when the window is built anew in another language or
// size; Ctrl+0 restores the size.
func TestWayBackOutlivesTheLook(t *testing.T) {
	s, w, _ := open(t, "zh", true)
	s.Command("走访")
	s.Command("单位")
	s.Command("切换界面语言（中文 / English）")
	s.Desk = w.Desk()
	s.Command("Larger text")
	s.Desk = w.Desk()
	s.Chord(ui.Ctrl, fyne.Key0)
	s.Desk = w.Desk()
	s.Chord(fyne.KeyModifierAlt, fyne.KeyLeft)
	if kind, _ := s.Desk.Here(); kind != career.KindVisit {
		t.Errorf("back at %s", kind)
	}
}

// The foot of the window says when the last backup was made.
func TestStatusTellsOfTheBackup(t *testing.T) {
	s, _, _ := open(t, "en", true)
	s.See("● No backup yet")
	s.Chord(ui.Ctrl, fyne.KeyB)
	s.See("Backed up and checked")
	s.Miss("No backup yet")
}

// Quit stands last in the first menu: Fyne would add one of its own there.
func TestQuitIsThereOnce(t *testing.T) {
	s, _, _ := open(t, "en", true)
	for _, section := range []string{"Today", "Visits", "Settings"} {
		s.Command(section)
		items := s.Window.MainMenu().Items[0].Items
		if last := items[len(items)-1]; !last.IsQuit || ui.Unkeyed(last.Label) != "Quit" {
			t.Errorf("the first menu ends with %q", last.Label)
		}
	}
}

// Whoever changes the language and the size of the text to and fro does not fill
// the memory: Fyne never lets go of a typeface that it has read.
func TestLooksDoNotPileUp(t *testing.T) {
	s, w, _ := open(t, "en", true)
	turn := func() {
		for _, act := range []string{"act.larger", "act.other_language", "act.smaller", "act.other_language"} {
			s.Command(s.Desk.T(act))
			s.Desk = w.Desk()
		}
	}
	turn()
	before := heap(s)
	for range 4 {
		turn()
	}
	if now := heap(s); now > before+40<<20 {
		t.Errorf("the heap grew from %d MB to %d MB", before>>20, now>>20)
	}
	s.Command(s.Desk.T("act.larger"))
	s.Desk = w.Desk()
	s.Command(s.Desk.T("section.settings"))
	s.See("120%")
}
