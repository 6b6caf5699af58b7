package ui_test

import (
	"context"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// card is a form of an employer with the lines that most forms have.
type card struct {
	*story.Story
	e career.Employer
}

// newCard shows the form of an employer over a page, a new one if it has no ID.
func newCard(s *story.Story, e career.Employer) *card {
	c := &card{Story: s, e: e}
	d := s.Desk
	d.Push(d.Form("Card", ui.Save{Noun: &c.e, Deleted: "Deleted"},
		ui.Text("employer.name", &c.e.Name),
		ui.Number("employer.staff", &c.e.Staff),
		ui.Choice("employer.nature", &c.e.Nature, career.Natures),
		ui.Tags("employer.tags", &c.e.Tags),
		ui.Pick("employer.parent", &c.e.Parent, "", d.FindEmployers, d.NewEmployer),
		ui.LongText("employer.note", &c.e.Note, 2),
		ui.Rows("employer.sources", &c.e.Sources, career.Source{},
			ui.TextCell("source.from", 2, func(f *career.Source) *string { return &f.From }),
			ui.DateCell("source.on", 1, func(f *career.Source) *career.Date { return &f.On })),
	))
	s.Settle()
	return c
}

func office(t *testing.T) *story.Story {
	s := story.Begin(t, "en")
	s.Show(newPage())
	return s
}

// crash forgets the window as if the program had been killed, and shows a new
// one over the same office.
func crash(s *story.Story) { s.Show(newPage()) }

// reopen lets the desk work at the office of a file, opened anew; the one of
// before is left as it is, as a program does that is killed.
func reopen(s *story.Story, file string) {
	s.Helper()
	office, err := store.Open(s.Context(), file, store.Options{Actor: "王老师"})
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { office.Close() })
	s.Desk.Store = office
}

func drafts(s *story.Story) []ui.Draft {
	list, err := s.Desk.Drafts(context.Background())
	if err != nil {
		s.Fatal(err)
	}
	return list
}

// What was typed into a new form and not saved is there after the program was
// killed, finished or not, and the form saves it.
func TestADraftSurvivesACrash(t *testing.T) {
	s := office(t)
	file := filepath.Join(t.TempDir(), "office.db")
	reopen(s, file)
	c := newCard(s, career.Employer{})
	c.Fill(s.Desk.T("employer.name"), "东软集团")
	c.Fill(s.Desk.T("employer.staff"), "many")
	c.Choose(s.Desk.T("employer.nature"), s.Desk.T(career.Natures[1].Key()))
	c.Fill(s.Desk.T("employer.tags"), "500强、高")
	c.Fill(s.Desk.T("employer.parent"), "母公司")
	c.Tap("+ New employer “母公司” (saved with this form)")
	c.TapAfter(s.Desk.T("employer.sources"), "Add a row")
	c.Fill(s.Desk.T("source.from"), "官网")
	c.FillCell(s.Desk.T("source.from"), 1, "whenever")
	c.Wait() // five seconds
	reopen(s, file)
	crash(s)
	list := drafts(s)
	if len(list) != 1 || list[0].Kind != career.KindEmployer || list[0].ID != "" || list[0].Name != "Card" {
		t.Fatalf("the drafts are %+v", list)
	}
	c = newCard(s, career.Employer{})
	c.See("There is an unsaved draft (20 Nov 08:31).")
	c.Tap("Continue the draft")
	c.See("东软集团", "many", "500强", "高", s.Desk.T(career.Natures[1].Key()), "母公司", "官网", "whenever")
	c.Command("Save")
	c.See("2 things to put right")
	c.Fill(s.Desk.T("employer.staff"), "1200")
	c.FillCell(s.Desk.T("source.from"), 1, "2026-11-01")
	c.Command("Save")
	c.Miss("Card")
	parent, err := s.Desk.Store.Employer(t.Context(), c.e.Parent)
	if err != nil || parent.Name != "母公司" || c.e.Staff != 1200 || c.e.Nature != career.Natures[1] || len(c.e.Tags) != 2 ||
		len(c.e.Sources) != 1 || c.e.Sources[0].On != "2026-11-01" {
		t.Errorf("kept %+v with parent %q, %v", c.e, parent.Name, err)
	}
	if list := drafts(s); len(list) != 0 {
		t.Errorf("after saving the drafts are %+v", list)
	}
}

