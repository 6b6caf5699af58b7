package ui_test

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
)

// seen demands that what has the keyboard is within the window.
func seen(s *story.Story) {
	s.Helper()
	canvas := s.Desk.Window.Canvas()
	o, ok := canvas.Focused().(fyne.CanvasObject)
	if !ok {
		s.Fatal("nothing has the keyboard")
	}
	top := s.Top(o)
	if bottom := top + o.Size().Height; top < 0 || bottom > canvas.Size().Height {
		s.Fatalf("the keyboard is at %T, from %.0f to %.0f of a window of %.0f", o, top, bottom, canvas.Size().Height)
	}
}

// A long form shows the line that the keyboard is in: the one it was opened at,
// and every one that Tab leads to.
func TestTheFocusedLineIsInView(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	values := make([]string, 40)
	var lines []ui.Line
	for i := range values {
		values[i] = fmt.Sprint("line ", i)
		lines = append(lines, ui.Text(fmt.Sprint("line.number_", i), &values[i]))
	}
	form := s.Desk.Form("A long form", ui.Save{Do: func(context.Context) error { return nil }}, lines...).At("line.number_35")
	s.Desk.Push(form)
	s.Settle()
	if e, ok := s.Desk.Window.Canvas().Focused().(*ui.Entry); !ok || e.Text != "line 35" {
		t.Fatal("the form does not begin at its line")
	}
	seen(s)
	visited := map[fyne.Focusable]bool{}
	for range 120 { // twice around
		s.Window.Canvas().FocusNext() // as the Tab key does
		s.Settle()
		seen(s)
		visited[s.Window.Canvas().Focused()] = true
	}
	if len(visited) < len(values) {
		t.Errorf("Tab leads to %d controls only", len(visited))
	}
}
