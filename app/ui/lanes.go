package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A Lane is one column of a board.
type Lane struct {
	Title string // in the user's words
	None  string // the phrase for a lane without items
	Items []Item
}

// sizeLane is how narrow a lane may become before the board scrolls.
const sizeLane = 172

// Board lays lanes out beside each other, each with a head that counts its
// items.
func (d *Desk) Board(lanes ...Lane) fyne.CanvasObject {
	row := container.New(evenly{least: sizeLane, gap: 8})
	for _, lane := range lanes {
		head := d.Words(d.T("lane.head", lane.Title, len(lane.Items)), Strong)
		row.Add(container.NewStack(newGround(colourSurface, "", 8),
			container.New(insets{10, 6, 6, 6}, below(container.New(insets{0, 6, 6, 6}, head),
				container.NewVScroll(d.Items(lane.None, lane.Items...))))))
	}
	return container.New(insets{8, sizeGap, sizeGap, sizeGap}, container.NewHScroll(row))
}

// evenly gives all its children the same width, and no less than least.
type evenly struct{ least, gap float32 }

func (l evenly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	n := float32(len(objects))
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(n*grown(l.least)+(n-1)*l.gap, height)
}

func (l evenly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := float32(len(objects))
	width := (size.Width - (n-1)*l.gap) / n
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(width+l.gap), 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
}
