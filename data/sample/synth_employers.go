package sample

import (
	"fmt"
	"strings"

	"visitdesk/data/career"
)

// firm is an employer with what its other records are made of.
type firm struct {
	id       career.EmployerID
	city     string
	brand    string
	rest     string // of the name: trade and legal form
	place    string
	industry career.Industry
	first    int               // of seatTitles
	seats    []*seat           // posts that are held
	roster   []*career.Contact // who holds or held a post, in the order they came
}

// name is the registered name.
func (f *firm) name() string { return f.city + f.brand + f.rest }

// short is what people call it.
func (f *firm) short() string {
	rest := []rune(f.rest)
	return f.brand + string(rest[:2])
}

// brands are the two halves of invented names: characters that go together
// nowhere else.
var (
	brands1 = strings.Split("岑衡砚朗澄屹珩沅霁樾钧恪泓骐昱弘瀚铄芮棠奕崧墨翎晏聿沐珞峻澜柏予祺阔翊桁砺濯琮榷皓煦嵘骁忻玿翀颢旻璟勰", "")
	brands2 = strings.Split("远沐舟岫垣澜川启原图槐山垚迦溪榛岚桉越禾峤屿辰榆航衍恺砥淳沛祎昀筠墅淮翮麒琛湛峥汀蔚岷洵棣枫冕穆", "")
)

// trade is one row of what employers do.
type trade struct {
	word     string // in the name
	industry career.Industry
	form     string // the legal form, if it is always the same
	weight   int
	products string
}

var trades = []trade{
	{"智能装备", "C", "", 7, "工业机器人工作站、智能输送线"}, {"精密机械", "C", "", 7, "精密零件加工、工装夹具"}, {"数控机床", "C", "", 4, "立式加工中心、数控专机"},
	{"汽车零部件", "C", "", 6, "汽车底盘件、内外饰件"}, {"电子科技", "C", "", 7, "连接器、电源模块"}, {"半导体设备", "C", "", 3, "晶圆传输与清洗设备"},
	{"电气", "C", "", 5, "成套开关设备、变压器"}, {"仪器仪表", "C", "", 3, "流量计、无损检测仪器"}, {"医疗器械", "C", "", 3, "康复器械、影像设备"},
	{"生物医药", "C", "", 4, "口服制剂、诊断试剂"}, {"新材料", "C", "", 4, "复合材料、特种涂料"}, {"化工", "C", "", 3, "精细化学品"}, {"食品", "C", "", 4, "乳制品、烘焙食品"},
	{"服饰", "C", "", 2, "工装与校服"}, {"航空零部件", "C", "", 2, "航空结构件加工"}, {"船舶配套", "C", "", 1, "船用阀门、舱口盖"},
	{"新能源", "D", "", 4, "风电场、光伏电站运维"}, {"热力", "D", "", 1, "城市集中供热"}, {"建设工程", "E", "", 6, "房屋建筑、市政工程"}, {"安装工程", "E", "", 3, "机电安装"},
	{"商贸", "F", "", 5, "机电产品批发"}, {"电子商务", "F", "", 4, "网络零售与直播运营"}, {"供应链管理", "G", "", 4, "仓储、运输与配送"}, {"酒店管理", "H", "", 2, "商务酒店"},
	{"软件技术", "I", "", 8, "行业软件开发与服务"}, {"信息技术", "I", "", 8, "系统集成、数据中台"}, {"网络科技", "I", "", 6, "网站与移动应用"}, {"人工智能科技", "I", "", 3, "机器视觉、语音识别"},
	{"农村商业银行", "J", "股份有限公司", 1, "存贷款、普惠金融"}, {"置业", "K", "", 2, "房地产开发与经营"}, {"人力资源服务", "L", "", 4, "招聘、派遣与外包"}, {"会计师事务所", "L", "（普通合伙）", 2, "审计、税务代理"},
	{"检测认证", "M", "", 3, "产品检测、计量校准"}, {"建筑设计", "M", "", 3, "建筑与景观设计"}, {"环保工程", "N", "", 3, "废水处理、除尘设备"}, {"物业服务", "O", "", 2, "楼宇与园区物业"},
	{"教育科技", "P", "", 5, "职业培训、教学软件"}, {"健康管理", "Q", "", 2, "体检与健康咨询"}, {"文化传媒", "R", "", 4, "会展、影视与广告"}, {"农业发展", "A", "", 2, "设施蔬菜、种苗"}, {"矿业", "B", "", 1, "铁矿采选"},
}

