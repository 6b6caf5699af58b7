package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
)

// A file name is one that every system keeps, whatever the employer is called.
func TestFileName(t *testing.T) {
	for in, want := range map[string]string{
		"简报":            "简报.pdf",
		"简报.pdf":        "简报.pdf",
		"a/b\\c:d*e?":   "a_b_c_d_e_.pdf",
		"../../etc":     "_.._etc.pdf",
		"CON":           "_CON.pdf",
		"nul.txt":       "_nul.txt.pdf",
		"tail. . ":      "tail.pdf",
		"":              "_.pdf",
		"line\nbreak\t": "linebreak.pdf",
	} {
		if got := ui.FileName(in, ".pdf"); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	long := ui.FileName(strings.Repeat("长", 300), ".pdf")
	if len(long) > 204 || !utf8.ValidString(long) || !strings.HasSuffix(long, "长.pdf") {
		t.Errorf("a long name has %d bytes: %q", len(long), long)
	}
}

// at lets the dialogs begin in a folder.
func at(t *testing.T, folder string) {
	t.Helper()
	t.Setenv("HOME", folder)
	fyne.CurrentApp().Preferences().SetString("last folder", folder)
}

// A file is saved under the name given in the folder shown.
func TestSaveFile(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	folder := t.TempDir()
	at(t, folder)
	saved := ""
	s.Desk.SaveFile("Save it", "paper.pdf", func(path string) { saved = path })
	s.See("Save it", folder)
	s.Press(fyne.KeyReturn)
	if saved != filepath.Join(folder, "paper.pdf") {
		t.Errorf("saved as %q", saved)
	}
}

// A file that is there is replaced only after asking.
func TestSaveFileAsksBeforeReplacing(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	folder := t.TempDir()
	at(t, folder)
	if err := os.WriteFile(filepath.Join(folder, "paper.pdf"), []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	saved := 0
	ask := func() { s.Desk.SaveFile("Save it", "paper.pdf", func(string) { saved++ }) }
	ask()
	s.Press(fyne.KeyReturn)
	s.See("Replace the file?")
	s.Press(fyne.KeyEscape)
	if saved != 0 {
		t.Fatal("the file was replaced")
	}
	ask()
	s.Press(fyne.KeyReturn)
	s.Tap("Replace")
	if saved != 1 {
		t.Error("the file was not replaced")
	}
}

// A file is chosen among those with the right ending, going through folders by
// the keyboard.
func TestOpenFile(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	folder := t.TempDir()
	at(t, folder)
	inner := filepath.Join(folder, "inner")
	for _, err := range []error{os.Mkdir(inner, 0o700), os.WriteFile(filepath.Join(inner, "a.JPG"), nil, 0o600),
		os.WriteFile(filepath.Join(inner, "b.txt"), nil, 0o600), os.WriteFile(filepath.Join(inner, ".c.jpg"), nil, 0o600)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	opened := ""
	s.Desk.OpenFile("Open it", []string{".jpg"}, func(path string) { opened = path })
	s.See("inner")
	s.Press(fyne.KeyReturn)
	s.See("a.JPG")
	s.Miss("b.txt")
	s.Miss(".c.jpg")
	s.Press(fyne.KeyReturn)
	if opened != filepath.Join(inner, "a.JPG") {
		t.Errorf("opened %q", opened)
	}
}

// A folder that cannot be read is told; the dialog stays.
func TestOpenFileInAFolderThatIsGone(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	folder := filepath.Join(t.TempDir(), "gone")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	at(t, folder)
	s.Desk.OpenFile("Open it", []string{".jpg"}, func(string) {})
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	s.See("E-FS-203")
}
