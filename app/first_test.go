package app_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"visitdesk/app"
	"visitdesk/app/ui/story"
	"visitdesk/assets"
	"visitdesk/data/career"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// start starts the program with its usual folder in home, as somebody does who
// double-clicks it.
func start(t *testing.T, a fyne.App, home string) (*story.Story, *app.Window) {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	s := story.Over(t)
	w, err := app.Open(t.Context(), a, app.Options{Files: assets.Files, Folder: filepath.Join(home, "usual"), Usual: true,
		Language: "zh", Now: morning, Actor: "王老师", Go: s.Go})
	if w == nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if w.Desk().Store != nil {
			w.Desk().Store.Close()
		}
	})
	s.Desk, s.Window = w.Desk(), w.Fyne()
	w.Fyne().Resize(fyne.NewSize(1366, 740))
	s.Settle()
	return s, w
}

// Who starts the program for the first time is asked how to begin, before
// anything is written to the computer.
func TestFirstStartAsks(t *testing.T) {
	home := t.TempDir()
	s, _ := start(t, test.NewTempApp(t), home)
	s.See("欢迎使用访企通", "所有数据只留在这台电脑上", "从空白开始", "先看示例", filepath.Join(home, "usual"))
	s.ReachAllByTab()
	s.Tap("English")
	s.See("Welcome to Visit Desk", "Start empty")
	if _, err := os.Stat(filepath.Join(home, "usual")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder was made before anybody chose: %v", err)
	}
}

// The sample is one click away and has tomorrow's visit; the next start opens
// it without asking.
func TestBeginWithTheSample(t *testing.T) {
	home, a := t.TempDir(), test.NewTempApp(t)
	s, w := start(t, a, home)
	s.Tap("打开示例")
	s.Desk = w.Desk()
	s.See("明天 09:30", "打印简报")
	s.Desk.Store.Close()
	s, _ = start(t, a, home)
	s.See("明天 09:30")
}

// Whoever asks for the sample in a folder that holds an office gets their own
// office, and nothing invented among its records.
func TestNoSampleAmongOnesOwn(t *testing.T) {
	home, a := t.TempDir(), test.NewTempApp(t)
	old := filepath.Join(home, "old")
	if err := os.MkdirAll(old, 0o700); err != nil {
		t.Fatal(err)
	}
	office, err := store.Open(t.Context(), filepath.Join(old, vault.Office), store.Options{Now: morning})
	if err == nil {
		err = errors.Join(office.Save(t.Context(), &career.Employer{Name: "东软集团股份有限公司"}), office.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	a.Preferences().SetString("last folder", old)
	s, w := start(t, a, home)
	s.Tap("更改")
	s.Tap("用这个文件夹")
	s.Tap("打开示例")
	s.Desk = w.Desk()
	s.Settle()
	if rows, err := s.Desk.Store.Employers(t.Context(), store.Query{}); err != nil || len(rows) != 1 {
		t.Errorf("the office has %d employers, %v", len(rows), err)
	}
	s.See("这个文件夹里本来就有数据，已直接打开")
}

// An empty office begins with the guide, which leads through the first visit
// and ticks off what is done.
func TestBeginEmpty(t *testing.T) {
	s, w := start(t, test.NewTempApp(t), t.TempDir())
	s.Tap("从空白开始")
	s.Desk = w.Desk()
	s.See("第一次走访，十分钟", "已完成 0 / 7", "1. 填写学校信息", "5. 打印简报")
	s.Miss("新建议定事项") // there is no visit yet that it could come of
	s.Tap("新建单位")
	s.Fill("单位全称", "大连岑远船舶配套有限公司")
	s.Command("保存")
	s.See("已完成 1 / 7", "✓ 录入要走访的单位")
	s.Tap("新建走访")
	s.Fill("时间", "明天 9点半")
	s.Command("保存")
	s.See("已完成 2 / 7", "✓ 安排一次走访", "新建议定事项")
	visits := s.Visits()
	if len(visits) != 1 || visits[0].From != "2026-11-21T09:30" || visits[0].EmployerName != "大连岑远船舶配套有限公司" {
		t.Errorf("kept %+v", visits)
	}
}

// Who has an office already chooses its folder; a folder without one is told
// and nothing is made in it.
func TestBeginWithAnExistingFolder(t *testing.T) {
	home, a := t.TempDir(), test.NewTempApp(t)
	old := filepath.Join(home, "旧电脑", "访企通")
	if err := os.MkdirAll(old, 0o700); err != nil {
		t.Fatal(err)
	}
	a.Preferences().SetString("last folder", old)
	s, w := start(t, a, home)
	s.Tap("选择文件夹")
	s.Tap("用这个文件夹")
	s.See("没有 office.db")
	if files, _ := os.ReadDir(old); len(files) != 0 {
		t.Errorf("made %v", files)
	}
	s.Press(fyne.KeyEscape)
	office, err := store.Open(t.Context(), filepath.Join(old, vault.Office), store.Options{Now: morning})
	if err == nil {
		err = errors.Join(office.Save(t.Context(), &career.Employer{Name: "东软集团股份有限公司"}), office.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	s.Tap("选择文件夹")
	s.Tap("用这个文件夹")
	s.Desk = w.Desk()
	if rows, err := s.Desk.Store.Employers(t.Context(), store.Query{}); err != nil || len(rows) != 1 {
		t.Errorf("found %v, %v", rows, err)
	}
	if got := a.Preferences().String("folder"); got != old {
		t.Errorf("the next start opens %q", got)
	}
}

// A backup is made, examined and told; the office in it is the whole one.
func TestBackUpNow(t *testing.T) {
	s, _, folder := open(t, "zh", true)
	s.Command(s.Desk.T("section.settings"))
	s.Tap("立即备份")
	s.See("备份已做好并检查过：office-20261120-083100.db")
	copied, err := store.Open(t.Context(), filepath.Join(folder, "backup", "office-20261120-083100.db"), store.Options{Now: morning})
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
	if _, err := copied.Next(t.Context(), "2026-11-20T08:31"); err != nil {
		t.Errorf("the copy has no next visit: %v", err)
	}
}

// An office that cannot be opened is not the end: another can be chosen.
func TestAnotherFolderInsteadOfADamagedOne(t *testing.T) {
	home, a := t.TempDir(), test.NewTempApp(t)
	old := filepath.Join(home, "usual")
	if err := errors.Join(os.MkdirAll(old, 0o700), os.WriteFile(filepath.Join(old, vault.Office), []byte("no office"), 0o600)); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(home, "other")
	if err := os.MkdirAll(other, 0o700); err != nil {
		t.Fatal(err)
	}
	office, err := store.Open(t.Context(), filepath.Join(other, vault.Office), store.Options{Now: morning})
	if err == nil {
		err = office.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	a.Preferences().SetString("last folder", other)
	s, w := start(t, a, home)
	s.See("数据没有打开", "打开另一个数据文件夹")
	s.Tap("打开另一个数据文件夹")
	s.Tap("用这个文件夹")
	s.Desk = w.Desk()
	s.See("欢迎")
	if kept, _ := os.ReadFile(filepath.Join(old, vault.Office)); string(kept) != "no office" {
		t.Error("the damaged file was changed")
	}
}
