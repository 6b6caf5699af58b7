package sample

import (
	"fmt"
	"slices"
	"strconv"

	"visitdesk/data/career"
)

// house adds the university, its people, the campaigns of each year and the
// classes.
func (y *synth) house() error {
	for i := range 15 {
		y.portraits = append(y.portraits, portrait(i))
	}
	err := y.put(&career.University{
		ID: career.UniversityID(y.id()), Name: "沈阳砺衍学院", EnglishName: "Shenyang Liyan University", Office: "就业指导服务中心", Phone: "024-0000 0001",
		Address: "沈阳市示例路1号", Website: "https://www.example.edu.cn", Introduction: "学校面向装备制造、电子信息和现代服务业培养应用型人才。",
		Characteristics: []string{"专业设置对接装备制造与电子信息产业，工科专业均开设企业课程模块。"},
		Achievements:    []string{"建立议定事项台账，双方承诺逐项跟踪、逐条核对。"}, Scheme: career.DefaultScheme,
	})
	if err != nil {
		return err
	}
	for i := range y.Size.Colleagues {
		y.colleagues = append(y.colleagues, y.colleague(i))
		if err := y.put(y.colleagues[i]); err != nil {
			return err
		}
	}
	for year := y.next() - classesKept + 1; year <= y.next(); year++ {
		c := y.campaign(year)
		y.campaigns = append(y.campaigns, c)
		if err := y.put(c, y.cohort(year)); err != nil {
			return err
		}
	}
	return nil
}

// ranks are our leaders; deans and counselors of the faculties follow.
var ranks = []struct{ title, unit string }{
	{"校长", "学校"}, {"党委书记", "学校"}, {"党委副书记", "学校"}, {"副校长", "学校"}, {"副校长", "学校"}, {"副校长", "学校"},
	{"主任", "就业指导服务中心"}, {"副主任", "就业指导服务中心"}, {"就业干事", "就业指导服务中心"},
}

// leading is how many of ranks lead visits of the whole university.
const leading = 6

// colleague makes the i-th of our people in protocol order.
func (y *synth) colleague(i int) *career.Colleague {
	c := &career.Colleague{ID: career.ColleagueID(y.id()), Name: y.names.draw(), Rank: i + 1, Mobile: y.mobile(), Email: fmt.Sprintf("staff%03d@example.edu.cn", i+1), Public: i < leading}
	if i < len(ranks) {
		c.Title, c.Department = ranks[i].title, ranks[i].unit
	} else {
		k, houses := i-len(ranks), faculties()
		c.Title = []string{"院长", "党总支书记", "毕业班辅导员"}[min(k/len(houses), 2)]
		c.Department = houses[k%len(houses)]
	}
	if i < 40 {
		c.Photo = y.portraits[i%len(y.portraits)]
	}
	return c
}

// faculties returns where courses are taught, each once, in the order of courses.
func faculties() []string {
	var list []string
	for _, c := range taught() {
		if !slices.Contains(list, c.faculty) {
			list = append(list, c.faculty)
		}
	}
	return list
}

// campaign makes the campaign for a class: from the September before it leaves
// to the August after.
func (y *synth) campaign(year int) *career.Campaign {
	from := career.Date(strconv.Itoa(year-1) + "-09-01")
	c := &career.Campaign{
		ID: career.CampaignID(y.id()), Name: class(year) + "书记校长访企拓岗专项行动", From: from, To: career.Date(strconv.Itoa(year) + "-08-31"), Source: "学校年度工作要点",
		Next: []string{"逐条核对双方议定事项。", "召开重点专业供需对接会。"},
	}
	share := min(100, max(0, from.Until(y.Today)*100/365))
	on := min(c.To, y.Today)
	for _, q := range []career.Quota{{What: "书记、校长走访用人单位（家）", Target: 100}, {What: "校领导班子成员走访用人单位（家）", Target: 100}, {What: "新开拓就业岗位（个）", Target: y.Size.Employers}} {
		q.Done, q.On, q.Source = q.Target*share*y.from(85, 125)/10000, on, "走访台账"
		c.Quotas = append(c.Quotas, q)
	}
	return c
}

// cohort makes a class.
func (y *synth) cohort(year int) *career.Cohort {
	k := year - (y.next() - classesKept + 1)
	return &career.Cohort{ID: career.CohortID(y.id()), Year: year, Size: y.Size.Graduates*(k+1)/classesKept - y.Size.Graduates*k/classesKept,
		Introduction: fmt.Sprintf("%s毕业生分布在%d个学院%d个专业，工科占六成，省内生源约占七成。", class(year), len(faculties()), len(taught()))}
}

// class names a class.
func class(year int) string { return fmt.Sprintf("%d届", year) }

// agendas are what meetings are about.
var agendas = []struct{ title, topic, point string }{
	{"毕业生就业工作推进会", "各学院就业进展", "逐一联系未落实去向的毕业生，建立一人一策台账。"}, {"访企拓岗工作调度会", "走访计划与议定事项", "对逾期的议定事项由分管校领导督办。"},
	{"就业工作领导小组会议", "就业困难毕业生帮扶", "每名困难毕业生推荐岗位不少于三个。"}, {"春季双选会筹备会", "参会单位与场地", "重点邀请近三年录用十人以上的单位。"},
	{"就业数据核查工作会", "去向登记与佐证材料", "核查发现的问题三日内整改到位。"},
}

// meetings adds the meetings of the last eight years, and one in the weeks to
// come.
func (y *synth) meetings() error {
	for i := range y.Size.Meetings {
		day := y.Today.Add(-2900 + i*2900/max(1, y.Size.Meetings-1) + y.dice.IntN(3))
		if i == y.Size.Meetings-1 {
			day = y.Today.Add(6)
		}
		a := pick(y.dice, agendas)
		hour := pick(y.dice, []int{9, 10, 14, 15})
		m := &career.Meeting{
			ID: career.MeetingID(y.id()), Title: day.Time().Format("2006年1月") + a.title, Organiser: "就业指导服务中心",
			From: day.At(fmt.Sprintf("%02d:00", hour)), To: day.At(fmt.Sprintf("%02d:30", hour+1)), Place: pick(y.dice, []string{"行政楼第一会议室", "行政楼第二会议室", "视频会议"}),
			Chair: y.colleagues[y.dice.IntN(2)].Name, Recorder: y.colleagues[8].Name,
		}
		for _, c := range y.colleagues[:min(len(y.colleagues), y.from(6, 14))] {
			m.Attendees = append(m.Attendees, career.Attendee{Name: c.Name, Title: c.Title})
		}
		m.Attendees = append(m.Attendees, career.Attendee{Title: "各学院党总支书记"})
		if day < y.Today {
			m.Items = []career.MeetingItem{{Speaker: m.Chair, Title: "校领导", Topic: a.topic, Points: []string{a.point}}}
			m.Done = []string{fmt.Sprintf("本月走访用人单位%d家，新增岗位%d个。", y.from(3, 30), y.from(40, 900))}
		}
		if err := y.put(m); err != nil {
			return err
		}
	}
	return nil
}
