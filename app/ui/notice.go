package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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

// Done says what the user's last act did and offers to undo it. What the
// window shows is read afresh.
func (d *Desk) Done(words string) {
	d.changed()
	d.show(notice{tone: Good, words: words, act: "act.undo", do: d.Undo})
}

func (d *Desk) changed() {
	if d.Changed != nil {
		d.Changed()
	}
}

// recent is how many changes are looked through for one to undo.
const recent = 200

// Undo takes back the newest change of the office that was not undone yet, also
// one of an earlier day.
func (d *Desk) Undo() {
	var undone store.Change
	d.Run(func(ctx context.Context) error {
		changes, err := d.Store.Changes(ctx, recent)
		if err != nil {
			return err
		}
		for _, c := range changes {
			if d.Undoable(c) {
				undone = c
				return d.Store.Undo(ctx, c.ID)
			}
		}
		return nil
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		d.changed()
		if undone.ID == "" { // none left
			d.Told(d.T("told.nothing_to_undo"))
			return
		}
		d.Told(d.T("told.undone", d.Describe(undone)))
	})
}

// bar is the strip at the foot of the window where notices appear.
type bar struct {
	desk   *Desk
	body   *fyne.Container
	shown  int // counts the notices, so that an old clock hides no new one
	action *Button
}

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
	buttons := container.New(abreast{})
	b.action = nil
	if n.act != "" {
		b.action = d.Button(n.act, func() { b.hide(); n.do() })
		buttons.Add(b.action)
	}
	buttons.Add(d.iconButton("act.dismiss", theme.IconNameCancel, b.hide))
	words := container.New(insets{8, 8, 8, sizeGap}, d.Words(n.tone.Mark()+n.words, n.tone))
	b.body.Objects = []fyne.CanvasObject{
		newGround(colourSurface, theme.ColorNameSeparator, 0),
		container.NewBorder(nil, nil, nil, margin(4, container.NewVBox(filler(), buttons, filler())),
			container.NewVBox(filler(), words, filler())),
	}
	b.body.Show()
	b.body.Refresh()
	if !n.stays {
		d.later(noticeTime, func() {
			if b.shown == at {
				b.hide()
			}
		})
	}
}

// hide clears the bar and reports whether there was anything in it.
func (b *bar) hide() {
	b.body.Objects = nil
	b.body.Hide()
}

// Printed is the act that is noted when a complete paper leaves the program.
const Printed = "print"

// Undoable reports whether c was neither undone nor is itself the undoing of
// another change.
func (d *Desk) Undoable(c store.Change) bool {
	return !c.Undone && c.Count > 0 && c.Act != store.Undone && c.Act != store.Redone
}

// Describe says what a change did: "修改 用人单位“东软”".
func (d *Desk) Describe(c store.Change) string {
	act := "change.saved"
	switch c.Act {
	case store.Deleted:
		act = "change.deleted"
	case store.Undone:
		act = "change.undone"
	case store.Redone:
		act = "change.redone"
	case store.Unsampled:
		act = "change.unsampled"
	case Printed:
		return d.T("change.printed", c.Name, c.Reason)
	}
	if c.Count > 1 {
		return d.T("change.of_many", d.T(act), d.T("noun."+string(c.Kind)), c.Name, c.Count)
	}
	return d.T("change.of", d.T(act), d.T("noun."+string(c.Kind)), c.Name)
}
