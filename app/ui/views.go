package ui

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"visitdesk/data/career"
)

// view is what a list shows and how, under a name.
type view struct {
	Find    string              `json:"find,omitempty"`
	Sort    string              `json:"sort,omitempty"`
	Desc    bool                `json:"desc,omitempty"`
	Filter  map[string][]string `json:"filter,omitempty"`
	Columns string              `json:"columns"`
}

const (
	prefixView  = "view/"     // and the list and the name
	prefixLast  = "lastview/" // and the list: the name of the view shown last
	longestView = 40          // letters of a name
)

// views are the saved views of a list and the menu to choose from them. They are
// kept with the office: what is looked for may be a person.
type views[T any] struct {
	grid    *Grid[T]
	desk    *Desk
	named   map[string]view
	at      string // the name of the one chosen last; empty for none
	loaded  bool
	loading bool
	stood   *standing // how the list is to be shown at first; nil for as it is by itself
	button  *Button
}

func newViews[T any](l *Grid[T]) *views[T] {
	v := &views[T]{grid: l, desk: l.desk, named: map[string]view{}}
	v.button = l.desk.button(l.desk.T("list.views"), theme.MenuDropDownIcon(), func() { l.menuBelow(v.button, v.menu()) })
	v.button.Importance, v.button.IconPlacement = widget.LowImportance, widget.ButtonIconTrailingText
	l.beside(v.button)
	return v
}

// load reads the views once and shows the one that was shown last; then goes on.
func (v *views[T]) load(then func()) {
	if v.loaded {
		then()
		return
	}
	if v.loading {
		return // whoever asked first goes on
	}
	v.loading = true
	var kept map[string][]byte
	var last []byte
	v.desk.Run(func(ctx context.Context) (err error) {
		if kept, err = v.desk.Store.KeptUnder(ctx, v.key("")); err != nil {
			return err
		}
		last, err = v.desk.Store.Kept(ctx, prefixLast+v.grid.name)
		if errors.Is(err, career.ErrNotFound) {
			return nil
		}
		return err
	}, func(err error) {
		v.loaded, v.loading = true, false
		v.desk.Fail(err)
		for key, value := range kept {
			var w view
			if json.Unmarshal(value, &w) == nil {
				v.named[strings.TrimPrefix(key, v.key(""))] = w
			}
		}
		if w, ok := v.named[string(last)]; ok {
			v.at = string(last)
			v.put(w)
		}
		if v.stood != nil {
			v.at = v.stood.name
			v.put(v.stood.view)
		}
		v.tell()
		then()
	})
}

func (v *views[T]) key(name string) string { return prefixView + v.grid.name + "/" + name }

// put makes the list what a view says, without reading it.
func (v *views[T]) put(w view) {
	l := v.grid
	changed := l.find.OnChanged
	l.find.OnChanged = nil
	l.find.SetText(w.Find)
	l.find.OnChanged = changed
	l.sort, l.filter = sorting{w.Sort, w.Desc}, w.Filter
	l.shown.read(w.Columns, l.titles())
	l.picks.clear()
	l.columnsChanged()
	l.head.tell()
	l.tools.tell()
}

// choose shows a view; the list as it is by itself for no name.
func (v *views[T]) choose(name string) {
	w, ok := v.named[name]
	if !ok {
		w = view{Columns: v.grid.shown.String()}
	}
	v.at = name
	v.put(w)
	v.tell()
	v.grid.anew()
	v.grid.Focus()
	v.keep(func(ctx context.Context) error { return v.desk.Store.Keep(ctx, prefixLast+v.grid.name, []byte(name)) })
}

// keep writes what is remembered; nobody waits for it.
func (v *views[T]) keep(write func(context.Context) error) {
	v.desk.Run(write, func(err error) { v.desk.Fail(err) })
}

// tell names the view on the button.
func (v *views[T]) tell() {
	words := v.desk.T("list.views")
	if v.at != "" {
		words = v.at
		if r := []rune(words); len(r) > 8 {
			words = string(r[:7]) + "…"
		}
	}
	v.button.SetText(words)
	v.grid.content.Refresh()
}

// menu lists the views.
func (v *views[T]) menu() *fyne.Menu {
	menu := fyne.NewMenu("")
	add := func(words string, do func()) *fyne.MenuItem {
		item := fyne.NewMenuItem(words, func() { v.desk.guard(do) })
		menu.Items = append(menu.Items, item)
		return item
	}
	add(v.desk.T("list.no_view"), func() { v.choose("") }).Checked = v.at == ""
	for _, name := range slices.Sorted(maps.Keys(v.named)) {
		add(name, func() { v.choose(name) }).Checked = v.at == name
	}
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	if v.at != "" {
		add(v.desk.T("list.update_view", v.at), func() { v.save(v.at) })
		add(v.desk.T("list.drop_view", v.at), func() { v.drop(v.at) })
	}
	add(v.desk.T("act.save_view"), v.ask)
	return menu
}

// ask asks for the name under which to save what the list shows.
func (v *views[T]) ask() {
	name := v.desk.Entry()
	name.SetPlaceHolder(v.desk.T("list.view_name"))
	v.desk.Ask(Question{Title: v.desk.T("list.save_view"), Words: v.desk.T("list.view_holds"), Body: name, Focus: name,
		Answers: []Answer{{Phrase: "act.save", Do: func() { v.save(name.Text) }}}})
}

// now is what the list shows.
func (v *views[T]) now() view {
	l := v.grid
	return view{Find: l.find.Text, Sort: l.sort.by, Desc: l.sort.desc, Filter: l.filter, Columns: l.shown.String()}
}

// save keeps what the list shows under a name.
func (v *views[T]) save(name string) {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return
	}
	if utf8.RuneCountInString(name) > longestView {
		name = string([]rune(name)[:longestView])
	}
	w := v.now()
	value, err := json.Marshal(w)
	if err != nil {
		v.desk.Fail(err)
		return
	}
	v.named[name], v.at = w, name
	v.tell()
	v.keep(func(ctx context.Context) error {
		if err := v.desk.Store.Keep(ctx, v.key(name), value); err != nil {
			return err
		}
		return v.desk.Store.Keep(ctx, prefixLast+v.grid.name, []byte(name))
	})
	v.desk.Told(v.desk.T("told.view_saved", name))
}

// drop forgets a view and offers to keep it after all.
func (v *views[T]) drop(name string) {
	w := v.named[name]
	delete(v.named, name)
	v.choose("")
	v.keep(func(ctx context.Context) error { return v.desk.Store.Drop(ctx, v.key(name)) })
	v.desk.Offer(v.desk.T("told.view_dropped", name), "act.undo", func() {
		v.put(w)
		v.grid.anew()
		v.save(name)
	})
}
