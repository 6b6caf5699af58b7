package sample

import (
	"fmt"

	"visitdesk/data/career"
)

// flagship adds tomorrow's visit and all that led to it: every section of its
// briefing has something to say. The car and the title of one of their people
// are left open, so that the list of what is missing has too.
func (o *office) flagship() {
	at := o.employers[flagshipName].ID
	past := o.flagshipPast(at)
	o.tomorrow(at)
	o.flagshipPromises(at, past)
	o.flagshipDemands(at, past)
	o.flagshipTies(at, past)
	o.flagshipGraduates()
}

// tomorrow adds the visit that the president makes tomorrow.
func (o *office) tomorrow(at career.EmployerID) {
	day := o.today.Add(1)
	next := fmt.Sprint(o.next)
	theirs := o.theirs("沈怀谦", "阿卜杜拉·买买提", "陈𬭎", "王㛃")
	theirs[3].OnSite = true
	o.add(&career.Visit{
		ID:        career.VisitID(o.id()),
		Direction: career.Out,
		Mode:      career.OnSite,
		Campaign:  o.campaign,
		Tags:      []string{"重点"},
		LedBy:     o.colleagues["顾明哲"].ID,
		From:      day.At("09:30"),
		To:        day.At("11:30"),
		Place:     "企业1号楼三层第一会议室",
		Employers: []career.EmployerID{at},
		Purpose:   "落实" + next + "届毕业生岗位和毕业实习名额，核对上次议定事项的办理情况，商定共建智能装备实训班的框架，听取企业对我校毕业生能力素质的意见。",
		Asks: []string{
			"机械、电气、自动化类 " + next + "届岗位不少于25个，其中10个下月校园招聘会上签约。",
			"接收20名学生毕业实习，统一提供住宿并指定带教师傅。",
			"确认智能装备实训班的设备投入和企业授课教师人选。",
		},
		Attention: "对方承诺的两台实训机器人已逾期未到校，我方须当面了解原因，但不宜当众催问；由邵景行会前与陈𬭎先行沟通。",
		Agenda: []career.AgendaLine{
			{At: "09:30–09:40", Item: "到达", Content: "企业负责人迎接，介绍双方人员", Responsible: "王㛃", Place: "1号楼北门"},
			{At: "09:40–10:15", Item: "参观", Content: "总装车间、机器人工作站调试区，看望在岗校友", Responsible: "阿卜杜拉·买买提", Place: "总装车间"},
			{At: "10:15–11:10", Item: "座谈", Content: "双方介绍情况，逐条核对议定事项", Responsible: "沈怀谦、顾明哲", Place: "第一会议室"},
			{At: "11:10–11:30", Item: "议定", Content: "宣读本次议定事项，确认负责人和期限；合影", Responsible: "邵景行、陈𬭎", Place: "第一会议室"},
		},
		Logistics: career.Logistics{
			Departure: "08:40办公楼南门集合，08:45发车",
			Route:     "沈中大街、全运路，约40分钟",
			Dress:     "正装；进车间戴工帽",
			Gifts:     "校徽纪念牌、手绘校园明信片",
			Material:  "专业介绍册、生源表、方案草案",
		},
		Points: o.flagshipPoints(next),
		Ours:   o.ours("顾明哲", "单云舟", "曾令仪", "邵景行"),
		Theirs: theirs,
		Note:   "会前一天晚八点前与王㛃再确认车牌和访客登记；校长随后14:00另有会议，务必11:40前返程。",
		Kept:   kept,
	})
}

// flagshipPoints are the talking points of tomorrow's visit.
func (o *office) flagshipPoints(next string) []career.Point {
	return []career.Point{
		{Kind: career.Say, Text: "感谢企业五年来接收我校毕业生，今天在车间见到的校友是双方合作最好的说明。"},
		{Kind: career.Say, Text: next + "届机械、电气、自动化类学生已完成金工和电工实训，下月起可以进厂实习，时间上能与企业四季度排产衔接。"},
		{Kind: career.Say, Text: "实训班不另收学费、不改变学籍，企业参与选拔和考核，结业成绩计入学分。"},
		{Kind: career.Ask, Text: next + "届实际招聘计划是多少，机器人事业部新厂区投产后还会增加哪些岗位？"},
		{Kind: career.Ask, Text: "入职第一年离开的毕业生主要出于什么原因，学校在实习阶段能提前做什么？"},
		{Kind: career.Ask, Text: "机器人离线编程、工业视觉两门课，企业能否派工程师承担三分之一学时？"},
		{Kind: career.Avoid, Text: "不谈对方与其他院校的冠名班条件，不比较待遇。"},
		{Kind: career.Avoid, Text: "不当场承诺具体实习人数，以学院核定的名额为准。"},
		{Kind: career.Expect, Text: "学校能否保证实习生至少连续在岗四个月？——可答：按新版培养方案连续16周，毕业设计可在企业完成。"},
		{Kind: career.Expect, Text: "能否把电气专业面试提前到本月？——可答：可以，教室和学生由就业指导服务中心统一安排。"},
		{Kind: career.Sensitive, Text: "去年冬季两名实习生因加班问题提前返校，双方已妥善处理，对方主动提及时表示感谢即可。"},
		{Kind: career.Sensitive, Text: "企业正在上市辅导期，经营数据以其公开口径为准，不追问。"},
	}
}

