package pdf

import (
	"fmt"
	"hash/crc32"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"visitdesk/app/font"
)

// typeface is a face as one file uses it. Its characters get the codes 1, 2, 3 …
// as they turn up, and font.Subset gives code n the glyph n, so that the code
// drawn is the glyph's number; the true character is told by the ToUnicode map
// alone. That treats all planes and the private-use characters alike, and two
// characters that share a glyph still copy as themselves.
type typeface struct {
	face     *font.Face
	key      string // its name in the pages
	codes    map[rune]uint16
	runes    []rune     // by code, from 1
	glyphs   []font.GID // by code
	advances []float64  // by code, em
}

func newTypeface(face *font.Face, index int) *typeface {
	return &typeface{
		face: face, key: "F" + strconv.Itoa(index),
		codes: map[rune]uint16{}, runes: make([]rune, 1), glyphs: make([]font.GID, 1), advances: make([]float64, 1),
	}
}

// maxCodes leaves room for the parts of composed glyphs.
const maxCodes = 60_000

// code returns the code of a character. Once a face has run out of codes, which
// takes tens of thousands of different characters, further ones are drawn and
// read as U+FFFD.
func (t *typeface) code(r rune) uint16 {
	code, found := t.codes[r]
	if found {
		return code
	}
	if len(t.runes) >= maxCodes && r != '\uFFFD' {
		return t.code('\uFFFD')
	}
	code = uint16(len(t.runes))
	glyph := t.face.Glyph(r)
	t.codes[r] = code
	t.runes = append(t.runes, r)
	t.glyphs = append(t.glyphs, glyph)
	t.advances = append(t.advances, t.face.Advance(glyph))
	return code
}

// packed is a typeface made ready for the file.
type packed struct {
	name               string
	program, toUnicode []byte // objects: the font file and the map to characters
}

// pack makes a font of the glyphs used.
func (t *typeface) pack(d *deflater) (packed, error) {
	codes := make(map[uint16]font.GID, len(t.glyphs))
	for code := 1; code < len(t.glyphs); code++ {
		codes[uint16(code)] = t.glyphs[code]
	}
	data, err := t.face.Subset(codes)
	if err != nil {
		return packed{}, err
	}
	program, err := d.stream("/Length1 "+strconv.Itoa(len(data)), data)
	if err != nil {
		return packed{}, err
	}
	toUnicode, err := d.stream("", t.toUnicode())
	return packed{t.name(data), program, toUnicode}, err
}

// put puts the font with its dictionaries into the file and returns its number.
func (t *typeface) put(f *file, p packed) int {
	left, bottom, right, top := t.face.Bounds()
	descriptor := f.add(fmt.Appendf(nil, "<</Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%d %d %d %d]"+
		" /ItalicAngle 0 /Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile2 %d 0 R>>",
		p.name, mil(left), mil(bottom), mil(right), mil(top),
		mil(t.face.Ascent()), mil(t.face.Descent()), mil(t.face.Ascent()), f.add(p.program)))
	glyphs := f.add(fmt.Appendf(nil, "<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDToGIDMap /Identity"+
		" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"+
		" /FontDescriptor %d 0 R /DW %s /W [%s]>>", p.name, descriptor, number(fullWidth), t.widths()))
	return f.add(fmt.Appendf(nil, "<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H"+
		" /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>", p.name, glyphs, f.add(p.toUnicode)))
}

// name is the face's name after six letters that tell this subset from others,
// as the format asks.
func (t *typeface) name(data []byte) string {
	sum := crc32.ChecksumIEEE(data)
	var b strings.Builder
	for range 6 {
		b.WriteByte('A' + byte(sum%26))
		sum /= 26
	}
	b.WriteByte('+')
	for _, r := range t.face.Name {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '-' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// fullWidth is the width of a hanzi, in thousandths of an em, which is taken
// for granted and not written.
const fullWidth = 1000

// widths lists the widths that are not full, as runs: first code [width …].
func (t *typeface) widths() []byte {
	var b []byte
	open := false
	for code := 1; code < len(t.advances); code++ {
		width := 1000 * t.advances[code]
		if width == fullWidth {
			if open {
				b = append(b, ']')
			}
			open = false
			continue
		}
		if !open {
			b = append(strconv.AppendInt(append(b, ' '), int64(code), 10), " ["...)
		} else {
			b = append(b, ' ')
		}
		open = true
		b = appendNumber(b, width)
	}
	if open {
		b = append(b, ']')
	}
	return b
}

// toUnicode writes the map from codes to characters, in blocks of at most 100
// as the format demands.
func (t *typeface) toUnicode() []byte {
	b := make([]byte, 0, 400+20*len(t.runes))
	b = append(b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"+
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"...)
	code := uint16(1)
	for block := range slices.Chunk(t.runes[1:], 100) {
		b = append(strconv.AppendInt(b, int64(len(block)), 10), " beginbfchar\n"...)
		for _, r := range block {
			b = append(appendHex(append(b, '<'), code), "> <"...)
			for _, unit := range utf16.AppendRune(nil, r) {
				b = appendHex(b, unit)
			}
			b = append(b, ">\n"...)
			code++
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

func appendHex(b []byte, unit uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[unit>>12], digits[unit>>8&15], digits[unit>>4&15], digits[unit&15])
}

// mil returns a length in em as whole thousandths.
func mil(em float64) int { return int(math.Round(1000 * em)) }

// number writes v with at most three decimals.
func number(v float64) string { return string(appendNumber(nil, v)) }

func appendNumber(b []byte, v float64) []byte {
	return strconv.AppendFloat(b, math.Round(v*1000)/1000, 'f', -1, 64)
}
