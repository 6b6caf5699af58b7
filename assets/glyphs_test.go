package assets_test

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"visitdesk/app/font"
	"visitdesk/assets"
)

// windowFonts are those that the window's text is drawn in. A rune that they
// lack would be looked for in the computer's own fonts, and be a box where none
// has it.
var windowFonts = []string{"fonts/NotoSansSC-Regular.tgh.ttf", "fonts/NotoSansSC-Bold.tgh.ttf"}

// The window's fonts have every rune of every phrase and of the help.
func TestTheWindowsFontsHaveAllThatItSays(t *testing.T) {
	said := map[string]string{} // where it is said
	for name, phrases := range languages(t) {
		for key, phrase := range phrases {
			said[name+", "+key] = phrase
		}
	}
	pages, err := fs.Glob(assets.Files, "help/*/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal("no help:", err)
	}
	for _, page := range pages {
		data, err := fs.ReadFile(assets.Files, page)
		if err != nil {
			t.Fatal(err)
		}
		said[page] = string(data)
	}
	for _, name := range windowFonts {
		data, err := fs.ReadFile(assets.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		face, err := font.Parse(name, bytes.NewReader(data), 0)
		if err != nil {
			t.Fatal(err)
		}
		lacks := func(r rune) bool { return !unicode.IsControl(r) && face.Glyph(r) == 0 }
		for _, where := range slices.Sorted(maps.Keys(said)) {
			if at := strings.IndexFunc(said[where], lacks); at >= 0 {
				r := []rune(said[where][at:])[0]
				t.Errorf("%s has no %q (%U), which is in %s", name, r, r, where)
			}
		}
	}
}
