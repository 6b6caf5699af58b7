package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// phrasePalette is that of the command which is not in the palette itself.
const phrasePalette = "act.palette"

// everywhere returns the commands that the window itself has, whatever it shows.
func (d *Desk) everywhere() []Command {
	const shift, alt = fyne.KeyModifierShift, fyne.KeyModifierAlt
	return []Command{
		{Phrase: "act.undo", Menu: "menu.edit", Key: fyne.KeyZ, With: Ctrl, text: d.UndoTyping, Do: d.Undo},
		{Phrase: "act.redo", Menu: "menu.edit", Key: fyne.KeyY, With: Ctrl, text: d.redoTyping, Do: d.Redo},
		{Phrase: "act.insert_today", Menu: "menu.edit", Key: fyne.KeyD, With: Ctrl, text: d.insertToday,
			Off: func() string { return "told.no_field" }, Do: func() {}},
		{Phrase: "act.print_next", Menu: "menu.file", Key: fyne.KeyP, With: Ctrl, Off: d.overForm, Do: d.printNext},
		{Phrase: phrasePalette, Menu: "menu.go", Key: fyne.KeyK, With: Ctrl, Do: d.Palette},
		{Phrase: "act.backward", Menu: "menu.go", Key: fyne.KeyLeft, With: alt, Off: d.noBackward, Do: d.Backward},
		{Phrase: "act.forward", Menu: "menu.go", Key: fyne.KeyRight, With: alt, Off: d.noForward, Do: d.Forward},
		{Phrase: "act.next_record", Menu: "menu.go", Key: fyne.KeyTab, With: fyne.KeyModifierControl, Do: d.nextRecord},
		{Phrase: "act.next_pane", Menu: "menu.view", Key: fyne.KeyF6, Do: func() { d.frame.pane(1) }},
		{Phrase: "act.previous_pane", Menu: "menu.view", Key: fyne.KeyF6, With: shift, Do: func() { d.frame.pane(-1) }},
		{Phrase: "act.cover", Menu: "menu.view", Key: fyne.KeyL, With: Ctrl, over: true, Do: d.Cover},
		{Phrase: "act.help", Menu: "menu.help", Key: fyne.KeyF1, Do: d.Help},
		{Phrase: "act.keys", Menu: "menu.help", Do: func() { d.HelpOn("keys") }},
	}
}

// digits are the keys of the sections.
var digits = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}

// ways returns the commands that show the sections.
func (f *Frame) ways() []Command {
	var list []Command
	for i, s := range f.sections {
		c := Command{Phrase: s.Phrase, Menu: "menu.go", Do: func() { f.desk.Show(i) }}
		if i < len(digits) {
			c.Key, c.With = digits[i], Ctrl
		}
		list = append(list, c)
	}
	return list
}

// entry returns the field that is typed in, nil for none.
func (d *Desk) entry() *Entry {
	e, _ := d.Window.Canvas().Focused().(*Entry)
	return e
}

// UndoTyping takes back the last typing in the field that has the focus and
// reports whether there was any: Ctrl+Z means the text first, then the record.
func (d *Desk) UndoTyping() bool {
	e := d.entry()
	return e != nil && e.undo()
}

// redoTyping brings back what UndoTyping took, and reports whether there was any.
func (d *Desk) redoTyping() bool {
	e := d.entry()
	return e != nil && e.redo()
}

// insertToday types today's date where the cursor is, and reports whether there
// is one: in words into a text, as it is kept into a field of one line, which
// may be one that understands dates.
func (d *Desk) insertToday() bool {
	e := d.entry()
	if e == nil || e.Disabled() {
		return false
	}
	date := string(d.Today())
	if e.MultiLine {
		date = d.Text.Date(d.Today().Time())
	}
	for _, r := range date {
		e.TypedRune(r)
	}
	return true
}

// overForm says that a page must be left first.
func (d *Desk) overForm() string {
	if d.frame.top() != nil {
		return "told.leave_page_first"
	}
	return ""
}

// printNext shows the briefing of the next visit, ready to print.
func (d *Desk) printNext() {
	var next store.VisitRow
	d.Prepare(func(ctx context.Context) (err error) {
		next, err = d.Store.Next(ctx, career.Moment(d.Today()))
		if errors.Is(err, career.ErrNotFound) {
			err = nil
		}
		return err
	}, func() {
		if next.ID == "" {
			d.Told(d.T("told.no_next_visit"))
			return
		}
		d.Brief(next.ID, true)
	})
}
