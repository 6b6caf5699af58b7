package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

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
	body := container.New(beneath{}, p.leaf, Paper(p.day))
	p.content = container.New(insets{6, 0, sizeGap, sizeGap}, below(container.New(insets{bottom: 6, right: sizeGap}, head), body))
	return p
}

const (
	sizeDay  = 280    // the width of the events of the day chosen
	sizeDays = 7 * 72 // that the days need to stand beside them
)

// beneath puts its second child at the right of its first, or below it where
// there is no room for both.
type beneath struct{}

func (beneath) MinSize(objects []fyne.CanvasObject) fyne.Size {
	days, day := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(days.Width, day.Width), max(days.Height, day.Height))
}

func (beneath) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first, rest := size, size
	at := fyne.NewPos(0, 0)
	if day := grown(sizeDay); size.Width >= grown(sizeDays)+day {
		first.Width, rest.Width = size.Width-day, day
		at.X = first.Width
	} else {
		first.Height, rest.Height = size.Height*0.6, size.Height*0.4
		at.Y = first.Height
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(first)
	objects[1].Move(at)
	objects[1].Resize(rest)
}

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
