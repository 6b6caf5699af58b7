package match

import (
	_ "embed"
	"strings"
	"sync"
)

// charactersText lists the first reading of each hanzi, by syllable. It is made
// from go-pinyin by the package's test: go test ./data/match -update. The table
// of go-pinyin itself is a map that every start of the program would build.
//
//go:embed characters.txt
var charactersText string

// dictionary tells the syllable of a hanzi by its place in a list.
type dictionary struct {
	syllables []string // the first one is none
	places    []uint16 // by hanzi, from firstHanzi on
}

// The first and the last hanzi of the list.
const firstHanzi, lastHanzi = '〇', '\U00032389'

var characters = sync.OnceValue(func() *dictionary {
	d := &dictionary{syllables: []string{""}, places: make([]uint16, lastHanzi-firstHanzi+1)}
	for line := range strings.Lines(charactersText) {
		syllable, hanzi, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if !ok || syllable == "#" {
			continue
		}
		for _, r := range hanzi {
			d.places[r-firstHanzi] = uint16(len(d.syllables))
		}
		d.syllables = append(d.syllables, syllable)
	}
	return d
})

// character returns the first reading of r, with tones, or r itself if it has
// none.
func character(r rune) string {
	d := characters()
	if r < firstHanzi || r > lastHanzi || d.places[r-firstHanzi] == 0 {
		return string(r)
	}
	return d.syllables[d.places[r-firstHanzi]]
}
