package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

// Finding works in two steps. The database proposes at most 200 records from
// each of its indexes: the full-text one, pinyin, initials, aliases. They are
// ranked here, since ranking all that a single character matches would take a
// hundred times as long.
const candidates = 200

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
type candidate struct{ id, name, py, pyi string }

// find returns the IDs of at most a few hundred records that the words find,
// the likeliest first; those listed by time, the latest first.
func (s session) find(ctx context.Context, l listing, words string) ([]string, error) {
	n := parse(words)
	if len(n.words) == 0 {
		return nil, nil
	}
	f := &finder{session: s, table: string(l.kind), n: n}
	f.byWords(n.words)
	if named := l.by == "py"; named {
		f.byPinyin()
	}
	if err := f.byEmployer(ctx, l.kind); err != nil {
		return nil, err
	}
	name, py, pyi := "r.name", "r.py", "r.pyi"
	if l.by != "py" {
		name, py, pyi = `r."`+l.by+`"`, "''", "''"
	}
	query := fmt.Sprintf("SELECT r.id, %s, %s, %s FROM %s r WHERE r.deleted = '' AND r.id IN (%s)",
		name, py, pyi, l.kind, strings.Join(f.sources, " UNION "))
	list, err := collect(ctx, s, func(c *candidate) []any { return []any{&c.id, &c.name, &c.py, &c.pyi} }, query, f.args...)
	if err != nil {
		return nil, fmt.Errorf("find %q: %w", words, err)
	}
	return order(list, n, l), nil
}

// order returns the IDs of the candidates in the order they are shown.
func order(list []candidate, n needle, l listing) []string {
	slices.SortFunc(list, func(a, b candidate) int {
		if l.by != "py" { // name holds the time
			return strings.Compare(b.name+b.id, a.name+a.id)
		}
		if d := n.rank(a) - n.rank(b); d != 0 {
			return d
		}
		return strings.Compare(a.py+a.id, b.py+b.id)
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
	sources []string // queries for IDs
	args    []any
}

// arg adds an argument and returns its place.
func (f *finder) arg(value any) string {
	f.args = append(f.args, value)
	return fmt.Sprintf("$%d", len(f.args))
}

// source adds a query for the IDs of the table as r.
func (f *finder) source(where string) {
	f.sources = append(f.sources, fmt.Sprintf("SELECT id FROM (SELECT r.id FROM %s r WHERE r.deleted = '' AND %s LIMIT %d)", f.table, where, candidates))
}

// byWords proposes what holds all words.
func (f *finder) byWords(words [][]string) {
	f.source(fmt.Sprintf(f.d.matches, f.table, f.arg(f.d.terms(words))))
}

// byPinyin proposes what begins with the pinyin or the initials of the words.
// Beside hanzi, Latin words narrow down: 沈阳 zgyh.
func (f *finder) byPinyin() {
	switch {
	case len(f.n.hanzi) == 0:
		key := strings.Join(f.n.latin, "")
		for _, column := range []string{"py", "pyi"} {
			f.source(f.begins("r."+column, key))
			if f.table == string(career.KindEmployer) {
				f.sources = append(f.sources, fmt.Sprintf("SELECT employer FROM (SELECT r.employer FROM employer_alias r WHERE %s LIMIT %d)",
					f.begins("r."+column, key), candidates))
			}
		}
	case len(f.n.latin) == 0:
		// Full-text candidates come in no order, so names that begin with the
		// words are asked for apart.
		f.source(f.begins("r.py", f.n.py) + " AND substr(r.name, 1, length(" + f.arg(f.n.text) + ")) = " + f.arg(f.n.text))
	default:
		where := fmt.Sprintf(f.d.matches, f.table, f.arg(f.d.terms(f.n.hanzi)))
		for _, key := range f.n.latin {
			where += " AND (" + f.begins("r.py", key) + " OR " + f.begins("r.pyi", key) + ")"
		}
		f.source(where)
	}
}

// begins is the condition that a column begins with a key.
func (f *finder) begins(column, key string) string {
	return fmt.Sprintf("%s >= %s AND %[1]s < %[3]s", column, f.arg(key), f.arg(key+"\U0010FFFF"))
}

// byEmployer proposes the contacts and visits of the employers that the words
// find.
func (f *finder) byEmployer(ctx context.Context, kind career.Kind) error {
	var query string
	switch kind {
	case career.KindContact:
		query = "SELECT contact FROM (SELECT p.contact FROM post p WHERE p.employer IN (%s) LIMIT %d)"
	case career.KindVisit:
		query = `SELECT id FROM (SELECT v.id FROM visit_employer ve JOIN visit v ON v.id = ve.visit
			WHERE ve.employer IN (%s) AND v.deleted = '' ORDER BY v."from" DESC LIMIT %d)`
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
	f.sources = append(f.sources, fmt.Sprintf(query, strings.Join(marks, ", "), candidates))
	return nil
}
