package employers

import (
	"strings"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
)

// lastRunes is how much of the last minutes the page of an employer begins with.
const lastRunes = 240

// last is what was said at the last visit that has minutes, in short; nil if
// there is none. Whoever looks an employer up most often wants just this, and
// what was promised.
func (s *Screen) last(f *file) fyne.CanvasObject {
	d := s.desk
	for _, v := range f.Visits { // the latest first
		if v.Minutes.Outer == "" {
			continue
		}
		title := d.T("employer.last_minutes", d.Short(v.From))
		words := d.Words(beginning(v.Minutes.Outer, lastRunes), ui.Plain)
		open := d.LinkButton(d.T("act.open"), func() { d.Open(career.KindVisit, string(v.ID)) })
		return d.Group(title, words, open)
	}
	return nil
}

// beginning returns at most so many runes of a text.
func beginning(text string, most int) string {
	seen := 0
	for at := range text {
		if seen == most {
			return strings.TrimSpace(text[:at]) + "…"
		}
		seen++
	}
	return text
}
