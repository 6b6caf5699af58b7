package briefing

import (
	"slices"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// Missing returns what the briefing of d lacks, as fields and reasons, in the
// order of the paper. It is what the sections box as missing, neither more nor
// less, so the list before printing and the paper never differ. A paper that
// leaves the house has no such boxes and lacks nothing.
func Missing(d career.Dossier) []career.Problem {
	var list []career.Problem
	// Phrases that are their own keys turn the labels of the boxes into fields.
	keys := func(key string, _ ...any) string { return key }
	for _, section := range Compose(d, keys, Options{}).Sections {
		for _, field := range gaps(section.Blocks) {
			problem := career.Problem{Field: field, Reason: "problem.missing"}
			if !slices.Contains(list, problem) {
				list = append(list, problem)
			}
		}
	}
	return list
}

// gaps returns the labels of the facts that are missing from blocks.
func gaps(blocks []document.Block) []string {
	var fields []string
	for _, block := range blocks {
		switch block := block.(type) {
		case document.Facts:
			for _, fact := range block.Facts {
				if missing(fact.Value) {
					fields = append(fields, fact.Label)
				}
			}
		case document.People:
			for _, person := range block.People {
				if missing(person.Title) {
					fields = append(fields, "participant.title")
				}
			}
		case document.Table:
			for _, row := range block.Rows {
				for i, cell := range row {
					if missing(cell) {
						fields = append(fields, block.Columns[i].Title)
					}
				}
			}
		}
	}
	return fields
}

func missing(text document.Text) bool {
	return slices.ContainsFunc(text, func(s document.Span) bool { return s.Tone == document.Gap })
}
