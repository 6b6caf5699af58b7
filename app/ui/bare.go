package ui

import "fyne.io/fyne/v2"

// Bare fills the window with content alone, without sections, commands and
// notices: for what there is to say before an office is open.
func (d *Desk) Bare(content fyne.CanvasObject) {
	d.Window.SetMainMenu(nil)
	d.Window.Canvas().SetOnTypedKey(d.typed)
	d.Window.SetContent(content)
}
