package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/ui/story"
)

// The grip goes where it is dragged, leaves both panes wide enough, comes back
// where it was left, and goes home by a double click.
func TestSplit(t *testing.T) {
	s := story.Begin(t, "en")
	left := s.Desk.Button("act.save", func() {})
	build := func() fyne.Focusable {
		o := s.Desk.Split("test", left, s.Desk.Button("act.edit", func() {}))
		s.Window.SetContent(o)
		s.Window.Resize(fyne.NewSize(1008, 400))
		s.Window.Canvas().Focus(left)
		s.Window.Canvas().FocusNext()
		return s.Window.Canvas().Focused()
	}
	grip := build()
	home := left.Size().Width
	grip.(fyne.Draggable).Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(120, 0)})
	grip.(fyne.Draggable).DragEnd()
	if got := left.Size().Width; got != home+120 {
		t.Errorf("dragged to %v, from %v", got, home)
	}
	grip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	moved := left.Size().Width
	if moved <= home+120 {
		t.Errorf("the key moved it to %v", moved)
	}
	grip = build()
	if got := left.Size().Width; got < moved-1 || got > moved+1 {
		t.Errorf("remembered at %v, left at %v", got, moved)
	}
	for range 100 {
		grip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	if got := left.Size().Width; got < 200 {
		t.Errorf("the first pane is only %v wide", got)
	}
	test.DoubleTap(grip.(fyne.DoubleTappable))
	if got := left.Size().Width; got != home {
		t.Errorf("home is %v, not %v", home, got)
	}
}
