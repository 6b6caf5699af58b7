package document_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"visitdesk/app/document"
)

func TestATextKeepsItsTones(t *testing.T) {
	if document.T("") != nil {
		t.Error("an empty string is a text with a span")
	}
	text := document.Join(document.T("期限"), nil, document.T("逾期", document.Alert), document.T("，"))
	want := document.Text{{Text: "期限"}, {Text: "逾期", Tone: document.Alert}, {Text: "，"}}
	if !reflect.DeepEqual(text, want) {
		t.Errorf("joined: %v", text)
	}
	if got := text.String(); got != "期限逾期，" {
		t.Errorf("without tones: %q", got)
	}
}

func TestJoiningLeavesTheTextsAlone(t *testing.T) {
	first := document.T("一")[:1:1]
	roomy := append(make(document.Text, 0, 8), first...)
	a, b := document.Join(roomy, document.T("甲")), document.Join(roomy, document.T("乙"))
	if a.String() != "一甲" || b.String() != "一乙" {
		t.Errorf("one text of the two overwrites the other: %q, %q", a, b)
	}
}

func TestANameHasNoSeams(t *testing.T) {
	d := document.Document{Title: "走访某公司" + document.Seam + "工作简报"}
	if d.Name() != "走访某公司工作简报" || strings.Contains(d.String(), document.Seam) {
		t.Errorf("the name is %q", d.Name())
	}
}

// A filler writes a word of its own into every text of a value.
type filler struct{ words []string }

func (f *filler) fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		f.words = append(f.words, fmt.Sprintf("word%03d", len(f.words)))
		v.SetString(f.words[len(f.words)-1])
	case reflect.Float64:
		v.SetFloat(float64(10_000 + len(f.words)))
		f.words = append(f.words, fmt.Sprint(10_000+len(f.words)))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && v.Type() != reflect.TypeFor[document.Column]() || i == 0 {
				f.fill(v.Field(i))
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 || v.Type().Elem().Kind() == reflect.Interface {
			return // photos; blocks in blocks
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			f.fill(v.Index(i))
		}
	}
}

// blocks has one block of each type. A new type belongs here.
var blocks = []document.Block{
	document.Heading{}, document.Paragraph{}, document.Facts{}, document.List{}, document.Tiles{}, document.Table{},
	document.Bars{}, document.Callout{}, document.People{}, document.Timeline{}, document.Ruled{}, document.Boxes{},
}

// What a document says is in its plain text, to the last note, and in the order
// in which it is read.
func TestThePlainTextHasEverything(t *testing.T) {
	for _, block := range blocks {
		t.Run(reflect.TypeOf(block).Name(), func(t *testing.T) {
			var f filler
			filled := reflect.New(reflect.TypeOf(block)).Elem()
			f.fill(filled)
			text := plain(filled.Interface().(document.Block))
			for _, word := range f.words {
				if strings.Count(text, word) != 1 {
					t.Errorf("%s is %d times in\n%s", word, strings.Count(text, word), text)
				}
			}
		})
	}
}

func plain(blocks ...document.Block) string {
	return document.Document{Sections: []document.Section{{Blocks: blocks}}}.String()
}

func TestThePlainTextIsInReadingOrder(t *testing.T) {
	paragraph := func(s string) []document.Block { return []document.Block{document.Paragraph{Text: document.T(s)}} }
	d := document.Document{
		Title: "标题", Subtitle: "副题", Mark: "内部", Author: "学校", Number: "一号", Foot: "页脚",
		Front: document.Front{Versions: [][]document.Block{paragraph("长的首页"), paragraph("短的首页")}},
		Sections: []document.Section{
			{Title: "第一节", Blocks: []document.Block{document.Columns{Left: paragraph("左栏"), Right: paragraph("右栏")}}},
			{Title: "第二节", Blocks: paragraph("正文")},
		},
	}
	text, at := d.String(), 0
	for _, word := range []string{"标题", "副题", "内部", "学校", "一号", "长的首页", "第一节", "左栏", "右栏", "第二节", "正文", "页脚"} {
		i := strings.Index(text[at:], word)
		if i < 0 {
			t.Fatalf("%q is not in its place in\n%s", word, text)
		}
		at += i
	}
	if strings.Contains(text, "短的首页") {
		t.Error("page one is told twice")
	}
}

