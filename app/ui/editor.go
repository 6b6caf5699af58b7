package ui

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"visitdesk/data/career"
)

// A Line is one line of a form: a label and what edits one variable in place.
// What the user types goes to the variable when the line is left.
type Line struct {
	key  string   // the phrase of its label, and the field of its problems
	also []string // further fields whose problems are told here
	hint string   // the phrase that is said below while there is nothing else to say
	make func(f *Form, e *editor)
}

// Also makes the line tell the problems of further fields too.
func (l Line) Also(fields ...string) Line {
	l.also = append(l.also, fields...)
	return l
}

// Hint makes the line say the phrase below, small, while there is nothing else
// to say.
func (l Line) Hint(phrase string) Line {
	l.hint = phrase
	return l
}

// Part begins a part of a form, headed by the phrase.
func Part(phrase string) Line { return Line{key: phrase} }

// editor is a line while its form is shown.
type editor struct {
	form   *Form
	line   Line
	object fyne.CanvasObject
	focus  fyne.Focusable
	wide   bool          // lies below its label and takes all the room there is
	note   *Words        // what is wrong with it, or how it was understood
	take   func() string // moves what was typed into the variable; the phrase of what is wrong
	says   func() string // how what was typed is understood; nil for nothing

	memory
	was    any                  // what stood there when the line was shown
	always bool                 // a draft keeps it also if nothing was typed into it
	fresh  func() []career.Noun // new records that the line refers to; may be nil
	empty  func() bool          // nothing stands in it, so that a new record can begin here; nil for never
	told   []string             // the reasons that keep the form from being saved, as long as nothing was done about them
}

// memory is how what stands in a line is kept in a draft: typed returns it,
// finished or not, as a value that nothing changes later and that JSON can
// write; retype puts it back.
type memory struct {
	typed  func() any
	retype func(json.RawMessage) error
}

func remembered[V any](typed func() V, retype func(V)) memory {
	return memory{func() any { return typed() }, func(data json.RawMessage) error {
		var v V
		if err := json.Unmarshal(data, &v); err != nil {
			return err
		}
		retype(v)
		return nil
	}}
}

// memory is that of a field.
func (e *Entry) memory() memory {
	return remembered(func() string { return e.Text }, func(text string) {
		if e.Text != text { // nothing was typed where nothing changes
			e.SetText(text)
		}
	})
}

// tells reports whether problems of the field are told at the line.
func (e *editor) tells(field string) bool {
	return field != "" && (e.line.key == field || slices.Contains(e.line.also, field))
}

// left is called when the line is left: it says what is wrong with it or how
// it was understood.
func (e *editor) left() {
	if e.form.saving {
		return
	}
	if reason := e.take(); reason != "" {
		e.told = []string{reason}
	}
	e.understood()
}

// understood says how what was typed is understood, or what is wrong with it.
func (e *editor) understood() {
	if len(e.told) > 0 {
		e.say(e.reasons(), Alert)
		return
	}
	words := ""
	if e.says != nil {
		words = e.says()
	}
	if words == "" && e.line.hint != "" {
		words = e.form.desk.T(e.line.hint)
	}
	e.say(words, Muted)
}

func (e *editor) say(words string, tone Tone) {
	was, seen := e.note.Text, e.note.Visible()
	if words == "" {
		e.note.Hide()
	} else {
		e.note.set(tone.Mark()+words, tone)
		e.note.Show()
	}
	if e.note.Text == was && e.note.Visible() == seen { // a form with a long text is slow to draw
		return
	}
	if e.form.content != nil { // else it is being made
		e.form.content.Refresh()
	}
}
