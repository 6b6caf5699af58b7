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
		e.empty = func() bool { return p.text() == "" }
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
	pasted *pasted // what was pasted last, if the text was parted for it
}

// pasted is a paste into a text that was parted anew for it: the fields of
// before, which knew how to take it back, are gone.
type pasted struct {
	before, after     string
	beforeAt, afterAt int // where the cursor was, in runes
}

func (p *passage) text() string { return p.with(nil, "") }

// with returns the text as it would be with other words in one of its fields.
func (p *passage) with(other *Entry, words string) string {
	var b strings.Builder
	for i, field := range p.fields {
		if i > 0 {
			b.WriteString(p.joints[i-1])
		}
		if field == other {
			b.WriteString(words)
		} else {
			b.WriteString(field.Text)
		}
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
		field.OnChanged = func(string) { p.editor.changed() }
		field.OnLeft = p.left
		field.OnWheel = p.form.wheel
		field.OnKey = func(key *fyne.KeyEvent) bool { return p.key(i, key) }
		field.OnPasted = func(before string, at int) { p.paste(field, before, at) }
		field.OnNoTyping = p.step
		if len(parts) > 1 {
			field.others = func() int { return utf8.RuneCountInString(p.with(field, "")) }
		}
		p.fields = append(p.fields, field)
		p.box.Add(field)
	}
	p.joints = joints
	p.editor.focus = p.fields[0]
	p.box.Refresh()
}

// paste parts a text at once that has become long by pasting into a field, which
// held other words before and the cursor at a place in them.
func (p *passage) paste(field *Entry, before string, at int) {
	if !tooLong(field.Text) {
		return
	}
	start := 0
	for i, part := range p.fields {
		if part == field {
			break
		}
		start += utf8.RuneCountInString(part.Text) + utf8.RuneCountInString(p.joints[i])
	}
	p.pasted = &pasted{p.with(field, before), p.text(), start + at, start + field.CursorTextOffset()}
	p.reset(p.pasted.after, p.pasted.afterAt)
}

// step takes back what was pasted, or brings it back, if nothing was typed since.
func (p *passage) step(again bool) bool {
	switch now := p.text(); {
	case p.pasted == nil:
		return false
	case again && now == p.pasted.before:
		p.reset(p.pasted.after, p.pasted.afterAt)
	case !again && now == p.pasted.after:
		p.reset(p.pasted.before, p.pasted.beforeAt)
	default:
		return false
	}
	p.editor.changed()
	return true
}

// reset shows a text with the cursor behind so many runes of it.
func (p *passage) reset(text string, at int) {
	p.set(text)
	p.editor.understood()
	p.form.content.Refresh()
	for i, field := range p.fields {
		length := utf8.RuneCountInString(field.Text)
		if at <= length || i == len(p.fields)-1 {
			p.form.desk.Window.Canvas().Focus(field)
			field.put(min(at, length))
			return
		}
		at -= length + utf8.RuneCountInString(p.joints[i])
	}
}

// left is called when a part is left. A part that has become long by typing is
// parted a little later, when the keyboard is somewhere else.
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
