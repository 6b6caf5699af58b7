package photo_test

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"testing"

	"visitdesk/app/photo"
)

func cut(t *testing.T, data []byte, quarters int, frame image.Rectangle) image.Image {
	t.Helper()
	out, err := photo.Cut(data, quarters, frame)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := photo.Look(out); err != nil {
		t.Errorf("what was cut is not fit for papers: %v", err)
	}
	img, err := jpeg.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// blue reports whether a picture is blue at a place.
func blue(img image.Image, x, y int) bool {
	r, _, b, _ := img.At(x, y).RGBA()
	return b > r
}

// Each quarter turns the picture clockwise: its blue corner goes round.
func TestCutTurns(t *testing.T) {
	data := asJPEG(t, plain(80, 60))
	for quarters, corner := range map[int]image.Point{0: {5, 5}, 1: {55, 5}, 2: {75, 55}, 3: {5, 75}, 4: {5, 5}, -1: {5, 75}} {
		img := cut(t, data, quarters, image.Rectangle{})
		want := image.Pt(80, 60)
		if quarters%2 != 0 {
			want = image.Pt(60, 80)
		}
		if img.Bounds().Size() != want || !blue(img, corner.X, corner.Y) || blue(img, want.X-1-corner.X, want.Y-1-corner.Y) {
			t.Errorf("after %d quarters the picture is %v, blue at %v: %v", quarters, img.Bounds(), corner, blue(img, corner.X, corner.Y))
		}
	}
}

// A frame cuts out of the turned picture, as far as it lies in it; none, or one
// beside it, cuts nothing.
func TestCutFrames(t *testing.T) {
	data := asJPEG(t, plain(80, 60))
	for frame, want := range map[image.Rectangle]image.Point{
		image.Rect(10, 20, 40, 60):   {30, 40},
		image.Rect(-5, -5, 10, 10):   {10, 10},
		image.Rect(50, 60, 100, 100): {10, 20},
		image.Rect(90, 90, 99, 99):   {60, 80},
		{}:                           {60, 80},
	} {
		if got := cut(t, data, 1, frame).Bounds().Size(); got != want {
			t.Errorf("%v cut out %v, want %v", frame, got, want)
		}
	}
}

// What is no picture is told.
func TestCutNoPicture(t *testing.T) {
	if _, err := photo.Cut([]byte("no picture"), 1, image.Rectangle{}); !errors.Is(err, photo.ErrUnreadable) {
		t.Errorf("got %v", err)
	}
}
