package store

import (
	"context"
	"fmt"
	"slices"

	"visitdesk/data/career"
)

// What a board shows at most: of each state, and how long a visit that only
// wants to be reported stays on it.
const (
	boardRows      = 100
	reportableDays = 60
)

// Board returns the visits that want something on the given day, in the order
// of their time: those to come, the soonest ones; those without minutes and
// those with commitments still open, the latest ones; and those of the last 60
// days that can be reported. There are at most 100 of each.
func (s *Store) Board(ctx context.Context, today career.Date) (rows []VisitRow, err error) {
	err = s.view(ctx, "board of "+string(today), func(v session) (err error) {
		v.today = today
		a := &params{session: v}
		part := func(condition, order string) string {
			return fmt.Sprintf(`SELECT * FROM (SELECT r.id FROM visit r WHERE r.deleted = '' AND %s ORDER BY r."from"%s LIMIT %d)`, a.sql(condition), order, boardRows)
		}
		rows, err = v.visitRows(ctx, "WHERE r.id IN ("+
			part(`r."from" >= {today} AND `+takesPlace, "")+" UNION "+
			part(roughStates[string(career.Unminuted)], " DESC")+" UNION "+
			part(roughStates[string(career.Acting)], " DESC")+" UNION "+
			part(roughStates[string(career.Reportable)]+` AND r."from" >= `+a.add(today.Add(-reportableDays)), " DESC")+
			`) ORDER BY r."from", r.id`, a.args...)
		// What SQL took for written minutes may be blank.
		rows = slices.DeleteFunc(rows, func(r VisitRow) bool {
			return r.From.Date() < today.Add(-reportableDays) && r.State(today, r.Open) == career.Reportable
		})
		return err
	})
	return rows, err
}
