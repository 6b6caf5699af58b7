package briefing

import (
	"strings"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// people shows whom one will meet: theirs first, then our own, each side in
// protocol order.
func people(p Paper) document.Section {
	blocks := p.side("visit.theirs", p.Theirs)
	if len(p.Ours) > 0 && p.Level.Internal() {
		return document.Section{Blocks: append(blocks, p.delegation()...)}
	}
	return document.Section{Blocks: append(blocks, p.side("visit.ours", p.Ours)...)}
}

// delegation lists our own people with their numbers: inside the house nobody
// needs their faces.
func (p Paper) delegation() []document.Block {
	table := document.Table{Columns: p.columns(
		column{key: "participant.name", weight: 2}, column{key: "participant.title", weight: 1.4},
		column{key: "participant.unit", weight: 1.6}, column{key: "participant.phone", weight: 1.4}, column{key: "participant.met", weight: 2.4})}
	for _, person := range p.Ours {
		cells := row("", person.Title, person.Unit, person.Phone, p.lastMet(person))
		cells[0] = document.Join(document.T(person.Name, document.Strong), document.T(p.Text("briefing.after", person.Pinyin), document.Muted))
		if !said(person.Title) {
			cells[1] = p.gap()
		}
		if p.Level == career.L0 && said(person.Note) {
			cells[4] = document.Join(cells[4], document.T(p.Text("briefing.aside", person.Note)))
		}
		table.Rows = append(table.Rows, cells)
	}
	return []document.Block{p.sideHeading("visit.ours", p.Ours), table}
}

func (p Paper) sideHeading(field string, side []career.Person) document.Heading {
	return document.Heading{Text: document.T(p.counted(field, side, len(side)))}
}

// counted names a side with the number of its people, and of those shown.
func (p Paper) counted(field string, side []career.Person, shown int) string {
	name := p.Text(field)
	if !p.Level.Internal() {
		name = map[string]string{"visit.ours": p.party(career.Ours), "visit.theirs": p.party(career.Theirs)}[field]
	}
	if shown < len(side) {
		return p.Text("briefing.side_first", len(side), name, shown)
	}
	return p.Text.Count("briefing.side", len(side), name)
}

func (p Paper) side(field string, side []career.Person) []document.Block {
	if len(side) == 0 {
		f := facts{paper: p}
		f.need(field, "")
		return f.blocks()
	}
	cards := make([]document.Person, len(side))
	for i, person := range side {
		cards[i] = p.card(person)
		cards[i].Lines = p.lines(person)
	}
	return []document.Block{p.sideHeading(field, side), document.People{People: cards}}
}

// card returns name, reading, title and photo of a person.
func (p Paper) card(person career.Person) document.Person {
	card := document.Person{
		Photo:   person.Photo,
		Name:    document.T(person.Name, document.Strong),
		Reading: person.Pinyin,
		Title:   document.T(person.Title),
	}
	if !said(person.Title) {
		card.Title = p.gap()
	}
	if p.Level.Internal() && person.Alumnus.Name != "" {
		card.Name = append(card.Name, document.Span{Text: p.Text("briefing.alumnus_mark"), Tone: document.Muted})
	}
	return card
}

// lines says the rest of what is known about a person.
func (p Paper) lines(person career.Person) []document.Text {
	var lines []document.Text
	add := func(s string, tone document.Tone) {
		if said(s) {
			lines = append(lines, document.T(s, tone))
		}
	}
	if person.Unit != p.Employer.Name && person.Unit != p.University.Name {
		add(person.Unit, document.Plain)
	}
	if p.Level.Internal() {
		add(p.alumnus(person), document.Plain)
		if met := p.lastMet(person); met != "" {
			add(p.Text("briefing.met", met), document.Muted)
		}
	}
	add(p.reach(person), document.Plain)
	if p.Level == career.L0 && said(person.Note) {
		add(p.Text("briefing.private")+person.Note, document.Muted)
	}
	return lines
}

// reach says how to reach a person. The public has nobody's number.
func (p Paper) reach(person career.Person) string {
	phone := person.Phone
	if p.Level == career.L3 {
		return ""
	}
	if person.OnSite && said(phone) {
		phone = p.Text("briefing.onsite_phone", phone)
	}
	return strings.Join(filled(phone, person.Email), " · ")
}

// alumnus says when and where a person studied with us.
func (p Paper) alumnus(person career.Person) string {
	g := person.Alumnus
	if g.Name == "" {
		return ""
	}
	name := g.Name
	if name == person.Name {
		name = ""
	}
	class := ""
	if g.Cohort > 0 {
		class = p.Text("cohort.class", g.Cohort)
	}
	return p.Text("briefing.alumnus", strings.Join(filled(name, class, g.Faculty, g.Major), " "))
}

// lastMet says when the person last took part in a visit, and who led it. A
// person of theirs whom we know and never met is new to us.
func (p Paper) lastMet(person career.Person) string {
	switch {
	case person.LastMet != "" && said(person.LastWith):
		return p.Text("briefing.met_with", p.day(person.LastMet), person.LastWith)
	case person.LastMet != "":
		return p.day(person.LastMet)
	case person.Contact != "":
		return p.Text("briefing.never_met")
	}
	return ""
}
