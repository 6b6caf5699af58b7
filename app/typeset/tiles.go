package typeset

import "visitdesk/app/document"

// Tiles: at most so many stand in a row, none narrower than this.
const (
	mostTiles = 5
	tileLeast = 29.0
)

// The sizes that a tile's number is tried in until it fits on one line.
var tileSizes = []float64{1, 0.82, 0.66, 0.52}

// tiles sets key numbers in tinted boxes side by side, all of one width.
func (s *setter) tiles(tiles document.Tiles, width float64) []strip {
	const gap = 3.5
	n := len(tiles.Tiles)
	if n == 0 {
		return nil
	}
	perRow := max(1, min(mostTiles, int((width+gap)/(tileLeast+gap))))
	rows := (n + perRow - 1) / perRow
	perRow = (n + rows - 1) / rows // as even as can be
	w := (width - float64(perRow-1)*gap) / float64(perRow)
	var all []strip
	for from := 0; from < n; from += perRow {
		st := s.tileRow(tiles.Tiles[from:min(n, from+perRow)], w, gap)
		if from > 0 {
			st.before = gap
		}
		all = append(all, st)
	}
	return all
}

func (s *setter) tileRow(tiles []document.Tile, w, gap float64) strip {
	st := s.style
	const pad = 3.4
	r := row{above: 2, below: 2.2}
	common := s.commonSize(tiles, w-2*pad)
	for i, t := range tiles {
		number, _ := s.tileNumber(t, w-2*pad, common)
		strips := number.strips()
		label := s.bySense(t.Label, st.tileLabel, w-2*pad)
		note := s.bySense(t.Note, st.tileNote, w-2*pad)
		strips = append(append(strips, label.strips()...), note.strips()...)
		for k := range strips { // a tile is torn apart only if no page holds it
			strips[k].keep = k+1 < len(strips)
		}
		r.cells = append(r.cells, cell{float64(i)*(w+gap) + pad, strips})
	}
	n := len(tiles)
	r.under = func(sh *sheet, a area) {
		for i := range n {
			left := a.x + float64(i)*(w+gap)
			sh.add(Box{X: left, Y: a.y, W: w, H: a.height, Fill: st.tint, Filled: true})
			sh.add(Box{X: left, Y: a.y, W: w, H: 0.7, Fill: st.deep, Filled: true})
		}
	}
	return r.strip()
}

// bySense sets a short text in lines that end where the sense does.
func (s *setter) bySense(text string, l lettering, width float64) passage {
	pieces := []piece{{text: text, ink: s.style.ink(l, document.Plain)}}
	return s.passage(pieces, l, form{measure: measure{width: width, bySense: true}})
}

// tileNumber sets a number as big as it fits on one line, from a size on.
func (s *setter) tileNumber(t document.Tile, width float64, from int) (p passage, size int) {
	for size = from; ; size++ {
		l := s.style.tileNumber
		l.size *= tileSizes[size]
		ink := s.style.ink(l, t.Tone)
		ink.boxed = false
		p = s.passage([]piece{{text: t.Number, ink: ink}}, l, form{measure: measure{width: width}})
		if len(p.lines) < 2 || size == len(tileSizes)-1 {
			return p, size
		}
	}
}

// commonSize returns the size in which the numbers of a row stand well side by
// side: that of the longest, unless it is far too long.
func (s *setter) commonSize(tiles []document.Tile, width float64) int {
	common := 0
	for _, t := range tiles {
		if _, size := s.tileNumber(t, width, 0); size <= 1 {
			common = max(common, size)
		}
	}
	return common
}
