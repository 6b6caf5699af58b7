package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Helped screen or page says which page of the help is about it.
type Helped interface{ Help() string }

const (
	widthHelp     = 980
	widthContents = 216
	helpForm      = "form"
)

// Help opens the page of the help that is about what is shown.
func (d *Desk) Help() { d.HelpOn(d.frame.help()) }

// help is the name of the help's page about what is shown.
func (f *Frame) help() string {
	switch top := f.top().(type) {
	case nil:
	case Helped:
		return top.Help()
	case *Form:
		return helpForm
	}
	if f.at < 0 {
		return ""
	}
	if screen, ok := f.sections[f.at].Screen().(Helped); ok {
		return screen.Help()
	}
	return strings.TrimPrefix(f.sections[f.at].Phrase, "section.")
}

// HelpOn opens the help at a page, such as "visits" or "first_visit"; at its
// first one if there is none of the name. What lies below stays as it is.
func (d *Desk) HelpOn(name string) {
	if d.asking() {
		return
	}
	pages, err := readHelp(d.Files, d.Text.Language())
	if err != nil {
		d.Fail(err)
		return
	}
	h := &help{desk: d, pages: pages, commands: d.commands, find: d.Entry(), list: container.NewStack(), text: container.NewVScroll(Stack())}
	h.find.SetPlaceHolder(d.T("help.find"))
	h.find.Icon = theme.SearchIcon()
	h.find.OnChanged = func(string) { h.contents() }
	h.find.OnKey = h.key
	h.pop = d.lay(h, h.content())
	h.turn(name)
	d.Window.Canvas().Focus(h.find)
}

// help is the help while it is open.
type help struct {
	desk     *Desk
	pages    []helpPage
	commands []Command // those of the screen it was opened from
	at       string    // the page shown
	before   []string  // pages seen before it, the latest last

	find *Entry
	list *fyne.Container
	text *container.Scroll
	pop  *widget.PopUp
}

// content lays the help out: what there is at the left, the page at the right.
func (h *help) content() fyne.CanvasObject {
	d := h.desk
	room := d.Window.Canvas().Size().SubtractWidthHeight(4*sizeGap, 4*sizeGap)
	h.text.SetMinSize(fyne.NewSize(min(grown(widthHelp-widthContents), room.Width-grown(widthContents)-3*sizeGap), room.Height-6*sizeGap))
	head := container.NewBorder(nil, nil, container.NewVBox(filler(), d.Subheading(d.T("help.title")), filler()),
		container.New(abreast{}, d.Button("act.back", h.back), d.Button("act.close", h.close)))
	contents := container.New(&atLeast{width: widthContents}, below(h.find, above(8, container.NewVScroll(h.list))))
	body := container.NewBorder(nil, nil, contents, nil, container.New(insets{left: sizeGap}, h.text))
	return margin(sizeGap, below(container.New(insets{bottom: sizeGap}, head), body))
}

// turn shows a page and remembers the one before.
func (h *help) turn(name string) {
	if h.at != "" && h.at != name {
		h.before = append(h.before, h.at)
	}
	h.show(name)
}

func (h *help) show(name string) {
	page := h.pages[0]
	for _, p := range h.pages {
		if p.name == name {
			page = p
		}
	}
	h.at = page.name
	h.text.Content = container.New(insets{right: sizeGap}, container.New(&atMost{width: sizeText}, h.lay(page)))
	h.text.Refresh()
	h.text.ScrollToTop()
	h.contents()
}

func (h *help) back() {
	if n := len(h.before); n > 0 {
		last := h.before[n-1]
		h.before = h.before[:n-1]
		h.show(last)
	}
}

// contents lists the pages, or those that hold what is looked for.
func (h *help) contents() {
	var items []Item
	for _, p := range found(h.pages, h.find.Text) {
		i := Item{Words: p.title, Small: p.snippet, Tapped: func() { h.turn(p.name) }}
		if p.name == h.at {
			i.Tone = Strong
		}
		items = append(items, i)
	}
	h.desk.Swap(h.list, h.desk.Items("help.nothing", items...), true)
}

// lay lays a page out.
func (h *help) lay(page helpPage) fyne.CanvasObject {
	d := h.desk
	column := container.New(stacked{gap: 10}, d.Heading(page.title))
	for _, b := range page.blocks {
		switch b.kind {
		case helpHeading:
			column.Add(above(8, d.Subheading(b.text)))
		case helpItem:
			column.Add(container.New(labelled{label: 22}, d.Words(b.mark, Accent), d.Words(b.text, Plain)))
		case helpLinks:
			var links []fyne.CanvasObject
			for _, l := range b.links {
				links = append(links, d.LinkButton("→ "+l.words, func() { h.turn(l.page) }))
			}
			column.Add(Flow(links...))
		case helpKeys:
			column.Add(d.keyTable(h.commands))
		default:
			column.Add(d.Words(b.text, Plain))
		}
	}
	return column
}

// keyTable lists the commands that have a key, menu by menu.
func (d *Desk) keyTable(commands []Command) fyne.CanvasObject {
	column := container.New(stacked{gap: 10})
	for _, menu := range Menus {
		pairs := container.New(labelled{label: 116, gap: 6})
		for _, c := range commands {
			if c.Menu == menu && c.Key != "" {
				pairs.Add(d.Words(keyName(c), Strong))
				pairs.Add(d.Words(d.T(c.Phrase), Plain))
			}
		}
		if len(pairs.Objects) > 0 {
			column.Add(above(8, d.Subheading(d.T(menu))))
			column.Add(pairs)
		}
	}
	return column
}

// key takes the keys that the search field has no use for.
func (h *help) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if found := found(h.pages, h.find.Text); len(found) > 0 {
			h.turn(found[0].name)
		}
	case fyne.KeyEscape:
		if h.find.Text == "" {
			return false
		}
		h.find.SetText("")
	default:
		return false
	}
	return true
}

// typed scrolls the page, goes through what can be clicked, and closes the help.
func (h *help) typed(key *fyne.KeyEvent) {
	canvas := h.desk.Window.Canvas()
	page := h.text.Size().Height - 2*sizeGap
	switch key.Name {
	case fyne.KeyEscape, fyne.KeyF1:
		h.close()
	case fyne.KeyPageDown:
		h.scroll(page)
	case fyne.KeyPageUp:
		h.scroll(-page)
	case fyne.KeyHome:
		h.text.ScrollToTop()
	case fyne.KeyEnd:
		h.text.ScrollToBottom()
	case fyne.KeyDown:
		canvas.FocusNext()
	case fyne.KeyUp:
		canvas.FocusPrevious()
	}
}

func (h *help) scroll(by float32) {
	h.text.ScrollToOffset(fyne.NewPos(0, max(h.text.Offset.Y+by, 0)))
}

// given takes the commands that mean something here: Alt+← turns back, F1 closes
// the help again.
func (h *help) given(c Command) {
	switch c.Phrase {
	case "act.backward":
		h.back()
	case "act.help":
		h.close()
	}
}

func (h *help) close() {
	h.desk.lift(h)
	h.pop.Hide()
}
