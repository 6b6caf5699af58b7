package settings_test

import (
	"fmt"
	"strings"
	"testing"

	"visitdesk/app/screens/settings"
	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
)

// desk is a story on the screen with what it asked of the window.
type desk struct {
	*story.Story
	look   settings.Look
	shown  []string
	screen *settings.Screen
}

func begin(t *testing.T, language string) *desk {
	t.Helper()
	d := &desk{Story: story.Begin(t, language)}
	d.Desk.Folder = "/somewhere/visitdesk"
	look := settings.Look{Language: language, Appearance: ui.Light, TextSize: ui.DefaultTextSize, Set: func(l settings.Look) { d.look = l }}
	d.screen = settings.New(d.Desk, look, settings.Ways{
		Show:   func(folder string) { d.shown = append(d.shown, folder) },
		Move:   func() { d.shown = append(d.shown, "another") },
		BackUp: func() { d.shown = append(d.shown, "backup") },
	})
	d.Desk.Edit = func(n career.Noun, field string) {
		switch n := n.(type) {
		case *career.University:
			d.screen.UniversityForm(*n, field)
		default:
			d.Edited = append(d.Edited, n)
		}
	}
	d.Show(d.screen)
	return d
}

// Language, text size and appearance are handed to the window at once.
func TestLook(t *testing.T) {
	d := begin(t, "en")
	d.Choose("Language", "中文")
	if d.look.Language != "zh" {
		t.Errorf("the language is %q", d.look.Language)
	}
	d.Choose("Text size", "120%")
	d.Choose("Appearance", "Dark")
	if d.look.TextSize != 18 || d.look.Appearance != ui.Dark || d.look.Language != "zh" {
		t.Errorf("the look is %+v", d.look)
	}
}

// The university says who it is, in lines, and which rule its rates follow.
func TestUniversity(t *testing.T) {
	d := begin(t, "zh")
	d.TapAfter("学校", "编辑")
	d.Fill("学校名称", "沈阳工学院")
	d.Fill("办学特色", "应用型\n产教融合")
	d.Choose("落实率口径", d.Desk.T("scheme.cn_2024"))
	d.Command("保存")
	d.See("沈阳工学院", "已保存")
	u, err := d.Desk.Store.University(t.Context())
	if err != nil || u.Name != "沈阳工学院" || len(u.Characteristics) != 2 || u.Scheme != "cn_2024" {
		t.Errorf("kept %+v, %v", u, err)
	}
	d.TapAfter("学校", "编辑")
	d.Fill("学校名称", "")
	d.Command("保存")
	d.See("没有填写")
}

// The leaders are listed in protocol order; a click edits one.
func TestColleagues(t *testing.T) {
	d := begin(t, "en")
	d.See("Nobody yet")
	d.Tap("Add a colleague")
	d.Keep(&career.Colleague{Name: "陈𬭎", Title: "副校长", Rank: 2}, &career.Colleague{Name: "顾明哲", Title: "校长", Rank: 1})
	d.screen.Refresh()
	d.See("顾明哲 · 校长")
	if all := d.All(); strings.Index(all, "顾明哲") > strings.Index(all, "陈𬭎") {
		t.Errorf("the window says:\n%s", all)
	}
	d.Tap("顾明哲 · 校长")
	if len(d.Edited) != 2 || d.Edited[0].Key() != "" || d.Edited[1].(*career.Colleague).Name != "顾明哲" {
		t.Errorf("edited %+v", d.Edited)
	}
}

// What was changed lately is listed, and any of it can be taken back.
func TestChanges(t *testing.T) {
	d := begin(t, "en")
	one, two := &career.Employer{Name: "One"}, &career.Employer{Name: "Two"}
	d.Keep(one)
	d.Keep(two)
	d.screen.Refresh()
	d.See("One", "Two", "王老师")
	d.TapAfterIn("One", "Undo")
	d.See("Undone")
	rows, err := d.Desk.Store.Employers(t.Context(), store.Query{Limit: 9})
	if err != nil || len(rows) != 1 || rows[0].Name != "Two" {
		t.Errorf("left are %+v, %v", rows, err)
	}
}

