package typeset_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/typeset"
)

// onPage returns the text of each page.
func onPage(l typeset.Layout) []string {
	texts := make([]string, len(l.Pages))
	for _, line := range lines(l) {
		texts[line.page] += line.text
	}
	return texts
}

func TestTheSamePaperIsSetTheSameTwice(t *testing.T) {
	if !reflect.DeepEqual(typeset.Pages(briefing(t), fonts(t)), typeset.Pages(briefing(t), fonts(t))) {
		t.Error("two runs differ")
	}
}

func TestTheSampleIsWhole(t *testing.T) {
	l := typeset.Pages(briefing(t), fonts(t))
	checkArea(t, l)
	if len(l.Missing) > 0 {
		t.Errorf("missing %v", l.Missing)
	}
	if len(l.Broken) != 1 || l.Broken[0] != "阿卜杜拉·买买提" {
		t.Errorf("unreadable photos of %v", l.Broken)
	}
	pictures := 0
	for _, page := range l.Pages {
		if page.Width != 210 || page.Height != 297 {
			t.Errorf("page of %v × %v", page.Width, page.Height)
		}
		for _, m := range page.Marks {
			if p, ok := m.(typeset.Picture); ok {
				pictures++
				if math.Abs(p.W/p.H-0.75) > 0.001 {
					t.Errorf("photo of 3 to 4 set as %v × %v", p.W, p.H)
				}
			}
		}
	}
	if pictures != 1 {
		t.Errorf("%d pictures", pictures)
	}
}

func TestHeadAndFootStandOnEveryPage(t *testing.T) {
	d := briefing(t)
	l := typeset.Pages(d, fonts(t))
	for i, text := range onPage(l) {
		for _, want := range []string{d.Author, d.Mark, d.Foot, fmt.Sprintf("第 %d 页 / 共 %d 页", i+1, len(l.Pages))} {
			if !strings.Contains(letters(text), letters(want)) {
				t.Errorf("page %d lacks %s", i+1, want)
			}
		}
		if number := strings.Contains(letters(text), letters(d.Number)); number != (i == 0) {
			t.Errorf("page %d: number %v", i+1, number)
		}
	}
}

func TestSectionsAreFoundWhereTheyBegin(t *testing.T) {
	d := briefing(t)
	l := typeset.Pages(d, fonts(t))
	if len(l.Places) != len(d.Sections) || l.Places[0].Page != 1 {
		t.Fatalf("places %+v", l.Places)
	}
	titles := map[string]typeset.Bookmark{}
	for _, b := range l.Bookmarks {
		titles[b.Title] = b
	}
	if b := titles["一页摘要"]; b.Page != 0 || b.Title == "" {
		t.Errorf("the front's bookmark is %+v", b)
	}
	if b := titles["请随身携带"]; b.Level != 1 {
		t.Errorf("a heading's bookmark is %+v", b)
	}
	text := onPage(l)
	for i, place := range l.Places {
		s := d.Sections[i]
		if place.Key != s.Key || titles[s.Title].Page != place.Page || titles[s.Title].Y != place.Y {
			t.Errorf("section %s: place %+v, bookmark %+v", s.Key, place, titles[s.Title])
		}
		if !strings.Contains(text[place.Page], s.Title) {
			t.Errorf("page %d lacks %s", place.Page+1, s.Title)
		}
	}
	if last := l.Places[len(l.Places)-1]; last.Page != len(l.Pages)-1 || last.Y > top+0.1 {
		t.Errorf("the section on a new page begins at %+v", last)
	}
}

func TestTheFirstVersionThatFitsIsTaken(t *testing.T) {
	block := func(n int) []document.Block {
		return []document.Block{document.Paragraph{Text: document.T(strings.Repeat("很长的一段话。", n))}}
	}
	for _, c := range []struct {
		lengths []int
		want    int
	}{{[]int{10, 5}, 0}, {[]int{2000, 10, 5}, 1}, {[]int{2000, 1500, 10}, 2}} {
		d := paper("zh", document.Paragraph{Text: document.T("其后")})
		for _, n := range c.lengths {
			d.Front.Versions = append(d.Front.Versions, block(n))
		}
		l := typeset.Pages(d, fonts(t))
		if l.Version != c.want || len(l.Pages) != 2 || l.Places[0].Page != 1 {
			t.Errorf("lengths %v: version %d, %d pages, sections at %+v", c.lengths, l.Version, len(l.Pages), l.Places)
		}
	}
}

// Even a last version that is too long stays on one page, its texts shortened.
func TestAFrontNeverOverflows(t *testing.T) {
	d := paper("zh", document.Paragraph{Text: document.T("其后")})
	word := strings.Repeat("W", 5000)
	d.Title, d.Subtitle = word, word
	var asks []document.Text
	for range 8 {
		asks = append(asks, document.T(word))
	}
	d.Front.Versions = [][]document.Block{{document.Facts{Facts: []document.Fact{{Label: word, Value: document.T(word)}}}, document.List{Items: asks}}}
	l := typeset.Pages(d, fonts(t))
	checkArea(t, l)
	if len(l.Pages) != 2 || l.Places[0].Page != 1 {
		t.Errorf("%d pages, sections from %+v", len(l.Pages), l.Places)
	}
	if !strings.Contains(onPage(l)[0], "…") {
		t.Error("nothing says that the texts were shortened")
	}
}

