package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"visitdesk/data/career"
	"visitdesk/data/vault"
)

// Attachments lists the files that belong to a record: added by a button or by
// dropping them, opened as a copy that can only be read, renamed, noted on,
// deleted. It reads them itself.
func (d *Desk) Attachments(kind career.Kind, id string) fyne.CanvasObject {
	a := &attachments{desk: d, kind: kind, id: id, items: container.NewStack(d.Items("attachment.none")), reading: d.Latest()}
	a.add = d.button(d.T("attachment.add"), theme.ContentAddIcon(), a.choose)
	a.add.Importance = widget.LowImportance
	area := &dropArea{take: a.attach}
	area.ExtendBaseWidget(area)
	a.read()
	hint := container.NewVBox(filler(), d.Caption(d.T("attachment.hint"), Muted), filler())
	return container.NewStack(area, Stack(a.items, container.NewBorder(nil, nil, a.add, nil, hint)))
}

// attachments is the list while it is shown.
type attachments struct {
	desk    *Desk
	kind    career.Kind
	id      string
	list    []career.Attachment
	items   *fyne.Container
	add     *Button
	reading *Latest
}

// dropArea lies below what stands there and takes files.
type dropArea struct {
	widget.BaseWidget
	take func(paths []string)
}

var _ dropTarget = (*dropArea)(nil)

func (a *dropArea) dropped(paths []string) { a.take(paths) }

func (a *dropArea) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

func (a *attachments) read() {
	var list []career.Attachment
	a.reading.Run(func(ctx context.Context) (err error) {
		list, err = a.desk.Store.Attachments(ctx, a.kind, a.id)
		return err
	}, func(err error) {
		if err != nil {
			a.desk.Fail(err)
			return
		}
		if len(list)+len(a.list) > 0 { // else the page says already that there are none
			a.list = list
			a.show()
		}
	})
}

func (a *attachments) show() {
	d := a.desk
	items := make([]Item, len(a.list))
	for i, f := range a.list {
		items[i] = Item{
			Words: f.Name, Small: Dot(sizeWords(f.Size), d.Short(career.Moment(career.DateOf(f.Created.Time().Local()))), f.Note),
			Tapped: func() { a.open(f) },
			Buttons: []fyne.CanvasObject{
				d.LinkButton(d.T("attachment.rename"), func() { a.rename(f) }),
				d.signButton("attachment.save_copy", theme.IconNameDocumentSave, func() { a.saveCopy(f) }),
				d.signButton("act.delete", theme.IconNameDelete, func() { a.delete(f) }),
			},
		}
	}
	a.items.Objects = []fyne.CanvasObject{d.Items("attachment.none", items...)}
	a.items.Refresh()
	if content := d.Window.Content(); content != nil { // what lies below moves
		if page, _ := pageOf(content, a.items); page != nil {
			page.Content.Refresh()
			page.Refresh()
		}
	}
}

// sizeWords tells how large a file is: 812 B, 14 KB, 3.2 MB.
func sizeWords(n int64) string {
	switch {
	case n < 1<<10:
		return fmt.Sprintf("%d B", n)
	case n < 1<<20:
		return fmt.Sprintf("%d KB", (n+1<<9)>>10)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

func (a *attachments) choose() {
	a.desk.OpenFile(a.desk.T("attachment.add_title"), AnyFile, func(path string) { a.attach([]string{path}) })
}

// attach takes files into the office: all of them are one act. What cannot be
// taken is told; the others are kept all the same. When the user cancels, none
// is.
func (a *attachments) attach(paths []string) {
	d, known := a.desk, map[string]bool{} // by what is in them
	for _, f := range a.list {
		known[f.Hash] = true
	}
	var added []career.Noun
	var fault error
	d.Progress(d.T("attachment.adding"), func(ctx context.Context, told func(done, of int)) error {
		meter := &meter{ctx: ctx, told: told, of: sizeOf(paths)}
		for _, path := range paths {
			file, err := a.take(path, meter)
			if err := ctx.Err(); err != nil {
				return err
			}
			if err != nil {
				fault = cmp.Or(fault, err)
				continue
			}
			if !known[file.Hash] {
				known[file.Hash] = true
				added = append(added, file)
			}
		}
		if len(added) == 0 {
			return nil
		}
		return d.Store.Save(ctx, added...)
	}, func(err error) {
		if err = cmp.Or(err, fault); err == nil && len(added) == 0 {
			d.Told(d.T("told.attached_before"))
		} else if err == nil {
			d.Done(d.Text.Count("told.attached", len(added)))
		}
		d.Fail(err)
		a.read()
	})
}

// take copies one file into the office's folder.
func (a *attachments) take(path string, meter *meter) (*career.Attachment, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("attach %s: %w", path, errNoFile)
	}
	hash, size, err := vault.Attach(a.desk.Folder, meter.through(file))
	if err != nil {
		return nil, err
	}
	return &career.Attachment{Of: a.kind, OfID: a.id, Name: vault.SafeName(filepath.Base(path)), Hash: hash, Size: size}, nil
}

// errNoFile is a folder, or what is neither file nor folder.
var errNoFile = errors.New("not a file")

func sizeOf(paths []string) (all int64) {
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			all += info.Size()
		}
	}
	return all
}

