package meetings

import (
	"context"
	"strings"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// item is what one speaker said, with the points as the form shows them: one to
// a line.
type item struct{ speaker, title, topic, points string }

// Form shows the form of a meeting, a new one if it has no ID, with the cursor
// in the given field.
func (s *Screen) Form(m career.Meeting, field string) {
	d := s.desk
	d.Prepare(func(ctx context.Context) (err error) {
		if m.ID != "" { // the newest version, not the one of the list
			m, err = d.Store.Meeting(ctx, m.ID)
		}
		return err
	}, func() { d.Push(s.form(&m).At(field)) })
}

func (s *Screen) form(m *career.Meeting) *ui.Form {
	d := s.desk
	items := itemsOf(m.Items)
	title, save := d.T("meeting.new"), ui.Save{Noun: m,
		Nouns: func() []career.Noun {
			m.Items = said(items)
			return []career.Noun{m}
		},
		Done: func() {
			s.Open(string(m.ID))
			d.Done(d.T("told.saved"))
		}}
	if m.ID != "" {
		title, save.Deleted = d.T("form.edit", m.Title), d.T("told.deleted", m.Title)
	}
	return d.Form(title, save,
		ui.Text("meeting.title", &m.Title),
		ui.Moment("meeting.from", &m.From),
		ui.End("meeting.to", &m.To, &m.From),
		ui.Text("meeting.place", &m.Place),
		ui.Text("meeting.organiser", &m.Organiser),
		ui.Text("meeting.chair", &m.Chair),
		ui.Text("meeting.recorder", &m.Recorder),

		ui.Part("meeting.part_people"),
		ui.Rows("meeting.attendees", &m.Attendees, career.Attendee{},
			ui.SuggestCell("attendee.name", 1.5, func(a *career.Attendee) *string { return &a.Name }, d.FindColleagues, attend),
			ui.TextCell("attendee.title", 2.4, func(a *career.Attendee) *string { return &a.Title }),
			ui.TextCell("attendee.role", 1.2, func(a *career.Attendee) *string { return &a.Role })),

		ui.Part("meeting.items"),
		ui.Rows("meeting.items", &items, item{},
			ui.TextCell("item.speaker", 1.2, func(i *item) *string { return &i.speaker }),
			ui.TextCell("item.title", 1.4, func(i *item) *string { return &i.title }),
			ui.LongTextCell("item.topic", 1.8, func(i *item) *string { return &i.topic }),
			ui.LongTextCell("item.points", 3, func(i *item) *string { return &i.points })),
		ui.Lines("meeting.done", &m.Done, 4),

		ui.Part("meeting.part_source"),
		ui.Text("meeting.source", &m.Source),
		ui.LongText("meeting.note", &m.Note, 2),
	)
}

// attend takes a colleague found over into an attendee, or a name alone.
func attend(a *career.Attendee, o ui.Option) {
	a.Name = o.Name
	if row, known := o.Record.(store.PersonRow); known {
		a.Title = row.Title
	}
}

func itemsOf(list []career.MeetingItem) []item {
	items := make([]item, len(list))
	for i, m := range list {
		items[i] = item{m.Speaker, m.Title, m.Topic, strings.Join(m.Points, "\n")}
	}
	return items
}

// said returns the items of a meeting, without those in which nothing stands.
func said(items []item) []career.MeetingItem {
	var list []career.MeetingItem
	for _, i := range items {
		if i != (item{}) {
			list = append(list, career.MeetingItem{Speaker: i.speaker, Title: i.title, Topic: i.topic, Points: lines(i.points)})
		}
	}
	return list
}

// lines returns the lines of a text in which something stands.
func lines(text string) []string {
	var list []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, line)
		}
	}
	return list
}
