package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// In another language or size the window is built anew, and the user has been
// nowhere else: each screen is shown as it was, and so is what lay over it.

// A Standing screen can be shown as another of its kind was.
type Standing interface {
	Stand() any      // how the screen is shown; only its own kind knows what that is
	StandAs(was any) // shows it so, from its next Refresh on
}

// A Renewable page can be shown again at another desk.
type Renewable interface {
	// Renewal returns what shows it there, as it is now; nil if it cannot be.
	Renewal() func(*Desk)
}

// Stand returns how each section is shown; nil for one that is not Standing or
// was not seen.
func (d *Desk) Stand() []any {
	stood := make([]any, len(d.frame.sections))
	for i, section := range d.frame.sections {
		if d.frame.seen[i] {
			if screen, can := section.Screen().(Standing); can {
				stood[i] = screen.Stand()
			}
		}
	}
	return stood
}

// StandAs shows the sections as they were shown at another desk. It is called
// before one is shown.
func (d *Desk) StandAs(stood []any) {
	for i, was := range stood {
		if was != nil {
			if screen, can := d.frame.sections[i].Screen().(Standing); can {
				screen.StandAs(was)
			}
		}
	}
}

// Aside calls then when the window can be built anew, with what shows the pages
// again that lie over the section now. What was typed into a form goes along as
// its draft. A page that cannot be shown again is left first, which may ask.
func (d *Desk) Aside(then func(again func(*Desk))) {
	var again []func(*Desk)
	for _, p := range d.frame.pages {
		var renew func(*Desk)
		if page, can := p.(Renewable); can {
			renew = page.Renewal()
		}
		if renew == nil {
			d.Leave(func() { then(func(*Desk) {}) })
			return
		}
		again = append(again, renew)
	}
	d.draftsKept(d.frame.pages, func() {
		d.frame.pages = nil
		d.Leave(func() {
			then(func(fresh *Desk) {
				for _, renew := range again {
					renew(fresh)
				}
			})
		})
	})
}

// draftsKept keeps what was typed into the forms among the pages, and then goes
// on; if it cannot be kept the user stays.
func (d *Desk) draftsKept(pages []Page, then func()) {
	for i, p := range pages {
		if f, ok := p.(*Form); ok {
			f.draft.flush(func() { d.draftsKept(pages[i+1:], then) })
			return
		}
		p.Leave(func() {}) // nothing more is read for it
	}
	then()
}

// Renewal takes the record along with what was typed, and the line that the
// cursor is in.
func (f *Form) Renewal() func(*Desk) {
	if f.save.Noun == nil || f.saving {
		return nil
	}
	field, noun := f.first, f.save.Noun
	for _, e := range f.editors {
		if e.focus != nil && e.focus == f.desk.Window.Canvas().Focused() {
			field = e.line.key
		}
	}
	if !f.dirty {
		return func(d *Desk) { d.Edit(noun, field) }
	}
	key := f.draft.key
	return func(d *Desk) {
		d.resuming = key
		d.Edit(noun, field)
	}
}

// flush keeps the draft now, if there is anything to keep, and then goes on. It
// does not go on if that fails, which is told.
func (k *keeping) flush(then func()) {
	k.flushed = then
	k.keep()
	if !k.busy {
		k.flushed = nil
		then()
	}
}

// standing is how a Browser is shown.
type standing struct {
	view         view
	name         string // of the view
	chosen, near string
	down         float32 // how far down the page of the row chosen is
}

// Stand returns how the records are shown; see Standing.
func (b *Browser[T, D]) Stand() any {
	l := b.list
	was := standing{view: b.views.now(), name: b.views.at, chosen: l.chosen, near: l.near}
	if page := b.paper(); page != nil {
		was.down = page.Offset.Y
	}
	return was
}

// StandAs shows the records as they were shown; see Standing.
func (b *Browser[T, D]) StandAs(was any) {
	stood, ok := was.(standing)
	if !ok {
		return
	}
	b.views.stood = &stood
	if stood.chosen == "" {
		return
	}
	b.list.Choose(stood.chosen)
	b.list.near = stood.near
	b.down = stood.down
}

// paper is what scrolls the page of the row chosen; nil if there is none.
func (b *Browser[T, D]) paper() *container.Scroll {
	if len(b.detail.Objects) == 0 {
		return nil
	}
	page, _ := b.detail.Objects[0].(*container.Scroll)
	return page
}

// goDown scrolls the page to where it was before the window was built anew.
func (b *Browser[T, D]) goDown() {
	if page := b.paper(); page != nil && b.down > 0 {
		page.ScrollToOffset(fyne.NewPos(0, b.down))
	}
	b.down = 0
}
