package ui

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// filters reports whether the values of a column can be ticked.
func (l *Grid[T]) filters(c Column[T]) bool { return c.Filter && l.source.Values != nil }

// says returns what a value of a column says.
func (c Column[T]) says(d *Desk, value string) string {
	if c.Says != nil && value != "" {
		value = c.Says(value)
	}
	return cmp.Or(value, d.T("word.none"))
}

// setFilter narrows the list to what the filters let pass.
func (l *Grid[T]) setFilter(filter map[string][]string) {
	l.filter = filter
	l.head.tell()
	l.anew()
}

// filterBy lets only some values of a field pass; all, if there are none.
func (l *Grid[T]) filterBy(field string, values []string) {
	filter := maps.Clone(l.filter)
	if filter == nil {
		filter = map[string][]string{}
	}
	filter[field] = values
	if len(values) == 0 {
		delete(filter, field)
	}
	l.setFilter(filter)
}

// clearAll shows every row again.
func (l *Grid[T]) clearAll() {
	l.filter = nil
	l.head.tell()
	if l.find.Text != "" {
		l.find.SetText("") // reads afresh
	} else {
		l.anew()
	}
	l.Focus()
}

// filterMenu lists the columns that can be filtered by.
func (l *Grid[T]) filterMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for i, c := range l.columns {
		if !l.filters(c) {
			continue
		}
		item := fyne.NewMenuItem(l.desk.T(c.Title), func() { l.desk.guard(func() { l.askFilter(i) }) })
		item.Checked = len(l.filter[c.Title]) > 0
		menu.Items = append(menu.Items, item)
	}
	if len(l.filter) > 0 {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(l.desk.T("act.clear_filters"), func() { l.desk.guard(l.clearAll) }))
	}
	return menu
}

// askFilter asks which values of a column are to be shown.
func (l *Grid[T]) askFilter(i int) {
	c := l.columns[i]
	var values []string
	l.desk.Prepare(func(ctx context.Context) (err error) {
		values, err = l.source.Values(ctx, c.Title)
		return err
	}, func() {
		ticks := newTicks(l.desk, values, l.filter[c.Title], func(v string) string { return c.says(l.desk, v) })
		answers := []Answer{{Phrase: "act.filter", Do: func() { l.filterBy(c.Title, ticks.ticked()) }}}
		if len(l.filter[c.Title]) > 0 {
			answers = append(answers, Answer{Phrase: "act.clear_filter", Do: func() { l.filterBy(c.Title, nil) }})
		}
		l.desk.Ask(Question{Title: l.desk.T("list.filter_by", l.desk.T(c.Title)), Body: ticks.content, Focus: ticks.find, Answers: answers})
	})
}

// ticks are values to tick, found by typing.
type ticks struct {
	desk    *Desk
	values  []string
	says    func(string) string
	on      map[string]bool
	find    *Entry
	boxes   *fyne.Container
	scroll  *container.Scroll
	content fyne.CanvasObject
}

// ticksHigh is how much of the values is seen at once.
const ticksHigh = 300

// newTicks returns the values with those of a filter ticked, also where no
// record has one of them any more.
func newTicks(d *Desk, values, ticked []string, says func(string) string) *ticks {
	t := &ticks{desk: d, says: says, on: map[string]bool{}, find: d.Entry(), boxes: container.New(stacked{gap: -6})}
	for _, v := range ticked {
		t.on[v] = true
	}
	for _, v := range append(slices.Clone(ticked), values...) {
		if !slices.Contains(t.values, v) {
			t.values = append(t.values, v)
		}
	}
	t.find.SetPlaceHolder(d.T("list.find_value"))
	t.find.OnChanged = func(string) { t.show() }
	t.find.OnKey = func(key *fyne.KeyEvent) bool {
		enter := key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
		if found := t.found(); enter && t.find.Text != "" && len(found) > 0 { // the first that was found is meant
			t.on[found[0]] = true
		}
		return false
	}
	t.scroll = container.NewVScroll(t.boxes)
	t.scroll.SetMinSize(fyne.NewSize(0, min(grown(ticksHigh), float32(len(t.values))*grown(sizeRow)+8)))
	t.content = below(t.find, t.scroll)
	t.show()
	return t
}

// found returns the values that say what is looked for.
func (t *ticks) found() []string {
	words := strings.ToLower(strings.TrimSpace(t.find.Text))
	return slices.DeleteFunc(slices.Clone(t.values), func(v string) bool { return !strings.Contains(strings.ToLower(t.says(v)), words) })
}

func (t *ticks) show() {
	t.boxes.Objects = nil
	for _, v := range t.found() {
		t.boxes.Add(t.desk.Check(t.says(v), t.on[v], func(on bool) { t.on[v] = on }))
	}
	t.boxes.Refresh()
	t.scroll.ScrollToTop()
}

// ticked returns the values ticked, in their order.
func (t *ticks) ticked() []string {
	return slices.DeleteFunc(slices.Clone(t.values), func(v string) bool { return !t.on[v] })
}
