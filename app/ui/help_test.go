package ui_test

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/font"
	"visitdesk/app/i18n"
	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/assets"
)

// helped is a screen with a page of the help.
type helped struct{ *page }

func (helped) Help() string { return "visits" }

// F1 opens the page about the screen where the user is, and Esc leaves them
// there.
func TestHelpIsAboutTheScreen(t *testing.T) {
	s := story.Begin(t, "zh")
	s.Show(newPage(), helped{newPage(s.Desk.Button("act.save", func() {}))})
	s.Press(fyne.KeyF1)
	s.See("下一场走访", "打开程序看到的第一页")
	s.Press(fyne.KeyEscape)
	s.Miss("打开程序看到的第一页")
	s.Desk.Show(1)
	s.Press(fyne.KeyF1)
	s.See("走出去、请进来的每一次往来")
	s.ReachAllByTab()
	s.Tap("→ 议定事项")
	s.See("逾期的有 ▲ 标记")
	s.Chord(fyne.KeyModifierAlt, fyne.KeyLeft)
	s.See("走出去、请进来的每一次往来")
	s.Tap("关闭")
	s.Miss("走出去、请进来的每一次往来")
	name := ""
	s.Desk.Push(s.Desk.Form("表单", ui.Save{}, ui.Text("employer.name", &name)))
	s.Press(fyne.KeyF1)
	s.See("填写表单", "正在填写的内容每隔几秒自动留一份草稿")
	s.Press(fyne.KeyF1)
	s.Miss("正在填写的内容每隔几秒自动留一份草稿")
	s.See("表单")
}

// The help is searched by hanzi, by pinyin and by initials; Enter opens what is
// found first.
func TestHelpIsSearched(t *testing.T) {
	for _, typed := range []string{"礼宾次序", "libincixu", "备份"} {
		s := story.Begin(t, "zh")
		s.Show(newPage())
		s.Press(fyne.KeyF1)
		s.Type(typed)
		s.Press(fyne.KeyReturn)
		want := "数字小的排在前面"
		if typed == "备份" {
			want = "不会覆盖旧的备份"
		}
		s.See(want)
	}
	s := story.Begin(t, "en")
	s.Show(newPage())
	s.Press(fyne.KeyF1)
	s.Type("xyzzy")
	s.See("Nothing found")
	s.Press(fyne.KeyEscape)
	s.See("Your first visit", "Privacy")
}

// The page of keys is made from the commands of where the user came from.
func TestHelpListsTheKeys(t *testing.T) {
	s := story.Begin(t, "en")
	p := newPage()
	p.commands = []ui.Command{{Phrase: "act.new_visit", Menu: "menu.file", Key: fyne.KeyN, With: ui.Ctrl | fyne.KeyModifierShift, Do: func() {}}}
	s.Show(p)
	s.Command("Keyboard shortcuts")
	s.See("New visit", "Ctrl+Shift+N", "Ctrl+Z", "Shift+F6", "Alt+←", "Ctrl+K")
	for _, c := range s.Desk.Commands() {
		if c.Key != "" {
			s.See(s.Desk.T(c.Phrase))
		}
	}
	s.Press(fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyHome, fyne.KeyDown, fyne.KeyEscape)
	s.Miss("Ctrl+Shift+N")
}

var link = regexp.MustCompile(`\]\(([a-z_]+)\)`)

// Every page of the help is there in every language, has a title and leads
// nowhere that is not there.
func TestHelpIsWhole(t *testing.T) {
	names := map[string][]string{}
	for _, language := range i18n.Languages {
		files, err := fs.Glob(assets.Files, "help/"+language+"/*.md")
		if err != nil || len(files) < 12 {
			t.Fatalf("%d pages in %s, %v", len(files), language, err)
		}
		for _, file := range files {
			names[language] = append(names[language], path.Base(file))
		}
		for _, file := range files {
			data, err := fs.ReadFile(assets.Files, file)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(string(data), "# ") || strings.Contains(string(data), "**") {
				t.Errorf("%s has no title, or marks within a line", file)
			}
			for _, to := range link.FindAllStringSubmatch(string(data), -1) {
				if !slices.Contains(names[language], to[1]+".md") {
					t.Errorf("%s leads to %s", file, to[1])
				}
			}
		}
	}
	if !slices.Equal(names["zh"], names["en"]) {
		t.Errorf("the languages have other pages: %v, %v", names["zh"], names["en"])
	}
}

// Both fonts of the window have every character of the help, and of the keys.
func TestHelpCanBeShown(t *testing.T) {
	var text strings.Builder
	text.WriteString("←→↑↓−=→•…")
	err := fs.WalkDir(assets.Files, "help", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(assets.Files, file)
		text.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	look, err := ui.NewTheme(assets.Files, ui.Light, ui.DefaultTextSize)
	if err != nil {
		t.Fatal(err)
	}
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		resource := look.Font(style)
		face, err := font.Parse(resource.Name(), bytes.NewReader(resource.Content()), 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range text.String() {
			if r > ' ' && face.Glyph(r) == 0 {
				t.Errorf("%s has no %q", resource.Name(), r)
			}
		}
	}
}
