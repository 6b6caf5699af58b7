package match_test

import (
	"testing"

	"visitdesk/data/match"
)

func TestStems(t *testing.T) {
	const shenyang = "辽宁省沈阳市"
	for name, want := range map[string]string{
		"沈阳新松机器人自动化股份有限公司":      "新松机器人自动化",
		"新松机器人自动化（沈阳）有限公司":      "新松机器人自动化",
		"新松机器人自动化(沈阳市) 有限责任公司":  "新松机器人自动化",
		"沈阳市新松机器人自动化公司":         "新松机器人自动化",
		"辽宁省沈阳新松机器人自动化集团股份有限公司": "新松机器人自动化",
		"新松机器人自动化集团有限公司":        "新松机器人自动化",
		"新松机器人自动化":              "新松机器人自动化",
		"东软集团（大连）有限公司":          "东软集团大连", // another place is part of the name
		"东软（软件）有限公司":            "东软软件",
		"新松（沈阳）（软件）有限公司":        "新松软件",
		"新松（沈阳有限公司":             "新松沈阳", // a bracket that nobody closed
		"沈阳有限公司":                "沈阳",   // nothing else would be left
		"沈阳甲有限公司":               "沈阳甲",
		"甲乙股份有限公司沈阳分公司":         "甲乙沈阳分公司",
		"ＡＢＢ（沈阳）有限公司":           "abb",
		"":                      "",
	} {
		if got := match.Stem(name, shenyang); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
	if got := match.Stem("沈阳新松机器人有限公司", ""); got != "沈阳新松机器人" {
		t.Errorf("without a place: got %s", got)
	}
	if got := match.Stem("北京北方华创有限公司", "北京市"); got != "北方华创" {
		t.Errorf("a city that is a province: got %s", got)
	}
}

func TestBranches(t *testing.T) {
	for name, want := range map[string]string{
		"甲股份有限公司沈阳分公司":   "沈阳分公司",
		"甲股份有限公司（沈阳分公司）": "沈阳分公司",
		"甲股份有限公司":        "",
		"中国银行沈阳分行":       "中国银行沈阳分行",
		"":               "",
	} {
		if got := match.Branch(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestAbridged(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"新松机器人", "新松机器人自动化", true}, {"新松机器人自动化", "新松机器人", true}, {"新松器人自动化", "新松机器人自动化", true},
		{"新松自动化", "新松机器人自动化", true}, {"新松机械", "新松机器人自动化", false}, {"新松", "新松机器", false}, {"东软软件", "东软软件", false},
		{"岑远智能装备", "岑沐智能装备", false}, {"", "", false}, {"新松机器", "新松机器人自动化有限", false}, {"ABCD", "abcde", true},
	} {
		if got := match.Abridged(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: got %t, want %t", c.a, c.b, got, c.want)
		}
	}
}

func FuzzStem(f *testing.F) {
	f.Add("沈阳新松（沈阳）集团有限公司", "辽宁省沈阳市")
	f.Add("((((", "(")
	f.Fuzz(func(t *testing.T, name, place string) {
		stem := match.Stem(name, place)
		if len(stem) > len(match.Normal(name)) {
			t.Errorf("%q in %q grew to %q", name, place, stem)
		}
	})
}