// A row may have fewer cells than there are columns, or more.
func TestUnevenRowsAreToldAsTheyAre(t *testing.T) {
	cell := func(s string) document.Text { return document.T(s) }
	text := plain(document.Table{
		Columns: []document.Column{{Title: "甲"}, {Title: "乙"}},
		Rows:    [][]document.Text{{cell("1"), cell("2")}, {cell("3")}, {cell("4"), cell("5"), cell("6")}, nil},
	})
	for _, want := range []string{"甲 | 乙\n1 | 2\n3\n4 | 5 | 6\n\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestWhatIsNotKnownIsNoNumber(t *testing.T) {
	text := plain(document.Bars{Series: []document.Series{{Name: "岗位", Values: []float64{0, math.NaN(), 2.5}}}})
	if !strings.Contains(text, "岗位 0 | – | 2.5\n") {
		t.Errorf("the values are told as\n%s", text)
	}
}

// The plain text is for the clipboard and for golden files: a line for each
// thing that is said.
func TestThePlainTextReadsWell(t *testing.T) {
	text := func(s string) document.Text { return document.T(s) }
	for want, block := range map[string]document.Block{
		"## 议定事项\n": document.Heading{Text: text("议定事项")},
		"一句话。\n":    document.Paragraph{Text: text("一句话。"), Lines: 3},
		"地点: 会议室\n规模: 大型  官网\n车辆:\n": document.Facts{Facts: []document.Fact{
			{Label: "地点", Value: text("会议室")},
			{Label: "规模", Value: text("大型"), Note: text("官网")},
			{Label: "车辆"},
		}},
		"- 甲\n- 乙\n": document.List{Items: []document.Text{text("甲"), text("乙")}, Marker: document.Numbers},
		"[28 毕业生] 来自 7 届\n": document.Tiles{Tiles: []document.Tile{
			{Number: "28", Label: "毕业生", Note: "来自 7 届"},
		}},
		"表一\n年\n2026\n": document.Table{
			Caption: "表一", Columns: []document.Column{{Title: "年"}}, Rows: [][]document.Text{{text("2026")}},
		},
		"签约 (人): 2025 | 2026\n  男 1 | 2\n": document.Bars{
			Caption: "签约", Unit: "人", Labels: []string{"2025", "2026"},
			Series: []document.Series{{Name: "男", Values: []float64{1, 2}}},
		},
		"! 提示：小心\n": document.Callout{Label: "提示：", Text: text("小心"), Tone: document.Warn},
		"* 陈𬭎 Chén Hóng · 总监\n    首次见面\n": document.People{People: []document.Person{
			{Name: text("陈𬭎"), Reading: "Chén Hóng", Title: text("总监"), Lines: []document.Text{text("首次见面")}},
		}},
		"左\n右\n": document.Columns{
			Left:  []document.Block{document.Paragraph{Text: text("左")}},
			Right: []document.Block{document.Paragraph{Text: text("右")}},
		},
		"2026年7月  来访\n":           document.Timeline{Entries: []document.Entry{{When: "2026年7月", Text: text("来访")}}},
		"(4 lines to write on)\n": document.Ruled{Lines: 4},
		"2 × [ ] 承诺 负责人 期限\n":     document.Boxes{Label: "承诺", Fields: []string{"负责人", "期限"}, Count: 2},
	} {
		_, got, _ := strings.Cut(plain(block), "[]  · \n\n") // the head and the foot are empty
		if got, _ = strings.CutSuffix(got, "\n\n"); got != want {
			t.Errorf("%T reads\n%q, want\n%q", block, got, want)
		}
	}
}
