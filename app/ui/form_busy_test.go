package ui_test

import (
	"context"
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

// These stories are about a user who is faster than the disk, and about what a
// form must not do to a record.

// What is typed, ticked or chosen while the form is being saved is not written
// into what is on its way to the disk, and is not lost: the form stays.
func TestTypingWhileSaving(t *testing.T) {
	s := newSheet(t, everything{})
	s.Fill(s.word("employer.name"), "first")
	s.Meanwhile(func() {
		s.save()
		s.Tick(s.word("contact.may_be_named"), true)
		s.Choose(s.word("commitment.side"), s.word("side.theirs"))
		s.Fill(s.word("employer.name"), "second")
		s.Fill(s.word("commitment.due"), "tomorrow")
		if v := s.v; v.public || v.side != "" || v.name != "first" || v.day != "" {
			t.Errorf("written while it was being saved: %+v", v)
		}
	})
	s.See("A form", "Save your changes?")
	s.Press(fyne.KeyReturn)
	if v := s.v; s.saved != 2 || v.name != "second" || !v.public || v.side != career.Theirs || v.day != "2026-11-21" {
		t.Errorf("saved %d times, at last %+v", s.saved, v)
	}
	s.Miss("A form")
}

// Whoever saves and leaves at once is not asked, and leaves one page and not
// two.
func TestLeavingWhileSaving(t *testing.T) {
	s := newSheet(t, everything{})
	s.Desk.Push(s.Desk.Form("Another form", ui.Save{Do: func(context.Context) error { s.saved++; return nil }}, ui.Text("visit.place", &s.v.name)))
	s.Type("typed")
	s.Meanwhile(func() {
		s.save()
		s.save()
		s.Press(fyne.KeyEscape)
		s.Miss("Save your changes?")
	})
	if s.saved != 1 || !s.Says("A form") || s.Says("Another form") {
		t.Errorf("saved %d times; the window says:\n%s", s.saved, s.All())
	}
}

// A form that could not be saved stays, also if the user asked to leave, and
// still knows that it has changes.
func TestLeavingWhileSavingFails(t *testing.T) {
	s := newSheet(t, everything{})
	s.err = career.ErrFull
	s.Fill(s.word("employer.name"), "typed")
	s.Meanwhile(func() {
		s.save()
		s.Desk.Show(0)
	})
	s.See("A form", "typed", "E-FS-201")
	s.Desk.Show(0)
	s.See("Save your changes?")
}

// Closing the window twice asks once.
func TestClosingTwiceAsksOnce(t *testing.T) {
	s := newSheet(t, everything{})
	s.Fill(s.word("employer.name"), "typed")
	closed := 0
	s.Desk.Leave(func() { closed++ })
	s.Desk.Leave(func() { closed++ })
	s.Tap("Keep editing")
	s.Miss("Save your changes?")
	s.Desk.Leave(func() { closed++ })
	s.Tap("Discard")
	if closed != 1 {
		t.Errorf("closed %d times", closed)
	}
}

// Closing waits for what is being written.
func TestClosingWaits(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	e := &career.Employer{Name: "Neusoft"}
	s.Keep(e)
	closed := false
	s.Meanwhile(func() {
		s.Desk.Delete("Deleted", e)
		s.Desk.Leave(func() { closed = true })
		if closed {
			t.Error("closed while a deletion was under way")
		}
	})
	if !closed {
		t.Error("never closed")
	}
}

// Ctrl+Z over a form takes back typing and nothing else: the record below the
// form must not change.
func TestUndoOverAForm(t *testing.T) {
	s := newSheet(t, everything{})
	e := &career.Employer{Name: "Neusoft"}
	s.Keep(e)
	s.Command("Undo")
	s.See("No typing to undo here")
	if _, err := s.Desk.Store.Employer(t.Context(), e.ID); err != nil {
		t.Errorf("what was saved before is gone: %v", err)
	}
}

// An offer to undo is withdrawn when a form is opened, which may be one of the
// very record.
func TestNoOfferToUndoBelowAForm(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	s.Keep(&career.Employer{Name: "Neusoft"})
	s.Desk.Done("Saved Neusoft")
	s.See("Saved Neusoft")
	s.Desk.Push(s.Desk.Form("A form", ui.Save{}))
	s.Miss("Saved Neusoft")
}

// What is offered to be undone is what was done then, not what was done since.
func TestUndoOfTheNotice(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	one, two := &career.Employer{Name: "One"}, &career.Employer{Name: "Two"}
	s.Keep(one)
	s.Desk.Done("Saved One")
	s.See("Saved One")
	s.Keep(two) // somebody else, or without a notice
	s.Tap("Undo")
	if _, err := s.Desk.Store.Employer(t.Context(), one.ID); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("One is still there: %v", err)
	}
	if _, err := s.Desk.Store.Employer(t.Context(), two.ID); err != nil {
		t.Errorf("Two is gone: %v", err)
	}
}

