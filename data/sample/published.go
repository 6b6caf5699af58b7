package sample

import "visitdesk/data/career"

// Names in the spelling of the published reports.
const (
	johon = "Johon Huayi (Shenyang) Electronic Technology Co., Ltd"
	qiao  = "Qiao Dongxu"
)

// The reports the two records are taken from, by title.
const (
	visitReport   = "SIT launched 2023 special campaign for secretaries and presidents to visit enterprises to promote employment（2023-03-14 发布，Translated by Basic Courses Department）"
	meetingReport = "Our school held a meeting to promote employment work in the spring semester of 2022（Ma Bi zhuo）"
)

// published adds the visit and the meeting that the universities reported. What
// the reports do not say stays empty.
func (o *office) published() {
	v := &career.Visit{
		ID:        career.VisitID(o.id()),
		Direction: career.In,
		Mode:      career.OnSite,
		Campaign:  o.campaign2023,
		LedBy:     o.colleagues["Li Kangju"].ID,
		From:      "2023-03-08",
		Employers: []career.EmployerID{o.employers["Johon Huayi"].ID},
		Purpose:   "落实“2023 年高校毕业生春季促就业行动”要求，邀请企业来校洽谈合作，广泛拓宽就业渠道和岗位，推动毕业生高质量充分就业。",
		Asks: []string{
			"挖掘岗位，吸纳我校毕业生稳定就业。",
			"介绍对毕业生知识、能力、素质的要求，增强学校人才培养的针对性和适应性。",
			"在现有良好合作基础上，全面深化校企合作与供需对接，建立常态化交流合作机制。",
		},
		Agenda: []career.AgendaLine{
			{Item: "参观", Content: "先进制造技术中心、电气实训中心"},
			{Item: "洽谈", Content: "2023 届毕业生供需对接"},
			{Item: "洽谈", Content: "2024 届毕业生毕业实习"},
			{Item: "洽谈", Content: "校企深度合作"},
		},
		Ours: []career.Participant{
			{Name: "Li Kangju", Title: "校长", Unit: "沈阳工学院", Colleague: o.colleagues["Li Kangju"].ID},
			{Name: "学校有关部门、学院负责人", Unit: "沈阳工学院"},
		},
		Theirs: []career.Participant{
			{Name: qiao, Title: "总经理", Unit: johon, Contact: o.contacts[qiao].ID},
			{Name: "随行人员", Unit: johon},
		},
		Minutes: career.Minutes{
			Outer: "3 月 8 日，Johon Huayi (Shenyang) Electronic Technology Co., Ltd 总经理 Qiao Dongxu 一行应邀来校，与校长 Li Kangju 洽谈合作，学校有关部门、学院负责人参加。\n" +
				"洽谈前，Qiao Dongxu 一行参观了先进制造技术中心和电气实训中心。\n" +
				"Li Kangju 详细介绍了学校的专业特色、办学成果和 2023 届毕业生基本情况。他表示，要广开就业渠道和岗位，在该公司挖掘岗位，吸纳毕业生稳定就业；要深入了解企业对毕业生知识、能力、素质的要求，增强学校人才培养的针对性和适应性。他希望双方以此次洽谈交流为契机，全面深化校企合作与供需对接，拓展合作的广度和深度，在现有良好合作基础上建立常态化交流合作机制，为企业输送所需的优秀人才，促进毕业生更加充分、更高质量就业。\n" +
				"Qiao Dongxu 介绍了公司发展情况和人才需求，对学校人才培养质量给予高度认可，希望进一步巩固合作基础，在人才培养、科技创新、实习就业等方面深化合作，进一步推动产教融合，促进双方共同发展。\n" +
				"双方围绕 2023 届毕业生供需对接、2024 届毕业生毕业实习、校企深度合作进行了广泛深入的交流。",
			By: "学校新闻",
			On: "2023-03-14",
		},
		Note: "来源：" + visitReport,
		Kept: kept,
	}
	o.add(v)
	o.promotionMeeting()
}

// promotionMeeting adds the meeting of another university: the model of an
// internal meeting's record.
func (o *office) promotionMeeting() {
	o.add(&career.Meeting{
		ID:        career.MeetingID(o.id()),
		Title:     "2022 年春季学期就业工作推进会",
		Organiser: "大连外国语大学（Dalian University of Foreign Languages）",
		From:      "2022-02-24",
		Attendees: []career.Attendee{
			{Name: "Wang Weichen", Title: "党委书记"},
			{Name: "Liu Hong", Title: "校长"},
			{Name: "Chang Junyue", Title: "副校长"},
			{Name: "Jing Shuiqin", Title: "招生就业处处长"},
			{Title: "有关职能部门负责人"},
			{Title: "二级学院书记、院长、主管就业工作副书记"},
			{Title: "全体毕业年级辅导员"},
		},
		Items: []career.MeetingItem{
			{Speaker: "Jing Shuiqin", Title: "招生就业处处长", Topic: "传达教育部、省教育厅就业工作相关会议精神和文件要求"},
			{Speaker: "英语学院、新闻与传播学院、商学院、国际艺术学院", Topic: "就就业工作开展情况和有效推进就业工作的举措作交流"},
			{Speaker: "Chang Junyue", Title: "副校长", Topic: "报告《攻坚克难 抢抓机遇 稳步推进 实现就业目标》", Points: []string{
				"肯定 2021 年取得的成绩，感谢就业队伍的付出，通报 2022 届毕业生就业工作进展，明确 2022 届就业目标。",
				"要求一：就业统计有“数字”。",
				"要求二：就业教育有“途径”。",
				"要求三：就业市场有“实效”。",
			}},
			{Speaker: "Liu Hong", Title: "校长", Topic: "讲话：就业工作受到社会各方面关注，是学校的重点工作，是人才培养质量和教学成果的体现和标志；新学期伊始召开会议，早动员、早部署、早落实，力争实现就业目标", Points: []string{
				"意见一：增强使命感和紧迫感，正确理解和运用“三包”责任制的内涵和外延，提高责任意识，确保更加充分就业。",
				"意见二：增强拓岗开源意识，创新思路，实现高质量就业。",
				"意见三：增强服务和指导，提高精准施策水平。",
				"意见四：落实促就业各项举措，确保就业工作扎实有效。",
			}},
		},
		Done:   []string{"完善工作机制", "建强就业队伍", "巩固就业市场", "开展就业调研", "开展就业指导", "做好就业服务保障"},
		Source: meetingReport,
		Kept:   kept,
	})
}
