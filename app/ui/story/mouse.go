package story

import (
	"fmt"
	"math/rand/v2"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/ui"
)

// anyOf returns one of the objects that can be reached and are a T, by chance.
func anyOf[T any](s *Story, r *rand.Rand) (found T, ok bool) {
	var list []T
	for _, o := range s.top() {
		if t, is := o.(T); is {
			list = append(list, t)
		}
	}
	if len(list) == 0 {
		return found, false
	}
	return list[r.IntN(len(list))], true
}

// mouseAny does what a mouse can do besides clicking.
func (s *Story) mouseAny(r *rand.Rand) string {
	switch r.IntN(8) {
	case 0:
		if o, ok := anyOf[fyne.SecondaryTappable](s, r); ok {
			test.TapSecondary(o)
			return fmt.Sprintf("right click on %T", o)
		}
	case 1:
		if o, ok := anyOf[fyne.DoubleTappable](s, r); ok {
			test.DoubleTap(o)
			return fmt.Sprintf("double click on %T", o)
		}
	case 2, 3:
		if o, ok := anyOf[fyne.Draggable](s, r); ok {
			return s.drag(r, o)
		}
	case 4:
		if o, ok := anyOf[fyne.Scrollable](s, r); ok {
			dy := float32(r.IntN(2000) - 1000)
			o.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, dy)})
			return fmt.Sprintf("turn the wheel by %.0f over %T", dy, o)
		}
	case 5:
		if o, ok := anyOf[desktop.Hoverable](s, r); ok {
			o.MouseIn(&desktop.MouseEvent{})
			o.MouseMoved(&desktop.MouseEvent{})
			if r.IntN(2) == 0 {
				o.MouseOut()
			}
			return fmt.Sprintf("hover over %T", o)
		}
	case 6:
		return s.clickHolding(r)
	case 7:
		return s.dropAny(r)
	}
	return "nothing for the mouse"
}

func (s *Story) drag(r *rand.Rand, o fyne.Draggable) string {
	by := fyne.NewDelta(float32(r.IntN(600)-300), float32(r.IntN(200)-100))
	for step := range 4 {
		event := &fyne.DragEvent{Dragged: fyne.NewDelta(by.DX/4, by.DY/4)}
		event.Position = fyne.NewPos(by.DX*float32(step)/4, by.DY*float32(step)/4)
		o.Dragged(event)
	}
	o.DragEnd()
	return fmt.Sprintf("drag %T by %v", o, by)
}

// clickHolding clicks with Shift or Ctrl down.
func (s *Story) clickHolding(r *rand.Rand) string {
	o, ok := anyOf[desktop.Mouseable](s, r)
	if !ok {
		return "nothing takes a mouse button"
	}
	held := []fyne.KeyModifier{fyne.KeyModifierShift, ui.Ctrl}[r.IntN(2)]
	event := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: held}
	o.MouseDown(event)
	o.MouseUp(event)
	if place, can := o.(fyne.Tappable); can {
		test.Tap(place)
	}
	return fmt.Sprintf("click on %T with keys held", o)
}

// dropAny drops some of the story's files somewhere onto the window.
func (s *Story) dropAny(r *rand.Rand) string {
	if len(s.Files) == 0 {
		return "nothing to drop"
	}
	size := s.Window.Canvas().Size()
	at := fyne.NewPos(size.Width*r.Float32(), size.Height*r.Float32())
	from := r.IntN(len(s.Files))
	files := s.Files[from : from+1+r.IntN(len(s.Files)-from)]
	s.Desk.Dropped(at, files)
	return fmt.Sprintf("drop %d files at %v", len(files), at)
}

// anyChords are pressed by chance; what each does depends on where the keyboard
// is.
var anyChords = []struct {
	held fyne.KeyModifier
	key  fyne.KeyName
}{
	{ui.Ctrl, fyne.KeyA}, {ui.Ctrl, fyne.KeyC}, {ui.Ctrl, fyne.KeyV}, {ui.Ctrl, fyne.KeyX}, {ui.Ctrl, fyne.KeyZ}, {ui.Ctrl, fyne.KeyY},
	{ui.Ctrl, fyne.KeyF}, {ui.Ctrl, fyne.KeyD}, {ui.Ctrl, fyne.KeyS}, {ui.Ctrl, fyne.KeyK}, {ui.Ctrl, fyne.KeyP},
	{fyne.KeyModifierShift, fyne.KeyDown}, {fyne.KeyModifierShift, fyne.KeyUp}, {fyne.KeyModifierShift, fyne.KeyF6},
	{fyne.KeyModifierAlt, fyne.KeyLeft}, {fyne.KeyModifierAlt, fyne.KeyRight}, {fyne.KeyModifierControl, fyne.KeyTab},
}

// anyCopied is what other programs put on the clipboard.
var anyCopied = []string{"走访", "a\tb\nc\td\n", "<b>岗位</b>\r\n", "\u202e倒着\u202c", "0791-8300 0000", "单位\t地区\n新单位\t沈阳\n"}

func (s *Story) chordAny(r *rand.Rand) string {
	if s.Window.MainMenu() == nil { // no office is open
		return "no chords"
	}
	if r.IntN(3) == 0 {
		fyne.CurrentApp().Clipboard().SetContent(anyCopied[r.IntN(len(anyCopied))])
	}
	chord := anyChords[r.IntN(len(anyChords))]
	s.Chord(chord.held, chord.key)
	return fmt.Sprintf("press %d+%s", chord.held, chord.key)
}

// Menus opens the menu of the first of each kind of thing that has one, and lets
// look at it before it is closed.
func (s *Story) Menus(look func(of string)) {
	s.Helper()
	s.Settle()
	seen := map[string]bool{}
	for _, o := range s.top() {
		place, ok := o.(fyne.SecondaryTappable)
		kind := fmt.Sprintf("%T", o)
		if !ok || seen[kind] {
			continue
		}
		seen[kind] = true
		overlays := s.Window.Canvas().Overlays()
		before := overlays.Top()
		test.TapSecondary(place)
		s.Settle()
		if menu := overlays.Top(); menu != nil && menu != before {
			look(kind)
			overlays.Remove(menu)
		}
	}
}
