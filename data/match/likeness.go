package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// levels end the names of places in China: 辽宁省, 沈阳市, 浑南区 …
const levels = "省市区县州盟"

// Stem returns what is left of an employer's name without its place, its legal
// form and 集团: 新松机器人自动化 of 沈阳新松机器人自动化股份有限公司 and of
// 新松机器人自动化（沈阳）有限公司, both in 辽宁省沈阳市. The place goes where it
// begins the name or stands in brackets. A stem has two characters at least; a
// name that would be left with fewer is returned as Normal does.
func Stem(name, place string) string {
	parts := strings.FieldsFunc(Fold(place), func(r rune) bool { return strings.ContainsRune(levels, r) || !spoken(r) })
	bare := Normal(withoutBracketed(Fold(name), parts))
	stem := bare
	for _, part := range parts {
		if rest, ok := strings.CutPrefix(stem, part); ok {
			stem = strings.TrimLeft(rest, levels)
		}
	}
	stem = strings.TrimSuffix(stem, "集团")
	if utf8.RuneCountInString(stem) < 2 {
		return bare
	}
	return stem
}

// withoutBracketed takes from a folded name the brackets that hold one of the
// places alone.
func withoutBracketed(name string, places []string) string {
	var b strings.Builder
	for {
		head, rest, ok := strings.Cut(name, "(")
		inner, tail, closed := strings.Cut(rest, ")")
		if !ok || !closed {
			return b.String() + name
		}
		b.WriteString(head)
		if !slices.Contains(places, strings.TrimRight(strings.TrimSpace(inner), levels)) {
			b.WriteString("(" + inner + ")")
		}
		name = tail
	}
}

// Branch returns which part of a company a name is of: 沈阳分公司 of
// 甲股份有限公司沈阳分公司, nothing for a company itself. Branches of banks
// (沈阳分行) name the bank too, as it cannot be told where its name ends.
func Branch(name string) string {
	var b strings.Builder
	for _, r := range Fold(name) {
		if spoken(r) {
			b.WriteRune(r)
		}
	}
	_, branch, _ := cutBranch(b.String())
	return branch
}

// Abridged reports whether the shorter of two stems is the longer one with up to
// three characters left out: 新松机器人 of 新松机器人自动化. Stems of fewer than
// four characters say too little.
func Abridged(a, b string) bool {
	short, long := []rune(a), []rune(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) < 4 || len(long)-len(short) > 3 || len(short) == len(long) {
		return false
	}
	for _, r := range long {
		if len(short) > 0 && unicode.ToLower(r) == unicode.ToLower(short[0]) {
			short = short[1:]
		}
	}
	return len(short) == 0
}
