package match_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"visitdesk/data/match"
)

func TestKeysReadNamesAsPeopleSayThem(t *testing.T) {
	for name, want := range map[string][2]string{
		"中国银行":     {"zhongguoyinhang", "zgyh"},
		"重庆长安汽车":   {"chongqingchanganqiche", "cqcaqc"},
		"长沙":       {"changsha", "cs"},
		"辽宁𠮷田":     {"liaoningjitian", "lnjt"},
		"长春一汽":     {"changchunyiqi", "ccyq"},
		"厦门大厦":     {"xiamendasha", "xmds"},
		"乐山乐器":     {"leshanyueqi", "lsyq"},
		"六安":       {"luan", "la"},
		"蚌埠":       {"bengbu", "bb"},
		"西藏冷藏":     {"xizanglengcang", "xzlc"},
		"朝阳":       {"chaoyang", "cy"},
		"北方重工":     {"beifangzhonggong", "bfzg"},
		"施工行业":     {"shigonghangye", "sghy"},
		"会计学":      {"kuaijixue", "kjx"},
		"大数据参数":    {"dashujucanshu", "dsjcs"},
		"效率率先":     {"xiaolvshuaixian", "xlsx"},
		"空调调度":     {"kongtiaodiaodu", "ktdd"},
		"传媒自传":     {"chuanmeizizhuan", "cmzz"},
		"学校校准":     {"xuexiaojiaozhun", "xxjz"},
		"成都银行长沙分行": {"chengduyinhangchangshafenhang", "cdyhcsfh"},
		"上海市长宁区":   {"shanghaishichangningqu", "shscnq"},
		"中国医科大学附属医院长春分院": {"zhongguoyikedaxuefushuyiyuanchangchunfenyuan", "zgykdxfsyyccfy"},
		"佛山":          {"foshan", "fs"},
		"绿城AT&T ５Ｇ":   {"lvchengatt5g", "lcatt5g"},
		"Café Zürich": {"cafezurich", "cafezurich"},
		"（）、 -":       {"", ""},
		"":            {"", ""},
	} {
		if py, pyi := match.Keys(name); py != want[0] || pyi != want[1] {
			t.Errorf("%s: got %s, %s, want %s, %s", name, py, pyi, want[0], want[1])
		}
	}
}

func TestUnknownCharactersAreKept(t *testing.T) {
	for _, unknown := range []string{"\U00030002", "\ue000"} { // a hanzi without a reading; one of an old system
		if py, pyi := match.Keys("甲" + unknown + "公"); py != "jia"+unknown+"gong" || pyi != "j"+unknown+"g" {
			t.Errorf("got %q, %q", py, pyi)
		}
		if name := match.Toned("王" + unknown); name != "Wáng "+unknown {
			t.Errorf("got %q", name)
		}
	}
}

