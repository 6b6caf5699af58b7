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

// Words is text of one tone, without the padding of a label.
type Words struct {
	widget.BaseWidget
	Text string
	rich *widget.RichText
	seg  *widget.TextSegment

	wraps   bool
	cuts    bool    // what has no room, with a sign that there is more
	width   float32 // the lines were broken for
	size    float32 // of the text they were broken at
	measure func(string) float32
}

// Words returns running text of the given tone.
func (d *Desk) Words(text string, tone Tone) *Words {
	return newWords(text, tone, theme.SizeNameText, true)
}

// Line returns text of the given tone on one line that ends with … where the
// room does.
func (d *Desk) Line(text string, tone Tone) *Words {
	w := newWords(text, tone, theme.SizeNameText, false)
	w.cuts = true
	w.rich.Truncation = fyne.TextTruncateClip // Fyne's own … would shape the text anew at every call
	return w
}

// Caption returns small text of the given tone.
func (d *Desk) Caption(text string, tone Tone) *Words {
	return newWords(text, tone, theme.SizeNameCaptionText, true)
}

// Heading returns the name of a record, large.
func (d *Desk) Heading(text string) *Words {
	return newWords(text, Strong, theme.SizeNameHeadingText, true)
}

// Subheading returns the name of a part of a page.
func (d *Desk) Subheading(text string) *Words {
	return newWords(text, Strong, theme.SizeNameSubHeadingText, false)
}

func newWords(text string, tone Tone, size fyne.ThemeSizeName, wraps bool) *Words {
	w := &Words{Text: text, wraps: wraps}
	w.seg = &widget.TextSegment{Text: text, Style: widget.RichTextStyle{
		ColorName: tone.colour(), SizeName: size, TextStyle: fyne.TextStyle{Bold: tone == Strong},
	}}
	w.rich = widget.NewRichText(w.seg)
	w.ExtendBaseWidget(w)
	return w
}

// SetText changes the words.
func (w *Words) SetText(text string) {
	if w.Text == text {
		return
	}
	w.Text = text
	w.fit(w.width, true)
	w.rich.Refresh()
}

// set changes words and tone; a row of a list that is filled again with what it
// already says costs nothing.
func (w *Words) set(text string, tone Tone) {
	colour, bold := tone.colour(), tone == Strong
	if w.Text == text && w.seg.Style.ColorName == colour && w.seg.Style.TextStyle.Bold == bold {
		return
	}
	w.Text = text
	w.seg.Style.ColorName, w.seg.Style.TextStyle.Bold = colour, bold
	w.fit(w.width, true)
	w.rich.Refresh()
}

// fit breaks the lines for a width, if that or the size of the text is another
// than before or the text is new; it reports whether it did.
func (w *Words) fit(width float32, fresh bool) bool {
	if !w.wraps && !w.cuts || width <= 0 {
		w.seg.Text = w.Text
		return fresh
	}
	size := theme.Size(w.seg.Style.SizeName)
	if !fresh && width == w.width && size == w.size {
		return false
	}
	if w.cuts {
		before := w.seg.Text
		w.width, w.size = width, size
		w.seg.Text = elided(w.Text, width, size, w.seg.Style.TextStyle)
		return fresh || w.seg.Text != before
	}
	if size != w.size || w.measure == nil {
		w.measure = measurer(size, w.seg.Style.TextStyle)
	}
	w.width, w.size = width, size
	w.seg.Text = broken(w.Text, width, w.measure)
	return true
}

// CreateRenderer lays the text out without its padding.
func (w *Words) CreateRenderer() fyne.WidgetRenderer { return &wordsRenderer{w} }

type wordsRenderer struct{ words *Words }

func (r *wordsRenderer) Destroy()                     {}
func (r *wordsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.words.rich} }

func (r *wordsRenderer) Refresh() {
	r.words.fit(r.words.width, false)
	r.words.rich.Refresh()
}

func (r *wordsRenderer) Layout(size fyne.Size) {
	if r.words.fit(size.Width, false) {
		r.words.rich.Refresh()
	}
	pad := theme.InnerPadding()
	r.words.rich.Move(fyne.NewPos(-pad, -pad))
	r.words.rich.Resize(size.AddWidthHeight(2*pad, 2*pad))
}

// MinSize is one word wide where the text wraps, and as high as its lines were
// when it was last laid out.
func (r *wordsRenderer) MinSize() fyne.Size {
	pad := theme.InnerPadding()
	size := r.words.rich.MinSize().SubtractWidthHeight(2*pad, 2*pad)
	if r.words.wraps {
		size.Width = min(size.Width, 3*theme.TextSize())
	}
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
		g.rect.StrokeColor, g.rect.StrokeWidth = colour(g.edge), theme.Size(sizeLine)
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
