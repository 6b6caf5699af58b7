package match_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/mozillazg/go-pinyin"

	"visitdesk/data/match"
)

var update = flag.Bool("update", false, "make characters.txt from go-pinyin")

// header is what characters.txt begins with: the licence asks for it.
const header = `# The first reading of each hanzi, by syllable, as go-pinyin v0.21.0 has it
# (github.com/mozillazg/go-pinyin). Made by go test ./data/match -update.
#
# The MIT License (MIT)
#
# Copyright (c) 2016 mozillazg
#
# Permission is hereby granted, free of charge, to any person obtaining a copy
# of this software and associated documentation files (the "Software"), to deal
# in the Software without restriction, including without limitation the rights
# to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
# copies of the Software, and to permit persons to whom the Software is
# furnished to do so, subject to the following conditions:
#
# The above copyright notice and this permission notice shall be included in all
# copies or substantial portions of the Software.
#
# THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
# IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
# FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
# AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
# LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
# OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
# SOFTWARE.
`

// reading returns the first reading that go-pinyin has for a hanzi.
func reading(code int) string {
	first, _, _ := strings.Cut(pinyin.PinyinDict[code], ",")
	return first
}

func TestCharactersAreThoseOfGoPinyin(t *testing.T) {
	hanzi := map[string][]rune{}
	for code := range pinyin.PinyinDict {
		hanzi[reading(code)] = append(hanzi[reading(code)], rune(code))
	}
	var b strings.Builder
	b.WriteString(header)
	for _, syllable := range slices.Sorted(maps.Keys(hanzi)) {
		slices.Sort(hanzi[syllable])
		fmt.Fprintf(&b, "%s %s\n", syllable, string(hanzi[syllable]))
	}
	if *update {
		if err := os.WriteFile("characters.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile("characters.txt"); err != nil || string(data) != b.String() {
		t.Errorf("characters.txt is not what go-pinyin gives (%v): run go test ./data/match -update", err)
	}
}

func TestEveryCharacterIsReadAsGoPinyinReadsIt(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want := reading(int(r))
		if want == "" {
			want = string(r)
		}
		if got := match.Character(r); got != want {
			t.Fatalf("%c (%x): got %q, want %q", r, r, got, want)
		}
	}
}
