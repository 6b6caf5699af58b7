package photo

import (
	"bytes"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/bmp"
	"golang.org/x/image/webp"
)

// format is a kind of picture file, known by its first bytes: names and types
// given by other programs are often wrong.
type format struct {
	name   string
	magic  string // '?' stands for any byte
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

var formats = []format{
	{"JPEG", "\xFF\xD8", jpeg.DecodeConfig, jpeg.Decode},
	{"PNG", "\x89PNG\r\n\x1A\n", png.DecodeConfig, png.Decode},
	{"GIF", "GIF8", gif.DecodeConfig, gif.Decode},
	{"WebP", "RIFF????WEBP", webp.DecodeConfig, webp.Decode},
	{"BMP", "BM", bmp.DecodeConfig, bmp.Decode},
}

func (f format) matches(data []byte) bool {
	if len(data) < len(f.magic) {
		return false
	}
	for i := range len(f.magic) {
		if f.magic[i] != '?' && f.magic[i] != data[i] {
			return false
		}
	}
	return true
}

// decode reads a picture of any known format whose head keeps the limits.
func decode(data []byte) (image.Image, error) {
	for _, f := range formats {
		if f.matches(data) {
			return f.read(data)
		}
	}
	return nil, fmt.Errorf("%w: not a JPEG, PNG, GIF, WebP or BMP picture", ErrUnreadable)
}

// read decodes the picture. The decoders are other people's and are fed bytes
// from anywhere; each of them has panicked on forged ones in some release, and
// a photo must not take the program down, so a panic in there counts as damage.
func (f format) read(data []byte) (picture image.Image, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			picture, err = nil, fmt.Errorf("%w: damaged %s: %v", ErrUnreadable, f.name, fault)
		}
	}()
	config, err := f.config(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: damaged %s: %w", ErrUnreadable, f.name, err)
	}
	if err := checkSize(config); err != nil {
		return nil, err
	}
	picture, err = f.decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: damaged %s: %w", ErrUnreadable, f.name, err)
	}
	// What was decoded need not be what the head said.
	size := picture.Bounds()
	return picture, checkSize(image.Config{Width: size.Dx(), Height: size.Dy()})
}
