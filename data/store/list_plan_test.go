package store

import (
	"path/filepath"
	"strings"
	"testing"
)

// A list of any length is read, and jumped in, without sorting it: its own order
// is that of an index, whatever it is filtered by.
func TestListsAreWalkedInTheirIndex(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "office.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for name, filter := range map[Listing]map[string][]string{
		OfEmployers:   {"employer.industry": {"C"}, "employer.tags": {"500强"}, "employer.visited": {"no"}},
		OfPeople:      {"person.kind": {"contact"}, "person.where": {"甲厂"}},
		OfVisits:      {"visit.year": {"2026"}, "visit.led_by": {"王晓明"}, "visit.campaign": {"访企拓岗"}, "visit.state": {"acting"}},
		OfGraduates:   {"graduate.cohort": {"2026"}, "graduate.major": {"软件工程"}, "outcome.code": {"10"}},
		OfMeetings:    {"meeting.year": {"2026"}},
		OfCommitments: {"commitment.state": {"overdue"}, "commitment.side": {"ours"}, "commitment.employer": {"甲厂"}},
	} {
		for _, q := range []Query{{}, {After: "1" + cursorGap + "x"}, {Filter: filter}, {Filter: filter, After: "1" + cursorGap + "x"}} {
			for _, step := range s.plan(t, name, q) {
				if strings.Contains(step, "TEMP B-TREE") || step == "SCAN r" {
					t.Errorf("%s %+v: %s", name, q, step)
				}
			}
		}
	}
}

// plan returns how the database reads the places of a page from each source.
func (s *Store) plan(t *testing.T, name Listing, q Query) (steps []string) {
	t.Helper()
	l, err := listingOf(name)
	if err != nil {
		t.Fatal(err)
	}
	err = s.view(t.Context(), "plan", func(v session) error {
		a := &params{session: v}
		parts, direction, err := a.parts(l, q, nil)
		if err != nil {
			return err
		}
		for _, part := range parts {
			some, err := collect(t.Context(), v, func(step *string) []any { return []any{new(int), new(int), new(int), step} },
				"EXPLAIN QUERY PLAN "+pageOf([]string{part}, direction, 1, 99), a.args...)
			if err != nil {
				return err
			}
			steps = append(steps, some...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return steps
}
