package sample

import (
	"math"
	"math/rand/v2"
	"strconv"

	"visitdesk/data/career"
)

// moreCourses are taught at the university of a synthetic office beside courses.
var moreCourses = []course{
	{"", "机械电子工程", "机械工程学院", "31", 8, []string{"机电工程师", "设备工程师"}}, {"", "车辆工程", "机械工程学院", "31", 7, []string{"整车测试工程师", "底盘设计工程师"}},
	{"", "工业工程", "机械工程学院", "31", 4, []string{"精益工程师", "生产计划员"}}, {"", "机器人工程", "电气与控制学院", "31", 6, []string{"机器人调试工程师", "运动控制工程师"}},
	{"", "测控技术与仪器", "电气与控制学院", "31", 5, []string{"测试工程师", "仪表工程师"}}, {"", "通信工程", "信息工程学院", "31", 7, []string{"网络优化工程师", "通信工程师"}},
	{"", "人工智能", "信息工程学院", "31", 5, []string{"算法工程师", "数据标注主管"}}, {"", "数据科学与大数据技术", "信息工程学院", "31", 5, []string{"数据分析师", "数据开发工程师"}},
	{"", "物联网工程", "信息工程学院", "31", 5, []string{"物联网工程师", "嵌入式开发工程师"}}, {"", "网络工程", "信息工程学院", "31", 4, []string{"网络运维工程师", "安全服务工程师"}},
	{"", "土木工程", "建筑工程学院", "31", 10, []string{"施工员", "结构工程师"}}, {"", "工程管理", "建筑工程学院", "31", 5, []string{"造价员", "项目助理"}},
	{"", "建筑学", "建筑工程学院", "31", 4, []string{"建筑设计师助理", "方案设计师"}}, {"", "给排水科学与工程", "建筑工程学院", "31", 3, []string{"给排水设计员", "水务技术员"}},
	{"", "化学工程与工艺", "生命工程学院", "31", 5, []string{"工艺工程师", "安全员"}}, {"", "制药工程", "生命工程学院", "31", 4, []string{"制药工艺员", "质量管理员"}},
	{"", "食品科学与工程", "生命工程学院", "31", 4, []string{"品控员", "研发助理"}}, {"", "环境工程", "生命工程学院", "31", 4, []string{"环评工程师", "污水处理技术员"}},
	{"", "市场营销", "经济管理学院", "31", 8, []string{"销售代表", "市场专员"}}, {"", "国际经济与贸易", "经济管理学院", "31", 8, []string{"外贸业务员", "跨境电商运营"}},
	{"", "人力资源管理", "经济管理学院", "31", 5, []string{"招聘专员", "薪酬专员"}}, {"", "财务管理", "经济管理学院", "31", 7, []string{"财务专员", "出纳"}},
	{"", "金融学", "经济管理学院", "31", 6, []string{"客户经理", "柜员"}}, {"", "电子商务", "经济管理学院", "31", 5, []string{"运营专员", "新媒体运营"}},
	{"", "法学", "人文与法学院", "31", 5, []string{"法务专员", "律师助理"}}, {"", "汉语言文学", "人文与法学院", "31", 5, []string{"语文教师", "文案编辑"}},
	{"", "学前教育", "人文与法学院", "31", 4, []string{"幼儿教师", "课程顾问"}}, {"", "日语", "外国语学院", "31", 3, []string{"日语翻译", "对日项目助理"}},
	{"", "视觉传达设计", "艺术设计学院", "31", 5, []string{"平面设计师", "视觉设计师"}}, {"", "环境设计", "艺术设计学院", "31", 4, []string{"室内设计师", "效果图设计师"}},
	{"", "护理学", "健康学院", "31", 6, []string{"护士", "健康管理师"}}, {"", "康复治疗学", "健康学院", "31", 2, []string{"康复治疗师"}},
	{"", "汽车检测与维修技术", "机械工程学院", "41", 6, []string{"汽车维修技师", "服务顾问"}}, {"", "软件技术", "信息工程学院", "41", 6, []string{"实施工程师", "测试员"}},
	{"", "大数据与会计", "经济管理学院", "41", 6, []string{"会计", "税务助理"}}, {"", "机械工程", "机械工程学院", "11", 3, []string{"研发工程师", "仿真工程师"}},
	{"", "控制科学与工程", "电气与控制学院", "11", 3, []string{"控制算法工程师", "研发工程师"}}, {"", "电子信息", "信息工程学院", "11", 4, []string{"芯片验证工程师", "算法工程师"}},
}

