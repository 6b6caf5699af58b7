package sample

import (
	"fmt"

	"visitdesk/data/career"
)

// A holder is one row of the list of people at employers.
type holder struct {
	short, name, pinyin, title, unit string
	alumnus                          int    // the class, if the person studied with us
	letter                           string // and the major
}

// holders are the people at the employers, each employer's in protocol order.
// All are invented.
var holders = []holder{
	{flagshipName, "沈怀谦", "Shěn Huáiqiān", "董事长兼总经理", "", 0, ""},
	{flagshipName, "阿卜杜拉·买买提", "Ābǔdùlā Mǎimǎití", "生产副总经理", "生产中心", 0, ""},
	{flagshipName, "陈𬭎", "Chén Hóng", "人力资源总监", "人力资源部", 0, ""},
	{flagshipName, "𠮷田健一", "Jítián Jiànyī", "技术中心主任", "技术中心", 0, ""},
	{flagshipName, "王㛃", "Wáng Jié", "招聘主管", "人力资源部", 0, "A"},
	{flagshipName, "宁书航", "Nìng Shūháng", "", "机器人事业部", 0, "C"},
	{"岑远控股", "沈怀安", "", "总裁", "", 0, ""},
	{"衡沐电气", "祁东野", "", "总经理", "", 0, ""},
	{"衡沐电气", "费雨桐", "", "人事经理", "综合管理部", 2018, "B"},
	{"砚舟软件", "纪舒禾", "", "人力资源总监", "人力资源部", 0, ""},
	{"砚舟软件", "桑榆", "", "项目总监", "对日事业部", 2015, "D"},
	{"朗岫铸造", "耿长河", "", "厂长", "", 0, ""},
	{"澄垣机床", "裴国栋", "", "党委副书记", "", 0, ""},
	{"澄垣机床", "柳青禾", "", "人力资源部部长", "人力资源部", 0, ""},
	{"澄垣机床", "尚北辰", "", "装配车间主任", "装配一车间", 2014, "A"},
	{"屹澜重工", "鲍振川", "", "副总经理", "", 0, ""},
	{"屹澜重工", "霍晓峰", "", "招聘主管", "人力资源部", 0, ""},
	{"珩川汽车", "施密特·汉斯", "Shīmìtè Hànsī", "总经理", "", 0, ""},
	{"珩川汽车", "应知夏", "", "人力资源经理", "人力资源部", 0, ""},
	{"沅启能源", "骆以宁", "", "总经理助理", "", 0, ""},
	{"霁原物流", "舒望", "", "人事主管", "", 2019, "H"},
	{"樾图地理", "蓝田玉", "", "创始人", "", 0, ""},
	{"钧槐轨道", "佟铁山", "", "人力资源部部长", "人力资源部", 0, ""},
	{"钧槐轨道", "关雪松", "", "校招主管", "人力资源部", 0, ""},
	{"恪山药业", "盛怀瑾", "", "行政总监", "", 0, ""},
	{"泓垚环保", "米振华", "", "总经理", "", 0, ""},
	{"景迦电子", "庄明峻", "", "厂长", "", 0, ""},
	{"景迦电子", "翁芷若", "", "招聘经理", "人力资源处", 0, ""},
	{"骐砺动力", "渡边诚", "Dùbiān Chéng", "总经理", "", 0, ""},
	{"骐砺动力", "滕晓岚", "", "总务课长", "总务课", 2013, "F"},
	{"昱舟新能源", "车立国", "", "场站站长", "", 0, ""},
	{"弘榆建设", "鞠文彬", "", "人力资源部副部长", "人力资源部", 0, ""},
	{"瀚榕食品", "简静怡", "", "人力资源经理", "", 0, ""},
	{"铄衡检测", "符永宁", "", "技术负责人", "", 2016, "B"},
	{"芮航航空", "项北川", "", "制造部部长", "制造部", 0, ""},
	{"芮航航空", "明月华", "", "人力资源主管", "综合部", 0, ""},
	{"棠溪教育", "左亦然", "", "校长", "", 0, ""},
	{"奕榛银行", "边慧敏", "", "人力资源部总经理", "人力资源部", 0, ""},
	{"崧岚机器人", "岳临风", "", "HRBP", "", 0, ""},
	{"崧岚机器人", "诸葛望舒", "", "应用工程部经理", "应用工程部", 2017, "C"},
	{"墨桉信息", "司徒静", "", "招聘经理", "", 0, ""},
	{"翎越智联", "凌子墨", "", "产品总监", "", 0, ""},
	{"晏禾农业", "苗春生", "", "经理", "", 0, ""},
	{"予衡会计", "管正清", "", "主任会计师", "", 0, ""},
	{"嘉垣酒店", "花映雪", "", "总经理", "", 0, ""},
	{"祺睿医疗", "晋安然", "", "副总经理", "", 0, ""},
	{"卓峤船舶", "阮海涛", "", "人力资源部部长", "人力资源部", 0, ""},
	{"阔屿贸易", "褚一帆", "", "业务经理", "", 2018, "J"},
	{"聿辰设计", "臧小满", "", "设计总监", "", 2017, "I"},
	{"沐桁热力", "仲和平", "", "办公室主任", "", 0, ""},
	{"珞珩半导体", "冷锋", "", "总经理", "", 0, ""},
	{"珞珩半导体", "白鹭", "", "人事行政经理", "人事行政部", 0, ""},
	{"峻朴矿业", "石满仓", "", "矿长", "", 0, ""},
	{"澜翊电缆", "齐思远", "", "副总经理", "", 0, ""},
	{"柏垚仪表", "牟青云", "", "总工程师", "", 0, ""},
	{"柏垚仪表", "佘秋实", "", "人事专员", "", 0, ""},
	{"第九中学", "宫雅琴", "", "校长", "", 0, ""},
}

