package ui

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// doubleClick is how close two clicks on a row must be to open it. Fyne's own
// double tap would delay every single one.
const doubleClick = 400 * time.Millisecond

// keyList is Fyne's list with the keys of a table: the row that the arrows go
// to is the row chosen. Fyne's list only rolls the rows; which are chosen is
// kept and drawn here.
type keyList struct {
	widget.List
	desk    *Desk
	focused bool
	edge    *ringed // once it is drawn
	cur     int
	last    time.Time // of the click on cur
	lines   map[int]*gridLine

	grid rolled
}

// rolled is what a keyList shows, whatever its rows are of.
type rolled interface {
	Len() int
	choose(i int)
	fill(line *gridLine)
	fetch()
	press()  // Enter
	remove() // Del
	menu(i int)
	picking() *picks
	picked() // shows which rows are
	extend(from, to int)
	toggle(i int)
	all()
	copyRows() // as cells
	pasteCells(words string)
	relax() bool // what Esc does first
	lookFor() *Entry
	context(at fyne.Position)
}

func (l *Grid[T]) newKeys() *keyList {
	k := &keyList{desk: l.desk, cur: -1, grid: l, lines: map[int]*gridLine{}}
	k.HideSeparators = true
	k.Length = l.Len
	k.CreateItem = func() fyne.CanvasObject { return newGridLine(k, len(l.columns), &l.shown) }
	k.UpdateItem = func(i int, o fyne.CanvasObject) {
		line := o.(*gridLine)
		line.at = i
		k.lines[i] = line
		if len(k.lines) > 400 {
			k.forget()
		}
		l.fill(line)
		l.fetch()
	}
	k.ExtendBaseWidget(k)
	return k
}

// forget lets go of the lines that show other rows by now.
func (k *keyList) forget() {
	for i, line := range k.lines {
		if line.at != i || !k.sees(i) {
			delete(k.lines, i)
		}
	}
}

func (k *keyList) CreateRenderer() fyne.WidgetRenderer {
	k.edge = newRinged(k.List.CreateRenderer(), theme.SizeNameSelectionRadius, func() bool { return k.focused })
	return k.edge
}

// FocusGained shows the ring. Fyne's own would light up a row of its choice.
func (k *keyList) FocusGained() { k.focused = true; k.ring() }

// FocusLost hides the ring.
func (k *keyList) FocusLost() { k.focused = false; k.ring() }

func (k *keyList) ring() {
	if k.edge != nil {
		k.edge.paint()
	}
}

// AccessibilityLabel is what a screen reader says: the row chosen.
func (k *keyList) AccessibilityLabel() string {
	if line := k.lines[k.cur]; line != nil && line.at == k.cur {
		return line.said()
	}
	return ""
}

// rowHeight is the height of a row: with the gap below it a multiple of 8, so
// that the place of the millionth is still a whole one for a float32.
func rowHeight() float32 {
	gap := theme.Padding()
	return float32(math.Ceil(float64(grown(sizeRow)+gap)/8))*8 - gap
}

// pitch is how far rows are apart.
func (k *keyList) pitch() float32 { return rowHeight() + theme.Padding() }

// seen returns the first and the last place that is seen.
func (k *keyList) seen() (from, to int) {
	from = int(k.GetScrollOffset() / k.pitch())
	return from, from + int(max(k.Size().Height, 1)/k.pitch()) + 1
}

// sees reports whether row i is seen.
func (k *keyList) sees(i int) bool {
	from, to := k.seen()
	return from <= i && i <= to
}

// reveal scrolls no further than needed to show row i.
func (k *keyList) reveal(i int) {
	if i < 0 || k.Size().Height <= 0 {
		return
	}
	top, offset, high := float32(i)*k.pitch(), k.GetScrollOffset(), k.Size().Height
	switch {
	case top < offset:
		k.ScrollToOffset(top)
	case top+rowHeight() > offset+high:
		k.ScrollToOffset(top + rowHeight() - high)
	}
}

// mark draws anew which rows are chosen.
func (k *keyList) mark() {
	for i, line := range k.lines {
		if line.at == i {
			k.grid.fill(line)
		}
	}
}

// TypedKey moves through the rows. Letters are looked for: the field takes the
// key, and what the input method makes of it.
func (k *keyList) TypedKey(key *fyne.KeyEvent) {
	shift := k.desk.held()&fyne.KeyModifierShift != 0
	switch key.Name {
	case fyne.KeyDown:
		k.to(k.cur+1, shift)
	case fyne.KeyUp:
		k.to(k.cur-1, shift)
	case fyne.KeyPageDown:
		k.to(k.cur+k.page(), shift)
	case fyne.KeyPageUp:
		k.to(k.cur-k.page(), shift)
	case fyne.KeyHome:
		k.to(0, shift)
	case fyne.KeyEnd:
		k.to(k.Length()-1, shift)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		k.grid.press()
	case fyne.KeyDelete:
		k.desk.guard(k.grid.remove)
	case fyne.KeySpace:
		k.grid.picking().keep()
		k.grid.toggle(k.cur)
	case fyne.KeyEscape:
		if !k.grid.relax() && k.desk.escapes() {
			k.desk.typed(key) // else the rows would only lose the keyboard
		}
	default:
		k.other(key, shift)
	}
}

