package ui

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"visitdesk/data/career"
)

// ParseDate reads a day as people type it: 2026-11-20, 2026年11月20日, 11-20,
// 20号, 明天, 下周三, 3天后, 月底, tomorrow, Fri, next Wed, 20 Nov. A day without a
// year is the nearest one to today, a weekday or a day without a month the next
// one. Weeks begin on Monday. False when s is none of these.
func ParseDate(s string, today career.Date) (career.Date, bool) {
	s = plain(s)
	if s == "" || !today.Valid() {
		return "", false
	}
	for _, form := range dateForms {
		if m := form.pattern.FindStringSubmatch(s); m != nil {
			d := form.read(m, today)
			return d, d.Valid()
		}
	}
	return "", false
}

// ParseRough is ParseDate for when only the month or the year is known: 2024,
// 2024年3月, 2024-03, Mar 2024; see career.Date.Span.
func ParseRough(s string, today career.Date) (career.Date, bool) {
	if d, ok := ParseDate(s, today); ok {
		return d, true
	}
	s = plain(s)
	year, month := "", ""
	if m := roughForm.FindStringSubmatch(s); m != nil {
		year, month = m[1], m[2]
	} else if m := roughLatin.FindStringSubmatch(s); m != nil {
		year, month = m[2], strconv.Itoa(monthNumber(m[1]))
	}
	d := career.Date(year)
	if month != "" {
		d += career.Date(fmt.Sprintf("-%02d", number(month)))
	}
	first, _ := d.Span()
	return d, first != ""
}

var (
	roughForm  = regexp.MustCompile(`^(\d{4}) ?(?:$|年$|[-/.年] ?(\d{1,2})月?$)`)
	roughLatin = regexp.MustCompile(`^` + monthLatin + ` (\d{4})$`)
)

// ParseMoment reads a day with or without an hour: "下周三 9点半", "Fri 9:30",
// "11-20 下午2点"; an hour alone is one of today. False when s is none of these.
func ParseMoment(s string, today career.Date) (career.Moment, bool) {
	s = plain(s)
	clock := ""
	if m := clockForm.FindStringSubmatchIndex(s); m != nil {
		hour, ok := readClock(groups(s, m))
		if !ok {
			return "", false
		}
		clock, s = hour, strings.TrimRight(s[:m[0]], " ,")
		if s == "" {
			return today.At(clock), true
		}
	}
	d, ok := ParseDate(s, today)
	return d.At(clock), ok
}

// ParseEnd is ParseMoment for the end of what starts at a moment: an hour alone
// is one of the day of the start.
func ParseEnd(s string, today career.Date, start career.Moment) (career.Moment, bool) {
	if at := clockForm.FindStringIndex(plain(s)); at != nil && at[0] == 0 && start.Date().Valid() {
		return ParseMoment(s, start.Date())
	}
	return ParseMoment(s, today)
}

// plain returns s in lower case with half-width digits and signs, Chinese
// numbers as digits, and single spaces.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '　':
			return ' '
		case '！' <= r && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	s = isoMark.ReplaceAllString(s, "$1 $2")
	s = hanNumber.ReplaceAllStringFunc(s, func(match string) string {
		m := hanNumber.FindStringSubmatch(match)
		return strconv.Itoa(readHan(m[1])) + m[2]
	})
	return s
}

// isoMark is the T between a day and an hour as they are kept.
var isoMark = regexp.MustCompile(`(\d)t(\d)`)

// hanNumber is a Chinese number before what it counts; the 三 of 周三 is none.
var hanNumber = regexp.MustCompile(`([一二两三四五六七八九十]{1,3})(月|日|号|点|时|天|周后|个星期后|分)`)

