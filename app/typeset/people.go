package typeset

import (
	"bytes"
	"image/jpeg"
	"unicode"

	"visitdesk/app/document"
)

// Of person cards, in millimetres. Photos are 3 to 4.
const (
	photoWidth  = 18.0
	photoHeight = 24.0
	photoGap    = 4.0
	cardPad     = 2.4
	cardEdge    = 0.9
)

// people sets person cards, two to a row where they fit. If nobody has a photo
// no room is left for photos.
func (s *setter) people(people document.People, width float64) []strip {
	perRow, gap := 2, s.style.columnGap
	w := (width - gap) / 2
	if w < narrow {
		perRow, w = 1, width
	}
	photos := false
	for i := range people.People {
		photos = photos || people.People[i].Photo != nil
	}
	var all []strip
	var r row
	flush := func() {
		if n := len(r.cells); n > 0 {
			if len(all) > 0 {
				r.above = 0
			}
			st := r.strip()
			if len(all) > 0 {
				st.before = 3
			}
			all = append(all, st)
			r = row{}
		}
	}
	for i := range people.People {
		if i%perRow == 0 {
			flush()
		}
		card := s.card(&people.People[i], w, photos)
		r.cells = append(r.cells, cell{float64(i%perRow) * (w + gap), []strip{card}})
	}
	flush()
	return all
}

// card sets one person: the photo at the left, the words beside it.
func (s *setter) card(p *document.Person, width float64, photos bool) strip {
	st := s.style
	left := cardEdge + cardPad
	var r row
	if photos {
		left = photoWidth + photoGap
		r.cells = append(r.cells, cell{0, []strip{s.photo(p)}})
	} else {
		r.above, r.below = 0.6, 0.8
	}
	room := width - left
	name := s.style.inks(p.Name, st.name)
	for i := range name {
		name[i].ink.role = sansBold
	}
	reading := s.style.inks(document.T(p.Reading), st.reading)
	set := s.inOneOrTwo(name, reading, st.name, room)
	words := set.strips()
	post := s.text(p.Title, st.post, room)
	words = append(words, post.strips()...)
	for _, line := range p.Lines {
		detail := s.text(line, st.detail, room)
		words = append(words, detail.strips()...)
	}
	r.cells = append(r.cells, cell{left, words})
	if !photos {
		r.under = func(sh *sheet, a area) {
			sh.add(Box{X: a.x, Y: a.y, W: cardEdge, H: a.height, Fill: st.accent, Filled: true})
		}
	}
	return r.strip()
}

// photo returns the picture, or what stands in its place: the first letter of
// the name where there is none, a crossed box where it cannot be read.
func (s *setter) photo(p *document.Person) strip {
	st := s.style
	box := func(sh *sheet, x, y float64) {
		sh.add(Box{X: x, Y: y, W: photoWidth, H: photoHeight, Fill: st.tint, Filled: true, Frame: st.hairline, Width: 0.2})
	}
	var draw func(sh *sheet, x, y float64)
	w, h, ok := photoSize(p.Photo)
	switch {
	case p.Photo == nil:
		initial := s.oneLine(initial(p.Name.String()), lettering{serifBold, 26, 32, st.accent}, photoWidth, document.Centre)
		draw = func(sh *sheet, x, y float64) {
			box(sh, x, y)
			initial.put(sh, x, y+(photoHeight-initial.pitch)/2)
		}
	case !ok:
		name := p.Name.String()
		draw = func(sh *sheet, x, y float64) {
			box(sh, x, y)
			sh.add(Line{X1: x, Y1: y, X2: x + photoWidth, Y2: y + photoHeight, Colour: st.hairline, Width: 0.2})
			sh.add(Line{X1: x + photoWidth, Y1: y, X2: x, Y2: y + photoHeight, Colour: st.hairline, Width: 0.2})
			sh.layout.Broken = append(sh.layout.Broken, name)
		}
	default:
		draw = func(sh *sheet, x, y float64) {
			sh.add(Picture{X: x + (photoWidth-w)/2, Y: y + (photoHeight-h)/2, W: w, H: h, JPEG: p.Photo})
		}
	}
	return strip{height: photoHeight, draw: draw}
}

// photoSize returns the size in which a photo fills its place without being
// distorted. It says false for one that is no whole JPEG.
func photoSize(photo []byte) (w, h float64, ok bool) {
	config, err := jpeg.DecodeConfig(bytes.NewReader(photo))
	endOfImage := []byte{0xFF, 0xD9}
	if err != nil || config.Width == 0 || config.Height == 0 || !bytes.HasSuffix(photo, endOfImage) {
		return 0, 0, false
	}
	scale := min(photoWidth/float64(config.Width), photoHeight/float64(config.Height))
	return float64(config.Width) * scale, float64(config.Height) * scale, true
}

func initial(name string) string {
	for _, r := range name {
		if unicode.IsLetter(r) {
			return string(r)
		}
	}
	return ""
}
