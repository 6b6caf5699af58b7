package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"visitdesk/app/document"
	"visitdesk/app/typeset"
	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
)

// paper returns the pages of a text of so many paragraphs.
func paper(t *testing.T, s *story.Story, paragraphs int) typeset.Layout {
	t.Helper()
	fonts, err := s.Desk.Fonts()
	if err != nil {
		t.Fatal(err)
	}
	doc := document.Document{Language: "zh", Title: "简报", Sections: []document.Section{{Key: "x", Title: "一"}}}
	for range paragraphs {
		doc.Sections[0].Blocks = append(doc.Sections[0].Blocks, document.Paragraph{Text: document.T("访企拓岗，促进毕业生就业。访企拓岗，促进毕业生就业。")})
	}
	return typeset.Pages(doc, fonts)
}

// drawn counts the pages of a preview that are drawn.
func drawn(o fyne.CanvasObject) (n int) {
	for _, o := range test.LaidOutObjects(o) {
		if image, ok := o.(*canvas.Image); ok && image.Image != nil {
			n++
		}
	}
	return n
}

// A preview draws the pages that are seen and no others, and turns them by the
// keyboard.
func TestPreview(t *testing.T) {
	s := story.Begin(t, "en")
	p := s.Desk.Preview()
	at, of := -1, 0
	p.OnPage = func(page, all int) { at, of = page, all }
	s.Show(&listPage{page: newPage(), list: previewPage{p}})
	layout := paper(t, s, 400)
	p.SetPages(layout)
	s.Settle()
	if of != len(layout.Pages) || of < 8 || at != 0 {
		t.Fatalf("at page %d of %d", at, of)
	}
	if n := drawn(p); n == 0 || n > 3 {
		t.Errorf("%d of %d pages are drawn", n, of)
	}
	s.Window.Canvas().Focus(p)
	s.Press(fyne.KeyPageDown, fyne.KeyPageDown)
	if at != 2 {
		t.Errorf("after two pages down, at page %d", at)
	}
	s.Press(fyne.KeyEnd)
	if at != of-1 {
		t.Errorf("at the end, at page %d of %d", at, of)
	}
	p.SetZoom(ui.FitPage)
	s.Settle()
	if at != of-1 {
		t.Errorf("after another zoom, at page %d of %d", at, of)
	}
	s.Press(fyne.KeyHome, fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp)
	if n := drawn(p); at != 0 || n == 0 || n > 4 {
		t.Errorf("at page %d, %d pages are drawn", at, n)
	}
}

type previewPage struct{ preview *ui.Preview }

func (p previewPage) Content() fyne.CanvasObject { return p.preview }
func (p previewPage) Refresh()                   {}

// A paper that takes the place of another shows its own pages.
func TestPreviewShowsTheNewestPaper(t *testing.T) {
	s := story.Begin(t, "en")
	p := s.Desk.Preview()
	pages := 0
	p.OnPage = func(_, all int) { pages = all }
	s.Show(&listPage{page: newPage(), list: previewPage{p}})
	p.SetPages(paper(t, s, 200))
	one := paper(t, s, 1)
	p.SetPages(one)
	s.Settle()
	if pages != len(one.Pages) || drawn(p) != len(one.Pages) {
		t.Errorf("shows %d pages, %d drawn", pages, drawn(p))
	}
	p.SetPages(typeset.Layout{})
	s.Press(fyne.KeyEscape)
	if p.At() != 0 {
		t.Errorf("an empty paper is at page %d", p.At())
	}
}
