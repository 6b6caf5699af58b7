package app_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"

	"visitdesk/app"
	"visitdesk/assets"
	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// These tests drive the program in a real window: the test binary starts itself
// again as the program, on a screen of its own.

const (
	asProgram = "VISITDESK_AS"     // what the test binary is to be: "office" or "empty"
	inFolder  = "VISITDESK_FOLDER" // the office's folder
	inTongue  = "VISITDESK_LANGUAGE"
	atFrame   = "VISITDESK_FIRST_FRAME" // tell when the first frame is drawn, then end
)

func TestMain(m *testing.M) {
	switch os.Getenv(asProgram) {
	case "":
		os.Exit(m.Run())
	case "empty":
		a := fyneapp.NewWithID("visitdesk.empty")
		w := a.NewWindow("Empty")
		w.SetContent(widget.NewLabel("empty"))
		w.Resize(fyne.NewSize(1200, 760))
		tellFirstFrame()
		w.ShowAndRun()
	case "office":
		tellFirstFrame()
		answerLooks()
		err := app.Run(context.Background(), app.Options{Files: assets.Files, Folder: os.Getenv(inFolder), Language: os.Getenv(inTongue)})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// tellFirstFrame, if asked to, prints the time since the process was started
// when the first frame is on the screen, and ends the program. Fyne draws a
// frame after each tick of its animations, so the second tick finds it drawn.
func tellFirstFrame() {
	if os.Getenv(atFrame) == "" {
		return
	}
	began, err := strconv.ParseInt(os.Getenv(atFrame), 10, 64)
	if err != nil {
		panic(err)
	}
	go func() {
		for fyne.CurrentApp() == nil || len(fyne.CurrentApp().Driver().AllWindows()) == 0 {
			time.Sleep(time.Millisecond)
		}
		for { // an animation that begins before the program runs may be forgotten
			fyne.Do(func() {
				ticks := 0
				tick := &fyne.Animation{Duration: time.Hour, Tick: func(float32) {
					if ticks++; ticks == 3 { // the first tick is that of Start
						fmt.Println(time.Since(time.Unix(0, began)).Microseconds())
						os.Exit(0)
					}
				}}
				tick.Start()
			})
			time.Sleep(50 * time.Millisecond)
		}
	}()
}

// A screen is an X server of the test's own, with a window manager.
type screen struct {
	t       testing.TB
	display string
	home    string // for preferences, caches, temporary files, and programs found before the system's
	eye     eye
	clicks  int
	began   time.Time // when the user's journey did
}

func newScreen(t testing.TB, size string) *screen {
	t.Helper()
	for _, program := range []string{"Xvfb", "openbox", "xdotool", "import"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed", program)
		}
	}
	s := &screen{t: t, home: t.TempDir()}
	server := exec.Command("Xvfb", "-displayfd", "1", "-screen", "0", size+"x24", "-nolisten", "tcp", "-noreset")
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	s.start(server)
	number, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal("the X server told no display:", err)
	}
	s.display = ":" + strings.TrimSpace(number)
	s.start(s.command("openbox"))
	return s
}

// command returns a command that runs on the screen.
func (s *screen) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "DISPLAY="+s.display, "HOME="+s.home, "XDG_CONFIG_HOME="+s.home, "XDG_RUNTIME_DIR="+s.home,
		"XDG_CACHE_HOME="+s.home, "PATH="+s.home+string(os.PathListSeparator)+os.Getenv("PATH"), "LIBGL_ALWAYS_SOFTWARE=1",
		"DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent", "XMODIFIERS=", "LANG=C.UTF-8")
	return c
}

// start starts a command that ends with the test.
func (s *screen) start(c *exec.Cmd) {
	s.t.Helper()
	if err := c.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	})
}

// open starts the program on an office and waits for its window.
func (s *screen) open(folder, language, title string) {
	s.t.Helper()
	c := s.program("office", folder, language)
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	s.start(c)
	s.until("the window "+title+" is open", func() bool {
		return s.command("xdotool", "search", "--onlyvisible", "--name", title).Run() == nil
	})
	s.settle()
}

