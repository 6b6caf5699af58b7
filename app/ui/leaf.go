package ui

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"visitdesk/data/career"
)

// leaf is the days of a planner. It has the focus as a whole.
type leaf struct {
	widget.BaseWidget
	planner *Planner
	day     career.Date
	weeks   int
	events  map[career.Date][]Event
	focused bool
	clicked time.Time // when the day was last clicked on
}

var (
	_ fyne.Focusable     = (*leaf)(nil)
	_ fyne.Tappable      = (*leaf)(nil)
	_ desktop.Cursorable = (*leaf)(nil)
)

// first returns the Monday that the leaf begins with.
func (l *leaf) first() career.Date {
	day := l.day
	if l.weeks > 1 {
		day = career.DateOf(startOfMonth(day))
	}
	return monday(day)
}

func (l *leaf) FocusGained()           { l.focused = true; l.Refresh() }
func (l *leaf) FocusLost()             { l.focused = false; l.Refresh() }
func (l *leaf) TypedRune(rune)         {}
func (l *leaf) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel is what a screen reader says.
func (l *leaf) AccessibilityLabel() string {
	d := l.planner.desk
	return Dot(d.Text.Weekday(l.day.Time()), d.Text.Count("date.events", len(l.events[l.day])))
}

// AccessibilityRole is that of a button.
func (l *leaf) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (l *leaf) TypedKey(key *fyne.KeyEvent) {
	d := l.planner.desk
	if day, ok := walked(l.day, d.Today(), key.Name); ok {
		l.planner.To(day)
		return
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		d.guard(l.planner.enter)
	default:
		d.typed(key)
	}
}

// Tapped chooses the day under the mouse; a second click does what Enter does.
func (l *leaf) Tapped(at *fyne.PointEvent) {
	cell := l.cell()
	row, column := int((at.Position.Y-l.heads())/cell.Height), int(at.Position.X/cell.Width)
	if at.Position.Y < l.heads() || row >= l.weeks || column < 0 || column >= 7 {
		return
	}
	now, day := time.Now(), l.first().Add(7*row+column)
	twice := day == l.day && now.Sub(l.clicked) < doubleClick
	l.clicked = now
	l.planner.Focus()
	l.planner.To(day)
	if twice {
		l.clicked = time.Time{}
		l.planner.desk.guard(l.planner.enter)
	}
}

// heads is the height of the row of weekdays.
func (l *leaf) heads() float32 { return grown(26) }

// cell is the room of a day.
func (l *leaf) cell() fyne.Size {
	return fyne.NewSize(l.Size().Width/7, (l.Size().Height-l.heads())/float32(l.weeks))
}

func (l *leaf) CreateRenderer() fyne.WidgetRenderer {
	r := &leafRenderer{leaf: l}
	r.Refresh()
	return r
}

// leafRenderer draws the days afresh whenever something of them changes: they
// are few.
type leafRenderer struct {
	leaf    *leaf
	objects []fyne.CanvasObject
}

func (r *leafRenderer) Destroy()                     {}
func (r *leafRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *leafRenderer) Layout(fyne.Size)             { r.Refresh() }
func (r *leafRenderer) MinSize() fyne.Size           { return fyne.NewSize(7*36, weeks*28) }

func (r *leafRenderer) Refresh() {
	l := r.leaf
	r.objects = r.objects[:0]
	first, cell := l.first(), l.cell()
	for i := range 7 {
		r.write(weekdayShort(l.planner.desk, first.Add(i)), Muted, fyne.NewPos(float32(i)*cell.Width+6, 4), cell.Width-8)
	}
	for i := range 7 * l.weeks {
		r.cell(first.Add(i), fyne.NewPos(float32(i%7)*cell.Width, l.heads()+float32(i/7)*cell.Height), cell)
	}
	canvas.Refresh(l)
}

// weekdayShort is what a calendar calls a weekday.
func weekdayShort(d *Desk, day career.Date) string {
	return d.T(fmt.Sprintf("weekday.short_%s", strings.ToLower(day.Time().Weekday().String()[:3])))
}

