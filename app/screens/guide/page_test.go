package guide_test

import (
	"testing"

	"visitdesk/app/screens/guide"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

// begin shows the guide of an office with the given records.
func begin(t *testing.T, language string, nouns ...career.Noun) *story.Story {
	t.Helper()
	s := story.Begin(t, language)
	s.Keep(nouns...)
	s.Show(guideScreen{guide.New(s.Desk)})
	return s
}

// guideScreen shows the page as if it were a section.
type guideScreen struct{ *guide.Page }

func (g guideScreen) Refresh() { g.Shown() }

// What the sample holds is no visit of the office's own: the guide begins at
// the beginning.
func TestTheSampleCountsForNothing(t *testing.T) {
	s := story.Begin(t, "zh")
	if err := sample.Office(t.Context(), s.Desk.Store, story.Today); err != nil {
		t.Fatal(err)
	}
	s.Show(guideScreen{guide.New(s.Desk)})
	s.See("已完成 0 / 7", "1. 填写学校信息")
}

// Each step hands the form what is known already: the contact and the visit
// begin with the employer, the minutes with the visit.
func TestStepsKnowWhatWasDone(t *testing.T) {
	e := &career.Employer{Name: "大连岑远船舶配套有限公司"}
	s := begin(t, "en", e)
	s.Tap("New contact")
	s.Tap("New visit")
	if c := s.Edited[0].(*career.Contact); len(c.Posts) != 1 || c.Posts[0].Employer != e.ID {
		t.Errorf("the contact begins with %+v", c)
	}
	s.Keep(&career.Contact{Name: "柳依宁", Mobile: "13900003001", Posts: []career.Post{{Employer: e.ID, Title: "人事主管"}}})
	s.Desk.Show(0)
	s.Tap("New visit")
	v := s.Edited[2].(*career.Visit)
	if v.Employer() != e.ID || len(v.Theirs) != 1 || v.Theirs[0].Name != "柳依宁" || v.Theirs[0].Title != "人事主管" || !v.Theirs[0].OnSite {
		t.Errorf("the visit begins with %+v", v)
	}
	v.From = "2026-11-23T09:30"
	s.Keep(v)
	s.Desk.Show(0)
	s.See("3 of 7 done")
	s.Tap("Print briefing")
	if len(s.Briefs) != 1 || s.Briefs[0] != v.ID {
		t.Errorf("printed %v", s.Briefs)
	}
	s.Tap("Write minutes")
	if got := s.Edited[3].(*career.Visit); got.ID != v.ID || s.Fields[3] != "visit.minutes_outer" {
		t.Errorf("minutes of %+v at %q", got, s.Fields[3])
	}
}

// What is taken back while the guide is shown is not ticked off any more.
func TestTheGuideIsReadAfresh(t *testing.T) {
	s := begin(t, "en", &career.Employer{Name: "大连岑远船舶配套有限公司"})
	s.Desk.Push(guide.New(s.Desk))
	s.See("1 of 7 done")
	s.Command("Undo")
	s.See("0 of 7 done")
}

// When all is done the guide says so and asks for nothing more.
func TestFinished(t *testing.T) {
	e := &career.Employer{ID: career.EmployerID(story.ID("e1")), Name: "大连岑远船舶配套有限公司"}
	v := &career.Visit{ID: career.VisitID(story.ID("a1")), Employers: []career.EmployerID{e.ID}, Direction: career.Out, Mode: career.OnSite,
		From: "2026-11-10T09:30", Minutes: career.Minutes{Outer: "双方商定共建实习基地。"}}
	s := story.Begin(t, "zh")
	s.Keep(&career.University{Name: "沈阳工学院"}, e, v, &career.Contact{Name: "柳依宁", Posts: []career.Post{{Employer: e.ID}}},
		&career.Commitment{Employer: e.ID, Visit: v.ID, Side: career.Ours, What: "寄送生源信息"})
	if err := s.Desk.Store.Keep(t.Context(), store.PrintedKey+string(v.ID), nil); err != nil {
		t.Fatal(err)
	}
	s.Show(guideScreen{guide.New(s.Desk)})
	s.See("七步都做完了", "已完成 7 / 7")
	s.Miss("新建走访")
}

// The guide is worked by Tab and speaks phrases in either language.
func TestGuideByKeyboard(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		s := begin(t, language, &career.Employer{Name: "大连岑远船舶配套有限公司"})
		s.ReachAllByTab()
		s.SpeaksPhrases()
	}
}
