package app_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui/story"
)

// A test sees what a real window shows by asking the program that shows it: it
// answers each line it is given with all its texts. What the test does, it does
// by the mouse and the keyboard of the screen.

const canLook = "VISITDESK_LOOK" // the program answers looks

// sight is what one look saw.
type sight struct {
	Scale float32
	Texts []story.Text
}

// answerLooks, if asked to, lets a test see what the program shows.
func answerLooks() {
	if os.Getenv(canLook) == "" {
		return
	}
	go func() {
		answer := json.NewEncoder(os.Stdout)
		for in := bufio.NewScanner(os.Stdin); in.Scan(); {
			var seen sight
			if a := fyne.CurrentApp(); a != nil && len(a.Driver().AllWindows()) > 0 {
				fyne.DoAndWait(func() {
					w := a.Driver().AllWindows()[0]
					seen = sight{w.Canvas().Scale(), story.Texts(w)}
				})
			}
			if err := answer.Encode(seen); err != nil {
				return
			}
		}
	}()
}

// eye is the test's end of it.
type eye struct {
	ask    io.Writer
	answer *json.Decoder
}

// begin starts the program on an office and waits until its window shows the
// words. The journey is timed from here.
func (s *screen) begin(folder, language string, words ...string) {
	s.t.Helper()
	c := s.program("office", folder, language)
	c.Env = append(c.Env, canLook+"=1")
	c.Stderr = os.Stderr
	ask, err := c.StdinPipe()
	if err != nil {
		s.t.Fatal(err)
	}
	answer, err := c.StdoutPipe()
	if err != nil {
		s.t.Fatal(err)
	}
	s.eye = eye{ask, json.NewDecoder(answer)}
	s.start(c)
	s.clicks, s.began = 0, time.Now()
	s.see(words...)
	s.settle() // what the program has laid out must be on the screen, and the window in its place
}

func (s *screen) look() sight {
	s.t.Helper()
	var seen sight
	_, err := fmt.Fprintln(s.eye.ask, "look")
	if err == nil {
		err = s.eye.answer.Decode(&seen)
	}
	if err != nil {
		s.t.Fatal("the program does not answer:", err)
	}
	return seen
}

// says reports whether the window shows all the words now.
func (s *screen) says(words ...string) bool {
	s.t.Helper()
	seen := s.look()
	return !slices.ContainsFunc(words, func(w string) bool { _, found := seen.text(w); return !found })
}

// see waits until the window shows all the words.
func (s *screen) see(words ...string) {
	s.t.Helper()
	s.until(fmt.Sprintf("%q is shown", words), func() bool { return s.says(words...) })
}

// text returns the topmost text with the words: one that says nothing else, or
// the first that has them in it.
func (v sight) text(words string) (story.Text, bool) {
	for _, fits := range []func(story.Text) bool{
		func(t story.Text) bool { return t.Words == words },
		func(t story.Text) bool { return strings.Contains(t.Words, words) },
	} {
		best := -1
		for i, t := range v.Texts {
			if fits(t) && (best < 0 || t.Layer > v.Texts[best].Layer) {
				best = i
			}
		}
		if best >= 0 {
			return v.Texts[best], true
		}
	}
	return story.Text{}, false
}

// clickOn clicks on what says the words and nothing else.
func (s *screen) clickOn(words string) {
	s.t.Helper()
	var at fyne.Position
	var seen sight
	s.until(fmt.Sprintf("%q is there to be clicked on", words), func() bool {
		seen = s.look()
		t, found := seen.text(words)
		at = t.Middle()
		return found && t.Words == words
	})
	s.clicks++
	out, err := s.command("xdotool", "getactivewindow", "mousemove", "--window", "%1", strconv.Itoa(int(at.X*seen.Scale)),
		strconv.Itoa(int(at.Y*seen.Scale)), "sleep", "0.1", "click", "1").CombinedOutput()
	if err != nil {
		s.t.Fatalf("xdotool click: %s", out)
	}
}

// focused waits until the keyboard is in the field after the label; in any field
// for none.
func (s *screen) focused(label string) {
	s.t.Helper()
	s.until(fmt.Sprintf("the keyboard is in the field %q", label), func() bool {
		after := false
		for _, t := range s.look().Texts {
			if t.Field && (after || label == "") && (t.Focused || label != "") {
				return t.Focused
			}
			after = after || t.Words == label
		}
		return false
	})
}

// enter puts words where the keyboard is: letters by its keys, Chinese by the
// clipboard, since no keyboard has it.
func (s *screen) enter(words string) {
	s.t.Helper()
	if isASCII(words) {
		if out, err := s.command("xdotool", "type", "--delay", "40", words).CombinedOutput(); err != nil {
			s.t.Fatalf("xdotool type: %s", out)
		}
		return
	}
	clip := s.command("xclip", "-selection", "clipboard")
	clip.Stdin = strings.NewReader(words)
	if err := clip.Run(); err != nil {
		s.t.Fatal("xclip:", err)
	}
	s.key("ctrl+v")
}

func isASCII(words string) bool {
	return !strings.ContainsFunc(words, func(r rune) bool { return r > 126 })
}

// took demands that the journey took no more than it may, and tells what it did.
func (s *screen) took(clicks int, most time.Duration) {
	s.t.Helper()
	took := time.Since(s.began)
	s.t.Logf("%d clicks, %.1f seconds", s.clicks, took.Seconds())
	if s.clicks > clicks {
		s.t.Errorf("it took %d clicks, not %d", s.clicks, clicks)
	}
	if took > most {
		s.t.Errorf("it took %v, more than %v", took, most)
	}
}
