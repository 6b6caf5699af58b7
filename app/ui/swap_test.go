package ui_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
)

// A page with a button for each name and much room between them.
func buttons(s *story.Story, pressed *string, names ...string) *container.Scroll {
	column := ui.Apart()
	for _, name := range names {
		column.Add(s.Desk.LinkButton(name, func() { *pressed += name }))
		for range 20 {
			column.Add(s.Desk.Words("room", ui.Plain))
		}
	}
	return ui.Paper(column)
}

// A page that is read afresh leaves the user where they were: as far down, and
// at the same control.
func TestSwapStays(t *testing.T) {
	s := story.Begin(t, "en")
	box, pressed := container.NewStack(), ""
	s.Show(newPage())
	s.Window.SetContent(box)
	page := buttons(s, &pressed, "one", "two", "three")
	s.Desk.Swap(box, page, false)
	s.Tap("two")
	s.Window.Canvas().FocusNext()
	s.Window.Canvas().FocusNext()
	page.ScrollToOffset(fyne.NewPos(0, 300))
	again := buttons(s, &pressed, "one", "two", "three")
	s.Desk.Swap(box, again, true)
	s.Press(fyne.KeyReturn)
	if pressed != "twotwo" || again.Offset.Y != 300 {
		t.Errorf("pressed %q, %v down", pressed, again.Offset.Y)
	}
	s.Desk.Swap(box, buttons(s, &pressed, "one", "three"), true) // what had the keyboard is gone
	if s.Window.Canvas().Focused() != nil {
		t.Error("the keyboard is at another control")
	}
	other := buttons(s, &pressed, "one")
	s.Desk.Swap(box, other, false)
	if other.Offset.Y != 0 {
		t.Error("another page does not begin at its top")
	}
	if pressed != "twotwo" {
		t.Error(fmt.Sprint("pressed ", pressed))
	}
}