// readHan reads 一 to 九十九.
func readHan(s string) int {
	value := func(s string) int {
		return strings.Index("零一二三四五六七八九", s) / len("一")
	}
	s = strings.ReplaceAll(s, "两", "二")
	tens, ones, found := strings.Cut(s, "十")
	if !found {
		return value(s)
	}
	n := 10
	if tens != "" {
		n = 10 * value(tens)
	}
	if ones != "" {
		n += value(ones)
	}
	return n
}

// clockForm is an hour at the end of a text: 9:30, 9点半, 下午2点, 9am.
var clockForm = regexp.MustCompile(`(上午|早上|早|中午|下午|晚上|晚)? ?` +
	`(?:(\d{1,2}):(\d{2}) ?(am|pm)?|(\d{1,2}) ?[点时](半|一刻|1刻|整|\d{1,2}分?)?|(\d{1,2}) ?(am|pm))$`)

// readClock makes "09:30" of the parts of an hour, and reports whether they
// are one.
func readClock(m []string) (string, bool) {
	half, suffix := m[1], m[4]+m[8]
	hour, minute := number(m[2]+m[5]+m[7]), number(m[3]+strings.TrimSuffix(m[6], "分"))
	switch m[6] {
	case "半":
		minute = 30
	case "一刻", "1刻":
		minute = 15
	}
	afternoon := suffix == "pm" || strings.HasPrefix(half, "下") || strings.HasPrefix(half, "晚") || (half == "中午" && hour < 3)
	switch {
	case afternoon && hour < 12:
		hour += 12
	case suffix == "am" && hour == 12:
		hour = 0
	}
	if hour > 23 || minute > 59 {
		return "", false
	}
	return fmt.Sprintf("%02d:%02d", hour, minute), true
}

// groups returns the parts of a match, empty for those that took no part.
func groups(s string, at []int) []string {
	parts := make([]string, len(at)/2)
	for i := range parts {
		if at[2*i] >= 0 {
			parts[i] = s[at[2*i]:at[2*i+1]]
		}
	}
	return parts
}

// A dateForm is one way to write a day.
type dateForm struct {
	pattern *regexp.Regexp
	read    func(m []string, today career.Date) career.Date
}

const (
	weekdayHan   = `(?:周|星期|礼拜)([一二三四五六日天])`
	weekdayLatin = `(mon|tue|wed|thu|fri|sat|sun)[a-z]*`
	monthLatin   = `(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`
)

// dateForms lists the ways to write a day, the plainest first.
var dateForms = []dateForm{
	{regexp.MustCompile(`^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})[日号]?$`), func(m []string, _ career.Date) career.Date { return day(m[1], m[2], m[3]) }},
	{regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`), func(m []string, _ career.Date) career.Date { return day(m[1], m[2], m[3]) }},
	{regexp.MustCompile(`^(\d{1,2})[-/.月] ?(\d{1,2})[日号]?$`), func(m []string, today career.Date) career.Date { return nearest(m[1], m[2], today) }},
	{regexp.MustCompile(`^(\d{1,2})[日号]$`), func(m []string, today career.Date) career.Date { return nextDay(number(m[1]), today) }},
	{regexp.MustCompile(`^下个?月(\d{1,2})[日号]?$`), func(m []string, today career.Date) career.Date {
		first := startOfMonth(today).AddDate(0, 1, 0)
		return day(strconv.Itoa(first.Year()), strconv.Itoa(int(first.Month())), m[1])
	}},
	{regexp.MustCompile(`^(大后天|后天|明天|今天|昨天|前天|明日|今日|today|tomorrow|yesterday)$`), func(m []string, today career.Date) career.Date { return today.Add(relative[m[1]]) }},
	{regexp.MustCompile(`^(下下|下|上|这|本)?个?` + weekdayHan + `$`), func(m []string, today career.Date) career.Date {
		return weekday(m[1], strings.Index("一二三四五六日天", m[2])/len("一"), today)
	}},
	{regexp.MustCompile(`^(next |last |this )?` + weekdayLatin + `$`), func(m []string, today career.Date) career.Date {
		return weekday(strings.TrimSpace(m[1]), strings.Index("montuewedthufrisatsun", m[2])/3, today)
	}},
	{regexp.MustCompile(`^(\d{1,3}) ?天[之以]?后$`), func(m []string, today career.Date) career.Date { return today.Add(number(m[1])) }},
	{regexp.MustCompile(`^(\d{1,2}) ?(?:周|个星期|个礼拜)[之以]?后$`), func(m []string, today career.Date) career.Date { return today.Add(7 * number(m[1])) }},
	{regexp.MustCompile(`^in (\d{1,3}) days?$`), func(m []string, today career.Date) career.Date { return today.Add(number(m[1])) }},
	{regexp.MustCompile(`^in (\d{1,2}) weeks?$`), func(m []string, today career.Date) career.Date { return today.Add(7 * number(m[1])) }},
	{regexp.MustCompile(`^(?:本|这个)?月底$`), func(_ []string, today career.Date) career.Date {
		return career.DateOf(startOfMonth(today).AddDate(0, 1, -1))
	}},
	{regexp.MustCompile(`^年底$`), func(_ []string, today career.Date) career.Date { return day(strconv.Itoa(today.Year()), "12", "31") }},
	{regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)? ` + monthLatin + `(?:,? (\d{4}))?$`), func(m []string, today career.Date) career.Date { return named(m[1], m[2], m[3], today) }},
	{regexp.MustCompile(`^` + monthLatin + ` (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$`), func(m []string, today career.Date) career.Date { return named(m[2], m[1], m[3], today) }},
}

