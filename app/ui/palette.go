package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

const (
	paletteRows  = 10 // lines seen at once
	paletteHits  = 16 // records found at most
	widthPalette = 720
)

// Palette asks for a few words and shows every record and every command that
// they may mean: the fastest way to anything. Without words it shows the records
// opened lately and all commands.
func (d *Desk) Palette() {
	if d.asking() {
		return
	}
	p := &finding{desk: d, field: d.Entry(), query: d.Latest(), commands: d.known()}
	p.field.SetPlaceHolder(d.T("palette.hint"))
	p.field.Icon = theme.SearchIcon()
	p.field.OnChanged = func(string) { p.ask() }
	p.field.OnKey = p.key
	p.list = newPaletteList(p)
	p.pop = d.lay(p, p.content())
	d.Window.Canvas().Focus(p.field)
	p.ask()
}

// finding is the palette while it is open: the field and what it found. The
// lines always belong to the words that were answered; keys that come before
// the answer wait for it, so that fast typing never opens what was found for
// half a word.
type finding struct {
	desk     *Desk
	field    *Entry
	query    *Latest
	commands []known
	list     *paletteList
	pop      *widget.PopUp

	lines   []paletteLine
	at      int // the line chosen
	asked   int // counts what was asked
	waiting bool
	keys    []fyne.KeyName // that came while the answer was on its way
}

// paletteLine is one thing found.
type paletteLine struct {
	kind, name, detail, key string
	tone                    Tone
	do                      func()
	visit                   career.VisitID // whose briefing Ctrl+P prints; empty for none
	offers                  bool           // makes something new: never by an Enter that came too early
}

func (p *finding) content() fyne.CanvasObject {
	d := p.desk
	width := float32(widthPalette)
	if room := d.Window.Canvas().Size().Width - 4*sizeGap; room > 0 {
		width = min(width, room/grown(1))
	}
	foot := d.Caption(d.T("palette.keys"), Muted)
	return margin(sizeGap, container.New(&atLeast{width: width}, container.New(stacked{gap: 8}, p.field, p.list, foot)))
}

// ask looks for what was typed. What is shown stays until the answer is there.
func (p *finding) ask() {
	d, words := p.desk, strings.TrimSpace(p.field.Text)
	p.waiting = true
	commands := p.commands
	only := ""
	if rest, ok := strings.CutPrefix(words, ">"); ok {
		only, words = ">", strings.TrimSpace(rest)
	}
	var hits []store.Hit
	var matched []known
	look := func(recent []record) {
		p.query.Run(func(ctx context.Context) (err error) {
			matched = fitting(commands, words)
			switch {
			case only != "":
			case words == "":
				hits, err = d.recall(ctx, recent)
			default:
				hits, err = d.Store.Search(ctx, words, paletteHits)
			}
			return err
		}, func(err error) {
			if err != nil {
				d.Fail(err)
			}
			p.answer(words, only == "", hits, matched)
		})
	}
	p.asked++
	if asked := p.asked; words == "" && only == "" {
		d.withRecent(func() {
			if asked == p.asked { // nothing was typed meanwhile
				look(d.history.recent)
			}
		})
		return
	}
	look(nil)
}

// answer shows what was found for the words, and then does what was typed
// meanwhile.
func (p *finding) answer(words string, records bool, hits []store.Hit, commands []known) {
	p.lines = p.lines[:0]
	rest := 0
	for rest < len(commands) && words != "" && commands[rest].rank == 0 { // it is what was typed, to the letter
		p.lines = append(p.lines, p.commandLine(commands[rest]))
		rest++
	}
	for _, h := range hits {
		p.lines = append(p.lines, p.hitLine(h))
	}
	for _, k := range commands[rest:] {
		p.lines = append(p.lines, p.commandLine(k))
	}
	if words != "" && records && len(hits) == 0 {
		p.lines = append(p.lines, paletteLine{
			kind: p.desk.T("kind.employer"), name: p.desk.T("palette.new_employer", words), tone: Accent, offers: true,
			do: func() { p.desk.Edit(&career.Employer{Name: words}, "") },
		})
	}
	p.at, p.waiting = 0, false
	p.list.show()
	keys := p.keys
	p.keys = nil
	for _, key := range keys {
		if !slices.Contains(p.desk.dialogs, modal(p)) { // the key before has closed it
			return
		}
		early := p.at < len(p.lines) && p.lines[p.at].offers
		if (key == fyne.KeyReturn || key == fyne.KeyEnter) && early {
			return
		}
		p.press(key)
	}
}

func (p *finding) commandLine(k known) paletteLine {
	d, c := p.desk, k.command
	line := paletteLine{kind: d.T("palette.command"), name: k.words, detail: d.T(c.Menu), key: keyName(c), do: func() { d.do(c) }}
	if k.off != "" {
		line.detail, line.tone = d.T(k.off), Muted
	}
	return line
}

func (p *finding) hitLine(h store.Hit) paletteLine {
	d := p.desk
	line := paletteLine{kind: d.T("kind." + string(h.Kind)), name: h.Name, detail: h.Detail, do: func() { d.Open(h.Kind, h.ID) }}
	switch h.Kind {
	case career.KindVisit:
		line.visit, line.key = career.VisitID(h.ID), keyName(Command{Key: fyne.KeyP, With: Ctrl})
		line.detail = d.Short(career.Moment(h.Detail))
	case career.KindMeeting:
		line.detail = d.Short(career.Moment(h.Detail))
	}
	return line
}

// key takes the keys that the field has no use for.
func (p *finding) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyEnter:
		if p.waiting {
			p.keys = append(p.keys, key.Name)
			return true
		}
		p.press(key.Name)
	case fyne.KeyEscape:
		p.close()
	default:
		return false
	}
	return true
}

func (p *finding) press(key fyne.KeyName) {
	switch key {
	case fyne.KeyUp:
		p.to(p.at - 1)
	case fyne.KeyDown:
		p.to(p.at + 1)
	case fyne.KeyPageUp:
		p.to(max(p.at-paletteRows, 0))
	case fyne.KeyPageDown:
		p.to(min(p.at+paletteRows, len(p.lines)-1))
	case fyne.KeyReturn, fyne.KeyEnter:
		p.take(p.at)
	}
}

// to chooses a line; beyond the last comes the first.
func (p *finding) to(i int) {
	if n := len(p.lines); n > 0 {
		p.at = (i + n) % n
		p.list.show()
	}
}

// take does what a line is for.
func (p *finding) take(i int) {
	if i < 0 || i >= len(p.lines) {
		return
	}
	do := p.lines[i].do
	p.close()
	p.desk.guard(do)
}

// typed is what keys do where the field has not the keyboard.
func (p *finding) typed(key *fyne.KeyEvent) { p.key(key) }

// given takes the commands that mean something here: Ctrl+P prints the briefing
// of the visit chosen, Ctrl+K closes the palette again.
func (p *finding) given(c Command) {
	switch {
	case c.Phrase == phrasePalette:
		p.close()
	case c.Key == fyne.KeyP && c.With == Ctrl && !p.waiting && p.at < len(p.lines) && p.lines[p.at].visit != "":
		visit := p.lines[p.at].visit
		p.close()
		p.desk.guard(func() { p.desk.Brief(visit, true) })
	}
}

func (p *finding) close() {
	p.query.Stop()
	p.desk.lift(p)
	p.pop.Hide()
}
