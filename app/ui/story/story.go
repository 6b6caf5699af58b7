// Package story lets window tests read as stories: what the user sees, taps and
// types, in the order it happens, on Fyne's test driver and with a real store
// in a folder of its own. Nothing in it waits: work that the window would do
// beside itself is done when the story comes to it.
package story

import (
	"io/fs"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/i18n"
	"visitdesk/app/typeset"
	"visitdesk/app/ui"
	"visitdesk/assets"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// Today is the day on which all stories happen, a Friday.
const Today = career.Date("2026-11-20")

// Now is the moment.
var now = time.Date(2026, 11, 20, 8, 31, 0, 0, time.Local)

// A Story is one window with its office.
type Story struct {
	*testing.T
	Desk   *ui.Desk
	Window fyne.Window
	held   bool // no work is done now
	queue  *queue
	later  []func()
	Files  []fyne.URI // what Chance may drop onto the window

	// What the screen asked of the others.
	Opened []string      // kind and ID
	Edited []career.Noun // as they were given
	Fields []string      // the field that each was to begin with
	Briefs []career.VisitID
	Prints []bool // whether each was to be printed, not read
}

// Begin opens an empty office and a window in a language.
func Begin(t *testing.T, language string) *Story {
	t.Helper()
	test.NewTempApp(t)
	logs := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(t.Output(), nil)))
	t.Cleanup(func() { slog.SetDefault(logs) })
	s := &Story{T: t, Window: test.NewTempWindow(t, nil), queue: &queue{}}
	office, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "office.db"), store.Options{Actor: "王老师", Now: func() time.Time { return now }})
	s.must(err)
	t.Cleanup(func() { office.Close() })
	text, err := i18n.Load(assets.Files, language)
	s.must(err)
	look, err := ui.NewTheme(assets.Files, ui.Light, ui.DefaultTextSize)
	s.must(err)
	fyne.CurrentApp().Settings().SetTheme(look)
	s.Desk = &ui.Desk{
		Store: office, Text: text, Window: s.Window, Files: assets.Files, Actor: "王老师",
		Fonts: sync.OnceValues(func() (*typeset.Fonts, error) { return typeset.OpenFonts(fs.FS(assets.Files)) }),
		Today: func() career.Date { return Today }, Now: func() time.Time { return now },
		Go: s.queue.add, Do: func(f func()) { f() },
		Later: func(_ time.Duration, f func()) { s.later = append(s.later, f) },
		Open:  func(kind career.Kind, id string) { s.Opened = append(s.Opened, string(kind)+" "+id) },
		Edit: func(n career.Noun, field string) {
			s.Edited, s.Fields = append(s.Edited, n), append(s.Fields, field)
		},
		Brief: func(id career.VisitID, print bool) {
			s.Briefs, s.Prints = append(s.Briefs, id), append(s.Prints, print)
		},
	}
	return s
}

// Over returns a story whose desk and window somebody else makes, with Go as
// its way to start work.
func Over(t *testing.T) *Story { return &Story{T: t, queue: &queue{}} }

// Go takes work that a window would do beside itself; Settle does it.
func (s *Story) Go(f func()) { s.queue.add(f) }

// Show puts screens into the window's frame and shows the first.
func (s *Story) Show(screens ...ui.Screen) *ui.Frame {
	s.Helper()
	sections := make([]ui.Section, len(screens))
	for i, screen := range screens {
		sections[i] = ui.Section{Phrase: "section.today", Icon: "home", Screen: func() ui.Screen { return screen }}
	}
	undo := ui.Command{Phrase: "act.undo", Menu: "menu.edit", Key: fyne.KeyZ, With: ui.Ctrl, Do: s.Desk.Undo}
	frame := s.Desk.Frame(sections, []ui.Command{undo}, nil, nil)
	s.Desk.Changed = frame.Refresh
	s.Window.SetContent(frame.Content())
	s.Window.Resize(fyne.NewSize(1366, 740))
	s.Desk.Show(0)
	s.Settle()
	return frame
}

// Settle does all work that waits, and the work that it starts.
func (s *Story) Settle() {
	if !s.held {
		s.queue.drain()
	}
}

// Meanwhile lets the user act while all work is still under way: what do begins
// is done only after it.
func (s *Story) Meanwhile(do func()) {
	s.held = true
	do()
	s.held = false
	s.Settle()
}

// Wait lets the time pass that notices stay.
func (s *Story) Wait() {
	later := s.later
	s.later = nil
	for _, f := range later {
		f()
	}
	s.Settle()
}

// Breathe lets go of what a window keeps of what it shows no more, as a real one
// does with each frame: Fyne's test window never does.
func (s *Story) Breathe() {
	s.objects() // what is shown is in use
	frame := software.NewCanvas()
	frame.SetContent(container.NewWithoutLayout())
	frame.Capture()
}

// queue holds work that a window would do beside itself.
type queue struct{ waiting []func() }

func (q *queue) add(f func()) { q.waiting = append(q.waiting, f) }

func (q *queue) drain() {
	for len(q.waiting) > 0 {
		f := q.waiting[0]
		q.waiting = q.waiting[1:]
		f()
	}
}

func (s *Story) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// ID returns an ID of the length that the store wants.
func ID(name string) string { return strings.Repeat("0", 36-len(name)) + name }

// Keep saves records.
func (s *Story) Keep(nouns ...career.Noun) {
	s.Helper()
	s.must(s.Desk.Store.Save(s.Context(), nouns...))
}

// Visits returns all visits of the office, the latest first.
func (s *Story) Visits() []store.VisitRow {
	s.Helper()
	rows, err := s.Desk.Store.Visits(s.Context(), store.Query{Limit: ui.PageRows})
	s.must(err)
	return rows
}
