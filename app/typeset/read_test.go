package typeset_test

import (
	"math"
	"strings"
	"testing"
	"unicode"

	"visitdesk/app/document"
	"visitdesk/app/typeset"
)

const (
	point  = 25.4 / 72
	left   = 20.0 // margins of the type area, millimetres
	right  = 190.0
	bottom = 274.0 // of the body; the foot is below
	top    = 26.0  // of the body of all pages but the first
)

// extent returns where the ink of a run may be: without the blank half of a
// full-width mark at either end.
func extent(g typeset.Glyphs) (x0, x1 float64) {
	runes := []rune(strings.TrimRight(string(g.Runes), " \u3000"))
	x0, x1 = g.X, g.X
	if len(runes) == 0 {
		return x0, x1
	}
	for _, r := range runes {
		x1 += g.Face.Advance(g.Face.Glyph(r))*g.Size*point + g.Spacing*point
	}
	x1 -= g.Spacing * point
	half := g.Size * point / 2
	wide := func(r rune) bool { return g.Face.Advance(g.Face.Glyph(r)) >= 0.9 }
	first, last := runes[0], runes[len(runes)-1]
	if strings.ContainsRune("（《〈「『【〔〖［｛“‘", first) && wide(first) {
		x0 += half
	}
	if strings.ContainsRune("）》〉」』】〕〗］｝，。、；：！？．”’", last) && wide(last) {
		x1 -= half
	}
	if first == '·' && wide(first) {
		x0 += half / 2
	}
	if last == '·' && wide(last) {
		x1 -= half / 2
	}
	return x0, x1
}

// A setLine is what stands on one baseline.
type setLine struct {
	page   int
	y      float64
	x0, x1 float64
	text   string
}

// lines returns the lines of the body in the order they were set.
func lines(l typeset.Layout) []setLine {
	var all []setLine
	for p, page := range l.Pages {
		for _, m := range page.Marks {
			g, ok := m.(typeset.Glyphs)
			if !ok {
				continue
			}
			x0, x1 := extent(g)
			n := len(all)
			if n > 0 && all[n-1].page == p && all[n-1].y == g.Y && x0 > all[n-1].x0 {
				all[n-1].text += string(g.Runes)
				all[n-1].x1 = max(all[n-1].x1, x1)
				continue
			}
			all = append(all, setLine{p, g.Y, x0, x1, string(g.Runes)})
		}
	}
	return all
}

// read returns all text of the pages, as it was set.
func read(l typeset.Layout) string {
	var b strings.Builder
	for _, line := range lines(l) {
		b.WriteString(line.text)
	}
	return b.String()
}

// letters returns a text without what is never printed: spaces of all kinds,
// controls, invisible marks.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) {
			return -1
		}
		return r
	}, s)
}

// paper is a document of one section without head and foot.
func paper(language string, blocks ...document.Block) document.Document {
	return document.Document{Language: language, Sections: []document.Section{{Blocks: blocks}}}
}

// checkArea says whether every mark lies in the type area and no two runs of
// text overlap.
func checkArea(t *testing.T, l typeset.Layout) {
	t.Helper()
	for p, page := range l.Pages {
		type box struct {
			x0, y0, x1, y1 float64
			text           string
		}
		var boxes []box
		for _, m := range page.Marks {
			x0, y0, x1, y1 := 0.0, 0.0, 0.0, 0.0
			text := ""
			switch m := m.(type) {
			case typeset.Glyphs:
				x0, x1 = extent(m)
				em := m.Size * point
				y0, y1 = m.Y-0.7*em, m.Y
				text = string(m.Runes)
				if strings.TrimSpace(text) != "" {
					boxes = append(boxes, box{x0, y0, x1, y1, text})
				}
			case typeset.Box:
				x0, y0, x1, y1 = m.X, m.Y, m.X+m.W, m.Y+m.H
			case typeset.Line:
				x0, y0, x1, y1 = min(m.X1, m.X2), min(m.Y1, m.Y2), max(m.X1, m.X2), max(m.Y1, m.Y2)
			case typeset.Picture:
				x0, y0, x1, y1 = m.X, m.Y, m.X+m.W, m.Y+m.H
			}
			if math.IsNaN(x0+y0+x1+y1) || x0 < left-0.05 || x1 > right+0.05 || y0 < 10 || y1 > 290 {
				t.Errorf("page %d: %T %.40q at %.2f–%.2f, %.2f–%.2f leaves the type area", p+1, m, text, x0, x1, y0, y1)
			}
			if foot := y0 > bottom+5; y1 > bottom+0.05 && !foot {
				t.Errorf("page %d: %T %.40q reaches into the foot: %.2f–%.2f", p+1, m, text, y0, y1)
			}
		}
		grid := map[int][]box{}
		for _, b := range boxes {
			for row := int(b.y0 / 5); row <= int(b.y1/5); row++ {
				for _, o := range grid[row] {
					if b.x0 < o.x1-0.1 && o.x0 < b.x1-0.1 && b.y0 < o.y1-0.1 && o.y0 < b.y1-0.1 {
						t.Errorf("page %d: %.40q %.2f–%.2f overlaps %.40q %.2f–%.2f at height %.2f", p+1, b.text, b.x0, b.x1, o.text, o.x0, o.x1, b.y1)
					}
				}
				grid[row] = append(grid[row], b)
			}
		}
	}
}
