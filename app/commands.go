package app

import (
	"fyne.io/fyne/v2"

	"visitdesk/app/screens/settings"
	"visitdesk/app/ui"
	"visitdesk/data/career"
)

// commands work wherever the user is.
func (w *Window) commands() []ui.Command {
	show := func(section int) func() { return func() { w.desk.Show(section) } }
	return []ui.Command{
		{Phrase: "act.new_visit_anywhere", Menu: "menu.file", Key: fyne.KeyN, With: ui.Ctrl | fyne.KeyModifierShift, Do: w.newVisit},
		{Phrase: "act.quit", Menu: "menu.file", Key: fyne.KeyQ, With: ui.Ctrl, Do: func() { w.desk.Leave(w.close) }},
		{Phrase: "section.today", Menu: "menu.go", Key: fyne.Key1, With: ui.Ctrl, Do: show(sectionToday)},
		{Phrase: "section.visits", Menu: "menu.go", Key: fyne.Key2, With: ui.Ctrl, Do: show(sectionVisits)},
		{Phrase: "section.employers", Menu: "menu.go", Key: fyne.Key3, With: ui.Ctrl, Do: show(sectionEmployers)},
		{Phrase: "section.people", Menu: "menu.go", Key: fyne.Key4, With: ui.Ctrl, Do: show(sectionPeople)},
		{Phrase: "section.settings", Menu: "menu.go", Key: fyne.Key5, With: ui.Ctrl, Do: show(sectionSettings)},
		{Phrase: "act.larger", Menu: "menu.go", Key: fyne.KeyEqual, With: ui.Ctrl, Do: func() { w.resize(1) }},
		{Phrase: "act.smaller", Menu: "menu.go", Key: fyne.KeyMinus, With: ui.Ctrl, Do: func() { w.resize(-1) }},
		{Phrase: "act.about", Menu: "menu.help", Do: w.about},
	}
}

func (w *Window) newVisit() {
	w.desk.Edit(&career.Visit{Direction: career.Out, Mode: career.OnSite}, "")
}

// resize makes the text a step larger or smaller.
func (w *Window) resize(step int) {
	for i, size := range ui.TextSizes {
		if size == w.look.TextSize && 0 <= i+step && i+step < len(ui.TextSizes) {
			look := w.look
			look.TextSize = ui.TextSizes[i+step]
			w.setLook(look)
			return
		}
	}
}

// setLook takes over what the user chose about the window and builds it anew
// where it was.
func (w *Window) setLook(look settings.Look) {
	w.desk.Leave(func() {
		w.look = look
		w.remember()
		err := w.dress()
		if err == nil {
			err = w.build(w.frame.At())
		}
		w.desk.Fail(err)
	})
}

func (w *Window) about() {
	d := w.desk
	w.desk.Ask(ui.Question{Title: d.T("app.title"), Words: d.T("app.about", w.options.Version), Cancel: "act.close"})
}
