package font

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// appendData appends the bytes of a glyph, none for a blank one.
func (f *Face) appendData(to []byte, g GID) ([]byte, error) {
	place, err := f.place(g)
	switch {
	case err != nil:
		return to, err
	case place.length == 0 && g == 0:
		return append(to, f.box()...), nil
	case place.length == 0:
		return to, nil
	}
	start := len(to)
	to = slices.Grow(to, int(place.length))[:start+int(place.length)]
	return to, readInto(to[start:], f.source, place.offset)
}

// place returns where a glyph lies in the source.
func (f *Face) place(g GID) (extent, error) {
	if int(g) >= f.glyphs {
		return extent{}, fmt.Errorf("%w: no glyph %d", ErrMalformed, g)
	}
	var start, end int64
	if f.long {
		start = int64(binary.BigEndian.Uint32(f.loca[4*int(g):]))
		end = int64(binary.BigEndian.Uint32(f.loca[4*int(g)+4:]))
	} else {
		start = 2 * int64(binary.BigEndian.Uint16(f.loca[2*int(g):]))
		end = 2 * int64(binary.BigEndian.Uint16(f.loca[2*int(g)+2:]))
	}
	if start > end || end > f.glyf.length || end-start > maxTable {
		return extent{}, fmt.Errorf("%w: glyph %d lies outside of its table", ErrMalformed, g)
	}
	return extent{f.glyf.offset + start, end - start}, nil
}

// box returns an empty frame for glyph 0 of a face that leaves it blank, as
// Liberation does: a missing character must not vanish unseen.
func (f *Face) box() []byte {
	em := func(part float64) int16 { return int16(part * f.upem) }
	wide, high, pen := em(0.8*f.Advance(0)), em(0.7), em(0.04)
	left := em(0.1 * f.Advance(0))
	glyph := binary.BigEndian.AppendUint16(nil, 2)
	for _, word := range []int16{left, 0, left + wide, high, 3, 7, 0} { // bounds, ends, no instructions
		glyph = binary.BigEndian.AppendUint16(glyph, uint16(word))
	}
	for range 8 {
		glyph = append(glyph, onCurve)
	}
	// The outer contour runs clockwise, the inner one against it; each point is
	// given by its distance from the one before.
	for _, word := range []int16{
		left, 0, wide, 0, pen - wide, wide - 2*pen, 0, 2*pen - wide,
		0, high, 0, -high, pen, 0, high - 2*pen, 0,
	} {
		glyph = binary.BigEndian.AppendUint16(glyph, uint16(word))
	}
	return glyph
}

// reader reads big-endian numbers. Past the end it gives zeros and is short.
type reader struct {
	data  []byte
	at    int
	short bool
}

func (r *reader) uint8() byte {
	if r.at >= len(r.data) {
		r.short = true
		return 0
	}
	r.at++
	return r.data[r.at-1]
}

func (r *reader) uint16() uint16 {
	if r.at+2 > len(r.data) {
		r.at, r.short = len(r.data), true
		return 0
	}
	r.at += 2
	return binary.BigEndian.Uint16(r.data[r.at-2:])
}

func (r *reader) int16() int { return int(int16(r.uint16())) }

// fraction reads a number with 14 binary places.
func (r *reader) fraction() float64 { return float64(r.int16()) / (1 << 14) }

func (r *reader) skip(n int) {
	if n > len(r.data)-r.at {
		n, r.short = len(r.data)-r.at, true
	}
	r.at += n
}
