package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

// Finding works in two steps. The database proposes candidates from each of its
// indexes: the full-text one, pinyin, initials, aliases. They are ranked here,
// since ranking all that a single character matches would take a hundred times
// as long. The indexes of pinyin give the closest first, so that fewer will do.
const (
	candidates = 200
	nearest    = Plenty
	atOnce     = 30  // of a search of all kinds
	soundAlike = 300 // names that are compared with the words one by one
)

// Plenty is from how many rows on a list of what was found may hold the likeliest
// alone: what more there is comes up when more is typed.
const Plenty = 80

// needle is what the user typed, taken apart.
type needle struct {
	text  string     // folded
	usual string     // and its hanzi drawn the usual way
	words [][]string // the tokens of each word
	hanzi [][]string // those of words with hanzi
	latin []string   // the other words
	py    string     // all of it as pinyin
}

func parse(find string) needle {
	n := needle{text: match.Fold(strings.TrimSpace(find))}
	n.usual = match.Usual(n.text)
	n.py, _ = match.Keys(find)
	for word := range strings.FieldsSeq(find) {
		tokens := match.Tokens(word)
		if len(tokens) == 0 {
			continue
		}
		n.words = append(n.words, tokens)
		if match.Latin(word) {
			n.latin = append(n.latin, strings.Join(tokens, ""))
		} else {
			n.hanzi = append(n.hanzi, tokens)
		}
	}
	return n
}

// candidate is a record that may be meant, with what ranks it.
type candidate struct {
	place
	name, py, pyi string
	rank          int
}

// find returns at most a few hundred records that the words of q find and that
// its filter lets through, the likeliest first if the list is ranked.
func (v session) find(ctx context.Context, l listing, q Query) ([]place, error) {
	n := parse(q.Find)
	if len(n.words) == 0 {
		return nil, nil
	}
	var list []candidate
	for _, s := range l.from {
		some, err := v.finder(s, n, l.ranked).all(ctx, q.Filter)
		if err != nil {
			return nil, fmt.Errorf("find %q: %w", q.Find, err)
		}
		list = append(list, some...)
	}
	list = n.order(list)
	places := make([]place, len(list))
	for i, c := range list {
		places[i] = c.place
	}
	return places, nil
}

// order returns the candidates, each once, the likeliest first.
func (n needle) order(list []candidate) []candidate {
	seen := make(map[string]bool, len(list))
	list = slices.DeleteFunc(list, func(c candidate) bool {
		twice := seen[c.id]
		seen[c.id] = true
		return twice
	})
	for i := range list {
		list[i].rank = n.rank(list[i])
	}
	slices.SortStableFunc(list, func(a, b candidate) int {
		return cmp.Or(a.rank-b.rank, strings.Compare(a.py, b.py))
	})
	return list
}

// rank says how likely a candidate is meant: 0 the likeliest.
func (n needle) rank(c candidate) int {
	name := match.Usual(c.name)
	key := strings.Join(n.latin, "")
	latin := len(n.hanzi) == 0
	switch {
	case name == n.usual:
		return 0
	case strings.HasPrefix(name, n.usual):
		return 1
	case latin && (c.pyi == key || c.py == key):
		return 2
	case latin && (strings.HasPrefix(c.pyi, key) || strings.HasPrefix(c.py, key)):
		return 3
	case strings.Contains(name, n.usual):
		return 4
	}
	return 5
}

// finder gathers the queries that propose candidates of a table.
type finder struct {
	params
	source  source
	kind    career.Kind
	n       needle
	ranked  bool    // by name; else the latest come first
	quick   bool    // proposes the nearest only, for those who type on
	near    []place // the employers that the words find; asked for if nil
	where   string  // what a candidate must be, of the table as r
	columns string  // of a candidate
	queries []string
}

// finder returns a finder for the records of a source.
func (v session) finder(s source, n needle, ranked bool) *finder {
	f := &finder{params: params{session: v}, source: s, kind: s.kind, n: n, ranked: ranked, columns: "r.id, r.name, r.py, r.pyi"}
	if !ranked {
		f.columns = "r.id, '', '', ''"
	}
	return f
}

// all returns the candidates that a filter lets through, some of them twice.
func (f *finder) all(ctx context.Context, filter map[string][]string) (list []candidate, err error) {
	if f.where, err = f.params.where(f.source, filter, false); err != nil {
		return nil, err
	}
	f.byWords()
	if f.ranked {
		f.byPinyin()
	}
	if err := f.byEmployer(ctx); err != nil {
		return nil, err
	}
	list, err = collect(ctx, f.session, func(c *candidate) []any { return []any{&c.id, &c.name, &c.py, &c.pyi} }, strings.Join(f.queries, " UNION ALL "), f.args...)
	for i := range list {
		list[i].kind, list[i].key = f.kind, list[i].py
	}
	return list, err
}

// most returns how many candidates a query proposes: n, or those at once.
func (f *finder) most(n int) int {
	if f.quick {
		return atOnce
	}
	return n
}

