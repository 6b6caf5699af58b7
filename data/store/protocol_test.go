package store_test

import (
	"strings"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// Our own people come in protocol order, whatever page they are on: the one in
// front first, those of unknown rank last by name, then the contacts.
func TestPeopleInProtocolOrder(t *testing.T) {
	s := open(t)
	save(t, s, &career.Colleague{Name: "陈𬭎", Rank: 12}, &career.Colleague{Name: "顾明哲", Rank: 1}, &career.Colleague{Name: "𠮷田"},
		&career.Colleague{Name: "安然"}, &career.Colleague{Name: "白露", Rank: 2}, &career.Contact{Name: "阿卜杜拉·买买提"})
	var names []string
	q := store.Query{Sort: "person.rank", Limit: 2}
	for {
		rows := got[[]store.PersonRow](t)(s.People(t.Context(), q))
		for _, r := range rows {
			names, q.After = append(names, r.Name), r.Cursor
		}
		if len(rows) < q.Limit {
			break
		}
	}
	if got, want := strings.Join(names, " "), "顾明哲 白露 陈𬭎 安然 𠮷田 阿卜杜拉·买买提"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	q = store.Query{Sort: "person.rank", Filter: map[string][]string{"person.kind": {"colleague"}}}
	if rows := got[[]store.PersonRow](t)(s.People(t.Context(), q)); len(rows) != 5 || rows[0].Name != "顾明哲" {
		t.Errorf("got %+v", rows)
	}
}
