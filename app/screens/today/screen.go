// Package today is the screen the program opens with: the next visit and what
// its briefing still lacks, this week's visits, what was promised and is due,
// and the visits that nobody wrote minutes of.
package today

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"visitdesk/app/papers/briefing"
	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

// A Screen shows what matters today.
type Screen struct {
	desk *ui.Desk
	read *ui.Latest
	body *fyne.Container
	news news
	full bool // the week shows all its visits
}

// news is all that the screen shows.
type news struct {
	next      store.VisitRow
	found     bool             // there is a next visit
	facts     career.Dossier   // of it
	missing   []career.Problem // from its briefing
	empty     bool             // the office has nothing at all
	week      []store.VisitRow
	due       []store.CommitmentRow
	unminuted []store.VisitRow
	drafts    []ui.Draft
}

const (
	dueRows    = 12
	weekRows   = 20 // visits of a busy week shown before the user asks for all
	lookBack   = 60 // days within which missing minutes are still worth asking for
	minuteRows = 6
)

// New returns the screen, empty until its first Refresh.
func New(desk *ui.Desk) *Screen {
	return &Screen{desk: desk, read: desk.Latest(), body: container.NewStack()}
}

// Content is the page.
func (s *Screen) Content() fyne.CanvasObject { return s.body }

// Refresh reads everything afresh.
func (s *Screen) Refresh() {
	var n news
	today := s.desk.Today()
	s.read.Run(func(ctx context.Context) (err error) {
		n, err = s.gather(ctx, today)
		return err
	}, func(err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.news = n
		s.show()
	})
}

// show lays the news out.
func (s *Screen) show() { s.desk.Swap(s.body, ui.Paper(s.page(s.news)), true) }

// gather asks the store for what the screen shows on a day.
func (s *Screen) gather(ctx context.Context, today career.Date) (n news, err error) {
	n.next, err = s.desk.Store.Next(ctx, today.At(""))
	switch {
	case err == nil:
		n.found = true
		if n.facts, err = s.desk.Store.Dossier(ctx, n.next.ID, career.L1, today); err != nil {
			return n, err
		}
		n.missing = briefing.Missing(n.facts)
	case !errors.Is(err, career.ErrNotFound):
		return n, err
	}
	if !n.found {
		some, err := s.desk.Store.Employers(ctx, store.Query{Limit: 1})
		if err != nil {
			return n, err
		}
		n.empty = len(some) == 0
	}
	if n.drafts, err = s.desk.Drafts(ctx); err != nil {
		return n, err
	}
	if n.week, err = s.desk.Store.Between(ctx, today, today.Add(7)); err != nil {
		return n, err
	}
	if n.due, err = s.desk.Store.Due(ctx, today, dueRows); err != nil {
		return n, err
	}
	n.unminuted, err = s.desk.Store.Unminuted(ctx, today.Add(-lookBack), today.Add(-1), minuteRows)
	return n, err
}

// Commands are what can be done on the screen.
func (s *Screen) Commands() []ui.Command {
	return []ui.Command{
		{Phrase: "act.print_briefing", Menu: "menu.file", Key: fyne.KeyP, With: ui.Ctrl, Off: s.none, Do: s.Print},
		{Phrase: "act.preview", Menu: "menu.file", Key: fyne.KeyP, With: ui.Ctrl | fyne.KeyModifierShift, Off: s.none, Do: s.Preview},
		{Phrase: "act.new_visit", Menu: "menu.file", Key: fyne.KeyN, With: ui.Ctrl, Do: s.New},
	}
}

func (s *Screen) none() string {
	if !s.news.found {
		return "today.no_next"
	}
	return ""
}

// Print shows the briefing of the next visit, ready to print.
func (s *Screen) Print() { s.desk.Brief(s.news.next.ID, true) }

// Preview shows the briefing of the next visit, ready to read.
func (s *Screen) Preview() { s.desk.Brief(s.news.next.ID, false) }

// New shows the form of a new visit.
func (s *Screen) New() {
	s.desk.Edit(ui.NewVisit(), "")
}

func (s *Screen) page(n news) fyne.CanvasObject {
	d := s.desk
	day := d.Text.Weekday(d.Today().Time())
	if n.empty && len(n.drafts) == 0 {
		return ui.Apart(d.Heading(day), s.welcome())
	}
	page := ui.Apart(d.Heading(day))
	if len(n.drafts) > 0 {
		page.Add(s.drafts(n))
	}
	page.Add(s.next(n))
	page.Add(ui.Columns(280, s.week(n), s.due(n), s.minutes(n)))
	return page
}

