package store

import (
	"context"

	"visitdesk/data/career"
)

// CommitmentRow is a commitment with whom it binds.
type CommitmentRow struct {
	career.Commitment
	EmployerName string
	VisitFrom    career.Moment // when it was promised; empty if at no visit
	Cursor       string
}

// The states of a commitment, as a filter names them.
const (
	CommitmentOverdue = "overdue" // open after its day
	CommitmentOpen    = "open"    // and not overdue
	CommitmentDone    = "done"    // settled or given up
)

// What lists tell of a commitment beside its own columns. Column
// place puts the open ones first, by their day and those without one last, then
// the others, the last one settled first.
const (
	commitmentEmployer = `(SELECT e.name FROM employer e WHERE e.id = r.employer)`
	commitmentVisit    = `coalesce((SELECT v."from" FROM visit v WHERE v.id = r.visit), '')`
	commitmentFacts    = ", " + commitmentEmployer + ", " + commitmentVisit
	commitmentOrder    = "r.place"
)

var commitmentList = listing{by: "commitment.order", from: []source{{career.KindCommitment, map[string]field{
	"commitment.order":    {is: commitmentOrder, holds: numbers},
	"commitment.what":     {is: "r.what", holds: filled},
	"commitment.employer": {is: commitmentEmployer, by: `(SELECT e.py FROM employer e WHERE e.id = r.employer)`, holds: filled},
	"commitment.side":     {is: "r.side", holds: filled},
	"commitment.owner":    {is: "r.owner"},
	"commitment.due":      {is: "r.due"},
	"commitment.done_on":  {is: "r.done"},
	"commitment.visit":    {is: commitmentVisit},
	"commitment.state": {holds: filled, values: []string{CommitmentOverdue, CommitmentOpen, CommitmentDone},
		is: "CASE WHEN r.done <> '' THEN '" + CommitmentDone + "' WHEN r.due <> '' AND r.due < {today} THEN '" + CommitmentOverdue + "' ELSE '" + CommitmentOpen + "' END",
		by: "CASE WHEN r.done <> '' THEN '3' WHEN r.due <> '' AND r.due < {today} THEN '1' ELSE '2' END"},
}}}}

// dest returns where the columns of commitments.selects and commitmentFacts go.
func (r *CommitmentRow) dest() []any {
	return append(commitments.dest(&r.Commitment, office), &r.EmployerName, &r.VisitFrom)
}

// Commitments returns a page of commitments: the open ones first, by their day,
// then the others, the last one settled first. Beside the columns it sorts by
// and filters "commitment.employer" by its name, "commitment.visit" by its day
// and "commitment.state" as it is today: CommitmentOverdue …
func (s *Store) Commitments(ctx context.Context, q Query) (rows []CommitmentRow, err error) {
	err = s.view(ctx, "list commitments", func(v session) (err error) {
		rows, err = paged(ctx, v, commitmentList, q, pagedRows[CommitmentRow]{
			selects: func(career.Kind) string { return commitments.selects(office) + commitmentFacts },
			dest:    (*CommitmentRow).dest,
			key:     func(r *CommitmentRow) (string, *string) { return string(r.ID), &r.Cursor },
		})
		return err
	})
	return rows, err
}
