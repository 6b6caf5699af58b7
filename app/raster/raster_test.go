package raster_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/font"
	"visitdesk/app/pdf"
	"visitdesk/app/raster"
	"visitdesk/app/typeset"
)

var openFonts = sync.OnceValues(func() (*typeset.Fonts, error) { return typeset.OpenFonts(os.DirFS("../../assets")) })

func song(t testing.TB) *font.Face {
	t.Helper()
	file, err := os.Open("../../assets/fonts/NotoSerifSC-Regular.tgh.ttf")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	face, err := font.Parse("song", file, 0)
	if err != nil {
		t.Fatal(err)
	}
	return face
}

// paper is a page with about everything on it.
func paper(t testing.TB) typeset.Layout {
	t.Helper()
	fonts, err := openFonts()
	if err != nil {
		t.Fatal(err)
	}
	say := "学校已与二百一十九家用人单位洽谈，坚持“走出去”与“请进来”结合；Graduates of 2023: 24 hired, 6 interns."
	row := []document.Text{document.T("提供实习岗位三十个"), document.T("企业"), document.T("王建国"), document.T("2026年5月31日")}
	blocks := []document.Block{
		document.Tiles{Tiles: []document.Tile{{Number: "24", Label: "在职毕业生"}, {Number: "6", Label: "实习", Note: "2026"}, {Number: "3", Label: "逾期事项", Tone: document.Alert}}},
		document.Paragraph{Text: document.T(say + say)},
		document.Callout{Label: "注意", Text: document.T(say), Tone: document.Warn},
		document.Table{Columns: []document.Column{{Title: "事项"}, {Title: "承诺方"}, {Title: "负责人"}, {Title: "期限"}}, Rows: [][]document.Text{row, row, row, row, row}},
		document.People{People: []document.Person{{Photo: photograph(t, 300, 400), Name: document.T("陈𬭎"), Reading: "Chén Hóng", Title: document.T("总经理")}, {Name: document.T("李强"), Title: document.T("人力资源总监")}}},
		document.Bars{Caption: "近三年录用", Unit: "人", Labels: []string{"2024", "2025", "2026"}, Series: []document.Series{{Name: "本科", Values: []float64{5, 9, 12}}, {Name: "硕士", Values: []float64{1, 2, 4}}}},
	}
	return typeset.Pages(document.Document{
		Language: "zh", Title: "访企拓岗走访简报", Author: "招生就业处", Mark: "内部 L1", Foot: "内部资料 注意保管", PageNo: "第 %d 页 / 共 %d 页",
		Sections: []document.Section{{Title: "概况", Blocks: append(blocks, blocks[:4]...)}},
	}, fonts)
}

func photograph(t testing.TB, w, h int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		img.Set(i%w, i/w, color.RGBA{uint8(255 * (i % w) / w), uint8(255 * (i / w) / h), 120, 255})
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func draw(width, height, dpi float64, marks ...typeset.Mark) *image.RGBA {
	return raster.Draw(typeset.Page{Width: width, Height: height, Marks: marks}, dpi)
}

// ink is how dark a part of a picture is, 0 to 1.
func ink(img *image.RGBA, r image.Rectangle) float64 {
	r = r.Intersect(img.Rect)
	var sum float64
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			sum += 255 - float64(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y)
		}
	}
	return sum / 255 / float64(r.Dx()*r.Dy())
}

// Another program's picture of the same page, made from the PDF, must differ
// only in how the edges of letters are smoothed.
func TestThePreviewIsWhatThePDFShows(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed; it draws the page to compare with")
	}
	l := paper(t)
	var b bytes.Buffer
	if err := pdf.Write(&b, l); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "paper.pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, page := range l.Pages[:1] {
		name := filepath.Join(folder, "page")
		if out, err := exec.Command("pdftoppm", "-r", "110", "-png", "-singlefile", file, name).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		data, err := os.ReadFile(name + ".png")
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		ours := raster.Draw(page, 110)
		if ours.Rect != theirs.Bounds() {
			t.Fatalf("page %d: %v, theirs %v", i, ours.Rect, theirs.Bounds())
		}
		if fine, coarse := difference(ours, theirs, 1), difference(ours, theirs, 12); fine > 0.035 || coarse > 0.012 {
			t.Errorf("page %d differs by %.4f, averaged over 12 × 12 dots by %.4f", i, fine, coarse)
		} else {
			t.Logf("page %d differs by %.4f, averaged over 12 × 12 dots by %.4f", i, fine, coarse)
		}
	}
}

