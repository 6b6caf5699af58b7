package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sorting is a field and a direction; the list's own order without a field.
type sorting struct {
	by   string
	desc bool
}

// gridHead is the row of heads: a click sorts, the grip between two makes the
// left one wider, dragging a head moves its column. The button at its end does
// the same by menu.
type gridHead[T any] struct {
	grid  *Grid[T]
	row   *fyne.Container
	cells []*headCell
	grips []*columnGrip
	menu  *Button
}

func (l *Grid[T]) newHead() *gridHead[T] {
	l.shown.spans = l.spans
	h := &gridHead[T]{grid: l, row: container.New(headLayout{&l.shown})}
	for i, c := range l.columns {
		h.cells = append(h.cells, newHeadCell(headActs{
			tap: func() {
				l.Focus()
				l.sortBy(c.Title)
			},
			context: func(at fyne.Position) { l.desk.popUp(l.columnMenu(i), at) },
			drag:    func(x float32) { h.drag(i, x) },
		}, l.desk.T(c.Title), c.Sort))
		h.grips = append(h.grips, &columnGrip{
			dragged: func(dx float32) { l.widenColumn(i, l.shown.places(h.row.Size().Width)[i].width+dx) },
			reset: func() {
				l.shown.columns[l.shown.index(i)].width = 0
				l.columnsChanged()
			}})
		h.grips[i].ExtendBaseWidget(h.grips[i])
	}
	h.menu = l.desk.signButton("list.columns", theme.IconNameMoreVertical, h.open)
	var objects []fyne.CanvasObject
	for _, c := range h.cells {
		objects = append(objects, c)
	}
	for _, g := range h.grips {
		objects = append(objects, g)
	}
	h.row.Objects = append(objects, h.menu, widget.NewSeparator())
	return h
}

// open shows what can be done with the columns.
func (h *gridHead[T]) open() { h.grid.menuBelow(h.menu, h.grid.columnsMenu()) }

// headLayout lays heads out above their columns.
type headLayout struct{ shown *shown }

const sizeHead = 26

func (headLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(grown(least), grown(sizeHead)+1)
}

func (l headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := (len(objects) - 2) / 2
	high := size.Height - 1
	for i, place := range l.shown.places(size.Width) {
		head, grip := objects[i], objects[n+i]
		if place.width == 0 {
			head.Hide()
			grip.Hide()
			continue
		}
		head.Show()
		grip.Show()
		head.Move(fyne.NewPos(place.x, 0))
		head.Resize(fyne.NewSize(place.width, high))
		grip.Move(fyne.NewPos(place.x+place.width, 3))
		grip.Resize(fyne.NewSize(cellGap, high-6))
	}
	menu, line := objects[2*n], objects[2*n+1]
	menu.Move(fyne.NewPos(size.Width-24, (high-24)/2))
	menu.Resize(fyne.NewSize(24, 24))
	line.Move(fyne.NewPos(0, high))
	line.Resize(fyne.NewSize(size.Width, 1))
}

// drag moves column i where the mouse is, once that has passed the middle of its
// neighbour.
func (h *gridHead[T]) drag(i int, x float32) {
	s := &h.grid.shown
	places := s.places(h.row.Size().Width)
	x += places[i].x
	columns := s.visible()
	for n, c := range columns {
		if c.number != i {
			continue
		}
		if n > 0 && x < places[columns[n-1].number].x+places[columns[n-1].number].width/2 {
			h.grid.moveColumn(i, -1)
		} else if n+1 < len(columns) && places[columns[n+1].number].width > 0 && x > places[columns[n+1].number].x+places[columns[n+1].number].width/2 {
			h.grid.moveColumn(i, 1)
		}
		return
	}
}

// tell shows what is sorted and filtered by.
func (h *gridHead[T]) tell() {
	for i, c := range h.grid.columns {
		words, tone := h.grid.desk.T(c.Title), Muted
		if h.grid.sort.by == c.Title {
			tone = Accent
			if h.grid.sort.desc {
				words += " ▼"
			} else {
				words += " ▲"
			}
		}
		if len(h.grid.filter[c.Title]) > 0 {
			tone = Accent
		}
		h.cells[i].words.set(words, tone)
	}
}

// sortBy sorts by a head: upwards, then downwards, then in the list's own order.
func (l *Grid[T]) sortBy(title string) {
	switch {
	case l.sort.by != title:
		l.setSort(sorting{by: title})
	case !l.sort.desc:
		l.setSort(sorting{by: title, desc: true})
	default:
		l.setSort(sorting{})
	}
}

func (l *Grid[T]) setSort(s sorting) {
	l.sort, l.near = s, ""
	l.head.tell()
	l.read(keepChoice)
}

