package typeset

import "sort"

// shorten returns the longest beginning of atoms that fills at most n lines
// when "…" ends it.
func (m measure) shorten(atoms []atom, n int, dots func(*atom) atom) ([]atom, []line) {
	// No more atoms can stand on n lines than are so wide.
	most := sort.Search(len(atoms), func(k int) bool {
		return atoms[k].x-atoms[k].shrinks > float64(n)*m.width*1.01
	})
	try := func(k int) ([]atom, []line) {
		k = cleanCut(atoms, k)
		cut := make([]atom, k, k+1)
		copy(cut, atoms)
		if k > 0 {
			cut[k-1].breaks, cut[k-1].gap, cut[k-1].stretch, cut[k-1].shrink = never, 0, 0, 0
		}
		cut = append(cut, dots(&atoms[max(k-1, 0)]))
		total(cut, k)
		return cut, breakLines(cut, m)
	}
	k := sort.Search(most, func(k int) bool {
		_, lines := try(k + 1)
		return len(lines) > n
	})
	for ; k > 0; k-- {
		if cut, lines := try(k); len(lines) <= n {
			return cut, lines
		}
	}
	return try(0)
}

// cleanCut moves a cut back so that it splits no character and no word of a few
// letters, and leaves no space, no opening mark and no comma before the dots.
func cleanCut(atoms []atom, k int) int {
	k = wordStart(atoms, k)
	for k > 0 {
		a := &atoms[k-1]
		split := k < len(atoms) && atoms[k].clings()
		blank := a.class == space || a.class == feed
		if !split && !blank && !endsNone(a.class, a.r) && !contains("，、；,;", a.r) {
			return k
		}
		k--
	}
	return 0
}

// wordStart returns the start of the word that a cut would split, or the cut if
// that is far.
func wordStart(atoms []atom, cut int) int {
	const far = 12
	if cut == len(atoms) {
		return cut
	}
	for k := cut; k > 0 && cut-k < far; k-- {
		if atoms[k].class != latin || atoms[k-1].class != latin {
			return k
		}
	}
	return cut
}
