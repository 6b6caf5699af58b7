package people

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A card is all that is read to show one person.
type card struct {
	noun     career.Noun // a *career.Contact, *career.Colleague or *career.Graduate
	row      person
	file     store.PersonFile // of a contact or a colleague
	graduate graduate         // of a graduate
}

// read returns the card of a row.
func (s *Screen) read(ctx context.Context, row person) (*card, error) {
	c := &card{row: row}
	var err error
	if row.Kind == career.KindGraduate {
		c.graduate, err = s.readGraduate(ctx, career.GraduateID(row.ID))
		c.noun = &c.graduate.Graduate
		return c, err
	}
	c.file, err = s.desk.Store.Person(ctx, row.Kind, row.ID)
	c.noun = c.file.Noun
	return c, err
}

// describe lays out all about one person.
func (s *Screen) describe(c *card) fyne.CanvasObject {
	s.shown = c
	switch n := c.noun.(type) {
	case *career.Contact:
		return s.ofContact(c, n)
	case *career.Colleague:
		return s.ofColleague(c, n)
	}
	return s.ofGraduate(&c.graduate)
}

// ofContact lays out a person at an employer.
func (s *Screen) ofContact(c *card, n *career.Contact) fyne.CanvasObject {
	d := s.desk
	page := ui.Apart(d.PhotoCard(n.Name, c.row.beside, n.Photo, ui.Dot(c.row.Where, c.row.Title), s.lastMet(c)), s.buttons())
	if doubts := d.Doubts(n.Doubts(d.Today()), s.EditAt); doubts != nil {
		page.Add(doubts)
	}
	page.Add(d.Facts(
		ui.Fact{Phrase: "contact.mobile", Words: n.Mobile},
		ui.Fact{Phrase: "contact.phone", Words: n.Phone},
		ui.Fact{Phrase: "contact.email", Words: n.Email},
		ui.Fact{Phrase: "contact.wechat", Words: n.WeChat},
		ui.Fact{Phrase: "contact.tags", Words: d.Text.List(n.Tags)},
		ui.Fact{Phrase: "contact.public", Words: s.public(n.Public)},
		ui.Fact{Phrase: "contact.note", Words: n.Note},
	))
	page.Add(s.posts(c, n))
	if n.Graduate != "" {
		page.Add(s.withUs(c))
	}
	page.Add(s.visits(c))
	page.Add(s.commitments(c))
	page.Add(s.files(n))
	return page
}

// ofColleague lays out one of our own people.
func (s *Screen) ofColleague(c *card, n *career.Colleague) fyne.CanvasObject {
	d := s.desk
	rank := ""
	if n.Rank > 0 {
		rank = strconv.Itoa(n.Rank)
	}
	return ui.Apart(
		d.PhotoCard(n.Name, c.row.beside, n.Photo, ui.Dot(n.Department, n.Title), s.lastMet(c)),
		s.buttons(),
		d.Facts(
			ui.Fact{Phrase: "colleague.rank", Words: rank},
			ui.Fact{Phrase: "colleague.mobile", Words: n.Mobile},
			ui.Fact{Phrase: "colleague.email", Words: n.Email},
			ui.Fact{Phrase: "colleague.public", Words: s.public(n.Public)},
			ui.Fact{Phrase: "colleague.note", Words: n.Note},
		),
		s.visits(c),
		s.commitments(c),
		s.files(n))
}

// files are what is attached to a person, and what was changed.
func (s *Screen) files(n career.Noun) fyne.CanvasObject {
	d := s.desk
	return ui.Apart(d.Group(d.T("people.files"), d.Attachments(n.Kind(), n.Key())), d.History(n.Kind(), n.Key()))
}

// buttons are what is done most with a person.
func (s *Screen) buttons() fyne.CanvasObject {
	d := s.desk
	return ui.Row(d.MainButton("act.new_visit", s.NewVisit), d.Button("act.edit", s.Edit), d.Button("act.copy_phone", s.CopyPhone),
		d.LinkButton(d.T("act.delete"), s.Delete))
}

// lastMet says when a contact was last met, or a colleague was last at a visit.
func (s *Screen) lastMet(c *card) string {
	d := s.desk
	if len(c.file.Visits) == 0 {
		return ""
	}
	today, before := "people.met_today", "people.last_met"
	if c.row.Kind == career.KindColleague {
		today, before = "people.visit_today", "people.last_visit"
	}
	last := c.file.Visits[0].From.Date()
	if n := last.Until(d.Today()); n > 0 {
		return d.Text.Count(before, n, d.Text.Date(last.Time()))
	}
	return d.T(today)
}

// public says that a person may be named, if so.
func (s *Screen) public(may bool) string {
	if may {
		return s.desk.T("contact.may_be_named")
	}
	return ""
}

// withUs says who a contact was with us, and leads there.
func (s *Screen) withUs(c *card) fyne.CanvasObject {
	d, g := s.desk, c.file.Graduate
	return d.Group(d.T("contact.graduate"), d.Items("", ui.Item{
		Words:  ui.Dot(g.Name, d.T("graduate.class_of", g.Cohort), g.Faculty, g.Major, d.T(g.Degree.Key())),
		Small:  ui.Dot(d.T(c.file.Outcome.Code.Key()), c.file.Employed),
		Tapped: func() { d.Open(career.KindGraduate, string(g.ID)) },
	}))
}

// named is how many visits and commitments a page names at first: that of a
// leader who was everywhere must come up as fast as any other.
const named = 8

// few returns as many of the list as are named now, and a line that names all if
// that is not all.
func few[T any](s *Screen, c *card, list []T) ([]T, []ui.Item) {
	if s.open == c.row.ID || len(list) <= named {
		return list, nil
	}
	return list[:named], []ui.Item{{Words: s.desk.Text.Count("people.more", len(list)-named), Tone: ui.Accent, Tapped: func() {
		s.open = c.row.ID
		s.Again()
	}}}
}

// visits lists where the person took part, the latest first.
func (s *Screen) visits(c *card) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	list, rest := few(s, c, c.file.Visits)
	for _, v := range list {
		items = append(items, ui.Item{
			Words:  ui.Dot(d.Short(v.From), v.EmployerName),
			Small:  ui.Dot(strings.TrimSpace(v.LeaderTitle+" "+v.LeaderName), v.Purpose),
			Tapped: func() { d.Open(career.KindVisit, string(v.ID)) },
		})
	}
	return d.Group(d.T("people.visits"), d.Items("people.no_visits", append(items, rest...)...))
}

// commitments lists what the person sees to, open ones first.
func (s *Screen) commitments(c *card) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	list, rest := few(s, c, c.file.Commitments)
	for _, r := range list {
		items = append(items, d.CommitmentItem(r.Commitment, r.EmployerName))
	}
	return d.Group(d.T("people.commitments"), d.Items("people.no_commitments", append(items, rest...)...))
}
