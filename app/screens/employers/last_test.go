package employers_test

import (
	"strings"
	"testing"

	"visitdesk/data/career"
)

// What was said last time and what is still open stand above all else that is
// known of an employer; long minutes are only begun.
func TestThePageBeginsWithWhatWasSaidLast(t *testing.T) {
	s, screen := open(t, "en")
	met := func(id string, from career.Moment, said string) *career.Visit {
		return &career.Visit{ID: career.VisitID(id), Direction: career.Out, Mode: career.OnSite, From: from,
			Employers: []career.EmployerID{e1}, Minutes: career.Minutes{Outer: said}}
	}
	s.Keep(neusoft(),
		met("", "2025-03-01T09:00", "An older talk."),
		met("", "2026-04-10T14:00", "They want forty interns. "+strings.Repeat("And so on. ", 200)+"The end."),
		met("", "2026-12-01T09:00", ""), // to come
		&career.Commitment{Employer: e1, Side: career.Ours, What: "send the CVs"})
	s.Show(screen)
	s.See("Said last time (10 Apr 14:00)", "They want forty interns.", "send the CVs")
	s.Miss("The end.")
	s.Miss("An older talk.")
	said, promised, known := s.Place("Said last time (10 Apr 14:00)", 0), s.Place("send the CVs", 0), s.Place("Contacts", 0)
	if said.Y > promised.Y || promised.Y > known.Y {
		t.Errorf("what was said is at %v, what is open at %v, what is known at %v", said, promised, known)
	}
	s.TapAfter("Said last time (10 Apr 14:00)", "Open")
	if len(s.Opened) != 1 || !strings.HasPrefix(s.Opened[0], string(career.KindVisit)) {
		t.Errorf("opened %v", s.Opened)
	}
}
