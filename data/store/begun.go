package store

import (
	"context"
	"fmt"
	"strings"

	"visitdesk/data/career"
)

// Begun says what the office has done already of what makes a first visit. The
// sample does not count.
type Begun struct {
	University bool
	Employer   career.EmployerID // the newest of its own; empty for none
	Contact    bool
	Visit      career.VisitID // the newest of its own; empty for none
	Printed    bool           // a briefing
	Minutes    bool
	Commitment bool
}

// PrintedKey is the beginning of the keys under which it is kept that a visit's
// briefing was printed; the visit's ID follows. See Keep.
const PrintedKey = "printed/"

// Begun returns how far the office has come with its first visit.
func (s *Store) Begun(ctx context.Context) (b Begun, err error) {
	own := func(kind career.Kind, where string) string {
		return fmt.Sprintf("EXISTS (SELECT 1 FROM %s r WHERE r.deleted = '' AND r.sample = 0%s)", kind, where)
	}
	newest := func(kind career.Kind) string {
		return fmt.Sprintf("coalesce((SELECT r.id FROM %s r WHERE r.deleted = '' AND r.sample = 0 ORDER BY r.created DESC, r.id DESC LIMIT 1), '')", kind)
	}
	query := "SELECT " + own(career.KindUniversity, "") + ", " + newest(career.KindEmployer) + ", " + own(career.KindContact, "") + ", " +
		newest(career.KindVisit) + ", EXISTS (SELECT 1 FROM memory m WHERE m.key >= $1 AND m.key < $2), " +
		own(career.KindVisit, " AND (r.minutes_outer <> '' OR r.minutes_inner <> '')") + ", " + own(career.KindCommitment, "")
	after := PrintedKey[:len(PrintedKey)-1] + string(PrintedKey[len(PrintedKey)-1]+1)
	err = s.view(ctx, "look how far the office is", func(v session) error {
		list, err := collect(ctx, v, func(b *Begun) []any {
			return []any{&b.University, &b.Employer, &b.Contact, &b.Visit, &b.Printed, &b.Minutes, &b.Commitment}
		}, query, PrintedKey, after)
		if err == nil {
			b = list[0]
		}
		return err
	})
	return b, err
}

// HasSample reports whether any record of the sample is still in the office.
func (s *Store) HasSample(ctx context.Context) (there bool, err error) {
	var some []string
	for _, k := range keepers() {
		some = append(some, fmt.Sprintf("EXISTS (SELECT 1 FROM %s r WHERE r.deleted = '' AND r.sample = 1)", k.Kind()))
	}
	err = s.view(ctx, "look for the sample", func(v session) error {
		list, err := collect(ctx, v, func(b *bool) []any { return []any{b} }, "SELECT "+strings.Join(some, " OR "))
		if err == nil {
			there = list[0]
		}
		return err
	})
	return there, err
}