func (s *screen) program(as, folder, language string) *exec.Cmd {
	c := s.command(os.Args[0])
	c.Env = append(c.Env, asProgram+"="+as, inFolder+"="+folder, inTongue+"="+language)
	return c
}

// until waits for something to become true; a test that waits in vain fails.
func (s *screen) until(what string, is func() bool) {
	s.t.Helper()
	for deadline := time.Now().Add(60 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if is() {
			return
		}
	}
	s.picture()
	s.t.Fatalf("waited in vain until %s", what)
}

// settle waits until the screen shows something and does not change any more,
// and returns it.
func (s *screen) settle() []byte {
	s.t.Helper()
	last := s.capture()
	s.until("the screen is still", func() bool {
		time.Sleep(200 * time.Millisecond)
		now := s.capture()
		still := bytes.Equal(now, last) && len(now) > 10_000 // an empty screen packs smaller
		last = now
		return still
	})
	return last
}

func (s *screen) capture() []byte {
	s.t.Helper()
	data, err := s.command("import", "-window", "root", "-silent", "png:-").Output()
	if err != nil {
		s.t.Fatal("capture the screen:", err)
	}
	return data
}

// picture keeps what a failed test saw in the file that VISITDESK_PICTURE names.
func (s *screen) picture() {
	if file := os.Getenv("VISITDESK_PICTURE"); file != "" {
		_ = os.WriteFile(file, s.capture(), 0o600)
	}
}

func (s *screen) key(keys ...string) {
	s.t.Helper()
	if out, err := s.command("xdotool", append([]string{"key", "--clearmodifiers", "--delay", "80"}, keys...)...).CombinedOutput(); err != nil {
		s.t.Fatalf("xdotool key %v: %s", keys, out)
	}
}

func (s *screen) click(at image.Point) {
	s.t.Helper()
	s.clicks++
	out, err := s.command("xdotool", "mousemove", strconv.Itoa(at.X), strconv.Itoa(at.Y), "sleep", "0.1", "click", "1").CombinedOutput()
	if err != nil {
		s.t.Fatalf("xdotool click: %s", out)
	}
}

// accent is the colour that the one main button of a screen is filled with.
var accent = color.NRGBA{R: 0x1F, G: 0x61, B: 0x70, A: 0xFF}

// isAccent reports whether c is the accent colour, give or take the shade that
// a button takes on under the pointer or with the focus.
func isAccent(c color.Color) bool {
	near := func(a uint32, b uint8) bool { return max(a>>8, uint32(b))-min(a>>8, uint32(b)) <= 20 }
	r, g, b, _ := c.RGBA()
	return near(r, accent.R) && near(g, accent.G) && near(b, accent.B)
}

// mainButton returns the middle of the main button: the largest block of the
// accent colour on the screen.
func (s *screen) mainButton() image.Point {
	s.t.Helper()
	picture, err := png.Decode(bytes.NewReader(s.settle()))
	if err != nil {
		s.t.Fatal(err)
	}
	best, longest := image.Point{}, 0
	bounds := picture.Bounds()
	for x := bounds.Min.X; x < bounds.Max.X; x++ {
		run := 0
		for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
			if !isAccent(picture.At(x, y)) {
				run = 0
				continue
			}
			if run++; run > longest {
				best, longest = image.Pt(x, y-run/2), run
			}
		}
	}
	if longest < 20 {
		s.picture()
		s.t.Fatal("no main button on the screen")
	}
	return best.Add(image.Pt(4, 0))
}

// printer puts a printer on the screen's computer. It keeps what it is given in
// the file whose name is returned.
func (s *screen) printer() string {
	s.t.Helper()
	paper := filepath.Join(s.home, "printed.pdf")
	for name, script := range map[string]string{
		"lpstat": "#!/bin/sh\necho office-printer\n",
		"lp":     "#!/bin/sh\nfor last; do :; done\ncp \"$last\" '" + paper + ".part' && mv '" + paper + ".part' '" + paper + "'\necho 'request id is office-printer-1 (1 file(s))'\n",
	} {
		if err := os.WriteFile(filepath.Join(s.home, name), []byte(script), 0o700); err != nil {
			s.t.Fatal(err)
		}
	}
	return paper
}

