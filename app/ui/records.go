package ui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"visitdesk/data/career"
)

// This file and finders.go hold the little that several screens show of a
// record in the same way. The rest of the package knows no record.

// Delete deletes records and offers to undo it: nothing is asked before.
func (d *Desk) Delete(told string, nouns ...career.Noun) {
	d.Act(func(ctx context.Context) error { return d.Store.Delete(ctx, nouns...) }, func() { d.Done(told) })
}

// Doubts lists what is worth a look in a record; a click on one goes to its
// field. Nil for none.
func (d *Desk) Doubts(doubts []career.Problem, mend func(field string)) fyne.CanvasObject {
	if len(doubts) == 0 {
		return nil
	}
	items := make([]Item, len(doubts))
	for i, p := range doubts {
		items[i] = Item{Words: d.T("problem.line", d.T(p.Field), d.T(p.Reason)), Tone: Warn, Tapped: func() { mend(p.Field) }}
	}
	return d.Items("", items...)
}

// EmployerName returns the name of an employer, nothing for none. It reads.
func (d *Desk) EmployerName(ctx context.Context, id career.EmployerID) (string, error) {
	if id == "" {
		return "", nil
	}
	e, err := d.Store.Employer(ctx, id)
	return e.Name, err
}

// NewVisit is a visit before more is known of it than whom it goes to, if that
// is known.
func NewVisit(to ...career.EmployerID) *career.Visit {
	return &career.Visit{Direction: career.Out, Mode: career.OnSite, Employers: to}
}

// CommitmentItem shows a commitment in a list: what, who, until when, and a
// button that settles it. where is the employer's name if the list needs it.
func (d *Desk) CommitmentItem(c career.Commitment, where string) Item {
	today := d.Today()
	item := Item{
		Words:  c.What,
		Small:  Dot(where, d.T(c.Side.Key()), c.Owner, d.due(&c)),
		Tapped: func() { d.Edit(&c, "") },
	}
	switch {
	case c.Done != "" && c.Dropped:
		item.Tone = Muted
	case c.Done != "":
		item.Tone = Good
	case c.Overdue(today):
		item.Tone = Alert
	}
	if c.Done == "" {
		item.Buttons = append(item.Buttons, d.Button("act.settle", func() { d.settle(c) }))
	}
	return item
}

// due says until when, and in words whether that is past.
func (d *Desk) due(c *career.Commitment) string {
	switch {
	case c.Done != "" && c.Dropped:
		return d.T("commitment.dropped")
	case c.Done != "":
		return d.T("commitment.done_on", d.Text.Date(c.Done.Time()))
	case c.Due == "":
		return d.T("commitment.undated")
	case c.Overdue(d.Today()):
		return d.Text.Count("commitment.late", c.Due.Until(d.Today()), d.Short(career.Moment(c.Due)))
	}
	return d.T("commitment.until", d.Short(career.Moment(c.Due)))
}

// settle notes that a commitment was kept today.
func (d *Desk) settle(c career.Commitment) {
	c.Done = d.Today()
	d.Act(func(ctx context.Context) error { return d.Store.Save(ctx, &c) }, func() { d.Done(d.T("told.settled", c.What)) })
}

// Short returns a moment as lists show it, 11-21 09:30 or 21 Nov 09:30, with
// the year when it is not this one.
func (d *Desk) Short(m career.Moment) string {
	day := m.Date()
	if !day.Valid() {
		return string(m)
	}
	phrase := "date.in_list"
	if day.Year() != d.Today().Year() {
		phrase = "date.in_list_year"
	}
	t := day.Time()
	words := d.T(phrase, t.Year(), int(t.Month()), t.Day(), d.T(fmt.Sprintf("month.%d", t.Month())))
	return strings.TrimSpace(words + " " + m.Clock())
}

// Roughly returns a day, a month or a year in words: 2024年3月, March 2024.
func (d *Desk) Roughly(date career.Date) string {
	first, _ := date.Span()
	switch len(date) {
	case len("2006-01-02"):
		return d.Text.Date(first.Time())
	case len("2006-01"):
		return d.Text.Month(first.Time())
	}
	return d.T("date.year", string(date))
}

// Near returns a day in words where it is near: today, tomorrow, Friday; else
// as it is kept.
func (d *Desk) Near(day career.Date) string {
	switch n := d.Today().Until(day); {
	case n == 0:
		return d.T("day.today")
	case n == 1:
		return d.T("day.tomorrow")
	case n == 2:
		return d.T("day.after_tomorrow")
	case n == -1:
		return d.T("day.yesterday")
	}
	return d.T("day.on", d.Short(career.Moment(day)), d.T("weekday."+strings.ToLower(day.Time().Weekday().String()[:3])))
}
