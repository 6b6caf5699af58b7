package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

// Employers that may be one and the same are found in two steps, as all finding
// is: the indexes propose a few hundred that share a code, a name or the
// beginning of one, and those are compared here.

// How many candidates each index proposes, by how many names of an employer it
// is asked, and how many duplicates are told. A database combines no more than
// some hundred queries.
const (
	proposals  = 50
	askedNames = 100
	duplicates = 10
)

// Duplicates returns living employers that are likely the same as the given one,
// the likeliest first, at most ten: of a code that differs in the last digit or
// so, of a name that is the same but for place, legal form, 集团 and punctuation,
// or that sounds the same, of a short or former name that is the other's.
// A branch, and a company that belongs to the other, is another employer.
func (s *Store) Duplicates(ctx context.Context, id career.EmployerID) (rows []EmployerRow, err error) {
	err = s.view(ctx, "duplicates of employer "+string(id), func(v session) error {
		mine, err := employers.one(ctx, v, office, string(id))
		if err != nil {
			return err
		}
		found, err := v.proposed(ctx, &mine)
		if err != nil {
			return err
		}
		rows, err = employerPages.read(ctx, v, alikes(&mine, found))
		for i := range rows {
			rows[i].Cursor = "" // it is in no list to go on from
		}
		return err
	})
	return rows, err
}

// proposed returns the employers that share a key with mine.
func (v session) proposed(ctx context.Context, mine *career.Employer) ([]career.Employer, error) {
	p := proposal{params: params{session: v}}
	if code := []rune(mine.USCC); len(code) > 15 {
		p.begins("FROM employer r WHERE r.uscc <> '' AND r.deleted = '' AND", "r.uscc", string(code[:len(code)-1]))
	}
	stem := match.Stem(mine.Name, mine.Place)
	asked := map[string]bool{"": true}
	for _, name := range append([]string{match.Normal(mine.Name), stem}, names(mine)...) {
		py, _ := match.Keys(match.Normal(name))
		if asked[py] || len(asked) > askedNames {
			continue
		}
		asked[py] = true
		p.begins("FROM employer r WHERE r.deleted = '' AND", "r.py", py)
		p.begins("FROM employer_alias a CROSS JOIN employer r ON r.id = a.employer WHERE r.deleted = '' AND", "a.py", py)
	}
	if words := match.Tokens(stem); len(words) > 0 { // longer or shorter names that begin alike
		p.source(fmt.Sprintf(v.d.matches, career.KindEmployer, p.add(v.d.terms([][]string{words[:min(len(words), 4)]})))+" AND r.deleted = ''", "")
	}
	return employers.list(ctx, v, office, "WHERE r.id <> "+p.add(mine.ID)+" AND r.id IN ("+strings.Join(p.sources, " UNION ")+")", p.args...)
}

// proposal gathers the queries for candidates.
type proposal struct {
	params
	sources []string
}

func (p *proposal) source(from, order string) {
	p.sources = append(p.sources, fmt.Sprintf("SELECT * FROM (SELECT r.id %s %s LIMIT %d)", from, order, proposals))
}

// begins proposes those in which a column begins with a key; those in which it
// is the key come first.
func (p *proposal) begins(from, column, key string) {
	p.source(fmt.Sprintf("%s %s >= %s AND %[2]s < %[4]s", from, column, p.add(key), p.add(key+"\U0010FFFF")), "ORDER BY "+column)
}

// alikes returns where those of the candidates stand that are likely the same as
// mine, the likeliest first.
func alikes(mine *career.Employer, found []career.Employer) []place {
	type scored struct {
		place
		score int
		name  string
	}
	var list []scored
	one := trait(mine)
	for i := range found {
		if score := one.likeness(trait(&found[i])); score > 0 {
			list = append(list, scored{place{kind: career.KindEmployer, id: string(found[i].ID)}, score, found[i].Name})
		}
	}
	slices.SortFunc(list, func(a, b scored) int {
		return cmp.Or(b.score-a.score, strings.Compare(a.name, b.name), strings.Compare(a.id, b.id))
	})
	var places []place
	for _, s := range list[:min(len(list), duplicates)] {
		places = append(places, s.place)
	}
	return places
}

// traits are what employers are compared by.
type traits struct {
	*career.Employer
	normal, stem, py, branch string
	short, former            []string // stems of other names
}

func trait(e *career.Employer) traits {
	t := traits{Employer: e, normal: match.Normal(e.Name), stem: match.Stem(e.Name, e.Place), branch: match.Branch(e.Name)}
	t.py, _ = match.Keys(t.stem)
	for _, name := range e.ShortNames {
		t.short = append(t.short, match.Stem(name, e.Place))
	}
	for _, name := range e.FormerNames {
		t.former = append(t.former, match.Stem(name, e.Place))
	}
	return t
}

// likeness says how likely two employers are one; 0 if they are not.
func (t traits) likeness(o traits) int {
	same := sameCode(t.USCC, o.USCC)
	switch {
	case same:
		return 100
	case t.normal == o.normal && t.branch == o.branch:
		if t.USCC.Valid() && o.USCC.Valid() { // a name may be used again
			return 50
		}
		return 90
	case t.USCC.Valid() && o.USCC.Valid(), t.branch != o.branch, t.Parent == o.ID, o.Parent == t.ID, t.Parent != "" && t.Parent == o.Parent:
		return 0
	case !near(t.Place, o.Place):
		return 0
	case t.stem == o.stem:
		return 80
	case slices.Contains(o.former, t.stem), slices.Contains(t.former, o.stem):
		return 75
	case slices.Contains(o.short, t.stem), slices.Contains(t.short, o.stem), share(t.former, o.former):
		return 70
	case t.py == o.py:
		return 65
	case share(t.short, o.short):
		return 60
	case match.Abridged(t.stem, o.stem):
		return 55
	}
	return 0
}

// sameCode reports whether two codes are one, but for a slip in the last digit,
// which the others tell.
func sameCode(a, b career.USCC) bool {
	one, other := strings.ToUpper(string(a)), strings.ToUpper(string(b))
	if len(one) != 18 || len(other) != 18 {
		return one == other && len(one) >= 15
	}
	return one[:17] == other[:17]
}

// near reports whether two employers may be at one place: 沈阳市 and
// 辽宁省沈阳市浑南区, or where one's is unknown.
func near(a, b string) bool {
	return strings.Contains(a, b) || strings.Contains(b, a)
}

// share reports whether two lists have a name in common; one character is none.
func share(a, b []string) bool {
	return slices.ContainsFunc(a, func(name string) bool { return utf8.RuneCountInString(name) > 1 && slices.Contains(b, name) })
}
