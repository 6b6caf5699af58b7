package people

import (
	"context"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// ContactForm shows the form of a contact, a new one if it has no ID, with the
// cursor in the given field.
func (s *Screen) ContactForm(c career.Contact, field string) {
	d := s.desk
	at := map[career.EmployerID]string{}
	graduate := ""
	d.Prepare(func(ctx context.Context) (err error) {
		if c.ID != "" { // the newest version, not the one of the page
			if c, err = d.Store.Contact(ctx, c.ID); err != nil {
				return err
			}
		}
		for _, p := range c.Posts {
			if at[p.Employer], err = d.EmployerName(ctx, p.Employer); err != nil {
				return err
			}
		}
		if c.Graduate != "" {
			g, err := d.Store.Graduate(ctx, c.Graduate)
			graduate = g.Name
			return err
		}
		return nil
	}, func() {
		d.Push(d.Form(s.title("contact.new", &c, c.Name), s.keep(&c, c.Name), s.contact(&c, at, graduate)...).At(field))
	})
}

func (s *Screen) contact(c *career.Contact, at map[career.EmployerID]string, graduate string) []ui.Line {
	return []ui.Line{
		ui.Text("contact.name", &c.Name),
		ui.Text("contact.pinyin", &c.Pinyin).Hint("people.pinyin_hint"),
		ui.Rows("contact.posts", &c.Posts, career.Post{},
			ui.PickCell("post.employer", 2.2, func(p *career.Post) *career.EmployerID { return &p.Employer },
				func(id career.EmployerID) string { return at[id] }, s.desk.FindEmployers),
			ui.TextCell("post.title", 1.6, func(p *career.Post) *string { return &p.Title }),
			ui.TextCell("post.department", 1.4, func(p *career.Post) *string { return &p.Department }),
			ui.NumberCell("post.rank", 0.7, func(p *career.Post) *int { return &p.Rank }),
			ui.RoughCell("post.from", 1.1, func(p *career.Post) *career.Date { return &p.From }),
			ui.RoughCell("post.to", 1.1, func(p *career.Post) *career.Date { return &p.To })).Hint("post.rank_hint"),
		ui.Part("people.part_reach"),
		ui.Text("contact.mobile", &c.Mobile),
		ui.Text("contact.phone", &c.Phone),
		ui.Text("contact.email", &c.Email),
		ui.Text("contact.wechat", &c.WeChat),
		ui.Part("people.part_more"),
		ui.Photo("contact.photo", &c.Photo),
		ui.Pick("contact.graduate", &c.Graduate, graduate, s.findGraduates, nil),
		ui.TagsFrom("contact.tags", &c.Tags, s.desk.FindTags(store.OfPeople, "person.tags")),
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
		d.Push(d.Form(s.title("colleague.new", &c, c.Name), s.keep(&c, c.Name),
			ui.Text("colleague.name", &c.Name),
			ui.Text("colleague.pinyin", &c.Pinyin).Hint("people.pinyin_hint"),
			ui.Text("colleague.title", &c.Title),
			ui.Text("colleague.department", &c.Department),
			ui.Number("colleague.rank", &c.Rank).Hint("people.rank_hint"),
			ui.Part("people.part_reach"),
			ui.Text("colleague.mobile", &c.Mobile),
			ui.Text("colleague.email", &c.Email),
			ui.Part("people.part_more"),
			ui.Photo("colleague.photo", &c.Photo),
			ui.Tick("colleague.public", "contact.may_be_named", &c.Public),
			ui.LongText("colleague.note", &c.Note, 2),
		).At(field))
	})
}

// GraduateForm shows the form of a graduate.
func (s *Screen) GraduateForm(g career.Graduate, field string) {
	d := s.desk
	d.Prepare(func(ctx context.Context) (err error) {
		if g.ID != "" {
			g, err = d.Store.Graduate(ctx, g.ID)
		}
		return err
	}, func() {
		d.Push(d.Form(s.title("graduate.new", &g, g.Name), s.keep(&g, g.Name),
			ui.Text("graduate.name", &g.Name),
			ui.Text("graduate.student_no", &g.StudentNo),
			ui.Number("graduate.cohort", &g.Cohort),
			ui.Text("graduate.faculty", &g.Faculty),
			ui.Text("graduate.major", &g.Major),
			ui.Choice("graduate.degree", &g.Degree, career.Degrees),
			ui.Text("graduate.class", &g.Class),
			ui.Text("graduate.origin", &g.Origin),
			ui.Part("people.part_reach"),
			ui.Text("graduate.mobile", &g.Mobile),
			ui.Text("graduate.email", &g.Email),
			ui.LongText("graduate.note", &g.Note, 3),
		).At(field))
	})
}

// OutcomeForm shows the form of what became of a graduate.
func (s *Screen) OutcomeForm(o career.Outcome, field string) {
	d := s.desk
	employer, graduate := "", ""
	d.Prepare(func(ctx context.Context) (err error) {
		if o.ID != "" {
			if o, err = d.Store.Outcome(ctx, o.ID); err != nil {
				return err
			}
		}
		g, err := d.Store.Graduate(ctx, o.Graduate)
		if err != nil {
			return err
		}
		graduate = g.Name
		employer, err = d.EmployerName(ctx, o.Employer)
		return err
	}, func() {
		title := d.T("outcome.of", graduate)
		d.Push(d.Form(title, s.keep(&o, title),
			ui.Choice("outcome.code", &o.Code, career.OutcomeCodes),
			ui.Date("outcome.on", &o.On),
			ui.Pick("outcome.employer", &o.Employer, employer, d.FindEmployers, d.NewEmployer),
			ui.Text("outcome.employer_name", &o.EmployerName).Hint("outcome.reported_hint"),
			ui.Text("outcome.job", &o.Job),
			ui.Text("outcome.place", &o.Place),
			ui.Number("outcome.pay", &o.Pay),
			ui.Part("outcome.part_proof"),
			ui.Text("outcome.source", &o.Source),
			ui.LongText("outcome.evidence", &o.Evidence, 2),
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

// keep says how a form keeps its record, and chooses it in the list when it is
// kept.
func (s *Screen) keep(noun career.Noun, name string) ui.Save {
	d := s.desk
	return ui.Save{
		Noun: noun,
		Done: func() {
			s.choose(noun)
			d.Done(d.T("told.saved"))
		},
		Deleted: d.T("told.deleted", name),
	}
}

// findGraduates finds graduates to pick.
func (s *Screen) findGraduates(ctx context.Context, words string) ([]ui.Option, error) {
	rows, err := s.list.graduates(ctx, store.Query{Find: words, Limit: ui.OptionRows})
	options := make([]ui.Option, len(rows))
	for i, r := range rows {
		options[i] = ui.Option{ID: r.ID, Name: r.Name, Detail: ui.Dot(r.beside, r.Title)}
	}
	return options, err
}
