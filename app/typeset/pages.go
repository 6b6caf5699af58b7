// Package typeset sets a document in pages: it chooses faces, breaks lines and
// pages, and draws tables, charts and cards, all as a plain Layout that packages
// pdf and raster draw. It reads no clock and no file after OpenFonts; the same
// document gives the same pages.
//
// Text is set as good Chinese printing sets it: both margins flush, no line
// begins with a closing mark or ends with an opening one, marks that meet are
// squeezed, and a hair of space parts han from Latin. Lines are broken over the
// whole paragraph at once. There is no hyphenation, no kerning and no
// right-to-left text.
//
// From a document to its pages: Pages asks blocks.go for the strips of each
// block; a passage (passage.go) is shaped into atoms (shape.go) and broken into
// lines (lines.go); a flow (flow.go) fills pages with the strips.
package typeset

import "visitdesk/app/document"

// A setter sets one document.
type setter struct {
	shaper
	doc    document.Document
	style  *style
	most   int // lines that each text may have, to make a front fit; 0 for any
	height float64

	running []passage // of all pages but the first
	foot    passage
}

// Pages sets a document in pages of A4.
func Pages(doc document.Document, fonts *Fonts) Layout {
	layout := Layout{Document: doc}
	s := &setter{shaper: shaper{fonts: fonts}, doc: doc, style: &modern}
	page := &sheet{layout: &layout, style: s.style}
	f := &flow{sheet: page, bounds: func() bounds { return s.bounds(page.page) }, open: s.drawHead}
	s.height = s.bounds(1).height()
	f.turn()
	title := s.title()
	if len(doc.Front.Versions) > 0 {
		room := s.bounds(0).height() - heightOf(title)
		var front []strip
		layout.Version, front = s.front(room)
		s.spread(front, room-heightWithGap(front))
		if doc.Front.Name != "" {
			page.bookmark(doc.Front.Name, 0, f.y)
		}
		f.fill(append(title, front...))
		if len(doc.Sections) > 0 {
			f.turn()
		}
	} else {
		f.fill(title)
	}
	f.fill(s.sections())
	for i := range layout.Pages {
		page.page = i
		s.drawFoot(page, i+1, len(layout.Pages))
	}
	return layout
}

// bounds returns where the body of a page stands.
func (s *setter) bounds(page int) bounds {
	b := bounds{s.style.top, s.style.height - s.style.bottom}
	if page == 0 {
		b.top = s.style.firstTop
	}
	return b
}

func (s *setter) bodyWidth() float64 {
	return s.style.width - s.style.left - s.style.right
}

// The lines that each text of a front may have if even its last version does
// not fit: a front never overflows for one long name.
var squeezes = []int{6, 4, 3, 2, 1}

// front returns the first version of the front that fits, and its strips. If
// none does, the texts of the last are shortened until it does.
func (s *setter) front(room float64) (int, []strip) {
	versions := s.doc.Front.Versions
	last := len(versions) - 1
	var strips []strip
	for i := range versions {
		strips = s.blocks(versions[i], s.bodyWidth())
		if heightWithGap(strips) <= room {
			return i, strips
		}
	}
	for _, s.most = range squeezes {
		strips = s.blocks(versions[last], s.bodyWidth())
		if heightWithGap(strips) <= room {
			break
		}
	}
	s.most = 0
	return last, strips
}

// spread shares room that a front leaves among the gaps between its blocks, so
// that page one looks filled.
func (s *setter) spread(front []strip, spare float64) {
	gaps := 0
	for i := range front {
		if front[i].grow != nil {
			return
		}
		if front[i].before >= s.style.gapBlock {
			gaps++
		}
	}
	more := min(spare*0.9/float64(max(gaps, 1)), s.style.gapSpread)
	for i := range front {
		if front[i].before >= s.style.gapBlock && more > 0 {
			front[i].before += more
		}
	}
}

func heightWithGap(strips []strip) float64 {
	if len(strips) == 0 {
		return 0
	}
	return strips[0].before + heightOf(strips)
}

// sections returns the strips of all sections, each under its title.
func (s *setter) sections() []strip {
	var all []strip
	for _, section := range s.doc.Sections {
		if section.NewPage {
			all = append(all, strip{turn: true})
		}
		all = append(all, s.sectionTitle(section)...)
		all = append(all, s.blocks(section.Blocks, s.bodyWidth())...)
	}
	return all
}

// sectionTitle returns the title of a section, behind a bar of the accent.
func (s *setter) sectionTitle(section document.Section) []strip {
	st := s.style
	begin := func(p *sheet, y float64) {
		p.layout.Places = append(p.layout.Places, Place{section.Key, p.page, y})
		if section.Title != "" {
			p.bookmark(section.Title, 0, y)
		}
	}
	const inset = 4
	text := []piece{{text: section.Title, ink: st.ink(st.section, document.Plain)}}
	p := s.passage(text, st.section, form{measure: measure{width: s.bodyWidth() - inset}})
	if p.blank() {
		return []strip{{keep: true, draw: func(sh *sheet, _, y float64) { begin(sh, y) }}}
	}
	strips := p.strips()
	for i := range strips {
		draw := strips[i].draw
		strips[i].keep = true
		strips[i].draw = func(sh *sheet, x, y float64) {
			if i == 0 {
				begin(sh, y)
			}
			sh.add(Box{X: x, Y: y + 0.75, W: 1.3, H: p.pitch - 1.5, Fill: st.accent, Filled: true})
			draw(sh, x+inset, y)
		}
	}
	strips[0].before = st.gapSection
	strips = append(strips, strip{height: 1.6, keep: true, draw: func(*sheet, float64, float64) {}})
	return strips
}
