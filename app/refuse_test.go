package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"visitdesk/app"
	"visitdesk/app/ui/story"
	"visitdesk/assets"
	"visitdesk/data/vault"
)

// What is copied for whoever helps names no folder: it may hold a person's name.
func TestDetailsOfARefusalNameNobody(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "李小明")
	if err := os.MkdirAll(filepath.Join(folder, vault.Office), 0o700); err != nil { // a folder where the file should be
		t.Fatal(err)
	}
	s := story.Over(t)
	w, err := app.Open(t.Context(), test.NewTempApp(t), app.Options{Files: assets.Files, Folder: folder, Language: "en", Now: morning, Go: s.Go})
	if err == nil || w == nil || !strings.Contains(err.Error(), "李小明") {
		t.Fatalf("the error is %v", err)
	}
	s.Desk, s.Window = w.Desk(), w.Fyne()
	s.Tap("Copy details")
	if got := fyne.CurrentApp().Clipboard().Content(); got == "" || strings.Contains(got, "李小明") {
		t.Errorf("copied %q", got)
	}
}
