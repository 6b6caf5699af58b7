package ui_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/vault"
)

// cabinet is a page with the attachments of one employer.
type cabinet struct {
	*story.Story
	employer career.Employer
	from     string // where the user's files lie
	viewed   string
	viewing  error
	revealed string
}

func newCabinet(t *testing.T) *cabinet {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	c := &cabinet{Story: office(t), employer: career.Employer{Name: "东软"}, from: t.TempDir()}
	c.Keep(&c.employer)
	c.Desk.Folder = t.TempDir()
	c.Desk.View = func(_ context.Context, file string) error { c.viewed = file; return c.viewing }
	c.Desk.Reveal = func(_ context.Context, file string) error { c.revealed = file; return nil }
	c.show()
	return c
}

// show shows the page afresh.
func (c *cabinet) show() {
	p := newPage()
	c.Show(p)
	p.body.Objects = []fyne.CanvasObject{ui.Paper(c.Desk.Attachments(career.KindEmployer, string(c.employer.ID)))}
	p.body.Refresh()
	c.Settle()
}

func (c *cabinet) file(name, words string) string {
	path := filepath.Join(c.from, name)
	if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
		c.Fatal(err)
	}
	return path
}

func (c *cabinet) drop(paths ...string) {
	c.Helper()
	var files []fyne.URI
	for _, path := range paths {
		files = append(files, storage.NewFileURI(path))
	}
	c.Desk.Dropped(c.Place("Add a file", 0), files)
	c.Settle()
}

func (c *cabinet) kept() []career.Attachment {
	c.Helper()
	list, err := c.Desk.Store.Attachments(c.Context(), career.KindEmployer, string(c.employer.ID))
	if err != nil {
		c.Fatal(err)
	}
	return list
}

// Files that are dropped are kept with the record in one act, under their names
// and once; opening one shows a copy that cannot be written to.
func TestDropAttachments(t *testing.T) {
	c := newCabinet(t)
	c.See("No files yet.")
	c.drop(c.file("合作协议.pdf", "%PDF agreement"), c.file("list.txt", strings.Repeat("x", 3<<10)), c.file("copy.txt", strings.Repeat("x", 3<<10)))
	c.See("合作协议.pdf", "list.txt", "3 KB · 20 Nov", "14 B", "2 files attached.")
	c.Miss("copy.txt")
	c.drop(filepath.Join(c.from, "list.txt"))
	c.See("That file is attached already.")
	c.Tap("合作协议.pdf")
	content, err := os.ReadFile(c.viewed)
	info, _ := os.Stat(c.viewed)
	if err != nil || string(content) != "%PDF agreement" || info.Mode().Perm()&0o222 != 0 || filepath.Base(c.viewed) != "合作协议.pdf" {
		t.Errorf("viewed %s: %q, %v, %v", c.viewed, content, info.Mode(), err)
	}
}

// A file is added by the button, too.
func TestAddAnAttachment(t *testing.T) {
	c := newCabinet(t)
	at(t, c.from)
	c.file("notes.md", "words")
	c.Tap("Add a file")
	c.See("notes.md")
	c.Press(fyne.KeyReturn)
	c.See("1 file attached.")
	if list := c.kept(); len(list) != 1 || list[0].Name != "notes.md" || list[0].Size != 5 {
		t.Errorf("kept %+v", list)
	}
}

// A file is renamed and noted on; it is deleted and brought back, and opens.
func TestRenameAndDeleteAnAttachment(t *testing.T) {
	c := newCabinet(t)
	c.drop(c.file("a.txt", "words"))
	c.Tap("Rename")
	c.Fill("File name", "../协议/2026.txt")
	c.Fill("Private note", "signed by both")
	c.Press(fyne.KeyReturn)
	c.See("_协议_2026.txt", "signed by both")
	c.TapSign("Delete")
	c.See("No files yet.")
	c.Tap("Undo")
	c.show()
	c.Tap("_协议_2026.txt")
	if c.viewed == "" {
		t.Error("what was brought back does not open")
	}
}

// What would run a program is not opened but may be saved, after saying why.
func TestAProgramIsNotOpened(t *testing.T) {
	c := newCabinet(t)
	c.drop(c.file("报价.exe", "MZ program"))
	c.Tap("报价.exe")
	c.See("E-AT-502")
	if c.viewed != "" {
		t.Errorf("opened %s", c.viewed)
	}
	to := t.TempDir()
	at(t, to)
	c.Tap("Save a copy…")
	c.Press(fyne.KeyReturn)
	c.Tap("Show folder")
	if words, err := os.ReadFile(filepath.Join(to, "报价.exe")); err != nil || string(words) != "MZ program" || c.revealed != filepath.Join(to, "报价.exe") {
		t.Errorf("the copy says %q, %v; shown %q", words, err, c.revealed)
	}
}

// A copy is what was attached, or there is none.
func TestWhatWasAlteredIsNotSavedAsACopy(t *testing.T) {
	c := newCabinet(t)
	c.drop(c.file("报价.exe", "MZ program"))
	c.Tap("报价.exe")
	inside := vault.Attached(c.Desk.Folder, c.kept()[0].Hash)
	if err := errors.Join(os.Chmod(inside, 0o600), os.WriteFile(inside, []byte("MZ another"), 0o600)); err != nil {
		t.Fatal(err)
	}
	to := t.TempDir()
	at(t, to)
	c.Tap("Save a copy…")
	c.Press(fyne.KeyReturn)
	c.See("E-AT-503")
	if entries, err := os.ReadDir(to); err != nil || len(entries) > 0 {
		t.Errorf("saved %v, %v", entries, err)
	}
}

// A computer without a program for the file says so and shows where it is.
func TestNoProgramForAnAttachment(t *testing.T) {
	c := newCabinet(t)
	c.viewing = errors.New("no program")
	c.drop(c.file("plan.dwg", "drawing"))
	c.Tap("plan.dwg")
	c.See("E-AT-504")
	c.Tap("Show folder")
	if filepath.Base(c.revealed) != "plan.dwg" {
		t.Errorf("shown %q", c.revealed)
	}
}

// A folder is told, and the files beside it are attached; what was altered or is
// lost in the office's folder is told and never shown.
func TestAttachmentsThatCannotBe(t *testing.T) {
	c := newCabinet(t)
	c.drop(c.from, c.file("good.txt", "words"), filepath.Join(c.from, "gone.txt"))
	c.See("E-AT-505", "good.txt")
	inside := vault.Attached(c.Desk.Folder, c.kept()[0].Hash)
	if err := errors.Join(os.Chmod(inside, 0o600), os.WriteFile(inside, []byte("other words"), 0o600)); err != nil {
		t.Fatal(err)
	}
	c.Tap("good.txt")
	c.See("E-AT-503")
	if err := os.Remove(inside); err != nil {
		t.Fatal(err)
	}
	c.Tap("Dismiss")
	c.Tap("good.txt")
	c.See("E-AT-503")
	if c.viewed != "" {
		t.Errorf("viewed %s", c.viewed)
	}
}

// Giving up in the middle keeps nothing.
func TestCancelAttaching(t *testing.T) {
	c := newCabinet(t)
	c.Meanwhile(func() {
		c.drop(c.file("big.bin", strings.Repeat("x", 1<<20)))
		c.Press(fyne.KeyEscape)
	})
	c.See("No files yet.")
	if list := c.kept(); len(list) != 0 {
		t.Errorf("kept %+v", list)
	}
}
