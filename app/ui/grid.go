package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"visitdesk/data/store"
)

// A Column is one column of a grid.
type Column[T any] struct {
	Title    string         // the phrase of its head; the field it sorts and filters by
	Width    float32        // at normal text size; 0 takes what the others leave
	Holds    []string       // words that it must be wide enough for, or else it goes
	Optional bool           // goes before those when there is too little room, the last first
	Text     func(T) string // what a cell says
	Tone     func(T) Tone   // how it says it; nil for Plain

	Sort   bool                // its head sorts: Query.Sort is the Title
	Filter bool                // its values can be ticked: the key in Query.Filter is the Title
	Says   func(string) string // what a value of Source.Values says; nil for itself
}

// A Source tells a list what to show.
type Source[T any] struct {
	// Page returns the rows that the query asks for, the ones after its cursor; a
	// page that is shorter than its limit is the last. It runs off the window's
	// goroutine.
	Page func(ctx context.Context, q store.Query) ([]T, error)
	// ID tells rows apart; the row chosen is kept by it.
	ID func(T) string
	// Cursor is where the page after a row begins.
	Cursor func(T) string
	// Row returns the row of an ID, or career.ErrNotFound: for a row that was
	// chosen elsewhere and lies beyond the pages read. It runs off the window's
	// goroutine; nil where all rows are read at once.
	Row func(ctx context.Context, id string) (T, error)
	// Places returns where the pages of every rows begin, without the first, and
	// how many rows there are: with it the scroll bar is as long as the list and
	// a jump reads one page. nil: the list grows at its end as it is read.
	Places func(ctx context.Context, q store.Query, every int) (after []string, total int, err error)
	// Values returns the values of a field, for the columns with Filter.
	Values func(ctx context.Context, field string) ([]string, error)
}

// An Empty is what a grid says that has no rows: a sentence, and one thing to
// do about it.
type Empty struct {
	Phrase string
	Act    string // empty for none
	Do     func()
}

// Grid shows rows of columns. It looks for what is typed above it, sorts and
// filters by its heads, reads the pages that are seen as they are seen, and
// keeps the row chosen when it reads afresh. It holds a few pages however long
// the list is.
type Grid[T any] struct {
	desk    *Desk
	name    string // under which its columns and views are kept
	source  Source[T]
	columns []Column[T]
	empty   Empty

	query  *Latest // reads afresh
	single *Latest // reads the pages that are seen
	book   book[T]
	pinned *T    // the row shown first, out of its place; nil for none
	asking bool  // the rows are being read afresh
	wanted []int // the pages on their way

	chosen string // the ID of the row chosen
	row    T      // that row, if it is known
	known  bool
	near   string // its cursor where it was seen last
	called bool   // it was chosen from elsewhere and is to be brought into view

	sort   sorting
	filter map[string][]string // as in store.Query
	picks  picks
	shown  shown

	find    *Entry
	keys    *keyList
	head    *gridHead[T]
	hint    *fyne.Container
	tools   *gridTools[T]
	content fyne.CanvasObject

	// Prefer returns the place of the row to choose when none is; nil for the
	// first.
	Prefer func([]T) int

	// OnChosen is called with the row chosen, OnNone when there is none any
	// more, OnOpen when Enter or a double click asks to open it, OnDelete when
	// Del asks to delete those chosen, OnContext when a menu is asked for at a
	// place of the window, OnPaste with the cells that were pasted.
	OnChosen  func(T)
	OnNone    func()
	OnOpen    func(T)
	OnDelete  func(T)
	OnContext func(at fyne.Position)
	OnPaste   func(cells [][]string)
}

// NewGrid returns a grid. hint is the phrase that its search field says while it
// is empty; its first word names the grid where its columns are remembered.
func NewGrid[T any](d *Desk, hint string, source Source[T], empty Empty, columns ...Column[T]) *Grid[T] {
	l := &Grid[T]{desk: d, source: source, columns: columns, empty: empty, query: d.Latest(), single: d.Latest(), book: newBook[T]()}
	l.name, _, _ = strings.Cut(hint, ".")
	l.picks = newPicks(d)
	l.shown = rememberedColumns(l.name, l.titles())
	l.find = d.Entry()
	l.find.SetPlaceHolder(d.T(hint))
	l.find.Icon = theme.SearchIcon()
	l.find.OnChanged = func(string) { l.anew() }
	l.find.OnKey = l.findKey
	l.keys = l.newKeys()
	l.hint = container.NewStack()
	l.hint.Hide()
	l.head = l.newHead()
	l.tools = l.newTools()
	rows := container.NewStack(l.keys, l.hint)
	l.content = container.New(gridLayout{l.tools.count, d.T(hint)}, l.find, rows, l.tools.buttons, l.tools.chips, l.head.row, l.tools.bar)
	return l
}