// The sample goes in one act after asking, and comes back.
func TestRemoveSample(t *testing.T) {
	d := begin(t, "zh")
	if err := sample.Office(t.Context(), d.Desk.Store, story.Today); err != nil {
		t.Fatal(err)
	}
	mine := &career.Employer{Name: "自己的单位"}
	d.Keep(mine)
	d.screen.Refresh()
	d.See("示例数据")
	d.Tap("移除示例数据")
	d.See("您自己的记录不受影响")
	d.Tap("移除示例数据")
	d.See("已移除")
	rows, err := d.Desk.Store.Employers(t.Context(), store.Query{Limit: 100})
	if err != nil || len(rows) != 1 || rows[0].Name != "自己的单位" {
		t.Errorf("left are %d, %v", len(rows), err)
	}
	d.TapAfterIn("已移除", "撤销")
	d.See("这里有示例数据")
}

// The folder of the data is shown, and opened on a click.
func TestFolder(t *testing.T) {
	d := begin(t, "en")
	d.See("/somewhere/visitdesk")
	d.Tap("Open folder")
	if len(d.shown) != 1 || d.shown[0] != "/somewhere/visitdesk" {
		t.Errorf("shown %v", d.shown)
	}
}

// Everything can be reached by Tab, and no phrase is missing.
func TestReachable(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		d := begin(t, language)
		d.ReachAllByTab()
		d.SpeaksPhrases()
		for _, noun := range []career.Noun{&career.University{}} {
			d.Desk.Edit(noun, "")
			d.ReachAllByTab()
			d.SpeaksPhrases()
			d.Desk.Back()
		}
	}
}

// Our people stand in protocol order; one is moved up by a click, in one act.
func TestProtocolOrder(t *testing.T) {
	d := begin(t, "zh")
	d.Keep(&career.Colleague{Name: "顾明哲", Title: "校长"}, &career.Colleague{Name: "陈𬭎", Title: "副校长", Rank: 2}, &career.Colleague{Name: "欧阳静", Title: "处长", Rank: 3})
	d.screen.Refresh()
	d.TapAfterLine("欧阳静 · 处长", "上移")
	d.See("“欧阳静”上移了一位")
	d.TapAfterLine("顾明哲 · 校长", "上移")
	d.TapAfterLine("顾明哲 · 校长", "上移")
	list, err := d.Desk.Store.Colleagues(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"顾明哲", "欧阳静", "陈𬭎"} {
		if list[i].Name != want || list[i].Rank != i+1 {
			t.Errorf("number %d is %s of rank %d, want %s", i+1, list[i].Name, list[i].Rank, want)
		}
	}
}

// The data can be copied and another office opened, both by the window.
func TestData(t *testing.T) {
	d := begin(t, "zh")
	d.Tap("立即备份")
	d.Tap("打开另一个数据文件夹")
	if got := strings.Join(d.shown, " "); got != "backup another" {
		t.Errorf("asked for %q", got)
	}
}

// Of many people the first are shown, and the others by a click.
func TestManyColleagues(t *testing.T) {
	d := begin(t, "en")
	for i := range 25 {
		d.Keep(&career.Colleague{Name: fmt.Sprintf("Colleague %02d", i), Rank: i + 1})
	}
	d.screen.Refresh()
	d.See("Colleague 19", "5 more")
	if n := strings.Count(d.All(), "Move up"); n != 19 {
		t.Errorf("%d can be moved up at first", n)
	}
	d.Tap("5 more")
	d.screen.Refresh()
	d.Settle()
	if n := strings.Count(d.All(), "Move up"); n != 24 {
		t.Errorf("%d can be moved up of all", n)
	}
}
