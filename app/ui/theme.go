package ui

import (
	"fmt"
	"image/color"
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Appearance says whether the window is light or dark.
type Appearance string

// The appearances; System follows the computer's own setting.
const (
	System Appearance = "system"
	Light  Appearance = "light"
	Dark   Appearance = "dark"
)

// Appearances lists the appearances a user may choose from.
var Appearances = []Appearance{System, Light, Dark}

// Key returns the phrase key of a.
func (a Appearance) Key() string {
	switch a {
	case Light:
		return "appearance.light"
	case Dark:
		return "appearance.dark"
	}
	return "appearance.system"
}

// TextSizes lists the sizes of the window's text in points; DefaultTextSize is
// one of them.
var TextSizes = []int{12, 14, 15, 18, 21}

// DefaultTextSize is the size of the window's text until the user chooses one.
const DefaultTextSize = 15

// The colours of our own beside Fyne's: the sidebar, the ring around what has
// the focus, the cards that lie on the paper, and the two tinted grounds.
const (
	colourSidebar      fyne.ThemeColorName = "sidebar"
	colourSidebarText  fyne.ThemeColorName = "sidebarText"
	colourSidebarMuted fyne.ThemeColorName = "sidebarMuted"
	colourSidebarMark  fyne.ThemeColorName = "sidebarMark" // the ground of the section shown
	colourAccent       fyne.ThemeColorName = "accent"      // the bar beside it
	colourRing         fyne.ThemeColorName = "ring"
	colourSurface      fyne.ThemeColorName = "surface"
	colourTray         fyne.ThemeColorName = "tray" // behind the pages of a paper
	colourPage         fyne.ThemeColorName = "page" // which are white also in the dark
)

// A Theme is the look "墨·纸·青": dark ink beside warm paper, one teal accent,
// seal red for what is overdue or wrong.
type Theme struct {
	regular, bold fyne.Resource
	fallback      fyne.Theme // for icons and symbols
	appearance    Appearance
	scale         float32
}

// NewTheme returns the theme with its two fonts read from files, at the given
// text size in points.
func NewTheme(files fs.FS, appearance Appearance, size int) (*Theme, error) {
	t := &Theme{fallback: theme.DefaultTheme(), appearance: appearance, scale: float32(size) / DefaultTextSize}
	for _, font := range []struct {
		into *fyne.Resource
		name string
	}{
		{&t.regular, "NotoSansSC-Regular.tgh.ttf"},
		{&t.bold, "NotoSansSC-Bold.tgh.ttf"},
	} {
		data, err := fs.ReadFile(files, "fonts/"+font.name)
		if err != nil {
			return nil, fmt.Errorf("read font: %w", err)
		}
		*font.into = fyne.NewStaticResource(font.name, data)
	}
	return t, nil
}

// palette holds each colour for the light and the dark look.
// The contrasts are held by TestContrast.
var palette = map[fyne.ThemeColorName][2]uint32{
	theme.ColorNameBackground:        {0xF6F7F5FF, 0x14191BFF},
	colourSurface:                    {0xFFFFFFFF, 0x1D2427FF},
	colourTray:                       {0xE3E7E4FF, 0x0E1214FF},
	colourPage:                       {0xFFFFFFFF, 0xFFFFFFFF},
	theme.ColorNameInputBackground:   {0xFFFFFFFF, 0x1D2427FF},
	theme.ColorNameMenuBackground:    {0xFFFFFFFF, 0x1D2427FF},
	theme.ColorNameOverlayBackground: {0xFFFFFFFF, 0x1D2427FF},
	theme.ColorNameHeaderBackground:  {0xECEFECFF, 0x1D2427FF},
	theme.ColorNameForeground:        {0x1E2A2EFF, 0xE6ECECFF},
	theme.ColorNamePlaceHolder:       {0x566367FF, 0xA3B1B4FF},
	theme.ColorNameDisabled:          {0x6B777BFF, 0x8C999DFF},
	theme.ColorNamePrimary:           {0x1F6170FF, 0x63B5C1FF},
	theme.ColorNameHyperlink:         {0x1F6170FF, 0x63B5C1FF},
	theme.ColorNameButton:            {0xE4E9E6FF, 0x2A3438FF},
	theme.ColorNameDisabledButton:    {0xECEFECFF, 0x232B2EFF},
	theme.ColorNameFocus:             {0x2B849633, 0x63B5C133},
	colourRing:                       {0x2B8496FF, 0x63B5C1FF},
	theme.ColorNameSelection:         {0xD6E8EAFF, 0x28434AFF},
	theme.ColorNameHover:             {0x1E2A2E12, 0xE6ECEC14},
	theme.ColorNamePressed:           {0x1E2A2E26, 0xE6ECEC26},
	theme.ColorNameInputBorder:       {0x7A878AFF, 0x728084FF},
	theme.ColorNameError:             {0xB3372BFF, 0xF59B91FF},
	theme.ColorNameWarning:           {0x8A5A00FF, 0xE6B65CFF},
	theme.ColorNameSuccess:           {0x2B6B3FFF, 0x7FC78EFF},
	theme.ColorNameSeparator:         {0xDADFDCFF, 0x2E383BFF},
	theme.ColorNameScrollBar:         {0x1E2A2E59, 0xE6ECEC59},
	theme.ColorNameShadow:            {0x1E2A2E33, 0x00000080},

	theme.ColorNameForegroundOnPrimary: {0xFFFFFFFF, 0x0E1416FF},
	theme.ColorNameForegroundOnError:   {0xFFFFFFFF, 0x0E1416FF},
	theme.ColorNameForegroundOnWarning: {0xFFFFFFFF, 0x0E1416FF},
	theme.ColorNameForegroundOnSuccess: {0xFFFFFFFF, 0x0E1416FF},

	colourSidebar:      {0x20393FFF, 0x182A2FFF},
	colourSidebarText:  {0xE6EEEEFF, 0xE6EEEEFF},
	colourSidebarMuted: {0xA9BCBFFF, 0xA9BCBFFF},
	colourSidebarMark:  {0x31525AFF, 0x294248FF},
	colourAccent:       {0x63B5C1FF, 0x63B5C1FF},
}

// Color returns the colour of that name.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	both, ours := palette[name]
	variant = t.variant(variant)
	if !ours {
		return t.fallback.Color(name, variant)
	}
	v := both[0]
	if variant == theme.VariantDark {
		v = both[1]
	}
	return color.NRGBA{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}
}

