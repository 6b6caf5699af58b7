package sample

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"math/rand/v2"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A Size says how many records a synthetic office has of each kind that counts.
// Of the others it has as many as belong to these.
type Size struct {
	Name       string // as a user writes it
	Employers  int
	Contacts   int
	Visits     int
	Graduates  int
	Outcomes   int
	Colleagues int
	Meetings   int
}

// Sizes are those that the program is measured with. The large one is what a
// university of 60,000 graduates a year has after ten years.
var Sizes = []Size{
	{"small", 500, 900, 300, 5_000, 6_667, 16, 40},
	{"office", 5_000, 9_000, 6_000, 150_000, 200_000, 60, 200},
	{"large", 20_000, 50_000, 40_000, 600_000, 800_000, 160, 800},
}

// Total returns how many records Synthetic.Fill counts.
func (s Size) Total() int { return s.Employers + s.Contacts + s.Visits + s.Graduates + s.Outcomes }

// Synthetic is an office of any size to measure and to try the program with. It
// looks like the records of ten classes: popular employers and rare ones, people
// who come and go, seasons of visits, outcomes that shift from year to year. All
// of it is invented: social credit codes are of the region 000000 and telephone
// numbers begin with 154, which nobody has, and the rest is at example.com.
//
// The same value makes the same records, byte for byte.
type Synthetic struct {
	Size  Size
	Seed  uint64
	Today career.Date
}

// Nouns hands the records to put, each after those it refers to, and stops at
// the first error. They are put's from then on.
func (s Synthetic) Nouns(put func(...career.Noun) error) error {
	y := &synth{Synthetic: s, put: put, dice: rand.New(rand.NewPCG(s.Seed, uint64(s.Size.Graduates))), last: lastClass(s.Today), taught: taught(), byID: map[career.EmployerID]*firm{}}
	y.names = newNames(y.dice)
	for _, part := range []func() error{y.house, y.employers, y.classes, y.contacts, y.visits, y.meetings} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// Fill fills an empty office with the records, in one act that cannot be undone:
// career.ErrNotEmpty if it has records. It returns how many there are of each
// kind. From time to time told is told how many of Size.Total are made; after
// the last of them the office still has to make its indexes, which takes about
// as long again.
func (s Synthetic) Fill(ctx context.Context, office *store.Store, told func(done, of int)) ([]store.Count, error) {
	var counts map[career.Kind]int
	err := office.Fill(ctx, func(put func(...career.Noun) error) error {
		counts = map[career.Kind]int{}
		done, of := 0, s.Size.Total()
		return s.Nouns(func(nouns ...career.Noun) error {
			for _, n := range nouns {
				counts[n.Kind()]++
				switch n.Kind() {
				case career.KindEmployer, career.KindContact, career.KindVisit, career.KindGraduate, career.KindOutcome:
					if done++; done%(of/100+1) == 0 || done == of {
						told(done, of)
					}
				}
			}
			return put(nouns...)
		})
	})
	if err != nil {
		return nil, err
	}
	var list []store.Count
	for _, kind := range career.Kinds {
		if counts[kind] > 0 {
			list = append(list, store.Count{Kind: kind, Count: counts[kind]})
		}
	}
	return list, nil
}

// classesKept is how many classes an office has records of, the one that leaves
// next among them.
const classesKept = 10

// synth is a synthetic office while it is made.
type synth struct {
	Synthetic
	put    func(...career.Noun) error
	dice   *rand.Rand
	names  *names
	taught []course
	last   int    // the class that left last
	count  uint64 // of IDs given

	colleagues []*career.Colleague // in protocol order
	campaigns  []*career.Campaign  // the latest last
	firms      []*firm             // the most popular first
	byID       map[career.EmployerID]*firm
	popular    *rand.Zipf // draws one of firms
	alumni     []alumnus
	portraits  [][]byte
}

// next is the class that leaves next.
func (y *synth) next() int { return y.last + 1 }

// id returns the next ID: a UUID of version 7 whose time counts the records and
// whose rest is drawn. IDs rise in the order in which they are given.
func (y *synth) id() string {
	var id [16]byte
	ms := uint64(y.Today.Add(-30).Time().UnixMilli()) + y.count
	y.count++
	binary.BigEndian.PutUint64(id[:], ms<<16|0x7000|y.dice.Uint64()&0xfff)
	binary.BigEndian.PutUint64(id[8:], 1<<63|y.dice.Uint64()>>2)
	var text [36]byte
	at := 0
	for i, bytes := range [][]byte{id[:4], id[4:6], id[6:8], id[8:10], id[10:]} {
		if i > 0 {
			text[at] = '-'
			at++
		}
		at += hex.Encode(text[at:], bytes)
	}
	return string(text[:])
}

// some reports true in so many of a thousand cases.
func (y *synth) some(perMille int) bool { return y.dice.IntN(1000) < perMille }

// from returns a number of lo to hi, both included.
func (y *synth) from(lo, hi int) int { return lo + y.dice.IntN(hi-lo+1) }

// ago returns a day of lo to hi days before today.
func (y *synth) ago(lo, hi int) career.Date { return y.Today.Add(-y.from(lo, hi)) }

// lastClass returns the class that left last: classes leave at the end of June.
func lastClass(today career.Date) int {
	if today.Time().Month() >= 7 {
		return today.Year()
	}
	return today.Year() - 1
}

// weighted draws items by their weights.
type weighted[T any] struct {
	items []T
	upTo  []int // the sum of the weights to each item
}

func (w *weighted[T]) add(item T, weight int) {
	sum := weight
	if n := len(w.upTo); n > 0 {
		sum += w.upTo[n-1]
	}
	w.items, w.upTo = append(w.items, item), append(w.upTo, sum)
}

// sum returns the sum of all weights.
func (w *weighted[T]) sum() int { return w.upTo[len(w.upTo)-1] }

// at returns the item that a number below the sum of the weights falls on.
func (w *weighted[T]) at(n int) T {
	lo, hi := 0, len(w.upTo)-1
	for lo < hi {
		if mid := (lo + hi) / 2; w.upTo[mid] > n {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return w.items[lo]
}

func (w *weighted[T]) draw(dice *rand.Rand) T { return w.at(dice.IntN(w.sum())) }
