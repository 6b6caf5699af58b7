package store

import (
	"context"
	"fmt"

	"visitdesk/data/career"
)

// Delete deletes the nouns in one act, softly, with what makes no sense
// without them:
//
//	an employer   takes along the visits to it, what was promised, wanted, agreed
//	              and said there, and contacts who hold no other post
//	a visit       takes along what came of it
//	a graduate    takes along the outcomes
//
// Whatever else refers to them lets go of them and stays: a visit to several
// employers goes to one fewer, an outcome keeps the employer's name as reported,
// a participant keeps the name on the list of that day. A colleague who led a
// visit stays, since papers of that visit name who led it: career.ErrInUse.
//
// Undo brings all of it back. ErrNotFound and ErrConflict are as for Save.
func (s *Store) Delete(ctx context.Context, nouns ...career.Noun) error {
	err := s.perform(ctx, head{act: Deleted}, func(a *act) error {
		works, err := a.works(ctx, nouns)
		if err != nil {
			return err
		}
		d := deletion{act: a, known: map[string]*work{}}
		for _, w := range works {
			if w.old == nil {
				return fmt.Errorf("%s %q: %w", w.k.Kind(), w.k.label(w.new), career.ErrNotFound)
			}
			w.new = w.k.clone(w.old) // what the user typed but did not save is not kept
			d.add(w)
			d.drop(w)
		}
		return d.write(ctx)
	})
	if err != nil {
		return fmt.Errorf("delete: %w", err)
	}
	return nil
}

// deletion gathers what goes and what lets go.
type deletion struct {
	*act
	known map[string]*work // by ID
	order []*work
	queue []*work // deleted, with referrers not looked for yet
}

func (d *deletion) add(w *work) {
	d.known[w.id()] = w
	d.order = append(d.order, w)
}

// drop marks a record as deleted.
func (d *deletion) drop(w *work) {
	if w.alive() {
		w.k.record(w.new).Deleted = d.now
		d.queue = append(d.queue, w)
	}
}

// write follows all references to what is deleted and keeps the result.
func (d *deletion) write(ctx context.Context) error {
	for len(d.queue) > 0 {
		gone := map[career.Kind]map[string]*work{}
		for _, w := range d.queue {
			if gone[w.k.Kind()] == nil {
				gone[w.k.Kind()] = map[string]*work{}
			}
			gone[w.k.Kind()][w.id()] = w
		}
		d.queue = nil
		for _, e := range edges() {
			if err := d.follow(ctx, e, gone[e.to]); err != nil {
				return err
			}
		}
	}
	return d.writeAll(ctx, d.order)
}

// follow lets the records that refer by e to what is gone let go of it.
func (d *deletion) follow(ctx context.Context, e edge, gone map[string]*work) error {
	ids := make([]string, 0, len(gone))
	for id := range gone {
		ids = append(ids, id)
	}
	referrers, err := d.referrers(ctx, e, ids)
	if err != nil {
		return err
	}
	if err := d.read(ctx, e.from, referrers); err != nil {
		return err
	}
	for _, id := range referrers {
		w := d.known[id]
		if !w.alive() {
			continue
		}
		switch letGo(w.new, e.to, gone) {
		case leaves:
			d.drop(w)
		case refuses:
			return fmt.Errorf("%s %q refers to it: %w", e.from.Kind(), w.k.label(w.new), career.ErrInUse)
		}
	}
	return nil
}

// read reads the records that are not known yet.
func (d *deletion) read(ctx context.Context, k keeper, ids []string) error {
	var unknown []string
	for _, id := range ids {
		if d.known[id] == nil {
			unknown = append(unknown, id)
		}
	}
	list, err := k.load(ctx, d.session, unknown)
	for _, n := range list {
		d.add(&work{k: k, old: n, new: k.clone(n)})
	}
	return err
}

// fate is what becomes of a record when one that it refers to is deleted.
type fate int

const (
	stays   fate = iota
	leaves       // is deleted too
	refuses      // keeps the other from being deleted
)

