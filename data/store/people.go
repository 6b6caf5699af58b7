package store

import (
	"context"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

// This file gathers the people of a dossier.

// guest is a person of a visit while the dossier is read: the place on the list
// of that day, and the records it leads to.
type guest struct {
	career.Participant
	side      career.Side
	colleague career.Colleague
	contact   career.Contact
	post      career.Post // held at the employer on the day of the visit
	alumnus   career.Graduate
	lastMet   career.Moment
	lastWith  string
}

// row says what is read of a guest. Who was with us, and when we last met, is
// asked for in the house only.
func (p *guest) row(level career.Level) joined {
	row := joined{
		{"p", append(participantRow(&p.Participant), column{"side", &p.side, anyone})},
		{"l", colleagues.all(&p.colleague)}, {"k", contacts.all(&p.contact)}, {"t", postRow(&p.post)},
	}
	if !level.Internal() {
		return row
	}
	return append(row, joined{{"a", graduates.all(&p.alumnus)},
		{"m", []column{{"from", &p.lastMet, house}}}, {"w", []column{{"name", &p.lastWith, house}}}}...)
}

// lastMet joins the last visit before this one that took place and that the
// person took part in, and who led it.
const lastMet = `
	LEFT JOIN graduate a ON a.id = k.graduate AND a.deleted = ''
	LEFT JOIN visit m ON m.id = (SELECT v.id FROM participant q JOIN visit v ON v.id = q.visit
		WHERE (q.contact = p.contact OR q.colleague = p.colleague) AND v.id <> p.visit AND v."from" < $4
			AND v.deleted = '' AND v.cancelled = '' AND v.postponed = '' ORDER BY v."from" DESC, v.id DESC LIMIT 1)
	LEFT JOIN colleague w ON w.id = m.led_by`

// people reads both delegations, with what the office knows about each person.
func (g *gathering) people(ctx context.Context) error {
	// The post that counts is that of Contact.Post.
	from := ` FROM participant p LEFT JOIN colleague l ON l.id = p.colleague` + g.public("l") + ` LEFT JOIN contact k ON k.id = p.contact` + g.public("k") + `
		LEFT JOIN post t ON t.contact = k.id AND t.ord = (SELECT min(h.ord) FROM post h WHERE h.contact = k.id AND h.employer = $2
			AND (h."from" = '' OR h."from" <= $3) AND (h."to" = '' OR h."to" || '~' >= $3))`
	where, args := " WHERE p.visit = $1", []any{g.d.Visit.ID, g.d.Employer.ID, g.d.Visit.From.Date()}
	if g.internal() {
		from, args = from+lastMet, append(args, g.d.Visit.From)
	} else { // of a visit to several employers, only this one's people
		where, args = where+` AND (p.side = 'ours' OR (SELECT count(*) FROM visit_employer ve WHERE ve.visit = p.visit) = 1 OR p.unit = $4
			OR p.contact IN (SELECT h.contact FROM post h WHERE h.employer = $2))`, append(args, g.d.Employer.Name)
	}
	if g.level > guests {
		where += " AND (l.public = 1 OR k.public = 1)"
	}
	list, err := collect(ctx, g.session, func(p *guest) []any { return p.row(g.level).dest(g.level) },
		"SELECT "+new(guest).row(g.level).selects(g.level)+from+where+" ORDER BY p.side, p.ord", args...)
	for i := range list {
		p := &list[i]
		if p.side == career.Ours {
			g.d.Ours, g.d.Visit.Ours = append(g.d.Ours, p.ours()), append(g.d.Visit.Ours, p.Participant)
		} else {
			g.d.Theirs, g.d.Visit.Theirs = append(g.d.Theirs, p.theirs()), append(g.d.Visit.Theirs, p.Participant)
		}
	}
	return err
}

// ours returns one of our people.
func (p *guest) ours() career.Person {
	c := p.colleague
	return p.person(career.Person{Pinyin: c.Pinyin, Rank: c.Rank, Email: c.Email, Photo: c.Photo, Note: c.Note}, c.Title, c.Mobile)
}

// theirs returns one of their people.
func (p *guest) theirs() career.Person {
	c := p.contact
	return p.person(career.Person{Pinyin: c.Pinyin, Rank: p.post.Rank, Email: c.Email, Photo: c.Photo, Note: c.Note, Alumnus: p.alumnus}, p.post.Title, c.Mobile)
}

// person adds to what the office knows what the list of that day says, which
// goes first.
func (p *guest) person(known career.Person, title, phone string) career.Person {
	known.Participant = p.Participant
	known.Title, known.Phone = first(p.Title, title), first(p.Phone, phone)
	if known.Pinyin == "" {
		known.Pinyin = match.Toned(p.Name)
	}
	known.LastMet, known.LastWith = p.lastMet.Date(), p.lastWith
	return known
}

// first returns the first text that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
