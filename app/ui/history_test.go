package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

// placed is a screen of records that says which one is chosen.
type placed struct {
	*page
	kind career.Kind
	id   string
}

func (p *placed) Place() (career.Kind, string) { return p.kind, p.id }

// travels begins a window of two sections in which records can be opened.
func travels(t *testing.T) (*story.Story, *ui.Frame, [2]*placed) {
	t.Helper()
	s := story.Begin(t, "en")
	screens := [2]*placed{
		{newPage(s.Desk.Words("visits", ui.Plain)), career.KindVisit, ""},
		{newPage(s.Desk.Words("employers", ui.Plain)), career.KindEmployer, ""},
	}
	s.Desk.Open = func(kind career.Kind, id string) {
		for i, screen := range screens {
			if screen.kind == kind {
				screen.id = id
				s.Desk.Show(i)
			}
		}
	}
	frame := s.Show(screens[0], screens[1])
	return s, frame, screens
}

// Alt+← goes back over sections and records, Alt+→ forward again, and a record
// chosen by hand in between is found again.
func TestBackAndForward(t *testing.T) {
	s, frame, screens := travels(t)
	back, forward := func() { s.Chord(fyne.KeyModifierAlt, fyne.KeyLeft) }, func() { s.Chord(fyne.KeyModifierAlt, fyne.KeyRight) }
	back()
	s.See("This is where you began")
	s.Desk.Open(career.KindVisit, "v1")
	s.Desk.Open(career.KindVisit, "v2")
	screens[0].id = "v3" // chosen in the list
	s.Desk.Open(career.KindEmployer, "e1")
	s.See("employers")
	back()
	s.See("visits")
	if screens[0].id != "v3" {
		t.Errorf("back at %s, want v3", screens[0].id)
	}
	back()
	if screens[0].id != "v1" || frame.At() != 0 {
		t.Errorf("back at %s of section %d, want v1", screens[0].id, frame.At())
	}
	forward()
	forward()
	s.See("employers")
	if screens[1].id != "e1" {
		t.Errorf("forward at %s", screens[1].id)
	}
	forward()
	s.See("nothing further ahead")
	back()
	s.Desk.Show(1)
	forward()
	s.See("nothing further ahead")
}

// The way back does not enter forms: from one it leads to what lies below, and
// what was typed is asked about.
func TestBackLeavesAForm(t *testing.T) {
	s, frame, _ := travels(t)
	s.Desk.Show(1)
	var name string
	s.Desk.Push(s.Desk.Form("A form", ui.Save{}, ui.Text("employer.name", &name)))
	s.Chord(fyne.KeyModifierAlt, fyne.KeyLeft)
	s.Miss("A form")
	s.See("employers")
	s.Chord(fyne.KeyModifierAlt, fyne.KeyLeft)
	if frame.At() != 0 {
		t.Errorf("at %d", frame.At())
	}
}

// The way back is as long as anybody needs and no longer.
func TestHistoryIsBounded(t *testing.T) {
	s, _, screens := travels(t)
	for i := range 200 {
		s.Desk.Open(career.KindVisit, string(rune('a'+i)))
	}
	steps := 0
	for ; screens[0].id != ""; steps++ {
		before := screens[0].id
		s.Chord(fyne.KeyModifierAlt, fyne.KeyLeft)
		if screens[0].id == before {
			break
		}
	}
	if steps < 20 || steps > 60 {
		t.Errorf("went back %d steps", steps)
	}
}

// Ctrl+Tab goes through the records opened lately, the last one first.
func TestNextRecord(t *testing.T) {
	s, _, screens := travels(t)
	next := func() { s.Chord(fyne.KeyModifierControl, fyne.KeyTab) }
	next()
	s.See("No other record was opened yet")
	for _, id := range []string{"v1", "v2", "v3"} {
		s.Desk.Open(career.KindVisit, id)
		s.Settle()
	}
	s.Desk.Edit(&career.Demand{ID: "d1"}, "") // has no page to come back to
	s.Settle()
	var seen string
	for range 3 {
		next()
		seen += screens[0].id + " "
	}
	if seen != "v2 v1 v3 " {
		t.Errorf("went through %s", seen)
	}
}

// At the desk of another language the way back is the same.
func TestAnotherDeskFollows(t *testing.T) {
	s, _, screens := travels(t)
	s.Desk.Open(career.KindVisit, "v1")
	s.Desk.Open(career.KindEmployer, "e1")
	before := s.Desk
	again := *before
	s.Desk = &again
	s.Desk.Open = func(career.Kind, string) { s.Desk.Show(0) }
	s.Show(screens[0], screens[1])
	s.Desk.Follow(before)
	s.Chord(fyne.KeyModifierAlt, fyne.KeyLeft)
	s.See("visits")
}
