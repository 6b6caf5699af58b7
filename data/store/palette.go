package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

// Hit is a record that words may mean, of any kind.
type Hit struct {
	Kind   career.Kind
	ID     string
	Name   string // of a visit, the employer
	Detail string // what tells it from others of its name, such as a place, a post, a day
}

// hits says how the hits of a kind are told: name and detail, of the table as r.
var hits = []struct {
	list   listing
	kind   career.Kind
	name   string
	detail string
}{
	{employerList, career.KindEmployer, "r.name", "r.place"},
	{personList, career.KindContact, "r.name", contactWhere},
	{personList, career.KindColleague, "r.name", "CASE r.title WHEN '' THEN r.department ELSE r.title END"},
	{visitList, career.KindVisit, visitEmployer, `r."from"`},
	{commitmentList, career.KindCommitment, "r.what", commitmentEmployer},
	{meetingList, career.KindMeeting, "r.title", `r."from"`},
	{graduateList, career.KindGraduate, "r.name", "r.cohort || ' ' || r.major"},
}

// Search returns at most n records of all kinds that the words may mean, the
// likeliest first. Each kind has its share, so that the few employers are not
// lost among the many graduates.
func (s *Store) Search(ctx context.Context, words string, n int) (list []Hit, err error) {
	q := parse(words)
	if len(q.words) == 0 || n <= 0 {
		return nil, nil
	}
	err = s.view(ctx, fmt.Sprintf("search %q", words), func(v session) error {
		var all []ranked
		for _, h := range hits {
			for _, from := range h.list.from {
				if from.kind != h.kind {
					continue
				}
				l := h.list
				l.from = []source{from}
				found, err := v.find(ctx, l, Query{Find: words})
				if err != nil {
					return err
				}
				found = found[:min(len(found), n)]
				if len(found) == 0 {
					continue
				}
				a := &params{session: v}
				query := fmt.Sprintf("SELECT '%s', r.id, %s, %s FROM %[1]s r WHERE r.id %[4]s", h.kind, a.sql(h.name), a.sql(h.detail), a.among(ids(found)))
				rows, err := collect(ctx, v, func(h *Hit) []any { return []any{&h.Kind, &h.ID, &h.Name, &h.Detail} }, query, a.args...)
				if err != nil {
					return err
				}
				at := map[string]int{}
				for i, p := range found {
					at[p.id] = i
				}
				for _, r := range rows {
					py, pyi := match.Keys(r.Name)
					all = append(all, ranked{r, q.rank(candidate{name: r.Name, py: py, pyi: pyi}), at[r.ID]})
				}
			}
		}
		slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Or(a.place-b.place, a.rank-b.rank) })
		for _, r := range all[:min(len(all), n)] {
			list = append(list, r.Hit)
		}
		return nil
	})
	return list, err
}

// ranked is a hit with how likely it is meant among all, and its place among
// those of its kind.
type ranked struct {
	Hit
	rank, place int
}

var _ = strings.TrimSpace