// taught returns all courses of the university of a synthetic office.
func taught() []course { return append(append([]course(nil), courses...), moreCourses...) }

// A fate is an outcome with how many of 10,000 have it in the first class that
// is kept and in the last: what becomes of graduates shifts over the years.
type fate struct {
	code       career.OutcomeCode
	then, last int
}

var fates = []fate{
	{"10", 4300, 3400}, {"11", 1300, 1850}, {"12", 400, 600}, {"27", 20, 30}, {"46", 90, 130}, {"50", 120, 170}, {"51", 100, 140}, {"75", 110, 80}, {"76", 320, 650},
	{"80", 1450, 1850}, {"801", 40, 70}, {"85", 550, 330}, {"70", 850, 450}, {"71", 220, 350}, {"72", 130, 150},
}

// intents are what is known of the class that leaves next, of 10,000.
var intents = []fate{{"70", 5300, 5300}, {"71", 1400, 1400}, {"10", 2400, 2400}, {"80", 600, 600}, {"85", 200, 200}, {"46", 100, 100}}

// alumnus is a graduate who may turn up among the people of an employer.
type alumnus struct {
	id     career.GraduateID
	name   string
	cohort int
	firm   *firm
}

// school is what the classes are made of.
type school struct {
	*synth
	courses weighted[int]
	origins weighted[string]
	strange []string // employers that nobody keeps
	given   int      // outcomes
	want    int      // alumni
}

// classes adds all classes with what became of them, the oldest first.
func (y *synth) classes() error {
	s := &school{synth: y, want: y.Size.Contacts / 8}
	for i, c := range s.taught {
		s.courses.add(i, c.share)
	}
	for _, c := range cities {
		s.origins.add(c.place, c.weight)
	}
	for _, p := range places {
		s.origins.add(p, 20)
	}
	n := y.namer()
	for range min(y.Size.Employers, 2000) {
		f, _ := n.firm()
		s.strange = append(s.strange, f.name())
	}
	done := 0
	for k := range classesKept {
		upTo := y.Size.Graduates * (k + 1) / classesKept
		if err := s.class(y.next()-classesKept+1+k, done, upTo); err != nil {
			return err
		}
		done = upTo
	}
	return nil
}

// class adds the graduates of a class, the from-th to the one before the upTo-th
// of the office, course by course.
func (s *school) class(year, from, upTo int) error {
	known := s.fates(year)
	size := upTo - from
	for i := range size {
		k := s.courses.at(i * s.courses.sum() / size)
		g := s.graduate(year, i, k)
		nouns := []career.Noun{g}
		for _, o := range s.outcomes(g, s.taught[k], &known, s.due(year, from+i)) {
			nouns = append(nouns, o)
		}
		if err := s.put(nouns...); err != nil {
			return err
		}
	}
	return nil
}

// fates returns the outcomes of a class with their weights.
func (s *school) fates(year int) (w weighted[career.OutcomeCode]) {
	list := fates
	if year == s.next() {
		list = intents
	}
	k := year - (s.next() - classesKept + 1)
	for _, f := range list {
		w.add(f.code, f.then+(f.last-f.then)*k/(classesKept-2))
	}
	return w
}

// graduate makes the i-th graduate of a class.
func (s *school) graduate(year, i, k int) *career.Graduate {
	c := s.taught[k]
	entered := year - 4
	if c.degree != "31" {
		entered = year - 3
	}
	short := strconv.Itoa(entered%100 + 100)[1:]
	return &career.Graduate{
		ID: career.GraduateID(s.id()),
		// Year, degree, course and a running number: twelve digits, as many as
		// no ID card and no telephone has.
		StudentNo: strconv.Itoa(entered) + string(c.degree[:1]) + strconv.Itoa(k + 100)[1:] + strconv.Itoa(i + 100000)[1:],
		Name:      s.names.draw(), Cohort: year, Faculty: c.faculty, Major: c.name, Degree: c.degree,
		Class:  string([]rune(c.name)[:2]) + short + strconv.Itoa(i/35%99 + 101)[1:],
		Origin: s.origins.draw(s.dice), Mobile: s.mobile(),
	}
}

