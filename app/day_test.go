package app_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"visitdesk/app"
	"visitdesk/app/ui/story"
	"visitdesk/assets"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A program that was left open overnight shows the new day to whoever comes back
// to it: what was tomorrow is today.
func TestTheNextMorning(t *testing.T) {
	now := morning()
	a, s := test.NewTempApp(t), story.Over(t)
	w, err := app.Open(t.Context(), a, app.Options{Files: assets.Files, Folder: t.TempDir(), Language: "en",
		Now: func() time.Time { return now }, Actor: "Wang", Go: s.Go})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Desk().Store.Close() })
	s.Desk, s.Window = w.Desk(), w.Fyne()
	w.Fyne().Resize(fyne.NewSize(1366, 740))
	e := &career.Employer{ID: career.EmployerID(store.NewID()), Name: "Neusoft"}
	s.Keep(e, &career.Visit{Employers: []career.EmployerID{e.ID}, Direction: career.Out, Mode: career.OnSite, From: "2026-11-21T09:30"})
	s.Command("Today")
	s.See("Tomorrow 09:30")
	now = now.Add(24 * time.Hour)
	back, ok := a.Lifecycle().(interface{ OnEnteredForeground() func() })
	if !ok || back.OnEnteredForeground() == nil {
		t.Fatal("nobody waits for the user to come back")
	}
	back.OnEnteredForeground()()
	s.Settle()
	s.See("Today 09:30")
	s.Miss("Tomorrow 09:30")
}
