package store_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// large opens an office of 100,000 employers, made once for all benchmarks of a
// run.
func large(b *testing.B) *store.Store {
	b.Helper()
	s := reopen(b, filepath.Join(b.TempDir(), "office.db"))
	save(b, s, employers(100_000)...)
	return s
}

// employers makes names that share places, words and endings as real ones do.
func employers(n int) []career.Noun {
	places := []string{"沈阳", "大连", "北京", "上海", "重庆", "长沙", "厦门", "深圳", "苏州", "长春"}
	words := []string{"新松", "华为", "东软", "天合", "中石", "长城", "海尔", "银河", "信达", "恒力", "金山", "盛京"}
	trades := []string{"机器人", "电子", "软件", "银行", "石油", "汽车", "医药", "建筑", "教育", "物流"}
	nouns := make([]career.Noun, n)
	for i := range nouns {
		name := fmt.Sprintf("%s%s%s%c%c有限公司", places[i%10], words[i/10%12], trades[i/120%10], '一'+rune(i/1200%90), '丁'+rune(i%97))
		nouns[i] = &career.Employer{Name: name, ShortNames: []string{words[i/10%12] + trades[i/120%10]}, Place: places[i%10] + "市", Industry: "C", Tags: []string{"高新技术企业"}}
	}
	return nouns
}

func BenchmarkEmployers(b *testing.B) {
	s := large(b)
	page := func(q store.Query) func(*testing.B) {
		return func(b *testing.B) {
			for b.Loop() {
				rows, err := s.Employers(b.Context(), q)
				must(b, err)
				if len(rows) != 50 {
					b.Fatal(len(rows))
				}
			}
		}
	}
	first := got[[]store.EmployerRow](b)(s.Employers(b.Context(), store.Query{Limit: 1000}))
	b.Run("page", page(store.Query{}))
	b.Run("page 20", page(store.Query{After: first[949].Cursor}))
	for _, words := range []string{"沈", "沈阳新松", "银行", "沈阳 银行", "s", "sy", "shenyang", "dlhwjqr"} {
		b.Run("find "+words, page(store.Query{Find: words}))
	}
}

func BenchmarkSave(b *testing.B) {
	for _, n := range []int{1, 1000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := open(b)
			for b.Loop() {
				b.StopTimer()
				nouns := employers(n)
				b.StartTimer()
				save(b, s, nouns...)
			}
		})
	}
}

func BenchmarkUndoOf60000(b *testing.B) {
	s := open(b)
	save(b, s, employers(60_000)...)
	for b.Loop() { // there and back again
		must(b, s.Undo(b.Context(), got[[]store.Change](b)(s.Changes(b.Context(), 1))[0].ID))
	}
}

func BenchmarkDossier(b *testing.B) {
	o := smallOffice(b)
	var nouns []career.Noun
	for i := range 30 {
		v := o.meet(career.Moment(fmt.Sprintf("2024-%02d-%02d", i/28+1, i%28+1)))
		nouns = append(nouns, &v, &career.Commitment{Employer: o.employer.ID, Visit: v.ID, Side: career.Ours, What: "事项"})
	}
	for i := range 6_000 {
		g := career.Graduate{ID: career.GraduateID(store.NewID()), StudentNo: fmt.Sprint(i), Name: "某某", Cohort: 2027, Major: fmt.Sprintf("专业%d", i%60), Degree: "31"}
		nouns = append(nouns, &g)
		if i%2 == 0 {
			out := career.Outcome{Graduate: g.ID, Code: "10", On: "2026-11-01"}
			if i < 200 {
				out.Employer = o.employer.ID
			}
			nouns = append(nouns, &out)
		}
	}
	save(b, o.Store, append(nouns, &career.Cohort{Year: 2027})...)
	for _, level := range career.Levels {
		b.Run(level.String(), func(b *testing.B) {
			for b.Loop() {
				_, err := o.Dossier(b.Context(), o.visit.ID, level, today)
				must(b, err)
			}
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	file := filepath.Join(b.TempDir(), "office.db")
	must(b, reopen(b, file).Close())
	for b.Loop() {
		s, err := store.Open(b.Context(), file, store.Options{})
		must(b, err)
		must(b, s.Close())
	}
}
