package typeset_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/typeset"
)

// A maker makes random documents, ordinary ones and monstrous ones.
type maker struct {
	*rand.Rand
	photo []byte
	wild  bool // monsters are frequent
}

func newMaker(t testing.TB, seed int) maker {
	r := rand.New(rand.NewPCG(3, uint64(seed)))
	return maker{r, photo(t), r.IntN(50) == 0}
}

func (m maker) text() string {
	if !m.wild && m.IntN(8) > 0 {
		return hanWords[m.IntN(len(hanWords))] + words[m.IntN(len(words))]
	}
	switch m.IntN(40) {
	case 0:
		return ""
	case 1:
		if !m.wild && m.IntN(10) > 0 {
			return strings.Repeat("W", 100)
		}
		return strings.Repeat("W", 5000)
	case 2:
		return strings.Repeat("）", 60) + strings.Repeat("（", 60)
	case 3:
		return strings.Repeat("买买提·", 10) // a name of 40 characters
	case 4:
		return "\x00\u202e\u200d\xff\xed\xa0\x80 \t\n\n e\u0301\u0301 \U000F0000"
	case 5:
		return strings.Repeat("https://example.cn/a/", 20)
	case 6, 7, 8, 9, 10, 11:
		return sentence(m.Rand) + "\n" + sentence(m.Rand)
	case 12, 13, 14, 15, 16, 17, 18, 19, 20:
		return sentence(m.Rand)
	}
	return hanWords[m.IntN(len(hanWords))]
}

func (m maker) tones() document.Text {
	var t document.Text
	for range m.IntN(3) + m.IntN(2) {
		t = append(t, document.Span{Text: m.text(), Tone: document.Tone(m.IntN(6))})
	}
	return t
}

// count is small, sometimes nothing, seldom many.
func (m maker) count() int {
	if m.IntN(40) == 0 && (m.wild || m.IntN(20) == 0) {
		return 30
	}
	return m.IntN(4)
}

func (m maker) strings() []string {
	all := make([]string, m.count())
	for i := range all {
		all[i] = m.text()
	}
	return all
}

func (m maker) texts() []document.Text {
	all := make([]document.Text, m.count())
	for i := range all {
		all[i] = m.tones()
	}
	return all
}

func (m maker) blocks(depth int) []document.Block {
	all := make([]document.Block, m.count())
	for i := range all {
		all[i] = m.block(depth)
	}
	return all
}

func (m maker) block(depth int) document.Block {
	switch m.IntN(13) {
	case 0:
		return document.Heading{Text: m.tones()}
	case 1:
		return document.Paragraph{Text: m.tones(), Lines: m.IntN(4), Flush: m.IntN(2) == 0}
	case 2:
		f := document.Facts{Columns: m.IntN(3)}
		for range m.count() {
			f.Facts = append(f.Facts, document.Fact{Label: m.text(), Value: m.tones(), Note: m.tones()})
		}
		return f
	case 3:
		return document.List{Items: m.texts(), Marker: document.Marker(m.IntN(3)), Lines: m.IntN(3)}
	case 4:
		var t document.Tiles
		for range m.count() {
			t.Tiles = append(t.Tiles, document.Tile{Number: m.text(), Label: m.text(), Note: m.text(), Tone: document.Tone(m.IntN(6))})
		}
		return t
	case 5:
		return m.table()
	case 6:
		return m.bars()
	case 7:
		return document.Callout{Label: m.text(), Text: m.tones(), Tone: document.Tone(m.IntN(6)), Lines: m.IntN(3)}
	case 8:
		var p document.People
		for range m.count() {
			person := document.Person{Name: m.tones(), Reading: m.text(), Title: m.tones(), Lines: m.texts()}
			person.Photo = [][]byte{nil, nil, m.photo, []byte("no photo")}[m.IntN(4)]
			p.People = append(p.People, person)
		}
		return p
	case 9:
		if depth > 3 {
			return document.Ruled{Lines: m.IntN(60)}
		}
		return document.Columns{Left: m.blocks(depth + 1), Right: m.blocks(depth + 1)}
	case 10:
		var t document.Timeline
		for range m.count() {
			t.Entries = append(t.Entries, document.Entry{When: m.text(), Text: m.tones()})
		}
		return t
	case 11:
		return document.Ruled{Lines: m.IntN(60)}
	}
	return document.Boxes{Label: m.text(), Fields: m.strings(), Count: m.count()}
}

