package store

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

// This file counts our graduates for a dossier: those at the employer, and the
// class that graduates next. Outside the house no count may be read that is
// under career.SmallCell, nor one from which such a count could be worked out:
// small ones are folded into larger ones, so that sums stay true, or the sum
// goes.

// smallest returns the smallest count of graduates that may be read.
func (g *gathering) smallest() int {
	if g.internal() {
		return 0
	}
	return career.SmallCell
}

// hireRow says what is read of a hire; g is the graduate, o its newest outcome.
func hireRow(h *career.Hire) joined {
	return joined{
		{"g", []column{{"id", &h.Graduate, house}, {"name", &h.Name, house}, {"cohort", &h.Cohort, house}, {"faculty", &h.Faculty, house},
			{"major", &h.Major, house}, {"degree", &h.Degree, house}, {"mobile", &h.Mobile, office}}},
		{"o", []column{{"code", &h.Code, house}, {"job", &h.Job, house}, {"on", &h.On, house}}},
	}
}

// hires returns our graduates at an employer, by their newest outcome, the
// newest class first.
func (v session) hires(ctx context.Context, level career.Level, id career.EmployerID) ([]career.Hire, error) {
	return collect(ctx, v, func(h *career.Hire) []any { return hireRow(h).dest(level) },
		"SELECT "+hireRow(new(career.Hire)).selects(level)+` FROM graduate g JOIN outcome o ON o.id = g.newest
		WHERE g.newest_employer = $1 AND g.newest_employer <> '' AND g.deleted = '' ORDER BY g.cohort DESC, g.major, g.py, g.id`, id)
}

func (g *gathering) hires(ctx context.Context) (err error) {
	g.d.Hires, err = g.session.hires(ctx, g.level, g.d.Employer.ID)
	return err
}

// foldedHires counts the hires of each class by major. Majors under the smallest
// count are one cell without a name, with the next larger one if it takes that
// to reach the smallest count; classes under it are left out. $1 is the employer,
// $2 the smallest count.
const foldedHires = `WITH cell AS (
		SELECT g.cohort, g.major, count(*) AS n FROM graduate g
		WHERE g.newest_employer = $1 AND g.newest_employer <> '' AND g.deleted = '' GROUP BY g.cohort, g.major
	), ranked AS (
		SELECT cohort, major, n, sum(n) OVER (PARTITION BY cohort ORDER BY n, major ROWS UNBOUNDED PRECEDING) - n AS smaller FROM cell
	), folded AS (
		SELECT cohort, n, CASE WHEN n < $2 OR smaller BETWEEN 1 AND $2 - 1 THEN '' ELSE major END AS major FROM ranked
	)
	SELECT cohort, major, sum(n) FROM folded GROUP BY cohort, major HAVING sum(n) >= $2
	ORDER BY cohort DESC, CASE major WHEN '' THEN 1 ELSE 0 END, major`

// hireCells counts the hires: in the house by major, degree and outcome, outside
// by class and major only, so that what is left is worth reading.
func (g *gathering) hireCells(ctx context.Context) (err error) {
	if g.internal() {
		g.d.HireCells = count(g.d.Hires)
		return nil
	}
	g.d.HireCells, err = collect(ctx, g.session, func(c *career.HireCell) []any { return []any{&c.Cohort, &c.Major, &c.Count} },
		foldedHires, g.d.Employer.ID, g.smallest())
	return err
}

// count counts hires by class, the newest first, major, degree and outcome.
func count(hires []career.Hire) []career.HireCell {
	cells := map[career.HireCell]int{}
	for _, h := range hires {
		cells[career.HireCell{Cohort: h.Cohort, Major: h.Major, Degree: h.Degree, Code: h.Code}]++
	}
	list := slices.SortedFunc(maps.Keys(cells), func(a, b career.HireCell) int {
		return cmp.Or(b.Cohort-a.Cohort, cmp.Compare(a.Major, b.Major), cmp.Compare(a.Degree, b.Degree), cmp.Compare(a.Code, b.Code))
	})
	for i := range list {
		list[i].Count = cells[list[i]]
	}
	return list
}

