package store

import (
	"context"
	"strings"

	"visitdesk/data/career"
)

// This file counts our graduates for a dossier: those at the employer, and the
// class that graduates next.

// hireRow lists the columns of a hire; g is the graduate, o its newest outcome.
func hireRow(h *career.Hire) []column {
	return []column{
		{"g.id", &h.Graduate, house},
		{"g.name", &h.Name, house},
		{"g.cohort", &h.Cohort, house},
		{"g.faculty", &h.Faculty, house},
		{"g.major", &h.Major, house},
		{"g.degree", &h.Degree, house},
		{"o.code", &h.Code, house},
		{"o.job", &h.Job, house},
		{`o."on"`, &h.On, house},
		{"g.mobile", &h.Mobile, office},
	}
}

// hires returns our graduates at an employer, by their newest outcome, the
// newest class first.
func (s session) hires(ctx context.Context, level career.Level, id career.EmployerID) ([]career.Hire, error) {
	dest := func(h *career.Hire) (values []any) {
		for _, c := range hireRow(h) {
			if level <= c.last {
				values = append(values, c.value)
			}
		}
		return values
	}
	var names []string
	for _, c := range hireRow(new(career.Hire)) {
		if level <= c.last {
			names = append(names, c.name)
		}
	}
	return collect(ctx, s, dest, "SELECT "+strings.Join(names, ", ")+` FROM graduate g JOIN outcome o ON o.id = g.newest
		WHERE g.newest_employer = $1 AND g.newest_employer <> '' AND g.deleted = '' ORDER BY g.cohort DESC, g.major, g.py, g.id`, id)
}

func (g *gathering) hires(ctx context.Context) (err error) {
	g.d.Hires, err = g.session.hires(ctx, g.level, g.d.Employer.ID)
	return err
}

func (g *gathering) hireCells(ctx context.Context) (err error) {
	g.d.HireCells, err = collect(ctx, g.session, func(c *career.HireCell) []any {
		return []any{&c.Cohort, &c.Major, &c.Degree, &c.Code, &c.Count}
	}, `SELECT g.cohort, g.major, g.degree, g.newest_code, count(*) FROM graduate g
		WHERE g.newest_employer = $1 AND g.newest_employer <> '' AND g.deleted = ''
		GROUP BY g.cohort, g.major, g.degree, g.newest_code HAVING count(*) >= $2
		ORDER BY g.cohort DESC, g.major, g.degree, g.newest_code`, g.d.Employer.ID, g.smallest())
	return err
}

// cohort reads the class that graduates next: the first whose 1 July is after
// today, or else the newest.
func (g *gathering) cohort(ctx context.Context) error {
	year := g.d.Today.Year()
	if string(g.d.Today) >= string(g.d.Today[:min(4, len(g.d.Today))])+"-07-01" {
		year++
	}
	type class struct {
		career.Cohort
		asOf career.Date
	}
	list, err := collect(ctx, g.session, func(c *class) []any { return append(cohorts.dest(&c.Cohort, g.level), &c.asOf) },
		"SELECT "+cohorts.selects(g.level)+`, coalesce((SELECT max(g.newest_on) FROM graduate g WHERE g.cohort = r.year AND g.deleted = ''), '')
		FROM cohort r WHERE r.deleted = ''
		ORDER BY CASE WHEN r.year >= $1 THEN 0 ELSE 1 END, CASE WHEN r.year >= $1 THEN r.year ELSE -r.year END LIMIT 1`, year)
	if len(list) > 0 {
		g.d.Cohort, g.d.AsOf = list[0].Cohort, list[0].asOf
	}
	return err
}

// unplaced is the condition that a graduate g has no settled outcome: none is
// known, or it is one that no scheme counts as settled (待就业, 不就业拟升学,
// 其他暂不就业), sub-codes included.
const unplaced = `substr(g.newest_code, 1, 2) IN ('', '70', '71', '72')`

// supply counts the class in the majors that the employer wants of it, or in
// all majors if it said none.
func (g *gathering) supply(ctx context.Context) error {
	least := 0
	if !g.internal() {
		least = career.SmallCell
	}
	list, err := collect(ctx, g.session, func(c *career.Supply) []any {
		return []any{&c.Major, &c.Degree, &c.All, &c.Unplaced}
	}, `SELECT g.major, g.degree, count(*), sum(CASE WHEN `+unplaced+` THEN 1 ELSE 0 END) FROM graduate g
		WHERE g.cohort = $1 AND g.deleted = ''
		GROUP BY g.major, g.degree HAVING sum(CASE WHEN `+unplaced+` THEN 1 ELSE 0 END) >= $2
		ORDER BY g.major, g.degree`, g.d.Cohort.Year, least)
	if err != nil {
		return err
	}
	wanted := map[string]bool{}
	for _, d := range g.d.Demands {
		if d.Cohort == 0 || d.Cohort == g.d.Cohort.Year {
			wanted[major(d.Major)] = true
		}
	}
	for _, c := range list {
		if len(wanted) == 0 || wanted[major(c.Major)] {
			g.d.Supply = append(g.d.Supply, c)
		}
	}
	return nil
}

// class counts the class by outcome.
func (g *gathering) class(ctx context.Context) (err error) {
	g.d.Class, err = collect(ctx, g.session, func(c *career.ClassCell) []any { return []any{&c.Code, &c.Count} },
		`SELECT g.newest_code, count(*) FROM graduate g WHERE g.cohort = $1 AND g.deleted = ''
		GROUP BY g.newest_code HAVING count(*) >= $2 ORDER BY g.newest_code`, g.d.Cohort.Year, g.smallest())
	return err
}
