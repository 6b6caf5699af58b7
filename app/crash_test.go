package app_test

import (
	"bytes"
	"path/filepath"
	"syscall"
	"testing"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// What was typed into a form is kept within seconds, without any save, and
// survives the program being killed; the program starts again over it.
func TestADraftSurvivesAKill(t *testing.T) {
	s := newScreen(t, "1366x768")
	folder := sampleOffice(t)
	program := s.program("office", folder, "en")
	s.start(program)
	s.until("the window is open", func() bool {
		return s.command("xdotool", "search", "--onlyvisible", "--name", "Visit Desk").Run() == nil
	})
	s.settle()
	s.key("ctrl+3")
	list := s.settle()
	s.key("ctrl+n")
	s.until("the form is open", func() bool { return !bytes.Equal(s.settle(), list) })
	empty := s.settle()
	s.key("k", "i", "l", "l", "e", "d")
	s.until("the name is typed", func() bool { return !bytes.Equal(s.settle(), empty) })

	office, err := store.Open(t.Context(), filepath.Join(folder, vault.Office), store.Options{Actor: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer office.Close()
	drafts := func() []ui.Draft {
		list, err := (&ui.Desk{Store: office}).Drafts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	s.until("the draft is kept", func() bool { return len(drafts()) == 1 })
	if err := program.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	s.open(folder, "en", "Visit Desk")
	if list := drafts(); len(list) != 1 || list[0].Kind != career.KindEmployer || list[0].ID != "" {
		t.Errorf("the drafts are %+v", list)
	}
	kept, err := office.KeptUnder(t.Context(), "draft/")
	if err != nil {
		t.Fatal(err)
	}
	for key, draft := range kept {
		if !bytes.Contains(draft, []byte(`"killed"`)) {
			t.Errorf("%s holds %s", key, draft)
		}
	}
}

// The signals to end end the program at once and without complaint, with the
// last typing kept.
func TestASignalEndsTheProgramCleanly(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		t.Run(signal.String(), func(t *testing.T) {
			s := newScreen(t, "1366x768")
			folder := sampleOffice(t)
			program := s.program("office", folder, "en")
			var said bytes.Buffer
			program.Stderr = &said
			if err := program.Start(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = program.Process.Kill() })
			s.until("the window is open", func() bool {
				return s.command("xdotool", "search", "--onlyvisible", "--name", "Visit Desk").Run() == nil
			})
			s.settle()
			s.key("ctrl+3")
			list := s.settle()
			s.key("ctrl+n")
			s.until("the form is open", func() bool { return !bytes.Equal(s.settle(), list) })
			s.key("e", "n", "d", "e", "d")
			if err := program.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			if err := program.Wait(); err != nil || bytes.Contains(said.Bytes(), []byte("panic")) {
				t.Fatalf("%v\n%s", err, said.Bytes())
			}
			office, err := store.Open(t.Context(), filepath.Join(folder, vault.Office), store.Options{Actor: "test"})
			if err != nil {
				t.Fatal(err)
			}
			defer office.Close()
			kept, err := office.KeptUnder(t.Context(), "draft/")
			if err != nil || len(kept) != 1 {
				t.Fatalf("the drafts are %v, %v", kept, err)
			}
			for _, draft := range kept {
				if !bytes.Contains(draft, []byte(`"ended"`)) {
					t.Errorf("the draft holds %s", draft)
				}
			}
		})
	}
}
