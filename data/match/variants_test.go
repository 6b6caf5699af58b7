package match_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"visitdesk/data/match"
)

func TestVariantsAreSpelledBothWays(t *testing.T) {
	for s, want := range map[string][]string{
		"吉田": {"吉田", "𠮷田"}, "𠮷田": {"𠮷田", "吉田"}, "高崎": {"高崎", "髙崎", "高﨑", "髙﨑"}, "吴": {"吴", "吳", "呉"},
		"喆": {"喆"}, "哲": {"哲"}, "Neu 2": {"Neu 2"}, "": {""},
	} {
		if got := match.Spellings(s); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", s, got, want)
		}
		var tokens []string
		for _, one := range want {
			tokens = append(tokens, strings.Join(match.Tokens(one), " "))
		}
		var got []string
		for _, one := range match.TokenSpellings(match.Tokens(s)) {
			got = append(got, strings.Join(one, " "))
		}
		if !slices.Equal(got, tokens) {
			t.Errorf("tokens of %s: got %v, want %v", s, got, tokens)
		}
	}
}

func TestUsualDrawing(t *testing.T) {
	for s, want := range map[string]string{"𠮷田": "吉田", "髙橋": "高橋", "山﨑ＡＢ": "山崎ab", "\ufa10": "塚", "陈喆": "陈喆", "": ""} {
		if got := match.Usual(s); got != want {
			t.Errorf("%s: got %s, want %s", s, got, want)
		}
	}
}

// What is pasted by mistake makes no thousands of spellings.
func TestSpellingsAreFew(t *testing.T) {
	long := strings.Repeat("高吴吉", 2000)
	if list := match.Spellings(long); len(list) > 24 || list[0] != long {
		t.Errorf("got %d", len(list))
	}
}

// Variants sound the same, or pinyin would put apart what is one name; none is
// in two groups.
func TestVariantsSoundTheSame(t *testing.T) {
	data, err := os.ReadFile("variants.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[rune]bool{}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		usual, others, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || utf8.RuneCountInString(usual) != 1 {
			t.Fatalf("line %q", line)
		}
		for _, r := range usual + others {
			if seen[r] {
				t.Errorf("%c is there twice", r)
			}
			seen[r] = true
			for _, in := range []string{"%", "%安", "安%"} {
				one, other := strings.ReplaceAll(in, "%", usual), strings.ReplaceAll(in, "%", string(r))
				py, _ := match.Keys(one)
				if got, _ := match.Keys(other); got != py {
					t.Errorf("%s is %s, %s is %s", one, py, other, got)
				}
				if got := match.Toned(other); got != match.Toned(one) {
					t.Errorf("%s is %s, %s is %s", one, match.Toned(one), other, got)
				}
			}
		}
	}
}
