package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A Command is one thing the user can do. Its literal is the only place that
// says so: the main menu, the context menu of the rows, the keys, the palette
// and the help page of keys are made from it.
type Command struct {
	Phrase  string       // its words, and what tells it from the others
	Menu    string       // the phrase of the menu it stands in
	Key     fyne.KeyName // empty for none
	With    fyne.KeyModifier
	Off     func() string // the phrase that says why it cannot be done now, or ""; nil for always
	Do      func()
	Context bool // stands in the context menu of the rows too

	// text is what the command does to the field that is typed in; it reports
	// whether it did it. It comes before Do, and works in a dialog too.
	text func() bool
	over bool // works over a question too
}

// Ctrl is the key that goes with most commands: Cmd on a Mac.
const Ctrl = fyne.KeyModifierShortcutDefault

// Menus lists the phrases of the menus in their order.
var Menus = []string{"menu.file", "menu.edit", "menu.go", "menu.view", "menu.help"}

// Commands returns what can be done where the user is, what belongs to the
// screen first.
func (d *Desk) Commands() []Command { return d.commands }

// offer takes over the commands that can be given from now on: those of what is
// shown, and those that work everywhere. Of two with one key or one phrase the
// first counts, so that a screen can give a key a sense of its own.
func (d *Desk) offer(groups ...[]Command) {
	d.commands = nil
	keys, phrases := map[fyne.KeyName][]fyne.KeyModifier{}, map[string]bool{}
	menus := make(map[string][]*fyne.MenuItem, len(Menus))
	for _, group := range groups {
		fresh := make(map[string]bool, len(Menus)) // the menus that the group has begun
		for _, c := range group {
			if phrases[c.Phrase] || c.Key != "" && slices.Contains(keys[c.Key], c.With) {
				continue
			}
			phrases[c.Phrase] = true
			keys[c.Key] = append(keys[c.Key], c.With)
			d.commands = append(d.commands, c)
			if items := menus[c.Menu]; len(items) > 0 && !fresh[c.Menu] {
				menus[c.Menu] = append(items, fyne.NewMenuItemSeparator())
			}
			fresh[c.Menu] = true
			menus[c.Menu] = append(menus[c.Menu], d.menuItem(c))
		}
	}
	d.Window.SetMainMenu(d.mainMenu(menus))
}

// mainMenu puts every key into a menu: a shortcut of the canvas is dead while a
// field has the focus, one of the menu is not.
func (d *Desk) mainMenu(items map[string][]*fyne.MenuItem) *fyne.MainMenu {
	var menus []*fyne.Menu
	for _, phrase := range Menus {
		if len(items[phrase]) > 0 {
			list := quitLast(items[phrase])
			nameKeys(list)
			menus = append(menus, fyne.NewMenu(d.T(phrase), list...))
		}
	}
	return fyne.NewMainMenu(menus...)
}

// quitLast puts the item that quits behind the others, or Fyne adds one of its
// own there.
func quitLast(items []*fyne.MenuItem) []*fyne.MenuItem {
	at := slices.IndexFunc(items, func(item *fyne.MenuItem) bool { return item.IsQuit })
	if at < 0 {
		return items
	}
	quit := items[at]
	return append(slices.Delete(items, at, at+1), fyne.NewMenuItemSeparator(), quit)
}

func (d *Desk) menuItem(c Command) *fyne.MenuItem {
	item := fyne.NewMenuItem(d.T(c.Phrase), func() { d.do(c) })
	if c.Key != "" {
		item.Shortcut = &desktop.CustomShortcut{KeyName: c.Key, Modifier: c.With}
	}
	switch {
	case c.Phrase == "act.quit":
		item.IsQuit = true
	case c.With == Ctrl && c.Key == fyne.KeyZ: // Fyne knows these two by names of its own
		item.Shortcut = &fyne.ShortcutUndo{}
	case c.With == Ctrl && c.Key == fyne.KeyY:
		item.Shortcut = &fyne.ShortcutRedo{}
	}
	return item
}

