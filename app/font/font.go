// Package font reads TrueType fonts for printing: which glyph stands for a
// character, how wide it is, what its outline is, and a small font of just the
// glyphs that a paper uses.
//
// A Face keeps the small tables and fetches each outline from its file when it
// is asked for, so that opening a font of 10 MB costs microseconds. Fonts may
// come from the system or from the user: every offset in them is checked, and a
// malformed font gives an error or an empty glyph, never a panic.
//
// It does not shape (no ligatures, no kerning, no vertical writing), does not
// hint, and does not read PostScript (CFF) outlines.
package font

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// What can be wrong with a font.
var (
	ErrPostScript = errors.New("font has PostScript (CFF) outlines; only TrueType outlines can be printed")
	ErrMalformed  = errors.New("malformed font")
)

// GID is the index of a glyph in its face. 0 is the box that stands for a
// missing character.
type GID uint16

// A Face is one font. It never changes after Parse and may be used by several
// goroutines if its source may, as os.File, embed.FS files and bytes.Reader do.
type Face struct {
	Name string // "song": for messages and for the names of fonts in files

	source  io.ReaderAt
	glyf    extent // the outlines, left in the source
	loca    []byte // where each of them begins
	long    bool   // entries of loca have 4 bytes, not 2
	glyphs  int
	hmtx    []byte
	metrics int // glyphs with an advance of their own in hmtx
	upem    float64
	ascent  float64
	descent float64
	cmap    charmap

	head, hhea, maxp, os2 []byte // carried over into subsets
}

// extent is a part of the source.
type extent struct{ offset, length int64 }

// No table that is read whole is larger in any font known to us (the character
// map of a font with all of Unicode has 1 MB); a forged length must not make us
// allocate gigabytes.
const maxTable = 8 << 20

// Parse reads a TrueType font, or the one at index of a TrueType collection
// (0 for a plain font). ErrPostScript and ErrMalformed say why not.
func Parse(name string, source io.ReaderAt, index int) (*Face, error) {
	directory, err := readDirectory(source, index)
	if err != nil {
		return nil, fmt.Errorf("read font %s: %w", name, err)
	}
	face := &Face{Name: name, source: source}
	if err := face.readTables(directory); err != nil {
		return nil, fmt.Errorf("read font %s: %w", name, err)
	}
	return face, nil
}

// readDirectory returns where each table of the font lies.
func readDirectory(source io.ReaderAt, index int) (map[string]extent, error) {
	start := int64(0)
	head, err := read(source, extent{0, 12})
	if err != nil {
		return nil, err
	}
	if string(head[:4]) == "ttcf" {
		if count := binary.BigEndian.Uint32(head[8:]); index < 0 || uint32(index) >= count {
			return nil, fmt.Errorf("%w: no member %d in a collection of %d", ErrMalformed, index, count)
		}
		member, err := read(source, extent{12 + 4*int64(index), 4})
		if err != nil {
			return nil, err
		}
		start = int64(binary.BigEndian.Uint32(member))
		if head, err = read(source, extent{start, 12}); err != nil {
			return nil, err
		}
	} else if index != 0 {
		return nil, fmt.Errorf("%w: member %d of a plain font", ErrMalformed, index)
	}
	switch string(head[:4]) {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, ErrPostScript
	default:
		return nil, fmt.Errorf("%w: it begins with %q", ErrMalformed, head[:4])
	}
	count := int64(binary.BigEndian.Uint16(head[4:]))
	records, err := read(source, extent{start + 12, 16 * count})
	if err != nil {
		return nil, err
	}
	directory := make(map[string]extent, count)
	for ; len(records) >= 16; records = records[16:] {
		offset, length := binary.BigEndian.Uint32(records[8:]), binary.BigEndian.Uint32(records[12:])
		directory[string(records[:4])] = extent{int64(offset), int64(length)}
	}
	return directory, nil
}

