package briefing_test

import (
	"slices"
	"strings"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/papers/briefing"
	"visitdesk/data/career"
)

// printed returns the text of a section of the dossier's briefing.
func printed(t *testing.T, d career.Dossier, lang, key string) string {
	t.Helper()
	return body(section(briefing.Compose(d, language(t, lang), options(t)), key).Blocks)
}

// The paper is named for its reader and for who comes to whom.
func TestTitleSuitsTheReader(t *testing.T) {
	in := dossier(career.L1)
	in.Visit.Direction = career.In
	nameless := dossier(career.L1)
	nameless.Employer.Name = " "
	for name, c := range map[string]struct {
		d    career.Dossier
		lang string
		want string
	}{
		"out":      {dossier(career.L1), "zh", "走访临河砺新装备有限公司工作简报"},
		"out, en":  {dossier(career.L1), "en", "Briefing: visit to 临河砺新装备有限公司"},
		"in":       {in, "zh", "临河砺新装备有限公司来访洽谈简报"},
		"in, en":   {in, "en", "Briefing: visit from 临河砺新装备有限公司"},
		"handed":   {dossier(career.L2), "zh", "临河砺新装备有限公司与临河工学院校企交流材料"},
		"public":   {dossier(career.L3), "zh", "校企交流情况：临河砺新装备有限公司"},
		"nameless": {nameless, "zh", "走访工作简报"},
	} {
		if got := briefing.Compose(c.d, language(t, c.lang), options(t)).Name(); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// The head names the house in the paper's language, the office and the day; the
// file is stamped with the time of printing.
func TestHeadNamesTheHouse(t *testing.T) {
	d, o := dossier(career.L1), options(t)
	zh, en := briefing.Compose(d, language(t, "zh"), o), briefing.Compose(d, language(t, "en"), o)
	if zh.Author != "临河工学院" || en.Author != "Linhe Institute of Technology" {
		t.Errorf("issued by %q and %q", zh.Author, en.Author)
	}
	if zh.Number != "就业指导中心　2026年11月20日" || zh.Language != "zh" || !zh.Written.Equal(o.At) {
		t.Errorf("head %q, language %q, written %v", zh.Number, zh.Language, zh.Written)
	}
	plain := briefing.Compose(d, language(t, "zh"), briefing.Options{})
	if plain.Foot != "内部资料 注意保管 · L1 校领导" || plain.Number != "就业指导中心　2026年11月20日" {
		t.Errorf("without options: foot %q, head %q", plain.Foot, plain.Number)
	}
	d.University.EnglishName = ""
	if got := briefing.Compose(d, language(t, "en"), o).Author; got != "临河工学院" {
		t.Errorf("without an English name: %q", got)
	}
}

// Times of one day, of several days, and of no certain hour.
func TestSubtitleTellsTheTime(t *testing.T) {
	for when, want := range map[[2]career.Moment]string{
		{"2026-11-21T09:30", "2026-11-21T11:30"}: "2026年11月21日（星期六） 09:30–11:30 ·",
		{"2026-11-21T09:30", ""}:                 "2026年11月21日（星期六） 09:30 ·",
		{"2026-11-21", ""}:                       "2026年11月21日（星期六） ·",
		{"2026-11-21T09:30", "2026-11-22T12:00"}: "2026年11月21日（星期六） 09:30–2026年11月22日 12:00 ·",
		{"下周", ""}:                               "下周 ·",
	} {
		d := dossier(career.L1)
		d.Visit.From, d.Visit.To = when[0], when[1]
		if got := briefing.Compose(d, language(t, "zh"), options(t)).Subtitle; !strings.HasPrefix(got, want) {
			t.Errorf("%v: got %q, want %q", when, got, want)
		}
	}
}

// A paper that both sides read says university and employer, not ours and
// theirs.
func TestSidesAreNamedForTheReader(t *testing.T) {
	text := briefing.Compose(dossier(career.L2), language(t, "zh"), options(t)).String()
	contains(t, text, "校方（1 人）")
	contains(t, text, "用人单位（1 人）")
	contains(t, text, "| 校方 |")
	contains(t, text, "走访交流")
	text = briefing.Compose(dossier(career.L1), language(t, "zh"), options(t)).String()
	contains(t, text, "我方人员（1 人）")
	contains(t, text, "走出去")
}

// The public reads neither what was promised nor what was said, nobody's
// number, and nothing that is not signed.
func TestThePublicReadsLittle(t *testing.T) {
	d := dossier(career.L3)
	d.Agreements = append(d.Agreements, career.Agreement{Sort: "order_class", Title: "订单班意向"})
	text := briefing.Compose(d, language(t, "zh"), options(t)).String()
	for _, word := range []string{"最早的事", "双方商定", "上手快", "13900002001", "订单班意向", "未办结"} {
		lacks(t, text, word)
	}
	contains(t, text, "实习基地协议")
	d.Demands = nil
	lacks(t, briefing.Compose(d, language(t, "zh"), options(t)).String(), "未落实")
}

// Whom one meets: the reading, whether ours, when last met, how to call.
func TestPeopleAreIntroduced(t *testing.T) {
	d := dossier(career.L1)
	d.Theirs = append(d.Theirs,
		career.Person{Participant: career.Participant{Name: "新来的", Title: "主任", Contact: "c2", Unit: "集团总部"}},
		career.Person{Participant: career.Participant{Name: "随行人员"}})
	text := printed(t, d, "zh", "briefing.people")
	for _, want := range []string{
		"对方人员（3 人）", "陈𬭎（校友） Chén Hóng · 董事长", "我校校友：2005届 机械学院 机械", "上次见面：2026年7月16日，沈校长带队",
		"13900002001（现场联系人）", "上次见面：此前未见过面", "集团总部", "随行人员  · （待补）",
	} {
		contains(t, text, want)
	}
	if strings.Count(text, "上次见面") != 2 {
		t.Error("tells of somebody nobody knows when they were met:\n", text)
	}
	contains(t, printed(t, dossier(career.L0), "zh", "briefing.people"), "内部备注：直奔主题")
}

// Our own people are listed with their numbers; guests see them as cards.
func TestOurPeopleAreListed(t *testing.T) {
	contains(t, printed(t, dossier(career.L1), "zh", "briefing.people"), "顾校长 Gù | 校长 |  | 13900001001 |")
	guests := section(briefing.Compose(dossier(career.L2), language(t, "zh"), options(t)), "briefing.people")
	if has(guests.Blocks, func(document.Table) bool { return true }) {
		t.Error("guests get a list of numbers")
	}
	d := dossier(career.L1)
	d.Ours[0].Title = ""
	found := false
	for _, p := range briefing.Missing(d) {
		found = found || p.Field == "participant.title"
	}
	if !found {
		t.Error("does not miss the title of one of ours")
	}
}

// A long title ends its lines between phrases, never inside the employer's name.
func TestTitleBreaksBetweenPhrases(t *testing.T) {
	d := dossier(career.L2)
	d.Employer.Name = "沈阳岑远智能装备股份有限公司"
	parts := strings.Split(briefing.Compose(d, language(t, "zh"), options(t)).Title, document.Seam)
	if want := []string{"沈阳岑远智能装备股份有限公司", "与临河工学院", "校企交流材料"}; !slices.Equal(parts, want) {
		t.Errorf("the phrases are %q", parts)
	}
}

// A paper for the public has no page one of its own: it begins and flows on.
func TestThePublicReadsOn(t *testing.T) {
	doc := briefing.Compose(dossier(career.L3), language(t, "zh"), options(t))
	if len(doc.Front.Versions) > 0 || doc.Sections[0].Key != "briefing.front" || doc.Sections[0].NewPage {
		t.Error("the public's paper has a page one")
	}
	if title := doc.Sections[1].Title; !strings.HasPrefix(title, "一、") {
		t.Errorf("the first section with a title is %q", title)
	}
}
