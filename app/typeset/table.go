package typeset

import "visitdesk/app/document"

// Of tables, in millimetres.
const (
	cellPad     = 1.8 // left and right of a cell
	cellAbove   = 1.1
	cellBelow   = 1.2
	columnLeast = 11.0
	headMost    = 0.3 // of a page: a higher head is not repeated
	rowMost     = 0.1 // of a page: a higher row may stand alone on one
)

// table sets a table of any number of columns. More than the width holds are
// set as a second table below the first.
func (s *setter) table(t document.Table, width float64) []strip {
	columns := len(t.Columns)
	for _, r := range t.Rows {
		columns = max(columns, len(r))
	}
	if columns == 0 {
		return s.caption(t.Caption, width)
	}
	all := s.caption(t.Caption, width)
	most := max(1, int(width/columnLeast))
	for from := 0; from < columns; from += most {
		strips := s.columnGroup(t, from, min(columns, from+most), width)
		if from > 0 && len(strips) > 0 {
			strips[0].before = s.style.gapBlock
		}
		all = append(all, strips...)
	}
	return all
}

// caption sets the line above a table or a chart.
func (s *setter) caption(text string, width float64) []strip {
	p := s.plain(text, s.style.caption, width)
	strips := p.strips()
	for i := range strips {
		strips[i].keep = true
	}
	if len(strips) > 0 {
		strips = append(strips, strip{height: 0.8, keep: true, draw: func(*sheet, float64, float64) {}})
	}
	return strips
}

// columnGroup sets the columns [from, to) of a table.
func (s *setter) columnGroup(t document.Table, from, to int, width float64) []strip {
	columns := make([]document.Column, to-from)
	titled := false
	for i := range columns {
		if from+i < len(t.Columns) {
			columns[i] = t.Columns[from+i]
		}
		titled = titled || columns[i].Title != ""
	}
	g := &grid{setter: s, columns: columns, width: width, lines: t.Lines}
	g.measure(t.Rows, from)
	var all []strip
	var head *strip
	if titled {
		h := g.head()
		if h.height <= headMost*s.height {
			h.keep, h.split, head = true, nil, &h
		}
		all = append(all, h)
	}
	for i := range t.Rows {
		st := g.row(i)
		st.head = head
		// No page begins or ends with a single row of a table.
		last := len(t.Rows) - 1
		st.keep = (i == 0 || i == last-1) && i < last && st.height < rowMost*s.height
		all = append(all, st)
	}
	return all
}
