package app_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"visitdesk/app"
	"visitdesk/assets"
	"visitdesk/data/sample"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// BenchmarkSections walks through the window on Fyne's test driver in an office
// of VISITDESK_SIZE, the small one if nobody names one: how long each section
// takes from the click until all is shown, what is read for it included.
func BenchmarkSections(b *testing.B) {
	folder := syntheticFolder(b)
	b.Setenv("XDG_CACHE_HOME", b.TempDir())
	a := test.NewTempApp(b)
	var waiting []func()
	settle := func() {
		for len(waiting) > 0 {
			f := waiting[0]
			waiting = waiting[1:]
			f()
		}
	}
	w, err := app.Open(b.Context(), a, app.Options{Files: assets.Files, Folder: folder, Language: "zh", Now: morning, Actor: "王老师",
		Go: func(f func()) { waiting = append(waiting, f) }})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { w.Desk().Store.Close() })
	w.Fyne().Resize(fyne.NewSize(1366, 740))
	settle()
	sections := []string{"today", "visits", "employers", "people", "meetings", "commitments", "settings"}
	for i, name := range sections {
		w.Desk().Show(i) // the first time builds the screen
		settle()
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				w.Desk().Show((i + 1) % len(sections))
				settle()
				b.StartTimer()
				w.Desk().Show(i)
				settle()
			}
		})
	}
}

// syntheticFolder returns a folder with an office of VISITDESK_SIZE.
// VISITDESK_KEEP names a folder in which it is kept for the next run: the large
// one takes minutes to make.
func syntheticFolder(b *testing.B) string {
	b.Helper()
	size := sample.Sizes[0]
	for _, s := range sample.Sizes {
		if s.Name == os.Getenv("VISITDESK_SIZE") {
			size = s
		}
	}
	folder := b.TempDir()
	if kept := os.Getenv("VISITDESK_KEEP"); kept != "" {
		folder = filepath.Join(kept, size.Name)
	}
	file := filepath.Join(folder, vault.Office)
	if _, err := os.Stat(file); err == nil {
		return folder
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		b.Fatal(err)
	}
	s, err := store.Open(b.Context(), file, store.Options{Now: morning})
	if err != nil {
		b.Fatal(err)
	}
	_, err = sample.Synthetic{Seed: 1, Size: size, Today: "2026-11-20"}.Fill(b.Context(), s, func(int, int) {})
	if err := errors.Join(err, s.Close()); err != nil {
		b.Fatal(fmt.Errorf("make an office: %w", err))
	}
	return folder
}
