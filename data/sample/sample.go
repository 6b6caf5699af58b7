// Package sample fills an office to try the program on: the office of 沈阳工学院
// with forty employers, the people there, three years of visits and two
// graduating classes.
//
// Two records are real: the visit of 8 March 2023 and the meeting of 24
// February 2022 stand as the universities published them, with names in the
// spelling of those reports and nothing added. Everything and everybody else is
// invented; telephone numbers are of ranges that nobody has.
//
// Dates count from a given day, so that a visit is always tomorrow. The same
// day gives the same facts. Every record is marked as sample, so the office can
// be emptied of them in one act.
//
// Beside it stand synthetic offices of any size, in which nothing is real or of
// use but for measuring; see Synthetic.
package sample

import (
	"context"
	"fmt"
	"math/rand/v2"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// attempts is how often the sample can be removed and filled in again: removed
// records keep their IDs.
const attempts = 50

// Office fills s with the sample office as of today, in one act of the user.
// career.ErrTaken if s has records of its own that clash with it, such as a
// university.
func Office(ctx context.Context, s *store.Store, today career.Date) error {
	for edition := range attempts {
		list := nouns(today, edition)
		used, err := s.History(ctx, list[0].Kind(), list[0].Key())
		if err == nil && len(used) > 0 {
			continue
		}
		if err == nil {
			err = s.Save(ctx, list...)
		}
		if err != nil {
			return fmt.Errorf("fill in the sample office: %w", err)
		}
		return nil
	}
	return fmt.Errorf("fill in the sample office: %w", career.ErrTaken)
}

// Nouns returns the records of the sample office as of today, each after those
// it refers to.
func Nouns(today career.Date) []career.Noun { return nouns(today, 0) }

// kept marks a record as sample.
var kept = career.Kept{Sample: true}

// office is the sample office while it is being filled.
type office struct {
	today   career.Date
	last    int // the class that graduated last summer
	next    int // the class that graduates next
	edition int // tells the IDs of one filling from those of another
	count   int // of IDs given
	dice    *rand.Rand
	nouns   []career.Noun

	colleagues   map[string]*career.Colleague // by name
	employers    map[string]*career.Employer  // by short name
	contacts     map[string]*career.Contact   // by name
	campaign     career.CampaignID            // the one that is on
	campaign2023 career.CampaignID            // the published one
}

func nouns(today career.Date, edition int) []career.Noun {
	o := &office{
		today:      today,
		edition:    edition,
		dice:       rand.New(rand.NewPCG(219, 20230308)),
		colleagues: map[string]*career.Colleague{},
		employers:  map[string]*career.Employer{},
		contacts:   map[string]*career.Contact{},
	}
	o.last = lastClass(today)
	o.next = o.last + 1

	o.university()
	o.staff()
	o.companies()
	o.classes()
	o.people()
	o.published()
	o.flagship()
	o.visits()
	o.business()
	return o.nouns
}

// add appends a record to the office.
func (o *office) add(n career.Noun) { o.nouns = append(o.nouns, n) }

// id returns the next ID, in the shape of a UUID of version 7 made that day.
func (o *office) id() string {
	o.count++
	ms := uint64(o.today.Time().UnixMilli())
	return fmt.Sprintf("%08x-%04x-7%03x-8%03x-%012x", ms>>16, ms&0xffff, o.edition, 0x5a0, o.count)
}

// ago returns the day n days before today.
func (o *office) ago(n int) career.Date { return o.today.Add(-n) }

// pick returns one of the items.
func pick[T any](dice *rand.Rand, items []T) T { return items[dice.IntN(len(items))] }
