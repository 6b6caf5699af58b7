package ui

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"visitdesk/data/career"
)

// A Line is one line of a form: a label and what edits one variable in place.
// What the user types goes to the variable when the line is left.
type Line struct {
	key  string   // the phrase of its label, and the field of its problems
	also []string // further fields whose problems are told here
	make func(f *Form, e *editor)
}

// Also makes the line tell the problems of further fields too.
func (l Line) Also(fields ...string) Line {
	l.also = append(l.also, fields...)
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
	note   *Words        // what is wrong with it, or how it was understood
	take   func() string // moves what was typed into the variable; the phrase of what is wrong
	says   func() string // how what was typed is understood; nil for nothing
}

// Save is what a form does with what was typed: Do keeps it, off the window's
// goroutine; Done follows when it is kept. While Do is at work no line writes
// to its variable.
type Save struct {
	Do   func(context.Context) error
	Done func()

	Delete  func(context.Context) error // deletes the record; nil where that cannot be
	Deleted string                      // what is told then
}

// Form is a page of lines that is saved or given up whole.
type Form struct {
	desk    *Desk
	title   string
	save    Save
	editors []*editor
	dirty   bool // something was typed that is not saved
	saving  bool
	next    func() // where to go when it is saved, if the user has asked to leave meanwhile
	first   string // the field that gets the cursor when the form is shown

	summary *Words
	scroll  *container.Scroll
	content fyne.CanvasObject
}

// Form returns a page that edits the variables of its lines.
func (d *Desk) Form(title string, save Save, lines ...Line) *Form {
	f := &Form{desk: d, title: title, save: save, summary: d.Words("", Alert)}
	f.summary.Hide()
	column := container.New(stacked{gap: 10})
	for _, l := range lines {
		if l.make == nil {
			column.Add(above(sizeGap, Stack(d.Subheading(d.T(l.key)), separator())))
			continue
		}
		e := &editor{form: f, line: l, note: d.Caption("", Muted)}
		e.note.Hide()
		l.make(f, e)
		f.editors = append(f.editors, e)
		column.Add(f.row(e))
	}
	f.scroll = container.NewVScroll(container.New(insets{0, sizeGap, 2 * sizeGap, sizeGap + 8},
		container.New(&atMost{width: sizeForm}, column)))
	f.content = container.NewBorder(f.head(), nil, nil, nil, f.scroll)
	return f
}

// At makes the form begin with the cursor in the line of the field.
func (f *Form) At(field string) *Form {
	f.first = field
	return f
}

func (f *Form) head() fyne.CanvasObject {
	d := f.desk
	buttons := container.New(abreast{})
	if f.save.Delete != nil {
		buttons.Add(d.LinkButton(d.T("act.delete"), f.delete))
	}
	buttons.Add(d.Button("act.cancel", d.Back))
	buttons.Add(d.MainButton("act.save", f.Save))
	title := d.Heading(f.title)
	row := container.NewBorder(nil, nil, nil, container.NewVBox(buttons), title)
	return container.New(insets{sizeGap, sizeGap, 8, sizeGap + 8}, container.NewVBox(row, f.summary))
}

// row lays a line out: the label beside what is edited, the note below.
func (f *Form) row(e *editor) fyne.CanvasObject {
	label := container.New(insets{top: 9}, f.desk.Words(f.desk.T(e.line.key), Muted))
	return container.New(labelled{label: sizeFormLabel}, label, Stack(e.object, e.note))
}

func separator() fyne.CanvasObject {
	return container.New(&thick{1}, newGround(theme.ColorNameSeparator, "", 0))
}

// thick gives its child a height of its own.
type thick struct{ height float32 }

func (l *thick) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, l.height) }
func (l *thick) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, l.height))
}

// Content is the form.
func (f *Form) Content() fyne.CanvasObject { return f.content }

// Shown puts the cursor into the first line, or into the one asked for.
func (f *Form) Shown() {
	at := 0
	for i, e := range f.editors {
		if e.tells(f.first) {
			at = i
		}
	}
	if len(f.editors) > 0 {
		f.go_(f.editors[at])
	}
}

// Commands are Save and Leave.
func (f *Form) Commands() []Command {
	return []Command{
		{Phrase: "act.save", Menu: "menu.file", Key: fyne.KeyS, With: Ctrl, Do: f.Save},
		{Phrase: "act.leave", Menu: "menu.file", Key: fyne.KeyEscape, Do: f.desk.Back},
	}
}

