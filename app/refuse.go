package app

import (
	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
)

// refuse says in the window why the office could not be opened, and offers to
// open another. Nothing is changed.
func (w *Window) refuse(why error) error {
	text, err := w.speakTo(w.look.Language)
	if err != nil {
		return err
	}
	w.fyne.SetTitle(text("app.title"))
	w.desk = w.newDesk(text)
	w.desk.Bare(w.refusal(why))
	return nil
}

// refusal is what the window shows when the office could not be opened: what
// happened, that nothing was changed, what to do.
func (w *Window) refusal(why error) fyne.CanvasObject {
	d := w.desk
	copyDetails := func() {
		fyne.CurrentApp().Clipboard().SetContent(d.Details(why))
	}
	return ui.Paper(ui.Apart(
		d.Heading(d.T("app.not_opened")),
		d.Words(d.Text.Fault(why), ui.Plain),
		d.Words(d.Folder, ui.Muted),
		ui.Row(d.Button("act.copy_details", copyDetails), d.Button("act.other_folder", w.chooseExisting), d.MainButton("act.quit", d.Window.Close)),
	))
}
