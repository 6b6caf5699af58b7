package sample

import (
	"fmt"

	"visitdesk/data/career"
)

// university adds our own house, the campaigns and the two classes.
func (o *office) university() {
	o.add(&career.University{
		ID:           career.UniversityID(o.id()),
		Name:         "沈阳工学院",
		EnglishName:  "Shenyang Institute of Technology",
		Office:       "就业指导服务中心",
		Phone:        "024-0000 1219",
		Introduction: "学校面向装备制造、电子信息和现代服务业培养应用型人才。",
		Characteristics: []string{
			"专业设置对接装备制造与电子信息产业，工科专业均开设企业课程模块。",
			"先进制造技术中心、电气实训中心面向合作企业开放，可承接岗前实训和联合课题。",
		},
		Achievements: []string{
			"2023年专项行动启动以来已与219家用人单位洽谈（2023年3月公布）。",
			"建立议定事项台账，双方承诺逐项跟踪、逐条核对。",
		},
		Scheme: "cn_2024",
		Kept:   kept,
	})
	o.campaign2023 = career.CampaignID(o.id())
	o.add(&career.Campaign{
		ID:     o.campaign2023,
		Name:   "2023年书记校长访企拓岗促就业专项行动",
		Source: "教育部办公厅《关于开展2023年高校毕业生春季促就业行动的通知》（据学校报道译）",
		Quotas: []career.Quota{{What: "已开展洽谈的用人单位", Done: 219, On: "2023-03-14", Source: "学校新闻，2023-03-14发布"}},
		Next: []string{
			"校领导班子成员继续走访用人单位，“走出去”与“请进来”、“实地走访”与“线上交流”相结合。",
			"广泛开展社会需求与毕业生就业状况调研，充分吸纳用人单位反馈和毕业生意见建议。",
			"进一步深化教育教学改革与校企合作，提高人才培养与社会需求的契合度，为毕业生就业搭建更广阔的平台。",
		},
		Kept: kept,
	})
	o.campaign = career.CampaignID(o.id())
	o.add(&career.Campaign{
		ID:     o.campaign,
		Name:   fmt.Sprintf("%d届书记校长访企拓岗专项行动", o.next),
		From:   o.ago(75),
		To:     o.today.Add(200),
		Source: "学校年度工作要点",
		Quotas: []career.Quota{
			{What: "书记、校长走访用人单位（家）", Target: 100, Done: 41, On: o.ago(3), Source: "走访台账"},
			{What: "校领导班子成员走访用人单位（家）", Target: 100, Done: 63, On: o.ago(3), Source: "走访台账"},
			{What: "新开拓就业岗位（个）", Target: 1500, Done: 862, On: o.ago(3), Source: "走访台账"},
		},
		Next: []string{
			"年底前完成装备制造重点单位回访，逐条核对双方议定事项。",
			"寒假前召开重点专业供需对接会，把岗位送到尚未落实去向的毕业生手中。",
		},
		Kept: kept,
	})
	o.add(&career.Cohort{
		ID: career.CohortID(o.id()), Year: o.last, Kept: kept,
		Introduction: fmt.Sprintf("%d届毕业生以工科为主，省内生源约占六成，多数在辽宁及京津冀、长三角就业。", o.last),
	})
	o.add(&career.Cohort{
		ID: career.CohortID(o.id()), Year: o.next, Kept: kept,
		Introduction: fmt.Sprintf("%d届毕业生分布在7个学院13个专业，工科占八成。", o.next),
	})
}

// leaders are our people in protocol order. All are invented.
var leaders = []struct{ name, pinyin, title, unit string }{
	{"顾明哲", "Gù Míngzhé", "校长", "学校"},
	{"温以恒", "Wēn Yǐhéng", "党委书记", "学校"},
	{"沈若谷", "Shěn Ruògǔ", "副校长", "学校"},
	{"单云舟", "Shàn Yúnzhōu", "院长", "机械工程学院"},
	{"曾令仪", "Zēng Lìngyí", "党总支书记", "电气与控制学院"},
	{"邵景行", "Shào Jǐngxíng", "主任", "就业指导服务中心"},
	{"仇雅南", "Qiú Yǎnán", "副院长", "信息工程学院"},
	{"查正言", "Zhā Zhèngyán", "院长", "经济管理学院"},
	{"区静宜", "Ōu Jìngyí", "副主任", "就业指导服务中心"},
	{"解晓棠", "Xiè Xiǎotáng", "毕业班辅导员", "机械工程学院"},
	{"韩立诚", "Hán Lìchéng", "毕业班辅导员", "电气与控制学院"},
	{"乌云塔娜", "Wūyún Tǎnà", "就业干事", "就业指导服务中心"},
}

// staff adds our people, and the president of 2023 as the report names him.
func (o *office) staff() {
	for i, l := range leaders {
		c := &career.Colleague{
			ID:         career.ColleagueID(o.id()),
			Name:       l.name,
			Pinyin:     l.pinyin,
			Title:      l.title,
			Department: l.unit,
			Rank:       i + 1,
			Mobile:     fmt.Sprintf("1390000%04d", 1001+i),
			Email:      fmt.Sprintf("staff%02d@example.edu.cn", i+1),
			Public:     i < 3,
			Photo:      portrait(i),
			Kept:       kept,
		}
		if i >= 6 {
			c.Photo = nil // not everybody sends one
		}
		o.colleagues[c.Name] = c
		o.add(c)
	}
	president := &career.Colleague{
		ID: career.ColleagueID(o.id()), Name: "Li Kangju", Title: "校长（2023年3月时任）", Public: true, Kept: kept}
	o.colleagues[president.Name] = president
	o.add(president)
}

// ours returns the named colleagues as participants of a visit.
func (o *office) ours(names ...string) []career.Participant {
	list := make([]career.Participant, len(names))
	for i, name := range names {
		c := o.colleagues[name]
		list[i] = career.Participant{Name: c.Name, Title: c.Title, Unit: c.Department, Phone: c.Mobile, Colleague: c.ID}
		if c.Department == "学校" {
			list[i].Unit = "沈阳工学院"
		}
	}
	return list
}