// difference is the mean difference of darkness of two pictures, 0 to 1, seen
// in squares of n dots.
func difference(a *image.RGBA, other image.Image, n int) float64 {
	b := image.NewRGBA(a.Rect)
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			b.Set(x, y, other.At(x, y))
		}
	}
	var sum float64
	count := 0
	for y := 0; y+n <= a.Rect.Dy(); y += n {
		for x := 0; x+n <= a.Rect.Dx(); x += n {
			r := image.Rect(x, y, x+n, y+n)
			sum += math.Abs(ink(a, r) - ink(b, r))
			count++
		}
	}
	return sum / float64(count)
}

func TestInkLiesWhereTheGlyphsAre(t *testing.T) {
	// 一 is a stroke across the middle, 口 a frame, of 20 mm each.
	img := draw(60, 40, 127, typeset.Glyphs{X: 10, Y: 30, Face: song(t), Size: 20 * 72 / 25.4, Runes: []rune("一口")})
	at := func(x1, y1, x2, y2 int) float64 { return ink(img, image.Rect(5*x1, 5*y1, 5*x2, 5*y2)) } // in mm
	for name, c := range map[string]struct {
		got       float64
		low, high float64
	}{
		"above the stroke":     {at(10, 12, 30, 20), 0, 0.03},
		"the stroke":           {at(12, 21, 28, 24), 0.1, 0.8},
		"below the stroke":     {at(10, 25, 30, 34), 0, 0.001},
		"inside of the frame":  {at(36, 19, 44, 26), 0, 0.02},
		"left of the text":     {at(0, 0, 10, 40), 0, 0},
		"right of the text":    {at(51, 0, 60, 40), 0, 0},
		"the frame left edge":  {at(32, 16, 36, 30), 0.15, 0.9},
		"the frame right edge": {at(44, 16, 48, 30), 0.15, 0.9},
	} {
		if c.got < c.low || c.got > c.high {
			t.Errorf("%s: darkness %.3f, want %v to %v", name, c.got, c.low, c.high)
		}
	}
}

func TestSpacingMovesTheGlyphs(t *testing.T) {
	run := typeset.Glyphs{X: 5, Y: 20, Face: song(t), Size: 28.35, Runes: []rune("口口")} // 10 mm each
	tight := draw(60, 30, 127, run)
	run.Spacing = 28.35
	loose := draw(60, 30, 127, run)
	second := image.Rect(5*15, 0, 5*25, 5*30)
	if ink(tight, second) < 0.02 || ink(loose, second) > 0 || ink(loose, second.Add(image.Pt(50, 0))) < 0.02 {
		t.Error("10 mm of spacing do not move the second glyph by 10 mm")
	}
}

func TestAMissingCharacterIsABox(t *testing.T) {
	img := draw(30, 30, 127, typeset.Glyphs{X: 5, Y: 25, Face: song(t), Size: 57, Runes: []rune{0x10FFFF}})
	if ink(img, img.Rect) < 0.01 {
		t.Error("a character that the face does not have left nothing")
	}
}

func TestBoxesMeetWithoutSeams(t *testing.T) {
	blue := typeset.Colour{B: 200}
	img := draw(50, 50, 110,
		typeset.Box{X: 10.03, Y: 10, W: 10.11, H: 20.07, Fill: blue, Filled: true},
		typeset.Box{X: 20.14, Y: 10, W: 10.11, H: 20.07, Fill: blue, Filled: true})
	y := 80
	for x := 50; x < 125; x++ {
		if img.RGBAAt(x, y) != (color.RGBA{0, 0, 200, 255}) {
			t.Fatalf("dot %d is %v", x, img.RGBAAt(x, y))
		}
	}
	if img.RGBAAt(30, y) != (color.RGBA{255, 255, 255, 255}) {
		t.Error("the boxes reach beyond their place")
	}
}

