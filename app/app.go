// Package app puts the screens into a window. The screens know nothing of each
// other: the ways between them are made here.
package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"os/user"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"visitdesk/app/screens/commitments"
	"visitdesk/app/screens/employers"
	"visitdesk/app/screens/meetings"
	"visitdesk/app/screens/people"
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
	Usual    bool             // nobody named the folder: the one chosen last counts, and who has none is asked how to begin
	Language string           // empty for the one chosen last, else the first of i18n.Languages
	Version  string           // of the program
	Actor    string           // who works here, as papers name them; empty for the system's user
	Now      func() time.Time // nil for time.Now
	Go       func(func())     // starts work beside the window; nil for goroutines
}

// Run opens the office and its window, and returns when the user has closed it.
// An office that cannot be opened is told in the window too.
func Run(ctx context.Context, o Options) error {
	fyneapp.SetMetadata(fyne.AppMetadata{ID: ID, Name: "Visit Desk", Version: o.Version})
	defer keepLog()()
	a := fyneapp.NewWithID(ID)
	w, err := Open(ctx, a, o)
	if w == nil {
		return err
	}
	// Fyne itself ends the program at the signals to do so. A second quit would
	// find its queue closed.
	stop := context.AfterFunc(ctx, func() { toWindow(a.Quit) })
	a.Run()
	stop()
	if w.store == nil { // the office could not be opened, or nobody said how to begin
		return err
	}
	w.finish()
	return w.store.Close()
}

// keepLog writes what the program says of its own mistakes to a file too, and
// what it says when it dies: a program started by a double click has nobody who
// reads it. Without the file it works as well.
func keepLog() (end func()) {
	log, err := vault.Log()
	if err == nil {
		err = debug.SetCrashOutput(log, debug.CrashOptions{})
	}
	if err != nil {
		slog.Warn("no log is kept", "err", err)
		return func() {}
	}
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(io.MultiWriter(log, os.Stderr), nil)))
	return func() {
		slog.SetDefault(before)
		log.Close()
	}
}

// Open opens the office and builds its window. With an error the window says
// why the office could not be opened and offers to open another; it is nil only
// where there can be none.
func Open(ctx context.Context, a fyne.App, o Options) (*Window, error) {
	w, err := begin(a, o)
	if err != nil {
		return nil, err
	}
	if err = w.fill(ctx); err == nil {
		return w, nil
	}
	if why := w.refuse(err); why != nil {
		return nil, errors.Join(err, why)
	}
	return w, err
}

// begin puts the look chosen on and makes the window, with nothing in it yet.
func begin(a fyne.App, o Options) (*Window, error) {
	o.complete()
	if o.Usual {
		o.Folder = a.Preferences().StringWithFallback(prefFolder, o.Folder)
	}
	w := &Window{options: o, app: a, look: remembered(a.Preferences(), o.Language)}
	w.look.Set = w.setLook
	if err := w.dress(); err != nil {
		return nil, err
	}
	w.fonts = sync.OnceValues(func() (*typeset.Fonts, error) { return typeset.OpenFonts(o.Files) })
	w.fyne = a.NewWindow("Visit Desk")
	w.fyne.SetMaster()
	w.fyne.SetPadded(false)
	w.fyne.Resize(w.rememberedSize())
	return w, nil
}

// fill opens the office and builds what the window shows. The office and the
// window's two fonts are read while the window is put on the screen: each takes
// as long as the others. Nothing else measures text meanwhile, since Fyne's
// caches have no locks.
func (w *Window) fill(ctx context.Context) error {
	if w.begins() {
		w.fyne.Show()
		return w.first()
	}
	opened, read := make(chan error, 1), make(chan struct{})
	go func() {
		var err error
		w.store, err = openOffice(ctx, w.options)
		opened <- err
	}()
	go func() {
		defer close(read)
		for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
			fyne.MeasureText(" ", float32(w.look.TextSize), style)
		}
	}()
	w.fyne.Show()
	<-read
	if err := <-opened; err != nil {
		return err
	}
	if err := w.open(); err != nil {
		return errors.Join(err, w.store.Close())
	}
	return nil
}

