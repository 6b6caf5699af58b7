package career

// MeetingID identifies a meeting.
type MeetingID string

// Meeting (推进会/调度会) is an internal meeting of the university about
// employment work.
type Meeting struct {
	ID        MeetingID
	Title     string
	Organiser string // who holds it
	From, To  Moment
	Place     string
	Chair     string
	Recorder  string
	Attendees []Attendee // in protocol order
	Items     []MeetingItem
	Done      []string // work reported as done
	Source    string   // where it was published, if it was
	Note      string   // private
	Kept
}

// Attendee is a person or a group of people at a meeting.
type Attendee struct {
	Name  string // of one person; empty for a group
	Title string // of the person, or who the group is
	Role  string // attending, absent, observing; empty stands for attending
}

// MeetingItem is what one speaker said or one point of order.
type MeetingItem struct {
	Speaker string
	Title   string // of the speaker
	Topic   string
	Points  []string
}

// Kind returns KindMeeting.
func (m *Meeting) Kind() Kind { return KindMeeting }

// Key returns the ID.
func (m *Meeting) Key() string { return string(m.ID) }

// Check returns an Invalid with all that keeps m from being kept.
func (m *Meeting) Check() error {
	var wrong Invalid
	wrong.add(blank(m.Title), "meeting.title", "problem.missing")
	wrong.add(m.From == "", "meeting.from", "problem.missing")
	wrong.add(m.From != "" && !m.From.Valid(), "meeting.from", "problem.time")
	wrong.add(m.To != "" && !m.To.Valid(), "meeting.to", "problem.time")
	wrong.add(m.From.Valid() && m.To.Valid() && m.To < m.From, "meeting.to", "problem.before_start")
	return wrong.err()
}
