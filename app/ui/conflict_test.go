package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/data/career"
)

// meanwhile saves a record as somebody else would.
func meanwhile(c *card, change func(*career.Employer)) {
	c.Helper()
	e, err := c.Desk.Store.Employer(c.Context(), c.e.ID)
	if err != nil {
		c.Fatal(err)
	}
	change(&e)
	c.Keep(&e)
}

// stored is the employer as the office has it now.
func stored(c *card) career.Employer {
	c.Helper()
	e, err := c.Desk.Store.Employer(c.Context(), c.e.ID)
	if err != nil {
		c.Fatal(err)
	}
	return e
}

// collision is the form of a record that somebody else has saved meanwhile: they
// changed its name, its staff and its tags, we its name, its note and its staff
// to the same number.
func collision(t *testing.T) *card {
	s := office(t)
	e := career.Employer{Name: "东软", Staff: 10, Tags: []string{"a"}, Note: "old"}
	s.Keep(&e)
	c := newCard(s, e)
	meanwhile(c, func(e *career.Employer) { e.Name, e.Staff, e.Tags = "东软（他）", 12, []string{"a", "b"} })
	c.Fill(s.Desk.T("employer.name"), "东软（我）")
	c.Fill(s.Desk.T("employer.staff"), "12")
	c.Fill(s.Desk.T("employer.note"), "my note")
	c.Command("Save")
	c.See("This record was changed elsewhere")
	return c
}

// Only what somebody else changed and says something else is asked for. What the
// user did not touch is theirs at first, what both changed is the user's.
func TestConflictIsSettledByField(t *testing.T) {
	c := collision(t)
	c.See("东软（他）", "东软（我）", "a, b")
	c.Miss("my note")
	c.Miss(c.Desk.T("employer.staff"))
	c.Command("Save")
	c.Miss("changed elsewhere")
	c.Miss("Card")
	if e := stored(c); e.Name != "东软（我）" || e.Staff != 12 || len(e.Tags) != 2 || e.Note != "my note" {
		t.Errorf("kept %+v", e)
	}
}

// The keyboard alone chooses: the arrows between the two sides, Tab to the next
// field.
func TestConflictByKeyboard(t *testing.T) {
	c := collision(t)
	c.ReachAllByTab()
	c.Window.Canvas().Focus(c.Window.Canvas().Focused())
	c.Tap("东软（我）")
	c.Press(fyne.KeyLeft)
	c.Window.Canvas().FocusNext()
	c.Window.Canvas().FocusNext()
	c.Window.Canvas().FocusNext()
	c.Press(fyne.KeySpace)
	c.Tap("Save")
	if e := stored(c); e.Name != "东软（他）" || len(e.Tags) != 1 || e.Note != "my note" {
		t.Errorf("kept %+v", e)
	}
}

// All of one side are taken at once.
func TestConflictAllOfOneSide(t *testing.T) {
	c := collision(t)
	c.Tap("Keep all mine")
	c.Tap("Save")
	if e := stored(c); e.Name != "东软（我）" || len(e.Tags) != 1 {
		t.Errorf("all mine kept %+v", e)
	}
	c = collision(t)
	c.Tap("Take all theirs")
	c.Tap("Save")
	if e := stored(c); e.Name != "东软（他）" || len(e.Tags) != 2 || e.Note != "my note" {
		t.Errorf("all theirs kept %+v", e)
	}
}

// Going back from the choice loses nothing that was typed, and the next time it
// is asked again.
func TestConflictCanWait(t *testing.T) {
	c := collision(t)
	c.Press(fyne.KeyEscape)
	c.See("Card", "东软（我）", "my note")
	if e := stored(c); e.Name != "东软（他）" {
		t.Errorf("kept %+v", e)
	}
	c.Command("Save")
	c.See("This record was changed elsewhere")
	meanwhile(c, func(e *career.Employer) { e.Name = "东软（又）" }) // faster again
	c.Command("Save")
	c.Miss("Card")
	if e := stored(c); e.Name != "东软（我）" || len(e.Tags) != 2 {
		t.Errorf("kept %+v", e)
	}
}

// Two who changed different things, or the same thing to the same, are not asked
// about what does not differ.
func TestNoConflictWhereBothSayTheSame(t *testing.T) {
	s := office(t)
	e := career.Employer{Name: "东软"}
	s.Keep(&e)
	c := newCard(s, e)
	meanwhile(c, func(e *career.Employer) { e.Staff = 12 })
	c.Fill(s.Desk.T("employer.staff"), "12")
	c.Fill(s.Desk.T("employer.note"), "mine")
	c.Command("Save")
	c.Miss("Card")
	if e := stored(c); e.Staff != 12 || e.Note != "mine" {
		t.Errorf("kept %+v", e)
	}
}

// A draft of a record that somebody changed since goes the same way.
func TestADraftOfWhatWasChangedSince(t *testing.T) {
	s := office(t)
	e := career.Employer{Name: "东软", Staff: 10}
	s.Keep(&e)
	c := newCard(s, e)
	c.Fill(s.Desk.T("employer.name"), "东软（我）")
	c.Wait()
	meanwhile(c, func(e *career.Employer) { e.Name, e.Staff = "东软（他）", 12 })
	crash(s)
	c = newCard(s, stored(c))
	c.See("The record was changed elsewhere since")
	c.Tap("Continue the draft")
	c.See("东软（我）", "10")
	c.Command("Save")
	c.See("This record was changed elsewhere", "东软（他）")
	c.Command("Save")
	if e := stored(c); e.Name != "东软（我）" || e.Staff != 12 {
		t.Errorf("kept %+v", e)
	}
	if list := drafts(s); len(list) != 0 {
		t.Errorf("the drafts are %+v", list)
	}
}

// A record that somebody deleted is told; what was typed stays.
func TestConflictWithADeletion(t *testing.T) {
	s := office(t)
	e := career.Employer{Name: "东软"}
	s.Keep(&e)
	c := newCard(s, e)
	c.Fill(s.Desk.T("employer.name"), "typed")
	if err := s.Desk.Store.Delete(t.Context(), &e); err != nil {
		t.Fatal(err)
	}
	c.Command("Save")
	c.See("E-DB-108", "typed")
}
