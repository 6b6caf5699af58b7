package ui

import (
	"errors"
	"slices"
	"strings"

	"visitdesk/data/career"
)

// alsoWrong returns what else keeps the records of the form from being kept,
// besides what is wrong with lines already: whoever mends a form wants to be told
// all of it at once.
func (f *Form) alsoWrong(lines []career.Problem) []career.Problem {
	var more []career.Problem
	for _, n := range f.nouns() {
		var invalid career.Invalid
		if !errors.As(n.Check(), &invalid) {
			continue
		}
		for _, p := range invalid {
			e := f.teller(p.Field)
			if e == nil || !slices.ContainsFunc(lines, func(l career.Problem) bool { return e.tells(l.Field) }) {
				more = append(more, p)
			}
		}
	}
	return more
}

// teller returns the line that problems of a field are told at; nil for none.
func (f *Form) teller(field string) *editor {
	at := slices.IndexFunc(f.editors, func(e *editor) bool { return e.tells(field) })
	if at < 0 {
		return nil
	}
	return f.editors[at]
}

// mark tells each problem at the line of its field, and at the top those that
// have no line. The first line with one gets the cursor.
func (f *Form) mark(problems []career.Problem) {
	f.rest = nil
	for _, e := range f.editors {
		e.told = nil
	}
	for _, p := range problems {
		if e := f.teller(p.Field); e != nil {
			e.told = append(e.told, p.Reason)
		} else {
			f.rest = append(f.rest, p)
		}
	}
	var first *editor
	for _, e := range f.editors {
		e.understood()
		if first == nil && len(e.told) > 0 {
			first = e
		}
	}
	f.sum()
	if first != nil {
		f.go_(first)
	}
}

// sum says at the top how many problems are left.
func (f *Form) sum() {
	n := len(f.rest)
	for _, e := range f.editors {
		n += len(e.told)
	}
	if n == 0 {
		f.summary.Hide()
	} else {
		words := f.desk.Text.Count("form.problems", n)
		if len(f.rest) > 0 {
			words += "\n" + f.desk.Text.Problems(f.rest)
		}
		f.summary.set(Alert.Mark()+words, Alert)
		f.summary.Show()
	}
	f.content.Refresh()
}

// changed notes that the user changed something in the line. What was told of it
// goes as soon as it is put right.
func (e *editor) changed() {
	e.form.touched()
	if len(e.told) == 0 || e.form.saving {
		return
	}
	if reason := e.take(); reason != "" {
		e.told = []string{reason}
		e.understood()
		return
	}
	e.corrected()
}

// corrected takes away what was told of the line.
func (e *editor) corrected() {
	if len(e.told) > 0 {
		e.told = nil
		e.understood()
		if e.form.summary.Visible() {
			e.form.sum()
		}
	}
}

// reasons says what is wrong with the line, one reason to a row.
func (e *editor) reasons() string {
	words := make([]string, 0, len(e.told))
	for _, reason := range e.told {
		if w := e.form.desk.T(reason); !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return strings.Join(words, "\n"+Alert.Mark())
}