// cities are where employers are, the near ones more often.
var cities = []struct {
	city, place string
	weight      int
}{
	{"沈阳", "辽宁省沈阳市", 300}, {"大连", "辽宁省大连市", 130}, {"鞍山", "辽宁省鞍山市", 40}, {"抚顺", "辽宁省抚顺市", 35}, {"本溪", "辽宁省本溪市", 20}, {"丹东", "辽宁省丹东市", 20},
	{"锦州", "辽宁省锦州市", 25}, {"营口", "辽宁省营口市", 25}, {"阜新", "辽宁省阜新市", 12}, {"辽阳", "辽宁省辽阳市", 12}, {"盘锦", "辽宁省盘锦市", 15}, {"铁岭", "辽宁省铁岭市", 15},
	{"朝阳", "辽宁省朝阳市", 12}, {"葫芦岛", "辽宁省葫芦岛市", 12}, {"长春", "吉林省长春市", 25}, {"哈尔滨", "黑龙江省哈尔滨市", 22}, {"北京", "北京市", 60}, {"天津", "天津市", 35},
	{"石家庄", "河北省石家庄市", 8}, {"唐山", "河北省唐山市", 8}, {"太原", "山西省太原市", 5}, {"济南", "山东省济南市", 12}, {"青岛", "山东省青岛市", 20}, {"郑州", "河南省郑州市", 8},
	{"上海", "上海市", 30}, {"南京", "江苏省南京市", 12}, {"苏州", "江苏省苏州市", 25}, {"杭州", "浙江省杭州市", 20}, {"宁波", "浙江省宁波市", 10}, {"合肥", "安徽省合肥市", 8},
	{"厦门", "福建省厦门市", 6}, {"武汉", "湖北省武汉市", 8}, {"长沙", "湖南省长沙市", 6}, {"广州", "广东省广州市", 12}, {"深圳", "广东省深圳市", 22}, {"重庆", "重庆市", 8},
	{"成都", "四川省成都市", 8}, {"西安", "陕西省西安市", 8},
}

// forms are the legal forms with their weights.
var forms = map[string]int{"有限公司": 66, "有限责任公司": 14, "股份有限公司": 12, "集团有限公司": 8}

// labels are what employers are tagged with.
var labels = []string{"高新技术企业", "专精特新", "500强子公司", "上市公司", "省重点企业", "实习基地", "校友企业", "服务外包"}

// namer makes the names of employers, each once.
type namer struct {
	*synth
	trades weighted[trade]
	cities weighted[int]
	forms  weighted[string]
	used   map[string]bool // names but for the legal form
	twins  map[string]bool // names of employers that are there twice
}

func (y *synth) namer() *namer {
	n := &namer{synth: y, used: map[string]bool{}, twins: map[string]bool{}}
	for _, t := range trades {
		n.trades.add(t, t.weight)
	}
	for i, c := range cities {
		n.cities.add(i, c.weight)
	}
	for _, form := range []string{"有限公司", "有限责任公司", "股份有限公司", "集团有限公司"} {
		n.forms.add(form, forms[form])
	}
	return n
}

// firm returns a new firm, by name, place and trade.
func (n *namer) firm() (*firm, trade) {
	for {
		t, c := n.trades.draw(n.dice), cities[n.cities.draw(n.dice)]
		form := t.form
		if form == "" {
			form = n.forms.draw(n.dice)
		}
		brand := pick(n.dice, brands1) + pick(n.dice, brands2)
		if core := c.city + brand + t.word; !n.used[core] {
			n.used[core] = true
			return &firm{city: c.city, brand: brand, rest: t.word + form, place: c.place, industry: t.industry}, t
		}
	}
}

// Of 1,000 employers, 30 are there twice, and 20 have no social credit code.
const (
	twice    = 30
	codeless = 20
)

// employers adds the employers, the most popular first.
func (y *synth) employers() error {
	n := y.namer()
	codes := make([]career.USCC, 0, y.Size.Employers)
	for i := range y.Size.Employers {
		e := &career.Employer{ID: career.EmployerID(y.id())}
		// One in every 33, so that each office has its share.
		if i > 20 && i%(1000/twice) == 0 {
			y.firms = append(y.firms, y.twin(e, n, codes))
		} else {
			y.firms = append(y.firms, y.employer(e, n, i))
		}
		codes = append(codes, e.USCC)
		y.firms[i].id, y.byID[e.ID] = e.ID, y.firms[i]
		if err := y.put(e); err != nil {
			return err
		}
	}
	y.popular = newZipf(y, y.Size.Employers)
	return nil
}

