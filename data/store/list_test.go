package store_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/match"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

// some is an office of many records that share names, places, days and codes.
func some(t testing.TB) *store.Store {
	t.Helper()
	s := open(t)
	size := sample.Size{Employers: 60, Contacts: 90, Visits: 120, Graduates: 400, Outcomes: 450, Colleagues: 16, Meetings: 20}
	_, err := sample.Synthetic{Size: size, Seed: 7, Today: today}.Fill(t.Context(), s, func(int, int) {})
	must(t, err)
	bare := career.Employer{ID: career.EmployerID(store.NewID()), Name: "无信息单位"}
	blank := career.Visit{From: "2026-11-02", Employers: []career.EmployerID{bare.ID}, Minutes: career.Minutes{Outer: " \u3000\n", Inner: "\u00a0"}}
	later := career.Visit{From: "2027-01-02", Employers: []career.EmployerID{bare.ID}, Tags: []string{"重点", "首访"}}
	dropped := career.Visit{From: "2026-11-03", Employers: []career.EmployerID{bare.ID}, Cancelled: "台风", Postponed: "疫情"}
	save(t, s, &bare, &blank, &later, &dropped, &career.Visit{From: career.Moment(today), Employers: []career.EmployerID{bare.ID}},
		&career.Commitment{Employer: bare.ID, Side: career.Ours, What: "无期限"}, &career.Commitment{Employer: bare.ID, Side: career.Ours, What: "当天", Due: today},
		&career.Commitment{Employer: bare.ID, Side: career.Theirs, What: "放弃", Due: "2026-01-01", Done: "2026-02-01", Dropped: true},
		&career.Contact{Name: "无职", Tags: []string{"校友"}}, &career.Meeting{Title: "会", From: "2020-01-01"})
	return s
}

// A row of any list: what identifies it, and its fields as a user sees them.
type row struct {
	id, cursor string
	fields     map[string][]string // several of a list of tags
}

// lister reads a list, with a row's fields told by Go alone.
type lister func(q store.Query) []row

func listers(t *testing.T, s *store.Store) map[store.Listing]lister {
	ctx := t.Context()
	campaigns := map[career.CampaignID]string{}
	for _, c := range got[[]career.Campaign](t)(s.Campaigns(ctx)) {
		campaigns[c.ID] = c.Name
	}
	return map[store.Listing]lister{
		store.OfEmployers: read(t, s.Employers, func(r store.EmployerRow) row {
			return row{string(r.ID), r.Cursor, map[string][]string{"employer.name": {r.Name}, "employer.place": {r.Place}, "employer.industry": {string(r.Industry)},
				"employer.nature": {string(r.Nature)}, "employer.size": {string(r.Size)}, "employer.uscc": {string(r.USCC)}, "employer.staff": {strconv.Itoa(r.Staff)}, "employer.tags": r.Tags,
				"employer.last_visit": {string(r.LastVisit)}, "employer.visited": {yesNo(r.LastVisit != "")}, "employer.graduates": {strconv.Itoa(r.Graduates)}, "employer.open": {strconv.Itoa(r.Open)}}}
		}),
		store.OfPeople: read(t, s.People, func(r store.PersonRow) row {
			return row{r.ID, r.Cursor, map[string][]string{"person.name": {r.Name}, "person.kind": {string(r.Kind)}, "person.title": {r.Title}, "person.where": {r.Where}, "person.mobile": {r.Mobile}, "person.public": {yesNo(r.Public)}}}
		}),
		store.OfVisits: read(t, s.Visits, func(r store.VisitRow) row {
			return row{string(r.ID), r.Cursor, map[string][]string{"visit.from": {string(r.From)}, "visit.year": {string(r.From[:4])}, "visit.employer": {r.EmployerName}, "visit.led_by": {r.LeaderName},
				"visit.campaign": {campaigns[r.Campaign]}, "visit.direction": {string(r.Direction)}, "visit.mode": {string(r.Mode)}, "visit.place": {r.Place}, "visit.purpose": {r.Purpose}, "visit.tags": r.Tags,
				"visit.open": {strconv.Itoa(r.Open)}, "visit.state": {string(r.State(today, r.Open))}}}
		}),
		store.OfGraduates: read(t, s.Graduates, func(r store.GraduateRow) row {
			return row{string(r.ID), r.Cursor, map[string][]string{"graduate.name": {r.Name}, "graduate.student_no": {r.StudentNo}, "graduate.cohort": {strconv.Itoa(r.Cohort)}, "graduate.faculty": {r.Faculty},
				"graduate.major": {r.Major}, "graduate.degree": {string(r.Degree)}, "graduate.class": {r.Class}, "graduate.origin": {r.Origin}, "outcome.code": {string(r.Code.Parent())}, "outcome.on": {string(r.On)}, "outcome.employer": {r.Where}}}
		}),
		store.OfMeetings: read(t, s.Meetings, func(r store.MeetingRow) row {
			return row{string(r.ID), r.Cursor, map[string][]string{"meeting.from": {string(r.From)}, "meeting.year": {string(r.From[:4])}, "meeting.title": {r.Title}, "meeting.place": {r.Place}, "meeting.chair": {r.Chair}, "meeting.recorder": {r.Recorder}, "meeting.organiser": {r.Organiser}}}
		}),
		store.OfCommitments: read(t, s.Commitments, func(r store.CommitmentRow) row {
			return row{string(r.ID), r.Cursor, map[string][]string{"commitment.what": {r.What}, "commitment.employer": {r.EmployerName}, "commitment.side": {string(r.Side)}, "commitment.owner": {r.Owner},
				"commitment.due": {string(r.Due)}, "commitment.done_on": {string(r.Done)}, "commitment.visit": {string(r.VisitFrom)}, "commitment.state": {commitmentState(r.Commitment)}}}
		}),
	}
}

