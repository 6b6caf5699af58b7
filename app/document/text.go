package document

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// String returns the document as plain text in reading order, the front in its
// longest version: for golden tests and the clipboard.
func (d Document) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n[%s] %s · %s\n", d.Name(), d.Subtitle, d.Mark, d.Author, d.Number)
	if len(d.Front.Versions) > 0 {
		writeBlocks(&b, d.Front.Versions[0])
	}
	for _, s := range d.Sections {
		b.WriteString("\n")
		if s.Title != "" {
			fmt.Fprintf(&b, "# %s\n", s.Title)
		}
		writeBlocks(&b, s.Blocks)
	}
	fmt.Fprintf(&b, "\n%s\n", d.Foot)
	return b.String()
}

func writeBlocks(b *strings.Builder, blocks []Block) {
	for _, block := range blocks {
		writeBlock(b, block)
	}
}

func writeBlock(b *strings.Builder, block Block) {
	switch block := block.(type) {
	case Heading:
		fmt.Fprintf(b, "## %s\n", block.Text)
	case Paragraph:
		fmt.Fprintln(b, block.Text)
	case Facts:
		for _, f := range block.Facts {
			fmt.Fprintln(b, strings.TrimSpace(fmt.Sprintf("%s: %s  %s", f.Label, f.Value, f.Note)))
		}
	case List:
		for _, item := range block.Items {
			fmt.Fprintf(b, "- %s\n", item)
		}
	case Tiles:
		for _, t := range block.Tiles {
			fmt.Fprintf(b, "[%s %s] %s\n", t.Number, t.Label, t.Note)
		}
	case Table:
		writeTable(b, block)
	case Bars:
		fmt.Fprintf(b, "%s (%s): %s\n", block.Caption, block.Unit, strings.Join(block.Labels, " | "))
		for _, s := range block.Series {
			fmt.Fprintf(b, "  %s %s\n", s.Name, values(s.Values))
		}
	case Callout:
		fmt.Fprintf(b, "! %s%s\n", block.Label, block.Text)
	case People:
		for _, p := range block.People {
			fmt.Fprintf(b, "* %s %s · %s\n", p.Name, p.Reading, p.Title)
			for _, line := range p.Lines {
				fmt.Fprintf(b, "    %s\n", line)
			}
		}
	case Columns:
		writeBlocks(b, block.Left)
		writeBlocks(b, block.Right)
	case Timeline:
		for _, e := range block.Entries {
			fmt.Fprintf(b, "%s  %s\n", e.When, e.Text)
		}
	case Ruled:
		fmt.Fprintf(b, "(%d lines to write on)\n", block.Lines)
	case Boxes:
		fmt.Fprintf(b, "%d × [ ] %s %s\n", block.Count, block.Label, strings.Join(block.Fields, " "))
	}
}

func writeTable(b *strings.Builder, t Table) {
	if t.Caption != "" {
		fmt.Fprintln(b, t.Caption)
	}
	cells := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		cells[i] = c.Title
	}
	fmt.Fprintln(b, strings.Join(cells, " | "))
	for _, row := range t.Rows {
		cells = cells[:0]
		for _, cell := range row {
			cells = append(cells, cell.String())
		}
		fmt.Fprintln(b, strings.Join(cells, " | "))
	}
}

// values writes the numbers of a series; "–" stands for one that is not known.
func values(list []float64) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = strconv.FormatFloat(v, 'g', -1, 64)
		if math.IsNaN(v) {
			words[i] = "–"
		}
	}
	return strings.Join(words, " | ")
}
