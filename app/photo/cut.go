package photo

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
)

// Cut turns a picture that Clean made by so many quarters clockwise and returns
// the part of it within frame, in pixels of the turned picture. An empty frame
// is all of it. Cut from what Clean returned, not from what Cut did: each time
// costs some sharpness.
func Cut(picture []byte, quarters int, frame image.Rectangle) ([]byte, error) {
	decoded, err := decode(picture)
	if err != nil {
		return nil, fmt.Errorf("cut picture: %w", err)
	}
	whole := image.NewRGBA(image.Rectangle{Max: decoded.Bounds().Size()})
	onWhite(whole, decoded, decoded.Bounds().Min)
	whole = turn(whole, [...]int{1, 6, 3, 8}[(quarters%4+4)%4])
	if frame = frame.Intersect(whole.Rect); frame.Empty() {
		frame = whole.Rect
	}
	part := image.NewRGBA(image.Rectangle{Max: frame.Size()})
	draw.Draw(part, part.Rect, whole, frame.Min, draw.Src)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, part, &jpeg.Options{Quality: quality}); err != nil {
		return nil, fmt.Errorf("cut picture: %w", err)
	}
	return out.Bytes(), nil
}
