package store

import (
	"context"
	"fmt"

	"visitdesk/data/career"
)

// Who reads what in a dossier is said in two places, and nowhere else: the list
// of columns of each table names the last level for each column, and parts
// names the last level for each part of the dossier. What a level may not read
// is in no SELECT, so that no later step can let it slip. In short:
//
//	L0 office  everything
//	L1 house   no private notes; of graduates no student number, phone, e-mail
//	L2 guests  nobody's phone or e-mail; no graduate by name and no count from
//	           which one under career.SmallCell could be worked out; no asks,
//	           attention, talking points, logistics, inner minutes, reasons for
//	           putting off, sources, quotas; of commitments not the result, of
//	           demands and agreements not the remark; no other employer, and of
//	           a visit to several only this one's people
//	L3 anyone  as L2; only people marked public; no commitments, demands, supply,
//	           agenda, minutes
var parts = []struct {
	last career.Level
	read func(*gathering, context.Context) error
}{
	{anyone, (*gathering).head},
	{house, (*gathering).others},
	{anyone, (*gathering).people},
	{anyone, (*gathering).past},
	{guests, (*gathering).commitments},
	{guests, (*gathering).demands},
	{anyone, (*gathering).agreements},
	{anyone, (*gathering).feedback},
	{house, (*gathering).hires},
	{anyone, (*gathering).hireCells},
	{anyone, (*gathering).class},
}

// gathering is a dossier while it is read.
type gathering struct {
	session
	d     career.Dossier
	level career.Level
}

// Dossier returns all that bears on one visit on the given day, as far as the
// level allows. It reads in one transaction; the number of queries does not
// depend on how much there is. career.ErrNotFound if there is no such visit.
func (s *Store) Dossier(ctx context.Context, id career.VisitID, level career.Level, today career.Date) (career.Dossier, error) {
	var d career.Dossier
	err := s.view(ctx, "dossier of visit "+string(id), func(v session) error {
		g := &gathering{v, career.Dossier{Level: level, Today: today, Visit: career.Visit{ID: id}}, level}
		for _, p := range parts {
			if level > p.last {
				continue
			}
			if err := p.read(g, ctx); err != nil {
				return err
			}
		}
		d = g.d
		return nil
	})
	return d, err
}

// internal reports whether the dossier stays in the house.
func (g *gathering) internal() bool { return g.level.Internal() }

// public is the condition that narrows the people of a table to those the level
// may name.
func (g *gathering) public(table string) string {
	if g.level > guests {
		return " AND " + table + ".public = 1"
	}
	return ""
}

// head reads the visit and all that there is one of: the employer visited and
// its parent, who leads, the campaign, the university, the class that graduates
// next. That is the first class whose 1 July is after today, or else the newest.
func (g *gathering) head(ctx context.Context) error {
	row := func(d *career.Dossier) joined {
		return joined{
			{"r", visits.all(&d.Visit)}, {"e", employers.all(&d.Employer)}, {"p", []column{{"name", &d.Parent, anyone}}},
			{"l", colleagues.all(&d.Leader)}, {"c", campaigns.all(&d.Campaign)}, {"u", universities.all(&d.University)}, {"k", cohorts.all(&d.Cohort)},
		}
	}
	year := g.d.Today.Year()
	if g.d.Today >= career.Date(fmt.Sprintf("%04d-07-01", year)) {
		year++
	}
	list, err := collect(ctx, g.session, func(d *career.Dossier) []any { return row(d).dest(g.level) },
		"SELECT "+row(&g.d).selects(g.level)+` FROM visit r
			JOIN visit_employer ve ON ve.visit = r.id AND ve.ord = 0 JOIN employer e ON e.id = ve.employer
			LEFT JOIN employer p ON p.id = e.parent LEFT JOIN colleague l ON l.id = r.led_by`+g.public("l")+`
			LEFT JOIN campaign c ON c.id = r.campaign LEFT JOIN university u ON u.deleted = ''
			LEFT JOIN cohort k ON k.deleted = '' AND k.year = coalesce(
				(SELECT min(n.year) FROM cohort n WHERE n.deleted = '' AND n.year >= $2),
				(SELECT max(n.year) FROM cohort n WHERE n.deleted = ''))
			WHERE r.id = $1 AND r.deleted = ''`, g.d.Visit.ID, year)
	if err == nil && len(list) == 0 {
		err = career.ErrNotFound
	}
	if err != nil {
		return err
	}
	d := list[0]
	d.Level, d.Today = g.d.Level, g.d.Today
	d.Visit.Employers = []career.EmployerID{d.Employer.ID}
	g.d = d
	return nil
}

