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
		block.text(b)
	}
}

func (h Heading) text(b *strings.Builder) { fmt.Fprintf(b, "## %s\n", h.Text) }

func (p Paragraph) text(b *strings.Builder) { fmt.Fprintln(b, p.Text) }

func (f Facts) text(b *strings.Builder) {
	for _, fact := range f.Facts {
		fmt.Fprintln(b, strings.TrimSpace(fmt.Sprintf("%s: %s  %s", fact.Label, fact.Value, fact.Note)))
	}
}

func (l List) text(b *strings.Builder) {
	for _, item := range l.Items {
		fmt.Fprintf(b, "- %s\n", item)
	}
}

func (t Tiles) text(b *strings.Builder) {
	for _, tile := range t.Tiles {
		fmt.Fprintf(b, "[%s %s] %s\n", tile.Number, tile.Label, tile.Note)
	}
}

func (t Table) text(b *strings.Builder) {
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

func (c Bars) text(b *strings.Builder) {
	fmt.Fprintf(b, "%s (%s): %s\n", c.Caption, c.Unit, strings.Join(c.Labels, " | "))
	for _, s := range c.Series {
		fmt.Fprintf(b, "  %s %s\n", s.Name, values(s.Values))
	}
}

func (c Callout) text(b *strings.Builder) { fmt.Fprintf(b, "! %s%s\n", c.Label, c.Text) }

func (p People) text(b *strings.Builder) {
	for _, person := range p.People {
		fmt.Fprintf(b, "* %s %s · %s\n", person.Name, person.Reading, person.Title)
		for _, line := range person.Lines {
			fmt.Fprintf(b, "    %s\n", line)
		}
	}
}

func (c Columns) text(b *strings.Builder) {
	writeBlocks(b, c.Left)
	writeBlocks(b, c.Right)
}

func (t Timeline) text(b *strings.Builder) {
	for _, e := range t.Entries {
		fmt.Fprintf(b, "%s  %s\n", e.When, e.Text)
	}
}

func (r Ruled) text(b *strings.Builder) { fmt.Fprintf(b, "(%d lines to write on)\n", r.Lines) }

func (x Boxes) text(b *strings.Builder) {
	fmt.Fprintf(b, "%d × [ ] %s %s\n", x.Count, x.Label, strings.Join(x.Fields, " "))
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
