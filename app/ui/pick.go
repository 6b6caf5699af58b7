package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"visitdesk/data/career"
)

// An Option is a record to pick.
type Option struct {
	ID     string
	Name   string
	Detail string // what tells it from others of the name
	Record any    // whatever the finder wants to hand on

	fresh career.Noun // the record, if it is made by picking it
}

// A Finder returns the few options that match the words. It runs off the
// window's goroutine.
type Finder func(ctx context.Context, words string) ([]Option, error)

// OptionRows is how many options a finder should return at most.
const OptionRows = 6

// Pick edits the ID of another record, found by typing. name is what stands
// there now. create, if not nil, makes a new record of the name typed, with an
// ID: the list offers it, and it is kept with the form or not at all.
func Pick[S ~string](key string, value *S, name string, find Finder, create func(name string) career.Noun) Line {
	return picking(key, func() S { return *value }, func(id S) { *value = id }, pick[S]{name: name, create: create}, find)
}

// PickFirst is Pick for the first of a list of IDs; the others stay.
func PickFirst[S ~string](key string, list *[]S, name string, find Finder, create func(name string) career.Noun) Line {
	first := func() (id S) {
		if len(*list) > 0 {
			id = (*list)[0]
		}
		return id
	}
	return picking(key, first, func(id S) {
		if id != first() {
			*list = append([]S{id}, (*list)[min(1, len(*list)):]...)
		}
	}, pick[S]{name: name, create: create}, find)
}

func picking[S ~string](key string, get func() S, set func(S), was pick[S], find Finder) Line {
	named := get()
	return Line{key: key, make: func(f *Form, e *editor) {
		field := f.desk.Entry()
		field.SetPlaceHolder(f.desk.T("form.pick_hint"))
		p := was
		if p.id = get(); p.id != named { // of a draft, which brings the name
			p.name = ""
		}
		e.always = true
		e.entry(field, p.name, nil)
		e.take = func() string { return p.take(set, field.Text) }
		e.says = func() string { return p.says(f.desk, field.Text) }
		e.fresh = func() []career.Noun { return p.made(get()) }
		e.memory = p.memory(field)
		s := newSuggestions(f.desk, field, find, func(o Option) {
			p.set(o)
			field.SetText(o.Name)
			field.toEnd()
			e.changed()
			e.understood()
		})
		field.selects = func() bool { return p.holds(field.Text) }
		s.create = p.create
		e.object = container.New(&atMost{width: 520}, Stack(field, s.body))
	}}
}

// pick is the record that was picked in a field.
type pick[S ~string] struct {
	id     S
	name   string
	fresh  career.Noun // the record, if it is to be made; nil for one that is kept
	create func(name string) career.Noun
}

func (p *pick[S]) set(o Option) { p.id, p.name, p.fresh = S(o.ID), o.Name, o.fresh }

// holds reports whether the words are the name of a record: whoever comes to it
// and types wants another one.
func (p *pick[S]) holds(typed string) bool { return p.id != "" && typed == p.name }

// take keeps what was picked, if the field still says its name; words that
// nothing was picked for are wrong.
func (p *pick[S]) take(keep func(S), typed string) string {
	switch {
	case typed == p.name: // also where nobody knows the name
	case strings.TrimSpace(typed) == "":
		p.set(Option{})
	default:
		return "problem.pick"
	}
	keep(p.id)
	return ""
}

// says tells that a new record waits to be kept.
func (p *pick[S]) says(d *Desk, typed string) string {
	if p.fresh == nil || typed != p.name {
		return ""
	}
	return d.T("create.waits")
}

// made returns the new record, if that is what was picked.
func (p *pick[S]) made(id S) []career.Noun {
	if p.fresh == nil || p.id != id {
		return nil
	}
	return []career.Noun{p.fresh}
}

// pickText is what stands in a field to pick in.
type pickText struct {
	ID, Name, Text string
	New            bool // ID is that of a record not kept yet
}

func (p *pick[S]) memory(field *Entry) memory {
	return remembered(func() pickText { return pickText{string(p.id), p.name, field.Text, p.fresh != nil} }, func(t pickText) {
		p.id, p.name, p.fresh = S(t.ID), t.Name, nil
		if t.New && p.create != nil {
			p.fresh = p.create(t.Name)
			p.id = S(p.fresh.Key())
		}
		field.SetText(t.Text)
	})
}

// suggestions is the list below a field that is searched by typing in it. It
// lies in the form and not above it, since a pop-up would take the keyboard.
type suggestions struct {
	desk    *Desk
	field   *Entry
	find    Finder
	picked  func(Option)
	create  func(name string) career.Noun
	quiet   bool // Enter takes what was typed unless an option was chosen
	query   *Latest
	options []Option
	at      int
	over    bool // the mouse is over the list
	body    *fyne.Container
}

func newSuggestions(d *Desk, field *Entry, find Finder, picked func(Option)) *suggestions {
	s := &suggestions{desk: d, field: field, find: find, picked: picked, query: d.Latest(), body: Stack()}
	s.body.Hide()
	changed := field.OnChanged
	field.OnChanged = func(words string) {
		changed(words)
		if field.focused && field.Text != "" { // it may say something else by now
			s.ask(field.Text)
		} else {
			s.hide()
		}
	}
	field.OnKey = s.key
	left := field.OnLeft
	field.OnLeft = func() {
		if s.over { // a click on the list is on its way
			return
		}
		s.hide()
		left()
	}
	return s
}

