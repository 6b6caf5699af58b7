package typeset

import (
	"math"

	"visitdesk/app/document"
)

// Of what is filled in by hand, in millimetres.
const (
	ruledPitch = 9.0
	boxHeight  = 12.5
	fieldWidth = 27.0
)

// ruled sets lines to write on: at least so many, and as many as the page has
// room for.
func (s *setter) ruled(r document.Ruled, width float64) []strip {
	least := max(r.Lines, 1)
	lines := s.lines(least, width)
	lines.grow = func(height float64) strip {
		return s.lines(max(least, int(math.Floor(height/ruledPitch))), width)
	}
	return []strip{lines}
}

// lines returns n lines to write on, which may be divided over pages.
func (s *setter) lines(n int, width float64) strip {
	colour := s.style.hairline
	return strip{
		height: float64(n) * ruledPitch,
		least:  float64(min(n, 3)) * ruledPitch,
		draw: func(sh *sheet, x, y float64) {
			for i := 1; i <= n; i++ {
				at := y + float64(i)*ruledPitch
				sh.add(Line{X1: x, Y1: at, X2: x + width, Y2: at, Colour: colour, Width: 0.2})
			}
		},
		split: func(room float64) (strip, strip, bool) {
			fits := int((room + slack) / ruledPitch)
			if fits < 1 || fits >= n {
				return strip{}, strip{}, false
			}
			return s.lines(fits, width), s.lines(n-fits, width), true
		},
	}
}

// boxes sets empty boxes as in a form: each with its label in its corner, and
// the fields as smaller boxes at its right.
func (s *setter) boxes(b document.Boxes, width float64) []strip {
	fields, below := b.Fields, []string(nil)
	if most := max(0, int(width*0.5/fieldWidth)); len(fields) > most {
		fields, below = fields[:most], fields[most:]
	}
	var all []strip
	for i := range max(b.Count, 0) {
		st := s.boxRow(b.Label, fields, width)
		if i > 0 {
			st.before = 1.6
		}
		all = append(all, st)
		for rest := below; len(rest) > 0; {
			n := min(len(rest), max(1, int(width/fieldWidth)))
			all = append(all, s.boxRow("", rest[:n], width))
			rest = rest[n:]
		}
	}
	return all
}

// boxRow sets one box and its fields side by side.
func (s *setter) boxRow(label string, fields []string, width float64) strip {
	const pad = 1.4
	st := s.style
	labels := append([]string{label}, fields...)
	main := width - float64(len(fields))*fieldWidth
	r := row{above: 0.5, below: 0.5, floor: boxHeight - 1}
	var edges []float64
	x := 0.0
	for i := range labels {
		w := fieldWidth
		if i == 0 {
			w = main
		}
		if w < 2*pad+5 { // no room beside the fields
			x += w
			continue
		}
		p := s.plain(labels[i], st.note, w-2*pad)
		r.cells = append(r.cells, cell{x + pad, p.strips()})
		edges = append(edges, x)
		x += w
	}
	r.under = func(sh *sheet, a area) {
		sh.add(Box{X: a.x, Y: a.y, W: width, H: a.height, Frame: st.muted, Width: 0.25})
		for i, edge := range edges {
			if i > 0 {
				sh.add(Line{X1: a.x + edge, Y1: a.y, X2: a.x + edge, Y2: a.y + a.height, Colour: st.hairline, Width: 0.25})
			}
		}
	}
	return r.strip()
}
