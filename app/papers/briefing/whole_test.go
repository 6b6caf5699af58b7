package briefing_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"visitdesk/app/papers/briefing"
	"visitdesk/data/career"
)

// unprinted are the facts of a dossier that the briefing does not print even at
// L0: what only the program needs, what says the same elsewhere, and what bore
// on an earlier visit only while it was to come.
var unprinted = []string{
	"University.ID", "University.Scheme", "Visit.ID", "Visit.Campaign", "Visit.LedBy", "Visit.Employers", "Visit.Ours", "Visit.Theirs",
	"Leader.ID", "Leader.Pinyin", "Leader.Department", "Leader.Mobile", "Leader.Email", "Leader.Note", // the leader is among Ours
	"Campaign.ID", "Employer.ID", "Employer.Parent", "Employer.Sources.Field",
	"Ours.Contact", "Ours.Colleague", "Theirs.Contact", "Theirs.Colleague",
	"Ours.Email", "Ours.Alumnus", // everybody knows our own people
	"Theirs.Alumnus.ID", "Theirs.Alumnus.StudentNo", "Theirs.Alumnus.Degree", "Theirs.Alumnus.Class",
	"Theirs.Alumnus.Origin", "Theirs.Alumnus.Mobile", "Theirs.Alumnus.Email", "Theirs.Alumnus.Note",
	"Past.Visit.ID", "Past.Visit.Campaign", "Past.Visit.LedBy", "Past.Visit.Employers", "Past.Visit.Asks", "Past.Visit.Attention", "Past.Visit.Agenda",
	"Past.Visit.Logistics", "Past.Visit.Points", "Past.Visit.Note",
	"Past.Visit.Ours.Unit", "Past.Visit.Ours.Phone", "Past.Visit.Ours.Contact", "Past.Visit.Ours.Colleague",
	"Past.Visit.Theirs.Unit", "Past.Visit.Theirs.Phone", "Past.Visit.Theirs.Contact", "Past.Visit.Theirs.Colleague",
	"Commitments.ID", "Commitments.Employer", "Commitments.Visit", "Demands.ID", "Demands.Employer", "Demands.Visit",
	"Agreements.ID", "Agreements.Employer", "Agreements.Visit", "Feedback.ID", "Feedback.Employer", "Feedback.Visit",
	"Hires.Graduate", "Cohort.ID",
	"Visit.Tags", "Past.Visit.Tags", // how the office files its visits
}

// filler fills a dossier with words that occur nowhere else.
type filler struct {
	n     int
	words map[string]string // by word, the path to it
}

func (f *filler) fill(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if v.Type().Field(i).Anonymous && name != "Visit" {
				f.fill(v.Field(i), path)
				continue
			}
			f.fill(v.Field(i), path+"."+name)
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			f.fill(v.Index(i), path)
		}
	case reflect.Int:
		f.n++
		v.SetInt(int64(2000 + f.n%20))
	case reflect.String:
		f.text(v, path)
	}
}

// text gives a code of its list to a code, a day to a date, and a new word to
// all else.
func (f *filler) text(v reflect.Value, path string) {
	switch v.Interface().(type) {
	case career.Date:
		v.SetString(string(today.Add(-f.n)))
	case career.Moment:
		v.SetString(string(today.Add(1).At("09:30")))
	case career.Stamp:
	case career.Degree:
		v.SetString("31")
	case career.OutcomeCode:
		v.SetString("10")
	case career.Direction, career.Mode, career.Side, career.Nature, career.Industry, career.Size, career.AgreementKind:
		v.SetString(map[string]string{"Direction": "out", "Mode": "onsite", "Side": "ours", "Nature": "31", "Industry": "C", "Size": "large", "AgreementKind": "base"}[v.Type().Name()])
	case career.PointKind:
		v.SetString("say")
	default:
		f.n++
		word := fmt.Sprintf("w%04dz", f.n)
		v.SetString(word)
		f.words[word] = path
	}
}

// Every text of a dossier is on the paper of the office, but for those that are
// listed here.
func TestNothingOfADossierIsLost(t *testing.T) {
	f := &filler{words: map[string]string{}}
	d := career.Dossier{}
	f.fill(reflect.ValueOf(&d).Elem(), "")
	d.Level, d.Today = career.L0, today
	for i := range d.Past {
		d.Past[i].From = career.Moment(today.Add(-30 - i))
	}
	doc := briefing.Compose(d, language(t, "zh"), options(t))
	text := doc.String()
	lost := map[string]bool{}
	for word, path := range f.words {
		path = strings.TrimPrefix(path, ".")
		skip := slices.ContainsFunc(unprinted, func(u string) bool { return path == u || strings.HasPrefix(path, u+".") })
		if !skip && !strings.Contains(text, word) {
			lost[path] = true
		}
	}
	for path := range lost {
		t.Errorf("%s is nowhere on the paper", path)
	}
	if len(f.words) < 150 {
		t.Errorf("only %d words were tried", len(f.words))
	}
}
