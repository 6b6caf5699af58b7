// Package match makes the keys by which names are found and compared: pinyin
// and initials, the words of a text, normalised names of employers, and the
// toned pinyin that papers print beside a person's name.
//
// The keys are made here, in Go, and kept beside the records, so that every
// database finds the same. The package keeps nothing itself and knows no noun:
// it turns strings into strings.
package match

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s as it is compared: full-width forms made narrow, lower case,
// without accents. Hanzi stay as they are.
func Fold(s string) string {
	if ascii(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return norm.NFC.String(b.String())
}

// Tokens splits text into the words that the full-text search knows: one for
// each hanzi, one for each run of other letters and digits, all folded.
func Tokens(text string) []string {
	var tokens []string
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			tokens = append(tokens, word.String())
			word.Reset()
		}
	}
	for _, r := range Fold(text) {
		switch {
		case unicode.Is(unicode.Han, r):
			flush()
			tokens = append(tokens, hanzi(r))
		case spoken(r):
			word.WriteRune(r)
		default:
			flush()
		}
	}
	flush()
	return tokens
}

// hanzi returns the token of r. Databases take rare hanzi for punctuation, so
// those above U+FFFF are spelled out: both 𠮷 and the search for it become
// "u20bb7".
func hanzi(r rune) string {
	if r > 0xFFFF {
		return fmt.Sprintf("u%x", r)
	}
	return string(r)
}

// Search returns the tokens of all texts in one string, as the full-text index
// keeps them.
func Search(texts ...string) string {
	var b strings.Builder
	for _, text := range texts {
		for _, token := range Tokens(text) {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(token)
		}
	}
	return b.String()
}

// Latin reports whether s holds no hanzi, so that it may be meant as pinyin.
func Latin(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return true
}

// spoken reports whether r is part of a word: a letter, a digit, or a character
// for private use, as which old systems keep hanzi they do not know.
func spoken(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Co, r)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
