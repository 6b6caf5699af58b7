// Package printer hands a finished file to the system: to a printer, to the
// program that shows such files, or to the window of its folder.
//
// What happens after that is the system's affair: a job that was handed over
// may still wait for paper, so say "sent", never "printed". Nothing passes
// through a shell, and names are handed over as absolute paths, so that a file
// called "-r *.pdf" is just a file.
package printer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// What the system may lack.
var (
	ErrNoPrinter = errors.New("there is no such printer")
	ErrNoViewer  = errors.New("the system has no program that shows this file")
)

// Options say how to print.
type Options struct {
	Printer string // as Printers names it; "" for the system's default
	Copies  int    // 0 stands for 1
	Duplex  bool   // on both sides, to be turned like a book
	Title   string // what the queue shows; "" for the file's name
}

// maxCopies keeps a slip of the finger from emptying the paper tray.
const maxCopies = 999

// Printers lists the printers by name, the system's order kept; none is no error.
func Printers(ctx context.Context) ([]string, error) {
	names, err := printers(ctx)
	if err != nil {
		return nil, fmt.Errorf("list printers: %w", err)
	}
	return names, nil
}

// Print hands the file to a printer and returns the system's name for the job,
// "" where it gives none (on Windows, which also leaves copies and sides to the
// printer's settings). ErrNoPrinter if there is none, or none of that name.
func Print(ctx context.Context, file string, o Options) (string, error) {
	file, err := sound(file)
	if err != nil {
		return "", fmt.Errorf("print: %w", err)
	}
	if o.Copies < 0 || o.Copies > maxCopies {
		return "", fmt.Errorf("print %s: %d copies", file, o.Copies)
	}
	o.Copies = max(o.Copies, 1)
	if o.Title == "" {
		o.Title = filepath.Base(file)
	}
	o.Title = line(o.Title)
	if err := known(ctx, o.Printer); err != nil {
		return "", fmt.Errorf("print %s: %w", file, err)
	}
	job, err := submit(ctx, file, o)
	if err != nil {
		return "", fmt.Errorf("print %s: %w", file, err)
	}
	return job, nil
}

// known asks the system for the printer beforehand: its own refusals differ by
// version and language.
func known(ctx context.Context, name string) error {
	names, err := printers(ctx)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return fmt.Errorf("%w: none is set up", ErrNoPrinter)
	}
	if name == "" {
		return nil
	}
	for _, n := range names {
		if n == name {
			return nil
		}
	}
	return fmt.Errorf("%w: %q", ErrNoPrinter, name)
}

// Open shows the file in the system's program for its kind. It returns once
// that program is started. ErrNoViewer if there is none.
func Open(ctx context.Context, file string) error {
	file, err := sound(file)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	if err := show(ctx, file); err != nil {
		return fmt.Errorf("open %s: %w", file, err)
	}
	return nil
}

// Reveal opens the folder of a file, with the file chosen where the system can do
// that; given a folder, it opens that. ErrNoViewer if there is no program for
// folders.
func Reveal(ctx context.Context, path string) error {
	whole, info, err := find(path)
	if err != nil {
		return fmt.Errorf("show folder: %w", err)
	}
	shown := reveal
	if info.IsDir() {
		shown = show
	}
	if err := shown(ctx, whole); err != nil {
		return fmt.Errorf("show folder of %s: %w", whole, err)
	}
	return nil
}

// sound returns the absolute path of a file that exists.
func sound(file string) (string, error) {
	whole, info, err := find(file)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", fmt.Errorf("%s is not a file: %w", whole, os.ErrInvalid)
	}
	return whole, nil
}

// find returns the absolute path of what exists there. Being absolute, it
// begins with no dash that a program could take for an option.
func find(path string) (string, os.FileInfo, error) {
	if path == "" {
		return "", nil, fmt.Errorf("no file: %w", os.ErrNotExist)
	}
	whole, err := filepath.Abs(path)
	if err != nil {
		return "", nil, err
	}
	info, err := os.Stat(whole)
	return whole, info, err
}

// maxTitle is what printers' queues keep of a title, in bytes.
const maxTitle = 255

// line makes a title one line that fits a queue.
func line(title string) string {
	title = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(title, "?"))
	end := 0
	for i, r := range title {
		if i+len(string(r)) > maxTitle {
			break
		}
		end = i + len(string(r))
	}
	return title[:end]
}
