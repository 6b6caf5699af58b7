package ui_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// These stories are about a screen of records: what is done to several at once,
// and the views that it remembers.

// employersOf shows the employers of a story's office, n of them made before.
func employersOf(s *story.Story, n int) *ui.Browser[store.EmployerRow, store.EmployerRow] {
	s.Helper()
	nouns := make([]career.Noun, n)
	for i := range nouns {
		nouns[i] = &career.Employer{Name: fmt.Sprintf("Works %03d", i), Place: []string{"Shenyang", "Dalian"}[i%2]}
	}
	if n > 0 {
		s.Keep(nouns...)
	}
	return browse(s)
}

func browse(s *story.Story) *ui.Browser[store.EmployerRow, store.EmployerRow] {
	d := s.Desk
	b := ui.NewBrowser(d, ui.Records[store.EmployerRow, store.EmployerRow]{
		Hint: "employer.find", None: "employer.none", Unchosen: "employer.none_chosen",
		Source: ui.Source[store.EmployerRow]{
			Page: d.Store.Employers, ID: func(e store.EmployerRow) string { return string(e.ID) }, Cursor: func(e store.EmployerRow) string { return e.Cursor },
			Places: func(ctx context.Context, q store.Query, every int) ([]string, int, error) {
				return d.Store.Places(ctx, store.OfEmployers, q, every)
			},
			Values: func(ctx context.Context, field string) ([]string, error) {
				return d.Store.Values(ctx, store.OfEmployers, field)
			},
			Row: func(ctx context.Context, id string) (store.EmployerRow, error) {
				e, err := d.Store.Employer(ctx, career.EmployerID(id))
				return store.EmployerRow{Employer: e}, err
			},
		},
		Columns: []ui.Column[store.EmployerRow]{
			{Title: "employer.name", Sort: true, Text: func(e store.EmployerRow) string { return e.Name }},
			{Title: "employer.place", Width: 112, Sort: true, Filter: true, Text: func(e store.EmployerRow) string { return e.Place }},
			{Title: "employer.tags", Width: 112, Text: func(e store.EmployerRow) string { return strings.Join(e.Tags, "+") }},
		},
		New: "act.new_employer", Blank: func() career.Noun { return &career.Employer{} },
		Noun:     func(e *store.EmployerRow) career.Noun { return &e.Employer },
		Gone:     func(e store.EmployerRow) string { return d.T("told.deleted", e.Name) },
		Read:     func(_ context.Context, e store.EmployerRow) (store.EmployerRow, error) { return e, nil },
		Describe: func(e store.EmployerRow) fyne.CanvasObject { return d.Heading("All about " + e.Name) },
		Tags:     func(n career.Noun) *[]string { return &n.(*career.Employer).Tags },
		Bulk: []ui.BulkEdit{ui.BulkCode(d, "employer.nature", career.Natures, func(n career.Noun, c career.Nature) {
			n.(*career.Employer).Nature = c
		})},
	})
	s.Show(b)
	return b
}

// employersIn returns all employers of the office.
func employersIn(s *story.Story) []store.EmployerRow {
	s.Helper()
	rows, err := s.Desk.Store.Employers(s.Context(), store.Query{Limit: 1000})
	if err != nil {
		s.Fatal(err)
	}
	return rows
}

// Several records are deleted in one act, which one undo takes back; also all of
// a long list, of which only a page was ever read.
func TestDeletingSeveralAtOnce(t *testing.T) {
	s := story.Begin(t, "en")
	b := employersOf(s, 250)
	s.ClickRow("Works 002", 0)
	s.ClickRow("Works 006", fyne.KeyModifierShift)
	s.Press(fyne.KeyDelete)
	s.See("Deleted 5 records.", "245 rows")
	if left := employersIn(s); len(left) != 245 || b.Picked() != 1 {
		t.Errorf("%d employers are left, %d chosen", len(left), b.Picked())
	}
	s.Tap("Undo")
	s.See("250 rows", "Works 004")
	s.Chord(ui.Ctrl, fyne.KeyA)
	s.ClickRow("Works 001", ui.Ctrl)
	s.Tap("Delete")
	if left := employersIn(s); len(left) != 1 || left[0].Name != "Works 001" {
		t.Errorf("%d employers are left", len(left))
	}
	s.Tap("Undo")
	if left := employersIn(s); len(left) != 250 {
		t.Errorf("after one undo there are %d employers", len(left))
	}
}

// Where the tags in use cannot be read, that is told: an empty list would say
// that there are none.
func TestTagsThatCannotBeRead(t *testing.T) {
	s := story.Begin(t, "en")
	employersOf(s, 3)
	s.Desk.Store.Close()
	s.Command("Add a tag…")
	s.See("▲")
	s.Miss("Add a tag…")
}

// One record is deleted under its own name.
func TestDeletingOne(t *testing.T) {
	s := story.Begin(t, "en")
	employersOf(s, 3)
	s.Press(fyne.KeyDown, fyne.KeyDelete)
	s.See("Deleted Works 001.", "All about Works 002")
}

