package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
)

// In a narrow list the optional columns go, the last first, and come back when
// there is room.
func TestOptionalColumns(t *testing.T) {
	s := story.Begin(t, "en")
	shelf := newShelf(3)
	column := func(title, mark string, width float32, optional bool) ui.Column[string] {
		return ui.Column[string]{Title: title, Width: width, Optional: optional, Text: func(row string) string { return mark + row }}
	}
	l := ui.NewGrid(s.Desk, "visit.find", ui.Source[string]{Page: shelf.page, ID: same, Cursor: same}, ui.Empty{Phrase: "visit.none"},
		column("visit.employer", "main ", 0, false),
		column("visit.led_by", "second ", 120, true),
		ui.Column[string]{Title: "visit.state", Holds: []string{"a state of many words"}, Text: func(string) string { return "kept" }},
		column("visit.place", "last ", 120, true))
	s.Show(&listPage{page: newPage(), list: l})
	for _, step := range []struct {
		width        float32
		second, last bool
	}{{1300, true, true}, {860, true, true}, {760, true, false}, {620, false, false}, {1300, true, true}} {
		s.Window.Resize(fyne.NewSize(step.width, 700))
		s.See("main row 0001", "kept")
		if s.Says("second row 0001") != step.second || s.Says("last row 0001") != step.last {
			t.Errorf("at %v the second column is shown: %v, the last: %v", step.width, s.Says("second row 0001"), s.Says("last row 0001"))
		}
	}
}

// However narrow the list is, the hint of its search field fits into the field:
// Fyne would put a scroll bar below a longer one.
func TestTheHintFitsIntoItsField(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		s := story.Begin(t, language)
		shelf := newShelf(3)
		l := ui.NewGrid(s.Desk, "visit.find", ui.Source[string]{Page: shelf.page, ID: same, Cursor: same}, ui.Empty{Phrase: "visit.none"},
			ui.Column[string]{Title: "visit.employer", Text: same})
		s.Show(&listPage{page: newPage(), list: l})
		for _, width := range []float32{900, 560, 480, 420} {
			s.Window.Resize(fyne.NewSize(width, 700))
			field := entryIn(l.Content())
			for _, o := range inside(field) {
				if box, ok := o.(*container.Scroll); ok && box.Content.MinSize().Width > box.Size().Width {
					t.Errorf("%s, %v wide: the hint %q is wider than its field", language, width, field.PlaceHolder)
				}
			}
		}
	}
}

// entryIn returns the first field in an object.
func entryIn(o fyne.CanvasObject) *ui.Entry {
	if e, ok := o.(*ui.Entry); ok {
		return e
	}
	for _, child := range inside(o) {
		if e := entryIn(child); e != nil {
			return e
		}
	}
	return nil
}

// What has no room in a cell ends with a sign that there is more, and all of it
// when the column is wide enough.
func TestACellWithoutRoomSaysSo(t *testing.T) {
	c := newCatalogue(3)
	const long = "东北区域智能装备与工业软件产教融合联合培养基地建设有限责任公司沈阳浑南新区分公司与大连高新区研究院"
	c.rows[0].name = long + long
	s, _ := catalogued(t, c)
	s.See(long)
	var drawn []string
	var look func(fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok && strings.HasPrefix(text.Text, "东北区域") {
			drawn = append(drawn, text.Text)
			if room := s.Line(long + long).Size().Width; text.MinSize().Width > room+1 {
				t.Errorf("%.0f wide in a cell of %.0f", text.MinSize().Width, room)
			}
		}
		for _, child := range inside(o) {
			look(child)
		}
	}
	look(s.Window.Content())
	if len(drawn) != 1 || !strings.HasSuffix(drawn[0], "…") || !strings.HasPrefix(long+long, strings.TrimSuffix(drawn[0], "…")) {
		t.Errorf("drawn is %q", drawn)
	}
}
