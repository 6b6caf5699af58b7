package store

import (
	"context"
	"slices"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

var employers = table[career.Employer]{
	kind: career.KindEmployer,
	kept: func(e *career.Employer) (*string, *career.Kept) { return (*string)(&e.ID), &e.Kept },
	name: func(e *career.Employer) string { return e.Name },
	row: func(e *career.Employer) []column {
		return []column{
			{"name", &e.Name, anyone},
			{"short_names", list(&e.ShortNames), anyone},
			{"former_names", list(&e.FormerNames), anyone},
			{"uscc", &e.USCC, anyone},
			{"nature", &e.Nature, anyone},
			{"industry", &e.Industry, anyone},
			{"size", &e.Size, anyone},
			{"staff", &e.Staff, anyone},
			{"place", &e.Place, anyone},
			{"address", &e.Address, anyone},
			{"website", &e.Website, anyone},
			{"products", &e.Products, anyone},
			{"tags", list(&e.Tags), anyone},
			{"parent", ref((*string)(&e.Parent), career.KindEmployer), anyone},
			{"sources", list(&e.Sources), house}, // they may name a person
			{"note", &e.Note, office},
		}
	},
	keys: func(e *career.Employer) []column {
		py, pyi := match.Keys(e.Name)
		search := match.Search(append(append([]string{e.Name, e.Products, string(e.USCC)}, names(e)...), e.Tags...)...)
		aliases := aliases(e)
		return []column{{"py", &py, anyone}, {"pyi", &pyi, anyone}, {"search", &search, anyone},
			{"aliases", children[alias]{table: "employer_alias", owner: "employer", list: &aliases, row: aliasRow}, anyone}}
	},
}

// alias is one more pair of keys by which pinyin finds an employer.
type alias struct{ py, pyi string }

func aliasRow(a *alias) []column {
	return []column{{"py", &a.py, anyone}, {"pyi", &a.pyi, anyone}}
}

// names returns the other names of an employer.
func names(e *career.Employer) []string {
	list := append([]string(nil), e.ShortNames...)
	return append(list, e.FormerNames...)
}

// aliases returns the keys of the other names, of the name without the place it
// begins with, and of its stem, by which Duplicates finds it too.
func aliases(e *career.Employer) []alias {
	var list []alias
	for _, name := range append(names(e), match.Core(e.Name, e.Place), match.Stem(e.Name, e.Place)) {
		py, pyi := match.Keys(name)
		if a := (alias{py, pyi}); py != "" && !slices.Contains(list, a) {
			list = append(list, a)
		}
	}
	return list
}

// Employer returns the employer with the given ID, or career.ErrNotFound.
func (s *Store) Employer(ctx context.Context, id career.EmployerID) (career.Employer, error) {
	return single(ctx, s, employers, string(id))
}