// others reads the other employers that take part.
func (g *gathering) others(ctx context.Context) error {
	type other struct {
		id   career.EmployerID
		name string
	}
	list, err := collect(ctx, g.session, func(o *other) []any { return []any{&o.id, &o.name} },
		`SELECT r.id, r.name FROM visit_employer ve JOIN employer r ON r.id = ve.employer WHERE ve.visit = $1 AND ve.ord > 0 ORDER BY ve.ord`, g.d.Visit.ID)
	for _, o := range list {
		g.d.Visit.Employers, g.d.Others = append(g.d.Visit.Employers, o.id), append(g.d.Others, o.name)
	}
	return err
}

// past reads the earlier visits that took place. Guests see those to this
// employer, not those where it took part in a visit to another.
func (g *gathering) past(ctx context.Context) (err error) {
	ord, open := "", "(SELECT count(*) FROM commitment c WHERE c.visit = r.id AND c.done = '' AND c.deleted = '')"
	if !g.internal() {
		ord = " AND ve.ord = 0"
	}
	if g.level > guests {
		open = "0"
	}
	row := func(p *career.PastVisit) joined {
		return joined{{"r", visits.all(&p.Visit)}, {"l", []column{{"name", &p.LeaderName, anyone}, {"title", &p.LeaderTitle, anyone}}}}
	}
	g.d.Past, err = collect(ctx, g.session, func(p *career.PastVisit) []any { return append(row(p).dest(g.level), &p.Open) },
		"SELECT "+row(new(career.PastVisit)).selects(g.level)+", "+open+` FROM visit r LEFT JOIN colleague l ON l.id = r.led_by`+g.public("l")+`
		WHERE r.id IN (SELECT ve.visit FROM visit_employer ve WHERE ve.employer = $1`+ord+`)
			AND r.deleted = '' AND r.cancelled = '' AND r.postponed = '' AND (r."from", r.id) < ($2, $3)
		ORDER BY r."from" DESC, r.id DESC`, g.d.Employer.ID, g.d.Visit.From, g.d.Visit.ID)
	if err != nil {
		return err
	}
	list := make([]*career.Visit, len(g.d.Past))
	for i := range g.d.Past {
		list[i] = &g.d.Past[i].Visit
		if !g.internal() {
			list[i].Employers = []career.EmployerID{g.d.Employer.ID}
		}
	}
	return visits.fill(ctx, g.session, g.level, list)
}

func (g *gathering) commitments(ctx context.Context) (err error) {
	g.d.Commitments, err = commitments.list(ctx, g.session, g.level, `WHERE r.employer = $1 AND r.deleted = '' AND (r.done = '' OR r.done >= $2)
		ORDER BY CASE r.done WHEN '' THEN 0 ELSE 1 END, CASE r.due WHEN '' THEN 1 ELSE 0 END,
			CASE r.done WHEN '' THEN r.due ELSE '' END, r.done DESC, r.id`, g.d.Employer.ID, g.d.Today.Add(-365))
	return err
}

func (g *gathering) demands(ctx context.Context) (err error) {
	g.d.Demands, err = demands.list(ctx, g.session, g.level, `WHERE r.employer = $1 AND r.deleted = '' ORDER BY r."on" DESC, r.id DESC`, g.d.Employer.ID)
	return err
}

func (g *gathering) agreements(ctx context.Context) (err error) {
	g.d.Agreements, err = agreements.list(ctx, g.session, g.level, `WHERE r.employer = $1 AND r.deleted = '' ORDER BY r.signed DESC, r.id DESC`, g.d.Employer.ID)
	return err
}

func (g *gathering) feedback(ctx context.Context) (err error) {
	g.d.Feedback, err = feedbacks.list(ctx, g.session, g.level, `WHERE r.employer = $1 AND r.deleted = '' ORDER BY r."on" DESC, r.id DESC`, g.d.Employer.ID)
	return err
}