// A button that is pressed and goes away leaves the keyboard to nobody: Enter
// pressed twice undoes one change and not two.
func TestEnterTwiceUndoesOnce(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	one, two := &career.Employer{Name: "One"}, &career.Employer{Name: "Two"}
	s.Keep(one)
	s.Keep(two)
	s.Desk.Done("Saved Two")
	s.Settle()
	s.Window.Canvas().FocusNext()
	for s.Window.Canvas().Focused().(fyne.Accessible).AccessibilityLabel() != "Undo" {
		s.Window.Canvas().FocusNext()
	}
	s.Press(fyne.KeyReturn, fyne.KeyReturn)
	if _, err := s.Desk.Store.Employer(t.Context(), one.ID); err != nil {
		t.Errorf("One is gone too: %v", err)
	}
}

// A double click deletes one record, once.
func TestOneActAtATime(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	e := &career.Employer{Name: "Neusoft"}
	s.Keep(e)
	s.Meanwhile(func() {
		s.Desk.Delete("Deleted", e)
		s.Desk.Delete("Deleted", e)
	})
	s.See("Deleted")
	s.Miss("E-DB")
}

// Of two pages asked for at once the later is shown, and none if the user has
// gone elsewhere.
func TestPagesAskedForAtOnce(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage(), newPage())
	prepare := func(title string) {
		s.Desk.Prepare(func(context.Context) error { return nil }, func() { s.Desk.Push(s.Desk.Form(title, ui.Save{})) })
	}
	s.Meanwhile(func() {
		prepare("First form")
		prepare("Second form")
	})
	s.See("Second form")
	s.Desk.Back()
	s.Miss("form")
	s.Meanwhile(func() {
		prepare("Third form")
		s.Desk.Show(1)
	})
	s.Miss("Third form")
}

// Rows that nothing was typed into are not kept.
func TestEmptyRowsAreLeftOut(t *testing.T) {
	s := newSheet(t, everything{agenda: []career.AgendaLine{{At: "1"}}})
	s.Tap("Add a row")
	s.TapAfter(s.word("visit.points"), "Add a row")
	s.save()
	if len(s.v.agenda) != 1 || len(s.v.points) != 0 {
		t.Errorf("kept %+v and %+v", s.v.agenda, s.v.points)
	}
}

// The cursor goes to the very cell that is wrong.
func TestTheWrongCellGetsTheCursor(t *testing.T) {
	s := newSheet(t, everything{posts: []career.Post{{Rank: 1}, {Rank: 2}}})
	s.FillCell(s.word("post.from"), 4, "many") // the rank of the second row
	s.save()
	s.See("is not a whole number")
	if e, ok := s.Window.Canvas().Focused().(*ui.Entry); !ok || e.Text != "many" {
		t.Errorf("the cursor is in %v", s.Window.Canvas().Focused())
	}
}

// A name that holds a comma stays one name, as long as nobody retypes the line,
// and after it when semicolons part the names.
func TestNamesWithCommas(t *testing.T) {
	names := []string{"Neusoft, Inc.", "东软、熙康"}
	s := newSheet(t, everything{tags: names})
	s.Fill(s.word("employer.name"), "x")
	s.save()
	if len(s.v.tags) != 2 || s.v.tags[0] != names[0] || s.v.tags[1] != names[1] {
		t.Errorf("kept %q", s.v.tags)
	}
	s = newSheet(t, everything{tags: names[:1]})
	s.Window.Canvas().Focus(s.Field(s.word("employer.tags")))
	s.Press(fyne.KeyEnd)
	s.Type("; Neusoft")
	s.save()
	if len(s.v.tags) != 2 || s.v.tags[0] != names[0] || s.v.tags[1] != "Neusoft" {
		t.Errorf("kept %q", s.v.tags)
	}
}

// Text that a field of one line cannot show stays as it is unless it is
// changed.
func TestUntouchedTextStays(t *testing.T) {
	before := "two\nlines "
	s := newSheet(t, everything{name: before})
	s.Fill(s.word("employer.staff"), "3")
	s.save()
	if s.v.name != before {
		t.Errorf("kept %q", s.v.name)
	}
}

// Enter takes nothing from a list that was found for other words.
func TestPickTakesNoStaleOption(t *testing.T) {
	s := newSheet(t, everything{})
	s.Keep(&career.Employer{Name: "东软集团股份有限公司"})
	s.Fill(s.word("employer.parent"), "东软")
	s.Meanwhile(func() {
		s.Type("不是它")
		s.Press(fyne.KeyReturn)
	})
	s.save()
	if s.v.parent != "" {
		t.Error("an employer was picked that was not typed")
	}
	s.See("must be chosen from the list")
}

// A click on an option leaves the keyboard in the field.
func TestPickByMouseKeepsTheKeyboard(t *testing.T) {
	s := newSheet(t, everything{})
	s.Keep(&career.Employer{Name: "东软集团股份有限公司"})
	s.Fill(s.word("employer.parent"), "东软")
	s.Window.Canvas().Unfocus() // as the mouse button does
	s.Fill(s.word("employer.parent"), "东软")
	s.Tap("东软集团股份有限公司")
	if s.Window.Canvas().Focused() != s.Field(s.word("employer.parent")) {
		t.Error("the keyboard is elsewhere")
	}
}
