package career

// VisitID identifies a visit.
type VisitID string

// Visit (走访/来访) is one encounter with an employer: we go out or they come
// in, in a room or on a screen.
type Visit struct {
	ID        VisitID
	Direction Direction
	Mode      Mode
	Campaign  CampaignID
	LedBy     ColleagueID
	From, To  Moment
	Place     string
	Employers []EmployerID // the one visited first; others that take part after it
	Purpose   string
	Asks      []string // what we want from them, the most important first
	Attention string   // the one line that must not be overlooked
	Agenda    []AgendaLine
	Logistics Logistics
	Points    []Point
	Ours      []Participant // in protocol order
	Theirs    []Participant // in protocol order
	Minutes   Minutes
	Postponed string // why it was put off; it has no date to rely on then
	Cancelled string // why it does not take place
	Tags      []string
	Note      string // private: never leaves the office
	Kept
}

// AgendaLine is one line of a visit's agenda.
type AgendaLine struct {
	At          string // "09:30", or "09:30–10:15"
	Item        string
	Content     string
	Responsible string
	Place       string
}

// Logistics is how people get there and what they bring.
type Logistics struct {
	Departure string // when and where the delegation gathers
	Car       string // plate, driver
	Route     string
	Dress     string
	Gifts     string
	Material  string // what to bring
}

// Point is one talking point.
type Point struct {
	Kind PointKind
	Text string
}

// PointKind says what to do with a talking point.
type PointKind string

// What to say, to ask and to avoid; what they may ask; what is sensitive.
const (
	Say       PointKind = "say"
	Ask       PointKind = "ask"
	Avoid     PointKind = "avoid"
	Expect    PointKind = "expect"
	Sensitive PointKind = "sensitive"
)

// PointKinds lists the kinds of talking points in printing order.
var PointKinds = []PointKind{Say, Ask, Avoid, Expect, Sensitive}

// Key returns the phrase key of k: "point.say".
func (k PointKind) Key() string { return key("point", string(k)) }

// Participant is a person who takes part in a visit, as on the list of that
// day: name and title stay as they were when the person moves on.
type Participant struct {
	Name      string
	Title     string
	Unit      string
	Phone     string
	OnSite    bool        // the one to call on the day
	Contact   ContactID   // who it is among their people
	Colleague ColleagueID // who it is among ours
}

// Minutes (会议纪要) say what was said. The outer layer may go to the employer,
// the inner one is ours only.
type Minutes struct {
	Outer string
	Inner string
	By    string // who took them
	On    Date
}

// Empty reports whether nothing was written.
func (m Minutes) Empty() bool { return blank(m.Outer) && blank(m.Inner) }

// Employer returns the employer visited, or nothing.
func (v *Visit) Employer() EmployerID {
	if len(v.Employers) == 0 {
		return ""
	}
	return v.Employers[0]
}

// Kind returns KindVisit.
func (v *Visit) Kind() Kind { return KindVisit }

// Key returns the ID.
func (v *Visit) Key() string { return string(v.ID) }

// Check returns an Invalid with all that keeps v from being kept.
func (v *Visit) Check() error {
	var wrong Invalid
	wrong.add(v.Employer() == "", "visit.employers", "problem.missing")
	wrong.add(v.From == "", "visit.from", "problem.missing")
	wrong.add(v.From != "" && !v.From.Valid(), "visit.from", "problem.time")
	wrong.add(v.To != "" && !v.To.Valid(), "visit.to", "problem.time")
	wrong.add(v.From.Valid() && v.To.Valid() && v.To < v.From, "visit.to", "problem.before_start")
	wrong.add(v.Minutes.On != "" && !v.Minutes.On.Valid(), "visit.minutes_on", "problem.date")
	for _, p := range v.Ours {
		wrong.add(blank(p.Name), "visit.ours", "problem.nameless")
	}
	for _, p := range v.Theirs {
		wrong.add(blank(p.Name), "visit.theirs", "problem.nameless")
	}
	return wrong.err()
}

// Missing returns the phrase keys of what a briefing needs and v does not say,
// the most important first.
func (v *Visit) Missing() []string {
	var missing Invalid
	missing.add(v.From.Clock() == "", "visit.from", "")
	missing.add(blank(v.Place), "visit.place", "")
	missing.add(blank(v.Purpose), "visit.purpose", "")
	missing.add(len(v.Asks) == 0, "visit.asks", "")
	missing.add(len(v.Ours) == 0, "visit.ours", "")
	missing.add(len(v.Theirs) == 0, "visit.theirs", "")
	missing.add(len(v.Agenda) == 0, "visit.agenda", "")
	missing.add(len(v.Points) == 0, "visit.points", "")
	missing.add(!v.hasOnSite(), "visit.onsite", "")
	keys := make([]string, len(missing))
	for i, p := range missing {
		keys[i] = p.Field
	}
	return keys
}

func (v *Visit) hasOnSite() bool {
	for _, p := range v.Theirs {
		if p.OnSite && p.Phone != "" {
			return true
		}
	}
	return false
}

// State is where a visit stands in its life. It is derived from facts and
// never kept.
type State string

// The states of a visit in the order of its life; the last two stand aside.
const (
	Plan       State = "plan"       // to come; the briefing lacks something
	Brief      State = "brief"      // to come; the briefing can be printed
	Happening  State = "happening"  // today
	Unminuted  State = "unminuted"  // over; nobody wrote the minutes
	Acting     State = "acting"     // minutes written; commitments open
	Reportable State = "reportable" // nothing left but to report it
	PutOff     State = "put_off"
	CalledOff  State = "called_off"
)

// States lists the states in the order of a visit's life.
var States = []State{Plan, Brief, Happening, Unminuted, Acting, Reportable, PutOff, CalledOff}

// Key returns the phrase key of s: "state.plan".
func (s State) Key() string { return key("state", string(s)) }

// State returns where v stands on the given day, with the number of its
// commitments that are still open.
func (v *Visit) State(today Date, open int) State {
	switch day := v.From.Date(); {
	case v.Cancelled != "":
		return CalledOff
	case v.Postponed != "":
		return PutOff
	case day == today:
		return Happening
	case day > today && len(v.Missing()) > 0:
		return Plan
	case day > today:
		return Brief
	case v.Minutes.Empty():
		return Unminuted
	case open > 0:
		return Acting
	}
	return Reportable
}
