package pdf

import (
	"math"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf16"

	"visitdesk/app/typeset"
)

// readsAsSpace is from how much air between two characters, in em, programs
// that read a file take them for two words. Poppler does from 0.1 on.
const readsAsSpace = 0.09

// text draws a line: the runs that follow each other, as one text object.
//
// Air that would be read as a space, as between han and Latin, is told to be
// none: the characters around it are marked with what they say (ActualText), so
// that the line is copied and found as it was written.
func (p *paper) text(line []typeset.Glyphs, height float64) {
	p.encode(line)
	b := append(p.buffer[:0], "BT\n"...)
	var at [2]int // of the run before, in hundredths of a point
	letters, spoken := p.letters, 0
	for _, g := range line {
		b = p.lettering(b, g)
		to := [2]int{hundredths(g.X * perMillimetre), hundredths((height - g.Y) * perMillimetre)}
		b = appendHundredths(b, to[0]-at[0])
		b = append(b, ' ')
		b = appendHundredths(b, to[1]-at[1])
		b = append(b, " Td "...)
		at = to
		shown := false // a string has begun
		for range g.Runes {
			if letters[0].airy && spoken == 0 {
				b = endString(b, shown)
				spoken = 1 + slices.IndexFunc(letters, func(l letter) bool { return !l.airy })
				b, shown = appendSpoken(b, letters[:spoken]), false
			}
			if !shown {
				b, shown = append(b, '('), true
			}
			b = appendCode(b, letters[0].code)
			letters = letters[1:]
			if spoken == 0 {
				continue
			}
			if spoken--; spoken == 0 {
				b, shown = append(endString(b, shown), "EMC\n"...), false
			}
		}
		b = endString(b, shown)
	}
	p.buffer = append(b, "ET"...)
	p.write(p.buffer)
}

// A letter is a character of a line as it is drawn.
type letter struct {
	r    rune
	code uint16
	airy bool // what parts it from the next would be read as a space
}

// encode gathers the letters of a line.
func (p *paper) encode(line []typeset.Glyphs) {
	p.letters = p.letters[:0]
	for i, g := range line {
		face, size := p.typeface(g.Face), g.Size/perMillimetre
		end := g.X
		for _, r := range g.Runes {
			code := face.code(r)
			p.letters = append(p.letters, letter{r, code, g.Spacing >= readsAsSpace*g.Size})
			end += face.advances[code]*size + g.Spacing/perMillimetre
		}
		air := g.Spacing / perMillimetre
		if i+1 < len(line) {
			air += line[i+1].X - end
		}
		p.letters[len(p.letters)-1].airy = air >= readsAsSpace*size
	}
	for i := range p.letters {
		last := i+1 == len(p.letters)
		if last || unicode.IsSpace(p.letters[i].r) || unicode.IsSpace(p.letters[i+1].r) {
			p.letters[i].airy = false
		}
	}
}

// lettering sets face, size, colour and spacing where they change.
func (p *paper) lettering(b []byte, g typeset.Glyphs) []byte {
	face := p.typeface(g.Face)
	if face != p.ink.face || g.Size != p.ink.size {
		b = append(b, '/')
		b = append(b, face.key...)
		b = append(b, ' ')
		b = append(appendNumber(b, g.Size), " Tf "...)
		p.ink.face, p.ink.size = face, g.Size
	}
	if g.Spacing != p.ink.spacing {
		// Word spacing would not act on two-byte codes; character spacing does.
		b = append(appendNumber(b, g.Spacing), " Tc "...)
		p.ink.spacing = g.Spacing
	}
	return p.fill(b, g.Colour)
}

// appendSpoken begins a part that reads as the letters, whatever air is in it.
func appendSpoken(b []byte, letters []letter) []byte {
	b = append(b, "/Span <</ActualText <FEFF"...)
	for _, l := range letters {
		for _, unit := range utf16.AppendRune(nil, l.r) {
			b = appendHex(b, unit)
		}
	}
	return append(b, ">>> BDC "...)
}

func endString(b []byte, begun bool) []byte {
	if begun {
		return append(b, ") Tj\n"...)
	}
	return b
}

// appendCode writes a code as part of a string, high byte first.
func appendCode(b []byte, code uint16) []byte {
	for _, c := range [2]byte{byte(code >> 8), byte(code)} {
		switch c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r': // would be read as a line feed
			b = append(b, `\r`...)
		default:
			b = append(b, c)
		}
	}
	return b
}

func hundredths(v float64) int { return int(math.Round(100 * v)) }

// appendHundredths writes n/100.
func appendHundredths(b []byte, n int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, int64(n/100), 10)
	if n %= 100; n == 0 {
		return b
	}
	b = append(b, '.', '0'+byte(n/10))
	if n%10 != 0 {
		b = append(b, '0'+byte(n%10))
	}
	return b
}
