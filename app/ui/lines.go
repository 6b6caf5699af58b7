package ui

import (
	"slices"
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
	return Line{key: key, hint: "form.one_per_line", make: func(f *Form, e *editor) {
		e.entry(f.desk.LongEntry(rows), strings.Join(*value, "\n"), func(s string) string {
			*value = some(strings.Split(s, "\n"))
			return ""
		})
	}}
}

// some returns the words trimmed, without empty ones.
func some(words []string) []string {
	var list []string
	for _, w := range words {
		if w = strings.TrimSpace(w); w != "" {
			list = append(list, w)
		}
	}
	return list
}

// Date edits a day. The day that was understood is shown below.
func Date(key string, value *career.Date) Line {
	return when(key, value, string(*value), understanding[career.Date]{
		hint:  "form.day_hint",
		wrong: "problem.date",
		parse: ParseDate,
		words: func(d *Desk, day career.Date) string { return d.Text.Weekday(day.Time()) },
		day:   func(day career.Date) career.Date { return day },
		at:    func(_, day career.Date) string { return string(day) },
	})
}

// Moment edits a day with or without an hour.
func Moment(key string, value *career.Moment) Line {
	return when(key, value, strings.Replace(string(*value), "T", " ", 1), understanding[career.Moment]{
		hint:  "form.time_hint",
		wrong: "problem.time",
		parse: ParseMoment,
		words: (*Desk).When,
		day:   career.Moment.Date,
		at:    momentAt,
	})
}

// End edits when something ends that starts at another moment of the form: an
// hour alone is one of the day it starts on.
func End(key string, value, start *career.Moment) Line {
	return when(key, value, strings.Replace(string(*value), "T", " ", 1), understanding[career.Moment]{
		hint:  "form.end_hint",
		wrong: "problem.time",
		parse: func(s string, today career.Date) (career.Moment, bool) { return ParseEnd(s, today, *start) },
		words: (*Desk).When,
		day:   career.Moment.Date,
		at:    momentAt,
	})
}

// An understanding says how words are read as a day, and how it is told.
type understanding[V any] struct {
	hint  string // the phrase of what can be typed
	wrong string // the phrase of what cannot be read
	parse func(s string, today career.Date) (V, bool)
	words func(*Desk, V) string
	day   func(V) career.Date                 // that the calendar begins at
	at    func(was V, day career.Date) string // what is typed for a day chosen there
}

// momentAt says another day at the same hour.
func momentAt(was career.Moment, day career.Date) string {
	return strings.TrimSpace(string(day) + " " + was.Clock())
}

// when is a line for a day: typed in words, or chosen from a calendar by the
// Down key or a click on the sign beside it, which Tab passes by. What was typed is read anew each time, since
// it may hang on another line.
func when[V any](key string, value *V, text string, u understanding[V]) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		field := f.desk.Entry()
		field.SetPlaceHolder(f.desk.T(u.hint))
		read := func() (V, bool) { return u.parse(field.Text, f.desk.Today()) }
		typed := false
		e.entry(field, text, nil)
		e.take = func() string {
			v, ok := read()
			switch {
			case !typed:
			case ok || strings.TrimSpace(field.Text) == "":
				*value = v // no day where there are no words
			default:
				return u.wrong
			}
			return ""
		}
		e.says = func() string {
			if v, ok := read(); ok {
				return u.words(f.desk, v)
			}
			return ""
		}
		field.OnChanged = func(string) {
			typed = true
			e.changed()
			e.understood()
		}
		choose := func() {
			was, _ := read()
			f.desk.askDay(u.day(was), func(day career.Date) {
				field.SetText(u.at(was, day))
				f.desk.Window.Canvas().Focus(field)
			})
		}
		field.OnKey = onDown(choose)
		e.object = container.New(&atMost{width: 400}, container.NewBorder(nil, nil, nil,
			f.desk.fieldSign("act.choose_day", "calendar", "↓", choose), e.object))
	}}
}

// onDown does something for the Down key, which a field of one line has no use
// for.
func onDown(do func()) func(*fyne.KeyEvent) bool {
	return func(key *fyne.KeyEvent) bool {
		if key.Name == fyne.KeyDown {
			do()
			return true
		}
		return false
	}
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
			at = i
			e.changed()
		})
		e.object, e.focus = container.New(&atMost{width: 360}, s), s
		code := func() C {
			if at > 0 {
				return codes[at-1]
			}
			return ""
		}
		e.empty = func() bool { return at == 0 }
		e.memory = remembered(code, func(c C) { s.SetSelectedIndex(1 + slices.Index(codes, c)) })
		e.take = func() string {
			*value = code()
			return ""
		}
	}}
}

// Tick edits a yes or no; words says what yes means.
func Tick(key, words string, value *bool) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		yes := *value
		box := f.desk.Check(f.desk.T(words), yes, func(ticked bool) {
			yes = ticked
			e.changed()
		}).(*check)
		e.object, e.focus = box, box
		e.memory = remembered(func() bool { return yes }, box.SetChecked)
		e.take = func() string {
			*value = yes
			return ""
		}
	}}
}

// entry makes the line edit text in field; set keeps it and returns the phrase
// of what is wrong with it. Text that nobody changed is not kept anew: what a
// field cannot show, such as a line feed, stays.
func (e *editor) entry(field *Entry, text string, set func(string) string) {
	field.say(text)
	field.OnChanged = func(string) { e.changed() }
	e.empty = func() bool { return field.Text == "" }
	field.OnLeft = e.left
	field.OnWheel = e.form.wheel
	e.object, e.focus = field, field
	e.take = taken(field, set)
	e.memory = field.memory()
}

// taken returns how what was typed into a field is kept: by set, unless it is
// what was there before.
func taken(field *Entry, set func(string) string) func() string {
	kept, right := field.Text, true
	return func() string {
		if right && field.Text == kept {
			return ""
		}
		reason := set(field.Text)
		kept, right = field.Text, reason == ""
		return reason
	}
}
