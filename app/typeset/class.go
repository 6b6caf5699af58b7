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
	openers = "（《〈「『【〔〖［｛｟"
	closers = "）》〉」』】〕〗］｝｠，。、；：！？．"
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
	case r == '\n':
		return feed
	case r < 0x80:
		return classifyASCII(r)
	case r >= 0x4E00 && r <= 0x9FFF: // by far the most frequent
		return han
	case r == 0x3000 || unicode.Is(unicode.Zs, r) && r != 0xA0 && r != 0x202F:
		return space
	case chinese && (r == '“' || r == '‘' || contains(openers, r)):
		return opener
	case chinese && (r == '”' || r == '’' || contains(closers, r)):
		return closer
	case chinese && contains(joiners, r):
		return joiner
	case isHan(r):
		return han
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return latin
	}
	return other
}

func classifyASCII(r rune) class {
	switch {
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

// surroundings says for each rune whether it is lettered as Chinese. An
// ambiguous one follows its nearest strong neighbour; a closing quote follows
// the quote it closes, so that pairs match.
func surroundings(runes []rune, chinese []bool) {
	const none, western, eastern = 0, 1, 2
	strength := func(r rune) int {
		switch {
		case ambiguous(r):
			return none
		case isChinese(r):
			return eastern
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return western
		}
		return none
	}
	next, after := none, make([]uint8, 0) // filled only when a mark needs it
	for i := range runes {
		chinese[i] = isChinese(runes[i])
		if ambiguous(runes[i]) && len(after) == 0 {
			after = make([]uint8, len(runes))
		}
	}
	if len(after) == 0 {
		return
	}
	for i := len(runes) - 1; i >= 0; i-- {
		after[i] = uint8(next)
		if s := strength(runes[i]); s != none {
			next = s
		}
	}
	before := none
	var open []bool // the quotes that are open: Chinese or not
	for i, r := range runes {
		if !ambiguous(r) {
			if s := strength(r); s != none {
				before = s
			}
			continue
		}
		chinese[i] = before == eastern || before == none && after[i] == eastern
		switch r {
		case '“', '‘':
			chinese[i] = chinese[i] || after[i] == eastern
			open = append(open, chinese[i])
		case '”', '’':
			apostrophe := r == '’' && before == western && after[i] == western
			if n := len(open); n > 0 && !apostrophe {
				chinese[i] = open[n-1]
				open = open[:n-1]
			}
		}
	}
}
