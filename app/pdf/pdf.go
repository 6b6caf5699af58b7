// Package pdf writes laid-out pages as a PDF file: small, searchable, with
// bookmarks, and the same bytes for the same pages.
//
// gofpdf makes the pages, boxes and lines. Its text functions lose Chinese
// characters at line breaks and panic above U+FFFF, so the text is written here;
// and what gofpdf cannot write at all is put into the finished file: fonts of
// just the glyphs used, with a map back to the true characters of any plane,
// bookmarks and titles in Chinese, the language, and an identifier drawn from
// the content.
//
// It does not encrypt, sign, or tag the text for screen readers, and does not
// claim PDF/A.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/jung-kurt/gofpdf"

	"visitdesk/app/font"
	"visitdesk/app/typeset"
)

// errNoPages is returned for a layout with nothing to write: a PDF needs a page.
var errNoPages = errors.New("the layout has no pages")

// Write writes the pages of l as a PDF 1.7 file. A picture that cannot be read
// becomes a crossed box; a character that no font has, a box that still copies
// and searches as the character.
func Write(w io.Writer, l typeset.Layout) error {
	if len(l.Pages) == 0 {
		return fmt.Errorf("write pdf: %w", errNoPages)
	}
	p := newPaper(l.Pages[0])
	for _, page := range l.Pages {
		p.page(page)
	}
	drawn, err := p.output()
	if err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	if err := finish(w, drawn, p, l); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

// paper draws pages with gofpdf and gathers what they use.
type paper struct {
	out       *gofpdf.Fpdf
	typefaces map[*font.Face]*typeface
	order     []*typeface // in the order of first use
	pictures  album
	ink       ink

	// Room used again and again.
	line    []typeset.Glyphs
	letters []letter
	buffer  []byte
}

// ink is what the page is being drawn with, so that only changes are written.
type ink struct {
	face    *typeface
	size    float64
	spacing float64
	fill    typeset.Colour
	stroke  typeset.Colour
	width   float64
	dashed  bool
}

func newPaper(first typeset.Page) *paper {
	out := gofpdf.NewCustom(&gofpdf.InitType{
		UnitStr: "mm", Size: gofpdf.SizeType{Wd: first.Width, Ht: first.Height},
	})
	out.SetCompression(false) // finish compresses everything, with one compressor
	out.SetCatalogSort(true)
	out.SetMargins(0, 0, 0)
	out.SetAutoPageBreak(false, 0)
	return &paper{out: out, typefaces: map[*font.Face]*typeface{}, pictures: newAlbum()}
}

func (p *paper) page(page typeset.Page) {
	// "P" takes width and height as they are, also for a page that is wider
	// than high.
	p.out.AddPageFormat("P", gofpdf.SizeType{Wd: page.Width, Ht: page.Height})
	// Every page begins black, with no face; what gofpdf sets it sets again.
	p.ink = ink{stroke: p.ink.stroke, width: p.ink.width, dashed: p.ink.dashed}
	for i, mark := range page.Marks {
		switch mark := mark.(type) {
		case typeset.Glyphs:
			if !mark.Follows || i == 0 {
				p.line = p.line[:0]
			}
			if len(mark.Runes) > 0 && mark.Face != nil {
				p.line = append(p.line, mark)
			}
			if len(p.line) > 0 && !followed(page.Marks[i+1:]) {
				p.text(p.line, page.Height)
			}
		case typeset.Box:
			p.box(mark)
		case typeset.Line:
			p.stroked(mark)
		case typeset.Picture:
			p.picture(mark, page.Height)
		}
	}
}

// followed says whether the first of marks goes on with the line before it.
func followed(marks []typeset.Mark) bool {
	if len(marks) == 0 {
		return false
	}
	next, ok := marks[0].(typeset.Glyphs)
	return ok && next.Follows
}

func (p *paper) typeface(face *font.Face) *typeface {
	if p.ink.face != nil && p.ink.face.face == face {
		return p.ink.face
	}
	t, found := p.typefaces[face]
	if !found {
		t = newTypeface(face, len(p.order))
		p.typefaces[face] = t
		p.order = append(p.order, t)
	}
	return t
}

// write adds to the content of the page.
func (p *paper) write(content []byte) {
	if len(content) > 0 {
		p.out.RawWriteBuf(bytes.NewReader(content))
	}
}

func (p *paper) box(b typeset.Box) {
	style := ""
	if b.Filled {
		p.write(p.fill(nil, b.Fill))
		style = "F"
	}
	if b.Width > 0 {
		p.stroke(b.Frame, b.Width, false)
		style += "D"
	}
	if style != "" {
		p.out.Rect(b.X, b.Y, b.W, b.H, style)
	}
}

func (p *paper) stroked(l typeset.Line) {
	p.stroke(l.Colour, l.Width, l.Dashed)
	p.out.Line(l.X1, l.Y1, l.X2, l.Y2)
}

// fill sets the colour of areas and of text, which PDF does not tell apart, if
// it changes.
func (p *paper) fill(b []byte, c typeset.Colour) []byte {
	if c == p.ink.fill {
		return b
	}
	p.ink.fill = c
	for _, part := range [3]uint8{c.R, c.G, c.B} {
		b = append(appendNumber(b, float64(part)/255), ' ')
	}
	return append(b, "rg\n"...)
}

// dash is the length of the strokes of a dashed line and of the gaps between
// them, in millimetres.
var dash = []float64{0.8, 0.8}

func (p *paper) stroke(c typeset.Colour, width float64, dashed bool) {
	if c != p.ink.stroke {
		p.out.SetDrawColor(int(c.R), int(c.G), int(c.B))
		p.ink.stroke = c
	}
	if width != p.ink.width {
		p.out.SetLineWidth(width)
		p.ink.width = width
	}
	if dashed != p.ink.dashed {
		if dashed {
			p.out.SetDashPattern(dash, 0)
		} else {
			p.out.SetDashPattern(nil, 0)
		}
		p.ink.dashed = dashed
	}
}
