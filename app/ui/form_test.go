package ui_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// everything is a record with a field of every kind of line.
type everything struct {
	name   string
	words  string
	staff  int
	day    career.Date
	from   career.Moment
	side   career.Side
	tags   []string
	asks   []string
	public bool
	parent career.EmployerID
	agenda []career.AgendaLine
	points []career.Point
	posts  []career.Post
}

// sheet is a form of everything and what became of it.
type sheet struct {
	*story.Story
	v     everything
	err   error // that saving returns
	saved int
	done  bool
	form  *ui.Form
}

func newSheet(t *testing.T, v everything, more ...ui.Line) *sheet {
	t.Helper()
	s := &sheet{Story: story.Begin(t, "en"), v: v}
	s.Show(newPage())
	s.form = s.Desk.Form("A form", ui.Save{
		Do:   func(context.Context) error { s.saved++; return s.err },
		Done: func() { s.done = true },
	}, append(s.lines(), more...)...)
	s.Desk.Push(s.form)
	s.Settle()
	return s
}

func (s *sheet) lines() []ui.Line {
	v := &s.v
	return []ui.Line{
		ui.Text("employer.name", &v.name),
		ui.LongText("employer.products", &v.words, 2),
		ui.Number("employer.staff", &v.staff),
		ui.Date("commitment.due", &v.day),
		ui.Moment("visit.from", &v.from),
		ui.Choice("commitment.side", &v.side, career.Sides),
		ui.Tags("employer.tags", &v.tags),
		ui.Lines("visit.asks", &v.asks, 2),
		ui.Tick("contact.public", "contact.may_be_named", &v.public),
		ui.Part("visit.part_day"),
		ui.Pick("employer.parent", &v.parent, string(v.parent), s.Desk.FindEmployers, s.Desk.NewEmployer),
		ui.Rows("visit.agenda", &v.agenda, career.AgendaLine{},
			ui.TextCell("agenda.at", 1, func(l *career.AgendaLine) *string { return &l.At }),
			ui.TextCell("agenda.item", 2, func(l *career.AgendaLine) *string { return &l.Item })),
		ui.Rows("visit.points", &v.points, career.Point{Kind: career.Say},
			ui.ChoiceCell("point.kind", 1, func(p *career.Point) *career.PointKind { return &p.Kind }, career.PointKinds),
			ui.TextCell("point.text", 2, func(p *career.Point) *string { return &p.Text })),
		ui.Rows("contact.posts", &v.posts, career.Post{},
			ui.PickCell("post.employer", 2, func(p *career.Post) *career.EmployerID { return &p.Employer },
				func(career.EmployerID) string { return "" }, s.Desk.FindEmployers),
			ui.NumberCell("post.rank", 1, func(p *career.Post) *int { return &p.Rank }),
			ui.DateCell("post.from", 1, func(p *career.Post) *career.Date { return &p.From })),
	}
}

func (s *sheet) save() { s.Command("Save") }

func (s *sheet) word(key string) string { return s.Desk.T(key) }

// What is typed into every kind of line is kept in its variable, and the form
// is left.
func TestFormKeepsWhatIsTyped(t *testing.T) {
	s := newSheet(t, everything{})
	s.Fill(s.word("employer.name"), "  东软集团 ")
	s.Fill(s.word("employer.products"), "软件\n服务")
	s.Fill(s.word("employer.staff"), "１,２００")
	s.Fill(s.word("commitment.due"), "下周三")
	s.Fill(s.word("visit.from"), "明天 9点半")
	s.Choose(s.word("commitment.side"), s.word("side.theirs"))
	s.Fill(s.word("employer.tags"), "500强、 高新, x ;")
	s.Fill(s.word("visit.asks"), "岗位\n\n 实习 ")
	s.Tick(s.word("contact.may_be_named"), true)
	s.save()
	v := s.v
	if v.name != "东软集团" || v.words != "软件\n服务" || v.staff != 1200 || v.day != "2026-11-25" || v.from != "2026-11-21T09:30" ||
		v.side != career.Theirs || len(v.tags) != 3 || v.tags[1] != "高新" || len(v.asks) != 2 || v.asks[1] != "实习" || !v.public {
		t.Errorf("kept %+v", v)
	}
	if s.saved != 1 || !s.done || s.Says("A form") {
		t.Errorf("saved %d times, done %v, the form is shown: %v", s.saved, s.done, s.Says("A form"))
	}
}