// cell draws one day: its number, and as many events as there is room for; dots
// beside the number where there is none.
func (r *leafRenderer) cell(day career.Date, at fyne.Position, size fyne.Size) {
	l, d := r.leaf, r.leaf.planner.desk
	r.ground(day, at, size)
	number, tone, events := strconv.Itoa(day.Time().Day()), Plain, l.events[day]
	line, room := theme.CaptionTextSize()*1.5, size.Width-14
	y, end := at.Y+6+line, at.Y+size.Height-6
	if y+line > end { // no room for a word of them
		number += strings.Repeat("•", min(len(events), 3))
		events = nil
	}
	switch {
	case day == d.Today():
		number, tone = number+" "+d.T("day.today"), Accent
	case l.outside(day):
		tone = Muted
	}
	r.write(number, tone, at.AddXY(8, 4), room)
	for i, e := range events {
		lines := l.lines(e, room)
		need := line * float32(len(lines))
		if rest := len(events) - i; y+need > end || rest > 1 && y+need+line > end {
			words := d.T("date.more", rest)
			if i == 0 {
				words = d.Text.Count("date.events", rest)
			}
			r.write(words, Muted, fyne.NewPos(at.X+8, min(y, end-line)), room)
			return
		}
		for _, words := range lines {
			r.write(words, e.Tone, fyne.NewPos(at.X+8, y), room)
			y += line
		}
		if l.weeks == 1 {
			y += line / 2
		}
	}
}

// lines are an event as the leaf says it: on one line in a month, on as many as
// it needs in a week.
func (l *leaf) lines(e Event, room float32) []string {
	head := strings.TrimSpace(e.Tone.Mark() + e.At.Clock())
	if l.weeks > 1 {
		return []string{strings.TrimSpace(head + " " + e.Words)}
	}
	words := broken(strings.TrimSpace(e.Words+"\n"+e.Small), room, measurer(theme.CaptionTextSize(), fyne.TextStyle{}))
	return append([]string{head}, strings.Split(words, "\n")...)
}

// outside reports whether a day is of another month than the one shown.
func (l *leaf) outside(day career.Date) bool {
	return l.weeks > 1 && day.Time().Month() != l.day.Time().Month()
}

// ground draws what lies below a day: the one chosen stands out.
func (r *leafRenderer) ground(day career.Date, at fyne.Position, size fyne.Size) {
	l := r.leaf
	ground := &canvas.Rectangle{CornerRadius: 4, FillColor: colour(colourSurface), StrokeWidth: 1, StrokeColor: colour(theme.ColorNameSeparator)}
	switch {
	case day == l.day:
		ground.FillColor, ground.StrokeColor, ground.StrokeWidth = colour(theme.ColorNameSelection), colour(theme.ColorNamePrimary), sizeRing
		if l.focused {
			ground.StrokeColor = colour(colourRing)
		}
	case l.outside(day):
		ground.FillColor = colour(theme.ColorNameBackground)
	}
	ground.Move(at.AddXY(2, 2))
	ground.Resize(size.SubtractWidthHeight(4, 4))
	r.objects = append(r.objects, ground)
}

// write draws one line of small text, cut off where the room ends.
func (r *leafRenderer) write(words string, tone Tone, at fyne.Position, room float32) {
	text := canvas.NewText(cut(words, room), colour(tone.colour()))
	text.TextSize = theme.CaptionTextSize()
	text.TextStyle.Bold = tone == Strong || tone == Accent
	text.Move(at)
	text.Resize(text.MinSize())
	r.objects = append(r.objects, text)
}

// cut returns as much of small words as there is room for.
func cut(words string, room float32) string {
	measure := measurer(theme.CaptionTextSize(), fyne.TextStyle{})
	if measure(words) <= room {
		return words
	}
	runes := []rune(words)
	for len(runes) > 0 && measure(string(runes)+"…") > room {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}
