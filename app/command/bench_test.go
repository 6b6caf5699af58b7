package command_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"visitdesk/app/i18n"
	"visitdesk/app/papers/briefing"
	"visitdesk/app/pdf"
	"visitdesk/app/typeset"
	"visitdesk/assets"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A press prints the briefings of one office as a running program does.
type press struct {
	office *store.Store
	text   i18n.Text
	fonts  *typeset.Fonts
}

func newPress(b *testing.B, folder string) press {
	b.Helper()
	text, err := i18n.Load(assets.Files, "zh")
	if err != nil {
		b.Fatal(err)
	}
	fonts, err := typeset.OpenFonts(assets.Files)
	if err != nil {
		b.Fatal(err)
	}
	return press{openStore(b, folder), text, fonts}
}

func (p press) layOut(b *testing.B, visit career.VisitID) typeset.Layout {
	b.Helper()
	d, err := p.office.Dossier(b.Context(), visit, career.L1, today)
	if err != nil {
		b.Fatal(err)
	}
	at := time.Date(2026, 11, 20, 8, 30, 0, 0, time.UTC)
	return typeset.Pages(briefing.Compose(d, p.text, briefing.Options{PrintedBy: "test", At: at}), p.fonts)
}

// fourPages returns the newest visit of the sample whose briefing has four
// pages.
func (p press) fourPages(b *testing.B) career.VisitID {
	b.Helper()
	rows, err := p.office.Visits(b.Context(), store.Query{Limit: 100})
	if err != nil {
		b.Fatal(err)
	}
	for _, row := range rows {
		if len(p.layOut(b, row.ID).Pages) == 4 {
			return row.ID
		}
	}
	b.Fatal("no briefing of the sample has four pages")
	return ""
}

// BenchmarkBriefing is a briefing of four pages in a running program: read,
// compose, lay out, write. Package pdf's BenchmarkNaive is what gofpdf alone
// takes for the writing.
func BenchmarkBriefing(b *testing.B) {
	p := newPress(b, sampleOffice(b))
	visit := p.fourPages(b)
	b.ReportAllocs()
	for b.Loop() {
		var paper bytes.Buffer
		if err := pdf.Write(&paper, p.layOut(b, visit)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBriefingProcess is the same as a whole process, of the program with
// and without a window.
func BenchmarkBriefingProcess(b *testing.B) {
	folder := sampleOffice(b)
	p := newPress(b, folder)
	visit := p.fourPages(b)
	if err := p.office.Close(); err != nil {
		b.Fatal(err)
	}
	for name, build := range map[string][]string{
		"window":   {"build", "-trimpath", "-ldflags", "-s -w"},
		"nowindow": {"build", "-trimpath", "-ldflags", "-s -w", "-tags", "nowindow"},
	} {
		program := filepath.Join(b.TempDir(), name)
		if out, err := exec.Command("go", append(build, "-o", program, "visitdesk")...).CombinedOutput(); err != nil {
			b.Fatalf("build: %s", out)
		}
		b.Run(name, func(b *testing.B) {
			paper := filepath.Join(b.TempDir(), "briefing.pdf")
			for b.Loop() {
				c := exec.Command(program, "brief", "-data", folder, "-visit", string(visit), "-today", today, "-o", paper)
				if out, err := c.CombinedOutput(); err != nil {
					b.Fatalf("%v: %s", err, out)
				}
			}
			if info, err := os.Stat(paper); err != nil || info.Size() == 0 {
				b.Fatal("no paper", err)
			}
		})
	}
}
