package typeset

import (
	"visitdesk/app/document"
	"visitdesk/app/font"
)

// A Layout is a document set in pages, ready to be drawn. Lengths are in
// millimetres from the top left corner of the page, type sizes in points.
type Layout struct {
	Document  document.Document // what was set: its title, language and stamps
	Pages     []Page
	Bookmarks []Bookmark
	Places    []Place      // where each section begins
	Version   int          // which version of the front was taken
	Missing   map[rune]int // characters that no font has, and how often they stand there
	Broken    []string     // names of the people whose photo cannot be read
}

// A Page is what is drawn on one sheet, in order: later marks cover earlier
// ones.
type Page struct {
	Width, Height float64
	Marks         []Mark
}

// A Mark is one of the types below.
type Mark interface{ mark() }

type (
	// Glyphs is a run of text of one face, size and colour on one baseline.
	// Each rune is followed by its advance and by Spacing; runes that no face
	// has are drawn as an empty box of the run's face.
	Glyphs struct {
		X, Y    float64 // of the baseline's start
		Face    *font.Face
		Size    float64 // points
		Colour  Colour
		Runes   []rune
		Spacing float64 // points, after each rune
		Follows bool    // goes on with the mark before: what parts them is air, no space
	}

	// Box is a rectangle, filled, framed, or both; a zero Width draws no frame.
	Box struct {
		X, Y, W, H float64
		Fill       Colour
		Filled     bool
		Frame      Colour
		Width      float64
	}

	// Line is a straight stroke.
	Line struct {
		X1, Y1, X2, Y2 float64
		Colour         Colour
		Width          float64
		Dashed         bool
	}

	// Picture is an image scaled into a rectangle.
	Picture struct {
		X, Y, W, H float64
		JPEG       []byte
	}
)

func (Glyphs) mark()  {}
func (Box) mark()     {}
func (Line) mark()    {}
func (Picture) mark() {}

// Colour is an RGB colour.
type Colour struct{ R, G, B uint8 }

// A Bookmark is an entry of the file's table of contents.
type Bookmark struct {
	Title string
	Level int // 0 for sections
	Page  int // from 0
	Y     float64
}

// A Place is where a section begins.
type Place struct {
	Key  string // the section's
	Page int    // from 0
	Y    float64
}
