package ui

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// How much a field holds. Fyne lays the whole text out anew at each key: 20,000
// hanzi, some forty pages of minutes, take about 0.1 s, 100,000 take seconds (see
// BenchmarkTyping). A field of one line is for names, addresses and tags.
const (
	longField = 20_000 // runes
	lineField = 1_000
	clipboard = 4 << 20 // bytes that are looked at, of what may be a whole book
	marksMost = 8       // on one letter; scripts that people write need up to five
)

// TypedShortcut pastes what is fit for a field and does all else as ever. Those
// that move or select are the input method's while it composes.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		e.desk.guard(func() { e.paste(s.Clipboard.Content()) })
		return
	case *fyne.ShortcutUndo:
		e.desk.guard(e.Undo)
		return
	case *fyne.ShortcutRedo:
		e.desk.guard(e.Redo)
		return
	case *fyne.ShortcutSelectAll, *fyne.ShortcutCut, *desktop.CustomShortcut:
		if e.composing.held() > 0 {
			return
		}
	}
	e.desk.guard(func() { e.Entry.TypedShortcut(s) })
}

// content is a clipboard that holds what is to be pasted.
type content string

func (c content) Content() string   { return string(c) }
func (c content) SetContent(string) {}

// paste puts a text in place of what is selected and says what of it was changed
// or left out.
func (e *Entry) paste(text string) {
	p := tidy(text, e.MultiLine)
	room := e.most() - utf8.RuneCountInString(e.Text) + utf8.RuneCountInString(e.SelectedText())
	p.fit(max(room, 0))
	if words := e.desk.told(p, e.most()); words != "" {
		e.desk.show(notice{tone: Warn, words: words})
	}
	if p.text == "" {
		return
	}
	over, before, at := e.SelectedText() != "", e.Text, e.CursorTextOffset()
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: content(p.text)})
	e.Refresh() // the first time, Fyne has not made room for the text yet and cannot scroll to its end
	if over {
		runes, end := []rune(e.Text), e.CursorTextOffset()
		start := end - utf8.RuneCountInString(p.text)
		e.between = string(runes[:start]) + string(runes[end:])
		e.replaced = true
	}
	if e.OnPasted != nil {
		e.OnPasted(before, at)
	}
}

// Undo takes back the last typing; what was pasted in place of a selection is
// one step.
func (e *Entry) Undo() { e.undo() }

// Redo brings back what Undo took.
func (e *Entry) Redo() { e.redo() }

func (e *Entry) step(step func()) {
	step()
	if e.replaced && e.Text == e.between {
		step()
	}
}

// undo takes back the last typing and reports whether there was any.
func (e *Entry) undo() bool {
	before := e.Text
	e.step(e.Entry.Undo)
	return e.Text != before || e.OnNoTyping != nil && e.OnNoTyping(false)
}

// redo brings back what undo took and reports whether there was any.
func (e *Entry) redo() bool {
	before := e.Text
	e.step(e.Entry.Redo)
	return e.Text != before || e.OnNoTyping != nil && e.OnNoTyping(true)
}

// most returns how many runes the field holds.
func (e *Entry) most() int {
	switch {
	case !e.MultiLine:
		return lineField
	case e.others != nil:
		return max(min(longField, mostInParts-e.others()), 0)
	}
	return longField
}

// full reports whether no more can be typed, and says so.
func (e *Entry) full() bool {
	most := e.most()
	if len(e.Text) < most || utf8.RuneCountInString(e.Text) < most || e.SelectedText() != "" {
		return false
	}
	e.desk.show(notice{tone: Warn, words: e.desk.T("told.field_full", most)})
	return true
}

// A tidied text is fit for a field, with what was done to it.
type tidied struct {
	text    string
	html    bool // only the words of a piece of a web page were kept
	hidden  int  // runes taken out that show nothing or turn the text around
	broken  int  // places that are no text, marked
	stacked int  // marks taken out that were heaped on one letter
	private int  // runes kept that only some fonts know
	cut     int  // runes that found no room
}

// told says what was done to a pasted text, one sentence to a line.
func (d *Desk) told(p tidied, most int) string {
	var said []string
	say := func(n int, phrase string, args ...any) {
		if n > 0 {
			said = append(said, d.Text.Count(phrase, n, args...))
		}
	}
	if p.html {
		said = append(said, d.T("told.paste_html"))
	}
	say(p.hidden, "told.paste_hidden")
	say(p.broken, "told.paste_broken")
	say(p.stacked, "told.paste_stacked")
	say(p.private, "told.paste_private")
	say(p.cut, "told.paste_cut", most)
	return strings.Join(said, "\n")
}

// fit cuts the text to so many runes, not within what is seen as one letter.
func (p *tidied) fit(room int) {
	runes := []rune(p.text)
	if len(runes) <= room {
		return
	}
	keep := room
	for keep > 0 && joins(runes, keep) {
		keep--
	}
	p.cut += len(runes) - keep
	p.text = string(runes[:keep])
}

// joins reports whether the rune at i belongs to the letter before it.
func joins(runes []rune, i int) bool {
	return unicode.In(runes[i], unicode.M, unicode.Variation_Selector) || runes[i] == joiner || runes[i-1] == joiner
}

