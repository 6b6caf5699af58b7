package store

import (
	"context"
	"fmt"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

var commitments = table[career.Commitment]{
	kind: career.KindCommitment,
	kept: func(c *career.Commitment) (*string, *career.Kept) { return (*string)(&c.ID), &c.Kept },
	name: func(c *career.Commitment) string { return c.What },
	row: func(c *career.Commitment) []column {
		return []column{
			{"employer", ref((*string)(&c.Employer), career.KindEmployer), guests},
			{"visit", ref((*string)(&c.Visit), career.KindVisit), guests},
			{"side", &c.Side, guests},
			{"what", &c.What, guests},
			{"owner", &c.Owner, guests},
			{"due", &c.Due, guests},
			{"done", &c.Done, guests},
			{"dropped", &c.Dropped, guests},
			{"result", &c.Result, house},
		}
	},
	keys: func(c *career.Commitment) []column {
		search := match.Search(c.What, c.Owner, c.Result)
		return []column{{"search", &search, anyone}}
	},
}

var demands = table[career.Demand]{
	kind: career.KindDemand,
	kept: func(d *career.Demand) (*string, *career.Kept) { return (*string)(&d.ID), &d.Kept },
	name: func(d *career.Demand) string { return d.Major },
	row: func(d *career.Demand) []column {
		return []column{
			{"employer", ref((*string)(&d.Employer), career.KindEmployer), guests},
			{"visit", ref((*string)(&d.Visit), career.KindVisit), guests},
			{"on", &d.On, guests},
			{"cohort", &d.Cohort, guests},
			{"major", &d.Major, guests},
			{"degree", &d.Degree, guests},
			{"posts", &d.Posts, guests},
			{"internships", &d.Internships, guests},
			{"pay_from", &d.PayFrom, guests},
			{"pay_to", &d.PayTo, guests},
			{"note", &d.Note, house},
		}
	},
}

var agreements = table[career.Agreement]{
	kind: career.KindAgreement,
	kept: func(a *career.Agreement) (*string, *career.Kept) { return (*string)(&a.ID), &a.Kept },
	name: func(a *career.Agreement) string { return a.Title },
	row: func(a *career.Agreement) []column {
		return []column{
			{"employer", ref((*string)(&a.Employer), career.KindEmployer), anyone},
			{"visit", ref((*string)(&a.Visit), career.KindVisit), anyone},
			{"sort", &a.Sort, anyone},
			{"title", &a.Title, anyone},
			{"signed", &a.Signed, anyone},
			{"until", &a.Until, anyone},
			{"note", &a.Note, house},
		}
	},
}

var feedbacks = table[career.Feedback]{
	kind: career.KindFeedback,
	kept: func(f *career.Feedback) (*string, *career.Kept) { return (*string)(&f.ID), &f.Kept },
	name: func(f *career.Feedback) string { return string(f.On) },
	row: func(f *career.Feedback) []column {
		return []column{
			{"employer", ref((*string)(&f.Employer), career.KindEmployer), anyone},
			{"visit", ref((*string)(&f.Visit), career.KindVisit), anyone},
			{"on", &f.On, anyone},
			{"by", &f.By, guests}, // a name that nobody called public
			{"overall", &f.Overall, anyone},
			{"knowledge", &f.Knowledge, anyone},
			{"practice", &f.Practice, anyone},
			{"attitude", &f.Attitude, anyone},
			{"words", &f.Words, anyone},
		}
	},
}

// Commitment returns the commitment with the given ID, or career.ErrNotFound.
func (s *Store) Commitment(ctx context.Context, id career.CommitmentID) (career.Commitment, error) {
	return single(ctx, s, commitments, string(id))
}

// Demand returns the demand with the given ID, or career.ErrNotFound.
func (s *Store) Demand(ctx context.Context, id career.DemandID) (career.Demand, error) {
	return single(ctx, s, demands, string(id))
}

// Agreement returns the agreement with the given ID, or career.ErrNotFound.
func (s *Store) Agreement(ctx context.Context, id career.AgreementID) (career.Agreement, error) {
	return single(ctx, s, agreements, string(id))
}

// Feedback returns the feedback with the given ID, or career.ErrNotFound.
func (s *Store) Feedback(ctx context.Context, id career.FeedbackID) (career.Feedback, error) {
	return single(ctx, s, feedbacks, string(id))
}

// Due returns n open commitments, the one due first before the others; those
// without a date come last. Which are overdue is for Commitment.Overdue to say.
func (s *Store) Due(ctx context.Context, today career.Date, n int) (rows []CommitmentRow, err error) {
	err = s.view(ctx, "commitments due on "+string(today), func(v session) (err error) {
		// Those with a day and those without are each read from the index of open
		// ones, and no more of them than are asked for.
		soonest := "SELECT * FROM (SELECT o.id FROM commitment o WHERE o.done = '' AND o.deleted = '' AND o.due %s ''%s LIMIT $1) o"
		rows, err = collect(ctx, v, (*CommitmentRow).dest, "SELECT "+commitments.selects(office)+commitmentFacts+`
			FROM commitment r WHERE r.id IN (`+fmt.Sprintf(soonest, ">", " ORDER BY o.due, o.id")+" UNION ALL "+fmt.Sprintf(soonest, "=", " ORDER BY o.id")+`)
			ORDER BY CASE r.due WHEN '' THEN 1 ELSE 0 END, r.due, r.id LIMIT $1`, n)
		return err
	})
	return rows, err
}

// Said is what came of one visit.
type Said struct {
	Commitments []career.Commitment
	Demands     []career.Demand
	Agreements  []career.Agreement
	Feedback    []career.Feedback
}

// Of returns what was promised, wanted, agreed and said at a visit, in the
// order it was written down.
func (s *Store) Of(ctx context.Context, id career.VisitID) (said Said, err error) {
	err = s.view(ctx, "what was said at a visit", func(v session) (err error) {
		const rest = "WHERE r.visit = $1 AND r.deleted = '' ORDER BY r.id"
		if said.Commitments, err = commitments.list(ctx, v, office, rest, id); err != nil {
			return err
		}
		if said.Demands, err = demands.list(ctx, v, office, rest, id); err != nil {
			return err
		}
		if said.Agreements, err = agreements.list(ctx, v, office, rest, id); err != nil {
			return err
		}
		said.Feedback, err = feedbacks.list(ctx, v, office, rest, id)
		return err
	})
	return said, err
}
