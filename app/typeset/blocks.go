package typeset

import (
	"fmt"
	"strconv"
	"strings"

	"visitdesk/app/document"
)

// narrow is the least width in which two things stand side by side, in
// millimetres; below it they stand one above the other.
const narrow = 60

// blocks returns the strips of blocks in a column of a width.
func (s *setter) blocks(blocks []document.Block, width float64) []strip {
	var all []strip
	for i, block := range blocks {
		strips := s.block(block, width)
		if len(strips) == 0 {
			continue
		}
		if strips[0].before == 0 {
			strips[0].before = s.gapBefore(blocks, i)
		}
		all = append(all, strips...)
	}
	return all
}

// gapBefore returns the distance above a block: paragraphs that follow each
// other stand closer than other blocks.
func (s *setter) gapBefore(blocks []document.Block, i int) float64 {
	if i == 0 {
		return 0.01 // below a section's title, which has its own distance
	}
	if _, ok := blocks[i].(document.Heading); ok {
		return s.style.gapHeading
	}
	_, text := blocks[i].(document.Paragraph)
	_, before := blocks[i-1].(document.Paragraph)
	_, heading := blocks[i-1].(document.Heading)
	switch {
	case heading:
		return s.style.gapUnder
	case text && before:
		if s.doc.Language == "zh" {
			return s.style.gapParagraph
		}
		return 1.5 * s.style.gapParagraph
	}
	return s.style.gapBlock
}

// block returns the strips of one block: the list of all there are.
func (s *setter) block(block document.Block, width float64) []strip {
	switch block := block.(type) {
	case document.Heading:
		return s.heading(block, width)
	case document.Paragraph:
		return s.paragraph(block, width)
	case document.Facts:
		return s.facts(block, width)
	case document.List:
		return s.list(block, width)
	case document.Tiles:
		return s.tiles(block, width)
	case document.Table:
		return s.table(block, width)
	case document.Bars:
		return s.bars(block, width)
	case document.Callout:
		return s.callout(block, width)
	case document.People:
		return s.people(block, width)
	case document.Columns:
		return s.columns(block, width)
	case document.Timeline:
		return s.timeline(block, width)
	case document.Ruled:
		return s.ruled(block, width)
	case document.Boxes:
		return s.boxes(block, width)
	}
	return nil
}

// text sets a Text in lines of a width, ragged at the right.
func (s *setter) text(t document.Text, l lettering, width float64) passage {
	return s.passage(s.style.inks(t, l), l, form{measure: measure{width: width}})
}

// plain sets a string as text does.
func (s *setter) plain(t string, l lettering, width float64) passage {
	pieces := []piece{{text: t, ink: s.style.ink(l, document.Plain)}}
	return s.passage(pieces, l, form{measure: measure{width: width}})
}

func (s *setter) heading(h document.Heading, width float64) []strip {
	p := s.text(h.Text, s.style.heading, width)
	if p.blank() {
		return nil
	}
	strips := p.strips()
	for i := range strips {
		strips[i].keep = true
	}
	draw, title := strips[0].draw, h.Text.String()
	strips[0].draw = func(sh *sheet, x, y float64) {
		sh.bookmark(title, 1, y)
		draw(sh, x, y)
	}
	return strips
}

// paragraph sets running text: in Chinese each line that a feed starts is
// indented by two characters, so each is a passage of its own.
func (s *setter) paragraph(par document.Paragraph, width float64) []strip {
	l, indent := s.style.latinBody, 0.0
	if s.doc.Language == "zh" {
		l = s.style.body
		if !par.Flush {
			indent = 2 * l.em()
		}
	}
	if width < narrow {
		indent = 0
	}
	var all []strip
	left := s.limit(par.Lines)
	texts := splitLines(par.Text)
	for i, text := range texts {
		p := s.passage(s.style.inks(text, l), l, form{
			measure: measure{width: width, indent: indent, justify: true},
			lines:   max(left, 0), more: i+1 < len(texts),
		})
		if p.blank() {
			continue
		}
		strips := p.strips()
		if len(all) > 0 && indent == 0 { // nothing else would tell where it begins
			strips[0].before = s.style.gapParagraph
		}
		all = append(all, strips...)
		if left -= len(p.lines); left == 0 {
			break
		}
	}
	return all
}

