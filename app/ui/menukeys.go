package ui

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Fyne writes the key of a menu item in a fifth of the ink of its words, which
// few eyes can read. So the key is written into the words, in a column of its
// own, and Fyne is given a shortcut that it knows by name but cannot write. The
// menus of a Mac are the system's, which writes keys well.

// keyGap parts the words of an item from its key.
const keyGap = "   "

// unwritten is a shortcut that Fyne finds by its name and does not write.
type unwritten struct{ name string }

func (u unwritten) ShortcutName() string { return u.name }

// nameKeys writes the keys of a menu's items into their words.
func nameKeys(items []*fyne.MenuItem) {
	if runtime.GOOS == "darwin" {
		return
	}
	measure := func(words string) float32 { return fyne.MeasureText(words, theme.TextSize(), fyne.TextStyle{}).Width }
	var widest float32
	for _, item := range items {
		widest = max(widest, measure(item.Label))
	}
	space := measure("x x") - measure("xx")
	for _, item := range items {
		key, ok := item.Shortcut.(fyne.KeyboardShortcut)
		if !ok || space <= 0 {
			continue
		}
		gap := strings.Repeat(" ", int((widest-measure(item.Label))/space+0.5))
		item.Label += gap + keyGap + keyName(Command{Key: key.Key(), With: key.Mod()})
		item.Shortcut = unwritten{key.(fyne.Shortcut).ShortcutName()}
	}
}

// Unkeyed returns the words of a menu item without its key.
func Unkeyed(label string) string {
	words, _, _ := strings.Cut(label, keyGap)
	return words
}