func TestATableRepeatsItsHeadAndKeepsItsRowsTogether(t *testing.T) {
	var rows [][]document.Text
	for i := range 90 {
		rows = append(rows, []document.Text{document.T(fmt.Sprintf("行%d甲", i)), document.T(fmt.Sprintf("行%d乙 两行\n的格", i))})
	}
	l := typeset.Pages(paper("zh", document.Table{Columns: []document.Column{{Title: "姓名"}, {Title: "专业"}}, Rows: rows}), fonts(t))
	text := onPage(l)
	if len(text) < 3 {
		t.Fatalf("%d pages", len(text))
	}
	for i, page := range text {
		if strings.Count(page, "姓名") != 1 || !strings.HasPrefix(page, "姓名专业") {
			t.Errorf("page %d begins with %.30q", i+1, page)
		}
		for k := range rows {
			if strings.Contains(page, fmt.Sprintf("行%d甲", k)) != strings.Contains(page, fmt.Sprintf("行%d乙", k)) {
				t.Errorf("row %d is torn apart", k)
			}
		}
	}
	checkArea(t, l)
}

func TestARowTooHighForAPageIsDivided(t *testing.T) {
	in := strings.Repeat("会议纪要正文，逐字收录。", 900)
	l := typeset.Pages(paper("zh", document.Table{
		Columns: []document.Column{{Title: "事项", Weight: 1}, {Title: "内容", Weight: 6}},
		Rows:    [][]document.Text{{document.T("甲"), document.T(in)}, {document.T("乙"), document.T("短")}},
	}), fonts(t))
	checkArea(t, l)
	text := onPage(l)
	if len(text) < 2 {
		t.Fatalf("%d pages", len(text))
	}
	got := ""
	for i, page := range text {
		if !strings.HasPrefix(page, "事项内容") {
			t.Errorf("page %d begins with %.30q", i+1, page)
		}
		got += strings.TrimPrefix(page, "事项内容")
	}
	if got != "甲"+in+"乙短" {
		t.Error("the text of the divided row is not whole")
	}
}

func TestTitlesAndLinesKeepTheirCompany(t *testing.T) {
	body := strings.Repeat("一段有好几行的话，用来看看标题与段落在换页处的样子。", 5)
	for n := range 60 {
		d := document.Document{Language: "zh"}
		var blocks []document.Block
		for range n {
			blocks = append(blocks, document.Paragraph{Text: document.T("填充"), Flush: true})
		}
		d.Sections = []document.Section{
			{Title: "上", Blocks: blocks},
			{Title: "下节", Blocks: []document.Block{document.Heading{Text: document.T("小标题")}, document.Paragraph{Text: document.T(body)}}},
		}
		set := lines(typeset.Pages(d, fonts(t)))
		count := map[int]int{} // lines of the paragraph by page
		page := map[string]int{}
		for _, line := range set {
			switch {
			case line.text == "下节" || line.text == "小标题":
				page[line.text] = line.page
			case line.text != "填充" && line.text != "上":
				if len(count) == 0 {
					page["body"] = line.page
				}
				count[line.page]++
			}
		}
		if page["下节"] != page["小标题"] || page["小标题"] != page["body"] {
			t.Errorf("%d lines before: titles on pages %v", n, page)
		}
		for p, k := range count {
			if k < 2 {
				t.Errorf("%d lines before: one line alone on page %d", n, p+1)
			}
		}
	}
}

func TestRuledLinesFillThePage(t *testing.T) {
	d := paper("zh", document.Boxes{Label: "承诺", Count: 2}, document.Ruled{Lines: 3}, document.Paragraph{Text: document.T("签字")})
	l := typeset.Pages(d, fonts(t))
	if len(l.Pages) != 1 {
		t.Fatalf("%d pages", len(l.Pages))
	}
	ruled := 0
	for _, m := range l.Pages[0].Marks {
		if line, ok := m.(typeset.Line); ok && line.Y1 == line.Y2 && line.Y1 < bottom {
			ruled++
		}
	}
	if ruled < 20 {
		t.Errorf("%d lines", ruled)
	}
	set := lines(l)
	if last := set[len(set)-1]; last.text != "签字" || last.y < bottom-15 {
		t.Errorf("what follows stands at %.1f: %q", last.y, last.text)
	}
	checkArea(t, l)
}

func TestPhotosThatCannotBeReadAreNamed(t *testing.T) {
	whole := photo(t)
	people := document.People{People: []document.Person{
		{Name: document.T("甲"), Photo: whole},
		{Name: document.T("乙"), Photo: whole[:len(whole)/2]},
		{Name: document.T("丙"), Photo: []byte{}},
		{Name: document.T("丁")},
	}}
	l := typeset.Pages(paper("zh", people), fonts(t))
	if !reflect.DeepEqual(l.Broken, []string{"乙", "丙"}) {
		t.Errorf("unreadable: %v", l.Broken)
	}
	if n := strings.Count(read(l), "丁"); n != 2 { // the name, and the letter in place of the photo
		t.Errorf("丁 stands %d times", n)
	}
}

