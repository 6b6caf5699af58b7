package ui_test

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

type emptyFiles struct{}

func (emptyFiles) Open(name string) (fs.File, error) { return nil, fs.ErrNotExist }

// page is a screen with nothing but what a test puts into it.
type page struct {
	body     *fyne.Container
	commands []ui.Command
	read     int
}

func newPage(objects ...fyne.CanvasObject) *page {
	return &page{body: container.NewVBox(objects...)}
}

func (p *page) Content() fyne.CanvasObject { return p.body }
func (p *page) Refresh()                   { p.read++ }
func (p *page) Commands() []ui.Command     { return p.commands }

// Work is done beside the window and its answer comes back with the error.
func TestRun(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	var told error
	done := false
	s.Desk.Run(func(context.Context) error { return career.ErrFull }, func(err error) { told, done = err, true })
	if done {
		t.Fatal("the work held up the window")
	}
	s.Settle()
	if !errors.Is(told, career.ErrFull) {
		t.Errorf("the answer is %v", told)
	}
}

// A panic in work or in a button is told to the user; the program lives.
func TestPanicIsTold(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage(s.Desk.Button("act.save", func() { panic("a bug") })))
	s.Tap("Save")
	s.See("The program made a mistake")
	s.Press(fyne.KeyEscape)
	s.Miss("The program made a mistake")
	s.Desk.Run(func(context.Context) error { panic("another") }, func(err error) { s.Desk.Fail(err) })
	s.See("The program made a mistake")
}

// Of two questions asked one after the other only the later is answered, and
// the earlier one's work is told to stop.
func TestLatest(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	latest := s.Desk.Latest()
	var answers []string
	var stopped error
	ask := func(name string) {
		latest.Run(func(ctx context.Context) error {
			if name == "first" {
				stopped = ctx.Err()
			}
			return nil
		}, func(error) { answers = append(answers, name) })
	}
	ask("first")
	ask("second")
	s.Settle()
	if len(answers) != 1 || answers[0] != "second" || stopped == nil {
		t.Errorf("answered %v, the first stopped with %v", answers, stopped)
	}
	ask("third")
	latest.Stop()
	s.Settle()
	if len(answers) != 1 {
		t.Errorf("answered %v after Stop", answers)
	}
}

// Every error of the office has words of its own, in both languages, that end
// in a code.
func TestExplain(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		s := story.Begin(t, language)
		seen := map[string]error{}
		for _, err := range []error{career.ErrNotFound, career.ErrTaken, career.ErrConflict, career.ErrInUse, career.ErrTooNew,
			career.ErrForeign, career.ErrDamaged, career.ErrReadOnly, career.ErrFull, fs.ErrPermission, errors.New("anything else")} {
			words := s.Desk.Explain(err)
			if seen[words] != nil || !strings.Contains(words, "E-") {
				t.Errorf("%s: %v is told as %q, as is %v", language, err, words, seen[words])
			}
			seen[words] = err
		}
	}
}

// All problems of a record are told at once, by field.
func TestFailTellsAllProblems(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	s.Desk.Fail(career.Invalid{{Field: "employer.name", Reason: "problem.missing"}, {Field: "employer.staff", Reason: "problem.negative"}})
	s.See(s.Desk.T("employer.name"), s.Desk.T("problem.missing"), s.Desk.T("problem.negative"))
}

// What was cancelled is no error.
func TestFailIsSilentAboutCancelling(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	before := s.All()
	s.Desk.Fail(context.Canceled)
	s.Desk.Fail(nil)
	if s.All() != before {
		t.Errorf("the window says:\n%s", s.All())
	}
}

// A notice goes after a while; one about a fault stays.
func TestNotices(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	s.Desk.Told("All is well")
	s.See("All is well")
	s.Desk.Told("Still well")
	s.See("Still well")
	s.Wait()
	s.Miss("well")
	s.Desk.Fail(career.ErrFull)
	s.Wait()
	s.See("E-FS-201")
	s.Tap("Dismiss")
	s.Miss("E-FS-201")
}

// What was saved is undone by the button of the notice and by Ctrl+Z, one after
// the other, also what was saved before the last undo.
func TestUndo(t *testing.T) {
	s := story.Begin(t, "en")
	p := newPage()
	s.Show(p)
	one, two := &career.Employer{Name: "One"}, &career.Employer{Name: "Two"}
	s.Keep(one)
	s.Keep(two)
	read := p.read
	s.Desk.Done("Saved Two")
	s.See("Saved Two")
	s.Tap("Undo")
	s.See("Undone")
	if _, err := s.Desk.Store.Employer(t.Context(), two.ID); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("Two is still there: %v", err)
	}
	s.Command("Undo")
	if _, err := s.Desk.Store.Employer(t.Context(), one.ID); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("One is still there: %v", err)
	}
	s.Command("Undo")
	s.See("Nothing to undo")
	if p.read == read {
		t.Error("the screen was not read afresh")
	}
}

// A notice does not go from under the keyboard.
func TestNoticeWaitsForTheKeyboard(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	undone := 0
	s.Desk.Offer("All is well", "act.undo", func() { undone++ })
	s.Press(fyne.KeyF6)
	s.Wait()
	s.See("All is well")
	s.Press(fyne.KeyReturn)
	if undone != 1 {
		t.Errorf("undone %d times", undone)
	}
	s.Desk.Told("Still well")
	s.Press(fyne.KeyF6)
	s.Wait()
	s.Window.Canvas().Unfocus()
	s.Wait()
	s.Miss("Still well")
}
