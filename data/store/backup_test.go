package store_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

func isFull(err error) bool { return errors.Is(err, career.ErrFull) }

func TestABackupIsTheOfficeOfOneMoment(t *testing.T) {
	o := smallOffice(t)
	attach(t, o.Store, &o.visit, "协议.pdf")
	folder := filepath.Join(t.TempDir(), "备份 #1?")
	must(t, os.Mkdir(folder, 0o700))
	file := filepath.Join(folder, "office-20261120-083100.db")
	put(t, file, []byte("an older backup"))
	put(t, file+".tmp", []byte("left by a crash"))
	must(t, o.BackUp(t.Context(), file))
	save(t, o.Store, &career.Employer{Name: "后来者"})
	if list := got[[]os.DirEntry](t)(os.ReadDir(folder)); len(list) != 1 {
		t.Errorf("in the folder: %v", list)
	}
	s := reopen(t, file)
	if rows := got[[]store.EmployerRow](t)(s.Employers(t.Context(), store.Query{})); len(rows) != 1 || rows[0].Name != o.employer.Name {
		t.Errorf("got %v", rows)
	}
	if visits := got[[]store.VisitRow](t)(s.Visits(t.Context(), store.Query{Find: "新松"})); len(visits) != 2 {
		t.Errorf("the copy finds %d visits, want 2", len(visits))
	}
	if list := attached(t, s, &o.visit); len(list) != 1 {
		t.Errorf("got %v", list)
	}
	must(t, s.Undo(t.Context(), got[[]store.Change](t)(s.Changes(t.Context(), 1))[0].ID))
	must(t, got[store.Health](t)(s.Health(t.Context())).Err())
}

func TestBackingUpHoldsNobodyUp(t *testing.T) {
	o := smallOffice(t)
	file := filepath.Join(t.TempDir(), "copy.db")
	var saving sync.WaitGroup
	saving.Go(func() {
		for range 50 {
			if err := o.Save(t.Context(), &career.Employer{Name: "边存边备"}); err != nil {
				t.Error(err)
			}
		}
	})
	for range 5 {
		must(t, o.BackUp(t.Context(), file))
		must(t, got[store.Health](t)(reopen(t, file).Health(t.Context())).Err())
	}
	saving.Wait()
}

func TestABackupToNoFolder(t *testing.T) {
	o := smallOffice(t)
	if err := o.BackUp(t.Context(), filepath.Join(t.TempDir(), "gone", "copy.db")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want %v", err, fs.ErrNotExist)
	}
}

// Nothing may take the place of the open office, by whatever name it goes.
func TestAnOfficeIsNotBackedUpOntoItself(t *testing.T) {
	s, file := placed(t, t.TempDir())
	link := filepath.Join(t.TempDir(), "link.db")
	must(t, os.Symlink(file, link))
	for _, to := range []string{file, link} {
		if err := s.BackUp(t.Context(), to); err == nil {
			t.Errorf("it was backed up to %s", to)
		}
	}
	works(t, s)
}

// A copy of damage would push the last good backup out.
func TestDamageIsNotBackedUp(t *testing.T) {
	file := filepath.Join(t.TempDir(), "office.db")
	whole(t, file)
	s := reopen(t, file)
	data := got[[]byte](t)(os.ReadFile(file))
	for page := len(data) / 4096 / 2; page < len(data)/4096; page++ {
		clear(data[page*4096 : page*4096+4096])
	}
	put(t, file, data)
	backup := filepath.Join(t.TempDir(), "copy.db")
	put(t, backup, []byte("the last good one"))
	if err := s.BackUp(t.Context(), backup); !errors.Is(err, career.ErrDamaged) {
		t.Errorf("got %v, want %v", err, career.ErrDamaged)
	}
	if kept := got[[]byte](t)(os.ReadFile(backup)); string(kept) != "the last good one" {
		t.Errorf("the last backup is %.20q", kept)
	}
}
