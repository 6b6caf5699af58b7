package app

import (
	"context"
	"log/slog"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"visitdesk/app/i18n"
	"visitdesk/app/printer"
	"visitdesk/app/screens/preview"
	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/vault"
)

// newDesk makes the desk and the ways between the screens.
func (w *Window) newDesk(text i18n.Text) *ui.Desk {
	o := w.options
	d := &ui.Desk{
		Store: w.store, Text: text, Window: w.fyne, Files: o.Files, Fonts: w.fonts,
		Folder: o.Folder, Actor: o.Actor, Now: o.Now,
		Today: func() career.Date { return career.DateOf(o.Now()) },
	}
	d.Go, d.Do = w.work.Go, toWindow
	if o.Go != nil { // whoever does the work says when: there is no other goroutine
		d.Go, d.Do, d.Later = o.Go, func(f func()) { f() }, func(time.Duration, func()) {}
	}
	d.Open = w.openRecord
	d.Edit = w.edit
	d.View, d.Reveal = printer.Open, printer.Reveal
	d.Brief = func(id career.VisitID, print bool) { d.Push(preview.New(d, id, print)) }
	d.Changed = func() {
		w.frame.Refresh()
		w.count()
	}
	return d
}

// newDay shows what is shown as of today to whoever comes back the next morning
// to a program that was left open.
func (w *Window) newDay() {
	if today := w.desk.Today(); today != w.day {
		w.day = today
		w.desk.Changed()
	}
}

// toWindow has f done on the window's goroutine. Work that ends while the
// program does finds Fyne's queue closed; then there is nobody to tell.
func toWindow(f func()) {
	defer func() {
		if what := recover(); what != nil {
			slog.Warn("the window is gone", "what", what)
		}
	}()
	fyne.Do(f)
}

// finish waits for the work under way, such as keeping a draft, but not for ever.
func (w *Window) finish() {
	done := make(chan struct{})
	go func() {
		w.work.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(lastWork):
	}
}

// lastWork is how long the work under way may take when the program ends.
const lastWork = 5 * time.Second

// openRecord shows a record on the screen of its kind.
func (w *Window) openRecord(kind career.Kind, id string) {
	switch kind {
	case career.KindVisit:
		w.visits().Open(id)
		w.desk.Show(sectionVisits)
	case career.KindEmployer:
		w.employers().Open(id)
		w.desk.Show(sectionEmployers)
	case career.KindContact, career.KindColleague:
		w.people().Open(id)
		w.desk.Show(sectionPeople)
	case career.KindMeeting:
		w.meetings().Open(id)
		w.desk.Show(sectionMeetings)
	case career.KindCommitment:
		w.commitments().Open(id)
		w.desk.Show(sectionCommitments)
	case career.KindGraduate:
		w.people().Graduate(career.GraduateID(id))
	}
}

// edit shows the form of a record.
func (w *Window) edit(noun career.Noun, field string) {
	switch n := noun.(type) {
	case *career.Visit:
		w.visits().Form(*n, field)
	case *career.Employer:
		w.employers().Form(*n, field)
	case *career.Contact:
		w.people().ContactForm(*n, field)
	case *career.Commitment:
		w.commitments().Form(*n, field)
	case *career.Meeting:
		w.meetings().Form(*n, field)
	case *career.Demand:
		w.employers().DemandForm(*n, field)
	case *career.Agreement:
		w.employers().AgreementForm(*n, field)
	case *career.Feedback:
		w.employers().FeedbackForm(*n, field)
	case *career.Colleague:
		w.people().ColleagueForm(*n, field)
	case *career.Graduate:
		w.people().GraduateForm(*n, field)
	case *career.Outcome:
		w.people().OutcomeForm(*n, field)
	case *career.University:
		w.settings().UniversityForm(*n, field)
	}
}

// count shows beside each section how much is due there.
func (w *Window) count() {
	d, frame := w.desk, w.frame
	day := d.Today()
	overdue := 0
	w.counting.Run(func(ctx context.Context) error {
		due, err := d.Store.Due(ctx, day, ui.PageRows)
		for _, c := range due {
			if c.Overdue(day) {
				overdue++
			}
		}
		return err
	}, func(err error) {
		d.Fail(err)
		frame.Badge(sectionToday, overdue)
	})
}

// backUp copies the office to its folder of backups and examines the copy.
func (w *Window) backUp() {
	d, o := w.desk, w.options
	file := ""
	d.Progress(d.T("act.back_up"), func(ctx context.Context, _ func(int, int)) (err error) {
		if file, err = vault.NewBackup(o.Folder, o.Now()); err != nil {
			return err
		}
		return d.Store.BackUp(ctx, file)
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		d.RefreshStatus()
		d.Offer(d.T("told.backed_up", filepath.Base(file)), "act.show_folder", func() { w.showFolder(filepath.Dir(file)) })
	})
}

func (w *Window) showFolder(folder string) {
	w.desk.Run(func(ctx context.Context) error { return printer.Reveal(ctx, folder) }, func(err error) { w.desk.Fail(err) })
}
