package ui

import (
	"slices"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
)

// composing follows what an input method does with the keys of a field. On Linux
// and macOS Fyne is told of every key, also of those that the input method keeps
// for itself, and of the runes that it makes of them: later, after further keys
// on a busy computer, and not from which. A printable key that brings no rune of
// its own is held by the input method, and while it holds any, the keys that
// edit are its business and not the field's. Where that cannot be known a key is
// left to the input method: pressing Backspace twice is better than losing a
// letter unseen.
type composing struct {
	keys   []fyne.KeyName // held, in order; Return stands where it gave out what was typed
	at     time.Time      // when the last key came
	giving bool           // the runes that are coming were made of keys let go already
}

// soon is how long after its key a rune comes at the latest. Later ones come
// from a click on the list of characters.
const soon = 400 * time.Millisecond

// held returns how many keys the input method is composing of.
func (c *composing) held() int {
	for i, key := range slices.Backward(c.keys) {
		if key == fyne.KeyReturn {
			return len(c.keys) - 1 - i
		}
	}
	return len(c.keys)
}

// press notes a printable key. A digit or space begins no composition: some
// keyboards have digits that bring no rune.
func (c *composing) press(key fyne.KeyName, now time.Time) {
	c.at, c.giving = now, false
	if c.held() > 0 || letter(key) || !(key == fyne.KeySpace || '0' <= key[0] && key[0] <= '9') {
		c.keys = append(c.keys, key)
	}
}

// edit reports whether an editing key is the input method's, and follows what
// it does with it.
func (c *composing) edit(key fyne.KeyName) bool {
	if c.held() == 0 {
		return false
	}
	c.giving = false
	switch key {
	case fyne.KeyBackspace:
		c.keys = c.keys[:len(c.keys)-1]
	case fyne.KeyEscape:
		c.keys = nil
	case fyne.KeyReturn, fyne.KeyEnter:
		c.keys = append(c.keys, fyne.KeyReturn)
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd,
		fyne.KeyDelete, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyTab:
	default:
		return false
	}
	return true
}

// rune notes a rune: one that a held key stands for lets that key go, any other
// was made of the keys up to the one that chose it.
func (c *composing) rune(r rune, now time.Time) {
	for len(c.keys) > 0 && c.keys[0] == fyne.KeyReturn {
		c.keys = c.keys[1:]
	}
	switch {
	case c.giving || len(c.keys) == 0:
	case brings(c.keys[0], r):
		c.keys = c.keys[1:]
	default:
		c.give(r, now)
	}
}

// give lets the keys go that r was made of. What was pressed behind the key that
// chose it is composed next; a letter may also have done both, as the fifth one
// does in Wubi and the first of a syllable in Hangul.
func (c *composing) give(r rune, now time.Time) {
	chose := -1
	for i, key := range c.keys {
		if !letter(key) {
			chose = i
		}
	}
	next := c.keys[len(c.keys)-1:]
	switch {
	case unicode.IsLetter(r) && !composed(r): // an accent and its letter
		c.keys = nil
	case chose >= 0:
		c.keys = c.keys[chose+1:]
	case len(c.keys) > 1 && composed(r) && now.Sub(c.at) < soon:
		c.keys = next
	default:
		c.keys = nil
	}
	c.giving = true
}

// printable reports whether the key usually brings a rune.
func printable(key fyne.KeyName) bool { return len(key) == 1 || key == fyne.KeySpace }

func letter(key fyne.KeyName) bool { return len(key) == 1 && 'A' <= key[0] && key[0] <= 'Z' }

// brings reports whether r is what the key brings without an input method.
func brings(key fyne.KeyName, r rune) bool {
	return key == fyne.KeySpace && r == ' ' || len(key) == 1 && unicode.ToUpper(r) == rune(key[0])
}

// composed reports whether r is of a script that takes several keys for one.
func composed(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
}
