package font

import (
	"encoding/binary"
	"sort"
)

// charmap is a font's table from characters to glyphs: format 4 for the basic
// plane, format 12 for all planes. Both are searched as they lie in the file,
// which saves reading tens of thousands of entries at the start.
type charmap struct {
	basic []byte // format 4
	full  []byte // format 12
}

// The encodings of a cmap that are Unicode, by platform.
const (
	platformUnicode = 0
	platformWindows = 3
	windowsBasic    = 1
	windowsFull     = 10
)

func readCharmap(table []byte) charmap {
	var m charmap
	for i := range int(binary.BigEndian.Uint16(table[2:])) {
		record := 4 + 8*i
		if record+8 > len(table) {
			break
		}
		platform := binary.BigEndian.Uint16(table[record:])
		encoding := binary.BigEndian.Uint16(table[record+2:])
		offset := uint64(binary.BigEndian.Uint32(table[record+4:]))
		unicode := platform == platformUnicode ||
			platform == platformWindows && (encoding == windowsBasic || encoding == windowsFull)
		if !unicode || offset+16 > uint64(len(table)) {
			continue
		}
		switch subtable := table[offset:]; binary.BigEndian.Uint16(subtable) {
		case 4:
			m.basic = subtable
		case 12:
			m.full = subtable
		}
	}
	return m
}

func (m charmap) none() bool { return m.basic == nil && m.full == nil }

func (m charmap) glyph(r rune) GID {
	if r >= 0 && r <= 0xFFFF && m.basic != nil {
		return lookBasic(m.basic, uint16(r))
	}
	if r >= 0 && m.full != nil {
		return lookFull(m.full, uint32(r))
	}
	return 0
}

// lookBasic searches format 4: arrays of the segments' ends, starts, deltas
// and offsets into an array of glyphs.
func lookBasic(table []byte, c uint16) GID {
	n := min(int(binary.BigEndian.Uint16(table[6:]))/2, (len(table)-16)/8)
	ends, starts := table[14:], table[16+2*n:]
	deltas, offsets := table[16+4*n:], table[16+6*n:]
	i := sort.Search(n, func(i int) bool { return binary.BigEndian.Uint16(ends[2*i:]) >= c })
	if i == n {
		return 0
	}
	start := binary.BigEndian.Uint16(starts[2*i:])
	if c < start {
		return 0
	}
	delta, offset := binary.BigEndian.Uint16(deltas[2*i:]), int(binary.BigEndian.Uint16(offsets[2*i:]))
	if offset == 0 {
		return GID(c + delta)
	}
	// The offset counts from where it is written.
	at := 2*i + offset + 2*int(c-start)
	if at+2 > len(offsets) {
		return 0
	}
	g := binary.BigEndian.Uint16(offsets[at:])
	if g == 0 {
		return 0
	}
	return GID(g + delta)
}

// lookFull searches format 12: groups of first character, last character,
// first glyph.
func lookFull(table []byte, c uint32) GID {
	n := int(min(uint64(binary.BigEndian.Uint32(table[12:])), uint64(len(table)-16)/12))
	groups := table[16:]
	i := sort.Search(n, func(i int) bool { return binary.BigEndian.Uint32(groups[12*i+4:]) >= c })
	if i == n {
		return 0
	}
	first := binary.BigEndian.Uint32(groups[12*i:])
	if c < first {
		return 0
	}
	g := uint64(binary.BigEndian.Uint32(groups[12*i+8:])) + uint64(c-first)
	if g > 0xFFFF {
		return 0
	}
	return GID(g)
}
