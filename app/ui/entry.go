package ui

import (
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Entry is a text field that Chinese can be typed into and anything pasted. Left
// alone, Fyne's deletes the text before the cursor by the Backspace that takes
// back a pinyin letter, and is submitted by the Enter that commits one: see
// composing.
type Entry struct {
	widget.Entry
	desk      *Desk
	focused   bool
	composing composing
	scroll    *container.Scroll // of Fyne's own, around its text

	replaced bool   // a selection, by what was pasted last
	between  string // the text without either

	// others returns how many runes the other parts of the same text hold; nil for
	// a text that is not in parts.
	others func() int

	// selects reports whether all of the text is to be selected when Tab comes to
	// the field, so that what is typed replaces it; nil for never.
	selects func() bool

	// OnKey is asked first what a key is to do; it reports whether it did it.
	OnKey func(*fyne.KeyEvent) bool
	// OnLeft is called when the field loses the focus.
	OnLeft func()
	// OnPasted is called after something was pasted, with what the field held
	// before and the place of its cursor in runes.
	OnPasted func(before string, at int)
	// OnNoTyping is asked when the field has no typing of its own to take back, or
	// to bring back if again is set; it reports whether it had any elsewhere.
	OnNoTyping func(again bool) bool
	// OnWheel is called with the wheel where the field has no use for it; Fyne's
	// own keeps every turn, so that a form stands still under the mouse.
	OnWheel func(*fyne.ScrollEvent)
}

// Entry returns a field of one line.
func (d *Desk) Entry() *Entry { return d.newEntry(false) }

// LongEntry returns a field of several lines. Tab leaves it: a field that keeps
// the Tab key is a trap for whoever works by keyboard.
func (d *Desk) LongEntry(rows int) *Entry {
	e := d.newEntry(true)
	e.Wrapping = d.wrap()
	e.SetMinRowsVisible(rows)
	return e
}

func (d *Desk) newEntry(multiline bool) *Entry {
	e := &Entry{desk: d}
	e.MultiLine = multiline
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip) // scrolls without a bar
	e.OnCursorChanged = e.placeCandidates
	e.ExtendBaseWidget(e)
	return e
}

// say puts text into the field before the user sees it. Of one that is too long
// to be worked on only the beginning is shown, and nothing of it can be changed.
func (e *Entry) say(text string) {
	if e.MultiLine && strings.ContainsFunc(text, wide) {
		e.Wrapping = fyne.TextWrapBreak // a word wrap would cut Chinese at its spaces only
	}
	if n := utf8.RuneCountInString(text); n > e.most() {
		p := tidied{text: text}
		p.fit(e.most() / 10)
		text = e.desk.T("told.field_too_long", n, e.most()) + " " + p.text + "…"
		e.Disable()
	}
	e.SetText(text)
}

// toEnd puts the cursor behind the last letter, where whoever comes to a filled
// field mostly wants to go on.
func (e *Entry) toEnd() {
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
}

// SetText replaces the text, and nothing of it is selected: Fyne would keep the
// selection, and what is typed next would replace it key by key.
func (e *Entry) SetText(text string) {
	if e.SelectedText() != "" {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	}
	e.Entry.SetText(text)
}

// put puts the cursor behind so many letters. Fyne knows only rows and columns,
// which hang on how it breaks the lines; it breaks those up to there alike.
func (e *Entry) put(at int) {
	text, changed := e.Text, e.OnChanged
	e.OnChanged = nil
	e.SetText(string([]rune(text)[:at]))
	e.toEnd()
	row, column := e.CursorRow, e.CursorColumn
	e.SetText(text)
	e.CursorRow, e.CursorColumn = row, column
	e.OnChanged = changed
	e.Refresh()
}

