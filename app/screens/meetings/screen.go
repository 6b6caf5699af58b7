// Package meetings is the screen of the university's own meetings about
// employment work: who met, what was said, what was reported as done.
package meetings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A Screen shows the meetings on the left and the chosen one on the right.
type Screen struct {
	*ui.Browser[store.MeetingRow, career.Meeting]
	desk *ui.Desk
}

// New returns the screen, empty until its first Refresh.
func New(desk *ui.Desk) *Screen {
	s := &Screen{desk: desk}
	s.Browser = ui.NewBrowser(desk, ui.Records[store.MeetingRow, career.Meeting]{
		Hint: "meeting.find", None: "meeting.none", Unchosen: "meeting.none_chosen",
		Source: s.source(), Columns: s.columns(),
		New: "act.new_meeting", Blank: func() career.Noun { return &career.Meeting{} },
		Noun: func(m *store.MeetingRow) career.Noun { return &m.Meeting },
		Gone: func(m store.MeetingRow) string { return desk.T("told.deleted", m.Title) },
		Read: func(_ context.Context, m store.MeetingRow) (career.Meeting, error) { return m.Meeting, nil }, Describe: s.describe,
	})
	return s
}

func (s *Screen) source() ui.Source[store.MeetingRow] {
	d := s.desk
	source := ui.Listed(d.Store, store.OfMeetings, d.Store.Meetings, func(m store.MeetingRow) (string, string) { return string(m.ID), m.Cursor })
	source.Row = func(ctx context.Context, id string) (store.MeetingRow, error) {
		m, err := d.Store.Meeting(ctx, career.MeetingID(id))
		return store.MeetingRow{Meeting: m}, err
	}
	return source
}

func (s *Screen) columns() []ui.Column[store.MeetingRow] {
	return []ui.Column[store.MeetingRow]{
		{Title: "meeting.from", Width: 104, Sort: true, Text: func(m store.MeetingRow) string { return s.desk.Short(m.From) }},
		{Title: "meeting.title", Sort: true, Text: func(m store.MeetingRow) string { return m.Title }},
		{Title: "meeting.chair", Width: 88, Optional: true, Sort: true, Filter: true, Text: func(m store.MeetingRow) string { return m.Chair }},
		{Title: "meeting.organiser", Width: 120, Optional: true, Sort: true, Filter: true, Text: func(m store.MeetingRow) string { return m.Organiser }},
	}
}

// describe lays out all about one meeting.
func (s *Screen) describe(m career.Meeting) fyne.CanvasObject {
	d := s.desk
	when := d.When(m.From)
	if clock := m.To.Clock(); clock != "" && m.To.Date() == m.From.Date() {
		when = d.T("visit.until", when, clock)
	}
	page := ui.Apart(
		ui.Stack(d.Heading(m.Title), d.Words(ui.Dot(when, m.Place), ui.Muted)),
		ui.Row(d.MainButton("act.edit", s.Edit), d.LinkButton(d.T("act.delete"), s.Delete)),
		d.Facts(
			ui.Fact{Phrase: "meeting.organiser", Words: m.Organiser},
			ui.Fact{Phrase: "meeting.chair", Words: m.Chair},
			ui.Fact{Phrase: "meeting.recorder", Words: m.Recorder},
			ui.Fact{Phrase: "meeting.attendees", Words: s.attendees(m.Attendees)},
			ui.Fact{Phrase: "meeting.source", Words: m.Source},
			ui.Fact{Phrase: "meeting.note", Words: m.Note},
		))
	page.Add(d.Group(d.T("meeting.items"), s.items(m.Items)))
	if len(m.Done) > 0 {
		page.Add(d.Group(d.T("meeting.done"), d.Words(ui.Numbered(m.Done), ui.Plain)))
	}
	page.Add(d.Group(d.T("noun.attachment"), d.Attachments(career.KindMeeting, string(m.ID))))
	page.Add(d.History(career.KindMeeting, string(m.ID)))
	return page
}

// attendees names who was there, one to a line.
func (s *Screen) attendees(list []career.Attendee) string {
	lines := make([]string, len(list))
	for i, a := range list {
		lines[i] = ui.Dot(strings.TrimSpace(a.Name+"  "+a.Title), a.Role)
	}
	return strings.Join(lines, "\n")
}

// items shows what was said, each speaker with their points.
func (s *Screen) items(list []career.MeetingItem) fyne.CanvasObject {
	d := s.desk
	if len(list) == 0 {
		return d.Caption(d.T("meeting.no_items"), ui.Muted)
	}
	page := ui.Apart()
	for _, i := range list {
		part := ui.Stack(d.Words(ui.Dot(strings.TrimSpace(i.Speaker+"  "+i.Title), i.Topic), ui.Strong))
		if len(i.Points) > 0 {
			part.Add(d.Words(ui.Numbered(i.Points), ui.Plain))
		}
		page.Add(part)
	}
	return page
}
