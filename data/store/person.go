package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

var contacts = table[career.Contact]{
	kind: career.KindContact,
	kept: func(c *career.Contact) (*string, *career.Kept) { return (*string)(&c.ID), &c.Kept },
	name: func(c *career.Contact) string { return c.Name },
	row: func(c *career.Contact) []column {
		return []column{
			{"name", &c.Name, guests},
			{"pinyin", &c.Pinyin, guests},
			{"mobile", &c.Mobile, house},
			{"phone", &c.Phone, house},
			{"email", &c.Email, house},
			{"wechat", &c.WeChat, house},
			{"graduate", ref((*string)(&c.Graduate), career.KindGraduate), house},
			{"public", &c.Public, anyone},
			{"photo", &c.Photo, guests},
			{"tags", list(&c.Tags), house},
			{"posts", children[career.Post]{table: "post", owner: "contact", list: &c.Posts, row: postRow}, guests},
			{"note", &c.Note, office},
		}
	},
	keys: func(c *career.Contact) []column {
		texts := []string{c.Name, c.Mobile, c.Phone, c.Email, c.WeChat}
		for _, p := range c.Posts {
			texts = append(texts, p.Title, p.Department)
		}
		return personKeys(c.Name, c.Pinyin, append(texts, c.Tags...))
	},
}

func postRow(p *career.Post) []column {
	return []column{
		{"employer", ref((*string)(&p.Employer), career.KindEmployer), guests},
		{"title", &p.Title, guests},
		{"department", &p.Department, guests},
		{"rank", &p.Rank, guests},
		{"from", &p.From, guests},
		{"to", &p.To, guests},
	}
}

var colleagues = table[career.Colleague]{
	kind: career.KindColleague,
	kept: func(c *career.Colleague) (*string, *career.Kept) { return (*string)(&c.ID), &c.Kept },
	name: func(c *career.Colleague) string { return c.Name },
	row: func(c *career.Colleague) []column {
		return []column{
			{"name", &c.Name, anyone},
			{"pinyin", &c.Pinyin, anyone},
			{"title", &c.Title, anyone},
			{"department", &c.Department, anyone},
			{"rank", &c.Rank, anyone},
			{"mobile", &c.Mobile, house},
			{"email", &c.Email, house},
			{"public", &c.Public, anyone},
			{"photo", &c.Photo, guests},
			{"note", &c.Note, office},
		}
	},
	keys: func(c *career.Colleague) []column {
		return personKeys(c.Name, c.Pinyin, []string{c.Name, c.Title, c.Department, c.Mobile, c.Email})
	},
}

// personKeys returns the columns by which a person is found.
func personKeys(name, pinyin string, texts []string) []column {
	py, pyi := match.PersonKeys(name, pinyin)
	search := match.Search(texts...)
	return []column{{"py", &py, anyone}, {"pyi", &pyi, anyone}, {"search", &search, anyone}}
}

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

// Contact returns the contact with the given ID, or career.ErrNotFound.
func (s *Store) Contact(ctx context.Context, id career.ContactID) (career.Contact, error) {
	return single(ctx, s, contacts, string(id))
}

// Colleague returns the colleague with the given ID, or career.ErrNotFound.
func (s *Store) Colleague(ctx context.Context, id career.ColleagueID) (career.Colleague, error) {
	return single(ctx, s, colleagues, string(id))
}

// Colleagues returns all colleagues in protocol order, those of unknown rank
// last.
func (s *Store) Colleagues(ctx context.Context) ([]career.Colleague, error) {
	return every(ctx, s, colleagues, "CASE r.rank WHEN 0 THEN 1 ELSE 0 END, r.rank, r.py, r.id")
}

// The columns of PersonRow; $1 is today. The post that counts is the first one
// held today, or else the first one.
const (
	contactFacts = `r.id, r.name, r.pinyin, r.mobile, r.public,
	coalesce((SELECT p.title FROM post p WHERE p.contact = r.id ORDER BY CASE WHEN p."to" = '' OR p."to" >= $1 THEN 0 ELSE 1 END, p.ord LIMIT 1), ''),
	coalesce((SELECT e.name FROM post p JOIN employer e ON e.id = p.employer WHERE p.contact = r.id
		ORDER BY CASE WHEN p."to" = '' OR p."to" >= $1 THEN 0 ELSE 1 END, p.ord LIMIT 1), '')`
	colleagueFacts = `r.id, r.name, r.pinyin, r.mobile, r.public, r.title, r.department`
)

// People returns a page of contacts and colleagues in the order of their
// pinyin, or those that q finds.
func (s *Store) People(ctx context.Context, q Query) (rows []PersonRow, err error) {
	read := pagedRows[PersonRow]{
		dest: func(r *PersonRow) []any {
			return []any{&r.ID, &r.Name, &r.Pinyin, &r.Mobile, &r.Public, &r.Title, &r.Where, &r.Cursor}
		},
		key: func(r *PersonRow) (string, *string) { return r.ID, &r.Cursor },
	}
	all := q
	if strings.TrimSpace(q.Find) != "" { // the two kinds are ranked together, so all that is found is read
		all = Query{Find: q.Find, Limit: 8 * candidates}
	}
	err = s.view(ctx, "list people", func(v session) error {
		for _, l := range []listing{{career.KindContact, "py", false}, {career.KindColleague, "py", false}} {
			read.selects, read.args = colleagueFacts, nil
			if l.kind == career.KindContact {
				read.selects, read.args = contactFacts, []any{s.today()}
			}
			page, err := paged(ctx, v, l, all, read)
			if err != nil {
				return err
			}
			for i := range page {
				page[i].Kind = l.kind
			}
			rows = append(rows, page...)
		}
		return nil
	})
	return merge(rows, q), err
}

// merge puts contacts and colleagues in one order and returns the page of q.
func merge(rows []PersonRow, q Query) []PersonRow {
	n := parse(q.Find)
	slices.SortFunc(rows, func(a, b PersonRow) int {
		if d := n.rankPerson(a) - n.rankPerson(b); d != 0 {
			return d
		}
		return cmp.Compare(a.Cursor, b.Cursor)
	})
	if len(n.words) > 0 && q.After != "" {
		rows = rest(rows, slices.IndexFunc(rows, func(r PersonRow) bool { return r.Cursor == q.After }))
	}
	rows = rows[:min(len(rows), q.limit())]
	for i := range rows {
		if rows[i].Pinyin == "" {
			rows[i].Pinyin = match.Toned(rows[i].Name)
		}
	}
	return rows
}

// rankPerson says how likely a person is meant; all alike if nothing was typed.
func (n needle) rankPerson(r PersonRow) int {
	if len(n.words) == 0 {
		return 0
	}
	py, pyi := match.PersonKeys(r.Name, r.Pinyin)
	return n.rank(candidate{id: r.ID, name: r.Name, py: py, pyi: pyi})
}
