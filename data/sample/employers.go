package sample

import (
	"fmt"
	"strings"

	"visitdesk/data/career"
)

// flagshipName is the short name of the employer that is visited tomorrow.
const flagshipName = "岑远装备"

// A company is one row of the list of invented employers.
type company struct {
	short, name string
	nature      career.Nature
	industry    career.Industry
	size        career.Size
	staff       int
	region      string // GB/T 2260
	place       string
	products    string
	tags        string // separated by spaces
	hires       string // the majors it hires, by the letters of majors
}

// companies are invented, in the order the office came to know them.
var companies = []company{
	{"岑远控股", "辽宁岑远控股集团有限公司", "39", "L", "large", 6200, "210112", "辽宁省沈阳市", "装备制造与园区运营的投资管理", "省百强民企", "KL"},
	{flagshipName, "沈阳岑远智能装备股份有限公司", "39", "C", "large", 2860, "210112", "辽宁省沈阳市", "工业机器人工作站、智能输送线、数控专机的研发与制造", "高新技术企业 专精特新“小巨人” 智能制造示范", "ABCDE"},
	{"衡沐电气", "沈阳衡沐电气有限公司", "39", "C", "medium", 640, "210106", "辽宁省沈阳市", "高低压成套开关设备、充电桩", "高新技术企业", "BCG"},
	{"砚舟软件", "大连砚舟软件技术有限公司", "39", "I", "medium", 520, "210231", "辽宁省大连市", "对日软件外包、制造执行系统", "服务外包 高新技术企业", "DEJ"},
	{"朗岫铸造", "抚顺朗岫精密铸造有限公司", "39", "C", "medium", 410, "210402", "辽宁省抚顺市", "泵阀铸件、风电轮毂", "", "AF"},
	{"澄垣机床", "沈阳澄垣机床有限责任公司", "31", "C", "large", 3900, "210106", "辽宁省沈阳市", "立式加工中心、龙门铣床", "国有骨干", "ABCF"},
	{"屹澜重工", "鞍山屹澜重工有限公司", "31", "C", "large", 5100, "210302", "辽宁省鞍山市", "矿山机械、冶金成套设备", "500强子公司", "ABF"},
	{"珩川汽车", "沈阳珩川汽车零部件有限公司", "32", "C", "large", 1750, "210113", "辽宁省沈阳市", "汽车座椅骨架、仪表板总成", "中德合资", "ACFM"},
	{"沅启能源", "盘锦沅启能源装备有限公司", "39", "C", "medium", 380, "211103", "辽宁省盘锦市", "石油钻采设备、压力容器", "高新技术企业", "ABF"},
	{"霁原物流", "营口霁原供应链管理有限公司", "39", "G", "medium", 290, "210802", "辽宁省营口市", "港口物流、保税仓储", "", "HKJ"},
	{"樾图地理", "沈阳樾图地理信息技术有限公司", "39", "I", "small", 86, "210112", "辽宁省沈阳市", "测绘数据处理、城市三维建模", "专精特新", "DE"},
	{"钧槐轨道", "长春钧槐轨道装备有限公司", "31", "C", "large", 4200, "220106", "吉林省长春市", "轨道车辆转向架、车体焊接", "国有骨干500强子公司", "ABCF"},
	{"恪山药业", "本溪恪山药业股份有限公司", "39", "C", "large", 1320, "210502", "辽宁省本溪市", "口服固体制剂、中药提取", "上市公司", "LI"},
	{"泓垚环保", "沈阳泓垚环保工程有限公司", "39", "N", "small", 140, "210103", "辽宁省沈阳市", "工业废水处理、除尘设备", "", "ALB"},
	{"景迦电子", "苏州景迦电子科技有限公司", "32", "C", "large", 2300, "320505", "江苏省苏州市", "车载显示模组、连接器", "台资 高新技术企业", "CDGM"},
	{"骐砺动力", "大连骐砺动力机械有限公司", "32", "C", "large", 1680, "210213", "辽宁省大连市", "船用柴油机零部件", "中日合资", "AFJ"},
	{"昱舟新能源", "阜新昱舟新能源有限公司", "31", "D", "medium", 260, "210902", "辽宁省阜新市", "风电场、光伏电站运维", "", "BC"},
	{"弘榆建设", "沈阳弘榆建设集团有限公司", "31", "E", "large", 3400, "210102", "辽宁省沈阳市", "机电安装、市政工程", "国有骨干", "ABK"},
	{"瀚榕食品", "沈阳瀚榕食品有限公司", "39", "C", "medium", 720, "210114", "辽宁省沈阳市", "乳制品、烘焙食品", "农业产业化龙头", "LHK"},
	{"铄衡检测", "沈阳铄衡检测认证有限公司", "39", "M", "small", 160, "210106", "辽宁省沈阳市", "电器安全检测、计量校准", "", "BGL"},
	{"芮航航空", "沈阳芮航航空零部件有限公司", "39", "C", "medium", 580, "210113", "辽宁省沈阳市", "航空结构件五轴加工", "专精特新“小巨人”", "ABF"},
	{"棠溪教育", "沈阳棠溪教育科技有限公司", "39", "P", "small", 95, "210105", "辽宁省沈阳市", "少儿编程、英语培训", "", "JEI"},
	{"奕榛银行", "沈阳奕榛农村商业银行股份有限公司", "39", "J", "large", 2100, "210103", "辽宁省沈阳市", "存贷款、普惠金融", "", "KDJ"},
	{"崧岚机器人", "深圳崧岚机器人有限公司", "39", "C", "medium", 690, "440306", "广东省深圳市", "协作机器人、伺服驱动", "高新技术企业 独角兽", "ACDE"},
	{"墨桉信息", "北京墨桉信息技术有限公司", "39", "I", "medium", 430, "110108", "北京市", "政务云、数据中台", "高新技术企业", "DE"},
	{"翎越智联", "杭州翎越智联科技有限公司", "39", "I", "medium", 510, "330108", "浙江省杭州市", "工业物联网网关与平台", "专精特新", "CDEG"},
	{"晏禾农业", "锦州晏禾农业发展有限公司", "39", "A", "small", 120, "210702", "辽宁省锦州市", "设施蔬菜、种苗", "", "LH"},
	{"予衡会计", "沈阳予衡会计师事务所（普通合伙）", "39", "L", "small", 70, "210102", "辽宁省沈阳市", "审计、税务代理", "", "KI"},
	{"嘉垣酒店", "丹东嘉垣酒店管理有限公司", "39", "H", "small", 180, "210602", "辽宁省丹东市", "商务酒店", "", "JK"},
	{"祺睿医疗", "沈阳祺睿医疗器械有限公司", "39", "C", "medium", 350, "210112", "辽宁省沈阳市", "医学影像设备、康复器械", "高新技术企业", "BGCM"},
	{"卓峤船舶", "大连卓峤船舶配套有限公司", "31", "C", "medium", 900, "210211", "辽宁省大连市", "船用阀门、舱口盖", "", "AFB"},
	{"阔屿贸易", "大连阔屿国际贸易有限公司", "39", "F", "small", 65, "210202", "辽宁省大连市", "机电产品进出口", "", "JHK"},
	{"聿辰设计", "沈阳聿辰工业设计有限公司", "39", "M", "micro", 28, "210102", "辽宁省沈阳市", "产品外观与结构设计", "", "IA"},
	{"沐桁热力", "铁岭沐桁热力有限公司", "31", "D", "medium", 330, "211202", "辽宁省铁岭市", "城市集中供热", "", "BC"},
	{"珞珩半导体", "沈阳珞珩半导体设备有限公司", "39", "C", "medium", 470, "210112", "辽宁省沈阳市", "晶圆传输机械手、真空腔体", "专精特新“小巨人” 高新技术企业", "ABCG"},
	{"峻朴矿业", "朝阳峻朴矿业有限公司", "35", "B", "medium", 610, "211302", "辽宁省朝阳市", "铁矿采选", "", "AB"},
	{"澜翊电缆", "沈阳澜翊电缆有限公司", "39", "C", "medium", 540, "210114", "辽宁省沈阳市", "特种电缆、海底电缆附件", "", "BG"},
	{"柏垚仪表", "丹东柏垚仪表有限公司", "39", "C", "medium", 260, "210603", "辽宁省丹东市", "流量计、无损检测仪器", "专精特新", "CG"},
	{"第九中学", "沈阳市泉桐区第九中学", "22", "P", "medium", 210, "210104", "辽宁省沈阳市", "初中教育", "", "JD"},
}

