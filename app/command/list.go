package command

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A line is one record as listed: its ID and what is worth telling of it, by
// field. Phones and notes are not.
type line struct {
	cursor string
	values []any // in the order of the listing's fields: text or numbers
}

// A listing says how the records of one kind are listed. The fields are the
// phrase keys of its columns; what follows their dot names them in JSON.
type listing struct {
	fields []string
	page   func(*job, *store.Store, store.Query) ([]line, error)
}

var listings = map[string]listing{
	"employers": {[]string{"noun.id", "employer.name", "employer.place", "employer.industry", "list.graduates", "list.last_visit"},
		func(j *job, s *store.Store, q store.Query) ([]line, error) {
			return lines(j, s.Employers, q, func(r store.EmployerRow) line {
				return line{r.Cursor, []any{r.Key(), r.Name, r.Place, j.code(r.Industry), r.Graduates, r.LastVisit}}
			})
		}},
	"people": {[]string{"noun.id", "contact.name", "contact.pinyin", "post.title", "list.where"},
		func(j *job, s *store.Store, q store.Query) ([]line, error) {
			return lines(j, s.People, q, func(r store.PersonRow) line {
				return line{r.Cursor, []any{r.ID, r.Name, r.Pinyin, r.Title, r.Where}}
			})
		}},
	"visits": {[]string{"noun.id", "visit.from", "visit.employer", "visit.led_by", "list.state"},
		func(j *job, s *store.Store, q store.Query) ([]line, error) {
			return lines(j, s.Visits, q, func(r store.VisitRow) line {
				when := strings.Replace(string(r.From), "T", " ", 1)
				return line{r.Cursor, []any{r.Key(), when, r.EmployerName, r.LeaderName, j.code(r.State(j.today, r.Open))}}
			})
		}},
	"graduates": {[]string{"noun.id", "graduate.name", "graduate.cohort", "graduate.major", "outcome.code", "list.where"},
		func(j *job, s *store.Store, q store.Query) ([]line, error) {
			return lines(j, s.Graduates, q, func(r store.GraduateRow) line {
				return line{r.Cursor, []any{r.Key(), r.Name, r.Cohort, r.Major, j.code(r.Code), r.Where}}
			})
		}},
}

// pageSize is how many records are read at once.
const pageSize = 500

func list(j *job, args []string) error {
	var find string
	words, err := j.parse(args, func(flags *flag.FlagSet) {
		flags.StringVar(&find, "find", "", "")
		flags.BoolVar(&j.json, "json", false, "")
	})
	if err != nil {
		return err
	}
	kinds := slices.Sorted(maps.Keys(listings))
	switch {
	case len(words) == 0:
		return errUsage{j.text("command.which_list", strings.Join(kinds, ", "))}
	case len(words) > 1:
		return errUsage{j.text("command.too_much", words[1])}
	}
	if err := j.choice("list", words[0], kinds); err != nil {
		return err
	}
	s, err := j.open()
	if err != nil {
		return err
	}
	defer s.Close()
	return j.list(s, listings[words[0]], find)
}

// list prints every record that is found, page by page.
func (j *job) list(s *store.Store, l listing, find string) error {
	all := []line{} // an empty list in JSON, not null
	for query := (store.Query{Find: find, Limit: pageSize}); ; {
		page, err := l.page(j, s, query)
		if err != nil {
			return err
		}
		all = append(all, page...)
		if len(page) < pageSize {
			break
		}
		query.After = page[len(page)-1].cursor
	}
	if j.json {
		return j.encode(l.records(all))
	}
	head := make([]string, len(l.fields))
	for i, field := range l.fields {
		head[i] = j.text(field)
	}
	rows := [][]string{head}
	for _, line := range all {
		row := make([]string, len(line.values))
		for i, value := range line.values {
			row[i] = fmt.Sprint(value)
		}
		rows = append(rows, row)
	}
	writeTable(j.Out, rows)
	fmt.Fprintln(j.Out, j.text.Count("command.found", len(all)))
	return nil
}

// records names the values of each line as JSON does.
func (l listing) records(lines []line) []map[string]any {
	records := make([]map[string]any, len(lines))
	for i, line := range lines {
		records[i] = map[string]any{}
		for k, field := range l.fields {
			_, name, _ := strings.Cut(field, ".")
			records[i][name] = line.values[k]
		}
	}
	return records
}

// code tells a code by its phrase; nothing for none.
func (j *job) code(c career.Code) string {
	if c.Key() == "" {
		return ""
	}
	return j.text(c.Key())
}

// lines reads one page with read and puts each row on a line.
func lines[R any](j *job, read func(context.Context, store.Query) ([]R, error), q store.Query, put func(R) line) ([]line, error) {
	rows, err := read(j.ctx, q)
	if err != nil {
		return nil, err
	}
	page := make([]line, len(rows))
	for i, row := range rows {
		page[i] = put(row)
	}
	return page, nil
}
