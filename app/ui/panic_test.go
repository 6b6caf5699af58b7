package ui_test

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

// Whatever panics, a button, a command, a key, a field or a way to another
// screen, the user is told, the window goes on, and the log says where it was
// and nothing of what it was about.
func TestPanicIsLoggedWithoutItsValue(t *testing.T) {
	s := story.Begin(t, "en")
	var log bytes.Buffer
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	p := newPage(s.Desk.Button("act.save", func() { panic("王小明 13800000000") }))
	field := s.Desk.Entry()
	field.OnChanged = func(string) { panic("王小明 13800000000") }
	p.body.Add(field)
	var none []int
	p.commands = []ui.Command{
		{Phrase: "act.edit", Menu: "menu.edit", Key: fyne.KeyF2, Do: func() { panic("王小明 13800000000") }},
		{Phrase: "act.delete", Menu: "menu.edit", Off: func() string { panic("王小明 13800000000") }, Do: func() {}},
		{Phrase: "act.find", Menu: "menu.edit", Do: func() { none[len(s.Opened)]++ }},
	}
	s.Show(p)
	told := func(how string) {
		s.See("The program made a mistake")
		s.Press(fyne.KeyEscape)
		s.Miss("The program made a mistake")
		if !strings.Contains(log.String(), "panic_test.go") || strings.Contains(log.String(), "13800000000") || strings.Contains(log.String(), "王小明") {
			t.Errorf("%s: the log says\n%s", how, log.String())
		}
		log.Reset()
	}
	s.Tap("Save")
	told("a button")
	s.Command("Edit")
	told("a command")
	s.Window.Canvas().Unfocus()
	s.Press(fyne.KeyF2)
	told("a key")
	s.Command("Delete")
	told("why not")
	s.Window.Canvas().Focus(field)
	s.Type("x")
	s.Window.Canvas().Unfocus()
	told("a field")
	s.Command("Find")
	if !strings.Contains(log.String(), "index out of range") {
		t.Errorf("the log does not say what Go said:\n%s", log.String())
	}
	told("an index")
}

// What an error quotes, such as a name, goes into no log and no details that
// the user copies for whoever helps.
func TestErrorsAreLoggedWithoutNames(t *testing.T) {
	s := story.Begin(t, "en")
	var log bytes.Buffer
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	s.Show(newPage())
	s.Desk.Fail(fmt.Errorf("undo: %q, %q: %w", "王小明", `a "b" c`, career.ErrConflict))
	s.Tap("Copy details")
	copied := fyne.CurrentApp().Clipboard().Content()
	for _, text := range []string{log.String(), copied} {
		if strings.Contains(text, "王小明") || !strings.Contains(text, "changed since it was read") {
			t.Errorf("it says %s", text)
		}
	}
}

// Files are named after people and employers.
func TestErrorsAreLoggedWithoutPaths(t *testing.T) {
	s := story.Begin(t, "en")
	var log bytes.Buffer
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	s.Show(newPage())
	folder := filepath.Join(t.TempDir(), "王小明")
	paper := filepath.Join(folder, "王小明的简报.pdf")
	_, open := os.Open(paper)
	for _, err := range []error{
		fmt.Errorf("write %s: %w", paper, open),
		fmt.Errorf("copy: %w", errors.Join(career.ErrAltered, os.Rename(paper, filepath.Join(folder, "王小明.pdf")))),
	} {
		s.Desk.Fail(err)
	}
	if words := log.String(); strings.Contains(words, "王小明") || !strings.Contains(words, "write ….pdf: open ….pdf: ") {
		t.Errorf("it says %s", words)
	}
}
