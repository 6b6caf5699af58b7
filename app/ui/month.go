package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"visitdesk/data/career"
)

// askDay shows a month to choose a day from, and calls picked with it. Fyne's
// own calendar speaks English and has no keys.
func (d *Desk) askDay(at career.Date, picked func(career.Date)) {
	if !at.Valid() {
		at = d.Today()
	}
	m := &month{desk: d, day: at, title: d.Subheading("")}
	m.ExtendBaseWidget(m)
	m.picked = func(day career.Date) {
		d.dialogs[len(d.dialogs)-1].close()
		picked(day)
	}
	m.to(at)
	head := container.NewBorder(nil, nil, nil, container.New(abreast{},
		d.signButton("act.month_before", theme.IconNameNavigateBack, func() { m.to(months(m.day, -1)) }),
		d.signButton("act.month_after", theme.IconNameNavigateNext, func() { m.to(months(m.day, 1)) })),
		container.NewVBox(filler(), m.title, filler()))
	d.Ask(Question{Title: d.T("date.choose"), Body: Stack(head, m, d.Caption(d.T("date.calendar_keys"), Muted)), Focus: m})
}

// month is a leaf of a calendar: weeks begin on Monday, the day chosen is
// filled, today is ringed. The arrows move by days and weeks, PgUp and PgDn by
// months, Home goes to today, Enter takes the day.
type month struct {
	widget.BaseWidget
	desk    *Desk
	day     career.Date
	title   *Words
	focused bool
	picked  func(career.Date)
}

var (
	_ fyne.Focusable     = (*month)(nil)
	_ fyne.Tappable      = (*month)(nil)
	_ desktop.Cursorable = (*month)(nil)
)

const weeks = 6 // that any month fits into

// to chooses a day, of whatever month.
func (m *month) to(day career.Date) {
	m.day = day
	m.title.SetText(m.desk.Text.Month(day.Time()))
	m.Refresh()
}

// first returns the Monday that the leaf begins with.
func (m *month) first() career.Date { return monday(career.DateOf(startOfMonth(m.day))) }

// monday returns the first day of the week that a day is in.
func monday(day career.Date) career.Date { return day.Add(-(int(day.Time().Weekday()) + 6) % 7) }

// months returns the day so many months later, or the last of a shorter month.
func months(day career.Date, n int) career.Date {
	first := startOfMonth(day).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1).Day()
	return career.DateOf(first.AddDate(0, 0, min(day.Time().Day(), last)-1))
}

func (m *month) FocusGained()           { m.focused = true; m.Refresh() }
func (m *month) FocusLost()             { m.focused = false; m.Refresh() }
func (m *month) TypedRune(rune)         {}
func (m *month) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel is what a screen reader says.
func (m *month) AccessibilityLabel() string { return m.desk.Text.Weekday(m.day.Time()) }

// AccessibilityRole is that of a button.
func (m *month) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (m *month) TypedKey(key *fyne.KeyEvent) {
	if day, ok := walked(m.day, m.desk.Today(), key.Name); ok {
		m.to(day)
		return
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.desk.guard(func() { m.picked(m.day) })
	default:
		m.desk.typed(key)
	}
}

// Tapped takes the day under the mouse.
func (m *month) Tapped(at *fyne.PointEvent) {
	cell := m.cell()
	row, column := int(at.Position.Y/cell.Height)-1, int(at.Position.X/cell.Width)
	if 0 <= row && row < weeks && 0 <= column && column < 7 {
		m.desk.guard(func() { m.picked(m.first().Add(7*row + column)) })
	}
}

// cell is the room of a day. The weekdays stand in a row above.
func (m *month) cell() fyne.Size { return fyne.NewSize(m.Size().Width/7, m.Size().Height/(weeks+1)) }

func (m *month) CreateRenderer() fyne.WidgetRenderer {
	r := &monthRenderer{month: m, mark: &canvas.Rectangle{CornerRadius: 4}, today: &canvas.Rectangle{CornerRadius: 4}}
	r.objects = []fyne.CanvasObject{r.mark, r.today}
	for i := range 7 * (weeks + 1) {
		words := canvas.NewText("", nil)
		words.Alignment = fyne.TextAlignCenter
		if i < 7 {
			words.Text = weekdayShort(m.desk, monday(m.day).Add(i))
		}
		r.words, r.objects = append(r.words, words), append(r.objects, words)
	}
	r.Refresh()
	return r
}

type monthRenderer struct {
	month       *month
	mark, today *canvas.Rectangle
	words       []*canvas.Text // the weekdays, then the days
	objects     []fyne.CanvasObject
}

func (r *monthRenderer) Destroy()                     {}
func (r *monthRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *monthRenderer) MinSize() fyne.Size {
	return fyne.NewSize(grown(7*40), grown((weeks+1)*32))
}

func (r *monthRenderer) Layout(fyne.Size) {
	cell := r.month.cell()
	for i, words := range r.words {
		height := words.MinSize().Height
		words.Move(fyne.NewPos(float32(i%7)*cell.Width, float32(i/7)*cell.Height+(cell.Height-height)/2))
		words.Resize(fyne.NewSize(cell.Width, height))
	}
	r.frame(r.mark, r.month.day)
	r.frame(r.today, r.month.desk.Today())
}

// frame lays a rectangle around a day, if the leaf has it.
func (r *monthRenderer) frame(o *canvas.Rectangle, day career.Date) {
	n, cell := r.month.first().Until(day), r.month.cell()
	o.Hidden = n < 0 || n >= 7*weeks
	o.Move(fyne.NewPos(float32(n%7)*cell.Width+2, float32(n/7+1)*cell.Height+1))
	o.Resize(cell.SubtractWidthHeight(4, 2))
}

func (r *monthRenderer) Refresh() {
	m, first := r.month, r.month.first()
	for i, words := range r.words {
		words.TextSize, words.Color = theme.TextSize(), colour(theme.ColorNameForeground)
		if i < 7 {
			words.TextSize, words.Color = theme.CaptionTextSize(), colour(theme.ColorNamePlaceHolder)
			continue
		}
		day := first.Add(i - 7)
		words.Text = strconv.Itoa(day.Time().Day())
		words.TextStyle.Bold = day == m.day
		switch {
		case day == m.day:
			words.Color = colour(theme.ColorNameForegroundOnPrimary)
		case day.Time().Month() != m.day.Time().Month():
			words.Color = colour(theme.ColorNameDisabled)
		}
	}
	r.mark.FillColor, r.mark.StrokeWidth = colour(theme.ColorNamePrimary), 0
	if m.focused {
		r.mark.StrokeColor, r.mark.StrokeWidth = colour(colourRing), sizeRing
	}
	r.today.StrokeColor, r.today.StrokeWidth = colour(theme.ColorNamePrimary), 1
	r.Layout(m.Size())
	canvas.Refresh(m)
}