// tidy makes a text fit for a field: of several lines, or of one.
func tidy(text string, long bool) tidied {
	var p tidied
	if len(text) > clipboard {
		rest := text[clipboard:]
		p.cut = utf8.RuneCountInString(rest)
		text = text[:clipboard]
	}
	if text, p.html = plainText(text); p.html {
		text = strings.TrimSpace(text)
	}
	text = lineEnds.Replace(text)
	if !long {
		text = oneLine.Replace(strings.TrimRight(text, "\n"))
	}
	t := tidier{tidied: p, rightToLeft: strings.ContainsFunc(text, rightToLeft)}
	t.out.Grow(len(text))
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		if r == utf8.RuneError && size == 1 {
			t.bad()
		} else {
			t.take(r)
		}
		text = text[size:]
	}
	t.text = t.out.String()
	return t.tidied
}

// The ends of lines that there are, and what parts words on one line.
var (
	lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")
	oneLine  = strings.NewReplacer("\n", " ", "\t", " ")
)

// tidier goes through a text rune by rune.
type tidier struct {
	tidied
	out         strings.Builder
	last        rune // put out; 0 for none
	marks       int  // on it
	inBad       bool // within a run of bytes that are no text
	rightToLeft bool // some of the text runs from right to left
}

const (
	joiner    = '\u200D'
	nonJoiner = '\u200C'
)

// bad notes a byte that is no text; a run of them is marked once.
func (t *tidier) bad() {
	if !t.inBad {
		t.put(utf8.RuneError)
		t.broken++
	}
	t.inBad = true
}

func (t *tidier) take(r rune) {
	t.inBad = false
	switch {
	case r == '\n' || r == '\t':
		t.put(r)
	case t.hides(r):
		t.hidden++
	case unicode.Is(unicode.M, r):
		if t.marks++; t.marks > marksMost {
			t.stacked++
			return
		}
		t.out.WriteRune(r)
	case unicode.Is(unicode.Zs, r) && r != '\u3000': // the wide space indents Chinese
		t.put(' ')
	default:
		if unicode.Is(unicode.Co, r) {
			t.private++
		}
		t.put(r)
	}
}

func (t *tidier) put(r rune) {
	t.out.WriteRune(r)
	t.last, t.marks = r, 0
}

// hides reports whether r shows nothing where it stands, or turns around what
// follows. Joiners hold emoji and the letters of some scripts together, marks of
// direction have a use among letters that run from right to left.
func (t *tidier) hides(r rune) bool {
	switch {
	case r == joiner || r == nonJoiner:
		return t.last < 0x300 || unicode.Is(unicode.Han, t.last)
	case r == '\u200E' || r == '\u200F' || r == '\u061C':
		return !t.rightToLeft
	case r == '\u180B', r == '\u180C', r == '\u180D': // variants of Mongolian letters
		return t.last == 0
	case unicode.Is(unicode.Variation_Selector, r):
		return t.last == 0 || t.marks > 0
	case 0xFFF9 <= r && r <= 0xFFFC: // what Word leaves where a picture was
		return true
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r): // it shows
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf) || r&0xFFFE == 0xFFFE || 0xFDD0 <= r && r <= 0xFDEF ||
		r == '\u034F' || r == '\u115F' || r == '\u1160' || r == '\u3164' || r == '\uFFA0'
}

func rightToLeft(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
}

// What a piece of a web page looks like, and the parts of it. A text that only
// speaks of a <tag> is none.
var (
	page     = regexp.MustCompile(`(?is)^\s*(<!DOCTYPE\s+html|<html|<!--StartFragment|<(p|div|span|table|ul|ol|li|h[1-6]|b|a|font|body|meta|pre)(\s[^<>]*)?>.*</[a-z0-9]+>\s*$)`)
	head     = regexp.MustCompile(`(?s)^Version:[0-9.]+\s+StartHTML:.*?(<)`) // what Windows puts before one
	unseen   = regexp.MustCompile(`(?is)<!--.*?-->|<(script|style|head|title)\b.*?</(script|style|head|title)\s*>`)
	newLine  = regexp.MustCompile(`(?i)\s*<(br|/p|/div|/tr|/li|/h[1-6]|/table|/pre)\b[^<>]*>\s*`)
	newCell  = regexp.MustCompile(`(?i)\s*</t[dh]\s*>\s*`)
	anyTag   = regexp.MustCompile(`<[/!?a-zA-Z][^<>]*>`)
	wideGaps = regexp.MustCompile(`[ \r\n\t]+`)
)

// plainText returns the words of a piece of a web page, and whether text is one.
func plainText(text string) (string, bool) {
	bare := head.ReplaceAllString(text, "$1")
	if !page.MatchString(bare) {
		return text, false
	}
	bare = unseen.ReplaceAllString(bare, "")
	bare = wideGaps.ReplaceAllString(bare, " ")
	bare = newCell.ReplaceAllString(bare, "\t")
	bare = newLine.ReplaceAllString(bare, "\n")
	return html.UnescapeString(anyTag.ReplaceAllString(bare, "")), true
}
