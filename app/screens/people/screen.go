// Package people is the screen of the people: the contacts at the employers,
// our own leaders and staff in protocol order, and our graduates. It owns their
// forms, wherever in the program they are asked for.
package people

import (
	"context"
	"errors"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// The groups of people that the list can show.
const (
	everyone = iota // contacts and colleagues
	contacts
	colleagues
	graduates
)

// groups are their phrases.
var groups = []string{"people.everyone", "people.contacts", "people.colleagues", "people.graduates"}

// A Screen shows the people on the left and the one chosen on the right.
type Screen struct {
	*ui.Browser[store.PersonRow, *card]
	desk   *ui.Desk
	choice *ui.Segments
	group  atomic.Int32 // the one chosen, for the readers beside the window
	shown  *card        // the person on the right; nil for none
	body   fyne.CanvasObject
}

// New returns the screen, empty until its first Refresh.
func New(desk *ui.Desk) *Screen {
	s := &Screen{desk: desk}
	s.Browser = ui.NewBrowser(desk, ui.Records[store.PersonRow, *card]{
		Hint: "people.find", None: "people.none", Unchosen: "people.none_chosen",
		Source: ui.Source[store.PersonRow]{
			Page:   s.page,
			ID:     func(p store.PersonRow) string { return p.ID },
			Cursor: func(p store.PersonRow) string { return p.Cursor },
			Row:    s.row,
		},
		Columns: s.columns(),
		New:     "act.new_contact", Blank: func() career.Noun { return &career.Contact{} },
		Noun: s.noun,
		Gone: func(p store.PersonRow) string { return desk.T("told.deleted", p.Name) },
		Read: s.read, Describe: s.describe,
		Commands: s.commands(),
	})
	s.choice = desk.Segments(s.choose, groups...)
	s.body = ui.Headed(s.choice.Content(), s.Browser.Content())
	return s
}

// Content is the choice of a group, and the people of it.
func (s *Screen) Content() fyne.CanvasObject { return s.body }

// choose shows the people of a group.
func (s *Screen) choose(group int) {
	s.group.Store(int32(group))
	s.Refresh()
}

// Open chooses a contact or a colleague in the list when the screen comes into
// view.
func (s *Screen) Open(id string) {
	s.choice.Choose(everyone)
	s.Browser.Open(id)
}

func (s *Screen) columns() []ui.Column[store.PersonRow] {
	return []ui.Column[store.PersonRow]{
		{Title: "people.name", Width: 150, Text: func(p store.PersonRow) string { return p.Name + "  " + p.Pinyin }},
		{Title: "people.title", Width: 110, Optional: true, Text: func(p store.PersonRow) string { return p.Title }},
		{Title: "people.where", Text: func(p store.PersonRow) string { return p.Where }},
		{Title: "people.kind", Width: 72, Optional: true,
			Text: func(p store.PersonRow) string { return s.desk.T("noun." + string(p.Kind)) },
			Tone: func(store.PersonRow) ui.Tone { return ui.Muted }},
	}
}

// noun returns the record of a row: as it was read if it is the one shown.
func (s *Screen) noun(p *store.PersonRow) career.Noun {
	if s.shown != nil && s.shown.noun.Key() == p.ID {
		return s.shown.noun
	}
	switch p.Kind {
	case career.KindColleague:
		return &career.Colleague{ID: career.ColleagueID(p.ID)}
	case career.KindGraduate:
		return &career.Graduate{ID: career.GraduateID(p.ID)}
	}
	return &career.Contact{ID: career.ContactID(p.ID)}
}

// page returns a page of the people of the group chosen.
func (s *Screen) page(ctx context.Context, q store.Query) ([]store.PersonRow, error) {
	switch s.group.Load() {
	case contacts:
		return s.of(ctx, career.KindContact, q)
	case colleagues:
		if q.Find != "" {
			return s.of(ctx, career.KindColleague, q)
		}
		return s.inProtocolOrder(ctx, q)
	case graduates:
		return s.graduates(ctx, q)
	}
	return s.desk.Store.People(ctx, q)
}

// row returns one person as the list of the group chosen shows it.
func (s *Screen) row(ctx context.Context, id string) (store.PersonRow, error) {
	group := s.group.Load()
	if group == graduates {
		g, err := s.desk.Store.Graduate(ctx, career.GraduateID(id))
		return s.graduateRow(store.GraduateRow{Graduate: g}), err
	}
	if group != colleagues {
		row, err := s.contactRow(ctx, career.ContactID(id))
		if group == contacts || !errors.Is(err, career.ErrNotFound) {
			return row, err
		}
	}
	c, err := s.desk.Store.Colleague(ctx, career.ColleagueID(id))
	return colleagueRow(c), err
}
