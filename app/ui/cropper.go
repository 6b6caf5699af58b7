package ui

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// cropper lays a frame of a fixed shape over a picture: the mouse drags it, the
// wheel makes it larger or smaller; so do the arrows, and plus and minus.
type cropper struct {
	widget.BaseWidget
	desk    *Desk
	picture image.Image
	shape   float32 // width by height of the frame
	x, y, w float32 // of the frame, in pixels of the picture
	focused bool
}

var (
	_ fyne.Focusable     = (*cropper)(nil)
	_ fyne.Draggable     = (*cropper)(nil)
	_ fyne.Scrollable    = (*cropper)(nil)
	_ desktop.Cursorable = (*cropper)(nil)
)

// newCropper returns a cropper with its frame where it was, or as large as it
// can be; shape 0 is that of the picture.
func newCropper(d *Desk, picture image.Image, shape float32, was image.Rectangle) *cropper {
	size := picture.Bounds().Size()
	if shape == 0 {
		shape = float32(size.X) / float32(size.Y)
	}
	c := &cropper{desk: d, picture: picture, shape: shape}
	if c.x, c.y, c.w = float32(was.Min.X), float32(was.Min.Y), float32(was.Dx()); was.Empty() {
		c.w = c.widest()
		c.x = (float32(size.X) - c.w) / 2 // a face is nearer to the top than to the foot
	}
	c.within()
	c.ExtendBaseWidget(c)
	return c
}

// widest is the width of the largest frame that lies in the picture.
func (c *cropper) widest() float32 {
	size := c.picture.Bounds().Size()
	return min(float32(size.X), float32(size.Y)*c.shape)
}

// leastFrame is how small a frame can be made, in parts of the largest.
const leastFrame = 0.15

// within brings the frame back into the picture.
func (c *cropper) within() {
	size := c.picture.Bounds().Size()
	c.w = min(max(c.w, c.widest()*leastFrame), c.widest())
	c.x = min(max(c.x, 0), float32(size.X)-c.w)
	c.y = min(max(c.y, 0), float32(size.Y)-c.w/c.shape)
	if c.desk != nil {
		c.Refresh()
	}
}

// frame is what was chosen, in pixels of the picture.
func (c *cropper) frame() image.Rectangle {
	round := func(n float32) int { return int(math.Round(float64(n))) }
	return image.Rect(round(c.x), round(c.y), round(c.x+c.w), round(c.y+c.w/c.shape)).Intersect(c.picture.Bounds())
}

func (c *cropper) move(dx, dy float32) {
	c.x, c.y = c.x+dx, c.y+dy
	c.within()
}

// grow makes the frame so many times as large around its middle.
func (c *cropper) grow(by float32) {
	was := c.w
	c.w *= by
	c.w = min(max(c.w, c.widest()*leastFrame), c.widest())
	c.x, c.y = c.x+(was-c.w)/2, c.y+(was-c.w)/2/c.shape
	c.within()
}

// scale is how many points a pixel takes, and where the picture begins.
func (c *cropper) scale() (float32, fyne.Position) {
	size, room := c.picture.Bounds().Size(), c.Size()
	scale := min(room.Width/float32(size.X), room.Height/float32(size.Y))
	return scale, fyne.NewPos((room.Width-scale*float32(size.X))/2, (room.Height-scale*float32(size.Y))/2)
}

// Dragged moves the frame with the mouse.
func (c *cropper) Dragged(drag *fyne.DragEvent) {
	scale, _ := c.scale()
	c.move(drag.Dragged.DX/scale, drag.Dragged.DY/scale)
}

// DragEnd does nothing: the frame is where it was dragged.
func (c *cropper) DragEnd() {}

// Scrolled makes the frame larger or smaller.
func (c *cropper) Scrolled(turn *fyne.ScrollEvent) {
	if turn.Scrolled.DY > 0 {
		c.grow(1 / growStep)
	} else {
		c.grow(growStep)
	}
}

