package story

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"visitdesk/app/ui"
)

// A Text is something that a window shows, and where in the window it does.
type Text struct {
	Words   string
	Hint    string // what a field says while it is empty
	Field   bool   // it can be typed in
	Focused bool
	At      fyne.Position
	Size    fyne.Size
	Needs   fyne.Size // how large it must be for nothing of it to be cut off
	Clip    Area      // what of the window it can be seen in
	Layer   int       // 0 for the window, then what lies over it
}

// An Area is a rectangle of a window.
type Area struct{ From, To fyne.Position }

// Area is what a text takes up.
func (t Text) Area() Area {
	return Area{t.At, t.At.AddXY(t.Size.Width, t.Size.Height)}.both(t.Clip)
}

// Letters is what the letters of a text take up of it: they stand in the middle
// of its height and mostly at its left.
func (t Text) Letters() Area {
	tall := min(t.Size.Height, t.Needs.Height)
	from := t.At.AddXY(0, (t.Size.Height-tall)/2)
	return Area{from, from.AddXY(min(t.Size.Width, t.Needs.Width), tall)}.both(t.Clip)
}

// Middle is where to click on a text.
func (t Text) Middle() fyne.Position {
	a := t.Area()
	return fyne.NewPos((a.From.X+a.To.X)/2, (a.From.Y+a.To.Y)/2)
}

// Empty reports whether nothing is left of an area.
func (a Area) Empty() bool { return a.From.X >= a.To.X || a.From.Y >= a.To.Y }

func (a Area) both(b Area) Area {
	return Area{
		fyne.NewPos(max(a.From.X, b.From.X), max(a.From.Y, b.From.Y)),
		fyne.NewPos(min(a.To.X, b.To.X), min(a.To.Y, b.To.Y)),
	}
}

// Texts returns all that a window shows, a test's or a real one, in the order in
// which it is read; what is scrolled out of sight is left out.
func Texts(w fyne.Window) []Text {
	size := w.Canvas().Size()
	l := &looking{focused: w.Canvas().Focused()}
	whole := Area{To: fyne.NewPos(size.Width, size.Height)}
	l.at(w.Content(), fyne.Position{}, whole)
	for _, overlay := range w.Canvas().Overlays().List() {
		l.layer++
		l.at(overlay, fyne.Position{}, whole)
	}
	return l.texts
}

// looking goes through a window.
type looking struct {
	texts   []Text
	focused fyne.Focusable
	layer   int
}

func (l *looking) at(o fyne.CanvasObject, from fyne.Position, clip Area) {
	if o == nil || !o.Visible() {
		return
	}
	from = from.Add(o.Position())
	if t, is := said(o); is {
		t.At, t.Size, t.Needs, t.Clip, t.Layer = from, o.Size(), o.MinSize(), clip, l.layer
		t.Focused = l.focused != nil && any(l.focused) == any(o)
		if !t.Area().Empty() && (t.Words != "" || t.Field) {
			l.texts = append(l.texts, t)
		}
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		l.all(o.Objects, from, clip)
	case *container.Scroll:
		clip = clip.both(Area{from, from.AddXY(o.Size().Width, o.Size().Height)})
		l.all(test.WidgetRenderer(o).Objects(), from, clip)
	case fyne.Widget:
		l.all(test.WidgetRenderer(o).Objects(), from, clip)
	}
}

func (l *looking) all(objects []fyne.CanvasObject, from fyne.Position, clip Area) {
	for _, o := range objects {
		l.at(o, from, clip)
	}
}

// said returns what an object says as a whole, whatever it is made of.
func said(o fyne.CanvasObject) (Text, bool) {
	switch o := o.(type) {
	case *ui.Words:
		return Text{Words: o.Text}, true
	case *ui.Button:
		return Text{Words: o.Text}, o.Text != ""
	case *ui.Entry:
		return Text{Words: o.Text, Hint: o.PlaceHolder, Field: true}, true
	case *widget.Entry:
		return Text{Words: o.Text, Hint: o.PlaceHolder, Field: true}, true
	case *canvas.Text:
		return Text{Words: o.Text}, true
	case interface{ SetSelected(string) }: // a drop-down list
		return Text{Words: words(o.(fyne.CanvasObject))}, true
	}
	return Text{}, false
}
