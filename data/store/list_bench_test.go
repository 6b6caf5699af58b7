package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"visitdesk/data/sample"
	"visitdesk/data/store"
)

// A benchmark of what lists, searches and boards ask. Of VISITDESK_SIZE=large it
// is the budgets' one: 20,000 employers, 50,000 contacts, 40,000 visits, 600,000
// graduates.
func BenchmarkLarge(b *testing.B) {
	s := syntheticOffice(b)
	b.Run("page", func(b *testing.B) { benchmarkPages(b, s) })
	b.Run("places", func(b *testing.B) { benchmarkPlaces(b, s) })
	b.Run("values", func(b *testing.B) { benchmarkValues(b, s) })
	b.Run("search", func(b *testing.B) { benchmarkSearch(b, s) })
	b.Run("board", func(b *testing.B) {
		for b.Loop() {
			_, err := s.Board(b.Context(), today)
			must(b, err)
		}
	})
}

// with is a filter of one value.
func with(field, value string) map[string][]string { return map[string][]string{field: {value}} }

func benchmarkPages(b *testing.B, s *store.Store) {
	for _, c := range []struct {
		name string
		list store.Listing
		q    store.Query
	}{
		{"first", store.OfEmployers, store.Query{}},
		{"by place", store.OfEmployers, store.Query{Sort: "employer.place"}},
		{"by last visit", store.OfEmployers, store.Query{Sort: "employer.last_visit", Desc: true}},
		{"by graduates", store.OfEmployers, store.Query{Sort: "employer.graduates", Desc: true}},
		{"by open", store.OfEmployers, store.Query{Sort: "employer.open", Desc: true}},
		{"of an industry", store.OfEmployers, store.Query{Filter: with("employer.industry", "C")}},
		{"never visited", store.OfEmployers, store.Query{Filter: with("employer.visited", "no")}},
		{"found", store.OfEmployers, store.Query{Find: "银行"}},
		{"found by last visit", store.OfEmployers, store.Query{Find: "银行", Sort: "employer.last_visit"}},
		{"first", store.OfPeople, store.Query{}},
		{"by title", store.OfPeople, store.Query{Sort: "person.title"}},
		{"by where", store.OfPeople, store.Query{Sort: "person.where"}},
		{"colleagues", store.OfPeople, store.Query{Filter: with("person.kind", "colleague")}},
		{"found", store.OfPeople, store.Query{Find: "wang"}},
		{"first", store.OfVisits, store.Query{}},
		{"by employer", store.OfVisits, store.Query{Sort: "visit.employer"}},
		{"by leader", store.OfVisits, store.Query{Sort: "visit.led_by"}},
		{"to brief", store.OfVisits, store.Query{Filter: with("visit.state", "brief")}},
		{"unminuted", store.OfVisits, store.Query{Filter: with("visit.state", "unminuted")}},
		{"of a year", store.OfVisits, store.Query{Filter: with("visit.year", "2022")}},
		{"found", store.OfVisits, store.Query{Find: "银行"}},
		{"first", store.OfCommitments, store.Query{}},
		{"by employer", store.OfCommitments, store.Query{Sort: "commitment.employer"}},
		{"overdue", store.OfCommitments, store.Query{Filter: with("commitment.state", "overdue")}},
		{"found", store.OfCommitments, store.Query{Find: "实习"}},
		{"first", store.OfGraduates, store.Query{}},
		{"by number", store.OfGraduates, store.Query{Sort: "graduate.student_no"}},
		{"by major", store.OfGraduates, store.Query{Sort: "graduate.major"}},
		{"by outcome", store.OfGraduates, store.Query{Sort: "outcome.code"}},
		{"of a year", store.OfGraduates, store.Query{Filter: with("graduate.cohort", "2024")}},
		{"of a year by major", store.OfGraduates, store.Query{Filter: with("graduate.cohort", "2024"), Sort: "graduate.major"}},
		{"of no major", store.OfGraduates, store.Query{Filter: with("graduate.major", "没有")}},
		{"found", store.OfGraduates, store.Query{Find: "王伟"}},
		{"found of a year", store.OfGraduates, store.Query{Find: "ww", Filter: with("graduate.cohort", "2024")}},
	} {
		b.Run(string(c.list)+" "+c.name, func(b *testing.B) {
			for b.Loop() {
				rowsOf(b, s, c.list, c.q)
			}
		})
	}
}

