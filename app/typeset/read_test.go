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

// A box is where a mark is, with its text if it is one.
type box struct {
	x0, y0, x1, y1 float64
	text           string
}

func boxOf(m typeset.Mark) box {
	switch m := m.(type) {
	case typeset.Glyphs:
		x0, x1 := extent(m)
		return box{x0, m.Y - 0.7*m.Size*point, x1, m.Y, strings.TrimSpace(string(m.Runes))}
	case typeset.Box:
		return box{m.X, m.Y, m.X + m.W, m.Y + m.H, ""}
	case typeset.Line:
		return box{min(m.X1, m.X2), min(m.Y1, m.Y2), max(m.X1, m.X2), max(m.Y1, m.Y2), ""}
	case typeset.Picture:
		return box{m.X, m.Y, m.X + m.W, m.Y + m.H, ""}
	}
	return box{}
}

func (b box) overlaps(o box) bool {
	return b.x0 < o.x1-0.1 && o.x0 < b.x1-0.1 && b.y0 < o.y1-0.1 && o.y0 < b.y1-0.1
}

// outside says whether a box leaves the type area, or the body without standing
// in the foot.
func (b box) outside() bool {
	if math.IsNaN(b.x0+b.y0+b.x1+b.y1) || b.x0 < left-0.05 || b.x1 > right+0.05 || b.y0 < 10 || b.y1 > 290 {
		return true
	}
	foot := b.y0 > bottom+5
	return b.y1 > bottom+0.05 && !foot
}

// checkArea says whether every mark lies in the type area and no two runs of
// text overlap.
func checkArea(t *testing.T, l typeset.Layout) {
	t.Helper()
	for p, page := range l.Pages {
		grid := map[int][]box{} // texts by height
		for _, m := range page.Marks {
			b := boxOf(m)
			if b.outside() {
				t.Errorf("page %d: %T %.40q at %.2f–%.2f, %.2f–%.2f leaves the type area", p+1, m, b.text, b.x0, b.x1, b.y0, b.y1)
			}
			if b.text == "" {
				continue
			}
			for row := int(b.y0 / 5); row <= int(b.y1/5); row++ {
				for _, o := range grid[row] {
					if b.overlaps(o) {
						t.Errorf("page %d: %.40q %.2f–%.2f overlaps %.40q %.2f–%.2f at height %.2f", p+1, b.text, b.x0, b.x1, o.text, o.x0, o.x1, b.y1)
					}
				}
				grid[row] = append(grid[row], b)
			}
		}
	}
}