// readTables reads the small tables and checks what all else relies on.
func (f *Face) readTables(directory map[string]extent) error {
	var cmap []byte
	tables := []struct {
		tag   string
		least int // bytes
		into  *[]byte
	}{
		{"head", 54, &f.head}, {"hhea", 36, &f.hhea}, {"maxp", 6, &f.maxp},
		{"hmtx", 4, &f.hmtx}, {"loca", 4, &f.loca}, {"cmap", 4, &cmap}, {"OS/2", 0, &f.os2},
	}
	for _, table := range tables {
		place, found := directory[table.tag]
		if !found && table.least == 0 {
			continue
		}
		data, err := read(f.source, place)
		if err != nil {
			return fmt.Errorf("table %s: %w", table.tag, err)
		}
		if len(data) < table.least {
			return fmt.Errorf("table %s: %w: missing or too short", table.tag, ErrMalformed)
		}
		*table.into = data
	}
	var found bool
	if f.glyf, found = directory["glyf"]; !found {
		return fmt.Errorf("table glyf: %w: missing", ErrMalformed)
	}
	if err := f.readMetrics(); err != nil {
		return err
	}
	f.cmap = readCharmap(cmap)
	if f.cmap.none() {
		return fmt.Errorf("table cmap: %w: it maps no Unicode characters", ErrMalformed)
	}
	return nil
}

func (f *Face) readMetrics() error {
	f.upem = float64(binary.BigEndian.Uint16(f.head[18:]))
	f.long = binary.BigEndian.Uint16(f.head[50:]) == 1
	f.glyphs = int(binary.BigEndian.Uint16(f.maxp[4:]))
	f.metrics = int(binary.BigEndian.Uint16(f.hhea[34:]))
	entry := 2
	if f.long {
		entry = 4
	}
	switch {
	case f.upem == 0:
		return fmt.Errorf("table head: %w: no units to the em", ErrMalformed)
	case f.glyphs == 0 || len(f.loca) < entry*(f.glyphs+1):
		return fmt.Errorf("table loca: %w: too short for %d glyphs", ErrMalformed, f.glyphs)
	case f.metrics == 0 || len(f.hmtx) < 4*f.metrics:
		return fmt.Errorf("table hmtx: %w: too short for %d advances", ErrMalformed, f.metrics)
	}
	f.ascent = float64(int16(binary.BigEndian.Uint16(f.hhea[4:]))) / f.upem
	f.descent = float64(int16(binary.BigEndian.Uint16(f.hhea[6:]))) / f.upem
	return nil
}

// Glyph returns the glyph for a character, 0 if the face has none.
func (f *Face) Glyph(r rune) GID {
	g := f.cmap.glyph(r)
	if int(g) >= f.glyphs {
		return 0
	}
	return g
}

// Advance returns how far the next glyph stands from g, in em.
func (f *Face) Advance(g GID) float64 {
	i := min(int(g), f.metrics-1)
	return float64(binary.BigEndian.Uint16(f.hmtx[4*i:])) / f.upem
}

// Ascent returns the height of the face above the baseline, in em.
func (f *Face) Ascent() float64 { return f.ascent }

// Descent returns the depth of the face, in em; below the baseline is negative.
func (f *Face) Descent() float64 { return f.descent }

// Bounds returns the box that holds every outline of the face, in em.
func (f *Face) Bounds() (left, bottom, right, top float64) {
	at := func(i int) float64 { return float64(int16(binary.BigEndian.Uint16(f.head[i:]))) / f.upem }
	return at(36), at(38), at(40), at(42)
}

// read returns a part of the source.
func read(source io.ReaderAt, part extent) ([]byte, error) {
	if part.length > maxTable {
		return nil, fmt.Errorf("%w: %d bytes in one table", ErrMalformed, part.length)
	}
	data := make([]byte, part.length)
	return data, readInto(data, source, part.offset)
}

// readInto fills data from an offset of the source.
func readInto(data []byte, source io.ReaderAt, offset int64) error {
	n, err := source.ReadAt(data, offset)
	switch {
	case n == len(data):
		return nil
	case errors.Is(err, io.EOF):
		return fmt.Errorf("%w: it ends too early", ErrMalformed)
	}
	return err
}
