package employers

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// named is how many of each kind are named one by one at first: the page of an
// employer that the office has known for decades must come up as fast as any
// other.
const named = 12

// few returns as many of the list as are named now, and a line that shows all
// if that is not all.
func few[T any](s *Screen, f *file, list []T) ([]T, []ui.Item) {
	if s.whole == f.Employer.ID || len(list) <= named {
		return list, nil
	}
	return list[:named], []ui.Item{{
		Words: s.desk.Text.Count("list.more", len(list)-named), Tone: ui.Accent,
		Tapped: func() {
			s.whole = f.Employer.ID
			s.Again()
		},
	}}
}

// describe lays out all about one employer.
func (s *Screen) describe(f *file) fyne.CanvasObject {
	d, e := s.desk, &f.Employer
	page := ui.Apart(
		ui.Stack(d.Heading(e.Name), d.Words(ui.Dot(e.Place, d.T(e.Nature.Key()), d.T(e.Industry.Key())), ui.Muted)),
		ui.Row(d.MainButton("act.new_visit", func() {
			d.Edit(ui.NewVisit(e.ID), "")
		}), d.Button("act.edit", s.Edit), d.LinkButton(d.T("act.delete"), s.Delete)),
	)
	if doubts := d.Doubts(e.Doubts(d.Today()), s.EditAt); doubts != nil {
		page.Add(doubts)
	}
	if len(f.likely) > 0 {
		page.Add(s.likely(f.likely))
	}
	if last := s.last(f); last != nil {
		page.Add(last)
	}
	page.Add(s.commitments(f))
	page.Add(s.facts(f))
	page.Add(s.contacts(f))
	page.Add(s.visits(f))
	page.Add(s.demands(f))
	page.Add(s.agreements(f))
	page.Add(s.feedback(f))
	page.Add(s.graduates(f))
	page.Add(d.Group(d.T("noun.attachment"), d.Attachments(career.KindEmployer, string(e.ID))))
	page.Add(d.History(career.KindEmployer, string(e.ID)))
	return page
}

// likely names employers that may be the same one twice; a click opens the
// other.
func (s *Screen) likely(rows []store.EmployerRow) fyne.CanvasObject {
	d := s.desk
	items := make([]ui.Item, len(rows))
	for i, e := range rows {
		items[i] = ui.Item{Words: d.T("employer.likely", e.Name), Small: ui.Dot(string(e.USCC), e.Place), Tone: ui.Warn,
			Tapped: func() { d.Open(career.KindEmployer, string(e.ID)) }}
	}
	return d.Items("", items...)
}

// facts lists what is known of an employer, each fact with where it comes from
// and when that was.
func (s *Screen) facts(f *file) fyne.CanvasObject {
	d, e := s.desk, &f.Employer
	staff := ""
	if e.Staff > 0 {
		staff = strconv.Itoa(e.Staff)
	}
	facts := []ui.Fact{
		{Phrase: "employer.uscc", Words: string(e.USCC)},
		{Phrase: "employer.short_names", Words: d.Text.List(e.ShortNames)},
		{Phrase: "employer.former_names", Words: d.Text.List(e.FormerNames)},
		{Phrase: "employer.parent", Words: f.Parent},
		{Phrase: "employer.nature", Words: d.T(e.Nature.Key())},
		{Phrase: "employer.size", Words: d.T(e.Size.Key())},
		{Phrase: "employer.staff", Words: staff},
		{Phrase: "employer.address", Words: e.Address},
		{Phrase: "employer.website", Words: e.Website},
		{Phrase: "employer.products", Words: e.Products},
		{Phrase: "employer.tags", Words: d.Text.List(e.Tags)},
		{Phrase: "employer.note", Words: e.Note},
	}
	for i := range facts {
		if facts[i].Words == "" {
			continue // an empty fact is not shown, and needs no source
		}
		if source := e.Source(facts[i].Phrase); source != (career.Source{}) {
			facts[i].Small = s.origin(source)
		}
	}
	return d.Facts(facts...)
}

// origin says where a fact comes from and when it was true.
func (s *Screen) origin(source career.Source) string {
	words := ui.Dot(source.From, string(source.On))
	if source.Stale(s.desk.Today()) {
		return s.desk.T("employer.stale_source", words)
	}
	return s.desk.T("employer.source", words)
}

// contacts lists the people there, those who hold a post first, in protocol
// order.
func (s *Screen) contacts(f *file) fyne.CanvasObject {
	d := s.desk
	today := d.Today()
	rank := func(c career.Contact) int {
		post, holds := c.Post(f.Employer.ID, today)
		switch {
		case !holds:
			return 2000
		case post.Rank == 0:
			return 1000
		}
		return post.Rank
	}
	people := slices.Clone(f.Contacts)
	slices.SortStableFunc(people, func(a, b career.Contact) int { return cmp.Compare(rank(a), rank(b)) })
	var items []ui.Item
	list, rest := few(s, f, people)
	for _, c := range list {
		post, holds := c.Post(f.Employer.ID, today)
		what := ui.Dot(post.Title, post.Department, c.Mobile, c.Email)
		if !holds {
			what = d.T("contact.left")
		}
		items = append(items, ui.Item{Words: c.Name, Shown: d.PersonLine(c.Name, c.Pinyin, what, c.Photo),
			Tapped: func() { d.Edit(&c, "") }})
	}
	items = append(items, rest...)
	add := d.Button("act.new_contact", func() { d.Edit(&career.Contact{Posts: []career.Post{{Employer: f.Employer.ID}}}, "") })
	return d.Group(d.T("employer.contacts"), d.Items("employer.no_contacts", items...), add)
}

