// Package preview is the page that shows a visit's briefing as it will be
// printed, lets the user choose who it is for and what is in it, and hands it
// to the printer, to a viewer or to a file.
package preview

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"visitdesk/app/i18n"
	"visitdesk/app/papers/briefing"
	"visitdesk/app/typeset"
	"visitdesk/app/ui"
	"visitdesk/data/career"
)

// A Page shows the briefing of one visit.
type Page struct {
	desk  *ui.Desk
	visit career.VisitID
	print bool // the print button has the keyboard at first

	level    career.Level
	reason   string // why a complete paper is made; L0 only
	language string
	sections []string // the keys of those switched on, in printing order

	making *ui.Latest
	made   draft // the paper shown; no pages while another is being made
	busy   bool  // a paper is on its way to the printer or the viewer

	pages   *ui.Preview
	where   *ui.Words
	side    *fyne.Container
	levels  *fyne.Container
	printer *ui.Button
	body    fyne.CanvasObject
}

// New returns the page for a visit. With print the print button has the
// keyboard, otherwise the pages have it.
func New(desk *ui.Desk, visit career.VisitID, print bool) *Page {
	p := &Page{visit: visit, print: print, level: career.L1, language: desk.Text.Language()}
	for _, s := range briefing.Sections {
		p.sections = append(p.sections, s.Key)
	}
	return p.at(desk)
}

// Renewal shows the paper again with what was chosen for it; see ui.Renewable.
func (p *Page) Renewal() func(*ui.Desk) {
	again := &Page{visit: p.visit, print: p.print, level: p.level, reason: p.reason, language: p.language, sections: p.sections}
	return func(d *ui.Desk) { d.Push(again.at(d)) }
}

// at builds the page at a desk, with what is chosen.
func (p *Page) at(desk *ui.Desk) *Page {
	p.desk, p.making = desk, desk.Latest()
	p.pages = desk.Preview()
	p.where = desk.Caption("", ui.Muted)
	p.pages.OnPage = func(page, of int) { p.where.SetText(desk.T("preview.page_of", page+1, of)) }
	p.side, p.levels = container.NewStack(), container.NewStack()
	p.showLevel()
	p.printer = desk.MainButton("act.print", p.Print)
	p.body = ui.Desktop(p.head(), p.choices(), p.pages)
	return p
}

// head is the title and what can be done with the paper.
func (p *Page) head() fyne.CanvasObject {
	d := p.desk
	return ui.Between(d.Heading(d.T("preview.title")),
		d.Button("act.back", d.Back), d.Button("act.save_pdf", p.SavePDF), d.Button("act.open_viewer", p.OpenViewer), p.printer)
}

// choices is the column beside the pages.
func (p *Page) choices() fyne.CanvasObject {
	d := p.desk
	boxes := make([]fyne.CanvasObject, len(briefing.Sections))
	for i, s := range briefing.Sections {
		boxes[i] = d.Check(d.T(s.Key), slices.Contains(p.sections, s.Key), func(on bool) { p.Switch(s.Key, on) })
	}
	languages := make([]string, len(i18n.Languages))
	for i, l := range i18n.Languages {
		languages[i] = p.languageName(l)
	}
	return ui.Paper(ui.Apart(
		ui.Stack(d.Caption(d.T("preview.level"), ui.Muted), p.levels),
		ui.Stack(d.Caption(d.T("preview.language"), ui.Muted),
			d.Select(languages, slices.Index(i18n.Languages, p.language), func(i int) { p.SetLanguage(i18n.Languages[i]) })),
		ui.Stack(d.Caption(d.T("preview.zoom"), ui.Muted),
			d.Select([]string{d.T("preview.fit_width"), d.T("preview.fit_page")}, 0, func(i int) { p.pages.SetZoom(ui.Zoom(i)) }), p.where),
		p.side,
		ui.Stack(d.Caption(d.T("preview.sections"), ui.Muted), ui.Tight(boxes...)),
	))
}

// languageName returns the name of a language in that language.
func (p *Page) languageName(language string) string {
	text, err := i18n.Load(p.desk.Files, language)
	if err != nil {
		return language
	}
	return text("language.name")
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.body }

// Shown makes the paper and gives the keyboard away.
func (p *Page) Shown() {
	p.Refresh()
	if p.print {
		p.desk.Window.Canvas().Focus(p.printer)
		return
	}
	p.desk.Window.Canvas().Focus(p.pages)
}

