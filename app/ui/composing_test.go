package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// What an input method makes of keys comes late, behind keys that it composes
// next: those stay its own until they have been taken back or given out.
func TestRunesThatComeLate(t *testing.T) {
	const back = fyne.KeyBackspace
	for name, c := range map[string]struct {
		keys, after []fyne.KeyName
		comes, left string
		taken       int // further Backspaces until one deletes text
	}{
		"the next syllable": {keys: []fyne.KeyName{"N", "I", "H", "A", "O", fyne.KeySpace, "S", "H"}, comes: "你好", left: "你好", taken: 2},
		"chosen by number":  {keys: []fyne.KeyName{"N", "I", "2", "S"}, comes: "泥", left: "泥", taken: 1},
		"in two steps":      {keys: []fyne.KeyName{"N", "I", "H", "A", "O", "2", "3", fyne.KeySpace}, comes: "泥号", left: "泥号"},
		"taken as letters":  {keys: []fyne.KeyName{"N", "I", fyne.KeyReturn, "S", "H", "I"}, comes: "ni", left: "ni", taken: 3},
		"a fifth letter":    {keys: []fyne.KeyName{"G", "G", "L", "L", "A"}, comes: "一", left: "一", taken: 1},
		"a sign":            {keys: []fyne.KeyName{"N", "I", ","}, comes: "你，", left: "你，"},
		"given up":          {keys: []fyne.KeyName{"N", "I", fyne.KeyEscape}, left: ""},
		"taken back":        {keys: []fyne.KeyName{"N", "I", back, back, "W", "O", fyne.KeySpace}, comes: "我", left: "我"},
		"by Shift":          {keys: []fyne.KeyName{"N", "I", "LeftShift"}, comes: "ni", left: "ni"},
		"an accent":         {keys: []fyne.KeyName{"'", "E"}, comes: "é", left: "é"},
		"wide letters":      {keys: []fyne.KeyName{"A"}, comes: "Ａ", left: "Ａ"},
		"direct typing":     {keys: []fyne.KeyName{"O", "K"}, comes: "ok", left: "ok"},
		"digits and blanks": {keys: []fyne.KeyName{"1", fyne.KeySpace, "7"}, comes: "1 ", left: "1 "},
	} {
		t.Run(name, func(t *testing.T) {
			_, e := newEntry(t, true)
			compose(e, c.keys...)
			commit(e, c.comes)
			for range c.taken {
				compose(e, back)
			}
			if e.Text != c.left {
				t.Fatalf("the field holds %q, want %q", e.Text, c.left)
			}
			compose(e, back)
			if c.left != "" && e.Text == c.left {
				t.Errorf("the field still holds %q", e.Text)
			}
		})
	}
}

// While an input method composes, Tab walks through its characters, and the keys
// that select and move by words are its own; afterwards Tab leaves the field.
func TestComposingKeepsTheField(t *testing.T) {
	_, e := newEntry(t, false)
	commit(e, "沈阳")
	compose(e, "D", "O", "N", "G", fyne.KeyTab)
	if !e.AcceptsTab() {
		t.Error("Tab leaves the field")
	}
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	compose(e, fyne.KeySpace)
	commit(e, "东")
	if e.Text != "沈阳东" || e.AcceptsTab() {
		t.Errorf("the field holds %q and keeps Tab: %v", e.Text, e.AcceptsTab())
	}
}

// A text too long to be worked on is shown in part, says so and stays whole.
func TestATextTooLongStaysAsItIs(t *testing.T) {
	book := strings.Repeat("走访企业，", 70_000)
	s := newSheet(t, everything{name: "东软", words: book})
	s.See("more than the 20000 that can be edited here")
	s.form.Save()
	s.Settle()
	if s.saved != 1 || s.v.words != book {
		t.Errorf("saved %d times; %d bytes of %d are left", s.saved, len(s.v.words), len(book))
	}
}
