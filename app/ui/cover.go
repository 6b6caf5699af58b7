package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Cover hides everything in the window under a plain sheet until Enter is
// pressed. It is no lock and says so: the office has no password yet.
func (d *Desk) Cover() {
	if d.covered() != nil {
		return
	}
	d.closeMenus()
	c := &cover{desk: d}
	back := d.MainButton("act.uncover", c.close)
	words := container.New(stacked{gap: 12}, d.Heading(d.T("cover.title")), d.Words(d.T("cover.words"), Plain), container.NewHBox(back))
	sheet := container.NewStack(newShut(), newGround(theme.ColorNameBackground, "", 0),
		container.NewCenter(container.New(&atLeast{width: widthDialog}, words)))
	c.sheet = d.tipping().lay(sheet)
	d.dialogs = append(d.dialogs, c)
	d.Window.Canvas().Overlays().Add(c.sheet)
	d.Window.Canvas().Focus(back)
}

// cover is the sheet while it lies over the window.
type cover struct {
	desk  *Desk
	sheet fyne.CanvasObject
}

// covered returns the sheet that lies over the window, nil for none.
func (d *Desk) covered() *cover {
	for _, m := range d.dialogs {
		if c, ok := m.(*cover); ok {
			return c
		}
	}
	return nil
}

// above does what puts something over the window or takes it away, and leaves
// the sheet on top if there is one.
func (d *Desk) above(do func()) {
	c := d.covered()
	if c != nil {
		c.close()
	}
	do()
	if c != nil {
		d.Cover()
	}
}

func (c *cover) typed(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape, fyne.KeySpace:
		c.close()
	}
}

func (c *cover) close() {
	c.desk.lift(c)
	c.desk.Window.Canvas().Overlays().Remove(c.sheet)
}
