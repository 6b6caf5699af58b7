package font

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math/bits"
	"slices"
)

// Subset returns a TrueType font that has the glyphs of codes and nothing more,
// with a format 4 character map from the codes. The glyph of the nth code, in
// ascending order, is glyph n of the subset, so that codes from 1 upwards are
// their own glyphs; glyph 0 stays the box for missing characters. Hints are left
// out: paper does not need them.
func (f *Face) Subset(codes map[uint16]GID) ([]byte, error) {
	s := subset{face: f, places: map[GID]uint16{}, codes: slices.Sorted(maps.Keys(codes))}
	s.glyphs = append(s.glyphs, 0)
	for _, code := range s.codes {
		s.glyphs = append(s.glyphs, codes[code])
	}
	for i, g := range s.glyphs {
		if _, found := s.places[g]; !found {
			s.places[g] = uint16(i)
		}
	}
	s.reserve()
	// Copying finds the parts of composed glyphs, which grow the list.
	for i := 0; i < len(s.glyphs); i++ {
		if i > 0xFFFE {
			return nil, fmt.Errorf("subset of %s: more than 65535 glyphs", f.Name)
		}
		if err := s.copyGlyph(s.glyphs[i]); err != nil {
			return nil, fmt.Errorf("subset of %s, glyph %d: %w", f.Name, s.glyphs[i], err)
		}
	}
	s.loca = binary.BigEndian.AppendUint32(s.loca, uint32(len(s.glyf)))
	segments := s.segments()
	if len(segments) > maxSegments {
		return nil, fmt.Errorf("subset of %s: codes in more than %d runs", f.Name, maxSegments)
	}
	return s.assemble(charmapTable(segments)), nil
}

// The length of a format 4 table is written in 16 bits.
const maxSegments = (0xFFFF - 16) / 8

// subset is a font in the making.
type subset struct {
	face             *Face
	codes            []uint16 // in order
	glyphs           []GID    // of the face, by their place in the subset
	places           map[GID]uint16
	glyf, loca, hmtx []byte
}

// reserve makes room for the glyphs, so that the tables need not grow.
func (s *subset) reserve() {
	size := 0
	for _, g := range s.glyphs {
		if place, err := s.face.place(g); err == nil {
			size += int(place.length) + 3
		}
	}
	const most = 1 << 20 // a forged font may claim gigabytes
	s.glyf = make([]byte, 0, min(size, most))
	s.loca = make([]byte, 0, 4*len(s.glyphs)+4)
	s.hmtx = make([]byte, 0, 4*len(s.glyphs))
}

func (s *subset) copyGlyph(g GID) error {
	s.loca = binary.BigEndian.AppendUint32(s.loca, uint32(len(s.glyf)))
	s.hmtx = append(s.hmtx, s.face.metric(g)...)
	start := len(s.glyf)
	var err error
	if s.glyf, err = s.face.appendData(s.glyf, g); err != nil || len(s.glyf) == start {
		return err
	}
	r := reader{data: s.glyf[start:]}
	contours := r.int16()
	r.skip(8)
	length := 0 // of a glyph of no contours
	switch {
	case contours > 0:
		length, err = stripSimple(&r, contours)
	case contours < 0:
		length, err = s.stripComposed(&r)
	}
	s.glyf = s.glyf[:start+length]
	for len(s.glyf)%4 != 0 {
		s.glyf = append(s.glyf, 0)
	}
	return err
}

// stripSimple takes the instructions out of a glyph and returns the length that
// is left.
func stripSimple(r *reader, contours int) (int, error) {
	r.skip(2 * contours)
	before := r.at
	r.skip(int(r.uint16()))
	if r.short {
		return 0, fmt.Errorf("%w: it ends too early", ErrMalformed)
	}
	r.data[before], r.data[before+1] = 0, 0
	return before + 2 + copy(r.data[before+2:], r.data[r.at:]), nil
}

// stripComposed renumbers the parts of a glyph and returns its length up to its
// instructions.
func (s *subset) stripComposed(r *reader) (int, error) {
	for {
		part := r.component()
		if r.short {
			return 0, fmt.Errorf("%w: it ends too early", ErrMalformed)
		}
		place, found := s.places[part.glyph]
		if !found {
			place = uint16(len(s.glyphs))
			s.places[part.glyph] = place
			s.glyphs = append(s.glyphs, part.glyph)
		}
		binary.BigEndian.PutUint16(r.data[part.index:], place)
		binary.BigEndian.PutUint16(r.data[part.index-2:], part.flags&^haveInstructions)
		if part.last {
			return r.at, nil
		}
	}
}