func read[R any](t *testing.T, page func(context.Context, store.Query) ([]R, error), tell func(R) row) lister {
	return func(q store.Query) (rows []row) {
		t.Helper()
		for _, r := range got[[]R](t)(page(t.Context(), q)) {
			rows = append(rows, tell(r))
		}
		return rows
	}
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func commitmentState(c career.Commitment) string {
	switch {
	case c.Done != "":
		return store.CommitmentDone
	case c.Overdue(today):
		return store.CommitmentOverdue
	}
	return store.CommitmentOpen
}

// everything is more rows than some office has.
const everything = 100_000

// sortless are the fields that only filter.
var sortless = []string{"employer.tags", "visit.tags", "visit.state"}

func TestEveryOrderShowsEveryRowOnceInPages(t *testing.T) {
	s := some(t)
	for name, list := range listers(t, s) {
		all := ids(list(store.Query{Limit: everything}))
		for field := range list(store.Query{Limit: 1})[0].fields {
			for _, desc := range []bool{false, true} {
				q := store.Query{Sort: field, Desc: desc, Limit: 23}
				if slices.Contains(sortless, field) {
					continue
				}
				if paged := walk(list, q); !slices.Equal(slices.Sorted(slices.Values(paged)), slices.Sorted(slices.Values(all))) {
					t.Errorf("%s by %s, %t: %d rows in pages, %d in all", name, field, desc, len(paged), len(all))
				}
			}
		}
		if paged := walk(list, store.Query{Limit: 7}); !slices.Equal(paged, all) {
			t.Errorf("%s: %d rows in pages, %d in all, or another order", name, len(paged), len(all))
		}
	}
}

func ids(rows []row) (list []string) {
	for _, r := range rows {
		list = append(list, r.id)
	}
	return list
}

// walk reads all pages.
func walk(list lister, q store.Query) (all []string) {
	for {
		rows := list(q)
		if all = append(all, ids(rows)...); len(rows) < q.Limit || len(all) > everything {
			return all
		}
		q.After = rows[len(rows)-1].cursor
	}
}

func TestRowsComeInTheOrderAskedForTheUnknownLast(t *testing.T) {
	s := some(t)
	for name, list := range listers(t, s) {
		for field := range list(store.Query{Limit: 1})[0].fields {
			if slices.Contains(sortless, field) {
				continue
			}
			for _, desc := range []bool{false, true} {
				var keys []string
				for _, r := range list(store.Query{Sort: field, Desc: desc, Limit: everything}) {
					keys = append(keys, known(field, r.fields[field][0]))
				}
				if i := outOfOrder(field, keys, desc); i > 0 {
					t.Errorf("%s by %s, %t: %q comes before %q", name, field, desc, keys[i-1], keys[i])
				}
			}
		}
	}
}

// known returns a key, or nothing for a number that stands for an unknown one.
func known(field, key string) string {
	if field == "employer.staff" && key == "0" {
		return ""
	}
	return key
}

// outOfOrder returns the place of the first key that should have come before
// the one it follows.
func outOfOrder(field string, keys []string, desc bool) int {
	for i := range keys {
		if i == 0 {
			continue
		}
		c := compareKeys(field, keys[i-1], keys[i])
		if desc && keys[i-1] != "" && keys[i] != "" {
			c = -c
		}
		if c > 0 {
			return i
		}
	}
	return 0
}

var sizes = []string{"micro", "small", "medium", "large"}

func compareKeys(field, a, b string) int {
	if (a == "") != (b == "") {
		return cmp.Compare(b, a) // what is unknown comes last, both ways
	}
	switch field {
	case "employer.size":
		return slices.Index(sizes, a) - slices.Index(sizes, b)
	case "commitment.state":
		states := []string{store.CommitmentOverdue, store.CommitmentOpen, store.CommitmentDone}
		return slices.Index(states, a) - slices.Index(states, b)
	case "employer.name", "visit.employer", "commitment.employer":
		a, _ = match.Keys(a)
		b, _ = match.Keys(b)
	case "person.name", "visit.led_by", "graduate.name", "person.where":
		return 0 // sorted by a reading that may have been corrected
	}
	one, err1 := strconv.Atoi(a)
	other, err2 := strconv.Atoi(b)
	if err1 == nil && err2 == nil && field != "outcome.code" {
		return one - other
	}
	return strings.Compare(a, b)
}

func TestFiltersLetThroughWhatAGoFilterWould(t *testing.T) {
	s := some(t)
	for name, list := range listers(t, s) {
		all := list(store.Query{Limit: everything})
		for field := range all[0].fields {
			values := got[[]string](t)(s.Values(t.Context(), name, field))
			if len(values) == 0 {
				t.Errorf("%s: %s has no values", name, field)
			}
			for i := 0; i < len(values) && i < 12; i++ {
				sorting := ""
				if i%2 == 1 && !slices.Contains(sortless, field) {
					sorting = field
				}
				wanted := values[i:min(i+1+i%3, len(values))]
				q := store.Query{Filter: map[string][]string{field: wanted}, Sort: sorting, Limit: 9}
				want := through(all, q.Filter)
				if paged := walk(list, q); !slices.Equal(slices.Sorted(slices.Values(paged)), slices.Sorted(slices.Values(want))) {
					t.Errorf("%s with %s in %q: %d rows in pages, want %d", name, field, wanted, len(paged), len(want))
				}
			}
		}
	}
}

// through returns the IDs of the rows that a filter lets through.
func through(all []row, filter map[string][]string) (list []string) {
	for _, r := range all {
		ok := true
		for field, values := range filter {
			has := r.fields[field]
			if len(has) == 0 {
				has = []string{""}
			}
			ok = ok && slices.ContainsFunc(has, func(one string) bool { return slices.Contains(values, one) })
		}
		if ok {
			list = append(list, r.id)
		}
	}
	return list
}

func TestSeveralFiltersMustAllHold(t *testing.T) {
	s := some(t)
	list := listers(t, s)[store.OfVisits]
	filter := map[string][]string{"visit.state": {"acting", "reportable"}, "visit.direction": {"out"}, "visit.year": {"2025", "2026"}}
	want := through(list(store.Query{Limit: everything}), filter)
	if got := walk(list, store.Query{Filter: filter, Sort: "visit.employer", Limit: 5}); len(got) != len(want) || len(want) == 0 {
		t.Errorf("got %d, want %d", len(got), len(want))
	}
	if rows := list(store.Query{Filter: map[string][]string{"visit.direction": nil}, Limit: everything}); len(rows) < 100 {
		t.Errorf("a field without values lets %d through", len(rows))
	}
}

func TestWhatIsFoundCanBeFilteredAndSorted(t *testing.T) {
	s := some(t)
	for name, words := range map[store.Listing]string{store.OfEmployers: "公司", store.OfPeople: "王", store.OfVisits: "公司", store.OfGraduates: "王", store.OfMeetings: "会", store.OfCommitments: "公司"} {
		list := listers(t, s)[name]
		found := list(store.Query{Find: words, Limit: everything})
		if len(found) < 3 {
			t.Errorf("%s: %d found", name, len(found))
			continue
		}
		for field, values := range found[0].fields {
			filter := map[string][]string{field: values}
			if len(values) == 0 {
				continue
			}
			some := ids(list(store.Query{Find: words, Filter: filter, Limit: everything}))
			if want := through(found, filter); !slices.Equal(some, want) {
				t.Errorf("%s: %d found with %s %q, want %d in the same order", name, len(some), field, values, len(want))
			}
			if slices.Contains(sortless, field) {
				continue
			}
			sorted := walk(list, store.Query{Find: words, Sort: field, Limit: 40})
			if !slices.Equal(slices.Sorted(slices.Values(sorted)), slices.Sorted(slices.Values(ids(found)))) {
				t.Errorf("%s: %d found by %s, want %d", name, len(sorted), field, len(found))
			}
		}
	}
}

func TestRowsInsertedBetweenPagesRepeatAndHideNothing(t *testing.T) {
	s := some(t)
	list := listers(t, s)[store.OfEmployers]
	for _, field := range []string{"", "employer.place", "employer.graduates", "employer.last_visit"} {
		before := ids(list(store.Query{Limit: everything}))
		seen := map[string]int{}
		for q := (store.Query{Sort: field, Limit: 5}); ; {
			rows := list(q)
			for _, r := range rows {
				seen[r.id]++
			}
			if len(rows) < 5 {
				break
			}
			q.After = rows[4].cursor
			save(t, s, &career.Employer{Name: fmt.Sprintf("安厂%d", len(seen)), Place: "北京市"}, &career.Employer{Name: fmt.Sprintf("做厂%d", len(seen))})
			if len(seen) > 1000 {
				t.Fatalf("by %q: no end", field)
			}
			if len(seen) > 40 { // the new ones need not be walked to the end of time
				q.Limit = everything
				for _, r := range list(q) {
					seen[r.id]++
				}
				break
			}
		}
		for _, id := range before {
			if seen[id] != 1 {
				t.Errorf("by %q: %s was seen %d times", field, id, seen[id])
			}
		}
	}
}

func TestPlacesAreWherePagesBegin(t *testing.T) {
	s := some(t)
	for name, list := range listers(t, s) {
		fields := list(store.Query{Limit: 1})[0].fields
		queries := []store.Query{{}, {Find: "王"}, {Find: "公司"}}
		for field := range fields {
			value := got[[]string](t)(s.Values(t.Context(), name, field))[0]
			queries = append(queries, store.Query{Filter: map[string][]string{field: {value}}})
			if !slices.Contains(sortless, field) {
				queries = append(queries, store.Query{Sort: field}, store.Query{Sort: field, Desc: true, Filter: map[string][]string{field: {value}}}, store.Query{Sort: field, Find: "公司"})
			}
		}
		if name == store.OfVisits {
			queries = append(queries, store.Query{Filter: map[string][]string{"visit.state": {"plan"}}}, store.Query{Filter: map[string][]string{"visit.state": {"plan", "brief", "unminuted"}}})
		}
		for _, q := range queries {
			const every = 8
			q.Limit = everything
			want := list(q)
			after, total, err := s.Places(t.Context(), name, q, every)
			must(t, err)
			if total != len(want) || len(after) != len(want)/every {
				t.Errorf("%s %+v: %d places of %d rows, want %d rows", name, q, len(after), total, len(want))
				continue
			}
			for i, cursor := range after {
				if cursor != want[(i+1)*every-1].cursor {
					t.Errorf("%s %+v: page %d begins elsewhere", name, q, i+1)
				}
			}
		}
	}
}

func TestJumpsStopWhenNobodyWaitsForThem(t *testing.T) {
	s := some(t)
	for _, q := range []store.Query{{}, {Sort: "graduate.major"}, {Find: "王"}} {
		ctx, stop := context.WithCancel(t.Context())
		s.Watch(func(string) { stop() })
		_, _, err := s.Places(ctx, store.OfGraduates, q, 2)
		s.Watch(nil)
		stop()
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%+v: got %v", q, err)
		}
	}
}

