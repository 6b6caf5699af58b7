package story

import (
	"fmt"
	"math/rand/v2"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/ui"
)

// Chance does one thing that a user could do now, whatever it is, and returns
// its description. Commands whose words are among never are not given; work that
// is begun may still be under way when the next thing is done.
func (s *Story) Chance(r *rand.Rand, never ...string) string {
	s.Helper()
	if r.IntN(3) > 0 {
		s.Settle()
	}
	switch n := r.IntN(30); {
	case n < 9:
		return s.tapAny(r, never)
	case n < 13:
		return s.typeAny(r)
	case n < 18:
		key := anyKeys[r.IntN(len(anyKeys))]
		s.pressNow(key)
		return "press " + string(key)
	case n < 20:
		for range r.IntN(8) {
			s.Window.Canvas().FocusNext()
		}
		return "tab"
	case n < 24:
		return s.commandAny(r, never)
	case n < 26:
		return s.chordAny(r)
	}
	return s.mouseAny(r)
}

var anyKeys = []fyne.KeyName{
	fyne.KeyReturn, fyne.KeyReturn, fyne.KeyEscape, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyHome,
	fyne.KeyEnd, fyne.KeyDelete, fyne.KeyBackspace, fyne.KeyF2, fyne.KeyF1, fyne.KeySpace, fyne.KeyLeft, fyne.KeyRight,
}

var anyWords = []string{
	"东软", "db", "x", "明天 9点半", "2026-11-21", "不是日期", "12", "-3", "1,200", "阿卜杜拉·买买提", "𠮷田", "  ", "two\nlines", "🙂", "'\"%_\\",
	"沈阳、大连；Neusoft, Inc.", "Friday", "我们希望在今年的校园招聘中进一步扩大岗位数量，并建立稳定的实习基地。",
}

// pressNow presses a key without waiting for work under way.
func (s *Story) pressNow(key fyne.KeyName) {
	event := &fyne.KeyEvent{Name: key}
	if focused := s.Window.Canvas().Focused(); focused != nil {
		focused.TypedKey(event)
		if key == fyne.KeySpace {
			focused.TypedRune(' ')
		}
		return
	}
	if typed := s.Window.Canvas().OnTypedKey(); typed != nil {
		typed(event)
	}
}

func (s *Story) tapAny(r *rand.Rand, never []string) string {
	var places []fyne.Tappable
	for _, o := range s.top() {
		if off, can := o.(fyne.Disableable); can && off.Disabled() {
			continue
		}
		if place, ok := o.(fyne.Tappable); ok && !among(never, words(o)) {
			places = append(places, place)
		}
	}
	if len(places) == 0 {
		return "nothing to tap"
	}
	place := places[r.IntN(len(places))]
	said := words(place.(fyne.CanvasObject))
	test.Tap(place)
	return fmt.Sprintf("tap %T %q", place, said)
}

func (s *Story) typeAny(r *rand.Rand) string {
	var fields []*ui.Entry
	for _, o := range s.top() {
		if e, ok := o.(*ui.Entry); ok {
			fields = append(fields, e)
		}
	}
	if len(fields) == 0 {
		return "nothing to type in"
	}
	e, said := fields[r.IntN(len(fields))], anyWords[r.IntN(len(anyWords))]
	s.Window.Canvas().Focus(e)
	if r.IntN(2) == 0 {
		e.SetText("")
	}
	for _, c := range said {
		e.TypedRune(c)
	}
	return fmt.Sprintf("type %q", said)
}

func (s *Story) commandAny(r *rand.Rand, never []string) string {
	if s.Window.MainMenu() == nil { // no office is open
		return "no command"
	}
	menus := s.Window.MainMenu().Items
	items := menus[r.IntN(len(menus))].Items
	item := items[r.IntN(len(items))]
	if item.Action == nil || among(never, ui.Unkeyed(item.Label)) {
		return "no command"
	}
	item.Action()
	return "command " + ui.Unkeyed(item.Label)
}

func among(list []string, words string) bool {
	for _, w := range list {
		if w == words {
			return true
		}
	}
	return false
}
