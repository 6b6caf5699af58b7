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

// Save says what record a form edits, how it is kept, and what follows.
type Save struct {
	// Noun is the record. The form keeps what is typed into its lines as a draft,
	// and settles it with what others saved meanwhile. Nil where the form is of
	// no record.
	Noun career.Noun
	// Nouns is called when all that was typed is in the variables, and returns all
	// that is kept in one act: Noun and what belongs to it. Nil for Noun alone.
	Nouns func() []career.Noun
	// Do keeps what was typed instead, off the window's goroutine. While it is at
	// work no line writes to its variable.
	Do   func(context.Context) error
	Done func() // follows when it is kept

	// Deleted is what is told when the record was deleted; empty for a form that
	// cannot delete. Delete does it in a way of its own.
	Deleted string
	Delete  func(context.Context) error
}

// Form is a page of lines that is saved or given up whole.
type Form struct {
	desk    *Desk
	title   string
	save    Save
	lines   []Line
	editors []*editor
	dirty   bool // something was typed that is not saved
	saving  bool
	next    func()           // where to go when it is saved, if the user has asked to leave meanwhile
	first   string           // the field that gets the cursor when the form is shown
	rest    []career.Problem // told at the top, since they have no line
	draft   *keeping
	known   map[string]bool // new records that were kept with the form before

	offer   *fyne.Container // of a draft
	summary *Words
	column  *fyne.Container
	scroll  *container.Scroll
	content fyne.CanvasObject
}

// Form returns a page that edits the variables of its lines.
func (d *Desk) Form(title string, save Save, lines ...Line) *Form {
	f := &Form{desk: d, title: title, save: save, lines: lines, summary: d.Words("", Alert), known: map[string]bool{},
		offer: container.NewStack(), column: container.New(stacked{gap: 10})}
	f.summary.Hide()
	f.offer.Hide()
	f.draft = newKeeping(f)
	f.build()
	f.scroll = container.NewVScroll(container.New(insets{0, sizeGap, 2 * sizeGap, sizeGap + 8}, f.column))
	f.content = container.NewBorder(f.head(), nil, nil, nil, f.scroll)
	return f
}

// build makes the lines from what their variables hold.
func (f *Form) build() {
	d := f.desk
	f.editors, f.column.Objects = nil, nil
	for _, l := range f.lines {
		if l.make == nil {
			f.column.Add(container.New(&atMost{width: sizeTable}, above(sizeGap, Stack(d.Subheading(d.T(l.key)), separator()))))
			continue
		}
		e := &editor{form: f, line: l, note: d.Caption("", Muted)}
		e.note.Hide()
		l.make(f, e)
		e.understood()
		e.was = e.typed()
		f.editors = append(f.editors, e)
		f.column.Add(f.row(e))
	}
}

// At makes the form begin with the cursor in the line of the field.
func (f *Form) At(field string) *Form {
	f.first = field
	return f
}

func (f *Form) head() fyne.CanvasObject {
	d := f.desk
	buttons := container.New(abreast{})
	if f.deletes() {
		buttons.Add(d.LinkButton(d.T("act.delete"), f.delete))
	}
	buttons.Add(d.Button("act.cancel", d.Back))
	buttons.Add(d.MainButton("act.save", f.Save))
	title := d.Heading(f.title)
	row := container.NewBorder(nil, nil, nil, container.NewVBox(buttons), title)
	return container.New(insets{sizeGap, sizeGap, 8, sizeGap + 8}, container.NewVBox(row, f.offer, f.summary))
}

// deletes reports whether the record can be deleted from its form.
func (f *Form) deletes() bool {
	return f.save.Delete != nil || f.save.Deleted != "" && f.save.Noun != nil && f.save.Noun.Key() != ""
}

// row lays a line out: the label beside what is edited, the note below. A table
// lies below its label, since it needs the width.
func (f *Form) row(e *editor) fyne.CanvasObject {
	label := f.desk.Words(f.desk.T(e.line.key), Muted)
	if e.wide {
		return container.New(&atMost{width: sizeTable}, above(8, Stack(label, e.object, e.note)))
	}
	return container.New(&atMost{width: sizeForm},
		container.New(labelled{label: sizeFormLabel}, container.New(insets{top: 9}, label), Stack(e.object, e.note)))
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

// Shown puts the cursor where the form begins.
func (f *Form) Shown() {
	f.goFirst()
	f.draft.find()
}

// goFirst puts the cursor where the form begins: into the line asked for, else
// into the first one, for a new record the first that is empty.
func (f *Form) goFirst() {
	at := slices.IndexFunc(f.editors, func(e *editor) bool { return e.tells(f.first) })
	if at < 0 && f.save.Noun != nil && f.save.Noun.Key() == "" {
		at = slices.IndexFunc(f.editors, func(e *editor) bool { return e.empty != nil && e.empty() })
	}
	if len(f.editors) > 0 {
		f.go_(f.editors[max(at, 0)])
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
			{Phrase: "act.discard", Do: func() { f.draft.drop(then) }, Danger: true},
		},
		Cancel: "act.stay",
	})
}

