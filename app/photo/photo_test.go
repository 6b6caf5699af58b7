package photo_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"testing"

	"golang.org/x/image/bmp"

	"visitdesk/app/photo"
)

var red = color.NRGBA{R: 200, G: 30, B: 40, A: 255}

// plain is a picture of one colour with a blue top left quarter, which tells
// how it lies.
func plain(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			if x < w/2 && y < h/2 {
				img.SetNRGBA(x, y, color.NRGBA{B: 220, A: 255})
			} else {
				img.SetNRGBA(x, y, red)
			}
		}
	}
	return img
}

func encoded(t testing.TB, encode func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asJPEG(t testing.TB, img image.Image) []byte {
	return encoded(t, func(w io.Writer) error { return jpeg.Encode(w, img, &jpeg.Options{Quality: 95}) })
}

func asPNG(t testing.TB, img image.Image) []byte {
	return encoded(t, func(w io.Writer) error { return png.Encode(w, img) })
}

func clean(t testing.TB, data []byte) image.Image {
	t.Helper()
	out, err := photo.Clean(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	img, err := jpeg.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func isColour(img image.Image, x, y int, want color.Color) bool {
	r, g, b, _ := img.At(x, y).RGBA()
	wr, wg, wb, _ := want.RGBA()
	near := func(a, b uint32) bool { return max(a, b)-min(a, b) < 16<<8 }
	return near(r, wr) && near(g, wg) && near(b, wb)
}

// camera puts EXIF data with an orientation and a place into a JPEG.
func camera(data []byte, order binary.AppendByteOrder, mark string, orientation uint16) []byte {
	exif := []byte("Exif\x00\x00" + mark)
	exif = order.AppendUint32(exif, 8)
	exif = order.AppendUint16(exif, 2)
	exif = append(exif, entry(order, 0x0110, 2, 4, 0)...)
	exif = append(exif, entry(order, 0x0112, 3, 1, orientation)...)
	exif = append(exif, "GPS 41.8057N 123.4315E"...)
	out := []byte{0xFF, 0xD8, 0xFF, 0xE1}
	out = binary.BigEndian.AppendUint16(out, uint16(len(exif)+2))
	out = append(out, exif...)
	return append(out, data[2:]...)
}

func entry(order binary.AppendByteOrder, tag, kind uint16, count uint32, value uint16) []byte {
	out := order.AppendUint16(order.AppendUint16(nil, tag), kind)
	return append(order.AppendUint16(order.AppendUint32(out, count), value), 0, 0)
}

func TestPicturesOfEveryKindComeOutAsJPEG(t *testing.T) {
	img := plain(40, 30)
	paletted := image.NewPaletted(img.Rect, color.Palette{red, color.NRGBA{B: 220, A: 255}})
	for i := range paletted.Pix {
		if x, y := i%40, i/40; x < 20 && y < 15 {
			paletted.Pix[i] = 1
		}
	}
	deep := image.NewNRGBA64(img.Rect)
	for i := range 40 * 30 {
		deep.Set(i%40, i/40, img.At(i%40, i/40))
	}
	for name, data := range map[string][]byte{
		"jpeg": asJPEG(t, img), "png": asPNG(t, img), "16-bit png": asPNG(t, deep), "paletted png": asPNG(t, paletted),
		"gif": encoded(t, func(w io.Writer) error { return gif.Encode(w, paletted, nil) }),
		"bmp": encoded(t, func(w io.Writer) error { return bmp.Encode(w, img) }),
	} {
		out := clean(t, data)
		if out.Bounds() != img.Rect || !isColour(out, 35, 25, red) || !isColour(out, 4, 4, color.NRGBA{B: 220, A: 255}) {
			t.Errorf("%s: came out as %v, %v", name, out.Bounds(), out.At(35, 25))
		}
	}
	for _, file := range []string{"cmyk.jpg", "progressive.jpg", "lossy.webp"} {
		data, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		if out := clean(t, data); out.Bounds().Dx() != 40 || !isColour(out, 20, 15, red) {
			t.Errorf("%s: came out as %v, %v", file, out.Bounds(), out.At(20, 15))
		}
	}
}

func TestPhotosAreTurnedUpright(t *testing.T) {
	// Where the blue quarter ends up, by orientation.
	type place struct{ right, low bool }
	want := []place{1: {}, 2: {right: true}, 3: {true, true}, 4: {low: true}, 5: {}, 6: {right: true}, 7: {true, true}, 8: {low: true}}
	data := asJPEG(t, plain(80, 40))
	for o := 1; o <= 8; o++ {
		for mark, order := range map[string]binary.AppendByteOrder{"II*\x00": binary.LittleEndian, "MM\x00*": binary.BigEndian} {
			out := clean(t, camera(data, order, mark, uint16(o)))
			w, h := out.Bounds().Dx(), out.Bounds().Dy()
			if lying := o >= 5; lying != (w == 40) {
				t.Errorf("orientation %d: %d × %d pixels", o, w, h)
				continue
			}
			x, y := w/4, h/4
			if want[o].right {
				x = w * 3 / 4
			}
			if want[o].low {
				y = h * 3 / 4
			}
			if !isColour(out, x, y, color.NRGBA{B: 220, A: 255}) || isColour(out, w-x, h-y, color.NRGBA{B: 220, A: 255}) {
				t.Errorf("orientation %d is not upright", o)
			}
		}
	}
	for _, o := range []uint16{0, 9, 65535} {
		if out := clean(t, camera(data, binary.BigEndian, "MM\x00*", o)); out.Bounds().Dx() != 80 {
			t.Errorf("orientation %d, which does not exist, turned the photo", o)
		}
	}
}

func TestMetadataIsGone(t *testing.T) {
	data := camera(asJPEG(t, plain(80, 40)), binary.LittleEndian, "II*\x00", 6)
	out, err := photo.Clean(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, trace := range []string{"GPS", "Exif", "41.8057"} {
		if !bytes.Contains(data, []byte(trace)) || bytes.Contains(out, []byte(trace)) {
			t.Errorf("%q: in the photo %v, in the cleaned one %v", trace,
				bytes.Contains(data, []byte(trace)), bytes.Contains(out, []byte(trace)))
		}
	}
}

func TestLargePhotosAreShrunk(t *testing.T) {
	for _, c := range []struct{ w, h, wantW, wantH int }{
		{4000, 3000, 900, 675}, {1000, 3333, 270, 900}, {901, 901, 900, 900}, {900, 10, 900, 10}, {6000, 1, 900, 1}, {30, 20, 30, 20},
	} {
		out := clean(t, asPNG(t, plain(c.w, c.h)))
		if got := out.Bounds().Size(); got != image.Pt(c.wantW, c.wantH) {
			t.Errorf("%d × %d became %v, want %d × %d", c.w, c.h, got, c.wantW, c.wantH)
		}
		if !isColour(out, c.wantW-1, c.wantH-1, red) {
			t.Errorf("%d × %d has changed its colour to %v", c.w, c.h, out.At(c.wantW-1, c.wantH-1))
		}
	}
}

func TestTransparentPartsBecomeWhite(t *testing.T) {
	for _, side := range []int{50, 2000} {
		if out := clean(t, asPNG(t, image.NewNRGBA(image.Rect(0, 0, side, side)))); !isColour(out, 25, 25, color.White) {
			t.Errorf("a transparent picture of %d pixels came out %v", side, out.At(25, 25))
		}
	}
}

// forge changes the size that a JPEG's or PNG's head gives.
func forge(data []byte, w, h uint32) []byte {
	data = bytes.Clone(data)
	if at := bytes.Index(data, []byte("IHDR")); at > 0 {
		binary.BigEndian.PutUint32(data[at+4:], w)
		binary.BigEndian.PutUint32(data[at+8:], h)
		return data
	}
	at := bytes.Index(data, []byte{0xFF, 0xC0})
	binary.BigEndian.PutUint16(data[at+5:], uint16(h))
	binary.BigEndian.PutUint16(data[at+7:], uint16(w))
	return data
}

func TestBadPicturesAreRefused(t *testing.T) {
	whole := asJPEG(t, plain(300, 200))
	drawn := asPNG(t, plain(300, 200))
	drawn[29], drawn[30], drawn[31], drawn[32] = 0, 0, 0, 0 // spoil a checksum
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":            {nil, photo.ErrUnreadable},
		"text":               {[]byte("<html>not found</html>"), photo.ErrUnreadable},
		"HEIC":               {[]byte("\x00\x00\x00\x18ftypheic"), photo.ErrUnreadable},
		"JPEG cut short":     {whole[:len(whole)*2/3], photo.ErrUnreadable},
		"only a head":        {whole[:4], photo.ErrUnreadable},
		"PNG spoilt":         {drawn, photo.ErrUnreadable},
		"PNG cut short":      {asPNG(t, plain(300, 200))[:200], photo.ErrUnreadable},
		"JPEG 60000 × 60000": {forge(whole, 60000, 60000), photo.ErrTooLarge},
		"JPEG 0 × 0":         {forge(whole, 0, 0), photo.ErrUnreadable},
		"21 MB":              {append(bytes.Clone(whole), make([]byte, photo.MaxBytes)...), photo.ErrTooLarge},
	} {
		out, err := photo.Clean(bytes.NewReader(c.data))
		if !errors.Is(err, c.want) || out != nil {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestFailuresOfTheSourceAreReported(t *testing.T) {
	broken := errors.New("the stick was pulled out")
	if _, err := photo.Clean(io.MultiReader(bytes.NewReader([]byte("\xFF\xD8")), failing{broken})); !errors.Is(err, broken) {
		t.Error(err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestLookKnowsWhatMayBePlaced(t *testing.T) {
	whole := asJPEG(t, plain(300, 200))
	if c, err := photo.Look(whole); err != nil || c.Width != 300 || c.Height != 200 {
		t.Errorf("%+v, %v", c, err)
	}
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing": {nil, photo.ErrUnreadable}, "cut off": {whole[:len(whole)-9], photo.ErrUnreadable},
		"PNG": {asPNG(t, plain(3, 2)), photo.ErrUnreadable}, "60000 × 60000": {forge(whole, 60000, 60000), photo.ErrTooLarge},
		"marks only": {[]byte{0xFF, 0xD8, 0xFF, 0xD9}, photo.ErrUnreadable},
	} {
		if _, err := photo.Look(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// FuzzClean: whatever comes in, a picture in its limits or one of the two
// errors comes out.
func FuzzClean(f *testing.F) {
	img := plain(12, 9)
	for _, data := range [][]byte{
		asJPEG(f, img), asPNG(f, img), camera(asJPEG(f, img), binary.BigEndian, "MM\x00*", 5),
		encoded(f, func(w io.Writer) error { return gif.Encode(w, img, nil) }),
		encoded(f, func(w io.Writer) error { return bmp.Encode(w, img) }),
	} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		out, err := photo.Clean(bytes.NewReader(data))
		if err != nil {
			if !errors.Is(err, photo.ErrTooLarge) && !errors.Is(err, photo.ErrUnreadable) {
				t.Fatal(err)
			}
			return
		}
		c, err := photo.Look(out)
		if err != nil || max(c.Width, c.Height) > photo.LongSide {
			t.Fatalf("%+v, %v", c, err)
		}
	})
}

// FuzzOrientation spoils the EXIF data of a sound photo, which must come out
// all the same, upright or on its side.
func FuzzOrientation(f *testing.F) {
	data := asJPEG(f, plain(16, 8))
	sound := camera(data, binary.LittleEndian, "II*\x00", 6)
	f.Add(sound[6 : len(sound)-len(data)+2])
	f.Add([]byte("Exif\x00\x00MM\x00*\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, exif []byte) {
		if len(exif) > 60000 {
			t.Skip()
		}
		photographed := []byte{0xFF, 0xD8, 0xFF, 0xE1}
		photographed = binary.BigEndian.AppendUint16(photographed, uint16(len(exif)+2))
		photographed = append(append(photographed, exif...), data[2:]...)
		size := clean(t, photographed).Bounds().Size()
		if size != image.Pt(16, 8) && size != image.Pt(8, 16) {
			t.Fatal(size)
		}
	})
}

func BenchmarkClean12MP(b *testing.B) {
	data := asJPEG(b, plain(4000, 3000))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := photo.Clean(bytes.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
}
