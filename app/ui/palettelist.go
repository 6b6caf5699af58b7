package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// paletteList shows as many of the palette's lines as there is room for. Its
// rows are made once and written anew with each answer.
type paletteList struct {
	widget.BaseWidget
	palette *finding
	first   int // the line that the first row shows
	rows    []*paletteRow
	count   *Words
}

var _ fyne.Scrollable = (*paletteList)(nil)

func newPaletteList(p *finding) *paletteList {
	l := &paletteList{palette: p, count: p.desk.Caption(" ", Muted)}
	for i := range paletteRows {
		l.rows = append(l.rows, newPaletteRow(p.desk, func() { p.take(l.first + i) }))
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *paletteList) CreateRenderer() fyne.WidgetRenderer {
	column := container.New(stacked{gap: 0})
	for _, r := range l.rows {
		column.Add(r)
	}
	column.Add(above(4, l.count))
	return widget.NewSimpleRenderer(column)
}

// Scrolled goes through the lines by the wheel, and leaves the choice alone.
func (l *paletteList) Scrolled(turn *fyne.ScrollEvent) {
	step := 3
	if turn.Scrolled.DY > 0 {
		step = -3
	}
	l.first = max(min(l.first+step, len(l.palette.lines)-paletteRows), 0)
	l.write()
}

// show brings the line chosen into view.
func (l *paletteList) show() {
	at := l.palette.at
	l.first = max(min(l.first, at), at-paletteRows+1, 0)
	l.write()
}

func (l *paletteList) write() {
	p := l.palette
	for i, r := range l.rows {
		n := l.first + i
		if n >= len(p.lines) {
			r.write(paletteLine{}, false)
			continue
		}
		r.write(p.lines[n], n == p.at)
	}
	count := ""
	if len(p.lines) > paletteRows {
		count = p.desk.T("palette.count", l.first+1, min(l.first+paletteRows, len(p.lines)), len(p.lines))
	}
	l.count.SetText(count + " ") // keeps its height
}

// paletteRow is a line on the screen: what kind of thing, its name, what tells
// it from others, its key.
type paletteRow struct {
	widget.BaseWidget
	tapped                  func()
	kind, name, detail, key *Words
	chosen, hovered, used   bool
}

var (
	_ desktop.Hoverable  = (*paletteRow)(nil)
	_ desktop.Cursorable = (*paletteRow)(nil)
)

func newPaletteRow(d *Desk, tapped func()) *paletteRow {
	r := &paletteRow{tapped: func() { d.guard(tapped) }, kind: d.Line("", Muted), name: d.Line("", Plain), detail: d.Line("", Muted), key: d.Line("", Muted)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *paletteRow) write(line paletteLine, chosen bool) {
	r.kind.set(line.kind, Muted)
	r.name.set(line.name, line.tone)
	r.detail.set(line.detail, Muted)
	r.key.set(line.key, Muted)
	if used := line.do != nil; chosen != r.chosen || used != r.used {
		r.chosen, r.used = chosen, used
		r.Refresh()
	}
}

// Tapped does what the line is for.
func (r *paletteRow) Tapped(*fyne.PointEvent) {
	if r.used {
		r.tapped()
	}
}

func (r *paletteRow) MouseIn(*desktop.MouseEvent)    { r.hovered = true; r.Refresh() }
func (r *paletteRow) MouseMoved(*desktop.MouseEvent) {}
func (r *paletteRow) MouseOut()                      { r.hovered = false; r.Refresh() }
func (r *paletteRow) Cursor() desktop.Cursor         { return desktop.PointerCursor }

// AccessibilityLabel is what a screen reader says.
func (r *paletteRow) AccessibilityLabel() string { return Dot(r.kind.Text, r.name.Text, r.detail.Text) }

// AccessibilityRole is that of a link.
func (r *paletteRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

func (r *paletteRow) CreateRenderer() fyne.WidgetRenderer {
	ground := &canvas.Rectangle{CornerRadius: 4}
	row := container.New(paletteCells{}, r.kind, r.name, r.detail, r.key)
	p := &paletteRowRenderer{widget.NewSimpleRenderer(container.NewStack(ground, row)), r, ground}
	p.paint()
	return p
}

type paletteRowRenderer struct {
	fyne.WidgetRenderer
	row    *paletteRow
	ground *canvas.Rectangle
}

func (p *paletteRowRenderer) Refresh() {
	p.paint()
	p.ground.Refresh()
}

func (p *paletteRowRenderer) paint() {
	p.ground.Hidden = !p.row.used || !p.row.chosen && !p.row.hovered
	p.ground.FillColor = colour(theme.ColorNameHover)
	if p.row.chosen {
		p.ground.FillColor = colour(theme.ColorNameSelection)
	}
}

// paletteCells lays a row out: kind and key as wide as they need, half of the
// rest for the name, more of it if there is no key.
type paletteCells struct{}

func (paletteCells) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, grown(sizeRow)) }

func (paletteCells) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	kind, key := grown(100), grown(92)
	rest := size.Width - kind - key - 5*8
	x := float32(8)
	for i, width := range []float32{kind, rest * 0.58, rest * 0.42, key} {
		height := objects[i].MinSize().Height
		objects[i].Move(fyne.NewPos(x, (size.Height-height)/2))
		objects[i].Resize(fyne.NewSize(max(width, 0), height))
		x += width + 8
	}
}
