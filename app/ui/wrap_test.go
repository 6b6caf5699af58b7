package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/ui/story"
)

// lines returns the lines that words are set in, in a width.
func lines(s *story.Story, text string, width float32) []string {
	w := s.Desk.Words(text, 0)
	s.Window.SetContent(w)
	w.Resize(fyne.NewSize(width, 1000))
	var list []string
	for _, o := range test.LaidOutObjects(w) {
		if t, ok := o.(*canvas.Text); ok {
			list = append(list, t.Text)
		}
	}
	return list
}

// Whatever the width, no line begins with a closing mark or ends with an
// opening one, no Latin word is cut, and not a letter is lost.
func TestWordsBreakLinesWell(t *testing.T) {
	s := story.Begin(t, "en")
	const text = "落实2027届毕业生岗位（不少于25个），核对上次议定事项；听取“企业”的意见。The internship base, 东软 Neusoft！"
	for width := float32(90); width < 700; width += 7 {
		got := lines(s, text, width)
		if strings.ReplaceAll(strings.Join(got, ""), " ", "") != strings.ReplaceAll(text, " ", "") {
			t.Fatalf("at %v: %q", width, got)
		}
		for _, line := range got {
			if strings.ContainsAny(line[:1], ",.;!)") || strings.ContainsRune("，。；！）”", []rune(line)[0]) {
				t.Errorf("at %v a line begins with a closing mark: %q", width, line)
			}
			if last := []rune(strings.TrimSpace(line)); strings.ContainsRune("（“(", last[len(last)-1]) {
				t.Errorf("at %v a line ends with an opening mark: %q", width, line)
			}
		}
		if all := strings.Join(got, "|"); width > 120 && !strings.Contains(all, "internship") {
			t.Errorf("at %v a word is cut: %q", width, got)
		}
	}
}

// A word that is longer than a line is cut rather than clipped, and lines that
// the text has are kept.
func TestWordsCutLongWords(t *testing.T) {
	s := story.Begin(t, "en")
	if got := lines(s, strings.Repeat("x", 300), 200); len(got) < 8 || strings.Join(got, "") != strings.Repeat("x", 300) {
		t.Errorf("got %d lines", len(got))
	}
	if got := lines(s, "one\ntwo", 400); len(got) != 2 {
		t.Errorf("got %q", got)
	}
	if got := lines(s, "", 400); strings.Join(got, "") != "" {
		t.Errorf("got %q", got)
	}
}
