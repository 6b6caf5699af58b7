package i18n_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"visitdesk/app/i18n"
	"visitdesk/assets"
	"visitdesk/data/career"
)

func load(t *testing.T, language string) i18n.Text {
	t.Helper()
	text, err := i18n.Load(assets.Files, language)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestEveryLanguageKnowsItsName(t *testing.T) {
	for _, language := range i18n.Languages {
		if got := load(t, language).Language(); got != language {
			t.Errorf("%s calls itself %q", language, got)
		}
	}
}

func TestWhatCannotBeLoadedIsSaid(t *testing.T) {
	if _, err := i18n.Load(assets.Files, "xx"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an unknown language: %v", err)
	}
	broken := fstest.MapFS{"lang/zh.json": {Data: []byte(`{"a.b": `)}}
	if _, err := i18n.Load(broken, "zh"); err == nil || !strings.Contains(err.Error(), "lang/zh.json") {
		t.Errorf("a broken file: %v", err)
	}
}

func TestAPhraseTakesItsArguments(t *testing.T) {
	files := fstest.MapFS{"lang/en.json": {Data: []byte(
		`{"a.plain": "100 % sure", "a.two": "%[2]s, then %[1]s"}`)}}
	text, err := i18n.Load(files, "en")
	if err != nil {
		t.Fatal(err)
	}
	for want, got := range map[string]string{
		"100 % sure":  text("a.plain"),
		"b, then a":   text("a.two", "a", "b"),
		"no.such_key": text("no.such_key", 7),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestOneThingIsNotMany(t *testing.T) {
	files := fstest.MapFS{"lang/en.json": {Data: []byte(
		`{"a.days": "%d days of %s", "a.days_one": "%d day of %s", "a.items": "%d items"}`)}}
	text, err := i18n.Load(files, "en")
	if err != nil {
		t.Fatal(err)
	}
	for want, got := range map[string]string{
		"0 days of rain": text.Count("a.days", 0, "rain"),
		"1 day of rain":  text.Count("a.days", 1, "rain"),
		"2 days of rain": text.Count("a.days", 2, "rain"),
		"1 items":        text.Count("a.items", 1), // a language without the difference
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestDaysAreWrittenAsOnPaper(t *testing.T) {
	day := time.Date(2026, 11, 1, 23, 59, 0, 0, time.UTC)
	zh, en := load(t, "zh"), load(t, "en")
	for want, got := range map[string]string{
		"2026年11月1日": zh.Date(day), "1 November 2026": en.Date(day),
		"2026年11月1日（星期日）": zh.Weekday(day), "Sunday, 1 November 2026": en.Weekday(day),
		"2026年11月": zh.Month(day), "November 2026": en.Month(day),
		"": zh.Date(time.Time{}) + en.Weekday(time.Time{}) + zh.Month(time.Time{}),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestEveryMonthAndWeekdayHasAName(t *testing.T) {
	for _, language := range i18n.Languages {
		text, seen := load(t, language), map[string]bool{}
		for i := range 12 {
			seen[text.Month(time.Date(2026, time.Month(i+1), 1, 0, 0, 0, 0, time.UTC))] = true
		}
		for i := range 7 {
			seen[text.Weekday(time.Date(2026, 11, 1+i, 0, 0, 0, 0, time.UTC))] = true
		}
		if len(seen) != 19 {
			t.Errorf("%s: %d different months and days", language, len(seen))
		}
		for name := range seen {
			if strings.Contains(name, "month.") || strings.Contains(name, "weekday.") || strings.Contains(name, "%!") {
				t.Errorf("%s: %q", language, name)
			}
		}
	}
}

func TestListsAreJoinedAsTheLanguageDoes(t *testing.T) {
	items := []string{"甲", "乙", "丙"}
	if got := load(t, "zh").List(items); got != "甲、乙、丙" {
		t.Errorf("Chinese: %q", got)
	}
	if got := load(t, "en").List(items); got != "甲, 乙, 丙" {
		t.Errorf("English: %q", got)
	}
	if got := load(t, "en").List(nil); got != "" {
		t.Errorf("nothing: %q", got)
	}
}

// Each fault that a user can meet is told in a sentence of its own, with a code
// that a helper can look up, however deeply it is wrapped.
func TestFaultsAreToldInTheUsersWords(t *testing.T) {
	kinds := []error{
		career.ErrTaken, career.ErrConflict, career.ErrInUse, career.ErrNotEmpty, career.ErrTooNew, career.ErrForeign, career.ErrDamaged,
		career.ErrReadOnly, career.ErrFull, career.ErrGone, career.ErrBusy, career.ErrNetwork, career.ErrTooBig, career.ErrProgram, career.ErrAltered, career.ErrNotFound,
		fs.ErrPermission, fs.ErrNotExist, context.Canceled, errors.New("odd"),
	}
	for _, language := range i18n.Languages {
		text, told := load(t, language), map[string]error{}
		for _, kind := range kinds {
			got := text.Fault(fmt.Errorf("save employer: %w", fmt.Errorf("write: %w", kind)))
			if got == "" || strings.HasPrefix(got, "fault.") || strings.Contains(got, "save employer") {
				t.Errorf("%s: %v is told as %q", language, kind, got)
			}
			if other := told[got]; other != nil {
				t.Errorf("%s: %v and %v are told alike", language, kind, other)
			}
			told[got] = kind
		}
		if got := text.Fault(nil); got != "" {
			t.Errorf("%s: no error is told as %q", language, got)
		}
	}
}

func TestTheSystemsErrorsAreFaultsToo(t *testing.T) {
	text := load(t, "en")
	path := func(err error) error { return &fs.PathError{Op: "open", Path: "office.db", Err: err} }
	for _, c := range []struct{ got, like error }{
		{path(syscall.ENOSPC), career.ErrFull},
		{path(syscall.EROFS), fs.ErrPermission},
		{path(syscall.EACCES), fs.ErrPermission},
		{path(syscall.ENOENT), fs.ErrNotExist},
		{path(syscall.ENOTDIR), fs.ErrNotExist},
	} {
		if got, want := text.Fault(c.got), text.Fault(c.like); got != want {
			t.Errorf("%v is told as %q, want %q", c.got, got, want)
		}
	}
}

// The most telling reason is told: a damaged file that may also not be written
// is damaged.
func TestTheGravestFaultIsTold(t *testing.T) {
	text := load(t, "zh")
	both := errors.Join(fs.ErrPermission, career.ErrDamaged)
	if got, want := text.Fault(both), text.Fault(career.ErrDamaged); got != want {
		t.Errorf("told as %q", got)
	}
}

func TestAllProblemsAreToldAtOnce(t *testing.T) {
	problems := []career.Problem{
		{Field: "employer.name", Reason: "problem.missing"},
		{Field: "employer.uscc", Reason: "problem.missing"},
	}
	for _, language := range i18n.Languages {
		text := load(t, language)
		lines := strings.Split(text.Problems(problems), "\n")
		if len(lines) != 2 || !strings.Contains(lines[0], text("employer.name")) || !strings.Contains(lines[1], text("problem.missing")) {
			t.Errorf("%s: %q", language, lines)
		}
		fault := text.Fault(fmt.Errorf("save: %w", career.Invalid(problems)))
		for _, line := range lines {
			if !strings.Contains(fault, line) {
				t.Errorf("%s: %q is not in %q", language, line, fault)
			}
		}
	}
}

// In the window, whose font is a Chinese one, English phrases have straight
// quotes; names and Chinese phrases keep theirs.
func TestStraightQuotes(t *testing.T) {
	en, zh := load(t, "en").Straight(), load(t, "zh").Straight()
	if got := en("employer.likely", "沈阳“岑远”"); got != `May be the same as "沈阳“岑远”"` {
		t.Errorf("English says %s", got)
	}
	if got := zh("employer.likely", "岑远"); !strings.Contains(got, "“岑远”") {
		t.Errorf("Chinese says %s", got)
	}
	if got := en("no.such"); got != "no.such" {
		t.Errorf("a missing phrase is %s", got)
	}
}
