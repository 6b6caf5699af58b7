package match

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// variantsText lists hanzi of one meaning and sound that are drawn in several
// ways.
//
//go:embed variants.txt
var variantsText string

// forms lists, by hanzi and by its token, all the ways it is drawn, the usual
// one first.
var forms = sync.OnceValue(func() map[string][]rune {
	list := map[string][]rune{}
	for line := range strings.Lines(variantsText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		ways := []rune(strings.Join(strings.Fields(line), ""))
		for _, r := range ways {
			list[string(r)], list[hanzi(r)] = ways, ways
		}
	}
	return list
})

// mostSpellings bounds the spellings of one text: of a name a few characters at
// most have variants, of a text pasted by mistake thousands.
const mostSpellings = 24

// Usual returns s as Fold does, each hanzi drawn the usual way: 𠮷田 is 吉田.
// Texts that are alike but for that are the same.
func Usual(s string) string {
	return strings.Map(usual, Fold(s))
}

// usual returns the usual form of r.
func usual(r rune) rune {
	if !unicode.Is(unicode.Han, r) {
		return r
	}
	if ways := forms()[string(r)]; len(ways) > 0 {
		return ways[0]
	}
	return r
}

// Spellings returns the ways in which s may be written, as it is first: 吉田 and
// 𠮷田. Nobody can type the second, and the register has it. Each has as many
// characters as s.
func Spellings(s string) []string {
	parts := make([]string, 0, len(s))
	for _, r := range s {
		parts = append(parts, string(r))
	}
	var list []string
	for _, one := range drawn(parts, func(r rune) string { return string(r) }) {
		list = append(list, strings.Join(one, ""))
	}
	return list
}

// TokenSpellings is Spellings for tokens, as Tokens returns them.
func TokenSpellings(tokens []string) [][]string { return drawn(tokens, hanzi) }

// drawn returns the ways in which parts may be drawn; write turns a hanzi into a
// part.
func drawn(parts []string, write func(rune) string) [][]string {
	list := [][]string{parts}
	for i, part := range parts {
		before := len(list)
		for _, r := range forms()[part] {
			other := write(r)
			if other == part {
				continue
			}
			for _, one := range list[:before] {
				if len(list) == mostSpellings {
					return list
				}
				another := slices.Clone(one)
				another[i] = other
				list = append(list, another)
			}
		}
	}
	return list
}
