package store

import (
	"context"
	"fmt"
	"strings"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

// This file gathers the people of a dossier.

// people reads both delegations, with what the office knows about each person.
func (g *gathering) people(ctx context.Context) error {
	ours, err := g.delegation(ctx, "ours")
	if err != nil {
		return err
	}
	theirs, err := g.delegation(ctx, "theirs")
	if err != nil {
		return err
	}
	if err := g.introduceOurs(ctx, ours); err != nil {
		return err
	}
	if err := g.introduceTheirs(ctx, theirs); err != nil {
		return err
	}
	for _, list := range [][]career.Person{ours, theirs} {
		for i := range list {
			if list[i].Pinyin == "" {
				list[i].Pinyin = match.Toned(list[i].Name)
			}
		}
	}
	g.d.Ours, g.d.Theirs = ours, theirs
	g.d.Visit.Ours, g.d.Visit.Theirs = participantsOf(ours), participantsOf(theirs)
	return nil
}

func participantsOf(people []career.Person) []career.Participant {
	var list []career.Participant
	for _, p := range people {
		list = append(list, p.Participant)
	}
	return list
}

// delegation reads the participants of one side that the level may name.
func (g *gathering) delegation(ctx context.Context, side string) ([]career.Person, error) {
	where, args := "", []any{g.d.Visit.ID, side}
	if !g.internal() && side == "theirs" {
		// Of a visit to several employers, only this one's people.
		where += ` AND ((SELECT count(*) FROM visit_employer ve WHERE ve.visit = p.visit) = 1 OR p.unit = $3
			OR p.contact IN (SELECT post.contact FROM post WHERE post.employer = $4))`
		args = append(args, g.d.Employer.Name, g.d.Employer.ID)
	}
	if g.level > guests {
		where += ` AND (EXISTS (SELECT 1 FROM contact c WHERE c.id = p.contact AND c.public = 1)
			OR EXISTS (SELECT 1 FROM colleague c WHERE c.id = p.colleague AND c.public = 1))`
	}
	rows := participants(side, nil)
	return collect(ctx, g.session, func(p *career.Person) (dest []any) {
		for _, c := range rows.allowed(&p.Participant, g.level) {
			dest = append(dest, c.value)
		}
		return dest
	}, fmt.Sprintf("SELECT %s FROM participant p WHERE p.visit = $1 AND p.side = $2%s ORDER BY p.ord", strings.Join(rows.columns(g.level), ", "), where), args...)
}

// introduceOurs adds what the office knows of our people.
func (g *gathering) introduceOurs(ctx context.Context, people []career.Person) error {
	list, err := colleagues.list(ctx, g.session, g.level,
		"WHERE r.id IN (SELECT p.colleague FROM participant p WHERE p.visit = $1)"+g.public(), g.d.Visit.ID)
	if err != nil {
		return err
	}
	known := map[career.ColleagueID]career.Colleague{}
	for _, c := range list {
		known[c.ID] = c
	}
	for i := range people {
		p, c := &people[i], known[people[i].Colleague]
		p.Pinyin, p.Rank, p.Email, p.Photo, p.Note = c.Pinyin, c.Rank, c.Email, c.Photo, c.Note
		p.Title, p.Phone = first(p.Title, c.Title), first(p.Phone, c.Mobile)
	}
	return nil
}

// introduceTheirs adds what the office knows of their people.
func (g *gathering) introduceTheirs(ctx context.Context, people []career.Person) error {
	list, err := contacts.list(ctx, g.session, g.level,
		"WHERE r.id IN (SELECT p.contact FROM participant p WHERE p.visit = $1)"+g.public(), g.d.Visit.ID)
	if err != nil {
		return err
	}
	known := map[career.ContactID]career.Contact{}
	for _, c := range list {
		known[c.ID] = c
	}
	for i := range people {
		p, c := &people[i], known[people[i].Contact]
		post, _ := c.Post(g.d.Employer.ID, g.d.Visit.From.Date())
		p.Pinyin, p.Rank, p.Email, p.Photo, p.Note = c.Pinyin, post.Rank, c.Email, c.Photo, c.Note
		p.Title, p.Phone = first(p.Title, post.Title), first(p.Phone, c.Mobile)
		p.Alumnus.ID = c.Graduate
	}
	return nil
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

// alumni reads who of their people were our graduates.
func (g *gathering) alumni(ctx context.Context) error {
	list, err := graduates.list(ctx, g.session, g.level, `WHERE r.deleted = '' AND r.id IN
		(SELECT c.graduate FROM contact c JOIN participant p ON p.contact = c.id WHERE p.visit = $1)`, g.d.Visit.ID)
	if err != nil {
		return err
	}
	known := map[career.GraduateID]career.Graduate{}
	for _, a := range list {
		known[a.ID] = a
	}
	for i := range g.d.Theirs {
		g.d.Theirs[i].Alumnus = known[g.d.Theirs[i].Alumnus.ID]
	}
	return nil
}

// lastMet reads when each person last took part in a visit that took place
// before this one, and who led it.
func (g *gathering) lastMet(ctx context.Context) error {
	type met struct {
		who, with string
		on        career.Moment
	}
	list, err := collect(ctx, g.session, func(m *met) []any { return []any{&m.who, &m.on, &m.with} },
		`SELECT who, "from", leader FROM (
			SELECT coalesce(p.contact, p.colleague) AS who, v."from", coalesce(l.name, '') AS leader,
				row_number() OVER (PARTITION BY coalesce(p.contact, p.colleague) ORDER BY v."from" DESC, v.id DESC) AS place
			FROM participant here
			JOIN participant p ON p.contact = here.contact OR p.colleague = here.colleague
			JOIN visit v ON v.id = p.visit LEFT JOIN colleague l ON l.id = v.led_by
			WHERE here.visit = $1 AND v.id <> $1 AND v."from" < $2 AND v.deleted = '' AND v.cancelled = '' AND v.postponed = ''
		) met WHERE place = 1`, g.d.Visit.ID, g.d.Visit.From)
	if err != nil {
		return err
	}
	known := map[string]met{}
	for _, m := range list {
		known[m.who] = m
	}
	for _, people := range [][]career.Person{g.d.Ours, g.d.Theirs} {
		for i := range people {
			p := &people[i]
			m := known[first(string(p.Contact), string(p.Colleague))]
			p.LastMet, p.LastWith = m.on.Date(), m.with
		}
	}
	return nil
}
