package briefing

import (
	"strings"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// lastLines is how much of the last minutes the history quotes.
const lastLines = 5

// history says how the two sides came to where they are, and what each still
// owes the other.
func history(p Paper) document.Section {
	var blocks []document.Block
	if len(p.Past) > 0 {
		var line document.Timeline
		for i := range p.Past {
			line.Entries = append(line.Entries, p.entry(&p.Past[i]))
		}
		blocks = append(blocks, line)
	}
	if last, ok := p.last(); ok && said(last.Minutes.Outer) && p.Level != career.L3 {
		blocks = append(blocks,
			p.heading("briefing.last_minutes", p.day(last.From.Date())),
			document.Paragraph{Text: document.T(last.Minutes.Outer), Lines: lastLines, Flush: true})
	}
	return document.Section{Blocks: append(blocks, p.commitments()...)}
}

// last returns the newest earlier visit that took place.
func (p Paper) last() (career.PastVisit, bool) {
	for _, past := range p.Past {
		if past.Cancelled == "" && past.Postponed == "" {
			return past, true
		}
	}
	return career.PastVisit{}, false
}

// entry is one earlier visit as a line of the timeline.
func (p Paper) entry(past *career.PastVisit) document.Entry {
	v := &past.Visit
	ways := p.way(v.Direction)
	if v.Mode == career.Online {
		ways = strings.Join(filled(ways, p.Text(v.Mode.Key())), " · ")
	}
	text := document.T(ways, document.Strong)
	add := func(s string) {
		if said(s) {
			if len(text) > 0 {
				s = p.Text("briefing.aside", s)
			}
			text = append(text, document.Span{Text: s})
		}
	}
	if leader := p.titled(past.LeaderName, past.LeaderTitle); leader != "" {
		add(p.Text("briefing.led", leader))
	}
	if v.Minutes.Empty() { // else the minutes say where
		add(v.Place)
	}
	add(v.Purpose)
	if v.Cancelled != "" {
		text = append(text, document.Span{Text: p.Text("briefing.cancelled", v.Cancelled), Tone: document.Warn})
	}
	if v.Postponed != "" {
		text = append(text, document.Span{Text: p.Text("briefing.postponed", v.Postponed), Tone: document.Warn})
	}
	if past.Open > 0 && p.Level != career.L3 {
		text = append(text, document.Span{Text: p.Text.Count("briefing.left_open", past.Open), Tone: document.Warn})
	}
	return document.Entry{When: p.day(v.From.Date()), Text: text}
}
