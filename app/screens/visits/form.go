package visits

import (
	"context"
	"slices"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// names are the words of the records that a visit refers to by ID.
type names struct{ employer, leader, campaign string }

// Form shows the form of a visit, a new one if it has no ID, with the cursor in
// the given field.
func (s *Screen) Form(v career.Visit, field string) {
	var called names
	s.desk.Prepare(func(ctx context.Context) (err error) {
		if v.ID != "" { // the newest version, not the one of the list
			if v, err = s.desk.Store.Visit(ctx, v.ID); err != nil {
				return err
			}
		}
		called, err = s.names(ctx, &v)
		return err
	}, func() { s.desk.Push(s.form(&v, called).At(field)) })
}

func (s *Screen) names(ctx context.Context, v *career.Visit) (n names, err error) {
	if n.employer, err = s.desk.EmployerName(ctx, v.Employer()); err != nil {
		return n, err
	}
	if v.LedBy != "" {
		c, err := s.desk.Store.Colleague(ctx, v.LedBy)
		if err != nil {
			return n, err
		}
		n.leader = c.Name
	}
	if v.Campaign != "" {
		c, err := s.desk.Store.Campaign(ctx, v.Campaign)
		if err != nil {
			return n, err
		}
		n.campaign = c.Name
	}
	return n, nil
}

func (s *Screen) form(v *career.Visit, called names) *ui.Form {
	d := s.desk
	save := ui.Save{
		Noun: v,
		Nouns: func() []career.Noun {
			v.Employers = once(v.Employers)
			return []career.Noun{v}
		},
		Done: func() {
			s.Browser.Open(string(v.ID)) // whoever is at the calendar stays there
			d.Done(d.T("told.saved_visit"))
		},
	}
	title := d.T("visit.new")
	if v.ID != "" {
		title, save.Deleted = d.T("visit.edit", called.employer), d.T("told.deleted_visit", called.employer)
	}
	return d.Form(title, save, append(s.plan(v, called), s.outcome(v)...)...)
}

// once leaves an employer out that the visit was to already: the one visited,
// which stands first, may have been among those that take part.
func once(employers []career.EmployerID) []career.EmployerID {
	var list []career.EmployerID
	for _, e := range employers {
		if !slices.Contains(list, e) {
			list = append(list, e)
		}
	}
	return list
}

// plan are the lines that are filled in before the visit.
func (s *Screen) plan(v *career.Visit, called names) []ui.Line {
	d := s.desk
	return []ui.Line{
		ui.PickFirst("visit.employer", &v.Employers, called.employer, d.FindEmployers, d.NewEmployer).Also("visit.employers"),
		ui.Moment("visit.from", &v.From),
		ui.End("visit.to", &v.To, &v.From),
		ui.Choice("visit.direction", &v.Direction, career.Directions),
		ui.Choice("visit.mode", &v.Mode, career.Modes),
		ui.Pick("visit.led_by", &v.LedBy, called.leader, d.FindColleagues, d.NewColleague),
		ui.Pick("visit.campaign", &v.Campaign, called.campaign, d.FindCampaigns, d.NewCampaign),
		ui.Text("visit.place", &v.Place),
		ui.TagsFrom("visit.tags", &v.Tags, d.FindTags(store.OfVisits, "visit.tags")),

		ui.Part("visit.part_purpose"),
		ui.LongText("visit.purpose", &v.Purpose, 3),
		ui.Lines("visit.asks", &v.Asks, 3),
		ui.LongText("visit.attention", &v.Attention, 2),
		ui.Rows("visit.points", &v.Points, career.Point{Kind: career.Say},
			ui.ChoiceCell("point.kind", 1.4, func(p *career.Point) *career.PointKind { return &p.Kind }, career.PointKinds),
			ui.LongTextCell("point.text", 4, func(p *career.Point) *string { return &p.Text })),

		ui.Part("visit.part_people"),
		s.participants("visit.ours", &v.Ours, d.FindColleagues),
		s.participants("visit.theirs", &v.Theirs, d.FindContactsAt(v.Employer)).Also("visit.onsite"),

		ui.Part("visit.part_day"),
		ui.Rows("visit.agenda", &v.Agenda, career.AgendaLine{},
			ui.TextCell("agenda.at", 1.3, func(l *career.AgendaLine) *string { return &l.At }),
			ui.LongTextCell("agenda.item", 1.8, func(l *career.AgendaLine) *string { return &l.Item }),
			ui.LongTextCell("agenda.content", 2.4, func(l *career.AgendaLine) *string { return &l.Content }),
			ui.TextCell("agenda.responsible", 1.3, func(l *career.AgendaLine) *string { return &l.Responsible }),
			ui.TextCell("agenda.place", 1.5, func(l *career.AgendaLine) *string { return &l.Place })),
		ui.Text("logistics.departure", &v.Logistics.Departure),
		ui.Text("logistics.car", &v.Logistics.Car),
		ui.Text("logistics.route", &v.Logistics.Route),
		ui.Text("logistics.dress", &v.Logistics.Dress),
		ui.Text("logistics.gifts", &v.Logistics.Gifts),
		ui.Text("logistics.material", &v.Logistics.Material),
	}
}

// participants edits one delegation. Choosing a person fills in title, unit and
// phone.
func (s *Screen) participants(key string, list *[]career.Participant, find ui.Finder) ui.Line {
	type person = career.Participant
	return ui.Rows(key, list, person{},
		ui.SuggestCell("participant.name", 1.5, func(p *person) *string { return &p.Name }, find, fill),
		ui.TextCell("participant.title", 1.8, func(p *person) *string { return &p.Title }),
		ui.TextCell("participant.unit", 1.8, func(p *person) *string { return &p.Unit }),
		ui.TextCell("participant.phone", 1.6, func(p *person) *string { return &p.Phone }),
		ui.TickCell("participant.onsite", 0.8, func(p *person) *bool { return &p.OnSite }))
}

// fill takes a person found over into a participant, or a name alone: then it
// is nobody whom the office knows.
func fill(p *career.Participant, o ui.Option) {
	p.Name, p.Contact, p.Colleague = o.Name, "", ""
	row, known := o.Record.(store.PersonRow)
	if !known {
		return
	}
	p.Title, p.Unit, p.Phone = row.Title, row.Where, row.Mobile
	if row.Kind == career.KindContact {
		p.Contact = career.ContactID(row.ID)
		return
	}
	p.Colleague = career.ColleagueID(row.ID)
}

// outcome are the lines that are filled in after the visit, and what went
// wrong with it.
func (s *Screen) outcome(v *career.Visit) []ui.Line {
	return []ui.Line{
		ui.Part("visit.minutes"),
		ui.LongText("visit.minutes_outer", &v.Minutes.Outer, 8),
		ui.LongText("visit.minutes_inner", &v.Minutes.Inner, 4),
		ui.Text("visit.minutes_by", &v.Minutes.By),
		ui.Date("visit.minutes_on", &v.Minutes.On),

		ui.Part("visit.part_aside"),
		ui.Text("visit.postponed", &v.Postponed),
		ui.Text("visit.cancelled", &v.Cancelled),
		ui.LongText("visit.note", &v.Note, 2),
	}
}
