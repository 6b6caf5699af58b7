package ui

import (
	"context"
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"visitdesk/app/raster"
	"visitdesk/app/typeset"
)

// Zoom says how large a preview shows its pages.
type Zoom int

// The zooms: a page as wide as there is room, or a whole page at a time.
const (
	FitWidth Zoom = iota
	FitPage
)

// Preview shows the pages of a paper below each other. It draws only those that
// are seen, at the sharpness of the screen, off the window's goroutine.
type Preview struct {
	widget.BaseWidget
	desk    *Desk
	pages   []typeset.Page
	sheets  []*sheet
	zoom    Zoom
	paper   int // counts the papers shown, so that a late drawing is dropped
	scroll  *container.Scroll
	column  *fyne.Container
	focused bool

	// OnPage is called with the page at the top, from 0, and their number.
	OnPage func(page, of int)
}

// sheet is a page on the screen.
type sheet struct {
	image *canvas.Image
	body  fyne.CanvasObject
	dpi   float64 // it was drawn at; 0 while it is blank
	busy  bool
}

var _ fyne.Focusable = (*Preview)(nil)

// Preview returns an empty preview.
func (d *Desk) Preview() *Preview {
	p := &Preview{desk: d}
	p.column = container.New(&pile{p})
	p.scroll = container.NewVScroll(p.column)
	p.scroll.OnScrolled = func(fyne.Position) { p.seen() }
	p.ExtendBaseWidget(p)
	return p
}

// SetPages shows the pages of a layout, staying at the place shown.
func (p *Preview) SetPages(l typeset.Layout) {
	p.paper++
	p.pages, p.sheets, p.column.Objects = l.Pages, nil, nil
	for range l.Pages {
		s := &sheet{image: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleSmooth}}
		s.body = container.NewStack(newGround(colourPage, theme.ColorNameSeparator, 0), s.image)
		p.sheets = append(p.sheets, s)
		p.column.Add(s.body)
	}
	p.layout()
}

// SetZoom shows the pages at another size and stays at the page shown.
func (p *Preview) SetZoom(z Zoom) {
	at := p.At()
	p.zoom = z
	p.layout()
	p.Go(at)
}

func (p *Preview) layout() {
	p.column.Refresh()
	p.scroll.Refresh()
	p.seen()
}

// At returns the page that most of the window shows, from 0.
func (p *Preview) At() int {
	middle := p.scroll.Offset.Y + p.scroll.Size().Height/2
	for i := range p.pages {
		if at, size := p.place(i); middle < at.Y+size.Height+sizeGap/2 {
			return i
		}
	}
	return max(len(p.pages)-1, 0)
}

// Go scrolls to a page.
func (p *Preview) Go(page int) {
	if len(p.pages) == 0 {
		return
	}
	at, _ := p.place(min(max(page, 0), len(p.pages)-1))
	p.scroll.ScrollToOffset(fyne.NewPos(0, at.Y-sizeGap/2))
	p.seen()
}

// place returns where a page lies in the pile, and its size.
func (p *Preview) place(page int) (fyne.Position, fyne.Size) {
	y := float32(sizeGap)
	for i := range page {
		y += p.size(i).Height + sizeGap
	}
	size := p.size(page)
	return fyne.NewPos(max((p.scroll.Size().Width-size.Width)/2, 0), y), size
}

func (p *Preview) size(page int) fyne.Size {
	room := p.scroll.Size().SubtractWidthHeight(2*sizeGap+8, sizeGap)
	ratio := float32(p.pages[page].Height / p.pages[page].Width)
	width := room.Width
	if p.zoom == FitPage {
		width = min(width, room.Height/ratio)
	}
	width = max(width, 100)
	return fyne.NewSize(width, width*ratio)
}

