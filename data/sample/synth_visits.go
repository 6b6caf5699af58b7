package sample

import (
	"fmt"
	"slices"

	"visitdesk/data/career"
)

// seasons says how many visits of 100 fall into each month: few while the
// university is on holiday.
var seasons = [12]int{4, 2, 12, 14, 11, 7, 3, 2, 10, 13, 14, 8}

// What visits are for, what is wanted of them, what is said there. %s is the
// major that it is about.
var (
	purposes = []string{"洽谈%s专业毕业生就业岗位", "回访%s专业毕业生，听取用人评价", "落实%s专业毕业实习名额", "商谈%s方向实习就业基地建设", "了解%s方向人才需求，推荐毕业生", "邀请参加校园双选会，重点对接%s专业"}
	wishes   = []string{"提供%s专业岗位10个以上", "接收%s专业实习生", "明确%s专业毕业生的转正条件", "到校举办%s专业专场宣讲", "为%s专业提供毕业设计课题"}
	said     = []string{"企业介绍了今年的生产和招聘计划，表示愿意优先录用%s专业毕业生。", "双方就%s专业实习安排交换意见，商定由院系与人力资源部逐项落实。", "企业肯定我校%s专业毕业生的专业基础，建议加强实践环节。", "学校介绍%s专业培养方案，企业就课程内容提出建议。"}
	aside    = []string{"", "", "", "企业今年缩减外协，岗位可能少于往年。", "薪酬高于本地，但要求异地到岗，需向学生说明。", "对方反映去年有学生违约，请学院做好引导。"}
	oursDo   = []string{"推荐%s专业候选人", "组织%s专业学生参观企业", "核实%s专业学生实习意向", "在%s专业开设企业课程模块"}
	theirsDo = []string{"提供%s专业实习岗位清单", "到校举办%s专业专场宣讲", "给出%s专业岗位薪酬标准", "为%s专业提供教学案例"}
	opinion  = []string{"专业基础扎实，肯学习。", "出勤和安全表现满意，主动性可再加强。", "理论较好，动手能力需要一段适应时间。", "能吃苦，愿意留在一线。", "现场协调能力成长快。"}
	bonds    = map[career.AgreementKind]string{"base": "实习就业基地协议", "laboratory": "联合实验室共建协议", "order_class": "订单班培养协议", "training": "岗前培训合作协议", "recruitment": "校园招聘合作协议"}
)

// visits adds the visits in the order of time, each with what came of it: those
// of eight years, and those of the weeks to come, one of them tomorrow.
func (y *synth) visits() error {
	coming := max(12, y.Size.Visits/200)
	days := []career.Date{y.Today.Add(1)}
	for len(days) < coming {
		if day := y.Today.Add(y.from(1, 42)); workday(day) {
			days = append(days, day)
		}
	}
	for len(days) < y.Size.Visits {
		day := y.ago(0, min(2900, y.from(1, 4000))) // more of late
		if workday(day) && y.dice.IntN(14) < seasons[day.Time().Month()-1] {
			days = append(days, day)
		}
	}
	slices.Sort(days)
	presidents := false // whether it is planned who goes tomorrow
	for _, day := range days {
		flagship := day == y.Today.Add(1) && !presidents
		presidents = presidents || flagship
		if err := y.put(y.visit(day, flagship)...); err != nil {
			return err
		}
	}
	return nil
}

// workday reports whether a day is none of a weekend.
func workday(day career.Date) bool { return day.Time().Weekday()%6 != 0 }

// visit makes a visit with what came of it. The flagship is the president's, to
// the most popular employer, and lacks nothing.
func (y *synth) visit(day career.Date, flagship bool) []career.Noun {
	f, c := y.firms[y.popular.Uint64()], pick(y.dice, y.taught)
	if y.some(300) {
		f = pick(y.dice, y.firms)
	}
	if flagship {
		f = y.firms[0]
	}
	hour := pick(y.dice, []int{9, 10, 14, 15})
	v := &career.Visit{
		ID: career.VisitID(y.id()), Direction: career.Out, Mode: career.OnSite, From: day.At(fmt.Sprintf("%02d:%02d", hour, 30*y.dice.IntN(2))), To: day.At(fmt.Sprintf("%02d:30", hour+1)),
		Place: f.short() + "会议室", Employers: []career.EmployerID{f.id}, Purpose: fmt.Sprintf(pick(y.dice, purposes), c.name), Asks: []string{fmt.Sprintf(pick(y.dice, wishes), c.name)},
		Theirs: y.met(f, day, y.from(1, 4)),
	}
	y.occasion(v, flagship)
	y.delegate(v, flagship)
	if len(v.Theirs) > 0 {
		v.Theirs[len(v.Theirs)-1].OnSite = true
	}
	if y.some(40) {
		if g := pick(y.dice, y.firms); g != f {
			v.Employers = append(v.Employers, g.id)
		}
	}
	if day >= y.Today {
		y.prepare(v, c, flagship || y.some(400))
		return []career.Noun{v}
	}
	return y.past(v, f, c)
}

// occasion says who goes to whom, how, and as part of which campaign.
func (y *synth) occasion(v *career.Visit, flagship bool) {
	switch roll := y.dice.IntN(100); {
	case flagship:
	case roll < 22:
		v.Direction, v.Place = career.In, "行政楼第二会议室"
	case roll < 36:
		v.Mode, v.Place = career.Online, "视频会议"
	}
	for _, campaign := range y.campaigns {
		if day := v.From.Date(); campaign.From <= day && day <= campaign.To {
			v.Campaign = campaign.ID
		}
	}
	if y.some(80) {
		v.Tags = []string{pick(y.dice, []string{"重点", "回访", "新拓展"})}
	}
}

