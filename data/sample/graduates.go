package sample

import (
	"fmt"
	"strings"

	"visitdesk/data/career"
)

// A course is a major with where it is taught and what its graduates do.
type course struct {
	letter  string
	name    string
	faculty string
	degree  career.Degree
	share   int // of each hundred graduates
	jobs    []string
}

// courses are our majors. A company names those it hires by their letters.
var courses = []course{
	{"A", "机械设计制造及其自动化", "机械工程学院", "31", 17, []string{"机械工程师", "工艺技术员", "装配工艺员", "数控编程员"}},
	{"B", "电气工程及其自动化", "电气与控制学院", "31", 13, []string{"电气工程师", "电气调试员", "变配电运维员"}},
	{"C", "自动化", "电气与控制学院", "31", 11, []string{"自动化工程师", "PLC调试工程师", "现场服务工程师"}},
	{"D", "计算机科学与技术", "信息工程学院", "31", 12, []string{"Java开发工程师", "测试工程师", "运维工程师"}},
	{"E", "软件工程", "信息工程学院", "31", 9, []string{"软件开发工程师", "前端工程师", "实施顾问"}},
	{"F", "材料成型及控制工程", "机械工程学院", "31", 6, []string{"铸造工艺员", "焊接技术员", "质检员"}},
	{"G", "电子信息工程", "信息工程学院", "31", 7, []string{"硬件测试工程师", "嵌入式开发工程师"}},
	{"H", "物流管理", "经济管理学院", "31", 5, []string{"仓储主管", "供应链专员"}},
	{"I", "工业设计", "艺术设计学院", "31", 3, []string{"结构设计师", "产品设计师"}},
	{"J", "英语", "外国语学院", "31", 4, []string{"外贸业务员", "日英翻译助理", "英语教师"}},
	{"K", "会计学", "经济管理学院", "31", 6, []string{"会计", "审计助理", "柜员"}},
	{"L", "生物工程", "生命工程学院", "31", 3, []string{"检验员", "工艺员"}},
	{"M", "机电一体化技术", "机械工程学院", "41", 4, []string{"设备维修技术员", "装配技师"}},
}

func courseOf(letter string) course {
	for _, c := range courses {
		if c.letter == letter {
			return c
		}
	}
	return courses[0]
}

const (
	surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
	given1   = "子梓浩宇思雨佳欣嘉俊泽博文天一诗语晨若心明志建晓雪海鹏丽雅婷凯瑞轩铭可艺"
	given2   = "涵轩然怡琪豪睿萱宁阳辰妍航彤鑫杰颖楠哲悦琳凡博雯宸洋昊蕾璇峰"
)

// rare are names that a program must not break.
var rare = []string{"𠮷田健", "阿卜杜拉·买买提江", "欧阳若曦", "王𬭎博", "赵㛃", "古丽米热·阿布都热西提", "司马予安", "牛犇骉", "单雨桐", "仇子涵", "尼玛次仁", "李䶮"}

// places that graduates come from, the near ones more often.
var places = []string{"辽宁省沈阳市", "辽宁省沈阳市", "辽宁省抚顺市", "辽宁省铁岭市", "辽宁省鞍山市", "辽宁省大连市", "辽宁省朝阳市", "辽宁省锦州市", "吉林省四平市", "黑龙江省绥化市", "内蒙古自治区通辽市", "河北省唐山市", "山东省潍坊市", "河南省周口市", "新疆维吾尔自治区喀什地区", "安徽省阜阳市"}

// classSize is how many graduates each of the two classes has.
const classSize = 200

// classes adds the two classes with what became of them so far. The first few
// of some majors go to the flagship.
func (o *office) classes() {
	hires := map[int]map[string]int{o.last: {"A": 4, "B": 2, "C": 3}, o.next: {"A": 2, "C": 1}}
	for _, year := range []int{o.last, o.next} {
		n := 0
		for _, c := range courses {
			for i := range c.share * classSize / 100 {
				n++
				g := o.graduate(year, n, c)
				switch {
				case i < hires[year][c.letter]:
					o.hire(g, c)
				case year == o.last:
					o.leaver(g, c)
				default:
					o.senior(g, c)
				}
			}
		}
	}
}

