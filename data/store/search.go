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
	id, name, py, pyi string
	rank              int
}

// find returns the IDs of at most a few hundred records that the words find,
// the likeliest first; those listed by time, the latest first.
func (s session) find(ctx context.Context, l listing, words string) ([]string, error) {
	n := parse(words)
	if len(n.words) == 0 {
		return nil, nil
	}
	f := &finder{session: s, table: string(l.kind), n: n, columns: "r.id, r.name, r.py, r.pyi"}
	if l.by != "py" {
		f.columns, f.latest = `r.id, r."`+l.by+`", '', ''`, `ORDER BY r."`+l.by+`" DESC`
	}
	f.byWords()
	if l.by == "py" {
		f.byPinyin()
	}
	if err := f.byEmployer(ctx, l.kind); err != nil {
		return nil, err
	}
	query := strings.Join(f.sources, " UNION ALL ")
	list, err := collect(ctx, s, func(c *candidate) []any { return []any{&c.id, &c.name, &c.py, &c.pyi} }, query, f.args...)
	if err != nil {
		return nil, fmt.Errorf("find %q: %w", words, err)
	}
	return order(list, n, l), nil
}

// order returns the IDs of the candidates, each once, in the order they are
// shown.
func order(list []candidate, n needle, l listing) []string {
	seen := make(map[string]bool, len(list))
	list = slices.DeleteFunc(list, func(c candidate) bool {
		twice := seen[c.id]
		seen[c.id] = true
		return twice
	})
	for i := range list {
		if l.by == "py" {
			list[i].rank = n.rank(list[i])
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		if l.by != "py" { // name holds the time
			return strings.Compare(b.name+b.id, a.name+a.id)
		}
		return cmp.Or(a.rank-b.rank, strings.Compare(a.py, b.py), strings.Compare(a.id, b.id))
	})
	ids := make([]string, len(list))
	for i, c := range list {
		ids[i] = c.id
	}
	return ids
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

// finder gathers the queries that propose candidates.
type finder struct {
	session
	table   string
	n       needle
	columns string   // of a candidate, of the table as r
	latest  string   // the order of what is listed by time
	sources []string // queries for candidates
	args    []any
}

// arg adds an argument and returns its place.
func (f *finder) arg(value any) string {
	f.args = append(f.args, value)
	return fmt.Sprintf("$%d", len(f.args))
}

// source adds a query for candidates: what follows its columns.
func (f *finder) source(from, order string, limit int) {
	f.sources = append(f.sources, fmt.Sprintf("SELECT * FROM (SELECT %s %s AND r.deleted = '' %s LIMIT %d)", f.columns, from, order, limit))
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
	return fmt.Sprintf(f.d.matches, f.table, f.arg(f.d.terms(words)))
}

// byPinyin proposes what begins with the pinyin or the initials of the words.
// Beside hanzi, Latin words narrow down: 沈阳 zgyh.
func (f *finder) byPinyin() {
	from := "FROM " + f.table + " r WHERE "
	switch {
	case len(f.n.hanzi) == 0:
		key := strings.Join(f.n.latin, "")
		for _, column := range []string{"py", "pyi"} {
			f.source(from+f.begins("r."+column, key), "ORDER BY r."+column, nearest)
			if f.table == string(career.KindEmployer) {
				f.source("FROM employer_alias a CROSS JOIN employer r ON r.id = a.employer WHERE "+f.begins("a."+column, key), "ORDER BY a."+column, nearest)
			}
		}
	case len(f.n.latin) == 0:
		// Full-text candidates come in no order, so names that begin with the
		// words are asked for apart.
		text := f.arg(f.n.text)
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
	return fmt.Sprintf("%s >= %s AND %[1]s < %[3]s", column, f.arg(key), f.arg(key+"\U0010FFFF"))
}

// byEmployer proposes the contacts and visits of the employers that the words
// find.
func (f *finder) byEmployer(ctx context.Context, kind career.Kind) error {
	var from string
	switch kind {
	case career.KindContact:
		from = "FROM post p JOIN contact r ON r.id = p.contact WHERE p.employer IN (%s)"
	case career.KindVisit:
		from = "FROM visit_employer p JOIN visit r ON r.id = p.visit WHERE p.employer IN (%s)"
	default:
		return nil
	}
	ids, err := f.find(ctx, listing{career.KindEmployer, "py", false}, f.n.text)
	if err != nil || len(ids) == 0 {
		return err
	}
	marks := make([]string, len(ids))
	for i, id := range ids {
		marks[i] = f.arg(id)
	}
	f.source(fmt.Sprintf(from, strings.Join(marks, ", ")), f.latest, candidates)
	return nil
}
