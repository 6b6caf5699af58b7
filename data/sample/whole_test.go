package sample_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

// days are todays of every season: before and after the classes leave, at the
// turn of a year, on a leap day.
var days = []career.Date{today, "2027-01-01", "2027-06-30", "2027-07-01", "2028-02-29"}

// each calls do with every value of a type in v, however deep.
func each[T any](v reflect.Value, do func(T)) {
	if v.CanInterface() {
		if found, ok := v.Interface().(T); ok {
			do(found)
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		each(v.Elem(), do)
	case reflect.Struct:
		for i := range v.NumField() {
			each(v.Field(i), do)
		}
	case reflect.Slice:
		for i := range v.Len() {
			each(v.Index(i), do)
		}
	}
}

// Who is referred to is there, and was added before.
func TestNounsReferToThoseBefore(t *testing.T) {
	for _, day := range days {
		known := map[string]bool{"": true}
		for _, n := range sample.Nouns(day) {
			known[n.Key()] = true
			refer := func(id string) {
				if !known[id] {
					t.Errorf("%s: %s %s refers to %s, which is not there yet", day, n.Kind(), n.Key(), id)
				}
			}
			v := reflect.ValueOf(n)
			each(v, func(id career.EmployerID) { refer(string(id)) })
			each(v, func(id career.ContactID) { refer(string(id)) })
			each(v, func(id career.ColleagueID) { refer(string(id)) })
			each(v, func(id career.CampaignID) { refer(string(id)) })
			each(v, func(id career.VisitID) { refer(string(id)) })
			each(v, func(id career.GraduateID) { refer(string(id)) })
		}
	}
}

// Nobody remembers the future, and nothing is settled before it was promised.
func TestNounsKnowWhatDayItIs(t *testing.T) {
	for _, day := range days {
		nouns := sample.Nouns(day)
		visits := map[career.VisitID]*career.Visit{}
		for _, v := range of[*career.Visit](nouns) {
			visits[v.ID] = v
			if v.From.Date() > day && (!v.Minutes.Empty() || v.Minutes.On != "") {
				t.Errorf("%s: minutes of %s, which is to come", day, v.From)
			}
			if v.Minutes.On != "" && (v.Minutes.On < v.From.Date() || v.Minutes.On > day) {
				t.Errorf("%s: minutes of %s taken on %s", day, v.From, v.Minutes.On)
			}
		}
		for _, c := range of[*career.Commitment](nouns) {
			if c.Done > day {
				t.Errorf("%s: %q is done on %s", day, c.What, c.Done)
			}
			if v := visits[c.Visit]; v != nil && (v.From.Date() > day || c.Done != "" && c.Done < v.From.Date()) {
				t.Errorf("%s: %q of the visit of %s is done on %q", day, c.What, v.From, c.Done)
			}
		}
		for _, f := range of[*career.Feedback](nouns) {
			if f.On > day {
				t.Errorf("%s: feedback of %s", day, f.On)
			}
		}
		for _, d := range of[*career.Demand](nouns) {
			if d.On > day {
				t.Errorf("%s: demand of %s", day, d.On)
			}
		}
		for _, a := range of[*career.Agreement](nouns) {
			if a.Signed > day {
				t.Errorf("%s: agreement %q signed on %s", day, a.Title, a.Signed)
			}
		}
		for _, o := range of[*career.Outcome](nouns) {
			if o.On > day {
				t.Errorf("%s: outcome as of %s", day, o.On)
			}
		}
	}
}

// Two classes: the one that left has nearly all outcomes, of the one that
// leaves next most are open; the ministry's schemes know every code.
func TestClassesAreAsFarAsTheyShouldBe(t *testing.T) {
	for _, day := range days {
		nouns := sample.Nouns(day)
		newest := map[career.GraduateID]career.OutcomeCode{}
		for _, o := range of[*career.Outcome](nouns) {
			newest[o.Graduate] = o.Code
		}
		counts := map[int]map[career.OutcomeCode]int{}
		for _, g := range of[*career.Graduate](nouns) {
			if counts[g.Cohort] == nil {
				counts[g.Cohort] = map[career.OutcomeCode]int{}
			}
			counts[g.Cohort][newest[g.ID]]++
		}
		cohorts := of[*career.Cohort](nouns)
		if len(cohorts) != 2 {
			t.Fatalf("%s: %d classes", day, len(cohorts))
		}
		slices.SortFunc(cohorts, func(a, b *career.Cohort) int { return a.Year - b.Year })
		var shares []float64
		for _, c := range cohorts {
			rate, err := scheme(t).Rate(counts[c.Year])
			if err != nil || rate.All < 180 {
				t.Errorf("%s, class %d: %+v, %v", day, c.Year, rate, err)
			}
			shares = append(shares, rate.Share())
		}
		if shares[0] < 0.75 || shares[0] > 0.97 || shares[1] > 0.35 {
			t.Errorf("%s: %.0f %% of the last class and %.0f %% of the next are settled", day, 100*shares[0], 100*shares[1])
		}
	}
}

// A week later the same visits are as far from today as they were.
func TestVisitsMoveWithTheDay(t *testing.T) {
	from := func(day career.Date) (list []string) {
		for _, v := range of[*career.Visit](sample.Nouns(day)) {
			if v.From.Date().Year() > 2023 { // the published one stays where it was
				list = append(list, fmt.Sprint(day.Until(v.From.Date()), v.From.Clock(), v.Purpose))
			}
		}
		return list
	}
	if now, later := from("2026-11-13"), from(today); !slices.Equal(now, later) || len(now) < 29 {
		t.Errorf("got %d and %d visits:\n%v\n%v", len(now), len(later), now, later)
	}
}

// Tomorrow's briefing has something to say at every level: what may be counted
// outside the house is left, and nobody is named there.
func TestOfficeSpeaksAtEveryLevel(t *testing.T) {
	ctx, s := context.Background(), office(t)
	next, err := s.Next(ctx, today.At("17:00"))
	if err != nil {
		t.Fatal(err)
	}
	for _, level := range career.Levels {
		d, err := s.Dossier(ctx, next.ID, level, today)
		if err != nil {
			t.Fatal(err)
		}
		if len(d.HireCells) == 0 || len(d.Class) == 0 || len(d.Past) < 4 || len(d.Feedback) == 0 || d.Employer.Name == "" || len(d.Ours) == 0 {
			t.Errorf("%s: %d cells of hires, %d of the class, %d earlier visits, %d pieces of feedback, %d of our people",
				level, len(d.HireCells), len(d.Class), len(d.Past), len(d.Feedback), len(d.Ours))
		}
		if (len(d.Hires) > 0) != level.Internal() {
			t.Errorf("%s names %d graduates", level, len(d.Hires))
		}
		for _, c := range d.HireCells {
			if !level.Internal() && c.Count < career.SmallCell {
				t.Errorf("%s counts %+v", level, c)
			}
		}
	}
}

// People find what they type.
func TestOfficeIsFound(t *testing.T) {
	ctx, s := context.Background(), office(t)
	for _, e := range of[*career.Employer](sample.Nouns(today)) {
		for _, words := range append([]string{e.Name}, e.ShortNames...) {
			rows, err := s.Employers(ctx, store.Query{Find: words})
			if err != nil || !slices.ContainsFunc(rows, func(r store.EmployerRow) bool { return r.Name == e.Name }) {
				t.Errorf("%q does not find %s: %v", words, e.Name, err)
			}
		}
	}
	for _, c := range of[*career.Contact](sample.Nouns(today)) {
		rows, err := s.People(ctx, store.Query{Find: c.Name})
		if err != nil || !slices.ContainsFunc(rows, func(r store.PersonRow) bool { return r.ID == string(c.ID) }) {
			t.Errorf("%q is not found: %v", c.Name, err)
		}
	}
}

// What the user made of the sample stays when the sample goes; the rest goes.
func TestOfficeLeavesWhatTheUserEdited(t *testing.T) {
	ctx, s := context.Background(), office(t)
	rows, err := s.Employers(ctx, store.Query{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	mine := rows[0].Employer
	mine.Note = "我们的记录"
	if err := s.Save(ctx, &mine); err != nil {
		t.Fatal(err)
	}
	if _, err := s.RemoveSample(ctx); err != nil {
		t.Fatal(err)
	}
	rows, err = s.Employers(ctx, store.Query{})
	if err != nil || len(rows) == 0 || !slices.ContainsFunc(rows, func(r store.EmployerRow) bool { return r.Note == mine.Note }) {
		t.Fatalf("%d employers are left: %v", len(rows), err)
	}
	for _, r := range rows { // itself, and the group it belongs to
		if r.ID != mine.ID && r.ID != mine.Parent {
			t.Errorf("%s is left", r.Name)
		}
	}
}

// Filling an office is one act: it is undone like any other.
func TestOfficeIsUndoneAtOnce(t *testing.T) {
	ctx, s := context.Background(), office(t)
	changes, err := s.Changes(ctx, 5)
	if err != nil || len(changes) != 1 || changes[0].Count != len(sample.Nouns(today)) {
		t.Fatalf("got %+v, %v", changes, err)
	}
	if err := s.Undo(ctx, changes[0].ID); err != nil {
		t.Fatal(err)
	}
	health, err := s.Health(ctx)
	if err != nil || health.Err() != nil {
		t.Fatal(err, health.Err())
	}
	for _, c := range health.Counts {
		if c.Count != 0 {
			t.Errorf("%d of kind %s are left", c.Count, c.Kind)
		}
	}
}

// What clashes with records of the office's own is told, and nothing is kept of
// half a sample.
func TestOfficeTellsWhatClashes(t *testing.T) {
	ctx, s := context.Background(), open(t)
	own := career.University{Name: "另一所大学"}
	if err := s.Save(ctx, &own); err != nil {
		t.Fatal(err)
	}
	err := sample.Office(ctx, s, today)
	if !errors.Is(err, career.ErrTaken) || !strings.Contains(err.Error(), "sample office") {
		t.Errorf("got %v", err)
	}
	health, err := s.Health(ctx)
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, c := range health.Counts {
		total += c.Count
	}
	if total != 1 {
		t.Errorf("%d records are kept", total)
	}
}
