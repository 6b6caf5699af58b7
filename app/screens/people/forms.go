package people

import (
	"context"

	"visitdesk/app/photo"
	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// ContactForm shows the form of a contact, a new one if it has no ID, with the
// cursor in the given field.
func (s *Screen) ContactForm(c career.Contact, field string) {
	d := s.desk
	at := map[career.EmployerID]string{}
	var graduate career.Graduate
	d.Prepare(func(ctx context.Context) (err error) {
		if c.ID != "" { // the newest version, not the one of the page
			if c, err = d.Store.Contact(ctx, c.ID); err != nil {
				return err
			}
		}
		for _, p := range c.Posts {
			if at[p.Employer], err = s.employer(ctx, p.Employer); err != nil {
				return err
			}
		}
		if c.Graduate != "" {
			graduate, err = d.Store.Graduate(ctx, c.Graduate)
		}
		return err
	}, func() {
		posts := rowsOf(c.Posts)
		save := s.keep(&c, func() { c.Posts = postsOf(posts, d.Today()) })
		d.Push(d.Form(s.title("contact.new", &c, c.Name), save, s.contact(&c, &posts, at, graduate.Name)...).At(field))
	})
}

func (s *Screen) contact(c *career.Contact, posts *[]post, at map[career.EmployerID]string, graduate string) []ui.Line {
	return []ui.Line{
		ui.Text("contact.name", &c.Name),
		ui.Text("contact.pinyin", &c.Pinyin),
		ui.Text("contact.mobile", &c.Mobile),
		ui.Text("contact.phone", &c.Phone),
		ui.Text("contact.email", &c.Email),
		ui.Text("contact.wechat", &c.WeChat),
		ui.Rows("contact.posts", posts, post{},
			ui.PickCell("post.employer", 2.2, func(p *post) *career.EmployerID { return &p.Employer },
				func(id career.EmployerID) string { return at[id] }, s.desk.FindEmployers),
			ui.TextCell("post.title", 1.6, func(p *post) *string { return &p.Title }),
			ui.TextCell("post.department", 1.4, func(p *post) *string { return &p.Department }),
			ui.NumberCell("post.rank", 0.7, func(p *post) *int { return &p.Rank }),
			ui.TextCell("post.from", 1, func(p *post) *string { return &p.from }),
			ui.TextCell("post.to", 1, func(p *post) *string { return &p.to })),
		ui.Photo("contact.photo", &c.Photo, photo.Clean),
		ui.Pick("contact.graduate", &c.Graduate, graduate, s.findGraduates, nil),
		ui.Tags("contact.tags", &c.Tags),
		ui.Tick("contact.public", "contact.may_be_named", &c.Public),
		ui.LongText("contact.note", &c.Note, 3),
	}
}

// ColleagueForm shows the form of one of our own people.
func (s *Screen) ColleagueForm(c career.Colleague, field string) {
	d := s.desk
	d.Prepare(func(ctx context.Context) (err error) {
		if c.ID != "" {
			c, err = d.Store.Colleague(ctx, c.ID)
		}
		return err
	}, func() {
		d.Push(d.Form(s.title("colleague.new", &c, c.Name), s.keep(&c, nil),
			ui.Text("colleague.name", &c.Name),
			ui.Text("colleague.pinyin", &c.Pinyin),
			ui.Text("colleague.title", &c.Title),
			ui.Text("colleague.department", &c.Department),
			ui.Number("colleague.rank", &c.Rank),
			ui.Text("colleague.mobile", &c.Mobile),
			ui.Text("colleague.email", &c.Email),
			ui.Photo("colleague.photo", &c.Photo, photo.Clean),
			ui.Tick("colleague.public", "contact.may_be_named", &c.Public),
			ui.LongText("colleague.note", &c.Note, 2),
		).At(field))
	})
}

// title heads a form: by the phrase for a new record, or by its name.
func (s *Screen) title(fresh string, noun career.Noun, name string) string {
	if noun.Key() == "" {
		return s.desk.T(fresh)
	}
	return s.desk.T("form.edit", name)
}

// keep saves one record, after what was typed was moved into it, and shows it.
func (s *Screen) keep(noun career.Noun, before func()) ui.Save {
	d := s.desk
	save := ui.Save{
		Do: func(ctx context.Context) error {
			if before != nil {
				before()
			}
			return d.Store.Save(ctx, noun)
		},
		Done: func() {
			s.Open(noun.Key())
			d.Done(d.T("told.saved"))
		},
	}
	if noun.Key() != "" {
		save.Delete = func(ctx context.Context) error { return d.Store.Delete(ctx, noun) }
		save.Deleted = d.T("told.deleted", name(noun))
	}
	return save
}

// name is what a person is called.
func name(noun career.Noun) string {
	switch n := noun.(type) {
	case *career.Contact:
		return n.Name
	case *career.Colleague:
		return n.Name
	case *career.Graduate:
		return n.Name
	}
	return ""
}

// findGraduates finds graduates to pick.
func (s *Screen) findGraduates(ctx context.Context, words string) ([]ui.Option, error) {
	rows, err := s.graduates(ctx, store.Query{Find: words, Limit: ui.OptionRows})
	options := make([]ui.Option, len(rows))
	for i, r := range rows {
		options[i] = ui.Option{ID: r.ID, Name: r.Name, Detail: r.Title}
	}
	return options, err
}
