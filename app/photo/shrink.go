package photo

import (
	"image"

	"golang.org/x/image/draw"
)

// shrink returns the picture over white, with its longer side at most as long
// as given; a smaller one keeps its size.
func shrink(src image.Image, side int) *image.RGBA {
	size := src.Bounds().Size()
	longer := max(size.X, size.Y)
	if longer <= side {
		out := image.NewRGBA(image.Rectangle{Max: size})
		onWhite(out, src, src.Bounds().Min)
		return out
	}
	// The good scaler keeps a row of the result for every row of the source, in
	// floating point: 170 MB for a photo of 24 MP. Whole steps go first.
	halfway := average(src, longer/(2*side))
	out := image.NewRGBA(image.Rect(0, 0, scaled(size.X, side, longer), scaled(size.Y, side, longer)))
	draw.CatmullRom.Scale(out, out.Rect, halfway, halfway.Rect, draw.Src, nil)
	return out
}

// scaled returns length·side/longer, rounded, at least 1.
func scaled(length, side, longer int) int { return max((length*side+longer/2)/longer, 1) }

// average returns the picture over white, with every n × n pixels made one. It
// takes n rows at a time, whatever the picture's kind.
func average(src image.Image, n int) *image.RGBA {
	n = max(n, 1)
	bounds := src.Bounds()
	// What is left over at the right and at the bottom is less than a pixel of
	// the result.
	w, h := max(bounds.Dx()/n, 1), max(bounds.Dy()/n, 1)
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	across, down := min(n, bounds.Dx()), min(n, bounds.Dy())
	strip := image.NewRGBA(image.Rect(0, 0, w*across, down))
	for y := range h {
		onWhite(strip, src, image.Pt(bounds.Min.X, bounds.Min.Y+y*down))
		for x := range w {
			colour := mean(strip, x*across, across)
			copy(out.Pix[out.PixOffset(x, y):], colour[:])
		}
	}
	return out
}

// mean returns the mean colour of the columns of a strip from x on.
func mean(strip *image.RGBA, x, columns int) [4]byte {
	var sum [4]int
	rows := strip.Rect.Dy()
	for y := range rows {
		for pix := strip.Pix[strip.PixOffset(x, y):][:4*columns]; len(pix) > 0; pix = pix[4:] {
			sum[0] += int(pix[0])
			sum[1] += int(pix[1])
			sum[2] += int(pix[2])
			sum[3] += int(pix[3])
		}
	}
	count := rows * columns
	return [4]byte{byte(sum[0] / count), byte(sum[1] / count), byte(sum[2] / count), byte(sum[3] / count)}
}
