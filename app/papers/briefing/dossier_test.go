package briefing_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"visitdesk/app/document"
	"visitdesk/app/i18n"
	"visitdesk/app/papers/briefing"
	"visitdesk/assets"
	"visitdesk/data/career"
)

// today is the day before the visit of the dossier.
const today = career.Date("2026-11-20")

// dossier returns a small dossier at a level, with a fact of every kind. What
// the level forbids is not in it, as the store leaves it out.
func dossier(level career.Level) career.Dossier {
	d := career.Dossier{
		Level: level,
		Today: today,
		University: career.University{
			Name: "临河工学院", EnglishName: "Linhe Institute of Technology", Office: "就业指导中心", Introduction: "学校培养应用型人才。",
			Characteristics: []string{"机械类专业对接装备制造。"}, Achievements: []string{"连续五年与装备企业联合培养。"}, Phone: "024-0000 0000",
		},
		Visit: career.Visit{
			ID: "v1", Direction: career.Out, Mode: career.OnSite, From: "2026-11-21T09:30", To: "2026-11-21T11:30", Place: "第一会议室",
			Purpose: "落实 2027 届毕业生岗位。", Asks: []string{"机械类岗位不少于 20 个。"},
			Agenda: []career.AgendaLine{{At: "09:30", Item: "座谈", Content: "逐条核对议定事项", Responsible: "邵老师", Place: "第一会议室"}},
		},
		Leader:   career.Colleague{Name: "顾校长", Title: "校长"},
		Campaign: career.Campaign{Name: "访企拓岗", From: "2026-09-01", Quotas: []career.Quota{{What: "走访单位", Target: 100, Done: 41, On: "2026-11-17"}}, Next: []string{"年底前完成回访。"}},
		Employer: career.Employer{
			ID: "e1", Name: "临河砺新装备有限公司", USCC: "91210112MA0XD0001C", Nature: "39", Industry: "C", Size: "large", Staff: 2860,
			Place: "辽宁省", Products: "数控专机",
		},
		Ours:   []career.Person{{Participant: career.Participant{Name: "顾校长", Title: "校长", Phone: "13900001001"}, Pinyin: "Gù"}},
		Theirs: []career.Person{{Participant: career.Participant{Name: "陈𬭎", Title: "董事长", Phone: "13900002001", OnSite: true, Contact: "c1"}, Pinyin: "Chén Hóng", LastMet: "2026-07-16", LastWith: "沈校长"}},
		Past: []career.PastVisit{{
			Visit: career.Visit{ID: "v0", Direction: career.In, Mode: career.OnSite, From: "2026-07-16", Place: "实训中心", Purpose: "考察实训条件",
				Minutes: career.Minutes{Outer: "双方商定共建实训班。", By: "区老师", On: "2026-07-17"}},
			LeaderName: "沈校长", LeaderTitle: "副校长", Open: 1,
		}},
		Commitments: []career.Commitment{
			{Side: career.Theirs, What: "办结的事", Due: "2026-08-01", Done: "2026-08-02", Result: "已收到"},
			{Side: career.Ours, What: "未到期的事", Owner: "邵老师", Due: "2026-12-01"},
			{Side: career.Theirs, What: "最早的事", Owner: "陈𬭎", Due: "2026-10-13"},
		},
		Demands: []career.Demand{
			{On: "2026-11-01", Cohort: 2027, Major: "机械", Degree: "31", Posts: 12, Internships: 6, PayFrom: 5500, PayTo: 7500, Note: "会看图"},
			{On: "2025-11-01", Cohort: 2026, Major: "机械", Degree: "31", Posts: 9},
		},
		Agreements: []career.Agreement{{Sort: "base", Title: "实习基地协议", Signed: "2024-01-01", Until: "2026-01-01"}},
		Feedback:   []career.Feedback{{On: "2026-07-16", By: "人力资源部", Overall: 5, Practice: 4, Words: "上手快。"}},
		HireCells:  []career.HireCell{{Cohort: 2026, Major: "机械", Degree: "31", Code: "10", Count: 7}, {Cohort: 2025, Major: "电气", Degree: "31", Code: "11", Count: 3}},
		Supply:     []career.Supply{{Major: "机械", Degree: "31", All: 48, Unplaced: 30}, {Major: "测控", Degree: "31", All: 4, Unplaced: 2}},
		Class:      []career.ClassCell{{Code: "10", Count: 40}, {Code: "70", Count: 118}, {Code: "", Count: 42}},
		Cohort:     career.Cohort{Year: 2027, Introduction: "工科占八成。"},
		AsOf:       "2026-11-17",
	}
	if level.Internal() {
		d.Employer.Sources = []career.Source{{Field: "employer.staff", From: "官网", On: "2026-11-01"}, {Field: "employer.products", From: "宣讲材料", On: "2026-01-02"}}
		d.Visit.Attention = "对方设备逾期未到，不宜当众催问。"
		d.Visit.Points = []career.Point{{Kind: career.Say, Text: "感谢接收毕业生。"}, {Kind: career.Avoid, Text: "不比较待遇。"}}
		d.Visit.Logistics = career.Logistics{Departure: "08:40 南门", Gifts: "纪念牌"}
		d.Past[0].Minutes.Inner = "捐赠须经董事会。"
		d.Hires = []career.Hire{{Name: "李强", Cohort: 2026, Faculty: "机械学院", Major: "机械", Degree: "31", Code: "10", Job: "工艺员", On: "2026-07-01"}}
		d.Theirs[0].Alumnus = career.Graduate{Name: "陈𬭎", Cohort: 2005, Faculty: "机械学院", Major: "机械"}
	}
	if level == career.L0 {
		d.Visit.Note, d.Employer.Note, d.Theirs[0].Note, d.Hires[0].Mobile = "会前再确认", "重视合作", "直奔主题", "13900003001"
	}
	return d
}

