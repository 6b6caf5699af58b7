package pdf_test

import (
	"bytes"
	"strings"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/pdf"
	"visitdesk/app/typeset"
	"visitdesk/assets"
)

// apart sets words on one line with air between them, in em.
func apart(t *testing.T, air float64, y float64, words ...string) []typeset.Mark {
	t.Helper()
	const size = 12
	var marks []typeset.Mark
	x := 20.0
	for _, word := range words {
		run := line(t, "song", word, x, y, size)[0].(typeset.Glyphs)
		run.Follows = len(marks) > 0
		for _, r := range run.Runes {
			x += run.Face.Advance(run.Face.Glyph(r)) * size * 25.4 / 72
		}
		x += air * size * 25.4 / 72
		marks = append(marks, run)
	}
	return marks
}

func TestAirIsNotReadAsSpace(t *testing.T) {
	loose := line(t, "song", "字距很大的一行", 20, 90, 12)[0].(typeset.Glyphs)
	loose.Spacing = 0.3 * 12
	loose.Runes = append(loose.Runes, ' ', 'A', 'b')
	for want, marks := range map[string][]typeset.Mark{
		"落实2027届毕业生":       apart(t, 0.2, 30, "落实", "2027", "届毕业生"),
		"第7个、第8个":          apart(t, 0.25, 40, "第", "7", "个、第", "8", "个"),
		"年(括号)\\反斜线":       apart(t, 0.3, 50, "年", "(括号)", "\\", "反斜线"),
		"with real spaces": apart(t, 0.12, 60, "with ", "real", " spaces"),
		"买买提𠮷":             apart(t, 0.2, 70, "买买提", "𠮷"),
		"字距很大的一行 Ab":       {loose},
	} {
		out := tool(t, write(t, one(marks...)), "pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-")
		if got := strings.TrimRight(out, "\n\f"); got != want {
			t.Errorf("read %q, want %q", got, want)
		}
	}
}

func TestRunsApartStayApart(t *testing.T) {
	marks := append(line(t, "song", "左栏2027", 20, 30, 12), line(t, "song", "右栏", 60, 30, 12)...)
	out := tool(t, write(t, one(marks...)), "pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-")
	if !strings.Contains(out, "左栏2027 右栏") {
		t.Errorf("two columns read %q", out)
	}
}

// What a reader sees as one word is found as one word, in every line of a
// justified paragraph.
func TestTypesetTextIsCopiedLetterForLetter(t *testing.T) {
	f, err := typeset.OpenFonts(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("为落实“访企拓岗”要求，2027届机械类毕业生5月30日前到Shenyang的3家企业实习，联系024-8888或PLC车间。", 12)
	l := typeset.Pages(document.Document{Language: "zh", Sections: []document.Section{{
		Key: "k", Blocks: []document.Block{document.Paragraph{Text: document.T(text), Flush: true}},
	}}}, f)
	var file bytes.Buffer
	if err := pdf.Write(&file, l); err != nil {
		t.Fatal(err)
	}
	out := tool(t, file.Bytes(), "pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-")
	if got := strings.NewReplacer("\n", "", "\f", "").Replace(out); got != text {
		t.Errorf("copied\n%s\nwant\n%s", got, text)
	}
}
