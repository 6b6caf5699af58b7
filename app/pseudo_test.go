package app_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"visitdesk/app"
	"visitdesk/app/ui/story"
	"visitdesk/assets"
	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// In the pseudo-language every phrase and every line of the help stands between
// two marks and is a third longer than in English. Whatever the window shows
// outside of the marks was put there without a phrase, unless it is what the
// office keeps; and a language with longer words must fit too.
const (
	opens, closes = "«", "»"
	longer        = 0.35
)

// pseudo are the program's files in the pseudo-language.
type pseudo struct {
	fs.FS
	told fstest.MapFS
}

func pseudoFiles(t *testing.T) fs.FS {
	t.Helper()
	p := pseudo{assets.Files, fstest.MapFS{}}
	data, err := fs.ReadFile(assets.Files, "lang/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var phrases map[string]string
	if err := json.Unmarshal(data, &phrases); err != nil {
		t.Fatal(err)
	}
	for key, phrase := range phrases {
		if key != "language.code" { // no words
			phrases[key] = wrapped(phrase)
		}
	}
	data, err = json.Marshal(phrases)
	if err != nil {
		t.Fatal(err)
	}
	p.told["lang/en.json"] = &fstest.MapFile{Data: data}
	pages, err := fs.Glob(assets.Files, "help/en/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal("no help:", err)
	}
	for _, page := range pages {
		data, err := fs.ReadFile(assets.Files, page)
		if err != nil {
			t.Fatal(err)
		}
		p.told[page] = &fstest.MapFile{Data: []byte(helpLine.ReplaceAllStringFunc(string(data), wrapLine))}
	}
	return p
}

func (p pseudo) Open(name string) (fs.File, error) {
	if p.told[name] != nil {
		return p.told.Open(name)
	}
	return p.FS.Open(name)
}

// wrapped puts a phrase between the marks and makes it longer, by words of their
// own so that it can be broken into lines where the phrase can.
func wrapped(phrase string) string {
	most := int(float64(utf8.RuneCountInString(phrase)) * longer)
	more := ""
	for n := min(most, 6); n > 0; n = min(most-utf8.RuneCountInString(more), 6) {
		more += " " + strings.Repeat("x", n)
	}
	if !strings.Contains(phrase, " ") {
		more = strings.TrimLeft(more, " ") // a short word gets no room to be broken
	}
	return opens + phrase + more + closes
}

// helpLine is a line of the help with words; the marks before them are none.
var helpLine = regexp.MustCompile(`(?m)^(# |## |- |\d+\. )?[^\n{]+$`)

func wrapLine(line string) string {
	if strings.HasPrefix(line, "[") {
		return linkWords.ReplaceAllStringFunc(line, func(l string) string { return "[" + wrapped(l[1:len(l)-1]) + "]" })
	}
	mark := helpMark.FindString(line)
	return mark + wrapped(line[len(mark):])
}

var (
	linkWords = regexp.MustCompile(`\[[^\]]+\]`)
	helpMark  = regexp.MustCompile(`^(# |## |- |\d+\. )?`)
)

// pseudoWindow is the program in the pseudo-language, with what it may show
// besides phrases.
type pseudoWindow struct {
	*story.Story
	w    *app.Window
	data string // all that the office keeps

	seen, menus int // how often was looked, and at menus
}

func openPseudo(t *testing.T) *pseudoWindow {
	t.Helper()
	folder := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	t.Setenv("PATH", t.TempDir())
	office, err := store.Open(t.Context(), filepath.Join(folder, vault.Office), store.Options{Now: morning})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(sample.Office(t.Context(), office, story.Today), office.Close()); err != nil {
		t.Fatal(err)
	}
	p := &pseudoWindow{Story: story.Over(t)}
	p.w, err = app.Open(t.Context(), test.NewTempApp(t), app.Options{
		Files: pseudoFiles(t), Folder: folder, Language: "en", Now: morning, Actor: "王老师", Go: p.Go,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.w.Desk().Store.Close() })
	p.Desk, p.Window = p.w.Desk(), p.w.Fyne()
	p.Window.Resize(fyne.NewSize(1366, 740))
	p.Settle()
	p.data = strings.Join(openBooks(t, folder).all(), "\n") + "\n" + strings.Join(names, "\n") + folder
	return p
}

// names are what is called so in every language: keys, forms of files, and days
// as the office keeps them.
var names = []string{"Ctrl", "Shift", "Alt", "Tab", "Esc", "Enter", "Del", "PDF", "Home", "End", "PageUp", "PageDown", "Cmd",
	"Windows", "GB/T", "MB", "KB", "L0", "L1", "L2", "L3", "F1", "F2", "F3", "F6", "王老师", "usual"}

// sees holds what the window shows now to the promise.
func (p *pseudoWindow) sees(where string) {
	p.Helper()
	p.Settle()
	if p.seen++; strings.Contains(where, "the menu of") {
		p.menus++
	}
	texts := story.Texts(p.Window)
	for _, t := range texts {
		words := t.Words
		if t.Field { // what is typed is the user's
			words = t.Hint
		}
		if raw := p.raw(words); raw != "" {
			p.Errorf("%s: %q is in no language: it is shown in %q", where, raw, t.Words)
		}
	}
	for _, menu := range p.Window.MainMenu().Items {
		for _, item := range menu.Items {
			if raw := p.raw(menu.Label + item.Label); raw != "" {
				p.Errorf("%s: the menu item %q is in no language", where, item.Label)
			}
		}
	}
	for _, fault := range misplaced(p.noticed(texts)) {
		p.Errorf("%s: %s", where, fault)
	}
}

// raw returns a word that stands outside of the marks and is nothing that the
// office keeps.
func (p *pseudoWindow) raw(words string) string {
	depth := 0
	var outside strings.Builder
	for _, r := range words {
		switch string(r) {
		case opens:
			depth++
			outside.WriteByte('\n')
		case closes:
			if depth--; depth < 0 { // the end of a line that began above
				depth = 0
				outside.Reset()
			}
		default:
			if depth == 0 {
				outside.WriteRune(r)
			}
		}
	}
	for _, run := range strings.FieldsFunc(outside.String(), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if !strings.Contains(p.data, run) && !pinyin(run) {
			return run
		}
	}
	return ""
}

// pinyin reports whether a word is a name's reading, which is made, not kept.
func pinyin(word string) bool {
	return strings.ContainsAny(strings.ToLower(word), "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")
}

// noticed lays the texts of a notice, which covers the foot of the window, and
// what it covers, into a layer each of their own: it is there to lie over it.
func (p *pseudoWindow) noticed(texts []story.Text) []story.Text {
	dismiss := slices.IndexFunc(texts, func(t story.Text) bool { return t.Layer == 0 && t.Words == p.Desk.T("act.dismiss") })
	if dismiss < 0 {
		return texts
	}
	foot := texts[dismiss].At.Y - 12
	texts = slices.Clone(texts)
	for i := range texts {
		if texts[i].Layer == 0 && texts[i].Area().To.Y > foot {
			texts[i].Layer = -1 - i
		}
	}
	return texts
}

// misplaced tells which texts are cut off or lie over each other.
func misplaced(texts []story.Text) (faults []string) {
	for i, t := range texts {
		switch {
		case t.Field:
		case t.Size.Width+1 < t.Needs.Width || t.Size.Height+1 < t.Needs.Height:
			faults = append(faults, fmt.Sprintf("%q is cut off: it needs %v and has %v", t.Words, t.Needs, t.Size))
		case t.At.X+min(t.Size.Width, t.Needs.Width) > t.Clip.To.X+1 || t.At.X < t.Clip.From.X-1:
			faults = append(faults, fmt.Sprintf("%q is cut off at the side: it is at %v in %v", t.Words, t.At, t.Clip))
		}
		for _, other := range texts[i+1:] {
			if t.Layer == other.Layer && t.Words != "" && other.Words != "" && over(t, other) {
				faults = append(faults, fmt.Sprintf("%q at %v lies over %q at %v", other.Words, other.Area(), t.Words, t.Area()))
			}
		}
	}
	return faults
}

// over reports whether two texts share more than the room around letters.
func over(a, b story.Text) bool {
	const spare = 4
	x, y := a.Letters(), b.Letters()
	return min(x.To.X, y.To.X)-max(x.From.X, y.From.X) > spare && min(x.To.Y, y.To.Y)-max(x.From.Y, y.From.Y) > spare
}

// Everything that can be shown speaks the pseudo-language, and nothing of it is
// cut off or covered at 1366 × 768.
func TestEverythingIsInTheLanguageAndFits(t *testing.T) {
	p := openPseudo(t)
	d := p.Desk
	sections := []string{"today", "visits", "employers", "people", "meetings", "commitments", "settings"}
	for i, name := range sections {
		d.Show(i)
		p.sees(name)
		p.lists(name)
	}
	d.Show(1)
	for _, way := range []string{"visit.as_month", "visit.as_week", "visit.as_board", "visit.as_list"} {
		p.Tap(d.T(way))
		p.sees(way)
	}
	for _, noun := range p.nouns() {
		d.Edit(noun, "")
		p.sees("the form of a " + string(noun.Kind()))
		p.Menus(func(of string) { p.sees("the form of a " + string(noun.Kind()) + ", the menu of " + of) })
		p.Command(d.T("act.save"))
		p.sees("the form of a " + string(noun.Kind()) + " that was saved")
		p.leaves()
	}
	next, err := d.Store.Next(t.Context(), story.Today.At(""))
	if err != nil {
		t.Fatal(err)
	}
	visit, err := d.Store.Visit(t.Context(), next.ID)
	if err != nil {
		t.Fatal(err)
	}
	for what, noun := range map[string]career.Noun{"visit": &visit, "university": p.university()} {
		d.Edit(noun, "")
		p.sees("the form of a " + what + " filled in")
		p.leaves()
	}
	d.Brief(next.ID, false)
	p.sees("the preview")
	d.Back()
	pages, err := fs.Glob(assets.Files, "help/en/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		d.HelpOn(strings.TrimSuffix(filepath.Base(page), ".md"))
		p.sees(page)
		p.leaves()
	}
	for _, act := range []string{"act.guide", "act.about", "act.palette", "act.help", "act.keys", "act.cover", "act.back_up", "act.delete"} {
		d.Show(1)
		p.Command(d.T(act))
		p.sees(act)
		p.leaves()
	}
	if p.seen < 100 || p.menus < 20 {
		t.Errorf("only %d sights were seen, %d menus among them", p.seen, p.menus)
	}
}

// lists looks at what can be opened on a list: the menus of the head, the
// filters and a row, and the page of each of the first rows.
func (p *pseudoWindow) lists(where string) {
	p.Helper()
	for n := range 3 {
		p.Press(fyne.KeyDown)
		p.sees(fmt.Sprintf("%s, row %d", where, n))
	}
	p.Menus(func(of string) { p.sees(where + ", the menu of " + of) })
	for _, phrase := range []string{"list.filters", "list.views"} {
		if label := p.Desk.T(phrase); p.Says(label) {
			p.Tap(label)
			p.sees(where + ", " + phrase)
			p.leaves()
		}
	}
	p.Chord(fyne.KeyModifierShift, fyne.KeyDown)
	p.sees(where + ", several rows")
	p.Press(fyne.KeyEscape)
}

// leaves closes whatever lies over the section.
func (p *pseudoWindow) leaves() {
	p.Helper()
	for range 3 {
		if o := p.Window.Canvas().Overlays().Top(); o != nil {
			p.Press(fyne.KeyEscape)
			if p.Window.Canvas().Overlays().Top() == o {
				p.Window.Canvas().Overlays().Remove(o)
			}
		}
	}
	p.Desk.Back()
	p.Settle()
	if label := p.Desk.T("act.discard"); p.Says(label) {
		p.sees("the question what to do with what was typed")
		p.Tap(label)
	}
}

// nouns are records of every kind of which nothing is known.
func (p *pseudoWindow) nouns() []career.Noun {
	return []career.Noun{&career.Visit{}, &career.Employer{}, &career.Contact{}, &career.Commitment{}, &career.Meeting{}, &career.Demand{},
		&career.Agreement{}, &career.Feedback{}, &career.Colleague{}, &career.Graduate{}, &career.University{}}
}

func (p *pseudoWindow) university() career.Noun {
	p.Helper()
	u, err := p.Desk.Store.University(p.Context())
	if err != nil {
		p.Fatal(err)
	}
	return &u
}

// So does the page that a new user meets, and the one that says why an office
// cannot be opened.
func TestTheBeginningIsInTheLanguageAndFits(t *testing.T) {
	home, a := t.TempDir(), test.NewTempApp(t)
	t.Setenv("HOME", home)
	p := &pseudoWindow{Story: story.Over(t), data: strings.Join(names, "\n") + home}
	w, err := app.Open(t.Context(), a, app.Options{
		Files: pseudoFiles(t), Folder: filepath.Join(home, "usual"), Usual: true, Language: "en", Now: func() time.Time { return morning() }, Go: p.Go,
	})
	if err != nil {
		t.Fatal(err)
	}
	p.Desk, p.Window = w.Desk(), w.Fyne()
	p.Window.Resize(fyne.NewSize(1366, 740))
	for _, o := range story.Texts(p.Window) {
		if strings.Contains(o.Words, "中文") { // the other language's own name, from its own file
			p.data += "中文"
		}
	}
	p.Window.SetMainMenu(fyne.NewMainMenu())
	p.sees("the first page")
}
