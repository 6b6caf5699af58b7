package typeset_test

import (
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/typeset"
)

// set lays out blocks alone on a page in Chinese.
func set(t testing.TB, blocks ...document.Block) typeset.Layout {
	t.Helper()
	return typeset.Pages(paper("zh", blocks...), fonts(t))
}

// run returns the first run of text that contains a string.
func run(t testing.TB, l typeset.Layout, text string) typeset.Glyphs {
	t.Helper()
	for _, page := range l.Pages {
		for _, m := range page.Marks {
			if g, ok := m.(typeset.Glyphs); ok && strings.Contains(string(g.Runes), text) {
				return g
			}
		}
	}
	t.Fatalf("%q is not on the pages: %s", text, read(l))
	return typeset.Glyphs{}
}

// marks returns the marks of a kind on the first page for which keep holds.
func marks[M typeset.Mark](l typeset.Layout, keep func(M) bool) []M {
	var all []M
	for _, m := range l.Pages[0].Marks {
		if m, ok := m.(M); ok && keep(m) {
			all = append(all, m)
		}
	}
	return all
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.05 }

func TestRunningTextIsLargeEnoughToRead(t *testing.T) {
	for name, block := range map[string]document.Block{
		"paragraph": document.Paragraph{Text: document.T("正文")},
		"list":      document.List{Items: []document.Text{document.T("正文")}},
		"callout":   document.Callout{Text: document.T("正文")},
	} {
		if g := run(t, set(t, block), "正文"); g.Size < 10.5 {
			t.Errorf("%s is set in %v points", name, g.Size)
		}
	}
}

func TestChineseParagraphsAreIndentedByTwoCharacters(t *testing.T) {
	body := document.Paragraph{Text: document.T("第一段\n第二段")}
	l := set(t, body)
	for _, text := range []string{"第一段", "第二段"} {
		g := run(t, l, text)
		if want := left + 2*g.Size*point; !near(g.X, want) {
			t.Errorf("%s begins at %.2f, want %.2f", text, g.X, want)
		}
	}
	body.Flush = true
	if g := run(t, set(t, body), "第一段"); !near(g.X, left) {
		t.Errorf("flush text begins at %.2f", g.X)
	}
	english := typeset.Pages(paper("en", document.Paragraph{Text: document.T("First.\nSecond.")}), fonts(t))
	if g := run(t, english, "First"); !near(g.X, left) {
		t.Errorf("English text begins at %.2f", g.X)
	}
}

// Letters and digits in Chinese text stand apart from it by a hair, and take
// the Latin face of their role.
func TestLatinInChineseHasItsFaceAndGap(t *testing.T) {
	l := set(t, document.Paragraph{Text: document.T("截至2026年"), Flush: true})
	before, digits, after := run(t, l, "截至"), run(t, l, "2026"), run(t, l, "年")
	if digits.Face.Name != "latin" || before.Face.Name != "song" {
		t.Errorf("faces %s and %s", before.Face.Name, digits.Face.Name)
	}
	em := before.Size * point
	_, end := extent(before)
	if gap := (digits.X - end) / em; !near(gap, 0.2) {
		t.Errorf("gap before the digits is %.2f em", gap)
	}
	_, end = extent(digits)
	if gap := (after.X - end) / em; !near(gap, 0.2) {
		t.Errorf("gap after the digits is %.2f em", gap)
	}
}

func TestEachBlockHasItsFace(t *testing.T) {
	for name, c := range map[string]struct {
		block document.Block
		face  string
	}{
		"body":    {document.Paragraph{Text: document.T("字样")}, "song"},
		"strong":  {document.Paragraph{Text: document.T("字样", document.Strong)}, "songbold"},
		"heading": {document.Heading{Text: document.T("字样")}, "heibold"},
		"cell":    {document.Table{Rows: [][]document.Text{{document.T("字样")}}}, "hei"},
		"title":   {document.Table{Columns: []document.Column{{Title: "字样"}}}, "heibold"},
		"remark":  {document.Callout{Text: document.T("字样")}, "kai"},
		"number":  {document.Tiles{Tiles: []document.Tile{{Number: "字样"}}}, "heibold"},
		"name":    {document.People{People: []document.Person{{Name: document.T("字样")}}}, "heibold"},
	} {
		if g := run(t, set(t, c.block), "字样"); g.Face.Name != c.face {
			t.Errorf("%s is set in %s, want %s", name, g.Face.Name, c.face)
		}
	}
}

