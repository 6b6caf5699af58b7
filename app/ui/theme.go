package ui

import (
	"fmt"
	"image/color"
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Appearance says whether the window is light, dark, or in black and white.
type Appearance string

// The appearances; System follows the computer's own setting.
const (
	System       Appearance = "system"
	Light        Appearance = "light"
	Dark         Appearance = "dark"
	HighContrast Appearance = "contrast" // for eyes that lines of a hair's breadth and shades of grey are lost on
)

// Appearances lists the appearances a user may choose from.
var Appearances = []Appearance{System, Light, Dark, HighContrast}

// Key returns the phrase key of a.
func (a Appearance) Key() string {
	switch a {
	case Light:
		return "appearance.light"
	case Dark:
		return "appearance.dark"
	case HighContrast:
		return "appearance.contrast"
	}
	return "appearance.system"
}

// TextSizes lists the sizes of the window's text in points, 80 to 200 % of
// DefaultTextSize in even steps.
var TextSizes = []int{12, 15, 18, 21, 24, 27, 30}

// DefaultTextSize is the size of the window's text until the user chooses one.
const DefaultTextSize = 15

// The colours of our own beside Fyne's: the sidebar, the ring around what has
// the focus, the cards that lie on the paper, and the two tinted grounds; and the
// outline of controls that are told from the paper by their shade alone.
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
	colourOutline      fyne.ThemeColorName = "outline"
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

// Resize changes the size of the text, in points. What is shown must be laid out
// anew.
func (t *Theme) Resize(size int) { t.scale = float32(size) / DefaultTextSize }

// palette holds each colour for the light, the dark and the high-contrast look.
// The contrasts are held by TestContrast.
var palette = map[fyne.ThemeColorName][3]uint32{
	theme.ColorNameBackground:        {0xF6F7F5FF, 0x14191BFF, 0xFFFFFFFF},
	colourSurface:                    {0xFFFFFFFF, 0x1D2427FF, 0xFFFFFFFF},
	colourTray:                       {0xE3E7E4FF, 0x0E1214FF, 0xE0E0E0FF},
	colourPage:                       {0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF},
	theme.ColorNameInputBackground:   {0xFFFFFFFF, 0x1D2427FF, 0xFFFFFFFF},
	theme.ColorNameMenuBackground:    {0xFFFFFFFF, 0x1D2427FF, 0xFFFFFFFF},
	theme.ColorNameOverlayBackground: {0xFFFFFFFF, 0x1D2427FF, 0xFFFFFFFF},
	theme.ColorNameHeaderBackground:  {0xECEFECFF, 0x1D2427FF, 0xFFFFFFFF},
	theme.ColorNameForeground:        {0x1E2A2EFF, 0xE6ECECFF, 0x000000FF},
	theme.ColorNamePlaceHolder:       {0x526064FF, 0xADBABDFF, 0x303030FF},
	theme.ColorNameDisabled:          {0x6B777BFF, 0x8C999DFF, 0x595959FF},
	theme.ColorNamePrimary:           {0x1F6170FF, 0x72C0CBFF, 0x000000FF},
	theme.ColorNameHyperlink:         {0x1F6170FF, 0x72C0CBFF, 0x0000B4FF},
	theme.ColorNameButton:            {0xE4E9E6FF, 0x2A3438FF, 0xE6E6E6FF},
	theme.ColorNameDisabledButton:    {0xECEFECFF, 0x232B2EFF, 0xF2F2F2FF},
	theme.ColorNameFocus:             {0x2B849633, 0x63B5C133, 0x0078D733},
	colourOutline:                    {0x00000000, 0x00000000, 0x000000FF},
	colourRing:                       {0x2B8496FF, 0x63B5C1FF, 0x0078D7FF},
	theme.ColorNameSelection:         {0xDCECEEFF, 0x22393FFF, 0xFFE600FF},
	theme.ColorNameHover:             {0x1E2A2E10, 0xE6ECEC12, 0x00000026},
	theme.ColorNamePressed:           {0x1E2A2E26, 0xE6ECEC26, 0x00000040},
	theme.ColorNameInputBorder:       {0x758285FF, 0x7C8A8EFF, 0x000000FF},
	theme.ColorNameError:             {0xA83126FF, 0xF7A79EFF, 0x9B0000FF},
	theme.ColorNameWarning:           {0x815300FF, 0xE6B65CFF, 0x5C3A00FF},
	theme.ColorNameSuccess:           {0x28653BFF, 0x89CE97FF, 0x004D1AFF},
	theme.ColorNameSeparator:         {0xDADFDCFF, 0x2E383BFF, 0x000000FF},
	theme.ColorNameScrollBar:         {0x1E2A2E88, 0xE6ECEC66, 0x000000B0},
	theme.ColorNameShadow:            {0x1E2A2E33, 0x00000080, 0x00000080},

	theme.ColorNameForegroundOnPrimary: {0xFFFFFFFF, 0x0E1416FF, 0xFFFFFFFF},
	theme.ColorNameForegroundOnError:   {0xFFFFFFFF, 0x0E1416FF, 0xFFFFFFFF},
	theme.ColorNameForegroundOnWarning: {0xFFFFFFFF, 0x0E1416FF, 0xFFFFFFFF},
	theme.ColorNameForegroundOnSuccess: {0xFFFFFFFF, 0x0E1416FF, 0xFFFFFFFF},

	colourSidebar:      {0x20393FFF, 0x182A2FFF, 0x000000FF},
	colourSidebarText:  {0xE6EEEEFF, 0xE6EEEEFF, 0xFFFFFFFF},
	colourSidebarMuted: {0xA9BCBFFF, 0xA9BCBFFF, 0xE0E0E0FF},
	colourSidebarMark:  {0x31525AFF, 0x294248FF, 0x404040FF},
	colourAccent:       {0x63B5C1FF, 0x63B5C1FF, 0xFFE600FF},
}

// Color returns the colour of that name.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	shades, ours := palette[name]
	variant = t.variant(variant)
	if !ours {
		return t.fallback.Color(name, variant)
	}
	v := shades[0]
	switch {
	case t.appearance == HighContrast:
		v = shades[2]
	case variant == theme.VariantDark:
		v = shades[1]
	}
	return color.NRGBA{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}
}

// variant returns the look that the user chose, or else the system's.
func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.appearance {
	case Light, HighContrast:
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
	sizeFocus:                        sizeRing,
	theme.SizeNameModalBlurRadius:    0, // a blur costs a frame on a PC without a graphics card
}

// sizeFocus is how thick the ring is.
const sizeFocus fyne.ThemeSizeName = "focusRing"

// sizeLine is how thick the lines around controls and cards are.
const sizeLine = theme.SizeNameSeparatorThickness

// bold lists the lines that are thicker where contrast is high.
var bold = map[fyne.ThemeSizeName]float32{
	theme.SizeNameSeparatorThickness: 2,
	theme.SizeNameInputBorder:        2,
	sizeFocus:                        4,
}

// scaled lists the sizes that grow with the text.
var scaled = map[fyne.ThemeSizeName]bool{
	theme.SizeNameText: true, theme.SizeNameCaptionText: true,
	theme.SizeNameSubHeadingText: true, theme.SizeNameHeadingText: true,
	theme.SizeNameLineSpacing: true, theme.SizeNameInlineIcon: true,
}

// Size returns the size of that name, text at the size the user chose.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, thick := bold[name]; thick && t.appearance == HighContrast {
		return size
	}
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
