package visits

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
)

// describe lays out all about one visit: what it is, where it stands, what is
// missing, what was said.
func (s *Screen) describe(v view) fyne.CanvasObject {
	d := s.desk
	page := ui.Apart(
		ui.Stack(d.Heading(v.row.EmployerName), d.Words(s.line(v), ui.Muted)),
		s.steps(v),
		ui.Row(d.MainButton("act.print_briefing", s.Print), d.Button("act.edit", s.Edit),
			d.LinkButton(d.T("act.delete"), s.Delete)),
	)
	if missing := s.missing(v); missing != nil {
		page.Add(missing)
	}
	page.Add(s.facts(v))
	page.Add(s.commitments(v))
	for _, part := range []fyne.CanvasObject{s.minutes(v), s.gained(v)} {
		if part != nil {
			page.Add(part)
		}
	}
	page.Add(d.Group(d.T("noun.attachment"), d.Attachments(career.KindVisit, string(v.row.ID))))
	page.Add(d.History(career.KindVisit, string(v.row.ID)))
	return page
}

// line is when, which way and how, on one line.
func (s *Screen) line(v view) string {
	d := s.desk
	from := d.When(v.row.From)
	if clock := v.row.To.Clock(); clock != "" && v.row.To.Date() == v.row.From.Date() {
		from = d.T("visit.until", from, clock)
	}
	return ui.Dot(from, d.T(v.row.Direction.Key()), d.T(v.row.Mode.Key()))
}

// steps shows where the visit stands in its life, or that it stands aside.
func (s *Screen) steps(v view) fyne.CanvasObject {
	d, state := s.desk, s.state(v.row)
	switch state {
	case career.CalledOff:
		return d.Words(ui.Alert.Mark()+d.T("visit.is_called_off", v.row.Cancelled), ui.Alert)
	case career.PutOff:
		return d.Words(ui.Warn.Mark()+d.T("visit.is_put_off", v.row.Postponed), ui.Warn)
	}
	at := map[career.State]int{
		career.Plan: 0, career.Brief: 1, career.Happening: 2, career.Unminuted: 3, career.Acting: 4, career.Reportable: 5,
	}
	return d.Steps([]string{"step.plan", "step.brief", "step.visit", "step.minutes", "step.act", "step.report"}, at[state])
}

// missing lists what the briefing lacks; a click goes to the line of the form.
func (s *Screen) missing(v view) fyne.CanvasObject {
	if state := s.state(v.row); state != career.Plan && state != career.Happening && state != career.Brief {
		return nil
	}
	return s.desk.Missing("visit.missing", v.row.Missing(), s.EditAt)
}

func (s *Screen) facts(v view) fyne.CanvasObject {
	d, row := s.desk, v.row
	return d.Facts(
		ui.Fact{Phrase: "visit.led_by", Words: strings.TrimSpace(row.LeaderTitle + " " + row.LeaderName)},
		ui.Fact{Phrase: "visit.campaign", Words: v.campaign},
		ui.Fact{Phrase: "visit.place", Words: row.Place},
		ui.Fact{Phrase: "visit.purpose", Words: row.Purpose},
		ui.Fact{Phrase: "visit.asks", Words: ui.Numbered(row.Asks)},
		ui.Fact{Phrase: "visit.attention", Words: row.Attention, Tone: ui.Warn},
		ui.Fact{Phrase: "visit.points", Words: s.points(row.Points)},
		ui.Fact{Phrase: "visit.ours", Words: s.people(row.Ours)},
		ui.Fact{Phrase: "visit.theirs", Words: s.people(row.Theirs)},
		ui.Fact{Phrase: "visit.agenda", Words: agenda(row.Agenda)},
		ui.Fact{Phrase: "logistics.departure", Words: row.Logistics.Departure},
		ui.Fact{Phrase: "logistics.car", Words: row.Logistics.Car},
		ui.Fact{Phrase: "logistics.route", Words: row.Logistics.Route},
		ui.Fact{Phrase: "logistics.dress", Words: row.Logistics.Dress},
		ui.Fact{Phrase: "logistics.gifts", Words: row.Logistics.Gifts},
		ui.Fact{Phrase: "logistics.material", Words: row.Logistics.Material},
		ui.Fact{Phrase: "visit.tags", Words: d.Text.List(row.Tags)},
		ui.Fact{Phrase: "visit.note", Words: row.Note},
	)
}

// points names what to say and what not, one to a line.
func (s *Screen) points(list []career.Point) string {
	lines := make([]string, len(list))
	for i, p := range list {
		lines[i] = ui.Dot(s.desk.T(p.Kind.Key()), p.Text)
	}
	return strings.Join(lines, "\n")
}

// people names a delegation, one to a line: the one to call on the day with the
// number.
func (s *Screen) people(list []career.Participant) string {
	lines := make([]string, len(list))
	for i, p := range list {
		lines[i] = strings.TrimSpace(p.Name + "  " + p.Title)
		if p.OnSite {
			lines[i] = s.desk.T("visit.call", lines[i], p.Phone)
		}
	}
	return strings.Join(lines, "\n")
}

func agenda(lines []career.AgendaLine) string {
	words := make([]string, len(lines))
	for i, l := range lines {
		words[i] = strings.TrimSpace(l.At + "  " + l.Item)
	}
	return strings.Join(words, "\n")
}

// commitments lists what both sides promised at the visit.
func (s *Screen) commitments(v view) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	for _, c := range v.said.Commitments {
		items = append(items, d.CommitmentItem(c, ""))
	}
	add := d.Button("act.new_commitment", func() {
		d.Edit(&career.Commitment{Employer: v.row.Employer(), Visit: v.row.ID, Side: career.Ours}, "")
	})
	return d.Group(d.T("visit.commitments"), d.Items("commitment.none", items...), add)
}

// minutes shows what was said, or offers to write it down once the day has
// come.
func (s *Screen) minutes(v view) fyne.CanvasObject {
	d := s.desk
	if v.row.From.Date() > d.Today() {
		return nil
	}
	write := d.Button("act.write_minutes", func() { s.EditAt("visit.minutes_outer") })
	if v.row.Minutes.Empty() {
		return d.Group(d.T("visit.minutes"), d.Caption(d.T("visit.no_minutes"), ui.Muted), write)
	}
	return d.Group(d.T("visit.minutes"), ui.Stack(
		d.Words(v.row.Minutes.Outer, ui.Plain),
		d.Facts(ui.Fact{Phrase: "visit.minutes_inner", Words: v.row.Minutes.Inner}),
		d.Caption(ui.Dot(v.row.Minutes.By, d.Text.Date(v.row.Minutes.On.Time())), ui.Muted)), write)
}

// gained counts what else came out of the visit.
func (s *Screen) gained(v view) fyne.CanvasObject {
	d := s.desk
	count := func(phrase string, n int) ui.Fact {
		if n == 0 {
			return ui.Fact{}
		}
		return ui.Fact{Phrase: phrase, Words: strconv.Itoa(n)}
	}
	if len(v.said.Demands)+len(v.said.Agreements)+len(v.said.Feedback) == 0 {
		return nil
	}
	see := d.LinkButton(d.T("act.see_employer"), func() { d.Open(career.KindEmployer, string(v.row.Employer())) })
	return d.Group(d.T("visit.gained"), d.Facts(
		count("noun.demand", len(v.said.Demands)),
		count("noun.agreement", len(v.said.Agreements)),
		count("noun.feedback", len(v.said.Feedback)),
	), see)
}
