package store

import (
	"context"

	"visitdesk/data/career"
)

// MeetingRow is a meeting as lists show it.
type MeetingRow struct {
	career.Meeting
	Cursor string
}

var meetingList = listing{by: "meeting.from", desc: true, from: []source{{career.KindMeeting, map[string]field{
	"meeting.from":      {is: `r."from"`, holds: filled},
	"meeting.year":      {is: `substr(r."from", 1, 4)`, holds: filled},
	"meeting.title":     {is: "r.title", holds: filled},
	"meeting.organiser": {is: "r.organiser"},
	"meeting.place":     {is: "r.place"},
	"meeting.chair":     {is: "r.chair"},
	"meeting.recorder":  {is: "r.recorder"},
}}}}

// Meetings returns a page of meetings, the latest first. Beside the columns it
// sorts by and filters "meeting.year".
func (s *Store) Meetings(ctx context.Context, q Query) (rows []MeetingRow, err error) {
	err = s.view(ctx, "list meetings", func(v session) (err error) {
		rows, err = paged(ctx, v, meetingList, q, pagedRows[MeetingRow]{
			selects: func(career.Kind) string { return meetings.selects(office) },
			dest:    func(r *MeetingRow) []any { return meetings.dest(&r.Meeting, office) },
			key:     func(r *MeetingRow) (string, *string) { return string(r.ID), &r.Cursor },
		})
		return err
	})
	return rows, err
}
