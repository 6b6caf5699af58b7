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
	nearest    = 80
)

// needle is what the user typed, taken apart.
type needle struct {
	text  string     // folded
	words [][]string // the tokens of each word
	hanzi [][]string // those of words with hanzi
	latin []string   // the other words
	py    string     // all of it as pinyin
}

func parse(find string) needle {
	n := needle{text: match.Fold(strings.TrimSpace(find))}
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
		f, err := v.finder(s, n, q.Filter)
		if err != nil {
			return nil, err
		}
		if !l.ranked {
			f.columns, f.latest = "r.id, '', '', ''", "ORDER BY r.rid DESC"
		}
		some, err := f.all(ctx)
		if err != nil {
			return nil, fmt.Errorf("find %q: %w", q.Find, err)
		}
		list = append(list, some...)
	}
	return n.order(list), nil
}

// order returns where the candidates stand, each once, the likeliest first.
func (n needle) order(list []candidate) []place {
	seen := make(map[string]bool, len(list))
	list = slices.DeleteFunc(list, func(c candidate) bool {
		twice := seen[c.id]
		seen[c.id] = true
		return twice
	})
	for i := range list {
		list[i].rank = n.rank(list[i])
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(a.rank-b.rank, strings.Compare(a.py, b.py), strings.Compare(a.id, b.id))
	})
	places := make([]place, len(list))
	for i, c := range list {
		places[i] = c.place
	}
	return places
}

// rank says how likely a candidate is meant: 0 the likeliest.
func (n needle) rank(c candidate) int {
	name := match.Fold(c.name)
	key := strings.Join(n.latin, "")
	latin := len(n.hanzi) == 0
	switch {
	case name == n.text:
		return 0
	case strings.HasPrefix(name, n.text):
		return 1
	case latin && (c.pyi == key || c.py == key):
		return 2
	case latin && (strings.HasPrefix(c.pyi, key) || strings.HasPrefix(c.py, key)):
		return 3
	case strings.Contains(name, n.text):
		return 4
	}
	return 5
}

// finder gathers the queries that propose candidates of a table.
type finder struct {
	params
	kind    career.Kind
	n       needle
	where   string   // what a candidate must be, of the table as r
	columns string   // of a candidate
	latest  string   // the order of what is listed by time
	sources []string // queries for candidates
}

// finder returns a finder for the records of a source that a filter lets through.
func (v session) finder(s source, n needle, filter map[string][]string) (f *finder, err error) {
	f = &finder{params: params{session: v}, kind: s.kind, n: n, columns: "r.id, r.name, r.py, r.pyi"}
	f.where, err = f.params.where(s, filter, false)
	return f, err
}

// all returns the candidates, some of them twice.
func (f *finder) all(ctx context.Context) ([]candidate, error) {
	f.byWords()
	if f.latest == "" {
		f.byPinyin()
	}
	if err := f.byEmployer(ctx); err != nil {
		return nil, err
	}
	list, err := collect(ctx, f.session, func(c *candidate) []any { return []any{&c.id, &c.name, &c.py, &c.pyi} }, strings.Join(f.sources, " UNION ALL "), f.args...)
	for i := range list {
		list[i].kind, list[i].key = f.kind, list[i].py
	}
	return list, err
}

// source adds a query for candidates: what follows its columns.
func (f *finder) source(from, order string, limit int) {
	f.sources = append(f.sources, fmt.Sprintf("SELECT * FROM (SELECT %s %s AND %s %s LIMIT %d)", f.columns, from, f.where, order, limit))
}

// byWords proposes what holds all words; of what is listed by time the latest.
func (f *finder) byWords() {
	order := ""
	if f.latest != "" {
		order = f.d.latest
	}
	f.source(f.matching(f.n.words), order, candidates)
}

// matching is the FROM and WHERE of what holds all words.
func (f *finder) matching(words [][]string) string {
	return fmt.Sprintf(f.d.matches, f.kind, f.add(f.d.terms(words)))
}

// byPinyin proposes what begins with the pinyin or the initials of the words.
// Beside hanzi, Latin words narrow down: 沈阳 zgyh.
func (f *finder) byPinyin() {
	from := "FROM " + string(f.kind) + " r WHERE "
	switch {
	case len(f.n.hanzi) == 0:
		key := strings.Join(f.n.latin, "")
		for _, column := range []string{"py", "pyi"} {
			f.source(from+f.begins("r."+column, key), "ORDER BY r."+column, nearest)
			if f.kind == career.KindEmployer {
				f.source("FROM employer_alias a CROSS JOIN employer r ON r.id = a.employer WHERE "+f.begins("a."+column, key), "ORDER BY a."+column, nearest)
			}
		}
	case len(f.n.latin) == 0:
		// Full-text candidates come in no order, so names that begin with the
		// words are asked for apart.
		text := f.add(f.n.text)
		f.source(from+f.begins("r.py", f.n.py)+" AND substr(r.name, 1, length("+text+")) = "+text, "ORDER BY r.py", nearest)
	default:
		where := f.matching(f.n.hanzi)
		for _, key := range f.n.latin {
			where += " AND (" + f.begins("r.py", key) + " OR " + f.begins("r.pyi", key) + ")"
		}
		f.source(where, "", candidates)
	}
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
	found, err := f.session.find(ctx, employerList, Query{Find: f.n.text})
	if err == nil && len(found) > 0 {
		f.source(from+f.among(ids(found)), f.latest, candidates)
	}
	return err
}
