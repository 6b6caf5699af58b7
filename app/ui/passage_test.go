package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/i18n"
	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/assets"
)

// minutes is a form of one long text.
type minutes struct {
	*story.Story
	words string
}

func newMinutes(t *testing.T, words string) *minutes {
	t.Helper()
	m := &minutes{Story: office(t), words: words}
	m.Desk.Push(m.Desk.Form("A form", ui.Save{}, ui.LongText("visit.minutes_outer", &m.words, 3)))
	m.Settle()
	return m
}

// field returns the field that has the keyboard.
func (m *minutes) field() *ui.Entry {
	m.Helper()
	e, ok := m.Window.Canvas().Focused().(*ui.Entry)
	if !ok {
		m.Fatal("no field has the keyboard")
	}
	return e
}

// paragraphs is a text of so many paragraphs of a hundred hanzi.
func paragraphs(n int) string {
	return strings.TrimSuffix(strings.Repeat(strings.Repeat("走访企业拓岗位，", 12)+"共商。\n", n), "\n")
}

// A long text is shown in parts that are cut between paragraphs, and kept as it
// was to the letter unless it is typed into.
func TestALongTextIsOne(t *testing.T) {
	for name, words := range map[string]string{
		"short":                " kept with its spaces \n",
		"paragraphs":           paragraphs(110) + "\n\n",
		"one paragraph":        strings.Repeat("走访企业拓岗位。", 900),
		"without any sentence": strings.Repeat("长", 6_500),
		"letters of two runes": strings.Repeat("é𠮷🙂\n", 1_300),
	} {
		m := newMinutes(t, words)
		m.Command("Save")
		if m.words != words {
			t.Errorf("%s: kept %d bytes of %d", name, len(m.words), len(words))
		}
	}
	m := newMinutes(t, paragraphs(110))
	m.See("edited in 3 parts")
	m.Type("结束")
	m.Command("Save")
	if want := paragraphs(110); strings.Replace(m.words, "结束", "", 1) != want || m.words == want {
		t.Errorf("kept %d bytes of %d", len(m.words), len(want)+len("结束"))
	}
}

// The arrows go from part to part as in one text.
func TestArrowsGoThroughALongText(t *testing.T) {
	m := newMinutes(t, paragraphs(110))
	first := m.field()
	m.Press(fyne.KeyPageUp)
	m.Press(fyne.KeyUp)
	if m.field() != first {
		t.Error("Up at the beginning went elsewhere")
	}
	m.Press(fyne.KeyPageDown)
	m.Press(fyne.KeyDown)
	second := m.field()
	if second == first || second.CursorTextOffset() != 0 {
		t.Errorf("Down at the end of a part went to offset %d of the same part: %v", second.CursorTextOffset(), second == first)
	}
	m.Press(fyne.KeyUp)
	if m.field() != first {
		t.Error("Up did not go back")
	}
	m.Press(fyne.KeyPageUp)
	m.Press(fyne.KeyDown)
	if m.field() != first {
		t.Error("Down within a part left it")
	}
}

// A long text that is pasted is edited in parts at once, with the cursor behind
// what was pasted; it is taken back and brought back in one step all the same.
func TestALongPasteIsParted(t *testing.T) {
	m := newMinutes(t, "before\nbehind")
	m.Press(fyne.KeyPageUp)
	m.Press(fyne.KeyDown) // before "behind"
	fyne.CurrentApp().Clipboard().SetContent(paragraphs(70) + "\n")
	m.field().TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	m.See("edited in 2 parts")
	if !m.Desk.UndoTyping() || m.field().Text != "before\nbehind" {
		t.Errorf("after undo the field holds %d bytes", len(m.field().Text))
	}
	m.Miss("parts")
	m.field().Redo()
	m.See("edited in 2 parts")
	m.Type("then ")
	m.Command("Save")
	if want := "before\n" + paragraphs(70) + "\nthen behind"; m.words != want {
		t.Errorf("kept %d bytes, want %d: %q", len(m.words), len(want), m.words[max(len(m.words)-40, 0):])
	}
}

// A text that fills a field is edited in parts when it is pasted, which leaves
// room to type; all parts together hold what one text may.
func TestAFullTextHasRoomInParts(t *testing.T) {
	m := newMinutes(t, "")
	book := strings.Repeat("走访企业拓岗位。", 2_500)
	for range 4 {
		fyne.CurrentApp().Clipboard().SetContent(book)
		m.field().TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
		m.Type("续")
	}
	m.Command("Save")
	if n := len([]rune(m.words)); n != 60_000 {
		t.Errorf("kept %d letters", n)
	}
}

// A megabyte that is pasted neither freezes the form nor goes in unsaid.
func TestAMegabyteIsPasted(t *testing.T) {
	m := newMinutes(t, "")
	fyne.CurrentApp().Clipboard().SetContent(paragraphs(3400))
	m.field().TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	m.See("20000 fit here")
	m.Command("Save")
	if n := len([]rune(m.words)); n < 19_000 || n > 20_000 {
		t.Errorf("kept %d letters", n)
	}
}

// BenchmarkTypingInParts measures a key in a long text as a form shows it; see
// BenchmarkTyping for one field.
func BenchmarkTypingInParts(b *testing.B) {
	test.NewTempApp(b)
	look, err := ui.NewTheme(assets.Files, ui.Light, ui.DefaultTextSize)
	if err != nil {
		b.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(look)
	text, err := i18n.Load(assets.Files, "zh")
	if err != nil {
		b.Fatal(err)
	}
	for _, length := range []int{1_000, 20_000, 50_000} {
		b.Run(fmt.Sprintf("letters=%d", length), func(b *testing.B) {
			window := test.NewTempWindow(b, nil)
			d := &ui.Desk{Text: text, Window: window, Go: func(f func()) { f() }, Do: func(f func()) { f() }}
			words := paragraphs(length / 100)
			form := d.Form("A form", ui.Save{}, ui.LongText("visit.minutes_outer", &words, 8))
			window.SetContent(form.Content())
			window.Resize(fyne.NewSize(1366, 740))
			form.Shown()
			e := window.Canvas().Focused().(*ui.Entry)
			for b.Loop() {
				e.TypedRune('访')
			}
		})
	}
}
