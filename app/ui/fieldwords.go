package ui

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// This file tells in words what the store tells of a field as text: a code by
// its phrase, a record by its name, a list item by item.

// codesIn says which fields hold a code, and its phrase.
var codesIn = map[string]func(code string) string{
	"employer.nature":   func(c string) string { return career.Nature(c).Key() },
	"employer.industry": func(c string) string { return career.Industry(c).Key() },
	"employer.size":     func(c string) string { return career.Size(c).Key() },
	"visit.direction":   func(c string) string { return career.Direction(c).Key() },
	"visit.mode":        func(c string) string { return career.Mode(c).Key() },
	"commitment.side":   func(c string) string { return career.Side(c).Key() },
	"demand.degree":     func(c string) string { return career.Degree(c).Key() },
	"graduate.degree":   func(c string) string { return career.Degree(c).Key() },
	"agreement.sort":    func(c string) string { return career.AgreementKind(c).Key() },
	"outcome.code":      func(c string) string { return career.OutcomeCode(c).Key() },
	"university.scheme": func(c string) string { return career.Scheme{ID: c}.Key() },
}

// refersTo says which columns hold the ID of a record, and of what kind.
var refersTo = map[string]career.Kind{
	"employer": career.KindEmployer, "employers": career.KindEmployer, "parent": career.KindEmployer, "graduate": career.KindGraduate,
	"led_by": career.KindColleague, "campaign": career.KindCampaign, "visit": career.KindVisit,
}

// FieldName is what a field of a record is called.
func (d *Desk) FieldName(field string) string {
	_, column, _ := strings.Cut(field, ".")
	if name := d.T(field); name != field {
		return name
	}
	if kind, ok := refersTo[column]; ok {
		return d.T("noun." + string(kind))
	}
	return column
}

// FieldWords tells what a field of a record says, as the store gives it: see
// store.Field. It may read the names of other records, so it runs off the
// window's goroutine.
func (d *Desk) FieldWords(ctx context.Context, field, value string) (string, error) {
	_, column, _ := strings.Cut(field, ".")
	if code, ok := codesIn[field]; ok {
		return d.T(code(value)), nil
	}
	switch {
	case value == "":
		return "", nil
	case column == "photo" || column == "logo":
		return d.T("history.picture"), nil
	case value == "true":
		return d.T("word.yes"), nil
	case value == "false":
		return d.T("word.no"), nil
	case value == "0" && column != "student_no":
		return "", nil
	case refersTo[column] != "" && !strings.HasPrefix(value, "["):
		return d.nameOf(ctx, refersTo[column], value)
	case strings.HasPrefix(value, "[") || strings.HasPrefix(value, "{"):
		var said any
		if json.Unmarshal([]byte(value), &said) == nil {
			return d.inWords(ctx, column, said)
		}
	case career.Moment(value).Valid():
		return strings.Replace(value, "T", " ", 1), nil
	}
	return value, nil
}

// inWords tells a list or a struct. key is what holds it.
func (d *Desk) inWords(ctx context.Context, key string, value any) (string, error) {
	switch v := value.(type) {
	case string:
		return d.text(ctx, key, v)
	case bool:
		return "", nil // which of a participant's ticks is meant goes without saying
	case []any:
		return d.each(ctx, key, v)
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		slices.SortFunc(keys, inOrder)
		var parts []string
		for _, k := range keys {
			words, err := d.inWords(ctx, k, v[k])
			if err != nil {
				return "", err
			}
			parts = append(parts, words)
		}
		return Dot(parts...), nil
	}
	return "", nil // numbers mean little without their heads
}

// foremost are the parts of a struct that are told first.
var foremost = []string{"At", "Name", "Employer", "Field", "Kind", "Title", "Item"}

// inOrder compares the parts of a struct: the foremost, then the others by name.
func inOrder(a, b string) int {
	place := func(part string) int {
		if i := slices.Index(foremost, part); i >= 0 {
			return i
		}
		return len(foremost)
	}
	return cmp.Or(place(a)-place(b), strings.Compare(a, b))
}

// each tells the items of a list: of short texts on one line, of others one to a
// line.
func (d *Desk) each(ctx context.Context, key string, list []any) (string, error) {
	items, short := make([]string, len(list)), true
	for i, v := range list {
		words, err := d.inWords(ctx, key, v)
		if err != nil {
			return "", err
		}
		_, plain := v.(string)
		items[i], short = words, short && plain && len(words) < 40
	}
	if short {
		return d.Text.List(items), nil
	}
	return strings.Join(items, "\n"), nil
}

// text tells one text of a list or a struct.
func (d *Desk) text(ctx context.Context, key, s string) (string, error) {
	switch column := strings.ToLower(key); {
	case column == "contact" || column == "colleague":
		return "", nil // the name stands beside it
	case refersTo[column] != "" && s != "":
		return d.nameOf(ctx, refersTo[column], s)
	case key == "Kind":
		return d.T(career.PointKind(s).Key()), nil
	case key == "Field":
		return d.T(s), nil
	}
	return s, nil
}

// nameOf returns what a record is called; of one that is gone, that it is.
func (d *Desk) nameOf(ctx context.Context, kind career.Kind, id string) (string, error) {
	name, err := "", error(nil)
	switch kind {
	case career.KindEmployer:
		var e career.Employer
		e, err = d.Store.Employer(ctx, career.EmployerID(id))
		name = e.Name
	case career.KindGraduate:
		var g career.Graduate
		g, err = d.Store.Graduate(ctx, career.GraduateID(id))
		name = g.Name
	case career.KindColleague:
		var c career.Colleague
		c, err = d.Store.Colleague(ctx, career.ColleagueID(id))
		name = c.Name
	case career.KindCampaign:
		var c career.Campaign
		c, err = d.Store.Campaign(ctx, career.CampaignID(id))
		name = c.Name
	case career.KindVisit:
		var v career.Visit
		v, err = d.Store.Visit(ctx, career.VisitID(id))
		name = Dot(string(v.From.Date()), v.Purpose)
	}
	if errors.Is(err, career.ErrNotFound) {
		return d.T("history.gone"), nil
	}
	return name, err
}

// told reports whether a change of the field is worth telling: what the store
// notes for itself is not.
func told(f store.Field) bool {
	_, column, _ := strings.Cut(f.Name, ".")
	return column != "deleted" && column != "sample"
}