const growStep = 1.08

func (c *cropper) Cursor() desktop.Cursor { return desktop.CrosshairCursor }
func (c *cropper) FocusGained()           { c.focused = true; c.Refresh() }
func (c *cropper) FocusLost()             { c.focused = false; c.Refresh() }

// Tapped takes the keyboard.
func (c *cropper) Tapped(*fyne.PointEvent) { c.desk.Window.Canvas().Focus(c) }

// TypedRune makes the frame larger by + and smaller by -.
func (c *cropper) TypedRune(r rune) {
	switch r {
	case '+', '=':
		c.grow(growStep)
	case '-':
		c.grow(1 / growStep)
	}
}

// TypedKey moves the frame by the arrows.
func (c *cropper) TypedKey(key *fyne.KeyEvent) {
	step := c.widest() / 50
	switch key.Name {
	case fyne.KeyLeft:
		c.move(-step, 0)
	case fyne.KeyRight:
		c.move(step, 0)
	case fyne.KeyUp:
		c.move(0, -step)
	case fyne.KeyDown:
		c.move(0, step)
	case fyne.KeyPageUp:
		c.grow(growStep)
	case fyne.KeyPageDown:
		c.grow(1 / growStep)
	case fyne.KeyHome:
		c.grow(1 / leastFrame)
	default:
		c.desk.typed(key)
	}
}

// AccessibilityLabel is what a screen reader says.
func (c *cropper) AccessibilityLabel() string { return c.desk.T("photo.cut_keys") }

// AccessibilityRole is that of a button.
func (c *cropper) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (c *cropper) CreateRenderer() fyne.WidgetRenderer {
	r := &cropperRenderer{cropper: c, picture: canvas.NewImageFromImage(c.picture), frame: canvas.NewRectangle(color.Transparent)}
	r.objects = append(r.objects, r.picture)
	for i := range r.shades {
		r.shades[i] = canvas.NewRectangle(color.NRGBA{A: 140})
		r.objects = append(r.objects, r.shades[i])
	}
	r.objects = append(r.objects, r.frame)
	r.Refresh()
	return r
}

type cropperRenderer struct {
	cropper *cropper
	picture *canvas.Image
	shades  [4]*canvas.Rectangle // what is cut away: above, below, left, right
	frame   *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *cropperRenderer) Destroy()                     {}
func (r *cropperRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *cropperRenderer) MinSize() fyne.Size           { return fyne.NewSize(360, 320) }

func (r *cropperRenderer) Layout(fyne.Size) {
	c := r.cropper
	scale, from := c.scale()
	size := c.picture.Bounds().Size()
	whole := fyne.NewSize(scale*float32(size.X), scale*float32(size.Y))
	r.picture.Resize(whole)
	r.picture.Move(from)
	at, frame := from.AddXY(c.x*scale, c.y*scale), fyne.NewSize(c.w*scale, c.w*scale/c.shape)
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
	}
	place(r.frame, at.X, at.Y, frame.Width, frame.Height)
	place(r.shades[0], from.X, from.Y, whole.Width, at.Y-from.Y)
	place(r.shades[1], from.X, at.Y+frame.Height, whole.Width, from.Y+whole.Height-at.Y-frame.Height)
	place(r.shades[2], from.X, at.Y, at.X-from.X, frame.Height)
	place(r.shades[3], at.X+frame.Width, at.Y, from.X+whole.Width-at.X-frame.Width, frame.Height)
}

func (r *cropperRenderer) Refresh() {
	r.frame.StrokeColor, r.frame.StrokeWidth = color.White, 1
	if r.cropper.focused {
		r.frame.StrokeColor, r.frame.StrokeWidth = colour(colourRing), sizeRing
	}
	r.frame.FillColor = color.Transparent
	r.Layout(r.cropper.Size())
	for _, o := range r.objects[1:] {
		o.Refresh()
	}
	canvas.Refresh(r.cropper)
}