// letGo takes from n its references of a kind to what is gone.
func letGo(n career.Noun, kind career.Kind, gone map[string]*work) fate {
	let := func(id *string) {
		if gone[*id] != nil {
			*id = ""
		}
	}
	switch n := n.(type) {
	case *career.Employer:
		let((*string)(&n.Parent))
	case *career.Contact:
		let((*string)(&n.Graduate))
		if kept := without(n.Posts, func(p career.Post) bool { return gone[string(p.Employer)] != nil }); len(kept) != len(n.Posts) {
			n.Posts = kept
			if len(kept) == 0 {
				return leaves
			}
		}
	case *career.Visit:
		return letGoVisit(n, kind, gone)
	case *career.Outcome:
		if kind == career.KindGraduate {
			return leaves
		}
		if w := gone[string(n.Employer)]; w != nil {
			n.Employer, n.EmployerName = "", first(n.EmployerName, w.k.label(w.old))
		}
	default: // commitments, demands, agreements and feedback are about it alone
		return leaves
	}
	return stays
}

func letGoVisit(v *career.Visit, kind career.Kind, gone map[string]*work) fate {
	if gone[string(v.LedBy)] != nil && kind == career.KindColleague {
		return refuses
	}
	if gone[string(v.Employer())] != nil {
		return leaves
	}
	v.Employers = without(v.Employers, func(e career.EmployerID) bool { return gone[string(e)] != nil })
	if gone[string(v.Campaign)] != nil {
		v.Campaign = ""
	}
	for _, list := range []*[]career.Participant{&v.Ours, &v.Theirs} {
		*list = append([]career.Participant(nil), *list...) // the old record has the same list
		for i := range *list {
			p := &(*list)[i]
			if gone[string(p.Contact)] != nil {
				p.Contact = ""
			}
			if gone[string(p.Colleague)] != nil {
				p.Colleague = ""
			}
		}
	}
	return stays
}

// without returns a new list without the elements that drop picks.
func without[T any](list []T, drop func(T) bool) []T {
	var kept []T
	for _, x := range list {
		if !drop(x) {
			kept = append(kept, x)
		}
	}
	return kept
}

// RemoveSample deletes the sample office in one act and returns how many
// records it had. What the office's own records refer to is theirs by now: it
// stays and is no longer a sample. So does what was edited; see Save.
func (s *Store) RemoveSample(ctx context.Context) (int, error) {
	removed := 0
	err := s.perform(ctx, head{act: Unsampled}, func(a *act) error {
		removed = 0
		d := deletion{act: a, known: map[string]*work{}}
		for _, k := range keepers() {
			ids, err := a.samples(ctx, k)
			if err != nil {
				return err
			}
			if err := d.read(ctx, k, ids); err != nil {
				return err
			}
		}
		if err := d.adopt(ctx); err != nil {
			return err
		}
		for _, w := range d.order {
			if w.k.record(w.new).Sample {
				removed++
				d.drop(w)
			}
		}
		return d.write(ctx)
	})
	if err != nil {
		return 0, fmt.Errorf("remove the sample office: %w", err)
	}
	return removed, nil
}

// samples returns the IDs of the living sample records of a kind.
func (v session) samples(ctx context.Context, k keeper) ([]string, error) {
	return collect(ctx, v, func(id *string) []any { return []any{id} },
		fmt.Sprintf("SELECT r.id FROM %s r WHERE r.sample = 1 AND r.deleted = ''", k.Kind()))
}

// adopt makes those samples the office's own that its own records refer to,
// and then those that these refer to.
func (d *deletion) adopt(ctx context.Context) error {
	var own []string
	for _, e := range edges() {
		ids, err := d.wantedByOwn(ctx, e)
		if err != nil {
			return err
		}
		own = append(own, ids...)
	}
	for len(own) > 0 {
		w := d.known[own[0]]
		own = own[1:]
		if w == nil || !w.k.record(w.new).Sample {
			continue
		}
		w.k.record(w.new).Sample = false
		eachReference(w, func(r reference) { own = append(own, *r.id) })
	}
	return nil
}

// wantedByOwn returns the IDs of living samples to which living records of the
// office's own refer by e.
func (v session) wantedByOwn(ctx context.Context, e edge) ([]string, error) {
	return collect(ctx, v, func(id *string) []any { return []any{id} }, fmt.Sprintf(
		`SELECT DISTINCT t.id FROM %s c JOIN %s r ON r.id = c.%s JOIN %s t ON t.id = c.%s
		WHERE r.deleted = '' AND r.sample = 0 AND t.deleted = '' AND t.sample = 1`, e.table, e.from.Kind(), e.owner, e.to, e.column))
}
