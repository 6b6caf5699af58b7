//go:build !windows

package printer_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"visitdesk/app/printer"
)

// system puts programs of the given names, and no others, where commands are
// looked for. Each is a shell script and has written what it was called with,
// one argument to a line, when it ends. It returns the folder.
func system(t *testing.T, programs map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, script := range programs {
		text := "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + folder + "/" + name + ".called'\n" + script + "\n"
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", folder)
	return folder
}

// called returns the arguments that a program of the system was given.
func called(t *testing.T, folder, name string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name+".called"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
}

func paper(t *testing.T, name string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte("%PDF-1.7"), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// office is a system with two printers.
var office = map[string]string{
	"lpstat": `[ "$1" = -e ] && printf 'office\nHP_LaserJet\n'`,
	"lp":     `printf 'request id is office-42 (1 file(s))\n'`,
}

func TestPrintersAreListed(t *testing.T) {
	system(t, office)
	names, err := printer.Printers(context.Background())
	if err != nil || !slices.Equal(names, []string{"office", "HP_LaserJet"}) {
		t.Errorf("%q, %v", names, err)
	}
}

func TestAnOldSystemIsAskedInItsWay(t *testing.T) {
	system(t, map[string]string{"lpstat": `[ "$1" = -a ] || exit 1
printf 'office accepting requests since Thu 20 Nov 2026\nold accepting requests\n'`})
	names, err := printer.Printers(context.Background())
	if err != nil || !slices.Equal(names, []string{"office", "old"}) {
		t.Errorf("%q, %v", names, err)
	}
}

func TestNoPrintersIsNoError(t *testing.T) {
	for name, programs := range map[string]map[string]string{
		"no CUPS": nil, "none set up": {"lpstat": "echo 'lpstat: No destinations added.' >&2; exit 1"}, "an empty list": {"lpstat": "exit 0"},
	} {
		system(t, programs)
		names, err := printer.Printers(context.Background())
		if err != nil || len(names) != 0 {
			t.Errorf("%s: %q, %v", name, names, err)
		}
		if _, err := printer.Print(context.Background(), paper(t, "a.pdf"), printer.Options{}); !errors.Is(err, printer.ErrNoPrinter) {
			t.Errorf("%s: printing gave %v", name, err)
		}
	}
}

func TestTheJobIsHandedOverWithItsOptions(t *testing.T) {
	for _, c := range []struct {
		options printer.Options
		want    []string // before the file
	}{
		{printer.Options{}, []string{"-n", "1", "-t", "简报.pdf", "-o", "sides=one-sided"}},
		{
			printer.Options{Printer: "HP_LaserJet", Copies: 3, Duplex: true, Title: "走访简报\n$(rm)"},
			[]string{"-n", "3", "-t", "走访简报 $(rm)", "-d", "HP_LaserJet", "-o", "sides=two-sided-long-edge"},
		},
	} {
		folder := system(t, office)
		file := paper(t, "简报.pdf")
		job, err := printer.Print(context.Background(), file, c.options)
		if err != nil || job != "office-42" {
			t.Errorf("job %q, %v", job, err)
		}
		if got, want := called(t, folder, "lp"), append(c.want, file); !slices.Equal(got, want) {
			t.Errorf("lp was called with\n%q, want\n%q", got, want)
		}
	}
}

func TestOddNamesAreJustNames(t *testing.T) {
	folder := system(t, map[string]string{"lpstat": office["lpstat"], "lp": office["lp"], "xdg-open": "", "open": ""})
	for _, name := range []string{"-r", "--help", "a b;rm -rf *.pdf", "$(x)`y`", "'\"%s%n", "𬭎𠮷#?%&.pdf"} {
		file := paper(t, name)
		t.Chdir(filepath.Dir(file))
		if _, err := printer.Print(context.Background(), name, printer.Options{}); err != nil {
			t.Fatal(err)
		}
		if got := called(t, folder, "lp"); got[len(got)-1] != file {
			t.Errorf("%q was printed as %q", file, got[len(got)-1])
		}
		if err := printer.Open(context.Background(), name); err != nil {
			t.Fatal(err)
		}
		if got := called(t, folder, opener()); !slices.Equal(got, []string{file}) {
			t.Errorf("%q was opened as %q", file, got)
		}
	}
}

func opener() string {
	if runtime.GOOS == "darwin" {
		return "open"
	}
	return "xdg-open"
}

func TestTitlesFitTheQueue(t *testing.T) {
	folder := system(t, office)
	if _, err := printer.Print(context.Background(), paper(t, "a.pdf"), printer.Options{Title: strings.Repeat("访", 100) + "\xff"}); err != nil {
		t.Fatal(err)
	}
	if got := called(t, folder, "lp")[3]; got != strings.Repeat("访", 85) {
		t.Errorf("the title is %q", got)
	}
}

func TestWhatCannotBePrintedIsRefused(t *testing.T) {
	folder := system(t, office)
	ctx := context.Background()
	if _, err := printer.Print(ctx, paper(t, "a.pdf"), printer.Options{Printer: "nobody's"}); !errors.Is(err, printer.ErrNoPrinter) {
		t.Errorf("an unknown printer: %v", err)
	}
	if _, err := printer.Print(ctx, filepath.Join(folder, "absent.pdf"), printer.Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an absent file: %v", err)
	}
	for name, c := range map[string]struct {
		file   string
		copies int
	}{"a folder": {folder, 1}, "no file": {"", 1}, "-1 copies": {paper(t, "a.pdf"), -1}, "10000 copies": {paper(t, "a.pdf"), 10000}} {
		if _, err := printer.Print(ctx, c.file, printer.Options{Copies: c.copies}); err == nil {
			t.Errorf("%s: printed", name)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "lp.called")); err == nil {
		t.Error("lp was called all the same")
	}
}

func TestARefusalSaysWhatTheSystemSaid(t *testing.T) {
	system(t, map[string]string{"lpstat": office["lpstat"], "lp": "echo 'lp: Error - scheduler not responding.' >&2; exit 1"})
	_, err := printer.Print(context.Background(), paper(t, "a.pdf"), printer.Options{})
	if err == nil || !strings.Contains(err.Error(), "scheduler not responding") {
		t.Error(err)
	}
}

// A system may list printers and still lack the program that prints.
func TestASystemThatCannotPrintSaysSo(t *testing.T) {
	system(t, map[string]string{"lpstat": office["lpstat"]})
	if _, err := printer.Print(context.Background(), paper(t, "a.pdf"), printer.Options{}); !errors.Is(err, printer.ErrNoPrinter) {
		t.Errorf("without lp: %v", err)
	}
}

// A job without a name is a job all the same.
func TestAJobMayHaveNoName(t *testing.T) {
	for said, want := range map[string]string{"": "", "queued": "", "request id is hp-7": "hp-7"} {
		system(t, map[string]string{"lpstat": office["lpstat"], "lp": "printf '" + said + "'"})
		if job, err := printer.Print(context.Background(), paper(t, "a.pdf"), printer.Options{}); err != nil || job != want {
			t.Errorf("lp said %q: job %q, %v", said, job, err)
		}
	}
}

func TestAnEndedContextStartsNothing(t *testing.T) {
	folder := system(t, map[string]string{"lpstat": office["lpstat"], "lp": office["lp"], "xdg-open": "", "open": ""})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := printer.Print(ctx, paper(t, "a.pdf"), printer.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("print: %v", err)
	}
	if err := printer.Open(ctx, paper(t, "a.pdf")); !errors.Is(err, context.Canceled) {
		t.Errorf("open: %v", err)
	}
	if calls, _ := filepath.Glob(filepath.Join(folder, "*.called")); len(calls) > 0 {
		t.Errorf("called: %q", calls)
	}
}

func TestTheFolderIsShown(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("macOS is asked with open -R")
	}
	folder := system(t, map[string]string{"xdg-open": ""})
	file := paper(t, "a.pdf")
	if err := printer.Reveal(context.Background(), file); err != nil {
		t.Fatal(err)
	}
	if got := called(t, folder, "xdg-open"); !slices.Equal(got, []string{filepath.Dir(file)}) {
		t.Errorf("xdg-open was called with %q", got)
	}
	if err := printer.Reveal(context.Background(), folder); err != nil {
		t.Fatal(err)
	}
	if got := called(t, folder, "xdg-open"); !slices.Equal(got, []string{folder}) {
		t.Errorf("for a folder, xdg-open was called with %q", got)
	}
}

func TestASystemWithoutViewerSaysSo(t *testing.T) {
	for name, programs := range map[string]map[string]string{
		"nothing installed": nil, "no program for it": {"xdg-open": "exit 3", "open": "exit 1"},
	} {
		system(t, programs)
		if err := printer.Open(context.Background(), paper(t, "a.pdf")); !errors.Is(err, printer.ErrNoViewer) {
			t.Errorf("%s: open gave %v", name, err)
		}
		if err := printer.Reveal(context.Background(), paper(t, "a.pdf")); !errors.Is(err, printer.ErrNoViewer) {
			t.Errorf("%s: reveal gave %v", name, err)
		}
	}
}
