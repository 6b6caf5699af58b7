package settings

import (
	"cmp"
	"context"
	"io/fs"
	"path"
	"strings"

	"visitdesk/app/ui"
	"visitdesk/data/career"
)

// NewColleague shows the form of a new colleague.
func (s *Screen) NewColleague() { s.desk.Edit(&career.Colleague{}, "") }

// UniversityForm shows the form of the university's own facts, read afresh: a
// paper may have read them for others than us.
func (s *Screen) UniversityForm(u career.University, field string) {
	d := s.desk
	d.Prepare(func(ctx context.Context) (err error) {
		if u.ID != "" {
			u, err = d.Store.University(ctx)
		}
		return err
	}, func() { d.Push(s.facts(&u).At(field)) })
}

func (s *Screen) facts(u *career.University) *ui.Form {
	d := s.desk
	u.Scheme = cmp.Or(u.Scheme, career.DefaultScheme)
	return d.Form(d.T("settings.university"), s.keep(u),
		ui.Text("university.name", &u.Name),
		ui.Text("university.english_name", &u.EnglishName),
		ui.Logo("university.logo", &u.Logo),
		ui.Text("university.office", &u.Office),
		ui.Text("university.phone", &u.Phone),
		ui.Text("university.address", &u.Address),
		ui.Text("university.website", &u.Website),
		ui.LongText("university.introduction", &u.Introduction, 4),
		ui.Lines("university.characteristics", &u.Characteristics, 4),
		ui.Lines("university.achievements", &u.Achievements, 4),
		ui.Choice("university.scheme", (*ruleID)(&u.Scheme), s.rules()),
	)
}

// keep saves one record of the settings.
func (s *Screen) keep(noun career.Noun) ui.Save {
	d := s.desk
	return ui.Save{
		Noun: noun,
		Done: func() { d.Done(d.T("told.saved")) },
	}
}

// ruleID is the ID of a scheme, shown by its name.
type ruleID string

// Key returns the phrase key of the scheme's name.
func (r ruleID) Key() string { return career.Scheme{ID: string(r)}.Key() }

// rules lists the schemes that there are files of.
func (s *Screen) rules() []ruleID {
	names, _ := fs.Glob(s.desk.Files, "schemes/*.json") // the pattern is well formed
	rules := make([]ruleID, len(names))
	for i, name := range names {
		rules[i] = ruleID(strings.TrimSuffix(path.Base(name), ".json"))
	}
	return rules
}