// companies adds the invented employers and the one of 2023. A few are odd on
// purpose, as real lists are.
func (o *office) companies() {
	for i, c := range companies {
		e := &career.Employer{
			ID:         career.EmployerID(o.id()),
			Name:       c.name,
			ShortNames: []string{c.short},
			USCC:       uscc(c.nature, c.region, i),
			Nature:     c.nature,
			Industry:   c.industry,
			Size:       c.size,
			Staff:      c.staff,
			Place:      c.place,
			Address:    fmt.Sprintf("%s示例路%d号", c.place, 6+i*7%180),
			Website:    fmt.Sprintf("https://e%02d.example.com", i+1),
			Products:   c.products,
			Tags:       strings.Fields(c.tags),
			Kept:       kept,
		}
		e.Sources = []career.Source{
			{Field: "employer.staff", From: "企业官网", On: o.ago(20 + i*13%150)},
			{Field: "employer.products", From: pick(o.dice, []string{"企业官网", "校园宣讲材料", "人力资源部来函"}), On: o.ago(15 + i*29%160)},
		}
		o.employers[c.short] = e
		o.add(e)
	}
	o.oddities()
	real := &career.Employer{ID: career.EmployerID(o.id()), Name: johon, ShortNames: []string{"Johon Huayi"}, Kept: kept}
	o.employers["Johon Huayi"] = real
	o.add(real)
}

