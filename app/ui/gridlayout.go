package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// leastField is what the search field is never narrower than beside the buttons.
const leastField = 160

// gridLayout lays a grid out. Its parts come in the order of the Tab key: from
// the search field straight into the rows.
type gridLayout struct {
	count fyne.CanvasObject // goes first where there is too little room
	hint  string            // of the search field
}

func (gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	find, rows, tools, head := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize(), objects[4].MinSize()
	return fyne.NewSize(head.Width, find.Height+tools.Height+rows.Height+head.Height)
}

func (l gridLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rows, chips, head, bar := objects[1], objects[3], objects[4], objects[5]
	y := l.top(objects[0], objects[2], size.Width)
	if h := l.strip(chips, size.Width); h > 0 {
		chips.Move(fyne.NewPos(0, y+4))
		y += h + 4
	}
	head.Move(fyne.NewPos(0, y))
	y += l.strip(head, size.Width)
	foot := size.Height - l.strip(bar, size.Width)
	bar.Move(fyne.NewPos(0, foot))
	rows.Move(fyne.NewPos(0, y))
	rows.Resize(fyne.NewSize(size.Width, max(foot-y, 0)))
}

// top lays the search field and the buttons out: beside each other, or in a
// narrow list below each other. It returns where the rest begins.
func (l gridLayout) top(find, tools fyne.CanvasObject, width float32) float32 {
	high := find.MinSize().Height
	l.count.Show()
	need := tools.MinSize()
	if width-need.Width >= grown(leastField) {
		l.field(find.(*Entry), fyne.NewSize(width-need.Width, high))
		tools.Move(fyne.NewPos(width-need.Width, 0))
		tools.Resize(fyne.NewSize(need.Width, high))
		return high
	}
	if need.Width > width {
		l.count.Hide()
		need = tools.MinSize()
	}
	l.field(find.(*Entry), fyne.NewSize(width, high))
	tools.Move(fyne.NewPos(max(width-need.Width, 0), high))
	tools.Resize(need)
	return high + need.Height
}

// strip gives a part all the width and the height it wants, and returns that; 0
// for one that is hidden.
func (gridLayout) strip(o fyne.CanvasObject, width float32) float32 {
	if !o.Visible() {
		return 0
	}
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	high := o.MinSize().Height // what flows knows it once it has its width
	o.Resize(fyne.NewSize(width, high))
	return high
}

// field gives the search field its size and as much of its hint as has room
// there: Fyne would put a scroll bar below a longer one.
func (l gridLayout) field(find *Entry, size fyne.Size) {
	find.Resize(size)
	room := size.Width - theme.IconInlineSize() - 4*theme.InnerPadding()
	hint := []rune(l.hint)
	for cut := l.hint; ; cut = string(hint) + "…" {
		if len(hint) == 0 || fyne.MeasureText(cut, theme.TextSize(), fyne.TextStyle{}).Width <= room {
			if find.PlaceHolder != cut {
				find.SetPlaceHolder(cut)
			}
			return
		}
		hint = hint[:len(hint)-1]
	}
}

// mostNeeded is how many of the buttons for several rows are there however little room
// there is.
const mostNeeded = 2

// pickedLayout lays out what stands at the foot while several rows are chosen:
// how many, the buttons for them, the one that lets go of them.
type pickedLayout struct{}

func (pickedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	buttons := objects[1].(*fyne.Container).Objects
	for _, o := range append(buttons[max(len(buttons)-mostNeeded, 0):len(buttons):len(buttons)], objects[2]) {
		need := o.MinSize()
		size = fyne.NewSize(size.Width+need.Width+theme.Padding(), max(size.Height, need.Height))
	}
	return size
}

func (l pickedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	words, together, none := objects[0], objects[1].(*fyne.Container), objects[2]
	room := size.Width - l.MinSize(objects).Width
	for i, o := range together.Objects {
		shown := true
		if i < len(together.Objects)-mostNeeded {
			room -= o.MinSize().Width + theme.Padding()
			shown = room >= 0
		}
		if o.Visible() != shown {
			setShown(o, shown)
		}
	}
	x := size.Width
	for _, o := range []fyne.CanvasObject{none, together} {
		need := o.MinSize()
		x -= need.Width
		o.Move(fyne.NewPos(x, (size.Height-need.Height)/2))
		o.Resize(need)
		x -= theme.Padding()
	}
	high := words.MinSize().Height
	words.Move(fyne.NewPos(0, (size.Height-high)/2))
	words.Resize(fyne.NewSize(max(x, 0), high))
}

func setShown(o fyne.CanvasObject, shown bool) {
	if shown {
		o.Show()
		return
	}
	o.Hide()
}