// dress puts the look chosen on. Fyne reads the typefaces anew for each theme it
// is given, and never lets go of those before, 20 MB each: it gets another one
// only for other colours.
func (w *Window) dress() error {
	if w.theme != nil && w.worn == w.look.Appearance {
		w.theme.Resize(w.look.TextSize)
		return nil
	}
	theme, err := ui.NewTheme(w.options.Files, w.look.Appearance, w.look.TextSize)
	if err != nil {
		return fmt.Errorf("open window: %w", err)
	}
	w.theme, w.worn = theme, w.look.Appearance
	w.app.Settings().SetTheme(theme)
	return nil
}

// complete puts in what was left out.
func (o *Options) complete() {
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
	leave, err := vault.Enter(ctx, o.Folder)
	if err != nil {
		return nil, err
	}
	defer leave()
	return store.Open(ctx, filepath.Join(o.Folder, vault.Office), store.Options{Actor: o.Actor, Now: o.Now})
}

// Sections of the window, in the order of the sidebar.
const (
	sectionToday = iota
	sectionVisits
	sectionEmployers
	sectionPeople
	sectionMeetings
	sectionCommitments
	sectionSettings
)

// Window is the program while its window is open.
type Window struct {
	options Options
	store   *store.Store
	app     fyne.App
	fyne    fyne.Window
	look    settings.Look
	theme   *ui.Theme
	worn    ui.Appearance // that the theme is of
	fonts   func() (*typeset.Fonts, error)

	desk  *ui.Desk
	frame *ui.Frame
	work  sync.WaitGroup // beside the window

	// The screens, each made when it is first asked for: the window need not
	// wait for those that are not seen.
	visits      func() *visits.Screen
	employers   func() *employers.Screen
	people      func() *people.Screen
	meetings    func() *meetings.Screen
	commitments func() *commitments.Screen
	settings    func() *settings.Screen
	counting    *ui.Latest
	day         career.Date // as of which is shown what is shown
}

// open builds the window's content, with the first section shown.
func (w *Window) open() error {
	if icon, err := fs.ReadFile(w.options.Files, "icons/visitdesk.svg"); err == nil {
		w.app.SetIcon(fyne.NewStaticResource("visitdesk.svg", icon))
	}
	if err := w.build(sectionToday, nil); err != nil {
		return err
	}
	w.app.Lifecycle().SetOnExitedForeground(func() { w.desk.KeepDrafts() })
	w.app.Lifecycle().SetOnEnteredForeground(w.newDay)
	w.fyne.SetCloseIntercept(func() { w.desk.Leave(w.close) })
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

// build makes the content in the look chosen, with a section shown; each as it
// stood before, if it did.
func (w *Window) build(section int, stood []any) error {
	text, err := w.speakTo(w.look.Language)
	if err != nil {
		return err
	}
	w.fyne.SetTitle(text("app.title"))
	w.desk = w.newDesk(text)
	w.counting = w.desk.Latest()
	desk, look := w.desk, w.look
	today := sync.OnceValue(func() ui.Screen { return today.New(desk) })
	w.visits = sync.OnceValue(func() *visits.Screen { return visits.New(desk) })
	w.employers = sync.OnceValue(func() *employers.Screen { return employers.New(desk) })
	w.people = sync.OnceValue(func() *people.Screen { return people.New(desk) })
	w.meetings = sync.OnceValue(func() *meetings.Screen { return meetings.New(desk) })
	w.commitments = sync.OnceValue(func() *commitments.Screen { return commitments.New(desk) })
	w.settings = sync.OnceValue(func() *settings.Screen {
		return settings.New(desk, look, settings.Ways{Show: w.showFolder, Move: w.move, BackUp: w.backUp})
	})
	w.day = w.desk.Today()
	w.frame = w.desk.Frame([]ui.Section{
		{Phrase: "section.today", Icon: "home", Screen: today},
		{Phrase: "section.visits", Icon: "calendar", Screen: func() ui.Screen { return w.visits() }},
		{Phrase: "section.employers", Icon: "storage", Screen: func() ui.Screen { return w.employers() }},
		{Phrase: "section.people", Icon: "account", Screen: func() ui.Screen { return w.people() }},
		{Phrase: "section.meetings", Icon: "document", Screen: func() ui.Screen { return w.meetings() }},
		{Phrase: "section.commitments", Icon: "confirm", Screen: func() ui.Screen { return w.commitments() }},
		{Phrase: "section.settings", Icon: "settings", Screen: func() ui.Screen { return w.settings() }},
	}, w.commands(), w.head(), w.foot())
	w.fyne.SetContent(w.frame.Content())
	w.desk.StandAs(stood)
	w.desk.Show(section)
	w.count()
	return nil
}
