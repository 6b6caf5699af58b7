package store

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"visitdesk/data/career"
)

// field is something of a record that lists show, sort by and filter by. Its
// SQL is of the table as r and never NULL; {today} and {tomorrow} stand for
// those days.
type field struct {
	is     string // what it is: the text or number that a filter names
	by     string // what sorts by it, if that is something else
	holds  content
	values []string          // all it can be, in their order; nil to ask the records
	rough  map[string]string // of a field that SQL cannot decide: for each value, a condition that holds wherever it might
}

// content is what a field holds.
type content int

const (
	texts   content = iota // empty when unknown
	filled                 // text that is never empty, so that an index gives the order
	numbers                // whole ones
	guesses                // whole ones, 0 when unknown
	lists                  // a JSON list of texts: any of them will do; it sorts nothing
)

// What comes after all text that anybody writes, and after all numbers.
const (
	last    = "'\U0010FFFF'"
	largest = "9223372036854775807"
)

// whole reports whether the field holds whole numbers.
func (f field) whole() bool { return f.holds == numbers || f.holds == guesses }

// order is what sorts by the field, in one direction or the other. The empty
// come last in both.
func (f field) order(desc bool) string {
	by := cmp.Or(f.by, f.is)
	switch {
	case f.holds == texts && !desc:
		return "coalesce(nullif(" + by + ", ''), " + last + ")"
	case f.holds == guesses && !desc:
		return "coalesce(nullif(" + by + ", 0), " + largest + ")"
	}
	return by
}

// field returns the field of a phrase key.
func (s source) field(key string) (field, error) {
	f, ok := s.fields[key]
	if !ok {
		return f, fmt.Errorf("field %q of %s: %w", key, s.kind, career.ErrNotFound)
	}
	return f, nil
}

// sorting returns the field of a phrase key if rows can be sorted by it.
func (s source) sorting(key string) (field, error) {
	f, err := s.field(key)
	if err == nil && (f.holds == lists || f.rough != nil) {
		err = fmt.Errorf("field %q of %s sorts nothing: %w", key, s.kind, career.ErrNotFound)
	}
	return f, err
}

// where is the condition of living and of having, in each field of the filter,
// one of the values. Unless it may be indexed it is put so that the database
// takes no index for it.
func (a *params) where(s source, filter map[string][]string, indexed bool) (string, error) {
	where := "r.deleted = ''"
	for _, key := range slices.Sorted(maps.Keys(filter)) {
		f, err := s.field(key)
		if err != nil {
			return "", err
		}
		if values := filter[key]; len(values) > 0 {
			if !indexed && f.rough == nil && f.holds != lists {
				f.is = "coalesce(" + f.is + ", NULL)"
			}
			where += " AND " + a.has(f, values)
		}
	}
	return where, nil
}

// has is the condition that a field has one of the values.
func (a *params) has(f field, values []string) string {
	var marks []string
	for _, value := range values {
		switch {
		case f.rough != nil:
			if rough := f.rough[value]; rough != "" {
				marks = append(marks, "("+a.sql(rough)+")")
			}
		case f.whole():
			if n, err := strconv.ParseInt(value, 10, 64); err == nil {
				marks = append(marks, a.add(n))
			}
		default:
			marks = append(marks, a.add(value))
		}
	}
	list := strings.Join(marks, ", ")
	switch {
	case marks == nil:
		return "1 = 0"
	case f.rough != nil:
		return "(" + strings.Join(marks, " OR ") + ")"
	case f.holds == lists && slices.Contains(values, ""):
		return "(" + f.is + " = '[]' OR " + fmt.Sprintf(a.d.tagged, f.is, list) + ")"
	case f.holds == lists:
		return fmt.Sprintf(a.d.tagged, f.is, list)
	}
	return a.sql(f.is) + " IN (" + list + ")"
}

// yes turns a condition into a field that is "yes" or "no".
func yes(condition string) field {
	return field{is: "CASE WHEN " + condition + " THEN 'yes' ELSE 'no' END", holds: filled, values: []string{"yes", "no"}}
}
