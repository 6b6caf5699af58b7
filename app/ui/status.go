package ui

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"visitdesk/data/career"
)

// Status is what the foot of the sidebar tells, and does when it is clicked.
type Status struct {
	BackedUp func() (time.Time, error) // when the newest backup was made, zero for never; off the window's goroutine
	BackUp   func()                    // makes one
	Speak    func()                    // goes on in the other language
}

// staleBackup is how many days old a backup may be before the line says so.
const staleBackup = 7

// Status returns a line that says when the last backup was made, offers the
// other language, and covers the screen.
func (d *Desk) Status(s Status) fyne.CanvasObject {
	backup := newSideLink(d, "status.backup_tip", s.BackUp)
	backup.holds = []string{Warn.Mark() + d.T("status.no_backup")}
	speak := newSideLink(d, "status.speak_tip", s.Speak)
	speak.say(d.T("status.speak"), false)
	cover := newSideLink(d, "act.cover", d.Cover)
	cover.icon = theme.IconNameVisibilityOff
	d.status = &status{desk: d, does: s, backup: backup, query: d.Latest()}
	d.RefreshStatus()
	return container.New(insets{4, 8, 8, 12}, container.NewBorder(nil, nil, backup, container.NewHBox(speak, cover)))
}

// status is the line while it is shown.
type status struct {
	desk   *Desk
	does   Status
	backup *sideLink
	query  *Latest
}

// RefreshStatus reads afresh what the foot of the sidebar tells.
func (d *Desk) RefreshStatus() {
	s := d.status
	if s == nil {
		return
	}
	var at time.Time
	s.query.Run(func(context.Context) (err error) {
		at, err = s.does.BackedUp()
		return err
	}, func(err error) {
		if err != nil { // the line is no place to be told of a broken disk, the next backup is
			slog.Warn("look for backups", "err", err)
			return
		}
		s.backup.say(d.lastBackup(at))
	})
}

// lastBackup says when the last backup was made, and whether that is too long
// ago.
func (d *Desk) lastBackup(at time.Time) (string, bool) {
	if at.IsZero() {
		return Warn.Mark() + d.T("status.no_backup"), true
	}
	day := career.DateOf(at)
	switch days := day.Until(d.Today()); {
	case days == 0:
		return d.T("status.backup", at.Format("15:04")), false
	case days >= staleBackup:
		return Warn.Mark() + d.T("status.backup_days", days), true
	}
	return d.T("status.backup", d.Near(day)), false
}

// sideLink is small print in the sidebar that can be clicked.
type sideLink struct {
	spot
	does  string // phrase; it is what a screen reader says, too
	words string
	holds []string           // what it must be wide enough for: the words come late
	icon  fyne.ThemeIconName // instead of words
	warns bool
}

func newSideLink(d *Desk, does string, tapped func()) *sideLink {
	l := &sideLink{does: does}
	l.tip = func() string { return Dot(d.T(does), d.keyOf(does)) }
	l.own(l, d, tapped)
	return l
}

func (l *sideLink) say(words string, warns bool) {
	l.words, l.warns = words, warns
	l.Refresh()
}

// AccessibilityLabel is what a screen reader says.
func (l *sideLink) AccessibilityLabel() string {
	if l.words == "" {
		return l.desk.T(l.does)
	}
	return l.words
}

func (l *sideLink) CreateRenderer() fyne.WidgetRenderer {
	r := &sideLinkRenderer{link: l, ground: &canvas.Rectangle{}, words: canvas.NewText("", nil), icon: &canvas.Image{}}
	if l.icon != "" {
		r.icon = canvas.NewImageFromResource(theme.NewColoredResource(theme.Icon(l.icon), colourSidebarMuted))
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type sideLinkRenderer struct {
	link   *sideLink
	ground *canvas.Rectangle
	words  *canvas.Text
	icon   *canvas.Image
}

func (r *sideLinkRenderer) Destroy() {}

func (r *sideLinkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.words, r.icon}
}

func (r *sideLinkRenderer) MinSize() fyne.Size {
	height := max(grown(28), 24)
	if r.link.icon != "" {
		return fyne.NewSquareSize(height)
	}
	width := r.words.MinSize().Width
	for _, words := range r.link.holds {
		width = max(width, fyne.MeasureText(words, r.words.TextSize, r.words.TextStyle).Width)
	}
	return fyne.NewSize(width+16, height)
}

func (r *sideLinkRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	need := r.words.MinSize()
	r.words.Move(fyne.NewPos(8, (size.Height-need.Height)/2))
	r.words.Resize(need)
	side := theme.IconInlineSize() * 0.9
	r.icon.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
	r.icon.Resize(fyne.NewSquareSize(side))
}

func (r *sideLinkRenderer) Refresh() {
	l := r.link
	r.ground.CornerRadius = theme.Size(theme.SizeNameButtonRadius)
	r.ground.Hidden = !l.hovered && !l.focused
	l.paint(r.ground, colourSidebarMark, colourAccent)
	r.words.Text, r.words.TextSize, r.words.Color = l.words, theme.CaptionTextSize(), colour(colourSidebarMuted)
	if l.warns {
		r.words.Color = colour(colourSidebarText)
	}
	r.icon.Hidden = l.icon == ""
	r.Layout(l.Size())
	canvas.Refresh(l)
}
