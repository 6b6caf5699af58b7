package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// An Answer is a button of a question. The question goes away before Do.
type Answer struct {
	Phrase string
	Do     func()
	Danger bool // deletes or throws away
}

// A Question is put to the user over the window. Its first answer is also
// Enter's; Esc takes none of them.
type Question struct {
	Title   string // in the user's words
	Words   string
	Body    fyne.CanvasObject // below the words; nil for none
	Focus   fyne.Focusable    // what to type in; nil for the first answer's button
	Answers []Answer
	Cancel  string // the phrase of the button that Esc stands for; "act.cancel" if empty
	Dropped func() // called when no answer was taken; may be nil
	Wide    bool
}

// Ask puts q to the user. Until it is answered, no command works.
func (d *Desk) Ask(q Question) {
	dia := &dialog{desk: d, question: q}
	dia.pop = d.lay(dia, dia.content())
	if focus := dia.focus(); focus != nil {
		d.Window.Canvas().Focus(focus)
	}
}

// Confirm asks whether to do what deletes or throws away; act is the phrase of
// the button that does it.
func (d *Desk) Confirm(title, words, act string, do func()) {
	d.Ask(Question{Title: title, Words: words, Answers: []Answer{{Phrase: act, Do: do, Danger: true}}})
}

// modal is what lies over the window: until it is closed it gets every key that
// no control has a use for, and no command works.
type modal interface {
	typed(*fyne.KeyEvent)
	close()
}

// lay puts a modal with its content over the window. Each has one overlay, so
// that menus can be told from them.
func (d *Desk) lay(m modal, content fyne.CanvasObject) *widget.PopUp {
	d.closeMenus()
	var pop *widget.PopUp
	d.above(func() {
		pop = widget.NewModalPopUp(d.tipping().lay(content), d.Window.Canvas())
		d.dialogs = append(d.dialogs, m)
		pop.Show()
	})
	return pop
}

// lift takes a modal away, and with it what lies over it, as Fyne does.
func (d *Desk) lift(m modal) {
	at := slices.Index(d.dialogs, m)
	if at < 0 {
		return
	}
	for range d.dialogs[at:] {
		d.tipping().lift()
	}
	d.dialogs = d.dialogs[:at]
}

// dialog is a question while it is asked.
type dialog struct {
	desk     *Desk
	question Question
	pop      *widget.PopUp
	buttons  []*Button
}

const (
	widthDialog = 440
	widthWide   = 680
)

func (g *dialog) content() fyne.CanvasObject {
	q, d := g.question, g.desk
	column := container.New(stacked{gap: 12}, d.Subheading(q.Title))
	if q.Words != "" {
		column.Add(d.Words(q.Words, Plain))
	}
	var body fyne.CanvasObject = column
	if q.Body != nil {
		body = container.NewBorder(column, nil, nil, nil, above(12, q.Body))
	}
	width := float32(widthDialog)
	if q.Wide {
		width = widthWide
	}
	if room := g.desk.Window.Canvas().Size().Width - 6*sizeGap; room > 0 { // a large text must not push it out of the window
		width = min(width, room/grown(1))
	}
	return margin(sizeGap+8, container.New(&atLeast{width: width},
		container.NewBorder(nil, above(sizeGap, g.answers()), nil, nil, body)))
}

// answers lays the buttons out at the right, the first answer outermost.
func (g *dialog) answers() fyne.CanvasObject {
	row := container.New(abreast{})
	cancel := g.question.Cancel
	if cancel == "" {
		cancel = "act.cancel"
	}
	row.Add(g.desk.Button(cancel, g.drop))
	for i := len(g.question.Answers) - 1; i >= 0; i-- {
		row.Add(g.button(i))
	}
	return container.NewHBox(filler(), row)
}

func (g *dialog) button(i int) *Button {
	a := g.question.Answers[i]
	b := g.desk.Button(a.Phrase, func() { g.take(a) })
	switch {
	case a.Danger:
		b.Importance = widget.DangerImportance
	case i == 0:
		b.Importance = widget.HighImportance
	}
	g.buttons = append([]*Button{b}, g.buttons...)
	return b
}

func (g *dialog) focus() fyne.Focusable {
	if g.question.Focus != nil {
		return g.question.Focus
	}
	if len(g.buttons) > 0 {
		return g.buttons[0]
	}
	return nil
}

// typed is what keys do that the control with the focus has no use for.
func (g *dialog) typed(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		g.drop()
	case fyne.KeyReturn, fyne.KeyEnter:
		if len(g.question.Answers) > 0 {
			g.take(g.question.Answers[0])
		}
	}
}

func (g *dialog) take(a Answer) {
	g.close()
	if a.Do != nil {
		a.Do()
	}
}

func (g *dialog) drop() {
	g.close()
	if g.question.Dropped != nil {
		g.question.Dropped()
	}
}

func (g *dialog) close() {
	g.desk.lift(g)
	g.pop.Hide()
}

// asking reports whether a question waits for its answer.
func (d *Desk) asking() bool { return len(d.dialogs) > 0 }
