package assets_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"visitdesk/assets"
	"visitdesk/data/career"
)

var key = regexp.MustCompile(`^[a-z0-9_]+\.[a-z0-9_]+$`)

// Every key the program uses has a phrase in every language, and every phrase
// is used.
func TestPhrases(t *testing.T) {
	used := keysIn(t, "../app", "../data/career")
	maps.Copy(used, derived())
	for name, phrases := range languages(t) {
		for _, k := range slices.Sorted(maps.Keys(used)) {
			if phrases[k] == "" {
				t.Errorf("%s has no phrase for %q, used in %s", name, k, used[k])
			}
		}
		for _, k := range slices.Sorted(maps.Keys(phrases)) {
			base := strings.TrimSuffix(k, "_one") // asked for by Text.Count
			if used[k] == "" && used[base] == "" {
				t.Errorf("%s has a phrase for %q that nothing uses", name, k)
			}
		}
	}
}

var verb = regexp.MustCompile(`%[+#.0-9]*(\[(\d+)\])?[+#.0-9]*([a-zA-Z%])`)

// A phrase takes the same arguments in every language. One that names its
// arguments by number may leave some out: a language may not need them.
func TestPhrasesTakeTheSameArguments(t *testing.T) {
	all := languages(t)
	zh, en := all["lang/zh.json"], all["lang/en.json"]
	for _, k := range slices.Sorted(maps.Keys(zh)) {
		places, numbered := arguments(zh[k])
		others, alsoNumbered := arguments(en[k])
		for place, verb := range places {
			if other := others[place]; other != verb && !(other == "" && alsoNumbered) {
				t.Errorf("%s: argument %d is %q in Chinese and %q in English", k, place, verb, other)
			}
		}
		for place, verb := range others {
			if places[place] == "" && !numbered {
				t.Errorf("%s: Chinese lacks argument %d, %q", k, place, verb)
			}
		}
	}
}

// arguments maps the place of each argument of a phrase to its verb, and
// reports whether the phrase numbers them.
func arguments(phrase string) (places map[int]string, numbered bool) {
	places = map[int]string{}
	next := 1
	for _, m := range verb.FindAllStringSubmatch(phrase, -1) {
		if m[3] == "%" {
			continue
		}
		if m[2] != "" {
			next, _ = strconv.Atoi(m[2])
			numbered = true
		}
		places[next] = m[3]
		next++
	}
	return places, numbered
}

func languages(t *testing.T) map[string]map[string]string {
	t.Helper()
	files, err := fs.Glob(assets.Files, "lang/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no languages:", err)
	}
	all := map[string]map[string]string{}
	for _, name := range files {
		data, err := fs.ReadFile(assets.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		var phrases map[string]string
		if err := json.Unmarshal(data, &phrases); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[name] = phrases
	}
	return all
}

// notKeys are the endings of constants that look like keys and are files.
var notKeys = []string{".db", ".json", ".ttf", ".sql", ".pdf", ".png", ".svg", ".exe", ".dll", ".so", ".jpg", ".desk", ".txt", ".drv"}

// keysIn maps each string constant that looks like a key to a file that has it.
func keysIn(t *testing.T, roots ...string) map[string]string {
	keys := map[string]string{}
	for _, root := range roots {
		err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
				return err
			}
			syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(syntax, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				s, err := strconv.Unquote(lit.Value)
				if err == nil && key.MatchString(s) && !slices.Contains(notKeys, filepath.Ext(s)) {
					keys[s] = file
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return keys
}

// derived lists the keys that are made of a code at run time.
func derived() map[string]string {
	keys := map[string]string{}
	add := func(k string) { keys[k] = "a code" }
	codes(add, career.Natures)
	codes(add, career.Industries)
	codes(add, career.Sizes)
	codes(add, career.Degrees)
	codes(add, career.Directions)
	codes(add, career.Modes)
	codes(add, career.Sides)
	codes(add, career.PointKinds)
	codes(add, career.States)
	codes(add, career.AgreementKinds)
	codes(add, career.OutcomeCodes)
	codes(add, career.Levels)
	for month := range 12 {
		add(fmt.Sprintf("month.%d", month+1))
	}
	for _, day := range []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"} {
		add("weekday." + day)
		add("weekday.short_" + day)
	}
	for _, command := range []string{"sample", "synth", "brief", "list", "check"} {
		add("command." + command)
	}
	for _, kind := range career.Kinds {
		add("noun." + string(kind))
		add("kind." + string(kind))
	}
	schemes, _ := fs.Glob(assets.Files, "schemes/*.json")
	for _, name := range schemes {
		add("scheme." + strings.TrimSuffix(filepath.Base(name), ".json"))
	}
	return keys
}

func codes[C career.Code](add func(string), list []C) {
	for _, code := range list {
		add(code.Key())
	}
}
