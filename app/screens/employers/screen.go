// Package employers is the screen of the employers: who they are, whom we know
// there, what both sides promised, what they want and think, and which of our
// graduates work there. It owns the forms of all that belongs to an employer.
package employers

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A Screen shows the employers on the left and the chosen one on the right.
type Screen struct {
	desk   *ui.Desk
	list   *ui.List[store.EmployerRow]
	detail *fyne.Container
	read   *ui.Latest
	shown  career.EmployerID
	whole  bool // the employer shown is shown with all there is
	body   fyne.CanvasObject
}

// New returns the screen, empty until its first Refresh.
func New(desk *ui.Desk) *Screen {
	s := &Screen{desk: desk, detail: container.NewStack(), read: desk.Latest()}
	s.list = ui.NewList(desk, "employer.find", ui.Source[store.EmployerRow]{
		Page: func(ctx context.Context, find, after string) ([]store.EmployerRow, error) {
			return desk.Store.Employers(ctx, store.Query{Find: find, After: after, Limit: ui.PageRows})
		},
		ID:     func(e store.EmployerRow) string { return string(e.ID) },
		Cursor: func(e store.EmployerRow) string { return e.Cursor },
		Row:    s.row,
	}, ui.Empty{Phrase: "employer.none", Act: "act.new_employer", Do: s.New},
		ui.Column[store.EmployerRow]{Title: "employer.name", Text: func(e store.EmployerRow) string { return e.Name }},
		ui.Column[store.EmployerRow]{Title: "employer.place", Width: 112, Optional: true, Text: func(e store.EmployerRow) string { return e.Place }},
		ui.Column[store.EmployerRow]{Title: "employer.graduates", Width: 56, Optional: true, Text: func(e store.EmployerRow) string { return some(e.Graduates) }},
		ui.Column[store.EmployerRow]{Title: "employer.last_visit", Width: 92, Optional: true, Text: func(e store.EmployerRow) string { return string(career.Moment(e.LastVisit).Date()) }},
	)
	s.list.OnChosen = s.show
	s.list.OnNone = func() { s.desk.Swap(s.detail, ui.Stack(), false) }
	s.list.OnOpen = func(store.EmployerRow) { s.Edit() }
	s.list.OnDelete = func(store.EmployerRow) { s.Delete() }
	s.body = ui.Beside(s.list.Content(), s.detail)
	return s
}

// row returns one employer as the list shows it, without the counts where too
// many others have its name.
func (s *Screen) row(ctx context.Context, id string) (store.EmployerRow, error) {
	e, err := s.desk.Store.Employer(ctx, career.EmployerID(id))
	if err != nil {
		return store.EmployerRow{}, err
	}
	named, err := s.desk.Store.Employers(ctx, store.Query{Find: e.Name, Limit: ui.PageRows})
	for _, row := range named {
		if row.ID == e.ID {
			return row, err
		}
	}
	return store.EmployerRow{Employer: e}, err
}

// some writes a count, and nothing for none.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Content is the list and the detail.
func (s *Screen) Content() fyne.CanvasObject { return s.body }

// Refresh reads the list afresh, and with it the employer chosen.
func (s *Screen) Refresh() { s.list.Refresh() }

// Commands are what can be done with employers.
func (s *Screen) Commands() []ui.Command {
	return []ui.Command{
		{Phrase: "act.new_employer", Menu: "menu.file", Key: fyne.KeyN, With: ui.Ctrl, Do: s.New},
		{Phrase: "act.edit", Menu: "menu.edit", Key: fyne.KeyF2, Off: s.none, Do: s.Edit},
		{Phrase: "act.delete", Menu: "menu.edit", Off: s.none, Do: s.Delete},
		{Phrase: "act.find", Menu: "menu.edit", Key: fyne.KeyF, With: ui.Ctrl, Do: s.list.Find},
	}
}

func (s *Screen) none() string {
	if _, ok := s.list.Chosen(); !ok {
		return "employer.none_chosen"
	}
	return ""
}

// Open chooses an employer when the screen comes into view.
func (s *Screen) Open(id career.EmployerID) { s.list.Choose(string(id)) }

// New shows the form of a new employer.
func (s *Screen) New() { s.desk.Edit(&career.Employer{}, "") }

// Edit shows the form of the employer chosen.
func (s *Screen) Edit() { s.editAt("") }

func (s *Screen) editAt(field string) {
	if row, ok := s.list.Chosen(); ok {
		s.desk.Edit(&row.Employer, field)
	}
}

// Delete deletes the employer chosen. It asks nothing: it can be undone.
func (s *Screen) Delete() {
	if row, ok := s.list.Chosen(); ok {
		s.desk.Delete(s.desk.T("told.deleted", row.Name), &row.Employer)
	}
}

// show reads all about an employer and lays it out.
func (s *Screen) show(row store.EmployerRow) {
	var file store.File
	s.read.Run(func(ctx context.Context) (err error) {
		file, err = s.desk.Store.File(ctx, row.ID)
		return err
	}, func(err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		same := s.shown == row.ID
		s.shown, s.whole = row.ID, s.whole && same
		s.desk.Swap(s.detail, ui.Paper(s.describe(&file)), same)
	})
}
