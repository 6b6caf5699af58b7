package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// found returns the names of the employers that words find.
func found(t *testing.T, s *store.Store, words string) []string {
	t.Helper()
	var names []string
	for _, row := range got[[]store.EmployerRow](t)(s.Employers(t.Context(), store.Query{Find: words})) {
		names = append(names, row.Name)
	}
	return names
}

func TestEmployersAreFoundAsPeopleTypeThem(t *testing.T) {
	s := open(t)
	for _, e := range []career.Employer{
		{Name: "中国石油天然气集团有限公司", ShortNames: []string{"中石油"}, Products: "勘探与炼化"},
		{Name: "中国工商银行沈阳分行", ShortNames: []string{"工行"}, USCC: "91512081MA62K0260E"},
		{Name: "重庆长安汽车", FormerNames: []string{"长江机器厂"}, Tags: []string{"500强"}},
		{Name: "沈阳新松机器人自动化股份有限公司", Place: "辽宁省沈阳市"},
		{Name: "东软集团Neusoft", Products: "Software & IT"},
		{Name: "𠮷野家", Note: "秘密备注"},
	} {
		save(t, s, &e)
	}
	for words, want := range map[string]string{
		"石油": "中国石油天然气集团有限公司", "zgsy": "中国石油天然气集团有限公司", "ZGSY": "中国石油天然气集团有限公司", "zhongguoshiyou": "中国石油天然气集团有限公司", "zhong guo shi": "中国石油天然气集团有限公司",
		"中石油": "中国石油天然气集团有限公司", "zsy": "中国石油天然气集团有限公司", "炼化": "中国石油天然气集团有限公司",
		"gh": "中国工商银行沈阳分行", "gonghang": "中国工商银行沈阳分行", "91512081": "中国工商银行沈阳分行", "分行 银行": "中国工商银行沈阳分行", "沈阳 zggs": "中国工商银行沈阳分行",
		"chongqing": "重庆长安汽车", "cqca": "重庆长安汽车", "cjjqc": "重庆长安汽车", "500强": "重庆长安汽车", "５００": "重庆长安汽车",
		"xsjqr": "沈阳新松机器人自动化股份有限公司", "xinsong": "沈阳新松机器人自动化股份有限公司", "机器人 沈阳": "沈阳新松机器人自动化股份有限公司",
		"neu": "东软集团Neusoft", "soft": "东软集团Neusoft", "dongruan": "东软集团Neusoft", "software": "东软集团Neusoft",
		"𠮷野": "𠮷野家", "𠮷": "𠮷野家",
	} {
		if names := found(t, s, words); !slices.Contains(names, want) {
			t.Errorf("%q finds %v, want %s", words, names, want)
		}
	}
	for _, words := range []string{"天津", "油石", "秘密", "zgx", "汽车 石油", "chang'an"} {
		if names := found(t, s, words); len(names) != 0 {
			t.Errorf("%q finds %v", words, names)
		}
	}
}

// Nobody can type 𠮷: it is found as 吉, and the other way round, in whatever
// way the name is written here.
func TestVariantsOfACharacterFindEachOther(t *testing.T) {
	s := open(t)
	names := []string{"𠮷田化工", "吉田精机", "髙﨑商事", "高崎电子", "大阪\ufa11本店"}
	for _, name := range names {
		save(t, s, &career.Employer{Name: name, Products: "某物"}, &career.Contact{Name: name})
	}
	for words, want := range map[string][]string{
		"吉田": names[:2], "𠮷田": names[:2], "吉": names[:2], "高崎": names[2:4], "髙崎": names[2:4], "高﨑 商": names[2:3], "𠮷田 jtjj": names[1:2], "崎": names[2:], "吉田化": names[:1],
		"喆": nil,
	} {
		got := found(t, s, words)
		if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
			t.Errorf("%q finds %v, want %v", words, got, want)
		}
	}
	if rows := got[[]store.PersonRow](t)(s.People(t.Context(), store.Query{Find: "吉田"})); len(rows) != 2 || rows[0].Name == rows[1].Name {
		t.Errorf("got %+v", rows)
	}
	if hits := got[[]store.Hit](t)(s.Search(t.Context(), "高崎", 10)); len(hits) != 4 {
		t.Errorf("got %+v", hits)
	}
}

