package commitments_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"visitdesk/app/screens/commitments"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

var (
	e1             = career.EmployerID(story.ID("e1"))
	v1             = career.VisitID(story.ID("a1"))
	c1, c2, c3, c4 = career.CommitmentID(story.ID("c1")), career.CommitmentID(story.ID("c2")), career.CommitmentID(story.ID("c3")), career.CommitmentID(story.ID("c4"))
)

// open begins a story with four commitments: one overdue, one due next week,
// one without a day, one settled.
func open(t *testing.T, language string) (*story.Story, *commitments.Screen) {
	t.Helper()
	s := story.Begin(t, language)
	screen := commitments.New(s.Desk)
	s.Desk.Edit = func(n career.Noun, field string) { screen.Form(*n.(*career.Commitment), field) }
	s.Keep(&career.Employer{ID: e1, Name: "大连岑远船舶配套有限公司"},
		&career.Visit{ID: v1, Employers: []career.EmployerID{e1}, Direction: career.Out, Mode: career.OnSite, From: "2026-11-10T09:30", Purpose: "落实实习岗位",
			Minutes: career.Minutes{Outer: "双方商定共建实习基地。"}},
		&career.Commitment{ID: c1, Employer: e1, Visit: v1, Side: career.Ours, What: "寄送生源信息", Owner: "王老师", Due: "2026-11-18"},
		&career.Commitment{ID: c2, Employer: e1, Side: career.Theirs, What: "提供两台样机", Due: "2026-11-27"},
		&career.Commitment{ID: c3, Employer: e1, Side: career.Ours, What: "邀请参加春季双选会"},
		&career.Commitment{ID: c4, Employer: e1, Side: career.Ours, What: "签订基地协议", Done: "2026-10-01", Due: "2026-10-08"})
	s.Show(screen)
	return s, screen
}

func read(s *story.Story, id career.CommitmentID) career.Commitment {
	s.Helper()
	c, err := s.Desk.Store.Commitment(s.Context(), id)
	if err != nil {
		s.Fatal(err)
	}
	return c
}

// What is overdue comes first and says so in words; what is settled is shown
// only when all are asked for.
func TestWhatIsDue(t *testing.T) {
	s, _ := open(t, "zh")
	s.See("▲ 已逾期", "寄送生源信息", "提供两台样机", "邀请参加春季双选会", "2026年11月18日（星期三）", "双方商定共建实习基地。")
	all := s.All()
	if !(strings.Index(all, "寄送生源信息") < strings.Index(all, "提供两台样机") && strings.Index(all, "提供两台样机") < strings.Index(all, "邀请参加春季双选会")) {
		t.Errorf("the order is\n%s", all)
	}
	s.Miss("签订基地协议")
	s.Tap("全部")
	s.See("签订基地协议", "✓ 已办结")
	s.TapRow("寄送生源信息")
	s.Tap("2026年11月10日（星期二）09:30")
	if len(s.Opened) != 1 || s.Opened[0] != "visit "+string(v1) {
		t.Errorf("opened %v", s.Opened)
	}
}

// One click settles, one gives a week more, and each is taken back by one.
func TestSettleAndPostpone(t *testing.T) {
	s, _ := open(t, "zh")
	s.Tap("延后一周")
	s.See("“寄送生源信息”延后了一周。")
	if c := read(s, c1); c.Due != "2026-11-27" {
		t.Errorf("due on %s: a week from today, since its day is past", c.Due)
	}
	s.Tap("撤销")
	if c := read(s, c1); c.Due != "2026-11-18" {
		t.Errorf("undone to %s", c.Due)
	}
	s.Command("办结")
	if c := read(s, c1); c.Done != story.Today {
		t.Errorf("settled on %q", c.Done)
	}
	s.Miss("▲ 已逾期")
}

// Several are put off together, and taken back together.
func TestPostponeSeveral(t *testing.T) {
	s, _ := open(t, "zh")
	s.Command("选中所有行")
	s.Command("延后一周")
	for id, want := range map[career.CommitmentID]career.Date{c1: "2026-11-27", c2: "2026-12-04", c3: "2026-11-27", c4: "2026-10-08"} {
		if c := read(s, id); c.Due != want {
			t.Errorf("%s is due on %s, want %s", c.What, c.Due, want)
		}
	}
	s.Tap("撤销")
	if c := read(s, c2); c.Due != "2026-11-27" {
		t.Errorf("undone to %s", c.Due)
	}
}

// What will not be done is given up with the reason, and is no open one any
// more.
func TestGiveUp(t *testing.T) {
	s, _ := open(t, "en")
	s.Command("Drop")
	s.Type("they moved away")
	s.Press(fyne.KeyReturn)
	if c := read(s, c1); !c.Dropped || c.Done != story.Today || c.Result != "they moved away" {
		t.Errorf("kept %+v", c)
	}
	s.Miss("▲ Overdue")
}

// A commitment is written down in a form; one of no employer is told at the
// line.
func TestNewCommitment(t *testing.T) {
	s, _ := open(t, "zh")
	s.Command("添加事项")
	s.Fill("事项", "赠送校庆纪念册")
	s.Fill("期限", "下周三")
	s.Command("保存")
	s.See("1 处")
	s.Fill("单位", "dlcy")
	s.Press(fyne.KeyReturn)
	s.Command("保存")
	s.See("已保存", "赠送校庆纪念册", "2026年11月25日（星期三）")
	s.Miss("签订基地协议") // the list shows what it showed before: the open ones
}

// The screen is worked by Tab and speaks phrases in either language.
func TestCommitmentsByKeyboard(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		s, _ := open(t, language)
		s.ReachAllByTab()
		s.SpeaksPhrases()
	}
}
