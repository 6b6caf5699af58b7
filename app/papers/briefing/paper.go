package briefing

import (
	"strconv"
	"strings"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// said reports whether s shows anything.
func said(s string) bool { return strings.TrimSpace(s) != "" }

// filled returns the items that show anything.
func filled(items ...string) []string {
	var list []string
	for _, s := range items {
		if said(s) {
			list = append(list, s)
		}
	}
	return list
}

// cut returns s in at most width hanzi of room, ending in "…" where it was cut.
// A letter takes about half the room of a hanzi.
func cut(s string, width int) string {
	room := 2*width - 2
	for i, r := range s {
		if room -= cells(r); room < 0 {
			if wide(s[i:]) <= 2 && wide(s) <= 2*width {
				return s
			}
			return s[:i] + "…"
		}
	}
	return s
}

// wide returns the room s takes, in halves of a hanzi.
func wide(s string) int {
	n := 0
	for _, r := range s {
		n += cells(r)
	}
	return n
}

// cells returns the room of one character: the blocks of East Asia, from the
// Hangul jamo on, are set full width.
func cells(r rune) int {
	if r >= 0x1100 {
		return 2
	}
	return 1
}

// gap returns the box that stands for what is missing. A paper that leaves the
// house shows none: it would tell what we do not know.
func (p Paper) gap() document.Text {
	if !p.Level.Internal() {
		return nil
	}
	return document.T(p.Text("briefing.gap"), document.Gap)
}

// over reports whether the visit has taken place: what had to be prepared for it
// is then missing no more.
func (p Paper) over() bool {
	day := p.Visit.From.Date()
	return !p.Visit.Minutes.Empty() || day.Valid() && day < p.Today
}

// day returns d as the paper writes it; what is no date as it was written.
func (p Paper) day(d career.Date) string {
	if !d.Valid() {
		return string(d)
	}
	return p.Text.Date(d.Time())
}

// short returns d as a table writes it, where room is scarce.
func (p Paper) short(d career.Date) string {
	if !d.Valid() {
		return string(d)
	}
	t := d.Time()
	return p.Text("date.short", t.Year(), int(t.Month()), t.Day(), p.Text("month."+strconv.Itoa(int(t.Month()))))
}

// when returns the time of v: its day with the weekday, from and to.
func (p Paper) when(v *career.Visit) string {
	from, to := v.From, v.To
	if !from.Date().Valid() {
		return string(from)
	}
	text := strings.Join(filled(p.Text.Weekday(from.Date().Time()), from.Clock()), " ")
	switch {
	case to == "" || to == from:
		return text
	case to.Date() == from.Date():
		return text + "–" + to.Clock()
	}
	return text + "–" + strings.Join(filled(p.day(to.Date()), to.Clock()), " ")
}

// code returns the phrase of a code, or the code itself where a file of others
// brought one that no list knows.
func (p Paper) code(c career.Code) string {
	key := c.Key()
	phrase := p.Text(key)
	if _, code, found := strings.Cut(key, "."); found && phrase == key {
		return code
	}
	return phrase
}

// titled returns a name with its title.
func (p Paper) titled(name, title string) string {
	if !said(name) || !said(title) {
		return strings.TrimSpace(name + title)
	}
	return p.Text("briefing.titled", name, title)
}

// among is titled for a name that stands in a list of others.
func (p Paper) among(name, title string) string {
	if !said(name) || !said(title) {
		return p.titled(name, title)
	}
	return p.Text("briefing.titled_among", name, title)
}

// party names a side. "Ours" means nothing on a paper that the other side reads.
func (p Paper) party(side career.Side) string {
	switch {
	case p.Level.Internal():
		return p.code(side)
	case side == career.Ours:
		return p.Text("briefing.university_side")
	}
	return p.Text("briefing.employer_side")
}

// way says who goes to whom, in words that both sides read alike.
func (p Paper) way(d career.Direction) string {
	switch {
	case p.Level.Internal() || d == "":
		return p.Text(d.Key())
	case d == career.In:
		return p.Text("briefing.they_come")
	}
	return p.Text("briefing.we_go")
}

// shows reports whether a count of people may be told at the paper's level.
func (p Paper) shows(n int) bool { return p.Level.Internal() || n >= career.SmallCell }

// splits reports whether it may be told that n of all are one thing: the rest
// are then told too, and of all or none everybody's lot would be known.
func (p Paper) splits(n, all int) bool { return p.shows(n) && p.shows(all-n) }

// count returns a count of people, or "under 5" where it may not be told.
func (p Paper) count(n int) string {
	if !p.shows(n) {
		return p.Text("briefing.under", career.SmallCell)
	}
	return grouped(n)
}

// grouped returns n with its thousands set apart: 12,800.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// facts gathers the labelled values of one block. A blank value is left out,
// or boxed as missing where the paper needs it; Missing finds these boxes.
type facts struct {
	paper Paper
	list  []document.Fact
}

// add appends a value unless it is blank.
func (f *facts) add(field, value string) {
	if said(value) {
		f.list = append(f.list, document.Fact{Label: f.paper.Text(field), Value: document.T(value)})
	}
}

// need appends a value that the paper should not be without.
func (f *facts) need(field, value string) {
	if said(value) {
		f.add(field, value)
		return
	}
	if gap := f.paper.gap(); gap != nil {
		f.list = append(f.list, document.Fact{Label: f.paper.Text(field), Value: gap})
	}
}

// plan is need for what belongs to the preparation of a visit.
func (f *facts) plan(field, value string) {
	if f.paper.over() {
		f.add(field, value)
		return
	}
	f.need(field, value)
}

// blocks returns the block of facts, or none.
func (f *facts) blocks() []document.Block {
	if len(f.list) == 0 {
		return nil
	}
	return []document.Block{document.Facts{Facts: f.list}}
}

// heading returns a heading of the phrase.
func (p Paper) heading(key string, args ...any) document.Heading {
	return document.Heading{Text: document.T(p.Text(key, args...))}
}

// columns returns the columns of a table: one phrase key and weight each.
func (p Paper) columns(columns ...column) []document.Column {
	list := make([]document.Column, len(columns))
	for i, c := range columns {
		list[i] = document.Column{Title: p.Text(c.key), Weight: c.weight, Align: c.align}
	}
	return list
}

type column struct {
	key    string
	weight float64
	align  document.Align
}

// row returns the cells of a table's row.
func row(cells ...string) []document.Text {
	texts := make([]document.Text, len(cells))
	for i, s := range cells {
		texts[i] = document.T(s)
	}
	return texts
}

// items returns the texts that show anything, as the items of a list.
func items(texts []string) []document.Text {
	var list []document.Text
	for _, s := range filled(texts...) {
		list = append(list, document.T(s))
	}
	return list
}