// flagshipPast adds the earlier visits, the newest first.
func (o *office) flagshipPast(at career.EmployerID) []career.VisitID {
	visits := []*career.Visit{
		{
			Direction: career.Out, Mode: career.OnSite, LedBy: o.colleagues["沈若谷"].ID,
			From: o.ago(127).At("14:00"), To: o.ago(127).At("16:00"), Place: "企业总装车间、第一会议室",
			Purpose: "看望毕业生，商谈实训班与设备捐赠",
			Ours:    o.ours("沈若谷", "单云舟", "邵景行"), Theirs: o.theirs("沈怀谦", "陈𬭎", "王㛃"),
			Minutes: career.Minutes{
				Outer: "双方实地查看了机器人工作站调试区，看望今年入职的毕业生。企业介绍，新厂区投产后调试和现场服务岗位缺口较大，希望提前一学期推荐学生进厂。\n" +
					"双方议定：一、企业向学校电气实训中心捐赠两台教学用六轴机器人；二、学校在一个月内提出智能装备实训班方案草案；三、企业为实习学生统一提供住宿，指定带教师傅；四、下一年度继续联合举办校园专场招聘会。",
				Inner: "设备捐赠须经董事会，时间可能推迟；电气岗位流失较多，希望推荐本地生源。",
				By:    "区静宜", On: o.ago(125),
			},
		},
		{
			Direction: career.In, Mode: career.OnSite, LedBy: o.colleagues["顾明哲"].ID,
			From: o.ago(263).At("09:00"), To: o.ago(263).At("11:30"), Place: "先进制造技术中心、行政楼第二会议室",
			Purpose: "企业来校考察，签订实习就业基地协议",
			Ours:    o.ours("顾明哲", "单云舟", "曾令仪", "邵景行"), Theirs: o.theirs("沈怀谦", "阿卜杜拉·买买提", "陈𬭎"),
			Minutes: career.Minutes{
				Outer: "沈怀谦一行参观了先进制造技术中心和电气实训中心。双方签订实习就业基地协议，商定每年接收实习学生不少于15名，毕业设计实行双导师制。",
				Inner: "企业提出实训用PLC型号偏旧，已转电气学院。",
				By:    "乌云塔娜", On: o.ago(262),
			},
		},
		{
			Direction: career.Out, Mode: career.Online, LedBy: o.colleagues["邵景行"].ID,
			From: o.ago(421).At("15:00"), To: o.ago(421).At("16:00"), Place: "视频会议",
			Purpose: "确认秋季招聘岗位20个，反馈实习表现",
			Ours:    o.ours("邵景行", "解晓棠"), Theirs: o.theirs("陈𬭎", "王㛃"),
		},
		{
			Direction: career.Out, Mode: career.OnSite, LedBy: o.colleagues["单云舟"].ID,
			From: o.ago(540).At("09:30"), Place: "企业技术中心", Purpose: "联系毕业设计课题",
			Cancelled: "企业当日有客户验厂",
		},
		{
			Direction: career.Out, Mode: career.OnSite, LedBy: o.colleagues["温以恒"].ID,
			From: o.ago(902).At("10:00"), To: o.ago(902).At("11:30"), Place: "企业老厂区", Purpose: "初次走访，首批商定机械类岗位8个",
			Ours: o.ours("温以恒", "邵景行"), Theirs: o.theirs("沈怀谦", "王㛃"),
		},
	}
	ids := make([]career.VisitID, len(visits))
	for i, v := range visits {
		v.ID, v.Employers, v.Kept = career.VisitID(o.id()), []career.EmployerID{at}, kept
		ids[i] = v.ID
		o.add(v)
	}
	return ids
}

// flagshipPromises adds what both sides promised.
func (o *office) flagshipPromises(at career.EmployerID, past []career.VisitID) {
	visits := map[int]career.VisitID{-127: past[0], -263: past[1]} // by their day from today
	for _, p := range []promise{
		{-127, career.Theirs, "捐赠两台教学机器人", "陈𬭎", -38, 0, "待董事会审批"},
		{-127, career.Ours, "送交实训班方案草案", "单云舟", -96, 0, "草案已拟"},
		{-127, career.Theirs, "为实习生安排住宿和师傅", "阿卜杜拉·买买提", 12, 0, ""},
		{-127, career.Ours, "推荐20名学生面试", "曾令仪", 9, 0, "已报14人"},
		{-127, career.Theirs, "选派工程师授课", "𠮷田健一", 0, 0, ""},
		{-263, career.Ours, "更新PLC实训台12套", "曾令仪", -150, 158, "已投用"},
		{-263, career.Theirs, "接收毕业设计学生6名", "𠮷田健一", -170, 171, "接收7名"},
	} {
		o.promise(at, visits[p.visit], p)
	}
}

