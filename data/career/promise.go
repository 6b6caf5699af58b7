package career

type (
	// CommitmentID identifies a commitment.
	CommitmentID string
	// DemandID identifies a demand.
	DemandID string
	// AgreementID identifies an agreement.
	AgreementID string
	// FeedbackID identifies a feedback.
	FeedbackID string
)

// Commitment (议定事项) is something one side promised the other.
type Commitment struct {
	ID       CommitmentID
	Employer EmployerID
	Visit    VisitID // where it was promised, if at a visit
	Side     Side    // who promised
	What     string
	Owner    string // who sees to it
	Due      Date
	Done     Date   // when it was settled; empty while it is open
	Dropped  bool   // settled by giving it up
	Result   string // what came of it
	Kept
}

// Overdue reports whether c is open after its day.
func (c *Commitment) Overdue(today Date) bool {
	return c.Done == "" && c.Due.Valid() && c.Due < today
}

// Kind returns KindCommitment.
func (c *Commitment) Kind() Kind { return KindCommitment }

// Key returns the ID.
func (c *Commitment) Key() string { return string(c.ID) }

// Check returns an Invalid with all that keeps c from being kept.
func (c *Commitment) Check() error {
	var wrong Invalid
	wrong.add(c.Employer == "", "commitment.employer", "problem.missing")
	wrong.add(blank(c.What), "commitment.what", "problem.missing")
	wrong.add(c.Side != Ours && c.Side != Theirs, "commitment.side", "problem.missing")
	wrong.add(c.Due != "" && !c.Due.Valid(), "commitment.due", "problem.date")
	wrong.add(c.Done != "" && !c.Done.Valid(), "commitment.done", "problem.date")
	return wrong.err()
}

// Demand (需求) is what an employer wants of one class in one major.
type Demand struct {
	ID          DemandID
	Employer    EmployerID
	Visit       VisitID // where it was said, if at a visit
	On          Date    // when it was said
	Cohort      int     // the class it is for, by its year
	Major       string
	Degree      Degree
	Posts       int
	Internships int
	PayFrom     int // yuan a month; 0 when not said
	PayTo       int
	Note        string
	Kept
}

// Kind returns KindDemand.
func (d *Demand) Kind() Kind { return KindDemand }

// Key returns the ID.
func (d *Demand) Key() string { return string(d.ID) }

// Check returns an Invalid with all that keeps d from being kept.
func (d *Demand) Check() error {
	var wrong Invalid
	wrong.add(d.Employer == "", "demand.employer", "problem.missing")
	wrong.add(blank(d.Major), "demand.major", "problem.missing")
	wrong.add(d.On != "" && !d.On.Valid(), "demand.on", "problem.date")
	wrong.add(d.Posts < 0, "demand.posts", "problem.negative")
	wrong.add(d.Internships < 0, "demand.internships", "problem.negative")
	wrong.add(d.PayFrom < 0 || d.PayTo < 0, "demand.pay", "problem.negative")
	wrong.add(d.PayTo != 0 && d.PayTo < d.PayFrom, "demand.pay", "problem.order")
	return wrong.err()
}

// AgreementKind says what an agreement is about.
type AgreementKind string

// AgreementKinds lists the kinds of agreements.
var AgreementKinds = []AgreementKind{"base", "laboratory", "order_class", "training", "recruitment", "other"}

// Key returns the phrase key of k: "agreement_kind.base".
func (k AgreementKind) Key() string { return key("agreement_kind", string(k)) }

// Agreement (协议/基地) is a cooperation, signed or intended.
type Agreement struct {
	ID       AgreementID
	Employer EmployerID
	Visit    VisitID // where it was agreed, if at a visit
	Sort     AgreementKind
	Title    string
	Signed   Date // empty while it is only intended
	Until    Date // empty when it has no end
	Note     string
	Kept
}

// Kind returns KindAgreement.
func (a *Agreement) Kind() Kind { return KindAgreement }

// Key returns the ID.
func (a *Agreement) Key() string { return string(a.ID) }

// Check returns an Invalid with all that keeps a from being kept.
func (a *Agreement) Check() error {
	var wrong Invalid
	wrong.add(a.Employer == "", "agreement.employer", "problem.missing")
	wrong.add(blank(a.Title), "agreement.title", "problem.missing")
	wrong.add(a.Signed != "" && !a.Signed.Valid(), "agreement.signed", "problem.date")
	wrong.add(a.Until != "" && !a.Until.Valid(), "agreement.until", "problem.date")
	wrong.add(a.Signed.Valid() && a.Until.Valid() && a.Until < a.Signed, "agreement.until", "problem.before_start")
	return wrong.err()
}

// Feedback (用人评价) is what an employer thinks of our graduates. Scores run
// from 1 to 5; 0 stands for none given.
type Feedback struct {
	ID        FeedbackID
	Employer  EmployerID
	Visit     VisitID // where it was given, if at a visit
	On        Date
	By        string // who gave it
	Overall   int
	Knowledge int
	Practice  int
	Attitude  int
	Words     string
	Kept
}

// Kind returns KindFeedback.
func (f *Feedback) Kind() Kind { return KindFeedback }

// Key returns the ID.
func (f *Feedback) Key() string { return string(f.ID) }

// Check returns an Invalid with all that keeps f from being kept.
func (f *Feedback) Check() error {
	var wrong Invalid
	wrong.add(f.Employer == "", "feedback.employer", "problem.missing")
	wrong.add(f.On == "", "feedback.on", "problem.missing")
	wrong.add(f.On != "" && !f.On.Valid(), "feedback.on", "problem.date")
	wrong.add(!score(f.Overall), "feedback.overall", "problem.score")
	wrong.add(!score(f.Knowledge), "feedback.knowledge", "problem.score")
	wrong.add(!score(f.Practice), "feedback.practice", "problem.score")
	wrong.add(!score(f.Attitude), "feedback.attitude", "problem.score")
	return wrong.err()
}

// score reports whether n is a score or stands for none.
func score(n int) bool { return 0 <= n && n <= 5 }
