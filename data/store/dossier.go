package store

import (
	"context"
	"fmt"
	"strings"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

// Who reads what in a dossier is said in two places, and nowhere else: the list
// of columns of each table names the last level for each column, and parts
// names the last level for each part of the dossier. What a level may not read
// is in no SELECT, so that no later step can let it slip. In short:
//
//	L0 office  everything
//	L1 house   no private notes; of graduates no student number, phone, e-mail
//	L2 guests  nobody's phone or e-mail; no graduate by name and no count under
//	           career.SmallCell; no asks, attention, talking points, logistics,
//	           inner minutes, reasons for putting off, sources, quotas; of
//	           commitments not the result; no other employer, and of a visit to
//	           several only this one's people
//	L3 anyone  as L2; only people marked public; no commitments, demands, agenda,
//	           minutes
var parts = []struct {
	last career.Level
	read func(*gathering, context.Context) error
}{
	{anyone, (*gathering).university},
	{anyone, (*gathering).visit},
	{anyone, (*gathering).employer},
	{house, (*gathering).others},
	{anyone, (*gathering).people},
	{house, (*gathering).alumni},
	{house, (*gathering).lastMet},
	{anyone, (*gathering).past},
	{guests, (*gathering).commitments},
	{guests, (*gathering).demands},
	{anyone, (*gathering).agreements},
	{anyone, (*gathering).feedback},
	{house, (*gathering).hires},
	{anyone, (*gathering).hireCells},
	{anyone, (*gathering).cohort},
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

// smallest returns the smallest count of graduates that may be read.
func (g *gathering) smallest() int {
	if g.internal() {
		return 1
	}
	return career.SmallCell
}

func (g *gathering) university(ctx context.Context) error {
	list, err := universities.list(ctx, g.session, g.level, "WHERE r.deleted = ''")
	if len(list) > 0 {
		g.d.University = list[0]
	}
	return err
}

// visit reads the visit, who leads it and the campaign it belongs to.
func (g *gathering) visit(ctx context.Context) (err error) {
	if g.d.Visit, err = visits.one(ctx, g.session, g.level, string(g.d.Visit.ID)); err != nil {
		return err
	}
	leaders, err := colleagues.list(ctx, g.session, g.level, "WHERE r.id = $1"+g.public(), g.d.Visit.LedBy)
	if err != nil {
		return err
	}
	if len(leaders) > 0 {
		g.d.Leader = leaders[0]
	}
	list, err := campaigns.list(ctx, g.session, g.level, "WHERE r.id = $1", g.d.Visit.Campaign)
	if len(list) > 0 {
		g.d.Campaign = list[0]
	}
	return err
}

// public is the condition that narrows people to those the level may name.
func (g *gathering) public() string {
	if g.level > guests {
		return " AND r.public = 1"
	}
	return ""
}

// employer reads the employer visited and the name of its parent.
func (g *gathering) employer(ctx context.Context) error {
	list, err := employers.list(ctx, g.session, g.level, "WHERE r.id = (SELECT ve.employer FROM visit_employer ve WHERE ve.visit = $1 AND ve.ord = 0)", g.d.Visit.ID)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return fmt.Errorf("employer visited: %w", career.ErrNotFound)
	}
	g.d.Employer = list[0]
	g.d.Visit.Employers = append([]career.EmployerID{list[0].ID}, tail(g.d.Visit.Employers)...)
	names, err := g.names(ctx, "SELECT r.name FROM employer r WHERE r.id = $1", g.d.Employer.Parent)
	g.d.Parent = strings.Join(names, "")
	return err
}

func tail[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list[1:]
}

// others reads the names of the other employers that take part.
func (g *gathering) others(ctx context.Context) (err error) {
	g.d.Others, err = g.names(ctx, `SELECT r.name FROM visit_employer ve JOIN employer r ON r.id = ve.employer WHERE ve.visit = $1 AND ve.ord > 0 ORDER BY ve.ord`, g.d.Visit.ID)
	return err
}

func (g *gathering) names(ctx context.Context, query string, args ...any) ([]string, error) {
	return collect(ctx, g.session, func(name *string) []any { return []any{name} }, query, args...)
}

// past reads the earlier visits that took place. Guests see those to this
// employer, not those where it took part in a visit to another.
func (g *gathering) past(ctx context.Context) error {
	ord, open := "", `(SELECT count(*) FROM commitment c WHERE c.visit = r.id AND c.done = '' AND c.deleted = '')`
	if !g.internal() {
		ord = " AND ve.ord = 0"
	}
	if g.level > guests {
		open = "0"
	}
	leader := "coalesce((SELECT r.%s FROM colleague r WHERE r.id = led.id" + g.public() + "), '')"
	past, err := collect(ctx, g.session, func(p *career.PastVisit) []any {
		return append(visits.dest(&p.Visit, g.level), &p.LeaderName, &p.LeaderTitle, &p.Open)
	}, "SELECT "+visits.selects(g.level)+", "+fmt.Sprintf(leader, "name")+", "+fmt.Sprintf(leader, "title")+", "+open+`
		FROM visit_employer ve JOIN visit r ON r.id = ve.visit`+ord+` LEFT JOIN colleague led ON led.id = r.led_by
		WHERE ve.employer = $1 AND r.deleted = '' AND r.cancelled = '' AND r.postponed = '' AND (r."from", r.id) < ($2, $3)
		ORDER BY r."from" DESC, r.id DESC`, g.d.Employer.ID, g.d.Visit.From, g.d.Visit.ID)
	if err != nil {
		return err
	}
	list := make([]*career.Visit, len(past))
	for i := range past {
		list[i] = &past[i].Visit
		if !g.internal() {
			list[i].Employers = []career.EmployerID{g.d.Employer.ID}
		}
	}
	g.d.Past = past
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

// major returns the name of a major as it is compared.
func major(name string) string {
	return strings.TrimSuffix(match.Normal(name), "专业")
}
