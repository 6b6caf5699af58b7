package briefing

import (
	"fmt"
	"slices"
	"strings"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// university says who we are: the words a president opens with, the class that
// graduates next, and how far the campaign has come.
func university(p Paper) document.Section {
	u := p.University
	var blocks []document.Block
	if said(u.Introduction) {
		blocks = append(blocks, document.Paragraph{Text: document.T(u.Introduction)})
	} else {
		f := facts{paper: p}
		f.need("university.introduction", "")
		blocks = append(blocks, f.blocks()...)
	}
	known, proud := p.listed("university.characteristics", u.Characteristics), p.listed("university.achievements", u.Achievements)
	if len(known) > 0 && len(proud) > 0 {
		blocks = append(blocks, document.Columns{Left: known, Right: proud})
	} else {
		blocks = append(append(blocks, known...), proud...)
	}
	blocks = append(blocks, p.class()...)
	blocks = append(blocks, p.campaign()...)
	f := facts{paper: p}
	if p.Level == career.L1 { // our leaders know where they work
		return document.Section{Blocks: blocks}
	}
	f.add("university.name", strings.Join(filled(u.Name, u.EnglishName), " · "))
	f.add("university.phone", strings.Join(filled(u.Office, u.Phone), " "))
	f.add("university.address", u.Address)
	f.add("university.website", u.Website)
	if len(blocks) == 0 && u.Name == "" {
		return document.Section{}
	}
	return document.Section{Blocks: append(blocks, f.blocks()...)}
}

// listed is a list under a heading, or nothing.
func (p Paper) listed(key string, texts []string) []document.Block {
	list := items(texts)
	if len(list) == 0 {
		return nil
	}
	return []document.Block{p.heading(key), document.List{Items: list}}
}

// class says how the class that graduates next stands.
func (p Paper) class() []document.Block {
	words := document.T(p.Cohort.Introduction)
	rate, known := p.rate()
	if counts := p.outcomes(); len(counts) > 0 && p.Level.Internal() {
		words = append(words, document.Span{Text: p.Text("briefing.by_outcome", p.Text.List(counts))})
		if p.AsOf != "" && !known {
			words = append(words, document.Span{Text: p.Text("briefing.as_of", p.day(p.AsOf)), Tone: document.Muted})
		}
	}
	var blocks []document.Block
	if said(words.String()) {
		blocks = append(blocks, document.Paragraph{Text: words})
	}
	if known {
		blocks = append(blocks, document.Callout{Label: p.Text("briefing.rate"), Text: document.T(rate)})
	}
	if len(blocks) == 0 {
		return nil
	}
	if p.Cohort.Year == 0 {
		return append([]document.Block{p.heading("briefing.class")}, blocks...)
	}
	return append([]document.Block{p.heading("briefing.class_of", p.Cohort.Year)}, blocks...)
}

// rate returns the rate of the class with all that belongs to it: n, N, the day
// and the scheme. A code the scheme does not know leaves it out; a wrong rate
// would be worse than none.
func (p Paper) rate() (string, bool) {
	counts := map[career.OutcomeCode]int{}
	for _, c := range p.Class {
		counts[c.Code] += c.Count
	}
	rate, err := p.Scheme.Rate(counts)
	if err != nil || len(p.Scheme.Settled) == 0 || rate.All == 0 || !p.splits(rate.Settled, rate.All) {
		return "", false
	}
	share := fmt.Sprintf("%.2f%%", 100*rate.Share())
	return p.Text("briefing.rate_of", share, grouped(rate.Settled), grouped(rate.All), p.day(p.AsOf), p.Text(p.Scheme.Key())), true
}

// outcomes counts the class by outcome, in the order of the official list, with
// those nobody knows about last. Small counts stand among them and could be
// worked out from the rest, so it is for the house only.
func (p Paper) outcomes() []string {
	counts := map[career.OutcomeCode]int{}
	codes := slices.Clone(career.OutcomeCodes)
	for _, c := range p.Class {
		parent := c.Code.Parent()
		counts[parent] += c.Count
		if parent != "" && !slices.Contains(codes, parent) {
			codes = append(codes, parent)
		}
	}
	var list []string
	for _, code := range append(codes, "") {
		name := p.Text("briefing.unknown")
		if code != "" {
			name = p.code(code)
		}
		if n := counts[code]; n > 0 {
			list = append(list, p.Text("briefing.outcome_count", name, grouped(n)))
		}
	}
	return list
}

// campaign says what the visit is part of and how far that has come.
func (p Paper) campaign() []document.Block {
	c := p.Campaign
	if !said(c.Name) {
		return nil
	}
	frame := document.T(c.Name, document.Strong)
	term := strings.Join(filled(p.day(c.From), p.day(c.To)), p.Text("date.dash"))
	for _, s := range filled(term, c.Source) {
		frame = append(frame, document.Span{Text: p.Text("briefing.aside", s), Tone: document.Muted})
	}
	blocks := []document.Block{p.heading("briefing.campaign"), document.Paragraph{Text: frame, Flush: true}}
	next := p.listed("campaign.next", c.Next)
	if len(c.Quotas) == 0 {
		return append(blocks, next...)
	}
	table := p.quotas(c.Quotas)
	if len(next) == 0 {
		return append(blocks, table)
	}
	return append(blocks, document.Columns{Left: []document.Block{table}, Right: next})
}

// quotas sets targets beside what was reached; where and when all were counted
// together is said once.
func (p Paper) quotas(quotas []career.Quota) document.Table {
	table := document.Table{Columns: p.columns(
		column{key: "quota.what", weight: 4}, column{key: "quota.target", weight: 1, align: document.Right},
		column{key: "quota.done", weight: 1, align: document.Right})}
	source := func(q career.Quota) string { return strings.Join(filled(p.day(q.On), q.Source), " ") }
	first := quotas[0]
	together := !slices.ContainsFunc(quotas, func(q career.Quota) bool { return q.On != first.On || q.Source != first.Source })
	switch {
	case together && first.On != "" && said(first.Source):
		table.Caption = p.Text("quota.counted", p.day(first.On), first.Source)
	case together:
		table.Caption = source(first)
	}
	for _, q := range quotas {
		cells := row(q.What, some(q.Target), grouped(q.Done))
		if s := source(q); s != "" && !together {
			cells[0] = document.Join(cells[0], document.T(p.Text("briefing.remark", s), document.Muted))
		}
		table.Rows = append(table.Rows, cells)
	}
	return table
}
