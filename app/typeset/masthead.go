package typeset

import (
	"strconv"
	"strings"

	"visitdesk/app/document"
)

// oneLine sets a text on one line, shortened if need be.
func (s *setter) oneLine(text string, l lettering, width float64, align document.Align) passage {
	const most = 1200 // bytes: no line holds more, and it may be a book
	text = strings.ReplaceAll(text, "\n", " ")
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "") + "…"
	}
	pieces := []piece{{text: text, ink: s.style.ink(l, document.Plain)}}
	return s.passage(pieces, l, form{measure: measure{width: width}, lines: 1, align: align})
}

// put draws a passage of few lines and returns its width.
func (p *passage) put(s *sheet, x, y float64) float64 {
	for i := range p.lines {
		p.draw(s, i, x, y+float64(i)*p.pitch)
	}
	return p.width()
}

// drawHead draws the head of a page: in full on the first, one small line on
// the others.
func (s *setter) drawHead(p *sheet) {
	if p.page == 0 {
		s.drawMasthead(p)
		return
	}
	st, y := s.style, 12.6
	quarter := s.bodyWidth() / 4
	if s.running == nil {
		s.running = s.runningHead(quarter)
	}
	s.running[0].put(p, st.left, y)
	s.running[1].put(p, st.width-st.right-quarter, y)
	s.doubleRule(p, y+5.4, 0.35)
}

// runningHead sets what heads all pages but the first: who issues what, and the
// level at the right.
func (s *setter) runningHead(quarter float64) []passage {
	st := s.style
	red := st.running
	red.colour = st.seal
	mark := s.oneLine(s.doc.Mark, red, quarter, document.Right)
	text := s.doc.Title
	if s.doc.Author != "" && text != "" {
		text = s.doc.Author + "　" + text
	}
	width := s.bodyWidth()
	if !mark.blank() {
		width -= mark.width() + st.columnGap
	}
	return []passage{s.oneLine(text, st.running, width, document.Left), mark}
}

// drawMasthead draws the head of page one: who issues the paper, its number,
// its level in a box, a double rule.
func (s *setter) drawMasthead(p *sheet) {
	st, y := s.style, 12.0
	room := s.bodyWidth()
	if mark := s.oneLine(s.doc.Mark, st.mark, room/3, document.Centre); !mark.blank() {
		const pad, height = 3.2, 7.2
		w := mark.width() + 2*pad
		x := st.width - st.right - w
		p.add(Box{X: x, Y: y + 0.9, W: w, H: height, Frame: st.seal, Width: 0.4})
		mark.measure.width = w
		mark.put(p, x, y+0.9+(height-mark.pitch)/2)
		room -= w + st.columnGap
	}
	author := s.oneLine(s.doc.Author, st.author, room, document.Left)
	author.put(p, st.left, y)
	number := s.oneLine(s.doc.Number, st.number, room, document.Left)
	number.put(p, st.left, y+author.pitch+0.5)
	s.doubleRule(p, 22.4, 0.9)
}

// doubleRule draws the thick and the thin rule of a head.
func (s *setter) doubleRule(p *sheet, y, thick float64) {
	st := s.style
	right := st.width - st.right
	p.add(Line{X1: st.left, Y1: y, X2: right, Y2: y, Colour: st.deep, Width: thick})
	p.add(Line{X1: st.left, Y1: y + thick/2 + 0.75, X2: right, Y2: y + thick/2 + 0.75, Colour: st.deep, Width: 0.15})
}

// title returns the title and the subtitle, centred, as strips.
func (s *setter) title() []strip {
	st := s.style
	subtitle := st.subtitle
	if s.doc.Language == "zh" { // slanted digits would lean among upright han
		subtitle.role = serif
	}
	var strips []strip
	for _, t := range []struct {
		text  string
		look  lettering
		lines int
	}{{s.doc.Title, st.title, 3}, {s.doc.Subtitle, subtitle, 2}} {
		pieces := []piece{{text: t.text, ink: st.ink(t.look, document.Plain)}}
		p := s.passage(pieces, t.look, form{
			measure: measure{width: s.bodyWidth(), bySense: true}, align: document.Centre, lines: t.lines,
		})
		strips = append(strips, p.strips()...)
	}
	if len(strips) > 0 {
		strips = append(strips, strip{height: st.gapTitle, draw: func(*sheet, float64, float64) {}})
	}
	for i := range strips {
		strips[i].keep = true
	}
	return strips
}

// drawFoot draws the foot of a page: a rule, whose paper it is, and the page.
func (s *setter) drawFoot(p *sheet, page, pages int) {
	st := s.style
	y := st.height - 16.5
	p.add(Line{X1: st.left, Y1: y, X2: st.width - st.right, Y2: y, Colour: st.hairline, Width: 0.25})
	width := s.bodyWidth()
	number := s.oneLine(pageNumber(s.doc.PageNo, page, pages), st.foot, width/3, document.Right)
	room := width
	if !number.blank() {
		room -= number.width() + st.columnGap
	}
	if page == 1 {
		s.foot = s.oneLine(s.doc.Foot, st.foot, room-2, document.Left)
	}
	s.foot.put(p, st.left, y+1.6)
	number.put(p, st.left+width-width/3, y+1.6)
}

// pageNumber puts the page and the count into a phrase with %d twice, or with
// %[1]d and %[2]d. A phrase with neither stands as it is.
func pageNumber(phrase string, page, pages int) string {
	if phrase == "" {
		return ""
	}
	first, second := strconv.Itoa(page), strconv.Itoa(pages)
	phrase = strings.NewReplacer("%[1]d", first, "%[2]d", second).Replace(phrase)
	phrase = strings.Replace(phrase, "%d", first, 1)
	return strings.Replace(phrase, "%d", second, 1)
}
