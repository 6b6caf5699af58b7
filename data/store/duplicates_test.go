package store_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// codes are valid and belong to nobody.
const (
	code  career.USCC = "91000000MA0000001R"
	code2 career.USCC = "91000000MA0000002W"
)

func duplicatesOf(t testing.TB, s *store.Store, id career.EmployerID) (names []string) {
	t.Helper()
	for _, row := range got[[]store.EmployerRow](t)(s.Duplicates(t.Context(), id)) {
		names = append(names, row.Name)
	}
	return names
}

func TestDuplicates(t *testing.T) {
	mine := career.Employer{Name: "沈阳新松机器人自动化股份有限公司", Place: "辽宁省沈阳市", ShortNames: []string{"新松", "新松自动化"}, FormerNames: []string{"沈阳机器人示范工程公司"}, USCC: code}
	for name, c := range map[string]struct {
		other career.Employer
		want  bool
	}{
		"another legal form":            {career.Employer{Name: "沈阳新松机器人自动化有限责任公司"}, true},
		"punctuation":                   {career.Employer{Name: "沈阳新松（机器人）自动化股份有限公司"}, true},
		"the place in brackets":         {career.Employer{Name: "新松机器人自动化（沈阳）有限公司", Place: "辽宁省沈阳市"}, true},
		"without the place":             {career.Employer{Name: "新松机器人自动化股份有限公司", Place: "辽宁省沈阳市浑南区"}, true},
		"group":                         {career.Employer{Name: "新松机器人自动化集团有限公司"}, true},
		"a slip in the code":            {career.Employer{Name: "新松公司", USCC: code[:17] + "X"}, true},
		"sounds the same":               {career.Employer{Name: "沈阳新淞机器人自动化股份有限公司", Place: "辽宁省沈阳市"}, true},
		"abridged":                      {career.Employer{Name: "沈阳新松机器人有限公司", Place: "辽宁省沈阳市"}, true},
		"its short name":                {career.Employer{Name: "新松自动化", Place: "沈阳市"}, true},
		"its former name":               {career.Employer{Name: "沈阳机器人示范工程公司", Place: "辽宁省沈阳市"}, true},
		"its name is the former":        {career.Employer{Name: "沈阳未来科技有限公司", Place: "辽宁省沈阳市", FormerNames: []string{"沈阳新松机器人自动化股份有限公司"}}, true},
		"a short name in common":        {career.Employer{Name: "中科新松有限公司", Place: "辽宁省沈阳市", ShortNames: []string{"新松"}}, true},
		"a branch":                      {career.Employer{Name: "沈阳新松机器人自动化股份有限公司大连分公司", ShortNames: []string{"新松"}}, false},
		"another city":                  {career.Employer{Name: "大连新松机器人自动化有限公司", Place: "辽宁省大连市"}, false},
		"a name used again":             {career.Employer{Name: "沈阳新松机器人自动化有限公司", USCC: code2}, true},
		"other people of another code":  {career.Employer{Name: "新松机器人自动化有限公司", Place: "辽宁省沈阳市", USCC: code2}, false},
		"a name that begins alike":      {career.Employer{Name: "沈阳新松医疗科技股份有限公司", Place: "辽宁省沈阳市"}, false},
		"nothing in common":             {career.Employer{Name: "东软集团股份有限公司", Place: "辽宁省沈阳市"}, false},
		"one character is in common":    {career.Employer{Name: "松下电器有限公司", ShortNames: []string{"松"}}, false},
		"words in common, not the name": {career.Employer{Name: "沈阳工业机器人自动化有限公司", Place: "辽宁省沈阳市"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			s, one, other := open(t), mine, c.other
			save(t, s, &one, &other)
			for _, pair := range [][2]career.Employer{{one, other}, {other, one}} {
				want := []string(nil)
				if c.want {
					want = []string{pair[1].Name}
				}
				if names := duplicatesOf(t, s, pair[0].ID); !slices.Equal(names, want) {
					t.Errorf("of %s: got %v, want %v", pair[0].Name, names, want)
				}
			}
		})
	}
}

func TestTheLikeliestDuplicateComesFirst(t *testing.T) {
	s := open(t)
	mine := career.Employer{ID: career.EmployerID(store.NewID()), Name: "沈阳新松机器人自动化股份有限公司", Place: "辽宁省沈阳市", USCC: code}
	gone := career.Employer{Name: "沈阳新松机器人自动化公司"}
	save(t, s, &mine, &gone,
		&career.Employer{Name: "沈阳新松机器人有限公司", Place: "辽宁省沈阳市"},
		&career.Employer{Name: "新松机器人自动化（沈阳）有限公司", Place: "辽宁省沈阳市"},
		&career.Employer{Name: "沈阳新松机器人自动化有限公司"},
		&career.Employer{Name: "新松", USCC: code[:17] + "X"},
		&career.Employer{Name: "沈阳新松机器人自动化研究院有限公司", Place: "辽宁省沈阳市", Parent: mine.ID})
	must(t, s.Delete(t.Context(), &gone))
	want := []string{"新松", "沈阳新松机器人自动化有限公司", "新松机器人自动化（沈阳）有限公司", "沈阳新松机器人有限公司"}
	if names := duplicatesOf(t, s, mine.ID); !slices.Equal(names, want) {
		t.Errorf("got %v, want %v", names, want)
	}
}

func TestDuplicatesOfNobody(t *testing.T) {
	s := open(t)
	if _, err := s.Duplicates(t.Context(), career.EmployerID(store.NewID())); !errors.Is(err, career.ErrNotFound) {
		t.Errorf("got %v, want %v", err, career.ErrNotFound)
	}
	odd := career.Employer{Name: "（）、"} // no key at all
	save(t, s, &odd, &career.Employer{Name: "——"})
	if names := duplicatesOf(t, s, odd.ID); len(names) > 1 {
		t.Errorf("got %v", names)
	}
}

// Duplicates must answer while the user looks at the form: 20,000 employers that
// share places, words and endings.
func BenchmarkDuplicates(b *testing.B) {
	s := open(b)
	nouns := employers(20_000)
	save(b, s, nouns...)
	twin := career.Employer{Name: "新松机器人一丁（沈阳）有限责任公司", Place: "沈阳市"}
	save(b, s, &twin)
	for i, id := range []career.EmployerID{nouns[0].(*career.Employer).ID, nouns[12_345].(*career.Employer).ID, twin.ID} {
		b.Run(fmt.Sprint(i), func(b *testing.B) {
			for b.Loop() {
				_, err := s.Duplicates(b.Context(), id)
				must(b, err)
			}
		})
	}
	if names := duplicatesOf(b, s, twin.ID); !slices.Contains(names, nouns[0].(*career.Employer).Name) {
		b.Errorf("of %s: %v", twin.Name, names)
	}
}

// A list pasted into the short names makes no query that the database refuses.
func TestDuplicatesOfAnEmployerWithHundredsOfNames(t *testing.T) {
	s := open(t)
	mine := career.Employer{ID: career.EmployerID(store.NewID()), Name: "沈阳新松机器人自动化股份有限公司", ShortNames: []string{"新松"}}
	for i := range 1000 {
		mine.ShortNames = append(mine.ShortNames, "新松", fmt.Sprintf("第%d厂", i))
	}
	save(t, s, &mine, &career.Employer{Name: "新松机器人", ShortNames: []string{"新松"}})
	if names := duplicatesOf(t, s, mine.ID); !slices.Contains(names, "新松机器人") {
		t.Errorf("got %v", names)
	}
}
