package ui

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tags edits a list of short strings as chips: Enter or a comma adds what was
// typed, Backspace in the empty field takes the last away.
func Tags(key string, value *[]string) Line { return TagsFrom(key, value, nil) }

// TagsFrom is Tags that suggests while the user types; find returns the tags in
// use as options of which only the name counts.
func TagsFrom(key string, value *[]string, find Finder) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		t := newTagField(f, e, *value)
		e.focus = t.field
		e.empty = func() bool { return len(t.tags) == 0 && t.field.Text == "" }
		e.take = func() string {
			t.add(t.field.Text)
			if !slices.Equal(t.tags, *value) {
				*value = slices.Clone(t.tags)
			}
			return ""
		}
		e.memory = remembered(t.typed, t.retype)
		if find == nil {
			e.object = t.box
			return
		}
		s := newSuggestions(f.desk, t.field, find, func(o Option) { t.add(o.Name) })
		s.quiet = true
		t.suggested = s.key
		t.field.OnKey = t.key
		e.object = Stack(t.box, s.body)
	}}
}

// tagField is a row of chips with a field behind them.
type tagField struct {
	form      *Form
	editor    *editor
	tags      []string
	field     *Entry
	box       *fyne.Container
	suggested func(*fyne.KeyEvent) bool // asks the suggestions first; nil for none
}

func newTagField(f *Form, e *editor, tags []string) *tagField {
	t := &tagField{form: f, editor: e, tags: slices.Clone(tags), field: f.desk.Entry(), box: container.New(&tagRow{})}
	t.field.SetPlaceHolder(f.desk.T("form.tag_hint"))
	t.field.OnChanged = func(text string) {
		f.touched()
		e.corrected()
		t.split(text)
	}
	t.field.OnLeft = e.left
	t.field.OnWheel = f.wheel
	t.field.OnKey = t.key
	t.show()
	return t
}

// split makes tags of all that stands before a comma. Where semicolons part
// names, a comma is a letter of them: "Neusoft, Inc.; Neusoft".
func (t *tagField) split(text string) {
	signs := tagSigns
	if strings.ContainsAny(text, ";；\n") {
		signs = strings.ReplaceAll(signs, ",", "")
	}
	at := strings.LastIndexAny(text, signs)
	if at < 0 {
		return
	}
	for _, word := range strings.FieldsFunc(text[:at], func(r rune) bool { return strings.ContainsRune(signs, r) }) {
		t.put(word)
	}
	_, rest, _ := strings.Cut(text[at:], string([]rune(text[at:])[:1]))
	t.field.SetText(strings.TrimLeftFunc(rest, unicode.IsSpace))
	t.show()
}

const tagSigns = "、，,;；\n"

// add makes a tag of what was typed.
func (t *tagField) add(text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	t.put(text)
	t.field.SetText("")
	t.show()
}

// legalForm is the end of a name that a comma has cut off.
var legalForm = regexp.MustCompile(`(?i)^(inc|ltd|llc|co|corp|plc|gmbh|ag|limited|s\.?a)\b[\w .,&]*$`)

// put appends a tag that is not there yet.
func (t *tagField) put(tag string) {
	tag = strings.TrimSpace(tag)
	if last := len(t.tags) - 1; last >= 0 && legalForm.MatchString(tag) {
		t.tags[last] += ", " + tag
		return
	}
	if tag != "" && !slices.ContainsFunc(t.tags, func(other string) bool { return strings.EqualFold(other, tag) }) {
		t.tags = append(t.tags, tag)
	}
}

// remove takes a tag away; the keyboard stays in the line.
func (t *tagField) remove(i int) {
	if i < 0 || i >= len(t.tags) {
		return
	}
	t.tags = slices.Delete(t.tags, i, i+1)
	t.form.touched()
	t.editor.corrected()
	t.show()
	t.form.desk.Window.Canvas().Focus(t.field)
}

// typedOver types into the field what was typed while a chip had the keyboard.
func (t *tagField) typedOver(r rune) {
	t.form.desk.Window.Canvas().Focus(t.field)
	t.field.TypedRune(r)
}

