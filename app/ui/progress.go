package ui

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// patience is how long work goes on before a dialog says that it does: most is
// done by then, and what only flickers disturbs.
const patience = 300 * time.Millisecond

// Progress does work that takes its time off the window's goroutine, and then
// calls done with its error. Meanwhile nothing else can be done but cancel it,
// which ends the context: the work must leave nothing half done then. The work
// may tell from its goroutine, as often as it likes, how much of all is done; 0
// of 0 says that it cannot know.
func (d *Desk) Progress(title string, work func(ctx context.Context, told func(done, of int)) error, done func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	p := &progress{desk: d, title: title, cancel: cancel}
	p.shut = newShut()
	d.closeMenus()
	d.dialogs = append(d.dialogs, p)
	d.tipping().lay(p.shut)
	d.Window.Canvas().Overlays().Add(p.shut)
	d.later(patience, p.appear)
	d.run(ctx, func(ctx context.Context) error { return work(ctx, p.told) }, func(err error) {
		p.close()
		done(err)
	})
}

// progress is work under way.
type progress struct {
	desk   *Desk
	title  string
	cancel context.CancelFunc
	ended  bool

	done, of atomic.Int64
	telling  atomic.Bool // the window is on its way to show them

	shut *shut         // until the dialog appears
	pop  *widget.PopUp // nil until then
	bar  *widget.ProgressBar
	note *Words
	stop *Button
}

// told is called by the work. However often it is, at most one message is on
// its way to the window.
func (p *progress) told(done, of int) {
	p.done.Store(int64(done))
	p.of.Store(int64(of))
	if p.telling.CompareAndSwap(false, true) {
		p.desk.back(func() {
			p.telling.Store(false)
			p.show()
		})
	}
}

// appear shows the dialog, if the work is still under way.
func (p *progress) appear() {
	if p.ended {
		return
	}
	d := p.desk
	canvas := d.Window.Canvas()
	p.bar = widget.NewProgressBar()
	p.bar.TextFormatter = func() string { return "" }
	p.note = d.Caption(" ", Muted)
	p.stop = d.Button("act.cancel", p.give)
	content := margin(sizeGap+8, container.New(&atLeast{width: widthDialog}, container.New(stacked{gap: 12},
		d.Subheading(p.title), container.New(&thick{8}, p.bar), p.note, container.NewHBox(filler(), p.stop))))
	d.above(func() {
		canvas.Overlays().Remove(p.shut)
		tips := d.tipping()
		tips.lift()
		p.pop = widget.NewModalPopUp(tips.lay(content), canvas)
		p.pop.Show()
		canvas.Focus(p.stop)
	})
	p.show()
}

// show says how far the work is.
func (p *progress) show() {
	if p.ended || p.pop == nil {
		return
	}
	done, of := int(p.done.Load()), int(p.of.Load())
	if of > 0 {
		p.bar.SetValue(min(float64(done)/float64(of), 1))
		p.note.SetText(p.desk.T("progress.done", done, of))
	}
}

// typed gives the work up by Esc; no other key does anything.
func (p *progress) typed(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		p.give()
	}
}

// give asks the work to end. The dialog stays until it has.
func (p *progress) give() {
	p.cancel()
	if p.pop != nil {
		p.stop.Disable()
		p.note.SetText(p.desk.T("progress.cancelling"))
	}
}

func (p *progress) close() {
	p.ended = true
	p.cancel()
	p.desk.above(func() {
		p.desk.lift(p)
		if p.pop != nil {
			p.pop.Hide()
			return
		}
		p.desk.Window.Canvas().Overlays().Remove(p.shut)
	})
}

// Cancelled reports whether err says that the user gave the work up.
func Cancelled(err error) bool { return errors.Is(err, context.Canceled) }

// shut lies over the window unseen and takes every click.
type shut struct{ widget.BaseWidget }

func newShut() *shut {
	s := &shut{}
	s.ExtendBaseWidget(s)
	return s
}

func (s *shut) Tapped(*fyne.PointEvent)          {}
func (s *shut) TappedSecondary(*fyne.PointEvent) {}
func (s *shut) Scrolled(*fyne.ScrollEvent)       {}

func (s *shut) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
