package preview

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"visitdesk/app/pdf"
	"visitdesk/app/printer"
	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/vault"
)

// cutField splits "visit.place" into the noun and the word.
func cutField(field string) (noun, word string, found bool) { return strings.Cut(field, ".") }

// fileName is what the paper is called as a file: the day and the employer.
func (p *Page) fileName() string {
	return ui.FileName(p.desk.T("preview.file_name", string(p.noted.From.Date()), p.name, p.level.String()), ".pdf")
}

// SavePDF asks for a place and writes the paper there, whole or not at all.
func (p *Page) SavePDF() {
	d := p.desk
	d.SaveFile(d.T("preview.save_title"), p.fileName(), func(path string) {
		p.write(path, func() {
			d.Offer(d.T("told.saved_file", filepath.Base(path)), "act.show_folder", func() { p.send(path, printer.Reveal) })
		})
	})
}

// write writes the paper to a file and then goes on. That a complete one left
// the program is noted first.
func (p *Page) write(path string, then func()) {
	layout, level, reason, visit := p.layout, p.level, p.reason, p.noted
	p.desk.Run(func(ctx context.Context) error {
		if level == career.L0 {
			if err := p.desk.Store.Note(ctx, ui.Printed, reason, &visit); err != nil {
				return err
			}
		}
		return vault.Write(path, func(w io.Writer) error { return pdf.Write(w, layout) })
	}, func(err error) {
		if err != nil {
			p.desk.Fail(err)
			return
		}
		then()
	})
}

// handOver writes the paper to a file of its own in the folder for what leaves
// the program, and then goes on with its path.
func (p *Page) handOver(then func(path string)) {
	folder := filepath.Join(os.TempDir(), "visitdesk")
	path := filepath.Join(folder, p.fileName())
	p.desk.Run(func(context.Context) error { return os.MkdirAll(folder, 0o700) }, func(err error) {
		if err != nil {
			p.desk.Fail(err)
			return
		}
		p.write(path, func() { then(path) })
	})
}

// OpenViewer opens the paper in the program that the computer shows PDFs with.
func (p *Page) OpenViewer() {
	p.handOver(func(path string) { p.send(path, printer.Open) })
}

func (p *Page) send(path string, with func(context.Context, string) error) {
	p.desk.Run(func(ctx context.Context) error { return with(ctx, path) }, func(err error) {
		p.desk.Fail(err, ui.Fault{Is: printer.ErrNoViewer, Phrase: "fault.no_viewer"})
	})
}

// Print hands the paper to the printer. What comes out of it nobody can know,
// so the message says "sent".
func (p *Page) Print() {
	if p.none() != "" {
		return
	}
	d := p.desk
	p.handOver(func(path string) {
		d.Run(func(ctx context.Context) error {
			_, err := printer.Print(ctx, path, printer.Options{})
			return err
		}, func(err error) {
			switch {
			case errors.Is(err, printer.ErrNoPrinter):
				d.Advise(d.T("told.no_printer"), "act.open_viewer", func() { p.send(path, printer.Open) })
			case err != nil:
				d.Fail(err)
			default:
				d.Offer(d.T("told.sent"), "act.open_viewer", func() { p.send(path, printer.Open) })
			}
		})
	})
}
