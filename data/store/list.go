package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"visitdesk/data/career"
)

// Query says which page of a list is wanted. Fields go by their phrase keys;
// one that the list does not know is an error.
type Query struct {
	Find  string // words, pinyin or initials; empty for all
	After string // the Cursor of the last row seen; empty for the first page
	Limit int    // rows of a page; 0 for 50

	// Sort is the field to sort by, and Desc turns that round. Without it comes
	// the list's own order, or of what is found the likeliest first. Equals come
	// by their IDs, what is unknown comes last in both directions.
	Sort string
	Desc bool

	// Filter lets the rows through that have, in each field named, one of the
	// values: codes as they are kept, else what the list shows; empty for none.
	Filter map[string][]string
}

// limit returns the rows of a page.
func (q Query) limit() int {
	if q.Limit > 0 {
		return q.Limit
	}
	return 50
}

// Listing names a list.
type Listing string

// The lists that take a Query.
const (
	OfEmployers   Listing = "employers"
	OfPeople      Listing = "people"
	OfVisits      Listing = "visits"
	OfGraduates   Listing = "graduates"
	OfMeetings    Listing = "meetings"
	OfCommitments Listing = "commitments"
)

// listing says where the rows of a list come from and what is its own order.
type listing struct {
	from   []source
	by     string // the field it is ordered by
	desc   bool   // the last first
	ranked bool   // what is found comes the likeliest first, not in the list's order
}

// source is a table whose records a list shows, and their fields by phrase key.
type source struct {
	kind   career.Kind
	fields map[string]field
}

// listingOf returns the list of a name.
func listingOf(name Listing) (listing, error) {
	l, ok := map[Listing]listing{
		OfEmployers: employerList, OfPeople: personList, OfVisits: visitList,
		OfGraduates: graduateList, OfMeetings: meetingList, OfCommitments: commitmentList,
	}[name]
	if !ok {
		return l, fmt.Errorf("list %q: %w", name, career.ErrNotFound)
	}
	return l, nil
}

// place is where a record stands in a list.
type place struct {
	kind career.Kind
	id   string
	key  any // what the list is ordered by: text or a number
}

// dest returns where the columns of parts go.
func (p *place) dest() []any { return []any{&p.id, &p.key, &p.kind} }

// cursor is the place as the After of a query. Pages begin after a place, be
// its record still there or not.
func (p place) cursor() string { return fmt.Sprint(p.key) + cursorGap + p.id }

// cursorGap parts what a list is ordered by from the ID in a cursor.
const cursorGap = "\x1f"

// cutCursor takes a cursor apart. What a list is ordered by may hold any
// character; an ID holds none that parts.
func cutCursor(cursor string) (key, id string, ok bool) {
	i := strings.LastIndex(cursor, cursorGap)
	if i < 0 {
		return "", "", false
	}
	return cursor[:i], cursor[i+len(cursorGap):], true
}

// pagedRows says how the rows of a page are read.
type pagedRows[R any] struct {
	selects func(career.Kind) string // of the table as r
	dest    func(*R) []any
	key     func(*R) (id string, cursor *string)
	fill    func(context.Context, session, []R) error // reads what is in other tables; nil if nothing is
	keep    func(*R) bool                             // decides what SQL cannot; nil if it can
}

// paged reads a page of rows: first where they stand, then the rows themselves,
// so that only those are read that are shown.
func paged[R any](ctx context.Context, v session, l listing, q Query, p pagedRows[R]) (rows []R, err error) {
	want := q.limit()
	for {
		places, err := v.places(ctx, l, q)
		if err != nil {
			return nil, err
		}
		page, err := p.read(ctx, v, places)
		if err != nil {
			return nil, err
		}
		rows = append(rows, page...)
		if p.keep == nil || len(places) < q.limit() || len(rows) >= want {
			return rows[:min(len(rows), want)], nil
		}
		q.After, q.Limit = places[len(places)-1].cursor(), 4*want
	}
}

// read reads the rows of places, in their order.
func (p pagedRows[R]) read(ctx context.Context, v session, places []place) ([]R, error) {
	ids := map[career.Kind][]string{}
	at := make(map[string]int, len(places))
	for i, place := range places {
		ids[place.kind], at[place.id] = append(ids[place.kind], place.id), i
	}
	var rows []R
	for kind, part := range ids {
		a := &params{session: v}
		query := fmt.Sprintf("SELECT %s FROM %s r WHERE r.id %s AND r.deleted = ''", a.sql(p.selects(kind)), kind, a.among(part))
		list, err := collect(ctx, v, p.dest, query, a.args...)
		if err != nil {
			return nil, err
		}
		rows = append(rows, list...)
	}
	index := func(r *R) int { id, _ := p.key(r); return at[id] }
	slices.SortFunc(rows, func(a, b R) int { return index(&a) - index(&b) })
	for i := range rows {
		_, cursor := p.key(&rows[i])
		*cursor = places[index(&rows[i])].cursor()
	}
	if p.fill != nil {
		if err := p.fill(ctx, v, rows); err != nil {
			return nil, err
		}
	}
	if p.keep != nil {
		rows = slices.DeleteFunc(rows, func(r R) bool { return !p.keep(&r) })
	}
	return rows, nil
}

