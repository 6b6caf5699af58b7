package ui_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// tagged is a form of one list of tags.
type tagged struct {
	*story.Story
	tags []string
}

func newTagged(t *testing.T, tags ...string) *tagged {
	t.Helper()
	s := &tagged{Story: office(t), tags: tags}
	used := []string{"500强", "高新技术企业", "校友企业"}
	s.Desk.Push(s.Desk.Form("A form", ui.Save{}, ui.TagsFrom("employer.tags", &s.tags, func(_ context.Context, words string) ([]ui.Option, error) {
		var options []ui.Option
		for _, tag := range used {
			if strings.Contains(tag, words) {
				options = append(options, ui.Option{Name: tag})
			}
		}
		return options, nil
	})))
	s.Settle()
	return s
}

func (s *tagged) want(tags ...string) {
	s.Helper()
	s.Command("Save")
	if !slices.Equal(s.tags, tags) {
		s.Errorf("kept %q, want %q", s.tags, tags)
	}
}

// Enter and every comma add a tag; what stands in the field when the form is
// saved is one too.
func TestTagsAreAdded(t *testing.T) {
	s := newTagged(t, "a")
	s.Type("国企，b、c,d；e")
	s.Press(fyne.KeyReturn)
	s.Type("f")
	s.want("a", "国企", "b", "c", "d", "e", "f")
}

// A tag is there once, whatever its letters' case; empty ones are none.
func TestTagsAreThereOnce(t *testing.T) {
	s := newTagged(t, "VIP")
	s.Type("vip,, ，x,X,")
	s.want("VIP", "x")
}

// A comma inside a name does not cut it.
func TestTagsKeepNamesWhole(t *testing.T) {
	s := newTagged(t)
	s.Type("Neusoft, Inc.;东软,")
	s.want("Neusoft, Inc.", "东软")
}

// Tags in use are offered while typing: Enter takes what was typed, the Down
// key goes to an offer.
func TestTagsInUseAreOffered(t *testing.T) {
	s := newTagged(t)
	s.Type("高")
	s.See("高新技术企业")
	s.Press(fyne.KeyReturn)
	s.Type("校")
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	s.Miss("高新技术企业")
	s.Press(fyne.KeyDown)
	s.Tap("500强")
	s.want("高", "校友企业", "500强")
}

// Backspace in the empty field takes the last tag away; a chip goes by a click
// and by Delete, and the keyboard is in the field after it.
func TestTagsAreRemoved(t *testing.T) {
	s := newTagged(t, "a", "b", "c", "d")
	s.Type("x")
	s.Press(fyne.KeyBackspace)
	s.See("Remove d")
	s.Press(fyne.KeyBackspace)
	s.Miss("Remove d")
	s.Tap("Remove b")
	s.Window.Canvas().FocusPrevious()
	s.Press(fyne.KeyDelete)
	s.Type("y")
	s.want("a", "y")
}

// Typing while a chip has the keyboard goes into the field and takes no tag
// away.
func TestTypingOverATag(t *testing.T) {
	s := newTagged(t, "a", "b")
	s.Window.Canvas().FocusPrevious()
	s.Press(fyne.KeySpace)
	s.Type(" c d")
	s.want("a", "b", "c d")
}

// The tags of a list are found by what they contain, the most frequent first.
func TestFindTags(t *testing.T) {
	s := office(t)
	s.Keep(&career.Employer{Name: "a", Tags: []string{"VIP客户", "国企"}}, &career.Employer{Name: "b", Tags: []string{"vip"}}, &career.Employer{Name: "c", Tags: []string{"vip"}})
	options, err := s.Desk.FindTags(store.OfEmployers, "employer.tags")(t.Context(), "Vip")
	if err != nil || len(options) != 2 || options[0].Name != "vip" {
		t.Errorf("found %+v, %v", options, err)
	}
	s.Keep(&career.Employer{Name: "d"})
	all, err := s.Desk.FindTags(store.OfEmployers, "employer.tags")(t.Context(), "")
	if err != nil || slices.ContainsFunc(all, func(o ui.Option) bool { return o.Name == "" }) {
		t.Errorf("an empty tag is offered: %v, %v", all, err)
	}
}