// Leave goes on at once: nothing is lost.
func (p *Page) Leave(then func()) {
	p.making.Stop()
	then()
}

// Help names the page of the help that is about it.
func (p *Page) Help() string { return "preview" }

// Commands are what can be done with the paper.
func (p *Page) Commands() []ui.Command {
	return []ui.Command{
		{Phrase: "act.print", Menu: "menu.file", Key: fyne.KeyP, With: ui.Ctrl, Off: p.none, Do: p.Print},
		{Phrase: "act.save_pdf", Menu: "menu.file", Key: fyne.KeyS, With: ui.Ctrl, Off: p.none, Do: p.SavePDF},
		{Phrase: "act.open_viewer", Menu: "menu.file", Key: fyne.KeyO, With: ui.Ctrl, Off: p.none, Do: p.OpenViewer},
		{Phrase: "act.back", Menu: "menu.file", Key: fyne.KeyEscape, Do: p.desk.Back},
	}
}

func (p *Page) none() string {
	if len(p.made.layout.Pages) == 0 {
		return "preview.not_ready"
	}
	return ""
}

// SetLevel makes the paper for other readers. The complete one needs a reason.
func (p *Page) SetLevel(level career.Level) {
	if level != career.L0 {
		p.level, p.reason = level, ""
		p.Refresh()
		return
	}
	d := p.desk
	why := d.Entry()
	d.Ask(ui.Question{
		Title: d.T("preview.reason_title"), Words: d.T("preview.reason"), Body: why, Focus: why,
		Answers: []ui.Answer{{Phrase: "act.go_on", Do: func() {
			reason := strings.TrimSpace(why.Text)
			if reason == "" {
				p.SetLevel(career.L0) // asked again until there is one
				return
			}
			p.level, p.reason = career.L0, reason
			p.Refresh()
		}}},
		Dropped: p.showLevel,
	})
}

// showLevel shows the level the paper has, also after another was given up.
func (p *Page) showLevel() {
	p.levels.Objects = []fyne.CanvasObject{ui.SelectOf(p.desk, career.Levels, p.level, p.SetLevel)}
	p.levels.Refresh()
}

// SetLanguage makes the paper in another language than the window's.
func (p *Page) SetLanguage(language string) {
	p.language = language
	p.Refresh()
}

// Switch puts a section into the paper or leaves it out.
func (p *Page) Switch(key string, on bool) {
	var keys []string
	for _, s := range briefing.Sections {
		was := slices.Contains(p.sections, s.Key)
		if s.Key == key && on || s.Key != key && was {
			keys = append(keys, s.Key)
		}
	}
	p.sections = keys
	if keys == nil {
		p.sections = []string{} // nil would stand for all
	}
	p.Refresh()
}

// draft is a paper on its way from the facts to the pages. It keeps what it was
// made for: what is printed goes by the paper, not by what was chosen since.
type draft struct {
	reason  string // why a complete one was made
	dossier career.Dossier
	layout  typeset.Layout
	missing []career.Problem
}

// Refresh makes the paper afresh: reads, composes and lays out, all off the
// window's goroutine.
func (p *Page) Refresh() {
	d, level, language := p.desk, p.level, p.language
	options := briefing.Options{Sections: p.sections, PrintedBy: d.Actor, At: d.Now()}
	today := d.Today()
	made := draft{reason: p.reason}
	p.made = draft{}
	p.making.Run(func(ctx context.Context) (err error) {
		if made.dossier, err = d.Store.Dossier(ctx, p.visit, level, today); err != nil {
			return err
		}
		text, err := i18n.Load(d.Files, language)
		if err != nil {
			return err
		}
		if options.Scheme, err = career.ReadScheme(d.Files, made.dossier.University.Scheme); err != nil {
			return err
		}
		fonts, err := d.Fonts()
		if err != nil {
			return err
		}
		made.missing = briefing.Missing(made.dossier)
		made.layout = typeset.Pages(briefing.Compose(made.dossier, text, options), fonts)
		return ctx.Err()
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		p.show(made)
	})
}

func (p *Page) show(made draft) {
	p.made = made
	p.pages.SetPages(made.layout)
	p.side.Objects = []fyne.CanvasObject{p.notes(made)}
	p.side.Refresh()
	p.body.Refresh()
}
