package people

import (
	"cmp"
	"context"
	"errors"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// graduate is all that is read to show one graduate.
type graduate struct {
	career.Graduate
	list    []career.Outcome // the newest first
	where   map[career.EmployerID]string
	contact store.PersonRow // who the graduate is at an employer; no ID for nobody
}

// readGraduate reads a graduate, what became of it, and who it is to us today.
func (s *Screen) readGraduate(ctx context.Context, id career.GraduateID) (g graduate, err error) {
	g.where = map[career.EmployerID]string{}
	if g.Graduate, err = s.desk.Store.Graduate(ctx, id); err != nil {
		return g, err
	}
	if g.list, err = s.desk.Store.Outcomes(ctx, id); err != nil {
		return g, err
	}
	for _, o := range g.list {
		if g.where[o.Employer], err = s.desk.EmployerName(ctx, o.Employer); err != nil {
			return g, err
		}
	}
	named, err := s.desk.Store.People(ctx, store.Query{Find: g.Name, Limit: ui.OptionRows, Filter: map[string][]string{"person.graduate": {"yes"}}})
	for _, row := range named {
		c, err := s.desk.Store.Contact(ctx, career.ContactID(row.ID))
		if err != nil {
			return g, err
		}
		if c.Graduate == id {
			g.contact = row
		}
	}
	return g, err
}

// ofGraduate lays out one graduate: the facts, and what became of them.
func (s *Screen) ofGraduate(g *graduate) fyne.CanvasObject {
	d := s.desk
	n := &g.Graduate
	page := ui.Apart(
		ui.Stack(d.Heading(n.Name), d.Words(ui.Dot(d.T("graduate.class_of", n.Cohort), n.Faculty, n.Major, d.T(n.Degree.Key())), ui.Muted)),
		ui.Row(d.MainButton("act.new_outcome", func() { s.newOutcome(n.ID) }), d.Button("act.edit", func() { d.Edit(n, "") }),
			d.LinkButton(d.T("act.delete"), func() { d.Delete(d.T("told.deleted", n.Name), n) })),
		d.Facts(
			ui.Fact{Phrase: "graduate.student_no", Words: n.StudentNo},
			ui.Fact{Phrase: "graduate.class", Words: n.Class},
			ui.Fact{Phrase: "graduate.origin", Words: n.Origin},
			ui.Fact{Phrase: "graduate.mobile", Words: n.Mobile},
			ui.Fact{Phrase: "graduate.email", Words: n.Email},
			ui.Fact{Phrase: "graduate.note", Words: n.Note},
		))
	page.Add(s.outcomeList(g))
	page.Add(s.asContact(g))
	page.Add(s.files(n))
	return page
}

// outcomeList lists what became of a graduate: the newest counts, the others
// are how it came to that.
func (s *Screen) outcomeList(g *graduate) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	for i, o := range g.list {
		pay := ""
		if o.Pay > 0 {
			pay = d.T("outcome.pay_month", strconv.Itoa(o.Pay))
		}
		item := ui.Item{
			Words:  ui.Dot(d.T(o.Code.Key()), cmp.Or(g.where[o.Employer], o.EmployerName), o.Job),
			Small:  ui.Dot(d.Text.Date(o.On.Time()), o.Place, pay, o.Source, o.Evidence),
			Tapped: func() { d.Edit(&o, "") },
		}
		if i > 0 {
			item.Tone = ui.Muted
		}
		items = append(items, item)
	}
	return d.Group(d.T("graduate.outcomes"), d.Items("graduate.no_outcomes", items...))
}

// asContact leads to who the graduate is at an employer, or makes that of where
// they went.
func (s *Screen) asContact(g *graduate) fyne.CanvasObject {
	d := s.desk
	if g.contact.ID != "" {
		return d.Group(d.T("graduate.as_contact"), d.Items("", ui.Item{Words: ui.Dot(g.contact.Name, g.contact.Title), Small: g.contact.Where,
			Tapped: func() { d.Open(career.KindContact, g.contact.ID) }}))
	}
	return d.Group(d.T("graduate.as_contact"), d.Items("graduate.no_contact"), d.Button("act.make_contact", func() {
		c := &career.Contact{Name: g.Name, Mobile: g.Mobile, Email: g.Email, Graduate: g.ID}
		if len(g.list) > 0 && g.list[0].Employer != "" {
			c.Posts = []career.Post{{Employer: g.list[0].Employer, Title: g.list[0].Job}}
		}
		d.Edit(c, "")
	}))
}

// newOutcome shows the form of what became of a graduate since.
func (s *Screen) newOutcome(id career.GraduateID) {
	s.desk.Edit(&career.Outcome{Graduate: id, On: s.desk.Today()}, "")
}

// Graduate shows the card of a graduate over whatever is shown.
func (s *Screen) Graduate(id career.GraduateID) {
	p := &page{screen: s, id: id, body: container.NewStack(), reading: s.desk.Latest()}
	s.desk.Push(p)
}

// page is the card of a graduate over another screen.
type page struct {
	screen  *Screen
	id      career.GraduateID
	body    *fyne.Container
	reading *ui.Latest
	shown   bool // it was read
}

// Content is the card.
func (p *page) Content() fyne.CanvasObject { return p.body }

// Shown reads the card afresh.
func (p *page) Shown() { p.Refresh() }

// Refresh reads the card afresh. One that was deleted is left.
func (p *page) Refresh() {
	s := p.screen
	var g graduate
	p.reading.Run(func(ctx context.Context) (err error) {
		g, err = s.readGraduate(ctx, p.id)
		return err
	}, func(err error) {
		if errors.Is(err, career.ErrNotFound) {
			s.desk.Back()
			if p.shown { // it was deleted here, which needs no telling
				return
			}
		}
		if err != nil {
			s.desk.Fail(err)
			return
		}
		same := p.shown
		p.shown = true
		back := s.desk.LinkButton(s.desk.T("act.back"), s.desk.Back)
		s.desk.Swap(p.body, ui.Paper(ui.Stack(ui.Row(back), s.ofGraduate(&g))), same)
	})
}

// Help names the page of the help that is about it.
func (p *page) Help() string { return "people" }

// Renewal shows the card again; see ui.Renewable.
func (p *page) Renewal() func(*ui.Desk) {
	return func(d *ui.Desk) { d.Open(career.KindGraduate, string(p.id)) }
}

// Leave goes on at once: nothing is lost.
func (p *page) Leave(then func()) {
	p.reading.Stop()
	then()
}

// Commands are what can be done with the graduate.
func (p *page) Commands() []ui.Command {
	s := p.screen
	return []ui.Command{
		{Phrase: "act.new_outcome", Menu: "menu.file", Key: fyne.KeyN, With: ui.Ctrl, Do: func() { s.newOutcome(p.id) }},
		{Phrase: "act.edit", Menu: "menu.edit", Key: fyne.KeyF2, Do: func() { s.desk.Edit(&career.Graduate{ID: p.id}, "") }},
		{Phrase: "act.back", Menu: "menu.file", Key: fyne.KeyEscape, Do: s.desk.Back},
	}
}
