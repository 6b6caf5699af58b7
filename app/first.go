package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"visitdesk/app/i18n"
	"visitdesk/app/screens/guide"
	"visitdesk/app/ui"
	"visitdesk/data/sample"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// A beginning is how the user first opens an office.
type beginning int

const (
	empty beginning = iota
	withSample
	existing
)

// errNoOffice says that a folder chosen as an existing one holds no office.
var errNoOffice = errors.New("no office lies in this folder")

// begins reports whether the user is to be asked how to begin: nobody named a
// folder, and no office lies in the usual one.
func (w *Window) begins() bool { return w.options.Usual && !officeIn(w.options.Folder) }

func officeIn(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, vault.Office))
	return err == nil
}

// first asks how to begin. Nothing is made before the user has said so.
func (w *Window) first() error {
	text, err := w.speakTo(w.look.Language)
	if err != nil {
		return err
	}
	w.fyne.SetTitle(text("app.title"))
	w.desk = w.newDesk(text)
	w.desk.Bare(ui.Paper(w.welcome()))
	return nil
}

// welcome is the page that asks.
func (w *Window) welcome() fyne.CanvasObject {
	d := w.desk
	names, at := make([]string, len(i18n.Languages)), 0
	for i, l := range i18n.Languages {
		if text, err := i18n.Load(w.options.Files, l); err == nil {
			names[i] = text("language.name")
		}
		if l == w.look.Language {
			at = i
		}
	}
	languages := d.Segments(func(i int) {
		w.look.Language = i18n.Languages[i]
		w.remember()
		if err := w.first(); err != nil {
			w.unbegun(err, w.options.Folder)
		}
	}, names...)
	languages.Show(at)
	folder := d.Button("act.change_folder", func() {
		d.ChooseFolder(d.T("first.choose_folder"), "act.use_folder", func(path string) {
			w.options.Folder = path
			if err := w.first(); err != nil {
				w.unbegun(err, w.options.Folder)
			}
		})
	})
	choice := func(title, words string, button *ui.Button) fyne.CanvasObject {
		return ui.Card(ui.Between(ui.Stack(d.Subheading(d.T(title)), d.Words(d.T(words), ui.Muted)), button))
	}
	return ui.Apart(
		ui.Between(d.Heading(d.T("first.title")), languages.Content()),
		d.Words(d.T("first.stays"), ui.Plain),
		choice("first.sample", "first.sample_text", d.MainButton("first.sample_do", func() { w.start(withSample, w.options.Folder) })),
		choice("first.empty", "first.empty_text", d.Button("first.empty_do", func() { w.start(empty, w.options.Folder) })),
		choice("first.existing", "first.existing_text", d.Button("first.existing_do", w.chooseExisting)),
		ui.Between(ui.Stack(d.Words(d.T("first.folder"), ui.Muted), d.Words(w.options.Folder, ui.Plain)), folder),
	)
}

func (w *Window) chooseExisting() {
	w.desk.ChooseFolder(w.desk.T("first.open_folder"), "act.use_folder", func(path string) { w.start(existing, path) })
}

// move asks for the folder of another office and opens that instead.
func (w *Window) move() { w.desk.Leave(w.chooseExisting) }

// start opens the office of a folder in the way chosen and shows it, instead of
// the one that is open. An office that lies there already is opened as it is.
func (w *Window) start(how beginning, folder string) {
	o := w.options
	o.Folder = folder
	wasThere := how != existing && officeIn(folder)
	if wasThere {
		how = existing
	}
	var opened *store.Store
	today := w.desk.Today()
	w.desk.Progress(w.desk.T("first.opening"), func(ctx context.Context, _ func(int, int)) (err error) {
		if how == existing && !officeIn(folder) {
			return errNoOffice
		}
		if opened, err = openOffice(ctx, o); err != nil || how != withSample {
			return err
		}
		if err = sample.Office(ctx, opened, today); err != nil {
			err = errors.Join(err, opened.Close())
		}
		return err
	}, func(err error) {
		if errors.Is(err, context.Canceled) {
			return
		}
		if err != nil {
			w.unbegun(err, folder)
			return
		}
		if !w.begun(opened, o) {
			return
		}
		switch {
		case how == empty:
			w.desk.Push(guide.New(w.desk))
		case wasThere:
			w.desk.Told(w.desk.T("first.was_there"))
		}
	})
}

// begun shows an office that was opened, instead of the one that was open, and
// reports whether it could.
func (w *Window) begun(opened *store.Store, o Options) bool {
	before := w.store
	w.store, w.options = opened, o
	w.app.Preferences().SetString(prefFolder, o.Folder)
	if err := w.open(); err != nil {
		w.unbegun(err, o.Folder)
		return false
	}
	if before != nil {
		w.desk.Fail(before.Close())
	}
	return true
}

// unbegun says why nothing was opened; the user chooses again.
func (w *Window) unbegun(err error, folder string) {
	d := w.desk
	words := d.Explain(err)
	if errors.Is(err, errNoOffice) {
		words = d.T("first.no_office", folder)
	}
	d.Ask(ui.Question{Title: d.T("first.not_begun"), Words: words, Cancel: "act.close"})
}

// speakTo makes the window and Fyne speak a language.
func (w *Window) speakTo(language string) (i18n.Text, error) {
	text, err := i18n.Load(w.options.Files, language)
	if err == nil {
		text = text.Straight()
		err = speak(text)
	}
	if err != nil {
		return nil, fmt.Errorf("open window: %w", err)
	}
	return text, nil
}
