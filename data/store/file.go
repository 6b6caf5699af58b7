package store

import (
	"context"

	"visitdesk/data/career"
)

// File is all that the office knows about one employer.
type File struct {
	Employer    career.Employer
	Parent      string           // the name of its parent
	Contacts    []career.Contact // those with a post there, in protocol order
	Visits      []VisitRow       // the latest first
	Commitments []career.Commitment
	Demands     []career.Demand    // the newest first
	Agreements  []career.Agreement // the newest first
	Feedback    []career.Feedback  // the newest first
	Hires       []career.Hire      // by their newest outcome, the newest class first
}

// File returns all about one employer, read at one moment, or
// career.ErrNotFound.
func (s *Store) File(ctx context.Context, id career.EmployerID) (f File, err error) {
	err = s.view(ctx, "file of employer "+string(id), func(v session) (err error) {
		if f.Employer, err = employers.one(ctx, v, office, string(id)); err != nil {
			return err
		}
		names, err := collect(ctx, v, func(name *string) []any { return []any{name} }, "SELECT r.name FROM employer r WHERE r.id = $1", f.Employer.Parent)
		if err != nil {
			return err
		}
		if len(names) > 0 {
			f.Parent = names[0]
		}
		if f.Contacts, err = contacts.list(ctx, v, office, `JOIN (SELECT p.contact, min(CASE p.rank WHEN 0 THEN 9999 ELSE p.rank END) AS rank FROM post p WHERE p.employer = $1 GROUP BY p.contact) at
			ON at.contact = r.id WHERE r.deleted = '' ORDER BY at.rank, r.py, r.id`, id); err != nil {
			return err
		}
		if f.Visits, err = v.visitRows(ctx, `WHERE r.id IN (SELECT ve.visit FROM visit_employer ve WHERE ve.employer = $1) AND r.deleted = '' ORDER BY r."from" DESC, r.id DESC`, id); err != nil {
			return err
		}
		return f.said(ctx, v, id)
	})
	return f, err
}

// said reads what was promised, wanted, agreed and said, and who went there.
func (f *File) said(ctx context.Context, v session, id career.EmployerID) (err error) {
	if f.Commitments, err = commitments.list(ctx, v, office, `WHERE r.employer = $1 AND r.deleted = ''
		ORDER BY CASE r.done WHEN '' THEN 0 ELSE 1 END, CASE r.due WHEN '' THEN 1 ELSE 0 END,
			CASE r.done WHEN '' THEN r.due ELSE '' END, r.done DESC, r.id`, id); err != nil {
		return err
	}
	if f.Demands, err = demands.list(ctx, v, office, `WHERE r.employer = $1 AND r.deleted = '' ORDER BY r."on" DESC, r.id DESC`, id); err != nil {
		return err
	}
	if f.Agreements, err = agreements.list(ctx, v, office, `WHERE r.employer = $1 AND r.deleted = '' ORDER BY r.signed DESC, r.id DESC`, id); err != nil {
		return err
	}
	if f.Feedback, err = feedbacks.list(ctx, v, office, `WHERE r.employer = $1 AND r.deleted = '' ORDER BY r."on" DESC, r.id DESC`, id); err != nil {
		return err
	}
	f.Hires, err = v.hires(ctx, office, id)
	return err
}
