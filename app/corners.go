package app

import "fyne.io/fyne/v2"

// head is what stands above the sections: the program's name.
func (w *Window) head() fyne.CanvasObject { return w.desk.SideTitle(w.desk.T("app.title")) }

// foot is what stands below them: how to find help.
func (w *Window) foot() fyne.CanvasObject { return w.desk.SideNote(w.desk.T("app.foot")) }
