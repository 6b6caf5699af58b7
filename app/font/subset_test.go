package font_test

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	"golang.org/x/image/font/sfnt"

	"visitdesk/app/font"
)

func subset(t testing.TB, face *font.Face, codes map[uint16]font.GID) []byte {
	t.Helper()
	data, err := face.Subset(codes)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// numbered gives the runes the codes 1, 2, 3 …
func numbered(face *font.Face, text string) map[uint16]font.GID {
	codes := map[uint16]font.GID{}
	for _, r := range text {
		codes[uint16(len(codes)+1)] = face.Glyph(r)
	}
	return codes
}

func TestASubsetDrawsAsTheWhole(t *testing.T) {
	for _, file := range []string{song, hei, latin} {
		face := parse(t, file)
		codes := numbered(face, "Ab éǖÅ 中文警龘，。“”")
		codes[0xE000] = face.Glyph('é') // the same glyph under another code
		codes[0xFFFF] = face.Glyph('A')
		data := subset(t, face, codes)
		small, err := font.Parse("subset", bytes.NewReader(data), 0)
		if err != nil {
			t.Fatal(err)
		}
		for code, g := range codes {
			if g == 0 {
				continue
			}
			s := small.Glyph(rune(code))
			if s == 0 || small.Advance(s) != face.Advance(g) || !outline(t, small, s).same(outline(t, face, g)) {
				t.Errorf("%s: code %#x of the subset draws another glyph", file, code)
			}
		}
		if len(data) > 20_000 {
			t.Errorf("%s: the subset has %d bytes", file, len(data))
		}
		if _, err := sfnt.Parse(data); err != nil {
			t.Errorf("%s: another reader refuses the subset: %v", file, err)
		}
	}
}

func TestCodesFromOneAreTheirOwnGlyphs(t *testing.T) {
	face := parse(t, latin)
	codes := numbered(face, "éabcé中é") // 中 is missing: glyph 0
	small, err := font.Parse("subset", bytes.NewReader(subset(t, face, codes)), 0)
	if err != nil {
		t.Fatal(err)
	}
	for code, g := range codes {
		if small.Glyph(rune(code)) != font.GID(code) || !outline(t, small, font.GID(code)).same(outline(t, face, g)) {
			t.Errorf("glyph %d of the subset is not that of its code", code)
		}
	}
}

func TestSubsetsAreTheSameEveryTime(t *testing.T) {
	face := parse(t, latin)
	codes := numbered(face, "Reproducible bytes: éàüñ")
	if first := subset(t, face, codes); !bytes.Equal(first, subset(t, face, codes)) {
		t.Error("two subsets of the same codes differ")
	}
}

func TestChecksumsHold(t *testing.T) {
	face := parse(t, song)
	data := subset(t, face, numbered(face, "校验"))
	sum := func(b []byte) (n uint32) {
		for i := 0; i+4 <= len(b); i += 4 {
			n += binary.BigEndian.Uint32(b[i:])
		}
		return n
	}
	if len(data)%4 != 0 || sum(data) != 0xB1B0AFBA {
		t.Errorf("the font adds up to %#x", sum(data))
	}
}

func TestTooManyGlyphsAreRefused(t *testing.T) {
	face := parse(t, latin)
	codes := map[uint16]font.GID{}
	for code := 0; code <= 0xFFFF; code += 2 {
		codes[uint16(code)] = face.Glyph('a')
	}
	if _, err := face.Subset(codes); err == nil {
		t.Error("a subset with 32,768 runs of codes was written")
	}
	if _, err := face.Subset(map[uint16]font.GID{1: 0xFFFF}); err == nil {
		t.Error("a subset with a glyph the face does not have was written")
	}
}

// FuzzFace mends nothing and must survive everything: a font with any bytes
// changed is refused or used, but never panics or runs away.
func FuzzFace(f *testing.F) {
	face := parse(f, latin)
	small := subset(f, face, numbered(face, "Aéi"))
	f.Add(small)
	f.Add(collection(small))
	f.Add(small[:len(small)/2])
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, index := range []int{0, 1} {
			face, err := font.Parse("fuzz", bytes.NewReader(data), index)
			if err != nil {
				continue
			}
			use(face)
		}
	})
}

// use asks a face for all it can do, whatever comes out.
func use(face *font.Face) {
	codes := map[uint16]font.GID{}
	for _, r := range "Aéi中𠮷\x00\uffff" {
		g := face.Glyph(r)
		face.Advance(g)
		_ = face.Outline(g, newSketch())
		codes[uint16(r)] = g
	}
	for g := range font.GID(12) {
		face.Advance(g)
		_ = face.Outline(g, newSketch())
	}
	if data, err := face.Subset(codes); err == nil {
		_, _ = font.Parse("again", bytes.NewReader(data), 0)
	}
}

// Every byte of a small font is spoilt in turn; the test above starts from
// here.
func TestSpoiltFontsNeverPanic(t *testing.T) {
	face := parse(t, latin)
	small := subset(t, face, numbered(face, "éi"))
	for i := range small {
		for _, value := range []byte{0, 1, 0x7F, 0x80, 0xFF} {
			spoilt := slices.Clone(small)
			spoilt[i] = value
			if face, err := font.Parse("spoilt", bytes.NewReader(spoilt), 0); err == nil {
				use(face)
			}
		}
	}
}

// A glyph composed of itself, many times over, must end soon.
func TestAGlyphComposedOfItselfEnds(t *testing.T) {
	face := parse(t, latin)
	small := subset(t, face, map[uint16]font.GID{1: face.Glyph('é')})
	whole, err := font.Parse("whole", bytes.NewReader(small), 0)
	if err != nil {
		t.Fatal(err)
	}
	if outline(t, whole, 1).marks < 20 {
		t.Fatal("the glyph is not drawn")
	}
	// é is glyph 1 and its parts are 2 and 3: make each part glyph 1.
	spoilt := slices.Clone(small)
	at := bytes.Index(spoilt, []byte("glyf"))
	glyf := int(binary.BigEndian.Uint32(spoilt[at+8:]))
	loca := int(binary.BigEndian.Uint32(spoilt[bytes.Index(spoilt, []byte("loca"))+8:]))
	glyph := glyf + int(binary.BigEndian.Uint32(spoilt[loca+4:]))
	binary.BigEndian.PutUint16(spoilt[glyph+12:], 1)
	loop, err := font.Parse("loop", bytes.NewReader(spoilt), 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := loop.Outline(1, newSketch()); err == nil {
		t.Error("a glyph composed of itself was drawn")
	}
	if _, err := loop.Subset(map[uint16]font.GID{1: 1}); err != nil {
		t.Error("the subset of it was refused:", err)
	}
}

func BenchmarkSubset(b *testing.B) {
	face := parse(b, song)
	codes := map[uint16]font.GID{}
	for r := rune(0x4E00); len(codes) < 500; r++ {
		if g := face.Glyph(r); g != 0 {
			codes[uint16(len(codes)+1)] = g
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := face.Subset(codes); err != nil {
			b.Fatal(err)
		}
	}
}
