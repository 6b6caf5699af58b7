package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// nobody lets the thread of the test touch files as a user without rights, as
// root would not be refused.
func nobody(t *testing.T) {
	if os.Getuid() != 0 {
		return
	}
	runtime.LockOSThread() // and never unlock: the thread ends with the test
	const id = 65534
	if err := syscall.Setfsgid(id); err != nil {
		t.Skip(err)
	}
	if err := syscall.Setfsuid(id); err != nil {
		t.Skip(err)
	}
}

func TestReadOnlyIsToldAndLeftAlone(t *testing.T) {
	for _, c := range []struct {
		name         string
		folder, file os.FileMode
	}{
		{"file", 0o777, 0o444},
		{"file of another user", 0o777, 0o644},
		{"folder and file", 0o555, 0o444},
		{"folder", 0o555, 0o666},
		{"folder of a new office", 0o555, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.name == "file of another user" && os.Getuid() != 0 {
				t.Skip("only root can be two users")
			}
			folder := t.TempDir()
			must(t, os.Chmod(filepath.Dir(folder), 0o755))
			file := filepath.Join(folder, "office.db")
			if c.file != 0 {
				whole(t, file)
				must(t, os.Chmod(file, c.file))
			}
			before := sums(t, folder)
			must(t, os.Chmod(folder, c.folder))
			defer os.Chmod(folder, 0o700)
			done := make(chan error)
			go func() {
				nobody(t)
				s, err := store.Open(t.Context(), file, store.Options{}) // not only at the first save
				if err == nil {
					s.Close()
				}
				done <- err
			}()
			if err := <-done; !errors.Is(err, career.ErrReadOnly) {
				t.Errorf("got %v, want %v", err, career.ErrReadOnly)
			}
			must(t, os.Chmod(folder, 0o755))
			if after := sums(t, folder); after != before {
				t.Errorf("the folder changed")
			}
		})
	}
}
