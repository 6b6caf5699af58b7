package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"visitdesk/data/store"
)

// What a reading keeps of what is shown.
type kept int

const (
	keepNothing kept = iota // it is another list: the first row is chosen, if not another is preferred
	keepChoice              // the row chosen, wherever it is now; the first rows are shown
	keepPlace               // the row chosen and the rows seen
)

// read asks for the rows afresh; those shown stay until they are here.
func (l *Grid[T]) read(keep kept) {
	r := &reading[T]{source: l.source, query: l.asked(), book: newBook[T]()}
	rows, pages := 0, []int(nil)
	if keep != keepNothing {
		r.chosen, r.near = l.chosen, l.near
	}
	if keep == keepPlace {
		rows = min(l.book.total, most)
		pages = l.seenPages()
	}
	placed := keep == keepPlace && l.source.Places != nil && l.book.total > PageRows
	l.asking, l.wanted = true, nil
	l.single.Stop()
	l.query.Run(func(ctx context.Context) (err error) {
		if placed {
			err = r.pages(ctx, pages)
		} else {
			err = r.along(ctx, rows)
		}
		if err != nil {
			return err
		}
		return r.locate(ctx)
	}, func(err error) {
		l.asking = false
		if err != nil {
			l.desk.Fail(err)
			return
		}
		l.take(r, keep)
	})
}

// seenPages returns the numbers of the pages that are seen, and that of the row
// chosen.
func (l *Grid[T]) seenPages() []int {
	from, to := l.keys.seen()
	pages := []int{max(from-l.before(), 0) / PageRows, max(to-l.before(), 0) / PageRows}
	if l.keys.cur >= 0 {
		pages = append(pages, max(l.keys.cur-l.before(), 0)/PageRows)
	}
	return pages
}

// take shows what was read. Whoever looks at the row chosen goes on looking at
// it, at the same place of the screen.
func (l *Grid[T]) take(r *reading[T], keep kept) {
	was, before, top := l.keys.cur, l.book, l.before()
	seen := keep == keepPlace && l.keys.sees(was)
	stays := keep == keepChoice && l.known || r.pinned != nil
	pinned := r.pinned
	if !l.called && l.pinned == nil || keep == keepChoice {
		pinned = nil // nobody sees where it is not
	}
	l.book, l.pinned = r.book, pinned
	if keep == keepPlace && r.pinned == nil && l.at() < 0 {
		l.toNeighbour(&before, was-top)
	}
	l.showHint(r.query)
	if keep != keepPlace {
		l.keys.ScrollToOffset(0)
	}
	if l.at() < 0 && stays {
		l.keys.cur = -1
		l.again(r.pinned)
	} else {
		l.settle()
	}
	if moved := l.keys.cur - was; seen && l.keys.cur >= 0 && l.known && moved != 0 && l.keys.GetScrollOffset() > 0 {
		l.keys.ScrollToOffset(l.keys.GetScrollOffset() + float32(moved)*l.keys.pitch())
	}
	l.keys.Refresh()
	if seen || l.called || keep != keepPlace {
		l.keys.reveal(l.keys.cur)
	}
	l.called = false
	l.tools.tell()
	if l.source.Places != nil && !l.book.placed && !l.book.ended {
		l.place(r.query)
	}
	l.fetch()
}

// note keeps where the row chosen is, at place i: from there it is found again.
func (l *Grid[T]) note(i int) {
	l.near = ""
	if i >= l.before() {
		l.near = l.source.Cursor(l.row)
	}
}

// again tells of the row chosen as it is now, which lies nowhere on the screen.
func (l *Grid[T]) again(row *T) {
	if row == nil {
		return
	}
	l.row, l.known = *row, true
	if l.OnChosen != nil {
		l.OnChosen(*row)
	}
}

// place asks how long the list is and where its pages begin. Nothing that is
// shown moves; only the scroll bar does.
func (l *Grid[T]) place(q store.Query) {
	var after []string
	var total int
	l.query.Run(func(ctx context.Context) (err error) {
		after, total, err = l.source.Places(ctx, q, PageRows)
		return err
	}, func(err error) {
		if err != nil {
			l.desk.Fail(err)
			return
		}
		l.book.place(after, total)
		l.keys.Refresh()
		l.tools.tell()
		l.fetch()
	})
}

// toNeighbour chooses the row next to the one chosen before, at was, if that is
// gone: the one that came after it, or else before it.
func (l *Grid[T]) toNeighbour(before *book[T], was int) {
	if was < 0 {
		return
	}
	there := map[string]bool{}
	for _, page := range l.book.pages {
		for _, row := range page {
			there[l.source.ID(row)] = true
		}
	}
	for _, step := range []int{1, -1} {
		for i := was; i >= 0 && i-was < 2*PageRows; i += step {
			row, ok := before.row(i)
			if !ok {
				break
			}
			if id := l.source.ID(row); there[id] {
				l.chosen = id
				return
			}
		}
	}
}

