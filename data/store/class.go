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

// classCells counts the class by major, degree and outcome, reading one index in
// its order, and then the few cells twice: by major, and by outcome. Unplaced are
// those with no known outcome or one that no scheme counts as settled (待就业,
// 不就业拟升学, 其他暂不就业), sub-codes included. $1 is the class, $2 the
// smallest count of graduates that may be read, $3 the smallest of unplaced ones.
const classCells = `WITH cell AS MATERIALIZED (
		SELECT g.major, g.degree, g.newest_code AS code, count(*) AS n,
			CASE WHEN substr(g.newest_code, 1, 2) IN ('', '70', '71', '72') THEN count(*) ELSE 0 END AS unplaced
		FROM graduate g WHERE g.cohort = $1 AND g.deleted = '' GROUP BY g.major, g.degree, g.newest_code
	)
	SELECT 0 AS place, '' AS major, '' AS degree, code, sum(n), 0 FROM cell GROUP BY code HAVING sum(n) >= $2
	UNION ALL
	SELECT 1, major, degree, '', sum(n), sum(unplaced) FROM cell GROUP BY major, degree HAVING sum(n) >= $2 AND sum(unplaced) >= $3
	ORDER BY 1, 2, 3, 4`

// class counts the class by outcome, and by major: those that the employer
// wants of it, or all if it said none.
func (g *gathering) class(ctx context.Context) error {
	wanted := map[string]bool{}
	for _, d := range g.d.Demands {
		if d.Cohort == 0 || d.Cohort == g.d.Cohort.Year {
			wanted[major(d.Major)] = true
		}
	}
	type cell struct {
		byMajor bool
		code    career.OutcomeCode
		career.Supply
	}
	unplaced := 0
	if !g.internal() {
		unplaced = career.SmallCell
	}
	cells, err := collect(ctx, g.session, func(c *cell) []any {
		return []any{&c.byMajor, &c.Major, &c.Degree, &c.code, &c.All, &c.Unplaced}
	}, classCells, g.d.Cohort.Year, g.smallest(), unplaced)
	for _, c := range cells {
		switch {
		case !c.byMajor:
			g.d.Class = append(g.d.Class, career.ClassCell{Code: c.code, Count: c.All})
		case len(wanted) == 0 || wanted[major(c.Major)]:
			g.d.Supply = append(g.d.Supply, c.Supply)
		}
	}
	return err
}
