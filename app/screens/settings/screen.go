// Package settings is the screen of what the office says about itself: its
// language and look, the university's facts, the colleagues who lead visits,
// where the data lies, and what was changed lately.
package settings

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"visitdesk/app/i18n"
	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// Look is what the user chooses about the window; Set takes it over at once.
type Look struct {
	Language   string
	Appearance ui.Appearance
	TextSize   int
	Set        func(Look)
}

// Ways are what the screen asks of the window.
type Ways struct {
	Show   func(folder string) // shows a folder in the computer's own file window
	Move   func()              // asks for another office's folder and opens it
	BackUp func()              // copies the office and checks the copy
}

// A Screen shows and changes the settings.
type Screen struct {
	desk *ui.Desk
	look Look
	ways Ways
	read *ui.Latest
	body *fyne.Container
	full bool // all our people are shown
}

// office is all that the screen shows of the store.
type office struct {
	university career.University
	colleagues []career.Colleague
	changes    []store.Change
	sample     bool
}

const (
	changeRows    = 12
	colleagueRows = 20 // shown at first
)

// New returns the screen, empty until its first Refresh.
func New(desk *ui.Desk, look Look, ways Ways) *Screen {
	return &Screen{desk: desk, look: look, ways: ways, read: desk.Latest(), body: container.NewStack()}
}

// Content is the page.
func (s *Screen) Content() fyne.CanvasObject { return s.body }

// Refresh reads everything afresh.
func (s *Screen) Refresh() {
	var o office
	s.read.Run(func(ctx context.Context) (err error) {
		o, err = s.gather(ctx)
		return err
	}, func(err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.show(o)
	})
}

func (s *Screen) show(o office) { s.desk.Swap(s.body, ui.Paper(s.page(o)), true) }

func (s *Screen) gather(ctx context.Context) (o office, err error) {
	o.university, err = s.desk.Store.University(ctx)
	if err != nil && !errors.Is(err, career.ErrNotFound) { // a new office has none
		return o, err
	}
	if o.colleagues, err = s.desk.Store.Colleagues(ctx); err != nil {
		return o, err
	}
	if o.changes, err = s.desk.Store.Changes(ctx, changeRows); err != nil {
		return o, err
	}
	o.sample, err = s.desk.Store.HasSample(ctx)
	return o, err
}

// Commands are what can be done on the screen.
func (s *Screen) Commands() []ui.Command {
	return []ui.Command{
		{Phrase: "act.new_colleague", Menu: "menu.file", Key: fyne.KeyN, With: ui.Ctrl, Do: s.NewColleague},
	}
}

func (s *Screen) page(o office) fyne.CanvasObject {
	d := s.desk
	return ui.Apart(
		d.Heading(d.T("section.settings")),
		ui.Columns(420,
			ui.Apart(ui.Card(s.window()), ui.Card(s.university(o)), ui.Card(s.data(o))),
			ui.Apart(ui.Card(s.colleagues(o)), ui.Card(s.changes(o)))),
	)
}

// window chooses how the window looks and speaks.
func (s *Screen) window() fyne.CanvasObject {
	d := s.desk
	names, at := make([]string, len(i18n.Languages)), 0
	for i, l := range i18n.Languages {
		names[i] = l
		if text, err := i18n.Load(d.Files, l); err == nil {
			names[i] = text("language.name")
		}
		if l == s.look.Language {
			at = i
		}
	}
	sizes, sizeAt := make([]string, len(ui.TextSizes)), 0
	for i, size := range ui.TextSizes {
		sizes[i] = d.T("settings.percent", 100*size/ui.DefaultTextSize)
		if size == s.look.TextSize {
			sizeAt = i
		}
	}
	return d.Group(d.T("settings.window"), d.Fields(
		ui.Field{Phrase: "settings.language", Object: d.Select(names, at, func(i int) { s.change(func(l *Look) { l.Language = i18n.Languages[i] }) })},
		ui.Field{Phrase: "settings.text_size", Object: d.Select(sizes, sizeAt, func(i int) { s.change(func(l *Look) { l.TextSize = ui.TextSizes[i] }) })},
		ui.Field{Phrase: "settings.appearance", Object: ui.SelectOf(d, ui.Appearances, s.look.Appearance, func(a ui.Appearance) { s.change(func(l *Look) { l.Appearance = a }) })},
	))
}

func (s *Screen) change(with func(*Look)) {
	with(&s.look)
	s.look.Set(s.look)
}

