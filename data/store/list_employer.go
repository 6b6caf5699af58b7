package store

import (
	"context"

	"visitdesk/data/career"
)

// EmployerRow is an employer as lists show it.
type EmployerRow struct {
	career.Employer
	LastVisit career.Date // of the visits that took place
	Graduates int         // of ours, by their newest outcome
	Open      int         // commitments of both sides
	Cursor    string
}

// What lists tell of an employer beside its own columns.
const (
	employerLastVisit = `coalesce((SELECT substr(max(v."from"), 1, 10) FROM visit_employer ve JOIN visit v ON v.id = ve.visit
		WHERE ve.employer = r.id AND v.deleted = '' AND v.cancelled = '' AND v.postponed = '' AND v."from" < {tomorrow}), '')`
	employerGraduates = `(SELECT count(*) FROM graduate g WHERE g.newest_employer = r.id AND g.newest_employer <> '' AND g.deleted = '')`
	employerOpen      = `(SELECT count(*) FROM commitment c WHERE c.employer = r.id AND c.done = '' AND c.deleted = '')`
)

var employerList = listing{by: "employer.name", ranked: true, from: []source{{career.KindEmployer, map[string]field{
	"employer.name":       {is: "r.name", by: "r.py", holds: filled},
	"employer.uscc":       {is: "r.uscc"},
	"employer.nature":     {is: "r.nature"},
	"employer.industry":   {is: "r.industry"},
	"employer.size":       {is: "r.size", by: "CASE r.size WHEN 'micro' THEN '1' WHEN 'small' THEN '2' WHEN 'medium' THEN '3' WHEN 'large' THEN '4' ELSE r.size END"},
	"employer.staff":      {is: "r.staff", holds: guesses},
	"employer.place":      {is: "r.place"},
	"employer.tags":       {is: "r.tags", holds: lists},
	"employer.parent":     {is: "coalesce((SELECT e.name FROM employer e WHERE e.id = r.parent), '')", by: "coalesce((SELECT e.py FROM employer e WHERE e.id = r.parent), '')"},
	"employer.last_visit": {is: employerLastVisit},
	"employer.visited":    yes(employerLastVisit + " <> ''"),
	"employer.graduates":  {is: employerGraduates, holds: numbers},
	"employer.open":       {is: employerOpen, holds: numbers},
}}}}

// Employers returns a page of employers in the order of their pinyin, or those
// that q finds, the likeliest first. Beside the columns it sorts by and filters
// "employer.last_visit", "employer.graduates", "employer.open", and filters
// "employer.visited", "yes" or "no".
func (s *Store) Employers(ctx context.Context, q Query) (rows []EmployerRow, err error) {
	err = s.view(ctx, "list employers", func(v session) (err error) {
		rows, err = paged(ctx, v, employerList, q, employerPages)
		return err
	})
	return rows, err
}

// employerPages says how rows of employers are read.
var employerPages = pagedRows[EmployerRow]{
	selects: func(career.Kind) string {
		return employers.selects(office) + ", " + employerLastVisit + ", " + employerGraduates + ", " + employerOpen
	},
	dest: func(r *EmployerRow) []any {
		return append(employers.dest(&r.Employer, office), &r.LastVisit, &r.Graduates, &r.Open)
	},
	key: func(r *EmployerRow) (string, *string) { return string(r.ID), &r.Cursor },
}
