package store_test

import (
	"fmt"
	"slices"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// What a list is ordered by may hold the character that parts a cursor.
func TestPagesGoOnBehindAnyText(t *testing.T) {
	s := open(t)
	for i := range 7 {
		save(t, s, &career.Employer{Name: fmt.Sprint("厂", i), Place: "沈阳\x1f市\x1f"})
	}
	list := listers(t, s)[store.OfEmployers]
	for _, q := range []store.Query{{Sort: "employer.place", Limit: 3}, {Sort: "employer.place", Desc: true, Limit: 3}, {Find: "厂", Sort: "employer.place", Limit: 3}} {
		if paged := slices.Sorted(slices.Values(walkOnce(t, list, q))); len(slices.Compact(paged)) != 7 {
			t.Errorf("%+v: %d rows", q, len(paged))
		}
	}
}

// walkOnce is walk, but stops where a row comes again.
func walkOnce(t *testing.T, list lister, q store.Query) (all []string) {
	t.Helper()
	return walk(func(q store.Query) []row {
		rows := list(q)
		if len(rows) > 0 && slices.Contains(all, rows[0].id) {
			t.Fatalf("%+v: %s comes again", q, rows[0].id)
		}
		all = append(all, ids(rows)...)
		return rows
	}, q)
}

func TestRanksAreFilteredAsTheyAreOffered(t *testing.T) {
	s := some(t)
	people := 0
	for _, rank := range got[[]string](t)(s.Values(t.Context(), store.OfPeople, "person.rank")) {
		people += len(listers(t, s)[store.OfPeople](store.Query{Filter: map[string][]string{"person.rank": {rank}}, Limit: everything}))
	}
	if all := len(listers(t, s)[store.OfPeople](store.Query{Limit: everything})); people != all {
		t.Errorf("the ranks let %d people through, of %d", people, all)
	}
}
