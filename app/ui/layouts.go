package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// atLeast gives its only child at least a width.
type atLeast struct{ width float32 }

func (l *atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	return fyne.NewSize(max(size.Width, grown(l.width)), size.Height)
}

func (l *atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// atMost gives its only child at most a width and keeps it at the left.
type atMost struct{ width float32 }

func (l *atMost) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	return fyne.NewSize(min(size.Width, grown(l.width)), size.Height)
}

func (l *atMost) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(min(size.Width, grown(l.width)), size.Height))
}

// insets keeps room around its only child.
type insets struct{ top, right, bottom, left float32 }

func (l insets) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

func (l insets) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(l.left, l.top))
	objects[0].Resize(size.SubtractWidthHeight(l.left+l.right, l.top+l.bottom))
}

func margin(n float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(insets{n, n, n, n}, o)
}

func above(n float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(insets{top: n}, o)
}

// below puts a head at the top and lets the rest have the room below it. Tab goes
// from the head into the rest; in Fyne's own border it would come last.
func below(head, rest fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewBorderLayout(head, nil, nil, nil), head, rest)
}

func filler() fyne.CanvasObject { return layout.NewSpacer() }

// labelled lays out pairs of a label and a value: the labels in a column of a
// fixed width, the values beside it as wide as there is room.
type labelled struct {
	label, gap float32
	widest     float32 // of a value; 0 for all the room there is
}

func (l labelled) value(room float32) float32 {
	if l.widest > 0 {
		room = min(room, grown(l.widest))
	}
	return max(room, 0)
}

func (l labelled) height(objects []fyne.CanvasObject, i int) float32 {
	return max(objects[i].MinSize().Height, objects[i+1].MinSize().Height)
}

func (l labelled) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i := 0; i+1 < len(objects); i += 2 {
		size.Width = max(size.Width, grown(l.label)+objects[i+1].MinSize().Width)
		size.Height += l.height(objects, i) + l.gap
	}
	size.Height = max(size.Height-l.gap, 0)
	return size
}

func (l labelled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	label := grown(l.label)
	for i := 0; i+1 < len(objects); i += 2 {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(label-8, objects[i].MinSize().Height))
		objects[i+1].Move(fyne.NewPos(label, y))
		objects[i+1].Resize(fyne.NewSize(l.value(size.Width-label), objects[i+1].MinSize().Height))
		y += l.height(objects, i) + l.gap
	}
}

// stacked lays its children out below each other with a gap.
type stacked struct{ gap float32 }

func (l stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	shown := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		need := o.MinSize()
		size.Width = max(size.Width, need.Width)
		size.Height += need.Height
		shown++
	}
	size.Height += l.gap * float32(max(shown-1, 0))
	return size
}

func (l stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		// Wrapped text knows its height only once it has its width.
		if wrapped := o.MinSize().Height; wrapped != height {
			height = wrapped
			o.Resize(fyne.NewSize(size.Width, height))
		}
		y += height + l.gap
	}
}

// Stack puts objects below each other, close together.
func Stack(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(stacked{gap: 4}, objects...)
}

// Apart puts objects below each other with room between them.
func Apart(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(stacked{gap: sizeGap}, objects...)
}

// abreast lays its children out beside each other with a gap.
type abreast struct{}

func (abreast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		need := o.MinSize()
		if i > 0 {
			size.Width += flowGap
		}
		size.Width += need.Width
		size.Height = max(size.Height, need.Height)
	}
	return size
}

func (abreast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for _, o := range objects {
		width := o.MinSize().Width
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
		x += width + flowGap
	}
}

// columns lays its children out side by side, equally wide, as long as each
// gets the width it needs; else below each other.
type columns struct{ need float32 }

func (l columns) fit(objects []fyne.CanvasObject, width float32) bool {
	n := float32(len(objects))
	return width >= n*grown(l.need)+(n-1)*sizeGap
}

func (l columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	side := len(objects) > 0 && objects[0].Position().Y == objects[len(objects)-1].Position().Y
	var size fyne.Size
	for i, o := range objects {
		need := o.MinSize()
		size.Width = max(size.Width, need.Width)
		if side {
			size.Height = max(size.Height, need.Height)
			continue
		}
		if i > 0 {
			size.Height += sizeGap
		}
		size.Height += need.Height
	}
	return size
}

func (l columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if !l.fit(objects, size.Width) {
		stacked{gap: sizeGap}.Layout(objects, size)
		return
	}
	n := float32(len(objects))
	width := (size.Width - (n-1)*sizeGap) / n
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(width+sizeGap), 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
}

// Columns puts objects side by side where there is room for each to be need
// wide, and below each other where there is not.
func Columns(need float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columns{need}, objects...)
}

// flow fills rows from the left.
type flow struct{ width float32 }

const flowGap = 8

func (l *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var widest float32
	for _, o := range objects {
		widest = max(widest, o.MinSize().Width)
	}
	_, height := l.rows(objects, max(l.width, widest))
	return fyne.NewSize(widest, height)
}

func (l *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	places, _ := l.rows(objects, size.Width)
	for i, o := range objects {
		o.Resize(o.MinSize())
		o.Move(places[i])
	}
}

// rows returns where each object goes in a width, and the height of all.
func (l *flow) rows(objects []fyne.CanvasObject, width float32) ([]fyne.Position, float32) {
	places := make([]fyne.Position, len(objects))
	var x, y, high float32
	for i, o := range objects {
		size := o.MinSize()
		if x > 0 && x+size.Width > width {
			x, y, high = 0, y+high+flowGap, 0
		}
		places[i] = fyne.NewPos(x, y)
		x += size.Width + flowGap
		high = max(high, size.Height)
	}
	return places, y + high
}