// other is what the keys do that move nothing.
func (k *keyList) other(key *fyne.KeyEvent, shift bool) {
	switch {
	case key.Name == desktop.KeyMenu, key.Name == fyne.KeyF10 && shift:
		k.grid.menu(k.cur)
	case printable(key.Name):
		k.toField().TypedKey(key)
	default:
		k.desk.typed(key)
	}
}

// TypedRune looks for what is typed, hanzi of the input method too.
func (k *keyList) TypedRune(r rune) {
	if r != ' ' || k.grid.lookFor().focused {
		k.toField().TypedRune(r)
	}
}

// toField puts the cursor behind what is looked for.
func (k *keyList) toField() *Entry {
	field := k.grid.lookFor()
	if !field.focused {
		k.desk.Window.Canvas().Focus(field)
		field.toEnd()
	}
	return field
}

// TypedShortcut takes the keys of cells while the rows have the keyboard, so
// that they mean text in a field.
func (k *keyList) TypedShortcut(s fyne.Shortcut) {
	k.desk.guard(func() {
		switch s := s.(type) {
		case *fyne.ShortcutCopy:
			k.grid.copyRows()
		case *fyne.ShortcutPaste:
			k.grid.pasteCells(s.Clipboard.Content())
		case *fyne.ShortcutSelectAll:
			k.grid.all()
		}
	})
}

// to goes to row i; extending, the rows between are chosen too.
func (k *keyList) to(i int, extending bool) {
	i = min(max(i, 0), k.Length()-1)
	if i < 0 {
		return
	}
	from := k.grid.picking().begin(k.cur, extending)
	k.cur = i
	k.reveal(i)
	k.desk.guard(func() {
		k.grid.choose(i)
		if extending {
			k.grid.extend(from, i)
		}
	})
	k.grid.picked() // several may have been, and are no more
	k.grid.fetch()
}

// page returns how many rows are seen at once.
func (k *keyList) page() int { return max(int(k.Size().Height/k.pitch())-1, 1) }

// clicked is called with the row that was clicked.
func (k *keyList) clicked(i int, with fyne.KeyModifier) {
	now := time.Now()
	twice := k.cur == i && with == 0 && now.Sub(k.last) < doubleClick
	k.last = now
	k.desk.Window.Canvas().Focus(k)
	switch {
	case with&fyne.KeyModifierShift != 0:
		k.to(i, true)
	case with&Ctrl != 0:
		k.grid.toggle(i)
		k.cur = i
		k.desk.guard(func() { k.grid.choose(i) })
		k.mark()
	default:
		k.grid.picking().clear()
		k.to(i, false)
	}
	if twice {
		k.last = time.Time{}
		k.grid.press()
	}
}

// asked shows what can be done with the row that the other button of the mouse
// was pressed on, or with those chosen if it is one of them.
func (k *keyList) asked(i int, at fyne.Position) {
	k.desk.Window.Canvas().Focus(k)
	if line := k.lines[i]; !k.grid.picking().active() || line == nil || line.ground.Hidden {
		k.grid.picking().clear()
		k.to(i, false)
	}
	k.grid.context(at)
}

// escapes reports whether Esc has something to leave: a question, a notice, a
// page.
func (d *Desk) escapes() bool {
	return d.asking() || d.frame == nil || d.frame.bar.body.Visible() || d.frame.top() != nil
}

// press opens the row chosen, if it is not one on its way.
func (l *Grid[T]) press() {
	if l.known && l.OnOpen != nil {
		l.desk.guard(func() { l.OnOpen(l.row) })
	}
}

// remove asks to delete what is chosen.
func (l *Grid[T]) remove() {
	if l.known && l.OnDelete != nil {
		l.OnDelete(l.row)
	}
}

// menu shows what can be done with row i beside it.
func (l *Grid[T]) menu(i int) {
	if i < 0 {
		return
	}
	l.keys.reveal(i)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.keys)
	l.context(at.AddXY(3*sizeGap, float32(i+1)*l.keys.pitch()-l.keys.GetScrollOffset()))
}

func (l *Grid[T]) context(at fyne.Position) {
	if l.OnContext != nil {
		l.desk.guard(func() { l.OnContext(at) })
	}
}

// relax is what Esc does in the rows: of several chosen only one stays, then
// what narrows the list goes.
func (l *Grid[T]) relax() bool {
	if l.picks.active() {
		l.picks.clear()
		l.picked()
		return true
	}
	return l.widen()
}

func (l *Grid[T]) lookFor() *Entry { return l.find }