func TestFramesAndLinesAreAlwaysSeen(t *testing.T) {
	red := typeset.Colour{R: 220}
	img := draw(50, 50, 72,
		typeset.Box{X: 5, Y: 5, W: 20, H: 10, Frame: red, Width: 0.05},
		typeset.Line{X1: 5, Y1: 30, X2: 45, Y2: 30, Colour: red, Width: 0.01},
		typeset.Line{X1: 5, Y1: 35, X2: 45, Y2: 45, Colour: red, Width: 0.01},
		typeset.Line{X1: 5, Y1: 48, X2: 45, Y2: 48, Width: 0.5, Dashed: true})
	for name, r := range map[string]image.Rectangle{
		"left of the frame": image.Rect(13, 17, 16, 40), "right of the frame": image.Rect(70, 17, 73, 40),
		"the level line": image.Rect(20, 83, 120, 87), "the slanted line": image.Rect(60, 100, 80, 125),
	} {
		if ink(img, r) < 0.01 {
			t.Errorf("%s is not seen", name)
		}
	}
	if d := ink(img, image.Rect(15, 136, 127, 137)); d < 0.3 || d > 0.75 {
		t.Errorf("the dashed line covers %.2f of its length", d)
	}
}

func TestPicturesAreScaledIntoTheirPlace(t *testing.T) {
	whole := photograph(t, 200, 100)
	img := draw(60, 60, 127, typeset.Picture{X: 10, Y: 10, W: 40, H: 20, JPEG: whole})
	left, right := img.RGBAAt(55, 100), img.RGBAAt(245, 100)
	if left.R > 60 || right.R < 200 || img.RGBAAt(40, 100).R != 255 || img.RGBAAt(100, 160).R != 255 {
		t.Errorf("the picture is not where it belongs: %v … %v", left, right)
	}
	for name, data := range map[string][]byte{"none": nil, "cut off": whole[:len(whole)/2], "spoilt": spoilt(whole)} {
		img := draw(60, 60, 127, typeset.Picture{X: 10, Y: 10, W: 40, H: 20, JPEG: data})
		if ink(img, image.Rect(140, 90, 160, 110)) < 0.01 || ink(img, image.Rect(80, 52, 220, 60)) > 0.2 {
			t.Errorf("%s: it is not crossed out", name)
		}
	}
}

// spoilt keeps the head and the end of a JPEG and ruins what is between.
func spoilt(data []byte) []byte {
	data = bytes.Clone(data)
	at := bytes.Index(data, []byte{0xFF, 0xC4})
	for i := at + 2; i < len(data)-2; i++ {
		data[i] = 0xFF
	}
	return data
}

// Nothing that a page can say makes drawing panic or take for ever.
func TestAbsurdPagesAreDrawn(t *testing.T) {
	face := song(t)
	nan, inf := math.NaN(), math.Inf(1)
	for _, v := range []float64{nan, inf, -inf, 1e300, -1e9, 0} {
		draw(20, 20, 50,
			typeset.Glyphs{X: v, Y: 5, Face: face, Size: 10, Runes: []rune("中")},
			typeset.Glyphs{X: 5, Y: v, Face: face, Size: 10, Runes: []rune("中")},
			typeset.Glyphs{X: 5, Y: 5, Face: face, Size: v, Runes: []rune("中")},
			typeset.Glyphs{X: 5, Y: 5, Size: 10, Runes: []rune("no face")},
			typeset.Box{X: v, Y: v, W: v, H: v, Filled: true, Width: 1},
			typeset.Box{X: 1, Y: 1, W: v, H: 1, Filled: true, Width: v},
			typeset.Line{X1: v, X2: 5, Y2: 5, Width: 1, Dashed: true}, typeset.Line{X2: v, Y2: 3, Width: v},
			typeset.Picture{X: v, Y: 1, W: 4, H: v, JPEG: photograph(t, 8, 8)})
		if img := draw(v, 20, 50); img.Rect.Empty() || img.Rect.Dx() > 20_000 {
			t.Errorf("a page of the width %v became %v", v, img.Rect)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	page := paper(b).Pages[0]
	b.ReportAllocs()
	for b.Loop() {
		raster.Draw(page, 110)
	}
}
