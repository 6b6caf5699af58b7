package command_test

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"visitdesk/app/command"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// The poppler and qpdf programs read the papers here as any reader would.

// print writes the briefing of the next visit and returns the file.
func printNext(t testing.TB, folder string, args ...string) string {
	t.Helper()
	paper := filepath.Join(t.TempDir(), "briefing.pdf")
	done(t, append([]string{"brief", "-data", folder, "-today", today, "-o", paper}, args...)...)
	return paper
}

// textOf returns the text of the pages within the type area, in the order in
// which it was written.
func textOf(t testing.TB, paper string, args ...string) string {
	t.Helper()
	args = append(args, "-raw", "-enc", "UTF-8", paper, "-")
	out, err := exec.Command(tool(t, "pdftotext"), args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// typeArea crops the head and the foot of A4 pages away, in pixels at 72 dpi.
var typeArea = []string{"-r", "72", "-x", "0", "-y", "71", "-W", "596", "-H", "719"}

func TestPapersAreWholePDF(t *testing.T) {
	folder := sampleOffice(t)
	for _, args := range [][]string{{"-lang", "zh"}, {"-lang", "en"}, {"-level", "L2"}, {"-level", "L3", "-lang", "en"}} {
		paper := printNext(t, folder, args...)
		out, err := exec.Command(tool(t, "qpdf"), "--check", paper).CombinedOutput()
		if err != nil || !bytes.Contains(out, []byte("No syntax or stream encoding errors")) {
			t.Errorf("%v: qpdf says: %s", args, out)
		}
	}
}

// Ten thousand sentences go into the minutes and come back letter for letter.
func TestNothingIsLost(t *testing.T) {
	tool(t, "pdftotext")
	folder := sampleOffice(t)
	s := openStore(t, folder)
	rng := rand.New(rand.NewPCG(20261120, 1))
	var sentences []string
	for range 10_000 {
		sentences = append(sentences, sentence(rng))
	}
	minutes := strings.Join(sentences, "\n")
	past := lastVisit(t, s)
	past.Minutes.Outer = minutes
	if err := s.Save(t.Context(), &past); err != nil {
		t.Fatal(err)
	}
	s.Close()
	text := textOf(t, printNext(t, folder), typeArea...)
	if got, want := squeeze(text), squeeze(minutes); !strings.Contains(got, want) {
		t.Error("the minutes are not in the paper letter for letter", firstLoss(got, sentences))
	}
}

var (
	pageTag = regexp.MustCompile(`<page `)
	wordTag = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">(.*)</word>`)
)

// No line of running text begins with a closing mark or ends with an opening
// one, by the places of the words in the file.
func TestLinesKeepTheirMarks(t *testing.T) {
	folder := sampleOffice(t)
	s := openStore(t, folder)
	rng := rand.New(rand.NewPCG(20261120, 2))
	past := lastVisit(t, s)
	for range 2_000 {
		past.Minutes.Outer += sentence(rng)
	}
	if err := s.Save(t.Context(), &past); err != nil {
		t.Fatal(err)
	}
	s.Close()
	out, err := exec.Command(tool(t, "pdftotext"), append(typeArea, "-bbox", printNext(t, folder), "-")...).Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, page := range pageTag.Split(string(out), -1) {
		for _, line := range linesOf(page) {
			lines++
			first, _ := utf8.DecodeRuneInString(line)
			last, _ := utf8.DecodeLastRuneInString(line)
			if strings.ContainsRune(closing, first) || strings.ContainsRune(opening, last) {
				t.Errorf("a line begins or ends with the wrong mark: %s", line)
			}
		}
	}
	if lines < 1_000 {
		t.Errorf("only %d lines were looked at", lines)
	}
}

// linesOf puts the words of a page that share a baseline on one line: those
// whose feet are no further apart than the depths of two faces are.
func linesOf(page string) []string {
	type word struct {
		x, foot float64
		text    string
	}
	var words []word
	for _, m := range wordTag.FindAllStringSubmatch(page, -1) {
		x, _ := strconv.ParseFloat(m[1], 64)
		foot, _ := strconv.ParseFloat(m[2], 64)
		words = append(words, word{x, foot, html.UnescapeString(m[3])})
	}
	slices.SortFunc(words, func(a, b word) int { return cmp.Compare(a.foot, b.foot) })
	var lines []string
	for len(words) > 0 {
		n := slices.IndexFunc(words, func(w word) bool { return w.foot > words[0].foot+8 })
		if n < 0 {
			n = len(words)
		}
		slices.SortFunc(words[:n], func(a, b word) int { return cmp.Compare(a.x, b.x) })
		var line strings.Builder
		for _, w := range words[:n] {
			line.WriteString(w.text)
		}
		lines, words = append(lines, line.String()), words[n:]
	}
	return lines
}

const (
	closing = "，。、；：！？）》〉」』】〕〗］｝”’％"
	opening = "（《〈「『【〔〖［｛“‘"
)

// lastVisit returns the last visit to the employer of the next one.
func lastVisit(t testing.TB, s *store.Store) career.Visit {
	t.Helper()
	next, err := s.Next(t.Context(), today)
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Dossier(t.Context(), next.ID, career.L0, today)
	if err != nil {
		t.Fatal(err)
	}
	visit, err := s.Visit(t.Context(), d.Past[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return visit
}

// firstLoss names the first sentence that is not in got.
func firstLoss(got string, sentences []string) string {
	for i, s := range sentences {
		if !strings.Contains(got, squeeze(s)) {
			return fmt.Sprintf("(sentence %d: %s)", i, s)
		}
	}
	return "(each is there, but not in order)"
}

// squeeze drops the white space, which a line end may take or a reader may add.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

var (
	hanzi  = []rune("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严")
	rares  = []string{"陈𬭎", "𠮷田", "㛃", "阿卜杜拉·买买提", "龚䶮", "珺", "堃"}
	latins = strings.Fields("employment graduates cooperation internship laboratory agreement the of and for with 2026 12.5% Ltd. (Shenyang) R&D GB/T USCC 3D-CAD e-mail a")
	marks  = []string{"，", "、", "；", "：", "——", "……", "·"}
	pairs  = [][2]string{{"“", "”"}, {"《", "》"}, {"（", "）"}, {"‘", "’"}, {"【", "】"}, {"「", "」"}}
)

// sentence returns a random sentence: Chinese, English or mixed, with marks.
func sentence(rng *rand.Rand) string {
	var b strings.Builder
	kind := rng.IntN(3)
	for range 3 + rng.IntN(25) {
		switch {
		case kind == 1 || kind == 2 && rng.IntN(3) == 0:
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(latins[rng.IntN(len(latins))])
		case rng.IntN(12) == 0 && b.Len() > 0:
			b.WriteString(marks[rng.IntN(len(marks))])
		case rng.IntN(15) == 0:
			pair := pairs[rng.IntN(len(pairs))]
			b.WriteString(pair[0] + string(hanzi[rng.IntN(len(hanzi))]) + pair[1])
		case rng.IntN(40) == 0:
			b.WriteString(rares[rng.IntN(len(rares))])
		default:
			b.WriteRune(hanzi[rng.IntN(len(hanzi))])
		}
	}
	return b.String() + []string{"。", ".", "！"}[kind]
}

func TestRareNamesPrintAndExtract(t *testing.T) {
	folder := sampleOffice(t)
	s := openStore(t, folder)
	past := lastVisit(t, s)
	past.Minutes.Outer = "到会：" + strings.Join(rares, "，")
	if err := s.Save(t.Context(), &past); err != nil {
		t.Fatal(err)
	}
	s.Close()
	text := squeeze(textOf(t, printNext(t, folder)))
	for _, name := range rares {
		if !strings.Contains(text, name) {
			t.Errorf("%s is not in the text of the paper", name)
		}
	}
}

// What a level forbids is in no byte of its paper, packed or unpacked.
func TestForbiddenFactsAreInNoByteOfThePaper(t *testing.T) {
	folder := sampleOffice(t)
	canaries := plantCanaries(t, openStore(t, folder))
	for _, level := range career.Levels {
		paper := printNext(t, folder, "-level", level.String(), "-reason", "test")
		unpacked := filepath.Join(t.TempDir(), "unpacked.pdf")
		if out, err := exec.Command(tool(t, "qpdf"), "--qdf", paper, unpacked).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		haystack := [][]byte{read(t, paper), read(t, unpacked), []byte(squeeze(textOf(t, paper)))}
		for name, c := range canaries {
			found := false
			for _, hay := range haystack {
				found = found || bytes.Contains(hay, []byte(c.text)) || bytes.Contains(hay, utf16BE(c.text))
			}
			if forbidden := level > c.allowed; found && forbidden {
				t.Errorf("%s: the paper has %s", level, name)
			} else if !found && !forbidden && c.printed {
				t.Errorf("%s: the paper lacks %s, so this test proves nothing", level, name)
			}
		}
	}
}

// A canary is a text that papers beyond a level must not have. Printed says
// that those up to it do have it.
type canary struct {
	text    string
	allowed career.Level
	printed bool
}

// plantCanaries puts texts that occur nowhere else into the private fields of
// what the next visit's briefing is made from.
func plantCanaries(t *testing.T, s *store.Store) map[string]canary {
	t.Helper()
	ctx := t.Context()
	canaries := map[string]canary{}
	plant := func(name string, allowed career.Level, printed bool) string {
		c := canary{fmt.Sprintf("19912345%03d", len(canaries)), allowed, printed}
		canaries[name] = c
		return c.text
	}
	next, err := s.Next(ctx, today)
	if err != nil {
		t.Fatal(err)
	}
	visit := next.Visit
	visit.Note = plant("the visit's private note", career.L0, true)
	visit.Attention += plant("the attention line", career.L1, true)
	visit.Asks[0] += plant("an ask", career.L1, true)
	visit.Points[0].Text += plant("a talking point", career.L1, true)
	visit.Logistics.Car = plant("the car", career.L1, true)
	visit.Ours[0].Phone = plant("our leader's phone", career.L1, true)
	visit.Theirs[0].Phone = plant("a host's phone", career.L1, true)
	employer, err := s.Employer(ctx, visit.Employer())
	if err != nil {
		t.Fatal(err)
	}
	employer.Note = plant("the employer's private note", career.L0, true)
	past := lastVisit(t, s)
	past.Minutes.Inner = plant("inner minutes", career.L1, true)
	past.Note = plant("an earlier visit's private note", career.L0, false)
	nouns := []career.Noun{&visit, &employer, &past}
	d, err := s.Dossier(ctx, visit.ID, career.L0, today)
	if err != nil {
		t.Fatal(err)
	}
	graduate, err := s.Graduate(ctx, d.Hires[0].Graduate)
	if err != nil {
		t.Fatal(err)
	}
	graduate.Name = "张" + plant("a graduate's name", career.L1, true)
	graduate.Mobile = plant("a graduate's mobile", career.L0, true)
	graduate.StudentNo = plant("a graduate's number", career.L0, false)
	graduate.Email = plant("a graduate's e-mail", career.L0, false) + "@example.com"
	graduate.Note = plant("a graduate's private note: ID 210102", career.L0, false)
	nouns = append(nouns, &graduate)
	for _, p := range d.Theirs {
		if p.Contact == "" {
			continue
		}
		contact, err := s.Contact(ctx, p.Contact)
		if err != nil {
			t.Fatal(err)
		}
		contact.Note = plant("the private note on "+p.Name, career.L0, false)
		contact.WeChat = plant("the WeChat of "+p.Name, career.L0, false)
		nouns = append(nouns, &contact)
	}
	if err := s.Save(ctx, nouns...); err != nil {
		t.Fatal(err)
	}
	s.Close()
	return canaries
}

func utf16BE(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}

func TestAPhotoThatCannotBeReadIsToldAndMarked(t *testing.T) {
	folder := sampleOffice(t)
	s := openStore(t, folder)
	d, err := s.Dossier(t.Context(), mustNext(t, s), career.L1, today)
	if err != nil {
		t.Fatal(err)
	}
	contact, err := s.Contact(t.Context(), d.Theirs[0].Contact)
	if err != nil {
		t.Fatal(err)
	}
	contact.Photo = []byte("\xff\xd8\xff\xe0 no picture at all")
	if err := s.Save(t.Context(), &contact); err != nil {
		t.Fatal(err)
	}
	s.Close()
	paper := filepath.Join(t.TempDir(), "briefing.pdf")
	out, _, code := run(t, "brief", "-data", folder, "-today", today, "-o", paper)
	if code != command.Done || !strings.Contains(out, contact.Name) {
		t.Errorf("exit code %d, said %q", code, out)
	}
	if _, err := os.Stat(paper); err != nil {
		t.Error(err)
	}
}

func mustNext(t testing.TB, s *store.Store) career.VisitID {
	t.Helper()
	next, err := s.Next(t.Context(), today)
	if err != nil {
		t.Fatal(err)
	}
	return next.ID
}
