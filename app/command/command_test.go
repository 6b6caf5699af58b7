package command_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"visitdesk/app/command"
	"visitdesk/assets"
	"visitdesk/data/career"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

const today = "2026-11-20"

// run calls the program and returns what it said and its exit code.
func run(t testing.TB, args ...string) (out, complaint string, code int) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = command.Run(context.Background(), assets.Files, args, command.Terminal{
		Out: &stdout, Err: &stderr,
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return time.Date(2026, 11, 20, 8, 30, 0, 0, time.UTC) },
	})
	return stdout.String(), stderr.String(), code
}

// done calls the program and fails the test unless it succeeds.
func done(t testing.TB, args ...string) string {
	t.Helper()
	out, complaint, code := run(t, args...)
	if code != command.Done {
		t.Fatalf("visitdesk %s: exit code %d\n%s", strings.Join(args, " "), code, complaint)
	}
	return out
}

// sampleOffice returns the folder of a fresh sample office.
func sampleOffice(t testing.TB) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "办公室 #1")
	done(t, "sample", "-data", folder, "-today", today)
	return folder
}

func TestFromNothingToThePaper(t *testing.T) {
	folder := sampleOffice(t)
	paper := filepath.Join(t.TempDir(), "简报.pdf")
	out := done(t, "brief", "-data", folder, "-visit", "next", "-today", today, "-o", paper)
	if !strings.Contains(out, paper) {
		t.Errorf("the command does not say where the paper is: %s", out)
	}
	data, err := os.ReadFile(paper)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(data, []byte("%PDF-1.7")) {
		t.Errorf("the paper begins with %q", data[:8])
	}
	if out := done(t, "check", "-data", folder); !strings.Contains(out, "whole") {
		t.Errorf("check says: %s", out)
	}
	var report struct {
		Whole  bool
		Faults []string
		Counts map[string]int
	}
	if err := json.Unmarshal([]byte(done(t, "check", "-json", "-data", folder)), &report); err != nil {
		t.Fatal(err)
	}
	if !report.Whole || report.Faults == nil || report.Counts["employer"] < 40 {
		t.Errorf("check -json says: %+v", report)
	}
}

func TestTheSamePaperTwiceIsTheSameFile(t *testing.T) {
	folder := sampleOffice(t)
	var sums [2][32]byte
	for i := range sums {
		paper := filepath.Join(t.TempDir(), "briefing.pdf")
		done(t, "brief", "-data", folder, "-today", today, "-lang", "en", "-o", paper)
		data, err := os.ReadFile(paper)
		if err != nil {
			t.Fatal(err)
		}
		sums[i] = sha256.Sum256(data)
	}
	if sums[0] != sums[1] {
		t.Error("two runs gave different bytes")
	}
}

func TestTheSampleOfficeIsTheSameOnTheSameDay(t *testing.T) {
	first := done(t, "list", "-data", sampleOffice(t), "visits", "-json")
	if second := done(t, "list", "-data", sampleOffice(t), "visits", "-json"); first != second {
		t.Error("two sample offices of one day differ")
	}
}

func TestListFindsByHanziPinyinAndInitials(t *testing.T) {
	folder := sampleOffice(t)
	var all []map[string]any
	if err := json.Unmarshal([]byte(done(t, "list", "-data", folder, "employers", "-json")), &all); err != nil {
		t.Fatal(err)
	}
	if len(all) < 40 {
		t.Fatalf("only %d employers in the sample", len(all))
	}
	if _, isNumber := all[0]["graduates"].(float64); !isNumber {
		t.Errorf("graduates is %T in JSON", all[0]["graduates"])
	}
	for _, find := range []string{"沈阳", "shenyang", "sy"} {
		out := done(t, "list", "employers", "-find", find, "-data", folder)
		if !strings.Contains(out, "沈阳") {
			t.Errorf("-find %s finds no 沈阳:\n%s", find, out)
		}
	}
	if out := done(t, "list", "-data", folder, "people", "-find", "no-such-name", "-json"); strings.TrimSpace(out) != "[]" {
		t.Errorf("nobody found is %q, want []", out)
	}
	for _, kind := range []string{"people", "visits", "graduates"} {
		if out := done(t, "list", "-data", folder, kind); strings.Count(out, "\n") < 20 {
			t.Errorf("list %s is short:\n%s", kind, out)
		}
	}
}