func TestWhatIsMissingStandsInADashedBox(t *testing.T) {
	l := set(t, document.Paragraph{Text: text("车辆", document.Plain, "（待补）", document.Gap)})
	dashes := marks(l, func(line typeset.Line) bool { return line.Dashed })
	g := run(t, l, "（待补）")
	if len(dashes) != 4 {
		t.Fatalf("%d dashed lines", len(dashes))
	}
	for _, d := range dashes {
		if d.Y1 < g.Y-1.1*g.Size*point || d.Y2 > g.Y+0.3*g.Size*point || d.X1 < g.X-0.1 || d.X2 > g.X+4.1*g.Size*point {
			t.Errorf("the box is not around its text: %+v, text at %.2f, %.2f", d, g.X, g.Y)
		}
	}
}

func TestShortFactsStandInTwoColumnsAndLongOnesAlone(t *testing.T) {
	fact := func(label, value string) document.Fact { return document.Fact{Label: label, Value: document.T(value)} }
	facts := []document.Fact{fact("时间", "上午"), fact("地点", "会议室"), fact("产品", strings.Repeat("工业机器人与数控专机，", 9)), fact("方式", "实地")}
	l := set(t, document.Facts{Facts: facts})
	if a, b := run(t, l, "时间"), run(t, l, "地点"); a.Y != b.Y || b.X < 105 {
		t.Errorf("the first two are not side by side: %.1f,%.1f %.1f,%.1f", a.X, a.Y, b.X, b.Y)
	}
	if a, b := run(t, l, "产品"), run(t, l, "工业"); !near(a.X, left) || b.X > 60 {
		t.Errorf("the long one begins at %.1f, its value at %.1f", a.X, b.X)
	}
	if lines := lines(l); lines[len(lines)-1].x0 > 60 {
		t.Errorf("the last stands alone at the right: %+v", lines[len(lines)-1])
	}
	if values := []float64{run(t, l, "上午").X, run(t, l, "工业").X, run(t, l, "实地").X}; !near(values[0], values[1]) || !near(values[1], values[2]) {
		t.Errorf("values are not aligned: %v", values)
	}
	one := set(t, document.Facts{Facts: facts, Columns: 1})
	if a, b := run(t, one, "时间"), run(t, one, "地点"); a.X != b.X {
		t.Errorf("one column was asked for: %.1f and %.1f", a.X, b.X)
	}
}

func TestASourceStandsBehindItsFactOrBelow(t *testing.T) {
	fact := document.Fact{Label: "规模", Value: document.T("大型"), Note: document.T("年报")}
	l := set(t, document.Facts{Facts: []document.Fact{fact}})
	if a, b := run(t, l, "大型"), run(t, l, "年报"); a.Y != b.Y || b.Size >= a.Size {
		t.Errorf("value %.1f in %v, source %.1f in %v", a.Y, a.Size, b.Y, b.Size)
	}
	fact.Note = document.T(strings.Repeat("国家企业信用信息公示系统，", 5))
	l = set(t, document.Facts{Facts: []document.Fact{fact}})
	if a, b := run(t, l, "大型"), run(t, l, "国家"); a.Y >= b.Y || !near(a.X, b.X) {
		t.Errorf("a long source stands at %.1f,%.1f beside %.1f,%.1f", b.X, b.Y, a.X, a.Y)
	}
}

