package raster

import (
	"image"
	"image/draw"
	"math"

	"visitdesk/app/font"
	"visitdesk/app/typeset"
)

// A stamp is a glyph in dots, used again wherever it stands on the page at the
// same part of a dot: a page has 1500 characters and some 400 different ones.
type stamp struct {
	mask   *image.Alpha // nil for a blank glyph
	offset image.Point  // from the pen to the mask's corner
}

type stampKey struct {
	face  *font.Face
	glyph font.GID
	size  float64 // dots to the em
	step  int     // part of a dot that the pen is past a whole one
}

// steps is how many positions of the pen within a dot are told apart: 2^stepBits.
const (
	stepBits = 2
	steps    = 1 << stepBits
)

func (c *canvas) glyphs(g typeset.Glyphs) {
	if g.Face == nil {
		return
	}
	size := g.Size * c.point
	x, y := g.X*c.dot, whole(g.Y*c.dot)
	for _, r := range g.Runes {
		glyph := g.Face.Glyph(r)
		past := whole(x * steps)
		key := stampKey{g.Face, glyph, size, past & (steps - 1)}
		s, found := c.stamps[key]
		if !found {
			s = c.stamp(key)
			c.stamps[key] = s
		}
		if s.mask != nil {
			c.press(s.mask, image.Pt(past>>stepBits+s.offset.X, y+s.offset.Y), g.Colour)
		}
		x += g.Face.Advance(glyph)*size + g.Spacing*c.point
	}
}

// stamp draws a glyph once.
func (c *canvas) stamp(key stampKey) stamp {
	t := trace{scale: key.size, shift: float64(key.step) / steps}
	// A malformed glyph is drawn as far as it can be read: the preview must
	// show the page.
	_ = key.face.Outline(key.glyph, &t)
	bounds := t.bounds()
	if bounds.Empty() {
		return stamp{}
	}
	z := &c.rasterizer
	z.Reset(bounds.Dx(), bounds.Dy())
	z.DrawOp = draw.Src
	left, top := float32(bounds.Min.X), float32(bounds.Min.Y)
	points := t.points
	for _, n := range t.counts {
		switch n {
		case move:
			z.ClosePath()
			z.MoveTo(points[0]-left, points[1]-top)
			n = line
		case line:
			z.LineTo(points[0]-left, points[1]-top)
		case quad:
			z.QuadTo(points[0]-left, points[1]-top, points[2]-left, points[3]-top)
		}
		points = points[n:]
	}
	z.ClosePath()
	mask := image.NewAlpha(image.Rectangle{Max: bounds.Size()})
	z.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return stamp{mask, bounds.Min}
}

// press puts a stamp on the page. It does what draw.DrawMask does, for a page
// that is opaque, at a third of the time.
func (c *canvas) press(mask *image.Alpha, at image.Point, ink typeset.Colour) {
	area := mask.Rect.Add(at).Intersect(c.image.Rect)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		from := mask.Pix[mask.PixOffset(area.Min.X-at.X, y-at.Y):][:area.Dx()]
		to := c.image.Pix[c.image.PixOffset(area.Min.X, y):][:4*area.Dx()]
		for i, alpha := range from {
			if alpha == 0 {
				continue
			}
			dot := to[4*i : 4*i+3 : 4*i+3]
			dot[0] = blend(dot[0], ink.R, alpha)
			dot[1] = blend(dot[1], ink.G, alpha)
			dot[2] = blend(dot[2], ink.B, alpha)
		}
	}
}

func blend(under, over, alpha uint8) uint8 {
	return uint8((uint32(under)*(255-uint32(alpha)) + uint32(over)*uint32(alpha) + 127) / 255)
}

// trace is a font.Pen that keeps an outline in dots, y pointing down, with its
// extent.
type trace struct {
	scale, shift             float64
	counts                   []int     // of numbers that each step has in points
	points                   []float32 // x, y …
	left, top, right, bottom float32
}

// Steps of a trace.
const (
	move = 0 // has two numbers, as line
	line = 2
	quad = 4
)

func (t *trace) add(x, y float64) {
	px, py := float32(x*t.scale+t.shift), float32(-y*t.scale)
	if len(t.points) == 0 {
		t.left, t.top, t.right, t.bottom = px, py, px, py
	}
	t.left, t.right = min(t.left, px), max(t.right, px)
	t.top, t.bottom = min(t.top, py), max(t.bottom, py)
	t.points = append(t.points, px, py)
}

func (t *trace) MoveTo(x, y float64) {
	t.counts = append(t.counts, move)
	t.add(x, y)
}

func (t *trace) LineTo(x, y float64) {
	t.counts = append(t.counts, line)
	t.add(x, y)
}

func (t *trace) QuadTo(cx, cy, x, y float64) {
	t.counts = append(t.counts, quad)
	t.add(cx, cy)
	t.add(x, y)
}

// bounds returns the dots that the outline touches, empty for a blank glyph or
// one beyond all measure.
func (t *trace) bounds() image.Rectangle {
	floor := func(v float32) int { return int(math.Floor(float64(v))) }
	if len(t.points) == 0 || !(max(-t.left, t.right, -t.top, t.bottom) < maxGlyph) {
		return image.Rectangle{}
	}
	return image.Rect(floor(t.left), floor(t.top), floor(t.right)+1, floor(t.bottom)+1)
}

// maxGlyph bounds the memory for one glyph, in dots either way from the pen.
const maxGlyph = 4000
