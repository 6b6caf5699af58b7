// Package visits is the screen that plans the visits and keeps what was said at
// them. It lists all visits, shows the one chosen with what its briefing still
// lacks, and edits it.
package visits

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A Screen shows the visits on the left and the chosen one on the right.
type Screen struct {
	desk   *ui.Desk
	list   *ui.List[store.VisitRow]
	detail *fyne.Container
	read   *ui.Latest
	shown  career.VisitID
	body   fyne.CanvasObject
}

// view is all that the detail of one visit shows.
type view struct {
	row  store.VisitRow
	said store.Said
}

// New returns the screen, empty until its first Refresh.
func New(desk *ui.Desk) *Screen {
	s := &Screen{desk: desk, detail: container.NewStack(), read: desk.Latest()}
	s.list = ui.NewList(desk, "visit.find", ui.Source[store.VisitRow]{
		Page: func(ctx context.Context, find, after string) ([]store.VisitRow, error) {
			return desk.Store.Visits(ctx, store.Query{Find: find, After: after, Limit: ui.PageRows})
		},
		ID:     func(v store.VisitRow) string { return string(v.ID) },
		Cursor: func(v store.VisitRow) string { return v.Cursor },
		Row:    s.row,
	}, ui.Empty{Phrase: "visit.none", Act: "act.new_visit", Do: s.New}, s.columns()...)
	s.list.Prefer = s.next
	s.list.OnChosen = s.show
	s.list.OnNone = func() { s.desk.Swap(s.detail, ui.Stack(), false) }
	s.list.OnOpen = func(store.VisitRow) { s.Edit() }
	s.list.OnDelete = func(store.VisitRow) { s.Delete() }
	s.body = ui.Beside(s.list.Content(), s.detail)
	return s
}

// row returns one visit as the list shows it.
func (s *Screen) row(ctx context.Context, id string) (store.VisitRow, error) {
	v, err := s.desk.Store.Visit(ctx, career.VisitID(id))
	if err != nil {
		return store.VisitRow{}, err
	}
	day, err := s.desk.Store.Between(ctx, v.From.Date(), v.From.Date())
	for _, row := range day {
		if row.ID == v.ID {
			return row, err
		}
	}
	return store.VisitRow{}, cmp.Or(err, career.ErrNotFound)
}

func (s *Screen) columns() []ui.Column[store.VisitRow] {
	return []ui.Column[store.VisitRow]{
		{Title: "visit.from", Width: 96, Text: func(v store.VisitRow) string { return s.desk.Short(v.From) }},
		{Title: "visit.employer", Text: func(v store.VisitRow) string { return v.EmployerName }},
		{Title: "visit.led_by", Width: 80, Optional: true, Text: func(v store.VisitRow) string { return v.LeaderName }},
		{Title: "visit.state", Holds: s.states(),
			Text: func(v store.VisitRow) string { return s.desk.T(s.state(v).Key()) },
			Tone: func(v store.VisitRow) ui.Tone { return tones[s.state(v)] }},
	}
}

// states returns the words for every state.
func (s *Screen) states() []string {
	words := make([]string, len(career.States))
	for i, state := range career.States {
		words[i] = s.desk.T(state.Key())
	}
	return words
}

// tones says which states ask for something.
var tones = map[career.State]ui.Tone{
	career.Plan: ui.Warn, career.Brief: ui.Good, career.Happening: ui.Accent, career.Unminuted: ui.Alert,
	career.Acting: ui.Warn, career.PutOff: ui.Muted, career.CalledOff: ui.Muted,
}

func (s *Screen) state(v store.VisitRow) career.State {
	return v.Visit.State(s.desk.Today(), v.Open)
}

// next returns the place of the next visit in a page of rows, the latest first.
func (s *Screen) next(rows []store.VisitRow) int {
	at := 0
	for i, v := range rows {
		if v.From.Date() >= s.desk.Today() && v.Cancelled == "" && v.Postponed == "" {
			at = i
		}
	}
	return at
}

// Content is the list and the detail.
func (s *Screen) Content() fyne.CanvasObject { return s.body }

// Refresh reads the list afresh, and with it the visit chosen.
func (s *Screen) Refresh() { s.list.Refresh() }

// Commands are what can be done with visits.
func (s *Screen) Commands() []ui.Command {
	return []ui.Command{
		{Phrase: "act.new_visit", Menu: "menu.file", Key: fyne.KeyN, With: ui.Ctrl, Do: s.New},
		{Phrase: "act.edit", Menu: "menu.edit", Key: fyne.KeyF2, Off: s.none, Do: s.Edit},
		{Phrase: "act.delete", Menu: "menu.edit", Off: s.none, Do: s.Delete},
		{Phrase: "act.find", Menu: "menu.edit", Key: fyne.KeyF, With: ui.Ctrl, Do: s.list.Find},
		{Phrase: "act.print_briefing", Menu: "menu.file", Key: fyne.KeyP, With: ui.Ctrl, Off: s.none, Do: s.Print},
	}
}

// none says why nothing can be done with the visit chosen: there is none.
func (s *Screen) none() string {
	if _, ok := s.list.Chosen(); !ok {
		return "visit.none_chosen"
	}
	return ""
}

// Open chooses a visit when the screen comes into view.
func (s *Screen) Open(id career.VisitID) { s.list.Choose(string(id)) }

// New shows the form of a new visit.
func (s *Screen) New() {
	s.desk.Edit(&career.Visit{Direction: career.Out, Mode: career.OnSite}, "")
}

// Edit shows the form of the visit chosen.
func (s *Screen) Edit() { s.editAt("") }

func (s *Screen) editAt(field string) {
	if row, ok := s.list.Chosen(); ok {
		s.desk.Edit(&row.Visit, field)
	}
}

// Print shows the briefing of the visit chosen, ready to print.
func (s *Screen) Print() {
	if row, ok := s.list.Chosen(); ok {
		s.desk.Brief(row.ID, true)
	}
}

// Delete deletes the visit chosen. It asks nothing: it can be undone.
func (s *Screen) Delete() {
	row, ok := s.list.Chosen()
	if !ok {
		return
	}
	s.desk.Delete(s.desk.T("told.deleted_visit", row.EmployerName), &row.Visit)
}

// show reads what the detail of a visit shows.
func (s *Screen) show(row store.VisitRow) {
	v := view{row: row}
	s.read.Run(func(ctx context.Context) (err error) {
		v.said, err = s.desk.Store.Of(ctx, row.ID)
		return err
	}, func(err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		same := s.shown == row.ID
		s.shown = row.ID
		s.desk.Swap(s.detail, ui.Paper(s.describe(v)), same)
	})
}
