package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// drawing counts how often it is drawn anew.
type drawing struct {
	widget.BaseWidget
	times int
}

func newDrawing() *drawing {
	d := &drawing{}
	d.ExtendBaseWidget(d)
	return d
}

func (d *drawing) Refresh() { d.times++ }

func (d *drawing) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// A key that a full field refuses draws nothing anew but the notice, and that
// once: a page with a long text would take half a second each time.
func TestARefusedKeyCostsNothing(t *testing.T) {
	s, below := office(t), newDrawing()
	field := s.Desk.LongEntry(3)
	s.Show(newPage(field, below))
	s.Window.Canvas().Focus(field)
	field.SetText(strings.Repeat("长", 20_000))
	below.times = 0
	s.Type("一二三")
	s.See("at most")
	if below.times > 0 || len([]rune(field.Text)) != 20_000 {
		t.Errorf("drawn %d times; the field holds %d", below.times, len([]rune(field.Text)))
	}
	s.Press(fyne.KeyEscape)
	s.Miss("at most")
	s.Type("四")
	s.See("at most")
}

// A notice stays as long as it has a reason: one that is said again is not
// hidden by the clock of the first.
func TestANoticeSaidAgainStays(t *testing.T) {
	s := office(t)
	s.Desk.Told("Saved")
	s.Desk.Told("Saved")
	s.See("Saved")
	s.Wait()
	s.Miss("Saved")
	s.Desk.Offer("Saved", "act.undo", func() {})
	s.Desk.Told("Saved")
	s.Miss("Undo")
}
