package career

// EmployerID identifies an employer.
type EmployerID string

// Employer (用人单位) is an organisation that hires our graduates or might.
type Employer struct {
	ID          EmployerID
	Name        string // the registered name
	ShortNames  []string
	FormerNames []string
	USCC        USCC
	Nature      Nature
	Industry    Industry
	Size        Size
	Staff       int        // people employed; 0 when unknown
	Place       string     // province and city, as in GB/T 2260: 辽宁省沈阳市
	Address     string     // where it receives visitors
	Website     string     //
	Products    string     // what it makes or does, in a sentence
	Tags        []string   // 500强, 高新技术企业 …
	Parent      EmployerID // the group it belongs to
	Sources     []Source   // where facts come from; at most one for each field
	Note        string     // private: never leaves the office
	Kept
}

// Source says where a fact comes from and when it was true.
type Source struct {
	Field string // the fact's phrase key: "employer.staff"
	From  string // a website, a person, a document
	On    Date
}

// FreshDays is how long a checked fact is trusted. One that is older is marked
// on paper and listed among the doubts.
const FreshDays = 180

// Kind returns KindEmployer.
func (e *Employer) Kind() Kind { return KindEmployer }

// Key returns the ID.
func (e *Employer) Key() string { return string(e.ID) }

// Check returns an Invalid with all that keeps e from being kept.
func (e *Employer) Check() error {
	var wrong Invalid
	wrong.add(blank(e.Name), "employer.name", "problem.missing")
	wrong.add(e.Staff < 0, "employer.staff", "problem.negative")
	wrong.add(e.Parent != "" && e.Parent == e.ID, "employer.parent", "problem.itself")
	for _, s := range e.Sources {
		wrong.add(s.On != "" && !s.On.Valid(), s.Field, "problem.date")
	}
	return wrong.err()
}

// Doubts returns what is worth a look on the given day: an odd USCC, facts
// last checked more than FreshDays ago.
func (e *Employer) Doubts(today Date) []Problem {
	var doubts Invalid
	if odd := e.USCC.Doubt(); odd != "" {
		doubts.add(true, "employer.uscc", odd)
	}
	for _, s := range e.Sources {
		doubts.add(s.Stale(today), s.Field, "doubt.stale")
	}
	return doubts
}

// Source returns where the fact of the given phrase key comes from; the zero
// Source if nobody said.
func (e *Employer) Source(field string) Source {
	for _, s := range e.Sources {
		if s.Field == field {
			return s
		}
	}
	return Source{}
}

// Stale reports whether the fact was last checked more than FreshDays before
// today. A fact without a date is not stale: nothing says how old it is.
func (s Source) Stale(today Date) bool {
	return s.On.Valid() && s.On.Until(today) > FreshDays
}
