package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// doubleClick is how close two clicks on a row must be to open it. Fyne's own
// double tap would delay every single one.
const doubleClick = 400 * time.Millisecond

// keyList is Fyne's list with the keys of a table: the row that the arrows go
// to is the row chosen.
type keyList struct {
	widget.List
	desk    *Desk
	focused bool
	cur     int
	last    time.Time // of the click on cur

	open, delete func(int)
}

func (l *Grid[T]) newKeys() *keyList {
	k := &keyList{desk: l.desk, cur: -1}
	k.Length = func() int { return len(l.rows) }
	k.CreateItem = func() fyne.CanvasObject { return l.newRow() }
	k.UpdateItem = func(i int, o fyne.CanvasObject) {
		l.fill(i, o.(*fyne.Container))
		l.more(i)
	}
	k.OnSelected = func(i int) {
		k.cur = i
		l.desk.guard(func() { l.choose(i) })
	}
	act := func(do func(T)) func(int) {
		return func(i int) {
			if i >= 0 && i < len(l.rows) && do != nil {
				l.desk.guard(func() { do(l.rows[i]) })
			}
		}
	}
	k.open = func(i int) { act(l.OnOpen)(i) }
	k.delete = func(i int) { act(l.OnDelete)(i) }
	k.ExtendBaseWidget(k)
	return k
}

func (k *keyList) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(k.List.CreateRenderer(), theme.SizeNameSelectionRadius, func() bool { return k.focused })
}

func (k *keyList) FocusGained() { k.focused = true; k.List.FocusGained() }
func (k *keyList) FocusLost()   { k.focused = false; k.List.FocusLost() }

// mark chooses row i without a word to anybody.
func (k *keyList) mark(i int) {
	told := k.OnSelected
	k.OnSelected = nil
	k.cur = i
	k.Select(i)
	k.OnSelected = told
}

// TypedKey moves through the rows.
func (k *keyList) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDown:
		k.to(k.cur + 1)
	case fyne.KeyUp:
		k.to(k.cur - 1)
	case fyne.KeyPageDown:
		k.to(k.cur + k.page())
	case fyne.KeyPageUp:
		k.to(k.cur - k.page())
	case fyne.KeyHome:
		k.to(0)
	case fyne.KeyEnd:
		k.to(k.Length() - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		k.open(k.cur)
	case fyne.KeyDelete:
		k.delete(k.cur)
	default:
		k.desk.typed(key)
	}
}

func (k *keyList) to(i int) {
	i = min(max(i, 0), k.Length()-1)
	if i < 0 {
		return
	}
	k.Select(i)
}

// page returns how many rows are seen at once.
func (k *keyList) page() int { return max(int(k.Size().Height/(grown(sizeRow)+theme.Padding()))-1, 1) }

// Tapped is called by a row after Fyne has chosen it.
func (k *keyList) clicked(i int) {
	now := time.Now()
	if k.cur == i && now.Sub(k.last) < doubleClick {
		k.open(i)
		now = time.Time{}
	}
	k.last = now
	k.desk.Window.Canvas().Focus(k)
	k.Select(i)
}

// span is the width that a column wants: at least so much for one that takes
// what the others leave.
type span struct {
	width    float32
	flexible bool
	goes     int // first, second … where there is too little room; 0 for never
}

// least is what a column that takes the rest is never narrower than, as long as
// another one can go.
const least = 130

// shared shares the room out among columns; 0 for one that there is none for.
func shared(spans []span, room float32) []float32 {
	widths := make([]float32, len(spans))
	for gone := 0; ; gone++ {
		rest, flexible := room, 0
		for i, s := range spans {
			widths[i] = s.width
			switch {
			case s.goes > 0 && s.goes <= gone:
				widths[i] = 0
				continue
			case s.flexible:
				flexible++
			default:
				rest -= s.width
			}
			rest -= 8
		}
		if gone < len(spans) && flexible > 0 && rest < grown(least)*float32(flexible) {
			continue
		}
		for i, s := range spans {
			if s.flexible {
				widths[i] = max(rest/float32(flexible), 40)
			}
		}
		return widths
	}
}

// cells lays the cells of a row out in the widths of its columns.
type cells struct{ spans func() []span }

func (l cells) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(grown(least), grown(sizeRow))
}

func (l cells) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(8)
	spans := l.spans()
	if len(objects) != len(spans) {
		return // the row is still being made
	}
	for i, w := range shared(spans, size.Width-8) {
		o := objects[i]
		if w == 0 {
			o.Hide()
			continue
		}
		o.Show()
		height := o.MinSize().Height
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		o.Resize(fyne.NewSize(max(min(w, size.Width-x-4), 0), height))
		x += w + 8
	}
}

// spans returns the widths that the columns want.
func (l *Grid[T]) spans() []span {
	spans := make([]span, len(l.columns))
	for i, c := range l.columns {
		spans[i] = span{width: grown(c.Width), flexible: c.Width == 0 && len(c.Holds) == 0}
		for _, words := range c.Holds {
			spans[i].width = max(spans[i].width, fyne.MeasureText(Alert.Mark()+words, theme.TextSize(), fyne.TextStyle{}).Width)
		}
	}
	gone := 0
	for _, holding := range []bool{false, true} {
		for i, c := range slices.Backward(l.columns) {
			if goes := c.Optional || len(c.Holds) > 0; goes && holding == (len(c.Holds) > 0) {
				gone++
				spans[i].goes = gone
			}
		}
	}
	return spans
}

func (l *Grid[T]) newHead() fyne.CanvasObject {
	row := container.New(cells{l.spans})
	for _, c := range l.columns {
		head := newWords(l.desk.T(c.Title), Muted, theme.SizeNameCaptionText, false)
		head.rich.Truncation = fyne.TextTruncateClip
		row.Add(head)
	}
	return container.NewBorder(nil, widget.NewSeparator(), nil, nil, row)
}

// newRow returns an empty row: a place to click on below one line of words for
// each column.
func (l *Grid[T]) newRow() fyne.CanvasObject {
	row := container.New(cells{l.spans})
	for range l.columns {
		row.Add(l.desk.Line("", Plain))
	}
	return container.NewStack(newClickable(func(i int) { l.keys.clicked(i) }), row)
}

// fill writes row i into a row that newRow made.
func (l *Grid[T]) fill(i int, row *fyne.Container) {
	if i >= len(l.rows) {
		return
	}
	row.Objects[0].(*clickable).at = i
	for n, o := range row.Objects[1].(*fyne.Container).Objects {
		c, words := l.columns[n], o.(*Words)
		tone := Plain
		if c.Tone != nil {
			tone = c.Tone(l.rows[i])
		}
		words.set(tone.Mark()+c.Text(l.rows[i]), tone)
	}
}

// clickable is an unseen place that tells which row was clicked.
type clickable struct {
	widget.BaseWidget
	at     int
	tapped func(int)
}

var _ desktop.Cursorable = (*clickable)(nil)

func newClickable(tapped func(int)) *clickable {
	c := &clickable{tapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

func (c *clickable) Tapped(*fyne.PointEvent) { c.tapped(c.at) }
func (c *clickable) Cursor() desktop.Cursor  { return desktop.DefaultCursor }
func (c *clickable) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