func (m maker) table() document.Table {
	t := document.Table{Caption: m.text(), Lines: m.IntN(3)}
	for range m.count() {
		weight := []float64{0, 1, 3, 20, -1, math.NaN(), math.Inf(1)}[m.IntN(7)]
		t.Columns = append(t.Columns, document.Column{Title: m.text(), Weight: weight, Align: document.Align(m.IntN(3))})
	}
	for range m.count() * 2 {
		t.Rows = append(t.Rows, m.texts())
	}
	return t
}

func (m maker) bars() document.Bars {
	b := document.Bars{Caption: m.text(), Unit: m.text(), Labels: m.strings()}
	for range m.count() {
		s := document.Series{Name: m.text()}
		for range m.count() {
			s.Values = append(s.Values, []float64{0, 3, 17.5, 1e9, -4, 1e308, 1e-300, math.NaN(), math.Inf(1)}[m.IntN(9)])
		}
		b.Series = append(b.Series, s)
	}
	return b
}

func (m maker) document() document.Document {
	d := document.Document{
		Language: []string{"zh", "en"}[m.IntN(2)],
		Title:    m.text(), Subtitle: m.text(), Author: m.text(), Number: m.text(), Mark: m.text(), Foot: m.text(),
		PageNo: []string{"%d / %d", "", "第 %[1]d 页 / 共 %[2]d 页", "%s %d", m.text()}[m.IntN(5)],
	}
	if m.IntN(2) == 0 {
		d.Front.Name = m.text()
		for range 1 + m.IntN(3) {
			d.Front.Versions = append(d.Front.Versions, m.blocks(0))
		}
		d.Front.Versions = append(d.Front.Versions, m.bounded())
	}
	for range m.count() {
		d.Sections = append(d.Sections, document.Section{Key: "k", Title: m.text(), Blocks: m.blocks(0), NewPage: m.IntN(4) == 0})
	}
	return d
}

// bounded is a last version of a front, as a composer that knows its duty
// writes it: few things, however long their texts are.
func (m maker) bounded() []document.Block {
	asks := make([]document.Text, 3)
	for i := range asks {
		asks[i] = m.tones()
	}
	facts := make([]document.Fact, 6)
	for i := range facts {
		facts[i] = document.Fact{Label: m.text(), Value: m.tones()}
	}
	rows := [][]document.Text{{m.tones(), m.tones()}, {m.tones(), m.tones()}, {m.tones(), m.tones()}}
	table := document.Table{Columns: []document.Column{{Title: m.text()}, {Title: m.text()}}, Rows: rows}
	return []document.Block{
		document.Facts{Facts: facts},
		document.Paragraph{Text: m.tones()},
		document.Tiles{Tiles: []document.Tile{{Number: m.text(), Label: m.text(), Note: m.text()}, {Number: m.text()}, {Label: m.text()}}},
		document.List{Items: asks},
		document.Columns{Left: []document.Block{table}, Right: []document.Block{table}},
		document.Callout{Label: m.text(), Text: m.tones()},
	}
}

func TestNothingOverlapsOrLeavesTheTypeArea(t *testing.T) {
	n := 10000
	if testing.Short() || slow {
		n = 500
	}
	for i := range n {
		m := newMaker(t, i)
		d := m.document()
		l := typeset.Pages(d, fonts(t))
		checkArea(t, l)
		if t.Failed() {
			t.Fatalf("document %d", i)
		}
		if len(d.Front.Versions) > 0 && len(d.Sections) > 0 && l.Places[0].Page != 1 {
			t.Fatalf("document %d: the front takes %d pages in version %d", i, l.Places[0].Page, l.Version)
		}
		if len(l.Places) != len(d.Sections) {
			t.Fatalf("%d places of %d sections", len(l.Places), len(d.Sections))
		}
		for _, place := range l.Places {
			if place.Y > bottom {
				t.Fatalf("a section begins below its page: %+v", place)
			}
		}
	}
}
