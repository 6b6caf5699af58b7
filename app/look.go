package app

import (
	"encoding/json"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"visitdesk/app/i18n"
	"visitdesk/app/screens/settings"
	"visitdesk/app/ui"
)

// The preferences: how the window looks, nothing of the office.
const (
	prefLanguage   = "language"
	prefAppearance = "appearance"
	prefTextSize   = "text size"
	prefWidth      = "width"
	prefHeight     = "height"
	prefFolder     = "folder" // where the office lies that was chosen last
)

// remembered returns the look chosen last, in the language asked for.
func remembered(p fyne.Preferences, language string) settings.Look {
	look := settings.Look{
		Language:   p.StringWithFallback(prefLanguage, i18n.Languages[0]),
		Appearance: ui.Appearance(p.StringWithFallback(prefAppearance, string(ui.Light))),
		TextSize:   p.IntWithFallback(prefTextSize, ui.DefaultTextSize),
	}
	if language != "" {
		look.Language = language
	}
	if !slices.Contains(i18n.Languages, look.Language) {
		look.Language = i18n.Languages[0]
	}
	if !slices.Contains(ui.TextSizes, look.TextSize) {
		look.TextSize = ui.DefaultTextSize
	}
	return look
}

func (w *Window) remember() {
	p := w.app.Preferences()
	p.SetString(prefLanguage, w.look.Language)
	p.SetString(prefAppearance, string(w.look.Appearance))
	p.SetInt(prefTextSize, w.look.TextSize)
}

// rememberedSize returns the window's last size. Its position cannot be asked
// for.
func (w *Window) rememberedSize() fyne.Size {
	p := w.app.Preferences()
	width, height := p.FloatWithFallback(prefWidth, 1200), p.FloatWithFallback(prefHeight, 660)
	return fyne.NewSize(float32(max(width, 800)), float32(max(height, 500)))
}

func (w *Window) rememberSize(s fyne.Size) {
	p := w.app.Preferences()
	p.SetFloat(prefWidth, float64(s.Width))
	p.SetFloat(prefHeight, float64(s.Height))
}

// ownWords are Fyne's words that our window can show, with our phrases for
// them.
var ownWords = map[string]string{
	"Copy": "word.copy", "Cut": "word.cut", "Paste": "word.paste", "Select all": "word.select_all",
	"Undo": "act.undo", "Redo": "word.redo", "Quit": "act.quit", "Cancel": "act.cancel", "OK": "word.ok",
}

// speak makes Fyne's own menus speak our language. Fyne follows the computer's
// language and no other, so the words are registered as if they were that one's.
func speak(text i18n.Text) error {
	words := make(map[string]string, len(ownWords))
	for word, phrase := range ownWords {
		words[word] = text(phrase)
	}
	data, err := json.Marshal(words)
	if err != nil {
		return fmt.Errorf("translate Fyne's words: %w", err)
	}
	if err := lang.AddTranslationsForLocale(data, lang.SystemLocale()); err != nil {
		return fmt.Errorf("translate Fyne's words: %w", err)
	}
	return nil
}
