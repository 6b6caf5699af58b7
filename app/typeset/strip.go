package typeset

// A strip is a slice of the page from margin to margin. Blocks become strips;
// pages are filled with them from the top.
type strip struct {
	height float64
	before float64 // gap above it, dropped at the top of a page
	keep   bool    // stays on the page of the next strip
	turn   bool    // no strip, but the end of the page
	draw   func(s *sheet, x, y float64)

	// split divides a strip that may be divided at a height; it says false if
	// nothing would stand on one side. least is the height of the smallest part.
	split func(room float64) (first, rest strip, ok bool)
	least float64

	head *strip // repeated at the top of a page that begins with this strip
	grow func(height float64) strip
}

// minimum returns the least height that must be free to begin with the strip.
func (s *strip) minimum() float64 {
	if s.split != nil {
		return s.least
	}
	return s.height
}

func heightOf(strips []strip) float64 {
	h := 0.0
	for i := range strips {
		h += strips[i].height
		if i > 0 {
			h += strips[i].before
		}
	}
	return h
}

// cut divides strips at a height: those that fit, and the rest.
func cut(strips []strip, room float64) (fits, rest []strip) {
	y := 0.0
	for i := range strips {
		st := &strips[i]
		if i > 0 {
			y += st.before
		}
		if y+st.height <= room+slack {
			y += st.height
			continue
		}
		if st.split != nil {
			if a, b, ok := st.split(room - y); ok {
				return append(strips[:i:i], a), append([]strip{b}, strips[i+1:]...)
			}
		}
		n := i
		for n > 0 && strips[n-1].keep {
			n--
		}
		if n == 0 {
			n = i
		}
		rest = strips[n:]
		if head := rest[0].head; head != nil && n > 0 {
			rest = append([]strip{*head}, rest...)
		}
		return strips[:n:n], rest
	}
	return strips, nil
}

// stack draws strips below each other and returns where they end.
func stack(s *sheet, strips []strip, x, y float64) float64 {
	for i := range strips {
		if i > 0 {
			y += strips[i].before
		}
		strips[i].draw(s, x, y)
		y += strips[i].height
	}
	return y
}

// A cell is strips at one place of a row.
type cell struct {
	x      float64
	strips []strip
}

// A row is cells side by side. It can be divided between the lines of its
// cells; what lies under the text is drawn for each part.
type row struct {
	cells        []cell
	above, below float64
	floor        float64 // least height of the text
	under        func(s *sheet, a area)
}

// A part says which part of a divided row is drawn.
type part struct{ first, last bool }

// An area is where a row, or a part of one, is drawn.
type area struct {
	x, y, height float64
	part
}

func (r row) strip() strip { return r.part(part{true, true}) }

func (r row) part(p part) strip {
	height, least := r.floor, r.floor
	for i := range r.cells {
		strips := r.cells[i].strips
		if len(strips) == 0 {
			continue
		}
		height = max(height, heightOf(strips))
		n := 1 // of the strips that must begin together
		for n < len(strips) && strips[n-1].keep {
			n++
		}
		least = max(least, heightOf(strips[:n-1])+strips[n-1].minimum())
		if n > 1 {
			least += strips[n-1].before
		}
	}
	height, least = height+r.above+r.below, least+r.above+r.below
	return strip{
		height: height,
		least:  min(least, height),
		draw: func(s *sheet, x, y float64) {
			if r.under != nil {
				r.under(s, area{x, y, height, p})
			}
			for i := range r.cells {
				stack(s, r.cells[i].strips, x+r.cells[i].x, y+r.above)
			}
		},
		split: func(room float64) (strip, strip, bool) { return r.divide(room, p) },
	}
}

func (r row) divide(room float64, p part) (first, rest strip, ok bool) {
	a, b := r, r
	a.cells, b.cells = make([]cell, len(r.cells)), make([]cell, len(r.cells))
	left := false
	for i, c := range r.cells {
		fits, more := cut(c.strips, room-r.above-r.below)
		if len(fits) == 0 && len(c.strips) > 0 {
			return strip{}, strip{}, false
		}
		left = left || len(more) > 0
		a.cells[i], b.cells[i] = cell{c.x, fits}, cell{c.x, more}
	}
	if !left {
		return strip{}, strip{}, false
	}
	b.floor = 0
	first, rest = a.part(part{p.first, false}), b.part(part{false, p.last})
	return first, rest, first.height <= room+slack
}
