package preview_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"visitdesk/app/papers/briefing"
	"visitdesk/app/screens/preview"
	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// below is the screen that the page lies over.
type below struct{ body fyne.CanvasObject }

func (b below) Content() fyne.CanvasObject { return b.body }
func (b below) Refresh()                   {}
func (b below) Commands() []ui.Command     { return nil }

// begin opens the briefing of the sample's next visit. The PDFs that are handed
// over go to a folder of the test.
func begin(t *testing.T, language string, print bool) (*story.Story, store.VisitRow) {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("PATH", t.TempDir()) // no printer and no viewer here
	s := story.Begin(t, language)
	if err := sample.Office(t.Context(), s.Desk.Store, story.Today); err != nil {
		t.Fatal(err)
	}
	next, err := s.Desk.Store.Next(t.Context(), career.Moment(story.Today))
	if err != nil {
		t.Fatal(err)
	}
	s.Show(below{container.NewStack(s.Desk.Words("the screen below", ui.Plain))})
	s.Desk.Push(preview.New(s.Desk, next.ID, print))
	s.Settle()
	return s, next
}

// saved saves the paper and returns its bytes.
func saved(s *story.Story) []byte {
	s.Helper()
	folder := s.TempDir()
	fyne.CurrentApp().Preferences().SetString("last folder", folder)
	s.Command(s.Desk.T("act.save_pdf"))
	s.Press(fyne.KeyReturn)
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(files) != 1 || filepath.Ext(files[0]) != ".pdf" {
		s.Fatalf("saved %v, %v; the window says:\n%s", files, err, s.All())
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		s.Fatal(err)
	}
	return data
}

// The real pages are shown, with their number, for the leaders and in the
// language of the window.
func TestPages(t *testing.T) {
	s, _ := begin(t, "zh", false)
	s.See("走访简报", "第 1 页，共", "L1 校领导", "中文", s.Desk.T("briefing.points"))
	s.Press(fyne.KeyPageDown)
	s.See("第 2 页，共")
}

// A paper that is saved is a whole PDF under a name that says day and employer.
func TestSavePDF(t *testing.T) {
	s, next := begin(t, "zh", false)
	data := saved(s)
	if !bytes.HasPrefix(data, []byte("%PDF-1.7")) || !bytes.Contains(data[len(data)-32:], []byte("%%EOF")) {
		t.Errorf("saved %d bytes: %q …", len(data), data[:min(len(data), 20)])
	}
	s.See("已存为“2026-11-21 " + next.EmployerName)
}

// A folder that cannot be written to leaves no half of a file.
func TestSavePDFWhereNobodyMay(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may write anywhere")
	}
	s, _ := begin(t, "en", false)
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Preferences().SetString("last folder", folder)
	s.Command("Save PDF")
	s.Press(fyne.KeyReturn)
	s.See("E-FS-202")
	if files, _ := filepath.Glob(filepath.Join(folder, "*")); len(files) != 0 {
		t.Errorf("left %v", files)
	}
}

// Sections are switched off and on, and the paper is made anew each time.
func TestSections(t *testing.T) {
	s, _ := begin(t, "en", false)
	whole := saved(s)
	for _, section := range briefing.Sections {
		s.Tick(s.Desk.T(section.Key), false)
	}
	s.See("Page 1 of 1")
	short := saved(s)
	if len(short) >= len(whole) {
		t.Errorf("without sections the paper has %d bytes, with them %d", len(short), len(whole))
	}
	s.Tick(s.Desk.T("briefing.notes"), true)
	s.See("Page 1 of 2")
}

// The paper speaks another language than the window.
func TestLanguage(t *testing.T) {
	s, _ := begin(t, "en", false)
	english := saved(s)
	s.Choose("Language of the paper", "中文")
	s.See("Briefing", "Sections")
	if chinese := saved(s); bytes.Equal(english, chinese) || !bytes.Contains(chinese, []byte("/Lang (zh")) {
		t.Error("the paper did not change its language")
	}
}

// A paper for the employer or the public lacks nothing that it must not have.
func TestLevels(t *testing.T) {
	s, _ := begin(t, "en", false)
	s.Choose("For whom", "L3 public")
	s.See("Complete and ready to print")
	s.Choose("For whom", "L2 employer")
	s.See("Page 1 of")
}

// The complete paper needs a reason, which is noted when the paper leaves; to
// give none keeps the level that was.
func TestCompletePaperNeedsAReason(t *testing.T) {
	s, _ := begin(t, "en", false)
	s.Choose("For whom", "L0 office, complete")
	s.See("Why the complete paper?")
	s.Press(fyne.KeyReturn)
	s.See("Why the complete paper?")
	s.Press(fyne.KeyEscape)
	s.See("L1 leaders")
	s.Choose("For whom", "L0 office, complete")
	s.Type("for the archive")
	s.Press(fyne.KeyReturn)
	saved(s)
	changes, err := s.Desk.Store.Changes(t.Context(), 1)
	if err != nil || len(changes) != 1 || changes[0].Act != ui.Printed || changes[0].Reason != "for the archive" {
		t.Errorf("noted %+v, %v", changes, err)
	}
}

