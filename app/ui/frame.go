package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// A Section is a part of the window, with its entry in the sidebar.
type Section struct {
	Phrase string
	Icon   fyne.ThemeIconName
	Screen func() Screen // the same one each time
}

// A Page lies over a section until it is left: a form, a preview.
type Page interface {
	Content() fyne.CanvasObject
	Commands() []Command
	// Shown is called when the page has come into view: it focuses, it reads.
	Shown()
	// Leave calls then when nothing would be lost, after asking if need be.
	Leave(then func())
}

// A Frame is the window's content: the sidebar, the section or the page over
// it, and the bar for notices.
type Frame struct {
	desk     *Desk
	sections []Section
	at       int
	seen     []bool // which of the sections were shown
	pages    []Page
	always   []Command
	side     []*sideItem
	entries  *fyne.Container  // of the sidebar
	last     []fyne.Focusable // what had the keyboard in each pane when it was left
	body     *fyne.Container
	bar      *bar
	content  fyne.CanvasObject
}

// Frame puts the sections into the desk's window, none shown yet. The commands
// of always work everywhere; foot stands below the sidebar.
func (d *Desk) Frame(sections []Section, always []Command, head, foot fyne.CanvasObject) *Frame {
	d.remember()
	f := &Frame{desk: d, sections: sections, at: -1, seen: make([]bool, len(sections)), always: always, body: container.NewStack(), bar: newBar(d)}
	d.frame = f
	f.entries = container.New(stacked{gap: 2})
	for i, s := range sections {
		item := newSideItem(d, s, func() { d.Show(i) })
		f.side = append(f.side, item)
		f.entries.Add(item)
	}
	sidebar := container.NewStack(newGround(colourSidebar, "", 0),
		container.New(&atLeast{width: sizeSidebar}, container.NewBorder(head, foot, nil, nil, f.entries)))
	f.bar.among = container.New(over{}, container.NewStack(newGround(theme.ColorNameBackground, "", 0), f.body), f.bar.body)
	d.tips = nil // those of a frame before
	f.content = d.tipping().lay(container.New(&beside{}, sidebar, f.bar.among))
	d.Window.SetOnDropped(d.Dropped)
	d.Window.Canvas().SetOnTypedKey(d.typed)
	return f
}

// beside puts its second child at the right of its first, without a gap.
type beside struct{}

func (beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+b.Width, max(a.Height, b.Height))
}

func (beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := objects[0].MinSize().Width
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[1].Move(fyne.NewPos(width, 0))
	objects[1].Resize(fyne.NewSize(size.Width-width, size.Height))
}

// over gives its first child all the room, and lets the second lie over the
// foot of it: what comes and goes there moves nothing.
type over struct{}

func (over) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size, foot := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(size.Width, foot.Width), max(size.Height, foot.Height))
}

func (over) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	foot := objects[1]
	foot.Resize(fyne.NewSize(size.Width, foot.MinSize().Height))
	high := foot.MinSize().Height // what wraps knows it once it has its width
	foot.Resize(fyne.NewSize(size.Width, high))
	foot.Move(fyne.NewPos(0, size.Height-high))
}

// Content is what the window shows.
func (f *Frame) Content() fyne.CanvasObject { return f.content }

// At returns the section shown.
func (f *Frame) At() int { return f.at }

// Badge shows n beside a section; nothing for 0.
func (f *Frame) Badge(section, n int) { f.side[section].badge(n) }

// Show leaves the pages and shows a section.
func (d *Desk) Show(section int) {
	f, arrived := d.frame, d.coming(section)
	f.leave(func() {
		arrived()
		f.at, f.seen[section] = section, true
		for i, item := range f.side {
			item.choose(i == section)
		}
		screen := f.sections[section].Screen()
		f.put(screen.Content())
		screen.Refresh()
	})
}

// leave closes every page, the topmost first, and then goes on; a page may ask
// and stay.
func (f *Frame) leave(then func()) {
	top := f.top()
	if top == nil {
		then()
		return
	}
	top.Leave(func() {
		f.remove(top)
		f.leave(then)
	})
}

// Leave calls then when nothing in the window would be lost, after asking and
// after what is under way. A page that was asked for does not come any more.
func (d *Desk) Leave(then func()) {
	d.frame.leave(func() {
		d.unprepare()
		if d.acting {
			d.waiting = then
			return
		}
		then()
	})
}

// Push shows a page over what is there.
func (d *Desk) Push(p Page) {
	d.frame.bar.pass()
	d.frame.pages = append(d.frame.pages, p)
	d.frame.put(p.Content())
	p.Shown()
}

// Back leaves the page shown.
func (d *Desk) Back() {
	f := d.frame
	if len(f.pages) == 0 {
		return
	}
	top := f.top()
	top.Leave(func() { f.drop(top) })
}

// top returns the page shown, nil for none.
func (f *Frame) top() Page {
	if len(f.pages) == 0 {
		return nil
	}
	return f.pages[len(f.pages)-1]
}

// remove takes a page away, wherever it lies, without showing another.
func (f *Frame) remove(p Page) {
	f.pages = slices.DeleteFunc(f.pages, func(other Page) bool { return other == p })
}

// drop closes a page without asking, and if it was shown, shows what was below
// it.
func (f *Frame) drop(p Page) {
	shown := f.top() == p
	f.remove(p)
	if !shown {
		return
	}
	if below := f.top(); below != nil {
		f.put(below.Content())
		below.Shown()
		return
	}
	screen := f.sections[f.at].Screen()
	f.put(screen.Content())
	screen.Refresh()
}

// put shows o and takes its commands into the menu.
func (f *Frame) put(o fyne.CanvasObject) {
	d := f.desk
	d.unprepare() // the user has gone elsewhere
	d.Window.Canvas().Unfocus()
	f.body.Objects = []fyne.CanvasObject{o}
	f.body.Refresh()
	f.last = nil
	d.offer(f.special(), f.ways(), f.always, d.everywhere())
	d.RefreshStatus()
}

// special returns the commands of what is shown.
func (f *Frame) special() []Command {
	if top := f.top(); top != nil {
		return top.Commands()
	}
	return f.sections[f.at].Screen().Commands()
}

// Refresh reads afresh what is shown: the section, or the page over it if that
// can be read afresh. A form cannot.
func (f *Frame) Refresh() {
	page, ok := f.top().(interface{ Refresh() })
	switch {
	case ok:
		page.Refresh()
	case f.at >= 0 && len(f.pages) == 0:
		f.sections[f.at].Screen().Refresh()
	}
}

// escape is what Esc does: it hides a notice, else it leaves a page.
func (f *Frame) escape() {
	switch {
	case f.bar.body.Visible():
		f.bar.hide()
	case len(f.pages) > 0:
		f.desk.Back()
	default:
		f.desk.Window.Canvas().Unfocus()
	}
}
