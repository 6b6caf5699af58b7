package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"visitdesk/data/career"
)

// An Event is what a planner shows on a day.
type Event struct {
	At     career.Moment // a day, with or without an hour
	Words  string
	Small  string // further words, for the list of the day
	Tone   Tone
	Tapped func()
}

// A Plan says what a planner shows.
type Plan struct {
	// Read returns the events from one day to another, both included, in their
	// order. It runs off the window's goroutine.
	Read func(ctx context.Context, from, to career.Date) ([]Event, error)
	None string // the phrase for a day without events
	Act  string // the phrase of the button that makes one
	Make func(career.Date)
}

// Planner is a calendar of events: a month or a week with what happens on its
// days, and the events of the day chosen beside it. The arrows move by days and
// weeks, PgUp and PgDn by months, Home goes to today, Enter opens what happens
// on the day, or begins something there if nothing does.
type Planner struct {
	desk    *Desk
	plan    Plan
	leaf    *leaf
	title   *Words
	day     *fyne.Container
	reading *Latest
	content fyne.CanvasObject
}

// Planner returns a calendar of the month, empty until its first Refresh.
func (d *Desk) Planner(plan Plan) *Planner {
	p := &Planner{desk: d, plan: plan, title: d.Subheading(""), day: container.NewStack(), reading: d.Latest()}
	p.leaf = &leaf{planner: p, day: d.Today(), weeks: weeks, events: map[career.Date][]Event{}}
	p.leaf.ExtendBaseWidget(p.leaf)
	head := container.NewBorder(nil, nil, nil, container.New(abreast{},
		d.signButton("act.earlier", theme.IconNameNavigateBack, func() { p.turn(-1) }),
		d.signButton("act.later", theme.IconNameNavigateNext, func() { p.turn(1) }),
		d.Button("day.today", func() { p.To(d.Today()) })),
		container.NewVBox(filler(), p.title, filler()))
	side := container.New(&atLeast{width: sizeDay}, Paper(p.day))
	body := container.New(layout.NewBorderLayout(nil, nil, nil, side), side, p.leaf)
	p.content = container.New(insets{6, 0, sizeGap, sizeGap}, below(container.New(insets{bottom: 6, right: sizeGap}, head), body))
	return p
}

const sizeDay = 280 // the width of the events of the day chosen

// Content is the calendar.
func (p *Planner) Content() fyne.CanvasObject { return p.content }

// Focus puts the keyboard to the days.
func (p *Planner) Focus() { p.desk.Window.Canvas().Focus(p.leaf) }

// Day returns the day chosen.
func (p *Planner) Day() career.Date { return p.leaf.day }

// Weekly shows a week instead of a month, or a month again.
func (p *Planner) Weekly(week bool) {
	p.leaf.weeks = weeks
	if week {
		p.leaf.weeks = 1
	}
	p.Refresh()
}

// To chooses a day, of whatever month.
func (p *Planner) To(day career.Date) {
	was := p.leaf.first()
	p.leaf.day = day
	if p.leaf.first() != was {
		p.Refresh()
		return
	}
	p.show()
}

// turn goes a month or a week back or forth.
func (p *Planner) turn(n int) {
	if p.leaf.weeks == 1 {
		p.To(p.leaf.day.Add(7 * n))
		return
	}
	p.To(months(p.leaf.day, n))
}

// Refresh reads the events of the days shown afresh.
func (p *Planner) Refresh() {
	from := p.leaf.first()
	to := from.Add(7*p.leaf.weeks - 1)
	var list []Event
	p.reading.Run(func(ctx context.Context) (err error) {
		list, err = p.plan.Read(ctx, from, to)
		return err
	}, func(err error) {
		if err != nil {
			p.desk.Fail(err)
			return
		}
		p.leaf.events = map[career.Date][]Event{}
		for _, e := range list {
			day := e.At.Date()
			p.leaf.events[day] = append(p.leaf.events[day], e)
		}
		p.show()
	})
	p.show()
}

