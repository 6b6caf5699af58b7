package ui

import (
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

func (l *List[T]) newKeys() *keyList {
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

// cells lays the cells of a row out in the widths of its columns.
type cells struct{ widths func() []float32 }

func (l cells) MinSize([]fyne.CanvasObject) fyne.Size {
	var width float32
	for _, w := range l.widths() {
		width += grown(max(w, 80)) + 8
	}
	return fyne.NewSize(min(width, 120), grown(sizeRow))
}

func (l cells) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	widths := l.widths()
	rest, flexible := size.Width-8, 0
	for _, w := range widths {
		if w == 0 {
			flexible++
		}
		rest -= grown(w) + 8
	}
	x := float32(8)
	for i, o := range objects {
		w := grown(widths[i])
		if w == 0 {
			w = max(rest/float32(flexible), 40)
		}
		height := o.MinSize().Height
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		o.Resize(fyne.NewSize(max(min(w, size.Width-x-4), 0), height))
		x += w + 8
	}
}

func (l *List[T]) widths() []float32 {
	widths := make([]float32, len(l.columns))
	for i, c := range l.columns {
		widths[i] = c.Width
	}
	return widths
}

func (l *List[T]) newHead() fyne.CanvasObject {
	row := container.New(cells{l.widths})
	for _, c := range l.columns {
		head := newWords(l.desk.T(c.Title), Muted, theme.SizeNameCaptionText, false)
		head.rich.Truncation = fyne.TextTruncateClip
		row.Add(head)
	}
	return container.NewBorder(nil, widget.NewSeparator(), nil, nil, row)
}

// newRow returns an empty row: a place to click on below one line of words for
// each column.
func (l *List[T]) newRow() fyne.CanvasObject {
	row := container.New(cells{l.widths})
	for range l.columns {
		row.Add(l.desk.Line("", Plain))
	}
	return container.NewStack(newClickable(func(i int) { l.keys.clicked(i) }), row)
}

// fill writes row i into a row that newRow made.
func (l *List[T]) fill(i int, row *fyne.Container) {
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