// wheel scrolls the form when the mouse is over a field.
func (f *Form) wheel(turn *fyne.ScrollEvent) { f.scroll.Scrolled(turn) }

// touched notes that the user changed something. What comes to a form that was
// left, such as a photo that took its time, changes nothing any more.
func (f *Form) touched() {
	if !slices.Contains(f.desk.frame.pages, Page(f)) {
		return
	}
	f.dirty = true
	f.draft.touched()
}

// Save keeps what was typed and leaves the form.
func (f *Form) Save() { f.keep(func() { f.desk.frame.drop(f) }) }

// delete deletes the record that the form is of. It asks nothing: it can be
// undone.
func (f *Form) delete() {
	if f.saving {
		return
	}
	d := f.desk
	do := f.save.Delete
	if do == nil {
		do = func(ctx context.Context) error { return d.Store.Delete(ctx, f.save.Noun) }
	}
	d.Act(do, func() {
		f.dirty = false
		f.draft.drop(func() {
			d.frame.drop(f)
			d.Done(f.save.Deleted)
		})
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
		f.mark(append(wrong, f.alsoWrong(wrong)...))
		return
	}
	was, fresh := f.dirty, f.fresh()
	nouns, work := f.work(fresh)
	f.saving, f.dirty, f.next = true, false, then
	f.desk.Run(work, func(err error) {
		f.saving = false
		switch {
		case err == nil:
			f.kept(fresh)
			return
		case errors.Is(err, career.ErrConflict) && len(nouns) > 0 && !f.dirty:
			f.dirty = true
			f.settle(nouns)
		default:
			f.dirty = f.dirty || was
			f.refused(err)
		}
	})
}

// kept goes on when the form is kept, with the new records it refers to.
func (f *Form) kept(fresh []career.Noun) {
	for _, n := range fresh {
		f.known[n.Key()] = true
	}
	done := func() {
		if f.save.Done != nil {
			f.save.Done()
		}
		f.Leave(f.next) // asks if something was typed meanwhile
	}
	if f.dirty {
		done()
		return
	}
	f.saving = true
	f.draft.drop(func() {
		f.saving = false
		done()
	})
}

// work returns the records of the form and how they are kept: in one act, the
// new ones that they refer to first.
func (f *Form) work(fresh []career.Noun) (nouns []career.Noun, do func(context.Context) error) {
	nouns = f.nouns()
	return nouns, func(ctx context.Context) error {
		if all := slices.Concat(fresh, nouns); len(all) > 0 {
			if err := f.desk.Store.Save(ctx, all...); err != nil {
				return err
			}
		}
		if f.save.Do == nil {
			return nil
		}
		return f.save.Do(ctx)
	}
}

// nouns returns the records of the form, as far as it keeps them itself.
func (f *Form) nouns() []career.Noun {
	switch {
	case f.save.Nouns != nil:
		return f.save.Nouns()
	case f.save.Noun != nil && f.save.Do == nil:
		return []career.Noun{f.save.Noun}
	}
	return nil
}

// fresh returns the new records that the lines refer to, each once.
func (f *Form) fresh() []career.Noun {
	var nouns []career.Noun
	for _, e := range f.editors {
		if e.fresh != nil {
			nouns = append(nouns, e.fresh()...)
		}
	}
	return slices.DeleteFunc(nouns, func(n career.Noun) bool { return f.known[n.Key()] })
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

// go_ puts the cursor into a line and brings it into view.
func (f *Form) go_(e *editor) {
	if e.focus != nil {
		f.desk.Window.Canvas().Focus(e.focus)
	}
	if field, ok := e.focus.(*Entry); ok && field.SelectedText() == "" {
		field.toEnd()
	}
	if at, found := within(f.scroll.Content, e.object); found {
		bring(f.scroll, at, e.object.Size().Height)
	}
}
