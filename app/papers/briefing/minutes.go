package briefing

import (
	"strings"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// minutes gives what was said before in full: the outer layer, and the inner
// one where the paper stays in the house. The public reads the news instead.
func minutes(p Paper) document.Section {
	if p.Level == career.L3 {
		return document.Section{}
	}
	blocks := p.record(&p.Visit, p.titled(p.Leader.Name, p.Leader.Title))
	for i := range p.Past {
		past := &p.Past[i]
		blocks = append(blocks, p.record(&past.Visit, p.titled(past.LeaderName, past.LeaderTitle))...)
	}
	// The talking points before it keep their page to themselves.
	return document.Section{Blocks: blocks, NewPage: p.Level.Internal() && len(p.Visit.Points) > 0}
}

// record is the minutes of one visit, with who was there.
func (p Paper) record(v *career.Visit, leader string) []document.Block {
	inner := v.Minutes.Inner
	if !p.Level.Internal() {
		inner = ""
	}
	if !said(v.Minutes.Outer) && !said(inner) {
		return nil
	}
	led := ""
	if leader != "" {
		led = p.Text("briefing.led", leader)
	}
	title := strings.Join(filled(p.day(v.From.Date()), led, v.Place), " · ")
	blocks := []document.Block{document.Heading{Text: document.T(title)}}
	f := facts{paper: p}
	f.add("minutes.present", strings.Join(filled(p.present(v.Ours), p.present(v.Theirs)), p.Text("briefing.semicolon")))
	if by := strings.Join(filled(v.Minutes.By, p.day(v.Minutes.On)), " "); by != "" && len(f.list) > 0 {
		f.list[0].Note = document.T(p.Text("minutes.by", by), document.Muted)
	} else if by != "" {
		f.add("minutes.record", by)
	}
	blocks = append(blocks, f.blocks()...)
	if said(v.Minutes.Outer) {
		blocks = append(blocks, document.Paragraph{Text: document.T(v.Minutes.Outer)})
	}
	if said(inner) {
		blocks = append(blocks, document.Callout{Label: p.Text("minutes.inner"), Text: document.T(inner)})
	}
	return blocks
}

// present names the people of one side.
func (p Paper) present(side []career.Participant) string {
	names := make([]string, len(side))
	for i, person := range side {
		names[i] = p.among(person.Name, person.Title)
	}
	return p.Text.List(names)
}
