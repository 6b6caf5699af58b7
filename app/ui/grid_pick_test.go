package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
)

// These stories are about choosing several rows and what goes in and out of a
// grid by the clipboard.

// Shift chooses a range by the mouse and by the keys, Ctrl single rows; Esc and
// a plain click bring one row back.
func TestChoosingSeveralRows(t *testing.T) {
	s, l := catalogued(t, newCatalogue(300))
	picked := func(want int, did string) {
		t.Helper()
		if got := l.Picked(); got != want {
			t.Errorf("%s: %d rows are chosen, want %d", did, got, want)
		}
	}
	picked(1, "at first")
	s.ClickRow("no 0000004", 0)
	s.ClickRow("no 0000012", fyne.KeyModifierShift)
	picked(5, "Shift and a click")
	s.See("5 selected")
	s.ClickRow("no 0000008", ui.Ctrl)
	s.ClickRow("no 0000020", ui.Ctrl)
	s.ClickRow("no 0000018", ui.Ctrl)
	picked(6, "Ctrl and three clicks")
	s.Press(fyne.KeyEscape)
	picked(1, "Esc")
	s.Miss("selected")
	s.ClickRow("no 0000004", 0)
	for range 3 {
		s.Chord(fyne.KeyModifierShift, fyne.KeyDown)
	}
	picked(4, "Shift and the arrows")
	s.Chord(fyne.KeyModifierShift, fyne.KeyUp)
	picked(3, "Shift and back")
	s.Press(fyne.KeyDown)
	picked(1, "an arrow")
}

// A plain click and an arrow end the choice of several, and the bar that counts
// them goes with it.
func TestTheCountOfSeveralGoesWithThem(t *testing.T) {
	s, _ := catalogued(t, newCatalogue(300))
	several := func() {
		t.Helper()
		s.ClickRow("no 0000004", 0)
		s.ClickRow("no 0000008", fyne.KeyModifierShift)
		s.See("3 selected")
	}
	several()
	s.ClickRow("no 0000012", 0)
	s.Miss("selected")
	several()
	s.Press(fyne.KeyDown)
	s.Miss("selected")
	several()
	s.MenuOfRow("no 0000014")
	s.Miss("selected")
}

// Space chooses rows that do not lie together: the arrows walk on without losing
// them.
func TestChoosingBySpace(t *testing.T) {
	s, l := catalogued(t, newCatalogue(300))
	s.Press(fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace, fyne.KeyDown)
	if got := l.Picked(); got != 2 {
		t.Errorf("%d rows are chosen", got)
	}
	s.Press(fyne.KeyEscape)
	if got, _ := l.Chosen(); l.Picked() != 1 || got.id != "no 0000006" {
		t.Errorf("after Esc %d rows are chosen, at %v", l.Picked(), got)
	}
}

// Ctrl+A chooses all that the list finds without reading it, also those that are
// far away; single rows can be left out.
func TestChoosingAll(t *testing.T) {
	c := newCatalogue(3000)
	s, l := catalogued(t, c)
	asked := c.asked
	s.Chord(ui.Ctrl, fyne.KeyA)
	s.See("3000 selected")
	s.ClickRow("no 0000004", ui.Ctrl)
	s.See("2999 selected")
	if c.asked > asked+1 {
		t.Errorf("%d pages were read to choose all", c.asked-asked)
	}
	l.Find()
	s.Type("name 00")
	s.Miss("selected")
}

// A range reaches over pages that were never seen, and stays chosen when rows
// come and go around it.
func TestARangeOverPagesNotSeen(t *testing.T) {
	c := newCatalogue(3000)
	s, l := catalogued(t, c)
	s.Chord(fyne.KeyModifierShift, fyne.KeyEnd)
	if l.Picked() != 3000 {
		t.Fatalf("%d rows are chosen", l.Picked())
	}
	c.rows = append(c.rows, entryOf(6001))
	l.Refresh()
	s.Settle()
	if l.Picked() != 3000 || l.Len() != 3001 {
		t.Errorf("after a row came, %d of %d are chosen", l.Picked(), l.Len())
	}
}