// metric returns a glyph's entry of hmtx: advance and left side bearing.
func (f *Face) metric(g GID) []byte {
	i := int(g)
	if i < f.metrics {
		return f.hmtx[4*i : 4*i+4]
	}
	last := f.hmtx[4*(f.metrics-1):]
	entry := []byte{last[0], last[1], 0, 0}
	if at := 4*f.metrics + 2*(i-f.metrics); at+2 <= len(f.hmtx) {
		copy(entry[2:], f.hmtx[at:at+2])
	}
	return entry
}

// assemble puts the tables together.
func (s *subset) assemble(cmap []byte) []byte {
	count := uint16(len(s.glyphs))
	patched := func(table []byte, at int, value uint16) []byte {
		table = slices.Clone(table)
		binary.BigEndian.PutUint16(table[at:], value)
		return table
	}
	head := patched(s.face.head, 50, 1) // long entries in loca
	clear(head[8:12])                   // the checksum, filled in below
	post := make([]byte, 32)
	post[1] = 3            // format 3: no glyph names
	tables := []sfntTable{ // in the order of their tags
		{"OS/2", s.face.os2},
		{"cmap", cmap},
		{"glyf", s.glyf},
		{"head", head},
		{"hhea", patched(s.face.hhea, 34, count)},
		{"hmtx", s.hmtx},
		{"loca", s.loca},
		{"maxp", patched(s.face.maxp, 4, count)},
		{"name", []byte{0, 0, 0, 0, 0, 6}},
		{"post", post},
	}
	if len(s.face.os2) == 0 {
		tables = tables[1:]
	}
	return join(tables)
}

// segment is a run of codes in a character map. The glyphs of the codes follow
// each other, so every run of codes is one.
type segment struct{ start, end, delta uint16 }

func (s *subset) segments() []segment {
	var segments []segment
	for i, code := range s.codes {
		place := uint16(i + 1)
		if n := len(segments); n > 0 && segments[n-1].end+1 == code && code != 0 {
			segments[n-1].end = code
		} else {
			segments = append(segments, segment{code, code, place - code})
		}
	}
	if n := len(segments); n == 0 || segments[n-1].end != 0xFFFF {
		segments = append(segments, segment{0xFFFF, 0xFFFF, 1})
	}
	return segments
}

// charmapTable writes a cmap of one format 4 table.
func charmapTable(segments []segment) []byte {
	n := uint16(len(segments))
	searchRange, selector := searchHints(int(n))
	table := []byte{0, 0, 0, 1, 0, platformWindows, 0, windowsBasic, 0, 0, 0, 12}
	for _, word := range []uint16{4, 16 + 8*n, 0, 2 * n, 2 * searchRange, selector, 2 * (n - searchRange)} {
		table = binary.BigEndian.AppendUint16(table, word)
	}
	for _, seg := range segments {
		table = binary.BigEndian.AppendUint16(table, seg.end)
	}
	table = append(table, 0, 0)
	for _, seg := range segments {
		table = binary.BigEndian.AppendUint16(table, seg.start)
	}
	for _, seg := range segments {
		table = binary.BigEndian.AppendUint16(table, seg.delta)
	}
	return append(table, make([]byte, 2*n)...)
}

// searchHints returns the largest power of two that is not above n, and its
// logarithm, which the format repeats for the sake of binary search.
func searchHints(n int) (power, log uint16) {
	log = uint16(bits.Len(uint(n)) - 1)
	return 1 << log, log
}

type sfntTable struct {
	tag  string
	data []byte
}

// join writes the directory and the tables, which must be in the order of
// their tags, with their checksums.
func join(tables []sfntTable) []byte {
	n := len(tables)
	searchRange, selector := searchHints(n)
	out := []byte{0, 1, 0, 0}
	for _, word := range []uint16{uint16(n), 16 * searchRange, selector, 16 * (uint16(n) - searchRange)} {
		out = binary.BigEndian.AppendUint16(out, word)
	}
	offset, head := 12+16*n, 0
	for _, t := range tables {
		if t.tag == "head" {
			head = offset
		}
		out = append(out, t.tag...)
		for _, word := range []uint32{checksum(t.data), uint32(offset), uint32(len(t.data))} {
			out = binary.BigEndian.AppendUint32(out, word)
		}
		offset += (len(t.data) + 3) &^ 3
	}
	out = slices.Grow(out, offset-len(out))
	for _, t := range tables {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	// The format's magic number makes the sum over the whole font a constant.
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum adds up the data as 32-bit words, filled up with zeros.
func checksum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	var rest [4]byte
	copy(rest[:], data)
	return sum + binary.BigEndian.Uint32(rest[:])
}
