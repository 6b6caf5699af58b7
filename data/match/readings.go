package match

import (
	_ "embed"
	"strings"
	"sync"
)

var (
	//go:embed readings.txt
	readingsText string
	//go:embed surnames.txt
	surnamesText string
	//go:embed given.txt
	givenText string
)

// The tables are read when they are first asked for and never change.
var (
	phrases  = sync.OnceValue(func() readings { return read(readingsText) })
	surnames = sync.OnceValue(func() readings { return read(surnamesText) })
	givens   = sync.OnceValue(func() readings { return read(givenText) })
)

// readings lists the entries of a table by their first character, the longest
// first.
type readings map[rune][]entry

type entry struct {
	text      []rune
	syllables []string
}

// read reads a table: an entry a line, # before a remark.
func read(table string) readings {
	list := make(readings)
	for line := range strings.Lines(table) {
		fields := strings.Fields(line)
		if len(fields) < 2 || strings.HasPrefix(line, "#") {
			continue
		}
		e := entry{[]rune(fields[0]), fields[1:]}
		same := list[e.text[0]]
		i := 0
		for i < len(same) && len(same[i].text) >= len(e.text) {
			i++
		}
		list[e.text[0]] = append(same[:i:i], append([]entry{e}, same[i:]...)...)
	}
	return list
}

// longest returns how many characters the longest entry that text begins with
// has, and its syllables; 0 if there is none.
func (l readings) longest(text []rune) (int, []string) {
	for _, e := range l[text[0]] {
		if begins(text, e.text) {
			return len(e.text), e.syllables
		}
	}
	return 0, nil
}

func begins(text, start []rune) bool {
	if len(text) < len(start) {
		return false
	}
	for i, r := range start {
		if text[i] != r {
			return false
		}
	}
	return true
}
