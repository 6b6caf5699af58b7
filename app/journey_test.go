package app_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"visitdesk/app/i18n"
	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/assets"
	"visitdesk/data/career"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// The journeys that the window was designed for, in a real window by real
// clicks and keys, counted: design figures are limits here.

// journey runs a journey in every language.
func journey(t *testing.T, go_ func(t *testing.T, s *screen, folder string, say i18n.Text)) {
	for _, language := range i18n.Languages {
		t.Run(language, func(t *testing.T) {
			say, err := i18n.Load(assets.Files, language)
			if err != nil {
				t.Fatal(err)
			}
			go_(t, newScreen(t, "1366x768"), sampleOffice(t), say.Straight())
		})
	}
}

// J1: from the start to the printer.
func TestJ1ByMouse(t *testing.T) {
	journey(t, func(t *testing.T, s *screen, folder string, say i18n.Text) {
		paper := s.printer()
		s.begin(folder, say.Language(), say("act.print_briefing"))
		s.clickOn(say("act.print_briefing"))
		s.clickOn(say("act.print"))
		s.until("the paper is at the printer", func() bool { return isPaper(paper) })
		s.took(2, 60*time.Second)
	})
}

func TestJ1ByKeyboard(t *testing.T) {
	journey(t, func(t *testing.T, s *screen, folder string, say i18n.Text) {
		paper := s.printer()
		s.begin(folder, say.Language(), say("act.print_briefing"))
		s.key("ctrl+p")
		s.see(say("preview.zoom"))
		s.key("ctrl+p")
		s.until("the paper is at the printer", func() bool { return isPaper(paper) })
		s.took(0, 60*time.Second)
	})
}

// promised is what the sample office asks about: what we promised at an
// employer, whose initials are typed.
const promised, initials = "沈阳岑远智能装备股份有限公司", "cyzb"

// J4: "What did we promise them last time?"
func TestJ4ByKeyboard(t *testing.T) {
	journey(t, func(t *testing.T, s *screen, folder string, say i18n.Text) {
		s.begin(folder, say.Language(), say("act.print_briefing"))
		s.began = time.Now()
		s.key("ctrl+k")
		s.focused("")
		s.enter(initials)
		s.see(say("palette.keys"), say("kind.employer"))
		s.key("Return")
		s.seesPromises(say)
		s.took(0, 10*time.Second)
	})
}

// The same by mouse: to the employers, and on the one that the letters leave.
func TestJ4ByMouse(t *testing.T) {
	journey(t, func(t *testing.T, s *screen, folder string, say i18n.Text) {
		s.begin(folder, say.Language(), say("act.print_briefing"))
		s.began = time.Now()
		s.clickOn(say("section.employers"))
		s.see(say("employer.name"))
		s.enter(initials)
		s.seesPromises(say)
		s.took(1, 10*time.Second)
	})
}

// seesPromises demands that what was said last and what is open is in sight,
// without scrolling, above all else that is known of the employer.
func (s *screen) seesPromises(say i18n.Text) {
	s.t.Helper()
	last, _, _ := strings.Cut(say("employer.last_minutes"), "%")
	s.see(last, say("employer.commitments"), say("act.settle"))
	seen := s.look()
	minutes, _ := seen.text(last)
	open, _ := seen.text(say("act.settle"))
	named := slices.ContainsFunc(seen.Texts, func(t story.Text) bool { // at the head of the page, not in the list
		return t.Words == promised && t.At.X == minutes.At.X && t.At.Y < minutes.At.Y
	})
	if !named || minutes.At.Y >= open.At.Y {
		s.t.Errorf("what was said is at %v, what is open at %v, below the name: %v", minutes.At, open.At, named)
	}
}

// rung is what somebody says on the phone: a new employer and when to come.
var rung = map[string]struct{ employer, when string }{
	"zh": {"辽宁新辰智能装备有限公司", "下周三 9点半"},
	"en": {"Xinchen Robotics", "next Wed 9:30"},
}

// J6: a new visit to a new employer while the phone is at the ear.
func TestJ6ByKeyboard(t *testing.T) {
	journey(t, func(t *testing.T, s *screen, folder string, say i18n.Text) {
		s.begin(folder, say.Language(), say("act.print_briefing"))
		s.began = time.Now()
		s.key("ctrl+n")
		s.plan(say)
		s.kept(folder, say)
		s.took(0, 45*time.Second)
	})
}

// By mouse the two clicks are to the visits and on the button.
func TestJ6ByMouse(t *testing.T) {
	journey(t, func(t *testing.T, s *screen, folder string, say i18n.Text) {
		s.begin(folder, say.Language(), say("act.print_briefing"))
		s.began = time.Now()
		s.clickOn(say("section.visits"))
		s.clickOn(say("act.new_visit"))
		s.plan(say)
		s.kept(folder, say)
		s.took(2, 45*time.Second)
	})
}

// plan fills the form of a new visit in and saves it.
func (s *screen) plan(say i18n.Text) {
	s.t.Helper()
	r := rung[say.Language()]
	s.focused(say("visit.employer"))
	s.enter(r.employer)
	s.see(say("create.employer", r.employer))
	s.key("Down", "Return") // Enter alone makes nothing new: it may have come too early
	s.until("it is taken", func() bool { return !s.says(say("create.employer", r.employer)) })
	s.key("Tab")
	s.focused(say("visit.from"))
	s.see(say("create.waits"))
	s.enter(r.when)
	s.key("ctrl+s")
	s.see(say("told.saved_visit"))
}

// kept demands that the visit is in the office, to the new employer and when it
// was said.
func (s *screen) kept(folder string, say i18n.Text) {
	s.t.Helper()
	r := rung[say.Language()]
	office, err := store.Open(s.t.Context(), filepath.Join(folder, vault.Office), store.Options{Actor: "test"})
	if err != nil {
		s.t.Fatal(err)
	}
	defer office.Close()
	want, _ := ui.ParseMoment(r.when, career.DateOf(time.Now()))
	rows, err := office.Visits(s.t.Context(), store.Query{Find: r.employer})
	if err != nil || len(rows) != 1 || rows[0].EmployerName != r.employer || rows[0].From != want {
		s.t.Errorf("kept %+v, %v; want %s at %s", rows, err, r.employer, want)
	}
}