// What was there before is shown, and saving without typing changes nothing.
func TestFormShowsWhatIsThere(t *testing.T) {
	before := everything{name: "东软", staff: 12, day: "2026-11-25", from: "2026-11-21T09:30", side: career.Ours, tags: []string{"a", "b"},
		asks: []string{"one", "two"}, public: true, agenda: []career.AgendaLine{{At: "09:30", Item: "Tour"}},
		points: []career.Point{{Kind: career.Avoid, Text: "pay"}}}
	s := newSheet(t, before)
	s.See("东软", "12", "2026-11-25", "2026-11-21 09:30", "09:30", "Tour", "pay", s.word("point.avoid"))
	s.save()
	v := s.v
	if v.name != before.name || v.staff != 12 || v.day != before.day || v.from != before.from || v.side != before.side ||
		len(v.tags) != 2 || len(v.asks) != 2 || v.agenda[0] != before.agenda[0] || v.points[0] != before.points[0] || !v.public {
		t.Errorf("kept %+v", v)
	}
}

// The day that was understood is shown while it is typed.
func TestFormShowsTheDayUnderstood(t *testing.T) {
	s := newSheet(t, everything{})
	s.Fill(s.word("commitment.due"), "下周三")
	s.See("Wednesday, 25 November 2026")
	s.Fill(s.word("visit.from"), "Fri 9:30")
	s.See("Friday, 20 November 2026, 09:30")
}

// What cannot be understood is said when the line is left, and keeps the form
// from being saved; the first fault gets the cursor.
func TestFormSaysWhatIsWrong(t *testing.T) {
	s := newSheet(t, everything{})
	s.Fill(s.word("employer.staff"), "many")
	s.Window.Canvas().Unfocus()
	s.See("is not a whole number")
	s.Fill(s.word("commitment.due"), "whenever")
	s.save()
	s.See("2 things to put right", "is not a day of the calendar")
	if s.saved != 0 || s.Window.Canvas().Focused() != s.Field(s.word("employer.staff")) {
		t.Errorf("saved %d times; the cursor is not in the first fault", s.saved)
	}
	s.Fill(s.word("employer.staff"), "12")
	s.Fill(s.word("commitment.due"), "")
	s.save()
	if s.saved != 1 || s.v.day != "" || s.v.staff != 12 {
		t.Errorf("saved %d times, %+v", s.saved, s.v)
	}
}

// Every problem that the store finds is told at its line, all at once; those of
// no line are told at the top. What was typed stays.
func TestFormTellsProblemsOfTheRecord(t *testing.T) {
	s := newSheet(t, everything{name: "x"})
	s.err = career.Invalid{{Field: "visit.from", Reason: "problem.missing"}, {Field: "agenda.item", Reason: "problem.negative"}, {Field: "demand.pay", Reason: "problem.order"}}
	s.Fill(s.word("employer.name"), "typed")
	s.save()
	s.See("3 things to put right", "is missing", "cannot be negative", s.word("demand.pay"), "has an upper end below the lower", "typed")
	if s.Window.Canvas().Focused() != s.Field(s.word("visit.from")) {
		t.Error("the cursor is not in the first fault")
	}
	s.err = errors.New("something else")
	s.save()
	s.See("E-00", "typed")
	s.err = nil
	s.save()
	if !s.done {
		t.Error("the form was not left")
	}
}

