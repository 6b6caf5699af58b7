package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// A Column is one column of a list.
type Column[T any] struct {
	Title    string         // the phrase of its head
	Width    float32        // at normal text size; 0 takes what the others leave
	Holds    []string       // words that it must be wide enough for
	Optional bool           // goes when there is too little room, the last first
	Text     func(T) string // what a cell says
	Tone     func(T) Tone   // how it says it; nil for Plain
}

// A Source tells a list what to show.
type Source[T any] struct {
	// Page returns the rows that match find, the ones after the cursor after;
	// a short page is the last. It runs off the window's goroutine.
	Page func(ctx context.Context, find, after string) ([]T, error)
	// ID tells rows apart; the row chosen is kept by it.
	ID func(T) string
	// Cursor is where the page after a row begins.
	Cursor func(T) string
}

// PageRows is how many rows a list asks for at a time.
const PageRows = 100

// An Empty is what a list says that has no rows: a sentence, and one thing to
// do about it.
type Empty struct {
	Phrase string
	Act    string // empty for none
	Do     func()
}

// List shows rows of columns. It looks for what is typed above it, reads
// further pages near its end, and keeps the row chosen when it reads afresh.
type List[T any] struct {
	desk    *Desk
	source  Source[T]
	columns []Column[T]
	empty   Empty
	query   *Latest

	rows    []T
	chosen  string // the ID of the row chosen
	ended   bool   // the last page was read
	loading bool   // a further page is on its way

	find    *Entry
	keys    *keyList
	head    fyne.CanvasObject
	hint    *fyne.Container
	content fyne.CanvasObject

	// Prefer returns the place of the row to choose when none is; nil for the
	// first.
	Prefer func([]T) int

	// OnChosen is called with the row chosen, OnNone when there is none any
	// more, OnOpen when Enter or a double click asks to open it, OnDelete when
	// Del asks to delete it.
	OnChosen func(T)
	OnNone   func()
	OnOpen   func(T)
	OnDelete func(T)
}

// NewList returns a list; hint is what its search field says while it is empty.
func NewList[T any](d *Desk, hint string, source Source[T], empty Empty, columns ...Column[T]) *List[T] {
	l := &List[T]{desk: d, source: source, columns: columns, empty: empty, query: d.Latest()}
	l.find = d.Entry()
	l.find.SetPlaceHolder(d.T(hint))
	l.find.Icon = theme.SearchIcon()
	l.find.OnChanged = func(string) { l.read() }
	l.find.OnKey = l.findKey
	l.keys = l.newKeys()
	l.hint = container.NewStack()
	l.hint.Hide()
	l.head = l.newHead()
	l.content = container.NewBorder(container.NewVBox(l.find, l.head), nil, nil, nil,
		container.NewStack(l.keys, l.hint))
	return l
}

// Content is the search field, the heads and the rows.
func (l *List[T]) Content() fyne.CanvasObject { return l.content }

// Refresh reads the rows afresh and keeps the row chosen.
func (l *List[T]) Refresh() { l.read() }

// Choose shows the row with the given ID when it is among those read, now or
// after the next reading; otherwise it chooses it without showing it.
func (l *List[T]) Choose(id string) {
	l.chosen = id
	l.mark()
}

// Find puts the cursor into the search field.
func (l *List[T]) Find() { l.desk.Window.Canvas().Focus(l.find) }

// Focus puts the keyboard to the rows.
func (l *List[T]) Focus() { l.desk.Window.Canvas().Focus(l.keys) }

// Chosen returns the row chosen and whether there is one.
func (l *List[T]) Chosen() (T, bool) {
	if i := l.at(); i >= 0 {
		return l.rows[i], true
	}
	var none T
	return none, false
}

// Rows returns the rows read so far.
func (l *List[T]) Rows() []T { return l.rows }

// read asks for the first page. The rows shown stay until it is here.
func (l *List[T]) read() {
	words := l.find.Text
	var rows []T
	l.query.Run(func(ctx context.Context) (err error) {
		rows, err = l.source.Page(ctx, words, "")
		return err
	}, func(err error) {
		if err != nil {
			l.desk.Fail(err)
			return
		}
		l.rows, l.ended, l.loading = rows, len(rows) < PageRows, false
		l.showHint(words)
		l.keys.Refresh()
		l.settle()
	})
}

// more asks for the next page when row i is near the end of those read.
func (l *List[T]) more(i int) {
	if l.ended || l.loading || i < len(l.rows)-PageRows/4 {
		return
	}
	l.loading = true
	words, after := l.find.Text, l.source.Cursor(l.rows[len(l.rows)-1])
	var rows []T
	l.query.Run(func(ctx context.Context) (err error) {
		rows, err = l.source.Page(ctx, words, after)
		return err
	}, func(err error) {
		l.loading = false
		if err != nil {
			l.desk.Fail(err)
			return
		}
		l.rows = append(l.rows, rows...)
		l.ended = len(rows) < PageRows
		l.keys.Refresh()
	})
}

// settle chooses a row after a reading: the one chosen before if it is still
// there, else the first.
func (l *List[T]) settle() {
	if l.at() < 0 && len(l.rows) > 0 {
		first := 0
		if l.Prefer != nil {
			first = l.Prefer(l.rows)
		}
		l.chosen = l.source.ID(l.rows[first])
	}
	l.mark()
	row, ok := l.Chosen()
	switch {
	case ok && l.OnChosen != nil:
		l.OnChosen(row)
	case !ok && l.OnNone != nil:
		l.OnNone()
	}
}

// mark shows which row is chosen without telling anybody.
func (l *List[T]) mark() {
	if i := l.at(); i >= 0 {
		l.keys.mark(i)
		return
	}
	l.keys.UnselectAll()
}

// at returns the place of the row chosen, -1 for none.
func (l *List[T]) at() int {
	for i, row := range l.rows {
		if l.source.ID(row) == l.chosen {
			return i
		}
	}
	return -1
}

// choose is called with the row that the mouse or the keys went to.
func (l *List[T]) choose(i int) {
	if i < 0 || i >= len(l.rows) {
		return
	}
	row := l.rows[i]
	if id := l.source.ID(row); id != l.chosen {
		l.chosen = id
		if l.OnChosen != nil {
			l.OnChosen(row)
		}
	}
}

// findKey goes from the search field into the rows by the arrow keys; Esc
// clears the field.
func (l *List[T]) findKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		l.keys.TypedKey(key)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.Focus()
	case fyne.KeyEscape:
		if l.find.Text == "" {
			return false
		}
		l.find.SetText("")
	default:
		return false
	}
	return true
}

// showHint says why there is nothing to see, if there is nothing.
func (l *List[T]) showHint(words string) {
	l.hint.Objects = nil
	l.hint.Hidden = len(l.rows) > 0
	if l.hint.Hidden {
		l.hint.Refresh()
		return
	}
	d, e := l.desk, l.empty
	sentence := d.T(e.Phrase)
	if words != "" {
		sentence = d.T("list.nothing_found", words)
	}
	column := Stack(d.Words(sentence, Muted))
	if e.Act != "" {
		column.Add(above(8, container.NewHBox(d.Button(e.Act, e.Do))))
	}
	l.hint.Objects = []fyne.CanvasObject{margin(sizeGap, column)}
	l.hint.Refresh()
}
