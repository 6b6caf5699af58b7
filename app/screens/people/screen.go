// Package people is the screen of the people: the contacts at the employers,
// our own leaders and staff in protocol order, and our graduates. It owns their
// forms, wherever in the program they are asked for.
package people

import (
	"context"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
)

// A Screen shows the people on the left and the one chosen on the right.
type Screen struct {
	*ui.Browser[person, *card]
	desk  *ui.Desk
	list  *list
	group *ui.Segments
	shown *card  // the person on the right; nil for none
	open  string // the ID of the one that is shown with all there is
	body  fyne.CanvasObject
}

// New returns the screen, empty until its first Refresh.
func New(desk *ui.Desk) *Screen {
	s := &Screen{desk: desk, list: &list{desk: desk}}
	s.Browser = ui.NewBrowser(desk, ui.Records[person, *card]{
		Hint: "person.find", None: "people.none", Unchosen: "people.none_chosen",
		Source: s.list.source(), Columns: s.columns(),
		New: "act.new_contact", Blank: func() career.Noun { return &career.Contact{} },
		Noun: s.noun,
		Gone: func(p person) string { return desk.T("told.deleted", p.Name) },
		Read: s.read, Describe: s.describe, Commands: s.commands(),
		Whole: s.whole, Tags: tags,
	})
	words := make([]string, len(groups))
	for i, phrase := range groups {
		words[i] = desk.T(phrase)
	}
	s.group = desk.Segments(func(int) { s.see() }, words...)
	s.body = ui.Headed(s.group.Content(), s.Browser.Content())
	return s
}

// Content is the choice of a group, and the people of it.
func (s *Screen) Content() fyne.CanvasObject { return s.body }

// see shows the people of the group chosen.
func (s *Screen) see() {
	s.list.group.Store(int32(s.group.At()))
	s.Refresh()
}

// standing is how the screen is shown.
type standing struct {
	group int
	list  any
}

// Stand returns how the screen is shown; see ui.Standing.
func (s *Screen) Stand() any { return standing{s.group.At(), s.Browser.Stand()} }

// StandAs shows the screen as it was; see ui.Standing.
func (s *Screen) StandAs(was any) {
	if stood, ok := was.(standing); ok {
		s.group.Show(stood.group)
		s.list.group.Store(int32(stood.group))
		s.Browser.StandAs(stood.list)
	}
}

// Open chooses a contact or a colleague in the list when the screen comes into
// view.
func (s *Screen) Open(id string) {
	s.group.Show(everyone)
	s.list.group.Store(everyone)
	s.Browser.Open(id)
}

// Place returns the person chosen, for the way back to it.
func (s *Screen) Place() (career.Kind, string) {
	row, ok := s.Chosen()
	if !ok || row.Kind == career.KindGraduate { // whose own page would cover the list
		return "", ""
	}
	return row.Kind, row.ID
}

// choose makes a person that was kept the one chosen, in the group shown or
// else among all.
func (s *Screen) choose(noun career.Noun) {
	switch {
	case noun.Kind() == career.KindOutcome:
	case (noun.Kind() == career.KindGraduate) == (s.group.At() == graduates):
		s.Browser.Open(noun.Key())
	case noun.Kind() != career.KindGraduate:
		s.Open(noun.Key())
	}
}

func (s *Screen) columns() []ui.Column[person] {
	d := s.desk
	kind := func(k string) string { return d.T("kind." + k) }
	return []ui.Column[person]{
		{Title: "person.name", Width: 168, Sort: true, Text: func(p person) string { return p.Name + "  " + p.beside }},
		{Title: "person.title", Width: 104, Sort: true, Filter: true, Text: func(p person) string { return p.Title }},
		{Title: "person.where", Sort: true, Filter: true, Text: func(p person) string { return p.Where }},
		{Title: "person.kind", Width: 76, Optional: true, Filter: true, Says: kind,
			Text: func(p person) string { return kind(string(p.Kind)) },
			Tone: func(person) ui.Tone { return ui.Muted }},
	}
}

// noun returns the record of a row: as it was read if it is the one shown.
func (s *Screen) noun(p *person) career.Noun {
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

// whole reads the record of a row.
func (s *Screen) whole(ctx context.Context, p person) (career.Noun, error) {
	switch p.Kind {
	case career.KindColleague:
		n, err := s.desk.Store.Colleague(ctx, career.ColleagueID(p.ID))
		return &n, err
	case career.KindGraduate:
		n, err := s.desk.Store.Graduate(ctx, career.GraduateID(p.ID))
		return &n, err
	}
	n, err := s.desk.Store.Contact(ctx, career.ContactID(p.ID))
	return &n, err
}

// tags are those of a contact. Others have none: what they are given is not
// kept, so that everybody chosen can be tagged at once.
func tags(n career.Noun) *[]string {
	if c, ok := n.(*career.Contact); ok {
		return &c.Tags
	}
	return new([]string)
}
