package store_test

import (
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// disk makes a disk of two megabytes.
func disk(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=2m"); err != nil {
		t.Skip("no disk can be made here:", err)
	}
	t.Cleanup(func() { syscall.Unmount(folder, syscall.MNT_DETACH) })
	return folder
}

func TestADiskThatFillsUpUnderTheOfficeIsTold(t *testing.T) {
	folder := disk(t)
	s, _ := placed(t, folder)
	ballast := filepath.Join(folder, "ballast")
	_ = os.WriteFile(ballast, make([]byte, 4<<20), 0o600) // as far as it goes
	refused(t, s, career.ErrFull)
	must(t, os.Remove(ballast))
	works(t, s)
}

func TestABackupToAFullDiskLeavesNothing(t *testing.T) {
	s, file := placed(t, t.TempDir())
	full := disk(t)
	ballast := filepath.Join(full, "ballast")
	_ = os.WriteFile(ballast, make([]byte, 4<<20), 0o600)
	if err := s.BackUp(t.Context(), filepath.Join(full, "copy.db")); !isFull(err) {
		t.Errorf("got %v, want %v", err, career.ErrFull)
	}
	if list := got[[]os.DirEntry](t)(os.ReadDir(full)); len(list) != 1 {
		t.Errorf("left behind: %v", list)
	}
	must(t, s.BackUp(t.Context(), file+".copy"))
}

// limited names the environment variable of a process that may write small
// files only.
const limited = "VISITDESK_TEST_LIMITED"

// A user's share of a disk ends before the disk does; the system has another
// word for that.
func TestAUsedUpShareIsAFullDisk(t *testing.T) {
	if os.Getenv(limited) == "" { // in a process of its own: the limit is for all that it writes
		other := exec.Command(os.Args[0], "-test.run=^TestAUsedUpShareIsAFullDisk$")
		other.Env = append(os.Environ(), limited+"=1")
		if said, err := other.CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, said)
		}
		return
	}
	s, _ := placed(t, t.TempDir())
	save(t, s, &career.Employer{Name: "占地方", Note: string(make([]byte, 64<<10))})
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	var before syscall.Rlimit
	must(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before))
	must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 32 << 10, Max: before.Max}))
	err := s.Save(t.Context(), &career.Employer{Name: "后来者"})
	must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before))
	if !isFull(err) {
		t.Errorf("got %v, want %v", err, career.ErrFull)
	}
	save(t, s, &career.Employer{Name: "后来者"})
	must(t, got[store.Health](t)(s.Health(t.Context())).Err())
}