func (s *Screen) commitments(f *file) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	list, rest := few(s, f, f.Commitments)
	for _, c := range list {
		items = append(items, d.CommitmentItem(c, ""))
	}
	add := d.Button("act.new_commitment", func() {
		d.Edit(&career.Commitment{Employer: f.Employer.ID, Side: career.Ours}, "")
	})
	items = append(items, rest...)
	return d.Group(d.T("employer.commitments"), d.Items("commitment.none", items...), add)
}

func (s *Screen) visits(f *file) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	list, rest := few(s, f, f.Visits)
	for _, v := range list {
		items = append(items, ui.Item{
			Words:  ui.Dot(d.Short(v.From), strings.TrimSpace(v.LeaderTitle+" "+v.LeaderName)),
			Small:  ui.Dot(d.T(v.State(d.Today(), v.Open).Key()), v.Purpose),
			Tapped: func() { d.Open(career.KindVisit, string(v.ID)) },
		})
	}
	items = append(items, rest...)
	return d.Group(d.T("employer.visits"), d.Items("employer.no_visits", items...))
}

func (s *Screen) demands(f *file) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	list, rest := few(s, f, f.Demands)
	for _, m := range list {
		items = append(items, ui.Item{
			Words:  ui.Dot(m.Major, d.T(m.Degree.Key()), class(d, m.Cohort)),
			Small:  ui.Dot(counted(d, "demand.posts_n", m.Posts), counted(d, "demand.internships_n", m.Internships), string(m.On)),
			Tapped: func() { d.Edit(&m, "") },
		})
	}
	add := d.Button("act.add", func() { d.Edit(&career.Demand{Employer: f.Employer.ID, On: d.Today()}, "") })
	items = append(items, rest...)
	return d.Group(d.T("noun.demand"), d.Items("demand.none", items...), add)
}

func class(d *ui.Desk, year int) string {
	if year == 0 {
		return ""
	}
	return d.T("graduate.class_of", year)
}

func counted(d *ui.Desk, phrase string, n int) string {
	if n == 0 {
		return ""
	}
	return d.Text.Count(phrase, n)
}

func (s *Screen) agreements(f *file) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	list, rest := few(s, f, f.Agreements)
	for _, a := range list {
		term := d.T("agreement.intended")
		if a.Signed != "" {
			term = ui.Dot(string(a.Signed), string(a.Until))
		}
		items = append(items, ui.Item{Words: a.Title, Small: ui.Dot(d.T(a.Sort.Key()), term), Tapped: func() { d.Edit(&a, "") }})
	}
	add := d.Button("act.add", func() { d.Edit(&career.Agreement{Employer: f.Employer.ID}, "") })
	items = append(items, rest...)
	return d.Group(d.T("noun.agreement"), d.Items("agreement.none", items...), add)
}

func (s *Screen) feedback(f *file) fyne.CanvasObject {
	d := s.desk
	var items []ui.Item
	list, rest := few(s, f, f.Feedback)
	for _, b := range list {
		score := ""
		if b.Overall > 0 {
			score = d.T("feedback.score", b.Overall)
		}
		items = append(items, ui.Item{Words: ui.Dot(score, b.Words), Small: ui.Dot(string(b.On), b.By), Tapped: func() { d.Edit(&b, "") }})
	}
	add := d.Button("act.add", func() { d.Edit(&career.Feedback{Employer: f.Employer.ID, On: d.Today()}, "") })
	items = append(items, rest...)
	return d.Group(d.T("noun.feedback"), d.Items("feedback.none", items...), add)
}

// graduates counts ours there by class and names the newest.
func (s *Screen) graduates(f *file) fyne.CanvasObject {
	d := s.desk
	hires := slices.Clone(f.Hires)
	slices.SortStableFunc(hires, func(a, b career.Hire) int { return cmp.Compare(b.Cohort, a.Cohort) })
	var items []ui.Item
	list, rest := few(s, f, hires)
	for _, h := range list {
		items = append(items, ui.Item{
			Words: ui.Dot(h.Name, class(d, h.Cohort), h.Major), Small: ui.Dot(h.Job, d.T(h.Code.Key())),
			Tapped: func() { d.Open(career.KindGraduate, string(h.Graduate)) },
		})
	}
	items = append(items, rest...)
	return d.Group(d.Text.Count("employer.graduates_there", len(hires)), d.Items("employer.no_graduates", items...))
}