// meter tells how much of several files was read, and stops when the user does.
type meter struct {
	ctx      context.Context
	told     func(done, of int)
	done, of int64
	from     io.Reader
}

func (m *meter) through(r io.Reader) io.Reader {
	m.from = r
	return m
}

// Read reads on, in kilobytes as the user sees it.
func (m *meter) Read(p []byte) (int, error) {
	if err := m.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := m.from.Read(p)
	m.done += int64(n)
	m.told(int(m.done>>10), int(max(m.of, m.done)>>10))
	return n, err
}

// open shows a copy in the program that the system has for such files.
func (a *attachments) open(f career.Attachment) {
	d := a.desk
	var copied string
	d.Run(func(ctx context.Context) error {
		folder, err := vault.Outbox()
		if err != nil {
			return err
		}
		copied, err = vault.Take(d.Folder, f.Hash, f.Name, folder)
		if err != nil || d.View == nil {
			return err
		}
		if err := d.View(ctx, copied); err != nil {
			return errNoViewer{err}
		}
		return nil
	}, func(err error) {
		var none errNoViewer
		switch {
		case errors.Is(err, career.ErrProgram):
			d.Advise(d.T("attachment.runs", f.Name), "attachment.save_copy", func() { a.saveCopy(f) })
		case errors.As(err, &none):
			d.Advise(d.T("attachment.no_viewer", f.Name), "act.show_folder", func() { a.reveal(copied) })
		default:
			d.Fail(err)
		}
	})
}

// errNoViewer is a file that the system could not show.
type errNoViewer struct{ error }

func (a *attachments) reveal(file string) {
	if d := a.desk; d.Reveal != nil {
		d.Run(func(ctx context.Context) error { return d.Reveal(ctx, file) }, func(err error) { d.Fail(err) })
	}
}

// saveCopy puts a copy where the user wants it, and offers to show it there.
func (a *attachments) saveCopy(f career.Attachment) {
	d := a.desk
	d.SaveFile(d.T("attachment.save_copy"), f.Name, func(path string) {
		d.Run(func(context.Context) error { return vault.Copy(d.Folder, f.Hash, path) }, func(err error) {
			if err != nil {
				d.Fail(err)
				return
			}
			d.Offer(d.T("told.saved_file", filepath.Base(path)), "act.show_folder", func() { a.reveal(path) })
		})
	})
}

// rename asks for another name and a note.
func (a *attachments) rename(f career.Attachment) {
	d := a.desk
	name, note := d.Entry(), d.Entry()
	name.say(f.Name)
	note.say(f.Note)
	row := func(phrase string, field *Entry) fyne.CanvasObject {
		return container.New(labelled{label: sizeLabel}, container.New(insets{top: 9}, d.Words(d.T(phrase), Muted)), field)
	}
	d.Ask(Question{
		Title: d.T("attachment.rename_title"), Body: Stack(row("attachment.name", name), row("attachment.note", note)), Focus: name,
		Answers: []Answer{{Phrase: "act.save", Do: func() {
			f.Name, f.Note = vault.SafeName(name.Text), note.Text
			d.Act(func(ctx context.Context) error { return d.Store.Save(ctx, &f) }, func() {
				d.Done(d.T("told.saved"))
				a.read()
			})
		}}},
	})
}

// delete takes a file off the record. Its content stays in the folder, so that
// undo brings it back.
func (a *attachments) delete(f career.Attachment) {
	d := a.desk
	d.Act(func(ctx context.Context) error { return d.Store.Delete(ctx, &f) }, func() {
		d.Done(d.T("told.deleted", f.Name))
		a.read()
	})
}
