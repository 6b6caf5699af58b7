package typeset_test

import (
	"strings"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/typeset"
	"visitdesk/assets"
)

func BenchmarkPages(b *testing.B) {
	d, f := briefing(b), fonts(b)
	b.ReportAllocs()
	for b.Loop() {
		typeset.Pages(d, f)
	}
}

// BenchmarkBreak sets one paragraph of 1,000 characters.
func BenchmarkBreak(b *testing.B) {
	in := strings.Repeat("为落实“访企拓岗”专项行动要求，进一步拓展就业渠道，现将2027届有关情况报告如下。", 24)
	d, f := paper("zh", document.Paragraph{Text: document.T(in)}), fonts(b)
	b.ReportAllocs()
	for b.Loop() {
		typeset.Pages(d, f)
	}
}

func BenchmarkOpenFonts(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := typeset.OpenFonts(assets.Files); err != nil {
			b.Fatal(err)
		}
	}
}
