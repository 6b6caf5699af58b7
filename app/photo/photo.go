// Package photo makes pictures from anywhere safe to keep and print: a small
// upright JPEG without metadata.
//
// Pictures come from phones, chats and scanners. They may be huge, cut short,
// forged to exhaust the memory, lying on their side, or carry the place where
// they were taken. Clean takes them once, when they are attached; what it
// returns is what is stored, previewed and printed.
//
// It does not crop, mend colours, or keep animations, and does not read HEIC.
package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"io"
)

// What can be wrong with a picture.
var (
	ErrTooLarge   = errors.New("picture is too large")
	ErrUnreadable = errors.New("picture cannot be read")
)

// The limits of what is taken in.
const (
	MaxBytes  = 20 << 20
	MaxPixels = 40_000_000
)

// LongSide is the length of the longer side of a cleaned picture, in pixels,
// unless it was shorter: 300 dpi at 76 mm, the largest that papers place.
const LongSide = 900

// quality of the JPEG: at 300 dpi no printer shows the difference to 95.
const quality = 82

// Clean reads a JPEG, PNG, GIF, WebP or BMP picture and returns it as an upright
// JPEG of at most LongSide pixels a side, on white where it was transparent,
// with nothing else in it. ErrTooLarge if it exceeds the limits; ErrUnreadable
// if it is damaged or of another kind.
func Clean(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read picture: %w", err)
	}
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("read picture: %w: more than %d MB", ErrTooLarge, MaxBytes>>20)
	}
	picture, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("read picture: %w", err)
	}
	upright := turn(shrink(picture, LongSide), orientation(data))
	var out bytes.Buffer
	if err := jpeg.Encode(&out, upright, &jpeg.Options{Quality: quality}); err != nil {
		return nil, fmt.Errorf("write picture: %w", err)
	}
	return out.Bytes(), nil
}

// Look reports the size and colours of a JPEG that may go into a file as it is:
// whole, and within the limits. It reads the head and the end only, so faults
// between them stay unseen. ErrTooLarge and ErrUnreadable say why not.
func Look(data []byte) (image.Config, error) {
	if len(data) > MaxBytes {
		return image.Config{}, fmt.Errorf("look at picture: %w: %d bytes", ErrTooLarge, len(data))
	}
	if !bytes.HasSuffix(data, []byte{0xFF, 0xD9}) { // the mark at the end of every JPEG
		return image.Config{}, fmt.Errorf("look at picture: %w: not a JPEG, or cut off", ErrUnreadable)
	}
	config, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return image.Config{}, fmt.Errorf("look at picture: %w: %w", ErrUnreadable, err)
	}
	if err := checkSize(config); err != nil {
		return image.Config{}, fmt.Errorf("look at picture: %w", err)
	}
	return config, nil
}

// checkSize judges a picture by its head, before any memory is taken for it.
func checkSize(c image.Config) error {
	if c.Width < 1 || c.Height < 1 {
		return fmt.Errorf("%w: it has no pixels", ErrUnreadable)
	}
	if c.Width > MaxPixels/c.Height {
		return fmt.Errorf("%w: %d × %d pixels", ErrTooLarge, c.Width, c.Height)
	}
	return nil
}

// turn applies an EXIF orientation: 1 is upright, 2 mirrored, 3 upside down,
// 4 both, 5 to 8 lie on their side in the same way.
func turn(src *image.RGBA, orientation int) *image.RGBA {
	if orientation < 2 || orientation > 8 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if orientation >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range h {
		for x := range w {
			tx, ty := x, y
			switch orientation {
			case 2:
				tx = w - 1 - x
			case 3:
				tx, ty = w-1-x, h-1-y
			case 4:
				ty = h - 1 - y
			case 5:
				tx, ty = y, x
			case 6:
				tx, ty = h-1-y, x
			case 7:
				tx, ty = h-1-y, w-1-x
			case 8:
				tx, ty = y, w-1-x
			}
			copy(out.Pix[out.PixOffset(tx, ty):][:4], src.Pix[src.PixOffset(x, y):][:4])
		}
	}
	return out
}

// onWhite draws a part of the picture over white, filling dst.
func onWhite(dst *image.RGBA, src image.Image, from image.Point) {
	draw.Draw(dst, dst.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(dst, dst.Rect, src, from, draw.Over)
}
