package commitments

import (
	"cmp"
	"context"

	"visitdesk/app/ui"
	"visitdesk/data/career"
)

// closed says why nothing can be done about the commitment chosen: there is
// none, or it is settled.
func (s *Screen) closed() string {
	c, ok := s.Chosen()
	switch {
	case !ok:
		return s.Unchosen()
	case c.Done != "":
		return "commitment.already_done"
	}
	return ""
}

// Settle notes that the commitment chosen was kept today.
func (s *Screen) Settle() {
	s.change("told.settled", func(c *career.Commitment) { c.Done = s.desk.Today() })
}

// Postpone gives the commitment chosen a week more.
func (s *Screen) Postpone() { s.change("told.a_week_later", s.later) }

// later gives a commitment a week more: from its day, or from today if that is
// past.
func (s *Screen) later(c *career.Commitment) {
	c.Due = max(cmp.Or(c.Due, s.desk.Today()), s.desk.Today()).Add(7)
}

// GiveUp notes that the commitment chosen will not be kept, and why.
func (s *Screen) GiveUp() {
	if s.closed() != "" {
		return
	}
	d := s.desk
	why := d.Entry()
	d.Ask(ui.Question{Title: d.T("act.give_up"), Words: d.T("commitment.why_give_up"), Body: why, Focus: why,
		Answers: []ui.Answer{{Phrase: "act.give_up", Do: func() {
			s.change("told.given_up", func(c *career.Commitment) { c.Done, c.Dropped, c.Result = d.Today(), true, why.Text })
		}}}})
}

// change changes the commitment chosen and tells it.
func (s *Screen) change(told string, change func(*career.Commitment)) {
	row, ok := s.Chosen()
	if !ok || row.Done != "" {
		return
	}
	d, c := s.desk, row.Commitment
	change(&c)
	d.Act(func(ctx context.Context) error { return d.Store.Save(ctx, &c) }, func() { d.Done(d.T(told, c.What)) })
}

// together are what can be done to several at once.
func (s *Screen) together() []ui.BulkEdit {
	edit := func(phrase string, change func(*career.Commitment)) ui.BulkEdit {
		return ui.BulkEdit{Phrase: phrase, Ask: func(then func(func(career.Noun))) {
			then(func(n career.Noun) {
				if c := n.(*career.Commitment); c.Done == "" {
					change(c)
				}
			})
		}}
	}
	return []ui.BulkEdit{
		edit("act.settle", func(c *career.Commitment) { c.Done = s.desk.Today() }),
		edit("act.a_week_later", s.later),
	}
}

// Form shows the form of a commitment, a new one if it has no ID, with the
// cursor in the given field.
func (s *Screen) Form(c career.Commitment, field string) {
	d := s.desk
	employer := ""
	d.Prepare(func(ctx context.Context) (err error) {
		if c.ID != "" { // the newest version, not the one of the list
			if c, err = d.Store.Commitment(ctx, c.ID); err != nil {
				return err
			}
		}
		employer, err = d.EmployerName(ctx, c.Employer)
		return err
	}, func() {
		title, save := d.T("commitment.new"), ui.Save{Noun: &c, Done: func() {
			s.Browser.Open(string(c.ID)) // of the open ones, or of all, as before
			d.Done(d.T("told.saved"))
		}}
		if c.ID != "" {
			title, save.Deleted = d.T("form.edit", c.What), d.T("told.deleted", c.What)
		}
		d.Push(d.Form(title, save,
			ui.Pick("commitment.employer", &c.Employer, employer, d.FindEmployers, nil),
			ui.Choice("commitment.side", &c.Side, career.Sides),
			ui.LongText("commitment.what", &c.What, 2),
			ui.Text("commitment.owner", &c.Owner),
			ui.Date("commitment.due", &c.Due),
			ui.Part("commitment.part_done"),
			ui.Date("commitment.done", &c.Done),
			ui.Tick("commitment.given_up", "commitment.was_dropped", &c.Dropped),
			ui.LongText("commitment.result", &c.Result, 2),
		).At(field))
	})
}
