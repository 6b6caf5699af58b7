package ui

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// SaveFile asks under which name to save a file, beginning with name in the
// folder used last, and calls save with the path. A file that is there already
// is replaced only after asking.
func (d *Desk) SaveFile(title, name string, save func(path string)) {
	b := newBrowser(d, nil)
	field := d.Entry()
	field.SetText(name)
	path := func() string { return filepath.Join(b.folder, FileName(field.Text, filepath.Ext(name))) }
	take := func() {
		if _, err := os.Stat(path()); !errors.Is(err, fs.ErrNotExist) {
			d.Confirm(d.T("file.replace_title"), d.T("file.replace", filepath.Base(path())), "act.replace", func() { save(path()) })
			return
		}
		save(path())
	}
	label := container.New(insets{top: 9}, d.Words(d.T("file.name"), Muted))
	d.Ask(Question{
		Title: title, Wide: true, Focus: field,
		Body: below(container.New(labelled{label: sizeLabel}, label, field), above(12, b.content)),
		Answers: []Answer{{Phrase: "act.save", Do: func() {
			b.remember()
			take()
		}}},
	})
}

// AnyFile are the extensions of OpenFile for files of every kind.
var AnyFile = []string{"*"}

// OpenFile asks for a file whose name ends in one of the extensions, ".jpg", and
// calls open with its path.
func (d *Desk) OpenFile(title string, extensions []string, open func(path string)) {
	b := newBrowser(d, extensions)
	q := Question{Title: title, Wide: true, Body: b.content, Answers: []Answer{{Phrase: "act.open", Do: func() {
		if b.chosen == "" {
			return
		}
		b.remember()
		open(b.chosen)
	}}}}
	d.Ask(q)
	d.Window.Canvas().Focus(b.list.keys)
}

// FileName returns name as every system can keep it, with the extension.
func FileName(name, extension string) string {
	name = strings.TrimSpace(name)
	if n := len(name) - len(extension); n >= 0 && strings.EqualFold(name[n:], extension) {
		name = name[:n]
	}
	return vault.SafeName(cmp.Or(name, "_") + extension)
}

// browser shows the folders of the computer, and the files with certain
// endings.
type browser struct {
	desk    *Desk
	files   []string // the endings; nil shows folders only
	folder  string
	chosen  string // the path of the file chosen
	where   *Words
	list    *Grid[place]
	content fyne.CanvasObject
}

// place is a row of a browser.
type place struct {
	name, path string
	folder     bool
}

const lastFolder = "last folder" // the preference that keeps it

func newBrowser(d *Desk, files []string) *browser {
	b := &browser{desk: d, files: files, where: d.Caption("", Muted)}
	b.list = NewGrid(d, "file.find", Source[place]{
		ID:     func(p place) string { return p.path },
		Cursor: func(p place) string { return p.path },
	}, Empty{Phrase: "file.empty"}, Column[place]{Title: "file.name", Text: func(p place) string {
		if p.folder {
			return p.name + string(filepath.Separator)
		}
		return p.name
	}})
	b.list.OnOpen = func(p place) {
		if p.folder {
			b.enter(p.path)
			return
		}
		d.typed(&fyne.KeyEvent{Name: fyne.KeyReturn}) // the dialog's first answer
	}
	b.list.OnChosen = func(p place) {
		b.chosen = ""
		if !p.folder {
			b.chosen = p.path
		}
	}
	b.content = below(Stack(b.shortcuts(), b.where), container.New(&atLeastHigh{300}, b.list.Content()))
	b.enter(b.start())
	return b
}

// atLeastHigh gives its only child at least a height.
type atLeastHigh struct{ height float32 }

func (l *atLeastHigh) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	return fyne.NewSize(size.Width, max(size.Height, l.height))
}

func (l *atLeastHigh) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// start returns the folder used last, or the user's own.
func (b *browser) start() string {
	for _, folder := range []string{fyne.CurrentApp().Preferences().String(lastFolder), home("Documents"), home("")} {
		if info, err := os.Stat(folder); err == nil && info.IsDir() {
			return folder
		}
	}
	return "."
}

func (b *browser) remember() { fyne.CurrentApp().Preferences().SetString(lastFolder, b.folder) }

func home(folder string) string {
	dir, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, folder)
}

// shortcuts are buttons to the folders that are wanted most.
func (b *browser) shortcuts() fyne.CanvasObject {
	row := container.NewHBox(b.desk.Button("file.up", func() { b.enter(filepath.Dir(b.folder)) }))
	for _, s := range []struct{ phrase, path string }{
		{"file.desktop", home("Desktop")}, {"file.documents", home("Documents")},
		{"file.downloads", home("Downloads")}, {"file.home", home("")},
	} {
		if info, err := os.Stat(s.path); err == nil && info.IsDir() {
			button := b.desk.Button(s.phrase, func() { b.enter(s.path) })
			button.Importance = widget.LowImportance
			row.Add(button)
		}
	}
	return row
}

func (b *browser) enter(folder string) {
	b.folder, b.chosen = folder, ""
	b.where.SetText(folder)
	b.list.source.Page = func(_ context.Context, q store.Query) ([]place, error) {
		places, err := inside(folder, q.Find, b.files)
		from := 1 + slices.IndexFunc(places, func(p place) bool { return p.path == q.After })
		return places[from:min(len(places), from+PageRows)], err
	}
	b.list.find.SetText("")
	b.list.Refresh()
}

// inside lists a folder, folders first, without what is hidden: the files with
// certain endings whose names contain find.
func inside(folder, find string, endings []string) ([]place, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var places []place
	for _, e := range entries {
		name, path := e.Name(), filepath.Join(folder, e.Name())
		info, err := os.Stat(path) // of what a link leads to
		if err != nil || strings.HasPrefix(name, ".") {
			continue
		}
		fits := info.IsDir() || slices.Equal(endings, AnyFile) || slices.Contains(endings, strings.ToLower(filepath.Ext(name)))
		if fits && strings.Contains(strings.ToLower(name), strings.ToLower(find)) {
			places = append(places, place{name, path, info.IsDir()})
		}
	}
	slices.SortStableFunc(places, func(x, y place) int {
		if x.folder != y.folder {
			if x.folder {
				return -1
			}
			return 1
		}
		return cmp.Compare(x.name, y.name)
	})
	return places, nil
}
