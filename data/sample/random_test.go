package sample_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/sample"
)

// The same dice give the same dossier, so that a failure can be seen again.
func TestRandomDossierIsTheSameForTheSameDice(t *testing.T) {
	for seed := range uint64(30) {
		a, b := sample.RandomDossier(rand.New(rand.NewPCG(seed, 1))), sample.RandomDossier(rand.New(rand.NewPCG(seed, 1)))
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("seed %d gives two dossiers", seed)
		}
	}
}

// Among some hundred dossiers are all the extremes that a paper must bear.
func TestRandomDossierGoesToExtremes(t *testing.T) {
	dice := rand.New(rand.NewPCG(7, 8))
	seen := map[string]bool{}
	for range 600 {
		d := sample.RandomDossier(dice)
		seen[d.Level.String()] = true
		all := text(reflect.ValueOf(d))
		note := func(extreme string, holds bool) { seen[extreme] = seen[extreme] || holds }
		note("empty", d.Employer.Name == "" && len(d.Theirs) == 0)
		note("endless word", strings.Contains(all, strings.Repeat("W", 5000)) || strings.Contains(all, strings.Repeat("字", 5000)))
		note("thirty asks", len(d.Visit.Asks) >= 30)
		note("fifty people", len(d.Theirs) >= 50)
		note("one person", len(d.Theirs) == 1)
		note("rare characters", strings.Contains(all, "𬭎") || strings.Contains(all, "𠮷"))
		note("name of 40", len([]rune(d.Employer.Name)) == 40)
		note("cancelled", d.Visit.Cancelled != "")
		note("no date", !d.Visit.From.Valid())
		for _, p := range d.Theirs {
			note("photo", len(p.Photo) > 100)
			note("broken photo", string(p.Photo) == "not a picture")
		}
	}
	for _, extreme := range []string{"L0", "L1", "L2", "L3", "empty", "endless word", "thirty asks", "fifty people", "one person", "rare characters",
		"name of 40", "cancelled", "no date", "photo", "broken photo"} {
		if !seen[extreme] {
			t.Errorf("no dossier with: %s", extreme)
		}
	}
}

// text returns all texts of a value.
func text(v reflect.Value) string {
	var b strings.Builder
	switch v.Kind() {
	case reflect.String:
		return v.String() + "\n"
	case reflect.Struct:
		for i := range v.NumField() {
			b.WriteString(text(v.Field(i)))
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return ""
		}
		for i := range v.Len() {
			b.WriteString(text(v.Index(i)))
		}
	}
	return b.String()
}

// What the levels forbid is not in a random dossier either.
func TestRandomDossierNamesNoGraduateToOthers(t *testing.T) {
	dice := rand.New(rand.NewPCG(9, 10))
	for range 200 {
		if d := sample.RandomDossier(dice); d.Level > career.L1 && len(d.Hires) > 0 {
			t.Fatalf("a dossier of %s names %d graduates", d.Level, len(d.Hires))
		}
	}
}

// Every record refers to records that come before it.
func TestNounsReferToWhatComesBefore(t *testing.T) {
	known := map[string]bool{"": true}
	for _, n := range sample.Nouns(today) {
		var refers []string
		switch n := n.(type) {
		case *career.Employer:
			refers = append(refers, string(n.Parent))
		case *career.Contact:
			refers = append(refers, string(n.Graduate))
			for _, p := range n.Posts {
				refers = append(refers, string(p.Employer))
			}
		case *career.Visit:
			refers = append(refers, string(n.Campaign), string(n.LedBy))
			for _, e := range n.Employers {
				refers = append(refers, string(e))
			}
			for _, p := range append(n.Ours, n.Theirs...) {
				refers = append(refers, string(p.Contact), string(p.Colleague))
			}
		case *career.Commitment:
			refers = append(refers, string(n.Employer), string(n.Visit))
		case *career.Demand:
			refers = append(refers, string(n.Employer), string(n.Visit))
		case *career.Agreement:
			refers = append(refers, string(n.Employer), string(n.Visit))
		case *career.Feedback:
			refers = append(refers, string(n.Employer), string(n.Visit))
		case *career.Outcome:
			refers = append(refers, string(n.Graduate), string(n.Employer))
		}
		for _, id := range refers {
			if !known[id] {
				t.Errorf("%s %s refers to %s, which is not there yet", n.Kind(), n.Key(), id)
			}
		}
		known[n.Key()] = true
	}
}

// Nothing has happened that is still to come, and people took part in visits
// with the posts they held.
func TestNounsKeepTheOrderOfTime(t *testing.T) {
	nouns := sample.Nouns(today)
	for _, o := range of[*career.Outcome](nouns) {
		if o.On > today {
			t.Errorf("an outcome of %s", o.On)
		}
	}
	for _, c := range of[*career.Commitment](nouns) {
		if c.Done > today {
			t.Errorf("%q is done on %s", c.What, c.Done)
		}
	}
	for _, f := range of[*career.Feedback](nouns) {
		if f.On > today {
			t.Errorf("feedback of %s", f.On)
		}
	}
	for _, v := range of[*career.Visit](nouns) {
		if v.From.Date() > today && !v.Minutes.Empty() {
			t.Errorf("the visit of %s has its minutes already", v.From)
		}
		for _, p := range v.Theirs {
			if p.Name == "" || p.Contact == "" && p.Unit == "" {
				t.Errorf("the visit of %s has somebody unknown", v.From)
			}
		}
	}
}
