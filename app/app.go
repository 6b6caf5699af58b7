// Package app puts the screens into a window. The screens know nothing of each
// other: the ways between them are made here.
package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"visitdesk/app/i18n"
	"visitdesk/app/printer"
	"visitdesk/app/screens/employers"
	"visitdesk/app/screens/preview"
	"visitdesk/app/screens/settings"
	"visitdesk/app/screens/today"
	"visitdesk/app/screens/visits"
	"visitdesk/app/typeset"
	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// ID names the program to the system, for its preferences.
const ID = "visitdesk"

// Options are what the window is opened with. Only Files and Folder are needed.
type Options struct {
	Files    fs.FS            // as assets.Files
	Folder   string           // where the office lies; made if it is not there
	Language string           // empty for the one chosen last, else the first of i18n.Languages
	Version  string           // of the program
	Actor    string           // who works here, as papers name them; empty for the system's user
	Now      func() time.Time // nil for time.Now
	Go       func(func())     // starts work beside the window; nil for goroutines
}

// Run opens the office and its window, and returns when the user has closed it.
// An office that cannot be opened is told in a window too, and returned.
func Run(ctx context.Context, o Options) error {
	fyneapp.SetMetadata(fyne.AppMetadata{ID: ID, Name: "Visit Desk", Version: o.Version})
	a := fyneapp.NewWithID(ID)
	w, err := Open(ctx, a, o)
	if err != nil {
		return errors.Join(err, refuse(a, o, err))
	}
	context.AfterFunc(ctx, func() { fyne.Do(a.Quit) }) // interrupted from outside
	w.fyne.ShowAndRun()
	return w.store.Close()
}

// Open opens the office and builds its window, which is not shown yet.
func Open(ctx context.Context, a fyne.App, o Options) (*Window, error) {
	o.fill()
	w := &Window{options: o, app: a, look: remembered(a.Preferences(), o.Language)}
	w.look.Set = w.setLook
	// The office is opened while the fonts are read, which takes as long.
	opened := make(chan error, 1)
	go func() {
		var err error
		w.store, err = openOffice(ctx, o)
		opened <- err
	}()
	unready := w.dress()
	if err := <-opened; err != nil {
		return nil, err
	}
	if unready == nil {
		unready = w.open()
	}
	if unready != nil {
		return nil, errors.Join(unready, w.store.Close())
	}
	return w, nil
}

// dress puts the look chosen on and reads the two fonts.
func (w *Window) dress() error {
	theme, err := ui.NewTheme(w.options.Files, w.look.Appearance, w.look.TextSize)
	if err != nil {
		return fmt.Errorf("open window: %w", err)
	}
	w.app.Settings().SetTheme(theme)
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		fyne.MeasureText(" ", theme.Size("text"), style)
	}
	return nil
}

// fill puts in what was left out.
func (o *Options) fill() {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Actor == "" {
		if u, err := user.Current(); err == nil {
			o.Actor = cmp.Or(u.Name, u.Username)
		}
	}
}

func openOffice(ctx context.Context, o Options) (*store.Store, error) {
	if err := os.MkdirAll(o.Folder, 0o700); err != nil {
		return nil, fmt.Errorf("make the folder: %w", err)
	}
	return store.Open(ctx, filepath.Join(o.Folder, vault.Office), store.Options{Actor: o.Actor, Now: o.Now})
}

// Sections of the window, in the order of the sidebar.
const (
	sectionToday = iota
	sectionVisits
	sectionEmployers
	sectionSettings
)

// Window is the program while its window is open.
type Window struct {
	options Options
	store   *store.Store
	app     fyne.App
	fyne    fyne.Window
	look    settings.Look
	fonts   func() (*typeset.Fonts, error)

	desk      *ui.Desk
	frame     *ui.Frame
	visits    *visits.Screen
	employers *employers.Screen
	settings  *settings.Screen
	counting  *ui.Latest
}

