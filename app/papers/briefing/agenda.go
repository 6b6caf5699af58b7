package briefing

import (
	"strings"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// agenda says when, where, why and with whom: the plan of the visit and how the
// delegation gets there.
func agenda(p Paper) document.Section {
	blocks := p.plan()
	blocks = append(blocks, p.aims()...)
	programme := p.programme()
	if len(blocks) > 0 && len(p.Visit.Agenda) > 0 { // else the section's title is heading enough
		programme = append([]document.Block{p.heading("visit.agenda")}, programme...)
	}
	blocks = append(blocks, programme...)
	if p.Level.Internal() {
		blocks = append(blocks, p.logistics()...)
	}
	if p.Level == career.L0 && said(p.Visit.Note) {
		blocks = append(blocks, document.Callout{Label: p.Text("briefing.private"), Text: document.T(p.Visit.Note)})
	}
	return document.Section{Blocks: blocks}
}

// plan gives what page one has no room for, and boxes what it lacks. An open
// hour counts as missing: nobody can leave on time for it.
func (p Paper) plan() []document.Block {
	v := &p.Visit
	f := facts{paper: p}
	if v.From.Clock() == "" {
		f.plan("visit.from", "")
	}
	long := func(field, value string) {
		if !said(value) || wide(value) > 2*keyWidth {
			f.plan(field, value)
		}
	}
	long("visit.place", v.Place)
	long("visit.led_by", p.titled(p.Leader.Name, p.Leader.Title))
	long("visit.onsite", p.onSite())
	f.add("visit.others", p.Text.List(p.Others))
	if wide(p.Campaign.Name) > 2*keyWidth {
		f.add("visit.campaign", p.Campaign.Name)
	}
	f.add("visit.cancelled", v.Cancelled)
	f.add("visit.postponed", v.Postponed)
	return f.blocks()
}

// onSite returns whom to call on the day, and the number.
func (p Paper) onSite() string {
	for _, person := range p.Theirs {
		if person.OnSite && said(person.Phone) && p.Level != career.L3 {
			return strings.Join(filled(p.titled(person.Name, person.Title), person.Phone), " ")
		}
	}
	return ""
}

// aims gives purpose, asks and warning in full where page one may shorten
// them, and boxes those that are missing.
func (p Paper) aims() []document.Block {
	v := &p.Visit
	f := facts{paper: p}
	var blocks []document.Block
	asks := items(v.Asks)
	if !said(v.Purpose) {
		f.plan("visit.purpose", "")
	} else if !p.brief() {
		blocks = append(blocks, p.heading("visit.purpose"), document.Paragraph{Text: document.T(v.Purpose)})
	}
	if len(asks) == 0 {
		f.plan("visit.asks", "")
	} else if !p.brief() {
		blocks = append(blocks, p.heading("visit.asks"), document.List{Items: asks, Marker: document.Numbers})
	}
	if p.Level.Internal() && wide(v.Attention) > 2*(attentionLines*oneLine-labelRoom) {
		blocks = append(blocks, document.Callout{Label: p.Text("briefing.attention"), Text: document.T(v.Attention), Tone: document.Warn})
	}
	return append(f.blocks(), blocks...)
}

// programme is the agenda as a table.
func (p Paper) programme() []document.Block {
	if len(p.Visit.Agenda) == 0 {
		f := facts{paper: p}
		f.plan("visit.agenda", "")
		return f.blocks()
	}
	table := document.Table{Columns: p.columns(
		column{key: "agenda.at", weight: 1.2}, column{key: "agenda.item", weight: 1.4}, column{key: "agenda.content", weight: 3.4},
		column{key: "agenda.responsible", weight: 1.3}, column{key: "agenda.place", weight: 1.6})}
	for _, line := range p.Visit.Agenda {
		table.Rows = append(table.Rows, row(line.At, line.Item, line.Content, line.Responsible, line.Place))
	}
	return []document.Block{table}
}

// logistics says how the delegation gets there. Only a visit elsewhere needs a
// departure and a car.
func (p Paper) logistics() []document.Block {
	l := p.Visit.Logistics
	f := facts{paper: p}
	put := f.add
	if p.Visit.Direction == career.Out && p.Visit.Mode == career.OnSite {
		put = f.plan
	}
	put("logistics.departure", l.Departure)
	put("logistics.car", l.Car)
	f.add("logistics.route", l.Route)
	f.add("logistics.dress", l.Dress)
	f.add("logistics.gifts", l.Gifts)
	f.add("logistics.material", l.Material)
	if len(f.list) == 0 {
		return nil
	}
	return append([]document.Block{p.heading("briefing.logistics")}, f.blocks()...)
}
