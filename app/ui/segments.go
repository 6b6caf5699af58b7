package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Segments lets the user choose one of a few ways to see something: a button
// for each, the one chosen filled.
type Segments struct {
	buttons []*Button
	at      int
	chosen  func(int)
	content fyne.CanvasObject
}

// Segments returns buttons with the given words, of which the first is chosen.
func (d *Desk) Segments(chosen func(int), words ...string) *Segments {
	s := &Segments{at: -1, chosen: chosen}
	row := container.New(abreast{})
	if len(words) > 2 { // large text may need a second row
		row = container.New(&flow{})
	}
	for i, w := range words {
		b := d.button(w, nil, func() { s.Choose(i) })
		s.buttons = append(s.buttons, b)
		row.Add(b)
	}
	s.content = row
	s.mark(0)
	return s
}

// Content is the buttons.
func (s *Segments) Content() fyne.CanvasObject { return s.content }

// At returns the one chosen.
func (s *Segments) At() int { return s.at }

// Show marks one as chosen without a word to anybody.
func (s *Segments) Show(i int) { s.mark(i) }

// Choose chooses one.
func (s *Segments) Choose(i int) {
	if i != s.at {
		s.mark(i)
		s.chosen(i)
	}
}

func (s *Segments) mark(at int) {
	s.at = at
	for i, b := range s.buttons {
		b.Importance = widget.MediumImportance
		if i == at {
			b.Importance = widget.HighImportance
		}
		b.Refresh()
	}
}
