package ui

import (
	"cmp"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"visitdesk/data/match"
)

// sizeDisc is the width of a face in a line.
const sizeDisc = 40

// PersonLine shows a person on a line: the face, or the initials in its place;
// the name with its reading in pinyin, small, as corrected or else proposed; the
// title below.
func (d *Desk) PersonLine(name, pinyin, title string, photo []byte) fyne.CanvasObject {
	pinyin = cmp.Or(pinyin, match.Toned(name))
	called := container.NewHBox(newWords(name, Strong, theme.SizeNameText, false))
	if pinyin != "" && pinyin != name {
		called.Add(container.NewVBox(filler(), newWords(pinyin, Muted, theme.SizeNameCaptionText, false)))
	}
	words := Stack(called)
	if title != "" {
		words.Add(d.Caption(title, Muted))
	}
	return container.NewBorder(nil, nil, container.NewVBox(filler(), d.face(name, photo), filler()), nil,
		container.New(insets{left: 12}, container.NewVBox(filler(), words, filler())))
}

// face is a round photo, or initials on a disc.
func (d *Desk) face(name string, photo []byte) fyne.CanvasObject {
	f := &face{name: name, photo: photo}
	f.ExtendBaseWidget(f)
	return f
}

type face struct {
	widget.BaseWidget
	name  string
	photo []byte
}

func (f *face) CreateRenderer() fyne.WidgetRenderer {
	r := &faceRenderer{face: f, disc: &canvas.Circle{}}
	r.objects = []fyne.CanvasObject{r.disc}
	if len(f.photo) > 0 {
		r.picture = canvas.NewImageFromResource(fyne.NewStaticResource(f.name+".jpg", f.photo))
		r.picture.FillMode, r.picture.CornerRadius = canvas.ImageFillCover, canvas.RadiusMaximum
		r.objects = append(r.objects, r.picture)
	} else {
		r.initials = canvas.NewText(initials(f.name), nil)
		r.initials.Alignment = fyne.TextAlignCenter
		r.objects = append(r.objects, r.initials)
	}
	r.Refresh()
	return r
}

type faceRenderer struct {
	face     *face
	disc     *canvas.Circle
	initials *canvas.Text  // nil where there is a photo
	picture  *canvas.Image // nil where there is none
	objects  []fyne.CanvasObject
}

func (r *faceRenderer) Destroy()                     {}
func (r *faceRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *faceRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(grown(sizeDisc)) }

func (r *faceRenderer) Layout(size fyne.Size) {
	for _, o := range r.objects {
		o.Resize(size)
	}
}

func (r *faceRenderer) Refresh() {
	r.disc.FillColor = colour(theme.ColorNameSelection)
	if r.initials != nil {
		r.initials.Color, r.initials.TextSize = colour(theme.ColorNamePrimary), theme.TextSize()*1.1
	}
	for _, o := range r.objects {
		o.Refresh()
	}
}

// initials are what stands for a face: the first hanzi of a Chinese name, the
// first letters of the first and the last part of another.
func initials(name string) string {
	parts := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '·' })
	if len(parts) == 0 {
		return ""
	}
	first := []rune(parts[0])[0]
	if unicode.Is(unicode.Han, first) || len(parts) == 1 {
		return strings.ToUpper(string(first))
	}
	return strings.ToUpper(string(first) + string([]rune(parts[len(parts)-1])[0]))
}
