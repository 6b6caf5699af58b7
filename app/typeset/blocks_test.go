package typeset_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/typeset"
)

// zeroLines takes the limits off every text of a block.
func zeroLines(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		if !v.IsNil() {
			whole := reflect.New(v.Elem().Type()).Elem()
			whole.Set(v.Elem())
			zeroLines(whole)
			v.Set(whole)
		}
	case reflect.Slice:
		for i := range v.Len() {
			zeroLines(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "Lines" && v.Field(i).Kind() == reflect.Int {
				v.Field(i).SetInt(0)
				continue
			}
			zeroLines(v.Field(i))
		}
	}
}

// allText returns every string in a value, but those of what prints them often
// or not at all.
func allText(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Interface:
		switch v.Interface().(type) {
		case document.Bars, document.Boxes:
			return ""
		}
		return allText(v.Elem())
	case reflect.Slice:
		var b strings.Builder
		if v.Type().Elem().Kind() != reflect.Uint8 {
			for i := range v.Len() {
				b.WriteString(allText(v.Index(i)))
			}
		}
		return b.String()
	case reflect.Struct:
		var b strings.Builder
		for i := range v.NumField() {
			b.WriteString(allText(v.Field(i)))
		}
		return b.String()
	}
	return ""
}

func TestNothingOfABlockIsLost(t *testing.T) {
	n := 1500
	if testing.Short() || slow {
		n = 300
	}
	for i := range n {
		m := newMaker(t, 100000+i)
		blocks := m.blocks(0)
		zeroLines(reflect.ValueOf(blocks))
		want, got := map[rune]int{}, map[rune]int{}
		for _, r := range letters(allText(reflect.ValueOf(blocks))) {
			want[r]++
		}
		for _, r := range letters(read(typeset.Pages(paper("zh", blocks...), fonts(t)))) {
			got[r]++
		}
		for r, n := range want {
			if got[r] < n {
				t.Fatalf("document %d: %q stands %d times in the blocks, %d on the pages", i, r, n, got[r])
			}
		}
	}
}

func TestTheTextsOfEveryBlockAreSetInReadingOrder(t *testing.T) {
	person := document.Person{Name: document.T("王㛃"), Reading: "Wáng Jié", Title: document.T("处长"), Lines: []document.Text{document.T("初次见面")}}
	for _, c := range []struct {
		block document.Block
		want  string
	}{
		{document.Heading{Text: document.T("背景")}, "背景"},
		{document.Paragraph{Text: document.T("一行\n二行")}, "一行二行"},
		{document.Facts{Facts: []document.Fact{{Label: "行业", Value: document.T("电子"), Note: document.T("年报")}, {Label: "规模", Value: document.T("大")}}}, "行业电子年报规模大"},
		{document.List{Items: []document.Text{document.T("甲"), document.T("乙")}, Marker: document.Numbers}, "1.甲2.乙"},
		{document.Tiles{Tiles: []document.Tile{{Number: "47", Label: "校友", Note: "六人"}}}, "47校友六人"},
		{document.Table{Caption: "表", Columns: []document.Column{{Title: "甲"}, {Title: "乙"}}, Rows: [][]document.Text{{document.T("1"), document.T("2")}, {document.T("3")}}}, "表甲乙123"},
		{document.Table{Rows: [][]document.Text{{document.T("无"), document.T("头")}}}, "无头"},
		{document.Bars{Caption: "图", Unit: "人", Labels: []string{"本科生人数", "硕士"}, Series: []document.Series{{Values: []float64{2.5, 1}}}}, "图（人）01234本科生人数2.5硕士1"},
		{document.Callout{Label: "注意：", Text: document.T("已逾期")}, "注意：已逾期"},
		{document.People{People: []document.Person{person}}, "王㛃WángJié处长初次见面"},
		{document.Columns{Left: []document.Block{document.Paragraph{Text: document.T("左")}}, Right: []document.Block{document.Paragraph{Text: document.T("右")}}}, "左右"},
		{document.Timeline{Entries: []document.Entry{{When: "2026-11-20", Text: document.T("来访")}}}, "2026-11-20来访"},
		{document.Boxes{Label: "承诺", Fields: []string{"负责人", "期限"}, Count: 2}, "承诺负责人期限承诺负责人期限"},
		{document.Ruled{Lines: 5}, ""},
		{document.Paragraph{Text: document.T(" \n ")}, ""},
	} {
		l := typeset.Pages(paper("zh", c.block), fonts(t))
		if got := letters(read(l)); got != letters(c.want) {
			t.Errorf("%T: reads %q, want %q", c.block, got, c.want)
		}
		checkArea(t, l)
	}
}