// oddities spoils a few records the way typed lists are spoilt, and completes
// the one that is visited tomorrow.
func (o *office) oddities() {
	wrong := o.employers["朗岫铸造"]
	wrong.USCC = wrong.USCC[:17] + wrongDigit(wrong.USCC[17]) // a check digit mistyped
	o.employers["霁原物流"].USCC = "210800004057112"              // an old registration number
	letter := o.employers["泓垚环保"]
	letter.USCC = career.USCC(strings.Replace(string(letter.USCC), "0", "O", 1)) // the letter for the digit
	o.employers["樾图地理"].Sources[0].On = o.ago(410)
	o.employers["嘉垣酒店"].USCC = ""
	o.employers["晏禾农业"].Staff, o.employers["晏禾农业"].Size = 0, ""
	o.employers["钧槐轨道"].FormerNames = []string{"长春钧槐客车配件厂"}

	f := o.employers[flagshipName]
	f.ShortNames = []string{flagshipName, "沈阳岑远"}
	f.FormerNames = []string{"沈阳岑远机械制造有限公司"}
	f.Parent = o.employers["岑远控股"].ID
	f.Address = "沈阳市浑南区示例路66号1号楼一层接待厅（北门进）"
	f.Sources = []career.Source{
		{Field: "employer.uscc", From: "国家企业信用信息公示系统", On: o.ago(12)},
		{Field: "employer.tags", From: "省工信厅公示名单", On: o.ago(96)},
		{Field: "employer.products", From: "校园宣讲材料", On: o.ago(223)}, // stale
		{Field: "employer.address", From: "王㛃电话确认", On: o.ago(2)},
	}
	f.Note = "董事长重视校企合作，但对实习期管理要求严，答应的人数务必兑现。"
}

// uscc returns a valid code of the region that no organisation has: its
// organisation code runs in order.
func uscc(nature career.Nature, region string, n int) career.USCC {
	kind := "91" // an enterprise
	if nature == "22" {
		kind = "12" // a public institution
	}
	return withCheck(fmt.Sprintf("%s%sMA0XD%04d", kind, region, n))
}

// withCheck returns the code of 17 characters with the check digit it asks for.
func withCheck(stem string) career.USCC {
	for _, digit := range "0123456789ABCDEFGHJKLMNPQRTUWXY" {
		if code := career.USCC(stem + string(digit)); code.Valid() {
			return code
		}
	}
	return career.USCC(stem)
}

// wrongDigit returns another digit than the given one.
func wrongDigit(digit byte) career.USCC {
	if digit == '7' {
		return "1"
	}
	return "7"
}
