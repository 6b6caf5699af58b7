package font_test

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"visitdesk/app/font"
)

var errDisk = errors.New("the disk is gone")

// failing is a source of which nothing can be read once it has failed.
type failing struct {
	io.ReaderAt
	reads int // that still succeed
}

func (f *failing) ReadAt(p []byte, offset int64) (int, error) {
	if f.reads == 0 {
		return 0, errDisk
	}
	f.reads--
	return f.ReaderAt.ReadAt(p, offset)
}

// A font on a drive that is pulled out fails with the drive's own error, at
// whichever read, and is not called malformed.
func TestAFontThatCannotBeReadSaysWhy(t *testing.T) {
	data := bytesOf(t, latin)
	opened := false
	for reads := 0; !opened; reads++ {
		if reads > 100 {
			t.Fatal("opening a font takes more than 100 reads")
		}
		face, err := font.Parse("latin", &failing{bytes.NewReader(data), reads}, 0)
		if opened = err == nil; opened {
			glyph := face.Glyph('A')
			if glyph == 0 {
				t.Error("an opened face has no A")
			}
			if err := face.Outline(glyph, newSketch()); !errors.Is(err, errDisk) {
				t.Errorf("the outline: %v", err)
			}
			if _, err := face.Subset(map[uint16]font.GID{1: glyph}); !errors.Is(err, errDisk) {
				t.Errorf("the subset: %v", err)
			}
		} else if !errors.Is(err, errDisk) || errors.Is(err, font.ErrMalformed) {
			t.Errorf("after %d reads: %v", reads, err)
		}
	}
}

// A subset holds what its glyphs take and little more, however large the font.
func TestSubsetsAreSmall(t *testing.T) {
	face := parse(t, song)
	one, many := subset(t, face, numbered(face, "一")), subset(t, face, numbered(face, "一丁七万丈三上下不与"))
	if len(one) > 2_000 || len(many) > 5_000 {
		t.Errorf("%d bytes for one character, %d for ten", len(one), len(many))
	}
	if none := subset(t, face, nil); len(none) > 1_500 {
		t.Errorf("%d bytes for none", len(none))
	}
}
