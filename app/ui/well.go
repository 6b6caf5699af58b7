package ui

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // what package photo made
	"os"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"visitdesk/app/photo"
	"visitdesk/data/career"
)

// portrait is the width of a person's photo by its height, as papers place it.
const portrait = 3.0 / 4

// Photo edits the picture of a person: chosen or dropped, turned, cut to the
// shape that papers place, removed, and each of that taken back. What is kept is
// cleaned; a file that is no picture leaves the line as it was.
func Photo(key string, value *[]byte) Line {
	return picture(key, value, portrait)
}

// Logo is Photo for a picture of any shape.
func Logo(key string, value *[]byte) Line {
	return picture(key, value, 0)
}

func picture(key string, value *[]byte, shape float32) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		w := &well{form: f, shape: shape, call: "act.choose_photo", now: shot{Clean: *value, Shown: *value}}
		if shape == 0 {
			w.call = "act.choose_picture"
		}
		w.lay()
		e.object, e.focus = w.object, w.choosing
		e.take = func() string {
			*value = w.now.Shown
			return ""
		}
		e.memory = remembered(func() shot { return w.now }, func(s shot) { w.set(s) })
	}}
}

// shot is a picture and how it was cut: always from what was cleaned, so that
// turning it often costs no sharpness.
type shot struct {
	Clean    []byte
	Quarters int             // it was turned clockwise
	Frame    image.Rectangle // in pixels of the turned picture; empty for all of it
	Shown    []byte
}

// well is where a picture goes.
type well struct {
	form   *Form
	shape  float32 // width by height; 0 for any
	call   string  // the phrase of choosing
	now    shot
	before []shot // for taking back

	face                             *wellFace
	choosing                         *Button
	cutting, turning, removing, undo *Button
	buttons                          *fyne.Container // those that can be used now
	object                           fyne.CanvasObject
}

func (w *well) lay() {
	d := w.form.desk
	w.face = newWellFace(w)
	w.choosing = d.Button(w.call, w.choose)
	w.cutting = d.Button("photo.cut", w.askFrame)
	w.turning = d.Button("photo.turn", func() { w.cut(w.now.Quarters+1, image.Rectangle{}) })
	w.removing = d.Button("act.remove", func() { w.change(shot{}) })
	w.undo = d.Button("photo.undo", w.back)
	hint := "photo.hint"
	if w.shape == 0 {
		hint = "photo.hint_any"
	}
	w.buttons = container.New(&flow{})
	side := Stack(w.buttons, d.Caption(d.T(hint), Muted))
	w.object = container.NewBorder(nil, nil, container.NewVBox(w.face), nil, container.New(insets{left: 12}, side))
	w.show()
}

// show brings face and buttons up to what the picture is.
func (w *well) show() {
	w.buttons.Objects = []fyne.CanvasObject{w.choosing}
	if len(w.now.Shown) > 0 {
		w.buttons.Objects = append(w.buttons.Objects, w.cutting, w.turning, w.removing)
	}
	if len(w.before) > 0 {
		w.buttons.Objects = append(w.buttons.Objects, w.undo)
	}
	w.buttons.Refresh()
	w.face.Refresh()
	if w.form.content != nil {
		w.form.content.Refresh()
	}
}

func (w *well) set(s shot) {
	w.now = s
	w.form.touched()
	w.show()
}

// change is set for what can be taken back.
func (w *well) change(s shot) {
	w.before = append(w.before, w.now)
	w.set(s)
	w.keepFocus()
}

// back takes the last change back.
func (w *well) back() {
	last := len(w.before) - 1
	s := w.before[last]
	w.before = w.before[:last]
	w.set(s)
	w.keepFocus()
}

// keepFocus moves the keyboard from a button that is gone, or from a dialog.
func (w *well) keepFocus() {
	canvas := w.form.desk.Window.Canvas()
	b, button := canvas.Focused().(*Button)
	gone := button && slices.Contains([]*Button{w.cutting, w.turning, w.removing, w.undo}, b) &&
		!slices.Contains(w.buttons.Objects, fyne.CanvasObject(b))
	if gone || canvas.Focused() == nil {
		canvas.Focus(w.choosing)
	}
}

func (w *well) choose() {
	d := w.form.desk
	d.OpenFile(d.T(w.call), []string{".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif"}, w.attach)
}

// attach reads a picture from a file, cleaned.
func (w *well) attach(path string) {
	d := w.form.desk
	var chosen []byte
	d.Run(func(context.Context) error {
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		if chosen, err = photo.Clean(file); err != nil {
			return errPhoto{err}
		}
		return nil
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		w.change(shot{Clean: chosen, Shown: chosen})
	})
}