func (s *suggestions) ask(words string) {
	s.options = nil // those shown are for other words: Enter must not take them
	var options []Option
	s.query.Run(func(ctx context.Context) (err error) {
		options, err = s.find(ctx, words)
		return err
	}, func(err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.at = 0
		if s.quiet || s.create != nil && len(options) == 0 {
			s.at = -1 // a slip of the finger and Enter must not make a record
		}
		if name := strings.TrimSpace(words); s.create != nil && name != "" {
			noun := s.create(name)
			options = append(options, Option{ID: noun.Key(), Name: name, Detail: s.desk.T(creations[noun.Kind()], name), fresh: noun})
		}
		s.options = options
		s.show()
	})
}

func (s *suggestions) show() {
	s.body.Objects = nil
	for i, o := range s.options {
		words := o.Name
		if o.Detail != "" {
			words = s.desk.T("form.option", o.Name, o.Detail)
		}
		if o.fresh != nil {
			words = o.Detail
		}
		s.body.Add(newSuggestion(s, i, words))
	}
	s.body.Hidden = len(s.options) == 0
	s.body.Refresh()
	s.relayout()
}

// relayout makes room for the list.
func (s *suggestions) relayout() { s.desk.Window.Content().Refresh() }

func (s *suggestions) hide() {
	s.query.Stop()
	s.options, s.over = nil, false
	if !s.body.Hidden {
		s.body.Hide()
		s.relayout()
	}
}

// key moves through the list.
func (s *suggestions) key(key *fyne.KeyEvent) bool {
	if len(s.options) == 0 {
		if key.Name == fyne.KeyDown { // shows what there is
			s.ask(s.field.Text)
		}
		return key.Name == fyne.KeyDown
	}
	switch key.Name {
	case fyne.KeyDown:
		s.at = min(s.at+1, len(s.options)-1)
		s.show()
	case fyne.KeyUp:
		s.at = max(s.at-1, 0)
		s.show()
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.at < 0 && s.quiet {
			s.hide()
			return false
		}
		s.take(s.at)
	case fyne.KeyEscape:
		s.hide()
	default:
		return false
	}
	return true
}

// take picks an option.
func (s *suggestions) take(i int) {
	if i < 0 || i >= len(s.options) { // nothing chosen, or the list went away under a finger
		return
	}
	o := s.options[i]
	s.hide()
	s.picked(o)
}

// suggestion is one option in the list. It never has the focus: that stays in
// the field, so that typing can go on.
type suggestion struct {
	widget.BaseWidget
	list  *suggestions
	at    int
	words *Words
}

var _ desktop.Hoverable = (*suggestion)(nil)

func newSuggestion(list *suggestions, at int, words string) *suggestion {
	s := &suggestion{list: list, at: at, words: list.desk.Line(words, Plain)}
	s.ExtendBaseWidget(s)
	return s
}

func (s *suggestion) CreateRenderer() fyne.WidgetRenderer {
	fill := colourSurface
	if s.at == s.list.at {
		fill = theme.ColorNameSelection
	}
	return widget.NewSimpleRenderer(container.NewStack(newGround(fill, theme.ColorNameSeparator, 4),
		container.New(insets{6, 10, 6, 10}, s.words)))
}

// AccessibilityLabel is what a screen reader says.
func (s *suggestion) AccessibilityLabel() string { return s.words.Text }

// AccessibilityRole is that of a link.
func (s *suggestion) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// Tapped picks the option; the click took the keyboard from the field.
func (s *suggestion) Tapped(*fyne.PointEvent) {
	s.list.desk.guard(func() {
		s.list.desk.Window.Canvas().Focus(s.list.field)
		s.list.take(s.at)
	})
}

func (s *suggestion) MouseIn(*desktop.MouseEvent)    { s.list.over = true }
func (s *suggestion) MouseMoved(*desktop.MouseEvent) {}
func (s *suggestion) MouseOut()                      { s.list.over = false }

// PickCell edits the ID of another record in a row, found by typing. name tells
// what stands there at first.
func PickCell[T comparable, S ~string](key string, weight float32, value func(*T) *S, name func(S) string, find Finder) Cell[T] {
	return Cell[T]{key, weight, func(t *table[T], row *T) cell {
		p := &pick[S]{id: *value(row), name: t.names[string(*value(row))]}
		if p.name == "" {
			p.name = name(p.id)
		}
		c := t.entry(p.name, nil)
		field := c.object.(*Entry)
		c.take = func() string { return p.take(func(id S) { *value(row) = id }, field.Text) }
		c.memory = p.memory(field)
		list := newSuggestions(t.form.desk, field, find, func(o Option) {
			p.set(o)
			t.names[o.ID] = o.Name
			field.SetText(o.Name)
			field.toEnd()
			t.editor.changed()
			t.editor.left()
		})
		field.selects = func() bool { return p.holds(field.Text) }
		c.below = list.body
		return c
	}}
}
