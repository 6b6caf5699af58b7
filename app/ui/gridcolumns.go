package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

const (
	prefixColumns = "columns " // of the preference that keeps the columns of a grid
	cellGap       = 8
	sizeTail      = 20 // room at the right for the scroll bar
	narrowest     = 40 // that a column can be made
)

// shown says which columns are shown, in which order and how wide: what the user
// made of a grid's columns.
type shown struct {
	columns []shownColumn // in the order they are shown in
	version int           // counts the changes
	spans   func() []span // what the columns want by themselves, by their numbers

	laid  []placed // by the columns' numbers, for the width, text size and version:
	width float32
	size  float32
	at    int
}

// shownColumn is one column as the user wants it.
type shownColumn struct {
	number int // among the grid's columns
	title  string
	width  float32 // at normal text size; 0 for its own
	hidden bool
}

// placed is where a column is; its width is 0 where it is not shown.
type placed struct{ x, width float32 }

// ownColumns are the columns as the screen gives them.
func ownColumns(titles []string) []shownColumn {
	columns := make([]shownColumn, len(titles))
	for i, title := range titles {
		columns[i] = shownColumn{number: i, title: title}
	}
	return columns
}

// rememberedColumns returns the columns of a grid as the user left them.
func rememberedColumns(name string, titles []string) shown {
	s := shown{version: 1}
	s.read(fyne.CurrentApp().Preferences().String(prefixColumns+name), titles)
	return s
}

// read takes over what String wrote. Columns that it does not know come at the
// end, those that are no more are left out.
func (s *shown) read(kept string, titles []string) {
	own := ownColumns(titles)
	s.columns = nil
	for word := range strings.FieldsSeq(kept) {
		title, width, _ := strings.Cut(strings.TrimPrefix(word, "-"), ":")
		i := slices.IndexFunc(own, func(c shownColumn) bool { return c.title == title })
		if i < 0 {
			continue
		}
		c := own[i]
		if n, err := strconv.ParseFloat(width, 32); err == nil && n >= narrowest && n < 10_000 {
			c.width = float32(n)
		}
		c.hidden = strings.HasPrefix(word, "-")
		s.columns = append(s.columns, c)
		own = slices.Delete(own, i, i+1)
	}
	s.columns = append(s.columns, own...)
	s.version++
}

// String writes the columns in one line: a minus before those that are hidden.
func (s *shown) String() string {
	words := make([]string, len(s.columns))
	for i, c := range s.columns {
		words[i] = fmt.Sprintf("%s:%g", c.title, c.width)
		if c.hidden {
			words[i] = "-" + words[i]
		}
	}
	return strings.Join(words, " ")
}

// visible returns the columns that are not hidden.
func (s *shown) visible() []shownColumn {
	return slices.DeleteFunc(slices.Clone(s.columns), func(c shownColumn) bool { return c.hidden })
}

// index returns the place of a column among those shown or hidden.
func (s *shown) index(number int) int {
	return slices.IndexFunc(s.columns, func(c shownColumn) bool { return c.number == number })
}

// move puts a column steps places further among those shown; it reports whether
// it could.
func (s *shown) move(number, step int) bool {
	i := s.index(number)
	j := i + step
	for j >= 0 && j < len(s.columns) && s.columns[j].hidden {
		j += step
	}
	if j < 0 || j >= len(s.columns) {
		return false
	}
	c := s.columns[i]
	s.columns = slices.Insert(slices.Delete(s.columns, i, i+1), j, c)
	s.version++
	return true
}

// places returns where the columns are in a row of a width, by their numbers.
func (s *shown) places(width float32) []placed {
	size := theme.TextSize()
	if s.laid != nil && s.width == width && s.size == size && s.at == s.version {
		return s.laid
	}
	own := s.spans()
	spans := make([]span, 0, len(own))
	columns := s.visible()
	for _, c := range columns {
		span := own[c.number]
		if c.width > 0 {
			span.width, span.flexible = grown(c.width), false
		}
		spans = append(spans, span)
	}
	s.laid = make([]placed, len(own))
	x := float32(cellGap)
	for i, w := range shared(spans, width-cellGap-sizeTail) {
		if w == 0 {
			continue
		}
		s.laid[columns[i].number] = placed{x, max(min(w, width-x-4), 0)}
		x += w + cellGap
	}
	s.width, s.size, s.at = width, size, s.version
	return s.laid
}

// span is the width that a column wants: at least so much for one that takes
// what the others leave.
type span struct {
	width    float32
	flexible bool
	goes     int // first, second … where there is too little room; 0 for never
}

// least is what a column that takes the rest is never narrower than, as long as
// another one can go.
const least = 176

// shared shares the room out among columns; 0 for one that there is none for.
func shared(spans []span, room float32) []float32 {
	widths := make([]float32, len(spans))
	last := 0 // the last that may go
	for _, s := range spans {
		last = max(last, s.goes)
	}
	for gone := 0; ; gone++ {
		rest, flexible := room, 0
		for i, s := range spans {
			widths[i] = s.width
			switch {
			case s.goes > 0 && s.goes <= gone:
				widths[i] = 0
				continue
			case s.flexible:
				flexible++
			default:
				rest -= s.width
			}
			rest -= cellGap
		}
		if gone < last && rest < grown(least)*float32(flexible) {
			continue
		}
		for i, s := range spans {
			if s.flexible {
				widths[i] = max(rest/float32(flexible), narrowest)
			}
		}
		return widths
	}
}

func (l *Grid[T]) titles() []string {
	titles := make([]string, len(l.columns))
	for i, c := range l.columns {
		titles[i] = c.Title
	}
	return titles
}

// spans returns the widths that the columns want by themselves.
func (l *Grid[T]) spans() []span {
	spans := make([]span, len(l.columns))
	for i, c := range l.columns {
		spans[i] = span{width: grown(c.Width), flexible: c.Width == 0 && len(c.Holds) == 0}
		for _, words := range c.Holds {
			spans[i].width = max(spans[i].width, fyne.MeasureText(Alert.Mark()+words, theme.TextSize(), fyne.TextStyle{}).Width)
		}
	}
	gone := 0
	for _, holding := range []bool{false, true} {
		for i, c := range slices.Backward(l.columns) {
			if goes := c.Optional || len(c.Holds) > 0; goes && holding == (len(c.Holds) > 0) {
				gone++
				spans[i].goes = gone
			}
		}
	}
	return spans
}

// columnsChanged shows and remembers what the user made of the columns.
func (l *Grid[T]) columnsChanged() {
	l.shown.version++
	fyne.CurrentApp().Preferences().SetString(prefixColumns+l.name, l.shown.String())
	l.head.row.Refresh()
	l.keys.mark()
}

// resetColumns makes the columns what they were at first.
func (l *Grid[T]) resetColumns() {
	l.shown.columns = ownColumns(l.titles())
	l.columnsChanged()
}

// showColumn shows or hides a column. The last one stays: a grid without
// columns could not be brought back.
func (l *Grid[T]) showColumn(number int, show bool) {
	if !show && len(l.shown.visible()) == 1 {
		return
	}
	l.shown.columns[l.shown.index(number)].hidden = !show
	l.columnsChanged()
}

// moveColumn moves a column to the left or the right.
func (l *Grid[T]) moveColumn(number, step int) {
	if l.shown.move(number, step) {
		l.columnsChanged()
	}
}

// widenColumn makes a column so wide, in what is on the screen.
func (l *Grid[T]) widenColumn(number int, width float32) {
	l.shown.columns[l.shown.index(number)].width = max(width/grown(1), narrowest)
	l.columnsChanged()
}
