package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"visitdesk/data/career"
)

// Text edits a string.
func Text[S ~string](key string, value *S) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		e.entry(f.desk.Entry(), string(*value), func(s string) string {
			*value = S(strings.TrimSpace(s))
			return ""
		})
	}}
}

// LongText edits a string of several lines.
func LongText[S ~string](key string, value *S, rows int) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		e.entry(f.desk.LongEntry(rows), string(*value), func(s string) string {
			*value = S(strings.TrimSpace(s))
			return ""
		})
	}}
}

// Number edits a count; an empty line stands for 0.
func Number(key string, value *int) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		e.entry(f.desk.Entry(), numberText(*value), func(s string) string {
			n, ok := readNumber(s)
			if !ok {
				return "problem.number"
			}
			*value = n
			return ""
		})
		e.object = container.New(&atMost{width: 180}, e.object)
	}}
}

func numberText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func readNumber(s string) (int, bool) {
	s = strings.NewReplacer(",", "", "，", "", " ", "").Replace(plain(s))
	if s == "" {
		return 0, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// Lines edits a list of strings, one to a line.
func Lines(key string, value *[]string, rows int) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		e.entry(f.desk.LongEntry(rows), strings.Join(*value, "\n"), func(s string) string {
			*value = (*value)[:0:0]
			for line := range strings.Lines(s) {
				if line = strings.TrimSpace(line); line != "" {
					*value = append(*value, line)
				}
			}
			return ""
		})
		e.note = f.desk.Caption(f.desk.T("form.one_per_line"), Muted)
		e.says = func() string { return f.desk.T("form.one_per_line") }
	}}
}

// Tags edits a list of short strings on one line.
func Tags(key string, value *[]string) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		e.entry(f.desk.Entry(), f.desk.Text.List(*value), func(s string) string {
			*value = (*value)[:0:0]
			for _, tag := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、,，;；", r) }) {
				if tag = strings.TrimSpace(tag); tag != "" {
					*value = append(*value, tag)
				}
			}
			return ""
		})
	}}
}

// Date edits a day. The day that was understood is shown below.
func Date(key string, value *career.Date) Line {
	return when(key, string(*value), "problem.date", func(d *Desk, s string) (string, bool) {
		day, ok := ParseDate(s, d.Today())
		if ok || strings.TrimSpace(s) == "" {
			*value = day
		}
		return d.Text.Weekday(day.Time()), ok
	})
}

// Moment edits a day with or without an hour.
func Moment(key string, value *career.Moment) Line {
	text := strings.Replace(string(*value), "T", " ", 1)
	return when(key, text, "problem.time", func(d *Desk, s string) (string, bool) {
		m, ok := ParseMoment(s, d.Today())
		if ok || strings.TrimSpace(s) == "" {
			*value = m
		}
		return d.When(m), ok
	})
}

// when is a line for a day; read keeps it and returns its words.
func when(key, text, wrong string, read func(*Desk, string) (string, bool)) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		field := f.desk.Entry()
		field.SetPlaceHolder(f.desk.T("form.day_hint"))
		e.entry(field, text, func(s string) string {
			if _, ok := read(f.desk, s); !ok && strings.TrimSpace(s) != "" {
				return wrong
			}
			return ""
		})
		e.says = func() string {
			words, ok := read(f.desk, field.Text)
			if !ok {
				return ""
			}
			return words
		}
		changed := field.OnChanged
		field.OnChanged = func(s string) {
			changed(s)
			e.understood()
		}
		if words, ok := read(f.desk, text); ok {
			e.note.set(words, Muted)
			e.note.Show()
		}
		e.object = container.New(&atMost{width: 360}, e.object)
	}}
}

// When returns the words of a moment: 2026年11月21日（星期六）09:30.
func (d *Desk) When(m career.Moment) string {
	if m == "" {
		return ""
	}
	day := d.Text.Weekday(m.Date().Time())
	if m.Clock() == "" {
		return day
	}
	return d.T("date.with_clock", day, m.Clock())
}

// Choice edits a code of a closed list; the first choice is none.
func Choice[C interface {
	career.Code
	~string
}](key string, value *C, codes []C) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		d := f.desk
		words, at := []string{d.T("word.none")}, 0
		for i, c := range codes {
			words = append(words, d.T(c.Key()))
			if c == *value {
				at = i + 1
			}
		}
		if *value != "" && at == 0 { // one that the list does not know is kept
			codes = append(codes[:len(codes):len(codes)], *value)
			words = append(words, string(*value))
			at = len(codes)
		}
		s := d.newSelection(words, at, func(i int) {
			f.touched()
			*value = ""
			if i > 0 {
				*value = codes[i-1]
			}
		})
		e.object, e.focus = container.New(&atMost{width: 360}, s), s
		e.take = func() string { return "" }
	}}
}

// Tick edits a yes or no; words says what yes means.
func Tick(key, words string, value *bool) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		box := f.desk.Check(f.desk.T(words), *value, func(ticked bool) {
			f.touched()
			*value = ticked
		})
		e.object, e.focus = box, box.(fyne.Focusable)
		e.take = func() string { return "" }
	}}
}

// entry makes the line edit text in field; set keeps it and returns the phrase
// of what is wrong with it.
func (e *editor) entry(field *Entry, text string, set func(string) string) {
	field.say(text)
	field.OnChanged = func(string) { e.form.touched() }
	field.OnLeft = e.left
	field.OnWheel = e.form.wheel
	e.object, e.focus = field, field
	e.take = func() string { return set(field.Text) }
}
