package people

import (
	"regexp"
	"strings"

	"visitdesk/app/ui"
	"visitdesk/data/career"
)

// A post is a career.Post while it is edited. When it began and ended is typed
// to the month: hardly anybody knows the day.
type post struct {
	career.Post
	from, to string
}

// rowsOf returns posts as they are edited.
func rowsOf(posts []career.Post) []post {
	rows := make([]post, len(posts))
	for i, p := range posts {
		rows[i] = post{p, month(p.From, begins), month(p.To, ends)}
	}
	return rows
}

// postsOf returns what was edited. What cannot be read stays as it was typed:
// Contact.Check tells it.
func postsOf(rows []post, today career.Date) []career.Post {
	var posts []career.Post
	for _, r := range rows {
		r.Post.From, r.Post.To = day(r.from, begins, today), day(r.to, ends, today)
		posts = append(posts, r.Post)
	}
	return posts
}

// An edge says which day stands for a month, "2024-03", of which no more is
// known, and which month for a year.
type edge struct {
	month string
	day   func(month string) career.Date
}

var begins, ends = edge{"01", firstDay}, edge{"12", lastDay}

func firstDay(month string) career.Date { return career.Date(month + "-01") }

func lastDay(month string) career.Date {
	return career.DateOf(firstDay(month).Time().AddDate(0, 1, -1))
}

// month writes a day that stands for its month as that month, any other as it
// is kept.
func month(d career.Date, e edge) string {
	if m := string(d[:min(len(d), len("2024-03"))]); d.Valid() && e.day(m) == d {
		return m
	}
	return string(d)
}

var (
	aMonth = regexp.MustCompile(`^(\d{4}) ?[-./年] ?(?:0?([1-9])|(1[0-2])) ?月?$`)
	aYear  = regexp.MustCompile(`^(\d{4}) ?年?$`)
)

// day reads a month, "2024-03" or "2024年3月", or a year as the day that stands
// for it, and a day in any of its forms.
func day(typed string, e edge, today career.Date) career.Date {
	typed = strings.TrimSpace(typed)
	if m := aMonth.FindStringSubmatch(typed); m != nil {
		if m[2] != "" {
			m[3] = "0" + m[2]
		}
		return e.day(m[1] + "-" + m[3])
	}
	if m := aYear.FindStringSubmatch(typed); m != nil {
		return e.day(m[1] + "-" + e.month)
	}
	if d, ok := ui.ParseDate(typed, today); ok {
		return d
	}
	return career.Date(typed)
}
