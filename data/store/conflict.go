package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"visitdesk/data/career"
)

// This file helps when two people changed one record: Save said
// career.ErrConflict, and the one who came later chooses field by field. A list,
// such as an agenda, is one field.

// errNoField reports a field that a kind of record does not have.
var errNoField = errors.New("no such field")

// Compare returns the fields in which the stored record differs from mine, in
// the order in which they are listed: Old is what is stored, New is mine. There
// are none if they say the same; Merge with no fields is all it takes then.
// career.ErrNotFound if the record was deleted.
func (s *Store) Compare(ctx context.Context, mine career.Noun) (theirs []Field, err error) {
	err = s.meet(ctx, "compare", mine, func(k keeper, stored career.Noun) error {
		others := facts(k, stored)
		for i, c := range facts(k, mine) {
			old, err := others[i].json()
			if err != nil {
				return err
			}
			now, err := c.json()
			if err != nil {
				return err
			}
			if !bytes.Equal(old, now) {
				theirs = append(theirs, Field{string(k.Kind()) + "." + c.name, plain(old), plain(now)})
			}
		}
		return nil
	})
	return theirs, err
}

// Merge takes the named fields of the stored record over into mine, and its
// version, so that Save keeps the result. It saves nothing, and changes nothing
// if it fails: career.ErrNotFound if the record was deleted.
func (s *Store) Merge(ctx context.Context, mine career.Noun, theirs []string) error {
	return s.meet(ctx, "merge", mine, func(k keeper, stored career.Noun) error {
		merged := k.clone(mine)
		others, columns := facts(k, stored), facts(k, merged)
		for _, name := range theirs {
			name, ours := strings.CutPrefix(name, string(k.Kind())+".")
			i := slices.IndexFunc(columns, func(c column) bool { return c.name == name })
			if i < 0 || !ours {
				return fmt.Errorf("%s of %s: %w", name, k.Kind(), errNoField)
			}
			reflect.ValueOf(columns[i].field()).Elem().Set(reflect.ValueOf(others[i].field()).Elem())
		}
		*k.record(merged) = *k.record(stored)
		k.assign(mine, merged)
		return nil
	})
}

// facts returns the columns that a user fills in.
func facts(k keeper, n career.Noun) []column {
	return slices.DeleteFunc(k.columns(n), func(c column) bool { return c.name == "deleted" || c.name == "sample" })
}

// meet calls do with the stored record of mine.
func (s *Store) meet(ctx context.Context, doing string, mine career.Noun, do func(keeper, career.Noun) error) error {
	k, err := keeperOf(mine.Kind())
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return s.view(ctx, doing+" "+string(mine.Kind()), func(v session) error {
		list, err := k.load(ctx, v, []string{mine.Key()})
		if err == nil && (len(list) == 0 || k.record(list[0]).Deleted != "") {
			err = fmt.Errorf("%q: %w", k.label(mine), career.ErrNotFound)
		}
		if err != nil {
			return err
		}
		return do(k, list[0])
	})
}
