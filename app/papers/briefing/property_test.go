package briefing_test

import (
	"math/rand/v2"
	"runtime/debug"
	"strings"
	"testing"

	"visitdesk/app/i18n"
	"visitdesk/app/papers/briefing"
	"visitdesk/app/typeset"
	"visitdesk/assets"
	"visitdesk/data/career"
	"visitdesk/data/sample"
)

// tries is how many random dossiers are laid out, half of them in each language.
// That takes a minute; under the race detector it would take twenty, so that
// `make test` tries fewer.
func tries() int {
	switch {
	case testing.Short():
		return 100
	case raced:
		return 400
	}
	return 10_000
}

// The margins of the type area, in millimetres. Head and foot stand between
// them and the edges of the paper.
const (
	leftEdge, rightEdge = 20.0, 190.0
	topEdge, footEdge   = 11.0, 287.0
	hair                = 0.3 // frames and squeezed marks may reach so far out
)

// An ink is where the ink of a run of glyphs is.
type ink struct {
	x0, x1, y0, y1 float64
	text           string
}

// inkOf returns where a run is drawn, without spaces at its ends. Full-width
// marks are blank on one side, which may hang out or be overlapped.
func inkOf(g typeset.Glyphs) ink {
	const point = 25.4 / 72
	em := g.Size * point
	at := g.X
	i := ink{x0: g.X, x1: g.X, y0: g.Y - 0.7*em, y1: g.Y, text: strings.TrimSpace(string(g.Runes))}
	inked := false
	for _, r := range g.Runes {
		advance := g.Face.Advance(g.Face.Glyph(r))
		before, after := blanks(r, advance)
		if !strings.ContainsRune(" \u3000\u00a0", r) {
			if !inked {
				i.x0, inked = at+before*em, true
			}
			i.x1 = at + (advance-after)*em
		}
		at += advance*em + g.Spacing*point
	}
	return i
}

// blanks returns how much of a full-width mark is blank before and after it.
func blanks(r rune, advance float64) (before, after float64) {
	switch {
	case advance < 0.9:
		return 0, 0
	case strings.ContainsRune("（《〈「『【〔〖［｛“‘", r):
		return 0.5, 0
	case strings.ContainsRune("）》〉」』】〕〗］｝，。、；：！？．”’", r):
		return 0, 0.5
	case r == '·':
		return 0.25, 0.25
	}
	return 0, 0
}

func (i ink) overlaps(o ink) bool {
	const touch = 0.05 // em boxes of neighbours may touch
	return i.x0 < o.x1-touch && o.x0 < i.x1-touch && i.y0 < o.y1-touch && o.y0 < i.y1-touch
}

// checkPages says whether every mark is where it may be and no two runs of text
// overlap.
func checkPages(t *testing.T, l typeset.Layout) {
	t.Helper()
	for p, page := range l.Pages {
		rows := map[int][]ink{} // by height, so that only neighbours are compared
		for _, mark := range page.Marks {
			x0, y0, x1, y1 := leftEdge, topEdge, leftEdge, topEdge
			switch m := mark.(type) {
			case typeset.Glyphs:
				i := inkOf(m)
				x0, y0, x1, y1 = i.x0, i.y0, i.x1, i.y1
				if i.text == "" {
					continue
				}
				for row := int(i.y0 / 4); row <= int(i.y1/4); row++ {
					for _, o := range rows[row] {
						if i.overlaps(o) {
							t.Errorf("page %d: %.30q overlaps %.30q at %.1f, %.1f", p+1, i.text, o.text, i.x0, i.y1)
						}
					}
					rows[row] = append(rows[row], i)
				}
			case typeset.Box:
				x0, y0, x1, y1 = m.X, m.Y, m.X+m.W, m.Y+m.H
			case typeset.Line:
				x0, y0, x1, y1 = min(m.X1, m.X2), min(m.Y1, m.Y2), max(m.X1, m.X2), max(m.Y1, m.Y2)
			case typeset.Picture:
				x0, y0, x1, y1 = m.X, m.Y, m.X+m.W, m.Y+m.H
			}
			if !(x0 >= leftEdge-hair && x1 <= rightEdge+hair && y0 >= topEdge && y1 <= footEdge) {
				t.Errorf("page %d: %T at %.1f–%.1f, %.1f–%.1f leaves the type area", p+1, mark, x0, x1, y0, y1)
			}
		}
	}
}

// Whatever an office has typed in, page one is one page and nothing overlaps or
// leaves the type area.
func TestEveryBriefingFitsItsPages(t *testing.T) {
	fonts, err := typeset.OpenFonts(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	before := debug.SetGCPercent(400) // a third faster
	t.Cleanup(func() { debug.SetGCPercent(before) })
	codes := []string{"zh", "en"}
	for i, code := range codes {
		text := language(t, code)
		t.Run(code, func(t *testing.T) {
			t.Parallel()
			levels := map[career.Level]int{}
			for n := i; n < tries(); n += len(codes) {
				d := sample.RandomDossier(rand.New(rand.NewPCG(20261120, uint64(n))))
				levels[d.Level]++
				checkBriefing(t, d, text, fonts)
				if t.Failed() {
					t.Fatalf("dossier %d, level %v, in %s", n, d.Level, text.Language())
				}
			}
			for _, level := range career.Levels {
				if levels[level] < tries()/len(codes)/8 {
					t.Errorf("only %d dossiers of level %v", levels[level], level)
				}
			}
		})
	}
}

func checkBriefing(t *testing.T, d career.Dossier, text i18n.Text, fonts *typeset.Fonts) {
	t.Helper()
	doc := briefing.Compose(d, text, briefing.Options{PrintedBy: "印", Copy: 3})
	l := typeset.Pages(doc, fonts)
	checkPages(t, l)
	if len(doc.Front.Versions) > 0 && len(doc.Sections) > 0 && l.Places[0].Page != 1 {
		t.Errorf("page one takes %d pages", l.Places[0].Page)
	}
}