func sampleOffice(t testing.TB) string {
	t.Helper()
	folder := t.TempDir()
	s, err := store.Open(t.Context(), filepath.Join(folder, vault.Office), store.Options{Actor: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := sample.Office(t.Context(), s, career.DateOf(time.Now())); err != nil {
		t.Fatal(err)
	}
	return folder
}

// isPaper reports whether the file is a whole PDF.
func isPaper(file string) bool {
	data, err := os.ReadFile(file)
	return err == nil && bytes.HasPrefix(data, []byte("%PDF-1.7")) && bytes.HasSuffix(bytes.TrimSpace(data), []byte("%%EOF"))
}

// J1: from the start to the printer in two clicks, in both languages.
func TestTomorrowsBriefingIsPrintedInTwoClicks(t *testing.T) {
	for language, title := range map[string]string{"zh": "访企通", "en": "Visit Desk"} {
		t.Run(language, func(t *testing.T) {
			s := newScreen(t, "1366x768")
			paper := s.printer()
			s.open(sampleOffice(t), language, title)
			s.click(s.mainButton())
			s.command("xdotool", "mousemove", "700", "700").Run()
			s.click(s.mainButton())
			s.until("the paper is at the printer", func() bool { return isPaper(paper) })
		})
	}
}

// The same by keyboard alone.
func TestTomorrowsBriefingIsPrintedByKeyboard(t *testing.T) {
	s := newScreen(t, "1366x768")
	paper := s.printer()
	s.open(sampleOffice(t), "zh", "访企通")
	before := s.settle()
	s.key("ctrl+p")
	s.until("the preview is open", func() bool { return !bytes.Equal(s.settle(), before) })
	preview := s.settle()
	s.key("ctrl+p")
	s.until("the paper is at the printer", func() bool { return isPaper(paper) })
	// Without another key or move of the mouse.
	s.until("the user is told", func() bool { return !bytes.Equal(s.settle(), preview) })
}

// An office that cannot be opened is told in a window, and left as it is.
func TestADamagedOfficeIsToldInAWindow(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, vault.Office)
	content := []byte("this is no office at all")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	s := newScreen(t, "1366x768")
	s.open(folder, "en", "Visit Desk")
	s.mainButton()
	if now, _ := os.ReadFile(file); !bytes.Equal(now, content) {
		t.Error("the file was changed")
	}
}

// BenchmarkFirstFrame measures from the start of the process to the first frame
// of the window, of an empty Fyne window and of ours with the sample office, in
// turn: their ratio is what counts.
func BenchmarkFirstFrame(b *testing.B) {
	s := newScreen(b, "1366x768")
	folder := sampleOffice(b)
	var empty, office time.Duration
	for b.Loop() {
		empty += s.firstFrame("empty", folder)
		office += s.firstFrame("office", folder)
	}
	n := float64(b.N)
	b.ReportMetric(float64(empty.Milliseconds())/n, "ms/empty")
	b.ReportMetric(float64(office.Milliseconds())/n, "ms/office")
	b.ReportMetric(float64(office)/float64(empty), "office/empty")
}

func (s *screen) firstFrame(as, folder string) time.Duration {
	s.t.Helper()
	c := s.program(as, folder, "zh")
	c.Env = append(c.Env, fmt.Sprintf("%s=%d", atFrame, time.Now().UnixNano()))
	c.Stderr = io.Discard
	out, err := c.Output()
	if err != nil {
		s.t.Fatalf("%s: %v", as, err)
	}
	micros, err := strconv.Atoi(strings.TrimSpace(string(out)))
	if err != nil {
		s.t.Fatalf("%s told %q", as, out)
	}
	return time.Duration(micros) * time.Microsecond
}