// Among thousands that hold the words, a variant that begins with them or is
// them still comes up.
func TestAVariantIsFoundAmongThousands(t *testing.T) {
	s := open(t)
	var nouns []career.Noun
	for i := range 1000 {
		nouns = append(nouns, &career.Employer{Name: fmt.Sprintf("第%d吉田公司", i)})
	}
	save(t, s, nouns...)
	save(t, s, &career.Employer{Name: "𠮷田"}, &career.Employer{Name: "𠮷田一重"})
	if names := found(t, s, "吉田"); len(names) < 2 || names[0] != "𠮷田" || names[1] != "𠮷田一重" {
		t.Errorf("got %v", names[:min(3, len(names))])
	}
}

func TestTheLikeliestComesFirst(t *testing.T) {
	s := open(t)
	for _, name := range []string{"沈阳华为通信服务部", "华为", "华为技术有限公司", "华微电子", "北京华为数字"} {
		save(t, s, &career.Employer{Name: name})
	}
	if names := found(t, s, "华为"); !slices.Equal(names[:2], []string{"华为", "华为技术有限公司"}) || len(names) != 4 {
		t.Errorf("got %v", names)
	}
	if names := found(t, s, "huawei"); names[0] != "华为" || len(names) != 3 {
		t.Errorf("got %v", names)
	}
}

func TestWhatBeginsWithTheWordsIsFoundAmongThousands(t *testing.T) {
	s := open(t)
	var nouns []career.Noun
	for i := range 1000 {
		nouns = append(nouns, &career.Employer{Name: fmt.Sprintf("第%d中国公司", i)})
	}
	save(t, s, nouns...)
	save(t, s, &career.Employer{Name: "中国一重"}) // after all those that hold the words
	if names := found(t, s, "中国"); len(names) == 0 || names[0] != "中国一重" {
		t.Errorf("got %v", names[:min(3, len(names))])
	}
}

func TestNoWordsAreDangerous(t *testing.T) {
	s := open(t)
	save(t, s, &career.Employer{Name: "甲公司 100% a_b"}, &career.Contact{Name: "O'Brien"}, &career.Meeting{Title: "推进会", From: "2026-01-01"},
		&career.Graduate{StudentNo: "1", Name: "赵一", Cohort: 2026, Major: "机械"})
	ctx := t.Context()
	for _, words := range []string{
		`"`, `""`, `'`, `%`, `_`, `*`, `a*`, `^`, `(`, `)`, `NEAR(a b)`, `a AND`, `OR`, `NOT`, `-a`, `a:b`, `search:甲`, `{a}`, `+`, `\`, ";", "--", "/*",
		`'; DROP TABLE employer; --`, "\x00", "甲\x00公", "\xff\xfe", "𰻝", "👨‍👩‍👧", "e\u0301", "\u202e", strings.Repeat("甲", 5000), strings.Repeat("a ", 500), "1 2 3 4 5 6 7 8 9", "$1", "?",
	} {
		q := store.Query{Find: words}
		for what, err := range map[string]error{
			"employers": second(s.Employers(ctx, q)), "people": second(s.People(ctx, q)), "visits": second(s.Visits(ctx, q)),
			"graduates": second(s.Graduates(ctx, q)), "meetings": second(s.Meetings(ctx, q)),
		} {
			if err != nil {
				t.Errorf("%s, %.40q: %v", what, words, err)
			}
		}
	}
	for _, words := range []string{"%", "_", "*", `"`, "'"} {
		if names := found(t, s, words); len(names) != 0 {
			t.Errorf("%q finds %v", words, names)
		}
	}
	if names := found(t, s, "100%"); len(names) != 1 {
		t.Errorf("100%% finds %v", names)
	}
}

