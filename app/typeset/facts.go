package typeset

import "visitdesk/app/document"

// A fact set for its column: the label at the left, the value beside it.
type fact struct {
	label, value passage
	wide         bool // needs a row of its own
}

// facts sets labelled values in rows of one or two, a hairline below each. A
// fact that would be high in its column, or has no neighbour, gets a whole row.
func (s *setter) facts(facts document.Facts, width float64) []strip {
	half := (width - s.style.columnGap) / 2
	single := facts.Columns == 1 || facts.Columns != 2 && len(facts.Facts) < 3
	if half < narrow || single {
		half = width
	}
	label := s.labelWidth(facts.Facts, half)
	var all []strip
	alone := func(i int) {
		if f, ok := s.fact(facts.Facts[i], label, width); ok {
			all = append(all, s.factRow(width, half, label, f))
		}
	}
	waiting, left := 0, (*fact)(nil) // stands in the left column, its right one free
	for i := range facts.Facts {
		f, ok := s.fact(facts.Facts[i], label, half)
		switch {
		case !ok:
		case half == width || f.wide:
			if left != nil {
				alone(waiting)
				left = nil
			}
			alone(i)
		case left == nil:
			waiting, left = i, f
		default:
			all = append(all, s.factRow(width, half, label, left, f))
			left = nil
		}
	}
	if left != nil {
		alone(waiting)
	}
	return all
}

// labelWidth returns the width of the labels' column: that of the widest, but
// no more than a third.
func (s *setter) labelWidth(facts []document.Fact, width float64) float64 {
	widest := 0.0
	most := width * 0.38
	for i := range facts {
		p := s.plain(facts[i].Label, s.style.label, most)
		widest = max(widest, p.width())
	}
	return min(widest+3.5, most)
}

// fact sets one fact for a column of a width. It says false if there is nothing
// to see.
func (s *setter) fact(f document.Fact, label, width float64) (*fact, bool) {
	st := s.style
	value, note := st.inks(f.Value, st.value), st.inks(f.Note, st.note)
	set := &fact{
		label: s.plain(f.Label, st.label, label-3),
		value: s.inOneOrTwo(value, note, st.value, width-label),
	}
	set.wide = len(set.value.lines) > 2
	return set, !set.label.blank() || !set.value.blank()
}

// factRow draws one or two facts side by side.
func (s *setter) factRow(width, half, label float64, facts ...*fact) strip {
	st := s.style
	r := row{above: 0.75, below: 0.75}
	for i, f := range facts {
		x := float64(i) * (half + st.columnGap)
		r.cells = append(r.cells, cell{x, f.label.strips()}, cell{x + label, f.value.strips()})
	}
	r.under = func(sh *sheet, a area) {
		if !a.last {
			return
		}
		rule := func(from, to float64) {
			sh.add(Line{X1: a.x + from, Y1: a.y + a.height, X2: a.x + to, Y2: a.y + a.height, Colour: st.hairline, Width: 0.15})
		}
		if len(facts) == 1 {
			rule(0, width)
			return
		}
		rule(0, half)
		rule(half+st.columnGap, width)
	}
	return r.strip()
}

// inOneOrTwo sets a small remark behind a text if both fit on one line, else on
// a line of its own.
func (s *setter) inOneOrTwo(main, remark []piece, l lettering, width float64) passage {
	f := form{measure: measure{width: width}}
	if len(main) == 0 || len(remark) == 0 {
		return s.passage(append(main, remark...), l, f)
	}
	join := func(between string) passage {
		gap := piece{text: between, ink: remark[0].ink, extra: 0.4}
		return s.passage(append(append(main[:len(main):len(main)], gap), remark...), l, f)
	}
	if p := join(" "); len(p.lines) < 2 {
		return p
	}
	return join("\n")
}
