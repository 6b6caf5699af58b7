package briefing_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/papers/briefing"
	"visitdesk/data/career"
)

// The agenda is a table; what is not planned yet is boxed.
func TestAgendaSaysWhatIsPlanned(t *testing.T) {
	text := printed(t, dossier(career.L1), "zh", "briefing.agenda")
	contains(t, text, "09:30 | 座谈 | 逐条核对议定事项 | 邵老师 | 第一会议室")
	contains(t, text, "出发: 08:40 南门")
	contains(t, text, "车辆: （待补）")
	d := dossier(career.L1)
	d.Visit.Agenda, d.Others, d.Visit.Postponed = nil, []string{"甲公司", "乙公司"}, "对方出差"
	text = printed(t, d, "zh", "briefing.agenda")
	contains(t, text, "日程安排: （待补）")
	contains(t, text, "其他参加单位: 甲公司、乙公司")
	contains(t, text, "推迟原因: 对方出差")
}

// Each fact of the employer carries its source, also a fact that is not known.
func TestEmployerNamesItsSources(t *testing.T) {
	d := dossier(career.L1)
	d.Employer.Website = "https://example.com"
	d.Employer.Sources = append(d.Employer.Sources, career.Source{Field: "employer.website", From: "名片"}, career.Source{Field: "employer.parent", From: "年报", On: "2026-10-01"})
	text := printed(t, d, "en", "briefing.employer")
	contains(t, text, "Website: https://example.com  名片")
	contains(t, text, "Size: Large · about 2,860 people  官网 1 November 2026")
	contains(t, text, "年报 1 October 2026") // the parent is not known, its source is
}

// Agreements say whether they hold.
func TestAgreementsSayWhetherTheyHold(t *testing.T) {
	d := dossier(career.L1)
	d.Agreements = []career.Agreement{
		{Sort: "base", Title: "甲", Signed: "2024-01-01", Until: "2026-11-19"},
		{Sort: "base", Title: "乙", Signed: "2024-01-01", Until: "2026-11-20"},
		{Sort: "other", Title: "丙", Signed: "2024-01-01"},
		{Sort: "other", Title: "丁", Until: "2027-01-01", Note: "待签"},
	}
	text := printed(t, d, "zh", "briefing.employer")
	contains(t, text, "甲 | 2024年1月1日至2026年11月19日 | 已到期 | ")
	contains(t, text, "乙 | 2024年1月1日至2026年11月20日 | 有效 | ")
	contains(t, text, "丙 | 2024年1月1日签订，长期有效 | 有效 | ")
	contains(t, text, "丁 | 至2027年1月1日 | 意向 | 待签")
	d.Agreements = d.Agreements[:3]
	lacks(t, printed(t, d, "zh", "briefing.employer"), "备注")
}

// The history names who led, what for, and what was left open; the last
// minutes in five lines.
func TestHistoryTellsTheWay(t *testing.T) {
	d := dossier(career.L1)
	d.Past = append([]career.PastVisit{{Visit: career.Visit{From: "2026-10-01", Direction: career.Out, Mode: career.Online, Place: "视频会议", Cancelled: "停电"}}}, d.Past...)
	doc := briefing.Compose(d, language(t, "zh"), options(t))
	blocks := section(doc, "briefing.history").Blocks
	text := body(blocks)
	contains(t, text, "2026年10月1日  走出去 · 线上；视频会议（已取消：停电）")
	contains(t, text, "2026年7月16日  请进来；沈校长 副校长带队；考察实训条件（1 项未办结）")
	contains(t, text, "上次会谈要点（2026年7月16日）") // not of the one that was off
	if !has(blocks, func(p document.Paragraph) bool {
		return p.Lines == 5 && p.Text.String() == "双方商定共建实训班。"
	}) {
		t.Error("the last minutes are not in five lines")
	}
	contains(t, body(doc.Front.Versions[0]), "[127 天 ")
}

// Commitments: no day, due today, dropped, settled: each says so.
func TestCommitmentsSayHowTheyStand(t *testing.T) {
	d := dossier(career.L1)
	d.Commitments = []career.Commitment{
		{Side: career.Ours, What: "作罢", Due: "2026-01-01", Done: "2026-02-01", Dropped: true, Result: "双方同意"},
		{Side: career.Ours, What: "无期"},
		{Side: career.Ours, What: "旧结", Done: "2026-03-01"},
		{Side: career.Ours, What: "新结", Done: "2026-05-01"},
		{Side: career.Theirs, What: "今天", Due: today},
	}
	text := printed(t, d, "zh", "briefing.history")
	for i, want := range []string{"1 | 对方 | 今天 |  | 2026年11月20日 | 今天到期", "2 | 我方 | 无期 |  | 未定 | 办理中", "3 | 我方 | 新结 |  | 未定 | 2026年5月1日办结",
		"4 | 我方 | 旧结", "5 | 我方 | 作罢 |  | 2026年1月1日 | 已终止；2026年2月1日；双方同意"} {
		if !strings.Contains(text, want) {
			t.Errorf("row %d is not %q in:\n%s", i+1, want, text)
		}
	}
}