func (s *Screen) university(o office) fyne.CanvasObject {
	d, u := s.desk, o.university
	edit := d.Button("act.edit", func() { d.Edit(&u, "") })
	if u.Name == "" {
		return d.Group(d.T("settings.university"), d.Words(d.T("settings.no_university"), ui.Muted), edit)
	}
	facts := d.Facts(
		ui.Fact{Phrase: "university.name", Words: u.Name},
		ui.Fact{Phrase: "university.office", Words: u.Office},
		ui.Fact{Phrase: "university.phone", Words: u.Phone},
		ui.Fact{Phrase: "university.introduction", Words: u.Introduction},
	)
	if len(u.Logo) > 0 {
		return d.Group(d.T("settings.university"), ui.Between(facts, d.Picture(u.Logo, logoSize)), edit)
	}
	return d.Group(d.T("settings.university"), facts, edit)
}

const logoSize = 72 // of the university's mark on the screen

// colleagues lists our people in protocol order; each can be moved up a place.
func (s *Screen) colleagues(o office) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	for i, c := range o.colleagues {
		item := ui.Item{Words: ui.Dot(c.Name, c.Title), Small: ui.Dot(c.Department, c.Mobile),
			Tapped: func() { d.Edit(&c, "") }}
		if i > 0 && (i < colleagueRows || s.full) {
			item.Buttons = []fyne.CanvasObject{d.LinkButton(d.T("act.up"), func() { s.raise(o.colleagues, i) })}
		}
		items = append(items, item)
	}
	most := colleagueRows
	if s.full {
		most = 0
	}
	items = d.Few(items, most, func() {
		s.full = true
		s.show(o)
	})
	return d.Group(d.T("settings.colleagues"), ui.Stack(d.Caption(d.T("settings.protocol"), ui.Muted), d.Items("settings.no_colleagues", items...)),
		d.Button("act.new_colleague", s.NewColleague))
}

// raise moves a colleague before the one above. Ranks are given anew from 1, to
// those whose rank that changes; all in one act.
func (s *Screen) raise(colleagues []career.Colleague, at int) {
	d := s.desk
	order := slices.Clone(colleagues)
	order[at-1], order[at] = order[at], order[at-1]
	var moved []career.Noun
	for i := range order {
		if order[i].Rank != i+1 {
			order[i].Rank = i + 1
			moved = append(moved, &order[i])
		}
	}
	d.Act(func(ctx context.Context) error { return d.Store.Save(ctx, moved...) }, func() { d.Done(d.T("told.raised", order[at-1].Name)) })
}

// data says where the office lies, and offers to copy it, to open another and
// to empty it of the sample.
func (s *Screen) data(o office) fyne.CanvasObject {
	d := s.desk
	column := ui.Stack(d.Words(d.Folder, ui.Plain), d.Caption(d.T("settings.stays_here"), ui.Muted))
	buttons := []fyne.CanvasObject{
		d.Button("act.open_folder", func() { s.ways.Show(d.Folder) }),
		d.Button("act.back_up", s.ways.BackUp),
		d.Button("act.other_folder", s.ways.Move),
	}
	if o.sample {
		column.Add(d.Words(ui.Warn.Mark()+d.T("settings.has_sample"), ui.Warn))
		buttons = append(buttons, d.Button("act.remove_sample", s.RemoveSample))
	}
	return d.Group(d.T("settings.data"), ui.Apart(column, ui.Row(buttons...)))
}

// changes lists what was done lately, each with a way back.
func (s *Screen) changes(o office) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	for _, c := range o.changes {
		at := c.At.Time().In(d.Now().Location())
		item := ui.Item{Words: d.Describe(c), Small: ui.Dot(d.Short(career.DateOf(at).At(at.Format("15:04"))), c.Actor)}
		if d.Undoable(c) {
			item.Buttons = []fyne.CanvasObject{d.Button("act.undo", func() { d.UndoChange(c) })}
		} else {
			item.Tone = ui.Muted
		}
		items = append(items, item)
	}
	return d.Group(d.T("settings.changes"), d.Items("settings.no_changes", items...))
}

// RemoveSample empties the office of the sample, after asking. It can be undone.
func (s *Screen) RemoveSample() {
	d := s.desk
	d.Confirm(d.T("settings.remove_title"), d.T("settings.remove"), "act.remove_sample", func() {
		n := 0
		d.Act(func(ctx context.Context) (err error) {
			n, err = d.Store.RemoveSample(ctx)
			return err
		}, func() { d.Done(d.Text.Count("told.sample_removed", n)) })
	})
}
