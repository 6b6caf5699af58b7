package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"visitdesk/data/career"
)

// Records say what a screen browses: one literal for each screen. T is a row of
// its list, D all that is read to show the row chosen.
type Records[T, D any] struct {
	Hint    string // the phrase that the search field says while it is empty
	Source  Source[T]
	Columns []Column[T]
	Prefer  func([]T) int // the place of the row to choose when none is; nil for the first

	New   string             // the phrase of the command that makes one
	Blank func() career.Noun // a new one; nil where none can be made
	None  string             // the phrase for a list without any
	Noun  func(*T) career.Noun
	Gone  func(T) string // what is told when it was deleted

	Unchosen string // the phrase that says that none is chosen
	Read     func(context.Context, T) (D, error)
	Describe func(D) fyne.CanvasObject // lays the page of the row chosen out

	Commands []Command // further ones of the screen

	// What can be done to several rows at once. Whole reads the noun of a row
	// that does not hold all of it, off the window's goroutine; nil where Noun
	// is the whole one. Tags are those of a noun, nil for a noun without; nil
	// itself where no noun has any.
	Whole func(context.Context, T) (career.Noun, error)
	Tags  func(career.Noun) *[]string
	Bulk  []BulkEdit
	// Paste is given the cells that were pasted into the rows; nil where they
	// can only be imported.
	Paste func(cells [][]string)
}

// Browser is a screen of records: the list at the left, the one chosen at the
// right, and the commands that all such screens share.
type Browser[T, D any] struct {
	desk    *Desk
	records Records[T, D]
	list    *Grid[T]
	views   *views[T]
	detail  *fyne.Container
	reading *Latest
	shown   string // the ID of the row that the page is of
	page    D
	down    float32 // how far down the next page is shown
	body    fyne.CanvasObject
}

// NewBrowser returns a screen of records, empty until its first Refresh.
func NewBrowser[T, D any](d *Desk, r Records[T, D]) *Browser[T, D] {
	b := &Browser[T, D]{desk: d, records: r, detail: container.NewStack(), reading: d.Latest()}
	empty := Empty{Phrase: r.None}
	if r.Blank != nil {
		empty.Act, empty.Do = r.New, b.New
	}
	b.list = NewGrid(d, r.Hint, r.Source, empty, r.Columns...)
	b.list.Prefer = r.Prefer
	b.list.OnChosen = b.show
	b.list.OnNone = func() {
		b.reading.Stop() // or the page of a row that is gone would come late
		d.Swap(b.detail, Stack(), false)
	}
	b.list.OnOpen = func(T) { b.Edit() }
	b.list.OnDelete = func(T) { b.Delete() }
	b.list.OnContext = func(at fyne.Position) { d.ContextMenu(b.Commands(), at) }
	b.list.OnPaste = r.Paste
	b.list.Together(b.together()...)
	b.views = newViews(b.list)
	b.body = d.Beside(r.Hint, b.list.Content(), b.detail)
	return b
}

// Content is the list and the page.
func (b *Browser[T, D]) Content() fyne.CanvasObject { return b.body }

// Refresh reads the list afresh, and with it the page of the row chosen. The
// rows get the keyboard if nobody has it: whoever comes here types at once.
func (b *Browser[T, D]) Refresh() {
	b.views.load(b.list.Refresh)
	if !b.desk.asking() && b.desk.Window.Canvas().Focused() == nil {
		b.list.Focus()
	}
}

// Commands are what can be done with the records.
func (b *Browser[T, D]) Commands() []Command {
	var list []Command
	if b.records.Blank != nil {
		list = append(list, Command{Phrase: b.records.New, Menu: "menu.file", Key: fyne.KeyN, With: Ctrl, Do: b.New})
	}
	list = append(list,
		Command{Phrase: "act.edit", Menu: "menu.edit", Key: fyne.KeyF2, Off: b.Unchosen, Do: b.Edit, Context: true},
		Command{Phrase: "act.delete", Menu: "menu.edit", Off: b.Unchosen, Do: b.Delete, Context: true})
	list = append(list, b.changes()...)
	list = append(list,
		// Fyne gives the keys of these two to what has the keyboard: cells to the
		// rows, text to a field. The menu shows them and never gets them.
		Command{Phrase: "act.copy_rows", Menu: "menu.edit", Key: fyne.KeyC, With: Ctrl, Off: b.Unchosen, Do: b.list.copyRows, Context: true},
		Command{Phrase: "act.select_rows", Menu: "menu.edit", Key: fyne.KeyA, With: Ctrl, Do: b.list.all},
		Command{Phrase: "act.find", Menu: "menu.edit", Key: fyne.KeyF, With: Ctrl, Do: b.list.Find},
		Command{Phrase: "act.find_next", Menu: "menu.edit", Key: fyne.KeyF3, Do: b.list.Next},
		Command{Phrase: "list.columns", Menu: "menu.edit", Do: func() { b.list.head.open() }},
		Command{Phrase: "act.save_view", Menu: "menu.edit", Do: b.views.ask})
	return append(list, b.records.Commands...)
}

// Unchosen returns the phrase that says that no row is chosen, or "" if one is:
// the Off of commands that need one.
func (b *Browser[T, D]) Unchosen() string {
	if b.list.Picked() == 0 {
		return b.records.Unchosen
	}
	return ""
}

// Chosen returns the row chosen and whether there is one.
func (b *Browser[T, D]) Chosen() (T, bool) { return b.list.Chosen() }

// Picked returns how many rows are chosen.
func (b *Browser[T, D]) Picked() int { return b.list.Picked() }

// Open chooses the row of an ID when the screen comes into view.
func (b *Browser[T, D]) Open(id string) { b.list.Choose(id) }

// New shows the form of a new record.
func (b *Browser[T, D]) New() { b.desk.Edit(b.records.Blank(), "") }

// Edit shows the form of the record chosen.
func (b *Browser[T, D]) Edit() { b.EditAt("") }

// EditAt shows the form of the record chosen with the cursor in a field.
func (b *Browser[T, D]) EditAt(field string) {
	if row, ok := b.list.Chosen(); ok {
		b.desk.Edit(b.records.Noun(&row), field)
	}
}

// show reads all about a row and lays it out.
func (b *Browser[T, D]) show(row T) {
	var page D
	b.reading.Run(func(ctx context.Context) (err error) {
		page, err = b.records.Read(ctx, row)
		return err
	}, func(err error) {
		if err != nil {
			b.desk.Fail(err)
			return
		}
		id := b.records.Source.ID(row)
		same := b.shown == id
		b.shown, b.page = id, page
		b.lay(same)
	})
}

// Again lays the page of the row chosen out anew, from what was read.
func (b *Browser[T, D]) Again() { b.lay(true) }

func (b *Browser[T, D]) lay(same bool) {
	b.desk.Swap(b.detail, Paper(b.records.Describe(b.page)), same)
	b.goDown()
}