// seen draws the pages in view and the ones next to them.
func (p *Preview) seen() {
	if len(p.pages) == 0 || p.scroll.Size().Height == 0 {
		return
	}
	top, bottom := p.scroll.Offset.Y, p.scroll.Offset.Y+p.scroll.Size().Height
	for i, s := range p.sheets {
		at, size := p.place(i)
		if at.Y < bottom+size.Height/2 && at.Y+size.Height > top-size.Height/2 {
			p.draw(i, s, size)
		} else if s.dpi != 0 && !s.busy { // a page out of sight gives its memory back
			s.image.Image, s.dpi = nil, 0
			s.image.Refresh()
		}
	}
	if p.OnPage != nil {
		p.OnPage(p.At(), len(p.pages))
	}
}

// draw draws page i at the sharpness of the screen, unless it is so already.
func (p *Preview) draw(i int, s *sheet, size fyne.Size) {
	page, paper := p.pages[i], p.paper
	dpi := math.Round(float64(size.Width*p.desk.Window.Canvas().Scale()) / (page.Width / 25.4))
	if s.busy || s.dpi == dpi {
		return
	}
	s.busy = true
	var drawn image.Image
	p.desk.Run(func(context.Context) error {
		drawn = raster.Draw(page, dpi)
		return nil
	}, func(err error) {
		s.busy = false
		if paper != p.paper {
			return
		}
		s.image.Image, s.dpi = drawn, dpi
		s.image.Refresh()
		p.desk.Fail(err)
		if err == nil {
			p.seen() // the zoom or the place may be another by now
		}
	})
}

// pile lays the sheets out below each other, centred.
type pile struct{ preview *Preview }

func (l *pile) MinSize([]fyne.CanvasObject) fyne.Size {
	p := l.preview
	if len(p.pages) == 0 {
		return fyne.NewSize(100, 100)
	}
	at, size := p.place(len(p.pages) - 1)
	return fyne.NewSize(100, at.Y+size.Height+sizeGap)
}

func (l *pile) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	for i, o := range objects {
		at, size := l.preview.place(i)
		o.Move(at)
		o.Resize(size)
	}
}

// CreateRenderer puts the pages onto a tray.
func (p *Preview) CreateRenderer() fyne.WidgetRenderer {
	tray := container.NewStack(newGround(colourTray, "", 0), &tapped{onTap: func() { p.desk.Window.Canvas().Focus(p) }}, p.scroll)
	return newRinged(&previewRenderer{widget.NewSimpleRenderer(tray), p}, theme.SizeNameSelectionRadius,
		func() bool { return p.focused })
}

type previewRenderer struct {
	fyne.WidgetRenderer
	preview *Preview
}

func (r *previewRenderer) Layout(size fyne.Size) {
	at := r.preview.At()
	resized := r.preview.scroll.Size() != size && r.preview.scroll.Size().Width > 0
	r.WidgetRenderer.Layout(size)
	r.preview.column.Refresh()
	if resized {
		r.preview.Go(at)
		return
	}
	r.preview.seen()
}

func (r *previewRenderer) MinSize() fyne.Size { return fyne.NewSize(240, 200) }

// FocusGained shows the ring.
func (p *Preview) FocusGained() { p.focused = true; p.Refresh() }

// FocusLost hides the ring.
func (p *Preview) FocusLost() { p.focused = false; p.Refresh() }

// TypedRune does nothing.
func (p *Preview) TypedRune(rune) {}

// TypedKey turns the pages.
func (p *Preview) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyPageDown:
		p.Go(p.At() + 1)
	case fyne.KeyPageUp:
		p.Go(p.At() - 1)
	case fyne.KeyHome:
		p.Go(0)
	case fyne.KeyEnd:
		p.Go(len(p.pages) - 1)
	case fyne.KeyDown:
		p.by(40)
	case fyne.KeyUp:
		p.by(-40)
	default:
		p.desk.typed(key)
	}
}

func (p *Preview) by(dy float32) {
	p.scroll.ScrollToOffset(p.scroll.Offset.AddXY(0, dy))
	p.seen()
}

// tapped is an unseen place that can be clicked.
type tapped struct {
	widget.BaseWidget
	onTap func()
}

var _ desktop.Cursorable = (*tapped)(nil)

func (t *tapped) Tapped(*fyne.PointEvent) { t.onTap() }
func (t *tapped) Cursor() desktop.Cursor  { return desktop.DefaultCursor }
func (t *tapped) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