// employer makes the i-th employer: the popular ones are large.
func (y *synth) employer(e *career.Employer, n *namer, i int) *firm {
	f, t := n.firm()
	rank := (i*4 + y.dice.IntN(y.Size.Employers)) / y.Size.Employers // 0 to 4
	e.Size = career.Sizes[min(rank, len(career.Sizes)-1)]
	e.Staff = map[career.Size]int{"large": 1000, "medium": 300, "small": 50, "micro": 5}[e.Size]
	e.Staff += y.dice.IntN(3 * e.Staff)
	e.Name, e.ShortNames, e.Place, e.Industry, e.Products = f.name(), []string{f.short()}, f.place, f.industry, t.products
	e.Nature = pick(y.dice, []career.Nature{"39", "39", "39", "39", "39", "39", "31", "31", "32", "35"})
	e.Address = fmt.Sprintf("%s示例路%d号", e.Place, 1+y.dice.IntN(400))
	if y.some(600) {
		e.Website = fmt.Sprintf("https://e%05d.example.com", i+1)
	}
	if !y.some(codeless * 2 / 3) { // a third of the twins have none either
		e.USCC = invented(i)
	}
	if y.some(40) {
		e.FormerNames = []string{f.city + f.short() + "厂"}
	}
	for y.some(350) && len(e.Tags) < 3 {
		if label := pick(y.dice, labels); !strings.Contains(strings.Join(e.Tags, " "), label) {
			e.Tags = append(e.Tags, label)
		}
	}
	if i > 50 && y.some(40) {
		e.Parent = y.firms[y.dice.IntN(i/10)].id
	}
	e.Sources = []career.Source{{Field: "employer.staff", From: "企业官网", On: y.ago(10, 900)}}
	if y.some(300) {
		e.Sources = append(e.Sources, career.Source{Field: "employer.products", From: pick(y.dice, []string{"企业官网", "校园宣讲材料", "人力资源部来函"}), On: y.ago(10, 500)})
	}
	if y.some(30) {
		e.Note = "历年实习待遇兑现情况需核实。"
	}
	return f
}

// twin makes e an employer that is there already, typed anew by somebody else:
// with no code, an old registration number or a mistyped one.
func (y *synth) twin(e *career.Employer, n *namer, codes []career.USCC) *firm {
	var g firm
	var code career.USCC
	for e.Name == "" {
		k := y.dice.IntN(len(codes))
		g, code = *y.firms[k], codes[k]
		if once := g.name(); otherForm(g.rest) != "" && !n.twins[once] {
			if again := y.retyped(&g); !n.twins[again] {
				n.twins[once], n.twins[again], e.Name = true, true, again // twins are two
			}
		}
	}
	e.Place, e.Industry = g.place, g.industry
	switch kind := y.dice.IntN(3); {
	case kind == 0 || len(code) != 18:
	case kind == 1:
		e.USCC = career.USCC(fmt.Sprintf("000000%09d", len(y.firms)))
	default:
		e.USCC = code[:17] + wrongDigit(code[17])
	}
	if y.some(500) {
		e.ShortNames = []string{g.short()}
	}
	return &g
}

// retyped returns the name of f as somebody else would type it: with brackets,
// without the place, or with another legal form.
func (y *synth) retyped(f *firm) string {
	switch {
	case y.some(400):
		return f.brand + pick(y.dice, []string{"（", "("}) + f.city + pick(y.dice, []string{"）", ")"}) + f.rest
	case y.some(300):
		return f.brand + f.rest
	}
	f.rest = otherForm(f.rest)
	return f.name()
}

// otherForm returns the end of a name with the legal form that is taken for the
// one it has; nothing if there is none.
func otherForm(rest string) string {
	for _, forms := range [][2]string{{"有限责任公司", "有限公司"}, {"股份有限公司", "股份公司"}, {"有限公司", "有限责任公司"}} {
		if trade, ok := strings.CutSuffix(rest, forms[0]); ok {
			return trade + forms[1]
		}
	}
	return ""
}

// invented returns a valid code that no organisation has: no authority is of
// the region 000000.
func invented(n int) career.USCC { return withCheck(fmt.Sprintf("91000000MA%07d", n)) }
