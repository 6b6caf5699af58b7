package briefing

import (
	"slices"
	"strings"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// employer says who is being visited, how sure we are of it, and what ties us
// to them.
func employer(p Paper) document.Section {
	blocks := p.profile()
	blocks = append(blocks, p.links()...)
	if p.Level == career.L0 && said(p.Employer.Note) {
		blocks = append(blocks, document.Callout{Label: p.Text("briefing.private"), Text: document.T(p.Employer.Note)})
	}
	return document.Section{Blocks: blocks}
}

// profile gives the facts of the employer, each with where it comes from.
func (p Paper) profile() []document.Block {
	e := &p.Employer
	f := facts{paper: p}
	f.need("employer.name", e.Name)
	f.need("employer.uscc", string(e.USCC))
	f.need("employer.nature", p.code(e.Nature))
	f.need("employer.industry", p.code(e.Industry))
	f.need("employer.size", p.staff())
	f.need("employer.place", e.Place)
	f.add("employer.short_names", p.Text.List(e.ShortNames))
	f.add("employer.former_names", p.Text.List(e.FormerNames))
	f.add("employer.parent", p.Parent)
	f.add("employer.website", e.Website)
	f.add("employer.address", e.Address)
	f.need("employer.products", e.Products)
	f.add("employer.tags", p.Text.List(e.Tags))
	f.add("briefing.alumni", p.alumni())
	if p.Level.Internal() {
		p.source(&f)
	}
	return f.blocks()
}

// staff returns size and number of people as one value.
func (p Paper) staff() string {
	number := ""
	if p.Employer.Staff > 0 {
		number = p.Text("briefing.staff", grouped(p.Employer.Staff))
	}
	return strings.Join(filled(p.code(p.Employer.Size), number), " · ")
}

// source notes beside each fact where it comes from, marks what is odd or was
// last checked too long ago, and adds the sources of facts not shown.
func (p Paper) source(f *facts) {
	for _, s := range p.Employer.Sources {
		note := document.T(strings.Join(filled(s.From, p.day(s.On)), " "), document.Muted)
		if s.Stale(p.Today) {
			note = append(note, document.Span{Text: p.Text("briefing.remark", p.Text("doubt.stale")), Tone: document.Warn})
		}
		field := s.Field
		if field == "employer.staff" {
			field = "employer.size" // printed as one
		}
		if fact := f.find(field); fact != nil {
			fact.Note = append(fact.Note, note...)
		} else if len(note) > 0 {
			f.list = append(f.list, document.Fact{Label: p.Text(s.Field), Note: note})
		}
	}
	if odd := p.Employer.USCC.Doubt(); odd != "" {
		fact := f.find("employer.uscc")
		fact.Note = append(fact.Note, document.Span{Text: p.Text("briefing.doubt", p.Text(odd)), Tone: document.Warn})
	}
}

// find returns the fact of the field, or nil.
func (f *facts) find(field string) *document.Fact {
	label := f.paper.Text(field)
	for i := range f.list {
		if f.list[i].Label == label {
			return &f.list[i]
		}
	}
	return nil
}

// links lists what was signed or is intended.
func (p Paper) links() []document.Block {
	var blocks []document.Block
	if table := p.agreements(); len(table.Rows) > 0 {
		blocks = append(blocks, p.heading("briefing.agreements"), table)
	}
	return blocks
}

// alumni names those of their people who studied with us.
func (p Paper) alumni() string {
	var names []string
	for _, person := range p.Theirs {
		if p.Level.Internal() && person.Alumnus.Name != "" {
			names = append(names, p.among(person.Name, person.Title))
		}
	}
	return p.Text.List(names)
}

// agreements lists them, with their notes if any has one.
func (p Paper) agreements() document.Table {
	columns := []column{{key: "agreement.sort", weight: 1.3}, {key: "agreement.title", weight: 2.4},
		{key: "agreement.term", weight: 3.4}, {key: "agreement.state", weight: 0.9}}
	noted := slices.ContainsFunc(p.Agreements, func(a career.Agreement) bool { return said(a.Note) })
	if noted {
		columns = append(columns, column{key: "agreement.note", weight: 2})
	}
	table := document.Table{Columns: p.columns(columns...)}
	for _, a := range p.Agreements {
		if a.Signed == "" && p.Level == career.L3 {
			continue // not for the public before it is signed
		}
		cells := row(p.code(a.Sort), a.Title, p.term(a), "")
		cells[3] = p.standing(a)
		if noted {
			cells = append(cells, document.T(a.Note))
		}
		table.Rows = append(table.Rows, cells)
	}
	return table
}

// term returns from when to when an agreement holds.
func (p Paper) term(a career.Agreement) string {
	switch {
	case a.Signed == "" && a.Until == "":
		return ""
	case a.Until == "":
		return p.Text("agreement.from_on", p.short(a.Signed))
	case a.Signed == "":
		return p.Text("agreement.until_on", p.short(a.Until))
	}
	return p.Text("agreement.from_until", p.short(a.Signed), p.short(a.Until))
}

// standing says whether an agreement is in force.
func (p Paper) standing(a career.Agreement) document.Text {
	switch {
	case a.Signed == "":
		return document.T(p.Text("agreement.intended"), document.Muted)
	case a.Until.Valid() && a.Until < p.Today:
		return document.T(p.Text("agreement.ended"), document.Warn)
	}
	return document.T(p.Text("agreement.in_force"))
}