// propose adds a query for candidates: what follows its columns.
func (f *finder) propose(from, order string, limit int) {
	f.queries = append(f.queries, fmt.Sprintf("SELECT * FROM (SELECT %s %s AND %s %s LIMIT %d)", f.columns, from, f.where, order, limit))
}

// byWords proposes what holds all words; of what is listed by time the latest.
func (f *finder) byWords() {
	order := f.d.latest
	if f.ranked {
		order = ""
	}
	f.propose(f.matching(f.d.terms(f.n.words)), order, f.most(candidates))
}

// matching is the FROM and WHERE of what the full-text index finds.
func (f *finder) matching(terms string) string {
	return fmt.Sprintf(f.d.matches, f.kind, f.add(terms))
}

// byPinyin proposes what begins with the pinyin or the initials of the words.
// Beside hanzi, Latin words narrow down: 沈阳 zgyh.
func (f *finder) byPinyin() {
	from := "FROM " + string(f.kind) + " r WHERE "
	switch {
	case len(f.n.hanzi) == 0:
		key := strings.Join(f.n.latin, "")
		for _, column := range []string{"py", "pyi"} {
			f.propose(from+f.begins("r."+column, key), "ORDER BY r."+column, f.most(nearest))
			if f.kind == career.KindEmployer {
				f.propose("FROM employer_alias a CROSS JOIN employer r ON r.id = a.employer WHERE "+f.begins("a."+column, key), "ORDER BY a."+column, f.most(nearest))
			}
		}
	case len(f.n.latin) == 0:
		f.byName(from)
	default:
		where := f.matching(f.d.terms(f.n.hanzi))
		for _, key := range f.n.latin {
			sounds := f.begins("r.py", key) + " OR " + f.begins("r.pyi", key)
			if f.kind == career.KindEmployer {
				sounds += " OR EXISTS (SELECT 1 FROM employer_alias a WHERE a.employer = r.id AND (" + f.begins("a.py", key) + " OR " + f.begins("a.pyi", key) + "))"
			}
			where += " AND (" + sounds + ")"
		}
		f.propose(where, "", f.most(candidates))
	}
}

// byName proposes names that are or begin with the words: full-text candidates
// come in no order. Where few names sound so, they are compared one by one;
// where many do, the full-text index knows which begin so, and those of them
// that pinyin puts first are asked for if there are many. What a condition
// rules out is put so that nothing is read for it.
func (f *finder) byName(from string) {
	text, low, high := f.add(f.n.text), f.add(f.n.py), f.add(f.n.py+"\U0010FFFF")
	spelled := text // all ways to write it, which are of one length
	for _, other := range match.Spellings(f.n.text)[1:] {
		spelled += ", " + f.add(other)
	}
	alike := from + "r.py >= " + low + " AND r.py < " + high
	sounds := many(alike, soundAlike)
	begins := " AND substr(r.name, 1, length(" + text + ")) IN (" + spelled + ")"
	f.propose(from+"r.py = "+low+" AND r.name IN ("+spelled+")", "", f.most(nearest))
	f.propose(from+"r.py >= "+low+" AND r.py < "+either(sounds, low, high)+begins, "ORDER BY r.py", f.most(nearest))
	beginning := fmt.Sprintf(f.d.matches, f.kind, either(sounds, f.add(f.d.begins(f.n.words)), f.add(f.d.nothing)))
	f.propose(beginning, "", f.most(nearest))
	if !f.quick {
		f.propose(from+"r.py >= "+low+" AND r.py < "+either(many(beginning, nearest), high, low)+begins, "ORDER BY r.py", nearest)
	}
}

// many is the condition that a FROM and WHERE has n rows, or more.
func many(from string, n int) string {
	return fmt.Sprintf("(SELECT count(*) FROM (SELECT 1 %s AND r.deleted = '' LIMIT %d) m) = %[2]d", from, n)
}

// either is one value if a condition holds, and else the other.
func either(condition, one, other string) string {
	return "CASE WHEN " + condition + " THEN " + one + " ELSE " + other + " END"
}

// begins is the condition that a column begins with a key.
func (f *finder) begins(column, key string) string {
	return fmt.Sprintf("%s >= %s AND %[1]s < %[3]s", column, f.add(key), f.add(key+"\U0010FFFF"))
}

// byEmployer proposes what belongs to the employers that the words find: their
// contacts, visits, commitments.
func (f *finder) byEmployer(ctx context.Context) error {
	from, ok := map[career.Kind]string{
		career.KindContact:    "FROM post p JOIN contact r ON r.id = p.contact WHERE p.employer ",
		career.KindVisit:      "FROM visit_employer p JOIN visit r ON r.id = p.visit WHERE p.employer ",
		career.KindCommitment: "FROM commitment r WHERE r.employer ",
	}[f.kind]
	if !ok {
		return nil
	}
	if f.near == nil {
		near, err := f.session.find(ctx, employerList, Query{Find: f.n.text})
		if err != nil {
			return err
		}
		f.near = near
	}
	order := ""
	if !f.ranked {
		order = "ORDER BY r.rid DESC"
	}
	if len(f.near) > 0 {
		f.propose(from+f.among(ids(f.near)), order, f.most(candidates))
	}
	return nil
}
