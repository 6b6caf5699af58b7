// Package pdf writes laid-out pages as a PDF file: small, searchable, with
// bookmarks, and the same bytes for the same pages.
//
// gofpdf draws the pages; it is called with positions and ready-made codes only,
// because its own text functions lose Chinese characters at line breaks and
// panic above U+FFFF. What it cannot write at all, this package puts into the
// finished file: fonts of just the glyphs used, with a map back to the true
// characters of any plane, bookmarks and titles in Chinese, the language, and
// an identifier drawn from the content.
//
// It does not encrypt, sign, or tag the text for screen readers, and does not
// claim PDF/A.
package pdf

import (
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
	return &paper{
		out: out, typefaces: map[*font.Face]*typeface{}, pictures: newAlbum(),
		ink: ink{width: -1},
	}
}

func (p *paper) page(page typeset.Page) {
	// "P" takes width and height as they are, also for a page that is wider
	// than high.
	p.out.AddPageFormat("P", gofpdf.SizeType{Wd: page.Width, Ht: page.Height})
	p.ink.spacing = 0 // begins anew on every page; gofpdf repeats the rest
	for _, mark := range page.Marks {
		switch mark := mark.(type) {
		case typeset.Glyphs:
			p.glyphs(mark)
		case typeset.Box:
			p.box(mark)
		case typeset.Line:
			p.line(mark)
		case typeset.Picture:
			p.picture(mark, page.Height)
		}
	}
}

func (p *paper) glyphs(g typeset.Glyphs) {
	if len(g.Runes) == 0 || g.Face == nil {
		return
	}
	face := p.typeface(g.Face)
	if face != p.ink.face || g.Size != p.ink.size {
		p.out.SetFont(face.key, "", g.Size)
		p.ink.face, p.ink.size = face, g.Size
	}
	if g.Spacing != p.ink.spacing {
		// Word spacing would not act on two-byte codes; character spacing does.
		p.out.RawWriteStr(number(g.Spacing) + " Tc")
		p.ink.spacing = g.Spacing
	}
	p.fill(g.Colour)
	p.out.Text(g.X, g.Y, face.encode(g.Runes))
}

func (p *paper) typeface(face *font.Face) *typeface {
	t, found := p.typefaces[face]
	if !found {
		t = newTypeface(face, len(p.order))
		p.typefaces[face] = t
		p.order = append(p.order, t)
		p.out.AddFontFromBytes(t.key, "", t.standIn(), nil)
	}
	return t
}

func (p *paper) box(b typeset.Box) {
	style := ""
	if b.Filled {
		p.fill(b.Fill)
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

func (p *paper) line(l typeset.Line) {
	p.stroke(l.Colour, l.Width, l.Dashed)
	p.out.Line(l.X1, l.Y1, l.X2, l.Y2)
}

// fill sets the colour of areas and of text, which PDF does not tell apart;
// gofpdf would wrap each text in a change of colour and back if they differed.
func (p *paper) fill(c typeset.Colour) {
	if c == p.ink.fill {
		return
	}
	p.out.SetFillColor(int(c.R), int(c.G), int(c.B))
	p.out.SetTextColor(int(c.R), int(c.G), int(c.B))
	p.ink.fill = c
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