// CreateRenderer adds the ring and the wheel to Fyne's entry.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	inner := e.Entry.CreateRenderer()
	r := newRinged(inner, theme.SizeNameInputRadius, func() bool { return e.focused })
	r.edged = true
	r.paint()
	for _, o := range inner.Objects() {
		if scroll, ok := o.(*container.Scroll); ok {
			e.scroll = scroll
			r.above = newWheel(e, scroll)
		}
	}
	return r
}

// wheel lies over a field and takes nothing but the mouse wheel.
type wheel struct {
	widget.BaseWidget
	entry  *Entry
	scroll *container.Scroll // the field's own
}

var _ fyne.Scrollable = (*wheel)(nil)

func newWheel(e *Entry, scroll *container.Scroll) *wheel {
	w := &wheel{entry: e, scroll: scroll}
	w.ExtendBaseWidget(w)
	return w
}

func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled scrolls a long text while it has more to show that way, else what
// lies around the field.
func (w *wheel) Scrolled(turn *fyne.ScrollEvent) {
	at := w.scroll.Offset
	if w.entry.MultiLine || w.entry.OnWheel == nil {
		w.scroll.Scrolled(turn)
	}
	if at == w.scroll.Offset && w.entry.OnWheel != nil {
		w.entry.OnWheel(turn)
	}
}

// AcceptsTab reports that Tab moves on, unless it walks through the characters
// that an input method offers.
func (e *Entry) AcceptsTab() bool { return e.composing.held() > 0 }

// FocusGained shows the ring and comes into view.
func (e *Entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	if e.selects != nil && e.selects() { // a click puts the cursor where it was after this
		e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	reveal(e)
	e.placeCandidates()
}

// FocusLost forgets what was being composed and says that the field was left.
func (e *Entry) FocusLost() {
	e.composing = composing{}
	e.focused = false
	e.Entry.FocusLost()
	if e.OnLeft != nil {
		e.desk.guard(e.OnLeft)
	}
}

// MouseDown ends what was being composed, as every input method does on a
// click.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	e.composing = composing{}
	e.Entry.MouseDown(m)
}

// TypedRune takes a rune, typed or committed by the input method.
func (e *Entry) TypedRune(r rune) {
	e.composing.rune(r, time.Now())
	e.desk.guard(func() {
		if !e.full() {
			e.Entry.TypedRune(r)
		}
	})
}

// TypedKey edits, unless the input method is composing, and hands the keys that
// a field has no use for on to the window.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if printable(key.Name) {
		e.composing.press(key.Name, time.Now())
		return
	}
	if e.composing.edit(key.Name) {
		return
	}
	e.desk.guard(func() {
		if e.OnKey != nil && e.OnKey(key) {
			return
		}
		if !e.own(key.Name) {
			e.desk.typed(key)
			return
		}
		e.Entry.TypedKey(key)
	})
}

// own reports whether a field has a use for the key. Enter in a field of one
// line belongs to whoever listens for it, else to the window.
func (e *Entry) own(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		return e.MultiLine || e.OnSubmitted != nil
	case fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyUp, fyne.KeyDown:
		return e.MultiLine
	}
	return !isFunction(key)
}

// placeCandidates tells the input method of Windows where the caret is, or it
// shows its list of characters in a corner of the screen.
func (e *Entry) placeCandidates() {
	if !e.focused || e.desk.Window == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e).Add(e.CursorPosition())
	if e.scroll != nil {
		at = at.Subtract(e.scroll.Offset)
	}
	scale := e.desk.Window.Canvas().Scale()
	placeCandidates(e.desk.Window, caret{
		x: int32(at.X * scale), y: int32(at.Y * scale), height: int32(theme.TextSize() * 1.6 * scale),
	})
}

// caret is a place in pixels of the window.
type caret struct{ x, y, height int32 }

// isFunction reports whether key is Esc or an F-key: those always belong to the
// window.
func isFunction(key fyne.KeyName) bool {
	return key == fyne.KeyEscape || len(key) >= 2 && key[0] == 'F' && '1' <= key[1] && key[1] <= '9'
}
