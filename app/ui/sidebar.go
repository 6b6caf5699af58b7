package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sideItem is an entry of the sidebar: icon, name, and how much is due there.
type sideItem struct {
	spot
	section Section
	chosen  bool
	due     int
}

func newSideItem(d *Desk, s Section, tapped func()) *sideItem {
	item := &sideItem{section: s}
	item.own(item, d, tapped)
	return item
}

func (s *sideItem) choose(chosen bool) { s.chosen = chosen; s.Refresh() }
func (s *sideItem) badge(n int)        { s.due = n; s.Refresh() }

// AccessibilityLabel is what a screen reader says.
func (s *sideItem) AccessibilityLabel() string { return s.desk.T(s.section.Phrase) }

func (s *sideItem) CreateRenderer() fyne.WidgetRenderer {
	r := &sideRenderer{
		item: s, ground: &canvas.Rectangle{}, accent: &canvas.Rectangle{}, pill: &canvas.Rectangle{},
		icon: canvas.NewImageFromResource(theme.NewColoredResource(theme.Icon(s.section.Icon), colourSidebarMuted)),
		name: canvas.NewText(s.desk.T(s.section.Phrase), nil), due: canvas.NewText("", nil),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.due.Alignment = fyne.TextAlignCenter
	r.Refresh()
	return r
}

type sideRenderer struct {
	item                 *sideItem
	ground, accent, pill *canvas.Rectangle
	icon                 *canvas.Image
	name, due            *canvas.Text
}

func (r *sideRenderer) Destroy() {}

func (r *sideRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.accent, r.icon, r.name, r.pill, r.due}
}

func (r *sideRenderer) MinSize() fyne.Size {
	return r.name.MinSize().AddWidthHeight(80, 18)
}

func (r *sideRenderer) Layout(size fyne.Size) {
	r.ground.Move(fyne.NewPos(8, 0))
	r.ground.Resize(size.SubtractWidthHeight(16, 0))
	r.accent.Move(fyne.NewPos(0, 8))
	r.accent.Resize(fyne.NewSize(3, size.Height-16))
	side := theme.IconInlineSize()
	r.icon.Move(fyne.NewPos(20, (size.Height-side)/2))
	r.icon.Resize(fyne.NewSquareSize(side))
	text := r.name.MinSize()
	r.name.Move(fyne.NewPos(28+side, (size.Height-text.Height)/2))
	r.name.Resize(text)
	due := r.due.MinSize()
	pill := fyne.NewSize(max(due.Width+12, 24), due.Height+2)
	at := fyne.NewPos(size.Width-16-pill.Width, (size.Height-pill.Height)/2)
	r.pill.Move(at)
	r.pill.Resize(pill)
	r.due.Move(at.AddXY(0, 1))
	r.due.Resize(fyne.NewSize(pill.Width, due.Height))
}

func (r *sideRenderer) Refresh() {
	s := r.item
	r.ground.CornerRadius = theme.Size(theme.SizeNameButtonRadius)
	r.ground.Hidden = !s.chosen && !s.hovered && !s.focused
	s.paint(r.ground, colourSidebarMark, colourAccent)
	r.accent.FillColor, r.accent.Hidden = colour(colourAccent), !s.chosen
	r.name.Color, r.name.TextSize = colour(colourSidebarText), theme.TextSize()
	r.name.TextStyle.Bold = s.chosen
	r.due.Text, r.due.TextSize = strconv.Itoa(s.due), theme.CaptionTextSize()
	r.due.Color = colour(theme.ColorNameForegroundOnError)
	r.pill.FillColor, r.pill.CornerRadius = colour(theme.ColorNameError), 9
	r.pill.Hidden, r.due.Hidden = s.due == 0, s.due == 0
	r.Layout(s.Size())
	canvas.Refresh(s)
}

// SideTitle is the name above the sections.
func (d *Desk) SideTitle(words string) fyne.CanvasObject {
	return sideText(words, colourSidebarText, theme.SizeNameSubHeadingText, insets{18, 12, 14, 20})
}

// SideNote is small print below the sections.
func (d *Desk) SideNote(words string) fyne.CanvasObject {
	return sideText(words, colourSidebarMuted, theme.SizeNameCaptionText, insets{8, 12, 12, 20})
}

func sideText(words string, name fyne.ThemeColorName, size fyne.ThemeSizeName, room insets) fyne.CanvasObject {
	seg := &widget.TextSegment{Text: words, Style: widget.RichTextStyle{ColorName: name, SizeName: size,
		TextStyle: fyne.TextStyle{Bold: size == theme.SizeNameSubHeadingText}}}
	w := &Words{Text: words, seg: seg, rich: widget.NewRichText(seg)}
	w.ExtendBaseWidget(w)
	return container.New(room, w)
}
