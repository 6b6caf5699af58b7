package typeset

import "unicode"

// A class is what a character is to the line: it decides gaps and breaks.
type class uint8

const (
	other  class = iota
	space        // stretches, and vanishes at a line's end
	han          // stands in the square grid of Chinese
	latin        // letters and digits
	opener       // full-width, its left half blank: no line ends with it
	closer       // full-width, its right half blank: no line begins with it
	joiner       // — … · and the like in Chinese: no line begins with it, nothing stretches beside its own kind
	feed         // a line feed
)

const (
	openers = "（《〈「『【〔〖［｛｟“‘"
	closers = "）》〉」』】〕〗］｝｠”’，。、；：！？．"
	joiners = "—…·・～々〇ー％‰℃°"
)

// closing are the marks besides closers that begin no line, whatever the
// language around them.
const closing = ",.;:!?)]}%”’»›…"

// opening are the marks besides openers that end no line.
const opening = "([{“‘«‹"

// ambiguous characters look Chinese or Latin after their neighbours.
func ambiguous(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '—', '…', '·':
		return true
	}
	return false
}

func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3040 && r < 0x3100 || r >= 0x3105 && r < 0x3130 ||
		r >= 0x3400 && (unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hangul, r))
}

// isChinese says whether r is lettered with the Chinese face wherever it
// stands: han, full-width forms, circled numbers and the like.
func isChinese(r rune) bool {
	return r >= 0x2E80 && !unicode.Is(unicode.Variation_Selector, r) && r != 0xFFFD || r >= 0x2460 && r < 0x2500
}

// classify returns the class of r in Chinese or other surroundings.
func classify(r rune, chinese bool) class {
	switch {
	case r < 0x80:
		return classifyASCII(r)
	case r >= 0x4E00 && r <= 0x9FFF: // by far the most frequent
		return han
	case isSpace(r):
		return space
	case chinese && classifyMark(r) != other:
		return classifyMark(r)
	case isHan(r):
		return han
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return latin
	}
	return other
}

// isSpace says whether r is a space that a line may end at.
func isSpace(r rune) bool {
	const noBreak, narrowNoBreak = 0xA0, 0x202F
	return unicode.Is(unicode.Zs, r) && r != noBreak && r != narrowNoBreak
}

// classifyMark returns the class of a mark among Chinese characters.
func classifyMark(r rune) class {
	switch {
	case contains(openers, r):
		return opener
	case contains(closers, r):
		return closer
	case contains(joiners, r):
		return joiner
	}
	return other
}

func classifyASCII(r rune) class {
	switch {
	case r == '\n':
		return feed
	case r == ' ':
		return space
	case r >= '0' && r <= '9', r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z':
		return latin
	}
	return other
}

func contains(marks string, r rune) bool {
	for _, mark := range marks {
		if mark == r {
			return true
		}
	}
	return false
}

// beginsNone says whether no line may begin with a character.
func beginsNone(c class, r rune) bool {
	return c == closer || c == joiner && r != '—' || c == other && contains(closing, r)
}

// endsNone says whether no line may end with a character.
func endsNone(c class, r rune) bool {
	return c == opener || c == other && contains(opening, r)
}

// invisible characters are dropped: controls, joiners, marks of direction,
// variation selectors. A line may still break where they stood.
func invisible(r rune) bool {
	if r < 0x80 {
		return r < 0x20 && r != '\n' || r == 0x7F
	}
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Variation_Selector, r)
}
