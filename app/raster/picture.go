package raster

import (
	"bytes"
	"image/jpeg"

	"golang.org/x/image/draw"

	"visitdesk/app/photo"
	"visitdesk/app/typeset"
)

func (c *canvas) picture(p typeset.Picture) {
	place := c.rectangle(p.X, p.Y, p.X+p.W, p.Y+p.H)
	// Its head is looked at first: decoding takes memory for what it claims.
	if _, err := photo.Look(p.JPEG); err != nil {
		c.crossed(p)
		return
	}
	src, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	if err != nil {
		c.crossed(p)
		return
	}
	draw.BiLinear.Scale(c.image, place, src, src.Bounds(), draw.Src, nil)
}

// crossed stands for a picture that cannot be read.
func (c *canvas) crossed(p typeset.Picture) {
	grey := typeset.Colour{R: 0x80, G: 0x80, B: 0x80}
	c.box(typeset.Box{X: p.X, Y: p.Y, W: p.W, H: p.H, Frame: grey, Width: 0.2})
	c.line(typeset.Line{X1: p.X, Y1: p.Y, X2: p.X + p.W, Y2: p.Y + p.H, Colour: grey, Width: 0.2})
	c.line(typeset.Line{X1: p.X, Y1: p.Y + p.H, X2: p.X + p.W, Y2: p.Y, Colour: grey, Width: 0.2})
}
