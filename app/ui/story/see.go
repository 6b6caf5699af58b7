package story

import (
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/ui"
)

// objects returns everything that is shown, what lies on top last.
func (s *Story) objects() []fyne.CanvasObject {
	objects := visible(nil, s.Window.Content())
	for _, overlay := range s.Window.Canvas().Overlays().List() {
		objects = visible(objects, overlay)
	}
	return objects
}

// top returns what the user can reach: the topmost dialog, or the window.
func (s *Story) top() []fyne.CanvasObject {
	if top := s.Window.Canvas().Overlays().Top(); top != nil {
		return visible(nil, top)
	}
	return visible(nil, s.Window.Content())
}

// visible appends o and all that is shown in it to objects.
func visible(objects []fyne.CanvasObject, o fyne.CanvasObject) []fyne.CanvasObject {
	if o == nil || !o.Visible() {
		return objects
	}
	objects = append(objects, o)
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, child := range inside {
		objects = visible(objects, child)
	}
	return objects
}

// words returns what an object says, if it says anything.
func words(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *ui.Words:
		return o.Text
	case *ui.Button:
		return o.Text
	case *ui.Entry:
		return o.Text
	case fyne.Accessible:
		if o.AccessibilityRole() != fyne.AccessibleRoleContainer {
			return o.AccessibilityLabel()
		}
	}
	return ""
}

// Says reports whether the window shows the words anywhere.
func (s *Story) Says(part string) bool {
	for _, o := range s.objects() {
		if strings.Contains(words(o), part) {
			return true
		}
	}
	return false
}

// See demands that the window shows the words.
func (s *Story) See(parts ...string) {
	s.Helper()
	s.Settle()
	for _, part := range parts {
		if !s.Says(part) {
			s.Fatalf("%q is not to be seen; the window says:\n%s", part, s.All())
		}
	}
}

// SeeDrawn demands that the words are drawn, also by what has no words of its
// own.
func (s *Story) SeeDrawn(part string) {
	s.Helper()
	if !s.Draws(part) {
		s.Fatalf("%q is not drawn", part)
	}
}

// Draws reports whether the words are drawn anywhere.
func (s *Story) Draws(part string) bool {
	s.Settle()
	for _, o := range s.objects() {
		if t, ok := o.(*canvas.Text); ok && ui.Unkeyed(t.Text) == part {
			return true
		}
	}
	return false
}

// Miss demands that the window does not show the words.
func (s *Story) Miss(part string) {
	s.Helper()
	s.Settle()
	if s.Says(part) {
		s.Fatalf("%q is still to be seen", part)
	}
}

// All returns all that the window says, for messages.
func (s *Story) All() string {
	var b strings.Builder
	for _, o := range s.objects() {
		if w := words(o); w != "" {
			b.WriteString(w + "\n")
		}
	}
	return b.String()
}

// SpeaksPhrases demands that nothing in the window is a key without a phrase.
func (s *Story) SpeaksPhrases() {
	s.Helper()
	s.Settle()
	for _, o := range s.objects() {
		if w := words(o); key.MatchString(w) {
			s.Errorf("%q has no phrase", w)
		}
	}
}

var key = regexp.MustCompile(`^[a-z_]+\.[a-z0-9_]+$`)

// ReachAllByTab demands that Tab alone reaches every control that is shown and
// not disabled, comes round again, and that each shows that it has the keyboard.
func (s *Story) ReachAllByTab() {
	s.Helper()
	unreached, unseen := s.Tabs()
	for _, control := range unreached {
		s.Errorf("Tab does not reach %s", control)
	}
	for _, control := range unseen {
		s.Errorf("%s does not show that it has the keyboard", control)
	}
}
