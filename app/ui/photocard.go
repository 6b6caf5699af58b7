package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// The photo on a card, upright, and the disc of initials where there is none.
const (
	widthPortrait  = 96
	heightPortrait = 128
	sizeMedal      = 64
)

// PhotoCard heads the page of a person: the photo, or the initials in its place;
// the name large with its reading in pinyin, and what else is said of the person
// below.
func (d *Desk) PhotoCard(name, pinyin string, photo []byte, lines ...string) fyne.CanvasObject {
	words := Stack(d.Heading(name))
	if pinyin != "" && pinyin != name {
		words.Add(d.Words(pinyin, Muted))
	}
	for _, line := range lines {
		if line != "" {
			words.Add(d.Words(line, Plain))
		}
	}
	return container.NewBorder(nil, nil, container.New(insets{right: sizeGap}, photoOrInitials(d, name, photo)), nil,
		container.NewVBox(filler(), words, filler()))
}

func photoOrInitials(d *Desk, name string, photo []byte) fyne.CanvasObject {
	if len(photo) == 0 {
		return container.NewVBox(filler(), container.New(sized{sizeMedal, sizeMedal}, d.face(name, nil)), filler())
	}
	picture := canvas.NewImageFromResource(fyne.NewStaticResource(name+".jpg", photo))
	picture.FillMode, picture.CornerRadius = canvas.ImageFillCover, 6
	return container.New(sized{widthPortrait, heightPortrait}, picture)
}

// sized gives its only child a size, whatever it needs.
type sized struct{ width, height float32 }

func (l sized) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(grown(l.width), grown(l.height))
}

func (l sized) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
