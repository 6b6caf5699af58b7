package career

type (
	// GraduateID identifies a graduate.
	GraduateID string
	// OutcomeID identifies an outcome.
	OutcomeID string
	// CohortID identifies a cohort.
	CohortID string
)

// Graduate (毕业生) is one person of one graduating class.
type Graduate struct {
	ID        GraduateID
	StudentNo string
	Name      string
	Cohort    int // the graduating class, by its year
	Faculty   string
	Major     string
	Degree    Degree
	Class     string
	Origin    string // province and city the graduate comes from
	Mobile    string
	Email     string
	Note      string // private
	Kept
}

// Kind returns KindGraduate.
func (g *Graduate) Kind() Kind { return KindGraduate }

// Key returns the ID.
func (g *Graduate) Key() string { return string(g.ID) }

// Check returns an Invalid with all that keeps g from being kept.
func (g *Graduate) Check() error {
	var wrong Invalid
	wrong.add(blank(g.StudentNo), "graduate.student_no", "problem.missing")
	wrong.add(blank(g.Name), "graduate.name", "problem.missing")
	wrong.add(g.Cohort < 1950 || g.Cohort > 2100, "graduate.cohort", "problem.year")
	wrong.add(blank(g.Major), "graduate.major", "problem.missing")
	return wrong.err()
}

// Outcome (毕业去向) is what became of a graduate, as of a day and from a
// source. The newest one counts; the older ones stay as history.
type Outcome struct {
	ID           OutcomeID
	Graduate     GraduateID
	Code         OutcomeCode
	Employer     EmployerID // where, if we keep it
	EmployerName string     // where, as reported
	Job          string
	Place        string
	Pay          int  // yuan a month; 0 when not said
	On           Date // as of
	Source       string
	Evidence     string
	Kept
}

// Kind returns KindOutcome.
func (o *Outcome) Kind() Kind { return KindOutcome }

// Key returns the ID.
func (o *Outcome) Key() string { return string(o.ID) }

// Check returns an Invalid with all that keeps o from being kept.
func (o *Outcome) Check() error {
	var wrong Invalid
	wrong.add(o.Graduate == "", "outcome.graduate", "problem.missing")
	wrong.add(o.Code == "", "outcome.code", "problem.missing")
	wrong.add(!o.On.Valid(), "outcome.on", "problem.date")
	wrong.add(o.Pay < 0, "outcome.pay", "problem.negative")
	return wrong.err()
}

// OutcomeCode is the ministry's code of an outcome, "10"; sub-codes, such as
// "801", belong to the code of their first two digits.
type OutcomeCode string

// OutcomeCodes lists the codes a user may choose from, in the official order.
var OutcomeCodes = []OutcomeCode{"10", "11", "12", "27", "46", "50", "51", "70", "71", "72", "75", "76", "80", "85"}

// Parent returns the two-digit code that c is or belongs to.
func (c OutcomeCode) Parent() OutcomeCode { return c[:min(len(c), 2)] }

// Key returns the phrase key of the parent of c: "outcome_code.10".
func (c OutcomeCode) Key() string { return key("outcome_code", string(c.Parent())) }

// Cohort (届) is one graduating class.
type Cohort struct {
	ID           CohortID
	Year         int
	Size         int    // graduates of the class; 0 to count those kept
	Introduction string // its basic situation in words
	Kept
}

// Kind returns KindCohort.
func (c *Cohort) Kind() Kind { return KindCohort }

// Key returns the ID.
func (c *Cohort) Key() string { return string(c.ID) }

// Check returns an Invalid with all that keeps c from being kept.
func (c *Cohort) Check() error {
	var wrong Invalid
	wrong.add(c.Year < 1950 || c.Year > 2100, "cohort.year", "problem.year")
	wrong.add(c.Size < 0, "cohort.size", "problem.negative")
	return wrong.err()
}
