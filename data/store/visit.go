package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

var visits = table[career.Visit]{
	kind: career.KindVisit,
	kept: func(v *career.Visit) (*string, *career.Kept) { return (*string)(&v.ID), &v.Kept },
	name: visitName,
	row: func(v *career.Visit) []column {
		return []column{
			{"direction", &v.Direction, anyone},
			{"mode", &v.Mode, anyone},
			{"campaign", ref((*string)(&v.Campaign), career.KindCampaign), anyone},
			{"led_by", ref((*string)(&v.LedBy), career.KindColleague), anyone},
			{"from", &v.From, anyone},
			{"to", &v.To, anyone},
			{"place", &v.Place, anyone},
			{"employers", children[career.EmployerID]{table: "visit_employer", owner: "visit", list: &v.Employers, row: visitedRow}, house},
			{"purpose", &v.Purpose, anyone},
			{"asks", list(&v.Asks), house},
			{"attention", &v.Attention, house},
			{"agenda", list(&v.Agenda), guests}, // it names who is responsible
			{"logistics", text[career.Logistics]{&v.Logistics}, house},
			{"points", list(&v.Points), house},
			{"ours", participants("ours", &v.Ours), house}, // for guests and anyone the dossier asks by itself
			{"theirs", participants("theirs", &v.Theirs), house},
			{"minutes_outer", &v.Minutes.Outer, guests},
			{"minutes_inner", &v.Minutes.Inner, house},
			{"minutes_by", &v.Minutes.By, guests},
			{"minutes_on", &v.Minutes.On, guests},
			{"postponed", &v.Postponed, house}, // the reason may be nobody else's business
			{"cancelled", &v.Cancelled, house},
			{"tags", list(&v.Tags), house},
			{"note", &v.Note, office},
		}
	},
	keys: func(v *career.Visit) []column {
		texts := []string{v.Purpose, v.Place, v.Minutes.Outer, v.Minutes.Inner}
		for _, p := range append(append([]career.Participant(nil), v.Ours...), v.Theirs...) {
			texts = append(texts, p.Name)
		}
		search := match.Search(append(append(texts, v.Asks...), v.Tags...)...)
		return []column{{"search", &search, anyone}}
	},
}

// visitName names a visit in the list of changes by its day, where the people
// met there are from, else the place, and its purpose: the employer's name is
// in another record.
func visitName(v *career.Visit) string {
	words := []string{string(v.From.Date()), v.Place, v.Purpose}
	for _, p := range v.Theirs {
		if p.Unit != "" {
			words[1] = p.Unit
			break
		}
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}

func visitedRow(e *career.EmployerID) []column {
	return []column{{"employer", ref((*string)(e), career.KindEmployer), house}}
}

// participants makes the column of one side's people.
func participants(side string, list *[]career.Participant) children[career.Participant] {
	return children[career.Participant]{table: "participant", owner: "visit", side: side, list: list, row: participantRow}
}

func participantRow(p *career.Participant) []column {
	return []column{
		{"name", &p.Name, anyone},
		{"title", &p.Title, anyone},
		{"unit", &p.Unit, anyone},
		{"phone", &p.Phone, house},
		{"on_site", &p.OnSite, guests},
		{"contact", ref((*string)(&p.Contact), career.KindContact), anyone},
		{"colleague", ref((*string)(&p.Colleague), career.KindColleague), anyone},
	}
}

// Visit returns the visit with the given ID, or career.ErrNotFound.
func (s *Store) Visit(ctx context.Context, id career.VisitID) (career.Visit, error) {
	return single(ctx, s, visits, string(id))
}

// Next returns the first visit that is not over at the given moment, be it
// under way; those put off or called off do not count. career.ErrNotFound if
// there is none.
func (s *Store) Next(ctx context.Context, from career.Moment) (row VisitRow, err error) {
	err = s.view(ctx, "next visit", func(v session) error {
		// A visit without an end lasts, for this, until it begins; one without
		// an hour all day. None lasts for two months, so older ones are not read.
		// Their days alone are looked through in an index.
		rows, err := v.visitRows(ctx, `WHERE r.id = (SELECT n.id FROM visit n
			WHERE n."from" >= $3 AND n.deleted = '' AND n.cancelled = '' AND n.postponed = ''
			AND (CASE WHEN n."to" = '' THEN n."from" ELSE n."to" END >= $1
				OR length(CASE WHEN n."to" = '' THEN n."from" ELSE n."to" END) = 10 AND CASE WHEN n."to" = '' THEN n."from" ELSE n."to" END >= $2)
			ORDER BY n."from", n.id LIMIT 1)`, from, from.Date(), from.Date().Add(-60))
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return career.ErrNotFound
		}
		row = rows[0]
		return nil
	})
	return row, err
}

// Between returns the visits that begin on the days from one to the other,
// both included, in their order.
func (s *Store) Between(ctx context.Context, from, to career.Date) (rows []VisitRow, err error) {
	err = s.view(ctx, fmt.Sprintf("visits from %s to %s", from, to), func(v session) (err error) {
		rows, err = v.visitRows(ctx, `WHERE r.deleted = '' AND r."from" >= $1 AND r."from" < $2 ORDER BY r."from", r.id`, from, to.Add(1))
		return err
	})
	return rows, err
}

// Unminuted returns the visits of the days from one to the other, both
// included, that took place and have no minutes: the first n, in their order.
func (s *Store) Unminuted(ctx context.Context, from, to career.Date, n int) (rows []VisitRow, err error) {
	err = s.view(ctx, fmt.Sprintf("visits without minutes from %s to %s", from, to), func(v session) (err error) {
		a := &params{session: v}
		rows, err = v.visitRows(ctx, a.sql(`WHERE r.id IN (SELECT n.id FROM visit n WHERE n.deleted = '' AND n.cancelled = '' AND n.postponed = ''
			AND trim(n.minutes_outer, {space}) = '' AND trim(n.minutes_inner, {space}) = ''
			AND n."from" >= `)+a.add(from)+` AND n."from" < `+a.add(to.Add(1))+` ORDER BY n."from", n.id LIMIT `+a.add(n)+`) ORDER BY r."from", r.id`, a.args...)
		return err
	})
	return rows, err
}