func TestTonedNames(t *testing.T) {
	for name, want := range map[string]string{
		"李强": "Lǐ Qiáng", "欧阳修": "Ōuyáng Xiū", "单田芳": "Shàn Tiánfāng", "曾国藩": "Zēng Guófān", "仇英": "Qiú Yīng", "解缙": "Xiè Jìn",
		"查良镛": "Zhā Liángyōng", "区伟": "Ōu Wěi", "盖叫天": "Gě Jiàotiān", "尉迟恭": "Yùchí Gōng", "万俟卨": "Mòqí Xiè", "任长霞": "Rén Chángxiá",
		"华罗庚": "Huà Luógēng", "朴树": "Piáo Shù", "长孙无忌": "Zhǎngsūn Wújì", "王朝阳": "Wáng Zhāoyáng", "王小安": "Wáng Xiǎo'ān", "吕布": "Lǚ Bù",
		"阿卜杜拉·买买提": "Ābǔdùlā·Mǎimǎití", "John Smith": "John Smith", "李John": "Lǐ John",
		"郑接任": "Zhèng Jiērèn", "任接任": "Rén Jiērèn", "王单": "Wáng Dān", "李华": "Lǐ Huá", // a surname's own reading stays with the surname
		" 李 强 ": "Lǐ Qiáng", "王": "Wáng", "": "", "陈𬭎": "Chén Hóng",
	} {
		if got := match.Toned(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestSurnamesReadSoOnlyAtTheStart(t *testing.T) {
	if py, pyi := match.PersonKeys("单晓", ""); py != "shanxiao" || pyi != "sx" {
		t.Errorf("got %s, %s", py, pyi)
	}
	if py, _ := match.PersonKeys("王单", ""); py != "wangdan" {
		t.Errorf("got %s", py)
	}
	if py, _ := match.Keys("单晓"); py != "danxiao" {
		t.Errorf("what is no person: got %s", py)
	}
}

func TestPinyinByHandGoesFirst(t *testing.T) {
	for pinyin, want := range map[string][2]string{"Dān Xiǎo": {"danxiao", "dx"}, "Lǚ'ān Xiǎo": {"lvanxiao", "lx"}, " ": {"shanxiao", "sx"}} {
		if py, pyi := match.PersonKeys("单晓", pinyin); py != want[0] || pyi != want[1] {
			t.Errorf("%q: got %s, %s, want %v", pinyin, py, pyi, want)
		}
	}
}

// Some write hanzi where pinyin belongs; the key must stay text.
func TestPinyinByHandMayBeAnything(t *testing.T) {
	for _, hand := range []string{"单晓", "ŋa", "Ωmega", "😀", "𠮷"} {
		if py, pyi := match.PersonKeys("单晓", hand); !utf8.ValidString(py) || !utf8.ValidString(pyi) || py == "" {
			t.Errorf("%s: got %q, %q", hand, py, pyi)
		}
	}
}

func TestTokens(t *testing.T) {
	for text, want := range map[string][]string{
		"沈阳新松":                {"沈", "阳", "新", "松"},
		"A座1203，5Ｇ Ｌａｂ":       {"a", "座", "1203", "5g", "lab"},
		"café e\u0301t\u0301": {"cafe", "et"},
		"𠮷野":                  {"u20bb7", "野"},
		"% _ \" ' * ( )":      nil,
		"":                    nil,
	} {
		if got := match.Tokens(text); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if got := match.Search("沈阳", "", "Neu soft"); got != "沈 阳 neu soft" {
		t.Errorf("got %q", got)
	}
}

func TestNormalNames(t *testing.T) {
	for _, alike := range [][]string{
		{"东软集团（大连）有限公司", "东软集团(大连)有限责任公司", " 东软集团 （大连） 股份有限公司", "东软集团大连公司"},
		{"华为技术有限公司", "华为技术有限责任公司", "华为技术"},
		{"IBM（中国）公司", "ｉｂｍ(中国)"},
		{"甲股份有限公司沈阳分公司", "甲有限公司 沈阳分公司"},
	} {
		for _, name := range alike[1:] {
			if match.Normal(name) != match.Normal(alike[0]) {
				t.Errorf("%q is %q, %q is %q", name, match.Normal(name), alike[0], match.Normal(alike[0]))
			}
		}
	}
	for _, apart := range [][2]string{
		{"甲股份有限公司沈阳分公司", "甲股份有限公司"}, {"甲集团有限公司", "甲有限公司"}, {"沈阳分公司", "沈阳"}, {"翰晟科技", "瀚晟科技"},
	} {
		if match.Normal(apart[0]) == match.Normal(apart[1]) {
			t.Errorf("%q and %q are both %q", apart[0], apart[1], match.Normal(apart[0]))
		}
	}
	if match.Normal("公司") != "公司" || match.Normal("") != "" {
		t.Errorf("a name is lost")
	}
}

func TestCoreLeavesThePlaceOut(t *testing.T) {
	for _, c := range [][3]string{
		{"沈阳新松机器人", "辽宁省沈阳市", "新松机器人"}, {"辽宁省沈阳市某厂", "辽宁省沈阳市", "某厂"}, {"新松机器人", "辽宁省沈阳市", ""}, {"沈阳", "辽宁省沈阳市", ""}, {"沈阳新松", "", ""},
	} {
		if got := match.Core(c[0], c[1]); got != c[2] {
			t.Errorf("%s in %s: got %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func BenchmarkKeys(b *testing.B) {
	for b.Loop() {
		match.Keys("沈阳新松机器人自动化股份有限公司")
	}
}

func BenchmarkSearch(b *testing.B) {
	for b.Loop() {
		match.Search("沈阳新松机器人自动化股份有限公司", "工业机器人、移动机器人", "500强")
	}
}

func BenchmarkToned(b *testing.B) {
	for b.Loop() {
		match.Toned("欧阳修")
	}
}

func FuzzKeys(f *testing.F) {
	for _, s := range []string{"中国银行", "单", "·", "\xff", "e\u0301", "𠮷"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		match.Keys(s)
		match.Toned(s)
		if py, pyi := match.PersonKeys(s, s); !utf8.ValidString(py) || !utf8.ValidString(pyi) {
			t.Errorf("%q gives the keys %q, %q", s, py, pyi)
		}
		match.Normal(s)
		match.Core(s, s)
		for _, token := range match.Tokens(s) {
			if strings.ContainsAny(token, " \"'*%()") {
				t.Errorf("%q gives the token %q", s, token)
			}
		}
	})
}