func TestTilesOfARowAreAlike(t *testing.T) {
	tiles := document.Tiles{}
	for _, number := range []string{"47", "60 → 18 → 9", "3 / 2"} {
		tiles.Tiles = append(tiles.Tiles, document.Tile{Number: number, Label: "标签"})
	}
	l := set(t, tiles)
	sizes := []float64{run(t, l, "47").Size, run(t, l, "60").Size, run(t, l, "3").Size}
	if sizes[0] != sizes[1] || sizes[1] != sizes[2] {
		t.Errorf("numbers in %v points", sizes)
	}
	boxes := marks(l, func(b typeset.Box) bool { return b.H > 5 })
	if len(boxes) != 3 || !near(boxes[0].W, boxes[2].W) || !near(boxes[0].H, boxes[1].H) {
		t.Fatalf("tiles %+v", boxes)
	}
	if !near(boxes[0].X, left) || !near(boxes[2].X+boxes[2].W, right) {
		t.Errorf("tiles reach from %.2f to %.2f", boxes[0].X, boxes[2].X+boxes[2].W)
	}
	for range 5 { // eight make two rows of four
		tiles.Tiles = append(tiles.Tiles, document.Tile{Number: "1"})
	}
	heights := map[float64]int{}
	for _, b := range marks(set(t, tiles), func(b typeset.Box) bool { return b.H > 5 }) {
		heights[b.Y]++
	}
	if len(heights) != 2 {
		t.Errorf("rows of tiles: %v", heights)
	}
	for y, n := range heights {
		if n != 4 {
			t.Errorf("%d tiles in the row at %.1f", n, y)
		}
	}
}

func TestListsHangFromTheirMarks(t *testing.T) {
	long := document.T(strings.Repeat("推动联合实验室协议年内定稿，", 8))
	for marker, check := range map[document.Marker]func(typeset.Layout) bool{
		document.Bullet: func(l typeset.Layout) bool {
			return len(marks(l, func(b typeset.Box) bool { return b.Filled && b.W < 2 })) == 2
		},
		document.Boxed: func(l typeset.Layout) bool {
			return len(marks(l, func(b typeset.Box) bool { return !b.Filled && b.Width > 0 })) == 2
		},
		document.Numbers: func(l typeset.Layout) bool {
			return strings.HasPrefix(read(l), "1.推动") && strings.Contains(read(l), "2.短")
		},
	} {
		l := set(t, document.List{Items: []document.Text{long, document.T("短")}, Marker: marker})
		if !check(l) {
			t.Errorf("marks of kind %d are not there", marker)
		}
		var starts []float64
		for _, line := range lines(l) {
			if !strings.HasPrefix(line.text, "1.") && !strings.HasPrefix(line.text, "2.") {
				starts = append(starts, line.x0)
			}
		}
		if slices.Max(starts)-slices.Min(starts) > 0.05 || starts[0] < left+3 {
			t.Errorf("kind %d: lines begin at %v", marker, starts)
		}
	}
}

func TestACalloutIsColouredByItsTone(t *testing.T) {
	edges := map[typeset.Colour]bool{}
	for _, tone := range []document.Tone{document.Plain, document.Warn, document.Alert} {
		l := set(t, document.Callout{Label: "注意", Text: document.T("已逾期"), Tone: tone})
		boxes := marks(l, func(typeset.Box) bool { return true })
		if len(boxes) != 2 || boxes[1].W > 2 || !near(boxes[1].X, left) || !near(boxes[0].W, right-left) {
			t.Fatalf("tone %d: boxes %+v", tone, boxes)
		}
		edges[boxes[1].Fill] = true
		if label := run(t, l, "注意"); label.Colour != boxes[1].Fill {
			t.Errorf("tone %d: label %v, edge %v", tone, label.Colour, boxes[1].Fill)
		}
	}
	if len(edges) != 3 {
		t.Errorf("edges of %d colours", len(edges))
	}
}

func TestCardsLeaveNoRoomForPhotosThatNobodyHas(t *testing.T) {
	people := document.People{People: []document.Person{{Name: document.T("甲")}, {Name: document.T("乙")}}}
	l := set(t, people)
	if a, b := run(t, l, "甲"), run(t, l, "乙"); a.X > left+6 || a.Y != b.Y || b.X < 100 {
		t.Errorf("cards begin at %.1f,%.1f and %.1f,%.1f", a.X, a.Y, b.X, b.Y)
	}
	people.People[1].Photo = photo(t)
	for _, m := range set(t, people).Pages[0].Marks {
		if g, ok := m.(typeset.Glyphs); ok && g.Size < 20 && g.X < left+18 {
			t.Errorf("%q stands where the photo is", string(g.Runes))
		}
	}
}

