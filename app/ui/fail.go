package ui

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
)

// A Fault says which phrase tells an error that only the caller knows: "what
// happened – what is safe – what to do (code)".
type Fault struct {
	Is     error
	Phrase string
}

// Fail tells the user of err in their words, and the log in ours. It says
// nothing of a nil error or of work that was cancelled.
func (d *Desk) Fail(err error, more ...Fault) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	details := d.nameless(err)
	slog.Error("told the user", "err", details)
	message := d.Explain(err, more...)
	d.show(notice{
		tone: Alert, words: message, stays: true,
		act: "act.copy_details", do: func() {
			fyne.CurrentApp().Clipboard().SetContent(message + "\n" + details)
		},
	})
}

// Explain returns the words for err.
func (d *Desk) Explain(err error, more ...Fault) string {
	for _, f := range more {
		if errors.Is(err, f.Is) {
			return d.T(f.Phrase)
		}
	}
	var fault errPanic
	if errors.As(err, &fault) {
		return d.T("fault.program")
	}
	if errors.Is(err, errNoFile) {
		return d.T("fault.no_file")
	}
	var picture errPhoto
	if errors.As(err, &picture) {
		return d.T("fault.photo")
	}
	return d.Text.Fault(err)
}

// Details are the words for err and what a technician can make something of:
// they name nobody, and no folder.
func (d *Desk) Details(err error) string { return d.Explain(err) + "\n" + d.nameless(err) }

// nameless is nameless of an error that may tell where the office lies.
func (d *Desk) nameless(err error) string {
	words := nameless(err)
	if d.Folder != "" {
		words = strings.ReplaceAll(words, d.Folder, "…")
	}
	return words
}

var quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// nameless returns the words of an error without what it quotes, and with no
// more of a file's path than its ending: names of people, of employers and of
// papers about them have no place in a log, nor in what is sent to whoever
// helps.
func nameless(err error) string {
	words := quoted.ReplaceAllString(err.Error(), `"…"`)
	for _, path := range paths(err) {
		if path != "" {
			words = strings.ReplaceAll(words, path, "…"+filepath.Ext(path))
		}
	}
	return words
}

// paths returns the files that an error is about, as far as the system names
// them.
func paths(err error) (list []string) {
	switch err := err.(type) {
	case *fs.PathError:
		return []string{err.Path}
	case *os.LinkError:
		return []string{err.Old, err.New}
	case interface{ Unwrap() error }:
		return paths(err.Unwrap())
	case interface{ Unwrap() []error }:
		for _, one := range err.Unwrap() {
			list = append(list, paths(one)...)
		}
	}
	return list
}