func TestOthersAreFoundToo(t *testing.T) {
	o := smallOffice(t)
	ctx := t.Context()
	o.old.Theirs = append(o.old.Theirs, career.Participant{Name: "单田"})
	save(t, o.Store, &o.old, &career.Contact{Name: "单晓", Pinyin: "Dān Xiǎo"},
		&career.Graduate{StudentNo: "2022010101", Name: "查良", Cohort: 2026, Major: "软件工程", Class: "软工2201"},
		&career.Meeting{Title: "就业工作推进会", From: "2026-02-24", Items: []career.MeetingItem{{Speaker: "陈校长", Points: []string{"包保责任"}}}})
	people := func(words string) (names []string) {
		for _, p := range got[[]store.PersonRow](t)(o.People(ctx, store.Query{Find: words})) {
			names = append(names, p.Name)
		}
		return names
	}
	for words, want := range map[string]string{"lq": "李强", "李": "李强", "新松": "李强", "xinsong": "李强", "总经理": "李强", "1390000": "李强",
		"wxm": "王晓明", "校长": "王晓明", "dx": "单晓", "danxiao": "单晓"} {
		if names := people(words); !slices.Contains(names, want) {
			t.Errorf("people: %q finds %v, want %s", words, names, want)
		}
	}
	if names := people("sx"); len(names) != 0 {
		t.Errorf("the reading that was corrected still finds %v", names)
	}
	for words, want := range map[string]int{"新松": 2, "xs": 2, "共建": 1, "单田": 1, "实习": 2, "共建 单田": 1, "天津": 0} {
		if rows := got[[]store.VisitRow](t)(o.Visits(ctx, store.Query{Find: words})); len(rows) != want {
			t.Errorf("visits: %q finds %d, want %d", words, len(rows), want)
		}
	}
	for _, words := range []string{"查良", "zhaliang", "zl", "20220101", "软件", "软工2201", "2026 软件"} {
		if rows := got[[]store.GraduateRow](t)(o.Graduates(ctx, store.Query{Find: words})); len(rows) != 1 {
			t.Errorf("graduates: %q finds %d", words, len(rows))
		}
	}
	for _, words := range []string{"推进会", "陈校长", "包保"} {
		if rows := got[[]store.MeetingRow](t)(o.Meetings(ctx, store.Query{Find: words})); len(rows) != 1 {
			t.Errorf("meetings: %q finds %d", words, len(rows))
		}
	}
}

func TestFindingFollowsChanges(t *testing.T) {
	s := open(t)
	e := career.Employer{Name: "旧名", ShortNames: []string{"老号"}}
	save(t, s, &e)
	e.Name, e.ShortNames = "新名", nil
	save(t, s, &e)
	for words, want := range map[string]int{"旧名": 0, "jiuming": 0, "laohao": 0, "新名": 1, "xm": 1} {
		if names := found(t, s, words); len(names) != want {
			t.Errorf("%q finds %v", words, names)
		}
	}
	must(t, s.Delete(t.Context(), &e))
	if names := found(t, s, "新名"); len(names) != 0 {
		t.Errorf("the deleted one is found")
	}
	must(t, s.Undo(t.Context(), last(t, s).ID))
	if names := found(t, s, "xinming"); len(names) != 1 {
		t.Errorf("the restored one is not found")
	}
	must(t, got[store.Health](t)(s.Health(t.Context())).Err())
}