// key adds by Enter and takes the last away by Backspace in the empty field.
func (t *tagField) key(key *fyne.KeyEvent) bool {
	if t.suggested != nil && t.suggested(key) {
		return true
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if strings.TrimSpace(t.field.Text) == "" {
			return false
		}
		t.add(t.field.Text)
		return true
	case fyne.KeyBackspace:
		if t.field.Text == "" && len(t.tags) > 0 {
			t.remove(len(t.tags) - 1)
			return true
		}
	}
	return false
}

// show lays the chips out anew.
func (t *tagField) show() {
	t.box.Objects = nil
	for i, tag := range t.tags {
		c := newChip(t.form.desk, tag, func() { t.remove(i) })
		c.typed = t.typedOver
		t.box.Add(c)
	}
	t.box.Add(t.field)
	t.box.Refresh()
	if t.form.content != nil {
		t.form.content.Refresh()
	}
}

// tagRow lays chips out beside each other and the field behind them, which takes
// the rest of the row, or the next one.
type tagRow struct{ width float32 }

const (
	leastTag = 180 // that is wide enough to type a tag into
	tagGap   = 6
)

func (l *tagRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	_, height := l.places(objects, max(l.width, grown(leastTag)))
	return fyne.NewSize(grown(leastTag), height)
}

func (l *tagRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	places, _ := l.places(objects, size.Width)
	for i, o := range objects {
		need := o.MinSize()
		o.Move(places[i])
		if i == len(objects)-1 {
			need.Width = size.Width - places[i].X
		}
		o.Resize(fyne.NewSize(min(need.Width, size.Width), need.Height))
	}
}

// places returns where each object begins, and the height of all.
func (l *tagRow) places(objects []fyne.CanvasObject, width float32) ([]fyne.Position, float32) {
	places := make([]fyne.Position, len(objects))
	var x, y, high float32
	for i, o := range objects {
		need := o.MinSize()
		if i == len(objects)-1 {
			need.Width = grown(leastTag)
		}
		if x > 0 && x+need.Width > width {
			x, y, high = 0, y+high+tagGap, 0
		}
		places[i] = fyne.NewPos(x, y)
		x, high = x+need.Width+tagGap, max(high, need.Height)
	}
	return places, y + high
}

// tagText is what stands in a tag field.
type tagText struct {
	Tags []string
	Text string
}

func (t *tagField) typed() tagText { return tagText{slices.Clone(t.tags), t.field.Text} }

func (t *tagField) retype(text tagText) {
	t.tags = text.Tags
	t.field.SetText(text.Text)
	t.show()
}

// chip is one tag: a click on it, Enter, Delete or Backspace takes it away.
type chip struct {
	spot
	tag   string
	typed func(rune) // what is typed while it has the keyboard
}

func newChip(d *Desk, tag string, remove func()) *chip {
	c := &chip{tag: tag}
	c.own(c, d, remove)
	return c
}

// TypedRune goes on typing in the field.
func (c *chip) TypedRune(r rune) { c.desk.guard(func() { c.typed(r) }) }

// TypedKey takes the tag away by the keys that delete.
func (c *chip) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDelete, fyne.KeyBackspace, fyne.KeyReturn, fyne.KeyEnter:
		c.Tapped(nil)
	default:
		c.desk.typed(key)
	}
}

// AccessibilityLabel is what a screen reader says.
func (c *chip) AccessibilityLabel() string { return c.desk.T("form.remove_tag", c.tag) }

func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	ground := &canvas.Rectangle{CornerRadius: 6}
	cross := newIcon(theme.IconNameCancel, 16)
	words := newWords(c.tag, Plain, theme.SizeNameText, false)
	body := container.New(insets{7, 8, 7, 10}, container.NewHBox(words, container.NewVBox(filler(), cross, filler())))
	r := &chipRenderer{widget.NewSimpleRenderer(container.NewStack(ground, body)), c, ground}
	r.Refresh()
	return r
}

// newIcon returns a small icon of the theme.
func newIcon(name fyne.ThemeIconName, size float32) fyne.CanvasObject {
	icon := canvas.NewImageFromResource(theme.Icon(name))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(size))
	return icon
}

type chipRenderer struct {
	fyne.WidgetRenderer
	chip   *chip
	ground *canvas.Rectangle
}

func (r *chipRenderer) Refresh() {
	fill := theme.ColorNameSelection
	if r.chip.hovered {
		fill = theme.ColorNameButton
	}
	r.chip.paint(r.ground, fill, colourRing)
	r.ground.Refresh()
}
