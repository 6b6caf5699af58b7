package store

import (
	"context"

	"visitdesk/data/career"
)

// GraduateRow is a graduate as lists show it.
type GraduateRow struct {
	career.Graduate
	Code   career.OutcomeCode // of the newest outcome; empty when none is known
	Where  string             // the employer of it, as we know or as it was reported
	On     career.Date        // of it
	Cursor string
}

const graduateWhere = `coalesce((SELECT e.name FROM employer e WHERE e.id = r.newest_employer), (SELECT o.employer_name FROM outcome o WHERE o.id = r.newest), '')`

var graduateList = listing{by: "graduate.name", ranked: true, from: []source{{career.KindGraduate, map[string]field{
	"graduate.name":       {is: "r.name", by: "r.py", holds: filled},
	"graduate.student_no": {is: "r.student_no", holds: filled},
	"graduate.cohort":     {is: "r.cohort", holds: numbers},
	"graduate.faculty":    {is: "r.faculty"},
	"graduate.major":      {is: "r.major", holds: filled},
	"graduate.degree":     {is: "r.degree"},
	"graduate.class":      {is: "r.class"},
	"graduate.origin":     {is: "r.origin"},
	"outcome.code":        {is: "substr(r.newest_code, 1, 2)", by: "r.newest_code"}, // a sub-code shows as the one it belongs to
	"outcome.on":          {is: "r.newest_on"},
	"outcome.employer":    {is: graduateWhere},
}}}}

// Graduates returns a page of graduates in the order of their pinyin, or those
// that q finds. Beside the columns it sorts by and filters those of the newest
// outcome: "outcome.code" by its first two digits, "outcome.on",
// "outcome.employer".
func (s *Store) Graduates(ctx context.Context, q Query) (rows []GraduateRow, err error) {
	err = s.view(ctx, "list graduates", func(v session) (err error) {
		rows, err = paged(ctx, v, graduateList, q, pagedRows[GraduateRow]{
			selects: func(career.Kind) string {
				return graduates.selects(office) + ", r.newest_code, r.newest_on, " + graduateWhere
			},
			dest: func(r *GraduateRow) []any {
				return append(graduates.dest(&r.Graduate, office), &r.Code, &r.On, &r.Where)
			},
			key: func(r *GraduateRow) (string, *string) { return string(r.ID), &r.Cursor },
		})
		return err
	})
	return rows, err
}
