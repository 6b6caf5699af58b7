package typeset_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"visitdesk/app/document"
	"visitdesk/app/typeset"
)

var (
	hanWords = strings.Fields("我校 毕业生 就业 走访 企业 张建国 校长 在 与 联合实验室 实习基地 落实 “访企拓岗” （三人） 《协议》 2027届 12.5% 3,260人 SMT产线 A·B 阿卜杜拉·买买提 陈𬭎 —— …… “‘双千’计划” 第1、2项 Wi-Fi 电话0791-8888 的 了 是 岗位 供需 见面会 王㛃")
	hanEnds  = []string{"，", "、", "；", "：", "。", "！", "？", "……", "。”", "）。", "》，", "”，", "——"}
	words    = strings.Fields("the visit of 12 graduates (all from 2026) to Nanchang's “Star River” plant — a well-known maker of wearables; e-mail: hr@example.cn, www.example.cn/jobs?id=7 internationalisation 41.7% up/down and/or it is on by a I")
	ends     = []string{",", ".", ";", "!", "?", ":", ".”", ").", "…"}
)

// sentence returns a random sentence: Chinese, English or both.
func sentence(r *rand.Rand) string {
	var b strings.Builder
	kind := r.IntN(3)
	for range 3 + r.IntN(20) {
		han := kind == 0 || kind == 2 && r.IntN(2) == 0
		if han {
			b.WriteString(hanWords[r.IntN(len(hanWords))])
			if r.IntN(6) == 0 {
				b.WriteString(hanEnds[r.IntN(len(hanEnds))])
			}
			continue
		}
		b.WriteString(words[r.IntN(len(words))])
		if r.IntN(8) == 0 {
			b.WriteString(ends[r.IntN(len(ends))])
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

const (
	beginNoLine = "）》〉」』】，。、；：！？”’,.;:!?)%…"
	endNoLine   = "（《〈「『【“‘("
)

func TestNoLetterIsLostNoMarkIsAstrayAndBothMarginsAreFlush(t *testing.T) {
	n := 10000
	if testing.Short() || slow {
		n = 1000
	}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		in := sentence(r)
		for range r.IntN(4) {
			in += " " + sentence(r)
		}
		language := []string{"zh", "en"}[i%2]
		l := typeset.Pages(paper(language, document.Paragraph{Text: document.T(in)}), fonts(t))
		set := lines(l)
		var out []string
		for k, line := range set {
			out = append(out, line.text)
			first, _ := utf8.DecodeRuneInString(line.text)
			last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line.text, " "))
			if k > 0 && strings.ContainsRune(beginNoLine, first) {
				t.Fatalf("%q: line %d begins with %c", in, k+1, first)
			}
			if k+1 == len(set) {
				break
			}
			if strings.ContainsRune(endNoLine, last) {
				t.Fatalf("%q: line %d ends with %c", in, k+1, last)
			}
			if math.Abs(line.x1-right) > 0.1 {
				t.Fatalf("%q: line %d %q ends at %.2f mm, not at %.2f", in, k+1, line.text, line.x1, right)
			}
			if want := left; k > 0 && math.Abs(line.x0-want) > 0.1 {
				t.Fatalf("%q: line %d %q begins at %.2f mm", in, k+1, line.text, line.x0)
			}
		}
		if got := strings.Join(out, ""); letters(got) != letters(in) {
			t.Fatalf("in  %q\nout %q", in, got)
		}
		// Where a line ended at a space, a space or a line's end reads back.
		if got := strings.Join(out, "\n"); !sameWords(in, got) {
			t.Fatalf("words run together:\nin  %q\nout %q", in, got)
		}
	}
}

// sameWords says whether every space of in reads back as a space or a line end.
func sameWords(in, out string) bool {
	ins, outs := []rune(in), []rune(out)
	k := 0
	for i := 0; i < len(ins); i++ {
		if k < len(outs) && outs[k] == '\n' && ins[i] != ' ' {
			k++
		}
		if k >= len(outs) {
			return false
		}
		if ins[i] == ' ' {
			if outs[k] != ' ' && outs[k] != '\n' {
				return false
			}
			k++
			continue
		}
		if ins[i] != outs[k] {
			return false
		}
		k++
	}
	return true
}

func TestAParagraphDoesNotEndInOneCharacter(t *testing.T) {
	// 46 characters fit on a line; greedy breaking would leave one over.
	for n := 40; n < 200; n++ {
		in := strings.Repeat("中", n) + "。"
		set := lines(typeset.Pages(paper("zh", document.Paragraph{Text: document.T(in), Flush: true}), fonts(t)))
		last := set[len(set)-1].text
		if len(set) > 2 && utf8.RuneCountInString(last) < 3 {
			t.Errorf("%d characters: last line is %q", n+1, last)
		}
	}
}

