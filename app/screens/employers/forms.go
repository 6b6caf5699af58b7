package employers

import (
	"context"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// Form shows the form of an employer, a new one if it has no ID, with the
// cursor in the given field.
func (s *Screen) Form(e career.Employer, field string) {
	d := s.desk
	parent := ""
	d.Prepare(func(ctx context.Context) (err error) {
		if e.ID != "" {
			if e, err = d.Store.Employer(ctx, e.ID); err != nil {
				return err
			}
		}
		parent, err = d.EmployerName(ctx, e.Parent)
		return err
	}, func() { s.push(&e, "employer.new", e.Name, field, s.employer(&e, parent)) })
}

// push shows a form that keeps one record.
func (s *Screen) push(noun career.Noun, fresh, name, field string, lines []ui.Line) {
	d := s.desk
	title := d.T(fresh)
	save := ui.Save{
		Noun: noun,
		Done: func() {
			if e, ok := noun.(*career.Employer); ok {
				s.Open(string(e.ID))
			}
			d.Done(d.T("told.saved"))
		},
	}
	if noun.Key() != "" {
		title = d.T("form.edit", name)
		save.Deleted = d.T("told.deleted", name)
	}
	d.Push(d.Form(title, save, lines...).At(field))
}

func (s *Screen) employer(e *career.Employer, parent string) []ui.Line {
	d := s.desk
	return []ui.Line{
		ui.Text("employer.name", &e.Name),
		ui.Tags("employer.short_names", &e.ShortNames),
		ui.Tags("employer.former_names", &e.FormerNames),
		ui.Text("employer.uscc", &e.USCC),
		ui.Choice("employer.nature", &e.Nature, career.Natures),
		ui.Choice("employer.industry", &e.Industry, career.Industries),
		ui.Choice("employer.size", &e.Size, career.Sizes),
		ui.Number("employer.staff", &e.Staff),
		ui.Pick("employer.parent", &e.Parent, parent, d.FindEmployers, d.NewEmployer),

		ui.Part("employer.part_place"),
		ui.Text("employer.place", &e.Place),
		ui.Text("employer.address", &e.Address),
		ui.Text("employer.website", &e.Website),

		ui.Part("employer.part_more"),
		ui.LongText("employer.products", &e.Products, 2),
		ui.TagsFrom("employer.tags", &e.Tags, d.FindTags(store.OfEmployers, "employer.tags")),
		ui.LongText("employer.note", &e.Note, 3),
		ui.Rows("employer.sources", &e.Sources, career.Source{Field: "employer.staff", On: d.Today()},
			ui.ChoiceCell("source.field", 1.4, func(f *career.Source) *fact { return (*fact)(&f.Field) }, checked),
			ui.TextCell("source.from", 2.4, func(f *career.Source) *string { return &f.From }),
			ui.DateCell("source.on", 1.2, func(f *career.Source) *career.Date { return &f.On })),
	}
}

// fact is a field of an employer whose source is kept.
type fact string

// Key returns the phrase of the field.
func (f fact) Key() string { return string(f) }

// checked lists the facts that are worth a source.
var checked = []fact{
	"employer.staff", "employer.size", "employer.products", "employer.address", "employer.nature", "employer.uscc",
}

// DemandForm shows the form of a demand.
func (s *Screen) DemandForm(m career.Demand, field string) {
	s.desk.Prepare(func(ctx context.Context) (err error) {
		if m.ID != "" {
			m, err = s.desk.Store.Demand(ctx, m.ID)
		}
		return err
	}, func() {
		s.push(&m, "demand.new", m.Major, field, []ui.Line{
			ui.Text("demand.major", &m.Major),
			ui.Choice("demand.degree", &m.Degree, career.Degrees),
			ui.Number("demand.cohort", &m.Cohort),
			ui.Number("demand.posts", &m.Posts),
			ui.Number("demand.internships", &m.Internships),
			ui.Number("demand.pay_low", &m.PayFrom).Also("demand.pay"),
			ui.Number("demand.pay_high", &m.PayTo),
			ui.Date("demand.on", &m.On),
			ui.LongText("demand.note", &m.Note, 2),
		})
	})
}

// AgreementForm shows the form of an agreement.
func (s *Screen) AgreementForm(a career.Agreement, field string) {
	s.desk.Prepare(func(ctx context.Context) (err error) {
		if a.ID != "" {
			a, err = s.desk.Store.Agreement(ctx, a.ID)
		}
		return err
	}, func() {
		s.push(&a, "agreement.new", a.Title, field, []ui.Line{
			ui.Text("agreement.title", &a.Title),
			ui.Choice("agreement.sort", &a.Sort, career.AgreementKinds),
			ui.Date("agreement.signed", &a.Signed),
			ui.Date("agreement.until", &a.Until),
			ui.LongText("agreement.note", &a.Note, 2),
		})
	})
}

// FeedbackForm shows the form of a feedback.
func (s *Screen) FeedbackForm(f career.Feedback, field string) {
	s.desk.Prepare(func(ctx context.Context) (err error) {
		if f.ID != "" {
			f, err = s.desk.Store.Feedback(ctx, f.ID)
		}
		return err
	}, func() {
		s.push(&f, "feedback.new", string(f.On), field, []ui.Line{
			ui.Date("feedback.on", &f.On),
			ui.Text("feedback.by", &f.By),
			ui.Number("feedback.overall", &f.Overall),
			ui.Number("feedback.knowledge", &f.Knowledge),
			ui.Number("feedback.practice", &f.Practice),
			ui.Number("feedback.attitude", &f.Attitude),
			ui.LongText("feedback.words", &f.Words, 3),
		})
	})
}
