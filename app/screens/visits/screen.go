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

// A Screen shows the visits as a list with the one chosen beside it, in a
// calendar, or on a board by state.
type Screen struct {
	*ui.Browser[store.VisitRow, view]
	desk    *ui.Desk
	ways    *ui.Segments
	planner *ui.Planner
	laying  *ui.Latest
	seen    *fyne.Container // the visits in the way chosen
	body    fyne.CanvasObject
}

// view is all that the page of one visit shows.
type view struct {
	row      store.VisitRow
	said     store.Said
	campaign string // its name; empty for none
}

// New returns the screen, empty until its first Refresh.
func New(desk *ui.Desk) *Screen {
	s := &Screen{desk: desk}
	s.Browser = ui.NewBrowser(desk, ui.Records[store.VisitRow, view]{
		Hint: "visit.find", None: "visit.none", Unchosen: "visit.none_chosen",
		Source:  s.source(),
		Columns: s.columns(), Prefer: s.next,
		New: "act.new_visit", Blank: func() career.Noun { return ui.NewVisit() },
		Noun: func(v *store.VisitRow) career.Noun { return &v.Visit },
		Gone: func(v store.VisitRow) string { return desk.T("told.deleted_visit", v.EmployerName) },
		Tags: func(n career.Noun) *[]string { return &n.(*career.Visit).Tags },
		Read: s.read, Describe: s.describe,
		Commands: []ui.Command{
			{Phrase: "act.print_briefing", Menu: "menu.file", Key: fyne.KeyP, With: ui.Ctrl, Context: true, Off: s.none, Do: s.Print},
			{Phrase: "act.preview", Menu: "menu.file", Key: fyne.KeyP, With: ui.Ctrl | fyne.KeyModifierShift, Context: true, Off: s.none, Do: s.Preview},
		},
	})
	s.laying, s.seen = desk.Latest(), container.NewStack()
	s.planner = desk.Planner(s.calendar())
	s.ways = desk.Segments(s.see, desk.T("visit.as_list"), desk.T("visit.as_month"), desk.T("visit.as_week"), desk.T("visit.as_board"))
	s.body = ui.Headed(ui.Between(s.ways.Content(), desk.Button("act.new_visit", s.New)), s.seen)
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
		{Title: "visit.from", Width: 104, Sort: true, Text: func(v store.VisitRow) string { return s.desk.Short(v.From) }},
		{Title: "visit.employer", Sort: true, Text: func(v store.VisitRow) string { return v.EmployerName }},
		{Title: "visit.led_by", Width: 80, Optional: true, Sort: true, Filter: true, Text: func(v store.VisitRow) string { return v.LeaderName }},
		{Title: "visit.direction", Width: 56, Optional: true, Sort: true, Filter: true, Says: ui.Said[career.Direction](s.desk),
			Text: func(v store.VisitRow) string { return s.desk.T(v.Direction.Key()) }},
		{Title: "visit.tags", Width: 88, Optional: true, Filter: true, Text: func(v store.VisitRow) string { return s.desk.Text.List(v.Tags) }},
		{Title: "visit.state", Holds: s.states(), Filter: true, Says: ui.Said[career.State](s.desk),
			Text: func(v store.VisitRow) string { return s.desk.T(s.state(v).Key()) },
			Tone: func(v store.VisitRow) ui.Tone { return tones[s.state(v)] }},
	}
}

// source is the list of the visits.
func (s *Screen) source() ui.Source[store.VisitRow] {
	source := ui.Listed(s.desk.Store, store.OfVisits, s.desk.Store.Visits, func(v store.VisitRow) (string, string) { return string(v.ID), v.Cursor })
	source.Row = s.row
	return source
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

// none says why nothing can be done with the visit chosen: there is none.
func (s *Screen) none() string { return s.Unchosen() }

// Print shows the briefing of the visit chosen, ready to print.
func (s *Screen) Print() {
	if row, ok := s.Chosen(); ok {
		s.desk.Brief(row.ID, true)
	}
}

// Preview shows the briefing of the visit chosen, ready to choose what is in it.
func (s *Screen) Preview() {
	if row, ok := s.Chosen(); ok {
		s.desk.Brief(row.ID, false)
	}
}

// read returns all that the page of a visit shows.
func (s *Screen) read(ctx context.Context, row store.VisitRow) (view, error) {
	said, err := s.desk.Store.Of(ctx, row.ID)
	if err != nil || row.Campaign == "" {
		return view{row: row, said: said}, err
	}
	c, err := s.desk.Store.Campaign(ctx, row.Campaign)
	return view{row, said, c.Name}, err
}
