package store

import (
	"context"
	"fmt"

	"visitdesk/data/career"
)

// edge is a column by which records of one kind refer to those of another.
type edge struct {
	from   keeper
	table  string // that the column is in: the kind's own, or one of children
	owner  string // the column of that table which holds the record's ID
	column string
	to     career.Kind
}

// edges returns all references between kinds, as the tables list them.
func edges() []edge {
	var list []edge
	for _, k := range keepers() {
		for _, c := range k.columns(k.blank()) {
			if r, ok := c.value.(reference); ok {
				for _, to := range r.kinds() {
					list = append(list, edge{k, string(k.Kind()), "id", c.name, to})
				}
			}
			n, ok := c.value.(nested)
			if !ok {
				continue
			}
			table, owner, side := n.source()
			if side == string(career.Theirs) {
				continue // the same table as our side's
			}
			for _, inner := range n.element() {
				if r, ok := inner.value.(reference); ok {
					list = append(list, edge{k, table, owner, inner.name, r.kind})
				}
			}
		}
	}
	return list
}

// kinds returns the kinds of records that the reference may lead to.
func (r reference) kinds() []career.Kind {
	if r.kind != "" {
		return []career.Kind{r.kind}
	}
	return career.Kinds
}

// referrers returns the IDs of living records that refer by e to any of ids.
func (v session) referrers(ctx context.Context, e edge, ids []string) ([]string, error) {
	var all []string
	for part := range chunks(ids) {
		query := fmt.Sprintf(`SELECT DISTINCT r.id FROM %s c JOIN %s r ON r.id = c.%s WHERE r.deleted = '' AND c.%s IN (%s)`,
			e.table, e.from.Kind(), e.owner, e.column, v.marks(len(part)))
		list, err := collect(ctx, v, func(id *string) []any { return []any{id} }, query, part...)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	return all, nil
}

// consistent returns career.ErrNotFound if a record that the act leaves alive
// refers to one that is not, and ErrInUse if one that it deletes is referred to.
func (a *act) consistent(ctx context.Context) error {
	alive := map[string]bool{}
	dead := map[career.Kind][]string{}
	for _, w := range a.written {
		if w.alive() {
			alive[w.id()] = true
		} else {
			dead[w.k.Kind()] = append(dead[w.k.Kind()], w.id())
		}
	}
	if err := a.wanted(ctx, alive); err != nil {
		return err
	}
	if len(dead) == 0 {
		return nil
	}
	for _, e := range edges() {
		ids, err := a.referrers(ctx, e, dead[e.to])
		if err != nil {
			return err
		}
		if len(ids) > 0 {
			return fmt.Errorf("%s: %d of kind %s refer to it: %w", e.to, len(ids), e.from.Kind(), career.ErrInUse)
		}
	}
	return nil
}

// wanted checks that all is alive that the living records of the act refer to;
// those of the act itself are known to be.
func (a *act) wanted(ctx context.Context, alive map[string]bool) error {
	wanted := map[career.Kind][]string{}
	for _, w := range a.written {
		if !w.alive() {
			continue
		}
		eachReference(w, func(r reference) {
			if !alive[*r.id] {
				alive[*r.id] = true // once is enough
				wanted[r.kind] = append(wanted[r.kind], *r.id)
			}
		})
	}
	for kind, ids := range wanted {
		for part := range chunks(ids) {
			n, err := number(ctx, a.tx, fmt.Sprintf("SELECT count(*) FROM %s WHERE deleted = '' AND id IN (%s)", kind, a.marks(len(part))), part...)
			if err != nil {
				return err
			}
			if n < len(part) {
				return fmt.Errorf("%s that a record refers to: %w", kind, career.ErrNotFound)
			}
		}
	}
	return nil
}

// eachReference calls do with each reference of the new record that leads
// somewhere.
func eachReference(w *work, do func(reference)) {
	visit := func(columns []column) {
		for _, c := range columns {
			if r, ok := c.value.(reference); ok && *r.id != "" {
				do(r)
			}
		}
	}
	columns := w.k.columns(w.new)
	visit(columns)
	for _, c := range columns {
		if n, ok := c.value.(nested); ok {
			for _, element := range n.elements() {
				visit(element)
			}
		}
	}
}
