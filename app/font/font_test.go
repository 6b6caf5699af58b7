package font_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"os"
	"sync"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"visitdesk/app/font"
)

const (
	song  = "NotoSerifSC-Regular.tgh.ttf"
	hei   = "NotoSansSC-Regular.gb18030.ttf"
	latin = "LiberationSerif-Regular.ttf" // with composed glyphs
)

func bytesOf(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../assets/fonts/" + file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func parse(t testing.TB, file string) *font.Face {
	t.Helper()
	face, err := font.Parse("test", bytes.NewReader(bytesOf(t, file)), 0)
	if err != nil {
		t.Fatal(err)
	}
	return face
}

// sketch is a Pen that keeps the extent and the area of what it draws; two
// outlines with the same are the same.
type sketch struct {
	left, bottom, right, top, area float64
	marks                          int
	x, y                           float64
}

func newSketch() *sketch {
	return &sketch{left: math.Inf(1), bottom: math.Inf(1), right: math.Inf(-1), top: math.Inf(-1)}
}

func (s *sketch) to(x, y float64) {
	s.left, s.right = min(s.left, x), max(s.right, x)
	s.bottom, s.top = min(s.bottom, y), max(s.top, y)
	s.area += (s.x*y - x*s.y) / 2
	s.x, s.y = x, y
	s.marks++
}
func (s *sketch) MoveTo(x, y float64)         { s.x, s.y = x, y; s.to(x, y) }
func (s *sketch) LineTo(x, y float64)         { s.to(x, y) }
func (s *sketch) QuadTo(cx, cy, x, y float64) { s.to(cx, cy); s.to(x, y) }

func outline(t testing.TB, face *font.Face, g font.GID) *sketch {
	t.Helper()
	s := newSketch()
	if err := face.Outline(g, s); err != nil {
		t.Fatal(err)
	}
	return s
}

// same allows for the rounding to 1/64 of a unit in the library we compare with.
func (s *sketch) same(other *sketch) bool {
	near := func(a, b float64) bool { return math.Abs(a-b) < 1e-3 || a == b }
	return near(s.left, other.left) && near(s.right, other.right) && near(s.bottom, other.bottom) &&
		near(s.top, other.top) && near(s.area, other.area)
}

// The Go project's reader of the same files is the judge: every character of a
// sample must have the same glyph, advance and outline there.
func TestFacesAgreeWithAnotherReader(t *testing.T) {
	for _, file := range []string{song, hei, latin} {
		data := bytesOf(t, file)
		face, err := font.Parse(file, bytes.NewReader(data), 0)
		if err != nil {
			t.Fatal(err)
		}
		judge, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		for _, r := range "AgÅéǖ中文龘，。（）“”…—·①㎡€ 鿍𠮷𬭎㛃\u00a0\u3000" {
			if compare(t, judge, face, r) {
				seen++
			}
		}
		for r := rune(0x4e00); r < 0x9fa5; r += 97 {
			if compare(t, judge, face, r) {
				seen++
			}
		}
		for r := rune(0x20); r < 0x250; r++ {
			if compare(t, judge, face, r) {
				seen++
			}
		}
		if seen < 90 {
			t.Errorf("%s: only %d of the characters looked at are in the face", file, seen)
		}
	}
}

// compare reports whether the face has the character.
func compare(t *testing.T, judge *sfnt.Font, face *font.Face, r rune) bool {
	t.Helper()
	var buffer sfnt.Buffer
	want, err := judge.GlyphIndex(&buffer, r)
	if err != nil {
		t.Fatal(err)
	}
	g := face.Glyph(r)
	if uint16(g) != uint16(want) {
		t.Errorf("%s: glyph of %q is %d, want %d", face.Name, r, g, want)
		return false
	}
	if g == 0 {
		return false
	}
	upem := float64(judge.UnitsPerEm())
	ppem := fixed.I(int(judge.UnitsPerEm()))
	advance, err := judge.GlyphAdvance(&buffer, want, ppem, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := face.Advance(g); math.Abs(got-float64(advance)/64/upem) > 1e-4 {
		t.Errorf("%s: advance of %q is %v, want %v", face.Name, r, got, float64(advance)/64/upem)
	}
	segments, err := judge.LoadGlyph(&buffer, want, ppem, nil)
	if err != nil {
		t.Fatal(err)
	}
	theirs := newSketch()
	at := func(p fixed.Point26_6) (float64, float64) {
		return float64(p.X) / 64 / upem, -float64(p.Y) / 64 / upem
	}
	for _, s := range segments {
		x, y := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			theirs.MoveTo(x, y)
		case sfnt.SegmentOpLineTo:
			theirs.LineTo(x, y)
		case sfnt.SegmentOpQuadTo:
			x2, y2 := at(s.Args[1])
			theirs.QuadTo(x, y, x2, y2)
		}
	}
	if ours := outline(t, face, g); !ours.same(theirs) {
		t.Errorf("%s: outline of %q is\n%+v, want\n%+v", face.Name, r, ours, theirs)
	}
	return true
}

func TestRareCharactersAreFound(t *testing.T) {
	face := parse(t, hei)
	for _, r := range "陈鿍㛃龚䶮" {
		if face.Glyph(r) == 0 {
			t.Errorf("no glyph for %q", r)
		}
	}
	for _, r := range []rune{-1, 0x10FFFF, 0x110000, 0xD800, math.MaxInt32} {
		if g := face.Glyph(r); g != 0 {
			t.Errorf("glyph %d for %#x, which is no character", g, r)
		}
	}
}

