package app

import (
	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
)

// head is what stands above the sections: the program's name.
func (w *Window) head() fyne.CanvasObject { return w.desk.SideTitle(w.desk.T("app.title")) }

// foot is what stands below them: how to find help, and how things stand.
func (w *Window) foot() fyne.CanvasObject {
	d := w.desk
	return ui.Stack(d.SideNote(d.T("app.foot")), d.Status(ui.Status{BackedUp: w.lastBackUp, BackUp: w.backUp, Speak: w.otherLanguage}))
}
