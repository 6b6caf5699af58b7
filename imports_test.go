package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "visitdesk"

// mayImport is the plan of the house: for each package, the packages of ours
// and the libraries it may import besides the standard library. An arrow that
// is not here is not in the house; docs/ARCHITECTURE.md says why it is so.
var mayImport = map[string][]string{
	"data/career": {},
	"data/match":  {"golang.org/x/text"},
	"data/store":  {"data/career", "data/match", "modernc.org/sqlite", "github.com/google/uuid"},
	"data/vault":  {"data/career", "golang.org/x/sys"},
	"data/sample": {"data/career", "data/store"},

	"app/i18n":     {"data/career"},
	"app/document": {},
	"app/font":     {},
	"app/photo":    {"golang.org/x/image"},
	"app/typeset":  {"app/document", "app/font", "github.com/go-text/typesetting"},
	"app/pdf":      {"app/document", "app/typeset", "app/font", "app/photo", "github.com/jung-kurt/gofpdf"},
	"app/raster":   {"app/typeset", "app/font", "app/photo", "golang.org/x/image"},
	"app/printer":  {"golang.org/x/sys"},
	"app/papers":   {"data/career", "app/document", "app/i18n"},
	"app/ui":       {"data/career", "data/match", "data/store", "data/vault", "app/i18n", "app/photo", "app/typeset", "app/raster", "fyne.io/fyne/v2", "golang.org/x/sys"},
	"app/ui/story": {"data/career", "data/store", "app/i18n", "app/typeset", "app/ui", "assets", "fyne.io/fyne/v2"}, // for tests
	"app/screens": {"data/career", "data/store", "data/sample", "data/vault", "app/i18n", "app/papers", "app/typeset", "app/pdf", "app/printer",
		"app/ui", "fyne.io/fyne/v2"},
	"app/command": {"data/career", "data/store", "data/sample", "data/vault", "app/i18n", "app/papers", "app/typeset", "app/pdf"},
	"app":         {"data/career", "data/store", "data/sample", "data/vault", "app/i18n", "app/printer", "app/screens", "app/typeset", "app/ui", "fyne.io/fyne/v2"},

	"assets": {},
	".":      {"app", "app/command", "assets"},
}

func TestImports(t *testing.T) {
	used := map[string]bool{}
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		dir := path.Dir(filepath.ToSlash(file))
		room := room(dir)
		allowed, known := mayImport[room]
		if !known {
			t.Errorf("%s: package %s is not on the plan", file, room)
			return nil
		}
		for _, imported := range imports(t, file) {
			i := slices.IndexFunc(allowed, func(name string) bool { return covers(name, imported) })
			switch {
			case sibling(dir, imported):
				t.Errorf("%s: imports its sibling %s", file, imported)
			case i >= 0:
				used[room+" "+allowed[i]] = true
			case !standard(imported):
				t.Errorf("%s: %s may not import %s", file, room, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room, allowed := range mayImport {
		for _, name := range allowed {
			if !used[room+" "+name] {
				t.Errorf("the plan lets %s import %s, which it does not", room, name)
			}
		}
	}
}

func imports(t *testing.T, file string) []string {
	t.Helper()
	syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, spec := range syntax.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, imported)
	}
	return list
}

// shared names the rooms whose packages stand side by side on one line of the
// plan and must not know each other.
var shared = []string{"app/screens", "app/papers"}

// room is the package's name on the plan.
func room(dir string) string {
	for _, s := range shared {
		if strings.HasPrefix(dir, s+"/") {
			return s
		}
	}
	return dir
}

// sibling reports whether the package in dir and the imported one share a room.
func sibling(dir, imported string) bool {
	for _, s := range shared {
		if strings.HasPrefix(dir, s+"/") && strings.HasPrefix(imported, module+"/"+s+"/") {
			return true
		}
	}
	return false
}

// covers reports whether a name on the plan stands for an import path.
func covers(name, imported string) bool {
	for _, full := range []string{name, module + "/" + name} {
		if imported == full || (name != "app" && strings.HasPrefix(imported, full+"/")) {
			return true
		}
	}
	return false
}

func standard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".") && first != module
}
