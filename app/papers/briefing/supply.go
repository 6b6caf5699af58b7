package briefing

import (
	"cmp"
	"slices"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// supply sets what they want beside what we have: the posts for the class that
// graduates next and, in the same major and level, how many graduate and how
// many of them are still without a place.
func supply(p Paper) document.Section {
	if !p.Level.Internal() && len(p.Demands) == 0 {
		return document.Section{} // who has no place is nobody's business then
	}
	now, before := p.demands()
	var blocks []document.Block
	if rows := p.match(now); len(rows) > 0 {
		table := document.Table{Rows: rows, Columns: p.columns(
			column{key: "graduate.major", weight: 3}, column{key: "graduate.degree", weight: 1.2},
			column{key: "demand.posts", weight: 1, align: document.Right}, column{key: "demand.internships", weight: 1, align: document.Right},
			column{key: "demand.pay", weight: 1.6}, column{key: "supply.all", weight: 1.1, align: document.Right},
			column{key: "supply.unplaced", weight: 1.1, align: document.Right}, column{key: "supply.gap", weight: 2})}
		if p.Cohort.Year > 0 {
			table.Caption = p.Text("supply.caption", p.Cohort.Year)
		}
		if len(p.Supply) > 0 && p.AsOf != "" {
			table.Caption += p.Text("briefing.remark", p.Text("supply.as_of", p.day(p.AsOf)))
		}
		blocks = append(blocks, table)
	}
	if len(now) == 0 {
		f := facts{paper: p}
		f.need("supply.demand", "")
		blocks = append(blocks, f.blocks()...)
	}
	if words := append(p.wishes(now), p.earlier(before)...); len(words) > 0 {
		blocks = append(blocks, document.Facts{Facts: words, Columns: 1})
	}
	return document.Section{Blocks: blocks}
}

// demands parts what they want of the class that graduates next from what they
// wanted of others. Who says no class means the next.
func (p Paper) demands() (now, before []career.Demand) {
	for _, d := range p.Demands {
		if d.Cohort == 0 || p.Cohort.Year == 0 || d.Cohort >= p.Cohort.Year {
			now = append(now, d)
		} else {
			before = append(before, d)
		}
	}
	for _, list := range [][]career.Demand{now, before} { // the most posts first, of each class
		slices.SortStableFunc(list, func(a, b career.Demand) int {
			return cmp.Or(cmp.Compare(b.Cohort, a.Cohort), cmp.Compare(b.Posts, a.Posts))
		})
	}
	return now, before
}

// match returns a row for each demand with our numbers beside it, then one for
// each of our majors that they did not ask for.
func (p Paper) match(now []career.Demand) [][]document.Text {
	var rows [][]document.Text
	used := make([]bool, len(p.Supply))
	for _, d := range now {
		at := slices.IndexFunc(p.Supply, func(s career.Supply) bool {
			return s.Major == d.Major && (s.Degree == d.Degree || d.Degree == "")
		})
		cells := row(d.Major, p.code(d.Degree), some(d.Posts), some(d.Internships), p.pay(d), "—", "—", "")
		cells[7] = document.T(p.Text("supply.no_major"), document.Muted)
		if at >= 0 {
			used[at] = true
			s := p.Supply[at]
			cells[5], cells[6] = document.T(p.count(s.All)), document.T(p.unplaced(s))
			cells[7] = p.balance(d.Posts, s)
		}
		rows = append(rows, cells)
	}
	for i, s := range p.Supply {
		if !used[i] && p.shows(s.All) {
			rows = append(rows, row(s.Major, p.code(s.Degree), "—", "—", "", p.count(s.All), p.unplaced(s), ""))
		}
	}
	return rows
}

// balance says whether the posts suffice for those still without a place. A
// level that hides the small count hides the difference too.
func (p Paper) balance(posts int, s career.Supply) document.Text {
	switch gap := s.Unplaced - posts; {
	case !p.splits(s.Unplaced, s.All):
		return nil
	case gap > 0:
		return document.T(p.Text("supply.short_of", gap), document.Warn)
	case gap < 0:
		return document.T(p.Text("supply.more_by", -gap))
	}
	return document.T(p.Text("supply.even"))
}

// unplaced returns how many of a major have no place, or that it may not be
// told.
func (p Paper) unplaced(s career.Supply) string {
	if !p.splits(s.Unplaced, s.All) {
		return p.Text("briefing.hidden")
	}
	return grouped(s.Unplaced)
}

// some returns a number, or a dash for none.
func some(n int) string {
	if n == 0 {
		return "—"
	}
	return grouped(n)
}

// pay returns the pay of a demand, yuan a month.
func (p Paper) pay(d career.Demand) string {
	switch {
	case d.PayFrom == 0 && d.PayTo == 0:
		return ""
	case d.PayTo == 0:
		return p.Text("demand.pay_from", grouped(d.PayFrom))
	case d.PayFrom == 0:
		return p.Text("demand.pay_to", grouped(d.PayTo))
	case d.PayFrom == d.PayTo:
		return grouped(d.PayFrom)
	}
	return grouped(d.PayFrom) + "–" + grouped(d.PayTo)
}

// wishes says what else they said about the demands, and when.
func (p Paper) wishes(demands []career.Demand) []document.Fact {
	var noted []career.Demand
	for _, d := range demands {
		if said(d.Note) {
			noted = append(noted, d)
		}
	}
	text := p.told(noted, func(d career.Demand) document.Text {
		return document.Join(document.T(d.Major, document.Strong), document.T(p.Text("briefing.colon")), document.T(d.Note))
	})
	if len(text) == 0 {
		return nil
	}
	return []document.Fact{{Label: p.Text("supply.wishes"), Value: text}}
}

// earlier tells what they wanted of classes before, the newest class first.
func (p Paper) earlier(demands []career.Demand) []document.Fact {
	var list []document.Fact
	for len(demands) > 0 {
		class := demands[0].Cohort
		n := slices.IndexFunc(demands, func(d career.Demand) bool { return d.Cohort != class })
		if n < 0 {
			n = len(demands)
		}
		list = append(list, document.Fact{Label: p.Text("supply.of_class", class), Value: p.told(demands[:n], p.wanted)})
		demands = demands[n:]
	}
	return list
}

// told writes demands one after the other, with the day once for all that was
// said together.
func (p Paper) told(demands []career.Demand, write func(career.Demand) document.Text) document.Text {
	var text document.Text
	for i, d := range demands {
		if i > 0 {
			text = append(text, document.Span{Text: p.Text("briefing.semicolon")})
		}
		text = append(text, write(d)...)
		if d.On != "" && (i+1 == len(demands) || demands[i+1].On != d.On) {
			text = append(text, document.Span{Text: p.Text("briefing.remark", p.day(d.On)), Tone: document.Muted})
		}
	}
	return text
}

// wanted is one demand as a phrase: the major, posts, interns, pay.
func (p Paper) wanted(d career.Demand) document.Text {
	parts := []string{p.Text("supply.posts_of", grouped(d.Posts))}
	if d.Internships > 0 {
		parts = append(parts, p.Text("supply.interns_of", grouped(d.Internships)))
	}
	if pay := p.pay(d); pay != "" {
		parts = append(parts, p.Text("supply.pay_of", pay))
	}
	parts = append(parts, filled(d.Note)...)
	return document.Join(document.T(d.Major+" ", document.Strong), document.T(p.Text.List(parts)))
}
