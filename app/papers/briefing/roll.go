package briefing

import (
	"cmp"
	"fmt"
	"slices"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// roll names our graduates at the employer, the newest class first: the office
// gets a row for each with all that is known, leaders a line for each class.
func (p Paper) roll() []document.Block {
	if len(p.Hires) == 0 || !p.Level.Internal() {
		return nil
	}
	list := slices.Clone(p.Hires)
	slices.SortStableFunc(list, func(a, b career.Hire) int {
		return cmp.Or(cmp.Compare(b.Cohort, a.Cohort), cmp.Compare(a.Major, b.Major))
	})
	table := p.byClass(list)
	if p.Level == career.L0 {
		table = p.byName(list)
	}
	return []document.Block{p.heading("briefing.roll"), table}
}

// byName has a row for each graduate, with the phone. The day is in figures: a
// row should take one line.
func (p Paper) byName(list []career.Hire) document.Table {
	table := document.Table{Columns: p.columns(
		column{key: "graduate.name", weight: 1.4}, column{key: "graduate.cohort", weight: 0.9}, column{key: "graduate.faculty", weight: 1.9},
		column{key: "graduate.major", weight: 2.2}, column{key: "graduate.degree", weight: 1.2}, column{key: "outcome.job", weight: 1.8},
		column{key: "outcome.on", weight: 1.7}, column{key: "graduate.mobile", weight: 1.6})}
	for _, h := range list {
		table.Rows = append(table.Rows, row(h.Name, fmt.Sprint(h.Cohort), h.Faculty, h.Major, p.code(h.Degree), h.Job, string(h.On), h.Mobile))
	}
	return table
}

// byClass has a row for each class: its majors, and who of each does what.
func (p Paper) byClass(list []career.Hire) document.Table {
	table := document.Table{Columns: p.columns(
		column{key: "graduate.cohort", weight: 1}, column{key: "briefing.names", weight: 9})}
	for len(list) > 0 {
		year := list[0].Cohort
		n := slices.IndexFunc(list, func(h career.Hire) bool { return h.Cohort != year })
		if n < 0 {
			n = len(list)
		}
		cells := []document.Text{document.T(p.Text("cohort.year_of", year)), p.names(list[:n])}
		table.Rows = append(table.Rows, cells)
		list = list[n:]
	}
	return table
}

// names lists graduates of one class under their majors.
func (p Paper) names(list []career.Hire) document.Text {
	var text document.Text
	var names []string
	for i, h := range list {
		name := h.Name
		if said(h.Job) {
			name = p.Text("briefing.with_job", h.Name, h.Job)
		}
		names = append(names, name)
		if i+1 < len(list) && list[i+1].Major == h.Major {
			continue
		}
		if len(text) > 0 {
			text = append(text, document.Span{Text: p.Text("briefing.semicolon")})
		}
		text = append(text, document.Span{Text: h.Major + p.Text("briefing.colon"), Tone: document.Muted}, document.Span{Text: p.Text.List(names)})
		names = nil
	}
	return text
}