var relative = map[string]int{
	"大后天": 3, "后天": 2, "明天": 1, "明日": 1, "今天": 0, "今日": 0, "昨天": -1, "前天": -2,
	"today": 0, "tomorrow": 1, "yesterday": -1,
}

func number(s string) int { n, _ := strconv.Atoi(s); return n }

func day(year, month, d string) career.Date {
	return career.Date(fmt.Sprintf("%04d-%02d-%02d", number(year), number(month), number(d)))
}

func startOfMonth(d career.Date) time.Time {
	t := d.Time()
	return t.AddDate(0, 0, 1-t.Day())
}

// nearest returns the day of that month in the year that brings it nearest to
// today; the coming one of two that are equally far.
func nearest(month, d string, today career.Date) career.Date {
	var best career.Date
	for _, year := range []int{today.Year() + 1, today.Year(), today.Year() - 1} {
		try := day(strconv.Itoa(year), month, d)
		if try.Valid() && (best == "" || distance(today, try) < distance(today, best)) {
			best = try
		}
	}
	return best
}

func distance(a, b career.Date) int {
	n := a.Until(b)
	return max(n, -n)
}

// nextDay returns the next day, from today on, that is the nth of its month.
func nextDay(n int, today career.Date) career.Date {
	for i := range 62 {
		if d := today.Add(i); d.Time().Day() == n {
			return d
		}
	}
	return ""
}

// weekday returns the day of the week, 0 for Monday: of the next week, of the
// last, of this one; without a word before it, the next from today on.
func weekday(which string, n int, today career.Date) career.Date {
	n = min(n, 6) // 天 stands after 日
	monday := today.Add(-(int(today.Time().Weekday()) + 6) % 7)
	switch which {
	case "下", "next":
		return monday.Add(7 + n)
	case "下下":
		return monday.Add(14 + n)
	case "上", "last":
		return monday.Add(n - 7)
	case "这", "本", "this":
		return monday.Add(n)
	}
	if d := monday.Add(n); d >= today {
		return d
	}
	return monday.Add(7 + n)
}

func named(d, month, year string, today career.Date) career.Date {
	n := strconv.Itoa(monthNumber(month))
	if year == "" {
		return nearest(n, d, today)
	}
	return day(year, n, d)
}

// monthNumber returns the number of a month by the first letters of its name.
func monthNumber(name string) int {
	return strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", name)/3 + 1
}
