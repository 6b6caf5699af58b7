// Package guide is the page that leads a new office through its first visit:
// what to enter, in which order, and what it is good for. What is done is read
// from the office itself; nothing is ticked off by hand.
package guide

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

// A Page shows the steps to the first visit.
type Page struct {
	desk *ui.Desk
	read *ui.Latest
	body *fyne.Container
}

// facts are what the steps are made from.
type facts struct {
	begun      store.Begun
	university career.University
	contacts   []career.Contact // at the employer that the first visit is to
}

// A step is one thing to do.
type step struct {
	title, why, act string // phrases
	done            bool
	do              func()
}

// New returns the page, empty until it is shown.
func New(desk *ui.Desk) *Page {
	return &Page{desk: desk, read: desk.Latest(), body: container.NewStack()}
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.body }

// Help names the page of the help that is about it.
func (p *Page) Help() string { return "first_visit" }

// Commands are the way back.
func (p *Page) Commands() []ui.Command {
	return []ui.Command{{Phrase: "act.leave", Menu: "menu.file", Key: fyne.KeyEscape, Do: p.desk.Back}}
}

// Shown reads how far the office is.
func (p *Page) Shown() { p.Refresh() }

// Refresh reads afresh how far the office is.
func (p *Page) Refresh() {
	var f facts
	p.read.Run(func(ctx context.Context) (err error) {
		if f.begun, err = p.desk.Store.Begun(ctx); err != nil {
			return err
		}
		f.university, err = p.desk.Store.University(ctx)
		if err != nil && !errors.Is(err, career.ErrNotFound) { // a new office has none
			return err
		}
		if f.begun.Employer == "" {
			return nil
		}
		file, err := p.desk.Store.File(ctx, f.begun.Employer)
		f.contacts = file.Contacts
		return err
	}, func(err error) {
		if err != nil {
			p.desk.Fail(err)
			return
		}
		p.desk.Swap(p.body, ui.Paper(p.lay(p.steps(f))), true)
	})
}

// Renewal shows the steps again; see ui.Renewable.
func (p *Page) Renewal() func(*ui.Desk) { return func(d *ui.Desk) { d.Push(New(d)) } }

// Leave leaves at once: there is nothing to lose.
func (p *Page) Leave(then func()) {
	p.read.Stop()
	then()
}

// steps returns what makes a first visit, in its order.
func (p *Page) steps(f facts) []step {
	d, b := p.desk, f.begun
	visit := ui.NewVisit()
	contact, commitment := &career.Contact{}, &career.Commitment{Side: career.Ours, Employer: b.Employer, Visit: b.Visit}
	if b.Employer != "" {
		visit.Employers = []career.EmployerID{b.Employer}
		visit.Theirs = p.receiving(f)
		contact.Posts = []career.Post{{Employer: b.Employer}}
	}
	begun := &career.Visit{ID: b.Visit}
	return []step{
		{"guide.university", "guide.university_why", "guide.university_do", b.University, func() { d.Edit(&f.university, "") }},
		{"guide.employer", "guide.employer_why", "guide.employer_do", b.Employer != "", func() { d.Edit(&career.Employer{}, "") }},
		{"guide.contact", "guide.contact_why", "guide.contact_do", b.Contact, func() { d.Edit(contact, "") }},
		{"guide.visit", "guide.visit_why", "guide.visit_do", b.Visit != "", func() { d.Edit(visit, "") }},
		{"guide.briefing", "guide.briefing_why", "guide.briefing_do", b.Printed, func() { d.Brief(b.Visit, true) }},
		{"guide.minutes", "guide.minutes_why", "guide.minutes_do", b.Minutes, func() { d.Edit(begun, "visit.minutes_outer") }},
		{"guide.commitment", "guide.commitment_why", "guide.commitment_do", b.Commitment, func() { d.Edit(commitment, "") }},
	}
}

// receiving are the contacts at the employer as those who take part in the visit;
// the first who can be reached is the one to call on the day.
func (p *Page) receiving(f facts) []career.Participant {
	var list []career.Participant
	called := false
	for _, c := range f.contacts {
		post, holds := c.Post(f.begun.Employer, p.desk.Today())
		if !holds {
			continue
		}
		phone := cmp.Or(c.Mobile, c.Phone)
		list = append(list, career.Participant{Name: c.Name, Title: post.Title, Unit: post.Department, Phone: phone,
			OnSite: phone != "" && !called, Contact: c.ID})
		called = called || phone != ""
	}
	return list
}

// needsVisit is the first step that there must be a visit for.
const needsVisit = 4

// lay shows the steps; the first that is not done leads on.
func (p *Page) lay(steps []step) fyne.CanvasObject {
	d := p.desk
	done, next := 0, -1
	for i, s := range steps {
		if s.done {
			done++
		} else if next < 0 {
			next = i
		}
	}
	intro := d.T("guide.intro")
	if next < 0 {
		intro = d.T("guide.finished")
	}
	page := ui.Apart(
		ui.Between(d.Heading(d.T("guide.title")), d.Button("act.back", d.Back)),
		d.Words(intro, ui.Plain), d.Words(d.T("guide.progress", done, len(steps)), ui.Muted))
	for i, s := range steps {
		page.Add(p.card(i, s, i == next, steps[needsVisit-1].done))
	}
	return page
}

// card shows one step: what, why, and the button that does it.
func (p *Page) card(i int, s step, next, visit bool) fyne.CanvasObject {
	d := p.desk
	title, tone := strconv.Itoa(i+1)+". "+d.T(s.title), ui.Strong
	if s.done {
		title, tone = ui.Good.Mark()+d.T(s.title), ui.Good
	}
	words := ui.Stack(d.Words(title, tone), d.Words(d.T(s.why), ui.Muted))
	switch {
	case i >= needsVisit && !visit, s.done && i != 0:
		return ui.Card(words)
	case next:
		return ui.Card(ui.Between(words, d.MainButton(s.act, s.do)))
	}
	return ui.Card(ui.Between(words, d.Button(s.act, s.do)))
}
