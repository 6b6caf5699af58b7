package app

import (
	"context"
	"fmt"
	"os"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"visitdesk/app/i18n"
	"visitdesk/app/screens/guide"
	"visitdesk/app/screens/settings"
	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/vault"
)

// commands work wherever the user is, beside those that the window has by
// itself.
func (w *Window) commands() []ui.Command {
	const shift = fyne.KeyModifierShift
	return []ui.Command{
		{Phrase: "act.new_visit_anywhere", Menu: "menu.file", Key: fyne.KeyN, With: ui.Ctrl | shift, Do: w.newVisit},
		{Phrase: "act.new_commitment", Menu: "menu.file", Key: fyne.KeyT, With: ui.Ctrl, Do: w.newCommitment},
		{Phrase: "act.write_minutes", Menu: "menu.file", Key: fyne.KeyM, With: ui.Ctrl, Do: w.writeMinutes},
		{Phrase: "act.back_up", Menu: "menu.file", Key: fyne.KeyB, With: ui.Ctrl, Do: w.backUp},
		{Phrase: "act.quit", Menu: "menu.file", Key: fyne.KeyQ, With: ui.Ctrl, Do: func() { w.desk.Leave(w.close) }},
		{Phrase: "act.larger", Menu: "menu.view", Key: fyne.KeyEqual, With: ui.Ctrl, Do: func() { w.resize(1) }},
		{Phrase: "act.smaller", Menu: "menu.view", Key: fyne.KeyMinus, With: ui.Ctrl, Do: func() { w.resize(-1) }},
		{Phrase: "act.normal_size", Menu: "menu.view", Key: fyne.Key0, With: ui.Ctrl, Do: w.normalSize},
		{Phrase: "act.other_language", Menu: "menu.view", Do: w.otherLanguage},
		{Phrase: "act.guide", Menu: "menu.help", Do: func() { w.desk.Push(guide.New(w.desk)) }},
		{Phrase: "act.about", Menu: "menu.help", Do: w.about},
	}
}

func (w *Window) newVisit() {
	v := ui.NewVisit()
	if kind, id := w.desk.Here(); kind == career.KindEmployer {
		v.Employers = []career.EmployerID{career.EmployerID(id)}
	}
	w.desk.Edit(v, "")
}

// newCommitment begins a commitment to the employer, or of the visit, that is
// chosen.
func (w *Window) newCommitment() {
	d := w.desk
	c := &career.Commitment{Side: career.Ours}
	switch kind, id := d.Here(); kind {
	case career.KindEmployer:
		c.Employer = career.EmployerID(id)
	case career.KindVisit:
		c.Visit = career.VisitID(id)
		d.Prepare(func(ctx context.Context) error {
			v, err := d.Store.Visit(ctx, c.Visit)
			c.Employer = v.Employer()
			return err
		}, func() { d.Edit(c, "") })
		return
	}
	d.Edit(c, "")
}

// writeMinutes shows the form of the visit chosen, or else of the last one that
// took place and has no minutes yet, with the cursor in the minutes.
func (w *Window) writeMinutes() {
	d := w.desk
	kind, id := d.Here()
	var visit career.Visit
	d.Prepare(func(ctx context.Context) (err error) {
		if kind == career.KindVisit {
			visit, err = d.Store.Visit(ctx, career.VisitID(id))
			return err
		}
		rows, err := d.Store.Board(ctx, d.Today())
		for _, row := range rows { // the latest of them comes last
			if row.State(d.Today(), row.Open) == career.Unminuted {
				visit = row.Visit
			}
		}
		return err
	}, func() {
		if visit.ID == "" {
			d.Told(d.T("told.no_unminuted"))
			return
		}
		d.Edit(&visit, "visit.minutes_outer")
	})
}

// resize makes the text a step larger or smaller.
func (w *Window) resize(step int) {
	if i := slices.Index(ui.TextSizes, w.look.TextSize) + step; 0 <= i && i < len(ui.TextSizes) {
		look := w.look
		look.TextSize = ui.TextSizes[i]
		w.setLook(look)
	}
}

// normalSize makes the text as large as it is at first.
func (w *Window) normalSize() {
	look := w.look
	look.TextSize = ui.DefaultTextSize
	w.setLook(look)
}

// otherLanguage goes on in the next language.
func (w *Window) otherLanguage() {
	look := w.look
	look.Language = i18n.Languages[(slices.Index(i18n.Languages, look.Language)+1)%len(i18n.Languages)]
	w.setLook(look)
}

// lastBackUp returns when the newest backup was made, zero for never.
func (w *Window) lastBackUp() (time.Time, error) {
	files, err := vault.Backups(w.options.Folder)
	if err != nil || len(files) == 0 {
		return time.Time{}, err
	}
	file, err := os.Stat(files[0])
	if err != nil {
		return time.Time{}, fmt.Errorf("look at the newest backup: %w", err)
	}
	return file.ModTime(), nil
}

// setLook takes over what the user chose about the window and builds it anew
// where it was, with what lies over it.
func (w *Window) setLook(look settings.Look) {
	w.desk.Aside(func(again func(*ui.Desk)) {
		w.look = look
		w.remember()
		err := w.dress()
		before := w.desk
		if err == nil {
			err = w.build(w.frame.At(), before.Stand())
		}
		if w.desk != before {
			w.desk.Follow(before)
			again(w.desk)
		}
		w.desk.Fail(err)
	})
}

func (w *Window) about() {
	d := w.desk
	w.desk.Ask(ui.Question{Title: d.T("app.title"), Words: d.T("app.about", w.options.Version), Cancel: "act.close"})
}