// splitLines divides a text at its line feeds. Blank lines are left out.
func splitLines(t document.Text) []document.Text {
	var lines []document.Text
	var line document.Text
	end := func() {
		if strings.TrimSpace(line.String()) != "" {
			lines = append(lines, line)
		}
		line = nil
	}
	for _, span := range t {
		for i, part := range strings.Split(span.Text, "\n") {
			if i > 0 {
				end()
			}
			if part != "" {
				line = append(line, document.Span{Text: part, Tone: span.Tone})
			}
		}
	}
	end()
	return lines
}

// list sets items that hang from their marks.
func (s *setter) list(list document.List, width float64) []strip {
	st := s.style
	l := st.list
	hang := 1.5 * l.em()
	if list.Marker == document.Numbers {
		hang = float64(len(strconv.Itoa(len(list.Items))))*0.55*l.em() + l.em()
	}
	if list.Marker == document.Boxed {
		hang = 1.8 * l.em()
	}
	var all []strip
	number := 0
	for _, item := range list.Items {
		p := s.passage(st.inks(item, l), l, form{
			measure: measure{width: width - hang, justify: true}, lines: list.Lines,
		})
		if p.blank() {
			continue
		}
		number++
		mark := s.marker(list.Marker, number, hang)
		strips := p.strips()
		for i := range strips {
			draw := strips[i].draw
			strips[i].draw = func(sh *sheet, x, y float64) {
				if i == 0 {
					mark(sh, x, y)
				}
				draw(sh, x+hang, y)
			}
		}
		if len(all) > 0 {
			strips[0].before = st.gapItem
		}
		all = append(all, strips...)
	}
	return all
}

// marker returns what draws the mark of a list's item.
func (s *setter) marker(kind document.Marker, number int, hang float64) func(sh *sheet, x, y float64) {
	st := s.style
	l := st.list
	middle := l.pitch * point / 2
	switch kind {
	case document.Numbers:
		digits := lettering{sansBold, l.size * 0.9, l.pitch, st.accent}
		p := s.plain(fmt.Sprintf("%d.", number), digits, hang)
		return func(sh *sheet, x, y float64) { p.put(sh, x, y) }
	case document.Boxed:
		const side = 3
		return func(sh *sheet, x, y float64) {
			sh.add(Box{X: x + 0.4, Y: y + middle - side/2, W: side, H: side, Frame: st.muted, Width: 0.3})
		}
	}
	const side = 1.3
	return func(sh *sheet, x, y float64) {
		sh.add(Box{X: x + 1, Y: y + middle - side/2, W: side, H: side, Fill: st.accent, Filled: true})
	}
}

// callout sets a remark in a tinted box with a coloured edge.
func (s *setter) callout(c document.Callout, width float64) []strip {
	st := s.style
	fill, edge := st.tint, st.accent
	switch c.Tone {
	case document.Warn:
		fill, edge = st.tintWarn, st.ochre
	case document.Alert:
		fill, edge = st.tintAlert, st.seal
	}
	const bar, left, right = 1.3, 5, 4
	label := st.remarkLabel
	label.colour = edge
	pieces := []piece{{text: c.Label, ink: st.ink(label, document.Plain)}}
	if c.Label != "" && !endsWithSpace(c.Label) {
		pieces = append(pieces, piece{text: " ", ink: pieces[0].ink, extra: 0.4})
	}
	pieces = append(pieces, st.inks(c.Text, st.remark)...)
	p := s.passage(pieces, st.remark, form{
		measure: measure{width: width - left - right, justify: true}, lines: c.Lines,
	})
	if p.blank() {
		return nil
	}
	box := row{
		cells: []cell{{left, p.strips()}}, above: 2.2, below: 2.4,
		under: func(sh *sheet, a area) {
			sh.add(Box{X: a.x, Y: a.y, W: width, H: a.height, Fill: fill, Filled: true})
			sh.add(Box{X: a.x, Y: a.y, W: bar, H: a.height, Fill: edge, Filled: true})
		},
	}
	return []strip{box.strip()}
}

func endsWithSpace(text string) bool {
	return text[len(text)-1] == ' ' || len(text) >= 3 && text[len(text)-3:] == "　"
}

// columns sets blocks side by side, where there is room for that.
func (s *setter) columns(c document.Columns, width float64) []strip {
	half := (width - s.style.columnGap) / 2
	if half < narrow {
		return append(s.blocks(c.Left, width), s.blocks(c.Right, width)...)
	}
	left, right := s.blocks(c.Left, half), s.blocks(c.Right, half)
	if len(left)+len(right) == 0 {
		return nil
	}
	return []strip{row{cells: []cell{{0, left}, {half + s.style.columnGap, right}}}.strip()}
}
