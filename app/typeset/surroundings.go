package typeset

import "unicode"

// A side is which kind of writing a character belongs to.
type side uint8

const (
	neither side = iota
	western
	eastern
)

// sideOf returns the side of a character that looks the same everywhere.
func sideOf(r rune) side {
	switch {
	case ambiguous(r):
		return neither
	case isChinese(r):
		return eastern
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return western
	}
	return neither
}

// surroundings says for each rune whether it is lettered as Chinese. An
// ambiguous one follows its nearest strong neighbour, the one before it if there
// is one; a closing quote follows the quote it closes, so that pairs match.
func surroundings(runes []rune, chinese []bool) {
	found := false
	for i, r := range runes {
		chinese[i] = isChinese(r)
		found = found || ambiguous(r)
	}
	if !found {
		return
	}
	after := nextSides(runes)
	before := neither
	var quotes quoted
	for i, r := range runes {
		if !ambiguous(r) {
			if s := sideOf(r); s != neither {
				before = s
			}
			continue
		}
		chinese[i] = before == eastern || before == neither && after[i] == eastern
		apostrophe := r == '’' && before == western && after[i] == western
		if !apostrophe {
			chinese[i] = quotes.settle(r, chinese[i], after[i])
		}
	}
}

// nextSides returns the side of the nearest strong character after each.
func nextSides(runes []rune) []side {
	after, next := make([]side, len(runes)), neither
	for i := len(runes) - 1; i >= 0; i-- {
		after[i] = next
		if s := sideOf(runes[i]); s != neither {
			next = s
		}
	}
	return after
}

// quoted are the quotes that are open: whether each is lettered as Chinese.
type quoted []bool

// settle returns how a quote is lettered that stands after Chinese or not, and
// before a side. Other marks stay as they are.
func (q *quoted) settle(r rune, chinese bool, after side) bool {
	switch r {
	case '“', '‘':
		chinese = chinese || after == eastern
		*q = append(*q, chinese)
	case '”', '’':
		if n := len(*q); n > 0 {
			chinese = (*q)[n-1]
			*q = (*q)[:n-1]
		}
	}
	return chinese
}
