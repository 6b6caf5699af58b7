package typeset

import (
	"math"

	"visitdesk/app/document"
)

// A grid is the columns of a table that stand side by side, its cells shaped
// once: for the widths, and then for the lines.
type grid struct {
	*setter
	columns []document.Column
	titles  [][]atom
	rows    [][][]atom
	widths  []float64
	width   float64
	lines   int // of a cell
}

// measure shapes the cells of the columns from one on, and shares the table's
// width out.
func (g *grid) measure(rows [][]document.Text, from int) {
	n := len(g.columns)
	want, least, weight := make([]float64, n), make([]float64, n), make([]float64, n)
	g.titles, g.rows = make([][]atom, n), make([][][]atom, len(rows))
	for k := range rows {
		g.rows[k] = make([][]atom, n)
	}
	for i, c := range g.columns {
		weight[i] = c.Weight
		if !(c.Weight > 0) || math.IsInf(c.Weight, 0) {
			weight[i] = 1
		}
		g.titles[i] = g.shape(g.style.inks(document.T(c.Title), g.style.head))
		want[i], least[i] = wants(g.titles[i])
		for k, cells := range rows {
			if from+i >= len(cells) {
				continue
			}
			g.rows[k][i] = g.shape(g.style.inks(cells[from+i], g.style.cell))
			w, l := wants(g.rows[k][i])
			want[i], least[i] = max(want[i], w), max(least[i], l)
		}
		// A hair more than the text, so that it does not break for a rounding.
		want[i] = max(want[i]+2*cellPad+0.01, columnLeast)
		least[i] = min(max(least[i]+2*cellPad+0.01, columnLeast), g.width/float64(n))
	}
	g.widths = shareWidth(g.width, want, least, weight)
}

// A text of so many characters in a cell counts as one word: a name or a date
// reads badly on two lines.
const wholeCell = 9

// wants returns the width of a text on one line, and that of its longest word.
func wants(atoms []atom) (natural, word float64) {
	start, from := 0, 0 // of the word, of the line
	for i := range atoms {
		if atoms[i].breaks < may && i+1 < len(atoms) {
			continue
		}
		if end := atoms[i].seen; end > start {
			edge := atoms[end-1].x + atoms[end-1].width
			word = max(word, edge-atoms[start].x)
			natural = max(natural, edge-atoms[from].x)
		}
		start = i + 1
		if atoms[i].breaks == must {
			from = start
		}
	}
	if len(atoms) <= wholeCell {
		word = natural
	}
	return natural, word
}

// shareWidth divides a width. None gets less than its least, the sum of which
// is no more than the width. Of the others those that want less than their part
// by weight get what they want, and the rest share what is left by weight. If
// all are content, what is left goes to all by what they want and weigh.
func shareWidth(width float64, want, least, weight []float64) []float64 {
	widths := make([]float64, len(want))
	left, weights := width, 0.0
	for _, w := range weight {
		weights += w
	}
	settle := func(fits func(i int, part float64) (float64, bool)) {
		for again := true; again; {
			again = false
			for i := range widths {
				if widths[i] > 0 {
					continue
				}
				if w, ok := fits(i, left*weight[i]/weights); ok {
					widths[i], again = w, true
					left, weights = left-w, weights-weight[i]
				}
			}
		}
	}
	settle(func(i int, part float64) (float64, bool) { return least[i], least[i] > part })
	settle(func(i int, part float64) (float64, bool) { return want[i], want[i] <= part })
	open, wanted := false, 0.0
	for i := range widths {
		open = open || widths[i] == 0
		wanted += want[i] * weight[i]
	}
	for i := range widths {
		switch {
		case widths[i] == 0:
			widths[i] = left * weight[i] / weights
		case !open:
			widths[i] += max(left, 0) * want[i] * weight[i] / wanted
		}
	}
	return widths
}

// head sets the titles of the columns on the dark band.
func (g *grid) head() strip {
	st := g.style
	r := row{cells: g.cells(g.titles, st.head, 0), above: cellAbove + 0.2, below: cellBelow + 0.2}
	r.under = func(sh *sheet, x, y, height float64, _ part) {
		sh.add(Box{X: x, Y: y, W: g.width, H: height, Fill: st.deep, Filled: true})
	}
	return r.strip()
}

// row sets one row; every other one is tinted.
func (g *grid) row(index int) strip {
	st := g.style
	r := row{
		cells: g.cells(g.rows[index], st.cell, g.lines),
		above: cellAbove, below: cellBelow, floor: st.cell.pitch * point,
	}
	r.under = func(sh *sheet, x, y, height float64, p part) {
		if index%2 == 1 {
			sh.add(Box{X: x, Y: y, W: g.width, H: height, Fill: st.zebra, Filled: true})
		}
		if p.last {
			sh.add(Line{X1: x, Y1: y + height, X2: x + g.width, Y2: y + height, Colour: st.hairline, Width: 0.2})
		}
	}
	return r.strip()
}

// cells breaks shaped texts to the columns' widths.
func (g *grid) cells(texts [][]atom, l lettering, lines int) []cell {
	cells := make([]cell, len(texts))
	x := 0.0
	for i, atoms := range texts {
		p := g.broken(atoms, l, form{
			measure: measure{width: g.widths[i] - 2*cellPad}, align: g.columns[i].Align, lines: lines,
		})
		cells[i] = cell{x + cellPad, p.strips()}
		x += g.widths[i]
	}
	return cells
}
