package app_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// These tests type Chinese the way a user on Linux does: the window is real, and
// so is the input method, fcitx5 with pinyin.

// inputMethod starts fcitx5 on the screen, with pinyin as what it begins with.
// It needs no session bus: the window speaks to it through the X server.
func (s *screen) inputMethod() {
	s.t.Helper()
	if _, err := exec.LookPath("fcitx5"); err != nil {
		s.t.Skip("fcitx5 is not installed")
	}
	if found, _ := filepath.Glob("/usr/lib/*/fcitx5/libpinyin.so"); len(found) == 0 {
		s.t.Skip("fcitx5 has no pinyin: the package fcitx5-pinyin is not installed")
	}
	for name, content := range map[string]string{
		"fcitx5/config": "[Behavior]\nActiveByDefault=True\n",
		"fcitx5/profile": "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n" +
			"[Groups/0/Items/0]\nName=keyboard-us\n[Groups/0/Items/1]\nName=pinyin\n[GroupOrder]\n0=Default\n",
		"fyne/settings.json": `{"no_animations": true}`, // a cursor that blinks leaves no screen still
	} {
		file := filepath.Join(s.home, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			s.t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			s.t.Fatal(err)
		}
	}
	s.start(s.command("fcitx5", "--disable=wayland,waylandim,dbus,dbusfrontend,ibusfrontend,fcitx4frontend,kimpanel,notifications,notificationitem"))
	s.until("the input method is ready", func() bool {
		out, err := s.command("xprop", "-root", "XIM_SERVERS").Output()
		return err == nil && strings.Contains(string(out), "fcitx")
	})
}

// openComposing starts the program with the input method.
func (s *screen) openComposing(folder string) {
	s.t.Helper()
	c := s.program("office", folder, "zh")
	c.Env = append(c.Env, "XMODIFIERS=@im=fcitx")
	s.start(c)
	s.until("the window is open", func() bool {
		return s.command("xdotool", "search", "--onlyvisible", "--name", "访企通").Run() == nil
	})
	s.settle()
}

// offers reports whether the input method shows its list of characters.
func (s *screen) offers() bool {
	return s.command("xdotool", "search", "--onlyvisible", "--class", "fcitx").Run() == nil
}

// compose types letters that the input method keeps.
func (s *screen) compose(letters string) {
	s.t.Helper()
	s.key(strings.Split(letters, "")...)
	s.until("characters are offered for "+letters, s.offers)
}

// commit ends a composition by a key and waits for what it puts into the field.
func (s *screen) commit(before []byte, key string) {
	s.t.Helper()
	s.key(key)
	s.until("the text is in the field", func() bool { return !s.offers() && !bytes.Equal(s.settle(), before) })
}

// abandon ends a composition by keys that put nothing into the field.
func (s *screen) abandon(keys ...string) {
	s.t.Helper()
	s.key(keys...)
	s.until("no characters are offered", func() bool { return !s.offers() })
	s.settle()
}

// write types letters, confirms them with a key and returns the screen after.
func (s *screen) write(letters, key string) []byte {
	s.t.Helper()
	before := s.settle()
	s.compose(letters)
	s.commit(before, key)
	return s.settle()
}

// saved waits for an employer whose name begins so, and returns it.
func (s *screen) saved(folder, begins string) (saved career.Employer) {
	s.t.Helper()
	office, err := store.Open(s.t.Context(), filepath.Join(folder, vault.Office), store.Options{Actor: "test"})
	if err != nil {
		s.t.Fatal(err)
	}
	defer office.Close()
	s.until("an employer named "+begins+" is in the office", func() bool {
		rows, err := office.Employers(s.t.Context(), store.Query{Find: begins})
		if err != nil {
			s.t.Fatal(err)
		}
		for _, row := range rows {
			if strings.HasPrefix(row.Name, begins) {
				saved, err = office.Employer(s.t.Context(), row.ID)
			}
		}
		return err == nil && saved.ID != ""
	})
	return saved
}

// Names are composed, corrected and confirmed in the form of an employer:
// nothing that was in a field is lost, and no key of the input method saves the
// form, leaves it or breaks a line.
func TestChineseIsComposed(t *testing.T) {
	s := newScreen(t, "1366x768")
	s.inputMethod()
	folder := sampleOffice(t)
	s.openComposing(folder)
	list := s.settle()
	s.key("ctrl+3", "ctrl+n")
	s.until("the form is open", func() bool { return !bytes.Equal(s.settle(), list) })

	before := s.settle()
	s.compose("nihaoshijj")
	s.key("BackSpace", "i", "e")
	s.commit(before, "space")
	s.compose("gong")
	s.abandon("BackSpace", "BackSpace", "BackSpace", "BackSpace")
	s.compose("gong")
	s.key("Left", "Left", "Home", "Delete", "End", "Tab")
	s.abandon("Escape")
	s.write("gongsi", "Return") // as Latin letters
	s.write("gongsi", "space")

	s.key("BackSpace") // now it deletes again
	s.write("gongsi", "space")

	for range 12 { // to the first field of several lines
		s.key("Tab")
	}
	s.write("nihao", "space")
	s.key("Return")
	s.write("shijie", "Return")
	s.key("ctrl+s")
	e := s.saved(folder, "你好")
	if want := "你好世界gongsi公公司"; e.Name != want {
		t.Errorf("the name is %q, want %q", e.Name, want)
	}
	if want := "你好\nshijie"; e.Products != want {
		t.Errorf("the products are %q, want %q; the employer is %+v", e.Products, want, e)
	}
}
