package ui_test

import (
	"image/color"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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

// Contrasts of WCAG 2.2: of text, of what only shows that text is out of use,
// and of lines and signs that mean something.
const (
	text    = 4.5
	unused  = 3
	graphic = 3
)

// A pairing is where colours meet in the window: each of the fronts upon each of
// the grounds. A ground may be several layers, the lowest first.
type pairing struct {
	fronts  []fyne.ThemeColorName
	grounds []string
	least   float64
}

func names(s string) (list []fyne.ThemeColorName) {
	for _, name := range strings.Fields(s) {
		list = append(list, fyne.ThemeColorName(name))
	}
	return list
}

// pairings lists where colours meet. Separators and shadows are left out: in the
// light and in the dark they only adorn what stands apart without them.
var pairings = []pairing{
	{names("foreground placeholder primary hyperlink error warning success"),
		[]string{"background", "surface", "inputBackground", "menuBackground", "overlayBackground", "headerBackground",
			"background hover", "surface hover", "menuBackground hover", "inputBackground hover", "headerBackground hover",
			"menuBackground focus", "selection", "selection hover"}, text},
	{names("foreground"), []string{"button", "button hover", "button focus", "button pressed", "background pressed", "background focus",
		"surface focus", "surface pressed", "inputBackground focus"}, text},
	{names("foregroundOnPrimary"), []string{"primary", "primary hover", "primary focus", "primary pressed"}, text},
	{names("foregroundOnError"), []string{"error", "error hover", "error focus", "error pressed"}, text},
	{names("foregroundOnWarning"), []string{"warning", "warning hover", "warning focus"}, text},
	{names("foregroundOnSuccess"), []string{"success", "success hover", "success focus"}, text},
	{names("sidebarText"), []string{"sidebar", "sidebarMark"}, text},
	{names("sidebarMuted"), []string{"sidebar"}, text},
	{names("sidebarMuted accent"), []string{"sidebar", "sidebarMark"}, graphic},
	{names("disabled"), []string{"background", "surface", "inputBackground", "menuBackground", "overlayBackground", "disabledButton"}, unused},
	{names("ring inputBorder"), []string{"background", "surface", "inputBackground", "menuBackground", "overlayBackground", "headerBackground",
		"selection", "background hover", "surface hover"}, graphic},
	{names("ring"), []string{"tray"}, graphic},
	{names("primary"), []string{"tray"}, graphic},
	{names("surface"), []string{"primary", "error", "warning", "success"}, graphic}, // the line between them and the ring
	{names("scrollBar"), []string{"background", "surface", "inputBackground", "menuBackground", "overlayBackground", "tray"}, graphic},
}

// Where contrast is high lines part what shades part elsewhere.
var bolder = []pairing{
	{names("separator outline"), []string{"background", "surface", "tray", "page", "button", "selection"}, graphic},
	{names("foreground placeholder primary hyperlink error warning success"), []string{"background", "surface"}, 7},
}

// Words can be read on the ground they stand on, and what has the focus can be
// told from what has not, in every look.
func TestContrast(t *testing.T) {
	for _, appearance := range []ui.Appearance{ui.Light, ui.Dark, ui.HighContrast} {
		look := newTheme(t, appearance, ui.DefaultTextSize)
		meet := pairings
		if appearance == ui.HighContrast {
			meet = slices.Concat(pairings, bolder)
		}
		for _, p := range meet {
			for _, ground := range p.grounds {
				below := layers(look, names(ground)...)
				for _, front := range p.fronts {
					if got := contrast(over(below, look.Color(front, 0)), below); got < p.least {
						t.Errorf("%s: %s on %s has a contrast of %.2f, want %.1f", appearance, front, ground, got, p.least)
					}
				}
			}
		}
	}
}

// layers lays colours one over the other.
func layers(look *ui.Theme, names ...fyne.ThemeColorName) color.Color {
	var c color.Color = color.White
	for _, name := range names {
		c = over(c, look.Color(name, 0))
	}
	return c
}

// over lays a colour that may be seen through over another.
func over(below, above color.Color) color.Color {
	r, g, b, _ := below.RGBA()
	x, y, z, a := above.RGBA()
	mix := func(below, above uint32) uint16 { return uint16(above + below*(0xFFFF-a)/0xFFFF) }
	return color.RGBA64{mix(r, x), mix(g, y), mix(b, z), 0xFFFF}
}

// TestContrast knows every colour that the window is drawn with.
func TestEveryColourIsChecked(t *testing.T) {
	known := map[string]bool{"separator": true, "shadow": true, "outline": true, "page": true}
	for _, p := range pairings {
		for _, name := range p.fronts {
			known[string(name)] = true
		}
		for _, ground := range p.grounds {
			for _, name := range names(ground) {
				known[string(name)] = true
			}
		}
	}
	named := regexp.MustCompile(`theme\.ColorName([A-Z]\w*)|colour[A-Z]\w* +fyne\.ThemeColorName = "(\w+)"`)
	for _, pattern := range []string{"*.go", "../screens/*/*.go", "../*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range named.FindAllStringSubmatch(string(source), -1) {
				name := found[2]
				if found[1] != "" {
					name = strings.ToLower(found[1][:1]) + found[1][1:]
				}
				if name == "placeHolder" {
					name = string(theme.ColorNamePlaceHolder)
				}
				if !known[name] {
					t.Errorf("%s: the contrast of %q is not checked", file, name)
				}
			}
		}
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
	small, large := newTheme(t, ui.Light, 12), newTheme(t, ui.Light, 30)
	if a, b := small.Size(theme.SizeNameText), large.Size(theme.SizeNameText); math.Abs(float64(a-12)) > 0.01 || math.Abs(float64(b-30)) > 0.01 {
		t.Errorf("text is %v and %v, want 12 and 30", a, b)
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
