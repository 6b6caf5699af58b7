package store

import (
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"visitdesk/data/career"
)

func TestEveryFieldHasAColumn(t *testing.T) {
	for _, k := range keepers() {
		n := k.blank()
		kept := map[uintptr]bool{reflect.ValueOf(k.id(n)).Pointer(): true, reflect.ValueOf(k.record(n)).Pointer(): true}
		for _, c := range k.columns(n) {
			kept[reflect.ValueOf(c.field()).Pointer()] = true
		}
		kept[reflect.ValueOf(&k.record(n).Version).Pointer()] = true
		kept[reflect.ValueOf(&k.record(n).Created).Pointer()] = true
		kept[reflect.ValueOf(&k.record(n).Updated).Pointer()] = true
		everyField(t, string(k.Kind()), reflect.ValueOf(n).Elem(), kept)
		for _, c := range k.columns(n) {
			inner, ok := c.value.(nested)
			if !ok {
				continue
			}
			element := reflect.ValueOf(c.field()).Type().Elem().Elem()
			if element.Kind() == reflect.Struct && len(inner.element()) != element.NumField() {
				t.Errorf("%s.%s: %d columns for the %d fields of %s", k.Kind(), c.name, len(inner.element()), element.NumField(), element)
			}
		}
	}
}

func everyField(t *testing.T, path string, v reflect.Value, kept map[uintptr]bool) {
	for i := range v.NumField() {
		field, name := v.Field(i), path+"."+v.Type().Field(i).Name
		if kept[field.Addr().Pointer()] && (field.Kind() != reflect.Struct || v.Type().Field(i).Name == "Logistics") {
			continue
		}
		if field.Kind() == reflect.Struct {
			everyField(t, name, field, kept)
			continue
		}
		t.Errorf("%s has no column", name)
	}
}

func TestEveryFieldComesBack(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "office.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	f := filler{ids: map[reflect.Type]string{}}
	var nouns []career.Noun
	for _, k := range keepers() {
		n := k.blank()
		*k.id(n) = NewID()
		id := reflect.ValueOf(n).Elem().FieldByName("ID")
		f.ids[id.Type()] = id.String()
		nouns = append(nouns, n)
	}
	for _, n := range nouns {
		f.fill(reflect.ValueOf(n).Elem())
		if e, ok := n.(*career.Employer); ok {
			e.Parent = "" // not itself
		}
	}
	if err := s.Save(t.Context(), nouns...); err != nil {
		t.Fatal(err)
	}
	for _, want := range nouns {
		k, _ := keeperOf(want.Kind())
		var list []career.Noun
		err := s.view(t.Context(), "", func(v session) (err error) {
			list, err = k.load(t.Context(), v, []string{want.Key()})
			return err
		})
		if err != nil || len(list) != 1 {
			t.Fatalf("%s: %d, %v", want.Kind(), len(list), err)
		}
		if !reflect.DeepEqual(list[0], want) {
			t.Errorf("%s: got  %+v\nwant %+v", want.Kind(), list[0], want)
		}
		everyFieldMerges(t, s, k, want)
	}
}

// everyFieldMerges fails the test unless a record that says nothing differs in
// all fields from what is stored, and is the same after taking all of them over.
func everyFieldMerges(t *testing.T, s *Store, k keeper, stored career.Noun) {
	t.Helper()
	mine := k.blank()
	*k.id(mine) = stored.Key()
	fields, err := s.Compare(t.Context(), mine)
	if err != nil {
		t.Fatal(err)
	}
	want := len(facts(k, mine))
	if e, ok := stored.(*career.Employer); ok && e.Parent == "" {
		want-- // it is not its own parent
	}
	if len(fields) != want {
		t.Errorf("%s: %d of %d fields differ: %v", k.Kind(), len(fields), want, fields)
	}
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Name
	}
	if err := s.Merge(t.Context(), mine, names); err != nil || !reflect.DeepEqual(mine, stored) {
		t.Errorf("%s: %v, got %+v\nwant %+v", k.Kind(), err, mine, stored)
	}
}

// filler gives every field a value of its own.
type filler struct {
	ids map[reflect.Type]string
	n   int
}

func (f *filler) fill(v reflect.Value) {
	f.n++
	switch id := f.ids[v.Type()]; {
	case id != "":
		v.SetString(id)
		return
	case v.Type() == reflect.TypeFor[career.Kept]():
		return
	}
	switch v.Interface().(type) {
	case career.Date:
		v.SetString(fmt.Sprintf("20%02d-05-01", 10+f.n%80))
		return
	case career.Moment:
		v.SetString("2026-05-01T09:30")
		return
	case career.Side:
		v.SetString(string(career.Theirs))
		return
	case career.Kind:
		v.SetString(string(career.KindEmployer))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("文 %d <&'\"\\\n%%", f.n))
	case reflect.Int, reflect.Int64:
		v.SetInt(f.number(f.n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8:
		v.SetUint(uint64(f.n % 256))
	case reflect.Struct:
		for i := range v.NumField() {
			f.name(v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.fill(v.Index(0))
		f.fill(v.Index(1))
	}
}

func (f *filler) number(n int) int64 { return int64(n%5 + 1) }

// name fills a field that only some values will do for.
func (f *filler) name(name string, v reflect.Value) {
	switch {
	case v.Kind() == reflect.Int && (name == "Cohort" || name == "Year"):
		v.SetInt(2026)
	case name == "OfID":
		v.SetString(f.ids[reflect.TypeFor[career.EmployerID]()])
	case name == "Hash":
		v.SetString(strings.Repeat("0a", 32))
	case name == "PayTo":
		v.SetInt(9000)
	case name == "To", name == "Until", name == "Done" && v.Kind() == reflect.String:
		f.fill(v)
		if strings.HasPrefix(v.String(), "20") {
			v.SetString("2099" + v.String()[4:])
		}
	default:
		f.fill(v)
	}
}

// The levels of a table's columns are the rule of who reads what; a private
// note, a phone or an e-mail that says otherwise is a slip.
func TestPrivateColumnsStayInTheHouse(t *testing.T) {
	for _, k := range keepers() {
		for _, c := range k.columns(k.blank()) {
			name := string(k.Kind()) + "." + c.name
			last := office // a remark on a demand or an agreement is no private note
			if k.Kind() == career.KindDemand || k.Kind() == career.KindAgreement {
				last = house
			}
			if c.name == "note" && c.last != last {
				t.Errorf("%s may be read at L%d, want L%d", name, c.last, last)
			}
			personal := c.name == "mobile" || c.name == "email" || c.name == "wechat" || c.name == "phone" && k.Kind() != career.KindUniversity
			if personal && (c.last > house || k.Kind() == career.KindGraduate && c.last > office) {
				t.Errorf("%s may be read at L%d", name, c.last)
			}
		}
	}
}
