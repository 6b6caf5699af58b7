package briefing

import (
	"visitdesk/app/document"
	"visitdesk/data/career"
)

// Boxes for each side, lines that the notes have at least, and how long minutes
// may be, in hanzi, to leave room for notes on their page.
const (
	noteBoxes    = 3
	noteLines    = 6
	shortMinutes = 420
)

// notes is a page to write on: boxes for what either side promises, lines for
// the rest. A visit that is over, or a paper for others, has no use for it.
func notes(p Paper) document.Section {
	if !p.Level.Internal() || p.Visit.Key() == "" || !p.Visit.Minutes.Empty() {
		return document.Section{}
	}
	fields := []string{p.Text("commitment.owner"), p.Text("commitment.due")}
	var blocks []document.Block
	for _, side := range []career.Side{career.Ours, career.Theirs} {
		label := p.Text("briefing.promised_by", p.Text(side.Key()))
		blocks = append(blocks, document.Boxes{Label: label, Fields: fields, Count: noteBoxes})
	}
	before := document.Document{Sections: []document.Section{minutes(p)}}.String()
	return document.Section{Blocks: append(blocks, document.Ruled{Lines: noteLines}), NewPage: wide(before) > 2*shortMinutes}
}
