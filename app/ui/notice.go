package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"visitdesk/data/store"
)

// noticeTime is how long a notice stays that asks nothing of the user.
const noticeTime = 10 * time.Second

// notice is a message in the bar at the foot of the window.
type notice struct {
	tone  Tone
	words string
	stays bool   // until dismissed
	act   string // the phrase of its button; empty for none
	do    func()
}

// Told shows a message at the foot of the window for a while.
func (d *Desk) Told(words string) { d.show(notice{tone: Good, words: words}) }

// Offer shows a message with a button that does something about it.
func (d *Desk) Offer(words, act string, do func()) {
	d.show(notice{tone: Good, words: words, act: act, do: do})
}

// Advise says what could not be done, with a button that does something about
// it. It stays until it is dismissed.
func (d *Desk) Advise(words, act string, do func()) {
	d.show(notice{tone: Warn, words: words, stays: true, act: act, do: do})
}

// Done says what the user's last act did and offers to undo that act, whatever
// is done after it. What the window shows is read afresh.
func (d *Desk) Done(words string) {
	d.changed()
	var last []store.Change
	d.Run(func(ctx context.Context) (err error) {
		last, err = d.Store.Changes(ctx, 1)
		return err
	}, func(err error) {
		n := notice{tone: Good, words: words}
		if err == nil && len(last) == 1 && d.Undoable(last[0]) {
			n.act, n.do = "act.undo", func() { d.UndoChange(last[0]) }
		}
		d.show(n)
	})
}

func (d *Desk) changed() {
	if d.Changed != nil {
		d.Changed()
	}
}

const (
	// recent is how many changes are looked through for one to undo.
	recent = 200
	// byKey is how many records a key may take back unasked. What was done to
	// more, such as filling the office with the sample, is undone where the
	// changes are listed.
	byKey = 50
)

// Undo takes back the newest change of the office that was not undone yet, also
// one of an earlier day. Over a form it only says that there is no typing to
// take back: the record being edited must not change below it.
func (d *Desk) Undo() {
	if _, editing := d.frame.top().(*Form); editing {
		d.Told(d.T("told.no_typing_to_undo"))
		return
	}
	var undone store.Change
	d.Act(func(ctx context.Context) error {
		changes, err := d.Store.Changes(ctx, recent)
		if err != nil {
			return err
		}
		for _, c := range changes {
			if d.Undoable(c) {
				undone = c
				break
			}
		}
		if undone.ID == "" || undone.Count > byKey {
			return nil
		}
		return d.Store.Undo(ctx, undone.ID)
	}, func() {
		switch {
		case undone.ID == "": // none left
			d.Told(d.T("told.nothing_to_undo"))
		case undone.Count > byKey:
			d.Told(d.T("told.much_to_undo", d.Describe(undone)))
		default:
			d.undone(undone)
		}
	})
}

// Redo brings back what was undone last, unless something else was done since.
func (d *Desk) Redo() {
	if _, editing := d.frame.top().(*Form); editing {
		d.Told(d.T("told.no_typing_to_redo"))
		return
	}
	var undo store.Change
	d.Act(func(ctx context.Context) error {
		changes, err := d.Store.Changes(ctx, recent)
		if err != nil {
			return err
		}
		undo = lastUndo(changes)
		if undo.ID == "" {
			return nil
		}
		return d.Store.Undo(ctx, undo.ID)
	}, func() {
		if undo.ID == "" {
			d.Told(d.T("told.nothing_to_redo"))
			return
		}
		d.changed()
		undo.Act = undo.Root
		d.Told(d.T("told.redone", d.Describe(undo)))
	})
}

// lastUndo returns the newest undo that is in force, if no act came after it but
// undoing and bringing back; notes do not count.
func lastUndo(changes []store.Change) store.Change {
	for _, c := range changes {
		switch {
		case c.Count == 0 || c.Undone || c.Act == store.Redone:
		case c.Act == store.Undone:
			return c
		default:
			return store.Change{}
		}
	}
	return store.Change{}
}

// UndoChange takes one change of the office back.
func (d *Desk) UndoChange(c store.Change) {
	d.Act(func(ctx context.Context) error { return d.Store.Undo(ctx, c.ID) }, func() { d.undone(c) })
}

func (d *Desk) undone(c store.Change) {
	d.changed()
	d.Told(d.T("told.undone", d.Describe(c)))
}

// bar is the strip where notices appear. It lies over the foot of the window, so
// that no button moves under the mouse as it comes and goes.
type bar struct {
	desk  *Desk
	body  *fyne.Container
	among *fyne.Container // the bar lies over the other
	shown int             // counts the notices, so that an old clock hides no new one
	stays bool
	words string // of a notice without a button of its own; empty for none

	action, dismiss fyne.Focusable // its buttons; nil for none
}

// solid is a ground that lets no click through to what lies below it.
type solid struct{ Ground }

