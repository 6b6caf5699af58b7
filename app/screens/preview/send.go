package preview

import (
	"context"
	"errors"
	"io"
	"path/filepath"

	"visitdesk/app/pdf"
	"visitdesk/app/printer"
	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/vault"
)

// fileName is what the paper is called as a file: the day and the employer.
func (p *Page) fileName() string {
	d := p.made.dossier
	return ui.FileName(p.desk.T("preview.file_name", string(d.Visit.From.Date()), d.Employer.Name, d.Level.String()), ".pdf")
}

// SavePDF asks for a place and writes the paper there, whole or not at all.
func (p *Page) SavePDF() {
	if p.none() != "" {
		return
	}
	d, made := p.desk, p.made
	d.SaveFile(d.T("preview.save_title"), p.fileName(), func(path string) {
		p.write(made, path, func() {
			d.Offer(d.T("told.saved_file", filepath.Base(path)), "act.show_folder", func() { p.send(path, printer.Reveal) })
		})
	})
}

// write writes a paper to a file and then goes on. That a complete one left the
// program is noted first.
func (p *Page) write(made draft, path string, then func()) {
	p.desk.Run(func(ctx context.Context) error {
		if made.dossier.Level == career.L0 {
			if err := p.desk.Store.Note(ctx, ui.Printed, made.reason, &made.dossier.Visit); err != nil {
				return err
			}
		}
		return vault.Write(path, func(w io.Writer) error { return pdf.Write(w, made.layout) })
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
	if p.none() != "" {
		return
	}
	made, name := p.made, p.fileName()
	path := ""
	p.desk.Run(func(context.Context) error {
		folder, err := vault.Outbox()
		path = filepath.Join(folder, name)
		return err
	}, func(err error) {
		if err != nil {
			p.desk.Fail(err)
			return
		}
		p.write(made, path, func() { then(path) })
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
