package sample

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"

	"visitdesk/data/career"
)

// seat is a post at an employer with who holds it.
type seat struct {
	title, unit string
	rank        int
	holder      *career.Contact
	vacant      career.Date // the last day of who left without a successor
}

// seatTitles are the posts of those we talk to, with their place in protocol.
var seatTitles = []struct {
	title, unit string
	rank        int
}{
	{"人力资源经理", "人力资源部", 6}, {"总经理", "", 2}, {"招聘主管", "人力资源部", 11}, {"副总经理", "", 3}, {"人事专员", "综合管理部", 14}, {"技术部部长", "技术部", 7},
	{"生产总监", "生产中心", 5}, {"行政主管", "综合管理部", 12}, {"董事长", "", 1}, {"研发总监", "研发中心", 4}, {"校招负责人", "人力资源部", 10}, {"车间主任", "制造一部", 9},
	{"项目经理", "项目部", 13}, {"工会主席", "工会", 8},
}

// seat adds a post to a firm. Each firm begins somewhere else on the list; a
// large one has the list once for each of its divisions.
func (f *firm) seat(dice *rand.Rand) *seat {
	if len(f.seats) == 0 {
		f.first = dice.IntN(5)
	}
	k := f.first + len(f.seats)
	t := seatTitles[k%len(seatTitles)]
	s := &seat{title: t.title, unit: t.unit, rank: t.rank}
	if division := k / len(seatTitles); division > 0 {
		s.unit, s.rank = fmt.Sprintf("第%d事业部", division), t.rank+division*len(seatTitles)
	}
	f.seats = append(f.seats, s)
	return s
}

// contacts adds the people at the employers: first those who are graduates of
// ours, then one for most employers, then more for the popular ones. Some
// follow another at a post, who leaves or goes to another employer.
func (y *synth) contacts() error {
	list := make([]*career.Contact, 0, y.Size.Contacts)
	for i := range y.Size.Contacts {
		c := &career.Contact{ID: career.ContactID(y.id()), Mobile: y.mobile()}
		var at *firm
		earliest := y.ago(3000, 5000)
		switch {
		case i < len(y.alumni):
			a := y.alumni[i]
			at, c.Name, c.Graduate, c.Tags = a.firm, a.name, a.id, []string{"校友"}
			earliest = career.Date(strconv.Itoa(a.cohort+1) + "-07-01")
		case i < len(y.alumni)+y.Size.Employers*9/10:
			at = y.firms[i-len(y.alumni)]
		default:
			at = y.firms[y.popular.Uint64()]
		}
		if c.Name == "" {
			c.Name = y.names.draw()
		}
		y.appoint(c, at, earliest)
		y.reach(c, i)
		list = append(list, c)
	}
	for _, c := range list {
		if err := y.put(c); err != nil {
			return err
		}
	}
	return nil
}

// reach adds how to reach a contact and what is known beside.
func (y *synth) reach(c *career.Contact, i int) {
	if y.some(400) {
		c.Email = fmt.Sprintf("p%05d@example.com", i+1)
	}
	if y.some(250) {
		c.Phone = fmt.Sprintf("024-0000%04d", y.dice.IntN(10000))
	}
	if y.some(200) {
		c.WeChat = fmt.Sprintf("wx-example-%d", i+1)
	}
	if y.some(30) {
		c.Photo = y.portraits[y.dice.IntN(len(y.portraits))]
	}
	if y.some(40) {
		c.Note = pick(y.dice, []string{"习惯上午联系。", "联系前先发短信。", "喜欢直奔主题。"})
	}
	if y.some(60) {
		c.Tags = append(c.Tags, pick(y.dice, []string{"招聘负责人", "宣讲联系人", "校外导师"}))
	}
	c.Public = c.Posts[0].Rank <= 2 && y.some(100)
}

// appoint gives a contact a post at a firm, not before the given day: one that
// somebody leaves, or one more.
func (y *synth) appoint(c *career.Contact, at *firm, earliest career.Date) {
	for _, s := range at.seats {
		if s.vacant >= earliest && y.some(500) {
			y.hold(c, at, s, s.vacant.Add(1+y.dice.IntN(s.vacant.Until(y.Today))))
			return
		}
		since := s.holder.Posts[0].From
		span := since.Until(y.Today) - 430 // somebody holds a post for at least a year
		if s.vacant != "" || span <= 0 || since.Add(400) < earliest || !y.some(350) {
			continue
		}
		last := since.Add(400 + y.dice.IntN(span))
		y.leave(s, last)
		y.hold(c, at, s, last.Add(1))
		return
	}
	free := max(1, earliest.Until(y.Today)-10)
	s := at.seat(y.dice)
	y.hold(c, at, s, earliest.Add(min(y.dice.IntN(free), y.dice.IntN(free)))) // most have been there for long
	if since := c.Posts[0].From; y.some(30) {
		y.leave(s, since.Add(y.dice.IntN(since.Until(y.Today))))
	}
}

// hold makes c the holder of a seat from a day on.
func (y *synth) hold(c *career.Contact, at *firm, s *seat, from career.Date) {
	s.holder, s.vacant = c, ""
	c.Posts = append([]career.Post{{Employer: at.id, Title: s.title, Department: s.unit, Rank: s.rank, From: from}}, c.Posts...)
	at.roster = append(at.roster, c)
}

// leave ends the post of who holds a seat, who goes to another employer or is
// gone.
func (y *synth) leave(s *seat, last career.Date) {
	c := s.holder
	c.Posts[0].To, s.vacant = last, last
	free := last.Until(y.Today)
	if free < 30 || !y.some(600) {
		return
	}
	to := y.firms[y.popular.Uint64()]
	if to.id == c.Posts[0].Employer {
		return
	}
	y.hold(c, to, to.seat(y.dice), last.Add(1+y.dice.IntN(min(free, 120))))
}

// met returns n people of a firm, or fewer, who held a post there on a day, in
// protocol order, as a list of that day names them.
func (y *synth) met(f *firm, day career.Date, n int) []career.Participant {
	type host struct {
		career.Post
		who *career.Contact
	}
	var hosts []host
	for _, c := range f.roster {
		if post, held := c.Post(f.id, day); held {
			hosts = append(hosts, host{post, c})
		}
	}
	y.dice.Shuffle(len(hosts), func(i, j int) { hosts[i], hosts[j] = hosts[j], hosts[i] })
	hosts = hosts[:min(n, len(hosts))]
	slices.SortFunc(hosts, func(a, b host) int { return a.Rank - b.Rank })
	list := make([]career.Participant, len(hosts))
	for i, h := range hosts {
		list[i] = career.Participant{Name: h.who.Name, Title: h.Title, Unit: f.name(), Phone: h.who.Mobile, Contact: h.who.ID}
	}
	return list
}
