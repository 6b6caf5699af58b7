package briefing_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/papers/briefing"
	"visitdesk/data/career"
	"visitdesk/data/sample"
)

func fields(problems []career.Problem) []string {
	var list []string
	for _, p := range problems {
		list = append(list, p.Field)
	}
	return list
}

// What a briefing lacks is listed, in the order of the paper.
func TestMissingListsWhatIsNotKnown(t *testing.T) {
	d := dossier(career.L1)
	d.Visit.From, d.Visit.Place, d.Employer.USCC, d.Theirs[0].Title, d.Visit.Points = "2026-11-21", "", "", "", nil
	got := fields(briefing.Missing(d))
	want := []string{"visit.from", "visit.place", "logistics.car", "employer.uscc", "participant.title", "visit.points"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A visit that comes to us needs neither car nor departure.
func TestMissingAsksForNoCarAtHome(t *testing.T) {
	d := dossier(career.L1)
	d.Visit.Direction, d.Visit.Logistics = career.In, career.Logistics{}
	if got := fields(briefing.Missing(d)); len(got) != 0 {
		t.Errorf("got %q", got)
	}
}

// What had to be prepared for a visit is not missing once it is over; what is
// not known of the employer still is.
func TestMissingAsksForNoPreparationAfterwards(t *testing.T) {
	bare := dossier(career.L1)
	bare.Visit = career.Visit{ID: bare.Visit.ID, From: bare.Visit.From, Direction: career.Out, Mode: career.OnSite}
	bare.Employer.USCC = ""
	if got := fields(briefing.Missing(bare)); len(got) < 6 {
		t.Errorf("before: %q", got)
	}
	late, done := bare, bare
	late.Today = "2026-12-01"
	done.Visit.Minutes.Outer = "双方商定。"
	for name, d := range map[string]career.Dossier{"late": late, "done": done} {
		if got := fields(briefing.Missing(d)); !slices.Equal(got, []string{"employer.uscc"}) {
			t.Errorf("%s: got %q", name, got)
		}
		if boxes := toned(briefing.Compose(d, language(t, "zh"), options(t)), document.Gap); len(boxes) != 1 {
			t.Errorf("%s: %d boxes on the paper", name, len(boxes))
		}
	}
}

// Everything a visit itself calls missing is in the list.
func TestMissingCoversTheVisit(t *testing.T) {
	got := fields(briefing.Missing(career.Dossier{Level: career.L1}))
	for _, field := range new(career.Visit).Missing() {
		if !slices.Contains(got, field) {
			t.Errorf("lacks %s: %q", field, got)
		}
	}
}

// The list and the boxes on the paper are the same, whatever the dossier.
func TestMissingIsWhatThePaperBoxes(t *testing.T) {
	dice := rand.New(rand.NewPCG(5, 6))
	text := language(t, "zh")
	for n := range 200 {
		d := sample.RandomDossier(dice)
		doc := briefing.Compose(d, text, briefing.Options{})
		doc.Front = document.Front{}
		boxes, listed := toned(doc, document.Gap), briefing.Missing(d)
		if (len(boxes) == 0) != (len(listed) == 0) || len(listed) > len(boxes) {
			t.Fatalf("dossier %d: %d boxes, listed %q", n, len(boxes), fields(listed))
		}
		for _, p := range listed {
			if text(p.Field) == p.Field || text(p.Reason) == p.Reason {
				t.Fatalf("no phrase for %v", p)
			}
		}
	}
}
