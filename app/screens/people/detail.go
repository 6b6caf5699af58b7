package people

import (
	"context"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A card is all that is read to show one person.
type card struct {
	noun  career.Noun // a *career.Contact, *career.Colleague or *career.Graduate
	names map[career.EmployerID]string
}

// read returns the card of a row.
func (s *Screen) read(ctx context.Context, row store.PersonRow) (*card, error) {
	c := &card{names: map[career.EmployerID]string{}}
	switch row.Kind {
	case career.KindColleague:
		n, err := s.desk.Store.Colleague(ctx, career.ColleagueID(row.ID))
		c.noun = &n
		return c, err
	case career.KindGraduate:
		n, err := s.desk.Store.Graduate(ctx, career.GraduateID(row.ID))
		c.noun = &n
		return c, err
	}
	n, err := s.desk.Store.Contact(ctx, career.ContactID(row.ID))
	c.noun = &n
	for _, p := range n.Posts {
		if err == nil {
			c.names[p.Employer], err = s.employer(ctx, p.Employer)
		}
	}
	return c, err
}

// employer returns an employer's name, nothing for none.
func (s *Screen) employer(ctx context.Context, id career.EmployerID) (string, error) {
	if id == "" {
		return "", nil
	}
	e, err := s.desk.Store.Employer(ctx, id)
	return e.Name, err
}

// describe lays out all about one person.
func (s *Screen) describe(c *card) fyne.CanvasObject {
	s.shown = c
	d := s.desk
	switch n := c.noun.(type) {
	case *career.Contact:
		return ui.Apart(d.Heading(n.Name), d.Facts(ui.Fact{Phrase: "contact.mobile", Words: n.Mobile}))
	case *career.Colleague:
		return ui.Apart(d.Heading(n.Name), d.Facts(ui.Fact{Phrase: "colleague.mobile", Words: n.Mobile}))
	}
	return ui.Stack()
}