// mobile returns a number of the range 154, which no network has.
func (y *synth) mobile() string { return "154" + strconv.Itoa(y.dice.IntN(1e8) + 1e8)[1:] }

// due returns how many outcomes the n-th graduate of the office has: of the
// class that leaves next many have none yet, and the others make up for it, so
// that the office has as many as it is to have.
func (s *school) due(year, n int) int {
	upTo := int(math.Floor(float64(n+1) * float64(s.Size.Outcomes) / float64(s.Size.Graduates)))
	due := upTo - s.given
	none := 15
	if year == s.next() {
		none = 200
	}
	if n+1 < s.Size.Graduates {
		if due = min(due, 3); s.some(none) {
			due = 0
		}
	}
	s.given += due
	return due
}

// outcomes makes n outcomes of a graduate, the oldest first: those before the
// last one say that nothing was settled yet, or what came to nothing.
func (s *school) outcomes(g *career.Graduate, c course, known *weighted[career.OutcomeCode], n int) []*career.Outcome {
	list := make([]*career.Outcome, n)
	on, gap := s.span(g.Cohort, n)
	for i := range list {
		o := &career.Outcome{ID: career.OutcomeID(s.id()), Graduate: g.ID, Code: "70", On: on, Source: "就业系统"}
		on = on.Add(1 + s.dice.IntN(gap))
		switch {
		case i == n-1:
			o.Code = known.draw(s.dice)
		case s.some(150):
			o.Code = "71"
		case s.some(150):
			o.Code = "10"
		}
		s.describe(o, g, c)
		list[i] = o
	}
	if n > 0 {
		s.remember(g, list[n-1])
	}
	return list
}

// span returns when the first of n outcomes of a class may be known, and the
// days that may pass to the next, so that none is known after today.
func (s *school) span(year, n int) (first career.Date, gap int) {
	gap = 60
	first = career.Date(strconv.Itoa(year) + "-04-10").Add(s.dice.IntN(75))
	if latest := s.Today.Add(-n * gap); first > latest {
		first = latest.Add(-s.dice.IntN(30))
	}
	return first, gap
}

// describe says what is told of an outcome by its code.
func (s *school) describe(o *career.Outcome, g *career.Graduate, c course) {
	switch o.Code {
	case "10", "11", "12", "27":
		s.employ(o, g, c)
	case "70", "71", "72":
		o.Source = "辅导员回访"
	case "80", "801", "85":
		o.Source, o.Evidence = "录取名册", "录取通知书"
	case "46":
		o.Source, o.Evidence = "武装部名册", "入伍通知书"
	case "50", "51":
		o.Source = "项目办名册"
	case "75":
		o.Evidence, o.Job = "营业执照", pick(s.dice, c.jobs)
	default:
		o.Source = "本人说明"
	}
}

// employ says where a graduate works: at an employer that is kept, the popular
// ones more often, or at one that is only reported.
func (s *school) employ(o *career.Outcome, g *career.Graduate, c course) {
	o.Job = pick(s.dice, c.jobs)
	o.Pay = 3800 + 170*(g.Cohort-s.next()+classesKept) + 100*s.dice.IntN(36)
	if g.Degree == "11" {
		o.Pay += 2800
	}
	if o.Code != "12" {
		o.Evidence = "就业协议书或劳动合同"
	}
	if s.some(280) {
		o.EmployerName = pick(s.dice, s.strange)
		return
	}
	f := s.firms[s.popular.Uint64()]
	o.Employer, o.EmployerName, o.Place = f.id, f.name(), f.place
}

// remember keeps some of those who left years ago, with their newest outcome:
// they speak for their employer by now.
func (s *school) remember(g *career.Graduate, o *career.Outcome) {
	if g.Cohort < s.next()-2 && o.Employer != "" && len(s.alumni) < s.want && s.dice.IntN(s.Size.Graduates) < 3*s.want {
		s.alumni = append(s.alumni, alumnus{g.ID, g.Name, g.Cohort, s.byID[o.Employer]})
	}
}

// newZipf returns dice for n things of which the first is drawn by far most
// often, about once in a hundred of 20,000.
func newZipf(y *synth, n int) *rand.Zipf { return rand.NewZipf(y.dice, 1.1, 20, uint64(n-1)) }
