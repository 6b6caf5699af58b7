package typeset

import "visitdesk/app/document"

// timeline sets dated entries: the date, a dot on a line, the text.
func (s *setter) timeline(t document.Timeline, width float64) []strip {
	st := s.style
	const dotRoom, dot = 7.0, 2.0
	most := width * 0.3
	dates := 0.0
	for i := range t.Entries {
		when := s.plain(t.Entries[i].When, st.when, most)
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
		// The dot stands at the middle of the first line, the line runs from dot
		// to dot.
		middle := st.when.pitch * point / 2
		final := i == len(t.Entries)-1
		r.under = func(sh *sheet, x, y, height float64, p part) {
			at := x + dates + dotRoom/2
			top, bottom := y, y+height
			if i == 0 && p.first {
				top = y + middle
			}
			if final && p.last {
				bottom = y + middle
			}
			if bottom > top {
				sh.add(Line{X1: at, Y1: top, X2: at, Y2: bottom, Colour: st.hairline, Width: 0.4})
			}
			if p.first {
				sh.add(Box{X: at - dot/2, Y: y + middle - dot/2, W: dot, H: dot, Fill: st.accent, Filled: true})
			}
		}
		all = append(all, r.strip())
	}
	return all
}
