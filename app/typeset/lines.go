package typeset

import (
	"math"
	"sort"
)

// A line is the atoms [from, to) of a text, with its gaps stretched (ratio > 0)
// or shrunk (ratio < 0).
type line struct {
	from, to int
	ratio    float64
	width    float64 // as set, without the indent
	last     bool    // of its paragraph: never stretched
}

// A measure is the width that lines are broken to, in millimetres.
type measure struct {
	width   float64
	indent  float64 // of the first line
	justify bool
	bySense bool // a short text that is ragged: lines end at spaces or seams and are alike
}

// What a line costs. A line is as bad as the cube of how much its gaps give;
// its cost is the square of that, as in TeX, so that one ugly line weighs more
// than several fair ones.
const (
	costLine   = 10.0
	costGive   = 100.0
	costInside = 1e6 // a break inside a word
	costRunt   = 4e3 // a last line of one or two characters
	costRagged = 1e5 // the same where margins are ragged
	costSense  = 1e6 // a break inside a phrase where lines end by sense
	maxRatio   = 50.0
	slack      = 1e-6
	maxStops   = 1000 // no line holds more places to break
)

// of returns the natural width of the atoms [i, j) set as a line, and
// how far it may stretch and shrink. Spaces at its end count for nothing, and
// so does the blank half of a mark at either edge: ink is flush, not air.
func (m measure) of(atoms []atom, i, j int) (natural, stretch, shrink float64) {
	end := atoms[j-1].seen
	if end <= i {
		return 0, 0, 0
	}
	first, last := &atoms[i], &atoms[end-1]
	natural = last.x + last.width - first.x - m.startTrim(atoms, i) - endTrim(last)
	return natural, last.stretches - first.stretches, last.shrinks - first.shrinks
}

// startTrim is the blank half of an opening mark at a line's start.
func (m measure) startTrim(atoms []atom, i int) float64 {
	if a := &atoms[i]; a.class == opener && a.wide && (i > 0 || m.indent == 0) {
		return blankHalf * a.ink.em()
	}
	return 0
}

func endTrim(a *atom) float64 {
	if a.class == closer && a.wide {
		return blankHalf * a.ink.em()
	}
	return 0
}

// A stop is a place where a line may end, and the best way found to get there.
type stop struct {
	at    int // the line ends before this atom
	kind  breaking
	next  int // the first stop from here on where a line must end
	from  int // the stop where that line begins; -1 for not reached
	cost  float64
	ratio float64
}

// breakLines divides atoms into lines so that all of them together look best
// (Knuth and Plass's total fit). Its work is bounded by the number of atoms
// times the number of places to break that one line holds.
func breakLines(atoms []atom, m measure) []line {
	if len(atoms) == 0 {
		return nil
	}
	if l, ok := m.single(atoms); ok {
		return []line{l}
	}
	m.openLongWords(atoms)
	stops := make([]stop, 1, len(atoms)/2+2)
	for i := range atoms {
		kind := atoms[i].breaks
		if i == len(atoms)-1 {
			kind = must
		}
		if kind != never {
			stops = append(stops, stop{at: i + 1, kind: kind, from: -1, cost: math.Inf(1)})
		}
	}
	for i, next := len(stops)-1, len(stops)-1; i > 0; i-- {
		if stops[i].kind == must {
			next = i
		}
		stops[i].next = next
	}
	b := breaker{m, atoms, stops}
	for from := range stops[:len(stops)-1] {
		if from == 0 || stops[from].from >= 0 {
			b.reach(from)
		}
	}
	return b.trace()
}

// single returns the text as one line if it fits on one.
func (m measure) single(atoms []atom) (line, bool) {
	natural, _, _ := m.of(atoms, 0, len(atoms))
	if natural > m.width-m.indent {
		return line{}, false
	}
	for i := range atoms {
		if atoms[i].breaks == must {
			return line{}, false
		}
	}
	return line{to: len(atoms), width: natural, last: true}, true
}

// openLongWords allows breaks inside what is too long for a line: where they
// keep the rules for marks if they can, else, as in a row of fifty opening
// marks, anywhere.
func (m measure) openLongWords(atoms []atom) {
	room := m.width - m.indent
	changed := len(atoms)
	for _, strict := range []bool{true, false} {
		for start := 0; start < len(atoms); {
			end := start
			for end < len(atoms)-1 && atoms[end].breaks == never {
				end++
			}
			end++
			if natural, _, shrink := m.of(atoms, start, end); natural-shrink > room {
				openWord(atoms[start:end], strict)
				changed = min(changed, start)
			}
			start = end
		}
	}
	total(atoms, changed)
}