// places returns where the rows of a page stand. What is found is known by ID
// before; it is ranked, or picked from the list's order.
func (v session) places(ctx context.Context, l listing, q Query) ([]place, error) {
	if strings.TrimSpace(q.Find) == "" {
		return v.ordered(ctx, l, q, nil)
	}
	found, err := v.find(ctx, l, q)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	if q.Sort == "" && l.ranked {
		if _, id, ok := cutCursor(q.After); ok {
			found = rest(found, slices.IndexFunc(found, func(p place) bool { return p.id == id }))
		}
		return found[:min(len(found), q.limit())], nil
	}
	return v.ordered(ctx, l, q, found)
}

// ordered returns the page after q.After in the order of q: of all, or of what
// was found.
func (v session) ordered(ctx context.Context, l listing, q Query, found []place) ([]place, error) {
	a := &params{session: v}
	parts, direction, err := a.parts(l, q, found)
	if err != nil {
		return nil, err
	}
	return collect(ctx, v, (*place).dest, pageOf(parts, direction, q.limit(), 0), a.args...)
}

// pageOf is the query for n of the rows of parts, in their order, after skipping
// some.
func pageOf(parts []string, direction string, n, skip int) string {
	order := fmt.Sprintf(" ORDER BY 2%[1]s, 1%[1]s LIMIT ", direction)
	tail := fmt.Sprintf("%s%d OFFSET %d", order, n, skip)
	if len(parts) == 1 {
		return parts[0] + tail
	}
	each := fmt.Sprintf("%s%d", order, n+skip)
	return "SELECT * FROM (" + strings.Join(parts, each+") a UNION ALL SELECT * FROM (") + each + ") a" + tail
}

// parts are the queries for where rows stand, one for each source, and the
// direction of their order.
func (a *params) parts(l listing, q Query, found []place) (parts []string, direction string, err error) {
	sort, desc := l.by, l.desc
	if q.Sort != "" {
		sort, desc = q.Sort, q.Desc
	}
	if desc {
		direction = " DESC"
	}
	for _, s := range l.from {
		f, err := s.sorting(sort)
		if err != nil {
			return nil, "", err
		}
		// The list's own order has an index, which no filter may divert from.
		where, err := a.where(s, q.Filter, q.Sort != "")
		if err != nil {
			return nil, "", err
		}
		if found != nil {
			where += " AND r.id " + a.among(ids(found))
		}
		by := a.sql(f.order(desc))
		beyond, err := a.beyond(f, by, q.After, desc)
		if err != nil {
			return nil, "", err
		}
		parts = append(parts, fmt.Sprintf("SELECT r.id AS id, %s AS place, '%s' AS kind FROM %[2]s r WHERE %[3]s%[4]s", by, s.kind, where, beyond))
	}
	return parts, direction, nil
}

// beyond is the condition that a row comes after a cursor.
func (a *params) beyond(f field, by, cursor string, desc bool) (string, error) {
	if cursor == "" {
		return "", nil
	}
	text, id, ok := cutCursor(cursor)
	var key any = text
	if ok && f.whole() {
		n, err := strconv.ParseInt(text, 10, 64)
		key, ok = n, err == nil
	}
	if !ok {
		return "", fmt.Errorf("cursor %q is none of this list", cursor)
	}
	than := ">"
	if desc {
		than = "<"
	}
	return fmt.Sprintf(" AND (%s, r.id) %s (%s, %s)", by, than, a.add(key), a.add(id)), nil
}

func ids(places []place) []string {
	list := make([]string, len(places))
	for i, p := range places {
		list[i] = p.id
	}
	return list
}

// rest returns what comes after the i-th of a list. If that is gone, nothing is
// known to come after it; beginning anew would repeat what was seen.
func rest[T any](list []T, i int) []T {
	if i < 0 {
		return nil
	}
	return list[i+1:]
}

// params gathers the parameters of a query while it is written.
type params struct {
	session
	args []any
	days map[string]string // the days asked for already
}

// add adds a parameter and returns its place.
func (a *params) add(value any) string {
	a.args = append(a.args, value)
	return fmt.Sprintf("$%d", len(a.args))
}

// sql puts parameters in the place of {today} and {tomorrow}, and the characters
// that show nothing in that of {space}.
func (a *params) sql(text string) string {
	text = strings.ReplaceAll(text, "{space}", a.d.space)
	for name, day := range map[string]career.Date{"{today}": a.today, "{tomorrow}": a.today.Add(1)} {
		if !strings.Contains(text, name) {
			continue
		}
		if a.days == nil {
			a.days = map[string]string{}
		}
		if a.days[name] == "" {
			a.days[name] = a.add(day)
		}
		text = strings.ReplaceAll(text, name, a.days[name])
	}
	return text
}

// among is the condition of being one of many texts: one parameter for all.
func (a *params) among(texts []string) string {
	data, _ := json.Marshal(texts) // texts can always be written
	return fmt.Sprintf(a.d.among, a.add(string(data)))
}

// single returns the living record with the given ID, or career.ErrNotFound.
func single[T any](ctx context.Context, s *Store, t table[T], id string) (r T, err error) {
	err = s.view(ctx, "read", func(v session) (err error) {
		r, err = t.one(ctx, v, office, id)
		return err
	})
	return r, err
}

// every returns all living records in the given order.
func every[T any](ctx context.Context, s *Store, t table[T], order string) (list []T, err error) {
	err = s.view(ctx, "list", func(v session) (err error) {
		list, err = t.list(ctx, v, office, "WHERE r.deleted = '' ORDER BY "+order)
		return err
	})
	return list, err
}