// Content is the search field, the heads and the rows.
func (l *Grid[T]) Content() fyne.CanvasObject { return l.content }

// Refresh reads the rows afresh and keeps the row chosen and the place.
func (l *Grid[T]) Refresh() { l.read(keepPlace) }

// anew reads what is asked for now, from its first row.
func (l *Grid[T]) anew() {
	l.picks.clear()
	l.near = ""
	l.tools.tell()
	l.read(keepNothing)
}

// Choose makes the row with the given ID the one chosen after the next reading,
// wherever it lies in the list and whatever is looked for.
func (l *Grid[T]) Choose(id string) {
	l.picks.clear()
	l.chosen, l.known, l.called, l.near = id, false, true, ""
	l.keys.cur = l.at()
	l.keys.mark()
}

// Find puts the cursor into the search field.
func (l *Grid[T]) Find() { l.desk.Window.Canvas().Focus(l.find) }

// Focus puts the keyboard to the rows.
func (l *Grid[T]) Focus() { l.desk.Window.Canvas().Focus(l.keys) }

// Next chooses the row after the one chosen: the next of those found.
func (l *Grid[T]) Next() { l.keys.to(l.keys.cur+1, false) }

// Chosen returns the row chosen and whether there is one.
func (l *Grid[T]) Chosen() (T, bool) { return l.row, l.known }

// Len returns how many rows are known of: all, where the source tells their
// places or they were read to the end.
func (l *Grid[T]) Len() int { return l.book.total + l.before() }

// Row returns row i, if it is at hand.
func (l *Grid[T]) Row(i int) (T, bool) {
	if l.pinned != nil && i == 0 {
		return *l.pinned, true
	}
	return l.book.row(i - l.before())
}

// before returns how many rows are shown before the first of the list.
func (l *Grid[T]) before() int {
	if l.pinned != nil {
		return 1
	}
	return 0
}

// at returns the place of the row chosen, -1 for none at hand.
func (l *Grid[T]) at() int {
	switch {
	case l.chosen == "":
		return -1
	case l.pinned != nil && l.source.ID(*l.pinned) == l.chosen:
		return 0
	}
	if row, ok := l.Row(l.keys.cur); ok && l.source.ID(row) == l.chosen {
		return l.keys.cur // mostly it is where it was
	}
	if i := l.book.find(l.chosen, l.source.ID); i >= 0 {
		return i + l.before()
	}
	return -1
}

// asked is what is looked for, without a page.
func (l *Grid[T]) asked() store.Query {
	q := store.Query{Find: l.find.Text, Sort: l.sort.by, Desc: l.sort.desc}
	if len(l.filter) > 0 {
		q.Filter = l.filter // never changed in place
	}
	return q
}

// choose is called with the row that the mouse or the keys went to. One that is
// not here yet is chosen when it comes.
func (l *Grid[T]) choose(i int) {
	row, ok := l.Row(i)
	if !ok {
		l.known = false
		return
	}
	if id := l.source.ID(row); id != l.chosen || !l.known {
		l.chosen, l.row, l.known = id, row, true
		l.note(i)
		if l.OnChosen != nil {
			l.OnChosen(row)
		}
	}
}

// findKey goes from the search field into the rows by the arrow keys. Esc clears
// the field, then the filters, and then goes to the rows.
func (l *Grid[T]) findKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		l.keys.TypedKey(key)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.Focus()
	case fyne.KeyEscape:
		if l.widen() {
			return true
		}
		if l.desk.escapes() {
			return false
		}
		l.Focus()
	default:
		return false
	}
	return true
}

// widen takes back what narrows the list: the words first, then the filters. It
// reports whether there was any.
func (l *Grid[T]) widen() bool {
	switch {
	case l.find.Text != "":
		l.find.SetText("")
	case len(l.filter) > 0:
		l.setFilter(nil)
	default:
		return false
	}
	return true
}
