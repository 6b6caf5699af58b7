package app_test

import (
	"path/filepath"
	"testing"
	"time"

	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// BenchmarkFirstFrameOfAnyOffice compares how long it takes from the start of
// the process to the first frame with a new office and with one of
// VISITDESK_SIZE, in turn. The design allows the large one 1.3 times as long.
func BenchmarkFirstFrameOfAnyOffice(b *testing.B) {
	s := newScreen(b, "1366x768")
	full, empty := syntheticFolder(b), b.TempDir()
	office, err := store.Open(b.Context(), filepath.Join(empty, vault.Office), store.Options{})
	if err == nil {
		err = office.Close()
	}
	if err != nil {
		b.Fatal(err)
	}
	var of [2]time.Duration
	for b.Loop() {
		of[0] += s.firstFrame("office", empty)
		of[1] += s.firstFrame("office", full)
	}
	b.ReportMetric(float64(of[0].Milliseconds())/float64(b.N), "ms/new")
	b.ReportMetric(float64(of[1].Milliseconds())/float64(b.N), "ms/full")
	b.ReportMetric(float64(of[1])/float64(of[0]), "full/new")
}
