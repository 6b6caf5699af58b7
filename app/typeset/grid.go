package typeset

import (
	"cmp"
	"math"
	"slices"

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
	g.titles, g.rows = make([][]atom, n), make([][][]atom, len(rows))
	for k := range rows {
		g.rows[k] = make([][]atom, n)
	}
	wants, weights := make([]want, n), make([]float64, n)
	for i, c := range g.columns {
		weights[i] = c.Weight
		if !(c.Weight > 0) || math.IsInf(c.Weight, 0) {
			weights[i] = 1
		}
		g.titles[i] = g.shape(g.style.inks(document.T(c.Title), g.style.head))
		wants[i].add(g.titles[i])
		for k, cells := range rows {
			if from+i >= len(cells) {
				continue
			}
			g.rows[k][i] = g.shape(g.style.inks(cells[from+i], g.style.cell))
			wants[i].add(g.rows[k][i])
		}
		wants[i].pad()
	}
	g.widths = shareWidth(g.width, leasts(wants, g.width), wants, weights)
}

// A want is how wide a column would be: with each cell on one line, with no
// short cell broken, with no word broken.
type want struct{ whole, short, word float64 }

// shortCell is the width in em up to which a text should stay on one line: a
// name or a date reads badly on two.
const shortCell = 9.5

func (w *want) add(atoms []atom) {
	if len(atoms) == 0 {
		return
	}
	whole, word := extents(atoms)
	w.whole, w.word = max(w.whole, whole), max(w.word, word)
	if whole > shortCell*atoms[0].ink.em() {
		whole = word
	}
	w.short = max(w.short, whole)
}

// pad adds what stands left and right of a text, and a hair, so that it does not
// break for a rounding.
func (w *want) pad() {
	for _, width := range []*float64{&w.whole, &w.short, &w.word} {
		*width = max(*width+2*cellPad+0.01, columnLeast)
	}
}

// extents returns the width of a text on one line, and that of its longest word.
func extents(atoms []atom) (whole, word float64) {
	start, from := 0, 0 // of the word, of the line
	for i := range atoms {
		if atoms[i].breaks < may && i+1 < len(atoms) {
			continue
		}
		if end := atoms[i].seen; end > start {
			edge := atoms[end-1].x + atoms[end-1].width
			word = max(word, edge-atoms[start].x)
			whole = max(whole, edge-atoms[from].x)
		}
		start = i + 1
		if atoms[i].breaks == must {
			from = start
		}
	}
	return whole, word
}

// leasts returns the least widths of the columns. Words stay whole, as far as
// that goes; and so do short cells, from the shortest on, while that leaves
// enough for the long ones.
func leasts(wants []want, width float64) []float64 {
	const share = 0.75 // of the width that may be taken so
	least, order, sum := make([]float64, len(wants)), make([]int, len(wants)), 0.0
	for i := range wants {
		least[i], order[i] = min(wants[i].word, width/float64(len(wants))), i
		sum += least[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(wants[a].short, wants[b].short) })
	for _, i := range order {
		if more := wants[i].short - least[i]; sum+more <= share*width {
			sum += more
			least[i] = wants[i].short
		}
	}
	return least
}

// A column with long texts may want so many times its part by weight, if the
// others would have to give way for more.
const generous = 2.0

// shareWidth divides a width. None gets less than its least, the sum of which
// is no more than the width; beyond it those that want little get it all and the
// others the same, so that as few columns as can be break their texts. What is
// left over goes to those with more to say than they may want, by weight; if
// there are none, to all by what they want and weigh.
func shareWidth(width float64, least []float64, wants []want, weights []float64) []float64 {
	n := len(wants)
	widths, most, greed, content := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	part := width / sum(weights)
	for i := range wants {
		most[i] = max(least[i], min(wants[i].whole, generous*weights[i]*part))
		if most[i] < wants[i].whole {
			greed[i] = weights[i]
		}
		content[i] = wants[i].whole * weights[i]
	}
	beyond := make([]float64, n)
	for i := range most {
		beyond[i] = most[i] - least[i]
	}
	ration := rationOf(beyond, width-sum(least))
	for i := range widths {
		widths[i] = least[i] + min(beyond[i], ration)
	}
	if sum(greed) == 0 {
		greed = content
	}
	left, all := max(width-sum(widths), 0), sum(greed)
	for i := range widths {
		widths[i] += left * greed[i] / all
	}
	return widths
}

// rationOf returns what each may have of something so that all of it is taken by
// those who want more, and the others are content.
func rationOf(wanted []float64, left float64) float64 {
	sorted := slices.Sorted(slices.Values(wanted))
	for i, want := range sorted {
		rest := float64(len(sorted) - i)
		if want*rest > left {
			return max(left, 0) / rest
		}
		left -= want
	}
	return math.Inf(1)
}

func sum(list []float64) float64 {
	total := 0.0
	for _, v := range list {
		total += v
	}
	return total
}

// head sets the titles of the columns on the dark band.
func (g *grid) head() strip {
	st := g.style
	r := row{cells: g.cells(g.titles, st.head, 0), above: cellAbove + 0.2, below: cellBelow + 0.2}
	r.under = func(sh *sheet, a area) {
		sh.add(Box{X: a.x, Y: a.y, W: g.width, H: a.height, Fill: st.deep, Filled: true})
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
	r.under = func(sh *sheet, a area) {
		if index%2 == 1 {
			sh.add(Box{X: a.x, Y: a.y, W: g.width, H: a.height, Fill: st.zebra, Filled: true})
		}
		if a.last {
			sh.add(Line{X1: a.x, Y1: a.y + a.height, X2: a.x + g.width, Y2: a.y + a.height, Colour: st.hairline, Width: 0.2})
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