func TestValuesComeTheMostFrequentFirst(t *testing.T) {
	s := open(t)
	for i, place := range []string{"甲市", "乙市", "乙市", "丙市", "丙市", "丙市", ""} {
		save(t, s, &career.Employer{Name: fmt.Sprint("厂", i), Place: place, Tags: []string{"共有", place}[:1+i%2]})
	}
	if values := got[[]string](t)(s.Values(t.Context(), store.OfEmployers, "employer.place")); !slices.Equal(values, []string{"丙市", "乙市", "", "甲市"}) {
		t.Errorf("places: %q", values)
	}
	if values := got[[]string](t)(s.Values(t.Context(), store.OfEmployers, "employer.tags")); values[0] != "共有" || len(values) != 3 {
		t.Errorf("tags: %q", values)
	}
	save(t, s, &career.Employer{Name: "无标签"})
	if values := got[[]string](t)(s.Values(t.Context(), store.OfEmployers, "employer.tags")); len(values) != 4 || !slices.Contains(values, "") {
		t.Errorf("tags of one without: %q", values)
	}
	if values := got[[]string](t)(s.Values(t.Context(), store.OfVisits, "visit.state")); len(values) != len(career.States) {
		t.Errorf("states: %q", values)
	}
}

func TestAFieldThatAListDoesNotHaveIsAnError(t *testing.T) {
	s := open(t)
	ctx := t.Context()
	for what, err := range map[string]error{
		"sort": second(s.Employers(ctx, store.Query{Sort: "visit.from"})), "filter": second(s.People(ctx, store.Query{Filter: map[string][]string{"nothing": {"x"}}})),
		"sort by tags": second(s.Employers(ctx, store.Query{Sort: "employer.tags"})), "sort by a state": second(s.Visits(ctx, store.Query{Sort: "visit.state"})),
		"values": second(s.Values(ctx, store.OfMeetings, "meeting.nothing")), "list": second(s.Values(ctx, "nothing", "x")),
	} {
		if !errors.Is(err, career.ErrNotFound) {
			t.Errorf("%s: got %v, want %v", what, err, career.ErrNotFound)
		}
	}
	for _, cursor := range []string{"x", "x\x1fy"} {
		if _, err := s.Employers(ctx, store.Query{Sort: "employer.staff", After: cursor}); err == nil {
			t.Errorf("cursor %q is taken", cursor)
		}
	}
}

