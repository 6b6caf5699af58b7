package app_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"visitdesk/app"
	"visitdesk/app/i18n"
	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/assets"
	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

func morning() time.Time { return time.Date(2026, 11, 20, 8, 31, 0, 0, time.Local) }

// open opens the whole program on the test driver, with the sample office or an
// empty one.
func open(t *testing.T, language string, filled bool) (*story.Story, *app.Window, string) {
	t.Helper()
	folder := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("PATH", t.TempDir()) // no printer and no viewer here
	if filled {
		s, err := store.Open(t.Context(), filepath.Join(folder, vault.Office), store.Options{Now: morning})
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(sample.Office(t.Context(), s, story.Today), s.Close()); err != nil {
			t.Fatal(err)
		}
	}
	a := test.NewTempApp(t)
	s := story.Over(t)
	w, err := app.Open(t.Context(), a, app.Options{Files: assets.Files, Folder: folder, Language: language, Now: morning, Actor: "王老师", Go: s.Go})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Desk().Store.Close() })
	s.Desk, s.Window = w.Desk(), w.Fyne()
	w.Fyne().Resize(fyne.NewSize(1366, 740))
	s.Settle()
	return s, w, folder
}

// The one job: start, print the briefing of tomorrow's visit, print it. Two
// clicks, and the paper is on its way; without a printer it is one more.
func TestPrintTomorrowsBriefing(t *testing.T) {
	s, _, _ := open(t, "zh", true)
	s.See("明天 09:30")
	s.Tap("打印简报")
	s.See("第 1 页，共")
	s.Tap("打印")
	s.See("没有打印：这台电脑没有装打印机")
	folder, err := vault.Outbox()
	if err != nil {
		t.Fatal(err)
	}
	if papers, _ := filepath.Glob(filepath.Join(folder, "*.pdf")); len(papers) != 1 {
		t.Errorf("made %v", papers)
	}
}

// The same by keyboard alone.
func TestPrintByKeyboard(t *testing.T) {
	s, _, _ := open(t, "en", true)
	s.Command("Print briefing")
	s.Press(fyne.KeyReturn)
	s.See("this computer has no printer")
	s.Press(fyne.KeyEscape, fyne.KeyEscape)
	s.See("Next seven days")
}

// Every section opens by its command, speaks phrases only and can be walked by
// Tab, in both languages.
func TestSections(t *testing.T) {
	for _, language := range i18n.Languages {
		s, _, _ := open(t, language, true)
		for _, section := range sections {
			s.Command(s.Desk.T(section))
			s.SpeaksPhrases()
			s.ReachAllByTab()
		}
	}
}

// sections are those of the window, as their commands are called.
var sections = []string{"section.today", "section.visits", "section.employers", "section.people", "section.meetings", "section.commitments", "section.settings"}

// So does everything that comes over a section: the other ways to see the
// visits, every form, the preview, the guide, and what asks or tells.
func TestEveryControlIsReachedByTab(t *testing.T) {
	s, _, _ := open(t, "en", true)
	d := s.Desk
	reach := func(where string) {
		s.SpeaksPhrases()
		unreached, unseen := s.Tabs()
		if len(unreached)+len(unseen) > 0 {
			t.Errorf("%s: Tab does not reach %q; %q do not show that they have the keyboard", where, unreached, unseen)
		}
	}
	s.Command("Visits")
	for _, way := range []string{"visit.as_month", "visit.as_week", "visit.as_board", "visit.as_list"} {
		s.Tap(d.T(way))
		reach(way)
	}
	for _, noun := range []career.Noun{&career.Visit{}, &career.Employer{}, &career.Contact{}, &career.Commitment{}, &career.Meeting{}, &career.Demand{},
		&career.Agreement{}, &career.Feedback{}, &career.Colleague{}, &career.Graduate{}, &career.University{}} {
		d.Edit(noun, "")
		reach("the form of a " + string(noun.Kind()))
		d.Back()
	}
	next, err := d.Store.Next(t.Context(), career.Moment(story.Today))
	if err != nil {
		t.Fatal(err)
	}
	d.Brief(next.ID, false)
	reach("the preview")
	d.Back()
	for _, act := range []string{"act.guide", "act.about", "act.palette", "act.help", "act.keys"} {
		s.Command(d.T(act))
		reach(act)
		s.Press(fyne.KeyEscape)
		d.Back()
	}
}

