package ui

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Rows edits a list of values as a small table: add, remove, move up and down.
// blank is what a new row begins as.
func Rows[T comparable](key string, value *[]T, blank T, cells ...Cell[T]) Line {
	line := Line{key: key, make: func(f *Form, e *editor) {
		t := &table[T]{form: f, editor: e, value: value, blank: blank, cells: cells, names: map[string]string{}, body: Stack()}
		for i := range *value {
			row := (*value)[i]
			t.rows = append(t.rows, &row)
		}
		t.build()
		e.object, e.wide = t.body, true
		e.take = t.take
		e.memory = remembered(t.typed, t.retype)
	}}
	for _, c := range cells {
		line.also = append(line.also, c.Key)
	}
	return line
}

// table is a list of rows while it is edited. The rows are copies; take writes
// them back, leaving out those that nothing was typed into.
type table[T comparable] struct {
	form   *Form
	editor *editor
	value  *[]T
	blank  T
	cells  []Cell[T]
	rows   []*T
	made   [][]cell
	names  map[string]string // of the records picked since the form was shown
	body   *fyne.Container
}

func (t *table[T]) entry(text string, set func(string) string) cell {
	return t.edit(t.form.desk.Entry(), text, set)
}

func (t *table[T]) edit(field *Entry, text string, set func(string) string) cell {
	field.say(text)
	field.OnChanged = func(string) { t.editor.changed() }
	field.OnLeft = t.editor.left
	field.OnWheel = t.form.wheel
	return cell{object: field, focus: field, take: taken(field, set), memory: field.memory()}
}

// tableText is what stands in a table: the rows as they were taken over last,
// and what was typed into each of their cells since.
type tableText[T comparable] struct {
	Rows  []T
	Cells [][]json.RawMessage
}

func (t *table[T]) typed() tableText[T] {
	text := tableText[T]{Rows: make([]T, len(t.rows)), Cells: make([][]json.RawMessage, len(t.rows))}
	for i, row := range t.rows {
		text.Rows[i] = *row
		text.Cells[i] = make([]json.RawMessage, len(t.made[i]))
		for k, c := range t.made[i] {
			if c.memory.typed != nil {
				text.Cells[i][k], _ = json.Marshal(c.memory.typed()) // a short text
			}
		}
	}
	return text
}

func (t *table[T]) retype(text tableText[T]) {
	t.rows = nil
	for _, row := range text.Rows {
		t.rows = append(t.rows, &row)
	}
	t.build()
	for i, cells := range text.Cells[:min(len(text.Cells), len(t.made))] {
		for k, data := range cells[:min(len(cells), len(t.made[i]))] {
			if c := t.made[i][k]; c.memory.retype != nil {
				_ = c.memory.retype(data) // what cannot be read stays as the row has it
			}
		}
	}
}

// build lays the rows out anew.
func (t *table[T]) build() {
	d := t.form.desk
	t.made, t.body.Objects = nil, nil
	if len(t.rows) > 0 {
		head := container.New(t.layout())
		for _, c := range t.cells {
			head.Add(d.Caption(d.T(c.Key), Muted))
		}
		head.Add(filler())
		t.body.Add(above(8, head))
	}
	for i := range t.rows {
		t.addRow(i)
	}
	add := d.button(d.T("act.add_row"), theme.ContentAddIcon(), t.add)
	t.body.Add(container.NewHBox(add))
	t.editor.focus = add
	if len(t.made) > 0 {
		t.editor.focus = t.made[0][0].focus
	}
}

func (t *table[T]) addRow(i int) {
	d := t.form.desk
	line := container.New(t.layout())
	var made []cell
	var below []fyne.CanvasObject
	for _, c := range t.cells {
		m := c.make(t, t.rows[i])
		made = append(made, m)
		line.Add(m.object)
		if m.below != nil {
			below = append(below, m.below)
		}
	}
	up := d.signButton("act.row_up", theme.IconNameMoveUp, func() { t.move(i, -1) })
	down := d.signButton("act.row_down", theme.IconNameMoveDown, func() { t.move(i, 1) })
	if i == 0 {
		up.Disable()
	}
	if i == len(t.rows)-1 {
		down.Disable()
	}
	line.Add(container.NewHBox(up, down, d.signButton("act.row_remove", theme.IconNameDelete, func() { t.remove(i) })))
	t.made = append(t.made, made)
	t.body.Add(line)
	for _, o := range below {
		t.body.Add(o)
	}
}

func (t *table[T]) layout() fyne.Layout {
	weights := make([]float32, len(t.cells))
	for i, c := range t.cells {
		weights[i] = c.Weight
	}
	return weighted{weights}
}

// takeAll moves what was typed into the rows and returns what is wrong; the
// first wrong cell is the one to go to.
func (t *table[T]) takeAll() (wrong string) {
	for _, made := range t.made {
		for _, c := range made {
			if reason := c.take(); reason != "" && wrong == "" {
				wrong = reason
				t.editor.focus = c.focus
			}
		}
	}
	return wrong
}

func (t *table[T]) take() string {
	wrong := t.takeAll()
	*t.value = (*t.value)[:0:0]
	for _, row := range t.rows {
		if *row != t.blank {
			*t.value = append(*t.value, *row)
		}
	}
	return wrong
}

func (t *table[T]) add() {
	t.change()
	row := t.blank
	t.rows = append(t.rows, &row)
	t.rebuild(len(t.rows)-1, 0)
}

func (t *table[T]) remove(i int) {
	t.change()
	t.rows = append(t.rows[:i:i], t.rows[i+1:]...)
	t.rebuild(min(i, len(t.rows)-1), 0)
}

func (t *table[T]) move(i, by int) {
	t.change()
	t.rows[i], t.rows[i+by] = t.rows[i+by], t.rows[i]
	t.rebuild(i+by, 0)
}

func (t *table[T]) change() {
	t.takeAll()
	t.form.touched()
}

// rebuild lays the rows out anew and puts the cursor into a cell of row i.
func (t *table[T]) rebuild(i, cell int) {
	t.build()
	t.editor.changed()
	t.form.content.Refresh()
	focus := t.editor.focus
	if i >= 0 {
		focus = t.made[i][min(cell, len(t.cells)-1)].focus
	}
	t.form.desk.Window.Canvas().Focus(focus)
}

// weighted shares the width out among its children; the last takes only what it
// needs.
type weighted struct{ weights []float32 }

// sizeTable is the widest that a table in a form runs.
const sizeTable = 1080

const rowButtons = 116 // the width of a row's three buttons

func (l weighted) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(grown(rowButtons)+60*float32(len(l.weights)), height)
}

func (l weighted) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var all float32
	for _, w := range l.weights {
		all += w
	}
	room := size.Width - grown(rowButtons) - 6*float32(len(l.weights))
	var x float32
	for i, o := range objects {
		width := grown(rowButtons)
		if i < len(l.weights) {
			width = room * l.weights[i] / all
		}
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		x += width + 6
	}
}
