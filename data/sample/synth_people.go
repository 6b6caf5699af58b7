package sample

import (
	"fmt"
	"strconv"

	"visitdesk/data/career"
)

// seat is a post at an employer with who holds it.
type seat struct {
	title, unit string
	rank        int
	holder      *career.Contact
}

// seatTitles are the posts of those we talk to, the first ones at every
// employer.
var seatTitles = []struct{ title, unit string }{
	{"人力资源经理", "人力资源部"}, {"总经理", ""}, {"招聘主管", "人力资源部"}, {"副总经理", ""}, {"人事专员", "综合管理部"}, {"技术部部长", "技术部"}, {"生产总监", "生产中心"},
	{"行政主管", "综合管理部"}, {"董事长", ""}, {"研发总监", "研发中心"}, {"校招负责人", "人力资源部"}, {"车间主任", "制造一部"}, {"总经理助理", ""}, {"工会主席", "工会"}, {"项目经理", "项目部"},
}

// contacts adds the people at the employers: first those who are graduates of
// ours, then one for most employers, then more for the popular ones. Some
// follow another at a post, who leaves or goes to another employer.
func (y *synth) contacts() error {
	list := make([]*career.Contact, 0, y.Size.Contacts)
	for i := range y.Size.Contacts {
		c := &career.Contact{ID: career.ContactID(y.id()), Mobile: y.mobile()}
		var at *firm
		earliest := y.Today.Add(-3000)
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
		since := s.holder.Posts[0].From
		span := since.Until(y.Today) - 430 // somebody holds a post for at least a year
		if span <= 0 || since.Add(400) < earliest || !y.some(350) {
			continue
		}
		last := since.Add(400 + y.dice.IntN(span))
		y.leave(s.holder, last)
		y.hold(c, at, s, last.Add(1))
		return
	}
	free := max(1, earliest.Until(y.Today)-10)
	title := seatTitles[len(at.seats)%len(seatTitles)]
	s := &seat{title: title.title, unit: title.unit, rank: len(at.seats) + 1}
	at.seats = append(at.seats, s)
	y.hold(c, at, s, earliest.Add(y.dice.IntN(free)))
	if y.some(30) { // who was there before has left, and nobody followed
		y.leave(c, c.Posts[0].From.Add(y.dice.IntN(c.Posts[0].From.Until(y.Today))))
		at.seats = at.seats[:len(at.seats)-1]
	}
}

// hold makes c the holder of a seat from a day on.
func (y *synth) hold(c *career.Contact, at *firm, s *seat, from career.Date) {
	s.holder = c
	c.Posts = append([]career.Post{{Employer: at.id, Title: s.title, Department: s.unit, Rank: s.rank, From: from}}, c.Posts...)
	at.roster = append(at.roster, c)
}

// leave ends the post of a contact, who goes to another employer or is gone.
func (y *synth) leave(c *career.Contact, last career.Date) {
	c.Posts[0].To = last
	free := last.Until(y.Today)
	if free < 30 || !y.some(600) {
		return
	}
	to := y.firms[y.popular.Uint64()]
	if to.id == c.Posts[0].Employer {
		return
	}
	title := seatTitles[len(to.seats)%len(seatTitles)]
	s := &seat{title: title.title, unit: title.unit, rank: len(to.seats) + 1}
	to.seats = append(to.seats, s)
	y.hold(c, to, s, last.Add(1+y.dice.IntN(min(free, 120))))
}

// met returns at most n people of a firm who held a post there on a day, in
// protocol order, as a list of that day names them.
func (f *firm) met(day career.Date, n int) []career.Participant {
	var list []career.Participant
	for _, c := range f.roster {
		post, held := c.Post(f.id, day)
		if held && len(list) < n {
			list = append(list, career.Participant{Name: c.Name, Title: post.Title, Unit: f.name(), Phone: c.Mobile, Contact: c.ID})
		}
	}
	return list
}
