package ui_test

import (
	"testing"

	"visitdesk/app/ui"
	"visitdesk/data/career"
)

// today is a Friday.
const today = career.Date("2026-11-20")

// Days are understood as people write them.
func TestParseDate(t *testing.T) {
	for in, want := range map[string]career.Date{
		"2026-11-20": "2026-11-20", "2026/1/5": "2026-01-05", "2026.11.20": "2026-11-20", "20261120": "2026-11-20",
		"2026年11月20日": "2026-11-20", "2026年3月8号": "2026-03-08", "２０２６－１１－２０": "2026-11-20",
		"11-20": "2026-11-20", "11/25": "2026-11-25", "11月30日": "2026-11-30", "十一月三十日": "2026-11-30", "3月8日": "2027-03-08", "9-1": "2026-09-01",
		"25号": "2026-11-25", "5日": "2026-12-05", "二十五号": "2026-11-25", "下个月5号": "2026-12-05",
		"今天": "2026-11-20", "明天": "2026-11-21", "后天": "2026-11-22", "大后天": "2026-11-23", "昨天": "2026-11-19", "前天": "2026-11-18",
		"周五": "2026-11-20", "周三": "2026-11-25", "星期六": "2026-11-21", "周日": "2026-11-22", "星期天": "2026-11-22", "礼拜一": "2026-11-23",
		"下周三": "2026-11-25", "下周一": "2026-11-23", "下周日": "2026-11-29", "下下周二": "2026-12-01", "上周三": "2026-11-11", "本周三": "2026-11-18", "这周日": "2026-11-22", "下个星期三": "2026-11-25",
		"3天后": "2026-11-23", "三天后": "2026-11-23", "两周后": "2026-12-04", "月底": "2026-11-30", "年底": "2026-12-31",
		"today": "2026-11-20", "Tomorrow": "2026-11-21", "yesterday": "2026-11-19", "in 3 days": "2026-11-23", "in 2 weeks": "2026-12-04",
		"Fri": "2026-11-20", "wednesday": "2026-11-25", "next Wed": "2026-11-25", "last mon": "2026-11-09", "this wed": "2026-11-18",
		"20 Nov": "2026-11-20", "Nov 25": "2026-11-25", "3 March 2027": "2027-03-03", "March 3, 2027": "2027-03-03", "1st Dec": "2026-12-01",
	} {
		if got, ok := ui.ParseDate(in, today); !ok || got != want {
			t.Errorf("%q is %q, %v; want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{"", " ", "2026-02-30", "13-40", "32号", "abc", "下周八", "2026", "12", "明", "周", "2月30日"} {
		if got, ok := ui.ParseDate(in, today); ok {
			t.Errorf("%q was taken for %q", in, got)
		}
	}
}

// Where no more is known, a month or a year is understood too.
func TestParseRough(t *testing.T) {
	for in, want := range map[string]career.Date{
		"2024": "2024", "2024年": "2024", "２０２４": "2024", "2024-03": "2024-03", "2024年3月": "2024-03", "2024.3": "2024-03", "2024/12": "2024-12",
		"二零二四": "", "Mar 2024": "2024-03", "september 2024": "2024-09", "2024-03-08": "2024-03-08", "明天": "2026-11-21", "3月8日": "2027-03-08",
		"2024-13": "", "2024-00": "", "24": "", "March": "", "": "", "2024-02-30": "",
	} {
		if got, ok := ui.ParseRough(in, today); ok != (want != "") || ok && got != want {
			t.Errorf("%q is %q, %v; want %q", in, got, ok, want)
		}
	}
}

// A moment is a day with or without an hour.
func TestParseMoment(t *testing.T) {
	for in, want := range map[string]career.Moment{
		"2026-11-20": "2026-11-20", "2026-11-20 09:30": "2026-11-20T09:30", "2026-11-20T09:30": "2026-11-20T09:30",
		"2026年11月20日 9点半": "2026-11-20T09:30", "2026年11月20日上午9时30分": "2026-11-20T09:30",
		"下周三 9点半": "2026-11-25T09:30", "下周三9点半": "2026-11-25T09:30", "明天下午2点": "2026-11-21T14:00", "明天 下午两点半": "2026-11-21T14:30",
		"周五 14：05": "2026-11-20T14:05", "11-21 9点一刻": "2026-11-21T09:15", "后天晚上7点": "2026-11-22T19:00", "明天中午12点": "2026-11-21T12:00", "明天中午1点": "2026-11-21T13:00",
		"Fri 9:30": "2026-11-20T09:30", "tomorrow 2pm": "2026-11-21T14:00", "20 Nov 2:30 pm": "2026-11-20T14:30", "next wed 12am": "2026-11-25T00:00",
		"9:30": "2026-11-20T09:30", "下午3点": "2026-11-20T15:00", "11-21": "2026-11-21", "25号十点": "2026-11-25T10:00",
	} {
		if got, ok := ui.ParseMoment(in, today); !ok || got != want {
			t.Errorf("%q is %q, %v; want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "明天 25:00", "9:75", "某天 9:30", "中午"} {
		if got, ok := ui.ParseMoment(in, today); ok {
			t.Errorf("%q was taken for %q", in, got)
		}
	}
}

// What a date field shows is understood again as the same day.
func TestParseDateReadsWhatIsKept(t *testing.T) {
	for n := range 4000 {
		d := career.Date("2020-01-01").Add(n)
		if got, ok := ui.ParseDate(string(d), today); !ok || got != d {
			t.Fatalf("%q is %q, %v", d, got, ok)
		}
		m := d.At("23:59")
		if got, ok := ui.ParseMoment(string(m), today); !ok || got != m {
			t.Fatalf("%q is %q, %v", m, got, ok)
		}
	}
}

// An end that is an hour alone is on the day of the start; with a day it is on
// that one.
func TestParseEnd(t *testing.T) {
	for in, want := range map[string]career.Moment{
		"11点": "2026-11-25T11:00", "15:30": "2026-11-25T15:30", "下午3点半": "2026-11-25T15:30", "3pm": "2026-11-25T15:00",
		"11-26 12:00": "2026-11-26T12:00", "明天 9:30": "2026-11-21T09:30", "2026-11-27": "2026-11-27",
	} {
		if got, ok := ui.ParseEnd(in, today, "2026-11-25T09:30"); !ok || got != want {
			t.Errorf("%q is %q, %v; want %q", in, got, ok, want)
		}
	}
	if got, ok := ui.ParseEnd("11:00", today, ""); !ok || got != "2026-11-20T11:00" {
		t.Errorf("without a start: %q, %v", got, ok)
	}
	if got, ok := ui.ParseEnd("soon", today, "2026-11-25"); ok {
		t.Errorf("soon is %q", got)
	}
}
