package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// A Command is one thing the user can do, by the menu or by its key.
type Command struct {
	Phrase string       // its words
	Menu   string       // the phrase of the menu it stands in
	Key    fyne.KeyName // empty for none
	With   fyne.KeyModifier
	Off    func() string // the phrase that says why it cannot be done now, or ""; nil for always
	Do     func()
}

// Ctrl is the key that goes with most commands: Cmd on a Mac.
const Ctrl = fyne.KeyModifierShortcutDefault

// Menus lists the phrases of the menus in their order.
var Menus = []string{"menu.file", "menu.edit", "menu.go", "menu.help"}

// do does what c is for, unless a question waits or c is off; then it says why.
func (d *Desk) do(c Command) {
	if d.asking() {
		return
	}
	d.guard(func() {
		if c.Off != nil {
			if why := c.Off(); why != "" {
				d.show(notice{tone: Warn, words: d.T(why)})
				return
			}
		}
		c.Do()
	})
}

// menu returns the main menu of the commands. Every key is in it: a shortcut of
// the canvas is dead while a field has the focus, one of the menu is not.
func (d *Desk) menu(commands []Command) *fyne.MainMenu {
	var menus []*fyne.Menu
	for _, phrase := range Menus {
		menu := fyne.NewMenu(d.T(phrase))
		for _, c := range commands {
			if c.Menu == phrase {
				menu.Items = append(menu.Items, d.menuItem(c))
			}
		}
		if len(menu.Items) > 0 {
			menus = append(menus, menu)
		}
	}
	return fyne.NewMainMenu(menus...)
}

func (d *Desk) menuItem(c Command) *fyne.MenuItem {
	item := fyne.NewMenuItem(d.T(c.Phrase), func() { d.do(c) })
	if c.Key != "" {
		item.Shortcut = &desktop.CustomShortcut{KeyName: c.Key, Modifier: c.With}
	}
	switch {
	case c.Phrase == "act.quit":
		item.IsQuit = true // or Fyne adds one of its own
	case c.Key == fyne.KeyZ && c.With == Ctrl:
		item.Shortcut = &fyne.ShortcutUndo{}
	}
	return item
}

// typed does what a key is for that the control with the focus has no use for.
func (d *Desk) typed(key *fyne.KeyEvent) {
	if d.asking() {
		d.guard(func() { d.dialogs[len(d.dialogs)-1].typed(key) })
		return
	}
	for _, c := range d.commands {
		if c.Key == key.Name && c.With == 0 {
			d.do(c)
			return
		}
	}
	if key.Name == fyne.KeyEscape && d.frame != nil {
		d.guard(d.frame.escape)
	}
}

// UndoTyping takes back the last typing in the field that has the focus and
// reports whether there was any: Ctrl+Z means the text first, then the record.
func (d *Desk) UndoTyping() bool {
	e, ok := d.Window.Canvas().Focused().(*Entry)
	return ok && e.undo()
}

// Keys lists what the keyboard can do where the user is.
func (d *Desk) Keys() fyne.CanvasObject {
	pairs := container.New(labelled{label: 2 * sizeLabel, gap: 4})
	for _, c := range d.commands {
		if c.Key != "" {
			pairs.Add(d.Words(d.T(c.Phrase), Plain))
			pairs.Add(d.Words(d.keyName(c), Muted))
		}
	}
	scroll := container.NewVScroll(pairs)
	scroll.SetMinSize(fyne.NewSize(0, grown(320)))
	return scroll
}

// keyName is what a key is called on the keyboard.
func (d *Desk) keyName(c Command) string {
	name := string(c.Key)
	switch c.Key {
	case fyne.KeyEscape:
		name = "Esc"
	case fyne.KeyEqual:
		name = "+"
	case fyne.KeyMinus:
		name = "−"
	}
	if c.With&fyne.KeyModifierShift != 0 {
		name = "Shift+" + name
	}
	if c.With&Ctrl != 0 {
		name = "Ctrl+" + name
	}
	return name
}