// settle chooses a row after a reading: the one chosen before if it is still
// there, else the preferred one.
func (l *Grid[T]) settle() {
	i := l.at()
	if i < 0 && l.Len() > 0 {
		i = 0
		if page := l.book.pages[0]; l.Prefer != nil && len(page) > 0 {
			i = l.Prefer(page)
		}
	}
	l.keys.cur = i
	row, ok := l.Row(i)
	l.known = ok
	switch {
	case ok:
		l.chosen, l.row = l.source.ID(row), row
		l.note(i)
		if l.OnChosen != nil {
			l.OnChosen(row)
		}
	case l.OnNone != nil:
		l.OnNone()
	}
}

// fetch asks for the pages that are seen, and those that soon may be, unless
// they are at hand or on their way.
func (l *Grid[T]) fetch() {
	need := l.missing()
	if l.asking || len(need) == 0 || subset(need, l.wanted) {
		return
	}
	l.wanted = need
	r := l.rereading()
	rows := make([][]T, 0, len(need))
	l.single.Run(func(ctx context.Context) error {
		for _, n := range need {
			if err := r.page(ctx, n); err != nil {
				return err
			}
			rows = append(rows, r.book.pages[n])
		}
		return nil
	}, func(err error) {
		l.wanted = nil
		if err != nil {
			l.desk.Fail(err)
			return
		}
		for i, n := range need {
			l.arrived(n, rows[i])
		}
		l.fetch()
	})
}

func subset(part, whole []int) bool {
	return !slices.ContainsFunc(part, func(n int) bool { return !slices.Contains(whole, n) })
}

// missing returns the numbers of the pages seen that are not at hand; only if
// all are, those a little beyond.
func (l *Grid[T]) missing() []int {
	from, to := l.keys.seen()
	from, to = from-l.before(), to-l.before()
	if need := l.lacking(from, to); len(need) > 0 {
		return need
	}
	const ahead = PageRows / 4
	return l.lacking(from-ahead, to+ahead)
}

// lacking returns the numbers of the pages of some rows that are not at hand;
// the others count as used.
func (l *Grid[T]) lacking(from, to int) []int {
	var need []int
	for n := max(from, 0) / PageRows; n <= min(max(to, 0)/PageRows, l.book.last()); n++ {
		if l.book.has(n) {
			l.book.use(n)
			continue
		}
		need = append(need, n)
	}
	return need
}

// arrived puts a page in that was asked for by itself.
func (l *Grid[T]) arrived(n int, rows []T) {
	known := l.book.total
	l.book.put(n, rows, l.source.Cursor)
	if l.pinned != nil && l.book.find(l.source.ID(*l.pinned), l.source.ID) >= 0 {
		l.unpin()
		return
	}
	if l.book.total != known {
		l.keys.Refresh() // the list has grown
		l.tools.tell()
	} else {
		l.keys.mark()
	}
	if !l.known && l.keys.cur >= 0 {
		l.choose(l.keys.cur)
	}
}

// unpin shows the pinned row in its own place instead, which was come to. What
// is on the screen stays where it is.
func (l *Grid[T]) unpin() {
	l.pinned = nil
	offset := l.keys.GetScrollOffset() - l.keys.pitch()
	l.keys.cur = max(l.keys.cur-1, 0)
	if at := l.at(); l.known && at >= 0 {
		l.keys.cur = at
	}
	l.keys.Refresh()
	l.keys.ScrollToOffset(offset)
}

// showHint says why there is nothing to see, if there is nothing.
func (l *Grid[T]) showHint(q store.Query) {
	l.hint.Objects = nil
	l.hint.Hidden = l.Len() > 0
	if l.hint.Hidden {
		l.hint.Refresh()
		return
	}
	d, e := l.desk, l.empty
	sentence := d.T(e.Phrase)
	switch {
	case len(q.Filter) > 0:
		sentence, e.Act, e.Do = d.T("list.all_hidden"), "act.clear_filters", l.clearAll
	case q.Find != "":
		sentence = d.T("list.nothing_found", q.Find)
	}
	column := Stack()
	say := func(sentence string) {
		column.Objects = []fyne.CanvasObject{d.Words(sentence, Muted)}
		if e.Act != "" {
			column.Add(above(8, container.NewHBox(d.Button(e.Act, e.Do))))
		}
		column.Refresh()
	}
	say(sentence)
	if len(q.Filter) > 0 && l.source.Places != nil {
		l.countHidden(func(n int) { say(d.Text.Count("list.hidden", n)) })
	}
	l.hint.Objects = []fyne.CanvasObject{newGround(theme.ColorNameBackground, "", 0), margin(sizeGap, column)}
	l.hint.Refresh()
}

// countHidden tells how many rows there would be without what narrows the list.
func (l *Grid[T]) countHidden(tell func(int)) {
	var total int
	l.query.Run(func(ctx context.Context) (err error) {
		_, total, err = l.source.Places(ctx, store.Query{}, PageRows)
		return err
	}, func(err error) {
		if err == nil && l.Len() == 0 {
			tell(total)
		}
	})
}