// delegate says who goes: a leader of the university or of a faculty, and some
// others.
func (y *synth) delegate(v *career.Visit, flagship bool) {
	lead := y.dice.IntN(leading)
	if y.some(500) {
		lead = y.from(leading, len(y.colleagues)-1)
	}
	if flagship {
		lead = 0
	}
	team := []int{lead}
	for n := y.from(1, 3); len(team) <= n; {
		if k := y.from(lead, len(y.colleagues)-1); !slices.Contains(team, k) {
			team = append(team, k)
		} else if len(y.colleagues)-lead <= n {
			break // nobody is left below the leader
		}
	}
	slices.Sort(team)
	for _, k := range team {
		c := y.colleagues[k]
		v.Ours = append(v.Ours, career.Participant{Name: c.Name, Title: c.Title, Unit: c.Department, Phone: c.Mobile, Colleague: c.ID})
	}
	v.LedBy = y.colleagues[lead].ID
}

// prepare adds what is known of a visit to come; all that a briefing needs if
// it is ready.
func (y *synth) prepare(v *career.Visit, c course, ready bool) {
	if !ready {
		v.Asks = nil
		return
	}
	v.Agenda = []career.AgendaLine{{At: v.From.Clock(), Item: "参观", Content: "参观企业生产现场"}, {Item: "座谈", Content: v.Purpose, Responsible: v.Ours[0].Name}}
	v.Points = []career.Point{{Kind: career.Say, Text: "感谢企业多年来接收我校毕业生。"}, {Kind: career.Ask, Text: fmt.Sprintf(pick(y.dice, wishes), c.name)}}
	v.Logistics = career.Logistics{Departure: "出发前30分钟在行政楼前集合", Car: "公务车"}
	v.Attention = "请提前核对双方议定事项的办理情况。"
}

// past adds to a visit that is over what was said, promised, wanted and agreed
// there, unless it did not take place or nobody wrote the minutes yet.
func (y *synth) past(v *career.Visit, f *firm, c course) []career.Noun {
	day := v.From.Date()
	late := 20
	if day > y.Today.Add(-12) {
		late = 500
	}
	switch {
	case y.some(20):
		v.Cancelled = "对方负责人临时出差"
		return []career.Noun{v}
	case y.some(12):
		v.Postponed = "改期另行商定"
		return []career.Noun{v}
	case y.some(late):
		return []career.Noun{v}
	}
	v.Minutes = career.Minutes{Outer: fmt.Sprintf(pick(y.dice, said), c.name) + fmt.Sprintf(pick(y.dice, said), c.name), Inner: pick(y.dice, aside), By: v.Ours[len(v.Ours)-1].Name, On: min(day.Add(y.from(0, 3)), y.Today)}
	nouns := []career.Noun{v}
	for range y.dice.IntN(4) {
		nouns = append(nouns, y.commitment(v, c))
	}
	for range y.dice.IntN(3) {
		d := pick(y.dice, y.taught)
		pay := 4000 + 100*y.dice.IntN(40)
		nouns = append(nouns, &career.Demand{ID: career.DemandID(y.id()), Employer: f.id, Visit: v.ID, On: day, Cohort: lastClass(day) + 1, Major: d.name, Degree: d.degree,
			Posts: y.from(1, 30), Internships: y.dice.IntN(12), PayFrom: pay, PayTo: pay + 500*y.from(1, 6)})
	}
	if y.some(200) && len(v.Theirs) > 0 {
		nouns = append(nouns, &career.Feedback{ID: career.FeedbackID(y.id()), Employer: f.id, Visit: v.ID, On: day, By: v.Theirs[0].Name,
			Overall: y.from(3, 5), Knowledge: y.from(2, 5), Practice: y.from(2, 5), Attitude: y.from(3, 5), Words: pick(y.dice, opinion)})
	}
	if y.some(70) {
		nouns = append(nouns, y.agreement(v, f))
	}
	return nouns
}

// commitment makes a promise of either side. Old ones are mostly kept, some were
// given up or forgotten.
func (y *synth) commitment(v *career.Visit, about course) *career.Commitment {
	day := v.From.Date()
	c := &career.Commitment{ID: career.CommitmentID(y.id()), Employer: v.Employer(), Visit: v.ID, Side: career.Ours, Due: day.Add(y.from(14, 180)),
		What: fmt.Sprintf(pick(y.dice, oursDo), about.name), Owner: v.Ours[len(v.Ours)-1].Name}
	if len(v.Theirs) > 0 && y.some(550) {
		c.Side, c.What, c.Owner = career.Theirs, fmt.Sprintf(pick(y.dice, theirsDo), about.name), pick(y.dice, v.Theirs).Name
	}
	if y.some(40) {
		c.Due = ""
	}
	settled := 250
	switch {
	case day.Add(240) < y.Today:
		settled = 970
	case c.Due < y.Today:
		settled = 700
	}
	if !y.some(settled) {
		return c
	}
	c.Done, c.Result = day.Add(1+y.dice.IntN(min(200, day.Until(y.Today)))), "已办结"
	if c.Dropped = y.some(25); c.Dropped {
		c.Result = "情况变化，双方同意终止"
	}
	return c
}

// agreement makes what was agreed at a visit: signed soon after, or only
// intended.
func (y *synth) agreement(v *career.Visit, f *firm) *career.Agreement {
	a := &career.Agreement{ID: career.AgreementID(y.id()), Employer: f.id, Visit: v.ID, Sort: career.AgreementKinds[y.dice.IntN(5)]}
	a.Title = f.short() + bonds[a.Sort]
	if signed := v.From.Date().Add(y.dice.IntN(60)); signed <= y.Today && y.some(900) {
		a.Signed, a.Until = signed, signed.Add(365*y.from(1, 5))
	}
	return a
}
