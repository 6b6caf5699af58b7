// Package employers is the screen of the employers: who they are, whom we know
// there, what both sides promised, what they want and think, and which of our
// graduates work there. It owns the forms of all that belongs to an employer.
package employers

import (
	"context"
	"strconv"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A Screen shows the employers on the left and the chosen one on the right.
type Screen struct {
	*ui.Browser[store.EmployerRow, *file]
	desk  *ui.Desk
	whole career.EmployerID // the employer that is shown with all there is
}

// New returns the screen, empty until its first Refresh.
func New(desk *ui.Desk) *Screen {
	s := &Screen{desk: desk}
	s.Browser = ui.NewBrowser(desk, ui.Records[store.EmployerRow, *file]{
		Hint: "employer.find", None: "employer.none", Unchosen: "employer.none_chosen",
		Source:  s.source(),
		Columns: s.columns(),
		New:     "act.new_employer", Blank: func() career.Noun { return &career.Employer{} },
		Noun: func(e *store.EmployerRow) career.Noun { return &e.Employer },
		Gone: func(e store.EmployerRow) string { return desk.T("told.deleted", e.Name) },
		Tags: func(n career.Noun) *[]string { return &n.(*career.Employer).Tags },
		Read: s.read, Describe: s.describe,
		Bulk: []ui.BulkEdit{
			ui.BulkCode(desk, "act.change_industry", career.Industries, func(n career.Noun, c career.Industry) { n.(*career.Employer).Industry = c }),
			ui.BulkCode(desk, "act.change_nature", career.Natures, func(n career.Noun, c career.Nature) { n.(*career.Employer).Nature = c }),
			ui.BulkCode(desk, "act.change_size", career.Sizes, func(n career.Noun, c career.Size) { n.(*career.Employer).Size = c }),
		},
	})
	return s
}

// source is the list of the employers.
func (s *Screen) source() ui.Source[store.EmployerRow] {
	source := ui.Listed(s.desk.Store, store.OfEmployers, s.desk.Store.Employers, func(e store.EmployerRow) (string, string) { return string(e.ID), e.Cursor })
	source.Row = s.row
	return source
}

func (s *Screen) columns() []ui.Column[store.EmployerRow] {
	d := s.desk
	return []ui.Column[store.EmployerRow]{
		{Title: "employer.name", Sort: true, Text: func(e store.EmployerRow) string { return e.Name }},
		{Title: "employer.place", Width: 112, Optional: true, Sort: true, Filter: true, Text: func(e store.EmployerRow) string { return e.Place }},
		{Title: "employer.graduates", Width: 56, Optional: true, Sort: true, Text: func(e store.EmployerRow) string { return some(e.Graduates) }},
		{Title: "employer.last_visit", Width: 92, Optional: true, Sort: true, Text: func(e store.EmployerRow) string { return string(career.Moment(e.LastVisit).Date()) }},
		{Title: "employer.industry", Width: 96, Optional: true, Sort: true, Filter: true, Says: ui.Said[career.Industry](d),
			Text: func(e store.EmployerRow) string { return d.T(e.Industry.Key()) }},
		{Title: "employer.nature", Width: 80, Optional: true, Sort: true, Filter: true, Says: ui.Said[career.Nature](d),
			Text: func(e store.EmployerRow) string { return d.T(e.Nature.Key()) }},
		{Title: "employer.tags", Width: 88, Optional: true, Filter: true, Text: func(e store.EmployerRow) string { return d.Text.List(e.Tags) }},
	}
}

// row returns one employer as the list shows it, without the counts where too
// many others have its name.
func (s *Screen) row(ctx context.Context, id string) (store.EmployerRow, error) {
	e, err := s.desk.Store.Employer(ctx, career.EmployerID(id))
	if err != nil {
		return store.EmployerRow{}, err
	}
	named, err := s.desk.Store.Employers(ctx, store.Query{Find: e.Name, Limit: ui.PageRows})
	for _, row := range named {
		if row.ID == e.ID {
			return row, err
		}
	}
	return store.EmployerRow{Employer: e}, err
}

// some writes a count, and nothing for none.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// file is all that the page of an employer shows.
type file struct {
	store.File
	likely []store.EmployerRow // that may be the same employer twice
}

// read returns all about an employer.
func (s *Screen) read(ctx context.Context, row store.EmployerRow) (f *file, err error) {
	f = &file{}
	if f.File, err = s.desk.Store.File(ctx, row.ID); err != nil {
		return nil, err
	}
	f.likely, err = s.desk.Store.Duplicates(ctx, row.ID)
	return f, err
}
