package ui_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"visitdesk/app/i18n"
	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/assets"
	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

// neusoft begins a window over an office with an employer, a person there and a
// visit.
func neusoft(t *testing.T, language string) *story.Story {
	t.Helper()
	s := story.Begin(t, language)
	e := &career.Employer{ID: career.EmployerID(story.ID("e1")), Name: "南昌新兴科技有限公司", Place: "江西省南昌市"}
	c := &career.Contact{ID: career.ContactID(story.ID("c1")), Name: "李强", Posts: []career.Post{{Employer: e.ID, Title: "人事经理"}}}
	v := &career.Visit{ID: career.VisitID(story.ID("v1")), Employers: []career.EmployerID{e.ID}, Direction: career.Out, Mode: career.OnSite, From: "2026-11-21T09:30"}
	s.Keep(e, c, v)
	p := newPage(s.Desk.Button("act.save", func() {}))
	p.commands = []ui.Command{{Phrase: "act.new_visit", Menu: "menu.file", Key: fyne.KeyN, With: ui.Ctrl, Do: func() { s.Edited = append(s.Edited, &career.Visit{}) }}}
	s.Show(p)
	return s
}

// Ctrl+K, a few letters of pinyin, Enter: the employer is open.
func TestPaletteFindsByInitials(t *testing.T) {
	s := neusoft(t, "zh")
	s.Chord(ui.Ctrl, fyne.KeyK)
	s.Type("ncxx")
	s.See("用人单位 · 南昌新兴科技有限公司")
	s.Press(fyne.KeyReturn)
	if len(s.Opened) != 1 || s.Opened[0] != "employer "+story.ID("e1") {
		t.Errorf("opened %v", s.Opened)
	}
	s.Miss("用人单位 · 南昌新兴科技有限公司")
}

// Enter typed faster than the answer comes waits for it: it never opens what was
// found for half a word.
func TestEnterWaitsForTheAnswer(t *testing.T) {
	s := neusoft(t, "zh")
	s.Chord(ui.Ctrl, fyne.KeyK)
	s.See("新建走访")
	s.Meanwhile(func() {
		s.Type("李强")
		s.Press(fyne.KeyReturn)
		if len(s.Opened) > 0 || len(s.Edited) > 0 {
			t.Fatalf("opened %v, edited %v before the answer", s.Opened, s.Edited)
		}
	})
	if len(s.Opened) != 1 || s.Opened[0] != "contact "+story.ID("c1") {
		t.Errorf("opened %v", s.Opened)
	}
}

// A second Enter before the answer is one too many: what the first opened has
// closed the palette.
func TestEnterTwiceBeforeTheAnswerOpensOnce(t *testing.T) {
	s := neusoft(t, "zh")
	s.Chord(ui.Ctrl, fyne.KeyK)
	s.Meanwhile(func() {
		s.Type("李强")
		s.Press(fyne.KeyReturn)
		s.Press(fyne.KeyReturn)
	})
	if len(s.Opened) != 1 {
		t.Errorf("opened %v", s.Opened)
	}
}

// Words typed before the records of earlier days are known count, not those.
func TestTypingFasterThanTheOfficeOpens(t *testing.T) {
	s := neusoft(t, "zh")
	s.Meanwhile(func() {
		s.Chord(ui.Ctrl, fyne.KeyK)
		s.Type("李强")
		s.Press(fyne.KeyReturn)
	})
	if len(s.Opened) != 1 || s.Opened[0] != "contact "+story.ID("c1") {
		t.Errorf("opened %v, edited %v", s.Opened, s.Edited)
	}
}

// What is not found can be made, but not by an Enter that came too early.
func TestPaletteOffersANewEmployer(t *testing.T) {
	s := neusoft(t, "zh")
	s.Chord(ui.Ctrl, fyne.KeyK)
	s.Meanwhile(func() {
		s.Type("大连某某公司")
		s.Press(fyne.KeyReturn)
	})
	s.See("＋ 新建单位“大连某某公司”")
	if len(s.Edited) > 0 {
		t.Fatalf("edited %v", s.Edited)
	}
	s.Press(fyne.KeyReturn)
	if len(s.Edited) != 1 || s.Edited[0].(*career.Employer).Name != "大连某某公司" {
		t.Errorf("edited %v", s.Edited)
	}
}

// Commands are found by their words, their pinyin and its initials, and by
// English words in a Chinese window too.
func TestPaletteFindsCommands(t *testing.T) {
	for _, typed := range []string{"新建走访", "xinjianzoufang", "xjzf", "new visit", ">新建"} {
		s := neusoft(t, "zh")
		s.Chord(ui.Ctrl, fyne.KeyK)
		s.Type(typed)
		s.See("命令 · 新建走访", "Ctrl+N")
		s.Press(fyne.KeyReturn)
		if len(s.Edited) != 1 {
			t.Errorf("%q did not begin a visit", typed)
		}
	}
}

