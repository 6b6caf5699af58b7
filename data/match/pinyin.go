package match

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Keys returns the full pinyin and the initials of the name of an employer, a
// place or a major, without tones: "zhongguoyinhang" and "zgyh" for 中国银行.
// Letters and digits stay, folded; so do hanzi that no dictionary knows; the
// rest is left out. ü is written v, as people type it.
func Keys(name string) (py, pyi string) {
	text := []rune(Fold(name))
	var full, initials strings.Builder
	full.Grow(4 * len(text))
	for len(text) > 0 {
		if n, syllables := phrases().longest(text); n > 0 {
			for _, syllable := range syllables {
				spell(&full, &initials, syllable)
			}
			text = text[n:]
			continue
		}
		rest := text[1:]
		if r := text[0]; unicode.Is(unicode.Han, r) {
			spell(&full, &initials, plain(character(r)))
		} else if spoken(r) {
			full.WriteRune(r)
			initials.WriteRune(r)
		}
		text = rest
	}
	return full.String(), initials.String()
}

// PersonKeys is Keys for the name of a person: surnames have readings of their
// own. Toned pinyin that was corrected by hand goes before what a dictionary
// says; pass nothing if there is none.
func PersonKeys(name, corrected string) (py, pyi string) {
	var full, initials strings.Builder
	for _, part := range syllables(name) {
		for _, syllable := range part {
			spell(&full, &initials, Fold(plain(syllable)))
		}
	}
	py, pyi = letters(full.String()), letters(initials.String())
	if hand := letters(Fold(plain(corrected))); hand != "" && Latin(hand) {
		// Only the first letter: pinyin by hand joins the syllables of a given
		// name, so that the others cannot be told from it.
		_, spoken := utf8.DecodeRuneInString(hand)
		_, read := utf8.DecodeRuneInString(pyi)
		py, pyi = hand, hand[:spoken]+pyi[read:]
	}
	return py, pyi
}

// letters returns the letters and digits of s.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if spoken(r) {
			return r
		}
		return -1
	}, s)
}

// spell adds a syllable to the full pinyin and its first letter to the initials.
func spell(full, initials *strings.Builder, syllable string) {
	full.WriteString(syllable)
	r, _ := utf8.DecodeRuneInString(syllable)
	initials.WriteRune(r)
}

// plain takes the tones from pinyin, and writes ü as v.
func plain(toned string) string {
	if ascii(toned) {
		return toned
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case 'ā', 'á', 'ǎ', 'à', 'Ā', 'Á', 'Ǎ', 'À':
			return 'a'
		case 'ē', 'é', 'ě', 'è', 'ê', 'ế', 'ề', 'Ē', 'É', 'Ě', 'È':
			return 'e'
		case 'ī', 'í', 'ǐ', 'ì':
			return 'i'
		case 'ō', 'ó', 'ǒ', 'ò', 'Ō', 'Ó', 'Ǒ', 'Ò':
			return 'o'
		case 'ū', 'ú', 'ǔ', 'ù':
			return 'u'
		case 'ü', 'ǖ', 'ǘ', 'ǚ', 'ǜ':
			return 'v'
		case 'ń', 'ň', 'ǹ':
			return 'n'
		case 'ḿ':
			return 'm'
		case '\u0300', '\u0304', '\u030c': // m̀ and ê̄ have no letter of their own
			return -1
		}
		return r
	}, toned)
}
