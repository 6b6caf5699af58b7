package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image/color"

	"visitdesk/app/photo"
	"visitdesk/app/typeset"
)

// album holds the pictures of a file, each once. They go into the file as they
// are: gofpdf would write those of the same width in a different order at every
// run.
type album struct {
	pictures []picture
	index    map[[sha256.Size]byte]int // -1 for one that cannot be read
}

type picture struct {
	jpeg          []byte
	width, height int
	colours       string // the colour space, and how to read it
}

func newAlbum() album { return album{index: map[[sha256.Size]byte]int{}} }

// place returns the index of a picture, -1 if it cannot be read.
func (a *album) place(data []byte) int {
	key := sha256.Sum256(data)
	if i, found := a.index[key]; found {
		return i
	}
	i := -1
	if p, ok := readPicture(data); ok {
		i = len(a.pictures)
		a.pictures = append(a.pictures, p)
	}
	a.index[key] = i
	return i
}

// readPicture looks at the head and the end of a JPEG. Decoding it all would
// take ten times as long as the rest of the file; a viewer does it anyway.
func readPicture(data []byte) (picture, bool) {
	config, err := photo.Look(data)
	if err != nil {
		return picture{}, false
	}
	p := picture{jpeg: data, width: config.Width, height: config.Height}
	switch config.ColorModel {
	case color.GrayModel:
		p.colours = "/DeviceGray"
	case color.YCbCrModel, color.RGBAModel:
		p.colours = "/DeviceRGB"
	case color.CMYKModel: // programs that write CMYK write it inverted
		p.colours = "/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]"
	default:
		return picture{}, false
	}
	return p, true
}

// perMillimetre is how many points a millimetre has.
const perMillimetre = 72 / 25.4

func (p *paper) picture(m typeset.Picture, pageHeight float64) {
	i := p.pictures.place(m.JPEG)
	if i < 0 {
		grey := typeset.Colour{R: 0x80, G: 0x80, B: 0x80}
		p.box(typeset.Box{X: m.X, Y: m.Y, W: m.W, H: m.H, Frame: grey, Width: 0.2})
		p.stroked(typeset.Line{X1: m.X, Y1: m.Y, X2: m.X + m.W, Y2: m.Y + m.H, Colour: grey, Width: 0.2})
		p.stroked(typeset.Line{X1: m.X, Y1: m.Y + m.H, X2: m.X + m.W, Y2: m.Y, Colour: grey, Width: 0.2})
		return
	}
	p.out.RawWriteStr(fmt.Sprintf("q %s 0 0 %s %s %s cm /Picture%d Do Q",
		number(m.W*perMillimetre), number(m.H*perMillimetre), number(m.X*perMillimetre),
		number((pageHeight-m.Y-m.H)*perMillimetre), i))
}

// objects puts the pictures into the file and returns their entries for the
// dictionary of resources.
func (a *album) objects(f *file) []byte {
	var entries bytes.Buffer
	for i, p := range a.pictures {
		var b bytes.Buffer
		fmt.Fprintf(&b, "<</Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8"+
			" /ColorSpace %s /Filter /DCTDecode /Length %d>>\nstream\n", p.width, p.height, p.colours, len(p.jpeg))
		b.Write(p.jpeg)
		b.WriteString("\nendstream")
		fmt.Fprintf(&entries, "/Picture%d %d 0 R\n", i, f.add(b.Bytes()))
	}
	return entries.Bytes()
}
