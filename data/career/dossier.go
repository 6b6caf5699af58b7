package career

import "strings"

// Level says who may read a paper. What a level forbids is not read from the
// office for it, so no later step can let it slip.
type Level int

const (
	// L0 is for the office: everything but ID numbers. It needs a reason.
	L0 Level = iota
	// L1 is for the president and the delegation, and the default: no
	// graduates' phones, no private notes.
	L1
	// L2 is for the employer: no personal data of graduates, no counts under
	// SmallCell, no internal remarks, no other employers.
	L2
	// L3 is for the public: L2 with public names only.
	L3
)

// SmallCell is the smallest count of people that L2 and L3 may show.
const SmallCell = 5

// Levels lists the levels, the most complete first.
var Levels = []Level{L0, L1, L2, L3}

// Key returns the phrase key of l: "level.l1".
func (l Level) Key() string { return "level." + l.name() }

// String returns "L1".
func (l Level) String() string { return "L" + l.name()[1:] }

func (l Level) name() string { return string([]byte{'l', '0' + byte(l)}) }

// Internal reports whether papers of this level stay in the house.
func (l Level) Internal() bool { return l <= L1 }

// Dossier (卷宗) is all that bears on one visit at one moment, as far as the
// level allows. It is read in one transaction and never changed.
type Dossier struct {
	Level      Level
	Today      Date // the day it was read
	University University
	Visit      Visit
	Leader     Colleague // who leads the visit; zero when nobody is named
	Campaign   Campaign  // zero when the visit belongs to none
	Employer   Employer  // the one visited
	Parent     string    // the name of its parent
	Others     []string  // names of other employers that take part
	Ours       []Person  // our delegation, in protocol order
	Theirs     []Person  // theirs, in protocol order

	Past        []PastVisit  // earlier visits to the employer, the newest first
	Commitments []Commitment // of both sides: overdue first, then by due date, then the settled ones of the last year
	Demands     []Demand     // the newest first
	Agreements  []Agreement  // the newest first
	Feedback    []Feedback   // the newest first

	Hires     []Hire      // our graduates there, by name; none at L2 and L3
	HireCells []HireCell  // the same, counted; at L2 and L3 by class and major only, small majors in one cell without a name
	Supply    []Supply    // our graduates in the majors they want, or in all majors when they said none; at L2 only those wanted, 0 for a small count; none at L3
	Class     []ClassCell // the class that graduates next, by outcome; at L2 and L3 small outcomes are counted with the commonest of their kind
	Cohort    Cohort      // that class
	AsOf      Date        // of the newest outcome behind Supply and Class
}

// Record returns the record of d that holds the fact of a phrase key, and the
// field of that record to fill in: what a paper lacks can be mended there.
func (d *Dossier) Record(fact string) (Noun, string) {
	switch kind, _, _ := strings.Cut(fact, "."); kind {
	case "employer":
		return &d.Employer, fact
	case "university", "cohort":
		return &d.University, fact
	case "participant":
		return &d.Visit, "visit.theirs"
	}
	return &d.Visit, fact
}

// Person is a participant of a visit with what the office knows about them.
type Person struct {
	Participant
	Pinyin   string // with tones
	Rank     int
	Email    string
	Photo    []byte
	Alumnus  Graduate // who they were with us; zero when they were not
	LastMet  Date     // the last visit they took part in before this one
	LastWith string   // who led that visit
	Note     string   // private
}

// PastVisit is an earlier visit with who led it and how many commitments it
// left open.
type PastVisit struct {
	Visit
	LeaderName  string
	LeaderTitle string
	Open        int
}

// Hire is a graduate of ours at the employer.
type Hire struct {
	Graduate GraduateID
	Name     string
	Cohort   int
	Faculty  string
	Major    string
	Degree   Degree
	Code     OutcomeCode
	Job      string
	On       Date
	Mobile   string // L0 only
}

// HireCell counts our graduates at the employer.
type HireCell struct {
	Cohort int
	Major  string
	Degree Degree
	Code   OutcomeCode
	Count  int
}

// Supply counts one major of the class that graduates next.
type Supply struct {
	Major    string
	Degree   Degree
	All      int // graduates of the class
	Unplaced int // those without a settled outcome
}

// ClassCell counts the class that graduates next by outcome; the empty code
// stands for those whose outcome nobody knows.
type ClassCell struct {
	Code  OutcomeCode
	Count int
}
