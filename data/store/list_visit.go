package store

import (
	"context"
	"slices"

	"visitdesk/data/career"
)

// VisitRow is a visit as lists show it.
type VisitRow struct {
	career.Visit
	EmployerName string // of the one visited
	LeaderName   string
	LeaderTitle  string
	Open         int // commitments made there
	Cursor       string
}

// What lists tell of a visit beside its own columns.
const (
	visitEmployer = `coalesce((SELECT e.name FROM visit_employer ve JOIN employer e ON e.id = ve.employer WHERE ve.visit = r.id AND ve.ord = 0), '')`
	visitLeader   = `coalesce((SELECT c.name FROM colleague c WHERE c.id = r.led_by), '')`
	visitOpen     = `(SELECT count(*) FROM commitment c WHERE c.visit = r.id AND c.done = '' AND c.deleted = '')`
	visitFacts    = ", " + visitEmployer + ", " + visitLeader + `, coalesce((SELECT c.title FROM colleague c WHERE c.id = r.led_by), ''), ` + visitOpen
)

var visitList = listing{by: "visit.from", desc: true, from: []source{{career.KindVisit, map[string]field{
	"visit.from":      {is: `r."from"`, holds: filled},
	"visit.year":      {is: `substr(r."from", 1, 4)`, holds: filled},
	"visit.employer":  {is: visitEmployer, by: `coalesce((SELECT e.py FROM visit_employer ve JOIN employer e ON e.id = ve.employer WHERE ve.visit = r.id AND ve.ord = 0), '')`, holds: filled},
	"visit.led_by":    {is: visitLeader, by: `coalesce((SELECT c.py FROM colleague c WHERE c.id = r.led_by), '')`},
	"visit.campaign":  {is: `coalesce((SELECT c.name FROM campaign c WHERE c.id = r.campaign), '')`},
	"visit.direction": {is: "r.direction"},
	"visit.mode":      {is: "r.mode"},
	"visit.place":     {is: "r.place"},
	"visit.purpose":   {is: "r.purpose"},
	"visit.tags":      {is: "r.tags", holds: lists},
	"visit.open":      {is: visitOpen, holds: numbers},
	"visit.state":     {values: visitStates(), rough: roughStates},
}}}}

// visitStates lists the states of visits in the order of their life.
func visitStates() []string {
	var list []string
	for _, s := range career.States {
		list = append(list, string(s))
	}
	return list
}

// roughStates holds, for each state, a condition that every visit in it meets,
// and but for plan and brief no other one. Which of those are in it is for
// Visit.State to say.
var roughStates = map[string]string{
	string(career.Plan):       toCome,
	string(career.Brief):      toCome,
	string(career.Happening):  `r."from" >= {today} AND r."from" < {tomorrow} AND ` + takesPlace,
	string(career.Unminuted):  over + " AND " + blankOuter + " AND " + blankInner,
	string(career.Acting):     over + " AND NOT (" + blankOuter + " AND " + blankInner + ") AND EXISTS (" + openThere + ")",
	string(career.Reportable): over + " AND NOT (" + blankOuter + " AND " + blankInner + ") AND NOT EXISTS (" + openThere + ")",
	string(career.PutOff):     `r.postponed <> '' AND r.cancelled = ''`,
	string(career.CalledOff):  `r.cancelled <> ''`,
}

// roughly reports whether the conditions for some states let others through:
// what is missing for a briefing takes more than SQL to say.
func roughly(states []string) bool {
	return slices.Contains(states, string(career.Plan)) != slices.Contains(states, string(career.Brief))
}

const (
	takesPlace = `r.cancelled = '' AND r.postponed = ''`
	toCome     = `r."from" >= {tomorrow} AND ` + takesPlace
	over       = `r."from" < {today} AND ` + takesPlace
	blankOuter = `trim(r.minutes_outer, {space}) = ''`
	blankInner = `trim(r.minutes_inner, {space}) = ''`
	openThere  = `SELECT 1 FROM commitment c WHERE c.visit = r.id AND c.done = '' AND c.deleted = ''`
)

// dest returns where the columns of visits.selects and visitFacts go.
func (r *VisitRow) dest() []any {
	return append(visits.dest(&r.Visit, office), &r.EmployerName, &r.LeaderName, &r.LeaderTitle, &r.Open)
}

// visitRows reads the visits that the rest of the SELECT picks.
func (v session) visitRows(ctx context.Context, rest string, args ...any) ([]VisitRow, error) {
	rows, err := collect(ctx, v, (*VisitRow).dest, "SELECT "+visits.selects(office)+visitFacts+" FROM visit r "+rest, args...)
	if err != nil {
		return nil, err
	}
	return rows, fillVisits(ctx, v, rows)
}

// fillVisits reads who takes part in the visits.
func fillVisits(ctx context.Context, s session, rows []VisitRow) error {
	list := make([]*career.Visit, len(rows))
	for i := range rows {
		list[i] = &rows[i].Visit
	}
	return visits.fill(ctx, s, office, list)
}

// Visits returns a page of visits, the latest first. Beside the columns it sorts
// by and filters "visit.employer", "visit.led_by" and "visit.campaign" by their
// names, "visit.year" and "visit.open", and filters "visit.state" as it is today.
func (s *Store) Visits(ctx context.Context, q Query) (rows []VisitRow, err error) {
	err = s.view(ctx, "list visits", func(v session) (err error) {
		rows, err = paged(ctx, v, visitList, q, visitPages(v.today, q.Filter["visit.state"]))
		return err
	})
	return rows, err
}

// visitPages says how pages of visits are read, of those in one of the states
// today; of all if none is named.
func visitPages(today career.Date, states []string) pagedRows[VisitRow] {
	read := pagedRows[VisitRow]{
		selects: func(career.Kind) string { return visits.selects(office) + visitFacts },
		dest:    (*VisitRow).dest,
		key:     func(r *VisitRow) (string, *string) { return string(r.ID), &r.Cursor },
		fill:    fillVisits,
	}
	if len(states) > 0 {
		read.keep = func(r *VisitRow) bool { return slices.Contains(states, string(r.State(today, r.Open))) }
	}
	return read
}
