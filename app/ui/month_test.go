package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
)

// A day is chosen from a calendar by keys alone: Down opens it at the day that
// is typed, arrows and page keys move, Enter takes, Esc leaves the field alone.
func TestCalendarByKeys(t *testing.T) {
	s := newSheet(t, everything{day: "2026-11-25"})
	field := s.Field(s.word("commitment.due"))
	choose := func(keys ...fyne.KeyName) string {
		s.Window.Canvas().Focus(field)
		s.Press(fyne.KeyDown)
		s.See("Choose a day")
		s.Press(keys...)
		s.Miss("Choose a day")
		return field.Text
	}
	for _, step := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{[]fyne.KeyName{fyne.KeyEscape}, "2026-11-25"},
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn}, "2026-12-03"},
		{[]fyne.KeyName{fyne.KeyLeft, fyne.KeyUp, fyne.KeyReturn}, "2026-11-25"},
		{[]fyne.KeyName{fyne.KeyPageUp, fyne.KeyReturn}, "2026-10-25"},
		{[]fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyReturn}, "2027-01-25"},
		{[]fyne.KeyName{fyne.KeyHome, fyne.KeyReturn}, string(story.Today)},
	} {
		if got := choose(step.keys...); got != step.want {
			t.Errorf("after %v the field says %q, want %q", step.keys, got, step.want)
		}
	}
	if s.Window.Canvas().Focused() != field {
		t.Error("the keyboard is not in the field again")
	}
	s.save()
	if s.v.day != story.Today {
		t.Errorf("kept %q", s.v.day)
	}
}

// From the last day of a long month the page keys come to the last of a shorter
// one.
func TestCalendarShortMonths(t *testing.T) {
	s := newSheet(t, everything{day: "2028-01-31"})
	s.Window.Canvas().Focus(s.Field(s.word("commitment.due")))
	s.Press(fyne.KeyDown, fyne.KeyPageDown, fyne.KeyReturn)
	s.save()
	if s.v.day != "2028-02-29" {
		t.Errorf("kept %q", s.v.day)
	}
}

// Another day keeps the hour.
func TestCalendarKeepsTheHour(t *testing.T) {
	s := newSheet(t, everything{from: "2026-11-21T09:30"})
	s.Window.Canvas().Focus(s.Field(s.word("visit.from")))
	s.Press(fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn)
	s.save()
	if s.v.from != "2026-11-22T09:30" {
		t.Errorf("kept %q", s.v.from)
	}
}

// The leaf of a month begins on Monday, speaks the window's language, and a
// click takes a day.
func TestCalendarByMouse(t *testing.T) {
	for language, title := range map[string]string{"zh": "2026年11月", "en": "November 2026"} {
		s := story.Begin(t, language)
		sheet := &sheet{Story: s}
		s.Show(newPage())
		form := s.Desk.Form("A form", ui.Save{}, sheet.lines()...)
		s.Desk.Push(form)
		s.TapSign(s.Desk.T("act.choose_day"))
		s.See(title)
		s.SpeaksPhrases()
		s.ReachAllByTab()
		s.SeeDrawn(s.Desk.T("weekday.short_mon"))
		s.TapSign(s.Desk.T("act.month_after"))
		s.TapDrawn("15")
		if got := s.Field(s.Desk.T("commitment.due")).Text; got != "2026-12-15" {
			t.Errorf("%s: a click took %q", language, got)
		}
	}
}

// Tab goes from a day to the next line and passes the calendar by: that opens by
// the Down key, as its tip says, or by a click.
func TestTabPassesTheCalendarBy(t *testing.T) {
	s := newSheet(t, everything{})
	s.Window.Canvas().Focus(s.Field(s.word("commitment.due")))
	s.Window.Canvas().FocusNext()
	if s.Window.Canvas().Focused() != s.Field(s.word("visit.from")) {
		t.Errorf("Tab went to %q", s.Has())
	}
	s.Hover("Choose from a calendar")
	s.Wait()
	s.SeeDrawn("Choose from a calendar · ↓")
	s.Press(fyne.KeyDown)
	s.See("Enter takes the day")
}

// The calendar opens from a cell of a table too.
func TestCalendarInACell(t *testing.T) {
	s := newSheet(t, everything{})
	s.TapAfter(s.word("contact.posts"), "Add a row")
	s.FillCell(s.word("post.from"), 2, "2026-11-25")
	s.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	s.save()
	if len(s.v.posts) != 1 || s.v.posts[0].From != "2026-12-02" {
		t.Errorf("kept %+v", s.v.posts)
	}
}
