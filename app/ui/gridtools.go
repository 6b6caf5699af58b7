package ui

import (
	"slices"
	"strings"
	"visitdesk/data/store"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// gridTools is what stands around the rows: how many there are and the buttons
// beside the search field, the filters in use below it, and at the foot what can
// be done with several rows at once.
type gridTools[T any] struct {
	grid                *Grid[T]
	buttons, chips, bar *fyne.Container
	count               *fyne.Container
	rows, picked        *Words
	together            *fyne.Container // the buttons for several rows
}

func (l *Grid[T]) newTools() *gridTools[T] {
	d := l.desk
	t := &gridTools[T]{grid: l, rows: newWords("", Muted, theme.SizeNameCaptionText, false),
		picked: newWords("", Strong, theme.SizeNameText, false), together: container.NewHBox()}
	t.count = container.New(insets{left: cellGap, right: cellGap}, container.New(middle{}, t.rows))
	t.buttons = container.New(layout.NewCustomPaddedHBoxLayout(2), t.count)
	if slices.ContainsFunc(l.columns, l.filters) {
		var button *Button
		button = d.iconButton("list.filters", theme.IconNameList, func() { l.menuBelow(button, l.filterMenu()) })
		t.buttons.Add(button)
	}
	t.chips = container.New(&flow{})
	t.chips.Hide()
	none := d.signButton("list.pick_none", theme.IconNameCancel, func() {
		l.picks.clear()
		l.picked()
		l.Focus()
	})
	row := container.New(pickedLayout{}, t.picked, t.together, none)
	t.bar = container.NewStack(newGround(colourSurface, theme.ColorNameSeparator, 4), container.New(insets{2, 4, 2, 12}, row))
	t.bar.Hide()
	return t
}

// corner is the place below a control, where its menu opens.
func corner(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(0, o.Size().Height)
}

// popUp shows a menu at a place of the window.
func (d *Desk) popUp(menu *fyne.Menu, at fyne.Position) {
	if len(menu.Items) == 0 {
		return
	}
	d.closeMenus()
	widget.ShowPopUpMenuAtPosition(menu, d.Window.Canvas(), at)
}

// menuBelow shows a menu below a button; when it is done with, the rows have the
// keyboard.
func (l *Grid[T]) menuBelow(button fyne.CanvasObject, menu *fyne.Menu) {
	l.Focus()
	l.desk.popUp(menu, corner(button))
}

// Together puts the buttons there for what can be done with several rows. Where
// room is short all but the last two give way.
func (l *Grid[T]) Together(buttons ...fyne.CanvasObject) {
	l.tools.together.Objects = buttons
	l.tools.together.Refresh()
}

// beside puts a button beside the search field.
func (l *Grid[T]) beside(button fyne.CanvasObject) {
	l.tools.buttons.Add(button)
	l.content.Refresh()
}

// tell shows how many rows there are and are picked, and what narrows the list.
func (t *gridTools[T]) tell() {
	l, d := t.grid, t.grid.desk
	count, picked := "", ""
	if n := l.Len(); l.book.ended && n > 0 {
		count = d.Text.Count("list.count", n)
		if l.find.Text != "" && n >= store.Plenty {
			count = d.T("list.count_plenty", n)
		}
	}
	if l.picks.active() {
		picked = d.Text.Count("list.picked", l.Picked())
		if l.picks.all && !l.book.ended {
			picked = d.T("list.picked_all")
		}
	}
	moved := count != t.rows.Text || (picked != "") != t.bar.Visible()
	t.rows.SetText(count)
	t.picked.SetText(picked)
	t.bar.Hidden = picked == ""
	if t.narrowed() || moved {
		l.content.Refresh()
	}
}

// narrowed shows a chip for each filter in use, and reports whether they are
// others than before.
func (t *gridTools[T]) narrowed() bool {
	l, d := t.grid, t.grid.desk
	var words []string
	var chips []fyne.CanvasObject
	for _, c := range l.columns {
		values := l.filter[c.Title]
		if len(values) == 0 {
			continue
		}
		said := make([]string, len(values))
		for i, v := range values {
			said[i] = c.says(d, v)
		}
		words = append(words, d.T("list.chip", d.T(c.Title), strings.Join(said, d.T("list.comma"))))
		chip := d.button(words[len(words)-1], theme.CancelIcon(), func() { l.filterBy(c.Title, nil) })
		chip.Importance, chip.IconPlacement = widget.LowImportance, widget.ButtonIconTrailingText
		chips = append(chips, container.NewStack(newGround(theme.ColorNameSelection, "", 12), chip))
	}
	if slices.Equal(words, t.words()) {
		return false
	}
	t.chips.Objects, t.chips.Hidden = chips, len(chips) == 0
	t.chips.Refresh()
	return true
}

// words returns what the chips say.
func (t *gridTools[T]) words() []string {
	var words []string
	for _, chip := range t.chips.Objects {
		words = append(words, chip.(*fyne.Container).Objects[1].(*Button).Text)
	}
	return words
}