// Leave asks what to do with what was typed and not saved. While the form is
// being saved it goes on when that is done.
func (f *Form) Leave(then func()) {
	d := f.desk
	switch {
	case f.saving:
		f.next = then
		return
	case !f.dirty:
		then()
		return
	case d.asking(): // the window was closed twice
		return
	}
	d.Ask(Question{
		Title: d.T("form.unsaved_title"), Words: d.T("form.unsaved"),
		Answers: []Answer{
			{Phrase: "act.save", Do: func() { f.keep(then) }},
			{Phrase: "act.discard", Do: then, Danger: true},
		},
		Cancel: "act.stay",
	})
}

// wheel scrolls the form when the mouse is over a field.
func (f *Form) wheel(turn *fyne.ScrollEvent) { f.scroll.Scrolled(turn) }

// touched notes that the user changed something.
func (f *Form) touched() { f.dirty = true }

// Save keeps what was typed and leaves the form.
func (f *Form) Save() { f.keep(func() { f.desk.frame.drop(f) }) }

// delete deletes the record that the form is of. It asks nothing: it can be
// undone.
func (f *Form) delete() {
	if f.saving {
		return
	}
	d := f.desk
	d.Act(f.save.Delete, func() {
		f.dirty = false
		d.frame.drop(f)
		d.Done(f.save.Deleted)
	})
}

// keep moves what was typed into the variables, keeps it and then goes on. If
// anything is wrong, every fault is told at its line and the first gets the
// cursor.
func (f *Form) keep(then func()) {
	if f.saving {
		return
	}
	if wrong := f.takeAll(); len(wrong) > 0 {
		f.mark(wrong)
		return
	}
	was := f.dirty
	f.saving, f.dirty, f.next = true, false, then
	f.desk.Run(f.save.Do, func(err error) {
		f.saving = false
		if err != nil {
			f.dirty = f.dirty || was
			f.refused(err)
			return
		}
		if f.save.Done != nil {
			f.save.Done()
		}
		f.Leave(f.next) // asks if something was typed meanwhile
	})
}

// refused tells why the form was not saved; it stays as it is.
func (f *Form) refused(err error) {
	var invalid career.Invalid
	if errors.As(err, &invalid) {
		f.mark(invalid)
		return
	}
	f.desk.Fail(err)
}

func (f *Form) takeAll() []career.Problem {
	var wrong []career.Problem
	for _, e := range f.editors {
		if reason := e.take(); reason != "" {
			wrong = append(wrong, career.Problem{Field: e.line.key, Reason: reason})
		}
	}
	return wrong
}

// mark tells each problem at the line of its field, and at the top those that
// have no line.
func (f *Form) mark(problems []career.Problem) {
	var first *editor
	var rest []career.Problem
	for _, e := range f.editors {
		e.understood()
	}
	for _, p := range problems {
		at := slices.IndexFunc(f.editors, func(e *editor) bool { return e.tells(p.Field) })
		if at < 0 {
			rest = append(rest, p)
			continue
		}
		e := f.editors[at]
		e.say(f.desk.T(p.Reason), Alert)
		if first == nil || slices.Index(f.editors, first) > at {
			first = e
		}
	}
	words := f.desk.Text.Count("form.problems", len(problems))
	if len(rest) > 0 {
		words += "\n" + f.desk.Text.Problems(rest)
	}
	f.summary.set(Alert.Mark()+words, Alert)
	f.summary.Show()
	f.content.Refresh()
	if first != nil {
		f.go_(first)
	}
}

// go_ puts the cursor into a line and brings it into view.
func (f *Form) go_(e *editor) {
	if e.focus != nil {
		f.desk.Window.Canvas().Focus(e.focus)
	}
	if field, ok := e.focus.(*Entry); ok {
		field.toEnd()
	}
	if at, found := within(f.scroll.Content, e.object); found {
		bring(f.scroll, at, e.object.Size().Height)
	}
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
		e.say(e.form.desk.T(reason), Alert)
		return
	}
	e.understood()
}

// understood says how what was typed is understood.
func (e *editor) understood() {
	words := ""
	if e.says != nil {
		words = e.says()
	}
	e.say(words, Muted)
}

func (e *editor) say(words string, tone Tone) {
	if words == "" {
		e.note.Hide()
	} else {
		e.note.set(tone.Mark()+words, tone)
		e.note.Show()
	}
	e.form.content.Refresh()
}