// Ctrl+C copies the rows chosen as a spreadsheet takes them: the columns shown,
// with their heads where there are several; in a search field it copies text.
func TestCopyingRows(t *testing.T) {
	c := newCatalogue(300)
	c.rows[0].name, c.rows[1].name = "with \"quotes\"", "two\nlines"
	s, l := catalogued(t, c)
	clipboard := fyne.CurrentApp().Clipboard()
	s.Chord(ui.Ctrl, fyne.KeyC)
	if got := clipboard.Content(); got != "no 0000000\t\"with \"\"quotes\"\"\"\tworks" {
		t.Errorf("one row is copied as %q", got)
	}
	s.Chord(fyne.KeyModifierShift, fyne.KeyDown)
	s.Chord(ui.Ctrl, fyne.KeyC)
	want := "Time\tEmployer\tState\nno 0000000\t\"with \"\"quotes\"\"\"\tworks\nno 0000002\t\"two\nlines\"\tschool"
	if got := clipboard.Content(); got != want {
		t.Errorf("two rows are copied as %q", got)
	}
	s.Chord(ui.Ctrl, fyne.KeyA)
	s.Chord(ui.Ctrl, fyne.KeyC)
	if got := strings.Count(clipboard.Content(), "no 0"); got != 300 {
		t.Errorf("%d rows of 300 are copied", got)
	}
	l.Find()
	s.Type("name")
	s.Chord(ui.Ctrl, fyne.KeyA)
	s.Chord(ui.Ctrl, fyne.KeyC)
	if got := clipboard.Content(); got != "name" {
		t.Errorf("from the search field %q is copied", got)
	}
}

// Ctrl+V gives the screen the cells of a spreadsheet; where it can do nothing
// with them the user is told. In the search field it pastes text.
func TestPastingCells(t *testing.T) {
	s, l := catalogued(t, newCatalogue(30))
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent("a\tb")
	s.Chord(ui.Ctrl, fyne.KeyV)
	s.See("Cells cannot be pasted here.")
	var pasted [][]string
	l.OnPaste = func(cells [][]string) { pasted = cells }
	for words, want := range map[string]string{
		"a\tb\r\nc\td\r\n":                "[[a b] [c d]]",
		"\"two\nlines\"\t\"a \"\"b\"\"\"": "[[two\nlines a \"b\"]]",
		"a\t\t\n\tb":                      "[[a  ] [ b]]",
		"\"open":                          "[[\"open]]",
		"":                                "[]",
	} {
		pasted = nil
		clipboard.SetContent(words)
		s.Chord(ui.Ctrl, fyne.KeyV)
		if got := fmt.Sprint(pasted); got != want {
			t.Errorf("%q is pasted as %s, want %s", words, got, want)
		}
	}
	pasted = nil
	clipboard.SetContent("name")
	l.Find()
	s.Chord(ui.Ctrl, fyne.KeyV)
	if pasted != nil || !strings.Contains(s.All(), "name") {
		t.Errorf("from the search field %v was pasted", pasted)
	}
}

// Letters and hanzi typed in the rows are looked for, as is what an input method
// composes there: its keys open and delete nothing.
func TestTypingInTheRowsFinds(t *testing.T) {
	c := newCatalogue(300)
	s, l := catalogued(t, c)
	opened := false
	l.OnOpen = func(entry) { opened = true }
	s.Type("name 1")
	if l.Len() == 0 || l.Len() == 300 {
		t.Errorf("%d rows were found", l.Len())
	}
	s.Press(fyne.KeyEscape)
	l.Focus()
	s.Type("沈阳")
	s.See("Nothing found for “沈阳”")
	s.Press(fyne.KeyEscape)
	l.Focus()
	s.Press(fyne.KeyS, fyne.KeyY, fyne.KeyBackspace, fyne.KeyReturn) // composing: keys without runes
	s.Type("上")
	s.See("Nothing found for “上”")
	if opened {
		t.Error("a key of the input method opened a row")
	}
}

// The other button of the mouse, the menu key and Shift+F10 ask for the menu of
// the row.
func TestAskingForTheMenuOfARow(t *testing.T) {
	s, l := catalogued(t, newCatalogue(300))
	var asked []string
	l.OnContext = func(fyne.Position) {
		row, _ := l.Chosen()
		asked = append(asked, fmt.Sprint(row.id, " ", l.Picked()))
	}
	s.MenuOfRow("no 0000004")
	s.Chord(fyne.KeyModifierShift, fyne.KeyDown)
	s.Chord(fyne.KeyModifierShift, fyne.KeyF10)
	s.MenuOfRow("no 0000004")
	s.MenuOfRow("no 0000010")
	if got := strings.Join(asked, ", "); got != "no 0000004 1, no 0000006 2, no 0000006 2, no 0000010 1" {
		t.Errorf("asked for the menu of %s", got)
	}
}