// The ways between the screens: from a visit to its employer and back, from
// what is due to its form.
func TestWays(t *testing.T) {
	s, _, _ := open(t, "en", true)
	next, err := s.Desk.Store.Next(t.Context(), career.Moment(story.Today))
	if err != nil {
		t.Fatal(err)
	}
	s.Desk.Open(career.KindEmployer, string(next.Employer()))
	s.See("Contacts", next.EmployerName)
	s.Desk.Open(career.KindVisit, string(next.ID))
	s.See("Edit", next.Purpose)
	for _, noun := range []career.Noun{&career.Visit{}, &career.Employer{}, &career.Contact{}, &career.Commitment{}, &career.Demand{},
		&career.Agreement{}, &career.Feedback{}, &career.Colleague{}, &career.University{}} {
		s.Desk.Edit(noun, "")
		s.See("Save", "Cancel")
		s.Desk.Back()
		s.Miss("Cancel")
	}
}

// A new visit can be begun from anywhere; its form is left with a question if
// something was typed.
func TestNewVisitFromAnywhere(t *testing.T) {
	s, _, _ := open(t, "en", true)
	s.Command("Settings")
	s.Command("New visit from anywhere")
	s.Fill("Place", "here")
	s.Command("Today")
	s.See("Save your changes?")
	s.Tap("Discard")
	s.See("Next seven days")
}

// The language changes while the window stays where it is, Fyne's own words
// with it, and is remembered; so is the size of the text.
func TestLookChangesLive(t *testing.T) {
	s, w, folder := open(t, "zh", true)
	s.Command("设置")
	s.Choose("语言", "English")
	s.Desk, s.Window = w.Desk(), w.Fyne()
	s.See("Settings", "Leaders and colleagues")
	if got := lang.L("Copy"); got != "Copy" {
		t.Errorf("Fyne says %q", got)
	}
	s.Command("Larger text")
	s.Desk = w.Desk()
	s.See("120%")
	s.Choose("Appearance", "Dark")
	s.Desk = w.Desk()
	s.Choose("Language", "中文")
	s.Desk = w.Desk()
	if got := lang.L("Copy"); got != "复制" {
		t.Errorf("Fyne says %q", got)
	}
	w.Desk().Store.Close()
	again, err := app.Open(t.Context(), fyne.CurrentApp(), app.Options{Files: assets.Files, Folder: folder, Now: morning, Go: s.Go})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Desk().Store.Close()
	s.Desk, s.Window = again.Desk(), again.Fyne()
	s.Command("设置")
	s.See("120%", "深色")
}

// How much is overdue stands beside the section, and goes down as it is
// settled.
func TestBadge(t *testing.T) {
	s, _, _ := open(t, "en", false)
	e := &career.Employer{ID: career.EmployerID(story.ID("e1")), Name: "Neusoft"}
	s.Keep(e, &career.Commitment{Employer: e.ID, Side: career.Ours, What: "CVs", Due: "2026-11-01"},
		&career.Commitment{Employer: e.ID, Side: career.Ours, What: "robots", Due: "2026-11-02"},
		&career.Commitment{Employer: e.ID, Side: career.Ours, What: "later", Due: "2026-12-02"})
	s.Desk.Changed()
	s.SeeDrawn("2")
	s.TapAfter("▲ CVs", "Done")
	s.SeeDrawn("1")
}

// A new office offers the sample, and the first step is one click.
func TestNewOffice(t *testing.T) {
	s, _, _ := open(t, "zh", false)
	s.Tap("试用示例数据")
	s.See("明天 09:30", "打印简报")
	s.Tap("撤销")
	s.See("欢迎使用访企通")
}

