package store

import (
	"context"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

// PersonRow is a contact or a colleague as lists show it.
type PersonRow struct {
	Kind   career.Kind // KindContact or KindColleague
	ID     string
	Name   string
	Pinyin string // with tones, as corrected or proposed
	Title  string // of the post held today
	Where  string // the employer, or the department
	Mobile string
	Public bool
	Cursor string
}

// What lists tell of a contact beside its own columns. The post that counts is
// the first one held today, or else the first one. One that ended in a month, or
// a year, was held to its end: "2026-11~" comes after all its days.
const (
	postHeld       = `p.contact = r.id AND (p."to" = '' OR p."to" || '~' >= {today}) ORDER BY p.ord LIMIT 1`
	firstPost      = `p.contact = r.id ORDER BY p.ord LIMIT 1`
	titleOf        = `SELECT p.title FROM post p WHERE `
	nameOf         = `SELECT e.name FROM post p JOIN employer e ON e.id = p.employer WHERE `
	pyOf           = `SELECT e.py FROM post p JOIN employer e ON e.id = p.employer WHERE `
	contactTitle   = `coalesce((` + titleOf + postHeld + `), (` + titleOf + firstPost + `), '')`
	contactWhere   = `coalesce((` + nameOf + postHeld + `), (` + nameOf + firstPost + `), '')`
	contactWherePy = `coalesce((` + pyOf + postHeld + `), (` + pyOf + firstPost + `), '')`
)

// protocolOrder sorts our own people: the one in front first, those of unknown
// rank last, by name among equals.
const protocolOrder = `CASE WHEN r.rank = 0 THEN 'x' WHEN r.rank < 10 THEN '00' || r.rank WHEN r.rank < 100 THEN '0' || r.rank ELSE '' || r.rank END || r.py`

var personList = listing{by: "person.name", ranked: true, from: []source{
	{career.KindContact, map[string]field{
		"person.name":     {is: "r.name", by: "r.py", holds: filled},
		"person.kind":     {is: "'contact'", holds: filled, values: []string{"contact", "colleague"}},
		"person.title":    {is: contactTitle},
		"person.where":    {is: contactWhere, by: contactWherePy},
		"person.mobile":   {is: "r.mobile"},
		"person.public":   yes("r.public = 1"),
		"person.graduate": yes("r.graduate IS NOT NULL"),
		"person.tags":     {is: "r.tags", holds: lists},
		"person.rank":     {is: "'0'", by: "'y' || r.py", holds: filled},
	}},
	{career.KindColleague, map[string]field{
		"person.name":     {is: "r.name", by: "r.py", holds: filled},
		"person.kind":     {is: "'colleague'", holds: filled, values: []string{"contact", "colleague"}},
		"person.title":    {is: "r.title"},
		"person.where":    {is: "r.department", by: "r.department"},
		"person.mobile":   {is: "r.mobile"},
		"person.public":   yes("r.public = 1"),
		"person.graduate": yes("1 = 0"),
		"person.tags":     {is: "'[]'", holds: lists},
		"person.rank":     {is: "CAST(r.rank AS TEXT)", by: protocolOrder, holds: filled},
	}},
}}

// People returns a page of contacts and colleagues in the order of their
// pinyin, or those that q finds. Its fields are "person.name", "person.title",
// "person.where", "person.mobile", "person.kind" ("contact" or "colleague"),
// "person.tags", "person.rank" (our own people in protocol order, before the
// contacts) and, "yes" or "no", "person.public" and "person.graduate": a
// graduate of ours.
func (s *Store) People(ctx context.Context, q Query) (rows []PersonRow, err error) {
	err = s.view(ctx, "list people", func(v session) (err error) {
		rows, err = paged(ctx, v, personList, q, pagedRows[PersonRow]{
			selects: func(kind career.Kind) string {
				if kind == career.KindContact {
					return `'contact', r.id, r.name, r.pinyin, r.mobile, r.public, ` + contactTitle + ", " + contactWhere
				}
				return `'colleague', r.id, r.name, r.pinyin, r.mobile, r.public, r.title, r.department`
			},
			dest: func(r *PersonRow) []any {
				return []any{&r.Kind, &r.ID, &r.Name, &r.Pinyin, &r.Mobile, &r.Public, &r.Title, &r.Where}
			},
			key: func(r *PersonRow) (string, *string) { return r.ID, &r.Cursor },
		})
		return err
	})
	for i := range rows {
		if rows[i].Pinyin == "" {
			rows[i].Pinyin = match.Toned(rows[i].Name)
		}
	}
	return rows, err
}
