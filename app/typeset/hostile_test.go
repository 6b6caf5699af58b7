package typeset_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"visitdesk/app/document"
	"visitdesk/app/typeset"
)

// These would take minutes if any step looked at more than a line's worth of
// characters for each character: the test's time limit is the check.
func TestMonstrousTextsAreSetInFull(t *testing.T) {
	if slow {
		t.Skip("covered without the race detector")
	}
	for name, in := range map[string]string{
		"spaces":        strings.Repeat(" ", 20000) + "end",
		"wide spaces":   strings.Repeat("\u3000", 20000) + "end",
		"feeds":         strings.Repeat("\n", 20000) + "end",
		"joiners":       strings.Repeat("\u200d", 20000),
		"breaks":        strings.Repeat("\u200b", 20000) + "end",
		"openers":       strings.Repeat("（", 20000),
		"closers":       strings.Repeat("，", 20000),
		"quotes":        strings.Repeat("“", 20000),
		"dashes":        strings.Repeat("—", 20000),
		"combining":     "e" + strings.Repeat("\u0301", 20000),
		"han":           strings.Repeat("中", 100000),
		"word":          strings.Repeat("a", 20000),
		"missing":       strings.Repeat("\U000F0000", 5000),
		"right to left": strings.Repeat("\u202eabc ", 5000),
		"controls":      strings.Repeat("\x00\x01\x1b\x7f", 5000) + "end",
		"surrogates":    strings.Repeat("\xed\xa0\x80", 2000),
		"emoji":         strings.Repeat("👩‍👩‍👧‍👦", 2000),
	} {
		l := typeset.Pages(paper("zh", document.Paragraph{Text: document.T(in)}), fonts(t))
		if got, want := letters(read(l)), letters(strings.ToValidUTF8(in, "")); letters(strings.ReplaceAll(got, "\ufffd", "")) != want {
			t.Errorf("%s: %d of %d characters set", name, utf8.RuneCountInString(got), utf8.RuneCountInString(want))
		}
		checkArea(t, l)
	}
}

func TestMonstrousTextsDoNoHarmAnywhere(t *testing.T) {
	for _, in := range []string{
		strings.Repeat(" ", 20000), strings.Repeat("\u200d", 20000), strings.Repeat("（", 5000), strings.Repeat("W", 5000), "\x00\u202e\xff",
	} {
		text := document.T(in)
		d := paper("zh",
			document.Facts{Facts: []document.Fact{{Label: in, Value: text, Note: text}}},
			document.List{Items: []document.Text{text}, Lines: 2},
			document.Tiles{Tiles: []document.Tile{{Number: in, Label: in, Note: in}}},
			document.Table{Columns: []document.Column{{Title: in}, {}}, Rows: [][]document.Text{{text, text}}},
			document.Bars{Caption: in, Unit: in, Labels: []string{in}, Series: []document.Series{{Name: in, Values: []float64{1}}}},
			document.Callout{Label: in, Text: text},
			document.People{People: []document.Person{{Name: text, Reading: in, Title: text}}},
			document.Timeline{Entries: []document.Entry{{When: in, Text: text}}},
			document.Boxes{Label: in, Fields: []string{in}, Count: 1},
		)
		d.Title, d.Subtitle, d.Author, d.Number, d.Mark, d.Foot, d.PageNo = in, in, in, in, in, in, in
		d.Sections[0].Title = in
		checkArea(t, typeset.Pages(d, fonts(t)))
	}
}

func TestAWholeTableOfManyColumnsIsLegible(t *testing.T) {
	var columns []document.Column
	var row []document.Text
	for range 40 {
		columns = append(columns, document.Column{Title: "栏目"})
		row = append(row, document.T("数据"))
	}
	l := typeset.Pages(paper("zh", document.Table{Columns: columns, Rows: [][]document.Text{row}}), fonts(t))
	checkArea(t, l)
	if got := read(l); strings.Count(got, "数据") != 40 || strings.Count(got, "栏目") != 40 {
		t.Errorf("cells are lost: %s", got)
	}
}

func FuzzPages(f *testing.F) {
	f.Add("各部门“闻令而动”，第一时间启动 Hello, world 12.5% 《法》（县）", "标题", 0, true)
	f.Add("supercalifragilisticexpialidocious\n\n中", "\u200d", 1, false)
	f.Add("　 ，，“”——……·", "", 2, true)
	f.Add(strings.Repeat("（", 90)+"e\u0301", "𬭎", 3, true)
	f.Fuzz(func(t *testing.T, body, label string, limit int, chinese bool) {
		if len(body)+len(label) > 4000 {
			t.Skip()
		}
		language := "en"
		if chinese {
			language = "zh"
		}
		text := document.T(body)
		l := typeset.Pages(paper(language,
			document.Paragraph{Text: text}), fonts(t))
		if got, want := letters(read(l)), letters(string([]rune(body))); got != want {
			t.Fatalf("in  %q\nout %q", want, got)
		}
		checkArea(t, l)
		checkArea(t, typeset.Pages(paper(language,
			document.Facts{Facts: []document.Fact{{Label: label, Value: text}, {Label: body, Value: text}, {Label: label}}},
			document.Table{Columns: []document.Column{{Title: label}, {Title: body, Weight: 3}}, Rows: [][]document.Text{{text, text}}, Lines: limit % 5},
			document.Callout{Label: label, Text: text, Lines: limit % 5},
			document.Columns{Left: []document.Block{document.List{Items: []document.Text{text}, Lines: limit % 5}}, Right: []document.Block{document.Heading{Text: text}}},
		), fonts(t)))
	})
}