func benchmarkPlaces(b *testing.B, s *store.Store) {
	for _, c := range []struct {
		list store.Listing
		q    store.Query
	}{
		{store.OfEmployers, store.Query{}}, {store.OfEmployers, store.Query{Sort: "employer.last_visit"}}, {store.OfPeople, store.Query{}},
		{store.OfVisits, store.Query{}}, {store.OfCommitments, store.Query{}}, {store.OfGraduates, store.Query{}},
		{store.OfGraduates, store.Query{Filter: with("graduate.cohort", "2024")}}, {store.OfGraduates, store.Query{Sort: "graduate.major"}},
	} {
		b.Run(fmt.Sprint(c.list, c.q.Sort, len(c.q.Filter)), func(b *testing.B) {
			for b.Loop() {
				_, _, err := s.Places(b.Context(), c.list, c.q, 1000)
				must(b, err)
			}
		})
	}
}

func benchmarkValues(b *testing.B, s *store.Store) {
	for _, field := range []string{"graduate.major", "graduate.faculty", "graduate.class"} {
		b.Run(field, func(b *testing.B) {
			for b.Loop() {
				_, err := s.Values(b.Context(), store.OfGraduates, field)
				must(b, err)
			}
		})
	}
}

func benchmarkSearch(b *testing.B, s *store.Store) {
	for _, words := range []string{"沈", "沈阳", "银行", "沈阳 银行", "w", "wang", "ww", "zgyh", "王", "王伟", "丈", "软件", "实习", "2", "2024", "推进会"} {
		b.Run(words, func(b *testing.B) {
			for b.Loop() {
				_, err := s.Search(b.Context(), words, 20)
				must(b, err)
			}
		})
	}
}

// syntheticOffice makes and opens an office of VISITDESK_SIZE, the middle one if
// nobody names one. VISITDESK_KEEP names a folder in which it is kept for the
// next run: the large one takes minutes to make.
func syntheticOffice(b *testing.B) *store.Store {
	b.Helper()
	size := sample.Sizes[1]
	for _, s := range sample.Sizes {
		if s.Name == os.Getenv("VISITDESK_SIZE") {
			size = s
		}
	}
	folder := b.TempDir()
	if kept := os.Getenv("VISITDESK_KEEP"); kept != "" {
		folder = filepath.Join(kept, size.Name)
		must(b, os.MkdirAll(folder, 0o700))
	}
	file := filepath.Join(folder, "office.db")
	_, err := os.Stat(file)
	s := reopen(b, file)
	if err != nil {
		_, err = sample.Synthetic{Seed: 1, Size: size, Today: today}.Fill(b.Context(), s, func(int, int) {})
		must(b, err)
	}
	return s
}

// rowsOf reads a page of any list.
func rowsOf(t testing.TB, s *store.Store, list store.Listing, q store.Query) (ids, cursors []string) {
	t.Helper()
	add := func(id, cursor string) { ids, cursors = append(ids, id), append(cursors, cursor) }
	ctx := t.Context()
	switch list {
	case store.OfEmployers:
		for _, r := range got[[]store.EmployerRow](t)(s.Employers(ctx, q)) {
			add(string(r.ID), r.Cursor)
		}
	case store.OfPeople:
		for _, r := range got[[]store.PersonRow](t)(s.People(ctx, q)) {
			add(r.ID, r.Cursor)
		}
	case store.OfVisits:
		for _, r := range got[[]store.VisitRow](t)(s.Visits(ctx, q)) {
			add(string(r.ID), r.Cursor)
		}
	case store.OfGraduates:
		for _, r := range got[[]store.GraduateRow](t)(s.Graduates(ctx, q)) {
			add(string(r.ID), r.Cursor)
		}
	case store.OfMeetings:
		for _, r := range got[[]store.MeetingRow](t)(s.Meetings(ctx, q)) {
			add(string(r.ID), r.Cursor)
		}
	case store.OfCommitments:
		for _, r := range got[[]store.CommitmentRow](t)(s.Commitments(ctx, q)) {
			add(string(r.ID), r.Cursor)
		}
	}
	return ids, cursors
}
