package pdf

import (
	"bytes"
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
	face  *font.Face
	key   string // gofpdf's name for it
	codes map[rune]uint16
	runes []rune // by code, from 1
}

func newTypeface(face *font.Face, index int) *typeface {
	return &typeface{
		face: face, key: "face" + strconv.Itoa(index),
		codes: map[rune]uint16{}, runes: []rune{0},
	}
}

// standIn describes a font to gofpdf that has 256 characters, none of which is
// ever drawn: it makes gofpdf write our codes, which are two bytes each, as they
// are. finish puts the true font in its place. Given the subset itself, gofpdf
// would parse it twice and write maps of 65,536 entries, at 4 ms a face.
func (t *typeface) standIn() []byte {
	widths := strings.Repeat("0,", 255) + "0"
	return []byte(`{"Tp":"TrueType","Name":"` + t.key + `","Cw":[` + widths + `]}`)
}

// mark is what gofpdf writes at the beginning of the stand-in.
func (t *typeface) mark() []byte { return []byte("<</Type /Font\n/BaseFont /" + t.key + "\n") }

// maxCodes leaves room for the parts of composed glyphs.
const maxCodes = 60_000

// encode returns the codes of the runes, high byte first. Once a face has run
// out of codes, which takes tens of thousands of different characters, further
// ones are drawn and read as U+FFFD.
func (t *typeface) encode(runes []rune) string {
	var b strings.Builder
	b.Grow(2 * len(runes))
	for _, r := range runes {
		code, found := t.codes[r]
		if !found {
			if len(t.runes) == maxCodes {
				r = '\uFFFD'
			}
			if code, found = t.codes[r]; !found {
				code = uint16(len(t.runes))
				t.codes[r] = code
				t.runes = append(t.runes, r)
			}
		}
		b.WriteByte(byte(code >> 8))
		b.WriteByte(byte(code))
	}
	return b.String()
}

// put puts the font of the glyphs used into the file, in place of the stand-in
// at number n.
func (t *typeface) put(f *file, n int, d *deflater) error {
	codes := make(map[uint16]font.GID, len(t.runes))
	for code, r := range t.runes[1:] {
		codes[uint16(code+1)] = t.face.Glyph(r)
	}
	data, err := t.face.Subset(codes)
	if err != nil {
		return err
	}
	program, err := d.stream("/Length1 "+strconv.Itoa(len(data)), data)
	if err != nil {
		return err
	}
	toUnicode, err := d.stream("", t.toUnicode())
	if err != nil {
		return err
	}
	t.describe(f, n, t.name(data), [2]int{f.add(program), f.add(toUnicode)})
	return nil
}

// describe writes the font's dictionaries, given its two streams: the font file
// and the map to characters.
func (t *typeface) describe(f *file, n int, name string, streams [2]int) {
	// The stand-in took three objects.
	f.set(n, fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H"+
		" /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>", name, n+1, streams[1]))
	f.set(n+1, fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDToGIDMap /Identity"+
		" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"+
		" /FontDescriptor %d 0 R /DW %s /W [%s]>>", name, n+2, number(fullWidth), t.widths()))
	left, bottom, right, top := t.face.Bounds()
	f.set(n+2, fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%d %d %d %d]"+
		" /ItalicAngle 0 /Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile2 %d 0 R>>",
		name, mil(left), mil(bottom), mil(right), mil(top),
		mil(t.face.Ascent()), mil(t.face.Descent()), mil(t.face.Ascent()), streams[0]))
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
func (t *typeface) widths() string {
	var b strings.Builder
	open := false
	for code := 1; code < len(t.runes); code++ {
		width := 1000 * t.face.Advance(t.face.Glyph(t.runes[code]))
		if width == fullWidth {
			if open {
				b.WriteByte(']')
			}
			open = false
			continue
		}
		if !open {
			fmt.Fprintf(&b, " %d [", code)
		} else {
			b.WriteByte(' ')
		}
		open = true
		b.WriteString(number(width))
	}
	if open {
		b.WriteByte(']')
	}
	return b.String()
}

// toUnicode writes the map from codes to characters, in blocks of at most 100
// as the format demands.
func (t *typeface) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	code := 1
	for block := range slices.Chunk(t.runes[1:], 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, r := range block {
			b.WriteByte('<')
			writeHex(&b, uint16(code))
			b.WriteString("> <")
			for _, unit := range utf16.AppendRune(nil, r) {
				writeHex(&b, unit)
			}
			b.WriteString(">\n")
			code++
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

func writeHex(b *bytes.Buffer, unit uint16) {
	const digits = "0123456789ABCDEF"
	b.Write([]byte{digits[unit>>12], digits[unit>>8&15], digits[unit>>4&15], digits[unit&15]})
}

// mil returns a length in em as whole thousandths.
func mil(em float64) int { return int(math.Round(1000 * em)) }

// number writes v with at most three decimals.
func number(v float64) string {
	return strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64)
}