// A form with changes asks before it is left: stay, give up, or save.
func TestFormAsksBeforeItIsLeft(t *testing.T) {
	s := newSheet(t, everything{})
	s.Press(fyne.KeyEscape)
	s.Miss("A form")
	s = newSheet(t, everything{})
	s.Fill(s.word("employer.name"), "typed")
	s.Press(fyne.KeyEscape)
	s.See("Save your changes?")
	s.Press(fyne.KeyEscape)
	s.Miss("Save your changes?")
	s.See("A form")
	s.Desk.Show(0)
	s.Tap("Discard")
	s.Miss("A form")
	if s.saved != 0 {
		t.Error("what was given up was saved")
	}
	s = newSheet(t, everything{})
	s.Fill(s.word("employer.name"), "typed")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyReturn)
	if s.saved != 1 || s.Says("A form") {
		t.Error("Enter did not save and leave")
	}
}

// While a question waits, no command works.
func TestNoCommandBehindAQuestion(t *testing.T) {
	s := newSheet(t, everything{})
	s.Fill(s.word("employer.name"), "typed")
	s.Press(fyne.KeyEscape)
	s.save()
	if s.saved != 0 {
		t.Error("Ctrl+S worked behind the question")
	}
}

// Rows are added, moved and removed; each keeps what was typed.
func TestRows(t *testing.T) {
	s := newSheet(t, everything{agenda: []career.AgendaLine{{At: "1"}, {At: "2"}, {At: "3"}}})
	s.Tap("Add a row") // the first table's
	s.Type("4")
	s.TapIcon(s.word("visit.agenda"), 3, 0) // up
	s.TapIcon(s.word("visit.agenda"), 0, 2) // remove
	s.save()
	got := ""
	for _, l := range s.v.agenda {
		got += l.At
	}
	if got != "243" {
		t.Errorf("the rows are %q, want 243", got)
	}
}

