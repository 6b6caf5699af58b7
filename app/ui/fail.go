package ui

import (
	"context"
	"errors"
	"log/slog"
	"regexp"

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
	details := nameless(err)
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

var quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// nameless returns the words of an error without what it quotes: names of
// people and employers have no place in a log, nor in what is sent to whoever
// helps.
func nameless(err error) string { return quoted.ReplaceAllString(err.Error(), `"…"`) }
