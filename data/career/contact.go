package career

import "strings"

// ContactID identifies a contact.
type ContactID string

// Contact (联系人) is a person at an employer. It holds one or more posts over
// time and may be a graduate of ours.
type Contact struct {
	ID       ContactID
	Name     string // one field; 阿卜杜拉·买买提 and 40 characters are fine
	Pinyin   string // with tones, "Lǐ Qiáng", when the reading was corrected
	Mobile   string
	Phone    string
	Email    string
	WeChat   string
	Graduate GraduateID // who it was with us, if it was
	Public   bool       // may be named in the news
	Photo    []byte     // a JPEG or PNG as attached, cleaned on the way in
	Posts    []Post     // the newest first
	Tags     []string   // 校友, 招聘负责人 …
	Note     string     // private: never leaves the office
	Kept
}

// Post is a position that a contact holds or held at an employer.
type Post struct {
	Employer   EmployerID
	Title      string
	Department string
	Rank       int  // protocol order among the employer's people, 1 first; 0 when unknown
	From, To   Date // a day, a month or a year, as far as it is known; see Date.Span
}

// lastRank is the greatest place in a protocol order: lists put three digits in
// order.
const lastRank = 999

func ranked(rank int) bool { return rank >= 0 && rank <= lastRank }

// Holds reports whether the post is held on the given day.
func (p Post) Holds(today Date) bool {
	from, _ := p.From.Span()
	_, to := p.To.Span()
	return from <= today && (to == "" || to >= today)
}

// Post returns the post that c holds at the employer on the given day, and
// whether there is one.
func (c *Contact) Post(at EmployerID, today Date) (Post, bool) {
	for _, p := range c.Posts {
		if p.Employer == at && p.Holds(today) {
			return p, true
		}
	}
	return Post{}, false
}

// Kind returns KindContact.
func (c *Contact) Kind() Kind { return KindContact }

// Key returns the ID.
func (c *Contact) Key() string { return string(c.ID) }

// Check returns an Invalid with all that keeps c from being kept.
func (c *Contact) Check() error {
	var wrong Invalid
	wrong.add(blank(c.Name), "contact.name", "problem.missing")
	for _, p := range c.Posts {
		wrong.add(p.Employer == "", "post.employer", "problem.missing")
		wrong.add(!ranked(p.Rank), "post.rank", "problem.rank")
		from, _ := p.From.Span()
		_, to := p.To.Span()
		wrong.add(p.From != "" && from == "", "post.from", "problem.rough_date")
		wrong.add(p.To != "" && to == "", "post.to", "problem.rough_date")
		wrong.add(from != "" && to != "" && to < from, "post.to", "problem.before_start")
	}
	return wrong.err()
}

// Doubts returns what is worth a look: a mobile number that is none, no post
// held today.
func (c *Contact) Doubts(today Date) []Problem {
	var doubts Invalid
	doubts.add(c.Mobile != "" && !mobile(c.Mobile), "contact.mobile", "doubt.mobile")
	held := len(c.Posts) == 0
	for _, p := range c.Posts {
		held = held || p.Holds(today)
	}
	doubts.add(!held, "contact.posts", "doubt.left")
	return doubts
}

// mobile reports whether s is a Chinese mobile number, or a number of another
// country, spaces and hyphens aside.
func mobile(s string) bool {
	digits := strings.NewReplacer(" ", "", "-", "", "+86", "").Replace(s)
	if strings.HasPrefix(digits, "+") {
		return len(digits) >= 8
	}
	return len(digits) == 11 && digits[0] == '1' && strings.Trim(digits, "0123456789") == ""
}

// ColleagueID identifies a colleague.
type ColleagueID string

// Colleague (校内人员) is a leader or member of staff of the university who
// takes part in visits and meetings.
type Colleague struct {
	ID         ColleagueID
	Name       string
	Pinyin     string // with tones, when the reading was corrected
	Title      string
	Department string
	Rank       int // protocol order, 1 first; 0 when unknown
	Mobile     string
	Email      string
	Public     bool // may be named in the news, as school leaders are
	Photo      []byte
	Note       string // private
	Kept
}

// Kind returns KindColleague.
func (c *Colleague) Kind() Kind { return KindColleague }

// Key returns the ID.
func (c *Colleague) Key() string { return string(c.ID) }

// Check returns an Invalid with all that keeps c from being kept.
func (c *Colleague) Check() error {
	var wrong Invalid
	wrong.add(blank(c.Name), "colleague.name", "problem.missing")
	wrong.add(!ranked(c.Rank), "colleague.rank", "problem.rank")
	return wrong.err()
}
