package briefing_test

import (
	"path/filepath"
	"testing"

	"visitdesk/app/papers/briefing"
	"visitdesk/app/typeset"
	"visitdesk/assets"
	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

// The sample's next briefing has page one and at most six more, in both
// languages, on days whose dates are long and short.
func TestABriefingHasPageOneAndSixMore(t *testing.T) {
	days := []career.Date{"2026-11-20", "2027-09-28", "2028-02-29"}
	if testing.Short() {
		days = days[:1]
	}
	fonts, err := typeset.OpenFonts(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, day := range days {
		d := nextOf(t, day)
		for _, code := range []string{"zh", "en"} {
			doc := briefing.Compose(d, language(t, code), options(t))
			if pages := len(typeset.Pages(doc, fonts).Pages); pages > 7 {
				t.Errorf("on %s it has %d pages in %s", day, pages, code)
			}
		}
	}
}

// nextOf returns the dossier of the next visit of a sample office.
func nextOf(t *testing.T, day career.Date) career.Dossier {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "office.db"), store.Options{Actor: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := sample.Office(t.Context(), s, day); err != nil {
		t.Fatal(err)
	}
	next, err := s.Next(t.Context(), career.Moment(day))
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Dossier(t.Context(), next.ID, career.L1, day)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
