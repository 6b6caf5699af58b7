package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"visitdesk/data/career"
)

// A Cell is one column of a table in a form; the constructors below make it.
type Cell[T comparable] struct {
	Key    string // the phrase of its head, and the field of its problems
	Weight float32
	make   func(t *table[T], row *T) cell
}

// cell is a Cell in one row: what is edited, how it is taken over.
type cell struct {
	object fyne.CanvasObject
	focus  fyne.Focusable
	take   func() string
	below  fyne.CanvasObject // shown under the row; may be nil
	memory                   // of what is not in the row yet; may be empty
}

// TextCell edits a string of a row.
func TextCell[T comparable, S ~string](key string, weight float32, value func(*T) *S) Cell[T] {
	return Cell[T]{key, weight, func(t *table[T], row *T) cell {
		return t.entry(string(*value(row)), func(s string) string {
			*value(row) = S(strings.TrimSpace(s))
			return ""
		})
	}}
}

// LongTextCell edits a string of a row that needs two lines.
func LongTextCell[T comparable, S ~string](key string, weight float32, value func(*T) *S) Cell[T] {
	return Cell[T]{key, weight, func(t *table[T], row *T) cell {
		field := t.form.desk.LongEntry(2)
		return t.edit(field, string(*value(row)), func(s string) string {
			*value(row) = S(strings.TrimSpace(s))
			return ""
		})
	}}
}

// NumberCell edits a count of a row.
func NumberCell[T comparable](key string, weight float32, value func(*T) *int) Cell[T] {
	return Cell[T]{key, weight, func(t *table[T], row *T) cell {
		return t.entry(numberText(*value(row)), func(s string) string {
			n, ok := readNumber(s)
			if !ok {
				return "problem.number"
			}
			*value(row) = n
			return ""
		})
	}}
}

// DateCell edits a day of a row; the Down key shows a calendar.
func DateCell[T comparable](key string, weight float32, value func(*T) *career.Date) Cell[T] {
	return dayCell(key, weight, value, ParseDate, "problem.date")
}

// RoughCell edits a day of a row, or a month or a year where no more is known.
func RoughCell[T comparable](key string, weight float32, value func(*T) *career.Date) Cell[T] {
	return dayCell(key, weight, value, ParseRough, "problem.rough_date")
}

func dayCell[T comparable](key string, weight float32, value func(*T) *career.Date,
	parse func(string, career.Date) (career.Date, bool), wrong string) Cell[T] {
	return Cell[T]{key, weight, func(t *table[T], row *T) cell {
		d := t.form.desk
		c := t.entry(string(*value(row)), func(s string) string {
			day, ok := parse(s, d.Today())
			if !ok && strings.TrimSpace(s) != "" {
				return wrong
			}
			*value(row) = day
			return ""
		})
		field := c.object.(*Entry)
		field.OnKey = onDown(func() {
			at, _ := parse(field.Text, d.Today())
			at, _ = at.Span()
			d.askDay(at, func(day career.Date) {
				field.SetText(string(day))
				d.Window.Canvas().Focus(field)
			})
		})
		return c
	}}
}

// TickCell edits a yes or no of a row.
func TickCell[T comparable](key string, weight float32, value func(*T) *bool) Cell[T] {
	return Cell[T]{key, weight, func(t *table[T], row *T) cell {
		box := t.form.desk.Check("", *value(row), func(ticked bool) {
			*value(row) = ticked
			t.editor.changed()
		})
		return cell{object: box, focus: box.(fyne.Focusable), take: func() string { return "" }}
	}}
}

// ChoiceCell edits a code of a row.
func ChoiceCell[T comparable, C interface {
	career.Code
	~string
}](key string, weight float32, value func(*T) *C, codes []C) Cell[T] {
	return Cell[T]{key, weight, func(t *table[T], row *T) cell {
		d := t.form.desk
		words, at := make([]string, len(codes)), -1
		for i, c := range codes {
			words[i] = d.T(c.Key())
			if c == *value(row) {
				at = i
			}
		}
		s := d.newSelection(words, at, func(i int) {
			*value(row) = codes[i]
			t.editor.changed()
		})
		return cell{object: s, focus: s, take: func() string { return "" }}
	}}
}

// SuggestCell edits a string of a row and suggests records for it while the
// user types; fill takes one over into the row. Words that are not picked come
// to it as an option of that name without an ID: the row is about nobody known.
func SuggestCell[T comparable](key string, weight float32, value func(*T) *string, find Finder, fill func(*T, Option)) Cell[T] {
	return Cell[T]{key, weight, func(t *table[T], row *T) cell {
		c := t.entry(*value(row), func(s string) string {
			if s = strings.TrimSpace(s); s != *value(row) {
				fill(row, Option{Name: s})
			}
			return ""
		})
		field := c.object.(*Entry)
		s := newSuggestions(t.form.desk, field, find, func(o Option) {
			t.change()
			fill(row, o)
			t.rebuild(slices.Index(t.rows, row), 1) // on to the next cell
		})
		c.below = s.body
		return c
	}}
}
