package app

import (
	"fmt"

	"fyne.io/fyne/v2"

	"visitdesk/app/i18n"
	"visitdesk/app/ui"
)

// refuse says in a window why the office could not be opened, and returns when
// it is closed. Nothing is changed.
func (w *window) refuse(why error) error {
	w.look = w.remembered()
	theme, err := ui.NewTheme(w.options.Files, w.look.Appearance, w.look.TextSize)
	if err != nil {
		return fmt.Errorf("open window: %w", err)
	}
	text, err := i18n.Load(w.options.Files, w.look.Language)
	if err != nil {
		return fmt.Errorf("open window: %w", err)
	}
	w.app.Settings().SetTheme(theme)
	w.fyne = w.app.NewWindow(text("app.title"))
	d := &ui.Desk{Text: text, Window: w.fyne, Files: w.options.Files}
	w.fyne.SetContent(ui.Paper(ui.Apart(
		d.Heading(text("app.not_opened")),
		d.Words(text.Fault(why), ui.Plain),
		d.Words(w.options.Folder, ui.Muted),
		ui.Row(d.Button("act.copy_details", func() { w.app.Clipboard().SetContent(text.Fault(why) + "\n" + why.Error()) }),
			d.MainButton("act.quit", w.fyne.Close)),
	)))
	w.fyne.Resize(fyne.NewSize(640, 360))
	w.fyne.ShowAndRun()
	return nil
}
