package match

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Toned returns the pinyin of a person's name with tones, surname and given
// name apart: "Lǐ Qiáng", "Ōuyáng Xiù", "Wáng Xiǎo'ān". The parts of a name
// with · are words of their own; what is not hanzi stays as it is. It is a
// proposal: readings of names are for their bearers to say.
func Toned(name string) string {
	name = strings.TrimSpace(name)
	if Latin(name) {
		return name
	}
	var words []string
	for _, part := range syllables(name) {
		words = append(words, word(part))
	}
	if strings.Contains(name, "·") {
		return strings.Join(words, "·")
	}
	return strings.Join(words, " ")
}

// syllables returns the toned syllables of the words of a person's name:
// surname and given name, or the parts between the dots.
func syllables(name string) [][]string {
	if parts := strings.Split(name, "·"); len(parts) > 1 {
		var list [][]string
		for _, part := range parts {
			if read := given([]rune(part)); len(read) > 0 {
				list = append(list, read)
			}
		}
		return list
	}
	text := []rune(strings.TrimSpace(name))
	if len(text) == 0 || !unicode.Is(unicode.Han, text[0]) {
		return [][]string{given(text)}
	}
	n, surname := surnames().longest(text)
	if n == 0 {
		n, surname = 1, []string{character(text[0])}
	}
	if n == len(text) {
		return [][]string{surname}
	}
	return [][]string{surname, given(text[n:])}
}

// given returns the syllables of a given name, or of any part of a name that
// no surname is in. Letters of other scripts stay together.
func given(text []rune) []string {
	var list []string
	for len(text) > 0 {
		n, read := givens().longest(text)
		switch {
		case n > 0:
			list = append(list, read...)
		case unicode.Is(unicode.Han, text[0]):
			n, list = 1, append(list, character(text[0]))
		default:
			for n = 1; n < len(text) && !unicode.Is(unicode.Han, text[n]); n++ {
			}
			if foreign := strings.TrimSpace(string(text[:n])); foreign != "" {
				list = append(list, foreign)
			}
		}
		text = text[n:]
	}
	return list
}

// word joins syllables, the first letter a capital, with an apostrophe before
// one that begins with a vowel: Xī'ān.
func word(syllables []string) string {
	var b strings.Builder
	for i, syllable := range syllables {
		r, size := utf8.DecodeRuneInString(syllable)
		if i == 0 {
			b.WriteRune(unicode.ToUpper(r))
			b.WriteString(syllable[size:])
			continue
		}
		if strings.ContainsRune("āáǎàaōóǒòoēéěèe", r) {
			b.WriteByte('\'')
		}
		b.WriteString(syllable)
	}
	return b.String()
}
