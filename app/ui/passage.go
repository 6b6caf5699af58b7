package ui

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// A field lays its whole text out anew at each key, so that typing in a long one
// is slow: 20,000 hanzi cost a tenth of a second, see BenchmarkTyping. A text
// longer than mostOfPart runes is edited in parts of about sizeOfPart.
// A book is no minutes: a field shows its beginning and leaves it as it is.
const (
	sizeOfPart  = 3_000
	mostOfPart  = 6_000
	mostInParts = 60_000
)

// LongText edits a string of several lines; a very long one in parts that are
// kept as one text.
func LongText[S ~string](key string, value *S, rows int) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		p := &passage{form: f, editor: e, rows: rows, box: Stack()}
		p.set(string(*value))
		e.object = p.box
		kept := p.text()
		e.take = func() string {
			if now := p.text(); now != kept { // what nobody changed stays to the letter
				kept = now
				*value = S(strings.TrimSpace(now))
			}
			return ""
		}
		e.says = p.says
		e.memory = remembered(p.text, p.set)
	}}
}

// passage is a long text while it is edited.
type passage struct {
	form   *Form
	editor *editor
	rows   int
	fields []*Entry
	joints []string // what stands between a part and the next: a line feed, or nothing
	box    *fyne.Container
}

func (p *passage) text() string {
	var b strings.Builder
	for i, field := range p.fields {
		if i > 0 {
			b.WriteString(p.joints[i-1])
		}
		b.WriteString(field.Text)
	}
	return b.String()
}

func (p *passage) says() string {
	if len(p.fields) < 2 {
		return ""
	}
	return p.form.desk.T("form.in_parts", len(p.fields))
}

// set shows a text, in parts if it is long.
func (p *passage) set(text string) {
	p.fields, p.joints, p.box.Objects = nil, nil, nil
	parts, joints := inParts(text)
	rows := p.rows
	if len(parts) > 1 {
		rows = max(rows, 8)
	}
	for i, part := range parts {
		field := p.form.desk.LongEntry(rows)
		field.say(part)
		field.OnChanged = func(string) { p.form.touched() }
		field.OnLeft = p.left
		field.OnWheel = p.form.wheel
		field.OnKey = func(key *fyne.KeyEvent) bool { return p.key(i, key) }
		p.fields = append(p.fields, field)
		p.box.Add(field)
	}
	p.joints = joints
	p.editor.focus = p.fields[0]
	p.box.Refresh()
}

// left is called when a part is left. A part that has become long is parted a
// little later, when the keyboard is somewhere else: until then what was pasted
// can be taken back.
func (p *passage) left() {
	p.editor.left()
	for _, field := range p.fields {
		if tooLong(field.Text) {
			p.form.desk.later(0, p.part)
			return
		}
	}
}

func (p *passage) part() {
	for _, field := range p.fields {
		if field.focused {
			return
		}
	}
	p.set(p.text())
	p.editor.understood()
}

// key goes from part to part by the arrows, as in one text.
func (p *passage) key(at int, key *fyne.KeyEvent) bool {
	field, to := p.fields[at], at
	switch key.Name {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	}
	if to == at || to < 0 || to >= len(p.fields) {
		return false
	}
	row := field.CursorRow
	field.Entry.TypedKey(key)
	if field.CursorRow != row {
		return true
	}
	next := p.fields[to]
	p.form.desk.Window.Canvas().Focus(next)
	if to < at {
		next.toEnd()
	} else {
		next.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	}
	return true
}

func tooLong(text string) bool {
	return len(text) > mostOfPart && utf8.RuneCountInString(text) > mostOfPart
}

// inParts cuts a long text where a paragraph ends, or a sentence of a very long
// one, and returns what was cut out between the parts: a line feed, or nothing.
func inParts(text string) (parts, joints []string) {
	if utf8.RuneCountInString(text) > mostInParts {
		return []string{text}, nil
	}
	for tooLong(text) {
		at, joint := cutAt([]rune(text))
		part := string([]rune(text)[:at])
		parts, joints = append(parts, part), append(joints, joint)
		text = text[len(part)+len(joint):]
	}
	return append(parts, text), joints
}

// cutAt returns where a text is best cut near the size of a part.
func cutAt(runes []rune) (at int, joint string) {
	for i := sizeOfPart; i < mostOfPart; i++ {
		if runes[i] == '\n' {
			return i, "\n"
		}
	}
	for i := sizeOfPart; i < mostOfPart; i++ {
		if strings.ContainsRune("。！？；.!?;", runes[i-1]) {
			return i, ""
		}
	}
	return sizeOfPart, ""
}