// Help is about where the user is, the keys are listed, and the program says
// what it is.
func TestHelp(t *testing.T) {
	s, _, _ := open(t, "en", true)
	s.Press(fyne.KeyF1)
	s.See("The first page you see")
	s.Press(fyne.KeyEscape)
	s.Tap("Print briefing")
	s.Press(fyne.KeyF1)
	s.See("What you see here is what is printed")
	s.Press(fyne.KeyEscape, fyne.KeyEscape)
	s.Command("Keyboard shortcuts")
	s.See("Ctrl+P", "Ctrl+1")
	s.Press(fyne.KeyEscape)
	s.Command("About Visit Desk")
	s.See("nothing is sent anywhere")
	s.Press(fyne.KeyReturn, fyne.KeyEscape)
	s.Miss("nothing is sent anywhere")
}

// An office that cannot be opened is left alone and told with what to do.
func TestOfficeThatCannotBeOpened(t *testing.T) {
	for _, language := range i18n.Languages {
		folder := t.TempDir()
		file := filepath.Join(folder, vault.Office)
		if err := os.WriteFile(file, []byte("this is no office, only some text that somebody put here"), 0o600); err != nil {
			t.Fatal(err)
		}
		w, err := app.Open(t.Context(), test.NewTempApp(t), app.Options{Files: assets.Files, Folder: folder, Language: language})
		if !errors.Is(err, career.ErrForeign) && !errors.Is(err, career.ErrDamaged) {
			t.Fatalf("got %v", err)
		}
		if data, _ := os.ReadFile(file); string(data) != "this is no office, only some text that somebody put here" {
			t.Error("the file was changed")
		}
		s := story.Over(t)
		s.Desk, s.Window = w.Desk(), w.Fyne()
		s.See("E-DB-", folder, s.Desk.T("app.not_opened"))
		s.SpeaksPhrases()
	}
}

// The widest and the smallest text both leave every word in its place at
// 1366 × 768.
func TestTextSizes(t *testing.T) {
	s, w, _ := open(t, "en", true)
	for _, size := range []int{ui.TextSizes[0], ui.TextSizes[len(ui.TextSizes)-1]} {
		look, err := ui.NewTheme(assets.Files, ui.Light, size)
		if err != nil {
			t.Fatal(err)
		}
		fyne.CurrentApp().Settings().SetTheme(look)
		if least := w.Fyne().Content().MinSize(); least.Width > 1366 || least.Height > 700 {
			t.Errorf("at text size %d the window needs %v", size, least)
		}
		s.See("Next seven days")
	}
}

// With large text everything fits into a small and old screen too, and with the
// largest into that of an office, also the longest form and the preview: nothing
// is pushed out of the window.
func TestSmallScreen(t *testing.T) {
	for size, screen := range map[int]fyne.Size{21: fyne.NewSize(1024, 540), 30: fyne.NewSize(1366, 700)} {
		s, w, _ := open(t, "en", true)
		look, err := ui.NewTheme(assets.Files, ui.HighContrast, size)
		if err != nil {
			t.Fatal(err)
		}
		fyne.CurrentApp().Settings().SetTheme(look)
		w.Fyne().Resize(screen)
		fits := func(what string) {
			if least := w.Fyne().Content().MinSize(); least.Width > screen.Width || least.Height > screen.Height {
				t.Errorf("%s needs %v of %v at text size %d", what, least, screen, size)
			}
		}
		for _, section := range sections {
			s.Command(s.Desk.T(section))
			s.Settle()
			fits(section)
			for _, act := range []string{"Edit", "Print briefing"} {
				if section != "section.visits" {
					continue
				}
				s.Command(act)
				s.Settle()
				fits(act)
				s.Desk.Back()
			}
			for _, way := range []string{"Month", "Week", "Board", "List"} {
				if section != "section.visits" {
					continue
				}
				s.Tap(way)
				fits(way)
			}
		}
	}
}