func TestAnEmptyDocumentIsOnePage(t *testing.T) {
	l := typeset.Pages(document.Document{}, fonts(t))
	if len(l.Pages) != 1 || len(l.Places) != 0 || len(lines(l)) != 0 {
		t.Errorf("%d pages, %d places, %v", len(l.Pages), len(l.Places), lines(l))
	}
}

func TestColumnsAreAsWideAsTheirContent(t *testing.T) {
	l := typeset.Pages(paper("zh", document.Table{
		Columns: []document.Column{{Title: "序", Align: document.Centre}, {Title: "内容", Weight: 5}, {Title: "金额", Align: document.Right}},
		Rows: [][]document.Text{
			{document.T("1"), document.T(strings.Repeat("很长的内容，", 20)), document.T("1,204.50")},
			{document.T("2"), document.T("阿卜杜拉·买买提"), document.T("7")},
		},
	}), fonts(t))
	var ends []float64
	for _, line := range lines(l) {
		if line.text == "1,204.50" || line.text == "7" || strings.HasSuffix(line.text, "1,204.50") || strings.HasSuffix(line.text, "提7") {
			ends = append(ends, line.x1)
		}
	}
	if len(ends) != 2 || math.Abs(ends[0]-ends[1]) > 0.01 {
		t.Errorf("numbers end at %v", ends)
	}
}

func TestFontsThatAreNotThereAreNamed(t *testing.T) {
	if _, err := typeset.OpenFonts(emptyFiles{}); err == nil || !strings.Contains(err.Error(), "font") {
		t.Errorf("got %v", err)
	}
}

func TestLongNamesInTheHeadAreShortened(t *testing.T) {
	d := paper("zh", document.Paragraph{Text: document.T("正文")}, document.Paragraph{Text: document.T(strings.Repeat("又一段。\n", 60))})
	long := strings.Repeat("江南工业大学招生就业指导服务中心", 20)
	d.Title, d.Author, d.Number, d.Mark, d.Foot = long, long, long, long, long
	d.PageNo = "%[2]d 之 %[1]d"
	l := typeset.Pages(d, fonts(t))
	checkArea(t, l)
	if len(l.Pages) != 2 {
		t.Fatalf("%d pages", len(l.Pages))
	}
	for i, text := range onPage(l) {
		if n := strings.Count(text, "…"); n < 3 {
			t.Errorf("page %d: %d texts are shortened", i+1, n)
		}
		if want := fmt.Sprintf("2 之 %d", i+1); !strings.Contains(letters(text), letters(want)) {
			t.Errorf("page %d lacks %q", i+1, want)
		}
	}
}

func TestNewPagesAreNotLeftBlank(t *testing.T) {
	one := []document.Block{document.Paragraph{Text: document.T("一段")}}
	d := document.Document{Language: "zh", Sections: []document.Section{
		{Key: "a", Title: "甲", NewPage: true, Blocks: one},
		{Key: "b", NewPage: true},
		{Key: "c", Title: "丙", NewPage: true, Blocks: one},
	}}
	l := typeset.Pages(d, fonts(t))
	for i, text := range onPage(l) {
		if text == "" {
			t.Errorf("page %d is blank", i+1)
		}
	}
	if len(l.Pages) != 2 || l.Places[0].Page != 0 || l.Places[2].Page != 1 {
		t.Errorf("%d pages, places %+v", len(l.Pages), l.Places)
	}
}

func TestARemarkIsMovedWholeOrDividedIfItIsLong(t *testing.T) {
	filler := document.Ruled{Lines: 25}
	short := document.Callout{Label: "注意", Text: document.T(strings.Repeat("请先说明进展，", 20))}
	l := typeset.Pages(paper("zh", filler, short), fonts(t))
	if text := onPage(l); len(text) != 2 || text[0] != "" || !strings.HasPrefix(text[1], "注意") {
		t.Errorf("a short remark is set as %q", text)
	}
	long := document.Callout{Label: "纪要", Text: document.T(strings.Repeat("请先说明进展，", 900))}
	l = typeset.Pages(paper("zh", long), fonts(t))
	checkArea(t, l)
	for i, page := range l.Pages {
		tinted := false
		for _, m := range page.Marks {
			b, ok := m.(typeset.Box)
			tinted = tinted || ok && b.H > 20 && b.W > 100
		}
		if !tinted {
			t.Errorf("page %d of a long remark has no tint", i+1)
		}
	}
}

func TestAPaperWithoutTitlesBeginsItsContentsAtTheTop(t *testing.T) {
	l := typeset.Pages(paper("zh", document.Heading{Text: document.T("唯一")}), fonts(t))
	if len(l.Bookmarks) != 1 || l.Bookmarks[0].Level != 0 || l.Bookmarks[0].Title != "唯一" {
		t.Errorf("bookmarks %+v", l.Bookmarks)
	}
}
