package typeset_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"io/fs"
	"sync"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/typeset"
	"visitdesk/assets"
)

var openFonts = sync.OnceValues(func() (*typeset.Fonts, error) {
	return typeset.OpenFonts(assets.Files)
})

func fonts(t testing.TB) *typeset.Fonts {
	t.Helper()
	f, err := openFonts()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// photo is a JPEG of 3 to 4, as package photo would leave it.
func photo(t testing.TB) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 90, 120))
	for y := range 120 {
		for x := range 90 {
			img.Set(x, y, color.RGBA{uint8(120 + x), uint8(150 + y/2), 190, 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func text(spans ...any) document.Text {
	var t document.Text
	for i := 0; i < len(spans); i += 2 {
		t = append(t, document.Span{Text: spans[i].(string), Tone: spans[i+1].(document.Tone)})
	}
	return t
}

// briefing is a paper with a block of every type, of about four pages.
func briefing(t testing.TB) document.Document {
	const (
		plain, strong, muted = document.Plain, document.Strong, document.Muted
		warn, alert, gap     = document.Warn, document.Alert, document.Gap
	)
	front := []document.Block{
		document.Facts{Facts: []document.Fact{
			{Label: "时间", Value: document.T("2026年11月21日（星期六）09:30–11:30")},
			{Label: "地点", Value: document.T("南昌高新区艾溪湖北路 688 号 研发楼三层会议室")},
			{Label: "方式", Value: document.T("走出去 · 实地走访")},
			{Label: "带队", Value: text("张建国", strong, " 校长", plain)},
			{Label: "现场联系", Value: text("李　强", strong, "（人力资源总监） 138 0079 1234", plain)},
			{Label: "出发", Value: document.T("08:40 行政楼前，7 座商务车")},
		}, Columns: 2},
		document.Paragraph{Text: text("走访目的　", strong, "落实“访企拓岗”专项行动要求，巩固与该公司已有的实习基地合作，争取为2027届毕业生新增研发与制造类岗位60个以上；就共建“智能终端联合实验室”与订单班进入实质磋商；听取用人单位对我校毕业生知识结构、实践能力和职业素养的评价，为专业调整提供依据。", plain), Flush: true},
		document.Tiles{Tiles: []document.Tile{
			{Number: "47", Label: "在职校友", Note: "其中中层以上 6 人"},
			{Number: "23", Label: "近三年录用", Note: "2024–2026 届"},
			{Number: "60 → 18", Label: "上次承诺岗位 → 已签", Note: "2025年4月10日走访"},
			{Number: "3 / 2", Label: "未结事项 我方/对方", Note: "其中 1 项逾期", Tone: alert},
			{Number: "225 天", Label: "距上次联系", Note: "王敏 · 电话"},
		}},
		document.List{Marker: document.Numbers, Items: []document.Text{
			text("提请对方明确2027届校园招聘岗位与时间表，", strong, "12月5日前给出书面清单。", plain),
			document.T("推动“智能终端联合实验室”协议文本年内定稿，双方各指定一名联络人。"),
			document.T("为2028届电子信息类学生争取30个暑期实习岗位，并由企业导师参与考核。"),
		}, Lines: 2},
		document.Columns{
			Left: []document.Block{document.Heading{Text: document.T("对方主要人员")}, document.Table{Columns: []document.Column{{Title: "姓名", Weight: 2}, {Title: "职务", Weight: 4}}, Rows: [][]document.Text{
				{text("陈𬭎", strong), document.T("董事长、总经理")}, {text("李　强", strong), document.T("人力资源总监（我校2006届校友）")}, {text("阿卜杜拉·买买提", strong), document.T("研发中心副主任")}}}},
			Right: []document.Block{document.Heading{Text: document.T("我方主要人员")}, document.Table{Columns: []document.Column{{Title: "姓名", Weight: 2}, {Title: "职务", Weight: 4}}, Rows: [][]document.Text{
				{text("张建国", strong), document.T("校长")}, {text("王　㛃", strong), document.T("招生就业处处长")}, {text("刘晓燕", strong), document.T("电子信息学院党委书记")}}}},
		},
		document.Callout{Label: "注意", Tone: document.Warn, Text: document.T("上次走访时对方提出的“实习补贴标准”至今未答复，已逾期19天；建议校长开场时主动说明进展，避免被动。"), Lines: 3},
	}
	shorter := append([]document.Block{}, front[:4]...)
	agenda := document.Table{Columns: []document.Column{
		{Title: "时间", Weight: 2}, {Title: "事项", Weight: 3}, {Title: "内容", Weight: 7}, {Title: "负责人", Weight: 2}, {Title: "地点", Weight: 3},
	}, Rows: [][]document.Text{
		{document.T("08:40"), document.T("出发"), document.T("行政楼前集合，乘赣A·12345商务车，约35分钟"), document.T("赵磊"), document.T("行政楼前")},
		{document.T("09:30–10:00"), document.T("参观"), document.T("参观智能制造车间与SMT产线，了解岗位设置、工作环境及校友工作情况"), document.T("李强"), document.T("一号厂房")},
		{document.T("10:00–11:10"), document.T("座谈"), document.T("双方介绍；校友代表发言；就2027届供需、2028届实习、联合实验室、定期交流机制四项议题交换意见"), document.T("张建国"), document.T("研发楼三层会议室")},
		{document.T("11:10–11:30"), document.T("签约与合影"), document.T("签署《就业实习基地续签协议》，赠送纪念品"), document.T("王㛃"), text("（待补）", gap)},
	}}
	var rows [][]document.Text
	for i := range 34 {
		rows = append(rows, []document.Text{
			document.T([]string{"王小明", "欧阳静怡", "李想", "赵子涵", "陈思宇", "买买提江"}[i%6]),
			document.T([]string{"电子信息工程", "软件工程", "机械设计制造及其自动化", "工商管理"}[i%4]),
			document.T([]string{"本科", "硕士"}[i%2]), document.T([]string{"2024", "2025", "2026"}[i%3]),
			document.T([]string{"嵌入式软件工程师", "测试工程师", "工艺工程师（SMT）", "人力资源专员"}[i%4]),
			document.T([]string{"协议就业", "协议就业", "合同就业", "（已离职）"}[i%4]),
		})
	}
	pic := photo(t)
	return document.Document{
		Language: "zh", Title: "校长走访简报", Subtitle: "南昌星河智能终端科技有限公司",
		Author: "江南工业大学招生就业处", Number: "第 24 期　2026年11月20日", Mark: "内部 L1", Foot: "内部资料 注意保管 · L1 领导 · 赵磊 · 2026-11-20 17:05 · 第 1 份",
		PageNo: "第 %d 页 / 共 %d 页",
		Front:  document.Front{Name: "一页摘要", Versions: [][]document.Block{front, shorter}},
		Sections: []document.Section{
			{Key: "agenda", Title: "一、日程与安排", Blocks: []document.Block{agenda, document.Heading{Text: document.T("请随身携带")}, document.List{Marker: document.Boxed, Items: []document.Text{document.T("续签协议文本一式四份"), document.T("专业介绍册、2027届生源信息表"), text("纪念品", plain, "（待补）", gap)}}}},
			{Key: "employer", Title: "二、单位概况", Blocks: []document.Block{
				document.Facts{Facts: []document.Fact{
					{Label: "全称", Value: document.T("南昌星河智能终端科技有限公司"), Note: document.T("营业执照，2026-03-02")},
					{Label: "统一社会信用代码", Value: document.T("91360106MA35XXXX8K")},
					{Label: "单位性质", Value: document.T("民营，高新技术企业，国家级专精特新“小巨人”")},
					{Label: "行业", Value: document.T("计算机、通信和其他电子设备制造业")},
					{Label: "规模", Value: document.T("员工 3,260 人，2025年营收 41.7 亿元"), Note: text("年报，2025-04-30 ▲已逾180天", warn)},
					{Label: "注册资本", Value: text("（待补）", gap)},
					{Label: "主要产品", Value: document.T("智能穿戴、车载终端、工业平板，为多家整车与手机品牌配套；在南昌、东莞、重庆设有三个生产基地，研发人员占比28%。")},
				}},
				document.Paragraph{Text: document.T("公司成立于2009年，2015年起与我校共建就业实习基地，先后接收实习生412人，录用毕业生196人。2023年3月8日，时任总经理率队到校，参观“智能制造”“通信工程”两个实验室，双方就2023届毕业生供需、2024届实习、深化合作与建立定期交流机制达成共识。近年来公司把研发重心转向车载终端，对嵌入式软件、硬件测试、结构设计人才需求旺盛，同时反映我校毕业生动手能力强、稳定性好，但英语与项目管理能力有待加强。")},
				document.Paragraph{Text: document.T("The company’s overseas unit opened in Penang in 2024; it expects to need about forty bilingual field engineers over the next two years — a good match for our “Engineering + English” minor, whose first class graduates in June 2027.")},
			}},
			{Key: "people", Title: "三、人员", Blocks: []document.Block{
				document.Heading{Text: document.T("对方")},
				document.People{People: []document.Person{
					{Name: document.T("陈𬭎"), Reading: "Chén Hóng", Title: document.T("董事长、总经理"), Lines: []document.Text{document.T("全国劳动模范，市人大代表"), document.T("上次见面：2025年4月10日，张建国")}, Photo: pic},
					{Name: document.T("李　强"), Reading: "Lǐ Qiáng", Title: document.T("人力资源总监"), Lines: []document.Text{document.T("我校2006届电子信息工程校友"), text("138 0079 1234", muted)}},
					{Name: document.T("阿卜杜拉·买买提"), Reading: "Ābǔdùlā Mǎimǎití", Title: document.T("研发中心副主任、车载终端事业部总工程师"), Lines: []document.Text{document.T("初次见面")}, Photo: []byte("no jpeg")},
				}},
				document.Heading{Text: document.T("我方")},
				document.People{People: []document.Person{
					{Name: document.T("张建国"), Reading: "Zhāng Jiànguó", Title: document.T("校长")},
					{Name: document.T("王　㛃"), Reading: "Wáng Jié", Title: document.T("招生就业处处长"), Lines: []document.Text{document.T("联系电话 139 7000 1234")}},
				}},
			}},
			{Key: "history", Title: "四、往来与承诺", Blocks: []document.Block{
				document.Timeline{Entries: []document.Entry{
					{When: "2025-04-10", Text: document.T("张建国校长走访，对方承诺提供岗位60个，我方承诺三个月内答复实习补贴标准。")},
					{When: "2024-11-02", Text: document.T("对方来校举办专场招聘会，收到简历213份，签约27人。")},
					{When: "2023-03-08", Text: document.T("对方总经理一行来访，参观两个实验室并座谈。")},
				}},
				document.Table{Caption: "未结承诺", Columns: []document.Column{{Title: "序号", Weight: 1, Align: document.Centre}, {Title: "事项", Weight: 6}, {Title: "承诺方", Weight: 2}, {Title: "期限", Weight: 2}, {Title: "状态", Weight: 2}}, Rows: [][]document.Text{
					{document.T("1"), document.T("答复实习补贴标准"), document.T("我方"), document.T("2026-11-01"), text("▲ 逾期19天", alert)},
					{document.T("2"), document.T("提供2027届招聘岗位书面清单"), document.T("对方"), document.T("2026-12-05"), document.T("● 进行中")},
				}},
			}},
			{Key: "graduates", Title: "五、我校毕业生", Blocks: []document.Block{
				document.Bars{Caption: "近六年录用人数", Unit: "人", Labels: []string{"2021", "2022", "2023", "2024", "2025", "2026"}, Series: []document.Series{{Name: "本科", Values: []float64{12, 18, 9, 14, 16, 11}}, {Name: "硕士", Values: []float64{3, 5, 4, 7, 9, 6}}}},
				document.Bars{Caption: "各专业在职人数", Unit: "人", Labels: []string{"电子信息工程", "机械设计制造及其自动化", "软件工程"}, Series: []document.Series{{Name: "人数", Values: []float64{21, 15, 11}}}},
				document.Table{Caption: "在职毕业生名单", Columns: []document.Column{{Title: "姓名", Weight: 2}, {Title: "专业", Weight: 4}, {Title: "层次", Weight: 1}, {Title: "届别", Weight: 1}, {Title: "岗位", Weight: 3}, {Title: "去向", Weight: 2}}, Rows: rows},
			}},
			{Key: "talk", Title: "六、谈话要点", Blocks: []document.Block{
				document.Callout{Label: "先说：", Text: document.T("“感谢贵公司十一年来接收我校毕业生196人；今年我们带着诚意，也带着答复来。”")},
				document.Callout{Label: "避免：", Tone: alert, Text: document.T("不主动谈及薪酬横向比较；公司正在上市辅导期，财务数据以公开披露为准。")},
			}},
			{Key: "notes", Title: "七、记录页", NewPage: true, Blocks: []document.Block{
				document.Boxes{Label: "我方承诺", Fields: []string{"负责人", "期限"}, Count: 2}, document.Boxes{Label: "对方承诺", Fields: []string{"负责人", "期限"}, Count: 2}, document.Ruled{Lines: 8},
			}},
		},
	}
}

// emptyFiles holds nothing.
type emptyFiles struct{}

func (emptyFiles) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
