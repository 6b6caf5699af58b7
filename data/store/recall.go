package store

import (
	"context"
	"encoding/json"
	"slices"
	"sync"
)

// answers remembers what took a walk through whole lists to find out, for as
// long as nobody changes the office: who comes back to a list need not wait for
// it again. Every act writes a change, other programs' acts too, so the newest
// change tells whether an answer still holds.
type answers struct {
	lock   sync.Mutex
	change int // the newest one when they were found
	known  map[string]answer
}

// answer is a list of texts and a number.
type answer struct {
	texts []string
	n     int
}

// maxAnswers is how many are remembered at most.
const maxAnswers = 16

// get returns the answer to a question, if it is known and the newest change is
// still the same.
func (a *answers) get(question string, change int) (answer, bool) {
	a.lock.Lock()
	defer a.lock.Unlock()
	found, ok := a.known[question]
	return found, ok && a.change == change
}

// put remembers an answer found when a change was the newest.
func (a *answers) put(question string, change int, found answer) {
	a.lock.Lock()
	defer a.lock.Unlock()
	if a.known == nil || a.change != change || len(a.known) >= maxAnswers {
		a.change, a.known = change, map[string]answer{}
	}
	a.known[question] = found
}

// recalled answers from memory or finds out. What is asked is told by values
// that JSON can write; the day counts by itself.
func (s *Store) recalled(ctx context.Context, v session, find func() (answer, error), asked ...any) (answer, error) {
	question, err := json.Marshal(append(asked, v.today))
	if err != nil {
		return answer{}, err
	}
	change, err := number(ctx, v.q, "SELECT coalesce(max(seq), 0) FROM change")
	if err != nil {
		return answer{}, err
	}
	found, ok := s.answers.get(string(question), change)
	if !ok {
		if found, err = find(); err != nil {
			return answer{}, err
		}
		s.answers.put(string(question), change, found)
	}
	found.texts = slices.Clone(found.texts) // the caller's own
	return found, nil
}
