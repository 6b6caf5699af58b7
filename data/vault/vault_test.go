package vault_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"visitdesk/data/vault"
)

func TestWriteReplacesTheWholeFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "简报 #1.pdf")
	for _, want := range []string{"a long first version", "short"} {
		if err := vault.Write(file, say(want)); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(file)
		if err != nil || string(got) != want {
			t.Errorf("got %q, %v; want %q", got, err, want)
		}
	}
	onlyFile(t, file)
}

func TestWriteLeavesTheOldFileWhenItFails(t *testing.T) {
	file := filepath.Join(t.TempDir(), "briefing.pdf")
	if err := vault.Write(file, say("old")); err != nil {
		t.Fatal(err)
	}
	full := errors.New("disk full")
	err := vault.Write(file, func(w io.Writer) error {
		if _, err := io.WriteString(w, "half of the n"); err != nil {
			return err
		}
		return full
	})
	if !errors.Is(err, full) {
		t.Errorf("got %v, want %v", err, full)
	}
	if got, _ := os.ReadFile(file); string(got) != "old" {
		t.Errorf("the file is now %q", got)
	}
	onlyFile(t, file)
}

func TestWriteToNoFolder(t *testing.T) {
	err := vault.Write(filepath.Join(t.TempDir(), "gone", "briefing.pdf"), say("x"))
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v, want %v", err, os.ErrNotExist)
	}
}

func TestFolderIsTheUsersOwn(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", "/data/of/li")
	if got, err := vault.Folder(); err != nil || got != filepath.FromSlash("/data/of/li/visitdesk") {
		t.Skipf("not a system with XDG folders: %s, %v", got, err)
	}
}

func TestTheOutboxIsTheUsersOwnAndForgets(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	folder, err := vault.Outbox()
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(folder); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("the outbox is %v, %v", info, err)
	}
	old, fresh := filepath.Join(folder, "old.pdf"), filepath.Join(folder, "fresh.pdf")
	for _, file := range []string{old, fresh} {
		if err := vault.Write(file, say("paper")); err != nil {
			t.Fatal(err)
		}
	}
	yesterday := time.Now().Add(-25 * time.Hour)
	if err := os.Chtimes(old, yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	if _, err := vault.Outbox(); err != nil {
		t.Fatal(err)
	}
	onlyFile(t, fresh)
}

func say(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

// onlyFile reports a test's error if anything but file lies in its folder.
func onlyFile(t *testing.T, file string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 || entries[0].Name() != filepath.Base(file) {
		t.Errorf("in the folder: %v", entries)
	}
}
