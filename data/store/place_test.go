package store_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// placed opens an office with one employer in a folder of its own.
func placed(t *testing.T, folder string) (*store.Store, string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows lets nobody move or change a file that is open")
	}
	must(t, os.MkdirAll(folder, 0o700))
	file := filepath.Join(folder, "office.db")
	s := reopen(t, file)
	save(t, s, &career.Employer{Name: "先到者"})
	return s, file
}

// refused fails the test unless nothing can be saved, for the given reason, and
// what was not saved does not say that it was.
func refused(t *testing.T, s *store.Store, want error) {
	t.Helper()
	e := career.Employer{Name: "后来者", Note: strings.Repeat("长", 10_000)}
	if err := s.Save(t.Context(), &e); !errors.Is(err, want) {
		t.Errorf("save: got %v, want %v", err, want)
	}
	if e.ID != "" || e.Version != 0 {
		t.Errorf("what was not saved says it was: %+v", e.Kept)
	}
	if err := s.Keep(t.Context(), "draft", []byte("x")); !errors.Is(err, want) {
		t.Errorf("keep: got %v, want %v", err, want)
	}
}

// works fails the test unless the office is whole and can be saved to.
func works(t *testing.T, s *store.Store) {
	t.Helper()
	e := career.Employer{Name: "后来者"}
	save(t, s, &e)
	if rows := got[[]store.EmployerRow](t)(s.Employers(t.Context(), store.Query{})); len(rows) != 2 {
		t.Errorf("%d employers, want 2", len(rows))
	}
	must(t, got[store.Health](t)(s.Health(t.Context())).Err())
}

func TestAFolderThatWasMovedIsToldAndFoundAgain(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "资料")
	s, _ := placed(t, folder)
	must(t, os.Rename(folder, folder+" 2"))
	refused(t, s, career.ErrGone)
	if _, err := s.Health(t.Context()); !errors.Is(err, career.ErrGone) {
		t.Errorf("health: got %v, want %v", err, career.ErrGone)
	}
	if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("something was put in its place: %v", err)
	}
	must(t, os.Rename(folder+" 2", folder))
	works(t, s)
}

func TestARemovedFileIsToldAndNotMadeAnew(t *testing.T) {
	for name, before := range map[string]func(*testing.T, *store.Store){
		"after a save": func(t *testing.T, s *store.Store) { save(t, s, &career.Employer{Name: "乙"}) },
		"after a look": func(*testing.T, *store.Store) {}, // nothing is open for writing then
	} {
		t.Run(name, func(t *testing.T) {
			first, file := placed(t, t.TempDir())
			must(t, first.Close())
			s := reopen(t, file)
			before(t, s)
			must(t, os.RemoveAll(file))
			refused(t, s, career.ErrGone)
			if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("an office was made in its place: %v", err)
			}
		})
	}
}

func TestAnotherFileInItsPlaceIsToldAndLeftAlone(t *testing.T) {
	s, file := placed(t, t.TempDir())
	must(t, os.Rename(file, file+".old"))
	put(t, file, []byte("不是办公室"))
	refused(t, s, career.ErrGone)
	if data := got[[]byte](t)(os.ReadFile(file)); string(data) != "不是办公室" {
		t.Errorf("it holds %q now", data)
	}
	must(t, os.Rename(file+".old", file))
	works(t, s)
}

func TestAFileThatTurnsReadOnlyIsTold(t *testing.T) {
	s, file := placed(t, t.TempDir())
	must(t, os.Chmod(file, 0o400))
	refused(t, s, career.ErrReadOnly)
	must(t, os.Chmod(file, 0o600))
	works(t, s)
}

func TestAFolderThatTurnsReadOnlyIsTold(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("nothing is read-only for root")
	}
	folder := t.TempDir()
	s, _ := placed(t, folder)
	must(t, os.Chmod(folder, 0o500))
	defer os.Chmod(folder, 0o700)
	refused(t, s, career.ErrReadOnly)
	must(t, os.Chmod(folder, 0o700))
	works(t, s)
}