func TestCommitmentsOpenFirstByTheirDay(t *testing.T) {
	s := open(t)
	e := career.Employer{ID: career.EmployerID(store.NewID()), Name: "甲厂"}
	v := career.Visit{ID: career.VisitID(store.NewID()), From: "2026-03-08T09:00", Employers: []career.EmployerID{e.ID}}
	save(t, s, &e, &v)
	for what, days := range map[string][2]career.Date{"后天": {"2026-11-22"}, "无期限": {}, "去年": {"2025-12-01"}, "早已办结": {"2026-12-01", "2025-01-01"}, "刚办结": {"2024-01-01", "2026-11-19"}} {
		save(t, s, &career.Commitment{Employer: e.ID, Visit: v.ID, Side: career.Ours, What: what, Due: days[0], Done: days[1]})
	}
	var whats []string
	for _, r := range got[[]store.CommitmentRow](t)(s.Commitments(t.Context(), store.Query{})) {
		whats = append(whats, r.What)
		if r.EmployerName != e.Name || r.VisitFrom != v.From || r.Visit != v.ID {
			t.Errorf("got %+v", r)
		}
	}
	if want := []string{"去年", "后天", "无期限", "刚办结", "早已办结"}; !slices.Equal(whats, want) {
		t.Errorf("got %v, want %v", whats, want)
	}
	for words, want := range map[string]int{"办结": 2, "甲厂": 5, "jiachang": 5, "期限": 1, "别的": 0} {
		if rows := got[[]store.CommitmentRow](t)(s.Commitments(t.Context(), store.Query{Find: words})); len(rows) != want {
			t.Errorf("%s finds %d, want %d", words, len(rows), want)
		}
	}
}

func TestNoScreenAsksAQueryPerRow(t *testing.T) {
	s := some(t)
	asked := 0
	s.Watch(func(string) { asked++ })
	defer s.Watch(nil)
	for name, list := range listers(t, s) {
		for _, q := range []store.Query{{}, {Find: "公司"}, {Find: "王", Limit: 5}, {Limit: 200}} {
			if asked = 0; list(q) != nil && asked > 12 {
				t.Errorf("%s %+v: %d queries", name, q, asked)
			}
		}
	}
	if asked = 0; got[[]store.VisitRow](t)(s.Board(t.Context(), today)) != nil && asked > 12 {
		t.Errorf("board: %d queries", asked)
	}
	if asked = 0; got[[]store.Hit](t)(s.Search(t.Context(), "公司", 20)) != nil && asked > 40 {
		t.Errorf("search: %d queries", asked)
	}
}
