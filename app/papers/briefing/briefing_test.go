package briefing_test

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/papers/briefing"
	"visitdesk/data/career"
	"visitdesk/data/sample"
)

var update = flag.Bool("update", false, "write what is got as what is wanted")

// The paper reads as its golden text, in both languages and at every level.
func TestComposeSaysWhatIsExpected(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		for _, level := range career.Levels {
			name := lang + "_" + level.String()
			t.Run(name, func(t *testing.T) {
				got := briefing.Compose(dossier(level), language(t, lang), options(t)).String()
				golden := filepath.Join("testdata", name+".txt")
				if *update {
					if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(golden)
				if err != nil {
					t.Fatal(err)
				}
				if got != string(want) {
					t.Errorf("got:\n%s\nwant:\n%s", got, want)
				}
			})
		}
	}
}

// Every section has a heading in both languages, and its own key.
func TestSectionsHavePhrases(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range briefing.Sections {
		if seen[s.Key] {
			t.Errorf("two sections %s", s.Key)
		}
		seen[s.Key] = true
		for _, lang := range []string{"zh", "en"} {
			if language(t, lang)(s.Key) == s.Key {
				t.Errorf("%s: no phrase for %s", lang, s.Key)
			}
		}
	}
}

// Every section has something to say of a full dossier, under a numbered title.
func TestComposeWritesEverySection(t *testing.T) {
	doc := briefing.Compose(dossier(career.L1), language(t, "zh"), options(t))
	for i, s := range briefing.Sections {
		if i >= len(doc.Sections) || doc.Sections[i].Key != s.Key {
			t.Fatalf("section %d is not %s", i, s.Key)
		}
	}
	if got := doc.Sections[1].Title; got != "二、单位情况" {
		t.Errorf("the second section is titled %q", got)
	}
	if !section(doc, "briefing.points").NewPage || !section(doc, "briefing.minutes").NewPage {
		t.Error("the talking points do not have a page of their own")
	}
}

// Notes share the page of short minutes; after long ones they open their own.
func TestNotesFindRoom(t *testing.T) {
	d := dossier(career.L1)
	if section(briefing.Compose(d, language(t, "zh"), options(t)), "briefing.notes").NewPage {
		t.Error("a new page after short minutes")
	}
	d.Past[0].Minutes.Outer = strings.Repeat("双方商定共建实训班。", 100)
	if !section(briefing.Compose(d, language(t, "zh"), options(t)), "briefing.notes").NewPage {
		t.Error("no new page after long minutes")
	}
}

// Sections are printed as chosen: only these, in this order, numbered anew.
func TestComposePrintsTheChosenSections(t *testing.T) {
	o := options(t)
	o.Sections = []string{"briefing.supply", "briefing.employer", "briefing.unheard_of"}
	doc := briefing.Compose(dossier(career.L1), language(t, "zh"), o)
	var titles []string
	for _, s := range doc.Sections {
		titles = append(titles, s.Title)
	}
	if want := []string{"一、供需对接", "二、单位情况"}; !slices.Equal(titles, want) {
		t.Errorf("got %q, want %q", titles, want)
	}
	o.Sections = []string{}
	if doc := briefing.Compose(dossier(career.L1), language(t, "zh"), o); len(doc.Sections) != 0 {
		t.Error("none chosen, some printed")
	}
}

// Whatever the dossier, nothing panics and no heading stands over nothing.
func TestComposeLeavesNoHeadingEmpty(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	for n := range 400 {
		d := career.Dossier{Level: career.Levels[n%4]}
		if n >= 4 {
			d = sample.RandomDossier(dice)
		}
		doc := briefing.Compose(d, language(t, []string{"zh", "en"}[n%2]), briefing.Options{})
		for _, v := range doc.Front.Versions {
			headed(t, n, "front", v)
		}
		for _, s := range doc.Sections {
			headed(t, n, s.Key, s.Blocks)
		}
		if t.Failed() {
			t.FailNow()
		}
	}
}

// headed reports headings that nothing follows, and blocks that show nothing.
func headed(t *testing.T, n int, key string, blocks []document.Block) {
	t.Helper()
	if len(blocks) == 0 && key != "front" {
		t.Errorf("dossier %d: %s says nothing", n, key)
	}
	for i, b := range blocks {
		if _, heading := b.(document.Heading); heading {
			if i+1 == len(blocks) {
				t.Errorf("dossier %d: %s ends in a heading", n, key)
			} else if _, again := blocks[i+1].(document.Heading); again {
				t.Errorf("dossier %d: %s has a heading over a heading", n, key)
			}
		}
		if strings.TrimSpace(body([]document.Block{b})) == strings.TrimSpace(body(nil)) {
			t.Errorf("dossier %d: %s has an empty %T", n, key, b)
		}
	}
}

// A paper that leaves the house is called by another name and shows nothing of
// what is ours only, not even that it exists.
func TestComposeKeepsWhatIsOurs(t *testing.T) {
	inner := []string{"特别提示", "谈话要点", "仅供参阅", "内部", "现场记录", "待补", "出行与准备", "通讯录", "打印", "逾期", "核实", "校友", "上次见面", "我方", "对方"}
	for _, level := range []career.Level{career.L2, career.L3} {
		// even if the dossier carried it
		d := dossier(career.L0)
		d.Level, d.Employer.Products = level, ""
		text := briefing.Compose(d, language(t, "zh"), options(t)).String()
		for _, word := range append(inner, "不宜当众催问", "不比较待遇", "捐赠须经董事会", "李强", "纪念牌", "重视合作", "13900003001") {
			lacks(t, text, word)
		}
		if len(briefing.Missing(d)) != 0 {
			t.Errorf("%s: lists what is missing", level)
		}
	}
	text := briefing.Compose(dossier(career.L1), language(t, "zh"), options(t)).String()
	contains(t, text, "[内部 L1]")
	contains(t, text, "内部资料 注意保管 · L1 校领导 · 打印：区老师 · 2026年11月20日 16:05 · 第 1 份")
	lacks(t, text, "13900003001")
	lacks(t, text, "内部备注")
}

// A count of fewer than five people stands on no paper for others, nor can it
// be worked out.
func TestComposeHidesSmallCounts(t *testing.T) {
	for _, level := range []career.Level{career.L2, career.L3} {
		doc := briefing.Compose(dossier(level), language(t, "zh"), options(t))
		graduates := body(section(doc, "briefing.graduates").Blocks)
		contains(t, graduates, "机械 | 本科 | 签就业协议形式就业 | 7 | 7")
		lacks(t, graduates, "电气")   // 3
		lacks(t, graduates, "10\n") // 7 and the hidden 3
		supply := body(section(doc, "briefing.supply").Blocks)
		contains(t, supply, "48 | 30")
		lacks(t, supply, "测控") // 4

		d := dossier(level)
		d.Supply[0].Unplaced = 46 // and so 2 settled
		doc = briefing.Compose(d, language(t, "zh"), options(t))
		lacks(t, body(section(doc, "briefing.supply").Blocks), "46")
		d.Class = []career.ClassCell{{Code: "10", Count: 3}, {Code: "70", Count: 90}}
		doc = briefing.Compose(d, language(t, "zh"), options(t))
		lacks(t, body(section(doc, "briefing.university").Blocks), "落实率")
	}
}
