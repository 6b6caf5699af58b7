package pdf_test

import (
	"bytes"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"visitdesk/app/pdf"
	"visitdesk/app/typeset"
)

func write(t testing.TB, l typeset.Layout) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, l); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tool runs another program on the file and returns what it printed.
func tool(t *testing.T, data []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skip(name + " is not installed; it judges the file in this test")
	}
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		if arg == "FILE" {
			args[i] = file
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

var texts = []string{
	"与会人员：陈𬭎、𠮷田、㛃、阿卜杜拉·买买提、龚䶮",
	"（待补）“引号”‘单’——破折号……省略号；2026年11月20日 12:30–14:00",
	`Parentheses (a) \ backslash ) and ( and \n, 100 % é ü ǚ`,
	"私用\uE000\uE001\uF8FF区与表情😀以及 nbsp\u00a0和全角\u3000空格",
	"⼀一⺠民㐀𠀀𪚥", // radicals share glyphs with characters in some fonts
}

func TestTextReadsBackLetterForLetter(t *testing.T) {
	var marks []typeset.Mark
	for i, text := range texts {
		marks = append(marks, line(t, "song", text, 20, 30+10*float64(i), 12)...)
	}
	data := write(t, one(marks...))
	if got, want := readBack(t, data), strings.Join(texts, ""); got != want {
		t.Errorf("read back\n%q, want\n%q", got, want)
	}
}

func TestOtherProgramsReadTheText(t *testing.T) {
	for _, text := range texts {
		data := write(t, one(line(t, "song", text, 20, 30, 12)...))
		want := strings.NewReplacer(" ", "", "\u00a0", "", "\u3000", "").Replace(text)
		for _, args := range [][]string{{"-raw"}, {"-layout"}} {
			out := tool(t, data, "pdftotext", append(args, "-enc", "UTF-8", "FILE", "-")...)
			if got := strings.Join(strings.Fields(out), ""); got != want {
				t.Errorf("pdftotext %s read %q, want %q", args[0], got, want)
			}
		}
	}
}

// Every character below, one after the other, is every value of the bytes that
// mean something in a PDF string.
func TestAllCodesSurvive(t *testing.T) {
	var runes []rune
	for r := rune(0x4E00); r < 0x4E00+3000; r++ {
		runes = append(runes, r)
	}
	var marks []typeset.Mark
	for i := 0; i < len(runes); i += 50 {
		marks = append(marks, typeset.Glyphs{X: 10, Y: 10 + float64(i)/11, Face: face(t, "wide"), Size: 8, Runes: runes[i : i+50]})
	}
	if got := readBack(t, write(t, one(marks...))); got != string(runes) {
		t.Error("some of 3000 characters are lost")
	}
}

func TestMoreCharactersThanCodesAreStillWritten(t *testing.T) {
	runes := []rune{-1, 0, '\n', 0xD800, 0x110000, 'A'}
	for r := rune(0x4E00); r < 0x4E00+70_000; r++ {
		runes = append(runes, r)
	}
	runes = append(runes, 'A')
	got := []rune(readBack(t, write(t, one(typeset.Glyphs{X: 10, Y: 10, Face: face(t, "latin"), Size: 8, Runes: runes}))))
	if len(got) != len(runes) || string(got[:7]) != "\uFFFD\x00\n\uFFFD\uFFFDA一" || got[len(got)-2] != '\uFFFD' || got[len(got)-1] != 'A' {
		t.Errorf("%d of %d characters: %q … %q", len(got), len(runes), got[:min(len(got), 8)], got[max(0, len(got)-2):])
	}
}

func TestTheSameLayoutGivesTheSameBytes(t *testing.T) {
	l := briefing(t)
	red, blue := color.RGBA{R: 255, A: 255}, color.RGBA{B: 255, A: 255}
	for i, c := range []color.Color{red, blue, color.White, color.Black} {
		l.Pages[0].Marks = append(l.Pages[0].Marks, typeset.Picture{X: 20 + 30*float64(i), Y: 200, W: 25, H: 35, JPEG: photo(t, 50, 70, c)})
	}
	first := write(t, l)
	for range 5 {
		if !bytes.Equal(first, write(t, l)) {
			t.Fatal("two files of one layout differ")
		}
	}
}

func TestFilesAreSoundAndSmall(t *testing.T) {
	l := briefing(t)
	l.Pages[1].Marks = append(l.Pages[1].Marks, typeset.Picture{X: 20, Y: 200, W: 25, H: 35, JPEG: photo(t, 50, 70, color.White)})
	l.Pages[2].Width, l.Pages[2].Height = 297, 210
	data := write(t, l)
	t.Logf("%d bytes", len(data))
	if len(data) > 150_000 {
		t.Errorf("four pages have %d bytes", len(data))
	}
	if !bytes.HasPrefix(data, []byte("%PDF-1.7\n")) {
		t.Errorf("the file begins %q", data[:9])
	}
	if out := tool(t, data, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

func TestViewersSeeThePropertiesInChinese(t *testing.T) {
	out := tool(t, write(t, briefing(t)), "pdfinfo", "FILE")
	for _, want := range []string{
		`Title: +访企拓岗走访手册：陈𬭎\n`, `Author: +招生就业处\n`, `Subject: +走访\n`, `Keywords: +简报 L1\n`,
		`Producer: +Visit Desk\n`, `CreationDate: .*2026`, `Pages: +4\n`, `Page size: +595\.\d+ x 841\.\d+ pts \(A4\)`, `PDF version: +1\.7`,
	} {
		if !regexp.MustCompile(want).MatchString(out) {
			t.Errorf("pdfinfo does not show %q:\n%s", want, out)
		}
	}
}

func TestAnUnstampedDocumentHasNoDate(t *testing.T) {
	l := one(line(t, "song", "无日期", 20, 30, 12)...)
	if data := write(t, l); bytes.Contains(data, []byte("Date")) {
		t.Error("a date in the file of a document without one")
	}
	l.Document.Written = time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)
	if data := write(t, l); !bytes.Contains(data, []byte("(D:20261120080000+00'00')")) {
		t.Error("the date is not in the file")
	}
}

func TestTheLanguageIsThatOfTheDocument(t *testing.T) {
	l := one()
	for language, want := range map[string]string{"zh": "/Lang (zh-CN)", "en": "/Lang (en)"} {
		l.Document.Language = language
		if !bytes.Contains(write(t, l), []byte(want)) {
			t.Errorf("no %s in the file", want)
		}
	}
}

func TestBookmarksKeepTheirTree(t *testing.T) {
	l := briefing(t)
	l.Bookmarks = []typeset.Bookmark{
		{Title: "一、概况", Page: 0, Y: 20}, {Title: "（一）企业", Level: 1, Page: 0, Y: 60},
		{Title: "（二）𬭎", Level: 1, Page: 1, Y: 10}, {Title: "二、供需", Page: 2, Y: 20},
		{Title: "skips a level", Level: 2, Page: 3, Y: 20}, {Title: "no such page", Page: 9},
	}
	out := tool(t, write(t, l), "mutool", "show", "FILE", "outline")
	at := 0
	for _, want := range []string{"\t\"一、概况\"", "\t\t\"（一）企业\"", "\t\t\"（二）𬭎\"", "\t\"二、供需\"", "\t\t\"skips a level\""} {
		i := strings.Index(out[at:], want)
		if i < 0 {
			t.Fatalf("no %q in its place in\n%s", want, out)
		}
		at += i
	}
	if strings.Contains(out, "no such page") {
		t.Error("a bookmark to a page that does not exist")
	}
}

func TestPicturesThatCannotBeReadAreCrossedOut(t *testing.T) {
	whole := photo(t, 60, 80, color.RGBA{R: 200, A: 255})
	forged := bytes.Clone(whole)
	at := bytes.Index(forged, []byte{0xFF, 0xC0})
	copy(forged[at+5:], []byte{0xEA, 0x60, 0xEA, 0x60}) // 60000 × 60000
	for name, data := range map[string][]byte{
		"none": nil, "text": []byte("not a picture"), "cut off": whole[:len(whole)/2],
		"head only": whole[:20], "forged": forged, "markers only": {0xFF, 0xD8, 0xFF, 0xD9},
	} {
		out := write(t, one(typeset.Picture{X: 20, Y: 20, W: 30, H: 40, JPEG: data}))
		if bytes.Contains(out, []byte("DCTDecode")) {
			t.Errorf("%s: it is in the file as a picture", name)
		}
		if strings.Count(content(t, out), " l S") != 2 {
			t.Errorf("%s: it is not crossed out:\n%s", name, content(t, out))
		}
	}
	out := write(t, one(
		typeset.Picture{X: 20, Y: 20, W: 30, H: 40, JPEG: whole},
		typeset.Picture{X: 60, Y: 20, W: 30, H: 40, JPEG: whole}))
	if n := bytes.Count(out, []byte("DCTDecode")); n != 1 || !bytes.Contains(out, whole) {
		t.Errorf("a picture placed twice is %d times in the file", n)
	}
}

func TestBoxesAndLinesAreDrawn(t *testing.T) {
	red := typeset.Colour{R: 255}
	got := content(t, write(t, one(
		typeset.Box{X: 10, Y: 10, W: 50, H: 20, Fill: red, Filled: true, Width: 0.5},
		typeset.Box{X: 10, Y: 40, W: 50, H: 20},
		typeset.Line{X1: 10, Y1: 70, X2: 60, Y2: 70, Colour: red, Width: 1, Dashed: true},
		typeset.Line{X1: 10, Y1: 80, X2: 60, Y2: 80, Colour: red, Width: 1})))
	for _, want := range []string{
		"1 0 0 rg", "28.35 813.54 141.73 -56.69 re B", "1.42 w", "1.000 0.000 0.000 RG", "[2.27 2.27] 0.00 d", "[] 0.00 d",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Count(got, " re ") != 1 {
		t.Error("a box with neither fill nor frame is drawn")
	}
}

func TestSpacingIsSetAndUnset(t *testing.T) {
	f := face(t, "song")
	l := one(
		typeset.Glyphs{X: 10, Y: 10, Face: f, Size: 10, Runes: []rune("疏"), Spacing: 0.12},
		typeset.Glyphs{X: 10, Y: 20, Face: f, Size: 10, Runes: []rune("疏"), Spacing: 0.12},
		typeset.Glyphs{X: 10, Y: 30, Face: f, Size: 10, Runes: []rune("密")})
	got := content(t, write(t, l))
	if strings.Count(got, "0.12 Tc") != 1 || strings.Count(got, "\n0 Tc") != 1 {
		t.Errorf("the spacing is wrong in\n%q", got)
	}
}

func TestALayoutWithoutPagesIsRefused(t *testing.T) {
	if err := pdf.Write(&bytes.Buffer{}, typeset.Layout{}); err == nil {
		t.Error("a file without pages was written")
	}
}

func TestAFullDiskIsReported(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no /dev/full here")
	}
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	if err := pdf.Write(full, briefing(t)); err == nil {
		t.Error("writing to a full disk gave no error")
	}
}