// open builds the window with the look chosen last.
func (w *Window) open() error {
	w.fonts = sync.OnceValues(func() (*typeset.Fonts, error) { return typeset.OpenFonts(w.options.Files) })
	w.fyne = w.app.NewWindow("Visit Desk")
	if icon, err := fs.ReadFile(w.options.Files, "icons/visitdesk.svg"); err == nil {
		w.app.SetIcon(fyne.NewStaticResource("visitdesk.svg", icon))
	}
	w.fyne.SetMaster()
	w.fyne.SetPadded(false)
	if err := w.build(sectionToday); err != nil {
		return err
	}
	w.fyne.SetCloseIntercept(func() { w.desk.Leave(w.close) })
	w.fyne.Resize(w.rememberedSize())
	return nil
}

// Desk is what the screens work at.
func (w *Window) Desk() *ui.Desk { return w.desk }

// Fyne is the window itself.
func (w *Window) Fyne() fyne.Window { return w.fyne }

// close remembers the window's size and closes it.
func (w *Window) close() {
	w.rememberSize(w.fyne.Canvas().Size())
	w.fyne.Close()
}

// build makes the content in the look chosen, with a section shown.
func (w *Window) build(section int) error {
	text, err := i18n.Load(w.options.Files, w.look.Language)
	if err != nil {
		return fmt.Errorf("open window: %w", err)
	}
	if err := speak(text); err != nil {
		return fmt.Errorf("open window: %w", err)
	}
	w.fyne.SetTitle(text("app.title"))
	w.desk = w.newDesk(text)
	w.counting = w.desk.Latest()
	w.visits, w.employers = visits.New(w.desk), employers.New(w.desk)
	w.settings = settings.New(w.desk, w.look, w.showFolder)
	w.frame = w.desk.Frame([]ui.Section{
		{Phrase: "section.today", Icon: "home", Screen: today.New(w.desk)},
		{Phrase: "section.visits", Icon: "calendar", Screen: w.visits},
		{Phrase: "section.employers", Icon: "storage", Screen: w.employers},
		{Phrase: "section.settings", Icon: "settings", Screen: w.settings},
	}, w.commands(), w.head(), w.foot())
	w.fyne.SetContent(w.frame.Content())
	w.desk.Show(section)
	w.count()
	return nil
}

// newDesk makes the desk and the ways between the screens.
func (w *Window) newDesk(text i18n.Text) *ui.Desk {
	o := w.options
	d := &ui.Desk{
		Store: w.store, Text: text, Window: w.fyne, Files: o.Files, Fonts: w.fonts,
		Folder: o.Folder, Actor: o.Actor, Now: o.Now,
		Today: func() career.Date { return career.DateOf(o.Now()) },
	}
	if o.Go != nil { // whoever does the work says when: there is no other goroutine
		d.Go, d.Do, d.Later = o.Go, func(f func()) { f() }, func(time.Duration, func()) {}
	}
	d.Open = w.openRecord
	d.Edit = w.edit
	d.Brief = func(id career.VisitID, print bool) { d.Push(preview.New(d, id, print)) }
	d.Changed = func() {
		w.frame.Refresh()
		w.count()
	}
	return d
}

// openRecord shows a record on the screen of its kind.
func (w *Window) openRecord(kind career.Kind, id string) {
	switch kind {
	case career.KindVisit:
		w.visits.Open(career.VisitID(id))
		w.desk.Show(sectionVisits)
	case career.KindEmployer:
		w.employers.Open(career.EmployerID(id))
		w.desk.Show(sectionEmployers)
	}
}

// edit shows the form of a record.
func (w *Window) edit(noun career.Noun, field string) {
	switch n := noun.(type) {
	case *career.Visit:
		w.visits.Form(*n, field)
	case *career.Employer:
		w.employers.Form(*n, field)
	case *career.Contact:
		w.employers.ContactForm(*n, field)
	case *career.Commitment:
		w.employers.CommitmentForm(*n, field)
	case *career.Demand:
		w.employers.DemandForm(*n, field)
	case *career.Agreement:
		w.employers.AgreementForm(*n, field)
	case *career.Feedback:
		w.employers.FeedbackForm(*n, field)
	case *career.Colleague:
		w.settings.ColleagueForm(*n, field)
	case *career.University:
		w.settings.UniversityForm(*n, field)
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

func (w *Window) showFolder(folder string) {
	w.desk.Run(func(ctx context.Context) error { return printer.Reveal(ctx, folder) }, func(err error) { w.desk.Fail(err) })
}
