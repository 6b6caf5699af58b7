package ui_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

// promise is a form of a commitment.
type promise struct {
	*story.Story
	c career.Commitment
}

func newPromise(s *story.Story, c career.Commitment, employer string) *promise {
	s.Helper()
	p := &promise{Story: s, c: c}
	d := s.Desk
	d.Push(d.Form("Promise", ui.Save{Noun: &p.c},
		ui.Pick("commitment.employer", &p.c.Employer, employer, d.FindEmployers, nil),
		ui.Choice("commitment.side", &p.c.Side, career.Sides),
		ui.LongText("commitment.what", &p.c.What, 2),
		ui.Tags("employer.tags", &[]string{}),
		ui.Date("commitment.due", &p.c.Due)))
	s.Settle()
	return p
}

// All that keeps a record from being kept is told at once, also what is missing
// beside what cannot be understood, and each mark goes when its line is put right.
func TestAllProblemsAreToldAtOnce(t *testing.T) {
	s := office(t)
	s.Keep(&career.Employer{Name: "东软集团"})
	p := newPromise(s, career.Commitment{}, "")
	p.Fill(p.Desk.T("commitment.employer"), "no such name")
	p.Fill(p.Desk.T("commitment.due"), "whenever")
	p.Command("Save")
	p.See("4 things to put right", "must be chosen from the list", "is missing", "is not a day")
	p.Fill(p.Desk.T("commitment.due"), "tomorrow")
	p.Miss("is not a day")
	p.See("3 things to put right", "must be chosen from the list")
	p.Fill(p.Desk.T("commitment.employer"), "东软")
	p.Press(fyne.KeyReturn)
	p.Miss("must be chosen from the list")
	p.Choose(p.Desk.T("commitment.side"), p.Desk.T("side.ours"))
	p.See("1 thing to put right", "is missing")
	p.Window.Canvas().Focus(p.Field(p.Desk.T("commitment.what")))
	p.Window.Canvas().Unfocus()
	p.See("is missing")
	p.Fill(p.Desk.T("commitment.what"), "a fair")
	p.Miss("is missing")
	p.Miss("to put right")
	p.Command("Save")
	p.Miss("Promise")
}

// A new record begins at the first line that is empty, one that was kept at its
// first line, and both at a line that was asked for.
func TestAFormBeginsWhereNothingStands(t *testing.T) {
	s := office(t)
	e := &career.Employer{Name: "东软集团"}
	s.Keep(e)
	c := career.Commitment{Employer: e.ID, Side: career.Ours}
	newPromise(s, c, e.Name).Type("a fair")
	if got := s.Field(s.Desk.T("commitment.what")).Text; got != "a fair" {
		t.Errorf("the line holds %q", got)
	}
	s.Command("Save")
	kept := career.Commitment{Employer: e.ID, Side: career.Ours, What: "a fair"}
	s.Keep(&kept)
	newPromise(s, kept, e.Name)
	if s.Window.Canvas().Focused() != s.Field(s.Desk.T("commitment.employer")) {
		t.Errorf("the cursor is in %q", s.Has())
	}
	staff := everything{}
	s.Desk.Push(s.Desk.Form("A form", ui.Save{Noun: &career.Employer{}}, ui.Text("employer.name", &staff.name),
		ui.Number("employer.staff", &staff.staff)).At("employer.staff"))
	if s.Window.Canvas().Focused() != s.Field(s.Desk.T("employer.staff")) {
		t.Error("the cursor is not where it was asked for")
	}
}

// What is typed into a line that holds a record replaces its name, also when Tab
// came to it; what is typed on is not replaced in turn.
func TestTypingReplacesARecordPicked(t *testing.T) {
	s := office(t)
	one, other := &career.Employer{Name: "东软集团"}, &career.Employer{Name: "华信永道"}
	s.Keep(one, other)
	c := career.Commitment{Employer: one.ID, Side: career.Ours, What: "a fair"}
	s.Keep(&c)
	p := newPromise(s, c, one.Name)
	p.Type("华信")
	field := p.Field(p.Desk.T("commitment.employer"))
	if field.Text != "华信" {
		t.Fatalf("the line holds %q", field.Text)
	}
	p.Press(fyne.KeyReturn)
	p.Window.Canvas().FocusNext()
	p.Window.Canvas().FocusPrevious()
	p.Type("东软")
	if field.Text != "东软" {
		t.Fatalf("after Tab the line holds %q", field.Text)
	}
	p.Press(fyne.KeyReturn)
	p.Type("甲")
	if field.Text != "东软集团甲" {
		t.Errorf("the line holds %q", field.Text)
	}
}

// A draft that is continued says what it is, and begins at the first line that it
// changes.
func TestADraftThatIsContinued(t *testing.T) {
	s := office(t)
	e := career.Employer{Name: "东软", Staff: 12, Note: "old"}
	s.Keep(&e)
	newCard(s, e).Fill(s.Desk.T("employer.note"), "typed")
	s.Wait()
	crash(s)
	newCard(s, e).Tap("Continue the draft")
	s.See("This is a draft of 20 Nov 08:31. It is not saved yet.")
	if s.Window.Canvas().Focused() != s.Field(s.Desk.T("employer.note")) {
		t.Errorf("the cursor is in %q", s.Has())
	}
}

// A form of no record tells what is wrong with its lines alone.
func TestProblemsOfNoRecord(t *testing.T) {
	s := office(t)
	staff, saved := 0, 0
	s.Desk.Push(s.Desk.Form("A form", ui.Save{Do: func(context.Context) error { saved++; return nil }}, ui.Number("employer.staff", &staff)))
	s.Type("many")
	s.Command("Save")
	s.See("1 thing to put right")
	if saved != 0 {
		t.Error("it was saved")
	}
}