// Leaders read the names by class, the office a row for each with the phone.
func TestGraduatesAreNamed(t *testing.T) {
	d := dossier(career.L1)
	d.Hires = append(d.Hires,
		career.Hire{Name: "王芳", Cohort: 2026, Faculty: "机械学院", Major: "机械", Degree: "31", Code: "11"},
		career.Hire{Name: "赵云", Cohort: 2026, Faculty: "电气学院", Major: "电气", Degree: "31", Code: "10", Job: "调试员"},
		career.Hire{Name: "周新", Cohort: 2027, Faculty: "电气学院", Major: "电气", Degree: "31", Code: "10"})
	text := printed(t, d, "zh", "briefing.graduates")
	contains(t, text, "2027届 | 电气：周新\n")
	contains(t, text, "2026届 | 机械：李强（工艺员）、王芳；电气：赵云（调试员）\n")
	contains(t, printed(t, dossier(career.L0), "zh", "briefing.graduates"), "李强 | 2026 | 机械学院 | 机械 | 本科 | 工艺员 | 2026-07-01 | 13900003001")
}

// The chart sets posts offered beside graduates hired; much feedback stands
// below it, not beside.
func TestGraduatesAreDrawn(t *testing.T) {
	d := dossier(career.L1)
	blocks := section(briefing.Compose(d, language(t, "en"), options(t)), "briefing.graduates").Blocks
	drawn := func(b document.Bars) bool {
		return slices.Equal(b.Labels, []string{"2025", "2026"}) && len(b.Series) == 2 &&
			math.IsNaN(b.Series[0].Values[0]) && b.Series[0].Values[1] == 9 && slices.Equal(b.Series[1].Values, []float64{3, 7})
	}
	if !has(blocks, drawn) {
		t.Error("the chart is not as expected:\n", body(blocks))
	}
	beside := func(document.Columns) bool { return true }
	if !has(blocks, beside) {
		t.Error("short feedback is not beside the chart")
	}
	d.Feedback = slices.Repeat(d.Feedback, 5)
	if has(section(briefing.Compose(d, language(t, "en"), options(t)), "briefing.graduates").Blocks, beside) {
		t.Error("long feedback is beside the chart")
	}
	d.HireCells = nil
	text := printed(t, d, "en", "briefing.graduates")
	contains(t, text, "Overall 5, Practice 4. 上手快。 (人力资源部 16 July 2026)")
}

// What was demanded before is told by class, the day once.
func TestSupplyTellsEarlierDemand(t *testing.T) {
	d := dossier(career.L1)
	d.Demands = append(d.Demands,
		career.Demand{On: "2025-11-01", Cohort: 2026, Major: "电气", Degree: "31", Posts: 20, PayFrom: 5000},
		career.Demand{On: "2024-11-01", Cohort: 2025, Major: "机械", Posts: 2, Internships: 1, PayTo: 6000})
	text := printed(t, d, "zh", "briefing.supply")
	contains(t, text, "2026届需求: 电气 岗位 20 个、月薪（元）5,000 起；机械 岗位 9 个（2025年11月1日）")
	contains(t, text, "2025届需求: 机械 岗位 2 个、实习 1 人、月薪（元）至多 6,000（2024年11月1日）")
	d.Demands = nil
	contains(t, printed(t, d, "zh", "briefing.supply"), "对方用人需求: （待补）")
}

// Campaigns tell how far they are; where all was counted together it is said
// once.
func TestCampaignTellsHowFarItIs(t *testing.T) {
	d := dossier(career.L1)
	d.Campaign.Source, d.Campaign.To = "学校通知", "2027-06-30"
	text := printed(t, d, "zh", "briefing.university")
	contains(t, text, "访企拓岗；2026年9月1日—2027年6月30日；学校通知")
	contains(t, text, "2026年11月17日\n指标 | 目标 | 已完成\n走访单位 | 100 | 41")
	d.Campaign.Quotas = append(d.Campaign.Quotas, career.Quota{What: "新增岗位", Done: 1862, On: "2026-11-01", Source: "台账"})
	text = printed(t, d, "zh", "briefing.university")
	contains(t, text, "走访单位（2026年11月17日） | 100 | 41")
	contains(t, text, "新增岗位（2026年11月1日 台账） | — | 1,862")
}

// Talking points stand in their order, whatever that of the visit.
func TestPointsStandInOrder(t *testing.T) {
	d := dossier(career.L1)
	d.Visit.Points = []career.Point{{Kind: career.Sensitive, Text: "丁"}, {Kind: career.Ask, Text: "乙"}, {Kind: career.Expect, Text: "丙"}, {Kind: career.Say, Text: "甲"}, {Kind: career.Say, Text: " "}}
	text := printed(t, d, "zh", "briefing.points")
	at := 0
	for _, want := range []string{"仅供参阅", "可以谈", "甲", "可以问", "乙", "对方可能问", "丙", "敏感事项", "丁"} {
		i := strings.Index(text[at:], want)
		if i < 0 {
			t.Fatalf("%q is missing or out of order in:\n%s", want, text)
		}
		at += i
	}
	lacks(t, text, "不宜谈")
}

// Minutes say who was there and who wrote; the inner layer is marked.
func TestMinutesAreInFull(t *testing.T) {
	d := dossier(career.L1)
	d.Past[0].Ours = []career.Participant{{Name: "沈校长", Title: "副校长"}}
	d.Past[0].Theirs = []career.Participant{{Name: "陈𬭎", Title: "董事长"}, {Name: "王㛃"}}
	text := printed(t, d, "zh", "briefing.minutes")
	contains(t, text, "2026年7月16日 · 沈校长 副校长带队 · 实训中心")
	contains(t, text, "出席: 沈校长 副校长；陈𬭎 董事长、王㛃  记录：区老师 2026年7月17日")
	contains(t, text, "双方商定共建实训班。\n")
	contains(t, text, "! 内部记录：捐赠须经董事会。")
}
