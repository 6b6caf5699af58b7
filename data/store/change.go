package store

import (
	"context"
	"errors"
	"fmt"

	"visitdesk/data/career"
)

// The acts of changes.
const (
	Saved     = "save"
	Deleted   = "delete"
	Undone    = "undo"
	Redone    = "redo"
	Unsampled = "sample" // the sample office was removed
)

// Save keeps the nouns in one act: new ones (Version 0) and changed ones. It
// sets IDs, versions and stamps, and leaves all nouns as they were if it fails.
//
// It returns a career.Invalid with the problems of all nouns, ErrTaken,
// ErrConflict if a noun was saved by somebody else since it was read, or
// ErrNotFound if a noun, or one it refers to, is not there any more.
//
// Only a new record can be a sample. One that is changed later is the office's
// own from then on and stays when the sample is removed.
func (s *Store) Save(ctx context.Context, nouns ...career.Noun) error {
	if err := check(nouns); err != nil {
		return err
	}
	var works []*work
	err := s.perform(ctx, head{act: Saved}, func(a *act) (err error) {
		if works, err = a.works(ctx, nouns); err != nil {
			return err
		}
		if err = own(works); err != nil {
			return err
		}
		return a.writeAll(ctx, works)
	})
	if err != nil {
		return fmt.Errorf("save: %w", err)
	}
	for i, w := range works {
		w.k.assign(nouns[i], w.new)
	}
	return nil
}

// own takes the mark of the sample from the records that are changed.
func own(works []*work) error {
	for _, w := range works {
		if w.old == nil {
			continue
		}
		kept := w.k.record(w.new)
		if kept.Sample = w.k.record(w.old).Sample; !kept.Sample {
			continue
		}
		changed, err := w.compare()
		if err != nil {
			return err
		}
		kept.Sample = len(changed) == 0
	}
	return nil
}

// check gathers the problems of all nouns.
func check(nouns []career.Noun) error {
	var all career.Invalid
	for _, n := range nouns {
		var invalid career.Invalid
		if err := n.Check(); errors.As(err, &invalid) {
			all = append(all, invalid...)
		} else if err != nil {
			return err
		}
	}
	if len(all) > 0 {
		return all
	}
	return nil
}

// works returns what is to be done to keep the nouns, in their order.
func (a *act) works(ctx context.Context, nouns []career.Noun) ([]*work, error) {
	works := make([]*work, len(nouns))
	known := map[career.Kind][]*work{}
	for i, n := range nouns {
		k, err := keeperOf(n.Kind())
		if err != nil {
			return nil, err
		}
		w := &work{k: k, new: k.clone(n)}
		works[i] = w
		k.record(w.new).Deleted = "" // deleting is for Delete, which knows what depends on the record
		if k.record(n).Version > 0 {
			known[k.Kind()] = append(known[k.Kind()], w)
		} else if *k.id(w.new) == "" {
			*k.id(w.new) = NewID()
		}
	}
	for kind, list := range known {
		if err := a.old(ctx, list); err != nil {
			return nil, fmt.Errorf("%s: %w", kind, err)
		}
	}
	return works, nil
}

// old reads what the works, all of one kind, are about to change, and returns
// career.ErrNotFound or ErrConflict if it is not what the nouns were read from.
func (a *act) old(ctx context.Context, works []*work) error {
	ids := make([]string, len(works))
	for i, w := range works {
		ids[i] = w.id()
	}
	list, err := works[0].k.load(ctx, a.session, ids)
	if err != nil {
		return err
	}
	byID := make(map[string]career.Noun, len(list))
	for _, n := range list {
		byID[n.Key()] = n
	}
	for _, w := range works {
		w.old = byID[w.id()]
		if w.old == nil || w.k.record(w.old).Deleted != "" {
			return fmt.Errorf("%q: %w", w.k.label(w.new), career.ErrNotFound)
		}
		if w.k.record(w.old).Version != w.k.record(w.new).Version {
			return fmt.Errorf("%q: %w", w.k.label(w.new), career.ErrConflict)
		}
	}
	return nil
}

// writeAll keeps works of any kinds, kind by kind.
func (a *act) writeAll(ctx context.Context, works []*work) error {
	byKind := map[career.Kind][]*work{}
	for _, w := range works {
		byKind[w.k.Kind()] = append(byKind[w.k.Kind()], w)
	}
	for _, k := range keepers() {
		if list := byKind[k.Kind()]; len(list) > 0 {
			if err := a.write(ctx, k, list); err != nil {
				return err
			}
		}
	}
	return nil
}
