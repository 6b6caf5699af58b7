package story

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/ui"
	"visitdesk/assets"
)

// Chord presses a key while others are held, as a window would: a shortcut goes
// to the main menu first, else to the field that has the focus. Shift alone
// makes no shortcut.
func (s *Story) Chord(held fyne.KeyModifier, key fyne.KeyName) {
	s.Helper()
	if held&^fyne.KeyModifierShift == 0 {
		s.Desk.Held = func() fyne.KeyModifier { return held }
		defer func() { s.Desk.Held = func() fyne.KeyModifier { return 0 } }()
		s.Press(key)
		return
	}
	shortcut := shortcutOf(held, key)
	for _, menu := range s.Window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == shortcut.ShortcutName() {
				item.Action()
				s.Settle()
				return
			}
		}
	}
	if field, ok := s.Window.Canvas().Focused().(fyne.Shortcutable); ok {
		field.TypedShortcut(shortcut)
	}
	s.Settle()
}

// shortcutOf returns what Fyne makes of a chord: some have names of their own.
func shortcutOf(held fyne.KeyModifier, key fyne.KeyName) fyne.Shortcut {
	if held == ui.Ctrl {
		switch key {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		case fyne.KeyC:
			return &fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()}
		case fyne.KeyX:
			return &fyne.ShortcutCut{Clipboard: fyne.CurrentApp().Clipboard()}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()}
		}
	}
	return &desktop.CustomShortcut{KeyName: key, Modifier: held}
}

// MenuSays returns the words of the menu that is open over the window.
func (s *Story) MenuSays() []string {
	s.Helper()
	var list []string
	for _, o := range s.top() {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			list = append(list, t.Text)
		}
	}
	return list
}

// Has returns what has the keyboard, in words; empty for nothing.
func (s *Story) Has() string {
	s.Helper()
	s.Settle()
	if o, ok := s.Window.Canvas().Focused().(fyne.CanvasObject); ok {
		return words(o)
	}
	return ""
}

// Tabs walks through the window by Tab alone and returns the controls that it
// does not reach, and those that show no sign of having the keyboard.
func (s *Story) Tabs() (unreached, unseen []string) {
	s.Helper()
	s.Settle()
	missing := map[fyne.Focusable]bool{}
	for _, o := range s.top() {
		control, ok := o.(fyne.Focusable)
		if off, can := o.(fyne.Disableable); ok && !(can && off.Disabled()) {
			missing[control] = true
		}
	}
	window := s.Window.Canvas()
	for range 2 * len(missing) {
		window.FocusNext()
		control := window.Focused()
		if !missing[control] {
			continue
		}
		delete(missing, control)
		with := drawn(control.(fyne.CanvasObject))
		window.Unfocus()
		if with == drawn(control.(fyne.CanvasObject)) {
			unseen = append(unseen, describe(control))
		}
		window.Focus(control)
	}
	for control := range missing {
		unreached = append(unreached, describe(control))
	}
	return unreached, unseen
}

// drawn returns how the rectangles of an object look: the ground and the rings.
func drawn(o fyne.CanvasObject) string {
	var b strings.Builder
	for _, part := range visible(nil, o) {
		if r, ok := part.(*canvas.Rectangle); ok {
			fmt.Fprintf(&b, "%v %v %v %v;", r.FillColor, r.StrokeColor, r.StrokeWidth, r.Size())
		}
	}
	return b.String()
}

func describe(control fyne.Focusable) string {
	return fmt.Sprintf("%T %q", control, words(control.(fyne.CanvasObject)))
}

// Window returns a window in our look for benchmarks.
func Window(b *testing.B) fyne.Window {
	b.Helper()
	test.NewTempApp(b)
	look, err := ui.NewTheme(assets.Files, ui.Light, ui.DefaultTextSize)
	if err != nil {
		b.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(look)
	return test.NewTempWindow(b, nil)
}
