package ui_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
)

// held is a clipboard with something in it.
type held string

func (h held) Content() string   { return string(h) }
func (h held) SetContent(string) {}

func paste(e *ui.Entry, text string) { e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: held(text)}) }

// Whatever is pasted, a field holds what can be read, and what was changed is
// told.
func TestPaste(t *testing.T) {
	const silent = ""
	cases := map[string]struct{ pasted, line, long, told string }{
		"plain":             {"东软集团", "东软集团", "东软集团", silent},
		"lines":             {"一\r\n二\r三\u2028四\n", "一 二 三 四", "一\n二\n三\n四\n", silent},
		"cells":             {"东软\t沈阳", "东软 沈阳", "东软\t沈阳", silent},
		"spaces":            {"a\u00a0b\u2003c\u3000丁", "a b c\u3000丁", "a b c\u3000丁", silent},
		"emoji":             {"👍🏽 👩\u200d👩\u200d👧 ❤\ufe0f", "👍🏽 👩\u200d👩\u200d👧 ❤\ufe0f", "👍🏽 👩\u200d👩\u200d👧 ❤\ufe0f", silent},
		"Uyghur":            {"شىنجاڭ\u200cلىق\u200f", "شىنجاڭ\u200cلىق\u200f", "شىنجاڭ\u200cلىق\u200f", silent},
		"Hindi":             {"क्\u200dष", "क्\u200dष", "क्\u200dष", silent},
		"decomposed":        {"Cafe\u0301", "Cafe\u0301", "Cafe\u0301", silent},
		"minority name":     {"阿卜杜拉·买买提", "阿卜杜拉·买买提", "阿卜杜拉·买买提", silent},
		"zero width":        {"\ufeff东\u200b软\u2060集\u00ad团\u200d", "东软集团", "东软集团", "5 invisible"},
		"turned around":     {"发票\u202egnp.exe\u202c\u2066x\u2069\u200e", "发票gnp.exex", "发票gnp.exex", "5 invisible"},
		"control":           {"a\x00b\x1b[31mc\x7f", "ab[31mc", "ab[31mc", "3 invisible"},
		"one of them":       {"a\x00b", "ab", "ab", "1 invisible character."},
		"from a picture":    {"见图\ufffc", "见图", "见图", "1 invisible"},
		"no text":           {"沈\xff\xfe\xfd阳\xc3", "沈\ufffd阳\ufffd", "沈\ufffd阳\ufffd", "2 places"},
		"half a pair":       {"a\xed\xa0\x80b", "a\ufffdb", "a\ufffdb", "1 place"},
		"private":           {"张\ue123\U000f0001", "张\ue123\U000f0001", "张\ue123\U000f0001", "2 user-defined characters"},
		"heaped":            {"a" + strings.Repeat("\u0301", 5_000) + "b", "a" + strings.Repeat("\u0301", 8) + "b", "a" + strings.Repeat("\u0301", 8) + "b", "4992 of the marks"},
		"nothing but marks": {strings.Repeat("\u20dd", 5_000), strings.Repeat("\u20dd", 8), strings.Repeat("\u20dd", 8), "4992 of the marks"},
		"about a tag":       {"a <b> c", "a <b> c", "a <b> c", silent},
		"an address":        {"<li@example.org>", "<li@example.org>", "<li@example.org>", silent},
		"web page": {"<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><p>东软 &amp; 华信</p>\n<p>二<br>三</p><script>alert(1)</script></body></html>",
			"东软 & 华信 二 三", "东软 & 华信\n二\n三", "Only the words"},
		"table": {"<table><tr><td>东软</td><td>沈阳</td></tr><tr><td>华信</td><td>大连</td></tr></table>", "东软 沈阳 华信 大连", "东软\t沈阳\n华信\t大连", "Only the words"},
		"of Windows": {"Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000199\r\n<html><body><!--StartFragment--><b>东软</b><!--EndFragment--></body></html>",
			"东软", "东软", "Only the words"},
	}
	for _, long := range []bool{false, true} {
		s, e := newEntryIn(t, "en", long)
		for name, c := range cases {
			s.Window.Canvas().Focus(e)
			paste(e, c.pasted)
			want := c.line
			if long {
				want = c.long
			}
			if e.Text != want {
				t.Errorf("%s, several lines %v: the field holds %q, want %q", name, long, e.Text, want)
			}
			if c.told != silent {
				s.See(c.told)
			} else if said := s.All(); strings.Contains(said, "●") {
				t.Errorf("%s: told %q", name, said)
			}
			s.Desk.UndoTyping()
			if e.Text != "" {
				t.Errorf("%s: %q is left when it was taken back", name, e.Text)
			}
			s.Press(fyne.KeyEscape) // the notice goes
			e.SetText("")
		}
	}
}

// A book is cut to what a field holds, between letters, and so is what is typed
// on.
func TestPasteTooMuch(t *testing.T) {
	for _, c := range []struct {
		pasted string
		long   bool
		want   int
	}{
		{strings.Repeat("走访企业，", 70_000), false, 1_000},  // 1 MB
		{strings.Repeat("走访企业，", 600_000), true, 20_000}, // 9 MB
		{strings.Repeat("e\u0301", 10_001), true, 20_000},
		{strings.Repeat("1", 19_999) + "e\u0301", true, 19_999},
		{"<p>" + strings.Repeat("<b>走访</b>", 70_000) + "</p>", true, 20_000},
	} {
		s, e := newEntryIn(t, "en", c.long)
		paste(e, c.pasted)
		if n := utf8.RuneCountInString(e.Text); n != c.want {
			t.Errorf("the field holds %d, want %d", n, c.want)
		}
		s.See("too long")
		held := e.Text
		paste(e, "二")
		commit(e, "三四")
		if n := utf8.RuneCountInString(e.Text); n > max(c.want, utf8.RuneCountInString(held)+1) {
			t.Errorf("the field holds %d after more was typed", n)
		}
		s.See("at most")
	}
}

// What was pasted in place of a selection is taken back in one step.
func TestUndoPasteOverSelection(t *testing.T) {
	_, e := newEntry(t, false)
	commit(e, "东软集团")
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	paste(e, "华信")
	if e.Text != "华信" {
		t.Fatalf("the field holds %q", e.Text)
	}
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if e.Text != "东软集团" {
		t.Fatalf("the field holds %q after undo", e.Text)
	}
	e.TypedShortcut(&fyne.ShortcutRedo{})
	if e.Text != "华信" {
		t.Fatalf("the field holds %q after undo and redo", e.Text)
	}
}