// promise adds a commitment made at a visit.
func (o *office) promise(at career.EmployerID, visit career.VisitID, p promise) {
	c := &career.Commitment{
		ID: career.CommitmentID(o.id()), Employer: at, Visit: visit, Side: p.side, What: p.what, Owner: p.owner, Result: p.result, Kept: kept}
	if p.due != 0 {
		c.Due = o.today.Add(p.due)
	}
	if p.done != 0 {
		c.Done = o.ago(min(p.done, -p.visit))
	}
	o.add(c)
}

// flagshipDemands adds what they want of the coming class and wanted of those
// before. One major they want is not taught here.
func (o *office) flagshipDemands(at career.EmployerID, past []career.VisitID) {
	type demand struct {
		class, ago     int
		letter         string
		posts, interns int
		payFrom, payTo int
		note           string
	}
	for _, d := range []demand{
		{o.next, 6, "A", 12, 10, 5500, 7500, "能看懂装配图，愿意下现场"},
		{o.next, 6, "B", 8, 6, 5800, 8000, "熟悉PLC和变频器，能适应外地调试"},
		{o.next, 6, "C", 6, 4, 5800, 8200, ""},
		{o.next, 6, "", 3, 0, 6000, 8500, "焊接工艺开发，随新厂区投产到岗"},
		{o.last, 421, "A", 10, 8, 5200, 7000, ""},
		{o.last, 421, "C", 6, 4, 5500, 7500, ""},
		{o.last, 421, "B", 4, 2, 5500, 7500, ""},
	} {
		c := courseOf(d.letter)
		if d.letter == "" {
			c = course{name: "焊接技术与工程", degree: "31"}
		}
		n := &career.Demand{
			ID: career.DemandID(o.id()), Employer: at, On: o.ago(d.ago), Cohort: d.class, Major: c.name, Degree: c.degree,
			Posts: d.posts, Internships: d.interns, PayFrom: d.payFrom, PayTo: d.payTo, Note: d.note, Kept: kept,
		}
		if d.ago == 421 {
			n.Visit = past[2]
		}
		o.add(n)
	}
}

// flagshipTies adds agreements and what they think of our graduates.
func (o *office) flagshipTies(at career.EmployerID, past []career.VisitID) {
	for _, a := range []career.Agreement{
		{Visit: past[1], Sort: "base", Title: "实习就业基地合作协议", Signed: o.ago(263), Until: o.today.Add(832), Note: "每年实习15人以上"},
		{Visit: past[0], Sort: "order_class", Title: "智能装备实训班合作协议", Note: "框架待明日商定"},
		{Visit: past[4], Sort: "recruitment", Title: "校园招聘合作备忘录", Signed: o.ago(890), Until: o.ago(160), Note: "可一并续签"},
	} {
		a.ID, a.Employer, a.Kept = career.AgreementID(o.id()), at, kept
		o.add(&a)
	}
	for _, f := range []career.Feedback{
		{On: o.ago(127), Visit: past[0], By: "陈𬭎", Overall: 5, Knowledge: 4, Practice: 5, Attitude: 5, Words: "今年入职的学生上手快，能独立完成工作站调试；希望加强工业视觉和英文手册阅读。"},
		{On: o.ago(421), Visit: past[2], By: "王㛃", Overall: 4, Knowledge: 4, Practice: 5, Attitude: 4, Words: "动手能力突出，工艺文件编写需要加强。"},
	} {
		f.ID, f.Employer, f.Kept = career.FeedbackID(o.id()), at, kept
		o.add(&f)
	}
}

// earlierHires are those of the classes before the two at hand who went to the
// flagship: years before the last class, and the letters of their majors.
var earlierHires = []struct {
	back    int
	letters string
}{{3, "AAC"}, {2, "AAACB"}, {1, "AAACCB"}}

// flagshipGraduates adds ours of earlier classes who work there.
func (o *office) flagshipGraduates() {
	for _, earlier := range earlierHires {
		for _, letter := range earlier.letters {
			c := courseOf(string(letter))
			o.hire(o.alumnus(o.name(), o.last-earlier.back, c), c)
		}
	}
}

// hire adds the outcome of a graduate who went to the flagship: in the summer
// of their class or, of the coming class, some days ago.
func (o *office) hire(g *career.Graduate, c course) {
	e := o.employers[flagshipName]
	on := career.Date(fmt.Sprintf("%d-07-%02d", g.Cohort, 1+o.dice.IntN(28)))
	if on > o.today {
		on = o.ago(2 + o.dice.IntN(30))
	}
	o.add(&career.Outcome{
		ID: career.OutcomeID(o.id()), Graduate: g.ID, Code: pick(o.dice, []career.OutcomeCode{"10", "10", "11"}),
		Employer: e.ID, EmployerName: e.Name, Job: pick(o.dice, c.jobs), Place: e.Place, Pay: 5000 + 100*o.dice.IntN(25),
		On: on, Source: "就业系统", Evidence: "就业协议书", Kept: kept,
	})
}
