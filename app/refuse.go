package app

import (
	"fmt"

	"fyne.io/fyne/v2"

	"visitdesk/app/i18n"
	"visitdesk/app/ui"
)

// refuse says in the window why the office could not be opened, and returns when
// it is closed. Nothing is changed.
func (w *Window) refuse(why error) error {
	text, err := i18n.Load(w.options.Files, w.look.Language)
	if err != nil {
		return fmt.Errorf("open window: %w", err)
	}
	w.fyne.SetTitle(text("app.title"))
	w.fyne.SetContent(Refusal(&ui.Desk{Text: text, Window: w.fyne, Files: w.options.Files, Folder: w.options.Folder}, why))
	w.app.Run()
	return nil
}

// Refusal is what the window shows when the office could not be opened: what
// happened, that nothing was changed, what to do.
func Refusal(d *ui.Desk, why error) fyne.CanvasObject {
	copyDetails := func() {
		fyne.CurrentApp().Clipboard().SetContent(d.Text.Fault(why) + "\n" + why.Error())
	}
	return ui.Paper(ui.Apart(
		d.Heading(d.T("app.not_opened")),
		d.Words(d.Text.Fault(why), ui.Plain),
		d.Words(d.Folder, ui.Muted),
		ui.Row(d.Button("act.copy_details", copyDetails), d.MainButton("act.quit", d.Window.Close)),
	))
}
