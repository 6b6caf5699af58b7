package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// broken returns text with line feeds where its lines end in a width. Fyne
// breaks Chinese anywhere, also before a full stop; here no line begins with a
// closing mark or ends with an opening one, and Latin words stay whole.
func broken(text string, width float32, measure func(string) float32) string {
	var b strings.Builder
	for i, paragraph := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		breakParagraph(&b, paragraph, width, measure)
	}
	return b.String()
}

func breakParagraph(b *strings.Builder, text string, width float32, measure func(string) float32) {
	var at float32
	for _, piece := range pieces(text) {
		solid := strings.TrimRight(piece, " ")
		w := measure(solid)
		if at > 0 && at+w > width {
			b.WriteByte('\n')
			at = 0
		}
		if w > width { // a word longer than the line is cut
			at = cutWord(b, piece, width, measure)
			continue
		}
		b.WriteString(piece)
		at += w + measure(piece[len(solid):])
	}
}

// cutWord writes a word over as many lines as it needs and returns the width of
// the last.
func cutWord(b *strings.Builder, word string, width float32, measure func(string) float32) (at float32) {
	for _, r := range word {
		w := measure(string(r))
		if at > 0 && at+w > width {
			b.WriteByte('\n')
			at = 0
		}
		b.WriteRune(r)
		at += w
	}
	return at
}

const (
	closing = "，。、；：？！）】》」』”’…—·%,.;:?!)]}"
	opening = "（【《「『“‘([{"
)

// pieces cuts text where a line may end: after each hanzi and each space, but
// not before a closing mark nor after an opening one.
func pieces(text string) []string {
	var list []string
	start, last := 0, rune(0)
	for i, r := range text {
		if i > 0 && mayBreak(last, r) {
			list = append(list, text[start:i])
			start = i
		}
		last = r
	}
	if start < len(text) {
		list = append(list, text[start:])
	}
	return list
}

func mayBreak(before, after rune) bool {
	switch {
	case after == ' ' || strings.ContainsRune(closing, after) || strings.ContainsRune(opening, before):
		return false
	case before == ' ':
		return true
	}
	return wide(before) || wide(after)
}

// wide reports whether a line may end beside r.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || 0x3000 <= r && r <= 0x303F || 0xFF00 <= r && r <= 0xFF60
}

// measurer returns a function that measures text of a size and style. A hanzi
// is as wide as it is high, which saves most of the measuring.
func measurer(size float32, style fyne.TextStyle) func(string) float32 {
	known := map[string]float32{}
	return func(s string) float32 {
		if s == "" {
			return 0
		}
		if r, n := utf8.DecodeRuneInString(s); n == len(s) && unicode.Is(unicode.Han, r) {
			return size
		}
		if w, ok := known[s]; ok {
			return w
		}
		w := fyne.MeasureText(s, size, style).Width
		known[s] = w
		return w
	}
}

// elided returns as much of a line as there is room for, with … where there
// is more. It keeps no measures: the lists say more than can be remembered, and
// Fyne remembers single letters for a while.
func elided(text string, room, size float32, style fyne.TextStyle) string {
	if float32(utf8.RuneCountInString(text))*size <= room { // no letter is wider than a hanzi
		return text
	}
	measure := func(s string) float32 { return fyne.MeasureText(s, size, style).Width }
	const tight = 0.5 // what is missing by less than that is not missed
	if measure(text) <= room+tight {
		return text
	}
	room -= measure("…")
	for i, r := range text {
		if unicode.Is(unicode.Han, r) {
			room -= size
		} else {
			room -= measure(string(r))
		}
		if room < 0 {
			return strings.TrimRight(text[:i], " ") + "…"
		}
	}
	return text
}
