package command_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"visitdesk/app/command"
	"visitdesk/assets"
	"visitdesk/data/vault"
)

func TestASyntheticOfficeIsMadeAndWorks(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "办公室", "合成")
	out, progress, code := run(t, "synth", "-data", folder, "-size", "small", "-seed", "4", "-today", today)
	if code != command.Done || !strings.Contains(out, "5000") || !strings.Contains(out, folder) {
		t.Fatalf("exit code %d, said %s, complained %s", code, out, progress)
	}
	if strings.Count(progress, "13367") < 10 {
		t.Errorf("progress:\n%s", progress)
	}
	if out := done(t, "check", "-data", folder); !strings.Contains(out, "whole") {
		t.Errorf("check says: %s", out)
	}
	paper := filepath.Join(t.TempDir(), "x.pdf")
	done(t, "brief", "-data", folder, "-today", today, "-o", paper)
	if entries, _ := os.ReadDir(folder); len(entries) != 1 {
		t.Errorf("in the folder: %v", entries)
	}
}

// Same size, seed and day: the same file, to the byte.
func TestTheSameSyntheticOfficeIsTheSameFile(t *testing.T) {
	sum := func(seed string) [32]byte {
		folder := t.TempDir()
		done(t, "synth", "-data", folder, "-seed", seed, "-today", today)
		return sha256.Sum256(read(t, filepath.Join(folder, vault.Office)))
	}
	first := sum("1")
	if first != sum("1") {
		t.Error("two runs made two files")
	}
	if first == sum("2") {
		t.Error("two seeds made one file")
	}
}

func TestASyntheticOfficeTakesNoOthersPlace(t *testing.T) {
	folder := sampleOffice(t)
	before := read(t, filepath.Join(folder, vault.Office))
	_, complaint, code := run(t, "synth", "-data", folder)
	if code != command.Fault || !strings.Contains(complaint, "E-FS-205") {
		t.Errorf("exit code %d, complained %q", code, complaint)
	}
	if !bytes.Equal(before, read(t, filepath.Join(folder, vault.Office))) {
		t.Error("the office was changed")
	}
}

// An office that somebody makes while the synthetic one is under way stays.
func TestASyntheticOfficeTakesNoNewcomersPlace(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, vault.Office)
	screen := &stopper{after: "indexes", stop: func() {
		if err := os.WriteFile(file, []byte("somebody's office"), 0o600); err != nil {
			t.Error(err)
		}
	}}
	term := command.Terminal{Out: new(bytes.Buffer), Err: screen, Getenv: func(string) string { return "" }, Now: time.Now}
	code := command.Run(t.Context(), assets.Files, []string{"synth", "-data", folder, "-today", today}, term)
	if code != command.Fault || !strings.Contains(screen.String(), "E-FS-205") {
		t.Errorf("exit code %d, complained %q", code, screen.String())
	}
	if kept := string(read(t, file)); kept != "somebody's office" {
		t.Errorf("it is now %.20q", kept)
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 1 {
		t.Errorf("in the folder: %v", entries)
	}
}

func TestSynthCalledWronglyMakesNothing(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new")
	for _, args := range [][]string{{}, {"-data", folder, "-size", "huge"}, {"-data", folder, "-seed", "-1"}, {"-data", folder, "-seed", "x"}, {"-data", folder, "again"},
		{"-data", folder, "-today", "tomorrow"}} {
		if out, complaint, code := run(t, append([]string{"synth"}, args...)...); code != command.Usage || !strings.Contains(complaint, "Usage") || out != "" {
			t.Errorf("synth %q: exit code %d, said %q, complained %q", args, code, out, complaint)
		}
	}
	if out, _, code := run(t, "synth", "-h"); code != command.Done || !strings.Contains(out, "large") {
		t.Errorf("-h: exit code %d, said %q", code, out)
	}
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("the folder: %v", err)
	}
}

// stopper is a terminal at which somebody presses Ctrl+C once it says so much.
type stopper struct {
	bytes.Buffer
	after string
	stop  func()
}

func (s *stopper) Write(p []byte) (int, error) {
	n, err := s.Buffer.Write(p)
	if strings.Contains(s.String(), s.after) {
		s.stop()
	}
	return n, err
}

// Whenever it is cancelled, nothing is left; what an earlier run was killed
// over is taken away too.
func TestACancelledSyntheticOfficeLeavesNothing(t *testing.T) {
	for _, after := range []string{"1340 of", "8040 of", "indexes"} {
		folder := filepath.Join(t.TempDir(), "new")
		ctx, cancel := context.WithCancel(t.Context())
		screen := &stopper{after: after, stop: cancel}
		var out bytes.Buffer
		term := command.Terminal{Out: &out, Err: screen, Getenv: func(string) string { return "" }, Now: time.Now}
		code := command.Run(ctx, assets.Files, []string{"synth", "-data", folder, "-today", today}, term)
		if code != command.Fault || !strings.Contains(screen.String(), "Cancelled") || out.Len() > 0 {
			t.Errorf("%s: exit code %d, said %q and %q", after, code, out.String(), screen.String())
		}
		if entries, err := os.ReadDir(folder); !os.IsNotExist(err) {
			t.Errorf("%s: in the folder: %v, %v", after, entries, err)
		}
	}
	folder := t.TempDir()
	for _, name := range []string{".making", ".making-wal", ".making-shm"} {
		if err := os.WriteFile(filepath.Join(folder, vault.Office+name), []byte("half an office"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	done(t, "synth", "-data", folder, "-today", today)
	if entries, _ := os.ReadDir(folder); len(entries) != 1 {
		t.Errorf("in the folder: %v", entries)
	}
}
