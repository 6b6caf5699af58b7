package typeset

import (
	"math"

	"visitdesk/app/document"
)

// A passage is a text set in lines.
type passage struct {
	atoms   []atom
	lines   []line
	measure measure
	align   document.Align
	pitch   float64 // from baseline to baseline, millimetres
	size    float64 // of the type, millimetres
}

// A form says how a passage is set.
type form struct {
	measure
	align document.Align
	lines int  // at most; 0 for all
	more  bool // more text follows: if all lines are taken, say so
}

// passage sets pieces in lines. The pitch is that of the lettering.
func (s *setter) passage(pieces []piece, l lettering, f form) passage {
	return s.broken(s.shape(pieces), l, f)
}

// broken is passage for a text that is shaped already.
func (s *setter) broken(atoms []atom, l lettering, f form) passage {
	p := passage{atoms: atoms, measure: f.measure, align: f.align, pitch: l.pitch * point, size: l.size * point}
	if len(p.atoms) == 0 {
		return p
	}
	p.lines = breakLines(p.atoms, f.measure)
	most := s.limit(f.lines)
	if most > 0 && (len(p.lines) > most || f.more && len(p.lines) == most) {
		p.atoms, p.lines = f.shorten(p.atoms, most, s.dots)
	}
	return p
}

// limit returns how many lines a text may have that may have n; 0 for all.
func (s *setter) limit(n int) int {
	if s.most > 0 && (n <= 0 || s.most < n) {
		return s.most
	}
	return max(n, 0)
}

// dots returns the "…" that stands for what was cut off after an atom.
func (s *setter) dots(after *atom) atom {
	a := atom{r: '…', class: joiner, ink: after.ink}
	chinese := after.face == s.fonts.pairs[after.ink.role].chinese
	s.letter(&a, chinese)
	return a
}

// width returns that of the widest line, its indent included.
func (p *passage) width() float64 {
	w := 0.0
	for i := range p.lines {
		w = math.Max(w, p.lines[i].width)
	}
	return w
}

// blank says whether there is nothing to see.
func (p *passage) blank() bool { return len(p.atoms) == 0 || p.atoms[len(p.atoms)-1].seen == 0 }

// strips returns a strip for each line. The first two and the last two stay
// together.
func (p *passage) strips() []strip {
	strips := make([]strip, len(p.lines))
	for i := range strips {
		strips[i] = strip{
			height: p.pitch,
			keep:   i+1 < len(strips) && (i == 0 || i == len(strips)-2),
			draw:   func(s *sheet, x, y float64) { p.draw(s, i, x, y) },
		}
	}
	return strips
}

// centring is how far below the middle of a line its baseline is, in em: han
// reach from 0.88 above the baseline to 0.12 below.
const centring = 0.38

// draw puts one line on the sheet, the top left corner of its box at x, y.
func (p *passage) draw(s *sheet, n int, x, y float64) {
	l := p.lines[n]
	spare := p.measure.width - l.width
	switch {
	case p.align == document.Centre:
		x += spare / 2
	case p.align == document.Right:
		x += spare
	case l.from == 0:
		x += p.measure.indent
	}
	x -= p.measure.startTrim(p.atoms, l.from)
	s.run(p.atoms[l.from:max(l.from, p.atoms[l.to-1].seen)], x, y+p.pitch/2+centring*p.size, l.ratio)
}