func TestAChartOfLongLabelsLies(t *testing.T) {
	labels := []string{"机械设计制造及其自动化（中外合作办学）", "电气工程及其自动化", "自动化"}
	l := set(t, document.Bars{Labels: labels, Series: []document.Series{{Values: []float64{40, 20, 10}}}})
	bars := marks(l, func(b typeset.Box) bool { return b.Filled && b.H > 2 && b.H < 5 })
	if len(bars) != 3 || !near(bars[0].W, 2*bars[1].W) || !near(bars[1].W, 2*bars[2].W) || bars[0].X != bars[2].X {
		t.Errorf("bars %+v", bars)
	}
	for i, want := range []string{"40", "20", "10"} {
		if g := run(t, l, want); g.X < bars[i].X+bars[i].W {
			t.Errorf("%s does not stand behind its bar", want)
		}
	}
	if got := read(l); !strings.Contains(got, labels[0]+"40") {
		t.Errorf("reads %q", got)
	}
}

func TestNumbersOfAChartAreWrittenPlainly(t *testing.T) {
	values := []float64{1204, 2.5, 66.666, -3, math.NaN(), 1e13}
	want := []string{"1204", "2.5", "66.67", "-3", "–", "1e+13"}
	l := set(t, document.Bars{Labels: make([]string, len(values)), Series: []document.Series{{Values: values}}})
	for _, w := range want {
		if !strings.Contains(read(l), w) {
			t.Errorf("%s is missing: %s", w, read(l))
		}
	}
	checkArea(t, l)
}

func TestATimelineRunsFromDotToDot(t *testing.T) {
	l := set(t, document.Timeline{Entries: []document.Entry{
		{When: "2026-07-16", Text: document.T("走访")}, {When: "2025-04-10", Text: document.T("来访")}, {When: "2023-03-08", Text: document.T("初次")},
	}})
	dots := marks(l, func(b typeset.Box) bool { return b.Filled })
	strokes := marks(l, func(line typeset.Line) bool { return line.X1 == line.X2 })
	if len(dots) != 3 || len(strokes) == 0 {
		t.Fatalf("%d dots, %d strokes", len(dots), len(strokes))
	}
	first, last := dots[0].Y+dots[0].H/2, dots[2].Y+dots[2].H/2
	if !near(strokes[0].Y1, first) || !near(strokes[len(strokes)-1].Y2, last) {
		t.Errorf("the line runs from %.2f to %.2f, the dots from %.2f to %.2f", strokes[0].Y1, strokes[len(strokes)-1].Y2, first, last)
	}
	if a, b := run(t, l, "2026"), run(t, l, "走访"); math.Abs(a.Y-b.Y) > 0.3 {
		t.Errorf("date and text stand on %.2f and %.2f", a.Y, b.Y)
	}
}

func TestColumnsStandSideBySideAndAreDividedOverPages(t *testing.T) {
	long := document.Paragraph{Text: document.T(strings.Repeat("左边很长的一段。", 600))}
	l := set(t, document.Columns{Left: []document.Block{long}, Right: []document.Block{document.Paragraph{Text: document.T("右边")}}})
	checkArea(t, l)
	if len(l.Pages) < 2 {
		t.Fatalf("%d pages", len(l.Pages))
	}
	for _, line := range lines(l) {
		if strings.Contains(line.text, "左边") && line.x1 > 105 {
			t.Fatalf("the left column reaches to %.1f", line.x1)
		}
	}
	if g := run(t, l, "右边"); g.X < 105 {
		t.Errorf("the right column begins at %.1f", g.X)
	}
}

// The head's texts are shortened rather than run into each other.
func TestALongTitleIsBrokenByItsSense(t *testing.T) {
	d := paper("zh")
	d.Title = "关于开展书记校长访企拓岗促就业专项行动 走访沈阳岑远智能装备股份有限公司的工作简报"
	l := typeset.Pages(d, fonts(t))
	all := lines(l)
	if len(all) != 2 || all[1].text != "走访沈阳岑远智能装备股份有限公司的工作简报" {
		t.Errorf("the title is set as %+v", all)
	}
	for _, line := range all {
		if math.Abs((line.x0+line.x1)/2-105) > 1.5 {
			t.Errorf("%q is not in the middle: %.1f–%.1f", line.text, line.x0, line.x1)
		}
	}
}

func TestFontsServeManyAtOnce(t *testing.T) {
	f, d := fonts(t), briefing(t)
	want := read(typeset.Pages(d, f))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got := read(typeset.Pages(d, f)); got != want {
				t.Error("two layouts at once differ")
			}
		})
	}
	group.Wait()
}
