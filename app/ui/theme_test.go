package ui_test

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"visitdesk/app/ui"
	"visitdesk/assets"
)

func newTheme(t *testing.T, appearance ui.Appearance, size int) *ui.Theme {
	t.Helper()
	look, err := ui.NewTheme(assets.Files, appearance, size)
	if err != nil {
		t.Fatal(err)
	}
	return look
}

// Words can be read on the ground they stand on, and what has the focus can be
// told from what has not, in the light and in the dark.
func TestContrast(t *testing.T) {
	const text, graphic = 4.5, 3
	grounds := []fyne.ThemeColorName{theme.ColorNameBackground, theme.ColorNameInputBackground,
		theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground, "surface"}
	for _, appearance := range []ui.Appearance{ui.Light, ui.Dark} {
		look := newTheme(t, appearance, ui.DefaultTextSize)
		check := func(front, back fyne.ThemeColorName, least float64) {
			if got := contrast(look.Color(front, 0), look.Color(back, 0)); got < least {
				t.Errorf("%s: %s on %s has a contrast of %.1f, want %.1f", appearance, front, back, got, least)
			}
		}
		for _, ground := range grounds {
			for _, name := range []fyne.ThemeColorName{theme.ColorNameForeground, theme.ColorNamePlaceHolder,
				theme.ColorNamePrimary, theme.ColorNameHyperlink, theme.ColorNameError, theme.ColorNameWarning, theme.ColorNameSuccess} {
				check(name, ground, text)
			}
			check("ring", ground, graphic)
			check(theme.ColorNameInputBorder, ground, graphic)
			check(theme.ColorNameDisabled, ground, graphic)
		}
		check(theme.ColorNameForeground, theme.ColorNameSelection, text)
		check(theme.ColorNameForeground, theme.ColorNameButton, text)
		check(theme.ColorNameWarning, theme.ColorNameSelection, text)
		check(theme.ColorNameError, theme.ColorNameSelection, text)
		check(theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, text)
		check(theme.ColorNameForegroundOnError, theme.ColorNameError, text)
		check("sidebarText", "sidebar", text)
		check("sidebarText", "sidebarMark", text)
		check("sidebarMuted", "sidebar", text)
		check("accent", "sidebar", graphic)
	}
}

// contrast returns the ratio of WCAG 2.2, 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		f := float64(v) / 0xFFFF
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// The theme parses two fonts and no more, whatever style is asked for.
func TestTwoFonts(t *testing.T) {
	look := newTheme(t, ui.Light, ui.DefaultTextSize)
	names := map[string]bool{}
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Monospace: true}, {Underline: true}, {Bold: true, Italic: true}} {
		names[look.Font(style).Name()] = true
	}
	if len(names) != 2 {
		t.Errorf("the theme hands out %d fonts: %v", len(names), names)
	}
	for name := range names {
		if !strings.HasPrefix(name, "NotoSansSC-") {
			t.Errorf("unexpected font %s", name)
		}
	}
}

// Text grows with the size chosen; paddings do not.
func TestTextSize(t *testing.T) {
	small, large := newTheme(t, ui.Light, 12), newTheme(t, ui.Light, 21)
	if a, b := small.Size(theme.SizeNameText), large.Size(theme.SizeNameText); math.Abs(float64(a-12)) > 0.01 || math.Abs(float64(b-21)) > 0.01 {
		t.Errorf("text is %v and %v, want 12 and 21", a, b)
	}
	if a, b := small.Size(theme.SizeNamePadding), large.Size(theme.SizeNamePadding); a != b {
		t.Errorf("padding is %v and %v", a, b)
	}
}

// A look that follows the system takes its variant; a chosen one does not.
func TestAppearance(t *testing.T) {
	dark := newTheme(t, ui.Dark, 15).Color(theme.ColorNameBackground, theme.VariantLight)
	system := newTheme(t, ui.System, 15)
	if got := system.Color(theme.ColorNameBackground, theme.VariantDark); got != dark {
		t.Errorf("in a dark system the ground is %v, want %v", got, dark)
	}
	if got := system.Color(theme.ColorNameBackground, theme.VariantLight); got == dark {
		t.Error("in a light system the ground is dark")
	}
}

// A program without its fonts says so and does not start.
func TestThemeWithoutFonts(t *testing.T) {
	if _, err := ui.NewTheme(emptyFiles{}, ui.Light, 15); err == nil {
		t.Error("a theme without fonts was made")
	}
}
