package career

// UniversityID identifies the university. An office keeps one.
type UniversityID string

// University is our own house: what the papers say about us.
type University struct {
	ID              UniversityID
	Name            string
	EnglishName     string
	Office          string   // the employment office, as papers name it
	Phone           string   // of the office
	Address         string   //
	Website         string   //
	Introduction    string   // who we are, in a few sentences
	Characteristics []string // what we are known for
	Achievements    []string // what we are proud of
	Logo            []byte   // a JPEG or PNG as attached, cleaned on the way in
	Scheme          string   // the ID of the scheme that our rates follow
	Kept
}

// Kind returns KindUniversity.
func (u *University) Kind() Kind { return KindUniversity }

// Key returns the ID.
func (u *University) Key() string { return string(u.ID) }

// Check returns an Invalid with all that keeps u from being kept.
func (u *University) Check() error {
	var wrong Invalid
	wrong.add(blank(u.Name), "university.name", "problem.missing")
	return wrong.err()
}

// CampaignID identifies a campaign.
type CampaignID string

// Campaign (专项行动) is a period with targets.
type Campaign struct {
	ID       CampaignID
	Name     string
	From, To Date
	Quotas   []Quota
	Next     []string // the next steps
	Source   string   // the notice that launched it
	Kept
}

// Quota (指标) is one target of a campaign and how far it has come.
type Quota struct {
	What   string
	Target int // 0 when none was set
	Done   int
	On     Date
	Source string
}

// Kind returns KindCampaign.
func (c *Campaign) Kind() Kind { return KindCampaign }

// Key returns the ID.
func (c *Campaign) Key() string { return string(c.ID) }

// Check returns an Invalid with all that keeps c from being kept.
func (c *Campaign) Check() error {
	var wrong Invalid
	wrong.add(blank(c.Name), "campaign.name", "problem.missing")
	wrong.add(c.From != "" && !c.From.Valid(), "campaign.from", "problem.date")
	wrong.add(c.To != "" && !c.To.Valid(), "campaign.to", "problem.date")
	wrong.add(c.From.Valid() && c.To.Valid() && c.To < c.From, "campaign.to", "problem.before_start")
	for _, q := range c.Quotas {
		wrong.add(blank(q.What), "quota.what", "problem.missing")
		wrong.add(q.Target < 0 || q.Done < 0, "quota.done", "problem.negative")
	}
	return wrong.err()
}
