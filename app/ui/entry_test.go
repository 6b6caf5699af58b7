package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
)

// compose presses keys that the input method keeps: no rune follows them.
func compose(e *ui.Entry, keys ...fyne.KeyName) {
	for _, key := range keys {
		e.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// typed presses a key and delivers its rune, as without an input method.
func typed(e *ui.Entry, text string) {
	for _, r := range text {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(string(r - 'a' + 'A'))})
		e.TypedRune(r)
	}
}

// commit delivers what the input method made, without keys.
func commit(e *ui.Entry, text string) {
	for _, r := range text {
		e.TypedRune(r)
	}
}

func newEntry(t *testing.T, long bool) (*story.Story, *ui.Entry) {
	t.Helper()
	return newEntryIn(t, "zh", long)
}

func newEntryIn(t *testing.T, language string, long bool) (*story.Story, *ui.Entry) {
	t.Helper()
	s := story.Begin(t, language)
	e := s.Desk.Entry()
	if long {
		e = s.Desk.LongEntry(3)
	}
	s.Show(newPage(e))
	s.Window.Canvas().Focus(e)
	return s, e
}

// While an input method composes, the keys that edit the composition leave the
// text alone.
func TestComposingLeavesTheTextAlone(t *testing.T) {
	for name, keys := range map[string][]fyne.KeyName{
		"backspace": {fyne.KeyBackspace, fyne.KeyBackspace},
		"arrows":    {fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd},
		"pages":     {fyne.KeyPageUp, fyne.KeyPageDown},
		"delete":    {fyne.KeyHome, fyne.KeyDelete},
		"enter":     {fyne.KeyReturn},
		"escape":    {fyne.KeyEscape},
	} {
		t.Run(name, func(t *testing.T) {
			_, e := newEntry(t, true)
			commit(e, "沈阳")
			compose(e, "D", "O", "N", "G")
			row, column := e.CursorRow, e.CursorColumn
			compose(e, keys...)
			if e.Text != "沈阳" || e.CursorRow != row || e.CursorColumn != column {
				t.Errorf("the text is %q, the cursor at %d,%d", e.Text, e.CursorRow, e.CursorColumn)
			}
		})
	}
}

// Enter that commits the letters typed does not submit the field; the next does.
func TestComposingEnterDoesNotSubmit(t *testing.T) {
	_, e := newEntry(t, false)
	submitted := 0
	e.OnSubmitted = func(string) { submitted++ }
	compose(e, "D", "O", "N", "G", fyne.KeyReturn)
	if submitted != 0 {
		t.Fatal("Enter was taken from the input method")
	}
	commit(e, "东")
	compose(e, fyne.KeyReturn)
	if submitted != 1 || e.Text != "东" {
		t.Errorf("submitted %d times, the text is %q", submitted, e.Text)
	}
}

// Esc that gives up a composition does not leave the form; the next one reaches
// the window.
func TestComposingEscape(t *testing.T) {
	s, e := newEntry(t, false)
	s.Desk.Told("a notice that Esc takes away")
	compose(e, "D", fyne.KeyEscape)
	s.See("a notice")
	compose(e, fyne.KeyEscape)
	s.Miss("a notice")
}

// When all letters of a composition are taken back, Backspace deletes text
// again.
func TestBackspaceAfterComposing(t *testing.T) {
	_, e := newEntry(t, false)
	commit(e, "沈阳")
	compose(e, "D", "O", fyne.KeyBackspace, fyne.KeyBackspace)
	if e.Text != "沈阳" {
		t.Fatalf("the text is %q", e.Text)
	}
	compose(e, fyne.KeyBackspace)
	if e.Text != "沈" {
		t.Errorf("the text is %q, want 沈", e.Text)
	}
}

// Without an input method every key does what it always did.
func TestTypingLatin(t *testing.T) {
	_, e := newEntry(t, false)
	typed(e, "neusoft")
	compose(e, fyne.KeyBackspace, fyne.KeyHome, fyne.KeyDelete)
	if e.Text != "eusof" {
		t.Errorf("the text is %q, want eusof", e.Text)
	}
}

// A click, or leaving the field, ends a composition.
func TestLeavingEndsComposing(t *testing.T) {
	s, e := newEntry(t, false)
	commit(e, "沈阳")
	compose(e, "D", "O")
	s.Window.Canvas().Unfocus()
	s.Window.Canvas().Focus(e)
	compose(e, fyne.KeyBackspace)
	if e.Text != "沈" {
		t.Errorf("the text is %q, want 沈", e.Text)
	}
}

// Tab leaves a field of several lines too, and the F-keys reach the window.
func TestKeysThatAreNotTheFields(t *testing.T) {
	s := story.Begin(t, "en")
	e, pressed := s.Desk.LongEntry(3), 0
	p := newPage(e)
	p.commands = []ui.Command{{Phrase: "act.keys", Menu: "menu.help", Key: fyne.KeyF1, Do: func() { pressed++ }}}
	s.Show(p)
	s.Window.Canvas().Focus(e)
	s.Press(fyne.KeyF1)
	if e.AcceptsTab() || pressed != 1 {
		t.Errorf("the field keeps Tab: %v; F1 arrived %d times", e.AcceptsTab(), pressed)
	}
}

// Ctrl+Z takes back typing before it takes back what was saved.
func TestUndoTyping(t *testing.T) {
	s, e := newEntry(t, false)
	commit(e, "沈阳")
	if !s.Desk.UndoTyping() || e.Text == "沈阳" {
		t.Errorf("the text is %q", e.Text)
	}
	for s.Desk.UndoTyping() {
		t.Log("another step")
	}
	if e.Text != "" {
		t.Errorf("the text is %q after all was taken back", e.Text)
	}
}