// classCells counts the class by major, degree and outcome, reading one index in
// its order, and then the few cells twice: by outcome, and by major. Unplaced are
// those with no known outcome or one that no scheme counts as settled (待就业,
// 不就业拟升学, 其他暂不就业), sub-codes included.
//
// An outcome under the smallest count is counted with the commonest of its kind:
// settled, not settled, or unknown; if a kind is under it, no outcome is read.
// Of a major the numbers are 0 where they may not be told. $1 is the class, $2
// the smallest count.
const classCells = `WITH cell AS MATERIALIZED (
		SELECT g.major, g.degree, g.newest_code AS code, count(*) AS n, max(g.newest_on) AS newest,
			CASE WHEN substr(g.newest_code, 1, 2) IN ('', '70', '71', '72') THEN count(*) ELSE 0 END AS unplaced
		FROM graduate g WHERE g.cohort = $1 AND g.deleted = '' GROUP BY g.major, g.degree, g.newest_code
	), outcome AS MATERIALIZED (
		SELECT code, sum(n) AS n, sum(unplaced) AS unplaced, CASE WHEN code = '' THEN 0 WHEN sum(unplaced) > 0 THEN 1 ELSE 2 END AS kind
		FROM cell GROUP BY code
	), folded AS (
		SELECT CASE WHEN n < $2 THEN first_value(code) OVER (PARTITION BY kind ORDER BY n DESC, code) ELSE code END AS code, n, unplaced FROM outcome
	), major AS (
		SELECT major, degree, sum(n) AS n, sum(unplaced) AS unplaced FROM cell GROUP BY major, degree
	)
	SELECT 0 AS place, '' AS major, '' AS degree, code, sum(n), sum(unplaced), (SELECT max(newest) FROM cell) FROM folded
		WHERE NOT EXISTS (SELECT 1 FROM outcome GROUP BY kind HAVING sum(n) < $2) GROUP BY code
	UNION ALL
	SELECT 1, major, degree, '', CASE WHEN n >= $2 THEN n ELSE 0 END,
		CASE WHEN unplaced >= $2 AND n - unplaced >= $2 THEN unplaced ELSE 0 END, (SELECT max(newest) FROM cell) FROM major
	ORDER BY 1, 2, 3, 4`

// class counts the class by outcome, and by major.
func (g *gathering) class(ctx context.Context) error {
	type cell struct {
		byMajor bool
		code    career.OutcomeCode
		career.Supply
	}
	cells, err := collect(ctx, g.session, func(c *cell) []any {
		return []any{&c.byMajor, &c.Major, &c.Degree, &c.code, &c.All, &c.Unplaced, &g.d.AsOf}
	}, classCells, g.d.Cohort.Year, g.smallest())
	wanted := g.wanted()
	var total career.Supply
	for _, c := range cells {
		switch {
		case !c.byMajor:
			g.d.Class = append(g.d.Class, career.ClassCell{Code: c.code, Count: c.All})
			total.All, total.Unplaced = total.All+c.All, total.Unplaced+c.Unplaced
		case wanted(c.Major):
			g.d.Supply = append(g.d.Supply, c.Supply)
		}
	}
	if !g.internal() && betrays(total, g.d.Supply) {
		g.d.Class = nil
	}
	return err
}

// wanted reports of a major whether to count it: the employer wants it of the
// class, or in the house, it said none. However it is written: 软件工程专业.
func (g *gathering) wanted() func(major string) bool {
	plain := func(name string) string { return strings.TrimSuffix(match.Normal(name), "专业") }
	wanted := map[string]bool{}
	for _, d := range g.d.Demands {
		if d.Cohort == 0 || d.Cohort == g.d.Cohort.Year {
			wanted[plain(d.Major)] = true
		}
	}
	return func(major string) bool { return wanted[plain(major)] || len(wanted) == 0 && g.internal() }
}

// betrays reports whether the total of a class less what is told of some majors
// leaves a count of people that may not be told.
func betrays(total career.Supply, told []career.Supply) bool {
	small := func(n int) bool { return n < career.SmallCell }
	rest := total // who is in no major that is told of
	crowd := 0    // who is in a major of which only the size is told
	for _, s := range told {
		rest.All, rest.Unplaced = rest.All-s.All, rest.Unplaced-s.Unplaced
		if s.Unplaced == 0 {
			crowd += s.All
		}
	}
	crowd += rest.All
	return rest.All != 0 && small(rest.All) || crowd != 0 && (small(rest.Unplaced) || small(crowd-rest.Unplaced))
}
