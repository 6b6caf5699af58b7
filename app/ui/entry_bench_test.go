package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/i18n"
	"visitdesk/app/ui"
	"visitdesk/assets"
)

// BenchmarkTyping measures a key in a long text: one paragraph, and lines of
// fifty hanzi as minutes have them.
func BenchmarkTyping(b *testing.B) {
	test.NewTempApp(b)
	look, err := ui.NewTheme(assets.Files, ui.Light, ui.DefaultTextSize)
	if err != nil {
		b.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(look)
	text, err := i18n.Load(assets.Files, "zh")
	if err != nil {
		b.Fatal(err)
	}
	for _, length := range []int{100, 1_000, 5_000, 10_000, 20_000, 100_000} {
		for name, words := range map[string]string{
			"paragraph": strings.Repeat("走访企业，", length/5),
			"lines":     strings.Repeat(strings.Repeat("走访企业，", 10)+"\n", length/51),
		} {
			b.Run(fmt.Sprintf("%s=%d", name, length), func(b *testing.B) {
				window := test.NewTempWindow(b, nil)
				e := (&ui.Desk{Text: text, Window: window}).LongEntry(10)
				window.SetContent(e)
				window.Resize(fyne.NewSize(700, 400))
				window.Canvas().Focus(e)
				e.SetText(words)
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
				for b.Loop() {
					e.TypedRune('访')
				}
			})
		}
	}
}
