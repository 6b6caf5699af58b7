package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/segmenter"

	"visitdesk/app/document"
	"visitdesk/app/font"
)

// point is a typographic point in millimetres.
const point = 25.4 / 72

// An ink is how a run of text looks.
type ink struct {
	role   role
	size   float64 // points
	colour Colour
	boxed  bool // stands for what is missing
}

// em returns the size in millimetres.
func (i ink) em() float64 { return i.size * point }

// A piece is text in one ink, with extra space after it.
type piece struct {
	text  string
	ink   ink
	extra float64 // em
}

// A breaking says whether a line may end after an atom.
type breaking uint8

const (
	never  breaking = iota
	inside          // only because the word is too long for a line
	may
	must
)

// An atom is one character and the gap after it, in millimetres.
type atom struct {
	r       rune
	class   class
	breaks  breaking
	wide    bool // a mark with a blank half, which may be squeezed away
	missing bool // no face has it
	seam    bool // a phrase ends here
	face    *font.Face
	ink     *ink
	width   float64

	gap, stretch, shrink float64 // after the atom: natural size and how it gives

	// Sums of widths and gaps over the atoms before this one, and the number of
	// atoms up to the last visible one so far: what a line measures is then a
	// difference, whatever its length.
	x, stretches, shrinks float64
	seen                  int
}

// Gaps, in em.
const (
	gapHanLatin   = 0.2
	giveHanLatin  = 0.1
	giveHan       = 0.06
	giveMark      = 0.1
	shrinkMark    = 0.25
	blankHalf     = 0.5
	fullWidth     = 0.9 // a mark at least so wide has a blank half
	stretchOfWord = 0.6 // of the width of a space
	shrinkOfWord  = 0.25
)

// shaper turns pieces into atoms. It keeps its buffers from call to call.
type shaper struct {
	fonts   *Fonts
	seg     segmenter.Segmenter
	runes   []rune
	inks    []*ink
	chinese []bool
	breaks  []bool
}

// shape returns the atoms of the pieces, with what each allows after it.
func (s *shaper) shape(pieces []piece) []atom {
	s.collect(pieces)
	if len(s.runes) == 0 {
		return nil
	}
	s.findBreaks()
	surroundings(s.runes, s.chinese)
	atoms := make([]atom, 0, len(s.runes))
	for i, r := range s.runes {
		if invisible(r) {
			if n := len(atoms); n > 0 {
				atoms[n-1].seam = string(r) == document.Seam
				if s.breaks[i] {
					atoms[n-1].breaks = may
				}
			}
			continue
		}
		a := atom{r: r, ink: s.inks[i], class: classify(r, s.chinese[i])}
		s.letter(&a, s.chinese[i])
		if s.breaks[i] {
			a.breaks = may
		}
		atoms = append(atoms, a)
	}
	for i := 0; i+1 < len(atoms); i++ {
		tailor(&atoms[i], &atoms[i+1])
		separate(&atoms[i], &atoms[i+1])
	}
	addExtras(atoms, pieces)
	total(atoms, 0)
	return atoms
}

// collect gathers the runes of the pieces. Blank lines go, and spaces beside
// feeds, at the start and at the end.
func (s *shaper) collect(pieces []piece) {
	s.runes, s.inks = s.runes[:0], s.inks[:0]
	for i := range pieces {
		for _, r := range pieces[i].text {
			r = plainSpace(r)
			start := len(s.runes) == 0 || s.runes[len(s.runes)-1] == '\n'
			blank := r == ' ' || r == '\n'
			if r != '\n' && unicode.Is(unicode.Cc, r) || start && blank {
				continue
			}
			s.runes = append(s.runes, r)
			s.inks = append(s.inks, &pieces[i].ink)
		}
	}
	for n := len(s.runes); n > 0 && (s.runes[n-1] == '\n' || s.runes[n-1] == ' '); n-- {
		s.runes = s.runes[:n-1]
	}
	s.chinese = resize(s.chinese, len(s.runes))
	s.breaks = resize(s.breaks, len(s.runes))
}

// plainSpace returns the feed for line ends of all kinds, and a space for a tab.
func plainSpace(r rune) rune {
	switch r {
	case '\t':
		return ' '
	case '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return '\n'
	}
	return r
}

func resize(flags []bool, n int) []bool {
	if cap(flags) < n {
		return make([]bool, n)
	}
	flags = flags[:n]
	clear(flags)
	return flags
}

