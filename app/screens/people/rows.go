package people

import (
	"cmp"
	"context"
	"slices"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// of returns a page of the people of a kind. The store mixes the kinds, so it is
// asked for page after page until there are enough.
func (s *Screen) of(ctx context.Context, kind career.Kind, q store.Query) ([]store.PersonRow, error) {
	var list []store.PersonRow
	for {
		rows, err := s.desk.Store.People(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if r.Kind == kind && len(list) < q.Limit {
				list = append(list, r)
			}
		}
		if len(rows) < q.Limit || len(list) == q.Limit {
			return list, nil
		}
		q.After = rows[len(rows)-1].Cursor
	}
}

// inProtocolOrder returns a page of our own people: the one in front first. An
// office has a few dozen, so they are read at once.
func (s *Screen) inProtocolOrder(ctx context.Context, q store.Query) ([]store.PersonRow, error) {
	ours, err := s.desk.Store.Colleagues(ctx)
	if err != nil {
		return nil, err
	}
	if at := slices.IndexFunc(ours, func(c career.Colleague) bool { return string(c.ID) == q.After }); q.After != "" {
		ours = ours[at+1:]
	}
	rows := make([]store.PersonRow, min(len(ours), q.Limit))
	for i := range rows {
		rows[i] = colleagueRow(ours[i])
	}
	return rows, nil
}

// colleagueRow returns a colleague as the list shows it.
func colleagueRow(c career.Colleague) store.PersonRow {
	return store.PersonRow{Kind: career.KindColleague, ID: string(c.ID), Name: c.Name, Pinyin: c.Pinyin, Title: c.Title,
		Where: c.Department, Mobile: c.Mobile, Public: c.Public, Cursor: string(c.ID)}
}

// contactRow returns one contact as the list shows it.
func (s *Screen) contactRow(ctx context.Context, id career.ContactID) (store.PersonRow, error) {
	c, err := s.desk.Store.Contact(ctx, id)
	if err != nil {
		return store.PersonRow{}, err
	}
	row := store.PersonRow{Kind: career.KindContact, ID: string(c.ID), Name: c.Name, Pinyin: c.Pinyin, Mobile: c.Mobile, Public: c.Public}
	if post, ok := foremost(c.Posts, s.desk.Today()); ok {
		e, err := s.desk.Store.Employer(ctx, post.Employer)
		if err != nil {
			return row, err
		}
		row.Title, row.Where = post.Title, e.Name
	}
	return row, nil
}

// foremost returns the post by which a contact is known: the first one held, or
// else the first one.
func foremost(posts []career.Post, today career.Date) (career.Post, bool) {
	for _, p := range posts {
		if !left(p, today) {
			return p, true
		}
	}
	if len(posts) == 0 {
		return career.Post{}, false
	}
	return posts[0], true
}

// left reports whether a post is over; its last day is over too, so that a
// change of today shows at once.
func left(p career.Post, today career.Date) bool { return p.To != "" && p.To <= today }

// graduates returns a page of our graduates.
func (s *Screen) graduates(ctx context.Context, q store.Query) ([]store.PersonRow, error) {
	found, err := s.desk.Store.Graduates(ctx, q)
	rows := make([]store.PersonRow, len(found))
	for i, g := range found {
		rows[i] = s.graduateRow(g)
	}
	return rows, err
}

// graduateRow returns a graduate as the list shows it: by major and class, and
// where the newest outcome says.
func (s *Screen) graduateRow(g store.GraduateRow) store.PersonRow {
	return store.PersonRow{Kind: career.KindGraduate, ID: string(g.ID), Name: g.Name, Mobile: g.Mobile,
		Title: ui.Dot(s.desk.T("graduate.class_of", g.Cohort), g.Major),
		Where: cmp.Or(g.Where, s.desk.T(g.Code.Key())), Cursor: g.Cursor}
}