// A draft that is discarded is gone, and so is one whose form is given up; a
// form that nobody typed into leaves none.
func TestADraftIsDropped(t *testing.T) {
	s := office(t)
	c := newCard(s, career.Employer{})
	c.Wait()
	if list := drafts(s); len(list) != 0 {
		t.Errorf("a form without typing left %+v", list)
	}
	c.Fill(s.Desk.T("employer.name"), "typed")
	c.Wait()
	crash(s)
	newCard(s, career.Employer{}).Tap("Discard the draft")
	s.Miss("unsaved draft")
	if list := drafts(s); len(list) != 0 {
		t.Errorf("after discarding the drafts are %+v", list)
	}
	s.Fill(s.Desk.T("employer.name"), "typed again")
	s.Desk.KeepDrafts() // the window lost the keyboard
	s.Settle()
	if list := drafts(s); len(list) != 1 {
		t.Errorf("the drafts are %+v", list)
	}
	s.Press(fyne.KeyEscape)
	s.Tap("Discard")
	if list := drafts(s); len(list) != 0 {
		t.Errorf("after giving up the drafts are %+v", list)
	}
	newCard(s, career.Employer{}).Fill(s.Desk.T("employer.name"), "given up at once")
	closed := 0
	s.Desk.Leave(func() { closed++ })
	s.Tap("Discard")
	s.Wait()
	if list := drafts(s); len(list) != 0 || closed != 1 {
		t.Errorf("what was given up at once is kept: %+v; closed %d times", list, closed)
	}
}

// A draft that nobody looked at is not written over by the next form, and
// typing is not replaced by it without asking.
func TestDraftsDoNotEatEachOther(t *testing.T) {
	s := office(t)
	newCard(s, career.Employer{}).Fill(s.Desk.T("employer.name"), "first")
	s.Wait()
	crash(s)
	newCard(s, career.Employer{}).Fill(s.Desk.T("employer.name"), "second")
	s.Wait()
	if list := drafts(s); len(list) != 2 {
		t.Fatalf("the drafts are %+v", list)
	}
	s.Tap("Continue the draft")
	s.See("Replace what you have typed?")
	s.Press(fyne.KeyEscape)
	s.See("second")
	s.Tap("Continue the draft")
	s.Press(fyne.KeyReturn)
	s.See("first")
}

// A draft of a record changes only the lines that were typed into, and is taken
// up from the list of drafts at once.
func TestADraftOfARecord(t *testing.T) {
	s := office(t)
	e := career.Employer{Name: "东软", Staff: 12, Note: "old"}
	s.Keep(&e)
	newCard(s, e).Fill(s.Desk.T("employer.note"), "typed")
	s.Wait()
	crash(s)
	list := drafts(s)
	if len(list) != 1 || list[0].ID != string(e.ID) {
		t.Fatalf("the drafts are %+v", list)
	}
	s.Desk.Edit = func(n career.Noun, _ string) { newCard(s, *n.(*career.Employer)) }
	s.Desk.Resume(list[0])
	s.Miss("unsaved draft")
	s.See("typed", "东软", "12")
	s.Command("Save")
	kept, err := s.Desk.Store.Employer(t.Context(), e.ID)
	if err != nil || kept.Note != "typed" || kept.Staff != 12 {
		t.Errorf("kept %+v, %v", kept, err)
	}
}

// A draft may be written while the form is saved; it is gone all the same.
func TestADraftOfWhatIsSaved(t *testing.T) {
	s := office(t)
	c := newCard(s, career.Employer{})
	c.Fill(s.Desk.T("employer.name"), "东软")
	c.Meanwhile(func() {
		s.Desk.KeepDrafts()
		c.Command("Save")
		s.Desk.KeepDrafts()
	})
	c.Miss("Card")
	if list := drafts(s); len(list) != 0 {
		t.Errorf("after saving the drafts are %+v", list)
	}
}

// The window is not closed before a draft that was given up is gone.
func TestClosingWaitsForTheDraft(t *testing.T) {
	s := office(t)
	c := newCard(s, career.Employer{})
	c.Fill(s.Desk.T("employer.name"), "typed")
	closed := -1
	c.Meanwhile(func() {
		s.Desk.KeepDrafts()
		s.Desk.Leave(func() { closed = len(drafts(s)) })
		s.Tap("Discard")
		if closed >= 0 {
			t.Error("closed while the draft was written")
		}
	})
	if closed != 0 {
		t.Errorf("closed with %d drafts", closed)
	}
}

// Whoever types on after giving the typing up, while the draft is written, still
// gets away from the form.
func TestTypingOnWhileTheDraftIsDropped(t *testing.T) {
	s := office(t)
	c := newCard(s, career.Employer{})
	c.Fill(s.Desk.T("employer.name"), "typed")
	closed := false
	c.Meanwhile(func() {
		s.Desk.KeepDrafts()
		s.Desk.Leave(func() { closed = true })
		s.Tap("Discard")
		c.Fill(s.Desk.T("employer.name"), "typed on")
	})
	if list := drafts(s); !closed || len(list) != 0 {
		t.Errorf("closed: %v, with %d drafts", closed, len(list))
	}
}