func newSolid() *solid {
	g := &solid{Ground{fill: colourSurface, edge: theme.ColorNameSeparator, rect: &canvas.Rectangle{}}}
	g.ExtendBaseWidget(g)
	return g
}

// Tapped does nothing.
func (*solid) Tapped(*fyne.PointEvent) {}

// TappedSecondary does nothing.
func (*solid) TappedSecondary(*fyne.PointEvent) {}

// MouseIn does nothing.
func (*solid) MouseIn(*desktop.MouseEvent) {}

// MouseMoved does nothing.
func (*solid) MouseMoved(*desktop.MouseEvent) {}

// MouseOut does nothing.
func (*solid) MouseOut() {}

func newBar(d *Desk) *bar {
	b := &bar{desk: d, body: container.NewStack()}
	b.body.Hide()
	return b
}

// show puts n into the bar in place of what was there.
func (d *Desk) show(n notice) {
	if d.frame == nil {
		return
	}
	d.frame.bar.show(n)
}

func (b *bar) show(n notice) {
	b.shown++
	at := b.shown
	d := b.desk
	words := n.tone.Mark() + n.words
	if n.act == "" && !n.stays && b.words == words { // a key that is refused again costs nothing
		b.fade(at)
		return
	}
	b.clear()
	b.stays = n.stays
	buttons := container.New(abreast{})
	if n.act != "" {
		action := d.Button(n.act, func() { b.hide(); n.do() })
		b.action = action
		buttons.Add(action)
	} else if !n.stays {
		b.words = words
	}
	dismiss := d.iconButton("act.dismiss", theme.IconNameCancel, b.hide)
	b.dismiss = dismiss
	buttons.Add(dismiss)
	text := container.New(insets{8, 8, 8, sizeGap}, d.Words(words, n.tone))
	b.body.Objects = []fyne.CanvasObject{
		newSolid(),
		container.NewBorder(nil, nil, nil, margin(4, container.NewVBox(filler(), buttons, filler())),
			container.NewVBox(filler(), text, filler())),
	}
	b.body.Show()
	b.relayout()
	if !n.stays {
		b.fade(at)
	}
}

// fade hides a notice after a while, unless the keyboard is at one of its
// buttons: who got there has a use for it.
func (b *bar) fade(at int) {
	d := b.desk
	d.later(noticeTime, func() {
		switch focused := d.Window.Canvas().Focused(); {
		case b.shown != at:
		case focused != nil && (focused == b.action || focused == b.dismiss):
			b.fade(at)
		default:
			b.hide()
		}
	})
}

// hide clears the bar.
func (b *bar) hide() {
	b.clear()
	b.relayout()
}

// clear forgets the notice. The keyboard must not stay with a button that is
// gone: Enter would press it again.
func (b *bar) clear() {
	canvas := b.desk.Window.Canvas()
	if focused := canvas.Focused(); focused != nil && (focused == b.action || focused == b.dismiss) {
		canvas.Unfocus()
	}
	b.body.Objects, b.action, b.dismiss, b.stays, b.words = nil, nil, nil, false, ""
	b.body.Hide()
}

// relayout gives and takes the room of the bar. Nothing else is drawn anew: a
// long text on the page would cost half a second.
func (b *bar) relayout() {
	b.among.Layout.Layout(b.among.Objects, b.among.Size())
	b.body.Refresh()
	canvas.Refresh(b.among) // the window does not know the bar before it has drawn it
}

// pass hides a notice of what was done before a page came: undoing that would
// change what the page shows.
func (b *bar) pass() {
	if !b.stays {
		b.hide()
	}
}

// Printed is the act that is noted when a complete paper leaves the program.
const Printed = "print"

// Undoable reports whether c was neither undone nor is itself the undoing of
// another change.
func (d *Desk) Undoable(c store.Change) bool {
	return !c.Undone && c.Count > 0 && c.Act != store.Undone && c.Act != store.Redone
}

// Describe says what a change did: "保存用人单位：东软". Of an undo it says what
// was taken back: to undo is not to cancel.
func (d *Desk) Describe(c store.Change) string {
	act := "change.saved"
	switch c.Act {
	case store.Deleted:
		act = "change.deleted"
	case store.Undone, store.Redone:
		said := map[string]string{store.Undone: "told.undone", store.Redone: "told.redone"}[c.Act]
		c.Act = c.Root
		return d.T(said, d.Describe(c))
	case store.Unsampled:
		act = "change.unsampled"
	case store.Filled:
		return d.T("change.filled", c.Reason)
	case Printed:
		return d.T("change.printed", c.Name, c.Reason)
	}
	if c.Count > 1 {
		return d.T("change.of_many", d.T(act), d.T("noun."+string(c.Kind)), c.Name, c.Count)
	}
	return d.T("change.of", d.T(act), d.T("noun."+string(c.Kind)), c.Name)
}
