// Package commitments is the screen of what both sides promised, over all
// employers: what is overdue first, then by day; and the form of a commitment,
// wherever in the program it is asked for.
package commitments

import (
	"context"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A Screen shows the commitments on the left and the chosen one on the right.
type Screen struct {
	*ui.Browser[store.CommitmentRow, view]
	desk  *ui.Desk
	ways  *ui.Segments // the open ones alone, or all
	whole atomic.Bool  // all are shown
	body  fyne.CanvasObject
}

// view is all that the page of one commitment shows.
type view struct {
	row   store.CommitmentRow
	visit career.Visit // that it was made at; the zero visit for none
}

// New returns the screen, empty until its first Refresh.
func New(desk *ui.Desk) *Screen {
	s := &Screen{desk: desk}
	s.ways = desk.Segments(func(way int) { s.see(way == 1) }, desk.T("commitment.open_ones"), desk.T("commitment.all"))
	s.Browser = ui.NewBrowser(desk, ui.Records[store.CommitmentRow, view]{
		Hint: "commitment.find", None: "commitment.nothing_due", Unchosen: "commitment.none_chosen",
		Source: s.source(), Columns: s.columns(),
		New: "act.new_commitment", Blank: func() career.Noun { return &career.Commitment{Side: career.Ours} },
		Noun: func(c *store.CommitmentRow) career.Noun { return &c.Commitment },
		Gone: func(c store.CommitmentRow) string { return desk.T("told.deleted", c.What) },
		Read: s.read, Describe: s.describe,
		Bulk: s.together(),
		Commands: []ui.Command{
			{Phrase: "act.give_up", Menu: "menu.edit", Context: true, Off: s.closed, Do: s.GiveUp},
		},
	})
	s.body = ui.Headed(s.ways.Content(), s.Browser.Content())
	return s
}

// Content is the choice between the open ones and all, and the commitments.
func (s *Screen) Content() fyne.CanvasObject { return s.body }

// Open chooses a commitment, be it settled, when the screen comes into view.
func (s *Screen) Open(id string) {
	s.show(true)
	s.Browser.Open(id)
}

// standing is how the screen is shown.
type standing struct {
	whole bool
	list  any
}

// Stand returns how the screen is shown; see ui.Standing.
func (s *Screen) Stand() any { return standing{s.whole.Load(), s.Browser.Stand()} }

// StandAs shows the screen as it was; see ui.Standing.
func (s *Screen) StandAs(was any) {
	if stood, ok := was.(standing); ok {
		s.show(stood.whole)
		s.Browser.StandAs(stood.list)
	}
}

// show chooses the open ones alone, or all, for the next reading.
func (s *Screen) show(all bool) {
	way := 0
	if all {
		way = 1
	}
	s.ways.Show(way)
	s.whole.Store(all)
}

// see shows the open ones alone, or all.
func (s *Screen) see(all bool) {
	s.whole.Store(all)
	s.Refresh()
}

// source is the list of the commitments, or of the open ones.
func (s *Screen) source() ui.Source[store.CommitmentRow] {
	d := s.desk
	source := ui.Listed(d.Store, store.OfCommitments, d.Store.Commitments, func(c store.CommitmentRow) (string, string) { return string(c.ID), c.Cursor })
	source.Row = s.row
	return source.Where(func() map[string][]string {
		if s.whole.Load() {
			return nil
		}
		return map[string][]string{"commitment.state": {store.CommitmentOverdue, store.CommitmentOpen}}
	})
}

// row returns one commitment as the list shows it.
func (s *Screen) row(ctx context.Context, id string) (store.CommitmentRow, error) {
	c, err := s.desk.Store.Commitment(ctx, career.CommitmentID(id))
	if err != nil {
		return store.CommitmentRow{}, err
	}
	if c.Done != "" && !s.whole.Load() { // it left the list when it was settled
		return store.CommitmentRow{}, career.ErrNotFound
	}
	e, err := s.desk.Store.Employer(ctx, c.Employer)
	return store.CommitmentRow{Commitment: c, EmployerName: e.Name}, err
}

func (s *Screen) columns() []ui.Column[store.CommitmentRow] {
	d := s.desk
	return []ui.Column[store.CommitmentRow]{
		{Title: "commitment.due", Width: 84, Sort: true, Text: func(c store.CommitmentRow) string { return d.Short(career.Moment(c.Due)) }},
		{Title: "commitment.what", Sort: true, Text: func(c store.CommitmentRow) string { return c.What }},
		{Title: "commitment.employer", Width: 120, Optional: true, Sort: true, Filter: true, Text: func(c store.CommitmentRow) string { return c.EmployerName }},
		{Title: "commitment.side", Width: 56, Optional: true, Sort: true, Filter: true, Says: ui.Said[career.Side](d),
			Text: func(c store.CommitmentRow) string { return d.T(c.Side.Key()) }},
		{Title: "commitment.owner", Width: 80, Optional: true, Sort: true, Filter: true, Text: func(c store.CommitmentRow) string { return c.Owner }},
		{Title: "commitment.state", Holds: []string{d.T("commitment.is_overdue"), d.T("commitment.is_open"), d.T("commitment.is_done")},
			Filter: true, Says: func(state string) string { return d.T(states[state]) },
			Text: func(c store.CommitmentRow) string { return d.T(s.state(c.Commitment)) }, Tone: s.tone},
	}
}

// states are the phrases of the states that the store tells apart.
var states = map[string]string{
	store.CommitmentOverdue: "commitment.is_overdue", store.CommitmentOpen: "commitment.is_open", store.CommitmentDone: "commitment.is_done",
}

// state returns the phrase for where a commitment stands.
func (s *Screen) state(c career.Commitment) string {
	switch {
	case c.Dropped:
		return "commitment.dropped"
	case c.Done != "":
		return "commitment.is_done"
	case c.Overdue(s.desk.Today()):
		return "commitment.is_overdue"
	}
	return "commitment.is_open"
}

func (s *Screen) tone(c store.CommitmentRow) ui.Tone {
	switch s.state(c.Commitment) {
	case "commitment.is_overdue":
		return ui.Alert
	case "commitment.is_done":
		return ui.Good
	case "commitment.dropped":
		return ui.Muted
	}
	return ui.Plain
}

// read returns all that the page of a commitment shows.
func (s *Screen) read(ctx context.Context, row store.CommitmentRow) (v view, err error) {
	v.row = row
	if row.Visit != "" {
		v.visit, err = s.desk.Store.Visit(ctx, row.Visit)
	}
	return v, err
}

// describe lays out all about one commitment: what, who, until when, and where
// it was promised.
func (s *Screen) describe(v view) fyne.CanvasObject {
	d, c := s.desk, v.row.Commitment
	page := ui.Apart(ui.Stack(
		d.Words(d.T(c.Side.Key()), ui.Muted), d.Heading(c.What),
		d.Words(s.tone(v.row).Mark()+ui.Dot(d.T(s.state(c)), c.Owner), s.tone(v.row))))
	if c.Done == "" {
		page.Add(ui.Row(d.MainButton("act.settle", s.Settle), d.Button("act.a_week_later", s.Postpone),
			d.Button("act.edit", s.Edit), d.LinkButton(d.T("act.give_up"), s.GiveUp)))
	} else {
		page.Add(ui.Row(d.Button("act.edit", s.Edit)))
	}
	page.Add(d.Facts(
		ui.Fact{Phrase: "commitment.due", Words: s.day(c.Due)},
		ui.Fact{Phrase: "commitment.done", Words: s.day(c.Done)},
		ui.Fact{Phrase: "commitment.result", Words: c.Result},
	))
	items := []ui.Item{{Words: v.row.EmployerName, Small: d.T("kind.employer"), Tapped: func() { d.Open(career.KindEmployer, string(c.Employer)) }}}
	if v.visit.ID != "" {
		items = append(items, ui.Item{Words: d.When(v.visit.From), Small: strings.TrimSpace(ui.Dot(d.T("kind.visit"), v.visit.Purpose)),
			Tapped: func() { d.Open(career.KindVisit, string(v.visit.ID)) }})
	}
	page.Add(d.Group(d.T("commitment.from_where"), d.Items("", items...)))
	if !v.visit.Minutes.Empty() {
		page.Add(d.Group(d.T("visit.minutes"), d.Words(v.visit.Minutes.Outer, ui.Plain)))
	}
	page.Add(d.History(career.KindCommitment, string(c.ID)))
	return page
}

// day writes a day out, nothing for none.
func (s *Screen) day(day career.Date) string {
	if day == "" {
		return ""
	}
	return s.desk.Text.Weekday(day.Time())
}