// show writes the title, the days and the events of the day chosen.
func (p *Planner) show() {
	d, day := p.desk, p.leaf.day
	title := d.Text.Month(day.Time())
	if p.leaf.weeks == 1 {
		first := p.leaf.first()
		title = d.T("date.from_to", d.Text.Date(first.Time()), d.Text.Date(first.Add(6).Time()))
	}
	p.title.SetText(title)
	p.leaf.Refresh()
	items := make([]Item, len(p.leaf.events[day]))
	for i, e := range p.leaf.events[day] {
		items[i] = Item{Words: strings.TrimSpace(e.At.Clock() + " " + e.Words), Small: e.Small, Tone: e.Tone, Tapped: e.Tapped}
	}
	d.Swap(p.day, Apart(
		d.Words(d.Text.Weekday(day.Time()), Strong),
		d.Items(p.plan.None, items...),
		container.NewHBox(d.Button(p.plan.Act, func() { p.plan.Make(day) }))), false)
}

// enter opens what happens on the day chosen; of several, the keyboard goes to
// their list.
func (p *Planner) enter() {
	switch list := p.leaf.events[p.leaf.day]; len(list) {
	case 0:
		p.plan.Make(p.leaf.day)
	case 1:
		list[0].Tapped()
	default:
		if first := controls(nil, p.day); len(first) > 0 {
			p.desk.Window.Canvas().Focus(first[0])
		}
	}
}

// walked returns where a key leads from a day of a calendar, and whether it is
// such a key.
func walked(day, today career.Date, key fyne.KeyName) (career.Date, bool) {
	switch key {
	case fyne.KeyLeft:
		return day.Add(-1), true
	case fyne.KeyRight:
		return day.Add(1), true
	case fyne.KeyUp:
		return day.Add(-7), true
	case fyne.KeyDown:
		return day.Add(7), true
	case fyne.KeyPageUp:
		return months(day, -1), true
	case fyne.KeyPageDown:
		return months(day, 1), true
	case fyne.KeyHome:
		return today, true
	}
	return day, false
}

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
	return day.Add(-(int(day.Time().Weekday()) + 6) % 7)
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
func (r *leafRenderer) MinSize() fyne.Size           { return fyne.NewSize(grown(7*72), grown(weeks*48)) }

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

// cell draws one day: its number, and as many events as there is room for.
func (r *leafRenderer) cell(day career.Date, at fyne.Position, size fyne.Size) {
	l, d := r.leaf, r.leaf.planner.desk
	ground := &canvas.Rectangle{CornerRadius: 4, FillColor: colour(colourSurface), StrokeWidth: 1, StrokeColor: colour(theme.ColorNameSeparator)}
	tone := Plain
	switch {
	case day == l.day && l.focused:
		ground.StrokeColor, ground.StrokeWidth = colour(colourRing), sizeRing
	case day == l.day:
		ground.StrokeColor, ground.StrokeWidth = colour(theme.ColorNamePrimary), sizeRing
	}
	if day == l.day {
		ground.FillColor = colour(theme.ColorNameSelection)
	}
	if l.weeks > 1 && day.Time().Month() != l.day.Time().Month() {
		tone = Muted
		ground.FillColor = colour(theme.ColorNameBackground)
	}
	ground.Move(at.AddXY(2, 2))
	ground.Resize(size.SubtractWidthHeight(4, 4))
	r.objects = append(r.objects, ground)
	number := strconv.Itoa(day.Time().Day())
	if day == d.Today() {
		number, tone = number+" "+d.T("day.today"), Accent
	}
	line := theme.CaptionTextSize() * 1.5
	r.write(number, tone, at.AddXY(8, 4), size.Width-14)
	events := l.events[day]
	fits := max(int((size.Height-line-12)/line), 0)
	if len(events) > fits {
		fits--
	}
	for i, e := range events {
		y := at.Y + 6 + line*float32(i+1)
		if i >= fits {
			r.write(d.T("date.more", len(events)-max(fits, 0)), Muted, fyne.NewPos(at.X+8, y), size.Width-14)
			break
		}
		r.write(strings.TrimSpace(e.Tone.Mark()+e.At.Clock()+" "+e.Words), e.Tone, fyne.NewPos(at.X+8, y), size.Width-14)
	}
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