func openWord(word []atom, strict bool) {
	for i := range word[:len(word)-1] {
		a, b := &word[i], &word[i+1]
		if strict && (astray(a, b) || b.class == space) || b.clings() {
			continue
		}
		a.breaks = inside
		a.stretch = max(a.stretch, giveHan*a.ink.em())
	}
}

// A breaker breaks one text.
type breaker struct {
	measure
	atoms []atom
	stops []stop
}

// reach tries the lines that begin at one stop. A line that is not half full is
// tried only if there is no better one.
func (b *breaker) reach(from int) {
	start := &b.atoms[b.stops[from].at]
	last := min(from+maxStops, len(b.stops)-1)
	half := sort.Search(last-from, func(k int) bool {
		return b.atoms[b.stops[from+1+k].at-1].x-start.x > b.room(from)/2
	})
	first := min(from+1+half, b.stops[from+1].next, last)
	if b.try(from, first, last) || b.try(from, from+1, first-1) {
		return
	}
	b.stops[from+1].offer(from, b.stops[from].cost+costInside, 0) // a character wider than the line
}

// room returns the width of the line that begins at a stop.
func (b *breaker) room(from int) float64 {
	if from == 0 {
		return b.width - b.indent
	}
	return b.width
}

// try tries the lines from one stop to each of [first, last] that fits, and
// says whether any does.
func (b *breaker) try(from, first, last int) bool {
	reached, room := false, b.room(from)
	for to := first; to <= last; to++ {
		end := &b.stops[to]
		natural, stretch, shrink := b.of(b.atoms, b.stops[from].at, end.at)
		if natural-shrink > room+slack {
			break
		}
		ratio, cost := b.cost(room-natural, stretch, shrink, end.kind == must)
		if end.kind == must && from > 0 && natural < 2.2*b.atoms[end.at-1].ink.em() {
			cost += b.runt()
		}
		end.offer(from, b.stops[from].cost+cost+b.costOfBreak(end), ratio)
		reached = true
		if end.kind == must {
			break
		}
	}
	return reached
}

// costOfBreak returns what a place to break costs, whatever the line.
func (b *breaker) costOfBreak(end *stop) float64 {
	last := &b.atoms[end.at-1]
	switch {
	case end.kind == inside:
		return costInside
	case b.bySense && end.kind == may && !last.seam && last.class != space && last.class != closer:
		return costSense
	}
	return 0
}

func (m measure) runt() float64 {
	if m.justify {
		return costRunt
	}
	return costRagged
}

func (s *stop) offer(from int, cost, ratio float64) {
	if cost < s.cost {
		s.from, s.cost, s.ratio = from, cost, ratio
	}
}

// cost returns how far the gaps of a line must give to fill it, and what that
// costs. Spare is the room left over by the line's natural width.
func (m measure) cost(spare, stretch, shrink float64, end bool) (ratio, cost float64) {
	switch {
	case spare < 0 && shrink > slack:
		ratio = math.Max(-1, spare/shrink)
	case spare < slack, end && !m.bySense:
		return 0, costLine * costLine
	case !m.justify: // ragged: even line ends are better
		give := 3 * spare / m.width
		cost = costLine + costGive*give*give*give
		return 0, cost * cost
	case stretch > slack:
		ratio = spare / stretch
	default:
		ratio = maxRatio
	}
	give := math.Min(math.Abs(ratio), maxRatio)
	cost = costLine + costGive*give*give*give
	return ratio, cost * cost
}

// trace follows the best way back from the last stop.
func (b *breaker) trace() []line {
	n, stops := 0, b.stops
	for s := len(stops) - 1; s > 0; s = stops[s].from {
		n++
	}
	lines := make([]line, n)
	for s := len(stops) - 1; s > 0; s = stops[s].from {
		n--
		end := &stops[s]
		l := line{from: stops[end.from].at, to: end.at, ratio: end.ratio, last: end.kind == must}
		natural, stretch, shrink := b.of(b.atoms, l.from, l.to)
		if l.ratio > 0 && stretch <= slack {
			l.ratio = 0
		}
		l.width = natural + stretch*math.Max(l.ratio, 0) + shrink*math.Min(l.ratio, 0)
		lines[n] = l
	}
	return lines
}
