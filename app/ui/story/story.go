// Package story lets window tests read as stories: what the user sees, taps and
// types, in the order it happens, on Fyne's test driver and with a real store
// in a folder of its own. Nothing in it waits: work that the window would do
// beside itself is done when the story comes to it.
package story

import (
	"io/fs"
	"log/slog"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
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
	queue  *queue
	later  []func()

	// What the screen asked of the others.
	Opened []string      // kind and ID
	Edited []career.Noun // as they were given
	Fields []string      // the field that each was to begin with
	Briefs []career.VisitID
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
		Brief: func(id career.VisitID, _ bool) { s.Briefs = append(s.Briefs, id) },
	}
	return s
}

// Show puts screens into the window's frame and shows the first.
func (s *Story) Show(screens ...ui.Screen) *ui.Frame {
	s.Helper()
	sections := make([]ui.Section, len(screens))
	for i, screen := range screens {
		sections[i] = ui.Section{Phrase: "section.today", Icon: "home", Screen: screen}
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
func (s *Story) Settle() { s.queue.drain() }

// Wait lets the time pass that notices stay.
func (s *Story) Wait() {
	later := s.later
	s.later = nil
	for _, f := range later {
		f()
	}
	s.Settle()
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

// SpeaksPhrases demands that nothing in the window is a key without a phrase.
func (s *Story) SpeaksPhrases() {
	s.Helper()
	s.Settle()
	for _, o := range s.objects() {
		if w := words(o); key.MatchString(w) {
			s.Errorf("%q has no phrase", w)
		}
	}
}

var key = regexp.MustCompile(`^[a-z_]+\.[a-z0-9_]+$`)

// objects returns everything that is shown, what lies on top last.
func (s *Story) objects() []fyne.CanvasObject {
	objects := visible(nil, s.Window.Content())
	for _, overlay := range s.Window.Canvas().Overlays().List() {
		objects = visible(objects, overlay)
	}
	return objects
}

// top returns what the user can reach: the topmost dialog, or the window.
func (s *Story) top() []fyne.CanvasObject {
	if top := s.Window.Canvas().Overlays().Top(); top != nil {
		return visible(nil, top)
	}
	return visible(nil, s.Window.Content())
}

// visible appends o and all that is shown in it to objects.
func visible(objects []fyne.CanvasObject, o fyne.CanvasObject) []fyne.CanvasObject {
	if o == nil || !o.Visible() {
		return objects
	}
	objects = append(objects, o)
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, child := range inside {
		objects = visible(objects, child)
	}
	return objects
}

// words returns what an object says, if it says anything.
func words(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *ui.Words:
		return o.Text
	case *ui.Button:
		return o.Text
	case *ui.Entry:
		return o.Text
	case fyne.Accessible:
		if o.AccessibilityRole() != fyne.AccessibleRoleContainer {
			return o.AccessibilityLabel()
		}
	}
	return ""
}

// Says reports whether the window shows the words anywhere.
func (s *Story) Says(part string) bool {
	for _, o := range s.objects() {
		if strings.Contains(words(o), part) {
			return true
		}
	}
	return false
}

// See demands that the window shows the words.
func (s *Story) See(parts ...string) {
	s.Helper()
	s.Settle()
	for _, part := range parts {
		if !s.Says(part) {
			s.Fatalf("%q is not to be seen; the window says:\n%s", part, s.All())
		}
	}
}

// SeeDrawn demands that the words are drawn, also by what has no words of its
// own.
func (s *Story) SeeDrawn(part string) {
	s.Helper()
	s.Settle()
	for _, o := range s.objects() {
		if t, ok := o.(*canvas.Text); ok && t.Text == part {
			return
		}
	}
	s.Fatalf("%q is not drawn", part)
}

// Miss demands that the window does not show the words.
func (s *Story) Miss(part string) {
	s.Helper()
	s.Settle()
	if s.Says(part) {
		s.Fatalf("%q is still to be seen", part)
	}
}

// All returns all that the window says, for messages.
func (s *Story) All() string {
	var b strings.Builder
	for _, o := range s.objects() {
		if w := words(o); w != "" {
			b.WriteString(w + "\n")
		}
	}
	return b.String()
}

// Tap taps the button or line that says the words.
func (s *Story) Tap(part string) {
	s.Helper()
	s.Settle()
	for _, o := range s.top() {
		tappable, ok := o.(fyne.Tappable)
		if !ok {
			continue
		}
		said := words(o)
		if said != "" && strings.HasSuffix(said, part) {
			if under, ok := o.(desktop.Hoverable); ok { // the mouse comes before the click
				under.MouseIn(&desktop.MouseEvent{})
			}
			test.Tap(tappable)
			s.Settle()
			return
		}
	}
	s.Fatalf("nothing to tap says %q; the window says:\n%s", part, s.All())
}

// TapAfter taps the first button that says the words after the label.
func (s *Story) TapAfter(label, part string) {
	s.Helper()
	s.Settle()
	after := false
	for _, o := range s.top() {
		if b, ok := o.(*ui.Button); ok && after && b.Text == part {
			test.Tap(b)
			s.Settle()
			return
		}
		after = after || words(o) == label
	}
	s.Fatalf("no %q after %q; the window says:\n%s", part, label, s.All())
}

// TapAfterIn is TapAfter for a label of which only a part is known.
func (s *Story) TapAfterIn(label, part string) {
	s.Helper()
	s.Settle()
	for _, o := range s.top() {
		if w, ok := o.(*ui.Words); ok && strings.Contains(w.Text, label) {
			s.TapAfter(w.Text, part)
			return
		}
	}
	s.Fatalf("no %q; the window says:\n%s", label, s.All())
}

// TapAfterLine taps the first line of a list that says the words after the
// label.
func (s *Story) TapAfterLine(label, part string) {
	s.Helper()
	s.Settle()
	after := false
	for _, o := range s.top() {
		t, ok := o.(fyne.Tappable)
		if ok && after && strings.Contains(words(o), part) {
			test.Tap(t)
			s.Settle()
			return
		}
		after = after || words(o) == label
	}
	s.Fatalf("no %q after %q; the window says:\n%s", part, label, s.All())
}

// TapRow clicks on the row of a list that says the words.
func (s *Story) TapRow(part string) {
	s.Helper()
	s.Settle()
	var place fyne.Tappable
	for _, o := range s.top() { // a row's place to click on comes before its words
		if t, ok := o.(fyne.Tappable); ok {
			place = t
		}
		if w, ok := o.(*ui.Words); ok && place != nil && strings.Contains(w.Text, part) {
			test.Tap(place)
			s.Settle()
			return
		}
	}
	s.Fatalf("no row says %q; the window says:\n%s", part, s.All())
}

// Fill types into the field that stands nearest after the label. What was in it
// is replaced.
func (s *Story) Fill(label, typed string) {
	s.Helper()
	e := s.Field(label)
	s.Window.Canvas().Focus(e)
	e.SetText("")
	test.Type(e, typed)
	s.Settle()
}

// FillCell types into the nth field, from 0, after the label of a table.
func (s *Story) FillCell(label string, n int, typed string) {
	s.Helper()
	after := false
	for _, o := range s.top() {
		if e, ok := o.(*ui.Entry); ok && after {
			if n == 0 {
				s.Window.Canvas().Focus(e)
				e.SetText("")
				test.Type(e, typed)
				s.Settle()
				return
			}
			n--
		}
		after = after || words(o) == label
	}
	s.Fatalf("the table %q has no such field", label)
}

// Field returns the field that stands nearest after the label.
func (s *Story) Field(label string) *ui.Entry {
	s.Helper()
	s.Settle()
	after := false
	for _, o := range s.top() {
		if e, ok := o.(*ui.Entry); ok && after {
			return e
		}
		if words(o) == label {
			after = true
		}
	}
	s.Fatalf("no field after %q; the window says:\n%s", label, s.All())
	return nil
}

// Choose takes an option of the drop-down list that stands nearest after the
// label.
func (s *Story) Choose(label, option string) {
	s.Helper()
	after := false
	for _, o := range s.top() {
		if list, ok := o.(interface{ SetSelected(string) }); ok && after {
			list.SetSelected(option)
			s.Settle()
			return
		}
		after = after || words(o) == label
	}
	s.Fatalf("no list after %q; the window says:\n%s", label, s.All())
}

// Tick ticks or clears the box that says the words.
func (s *Story) Tick(part string, ticked bool) {
	s.Helper()
	for _, o := range s.top() {
		if box, ok := o.(interface{ SetChecked(bool) }); ok && words(o) == part {
			box.SetChecked(ticked)
			s.Settle()
			return
		}
	}
	s.Fatalf("no box says %q; the window says:\n%s", part, s.All())
}

// TapIcon taps a button without words in a table of a form: the nth of the
// three of a row, the rows counted from 0 below the label.
func (s *Story) TapIcon(label string, row, n int) {
	s.Helper()
	s.Settle()
	after, seen := false, 0
	for _, o := range s.top() {
		b, ok := o.(*ui.Button)
		if ok && after && b.Text == "" {
			if seen == 3*row+n {
				test.Tap(b)
				s.Settle()
				return
			}
			seen++
		}
		after = after || words(o) == label
	}
	s.Fatalf("no button %d in row %d after %q", n, row, label)
}

// ReachAllByTab demands that Tab alone reaches every control that is shown and
// not disabled, and comes round again.
func (s *Story) ReachAllByTab() {
	s.Helper()
	s.Settle()
	missing := map[fyne.Focusable]bool{}
	for _, o := range s.top() {
		control, ok := o.(fyne.Focusable)
		if off, can := o.(fyne.Disableable); ok && !(can && off.Disabled()) {
			missing[control] = true
		}
	}
	for range 2 * len(missing) {
		s.Window.Canvas().FocusNext()
		delete(missing, s.Window.Canvas().Focused())
	}
	for control := range missing {
		s.Errorf("Tab does not reach %T %q", control, words(control.(fyne.CanvasObject)))
	}
}

// Press presses a key where the keyboard is.
func (s *Story) Press(keys ...fyne.KeyName) {
	s.Helper()
	for _, key := range keys {
		event := &fyne.KeyEvent{Name: key}
		if focused := s.Window.Canvas().Focused(); focused != nil {
			focused.TypedKey(event)
		} else {
			s.Window.Canvas().OnTypedKey()(event)
		}
		s.Settle()
	}
}

// Type types words where the keyboard is.
func (s *Story) Type(typed string) {
	s.Helper()
	focused := s.Window.Canvas().Focused()
	if focused == nil {
		s.Fatal("nothing has the keyboard")
	}
	for _, r := range typed {
		focused.TypedRune(r)
	}
	s.Settle()
}

// Command does what the menu item of the words does.
func (s *Story) Command(words string) {
	s.Helper()
	for _, menu := range s.Window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Label == words {
				item.Action()
				s.Settle()
				return
			}
		}
	}
	s.Fatalf("the menu has no %q", words)
}