// Without a printer the user is told so and offered a PDF to save, never that
// anything was printed; a computer without a viewer is told too.
func TestPrintWithoutAPrinter(t *testing.T) {
	s, _ := begin(t, "en", true)
	s.Press(fyne.KeyReturn) // the print button has the keyboard
	s.See("this computer has no printer")
	s.Tap("Open in viewer")
	s.See("E-PR-302")
	if left := outbox(t); len(left) != 1 {
		t.Errorf("handed over %v", left)
	}
}

// outbox returns the papers that were handed over.
func outbox(t *testing.T) []string {
	t.Helper()
	folder, err := vault.Outbox()
	if err != nil {
		t.Fatal(err)
	}
	papers, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return papers
}

// While the paper for another level is made, the old one is not handed over
// under the new one's name.
func TestAPaperOfTheLevelBeforeIsNotPrinted(t *testing.T) {
	s, next := begin(t, "en", false)
	page := preview.New(s.Desk, next.ID, false)
	s.Desk.Push(page)
	s.Settle()
	page.SetLevel(career.L2)
	page.Print()
	page.SavePDF()
	page.OpenViewer()
	s.Settle()
	if left := outbox(t); len(left) != 0 {
		t.Errorf("handed over %v", left)
	}
	page.Print()
	s.Settle()
	if left := outbox(t); len(left) != 1 || !strings.Contains(left[0], "L2") {
		t.Errorf("handed over %v", left)
	}
}

// With a printer the paper goes to its queue, and the message says "sent".
func TestPrint(t *testing.T) {
	s, _ := begin(t, "en", false)
	bin := t.TempDir()
	for name, script := range map[string]string{
		"lp":     "#!/bin/sh\necho 'request id is Office-7 (1 file(s))'\n",
		"lpstat": "#!/bin/sh\necho 'Office'\n",
	} {
		if err := os.WriteFile(filepath.Join(bin, name), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", bin)
	s.Command("Print")
	s.See("Sent to the printer queue")
	if strings.Contains(strings.ToLower(s.All()), "printed") {
		t.Error("the window claims that the paper was printed")
	}
}

// What is missing is listed and a click goes to its form.
func TestMissing(t *testing.T) {
	s, next := begin(t, "en", false)
	v := next.Visit
	v.Purpose = ""
	s.Keep(&v)
	s.Desk.Back()
	s.Desk.Push(preview.New(s.Desk, v.ID, false))
	s.See("Missing in the briefing")
	s.Tap("Purpose")
	if len(s.Fields) != 1 || s.Fields[0] != "visit.purpose" {
		t.Errorf("went to %v", s.Fields)
	}
}

// A visit that is gone is told; the page can be left.
func TestAVisitThatIsGone(t *testing.T) {
	s, next := begin(t, "en", false)
	s.Desk.Back()
	if err := s.Desk.Store.Delete(t.Context(), &next.Visit); err != nil {
		t.Fatal(err)
	}
	s.Desk.Push(preview.New(s.Desk, next.ID, true))
	s.See("E-DB-108")
	s.Command("Print")
	s.See("The briefing is still being made")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyEscape)
	s.See("the screen below")
}

// Everything can be reached by Tab, and no phrase is missing.
func TestReachable(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		s, _ := begin(t, language, true)
		s.ReachAllByTab()
		s.SpeaksPhrases()
	}
}

// A double click prints once.
func TestPrintOnce(t *testing.T) {
	s, _ := begin(t, "en", true)
	bin := t.TempDir()
	log := filepath.Join(bin, "jobs")
	for name, script := range map[string]string{"lpstat": "echo office-printer", "lp": "echo job >> '" + log + "'; echo 'request id is office-printer-1 (1 file(s))'"} {
		if err := os.WriteFile(filepath.Join(bin, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", bin)
	s.Meanwhile(func() {
		s.Command("Print")
		s.Command("Print")
	})
	s.See("Sent to the printer queue")
	if jobs, _ := os.ReadFile(log); string(jobs) != "job\n" {
		t.Errorf("printed %q", jobs)
	}
	s.Command("Print")
	s.See("Sent to the printer queue")
	if jobs, _ := os.ReadFile(log); string(jobs) != "job\njob\n" {
		t.Errorf("later printed %q", jobs)
	}
}

// A reason of blanks is none.
func TestTheReasonMustSaySomething(t *testing.T) {
	s, _ := begin(t, "en", false)
	s.Choose(s.Desk.T("preview.level"), s.Desk.T(career.L0.Key()))
	s.Type("   ")
	s.Press(fyne.KeyReturn)
	s.See(s.Desk.T("preview.reason_title"))
}