// columnMenu is what can be done with a column.
func (l *Grid[T]) columnMenu(i int) *fyne.Menu {
	d, c, menu := l.desk, l.columns[i], fyne.NewMenu("")
	add := func(phrase string, do func()) *fyne.MenuItem {
		item := fyne.NewMenuItem(d.T(phrase), func() { d.guard(do) })
		menu.Items = append(menu.Items, item)
		return item
	}
	if c.Sort {
		add("list.up", func() { l.setSort(sorting{by: c.Title}) }).Checked = l.sort == sorting{by: c.Title}
		add("list.down", func() { l.setSort(sorting{by: c.Title, desc: true}) }).Checked = l.sort == sorting{c.Title, true}
		add("list.own_order", func() { l.setSort(sorting{}) }).Checked = l.sort.by == ""
	}
	if l.filters(c) {
		add("list.filter", func() { l.askFilter(i) }).Checked = len(l.filter[c.Title]) > 0
	}
	if len(menu.Items) > 0 {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	}
	add("list.left", func() { l.moveColumn(i, -1) })
	add("list.right", func() { l.moveColumn(i, 1) })
	add("list.hide", func() { l.showColumn(i, false) })
	return menu
}

// columnsMenu is what can be done with all columns, each with a menu of its own.
func (l *Grid[T]) columnsMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, c := range l.shown.columns {
		title := l.desk.T(c.title)
		if c.hidden {
			title = l.desk.T("list.show", title)
		}
		item := fyne.NewMenuItem(title, func() { l.showColumn(c.number, true) })
		if !c.hidden {
			item.ChildMenu = l.columnMenu(c.number)
		}
		menu.Items = append(menu.Items, item)
	}
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(l.desk.T("list.reset"), func() { l.desk.guard(l.resetColumns) }))
	return menu
}

// headActs are what a head does.
type headActs struct {
	tap     func()
	context func(at fyne.Position)
	drag    func(x float32) // the mouse is so far from the head's left
}

// headCell is the head of a column.
type headCell struct {
	widget.BaseWidget
	headActs
	sorts bool
	words *Words
	light *canvas.Rectangle
}

var (
	_ desktop.Hoverable      = (*headCell)(nil)
	_ fyne.Draggable         = (*headCell)(nil)
	_ fyne.SecondaryTappable = (*headCell)(nil)
)

func newHeadCell(acts headActs, title string, sorts bool) *headCell {
	h := &headCell{headActs: acts, sorts: sorts, light: &canvas.Rectangle{CornerRadius: 3}}
	h.words = newWords(title, Muted, theme.SizeNameCaptionText, false)
	h.words.rich.Truncation = fyne.TextTruncateClip
	h.light.Hide()
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer puts the words in the middle of the height.
func (h *headCell) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(h.light, container.New(middle{}, h.words)))
}

// middle gives its child all the width and puts it in the middle of the height.
type middle struct{}

func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	high := objects[0].MinSize().Height
	objects[0].Move(fyne.NewPos(0, (size.Height-high)/2))
	objects[0].Resize(fyne.NewSize(size.Width, high))
}

// Tapped sorts.
func (h *headCell) Tapped(*fyne.PointEvent) {
	if h.sorts {
		h.tap()
	}
}

// TappedSecondary shows the menu of the column.
func (h *headCell) TappedSecondary(e *fyne.PointEvent) { h.context(e.AbsolutePosition) }

// Dragged moves the column.
func (h *headCell) Dragged(e *fyne.DragEvent) { h.drag(e.Position.X) }

// DragEnd does nothing: the column is where it is wanted.
func (h *headCell) DragEnd() {}

// MouseIn lights the head up if it sorts.
func (h *headCell) MouseIn(*desktop.MouseEvent) { h.glow(h.sorts) }

// MouseMoved does nothing.
func (h *headCell) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the light.
func (h *headCell) MouseOut() { h.glow(false) }

func (h *headCell) glow(on bool) {
	h.light.FillColor = colour(theme.ColorNameHover)
	h.light.Hidden = !on
	h.light.Refresh()
}

// AccessibilityLabel is what a screen reader says.
func (h *headCell) AccessibilityLabel() string { return h.words.Text }

// AccessibilityRole is that of a button.
func (h *headCell) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// columnGrip is what a column is made wider by.
type columnGrip struct {
	widget.BaseWidget
	dragged func(dx float32)
	reset   func()
}

var (
	_ fyne.Draggable      = (*columnGrip)(nil)
	_ fyne.DoubleTappable = (*columnGrip)(nil)
	_ desktop.Cursorable  = (*columnGrip)(nil)
)

// CreateRenderer draws a fine line.
func (g *columnGrip) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(insets{left: cellGap / 2, right: cellGap/2 - 1}, newGround(theme.ColorNameSeparator, "", 0)))
}

// Dragged makes the column wider or narrower.
func (g *columnGrip) Dragged(e *fyne.DragEvent) { g.dragged(e.Dragged.DX) }

// DragEnd does nothing: the width is kept as it changes.
func (g *columnGrip) DragEnd() {}

// DoubleTapped gives the column its own width again.
func (g *columnGrip) DoubleTapped(*fyne.PointEvent) { g.reset() }

// Cursor is two arrows.
func (g *columnGrip) Cursor() desktop.Cursor { return desktop.HResizeCursor }