// findBreaks marks the runes after which Unicode (UAX #14) lets a line end.
func (s *shaper) findBreaks() {
	s.seg.Init(s.runes)
	for lines := s.seg.LineIterator(); lines.Next(); {
		line := lines.Line()
		s.breaks[line.Offset+len(line.Text)-1] = true
	}
}

// letter finds the face and the width of an atom.
func (s *shaper) letter(a *atom, chinese bool) {
	if a.class == feed {
		a.face = s.fonts.pairs[a.ink.role].chinese
		return
	}
	face, glyph := s.fonts.find(a.ink.role, a.r, chinese)
	if glyph == 0 && a.class == space { // the rarer spaces
		a.r = ' '
		face, glyph = s.fonts.find(a.ink.role, a.r, chinese)
	}
	a.face, a.missing = face, glyph == 0
	advance := 1.0
	if !a.missing {
		advance = face.Advance(glyph)
	}
	a.width = advance * a.ink.em()
	mark := a.class == opener || a.class == closer || a.r == '·'
	a.wide = mark && advance >= fullWidth && !a.ink.boxed
}

// clings says whether an atom is a combining mark, which no break may cut off.
func (a *atom) clings() bool { return a.width == 0 && a.r >= 0x300 && unicode.Is(unicode.M, a.r) }

// tailor adds the rules of Chinese typesetting to the breaks of Unicode.
func tailor(a, b *atom) {
	if a.class == feed {
		a.breaks = must
		return
	}
	if a.class == closer && (b.class == han || b.class == opener || b.class == latin) ||
		b.class == opener && a.class == han {
		a.breaks = may
	}
	// A run of spaces is passed over as one, so that it costs one break.
	runs := b.class == feed || b.class == space || a.class == joiner && a.r == b.r
	if runs || b.clings() || astray(a, b) {
		a.breaks = never
	}
}

// astray says whether a break between two atoms would leave a closing mark at a
// line's start or an opening one at a line's end.
func astray(a, b *atom) bool {
	return beginsNone(b.class, b.r) || endsNone(a.class, a.r)
}

// either says whether one of two atoms is of a class.
func either(a, b *atom, c class) bool { return a.class == c || b.class == c }

// separate sets the gap between two atoms.
func separate(a, b *atom) {
	em := a.ink.em()
	switch {
	case either(a, b, feed):
	case a.isDot(), b.isDot(): // the dot between names is half as wide
		a.gap = -blankHalf / 2 * em
	case b.class == space:
	case a.ink.boxed != b.ink.boxed:
		a.gap = gapHanLatin * em
	case a.class == space:
		a.stretch, a.shrink = stretchOfWord*a.width, shrinkOfWord*a.width
	case blanksMeet(a, b):
		a.gap = -blankHalf * em
	case a.class == joiner && b.class == joiner:
	case either(a, b, han) && either(a, b, latin):
		a.gap, a.stretch, a.shrink = gapHanLatin*em, giveHanLatin*em, giveHanLatin*em
	case a.class == opener || b.class == closer: // marks cling to what they enclose
		a.stretch = giveHan * em / 2
	case a.wide, b.wide:
		a.stretch, a.shrink = giveMark*em, shrinkMark*em
	case either(a, b, han):
		a.stretch = giveHan * em
	}
}

// isDot says whether an atom is the full-width dot between the parts of a name.
func (a *atom) isDot() bool { return a.r == '·' && a.wide }

// blanksMeet says whether the blank halves of two marks meet, so that one of
// them may go.
func blanksMeet(a, b *atom) bool {
	if a.class == closer {
		return a.wide && (b.class == closer || b.class == opener)
	}
	return a.class == opener && b.class == opener && b.wide
}

// addExtras widens the gap after the last atom of each piece that asks for it.
func addExtras(atoms []atom, pieces []piece) {
	for p := range pieces {
		if pieces[p].extra == 0 {
			continue
		}
		for i := range atoms {
			last := i+1 == len(atoms) || atoms[i+1].ink != atoms[i].ink
			if last && atoms[i].ink == &pieces[p].ink {
				atoms[i].gap += pieces[p].extra * pieces[p].ink.em()
			}
		}
	}
}

// total sums up the atoms from one on.
func total(atoms []atom, from int) {
	for i := from; i < len(atoms); i++ {
		a := &atoms[i]
		a.x, a.stretches, a.shrinks, a.seen = 0, 0, 0, 0
		if i > 0 {
			b := &atoms[i-1]
			a.x = b.x + b.width + b.gap
			a.stretches, a.shrinks = b.stretches+b.stretch, b.shrinks+b.shrink
			a.seen = b.seen
		}
		if a.class != space && a.class != feed {
			a.seen = i + 1
		}
	}
}
