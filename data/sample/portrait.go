package sample

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
)

const (
	portraitWidth  = 150
	portraitHeight = 200
)

// portrait draws a plain head and shoulders as a small JPEG. It is nobody; n
// only varies the colours.
func portrait(n int) []byte {
	coats := []color.RGBA{{0x2b, 0x3a, 0x55, 0xff}, {0x4a, 0x4f, 0x57, 0xff}, {0x5b, 0x3f, 0x4b, 0xff}, {0x35, 0x55, 0x50, 0xff}, {0x6b, 0x5a, 0x45, 0xff}}
	hairs := []color.RGBA{{0x22, 0x22, 0x24, 0xff}, {0x3a, 0x32, 0x2c, 0xff}, {0x6d, 0x6c, 0x6a, 0xff}}
	skin := color.RGBA{0xe3, 0xc3, 0xa6, 0xff}
	wall := color.RGBA{0xdd, 0xe4, 0xec, 0xff}
	shirt := color.RGBA{0xf6, 0xf6, 0xf4, 0xff}
	coat, hair := coats[n%len(coats)], hairs[n%len(hairs)]

	img := image.NewRGBA(image.Rect(0, 0, portraitWidth, portraitHeight))
	for y := range portraitHeight {
		for x := range portraitWidth {
			c := wall
			switch {
			case inside(x, y, 75, 92, 30, 38) && y > 74:
				c = skin
			case inside(x, y, 75, 84, 36, 42) && y < 96:
				c = hair
			case y > 120 && y < 146 && x > 62 && x < 88:
				c = skin
			case y > 140 && abs(x-75) < (168-y):
				c = shirt
			case inside(x, y, 75, 205, 66, 66):
				c = coat
			}
			img.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 82}); err != nil {
		return nil // a buffer takes everything
	}
	return b.Bytes()
}

// inside reports whether a point is in the ellipse about (cx, cy).
func inside(x, y, cx, cy, rx, ry int) bool {
	dx, dy := (x-cx)*ry, (y-cy)*rx
	return dx*dx+dy*dy <= rx*rx*ry*ry
}

func abs(n int) int { return max(n, -n) }
