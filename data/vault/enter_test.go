package vault_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"visitdesk/data/career"
	"visitdesk/data/vault"
)

// maker names the environment variable that makes the test binary make an
// office in the folder it names, as a second program would.
const maker = "VISITDESK_TEST_MAKER"

func TestMain(m *testing.M) {
	if folder := os.Getenv(maker); folder != "" {
		if err := makeOffice(folder); err != nil {
			os.Stderr.WriteString(err.Error())
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// makeOffice makes the office unless it is there; two that do so at once meet
// at the draft, which must be new.
func makeOffice(folder string) error {
	leave, err := vault.Enter(context.Background(), folder)
	if err != nil {
		return err
	}
	defer leave()
	file := filepath.Join(folder, vault.Office)
	if _, err := os.Stat(file); err == nil {
		return nil
	}
	draft, err := os.OpenFile(file+".new", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if _, err := draft.WriteString(strings.Repeat("office", 100_000)); err != nil {
		return err
	}
	if err := errors.Join(draft.Sync(), draft.Close()); err != nil {
		return err
	}
	return os.Rename(draft.Name(), file)
}

func TestTwoProcessesMakeOneOffice(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new", "资料")
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			other := exec.Command(os.Args[0])
			other.Env = append(os.Environ(), maker+"="+folder)
			if said, err := other.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, said)
			}
		})
	}
	all.Wait()
	if info, err := os.Stat(filepath.Join(folder, vault.Office)); err != nil || info.Size() != 600_000 {
		t.Errorf("the office is %v, %v", info, err)
	}
}

func TestEnteringWaitsUntilTheOtherLeaves(t *testing.T) {
	folder := t.TempDir()
	leave, err := vault.Enter(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	impatient, cancel := context.WithTimeout(t.Context(), 30*time.Millisecond)
	defer cancel()
	if _, err := vault.Enter(impatient, folder); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want %v", err, context.DeadlineExceeded)
	}
	leave()
	if leave, err = vault.Enter(t.Context(), folder); err != nil {
		t.Fatal(err)
	}
	leave()
}

func TestNobodyWaitsForAnOfficeThatIsThere(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, vault.Office), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 { // at the same time
		if _, err := vault.Enter(t.Context(), folder); err != nil {
			t.Error(err)
		}
	}
	onlyFile(t, filepath.Join(folder, vault.Office))
}

func TestAFolderOfThisComputerIsLocal(t *testing.T) {
	for _, folder := range []string{t.TempDir(), filepath.Join(t.TempDir(), "not", "yet", "there"), "."} {
		if err := vault.Local(folder); err != nil {
			t.Errorf("%s: %v", folder, err)
		}
	}
}

func TestPathsOfOtherComputers(t *testing.T) {
	for path, want := range map[string]bool{
		`\\server\share\office`: true, `//server/share`: true, `\\?\UNC\server\share`: true, `\\?\unc\server`: true, `\\wsl$\Ubuntu\home`: true,
		`\\192.168.1.2\c$`: true, `C:\office`: false, `\\?\C:\office`: false, `\\.\C:\office`: false, `\office`: false, `office`: false, ``: false,
	} {
		if got := vault.UNC(path); got != want {
			t.Errorf("%s: got %t, want %t", path, got, want)
		}
	}
}

func TestBackupsAreFoundTheNewestFirst(t *testing.T) {
	folder := t.TempDir()
	if list, err := vault.Backups(folder); err != nil || len(list) != 0 {
		t.Errorf("of a new office: %v, %v", list, err)
	}
	at := time.Date(2026, 11, 20, 8, 31, 0, 0, time.UTC)
	var made []string
	for _, when := range []time.Time{at, at.AddDate(-1, 0, 0), at, at.Add(time.Hour)} {
		file, err := vault.NewBackup(folder, when)
		if err != nil {
			t.Fatal(err)
		}
		if err := vault.Write(file, say("backup")); err != nil {
			t.Fatal(err)
		}
		made = append(made, filepath.Base(file))
	}
	if want := []string{"office-20261120-083100.db", "office-20251120-083100.db", "office-20261120-083101.db", "office-20261120-093100.db"}; !slices.Equal(made, want) {
		t.Errorf("made %v, want %v", made, want)
	}
	for _, other := range []string{"office-20261120-093100.db.tmp", "notes.txt", "office-20261320-093100.db"} {
		if err := vault.Write(filepath.Join(folder, "backup", other), say("no backup")); err != nil {
			t.Fatal(err)
		}
	}
	list, err := vault.Backups(folder)
	if err != nil {
		t.Fatal(err)
	}
	for i := range list {
		list[i] = filepath.Base(list[i])
	}
	if want := []string{made[3], made[2], made[0], made[1]}; !slices.Equal(list, want) {
		t.Errorf("got %v, want %v", list, want)
	}
}

func TestErrorsOfFoldersAreTyped(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := vault.Enter(t.Context(), filepath.Join(file, "folder")); err == nil || errors.Is(err, career.ErrNetwork) {
		t.Errorf("a folder in a file: got %v", err)
	}
}
