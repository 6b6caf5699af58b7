package store

import (
	"bytes"
	"database/sql"
	"fmt"
	"reflect"
	"strings"

	"visitdesk/data/career"
)

// joined says what a SELECT from several tables reads: of each, by the name it
// goes by there, some columns. What the level may not read is left out; what an
// outer join does not find stays as it is.
type joined []struct {
	table   string
	columns []column
}

// selects returns the columns of the SELECT.
func (j joined) selects(level career.Level) string {
	var names []string
	for _, part := range j {
		for _, c := range part.columns {
			if level <= c.last {
				names = append(names, part.table+`."`+c.name+`"`)
			}
		}
	}
	return strings.Join(names, ", ")
}

// dest returns where the columns of selects go.
func (j joined) dest(level career.Level) []any {
	var values []any
	for _, part := range j {
		for _, c := range part.columns {
			if level <= c.last {
				values = append(values, optional{c.value})
			}
		}
	}
	return values
}

// optional is a value that may not be there, and stays as it is then.
type optional struct{ value any }

// Scan implements sql.Scanner.
func (o optional) Scan(found any) error {
	if found == nil {
		return nil
	}
	if s, ok := o.value.(sql.Scanner); ok {
		return s.Scan(found)
	}
	to := reflect.ValueOf(o.value).Elem()
	switch v := found.(type) {
	case string:
		if to.Kind() == reflect.String {
			to.SetString(v)
			return nil
		}
	case int64:
		switch to.Kind() {
		case reflect.Int:
			to.SetInt(v)
			return nil
		case reflect.Bool:
			to.SetBool(v != 0)
			return nil
		}
	case []byte:
		if b, ok := o.value.(*[]byte); ok {
			*b = bytes.Clone(v) // the driver's own is gone with the row
			return nil
		}
	}
	return fmt.Errorf("%T is no %s", found, to.Type()) // a panic here would lock the rows
}
