package app_test

import (
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/i18n"
	"visitdesk/app/ui/story"
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

// Nor does anything panic where the user is asked how to begin, and on the way
// from there, whichever it is.
func TestWhateverANewUserDoes(t *testing.T) {
	mistakes := &panics{Handler: slog.DiscardHandler}
	before := slog.Default()
	slog.SetDefault(slog.New(mistakes))
	t.Cleanup(func() { slog.SetDefault(before) })
	for seed := range uint64(5) {
		home := t.TempDir()
		t.Setenv("HOME", home)
		s, w := start(t, test.NewTempApp(t), home)
		r := rand.New(rand.NewPCG(seed, 2))
		var acts []string
		for len(acts) < 40 && len(mistakes.said) == 0 {
			d := s.Desk
			acts = append(acts, s.Chance(r, d.T("act.quit"), d.T("act.change_folder"), d.T("first.existing_do"), d.T("act.other_folder")))
			s.Desk = w.Desk()
		}
		s.Settle()
		if len(mistakes.said) > 0 {
			t.Fatalf("seed %d, after\n%s\n%s", seed, strings.Join(acts, "\n"), mistakes.said[0])
		}
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
	s.Files = droppable(t)
	books := openBooks(t, folder)
	running := runtime.NumGoroutine()
	r := rand.New(rand.NewPCG(seed, 1))
	half, looks, worn := uint64(0), uint64(0), fyne.CurrentApp().Settings().Theme()
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
		books.undoAndRedo(s.Desk.Store)
		if len(acts)%25 == 0 {
			s.Breathe()
		}
		if now := fyne.CurrentApp().Settings().Theme(); now != worn {
			looks, worn = looks+1, now
		}
		if len(acts) == chances/2 {
			half, looks = heap(s), 0
		}
	}
	s.Settle()
	end := heap(s)
	t.Logf("%d acts made %d changes, all undone and redone; the heap had %d MB at half and %d MB at the end, after %d other looks",
		chances, books.undone, half>>20, end>>20, looks)
	if most := half + half/4 + looks*typefaces; chances >= longRun && end > most {
		t.Errorf("the heap grew from %d MB at half to %d MB", half>>20, end>>20)
	}
	if now := settled(running); now > running {
		stacks := make([]byte, 1<<16)
		t.Errorf("%d goroutines were running, now %d are:\n%s", running, now, stacks[:runtime.Stack(stacks, true)])
	}
	s.Desk.Store.Close()
	healthy(t, folder)
}

// healthy demands that the office of a folder is whole.
func healthy(t *testing.T, folder string) {
	t.Helper()
	office, err := store.Open(t.Context(), filepath.Join(folder, vault.Office), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer office.Close()
	if health, err := office.Health(t.Context()); err != nil || health.Err() != nil {
		t.Errorf("the office is not well: %v, %v", health.Err(), err)
	}
}

// longRun is how many acts take long enough for what is not used any more to be
// let go of: Fyne keeps it for a minute.
const longRun = 2000

// typefaces is what Fyne never lets go of for each other appearance.
const typefaces = 64 << 20

// heap returns how many bytes are in use.
func heap(s *story.Story) uint64 {
	s.Settle()
	s.Breathe()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// droppable returns files that users drop onto windows: a photo, words, an empty
// one, a folder, one that is gone.
func droppable(t *testing.T) []fyne.URI {
	t.Helper()
	folder := t.TempDir()
	photo, err := os.ReadFile("photo/testdata/progressive.jpg")
	err = errors.Join(err, os.WriteFile(filepath.Join(folder, "照片.jpg"), photo, 0o600),
		os.WriteFile(filepath.Join(folder, "minutes.txt"), []byte("会谈纪要"), 0o600),
		os.WriteFile(filepath.Join(folder, "empty.pdf"), nil, 0o600),
		os.Mkdir(filepath.Join(folder, "folder"), 0o700))
	if err != nil {
		t.Fatal(err)
	}
	var files []fyne.URI
	for _, name := range []string{"照片.jpg", "minutes.txt", "empty.pdf", "folder", "gone.docx"} {
		files = append(files, storage.NewFileURI(filepath.Join(folder, name)))
	}
	return files
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
