package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
)

// Every command stands in the menu with its key: keys of the canvas are dead
// while a field has the focus.
func TestMenuHasEveryCommand(t *testing.T) {
	s := story.Begin(t, "en")
	done := 0
	p := newPage()
	p.commands = []ui.Command{
		{Phrase: "act.new_visit", Menu: "menu.file", Key: fyne.KeyN, With: ui.Ctrl, Do: func() { done++ }},
		{Phrase: "act.keys", Menu: "menu.help", Key: fyne.KeyF1, Do: func() { done += 10 }},
	}
	s.Show(p)
	for _, menu := range s.Window.MainMenu().Items {
		for _, item := range menu.Items {
			if ui.Unkeyed(item.Label) == "New visit" {
				want := &desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: ui.Ctrl}
				if got := item.Shortcut; got.ShortcutName() != want.ShortcutName() || !strings.HasSuffix(item.Label, "Ctrl+N") {
					t.Errorf("the key of %q is %v", item.Label, got)
				}
			}
		}
	}
	s.Command("New visit")
	s.Press(fyne.KeyF1)
	if done != 11 {
		t.Errorf("done %d", done)
	}
}

// A command that cannot be done now says why.
func TestCommandSaysWhyItIsOff(t *testing.T) {
	s := story.Begin(t, "en")
	p := newPage()
	p.commands = []ui.Command{{Phrase: "act.edit", Menu: "menu.edit", Off: func() string { return "visit.none_chosen" }, Do: func() { t.Error("done") }}}
	s.Show(p)
	s.Command("Edit")
	s.See("Choose a visit in the list first")
}

// A section is read afresh when it comes into view, and its commands come with
// it.
func TestSections(t *testing.T) {
	s := story.Begin(t, "en")
	one, two := newPage(s.Desk.Words("first", ui.Plain)), newPage(s.Desk.Words("second", ui.Plain))
	two.commands = []ui.Command{{Phrase: "act.new_visit", Menu: "menu.file", Do: func() {}}}
	frame := s.Show(one, two)
	s.See("first")
	s.Desk.Show(1)
	s.See("second")
	s.Miss("first")
	s.Command("New visit")
	s.Desk.Show(0)
	if frame.At() != 0 || one.read != 2 || two.read != 1 {
		t.Errorf("at %d, read %d and %d times", frame.At(), one.read, two.read)
	}
	frame.Badge(1, 7)
	s.SeeDrawn("7")
}

// Keys that nothing has a use for do no harm.
func TestUnknownKeys(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage(s.Desk.Button("act.save", func() {})))
	s.Press(fyne.KeyF9, fyne.KeyEscape, fyne.KeyDelete, fyne.KeyInsert)
}

// A question is answered by Enter, by its buttons, and given up by Esc.
func TestQuestion(t *testing.T) {
	s := story.Begin(t, "zh")
	s.Show(newPage())
	var answers []string
	ask := func() {
		s.Desk.Ask(ui.Question{Title: "保存吗？", Answers: []ui.Answer{
			{Phrase: "act.save", Do: func() { answers = append(answers, "save") }},
			{Phrase: "act.discard", Do: func() { answers = append(answers, "discard") }},
		}, Dropped: func() { answers = append(answers, "dropped") }})
	}
	ask()
	s.Press(fyne.KeyReturn)
	ask()
	s.Tap("不保存")
	ask()
	s.Press(fyne.KeyEscape)
	ask()
	s.Tap("取消")
	if len(answers) != 4 || answers[0] != "save" || answers[1] != "discard" || answers[2] != "dropped" || answers[3] != "dropped" {
		t.Errorf("answered %v", answers)
	}
	s.Miss("保存吗？")
	s.Desk.Confirm("删除吗？", "会删除。", "act.delete", func() { answers = append(answers, "deleted") })
	s.ReachAllByTab()
	s.Tap("删除")
	if answers[len(answers)-1] != "deleted" {
		t.Errorf("answered %v", answers)
	}
}

// Two questions at once are answered one after the other, the later first.
func TestQuestionOverQuestion(t *testing.T) {
	s := story.Begin(t, "en")
	s.Show(newPage())
	s.Desk.Confirm("One", "", "act.delete", func() {})
	s.Desk.Confirm("Two", "", "act.delete", func() {})
	s.Press(fyne.KeyEscape)
	s.See("One")
	s.Miss("Two")
	s.Press(fyne.KeyEscape)
	s.Miss("One")
}

// A notice moves nothing: no button is elsewhere when the mouse gets there. It
// lies at the foot, and lets no click through to what it covers.
func TestANoticeMovesNothing(t *testing.T) {
	s := story.Begin(t, "en")
	pressed := 0
	save := s.Desk.Button("act.save", func() { pressed++ })
	p := newPage()
	p.body = container.NewBorder(nil, save, nil, nil)
	s.Show(p)
	at := s.Top(save)
	s.Desk.Told("Something was done.")
	s.See("Something was done.")
	if now := s.Top(save); now != at {
		t.Errorf("the button was at %v and is at %v", at, now)
	}
	notice := s.Line("✓ Something was done.")
	if low := s.Top(notice); low < at-save.Size().Height {
		t.Errorf("the notice is at %v, not at the foot", low)
	}
	size := s.Window.Canvas().Size()
	test.TapCanvas(s.Window.Canvas(), fyne.NewPos(size.Width/2, size.Height-6))
	if pressed > 0 {
		t.Error("a click went through the notice")
	}
	s.Press(fyne.KeyEscape)
	s.Miss("Something was done.")
	test.TapCanvas(s.Window.Canvas(), fyne.NewPos(size.Width/2, size.Height-6))
	if pressed != 1 {
		t.Error("the button below the notice cannot be reached")
	}
}
