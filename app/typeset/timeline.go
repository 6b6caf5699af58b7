package typeset

import "visitdesk/app/document"

// Of timelines, in millimetres.
const (
	dotRoom   = 7.0 // between the dates and the texts
	dotSide   = 2.0
	datesMost = 0.42 // of the width
)

// timeline sets dated entries: the date, a dot on a line, the text.
func (s *setter) timeline(t document.Timeline, width float64) []strip {
	st := s.style
	dates := 0.0
	for i := range t.Entries {
		when := s.plain(t.Entries[i].When, st.when, width*datesMost)
		dates = max(dates, when.width())
	}
	dates += 0.01
	var all []strip
	for i, e := range t.Entries {
		when := s.plain(e.When, st.when, dates)
		text := s.text(e.Text, st.event, width-dates-dotRoom)
		if when.blank() && text.blank() {
			continue
		}
		r := row{cells: []cell{{0, when.strips()}, {dates + dotRoom, text.strips()}}, below: 1.6}
		r.under = s.dot(dates+dotRoom/2, i == 0, i == len(t.Entries)-1)
		all = append(all, r.strip())
	}
	return all
}

// dot returns what draws the dot at the middle of an entry's first line, and
// the line that runs from the first entry's dot to the last one's.
func (s *setter) dot(x float64, first, last bool) func(sh *sheet, a area) {
	st := s.style
	middle := st.when.pitch * point / 2
	return func(sh *sheet, a area) {
		at, top, bottom := a.x+x, a.y, a.y+a.height
		if first && a.first {
			top = a.y + middle
		}
		if last && a.last {
			bottom = a.y + middle
		}
		if bottom > top {
			sh.add(Line{X1: at, Y1: top, X2: at, Y2: bottom, Colour: st.hairline, Width: 0.4})
		}
		if a.first {
			sh.add(Box{X: at - dotSide/2, Y: a.y + middle - dotSide/2, W: dotSide, H: dotSide, Fill: st.accent, Filled: true})
		}
	}
}
