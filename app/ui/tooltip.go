package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tipDelay is how long the mouse or the keyboard must stay with a control
// before its tip appears.
const tipDelay = 500 * time.Millisecond

// Tooltip gives a control a short label that appears beside it while the mouse
// or the keyboard stays there. It returns what to lay out in its stead.
func (d *Desk) Tooltip(words string, o fyne.CanvasObject) fyne.CanvasObject {
	if b, ok := o.(*Button); ok { // it knows the mouse itself
		b.tip = words
		return b
	}
	t := &tipped{desk: d, words: words, inside: o}
	t.ExtendBaseWidget(t)
	return t
}

// tipped tells when the mouse is over what has no sense for it itself.
type tipped struct {
	widget.BaseWidget
	desk   *Desk
	words  string
	inside fyne.CanvasObject
}

var _ desktop.Hoverable = (*tipped)(nil)

func (t *tipped) parts() []fyne.CanvasObject          { return []fyne.CanvasObject{t.inside} }
func (t *tipped) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.inside) }
func (t *tipped) MouseIn(*desktop.MouseEvent)         { t.desk.tipping().over(t, t.words) }
func (t *tipped) MouseMoved(*desktop.MouseEvent)      {}
func (t *tipped) MouseOut()                           { t.desk.tipping().leave(t) }

// tips shows at most one tip at a time. It draws into a layer of the window, or
// of the question over it: an overlay of Fyne's would take the clicks.
type tips struct {
	desk   *Desk
	layers []*fyne.Container // that of the window, then those of what lies over it
	at     fyne.CanvasObject // what the tip is of, shown or about to be; nil for none
	asked  int               // counts, so that an old clock shows nothing
}

// tipping returns what shows the desk's tips.
func (d *Desk) tipping() *tips {
	if d.tips == nil {
		d.tips = &tips{desk: d}
	}
	return d.tips
}

// lay puts a layer for tips over content that comes over the window.
func (t *tips) lay(content fyne.CanvasObject) fyne.CanvasObject {
	t.clear()
	layer := container.NewWithoutLayout()
	t.layers = append(t.layers, layer)
	return container.NewStack(content, layer)
}

// lift takes the topmost layer away.
func (t *tips) lift() {
	t.clear()
	t.layers = t.layers[:len(t.layers)-1]
}

// over begins to wait beside a control.
func (t *tips) over(o fyne.CanvasObject, words string) {
	t.leave(t.at)
	if words == "" {
		return
	}
	t.at = o
	t.asked++
	asked := t.asked
	t.desk.later(tipDelay, func() {
		if asked == t.asked && t.at == o {
			t.show(o, words)
		}
	})
}

// leave hides the tip of a control, or forgets that it was to come.
func (t *tips) leave(o fyne.CanvasObject) {
	if t.at != o || o == nil {
		return
	}
	t.at = nil
	t.clear()
}

func (t *tips) clear() {
	t.asked++
	for _, layer := range t.layers {
		if len(layer.Objects) > 0 {
			layer.Objects = nil
			layer.Refresh()
		}
	}
}

// show draws a tip below the control, or above where there is no room below,
// within the layer.
func (t *tips) show(o fyne.CanvasObject, words string) {
	if len(t.layers) == 0 {
		return
	}
	layer := t.layers[len(t.layers)-1]
	driver := fyne.CurrentApp().Driver()
	if driver.CanvasForObject(o) == nil {
		return // it is gone
	}
	text := canvas.NewText(words, colour(colourSidebarText))
	text.TextSize = theme.CaptionTextSize()
	ground := &canvas.Rectangle{FillColor: colour(colourSidebar), CornerRadius: 4}
	size := text.MinSize().AddWidthHeight(16, 8)
	room := layer.Size()
	from := driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(layer))
	place := fyne.NewPos(max(min(from.X, room.Width-size.Width), 0), from.Y+o.Size().Height+4)
	if place.Y+size.Height > room.Height {
		place.Y = from.Y - size.Height - 4
	}
	ground.Move(place)
	ground.Resize(size)
	text.Move(place.AddXY(8, 4))
	text.Resize(text.MinSize())
	layer.Objects = []fyne.CanvasObject{ground, text}
	layer.Refresh()
}