// A record is picked by typing: the keys go through what is found, Enter takes
// it, and what is not there can be made.
func TestPick(t *testing.T) {
	s := newSheet(t, everything{})
	neusoft, huayi := &career.Employer{Name: "东软集团股份有限公司", Place: "辽宁省沈阳市"}, &career.Employer{Name: "东北华艺电子有限公司"}
	s.Keep(neusoft, huayi)
	s.Fill(s.word("employer.parent"), "db")
	s.See("东北华艺电子有限公司")
	s.Fill(s.word("employer.parent"), "东")
	s.Press(fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	s.Window.Canvas().Unfocus()
	if s.v.parent == "" {
		t.Fatal("nothing was picked")
	}
	s.Fill(s.word("employer.parent"), "全新公司")
	s.Press(fyne.KeyReturn) // makes nothing: there is nothing to pick
	s.Tap("New employer “全新公司” (saved with this form)")
	s.See("saved with this form")
	if rows, err := s.Desk.Store.Employers(t.Context(), store.Query{Find: "全新公司"}); err != nil || len(rows) > 0 {
		t.Errorf("the office has %v before the form was saved, %v", rows, err)
	}
	s.save()
	made, err := s.Desk.Store.Employer(t.Context(), s.v.parent)
	if err != nil || made.Name != "全新公司" {
		t.Errorf("picked %q, %v", made.Name, err)
	}
}

// What was typed and not picked is not taken for a record.
func TestPickMustBePicked(t *testing.T) {
	s := newSheet(t, everything{parent: "old"})
	s.Fill(s.word("employer.parent"), "no such name")
	s.Press(fyne.KeyEscape)
	s.save()
	s.See("must be chosen from the list")
	s.Fill(s.word("employer.parent"), "")
	s.save()
	if s.saved != 1 || s.v.parent != "" {
		t.Errorf("saved %d times with parent %q", s.saved, s.v.parent)
	}
}

// A row can pick a record too.
func TestPickCell(t *testing.T) {
	s := newSheet(t, everything{posts: []career.Post{{Rank: 1}}})
	s.Keep(&career.Employer{Name: "东软集团股份有限公司"})
	s.Fill(s.word("post.employer"), "drjt")
	s.Press(fyne.KeyReturn)
	s.save()
	if len(s.v.posts) != 1 || s.v.posts[0].Employer == "" || s.v.posts[0].Rank != 1 {
		t.Errorf("kept %+v", s.v.posts)
	}
}

// Everything in a form can be reached by Tab alone, and Tab comes round.
func TestTabReachesEverything(t *testing.T) {
	s := newSheet(t, everything{agenda: []career.AgendaLine{{}}, points: []career.Point{{}}, posts: []career.Post{{}}})
	s.ReachAllByTab()
}

// A form that begins at a field has the cursor there.
func TestFormBeginsAtAField(t *testing.T) {
	s := newSheet(t, everything{})
	s.form.At("employer.staff").Shown()
	if s.Window.Canvas().Focused() != s.Field(s.word("employer.staff")) {
		t.Error("the cursor is elsewhere")
	}
}

// The mouse wheel scrolls the form also while the mouse is over a field.
func TestWheelOverAField(t *testing.T) {
	s := newSheet(t, everything{agenda: make([]career.AgendaLine, 20)})
	before := s.Top(s.Field(s.word("employer.name")))
	s.Wheel(s.Field(s.word("employer.staff")), -60)
	if after := s.Top(s.Field(s.word("employer.name"))); after >= before {
		t.Errorf("the first field was at %v and is at %v", before, after)
	}
}

// The first of a list is picked like one record; the others stay.
func TestPickFirst(t *testing.T) {
	s := office(t)
	neusoft := &career.Employer{Name: "东软集团股份有限公司"}
	s.Keep(neusoft)
	for _, c := range []struct{ before, after []career.EmployerID }{
		{nil, []career.EmployerID{neusoft.ID}},
		{[]career.EmployerID{"a", "b", "c"}, []career.EmployerID{neusoft.ID, "b", "c"}},
	} {
		list := slices.Clone(c.before)
		s.Desk.Push(s.Desk.Form("A form", ui.Save{}, ui.PickFirst("visit.employer", &list, "old", s.Desk.FindEmployers, nil)))
		s.Fill(s.Desk.T("visit.employer"), "东软")
		s.Press(fyne.KeyReturn)
		s.Command("Save")
		if !slices.Equal(list, c.after) {
			t.Errorf("from %v came %v", c.before, list)
		}
	}
}

// Of the people at an employer those come first, and they are offered by the
// Down key before anything is typed.
func TestContactsOfTheEmployerComeFirst(t *testing.T) {
	s := office(t)
	neusoft, huayi := &career.Employer{Name: "东软集团"}, &career.Employer{Name: "华艺电子"}
	s.Keep(neusoft, huayi)
	for i := range 10 {
		s.Keep(&career.Contact{Name: fmt.Sprintf("李一%d", i), Posts: []career.Post{{Employer: huayi.ID}}})
	}
	s.Keep(&career.Contact{Name: "李强", Posts: []career.Post{{Employer: neusoft.ID, Title: "总监"}}})
	at := neusoft.ID
	find := s.Desk.FindContactsAt(func() career.EmployerID { return at })
	names := func(words string) (list []string) {
		options, err := find(t.Context(), words)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range options {
			list = append(list, o.Name)
		}
		return list
	}
	if got := names("李"); len(got) != ui.OptionRows || got[0] != "李强" {
		t.Errorf("found %q", got)
	}
	if got := names(""); len(got) != 1 || got[0] != "李强" {
		t.Errorf("without words found %q", got)
	}
	at = ""
	if got := names("李强"); len(got) != 1 {
		t.Errorf("of no employer found %q", got)
	}
	at = career.EmployerID(store.NewID())
	if got := names("lq"); len(got) != 1 {
		t.Errorf("of a new employer found %q", got)
	}
}
