package store

import (
	"context"
	"fmt"
	"strconv"

	"visitdesk/data/career"
)

var graduates = table[career.Graduate]{
	kind: career.KindGraduate,
	kept: func(g *career.Graduate) (*string, *career.Kept) { return (*string)(&g.ID), &g.Kept },
	name: func(g *career.Graduate) string { return g.Name },
	row: func(g *career.Graduate) []column {
		return []column{
			{"student_no", &g.StudentNo, office},
			{"name", &g.Name, house},
			{"cohort", &g.Cohort, house},
			{"faculty", &g.Faculty, house},
			{"major", &g.Major, house},
			{"degree", &g.Degree, house},
			{"class", &g.Class, house},
			{"origin", &g.Origin, house},
			{"mobile", &g.Mobile, office},
			{"email", &g.Email, office},
			{"note", &g.Note, office},
		}
	},
	keys: func(g *career.Graduate) []column {
		return personKeys(g.Name, "", []string{g.Name, g.StudentNo, strconv.Itoa(g.Cohort), g.Faculty, g.Major, g.Class})
	},
}

var outcomes = table[career.Outcome]{
	kind: career.KindOutcome,
	kept: func(o *career.Outcome) (*string, *career.Kept) { return (*string)(&o.ID), &o.Kept },
	name: func(o *career.Outcome) string { return string(o.Code) },
	row: func(o *career.Outcome) []column {
		return []column{
			{"graduate", ref((*string)(&o.Graduate), career.KindGraduate), house},
			{"code", &o.Code, house},
			{"employer", ref((*string)(&o.Employer), career.KindEmployer), house},
			{"employer_name", &o.EmployerName, house},
			{"job", &o.Job, house},
			{"place", &o.Place, house},
			{"pay", &o.Pay, office},
			{"on", &o.On, house},
			{"source", &o.Source, house},
			{"evidence", &o.Evidence, office},
		}
	},
}

var cohorts = table[career.Cohort]{
	kind: career.KindCohort,
	kept: func(c *career.Cohort) (*string, *career.Kept) { return (*string)(&c.ID), &c.Kept },
	name: func(c *career.Cohort) string { return strconv.Itoa(c.Year) },
	row: func(c *career.Cohort) []column {
		return []column{
			{"year", &c.Year, anyone},
			{"size", &c.Size, anyone},
			{"introduction", &c.Introduction, anyone},
		}
	},
}

// Graduate returns the graduate with the given ID, or career.ErrNotFound.
func (s *Store) Graduate(ctx context.Context, id career.GraduateID) (career.Graduate, error) {
	return single(ctx, s, graduates, string(id))
}

// Outcome returns the outcome with the given ID, or career.ErrNotFound.
func (s *Store) Outcome(ctx context.Context, id career.OutcomeID) (career.Outcome, error) {
	return single(ctx, s, outcomes, string(id))
}

// Outcomes returns all outcomes of a graduate, the newest first.
func (s *Store) Outcomes(ctx context.Context, id career.GraduateID) (list []career.Outcome, err error) {
	err = s.view(ctx, "outcomes of a graduate", func(v session) (err error) {
		list, err = outcomes.list(ctx, v, office, `WHERE r.graduate = $1 AND r.deleted = '' ORDER BY r."on" DESC, r.id DESC`, id)
		return err
	})
	return list, err
}

// Cohort returns the cohort with the given ID, or career.ErrNotFound.
func (s *Store) Cohort(ctx context.Context, id career.CohortID) (career.Cohort, error) {
	return single(ctx, s, cohorts, string(id))
}

// Cohorts returns all cohorts, the newest first.
func (s *Store) Cohorts(ctx context.Context) ([]career.Cohort, error) {
	return every(ctx, s, cohorts, "r.year DESC")
}

// copyNewest copies the newest outcome to the graduates that a further
// condition picks.
const copyNewest = `UPDATE graduate SET newest = o.id, newest_code = o.code, newest_employer = coalesce(o.employer, ''), newest_on = o."on"
	FROM outcome o WHERE o.id = (SELECT n.id FROM outcome n WHERE n.graduate = graduate.id AND n.deleted = '' ORDER BY n."on" DESC, n.id DESC LIMIT 1)`

// refresh copies the newest outcome to the graduates whose outcomes the act
// touched.
func (a *act) refresh(ctx context.Context) error {
	seen := map[string]bool{}
	var ids []string
	for _, w := range a.written {
		for _, n := range []career.Noun{w.old, w.new} {
			if o, ok := n.(*career.Outcome); ok && !seen[string(o.Graduate)] {
				seen[string(o.Graduate)] = true
				ids = append(ids, string(o.Graduate))
			}
		}
	}
	for part := range chunks(ids) {
		marks := a.marks(len(part))
		if err := a.exec(ctx, "UPDATE graduate SET newest = '', newest_code = '', newest_employer = '', newest_on = '' WHERE newest <> '' AND id IN ("+marks+")", part...); err != nil {
			return fmt.Errorf("newest outcomes: %w", err)
		}
		err := a.exec(ctx, copyNewest+" AND graduate.id IN ("+marks+")", part...)
		if err != nil {
			return fmt.Errorf("newest outcomes: %w", err)
		}
	}
	return nil
}