func TestAnUprightChartHasBarsAsHighAsTheirValues(t *testing.T) {
	l := typeset.Pages(paper("zh", document.Bars{
		Labels: []string{"2024", "2025", "2026"},
		Series: []document.Series{{Name: "本科", Values: []float64{10, 20, 0}}, {Name: "硕士", Values: []float64{5}}},
	}), fonts(t))
	heights := map[typeset.Colour][]float64{}
	white := typeset.Colour{R: 255, G: 255, B: 255}
	for _, m := range l.Pages[0].Marks {
		if b, ok := m.(typeset.Box); ok && b.Filled && b.Fill != white && b.W > 3 {
			heights[b.Fill] = append(heights[b.Fill], b.H)
		}
	}
	if len(heights) != 2 {
		t.Fatalf("bars of %d colours: %v", len(heights), heights)
	}
	var all []float64
	for _, h := range heights {
		all = append(all, h...)
	}
	slices.Sort(all)
	if n := len(all); n != 3 || all[2] < 1.99*all[1] || all[1] < 1.99*all[0] {
		t.Errorf("bars of 5, 10, 20 are %v mm high", all)
	}
	for _, word := range []string{"本科", "硕士", "2024", "20", "10", "5"} {
		if !strings.Contains(read(l), word) {
			t.Errorf("%s is missing: %s", word, read(l))
		}
	}
}

func TestALimitOfLinesIsKeptAndMarked(t *testing.T) {
	long := strings.Repeat("推动“智能终端联合实验室”协议文本年内定稿（双方各指定一名联络人），", 12)
	english := strings.Repeat("renew the internship base and settle the agreement, ", 20)
	for _, in := range []string{long, english, strings.Repeat("W", 5000), strings.Repeat("（", 900), "一\n二\n三\n四\n五", strings.Repeat("e\u0301", 400)} {
		for n := 1; n <= 4; n++ {
			for _, block := range []document.Block{
				document.Paragraph{Text: document.T(in), Lines: n},
				document.List{Items: []document.Text{document.T(in)}, Lines: n},
				document.Callout{Text: document.T(in), Lines: n},
				document.Table{Rows: [][]document.Text{{document.T(in)}}, Lines: n},
			} {
				l := typeset.Pages(paper("zh", block), fonts(t))
				set := lines(l)
				if len(set) > n {
					t.Errorf("%T of at most %d lines has %d", block, n, len(set))
				}
				whole := read(l)
				if !strings.HasSuffix(whole, "…") {
					t.Errorf("%T of %d lines ends with %q", block, n, whole[max(0, len(whole)-20):])
				}
				kept := strings.TrimSuffix(letters(whole), "…")
				if !strings.HasPrefix(letters(in), kept) {
					t.Errorf("%T of %d lines is no beginning of the text: %q", block, n, kept)
				}
				if strings.HasSuffix(kept, "（") || strings.HasSuffix(kept, "，") || strings.HasSuffix(kept, "e") && in[0] == 'e' {
					t.Errorf("%T of %d lines ends badly: %q…", block, n, kept)
				}
			}
		}
	}
	if got := read(typeset.Pages(paper("en", document.Paragraph{Text: document.T(english), Lines: 1}), fonts(t))); !strings.HasSuffix(got, "base…") && !strings.HasSuffix(got, "agreement…") && !strings.Contains(english, strings.TrimSuffix(got[strings.LastIndex(got, " ")+1:], "…")+" ") {
		t.Errorf("a word was cut: %q", got)
	}
}

func TestEveryToneLooksItsOwn(t *testing.T) {
	seen := map[string]document.Tone{}
	for tone := document.Plain; tone <= document.Gap; tone++ {
		l := typeset.Pages(paper("zh", document.Paragraph{Text: document.T("字", tone)}), fonts(t))
		look := ""
		for _, m := range l.Pages[0].Marks {
			switch m := m.(type) {
			case typeset.Glyphs:
				look += fmt.Sprint(m.Face.Name, m.Colour)
			case typeset.Line:
				if m.Dashed {
					look += " boxed"
				}
			}
		}
		if other, ok := seen[look]; ok {
			t.Errorf("tones %d and %d look the same: %s", tone, other, look)
		}
		seen[look] = tone
	}
}