// Ctrl+P prints the briefing of the visit chosen.
func TestPalettePrints(t *testing.T) {
	s := neusoft(t, "zh")
	s.Desk.Open(career.KindVisit, story.ID("v1"))
	s.Chord(ui.Ctrl, fyne.KeyK)
	s.Chord(ui.Ctrl, fyne.KeyP)
	if len(s.Briefs) != 1 || string(s.Briefs[0]) != story.ID("v1") {
		t.Errorf("printed %v; the window says\n%s", s.Briefs, s.All())
	}
}

// Without words the palette shows what was opened lately, by its name of today,
// also on another day, and every command.
func TestPaletteRemembers(t *testing.T) {
	s := neusoft(t, "zh")
	s.Desk.Open(career.KindContact, story.ID("c1"))
	s.Desk.Open(career.KindVisit, story.ID("v1"))
	s.Settle()
	kept, err := s.Desk.Store.Kept(t.Context(), "recent")
	if err != nil || strings.Contains(string(kept), "李强") || !strings.Contains(string(kept), story.ID("v1")) {
		t.Errorf("kept %s, %v", kept, err)
	}
	s.Chord(ui.Ctrl, fyne.KeyK)
	s.See("走访 · 南昌新兴科技有限公司 · ", "联系人 · 李强", "命令 · 新建走访")
	s.Press(fyne.KeyEscape)
	s.Miss("联系人 · 李强")
	s.Chord(ui.Ctrl, fyne.KeyK)
	s.Chord(ui.Ctrl, fyne.KeyK)
	s.Miss("联系人 · 李强")
}

// The palette goes through its lines by the arrows, by pages and by the mouse.
func TestPaletteLines(t *testing.T) {
	s := neusoft(t, "en")
	s.Chord(ui.Ctrl, fyne.KeyK)
	s.See("1–10 of ")
	s.Press(fyne.KeyUp)
	s.Miss("1–10 of ")
	s.Press(fyne.KeyDown)
	s.See("1–10 of ")
	s.Press(fyne.KeyPageDown, fyne.KeyPageUp)
	s.See("1–10 of ")
	s.Tap("New visit · File")
	if len(s.Edited) != 1 {
		t.Error("the mouse chose nothing")
	}
}

// No command is given to the window below the palette.
func TestPaletteKeepsTheKeys(t *testing.T) {
	s := neusoft(t, "en")
	s.Chord(ui.Ctrl, fyne.KeyK)
	s.Chord(ui.Ctrl, fyne.KeyN)
	s.Press(fyne.KeyF6)
	if len(s.Edited) > 0 {
		t.Error("a command went through")
	}
	if got, ok := s.Window.Canvas().Focused().(*ui.Entry); !ok || got.Text != "" {
		t.Errorf("%T has the keyboard", s.Window.Canvas().Focused())
	}
}

// BenchmarkPalette answers what is typed, letter by letter, over the sample
// office: what the store takes alone, and all of it with the commands and the
// lines written.
func BenchmarkPalette(b *testing.B) {
	s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "office.db"), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	if err := sample.Office(b.Context(), s, story.Today); err != nil {
		b.Fatal(err)
	}
	field := openPalette(b, s)
	each := func(do func(words string)) func(*testing.B) {
		return func(b *testing.B) {
			for b.Loop() {
				for _, words := range []string{"s", "sy", "syx", "新", "沈阳"} {
					do(words)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(5*b.N), "µs/answer")
		}
	}
	b.Run("store", each(func(words string) {
		if _, err := s.Search(b.Context(), words, 16); err != nil {
			b.Fatal(err)
		}
	}))
	b.Run("all", each(field.SetText))
}

// openPalette opens the palette over an office in a window whose work is done at
// once, and returns its field.
func openPalette(b *testing.B, office *store.Store) *ui.Entry {
	b.Helper()
	w := story.Window(b)
	text, err := i18n.Load(assets.Files, "zh")
	if err != nil {
		b.Fatal(err)
	}
	d := &ui.Desk{
		Store: office, Text: text, Window: w, Files: assets.Files,
		Today: func() career.Date { return story.Today }, Now: time.Now,
		Go: func(f func()) { f() }, Do: func(f func()) { f() }, Later: func(time.Duration, func()) {},
		Open: func(career.Kind, string) {},
	}
	page := newPage()
	frame := d.Frame([]ui.Section{{Phrase: "section.today", Icon: "home", Screen: func() ui.Screen { return page }}}, nil, nil, nil)
	w.SetContent(frame.Content())
	w.Resize(fyne.NewSize(1366, 740))
	d.Show(0)
	d.Palette()
	return w.Canvas().Focused().(*ui.Entry)
}
