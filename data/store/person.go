package store

import (
	"context"

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