// ContextMenu shows those of the commands that belong to a row at a place of the
// window; one that cannot be given now says why.
func (d *Desk) ContextMenu(commands []Command, at fyne.Position) {
	if d.asking() {
		return
	}
	menu := fyne.NewMenu("")
	for _, c := range commands {
		if !c.Context {
			continue
		}
		item, why := d.menuItem(c), ""
		d.guard(func() { why = c.why() })
		if why != "" {
			item.Disabled = true
			item.Label = d.T("menu.off", item.Label, d.T(why))
		}
		menu.Items = append(menu.Items, item)
	}
	if len(menu.Items) == 0 {
		return
	}
	d.closeMenus()
	nameKeys(menu.Items)
	widget.ShowPopUpMenuAtPosition(menu, d.Window.Canvas(), at)
}

// closeMenus closes the context menu or the drop-down list that is open: a
// command given by its key goes on below it.
func (d *Desk) closeMenus() {
	overlays := d.Window.Canvas().Overlays()
	for top := overlays.Top(); top != nil && len(overlays.List()) > len(d.dialogs); top = overlays.Top() {
		overlays.Remove(top)
	}
}

// why returns the phrase that says why c cannot be done now, or "".
func (c Command) why() string {
	if c.Off == nil {
		return ""
	}
	return c.Off()
}

// do does what c is for, unless a question waits or c is off; then it says why.
func (d *Desk) do(c Command) {
	if c.text != nil {
		done := false
		d.guard(func() { done = c.text() })
		if done {
			return
		}
	}
	if d.asking() && !c.over {
		if top, ok := d.dialogs[len(d.dialogs)-1].(interface{ given(Command) }); ok {
			top.given(c)
		}
		return
	}
	d.guard(func() {
		d.closeMenus()
		if why := c.why(); why != "" {
			d.show(notice{tone: Warn, words: d.T(why)})
			return
		}
		c.Do()
	})
}

// typed does what a key is for that the control with the focus has no use for.
func (d *Desk) typed(key *fyne.KeyEvent) {
	if d.asking() {
		d.guard(func() { d.dialogs[len(d.dialogs)-1].typed(key) })
		return
	}
	held := d.held()
	for _, c := range d.commands {
		if c.Key == key.Name && c.With == held && (held == 0 || held == fyne.KeyModifierShift) {
			d.do(c)
			return
		}
	}
	if key.Name == fyne.KeyEscape && d.frame != nil {
		d.guard(d.frame.escape)
	}
}

// held returns which of Shift, Ctrl and Alt are down. Fyne has no shortcuts of
// Shift and an F-key: such a key arrives like any other, without a word of
// Shift.
func (d *Desk) held() fyne.KeyModifier {
	if d.Held != nil {
		return d.Held()
	}
	if driver, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return driver.CurrentKeyModifiers()
	}
	return 0
}

// keyNames are the names of keys that are called otherwise on the keyboard.
var keyNames = map[fyne.KeyName]string{
	fyne.KeyEscape: "Esc", fyne.KeyEqual: "=", fyne.KeyMinus: "−", fyne.KeyLeft: "←", fyne.KeyRight: "→",
	fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyDelete: "Del", fyne.KeyReturn: "Enter", fyne.KeyPageUp: "PgUp",
	fyne.KeyPageDown: "PgDn",
}

// keyName is what a command's key is called on the keyboard; empty for none.
func keyName(c Command) string {
	if c.Key == "" {
		return ""
	}
	name := string(c.Key)
	if known := keyNames[c.Key]; known != "" {
		name = known
	}
	if c.With&fyne.KeyModifierShift != 0 {
		name = "Shift+" + name
	}
	if c.With&fyne.KeyModifierAlt != 0 {
		name = "Alt+" + name
	}
	if c.With&fyne.KeyModifierSuper != 0 {
		name = "Cmd+" + name
	}
	if c.With&fyne.KeyModifierControl != 0 {
		name = "Ctrl+" + name
	}
	return name
}

// keyOf returns the key of the command of a phrase where the user is, or "".
func (d *Desk) keyOf(phrase string) string {
	for _, c := range d.commands {
		if c.Phrase == phrase {
			return keyName(c)
		}
	}
	return ""
}
