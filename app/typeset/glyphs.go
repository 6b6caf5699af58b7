package typeset

import "math"

// run puts the atoms of a line on the sheet, beginning at x on a baseline.
// Atoms of one face, ink and spacing share one Glyphs. All of them go on after
// the boxes of gaps: nothing stands between the runs of a line.
func (s *sheet) run(atoms []atom, x, baseline, ratio float64) {
	var g Glyphs
	var line []Mark
	runes := make([]rune, len(atoms)) // of all runs
	between := 0.0                    // the gap before the atom, in points
	for i := range atoms {
		a := &atoms[i]
		if a.ink.boxed && (i == 0 || atoms[i-1].ink != a.ink) {
			s.frameGap(atoms[i:], x, baseline, ratio)
		}
		runes[i] = a.r
		if i == 0 || atoms[i-1].missing || !g.joins(a, between) {
			if i > 0 {
				line = append(line, g)
			}
			g = Glyphs{X: x, Y: baseline, Face: a.face, Size: a.ink.size, Colour: a.ink.colour, Follows: i > 0}
		} else if len(g.Runes) == 1 {
			g.Spacing = between
		}
		g.Runes = runes[i-len(g.Runes) : i+1 : i+1]
		if a.missing {
			s.miss(a.r)
		}
		between = a.given(ratio) / point
		x += a.width + between*point
	}
	if len(atoms) > 0 {
		s.add(append(line, g)...)
	}
}

// joins says whether an atom can stand in the same run, after a gap in points:
// the second atom of a run decides its spacing, unless the first is a space,
// whose gap is its own.
func (g *Glyphs) joins(a *atom, gap float64) bool {
	if a.missing || a.face != g.Face || a.ink.size != g.Size || a.ink.colour != g.Colour {
		return false
	}
	return len(g.Runes) == 1 && g.Runes[0] != ' ' || math.Abs(gap-g.Spacing) < 1e-4
}

// given returns the gap after an atom in a line of a ratio.
func (a *atom) given(ratio float64) float64 {
	if ratio > 0 {
		return a.gap + a.stretch*ratio
	}
	return a.gap + a.shrink*ratio
}

// frameGap draws the box around a run that stands for something missing.
func (s *sheet) frameGap(atoms []atom, x, baseline, ratio float64) {
	end := x
	for i := range atoms {
		if atoms[i].ink != atoms[0].ink {
			break
		}
		end += atoms[i].width
		if i+1 < len(atoms) && atoms[i+1].ink == atoms[0].ink {
			end += atoms[i].given(ratio)
		}
	}
	em, st := atoms[0].ink.em(), s.style
	if atoms[0].class != opener { // whose blank half is room enough
		x, end = max(x-0.12*em, st.left), min(end+0.12*em, st.width-st.right)
	}
	top, bottom := baseline-0.97*em, baseline+0.2*em
	s.add(Box{X: x, Y: top, W: end - x, H: bottom - top, Fill: st.gapFill, Filled: true})
	for _, side := range [][4]float64{{x, top, end, top}, {end, top, end, bottom}, {end, bottom, x, bottom}, {x, bottom, x, top}} {
		s.add(Line{side[0], side[1], side[2], side[3], st.ochre, 0.2, true})
	}
}