// cut turns and cuts the picture anew.
func (w *well) cut(quarters int, frame image.Rectangle) {
	s := shot{Clean: w.now.Clean, Quarters: quarters % 4, Frame: frame}
	w.form.desk.Run(func(context.Context) (err error) {
		s.Shown, err = photo.Cut(s.Clean, s.Quarters, s.Frame)
		return err
	}, func(err error) {
		if err != nil {
			w.form.desk.Fail(errPhoto{err})
			return
		}
		w.change(s)
	})
}

// askFrame lets the user lay a frame over the whole picture.
func (w *well) askFrame() {
	d, s := w.form.desk, w.now
	var whole image.Image
	d.Prepare(func(context.Context) error {
		turned, err := photo.Cut(s.Clean, s.Quarters, image.Rectangle{})
		if err == nil {
			whole, _, err = image.Decode(bytes.NewReader(turned))
		}
		if err != nil {
			return errPhoto{err}
		}
		return nil
	}, func() {
		title := "photo.cut_title"
		if w.shape == 0 {
			title = "photo.cut_picture"
		}
		c := newCropper(d, whole, w.shape, s.Frame)
		d.Ask(Question{
			Title: d.T(title), Body: Stack(c, d.Caption(d.T("photo.cut_keys"), Muted)), Focus: c, Wide: true,
			Answers: []Answer{{Phrase: "photo.cut", Do: func() { w.cut(s.Quarters, c.frame()) }}},
		})
	})
}

// name is the person's whose picture it is, as far as that is known.
func (w *well) name() string {
	if w.shape == 0 {
		return ""
	}
	switch n := w.form.save.Noun.(type) {
	case *career.Contact:
		return n.Name
	case *career.Colleague:
		return n.Name
	}
	return ""
}

// sign is the icon of a place without a picture: somebody's, or a picture's.
func (w *well) sign() fyne.ThemeIconName {
	if w.shape == 0 {
		return theme.IconNameFileImage
	}
	return theme.IconNameAccount
}

// room is the size of the picture's place: that of a photo upright, or one that
// is wider than high, as most logos are.
func (w *well) room() fyne.Size {
	if w.shape == 0 {
		return fyne.NewSize(160, 96)
	}
	return fyne.NewSize(widthPortrait, heightPortrait)
}

// errPhoto is a picture that cannot be used.
type errPhoto struct{ error }

func (e errPhoto) Unwrap() error { return e.error }

// wellFace shows the picture, or an empty place; files can be dropped onto it,
// and a click chooses one.
type wellFace struct {
	widget.BaseWidget
	well *well
}

var _ dropTarget = (*wellFace)(nil)

func newWellFace(w *well) *wellFace {
	f := &wellFace{well: w}
	f.ExtendBaseWidget(f)
	return f
}

func (f *wellFace) dropped(paths []string) { f.well.attach(paths[0]) }

// Tapped chooses a file.
func (f *wellFace) Tapped(*fyne.PointEvent) { f.well.form.desk.guard(f.well.choose) }

func (f *wellFace) CreateRenderer() fyne.WidgetRenderer {
	r := &wellRenderer{face: f, ground: newGround(colourSurface, theme.ColorNameInputBorder, 6), picture: &canvas.Image{FillMode: canvas.ImageFillContain},
		initials: canvas.NewText("", nil), sign: newIcon(f.well.sign(), 40)}
	r.initials.Alignment = fyne.TextAlignCenter
	r.objects = []fyne.CanvasObject{r.ground, r.sign, r.initials, r.picture}
	r.Refresh()
	return r
}

type wellRenderer struct {
	face     *wellFace
	ground   *Ground
	picture  *canvas.Image
	initials *canvas.Text
	sign     fyne.CanvasObject
	objects  []fyne.CanvasObject
}

func (r *wellRenderer) Destroy()                     {}
func (r *wellRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *wellRenderer) MinSize() fyne.Size           { return r.face.well.room() }

func (r *wellRenderer) Layout(size fyne.Size) {
	for _, o := range r.objects {
		o.Resize(size)
	}
	r.sign.Resize(r.sign.MinSize())
	r.sign.Move(fyne.NewPos((size.Width-r.sign.Size().Width)/2, (size.Height-r.sign.Size().Height)/2))
	r.picture.Resize(size.SubtractWidthHeight(2, 2))
	r.picture.Move(fyne.NewPos(1, 1))
}

func (r *wellRenderer) Refresh() {
	shown := r.face.well.now.Shown
	r.initials.Text = initials(r.face.well.name())
	r.initials.Color, r.initials.TextSize = colour(theme.ColorNamePlaceHolder), theme.Size(theme.SizeNameHeadingText)*1.6
	r.picture.Hidden = len(shown) == 0
	r.initials.Hidden = !r.picture.Hidden
	r.sign.(*canvas.Image).Hidden = !r.picture.Hidden || r.initials.Text != ""
	if !r.picture.Hidden {
		r.picture.Resource = fyne.NewStaticResource("photo.jpg", shown)
	}
	r.ground.Refresh()
	r.picture.Refresh()
	canvas.Refresh(r.face)
}
