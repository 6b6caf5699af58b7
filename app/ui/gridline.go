package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// gridLine is a row while it is seen: a place to click on, its ground if it is
// chosen, and one line of words for each column.
type gridLine struct {
	widget.BaseWidget
	keys   *keyList
	shown  *shown
	at     int
	with   fyne.KeyModifier // what was held when the mouse went down
	ground *canvas.Rectangle
	bar    *canvas.Rectangle // at the left of the row that the keys are at
	cells  []*Words
	blank  *canvas.Rectangle // instead of a row that is on its way
	laid   int               // the version of the columns it was laid out for
}

var (
	_ desktop.Mouseable      = (*gridLine)(nil)
	_ desktop.Cursorable     = (*gridLine)(nil)
	_ fyne.SecondaryTappable = (*gridLine)(nil)
)

func newGridLine(k *keyList, columns int, shown *shown) *gridLine {
	r := &gridLine{keys: k, shown: shown, at: -1, ground: &canvas.Rectangle{}, bar: &canvas.Rectangle{}, blank: &canvas.Rectangle{}}
	for range columns {
		r.cells = append(r.cells, k.desk.Line("", Plain))
	}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer puts the words above the ground.
func (r *gridLine) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{r.ground, r.bar, r.blank}
	for _, c := range r.cells {
		objects = append(objects, c)
	}
	return &gridLineRenderer{widget.NewSimpleRenderer(r.ground), r, objects}
}

type gridLineRenderer struct {
	fyne.WidgetRenderer
	line    *gridLine
	objects []fyne.CanvasObject
}

func (r *gridLineRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *gridLineRenderer) MinSize() fyne.Size           { return fyne.NewSize(grown(least), rowHeight()) }

func (r *gridLineRenderer) Layout(size fyne.Size) {
	line := r.line
	line.ground.Resize(size)
	line.bar.Resize(fyne.NewSize(3, size.Height))
	line.blank.Move(fyne.NewPos(8, size.Height/2-3))
	line.blank.Resize(fyne.NewSize(min(grown(120), size.Width/3), 6))
	for i, place := range line.shown.places(size.Width) {
		o := line.cells[i]
		if place.width == 0 {
			o.Hide()
			continue
		}
		o.Show()
		height := o.MinSize().Height
		o.Move(fyne.NewPos(place.x, (size.Height-height)/2))
		o.Resize(fyne.NewSize(place.width, height))
	}
	line.laid = line.shown.version
}

func (r *gridLineRenderer) Refresh() {
	r.line.paint()
	r.Layout(r.line.Size())
	for _, c := range r.line.cells {
		c.Refresh()
	}
}

// paint draws the ground of the row by what it is.
func (r *gridLine) paint() {
	r.ground.CornerRadius = theme.Size(theme.SizeNameSelectionRadius)
	r.ground.FillColor = colour(theme.ColorNameSelection)
	r.bar.FillColor = colour(theme.ColorNamePrimary)
	r.blank.FillColor = colour(theme.ColorNameSeparator)
	r.blank.CornerRadius = 3
}

// state draws what the row is: one of those chosen, the one that the keys are
// at, one that is on its way.
func (r *gridLine) state(chosen, at, here bool) {
	if r.ground.Hidden == chosen || r.bar.Hidden == at || r.blank.Hidden != here {
		r.ground.Hidden, r.bar.Hidden, r.blank.Hidden = !chosen, !at, here
		r.paint()
		for _, o := range []*canvas.Rectangle{r.ground, r.bar, r.blank} {
			o.Refresh()
		}
	}
}

// said is what the row says, for a screen reader.
func (r *gridLine) said() string {
	var words []string
	for _, c := range r.cells {
		if c.Text != "" && c.Visible() {
			words = append(words, c.Text)
		}
	}
	return strings.Join(words, " ")
}

// MouseDown notes what is held while the mouse goes down.
func (r *gridLine) MouseDown(e *desktop.MouseEvent) { r.with = e.Modifier }

// MouseUp does nothing.
func (r *gridLine) MouseUp(*desktop.MouseEvent) {}

// Tapped chooses the row.
func (r *gridLine) Tapped(*fyne.PointEvent) {
	with := r.with
	r.with = 0
	r.keys.clicked(r.at, with)
}

// TappedSecondary shows what can be done with the row, or with those chosen if
// it is one of them.
func (r *gridLine) TappedSecondary(e *fyne.PointEvent) {
	r.with = 0
	r.keys.asked(r.at, e.AbsolutePosition)
}

// Cursor is that of the window: a row is no link.
func (r *gridLine) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// fill writes the row that a line is to show.
func (l *Grid[T]) fill(line *gridLine) {
	row, ok := l.Row(line.at)
	chosen := l.keys.cur == line.at
	if l.picks.active() {
		chosen = ok && l.picks.has(l.source.ID(row))
	}
	line.state(chosen, l.keys.cur == line.at, ok)
	for n, words := range line.cells {
		if !ok {
			words.set("", Plain)
			continue
		}
		c, tone := l.columns[n], Plain
		if c.Tone != nil {
			tone = c.Tone(row)
		}
		words.set(tone.Mark()+c.Text(row), tone)
	}
	if line.laid != l.shown.version && line.Size().Width > 0 {
		line.Refresh()
	}
}
