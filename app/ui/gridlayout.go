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
