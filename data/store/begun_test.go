package store_test

import (
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

// The office's own first visit, step by step; the sample counts for nothing.
func TestBegun(t *testing.T) {
	s := open(t)
	if err := sample.Office(t.Context(), s, "2026-11-20"); err != nil {
		t.Fatal(err)
	}
	want := store.Begun{}
	check := func(step string) {
		t.Helper()
		if got, err := s.Begun(t.Context()); err != nil || got != want {
			t.Fatalf("%s: begun %+v, want %+v (%v)", step, got, want, err)
		}
	}
	check("sample only")
	e := &career.Employer{Name: "大连岑远船舶配套有限公司"}
	save(t, s, e)
	want.Employer = e.ID
	check("employer")
	save(t, s, &career.Contact{Name: "柳依宁", Posts: []career.Post{{Employer: e.ID, Title: "人事主管"}}})
	want.Contact = true
	check("contact")
	v := &career.Visit{Employers: []career.EmployerID{e.ID}, Direction: career.Out, Mode: career.OnSite, From: "2026-11-23T09:30"}
	save(t, s, v)
	want.Visit = v.ID
	check("visit")
	if err := s.Keep(t.Context(), store.PrintedKey+string(v.ID), nil); err != nil {
		t.Fatal(err)
	}
	want.Printed = true
	check("printed")
	v.Minutes.Outer = "双方同意……"
	save(t, s, v, &career.Commitment{Employer: e.ID, Visit: v.ID, Side: career.Ours, What: "寄送生源信息"})
	want.Minutes, want.Commitment = true, true
	check("minutes")
}

// As long as anything of the sample is left, it can be told, and no longer.
func TestHasSample(t *testing.T) {
	s := open(t)
	sampled := func() bool {
		t.Helper()
		there, err := s.HasSample(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return there
	}
	save(t, s, &career.Employer{Name: "大连岑远船舶配套有限公司"})
	if sampled() {
		t.Error("an office without the sample has it")
	}
	save(t, s, &career.Cohort{Year: 2027, Kept: career.Kept{Sample: true}})
	if !sampled() {
		t.Error("a cohort of the sample is not seen")
	}
	if _, err := s.RemoveSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	if sampled() {
		t.Error("what was removed is still there")
	}
}