// drafts lists what was typed into forms and not saved, be it that the computer
// went down.
func (s *Screen) drafts(n news) fyne.CanvasObject {
	d := s.desk
	items := make([]ui.Item, len(n.drafts))
	for i, draft := range n.drafts {
		items[i] = ui.Item{
			Words: draft.Name, Small: d.T("today.draft_of", draft.At.Local().Format("15:04"), d.Near(career.DateOf(draft.At.Local()))), Tone: ui.Warn,
			Tapped:  func() { d.Resume(draft) },
			Buttons: []fyne.CanvasObject{d.Button("draft.go_on", func() { d.Resume(draft) }), d.LinkButton(d.T("draft.discard"), func() { d.Discard(draft) })},
		}
	}
	return ui.Card(d.Group(d.T("today.drafts"), d.Items("", items...)))
}

// welcome is what a new office shows: how to begin.
func (s *Screen) welcome() fyne.CanvasObject {
	d := s.desk
	return ui.Card(ui.Apart(
		d.Heading(d.T("today.welcome")),
		d.Words(d.T("today.welcome_text"), ui.Plain),
		ui.Row(d.MainButton("act.try_sample", s.TrySample), d.Button("act.new_visit", s.New)),
	))
}

// TrySample fills the new office with the sample. It can be undone.
func (s *Screen) TrySample() {
	d, today := s.desk, s.desk.Today()
	d.Act(func(ctx context.Context) error { return sample.Office(ctx, d.Store, today) }, func() { d.Done(d.T("told.sample")) })
}

// next is the card of the next visit.
func (s *Screen) next(n news) fyne.CanvasObject {
	d := s.desk
	if !n.found {
		return ui.Card(ui.Apart(d.Words(d.T("today.no_next"), ui.Muted), ui.Row(d.MainButton("act.new_visit", s.New))))
	}
	v := n.next
	when := strings.TrimSpace(d.Near(v.From.Date()) + " " + v.From.Clock())
	page := ui.Apart(
		ui.Stack(
			d.Words(when, ui.Accent),
			d.Heading(v.EmployerName),
			d.Words(ui.Dot(d.T(v.Direction.Key()), v.Place), ui.Muted)),
		d.Facts(
			ui.Fact{Phrase: "visit.led_by", Words: s.leader(v)},
			ui.Fact{Phrase: "today.host", Words: host(v)},
			ui.Fact{Phrase: "visit.purpose", Words: v.Purpose}),
	)
	fields := make([]string, len(n.missing))
	for i, problem := range n.missing {
		fields[i] = problem.Field
	}
	mend := func(field string) { d.Edit(n.facts.Record(field)) }
	if missing := d.Missing("today.missing", fields, mend); missing != nil {
		page.Add(missing)
	}
	page.Add(ui.Row(d.MainButton("act.print_briefing", s.Print), d.Button("act.preview", s.Preview),
		d.Button("act.open", func() { d.Open(career.KindVisit, string(v.ID)) })))
	return ui.Card(page)
}

// leader names who leads the visit, and how many go along.
func (s *Screen) leader(v store.VisitRow) string {
	name := strings.TrimSpace(v.LeaderTitle + " " + v.LeaderName)
	if others := len(v.Ours) - 1; others > 0 && name != "" {
		return s.desk.Text.Count("today.with", others, name)
	}
	return name
}

// host names the one to call on the day, or whoever comes first on their side.
func host(v store.VisitRow) string {
	for _, p := range v.Theirs {
		if p.OnSite {
			return ui.Dot(strings.TrimSpace(p.Name+" "+p.Title), p.Phone)
		}
	}
	if len(v.Theirs) > 0 {
		return strings.TrimSpace(v.Theirs[0].Name + " " + v.Theirs[0].Title)
	}
	return ""
}

func (s *Screen) week(n news) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	for _, v := range n.week {
		if v.State(d.Today(), v.Open) == career.CalledOff || v.State(d.Today(), v.Open) == career.PutOff {
			continue
		}
		items = append(items, ui.Item{
			Words:  v.EmployerName,
			Small:  ui.Dot(strings.TrimSpace(d.Near(v.From.Date())+" "+v.From.Clock()), v.LeaderName, d.T(v.State(d.Today(), v.Open).Key())),
			Tapped: func() { d.Open(career.KindVisit, string(v.ID)) },
		})
	}
	most := weekRows
	if s.full {
		most = 0
	}
	items = d.Few(items, most, func() {
		s.full = true
		s.show()
	})
	return ui.Card(d.Group(d.T("today.week"), d.Items("today.no_week", items...)))
}

func (s *Screen) due(n news) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	for _, c := range n.due {
		items = append(items, d.CommitmentItem(c.Commitment, c.EmployerName))
	}
	return ui.Card(d.Group(d.T("today.due"), d.Items("today.no_due", items...)))
}

func (s *Screen) minutes(n news) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	for _, v := range n.unminuted {
		items = append(items, ui.Item{
			Words: v.EmployerName, Small: d.Near(v.From.Date()), Tone: ui.Warn,
			Tapped: func() { d.Edit(&v.Visit, "visit.minutes_outer") },
		})
	}
	return ui.Card(d.Group(d.T("today.minutes"), d.Items("today.no_minutes", items...)))
}
