package sample

import (
	"strings"

	"visitdesk/data/career"
)

// promise is what was promised at a visit: the visit by its day from today, who
// promised, and how it stands.
type promise struct {
	visit  int
	side   career.Side
	what   string
	owner  string
	due    int // days from today; 0 for no day
	done   int // days ago; 0 for not yet
	result string
}

// promised is what was promised at visits other than the flagship's.
var promised = []promise{
	{-4, career.Ours, "组织自动化、电子信息专业40名学生参观产线", "仇雅南", 10, 0, ""},
	{-4, career.Theirs, "月内到校举办专场宣讲", "白鹭", 20, 0, ""},
	{-7, career.Ours, "组织机电一体化技术专业学生报名", "解晓棠", 4, 0, "已报名9人"},
	{-7, career.Theirs, "提供双语培训教材样本", "应知夏", 14, 0, ""},
	{-9, career.Theirs, "提供线上笔试平台账号", "司徒静", -1, 0, ""},
	{-21, career.Theirs, "提供典型零件图样10份作课程案例", "项北川", -6, 0, "已收到4份"},
	{-21, career.Ours, "在数控编程课程中增加夹具设计内容", "单云舟", 60, 0, ""},
	{-33, career.Ours, "推荐检验员岗位候选人8名", "区静宜", -12, 15, "推荐9名，录用5名"},
	{-48, career.Theirs, "提供网关10台和云平台账号", "凌子墨", -20, 22, "设备已到校验收"},
	{-48, career.Ours, "完成工业物联网选修课排课", "仇雅南", 30, 0, ""},
	{-62, career.Theirs, "给出异地就业补贴书面标准", "佟铁山", -25, 0, ""},
	{-62, career.Ours, "联合开设焊接技能提升班，拟定教学计划", "单云舟", -10, 0, "计划初稿已送企业"},
	{-90, career.Theirs, "在校内组织笔试", "边慧敏", -55, 58, "42人参加，录用7人"},
	{-118, career.Theirs, "按协议控制实习生加班时间", "翁芷若", -60, 64, "经回访已落实"},
	{-118, career.Ours, "逐一核实9名学生的提前录用意向", "邵景行", -40, 0, "已核实6名"},
	{-160, career.Theirs, "接收生物工程专业实习生6名", "盛怀瑾", -100, 102, "实际接收6名"},
	{-205, career.Ours, "开设日语入门选修课", "区静宜", -30, 0, "已列入下学期开课计划"},
	{-205, career.Theirs, "提供语言补贴实施办法", "滕晓岚", -120, 125, ""},
	{-240, career.Theirs, "承担高压电工证取证培训费", "车立国", -150, 155, "8人取证"},
	{-310, career.Ours, "推荐工艺、质检岗位毕业生", "邵景行", -250, 252, "推荐15人，录用4人"},
	{-365, career.Theirs, "办理技能补贴", "鞠文彬", -200, 210, ""},
	{-430, career.Ours, "组织压力容器规范讲座", "单云舟", -380, 385, "约90人参加"},
	{-520, career.Theirs, "提供毕业设计题目5个", "牟青云", -480, 490, ""},
	{-640, career.Theirs, "为实习生购买意外保险", "耿长河", -600, 610, ""},
	{-780, career.Ours, "开设内审员培训班", "曾令仪", -700, 0, "因师资未落实暂缓"},
	{-960, career.Theirs, "每年接收实习生12名", "尚北辰", -300, 320, "三年累计接收34名"},
}

// wanted is what employers other than the flagship want, by the days of the
// visit at which they said so.
var wanted = []struct {
	visit        int
	letter       string
	posts        int
	interns      int
	payFrom, pay int
}{
	{-4, "C", 9, 4, 6000, 8000}, {-4, "G", 5, 2, 6000, 8500}, {-7, "M", 12, 12, 4500, 5500}, {-9, "D", 6, 0, 8000, 11000},
	{-9, "E", 3, 0, 8500, 12000}, {-21, "A", 5, 3, 5200, 6800}, {-33, "L", 5, 0, 4500, 5200}, {-33, "H", 4, 0, 4200, 5000},
	{-48, "G", 4, 6, 7000, 9000}, {-62, "A", 18, 10, 5500, 7000}, {-62, "F", 12, 6, 5500, 7000}, {-62, "C", 10, 6, 5500, 7200},
	{-90, "K", 12, 0, 5000, 6500}, {-90, "D", 6, 0, 6000, 8000}, {-118, "G", 20, 26, 5500, 7000}, {-160, "L", 4, 6, 4500, 5500},
	{-205, "F", 6, 4, 5000, 6500}, {-240, "B", 8, 2, 5500, 7500}, {-310, "A", 7, 0, 5000, 6200}, {-365, "B", 15, 5, 4800, 6500},
	{-430, "A", 5, 6, 4800, 6000}, {-520, "G", 3, 0, 4800, 6000}, {-640, "F", 4, 8, 4500, 5500}, {-780, "B", 3, 0, 4500, 6000},
}