func TestMarksAreSqueezedWhereTheyMeet(t *testing.T) {
	width := func(s string) float64 {
		l := lines(typeset.Pages(paper("zh", document.Paragraph{Text: document.T(s), Flush: true}), fonts(t)))
		return l[0].x1 - l[0].x0
	}
	em := 10.8 * point
	for s, want := range map[string]float64{
		"中中":     2,
		"中（中）中":  5,
		"中）（中":   3.5, // of an em of blanks half is left
		"《（中）》":  3,   // halves at both edges do not count
		"中，“中”。": 4.5,
		"中2中":    2.9, // a digit and twice the hair of space
	} {
		if got := width(s) / em; math.Abs(got-want) > 0.02 {
			t.Errorf("%s is %.2f em wide, want %.2f", s, got, want)
		}
	}
}

func TestRareCharactersAreFoundInSomeFace(t *testing.T) {
	in := "陈𬭎　𠮷田　王㛃　龚䶮　阿卜杜拉·买买提　Ābǔdùlā"
	for name, block := range map[string]document.Block{
		"paragraph": document.Paragraph{Text: document.T(in)},
		"heading":   document.Heading{Text: document.T(in)},
		"callout":   document.Callout{Label: "名", Text: document.T(in)},
		"table":     document.Table{Rows: [][]document.Text{{document.T(in, document.Strong)}}},
		"people":    document.People{People: []document.Person{{Name: document.T(in)}}},
	} {
		l := typeset.Pages(paper("zh", block), fonts(t))
		if len(l.Missing) > 0 {
			t.Errorf("%s: missing %v", name, l.Missing)
		}
		if !strings.Contains(letters(read(l)), letters(in)) {
			t.Errorf("%s: reads back as %q", name, read(l))
		}
	}
}

func TestCharactersOfNoFontAreReportedAndKept(t *testing.T) {
	l := typeset.Pages(paper("zh", document.Paragraph{Text: document.T("甲\U000F0000乙😀丙😀")}), fonts(t))
	if l.Missing['\U000F0000'] != 1 || l.Missing['😀'] != 2 || len(l.Missing) != 2 {
		t.Errorf("missing %v", l.Missing)
	}
	if got := read(l); got != "甲\U000F0000乙😀丙😀" {
		t.Errorf("reads back as %q", got)
	}
	for _, m := range l.Pages[0].Marks {
		if g, ok := m.(typeset.Glyphs); ok && strings.ContainsRune(string(g.Runes), '😀') && len(g.Runes) != 1 {
			t.Errorf("the box of a missing character shares a run: %q", string(g.Runes))
		}
	}
}

// Quotes follow the language around them, and a closing one its opening one.
func TestAmbiguousMarksTakeTheFaceOfTheirNeighbours(t *testing.T) {
	for _, c := range []struct{ in, chinese string }{
		{"学习“AI”课程", "“”"},
		{"the “best” one — it’s", ""},
		{"他说：“好……”——然后", "“……”——"},
		{"阿卜杜拉·买买提", "·"},
		{"我校’s plan", "’"},
	} {
		l := typeset.Pages(paper("zh", document.Paragraph{Text: document.T(c.in)}), fonts(t))
		var got strings.Builder
		for _, m := range l.Pages[0].Marks {
			if g, ok := m.(typeset.Glyphs); ok && g.Face.Name == "song" {
				for _, r := range g.Runes {
					if strings.ContainsRune("“”‘’—…·", r) {
						got.WriteRune(r)
					}
				}
			}
		}
		if got.String() != c.chinese {
			t.Errorf("%s: %q set as Chinese, want %q", c.in, got.String(), c.chinese)
		}
	}
}

// A title too long for a line ends it at a seam, not inside a name.
func TestTitlesEndTheirLinesAtSeams(t *testing.T) {
	d := paper("zh", document.Paragraph{Text: document.T("文")})
	d.Title = "沈阳岑远智能装备股份有限公司" + document.Seam + "与沈阳工学院" + document.Seam + "校企交流材料"
	set := lines(typeset.Pages(d, fonts(t)))
	var got []string
	for _, line := range set {
		if strings.Contains(d.Name(), line.text) {
			got = append(got, line.text)
		}
	}
	if want := []string{"沈阳岑远智能装备股份有限公司", "与沈阳工学院校企交流材料"}; !slices.Equal(got, want) {
		t.Errorf("the title is set as %q", got)
	}
	d.Title = "走访岑远" + document.Seam + "工作简报"
	if set = lines(typeset.Pages(d, fonts(t))); !strings.Contains(read(typeset.Pages(d, fonts(t))), "走访岑远工作简报") {
		t.Errorf("a short title is set as %q", set[0].text)
	}
}
