package store_test

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

func TestWhatIsKeptComesBackAndIsForgotten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "office.db")
	s := reopen(t, file)
	for key, value := range map[string][]byte{"draft/visit/1": []byte("走访\x00\xff"), "draft/visit/2": nil, "view/本年": []byte("{}")} {
		must(t, s.Keep(t.Context(), key, []byte("before")))
		must(t, s.Keep(t.Context(), key, value))
		if back := got[[]byte](t)(s.Kept(t.Context(), key)); !bytes.Equal(back, value) {
			t.Errorf("%s: got %q, want %q", key, back, value)
		}
	}
	must(t, s.Drop(t.Context(), "view/本年"))
	must(t, s.Drop(t.Context(), "view/本年")) // forgotten already
	must(t, s.Close())
	s = reopen(t, file)
	if _, err := s.Kept(t.Context(), "view/本年"); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("got %v, want %v", err, career.ErrNotFound)
	}
	if back := got[[]byte](t)(s.Kept(t.Context(), "draft/visit/1")); string(back) != "走访\x00\xff" {
		t.Errorf("after opening again: %q", back)
	}
}

func TestKeptUnderReturnsWhatBeginsAlike(t *testing.T) {
	s := open(t)
	for _, key := range []string{"draft/visit/1", "draft/visit/甲", "draft/visits", "draft", "view/visit"} {
		must(t, s.Keep(t.Context(), key, []byte(key)))
	}
	for prefix, want := range map[string]int{"draft/visit/": 2, "draft/": 3, "": 5, "无": 0, "draft%": 0} {
		values := got[map[string][]byte](t)(s.KeptUnder(t.Context(), prefix))
		if len(values) != want {
			t.Errorf("under %q: %d, want %d", prefix, len(values), want)
		}
		for key, value := range values {
			if string(value) != key {
				t.Errorf("%q under %q", value, key)
			}
		}
	}
}

// What the window remembers is no act of the user: nothing to undo, no trace.
func TestWhatIsKeptLeavesNoHistory(t *testing.T) {
	s := open(t)
	must(t, s.Keep(t.Context(), "recent", []byte("1")))
	must(t, s.Drop(t.Context(), "recent"))
	if changes := got[[]store.Change](t)(s.Changes(t.Context(), 10)); len(changes) != 0 {
		t.Errorf("got %v", changes)
	}
}
