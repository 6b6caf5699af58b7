package typeset

import (
	"fmt"
	"io"
	"io/fs"

	"visitdesk/app/font"
)

// A role is a way to letter: which faces serve it is settled here only.
type role int

const (
	serif     role = iota // 宋 with Liberation Serif: running text
	serifBold             // titles, what stands out in running text
	slanted               // 宋 with an italic Latin: subtitles, readings
	sans                  // 黑: tables, facts, charts
	sansBold              // headings, labels, key numbers
	kai                   // 楷: remarks
	roles
)

// Fonts are the faces that papers are printed with. They never change after
// OpenFonts and may serve several goroutines.
type Fonts struct {
	pairs [roles]pair
	rest  []*font.Face // asked in this order for what a role's own faces lack
}

// A pair is the face for Chinese and the face for Latin text.
type pair struct{ chinese, latin *font.Face }

// The font files and the names their faces get.
var fontFiles = map[string]string{
	"song":      "fonts/NotoSerifSC-Regular.tgh.ttf",
	"songbold":  "fonts/NotoSerifSC-Bold.tgh.ttf",
	"hei":       "fonts/NotoSansSC-Regular.gb18030.ttf", // the one with the rarest characters
	"heibold":   "fonts/NotoSansSC-Bold.tgh.ttf",
	"kai":       "fonts/LXGWWenKai-Regular.rare.ttf",
	"latin":     "fonts/LiberationSerif-Regular.ttf",
	"latinbold": "fonts/LiberationSerif-Bold.ttf",
	"italic":    "fonts/LiberationSerif-Italic.ttf",
}

// OpenFonts opens the faces of every role in files, where fonts/ is. Files must
// allow reading at any offset, as those of embed.FS and os.DirFS do.
func OpenFonts(files fs.FS) (*Fonts, error) {
	faces := make(map[string]*font.Face, len(fontFiles))
	for name, file := range fontFiles {
		face, err := openFace(files, name, file)
		if err != nil {
			return nil, err
		}
		faces[name] = face
	}
	return &Fonts{
		pairs: [roles]pair{
			serif:     {faces["song"], faces["latin"]},
			serifBold: {faces["songbold"], faces["latinbold"]},
			slanted:   {faces["song"], faces["italic"]},
			sans:      {faces["hei"], faces["hei"]},
			sansBold:  {faces["heibold"], faces["heibold"]},
			kai:       {faces["kai"], faces["latin"]},
		},
		rest: []*font.Face{faces["hei"], faces["song"], faces["kai"], faces["latin"]},
	}, nil
}

func openFace(files fs.FS, name, file string) (*font.Face, error) {
	f, err := files.Open(file)
	if err != nil {
		return nil, fmt.Errorf("opening font %s: %w", name, err)
	}
	source, ok := f.(io.ReaderAt)
	if !ok {
		return nil, fmt.Errorf("opening font %s: %s cannot be read at an offset", name, file)
	}
	face, err := font.Parse(name, source, 0)
	if err != nil {
		return nil, fmt.Errorf("reading font %s: %w", name, err)
	}
	return face, nil
}

// find returns the face that letters r in a role, and the glyph: 0 when no face
// has one. In Chinese surroundings the Chinese face comes first.
func (f *Fonts) find(in role, r rune, chinese bool) (*font.Face, font.GID) {
	first, second := f.pairs[in].latin, f.pairs[in].chinese
	if chinese {
		first, second = second, first
	}
	if g := first.Glyph(r); g != 0 {
		return first, g
	}
	if second != first {
		if g := second.Glyph(r); g != 0 {
			return second, g
		}
	}
	for _, face := range f.rest {
		if g := face.Glyph(r); g != 0 {
			return face, g
		}
	}
	return f.pairs[in].chinese, 0
}