func options(t *testing.T) briefing.Options {
	t.Helper()
	scheme, err := career.ReadScheme(assets.Files, career.DefaultScheme)
	if err != nil {
		t.Fatal(err)
	}
	return briefing.Options{Scheme: scheme, PrintedBy: "区老师", At: time.Date(2026, 11, 20, 16, 5, 0, 0, time.UTC), Copy: 1}
}

func language(t *testing.T, code string) i18n.Text {
	t.Helper()
	text, err := i18n.Load(assets.Files, code)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// section returns the section of a document; the zero Section if it has none.
func section(doc document.Document, key string) document.Section {
	for _, s := range doc.Sections {
		if s.Key == key {
			return s
		}
	}
	return document.Section{}
}

// body returns the text of blocks.
func body(blocks []document.Block) string {
	return document.Document{Sections: []document.Section{{Blocks: blocks}}}.String()
}

// has reports whether a block of type B is among blocks, columns included.
func has[B document.Block](blocks []document.Block, ok func(B) bool) bool {
	for _, block := range blocks {
		if b, is := block.(B); is && ok(b) {
			return true
		}
		if c, is := block.(document.Columns); is && (has(c.Left, ok) || has(c.Right, ok)) {
			return true
		}
	}
	return false
}

// toned returns the spans of a document that have the tone.
func toned(doc document.Document, tone document.Tone) []string {
	var spans []string
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		if span, is := v.Interface().(document.Span); is {
			if span.Tone == tone {
				spans = append(spans, span.Text)
			}
			return
		}
		switch v.Kind() {
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() { // the time of printing has none
					walk(v.Field(i))
				}
			}
		case reflect.Interface:
			walk(v.Elem())
		}
	}
	walk(reflect.ValueOf(doc))
	return spans
}

func contains(t *testing.T, text, want string) {
	t.Helper()
	if !strings.Contains(text, want) {
		t.Errorf("lacks %q in:\n%s", want, text)
	}
}

func lacks(t *testing.T, text, unwanted string) {
	t.Helper()
	if strings.Contains(text, unwanted) {
		t.Errorf("has %q in:\n%s", unwanted, text)
	}
}
