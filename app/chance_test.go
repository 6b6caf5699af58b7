package app_test

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"visitdesk/app/i18n"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// panics keeps what the program says of its own mistakes.
type panics struct {
	slog.Handler
	said []string
}

func (p *panics) Handle(_ context.Context, r slog.Record) error {
	line := r.Message
	r.Attrs(func(a slog.Attr) bool {
		line += "\n" + a.String()
		return true
	})
	if strings.Contains(line, "panic") {
		p.said = append(p.said, line)
	}
	return nil
}

// Whatever a user does, in whatever order and however fast: nothing panics, the
// office is whole at the end, and no work is left behind. VISITDESK_CHANCES and
// VISITDESK_SEED try more.
func TestWhateverTheUserDoes(t *testing.T) {
	chances, seed := 150, uint64(1)
	if n, err := strconv.Atoi(os.Getenv("VISITDESK_CHANCES")); err == nil {
		chances = n
	}
	if n, err := strconv.ParseUint(os.Getenv("VISITDESK_SEED"), 10, 64); err == nil {
		seed = n
	}
	for i, language := range i18n.Languages {
		t.Run(language, func(t *testing.T) { tryChances(t, language, seed+uint64(i)*1000, chances) })
	}
}

func tryChances(t *testing.T, language string, seed uint64, chances int) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	mistakes := &panics{Handler: slog.DiscardHandler}
	before := slog.Default()
	slog.SetDefault(slog.New(mistakes))
	t.Cleanup(func() { slog.SetDefault(before) })
	s, w, folder := open(t, language, true)
	running := runtime.NumGoroutine()
	r := rand.New(rand.NewPCG(seed, 1))
	var acts []string
	defer func() {
		if t.Failed() || len(acts) < chances {
			t.Logf("seed %d, the last of %d acts:\n%s", seed, len(acts), strings.Join(acts[max(0, len(acts)-25):], "\n"))
		}
	}()
	for len(acts) < chances {
		acts = append(acts, s.Chance(r, s.Desk.T("act.quit")))
		s.Desk = w.Desk() // a new one in another language
		if len(mistakes.said) > 0 {
			t.Fatal(mistakes.said[0])
		}
	}
	s.Settle()
	if now := settled(running); now > running {
		stacks := make([]byte, 1<<16)
		t.Errorf("%d goroutines were running, now %d are:\n%s", running, now, stacks[:runtime.Stack(stacks, true)])
	}
	s.Desk.Store.Close()
	office, err := store.Open(t.Context(), filepath.Join(folder, vault.Office), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer office.Close()
	if health, err := office.Health(t.Context()); err != nil || health.Err() != nil {
		t.Errorf("the office is not well: %v, %v", health.Err(), err)
	}
}

// settled returns how many goroutines run, once those that are ending have had
// the time to.
func settled(enough int) int {
	for range 1000 {
		if runtime.NumGoroutine() <= enough {
			break
		}
		runtime.Gosched()
	}
	return runtime.NumGoroutine()
}
