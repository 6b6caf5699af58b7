package app

import (
	"fmt"

	"fyne.io/fyne/v2"

	"visitdesk/app/i18n"
	"visitdesk/app/ui"
)

// refuse says in a window why the office could not be opened, and returns when
// it is closed. Nothing is changed.
func refuse(a fyne.App, o Options, why error) error {
	look := remembered(a.Preferences(), o.Language)
	theme, err := ui.NewTheme(o.Files, look.Appearance, look.TextSize)
	if err != nil {
		return fmt.Errorf("open window: %w", err)
	}
	text, err := i18n.Load(o.Files, look.Language)
	if err != nil {
		return fmt.Errorf("open window: %w", err)
	}
	a.Settings().SetTheme(theme)
	w := a.NewWindow(text("app.title"))
	w.SetContent(Refusal(&ui.Desk{Text: text, Window: w, Files: o.Files, Folder: o.Folder}, why))
	w.Resize(fyne.NewSize(640, 360))
	w.ShowAndRun()
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