func TestMetricsAreInEm(t *testing.T) {
	face := parse(t, song)
	if got := face.Advance(face.Glyph('中')); got != 1 {
		t.Errorf("a hanzi is %v em wide", got)
	}
	if face.Ascent() < 0.7 || face.Ascent() > 1.3 || face.Descent() > -0.1 || face.Descent() < -0.5 {
		t.Errorf("ascent %v, descent %v", face.Ascent(), face.Descent())
	}
	left, bottom, right, top := face.Bounds()
	s := outline(t, face, face.Glyph('龘'))
	if s.left < left || s.right > right || s.bottom < bottom || s.top > top {
		t.Errorf("the outline %+v leaves the bounds %v %v %v %v", s, left, bottom, right, top)
	}
}

func TestTheMissingGlyphIsABox(t *testing.T) {
	for _, file := range []string{song, hei, latin, "LXGWWenKai-Regular.rare.ttf"} {
		face := parse(t, file)
		if s := outline(t, face, 0); s.marks < 4 || face.Advance(0) == 0 {
			t.Errorf("%s: glyph 0 draws nothing", file)
		}
	}
}

// collection wraps a font as the second member of a TrueType collection.
func collection(data []byte) []byte {
	const shift = 20
	out := append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x02"), 0, 0, 0, 0, 0, 0, 0, shift)
	out = append(out, data...)
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := shift + 12 + 16*i + 8
		binary.BigEndian.PutUint32(out[at:], binary.BigEndian.Uint32(out[at:])+shift)
	}
	return out
}

func TestAMemberOfACollectionIsRead(t *testing.T) {
	source := bytes.NewReader(collection(bytesOf(t, latin)))
	face, err := font.Parse("member", source, 1)
	if err != nil {
		t.Fatal(err)
	}
	plain := parse(t, latin)
	if g := face.Glyph('é'); g == 0 || !outline(t, face, g).same(outline(t, plain, g)) {
		t.Error("the member differs from the font by itself")
	}
	for _, index := range []int{-1, 2, math.MaxInt32} {
		if _, err := font.Parse("member", source, index); !errors.Is(err, font.ErrMalformed) {
			t.Errorf("member %d: %v", index, err)
		}
	}
}

func TestFontsThatCannotBePrintedAreRefused(t *testing.T) {
	whole := bytesOf(t, latin)
	for name, c := range map[string]struct {
		data  []byte
		index int
		want  error
	}{
		"empty":       {nil, 0, font.ErrMalformed},
		"PostScript":  {append([]byte("OTTO"), whole[4:]...), 0, font.ErrPostScript},
		"a picture":   {append([]byte("\x89PNG"), whole[4:]...), 0, font.ErrMalformed},
		"cut short":   {whole[:2000], 0, font.ErrMalformed},
		"no member 1": {whole, 1, font.ErrMalformed},
	} {
		if _, err := font.Parse(name, bytes.NewReader(c.data), c.index); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestAFaceServesManyAtOnce(t *testing.T) {
	face := parse(t, song)
	want := outline(t, face, face.Glyph('议'))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				s := newSketch()
				if err := face.Outline(face.Glyph('议'), s); err != nil || *s != *want {
					t.Error("another outline, or an error:", err)
				}
			}
		})
	}
	group.Wait()
}

func BenchmarkParse(b *testing.B) {
	file, err := os.Open("../../assets/fonts/" + song)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := font.Parse("song", file, 0); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGlyph(b *testing.B) {
	face := parse(b, song)
	for b.Loop() {
		if face.Glyph('走') == 0 {
			b.Fatal("missing")
		}
	}
}

func BenchmarkOutline(b *testing.B) {
	face := parse(b, song)
	g := face.Glyph('警')
	s := newSketch()
	b.ReportAllocs()
	for b.Loop() {
		if err := face.Outline(g, s); err != nil {
			b.Fatal(err)
		}
	}
}

// unmapped gives the character maps of one format to another platform, so that
// they are no longer Unicode.
func unmapped(data []byte, format uint16) []byte {
	data = bytes.Clone(data)
	cmap := int(binary.BigEndian.Uint32(data[bytes.Index(data, []byte("cmap"))+8:]))
	for i := range int(binary.BigEndian.Uint16(data[cmap+2:])) {
		record := data[cmap+4+8*i:]
		if at := cmap + int(binary.BigEndian.Uint32(record[4:])); binary.BigEndian.Uint16(data[at:]) == format {
			binary.BigEndian.PutUint16(record, 1)
		}
	}
	return data
}

func TestEitherCharacterMapWillDo(t *testing.T) {
	whole := bytesOf(t, hei)
	want := parse(t, hei)
	for _, c := range []struct {
		without uint16
		has     string
		lacks   string
	}{{4, "中A𬭎", ""}, {12, "中A", "𬭎"}} {
		face, err := font.Parse("half", bytes.NewReader(unmapped(whole, c.without)), 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range c.has {
			if g := face.Glyph(r); g == 0 || g != want.Glyph(r) {
				t.Errorf("without format %d: glyph %d for %q", c.without, g, r)
			}
		}
		for _, r := range c.lacks {
			if face.Glyph(r) != 0 {
				t.Errorf("without format %d: a glyph for %q", c.without, r)
			}
		}
	}
	neither := unmapped(unmapped(whole, 4), 12)
	if _, err := font.Parse("none", bytes.NewReader(neither), 0); !errors.Is(err, font.ErrMalformed) {
		t.Errorf("without any map: %v", err)
	}
}
