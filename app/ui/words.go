package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tone is what words mean; the theme gives it a colour. Colour never stands
// alone: words that warn begin with a mark of their own.
type Tone int

// The tones.
const (
	Plain  Tone = iota
	Strong      // stands out
	Muted       // stands back
	Accent      // leads on
	Warn        // worth a look
	Alert       // overdue, wrong
	Good        // done
)

// Mark returns the sign that goes before words of the tone, and a space.
func (t Tone) Mark() string {
	switch t {
	case Warn:
		return "● "
	case Alert:
		return "▲ "
	case Good:
		return "✓ "
	}
	return ""
}

func (t Tone) colour() fyne.ThemeColorName {
	switch t {
	case Muted:
		return theme.ColorNamePlaceHolder
	case Accent:
		return theme.ColorNamePrimary
	case Warn:
		return theme.ColorNameWarning
	case Alert:
		return theme.ColorNameError
	case Good:
		return theme.ColorNameSuccess
	}
	return theme.ColorNameForeground
}

// Words is text of one tone that wraps, without the padding of a label.
type Words struct {
	widget.BaseWidget
	Text string
	rich *widget.RichText
	seg  *widget.TextSegment
}

// Words returns running text of the given tone.
func (d *Desk) Words(text string, tone Tone) *Words {
	return d.words(text, tone, theme.SizeNameText, d.wrap())
}

// Line returns text of the given tone on one line that is cut off where the
// room ends.
func (d *Desk) Line(text string, tone Tone) *Words {
	w := d.words(text, tone, theme.SizeNameText, fyne.TextWrapOff)
	w.rich.Truncation = fyne.TextTruncateClip
	return w
}

// Caption returns small text of the given tone.
func (d *Desk) Caption(text string, tone Tone) *Words {
	return d.words(text, tone, theme.SizeNameCaptionText, d.wrap())
}

// Heading returns the name of a record, large.
func (d *Desk) Heading(text string) *Words {
	return d.words(text, Strong, theme.SizeNameHeadingText, d.wrap())
}

// Subheading returns the name of a part of a page.
func (d *Desk) Subheading(text string) *Words {
	return d.words(text, Strong, theme.SizeNameSubHeadingText, fyne.TextWrapOff)
}

func (d *Desk) words(text string, tone Tone, size fyne.ThemeSizeName, wrap fyne.TextWrap) *Words {
	w := &Words{Text: text}
	w.seg = &widget.TextSegment{Text: text, Style: widget.RichTextStyle{
		ColorName: tone.colour(), SizeName: size, TextStyle: fyne.TextStyle{Bold: tone == Strong},
	}}
	w.rich = widget.NewRichText(w.seg)
	w.rich.Wrapping = wrap
	w.ExtendBaseWidget(w)
	return w
}

// SetText changes the words.
func (w *Words) SetText(text string) {
	if w.Text == text {
		return
	}
	w.Text, w.seg.Text = text, text
	w.rich.Refresh()
}

// set changes words and tone; a row of a list that is filled again with what it
// already says costs nothing.
func (w *Words) set(text string, tone Tone) {
	colour, bold := tone.colour(), tone == Strong
	if w.Text == text && w.seg.Style.ColorName == colour && w.seg.Style.TextStyle.Bold == bold {
		return
	}
	w.Text, w.seg.Text = text, text
	w.seg.Style.ColorName, w.seg.Style.TextStyle.Bold = colour, bold
	w.rich.Refresh()
}

// CreateRenderer lays the text out without its padding.
func (w *Words) CreateRenderer() fyne.WidgetRenderer {
	return &wordsRenderer{w.rich}
}

type wordsRenderer struct{ rich *widget.RichText }

func (r *wordsRenderer) Destroy()                     {}
func (r *wordsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rich} }
func (r *wordsRenderer) Refresh()                     { r.rich.Refresh() }

func (r *wordsRenderer) Layout(size fyne.Size) {
	pad := theme.InnerPadding()
	r.rich.Move(fyne.NewPos(-pad, -pad))
	r.rich.Resize(size.AddWidthHeight(2*pad, 2*pad))
}

func (r *wordsRenderer) MinSize() fyne.Size {
	pad := theme.InnerPadding()
	size := r.rich.MinSize().SubtractWidthHeight(2*pad, 2*pad)
	return fyne.NewSize(max(size.Width, 0), max(size.Height, 0))
}

// Ground is a filled rectangle that follows the theme.
type Ground struct {
	widget.BaseWidget
	fill, edge fyne.ThemeColorName
	radius     float32
	rect       *canvas.Rectangle
}

func newGround(fill, edge fyne.ThemeColorName, radius float32) *Ground {
	g := &Ground{fill: fill, edge: edge, radius: radius, rect: &canvas.Rectangle{}}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer draws the rectangle.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	g.paint()
	return &groundRenderer{widget.NewSimpleRenderer(g.rect), g}
}

func (g *Ground) paint() {
	if g.fill != "" {
		g.rect.FillColor = colour(g.fill)
	}
	if g.edge != "" {
		g.rect.StrokeColor, g.rect.StrokeWidth = colour(g.edge), 1
	}
	g.rect.CornerRadius = g.radius
}

type groundRenderer struct {
	fyne.WidgetRenderer
	ground *Ground
}

func (r *groundRenderer) Refresh() {
	r.ground.paint()
	r.WidgetRenderer.Refresh()
}
