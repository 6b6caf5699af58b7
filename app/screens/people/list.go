package people

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"sync/atomic"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// The groups of people that the list can show.
const (
	everyone = iota // contacts and colleagues
	contacts
	alumni     // contacts who were with us
	colleagues // in protocol order
	graduates
)

// groups are their phrases.
var groups = []string{"people.everyone", "people.contacts", "people.alumni", "people.colleagues", "people.graduates"}

// A person is one row of the list.
type person struct {
	store.PersonRow
	beside string // what stands beside the name: how it is read, or the class of a graduate
}

// read puts how the name is read beside it, unless it reads as it is written.
func read(p store.PersonRow) person {
	if p.Pinyin == p.Name {
		return person{PersonRow: p}
	}
	return person{p, p.Pinyin}
}

// list reads the people of the group chosen, whatever else is asked for.
type list struct {
	desk  *ui.Desk
	group atomic.Int32 // chosen in the window, read beside it
}

func (l *list) source() ui.Source[person] {
	return ui.Source[person]{
		Page: l.page, Row: l.row, Places: l.places, Values: l.values,
		ID:     func(p person) string { return p.ID },
		Cursor: func(p person) string { return p.Cursor },
	}
}

// query narrows a query down to the group chosen, and returns the list that
// answers it.
func (l *list) query(q store.Query) (store.Listing, store.Query) {
	group := l.group.Load()
	if group == graduates {
		return store.OfGraduates, ofGraduates(q)
	}
	filter := maps.Clone(q.Filter)
	if filter == nil {
		filter = map[string][]string{}
	}
	switch group {
	case contacts:
		filter["person.kind"] = []string{string(career.KindContact)}
	case alumni:
		filter["person.graduate"] = []string{"yes"}
	case colleagues:
		filter["person.kind"] = []string{string(career.KindColleague)}
		if q.Find == "" && q.Sort == "" {
			q.Sort = "person.rank"
		}
	}
	q.Filter = filter
	return store.OfPeople, q
}

// graduateFields are the columns by the names that the list of graduates has
// for them.
var graduateFields = map[string]string{
	"person.name": "graduate.name", "person.title": "graduate.major", "person.where": "outcome.employer",
}

// ofGraduates asks graduates what a query asks people. What they do not have is
// left out.
func ofGraduates(q store.Query) store.Query {
	filter := map[string][]string{}
	for key, values := range q.Filter {
		if field, ok := graduateFields[key]; ok {
			filter[field] = values
		}
	}
	q.Sort, q.Filter = graduateFields[q.Sort], filter
	return q
}

func (l *list) page(ctx context.Context, q store.Query) ([]person, error) {
	of, q := l.query(q)
	if of == store.OfGraduates {
		return l.graduates(ctx, q)
	}
	found, err := l.desk.Store.People(ctx, q)
	rows := make([]person, len(found))
	for i, p := range found {
		rows[i] = read(p)
	}
	return rows, err
}

func (l *list) places(ctx context.Context, q store.Query, every int) ([]string, int, error) {
	of, q := l.query(q)
	return l.desk.Store.Places(ctx, of, q, every)
}

func (l *list) values(ctx context.Context, field string) ([]string, error) {
	if l.group.Load() != graduates {
		return l.desk.Store.Values(ctx, store.OfPeople, field)
	}
	if field = graduateFields[field]; field == "" {
		return nil, nil
	}
	return l.desk.Store.Values(ctx, store.OfGraduates, field)
}

// graduates returns a page of our graduates.
func (l *list) graduates(ctx context.Context, q store.Query) ([]person, error) {
	found, err := l.desk.Store.Graduates(ctx, q)
	rows := make([]person, len(found))
	for i, g := range found {
		rows[i] = l.graduateRow(g)
	}
	return rows, err
}

// graduateRow returns a graduate as the list shows it: the class beside the
// name, the major, and where the newest outcome says.
func (l *list) graduateRow(g store.GraduateRow) person {
	d := l.desk
	return person{store.PersonRow{Kind: career.KindGraduate, ID: string(g.ID), Name: g.Name, Title: g.Major,
		Where: cmp.Or(g.Where, d.T(g.Code.Key())), Mobile: g.Mobile, Cursor: g.Cursor}, d.T("graduate.class_of", g.Cohort)}
}

// row returns one person as the list of the group chosen shows it.
func (l *list) row(ctx context.Context, id string) (person, error) {
	group := l.group.Load()
	if group == graduates {
		g, err := l.desk.Store.Graduate(ctx, career.GraduateID(id))
		return l.graduateRow(store.GraduateRow{Graduate: g}), err
	}
	if group != colleagues {
		row, err := l.contactRow(ctx, career.ContactID(id))
		if group != everyone || !errors.Is(err, career.ErrNotFound) {
			return row, err
		}
	}
	c, err := l.desk.Store.Colleague(ctx, career.ColleagueID(id))
	return read(store.PersonRow{Kind: career.KindColleague, ID: string(c.ID), Name: c.Name, Pinyin: c.Pinyin, Title: c.Title,
		Where: c.Department, Mobile: c.Mobile, Public: c.Public}), err
}

// contactRow returns one contact as the list shows it.
func (l *list) contactRow(ctx context.Context, id career.ContactID) (person, error) {
	f, err := l.desk.Store.Person(ctx, career.KindContact, string(id))
	if err != nil {
		return person{}, err
	}
	c := f.Noun.(*career.Contact)
	if l.group.Load() == alumni && c.Graduate == "" {
		return person{}, career.ErrNotFound
	}
	post, _ := foremost(f.Posts)
	return read(store.PersonRow{Kind: career.KindContact, ID: string(c.ID), Name: c.Name, Pinyin: c.Pinyin, Title: post.Title,
		Where: post.EmployerName, Mobile: c.Mobile, Public: c.Public}), nil
}

// foremost returns the post by which a contact is known: the first one held, or
// else the first one.
func foremost(posts []store.PostRow) (store.PostRow, bool) {
	if len(posts) == 0 {
		return store.PostRow{}, false
	}
	return posts[max(slices.IndexFunc(posts, func(p store.PostRow) bool { return !p.Ended }), 0)], true
}
