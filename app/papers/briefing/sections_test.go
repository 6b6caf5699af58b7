package briefing_test

import (
	"slices"
	"strings"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/papers/briefing"
	"visitdesk/data/career"
)

// A fact last checked more than 180 days ago is marked, a fresh one is not.
func TestEmployerMarksStaleFacts(t *testing.T) {
	doc := briefing.Compose(dossier(career.L1), language(t, "zh"), options(t))
	facts := section(doc, "briefing.employer").Blocks
	stale := func(label string) bool {
		return has(facts, func(f document.Facts) bool {
			return slices.ContainsFunc(f.Facts, func(f document.Fact) bool {
				return f.Label == label && slices.ContainsFunc(f.Note, func(s document.Span) bool { return s.Tone == document.Warn })
			})
		})
	}
	if !stale("主要产品（业务）") || stale("规模") {
		t.Error("marks the wrong facts:\n", body(facts))
	}
	contains(t, body(facts), "宣讲材料 2026年1月2日")
}

// An odd USCC is doubted, not corrected.
func TestEmployerDoubtsAnOddUSCC(t *testing.T) {
	d := dossier(career.L1)
	d.Employer.USCC = "91210112MA0XD00011"
	doc := briefing.Compose(d, language(t, "zh"), options(t))
	text := body(section(doc, "briefing.employer").Blocks)
	contains(t, text, "91210112MA0XD00011")
	contains(t, text, "存疑")
}

// Overdue commitments come first, in the colour of alarm, with their days; the
// settled ones last.
func TestCommitmentsPutOverdueFirst(t *testing.T) {
	for lang, late := range map[string]string{"zh": "▲ 逾期 38 天", "en": "▲ 38 days overdue"} {
		doc := briefing.Compose(dossier(career.L1), language(t, lang), options(t))
		text := body(section(doc, "briefing.history").Blocks)
		first, second, third := strings.Index(text, "最早的事"), strings.Index(text, "未到期的事"), strings.Index(text, "办结的事")
		if first < 0 || second < first || third < second {
			t.Error("out of order:\n", text)
		}
		if alarms := toned(doc, document.Alert); !slices.Contains(alarms, late) {
			t.Errorf("%s: alarms are %q", lang, alarms)
		}
	}
}

// One day is one day.
func TestOneIsTold(t *testing.T) {
	d := dossier(career.L1)
	d.Commitments = []career.Commitment{{Side: career.Ours, What: "x", Due: today.Add(-1)}, {Side: career.Ours, What: "y", Due: today.Add(1)}}
	text := body(section(briefing.Compose(d, language(t, "en"), options(t)), "briefing.history").Blocks)
	contains(t, text, "▲ 1 day overdue")
	contains(t, text, "due in 1 day\n")
}

// The rate carries n, N, the day and the scheme; without a scheme, or with a
// code no scheme knows, there is none.
func TestUniversityTellsTheRateWithItsCounts(t *testing.T) {
	d, o := dossier(career.L1), options(t)
	text := func() string {
		return body(section(briefing.Compose(d, language(t, "zh"), o), "briefing.university").Blocks)
	}
	for _, want := range []string{"20.00%", "已落实 40 人", "毕业生共 200 人", "截至2026年11月17日", "教就业厅函〔2024〕11号"} {
		contains(t, text(), want)
	}
	d.Class = append(d.Class, career.ClassCell{Code: "99", Count: 1})
	lacks(t, text(), "落实率")
	contains(t, text(), "99 1 人")
	d.Class, o.Scheme = d.Class[:3], career.Scheme{}
	lacks(t, text(), "落实率")
}

// Demand stands beside supply, with the difference; a major we do not teach is
// said to be none of ours.
func TestSupplyMatchesDemand(t *testing.T) {
	d := dossier(career.L1)
	d.Demands = append(d.Demands, career.Demand{Cohort: 2027, Major: "焊接", Degree: "31", Posts: 3})
	text := body(section(briefing.Compose(d, language(t, "zh"), options(t)), "briefing.supply").Blocks)
	contains(t, text, "机械 | 本科 | 12 | 6 | 5,500–7,500 | 48 | 30 | 岗位少 18 个")
	contains(t, text, "焊接 | 本科 | 3 | — |  | — | — | 我校无此专业")
	contains(t, text, "测控 | 本科 | — | — |  | 4 | 2 |")
	contains(t, text, "2026届需求: 机械 岗位 9 个（2025年11月1日）")
}

// A visit that has its minutes needs no page for notes, and prints them.
func TestAVisitThatIsOverPrintsItsMinutes(t *testing.T) {
	d := dossier(career.L1)
	d.Visit.Minutes.Outer = "今天谈成了。"
	doc := briefing.Compose(d, language(t, "zh"), options(t))
	if len(section(doc, "briefing.notes").Blocks) != 0 {
		t.Error("prints a page for notes")
	}
	contains(t, body(section(doc, "briefing.minutes").Blocks), "今天谈成了。")
}

// A code that no list knows is printed as it is kept.
func TestUnknownCodesArePrinted(t *testing.T) {
	d := dossier(career.L1)
	d.Employer.Nature = "98"
	contains(t, body(section(briefing.Compose(d, language(t, "zh"), options(t)), "briefing.employer").Blocks), "单位性质: 98")
}

// Classes before the last four share a column.
func TestGraduatesAddUpEarlierClasses(t *testing.T) {
	d := dossier(career.L1)
	d.HireCells = nil
	for year := 2016; year <= 2026; year++ {
		d.HireCells = append(d.HireCells, career.HireCell{Cohort: year, Major: "机械", Degree: "31", Code: "10", Count: 6})
	}
	text := body(section(briefing.Compose(d, language(t, "zh"), options(t)), "briefing.graduates").Blocks)
	contains(t, text, "2026 | 2025 | 2024 | 2023 | 更早 | 合计")
	contains(t, text, "机械 | 本科 | 签就业协议形式就业 | 6 | 6 | 6 | 6 | 42 | 66")
}
