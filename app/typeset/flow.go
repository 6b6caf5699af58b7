package typeset

// A sheet is the page that is being drawn on.
type sheet struct {
	layout *Layout
	style  *style
	page   int
}

func (s *sheet) add(marks ...Mark) {
	p := &s.layout.Pages[s.page]
	p.Marks = append(p.Marks, marks...)
}

func (s *sheet) miss(r rune) {
	if s.layout.Missing == nil {
		s.layout.Missing = map[rune]int{}
	}
	s.layout.Missing[r]++
}

// bookmark adds an entry to the table of contents, which begins at level 0.
func (s *sheet) bookmark(title string, level int, y float64) {
	if len(s.layout.Bookmarks) == 0 {
		level = 0
	}
	s.layout.Bookmarks = append(s.layout.Bookmarks, Bookmark{title, level, s.page, y})
}

// A flow fills pages with strips.
type flow struct {
	sheet  *sheet
	y      float64
	fresh  bool          // nothing stands on the page yet
	open   func(*sheet)  // draws the head of a new page
	bounds func() bounds // of the body of the page
}

// bounds are the top and the bottom of a page's body.
type bounds struct{ top, bottom float64 }

func (b bounds) height() float64 { return b.bottom - b.top }

// A row is divided, rather than moved to the next page, if it is higher than
// this share of a page.
const shareToDivide = 1.0 / 3

// fill puts strips on pages, in order.
func (f *flow) fill(strips []strip) {
	for i := range strips {
		st := strips[i]
		if st.turn {
			f.turn()
			continue
		}
		if st.grow != nil {
			st = f.grown(st, strips[i+1:])
		}
		need := f.chain(strips[i:])
		if i > 0 && strips[i-1].keep { // seen to when the chain began
			need = f.least(&st)
		}
		if !f.fresh && f.y+st.before+need > f.bounds().bottom+slack {
			f.turn()
			f.repeat(st.head)
		}
		f.place(st)
	}
}

// chain returns the height that must be free for a strip and those that it
// must share a page with. A chain that no page holds counts as its first strip.
func (f *flow) chain(strips []strip) float64 {
	need := 0.0
	for i := range strips {
		st := &strips[i]
		if st.turn {
			break
		}
		if i > 0 {
			need += st.before
		}
		if !st.keep {
			need += f.least(st)
			break
		}
		if need += st.height; need > f.bounds().height() {
			break
		}
	}
	if need > f.bounds().height() {
		return f.least(&strips[0])
	}
	return need
}

// least returns the height that must be free to begin with a strip: all of it,
// unless it is high enough to be divided.
func (f *flow) least(st *strip) float64 {
	if st.split != nil && st.height > shareToDivide*f.bounds().height() {
		return st.least
	}
	return st.height
}

// place draws a strip at the current height. What does not fit goes to as many
// pages as it takes.
func (f *flow) place(st strip) {
	for {
		y := f.y
		if !f.fresh {
			y += st.before
		}
		if y+st.height <= f.bounds().bottom+slack || st.split == nil {
			f.draw(st, y)
			return
		}
		first, rest, ok := st.split(f.bounds().bottom - y)
		switch {
		case ok:
			f.draw(first, y)
			rest.head = st.head
			st = rest
		case f.fresh: // no page holds even its least part
			f.draw(st, y)
			return
		case st.head != nil && f.y < f.bounds().top+st.head.height+slack:
			st.head = nil // it would never fit below its head
		}
		f.turn()
		f.repeat(st.head)
	}
}

func (f *flow) draw(st strip, y float64) {
	st.draw(f.sheet, f.sheet.style.left, y)
	f.y = y + st.height
	f.fresh = f.fresh && st.height == 0
}

func (f *flow) repeat(head *strip) {
	if head != nil {
		f.draw(*head, f.y)
	}
}

// turn begins a new page unless this one is empty.
func (f *flow) turn() {
	if f.fresh && len(f.sheet.layout.Pages) > 0 {
		return
	}
	st := f.sheet.style
	f.sheet.layout.Pages = append(f.sheet.layout.Pages, Page{Width: st.width, Height: st.height})
	f.sheet.page = len(f.sheet.layout.Pages) - 1
	f.open(f.sheet)
	f.y, f.fresh = f.bounds().top, true
}

// grown returns a strip that takes what the page has left when those after it
// that fit have been placed.
func (f *flow) grown(st strip, after []strip) strip {
	room := f.bounds().bottom - f.y - st.before
	if room < f.least(&st) { // it will stand on the next page
		room = f.bounds().height()
	}
	if room < st.height { // and on more pages
		return st
	}
	reserve := 0.0
	for i := range after {
		if after[i].turn {
			break
		}
		if reserve += after[i].before + after[i].height; reserve > room-st.height {
			reserve = 0
			break
		}
	}
	return st.grow(room - reserve)
}
