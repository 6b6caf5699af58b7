package preview

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"time"

	"visitdesk/app/pdf"
	"visitdesk/app/printer"
	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
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
		p.write(made, path, func(err error) {
			if err != nil {
				d.Fail(err)
				return
			}
			d.Offer(d.T("told.saved_file", filepath.Base(path)), "act.show_folder", func() { p.open(path, printer.Reveal) })
		})
	})
}

// write writes a paper to a file and then goes on, with the error if there was
// one. That a complete one left the program is noted first; that there is a
// paper at all is remembered.
func (p *Page) write(made draft, path string, then func(error)) {
	p.desk.Run(func(ctx context.Context) error {
		if made.dossier.Level == career.L0 {
			if err := p.desk.Store.Note(ctx, ui.Printed, made.reason, &made.dossier.Visit); err != nil {
				return err
			}
		}
		err := vault.Write(path, func(w io.Writer) error { return pdf.Write(w, made.layout) })
		if err != nil {
			return err
		}
		return p.desk.Store.Keep(ctx, store.PrintedKey+string(p.visit), []byte(p.desk.Now().Format(time.RFC3339)))
	}, then)
}

// handOver writes the paper to a file of its own in the folder for what leaves
// the program, hands that to a program of the computer and then tells how that
// went. A second paper is not begun meanwhile: a double click prints once.
func (p *Page) handOver(to func(context.Context, string) error, told func(path string, err error)) {
	if p.none() != "" || p.busy {
		return
	}
	p.busy = true
	made, name := p.made, p.fileName()
	path := ""
	end := func(err error) {
		p.busy = false
		told(path, err)
	}
	p.desk.Run(func(context.Context) error {
		folder, err := vault.Outbox()
		path = filepath.Join(folder, name)
		return err
	}, func(err error) {
		if err != nil {
			end(err)
			return
		}
		p.write(made, path, func(err error) {
			if err != nil {
				end(err)
				return
			}
			p.desk.Run(func(ctx context.Context) error { return to(ctx, path) }, end)
		})
	})
}

// OpenViewer opens the paper in the program that the computer shows PDFs with.
func (p *Page) OpenViewer() {
	p.handOver(printer.Open, func(_ string, err error) { p.unopened(err) })
}

// open shows a file in another program.
func (p *Page) open(path string, with func(context.Context, string) error) {
	p.desk.Run(func(ctx context.Context) error { return with(ctx, path) }, p.unopened)
}

// unopened tells why no other program shows a file, if none does.
func (p *Page) unopened(err error) {
	p.desk.Fail(err, ui.Fault{Is: printer.ErrNoViewer, Phrase: "fault.no_viewer"})
}

// Print hands the paper to the printer. What comes out of it nobody can know,
// so the message says "sent".
func (p *Page) Print() {
	d := p.desk
	p.handOver(func(ctx context.Context, path string) error {
		_, err := printer.Print(ctx, path, printer.Options{})
		return err
	}, func(path string, err error) {
		view := func() { p.open(path, printer.Open) }
		switch {
		case errors.Is(err, printer.ErrNoPrinter):
			d.Advise(d.T("told.no_printer"), "act.save_pdf", p.SavePDF)
		case err != nil:
			d.Fail(err)
		default:
			d.Offer(d.T("told.sent"), "act.open_viewer", view)
		}
	})
}
