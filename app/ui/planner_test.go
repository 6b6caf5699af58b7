package ui_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

// Where a day has no room for a line of what happens, dots beside its number say
// that something does; nothing is drawn across its edge.
func TestDaysWithoutRoom(t *testing.T) {
	s := story.Begin(t, "en")
	p := s.Desk.Planner(ui.Plan{None: "visit.none", Act: "act.new_visit", Make: func(career.Date) {},
		Read: func(context.Context, career.Date, career.Date) ([]ui.Event, error) {
			return []ui.Event{{At: "2026-11-16T09:30", Words: "Neusoft"}, {At: "2026-11-16T14:00", Words: "Siasun"}, {At: "2026-11-20", Words: "Fair"}}, nil
		}})
	s.Window.SetContent(p.Content())
	s.Window.Resize(fyne.NewSize(1100, 700))
	p.Refresh()
	s.Settle()
	s.SeeDrawn("09:30 Neusoft")
	fyne.CurrentApp().Settings().SetTheme(newTheme(t, ui.Light, 30))
	s.Window.Resize(fyne.NewSize(986, 560))
	p.Refresh()
	s.Settle()
	s.SeeDrawn("16••")
	if s.Draws(s.Desk.Text.Count("date.events", 2)) {
		t.Error("more is said than there is room for")
	}
}
