package ui_test

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/i18n"
	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/assets"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

// million is a source of a million rows that are nowhere kept.
const million = 1_000_000

func millionRows() ui.Source[int] {
	return ui.Source[int]{
		Page: func(_ context.Context, q store.Query) ([]int, error) {
			from := 0
			if q.After != "" {
				after, err := strconv.Atoi(q.After)
				if err != nil {
					return nil, err
				}
				from = after + 1
			}
			var rows []int
			for i := from; i < min(from+q.Limit, million); i++ {
				rows = append(rows, i)
			}
			return rows, nil
		},
		ID: strconv.Itoa, Cursor: strconv.Itoa,
		Row: func(_ context.Context, id string) (int, error) { return strconv.Atoi(id) },
		Places: func(_ context.Context, _ store.Query, every int) ([]string, int, error) {
			var after []string
			for i := every; i <= million; i += every {
				after = append(after, strconv.Itoa(i-1))
			}
			return after, million, nil
		},
	}
}

// numberColumns are as many columns as the widest list has. They say a thousand
// different things only: Fyne remembers for a minute how wide each one is, and
// that is not to be taken for the grid's own memory.
func numberColumns() []ui.Column[int] {
	column := func(title string, width float32, format string) ui.Column[int] {
		return ui.Column[int]{Title: title, Width: width, Text: func(i int) string { return fmt.Sprintf(format, i%1000) }}
	}
	return []ui.Column[int]{
		column("employer.name", 0, "华东信息科技有限公司 %07d"), column("employer.place", 112, "沈阳 %d"), column("employer.nature", 92, "民营企业%.0d"),
		column("employer.industry", 160, "软件和信息技术服务业 %d"), column("employer.graduates", 56, "%d"), column("employer.last_visit", 92, "2026-05-%d"),
	}
}

// bench is a grid in a window of the size that counts, and what does its work.
type bench[T any] struct {
	grid   *ui.Grid[T]
	desk   *ui.Desk
	window fyne.Window
	work   []func()
}

func newBench(b testing.TB, source ui.Source[int]) *bench[int] {
	return newBenchOf(b, source, numberColumns())
}

func newBenchOf[T any](b testing.TB, source ui.Source[T], columns []ui.Column[T]) *bench[T] {
	test.NewTempApp(b)
	look, err := ui.NewTheme(assets.Files, ui.Light, ui.DefaultTextSize)
	if err != nil {
		b.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(look)
	text, err := i18n.Load(assets.Files, "zh")
	if err != nil {
		b.Fatal(err)
	}
	w := &bench[T]{window: test.NewTempWindow(b, nil)}
	w.desk = &ui.Desk{Text: text, Window: w.window, Go: func(f func()) { w.work = append(w.work, f) }, Do: func(f func()) { f() },
		Later: func(time.Duration, func()) {}}
	w.grid = ui.NewGrid(w.desk, "employer.find", source, ui.Empty{Phrase: "employer.none"}, columns...)
	w.window.SetContent(w.grid.Content())
	w.window.Resize(fyne.NewSize(1366, 740))
	w.grid.Refresh()
	w.settle()
	w.grid.Focus()
	return w
}

func (w *bench[T]) settle() {
	for len(w.work) > 0 {
		f := w.work[0]
		w.work = w.work[1:]
		f()
	}
}

func (w *bench[T]) press(key fyne.KeyName) {
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	w.settle()
}

// scrolled is the part of the grid that the wheel and the scroll bar move.
func scrolled(o fyne.CanvasObject) fyne.Scrollable {
	if s, ok := o.(fyne.Scrollable); ok {
		return s
	}
	if _, ok := o.(*ui.Entry); ok {
		return nil
	}
	for _, child := range inside(o) {
		if s := scrolled(child); s != nil {
			return s
		}
	}
	return nil
}

// inside returns what an object is made of.
func inside(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// A turn of the wheel over a million rows: at most 1 ms.
func BenchmarkGridWheel(b *testing.B) {
	w := newBench(b, millionRows())
	rows := scrolled(w.grid.Content())
	for b.Loop() {
		rows.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
		w.settle()
	}
}

// A jump to any place of a million rows, with its page read: at most 5 ms. What
// stays in memory after a thousand of them is told as bytes.
func BenchmarkGridJump(b *testing.B) {
	w := newBench(b, millionRows())
	rows := scrolled(w.grid.Content())
	r := rand.New(rand.NewPCG(1, 1))
	jump := func() {
		rows.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, (r.Float32()-0.5)*40*million)})
		w.settle()
	}
	for b.Loop() {
		jump()
	}
	for range 500 {
		jump()
	}
	before := inUse()
	for range 1000 {
		jump()
	}
	b.ReportMetric(float64(inUse())-float64(before), "bytes/1000jumps")
}

// A key that goes down a row.
func BenchmarkGridKey(b *testing.B) {
	w := newBench(b, millionRows())
	for b.Loop() {
		w.press(fyne.KeyDown)
	}
}

// A jump in the list of a real office's graduates, with its page read from the
// store: at most 5 ms. VISITDESK_OFFICE names the folder of an office, such as a
// large one that visitdesk synth made; else a small one is made.
func BenchmarkGridJumpInStore(b *testing.B) {
	office := openBenchOffice(b)
	column := func(title string, width float32, text func(store.GraduateRow) string) ui.Column[store.GraduateRow] {
		return ui.Column[store.GraduateRow]{Title: title, Width: width, Text: text}
	}
	start := time.Now()
	w := newBenchOf(b, ui.Source[store.GraduateRow]{
		Page: office.Graduates, ID: func(g store.GraduateRow) string { return string(g.ID) }, Cursor: func(g store.GraduateRow) string { return g.Cursor },
		Places: func(ctx context.Context, q store.Query, every int) ([]string, int, error) {
			return office.Places(ctx, store.OfGraduates, q, every)
		},
	}, []ui.Column[store.GraduateRow]{
		column("graduate.name", 0, func(g store.GraduateRow) string { return g.Name }),
		column("graduate.major", 160, func(g store.GraduateRow) string { return g.Major }),
		column("graduate.class", 100, func(g store.GraduateRow) string { return g.Class }),
		column("graduate.student_no", 140, func(g store.GraduateRow) string { return g.StudentNo }),
	})
	opened := time.Since(start)
	rows, r := scrolled(w.grid.Content()), rand.New(rand.NewPCG(1, 1))
	for b.Loop() {
		rows.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, (r.Float32()-0.5)*40*float32(w.grid.Len()))})
		w.settle()
	}
	b.ReportMetric(float64(opened.Milliseconds()), "ms-to-open")
	b.ReportMetric(float64(w.grid.Len()), "rows")
}

func openBenchOffice(b *testing.B) *store.Store {
	b.Helper()
	folder := os.Getenv("VISITDESK_OFFICE")
	path := filepath.Join(cmp.Or(folder, b.TempDir()), "office.db")
	office, err := store.Open(b.Context(), path, store.Options{Actor: "bench"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { office.Close() })
	if folder == "" {
		made := sample.Synthetic{Size: sample.Sizes[0], Seed: 1, Today: story.Today}
		if _, err := made.Fill(b.Context(), office, func(int, int) {}); err != nil {
			b.Fatal(err)
		}
	}
	return office
}

func inUse() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