// moves are people who changed to another employer: they held a post there
// before the one of holders.
var moves = []struct {
	name, was, title string
	days             int // ago
}{
	{"柳青禾", "弘榆建设", "招聘主管", 520},
	{"明月华", "衡沐电气", "人事专员", 260},
	{"白鹭", "祺睿医疗", "人事主管", 400},
	{"应知夏", "景迦电子", "培训主管", 700},
}

// gone are people whose post has ended and who have no other.
var gone = map[string]int{"仲和平": 45, "米振华": 120}

// people adds the people of the employers, with the general manager of 2023.
func (o *office) people() {
	rank := map[string]int{}
	for i, h := range holders {
		rank[h.short]++
		c := &career.Contact{
			Name:   h.name,
			Pinyin: h.pinyin,
			Mobile: fmt.Sprintf("1390000%04d", 2001+i),
			Posts:  []career.Post{{Employer: o.employers[h.short].ID, Title: h.title, Department: h.unit, Rank: rank[h.short], From: o.ago(900 + i*17%600)}},
			Tags:   tagged(h.title, contactMarks),
			Kept:   kept,
		}
		if i%4 == 1 {
			c.Email = fmt.Sprintf("p%02d@example.com", i+1)
		}
		if h.alumnus != 0 {
			c.Graduate = o.alumnus(h.name, h.alumnus, courseOf(h.letter)).ID
			c.Tags = append(c.Tags, "校友")
		}
		if h.short == flagshipName {
			o.flagshipContact(c, i, h)
		} else if i%4 == 0 {
			c.Phone = fmt.Sprintf("024-0000%04d", 3000+i)
		}
		c.ID = career.ContactID(o.id())
		if days, left := gone[h.name]; left {
			c.Posts[0].To = o.ago(days)
		}
		o.contacts[c.Name] = c
		o.add(c)
	}
	for _, m := range moves {
		c := o.contacts[m.name]
		c.Posts[0].From = o.ago(m.days)
		c.Posts = append(c.Posts, career.Post{Employer: o.employers[m.was].ID, Title: m.title, Rank: 2, From: o.ago(m.days + 800), To: o.ago(m.days + 1)})
	}
	manager := &career.Contact{ID: career.ContactID(o.id()), Name: qiao, Kept: kept,
		Posts: []career.Post{{Employer: o.employers["Johon Huayi"].ID, Title: "总经理"}}}
	o.contacts[qiao] = manager
	o.add(manager)
}

// flagshipContact gives the people of tomorrow's visit what a briefing shows of
// them: a photo, and two of them years with us.
func (o *office) flagshipContact(c *career.Contact, i int, h holder) {
	if h.name != "宁书航" {
		c.Photo = portrait(i + 2)
	}
	switch h.name {
	case "沈怀谦":
		c.WeChat, c.Public = "shq-example", true
		c.Note = "喜欢直奔主题；对“顶岗实习”一词敏感，宜说“毕业实习”。"
	case "王㛃":
		g := o.alumnus(h.name, o.last-7, courseOf(h.letter))
		o.hire(g, courseOf(h.letter))
		c.Graduate = g.ID
	case "宁书航":
		g := o.alumnus(h.name, o.last-4, courseOf(h.letter))
		o.hire(g, courseOf(h.letter))
		c.Graduate = g.ID
	}
}

// alumnus adds a graduate of an earlier class.
func (o *office) alumnus(name string, year int, c course) *career.Graduate {
	g := o.graduate(year, 200+o.count%700, c)
	g.Name = name
	return g
}

// theirs returns the named contacts as participants of a visit, with the
// titles they held.
func (o *office) theirs(names ...string) []career.Participant {
	list := make([]career.Participant, len(names))
	for i, name := range names {
		c := o.contacts[name]
		list[i] = career.Participant{Name: c.Name, Title: c.Posts[0].Title, Phone: c.Mobile, Contact: c.ID}
		for _, e := range o.employers {
			if e.ID == c.Posts[0].Employer {
				list[i].Unit = e.Name
			}
		}
	}
	return list
}