// graduate adds the n-th graduate of a class.
func (o *office) graduate(year, n int, c course) *career.Graduate {
	name := o.name()
	if n%16 == 0 && (year == o.last) == (n/16%2 == 0) {
		name = rare[n/16%len(rare)]
	}
	g := &career.Graduate{
		ID:        career.GraduateID(o.id()),
		StudentNo: fmt.Sprintf("%d%s%03d", year-4, strings.ToUpper(c.letter), n),
		Name:      name,
		Cohort:    year,
		Faculty:   c.faculty,
		Major:     c.name,
		Degree:    c.degree,
		Class:     fmt.Sprintf("%s%02d%02d", string([]rune(c.name)[:2]), (year-4)%100, 1+n%2),
		Origin:    pick(o.dice, places),
		Mobile:    fmt.Sprintf("1390001%04d", o.count%10000),
		Kept:      kept,
	}
	o.add(g)
	return g
}

// name returns the name of an invented person.
func (o *office) name() string {
	name := string(pick(o.dice, []rune(surnames)))
	if o.dice.IntN(100) < 78 {
		name += string(pick(o.dice, []rune(given1)))
	}
	return name + string(pick(o.dice, []rune(given2)))
}

// leaver says what became of a graduate of last summer's class: first
// undecided in May, then mostly settled by the end of August.
func (o *office) leaver(g *career.Graduate, c course) {
	summer := career.Date(fmt.Sprintf("%d-08-31", o.last))
	if summer > o.today {
		summer = o.today
	}
	switch roll := o.dice.IntN(100); {
	case roll < 10:
		o.outcome(g, "70", summer, "辅导员回访")
	case roll < 13:
		o.outcome(g, "71", summer, "辅导员回访")
	case roll < 22:
		o.outcome(g, "80", summer, "录取名册")
	case roll < 24:
		o.outcome(g, "85", summer, "本人提供录取通知")
	case roll < 26:
		o.outcome(g, "46", summer, "武装部名册")
	case roll < 28:
		o.outcome(g, "50", summer, "项目办名册")
	case roll < 30:
		o.outcome(g, "76", summer, "本人说明")
	case roll < 31:
		o.outcome(g, "75", summer, "营业执照")
	default:
		if o.dice.IntN(4) == 0 { // a change kept as history
			o.outcome(g, "70", summer.Add(-92), "就业系统")
		}
		o.employ(g, c, pick(o.dice, []career.OutcomeCode{"10", "10", "10", "11", "11", "12"}), summer.Add(-o.dice.IntN(60)))
	}
}

// senior says what is known of a graduate of next summer's class: most are
// still looking, or nobody knows.
func (o *office) senior(g *career.Graduate, c course) {
	switch roll := o.dice.IntN(100); {
	case roll < 58:
		o.outcome(g, "70", o.ago(10+o.dice.IntN(20)), "就业意向摸底")
	case roll < 76: // nobody knows yet
	case roll < 82:
		o.outcome(g, "71", o.ago(15), "就业意向摸底")
	case roll < 84:
		o.outcome(g, "80", o.ago(25), "推免名单")
	default:
		o.employ(g, c, "10", o.ago(1+o.dice.IntN(40)))
	}
}

// outcome adds an outcome without an employer.
func (o *office) outcome(g *career.Graduate, code career.OutcomeCode, on career.Date, source string) {
	o.add(&career.Outcome{ID: career.OutcomeID(o.id()), Graduate: g.ID, Code: code, On: on, Source: source, Kept: kept})
}

// employ adds an outcome at one of the companies that hire the major, or now
// and then at an employer that nobody keeps.
func (o *office) employ(g *career.Graduate, c course, code career.OutcomeCode, on career.Date) {
	var choices []company
	for _, co := range companies {
		// classes sends the flagship its own
		if strings.Contains(co.hires, c.letter) && co.short != flagshipName {
			choices = append(choices, co)
		}
	}
	out := &career.Outcome{
		ID: career.OutcomeID(o.id()), Graduate: g.ID, Code: code, Job: pick(o.dice, c.jobs),
		Pay: 4200 + 100*o.dice.IntN(38), On: on, Source: "就业系统", Kept: kept,
	}
	if code != "12" {
		out.Evidence = "就业协议书或劳动合同"
	}
	if len(choices) == 0 || o.dice.IntN(6) == 0 {
		out.EmployerName = pick(o.dice, []string{"沈阳霖岳机电设备有限公司", "大连湛沣自动化有限公司", "天津岭芮科技有限公司", "青岛砺衍精密机械有限公司"})
	} else {
		co := pick(o.dice, choices)
		e := o.employers[co.short]
		out.Employer, out.EmployerName, out.Place = e.ID, co.name, co.place
	}
	o.add(out)
}