// variant returns the look that the user chose, or else the system's.
func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.appearance {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	}
	return system
}

// Font returns the bold font for bold text and the regular one for all else:
// each further style would be parsed and kept once more.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return t.fallback.Font(style)
	case style.Bold:
		return t.bold
	}
	return t.regular
}

// Icon returns Fyne's icon of that name.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.fallback.Icon(name) }

// Sizes of our own beside Fyne's: everything on an eight-point grid.
const (
	sizeSidebar   = 190
	sizeLabel     = 104 // the column of labels in a detail
	sizeFormLabel = 132 // the column of labels in a form
	sizeForm      = 860 // the widest that a form's lines run
	sizeText      = 690 // the widest that running text runs: 46 hanzi
	sizeRow       = 34  // the height of a row of a list
	sizeGap       = 16  // between cards, around a page
	sizeRing      = 2
)

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               15,
	theme.SizeNameCaptionText:        13,
	theme.SizeNameSubHeadingText:     17,
	theme.SizeNameHeadingText:        22,
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       8,
	theme.SizeNameLineSpacing:        5,
	theme.SizeNameInputRadius:        6,
	theme.SizeNameButtonRadius:       6,
	theme.SizeNameSelectionRadius:    4,
	theme.SizeNamePopupRadius:        10,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameScrollBar:          12,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameModalBlurRadius:    0, // a blur costs a frame on a PC without a graphics card
}

// scaled lists the sizes that grow with the text.
var scaled = map[fyne.ThemeSizeName]bool{
	theme.SizeNameText: true, theme.SizeNameCaptionText: true,
	theme.SizeNameSubHeadingText: true, theme.SizeNameHeadingText: true,
	theme.SizeNameLineSpacing: true, theme.SizeNameInlineIcon: true,
}

// Size returns the size of that name, text at the size the user chose.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	size, ours := sizes[name]
	if !ours {
		size = t.fallback.Size(name)
	}
	if scaled[name] {
		return size * t.scale
	}
	return size
}

// colour returns the colour of that name as things are now.
func colour(name fyne.ThemeColorName) color.Color {
	settings := fyne.CurrentApp().Settings()
	return settings.Theme().Color(name, settings.ThemeVariant())
}

// grown returns n pixels at the text size the user chose: for widths that
// must hold words.
func grown(n float32) float32 { return n * theme.TextSize() / DefaultTextSize }