// A tag is added to several records in one act, also one that some have; tags in
// use are offered and can be taken away again; one undo each.
func TestTaggingSeveralAtOnce(t *testing.T) {
	s := story.Begin(t, "en")
	s.Keep(&career.Employer{Name: "Works 000a", Tags: []string{"old"}})
	employersOf(s, 40)
	tagged := func(tag string) (n int) {
		for _, e := range employersIn(s) {
			if slices.Contains(e.Tags, tag) {
				n++
			}
		}
		return n
	}
	s.Chord(ui.Ctrl, fyne.KeyA)
	s.Command("Add a tag…")
	s.Type("base")
	s.Press(fyne.KeyReturn)
	s.See("Changed 41 records.", "base", "old+base", "41 selected")
	if got := tagged("base"); got != 41 {
		t.Errorf("%d employers have the tag", got)
	}
	s.Command("Add a tag…")
	s.Tick("old", true)
	s.Press(fyne.KeyReturn)
	if got := tagged("old"); got != 41 {
		t.Errorf("%d employers have the tag that was in use", got)
	}
	s.Command("Remove a tag…")
	s.Tick("base", true)
	s.Press(fyne.KeyReturn)
	if got := tagged("base"); got != 0 {
		t.Errorf("%d employers still have the tag", got)
	}
	s.Command("Undo")
	s.Command("Undo")
	s.Command("Undo")
	if base, old := tagged("base"), tagged("old"); base != 0 || old != 1 {
		t.Errorf("after undoing, %d have one tag and %d the other", base, old)
	}
}

// A code is put into a field of several records at once.
func TestChangingACodeOfSeveral(t *testing.T) {
	s := story.Begin(t, "en")
	employersOf(s, 10)
	s.ClickRow("Works 002", 0)
	s.ClickRow("Works 004", fyne.KeyModifierShift)
	s.Command(s.Desk.T("employer.nature"))
	s.Press(fyne.KeyReturn)
	s.See("Changed 3 records.")
	n := 0
	for _, e := range employersIn(s) {
		if e.Nature == career.Natures[0] {
			n++
		}
	}
	if n != 3 {
		t.Errorf("%d employers have the code", n)
	}
}

// What the screen does with several rows has a button beside the count, as long
// as there is room.
func TestTheScreensOwnEditsAreAtHand(t *testing.T) {
	s := story.Begin(t, "en")
	employersOf(s, 10)
	s.ClickRow("Works 002", 0)
	s.ClickRow("Works 004", fyne.KeyModifierShift)
	s.See("3 selected", s.Desk.T("employer.nature"), "Delete")
	s.Tap(s.Desk.T("employer.nature"))
	s.Press(fyne.KeyReturn)
	s.See("Changed 3 records.")
	s.Window.Resize(fyne.NewSize(700, 480))
	s.See("3 selected", "Delete", "More…")
	s.Miss(s.Desk.T("employer.nature"))
}

// The menu of several rows does with all of them what that of one does with it.
func TestTheMenuOfSeveralRows(t *testing.T) {
	s := story.Begin(t, "en")
	employersOf(s, 10)
	s.ClickRow("Works 002", 0)
	s.ClickRow("Works 004", fyne.KeyModifierShift)
	s.MenuOfRow("Works 003")
	s.TapDrawn("Delete")
	s.See("Deleted 3 records.")
	s.MenuOfRow("Works 001")
	s.TapDrawn("Edit")
	if len(s.Edited) != 1 || s.Edited[0].(*career.Employer).Name != "Works 001" {
		t.Errorf("edited %v", s.Edited)
	}
}

// A view keeps what is searched, sorted, filtered and how the columns are. It is
// there after a restart, the one shown last at once; it can be updated and
// deleted, and brought back.
func TestViews(t *testing.T) {
	s := story.Begin(t, "en")
	employersOf(s, 30)
	s.Tap("Filter")
	s.TapDrawn("Location")
	s.Tick("Dalian", true)
	s.Press(fyne.KeyReturn)
	s.Tap("Name")
	s.Tap("Name ▲")
	save := func(name string) {
		s.Tap("Views")
		s.TapDrawn("Save as a view…")
		s.Type(name)
		s.Press(fyne.KeyReturn)
	}
	save("Makers of Dalian")
	s.See("The view “Makers of Dalian” is saved.", "Makers …", "15 rows", "Works 029")
	s.Tap("Makers …")
	s.TapDrawn("No view")
	s.See("30 rows", "Works 000")
	s.Miss("Location: Dalian")
	s.Tap("Views")
	s.TapDrawn("Makers of Dalian")
	s.See("15 rows", "Location: Dalian", "Name ▼")
	browse(s) // the program is started again
	s.See("15 rows", "Location: Dalian", "Name ▼", "Makers …")
	s.Tap("Makers …")
	s.TapDrawn("Delete the view “Makers of Dalian”")
	s.See("30 rows", "Views")
	s.Tap("Undo")
	s.See("15 rows", "Makers …")
	kept, err := s.Desk.Store.KeptUnder(t.Context(), "view/")
	if err != nil || len(kept) != 1 {
		t.Errorf("the office keeps %d views, %v", len(kept), err)
	}
}

// F3 goes on to the next row that was found, wherever the keyboard is.
func TestF3GoesToTheNextOneFound(t *testing.T) {
	s := story.Begin(t, "en")
	b := employersOf(s, 30)
	s.Chord(ui.Ctrl, fyne.KeyF)
	s.Type("Works 01")
	s.Command("Find next")
	if got, _ := b.Chosen(); got.Name != "Works 011" {
		t.Errorf("chosen is %q", got.Name)
	}
	s.See("All about Works 011")
}

// Whoever comes to a screen of records types at once into its search.
func TestTypingRightAfterComing(t *testing.T) {
	s := story.Begin(t, "en")
	employersOf(s, 30)
	s.Type("Works020")
	s.See("All about Works 020", "1 row")
}