func TestWrongUseExitsWithTwo(t *testing.T) {
	folder := sampleOffice(t)
	for _, args := range [][]string{
		{}, {"print"}, {"-print"}, {"brief"}, {"list"}, {"list", "-data", folder}, {"list", "-data", folder, "companies"},
		{"brief", "-data", folder}, {"brief", "-data", folder, "-o", "x.pdf", "-level", "L4"}, {"brief", "-data", folder, "-o", "x.pdf", "-lang", "fr"},
		{"brief", "-data", folder, "-o", "x.pdf", "-today", "20/11/2026"}, {"brief", "-data", folder, "-o", "x.pdf", "-level", "L0"},
		{"check", "-data", folder, "again"}, {"list", "-data", folder, "visits", "again"}, {"brief", "-data", folder, "-o", folder}, {"sample", "-date", folder},
	} {
		out, complaint, code := run(t, args...)
		if code != command.Usage || !strings.Contains(complaint, "Usage") || out != "" {
			t.Errorf("visitdesk %q: exit code %d, said %q, complained %q", args, code, out, complaint)
		}
	}
	for _, args := range [][]string{{"-h"}, {"--help"}, {"-version"}} {
		if out, _, code := run(t, args...); code != command.Done || out == "" {
			t.Errorf("visitdesk %s: exit code %d, said %q", args[0], code, out)
		}
	}
	if _, _, code := run(t, "brief", "-h"); code != command.Done {
		t.Errorf("brief -h exits with %d", code)
	}
}

func TestWhatCannotBeOpenedIsToldAndLeftAlone(t *testing.T) {
	newer := filepath.Join(sampleOffice(t), vault.Office)
	overwrite(t, newer, 60, []byte{0, 0, 0x7f, 0xff}) // user_version, as a later program would write it
	for name, content := range map[string][]byte{
		"a text":         []byte("These are not the records you are looking for."),
		"nothing":        {},
		"another format": append([]byte("PK\x03\x04"), bytes.Repeat([]byte("x"), 9000)...),
		"a newer office": read(t, newer),
	} {
		folder := t.TempDir()
		file := filepath.Join(folder, vault.Office)
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"check"}, {"list", "employers"}, {"brief", "-o", filepath.Join(folder, "x.pdf")}, {"sample"}} {
			out, complaint, code := run(t, append(args, "-data", folder)...)
			if code != command.Fault || out != "" || !strings.Contains(complaint, "E-") {
				t.Errorf("%s: %s: exit code %d, said %q, complained %q", name, args[0], code, out, complaint)
			}
		}
		if !bytes.Equal(read(t, file), content) {
			t.Errorf("%s: the file was changed", name)
		}
	}
}

func TestAFolderWithoutAnOfficeStaysEmpty(t *testing.T) {
	folder := t.TempDir()
	for _, args := range [][]string{{"check"}, {"list", "visits"}, {"brief", "-o", filepath.Join(folder, "x.pdf")}} {
		_, complaint, code := run(t, append(args, "-data", folder)...)
		if code != command.Fault || !strings.Contains(complaint, "E-FS-204") {
			t.Errorf("%s: exit code %d, complained %q", args[0], code, complaint)
		}
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 0 {
		t.Errorf("now in the folder: %v", entries)
	}
}

func TestAPaperThatCannotBeWrittenLeavesTheOldOne(t *testing.T) {
	folder := sampleOffice(t)
	_, complaint, code := run(t, "brief", "-data", folder, "-o", filepath.Join(folder, "no such folder", "x.pdf"))
	if code != command.Fault || !strings.Contains(complaint, "E-FS-203") {
		t.Errorf("no folder: exit code %d, complained %q", code, complaint)
	}
	full := "/dev/full"
	if _, err := os.Stat(full); err != nil {
		t.Skip("no /dev/full here")
	}
	if _, _, code = run(t, "brief", "-data", folder, "-o", filepath.Join(full, "x.pdf")); code != command.Fault {
		t.Errorf("a file for a folder: exit code %d", code)
	}
}

func TestTheCompletePaperNeedsAReasonAndIsLogged(t *testing.T) {
	folder := sampleOffice(t)
	done(t, "brief", "-data", folder, "-today", today, "-level", "l0", "-reason", "审计核对", "-o", filepath.Join(t.TempDir(), "x.pdf"))
	s := openStore(t, folder)
	changes, err := s.Changes(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(changes) != 1 || changes[0].Act != "print" || !strings.Contains(changes[0].Reason, "审计核对") {
		t.Errorf("the newest change is %+v", changes)
	}
}

// rows of a table line up in a terminal, where a hanzi takes two places.
func TestListsLineUp(t *testing.T) {
	folder := sampleOffice(t)
	s := openStore(t, folder)
	if err := s.Save(t.Context(), &career.Employer{Name: "A\x1b[31m B"}); err != nil {
		t.Fatal(err)
	}
	out := done(t, "list", "-data", folder, "employers")
	if strings.Contains(out, "\x1b") {
		t.Error("a name can colour the terminal")
	}
}

func openStore(t testing.TB, folder string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(folder, vault.Office), store.Options{Actor: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func read(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func overwrite(t testing.TB, file string, at int64, data []byte) {
	t.Helper()
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteAt(data, at); err != nil {
		t.Fatal(err)
	}
}

// tool returns the path of a program of the system, or skips the test.
func tool(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return path
}
