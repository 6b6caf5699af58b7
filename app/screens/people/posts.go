package people

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
)

// posts lists what a contact is and was, the newest first; one that is left
// says who followed.
func (s *Screen) posts(c *card, n *career.Contact) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	for i, p := range c.file.Posts {
		item, state := ui.Item{
			Words:  ui.Dot(p.EmployerName, p.Title, p.Department),
			Tapped: func() { d.Open(career.KindEmployer, string(p.Employer)) },
		}, ""
		switch {
		case !p.Ended:
			item.Buttons = []fyne.CanvasObject{d.Button("act.mark_left", func() { s.markLeft(n, i, p.EmployerName) })}
		case p.Next.Contact != "":
			item.Tone, state = ui.Muted, d.T("people.followed_by", p.Next.Name)
			item.Buttons = []fyne.CanvasObject{d.Button("act.see_successor", func() { d.Open(career.KindContact, string(p.Next.Contact)) })}
		default:
			item.Tone, state = ui.Muted, d.T("people.left")
			item.Buttons = []fyne.CanvasObject{d.Button("act.add_successor", func() { s.AddSuccessor(p.Post) })}
		}
		item.Small = ui.Dot(s.term(p.Post), state, s.rank(p.Rank))
		items = append(items, item)
	}
	return d.Group(d.T("contact.posts"), d.Items("people.no_posts", items...))
}

// term is from when until when a post is or was held.
func (s *Screen) term(p career.Post) string {
	d := s.desk
	switch {
	case p.From == "" && p.To == "":
		return ""
	case p.To == "":
		return d.T("people.since", d.Roughly(p.From))
	case p.From == "":
		return d.T("people.until", d.Roughly(p.To))
	}
	return d.T("people.from_to", d.Roughly(p.From), d.Roughly(p.To))
}

// rank tells the place in protocol order among the employer's people, if it is
// known.
func (s *Screen) rank(n int) string {
	if n == 0 {
		return ""
	}
	return s.desk.T("people.rank", n)
}

// MarkLeft notes that the contact chosen holds its post no more: the first one
// that it holds.
func (s *Screen) MarkLeft() {
	if n, ok := s.contactShown(); ok {
		for i, p := range s.shown.file.Posts {
			if !p.Ended {
				s.markLeft(n, i, p.EmployerName)
				return
			}
		}
	}
}

// markLeft asks how to note that a post ends today: alone, or with the one who
// follows.
func (s *Screen) markLeft(n *career.Contact, at int, employer string) {
	d, p := s.desk, n.Posts[at]
	d.Ask(ui.Question{
		Title: d.T("people.left_title", n.Name),
		Words: d.T("people.left_words", n.Name, ui.Dot(employer, p.Title)),
		Answers: []ui.Answer{
			{Phrase: "act.left_and_successor", Do: func() { s.leave(*n, at, func() { s.AddSuccessor(p) }) }},
			{Phrase: "act.left_alone", Do: func() { s.leave(*n, at, nil) }},
		},
	})
}

// leave ends a post today and goes on.
func (s *Screen) leave(n career.Contact, at int, then func()) {
	d := s.desk
	n.Posts = slices.Clone(n.Posts)
	n.Posts[at].To = d.Today()
	d.Act(func(ctx context.Context) error { return d.Store.Save(ctx, &n) }, func() {
		d.Done(d.T("told.left", n.Name))
		if then != nil {
			then()
		}
	})
}

// AddSuccessor shows the form of a new contact with the post that another left.
func (s *Screen) AddSuccessor(p career.Post) {
	p.From, p.To = cmp.Or(p.To, s.desk.Today()), ""
	s.desk.Edit(&career.Contact{Posts: []career.Post{p}}, "")
}
