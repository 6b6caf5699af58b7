package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
)

// A tip appears while the mouse stays, goes when it goes, and takes no clicks.
func TestTooltip(t *testing.T) {
	s := story.Begin(t, "en")
	pressed := 0
	b := s.Desk.Button("act.save", func() { pressed++ })
	s.Show(newPage(s.Desk.Tooltip("Keeps it", b), s.Desk.Tooltip("What it is", s.Desk.Words("thing", ui.Plain))))
	b.MouseIn(&desktop.MouseEvent{})
	b.MouseOut()
	s.Wait()
	if s.Draws("Keeps it") {
		t.Error("the tip came when the mouse was gone")
	}
	b.MouseIn(&desktop.MouseEvent{})
	if s.Draws("Keeps it") {
		t.Error("the tip came at once")
	}
	s.Wait()
	s.SeeDrawn("Keeps it")
	test.TapCanvas(s.Window.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(9, 9))
	if pressed != 1 || s.Draws("Keeps it") {
		t.Errorf("pressed %d times", pressed)
	}
	s.Window.Canvas().Unfocus()
	s.Window.Canvas().Focus(b)
	s.Wait()
	s.SeeDrawn("Keeps it")
	s.Window.Canvas().Unfocus()
	if s.Draws("Keeps it") {
		t.Error("the tip stays without the keyboard")
	}
}

// A button that does what a command does tells its key; over a question too.
func TestTooltipTellsTheKey(t *testing.T) {
	s := story.Begin(t, "en")
	p := newPage()
	p.commands = []ui.Command{{Phrase: "act.edit", Menu: "menu.edit", Key: fyne.KeyF2, Do: func() {}}}
	s.Show(p)
	b := s.Desk.Button("act.edit", func() {})
	s.Desk.Ask(ui.Question{Title: "Really?", Body: b})
	b.MouseIn(&desktop.MouseEvent{})
	s.Wait()
	s.SeeDrawn("F2")
	s.Press(fyne.KeyEscape)
	s.Wait()
}
