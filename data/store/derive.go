package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// derive gives their search keys to records that have none: a schema file can
// make records searchable, but only Go can tell by which keys.
func (s *Store) derive(ctx context.Context, tx *sql.Tx) error {
	a := &act{session: session{q: tx, d: s.d}, tx: tx, stmts: map[string]*sql.Stmt{}}
	for _, k := range keepers() {
		if !k.searched() {
			continue
		}
		ids, err := collect(ctx, a.session, func(id *string) []any { return []any{id} }, fmt.Sprintf("SELECT id FROM %s WHERE search = ''", k.Kind()))
		if err == nil && len(ids) > 0 {
			err = a.deriveKeys(ctx, k, ids)
		}
		if err != nil {
			return fmt.Errorf("search of %ss: %w", k.Kind(), err)
		}
	}
	return nil
}

// deriveKeys gives their search keys to some records of a kind.
func (a *act) deriveKeys(ctx context.Context, k keeper, ids []string) error {
	nouns, err := k.load(ctx, a.session, ids)
	if err != nil {
		return err
	}
	for _, n := range nouns {
		var names []string
		var values []any
		for _, c := range k.derived(n) {
			if list, apart := c.value.(nested); apart {
				if err := a.replace(ctx, n.Key(), list); err != nil {
					return err
				}
				continue
			}
			names, values = append(names, `"`+c.name+`" = `+a.d.param(len(names)+1)), append(values, c.value)
		}
		query := fmt.Sprintf("UPDATE %s SET %s WHERE id = %s", k.Kind(), strings.Join(names, ", "), a.d.param(len(names)+1))
		if err := a.exec(ctx, query, append(values, n.Key())...); err != nil {
			return err
		}
	}
	return a.exec(ctx, fmt.Sprintf(a.d.reindex, k.Kind()))
}
