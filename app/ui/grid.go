package ui

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"visitdesk/data/career"
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

// PageRows is how many rows a list asks for at a time.
const PageRows = 100

// An Empty is what a list says that has no rows: a sentence, and one thing to
// do about it.
type Empty struct {
	Phrase string
	Act    string // empty for none
	Do     func()
}

// A Grid shows rows of columns. It looks for what is typed above it, reads
// further pages near its end, and keeps the row chosen when it reads afresh.
type Grid[T any] struct {
	desk    *Desk
	source  Source[T]
	columns []Column[T]
	empty   Empty
	query   *Latest

	rows    []T
	chosen  string // the ID of the row chosen
	ended   bool   // the last page was read
	reading bool   // the first pages or a further one are on their way
	pinned  string // the ID of the row shown first, out of its place; empty for none

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

// NewGrid returns a grid; hint is what its search field says while it is empty.
func NewGrid[T any](d *Desk, hint string, source Source[T], empty Empty, columns ...Column[T]) *Grid[T] {
	l := &Grid[T]{desk: d, source: source, columns: columns, empty: empty, query: d.Latest()}
	l.find = d.Entry()
	l.find.SetPlaceHolder(d.T(hint))
	l.find.Icon = theme.SearchIcon()
	l.find.OnChanged = func(string) { l.read(false) }
	l.find.OnKey = l.findKey
	l.keys = l.newKeys()
	l.hint = container.NewStack()
	l.hint.Hide()
	l.head = l.newHead()
	l.content = below(container.NewVBox(l.find, l.head), container.NewStack(l.keys, l.hint))
	return l
}

// Content is the search field, the heads and the rows.
func (l *Grid[T]) Content() fyne.CanvasObject { return l.content }

// Refresh reads the rows afresh and keeps the row chosen.
func (l *Grid[T]) Refresh() { l.read(true) }

// Choose makes the row with the given ID the one chosen after the next reading,
// wherever it lies in the list and whatever is looked for.
func (l *Grid[T]) Choose(id string) {
	l.chosen = id
	l.mark()
}

// Find puts the cursor into the search field.
func (l *Grid[T]) Find() { l.desk.Window.Canvas().Focus(l.find) }

// Focus puts the keyboard to the rows.
func (l *Grid[T]) Focus() { l.desk.Window.Canvas().Focus(l.keys) }

// Chosen returns the row chosen and whether there is one.
func (l *Grid[T]) Chosen() (T, bool) {
	if i := l.at(); i >= 0 {
		return l.rows[i], true
	}
	var none T
	return none, false
}

// Rows returns the rows read so far.
func (l *Grid[T]) Rows() []T { return l.rows }

// most is how many rows a list reads afresh at most.
const most = 10 * PageRows

// read asks for the rows afresh; those shown stay until they are here. With keep
// as many are read as there were, and the row chosen is shown even if it does
// not lie among them.
func (l *Grid[T]) read(keep bool) {
	words, page := l.find.Text, l.source.Page
	least, chosen := 0, ""
	if keep {
		least, chosen = min(len(l.rows), most), l.chosen
	}
	var rows []T
	var ended, pinned bool
	l.reading = true
	l.query.Run(func(ctx context.Context) (err error) {
		for after := ""; !ended && (len(rows) == 0 || len(rows) < least); after = l.source.Cursor(rows[len(rows)-1]) {
			more, err := page(ctx, store.Query{Find: words, After: after, Limit: PageRows})
			if err != nil {
				return err
			}
			rows, ended = append(rows, more...), len(more) < PageRows
			if len(rows) == 0 {
				break
			}
		}
		rows, pinned, err = l.pin(ctx, rows, chosen)
		return err
	}, func(err error) {
		l.reading = false
		if err != nil {
			l.desk.Fail(err)
			return
		}
		before := l.rows
		l.rows, l.ended, l.pinned = rows, ended, ""
		if pinned {
			l.pinned = chosen
		}
		if keep {
			l.toNeighbour(before)
		}
		l.showHint(words)
		l.keys.Refresh()
		l.settle()
	})
}

// pin puts the row of an ID before the others if it is not among them, and
// reports whether it did.
func (l *Grid[T]) pin(ctx context.Context, rows []T, id string) ([]T, bool, error) {
	if id == "" || l.source.Row == nil || slices.ContainsFunc(rows, func(row T) bool { return l.source.ID(row) == id }) {
		return rows, false, nil
	}
	row, err := l.source.Row(ctx, id)
	if errors.Is(err, career.ErrNotFound) { // it was deleted
		return rows, false, nil
	}
	return append([]T{row}, rows...), err == nil, err
}

// toNeighbour chooses the row next to the one chosen before if that is gone: the
// one that came after it, or else before it.
func (l *Grid[T]) toNeighbour(before []T) {
	if l.at() >= 0 {
		return
	}
	was := slices.IndexFunc(before, func(row T) bool { return l.source.ID(row) == l.chosen })
	if was < 0 {
		return
	}
	there := make(map[string]bool, len(l.rows))
	for _, row := range l.rows {
		there[l.source.ID(row)] = true
	}
	near := append(slices.Clone(before[was:]), reversed(before[:was])...)
	for _, row := range near {
		if id := l.source.ID(row); there[id] {
			l.chosen = id
			return
		}
	}
}

func reversed[T any](rows []T) []T {
	rows = slices.Clone(rows)
	slices.Reverse(rows)
	return rows
}

// more asks for the next page when row i is near the end of those read.
func (l *Grid[T]) more(i int) {
	if l.ended || l.reading || i < len(l.rows)-PageRows/4 {
		return
	}
	l.reading = true
	words, page, after := l.find.Text, l.source.Page, l.source.Cursor(l.rows[len(l.rows)-1])
	var rows []T
	l.query.Run(func(ctx context.Context) (err error) {
		rows, err = page(ctx, store.Query{Find: words, After: after, Limit: PageRows})
		return err
	}, func(err error) {
		l.reading = false
		if err != nil {
			l.desk.Fail(err)
			return
		}
		l.ended = len(rows) < PageRows
		l.rows = append(l.rows, slices.DeleteFunc(rows, func(row T) bool { return l.pinned != "" && l.source.ID(row) == l.pinned })...)
		l.keys.Refresh()
	})
}

// settle chooses a row after a reading: the one chosen before if it is still
// there, else the preferred one.
func (l *Grid[T]) settle() {
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
func (l *Grid[T]) mark() {
	if i := l.at(); i >= 0 {
		l.keys.mark(i)
		return
	}
	l.keys.cur = -1 // or Enter would open a row that is not chosen
	l.keys.UnselectAll()
}

// at returns the place of the row chosen, -1 for none.
func (l *Grid[T]) at() int {
	for i, row := range l.rows {
		if l.source.ID(row) == l.chosen {
			return i
		}
	}
	return -1
}

// choose is called with the row that the mouse or the keys went to.
func (l *Grid[T]) choose(i int) {
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
func (l *Grid[T]) findKey(key *fyne.KeyEvent) bool {
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
func (l *Grid[T]) showHint(words string) {
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
