// Package raster draws laid-out pages as pictures, for the preview on the
// screen and for printers that take no PDF.
//
// It draws what package pdf writes. On the few dots of a screen it keeps edges
// sharp: baselines, boxes and straight lines stand on whole dots, and a line is
// never thinner than one.
package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"visitdesk/app/typeset"
)

// maxSide bounds a picture whose page or resolution makes no sense, in dots.
const maxSide = 20_000

// Draw returns the page on white, with dpi dots to the inch. Marks beyond the
// edges of the page are cut off; a picture that cannot be read is a crossed box.
func Draw(page typeset.Page, dpi float64) *image.RGBA {
	c := &canvas{dot: dpi / 25.4, point: dpi / 72, stamps: map[stampKey]stamp{}}
	c.image = image.NewRGBA(image.Rect(0, 0, side(page.Width*c.dot), side(page.Height*c.dot)))
	draw.Draw(c.image, c.image.Rect, image.White, image.Point{}, draw.Src)
	for _, mark := range page.Marks {
		switch mark := mark.(type) {
		case typeset.Glyphs:
			c.glyphs(mark)
		case typeset.Box:
			c.box(mark)
		case typeset.Line:
			c.line(mark)
		case typeset.Picture:
			c.picture(mark)
		}
	}
	return c.image
}

func side(length float64) int {
	if !(length > 1) { // also for NaN
		return 1
	}
	return int(math.Ceil(min(length, maxSide) - 1e-6))
}

// canvas is one page being drawn.
type canvas struct {
	image      *image.RGBA
	dot        float64 // dots to the millimetre
	point      float64 // dots to the point
	rasterizer vector.Rasterizer
	stamps     map[stampKey]stamp
}

func (c *canvas) box(b typeset.Box) {
	if b.Filled {
		c.fill(c.rectangle(b.X, b.Y, b.X+b.W, b.Y+b.H), b.Fill, 0xFF)
	}
	if b.Width <= 0 {
		return
	}
	// The frame lies half on either side of the edge; its corners are whole.
	half := b.Width / 2
	left, top, right, bottom := b.X, b.Y, b.X+b.W, b.Y+b.H
	for _, l := range [][4]float64{
		{left - half, top, right + half, top}, {left - half, bottom, right + half, bottom},
		{left, top, left, bottom}, {right, top, right, bottom},
	} {
		c.line(typeset.Line{X1: l[0], Y1: l[1], X2: l[2], Y2: l[3], Colour: b.Frame, Width: b.Width})
	}
}

// rectangle returns the dots of an area, its edges moved to the nearest dots so
// that neighbouring areas leave no seam; at least one dot either way.
func (c *canvas) rectangle(x1, y1, x2, y2 float64) image.Rectangle {
	x1, x2 = min(x1, x2), max(x1, x2)
	y1, y2 = min(y1, y2), max(y1, y2)
	r := image.Rect(whole(x1*c.dot), whole(y1*c.dot), whole(x2*c.dot), whole(y2*c.dot))
	r.Max.X, r.Max.Y = max(r.Max.X, r.Min.X+1), max(r.Max.Y, r.Min.Y+1)
	return r
}

// whole rounds to a dot that is far from overflowing.
func whole(v float64) int {
	if !(math.Abs(v) < 4*maxSide) { // also for NaN
		v = math.Copysign(4*maxSide, v)
	}
	return int(math.Round(v))
}

func (c *canvas) fill(r image.Rectangle, colour typeset.Colour, alpha uint8) {
	ink := color.NRGBA{R: colour.R, G: colour.G, B: colour.B, A: alpha}
	draw.Draw(c.image, r, image.NewUniform(ink), image.Point{}, draw.Over)
}

// dash is the length of the strokes of a dashed line and of the gaps between
// them, in millimetres, as in package pdf.
const dash = 0.8

func (c *canvas) line(l typeset.Line) {
	length := math.Hypot(l.X2-l.X1, l.Y2-l.Y1)
	if !l.Dashed || !(length < 10_000) {
		c.stroke(l)
		return
	}
	at := func(along float64) (float64, float64) {
		part := min(along/length, 1)
		return l.X1 + part*(l.X2-l.X1), l.Y1 + part*(l.Y2-l.Y1)
	}
	for along := 0.0; along < length; along += 2 * dash {
		part := l
		part.X1, part.Y1 = at(along)
		part.X2, part.Y2 = at(along + dash)
		c.stroke(part)
	}
}

// faintest is the least strength of a line that is thinner than a dot.
const faintest = 0.5

// stroke draws one straight stroke: a row or column of whole dots where it is
// level or upright, else a polygon.
func (c *canvas) stroke(l typeset.Line) {
	width := l.Width * c.dot
	alpha := uint8(255 * min(max(width, faintest), 1))
	thick := max(whole(width), 1)
	r := c.rectangle(l.X1, l.Y1, l.X2, l.Y2)
	switch {
	case l.Y1 == l.Y2:
		r.Min.Y = whole(l.Y1*c.dot - float64(thick)/2)
		r.Max.Y = r.Min.Y + thick
	case l.X1 == l.X2:
		r.Min.X = whole(l.X1*c.dot - float64(thick)/2)
		r.Max.X = r.Min.X + thick
	default:
		c.slanted(l, r.Inset(-thick-1), max(width, 1))
		return
	}
	c.fill(r, l.Colour, alpha)
}

// slanted draws a stroke that is neither level nor upright, inside of r.
func (c *canvas) slanted(l typeset.Line, r image.Rectangle, width float64) {
	r = r.Intersect(c.image.Rect)
	far := max(math.Abs(l.X1), math.Abs(l.Y1), math.Abs(l.X2), math.Abs(l.Y2), l.Width) * c.dot
	if r.Empty() || !(far < 4*maxSide) { // the rasterizer would overflow
		return
	}
	x1, y1 := l.X1*c.dot-float64(r.Min.X), l.Y1*c.dot-float64(r.Min.Y)
	x2, y2 := l.X2*c.dot-float64(r.Min.X), l.Y2*c.dot-float64(r.Min.Y)
	length := math.Hypot(x2-x1, y2-y1)
	dx, dy := width/2*(y1-y2)/length, width/2*(x2-x1)/length
	z := &c.rasterizer
	z.Reset(r.Dx(), r.Dy())
	z.MoveTo(float32(x1+dx), float32(y1+dy))
	z.LineTo(float32(x2+dx), float32(y2+dy))
	z.LineTo(float32(x2-dx), float32(y2-dy))
	z.LineTo(float32(x1-dx), float32(y1-dy))
	z.ClosePath()
	z.Draw(c.image, r, image.NewUniform(color.RGBA{l.Colour.R, l.Colour.G, l.Colour.B, 0xFF}), image.Point{})
}