func TestListsArePagedWithoutGapsOrRepeats(t *testing.T) {
	s := open(t)
	var nouns []career.Noun
	for i := range 137 {
		nouns = append(nouns, &career.Employer{Name: fmt.Sprintf("%c公司", '一'+rune(i%9))}, // names repeat
			&career.Contact{Name: fmt.Sprintf("李%c", '一'+rune(i%5))}, &career.Colleague{Name: fmt.Sprintf("王%c", '一'+rune(i%5))},
			&career.Meeting{Title: "会", From: career.Moment(fmt.Sprintf("2026-01-%02d", i%20+1))})
	}
	e := career.Employer{ID: career.EmployerID(store.NewID()), Name: "甲"}
	nouns = append(nouns, &e)
	for i := range 60 {
		nouns = append(nouns, &career.Visit{From: career.Moment(fmt.Sprintf("2026-01-%02d", i%20+1)), Employers: []career.EmployerID{e.ID}})
	}
	save(t, s, nouns...)
	ctx := t.Context()
	for _, find := range []string{"", "公司", "gs", "李", "会"} {
		pages(t, "employers "+find, find, func(q store.Query) (ids, cursors []string) {
			for _, r := range got[[]store.EmployerRow](t)(s.Employers(ctx, q)) {
				ids, cursors = append(ids, string(r.ID)), append(cursors, r.Cursor)
			}
			return ids, cursors
		})
		pages(t, "people "+find, find, func(q store.Query) (ids, cursors []string) {
			for _, r := range got[[]store.PersonRow](t)(s.People(ctx, q)) {
				ids, cursors = append(ids, r.ID), append(cursors, r.Cursor)
			}
			return ids, cursors
		})
		pages(t, "visits "+find, find, func(q store.Query) (ids, cursors []string) {
			for _, r := range got[[]store.VisitRow](t)(s.Visits(ctx, q)) {
				ids, cursors = append(ids, string(r.ID)), append(cursors, r.Cursor)
			}
			return ids, cursors
		})
		pages(t, "meetings "+find, find, func(q store.Query) (ids, cursors []string) {
			for _, m := range got[[]store.MeetingRow](t)(s.Meetings(ctx, q)) {
				ids, cursors = append(ids, string(m.ID)), append(cursors, m.Cursor)
			}
			return ids, cursors
		})
	}
}

// The row that a page ended with may be gone when the next page is asked for.
func TestAPageAfterADeletedRowRepeatsNothing(t *testing.T) {
	s := open(t)
	ctx := t.Context()
	for i := range 12 {
		save(t, s, &career.Employer{Name: fmt.Sprintf("%c公司", '一'+rune(i))}, &career.Contact{Name: fmt.Sprintf("李%c", '一'+rune(i))})
	}
	for _, find := range []string{"", "公司"} {
		first := got[[]store.EmployerRow](t)(s.Employers(ctx, store.Query{Find: find, Limit: 4}))
		must(t, s.Delete(ctx, &first[3].Employer))
		for _, r := range got[[]store.EmployerRow](t)(s.Employers(ctx, store.Query{Find: find, Limit: 4, After: first[3].Cursor})) {
			if slices.ContainsFunc(first, func(f store.EmployerRow) bool { return f.ID == r.ID }) {
				t.Errorf("find %q: %s comes again", find, r.Name)
			}
		}
	}
	people := got[[]store.PersonRow](t)(s.People(ctx, store.Query{Find: "李", Limit: 4}))
	gone := got[career.Contact](t)(s.Contact(ctx, career.ContactID(people[3].ID)))
	must(t, s.Delete(ctx, &gone))
	for _, r := range got[[]store.PersonRow](t)(s.People(ctx, store.Query{Find: "李", Limit: 4, After: people[3].Cursor})) {
		if slices.ContainsFunc(people, func(p store.PersonRow) bool { return p.ID == r.ID }) {
			t.Errorf("%s comes again", r.Name)
		}
	}
}

// pages checks that pages of 7 rows give what one long page gives.
func pages(t *testing.T, what, find string, page func(store.Query) (ids, cursors []string)) {
	t.Helper()
	all, _ := page(store.Query{Find: find, Limit: 1000})
	var paged []string
	for q := (store.Query{Find: find, Limit: 7}); ; {
		ids, cursors := page(q)
		if len(ids) > 7 {
			t.Fatalf("%s: a page of %d", what, len(ids))
		}
		paged = append(paged, ids...)
		if len(ids) < 7 {
			break
		}
		q.After = cursors[6]
	}
	if !slices.Equal(paged, all) {
		t.Errorf("%s: %d rows in pages, %d at once", what, len(paged), len(all))
	}
}
