package pdf_test

import (
	"bytes"
	"io"
	"os"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"visitdesk/app/pdf"
	"visitdesk/app/typeset"
)

// BenchmarkWrite writes four laid-out pages in a running program.
func BenchmarkWrite(b *testing.B) {
	l := briefing(b)
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := pdf.Write(&out, l); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len()), "B/file")
}

// BenchmarkNaive writes the same text as gofpdf's manual shows: whole fonts and
// MultiCell, which also breaks the lines (and drops characters doing so).
func BenchmarkNaive(b *testing.B) {
	l := briefing(b)
	song, err := os.ReadFile(fonts + "NotoSerifSC-Regular.tgh.ttf")
	if err != nil {
		b.Fatal(err)
	}
	bold, err := os.ReadFile(fonts + "NotoSerifSC-Bold.tgh.ttf")
	if err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := naive(&out, l, song, bold); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len()), "B/file")
}

func naive(w io.Writer, l typeset.Layout, song, bold []byte) error {
	f := gofpdf.New("P", "mm", "A4", "")
	f.AddUTF8FontFromBytes("song", "", song)
	f.AddUTF8FontFromBytes("bold", "", bold)
	for _, page := range l.Pages {
		f.AddPage()
		for _, mark := range page.Marks {
			switch mark := mark.(type) {
			case typeset.Glyphs:
				name := "song"
				if mark.Face.Name == "bold" {
					name = "bold"
				}
				f.SetFont(name, "", mark.Size)
				f.MultiCell(170, 6, string(mark.Runes), "", "J", false)
			case typeset.Line:
				f.Line(mark.X1, mark.Y1, mark.X2, mark.Y2)
			}
		}
	}
	return f.Output(w)
}
