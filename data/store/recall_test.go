package store_test

import (
	"fmt"
	"strings"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// Whoever comes back to a list does not wait for its places and values again,
// and sees every change at once: an act and its undoing.
func TestPlacesAreFoundOnceForEachChange(t *testing.T) {
	o := smallOffice(t)
	places := func() (after []string, total int, asked int) {
		o.Watch(func(query string) {
			if strings.Contains(query, "employer r") {
				asked++
			}
		})
		after, total, err := o.Places(t.Context(), store.OfEmployers, store.Query{}, 1)
		must(t, err)
		return after, total, asked
	}
	want := func(total int, afresh bool) {
		t.Helper()
		after, n, asked := places()
		if n != total || len(after) != total || asked > 0 != afresh {
			t.Errorf("%d places, total %d, asked %d times; want %d, afresh %v", len(after), n, asked, total, afresh)
		}
		if len(after) > 0 {
			after[0] = "changed by the caller"
		}
	}
	want(1, true)
	want(1, false)
	if after, _, _ := places(); after[0] == "changed by the caller" {
		t.Error("a caller changed what is remembered")
	}
	e := career.Employer{Name: "大连华锐重工集团股份有限公司", Place: "辽宁省大连市"}
	save(t, o.Store, &e)
	want(2, true)
	must(t, o.Undo(t.Context(), got[[]store.Change](t)(o.Changes(t.Context(), 1))[0].ID))
	want(1, true)
	must(t, o.Keep(t.Context(), "draft/x", []byte("1"))) // is none of the office's records
	want(1, false)
}

func TestValuesFollowChanges(t *testing.T) {
	o := smallOffice(t)
	values := func() string {
		return fmt.Sprint(got[[]string](t)(o.Values(t.Context(), store.OfEmployers, "employer.place")))
	}
	before := values()
	o.employer.Place = "辽宁省大连市"
	save(t, o.Store, &o.employer)
	if now := values(); before != "[辽宁省沈阳市]" || now != "[辽宁省大连市]" {
		t.Errorf("values were %s, are %s", before, now)
	}
}