// ties are the agreements with other employers, by the employer's short name:
// signed so many days ago, 0 when only intended, until so many days from today.
var ties = []struct {
	short         string
	sort          career.AgreementKind
	title         string
	signed, until int
}{
	{"澄垣机床", "base", "实习就业基地协议", 960, 135}, {"衡沐电气", "base", "电气类实习基地协议", 610, 480},
	{"砚舟软件", "order_class", "对日软件订单班协议", 420, 310}, {"崧岚机器人", "laboratory", "协作机器人联合实验室意向书", 0, 0},
	{"钧槐轨道", "training", "焊接技能提升班协议", 50, 680}, {"珩川汽车", "base", "双语装配技师实习基地协议", 330, 400},
	{"景迦电子", "base", "暑期实习协议", 180, 185}, {"骐砺动力", "training", "日语与安全联合培训备忘录", 200, 165},
	{"芮航航空", "laboratory", "五轴加工教学工作站共建协议", 700, -20}, {"奕榛银行", "recruitment", "校园专场招聘协议", 92, 273},
	{"翎越智联", "laboratory", "工业物联网实验室共建协议", 45, 1050}, {"朗岫铸造", "base", "材料成型实习基地协议", 640, 90},
	{"珞珩半导体", "base", "实习就业基地协议（拟签）", 0, 0}, {"恪山药业", "base", "生物工程实习基地协议", 158, 572},
}

// opinions are what other employers said of our graduates, by the days of the
// visit: overall, knowledge, practice, attitude.
var opinions = []struct {
	visit  int
	by     string
	scores [4]int
	words  string
}{
	{-21, "项北川", [4]int{4, 4, 4, 5}, "编程基础好，夹具设计经验不足。"},
	{-62, "关雪松", [4]int{5, 4, 5, 5}, "培训期通过率高，愿意留在一线。"},
	{-118, "翁芷若", [4]int{4, 4, 4, 4}, "出勤和安全表现满意，主动汇报意识可再加强。"},
	{-160, "盛怀瑾", [4]int{4, 5, 3, 4}, "理论扎实，仪器操作需要一段适应时间。"},
	{-205, "滕晓岚", [4]int{4, 4, 4, 5}, "守规矩、肯学习，日语是短板。"},
	{-240, "车立国", [4]int{3, 3, 4, 4}, "能吃苦，高压规程需要从头学。"},
	{-365, "鞠文彬", [4]int{4, 0, 4, 4}, "现场协调能力成长快。"},
	{-520, "牟青云", [4]int{4, 4, 0, 5}, "毕业设计完成质量较好。"},
}

// outcomeOf adds what came of a visit in commitments, demands and feedback.
func (o *office) outcomeOf(v *career.Visit) {
	days := o.today.Until(v.From.Date())
	for _, p := range promised {
		if p.visit == days {
			o.promise(v.Employer(), v.ID, p)
		}
	}
	for _, w := range wanted {
		if w.visit != days {
			continue
		}
		c := courseOf(w.letter)
		class := o.next
		if days < -300 {
			class = o.last - (-days-300)/365
		}
		o.add(&career.Demand{
			ID: career.DemandID(o.id()), Employer: v.Employer(), Visit: v.ID, On: v.From.Date(), Cohort: class, Major: c.name, Degree: c.degree,
			Posts: w.posts, Internships: w.interns, PayFrom: w.payFrom, PayTo: w.pay, Kept: kept,
		})
	}
	for _, f := range opinions {
		if f.visit == days {
			o.add(&career.Feedback{
				ID: career.FeedbackID(o.id()), Employer: v.Employer(), Visit: v.ID, On: v.From.Date(), By: f.by,
				Overall: f.scores[0], Knowledge: f.scores[1], Practice: f.scores[2], Attitude: f.scores[3], Words: f.words, Kept: kept,
			})
		}
	}
}

// business adds the agreements with other employers, and one promise that was
// given up.
func (o *office) business() {
	for _, t := range ties {
		a := &career.Agreement{ID: career.AgreementID(o.id()), Employer: o.employers[t.short].ID, Sort: t.sort, Title: t.title, Kept: kept}
		if t.signed != 0 {
			a.Signed, a.Until = o.ago(t.signed), o.today.Add(t.until)
		}
		if strings.Contains(t.title, "拟签") {
			a.Note = "文本已交双方法务"
		}
		o.add(a)
	}
	o.add(&career.Commitment{
		ID: career.CommitmentID(o.id()), Employer: o.employers["棠溪教育"].ID, Side: career.Theirs, What: "开设少儿编程讲师训练营",
		Owner: "左亦然", Due: o.ago(90), Done: o.ago(80), Dropped: true, Result: "企业业务调整，双方同意终止", Kept: kept,
	})
}
