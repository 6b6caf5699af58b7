package briefing

import "visitdesk/app/document"

// Boxes for each side, lines that the notes have at least, and how long minutes
// may be, in hanzi, to leave room for notes on their page.
const (
	noteBoxes    = 3 // on a page of their own, else one less
	noteLines    = 4
	shortMinutes = 560
)

// notes is a page to write on: boxes for what either side promises, lines for
// the rest. A visit that is over, or a paper for others, has no use for it.
func notes(p Paper) document.Section {
	if !p.Level.Internal() || p.Visit.Key() == "" || p.over() {
		return document.Section{}
	}
	before := document.Document{Sections: []document.Section{minutes(p)}}.String()
	alone, boxes := wide(before) > 2*shortMinutes, noteBoxes
	if !alone {
		boxes--
	}
	fields := []string{p.Text("commitment.owner"), p.Text("commitment.due")}
	var blocks []document.Block
	for _, label := range []string{"briefing.we_promise", "briefing.they_promise"} {
		blocks = append(blocks, document.Boxes{Label: p.Text(label), Fields: fields, Count: boxes})
	}
	return document.Section{Blocks: append(blocks, document.Ruled{Lines: noteLines}), NewPage: alone}
}
