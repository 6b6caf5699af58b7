package briefing_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"visitdesk/app/document"
	"visitdesk/app/papers/briefing"
	"visitdesk/data/career"
	"visitdesk/data/sample"
)

// lines estimates how many lines blocks take at most, of 40 hanzi each.
func lines(blocks []document.Block) int {
	const room = 80
	text := func(t document.Text, most int) int {
		n := 0
		for _, part := range strings.Split(t.String(), "\n") {
			n += 1 + len([]rune(part))*2/room
		}
		if most > 0 {
			n = min(n, most)
		}
		return n
	}
	sum := 0
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Heading:
			sum += 2
		case document.Paragraph:
			sum += text(b.Text, b.Lines)
		case document.Callout:
			sum += 1 + text(b.Text, b.Lines)
		case document.List:
			for _, item := range b.Items {
				sum += text(item, b.Lines)
			}
		case document.Facts:
			for _, f := range b.Facts {
				sum += text(f.Value, 0)
			}
		case document.Tiles:
			sum += 4
		case document.People:
			for _, p := range b.People {
				sum += 4 + text(p.Title, 0)
				if len(p.Photo) > 0 {
					sum += 2
				}
			}
		case document.Columns:
			sum += max(lines(b.Left), lines(b.Right))
		default:
			sum += 1000 // nothing else belongs on page one
		}
	}
	return sum
}

// Each version of page one is at most as long as the one before, and the last
// fits whatever the facts are.
func TestFrontShrinksToFit(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 4))
	for n := range 300 {
		d := sample.RandomDossier(dice)
		doc := briefing.Compose(d, language(t, "zh"), briefing.Options{})
		before := 1 << 30
		for i, v := range doc.Front.Versions {
			now := lines(v)
			if now > before {
				t.Fatalf("dossier %d: version %d takes %d lines after %d", n, i, now, before)
			}
			before = now
		}
		if d.Level == career.L3 { // flows on, whatever its length
			if len(doc.Front.Versions) > 0 {
				t.Fatal("a paper for the public has a page one of its own")
			}
			continue
		}
		if before > 36 {
			t.Fatalf("dossier %d: the last version takes %d lines:\n%s", n, before, body(doc.Front.Versions[len(doc.Front.Versions)-1]))
		}
		if len([]rune(doc.Title)) > 120 || len([]rune(doc.Subtitle)) > 120 {
			t.Fatalf("dossier %d: title %q, subtitle %q", n, doc.Title, doc.Subtitle)
		}
	}
}

// What page one shortens stands in full in a section; what it never shortens
// is not said twice.
func TestFrontShortensOnlyWhatIsSaidElsewhere(t *testing.T) {
	d := dossier(career.L1)
	short := briefing.Compose(d, language(t, "zh"), options(t))
	lacks(t, body(section(short, "briefing.agenda").Blocks), d.Visit.Purpose)

	d.Visit.Purpose = strings.Repeat("落实岗位与实习名额，", 20)
	d.Visit.Asks = []string{"甲", "乙", "丙", "丁" + strings.Repeat("岗位", 60)}
	d.Visit.Attention = strings.Repeat("先行沟通，", 30)
	d.Visit.Place = strings.Repeat("会议室", 40)
	d.Employer.Name = strings.Repeat("装备", 60)
	long := briefing.Compose(d, language(t, "zh"), options(t))
	agenda := body(section(long, "briefing.agenda").Blocks)
	for _, want := range append(d.Visit.Asks, d.Visit.Purpose, d.Visit.Attention, d.Visit.Place) {
		contains(t, agenda, want)
	}
	contains(t, body(section(long, "briefing.employer").Blocks), d.Employer.Name)
	lacks(t, long.Title, d.Employer.Name)
}

// A side that has more people than page one has room for says so.
func TestFrontSaysWhomItLeavesOut(t *testing.T) {
	d := dossier(career.L1)
	for len(d.Theirs) < 5 {
		d.Theirs = append(d.Theirs, d.Theirs[0])
	}
	for code, want := range map[string]string{"zh": "（5 人，列前 3 人）", "en": "(first 3 of 5)"} {
		doc := briefing.Compose(d, language(t, code), options(t))
		contains(t, body(doc.Front.Versions[0]), want)
		lacks(t, body(section(doc, "briefing.people").Blocks), want)
	}
}

// Page one has the numbers a president asks for.
func TestFrontHasTheKeyNumbers(t *testing.T) {
	doc := briefing.Compose(dossier(career.L1), language(t, "zh"), options(t))
	text := body(doc.Front.Versions[0])
	for _, want := range []string{"[10 ", "[7/9 ", "[1 / 1 ", "其中逾期 1 项", "[127 天 ", "13900002001"} {
		contains(t, text, want)
	}
}

// A visit that is off says so before anything else.
func TestFrontSaysFirstThatAVisitIsOff(t *testing.T) {
	d := dossier(career.L1)
	d.Visit.Cancelled = "企业验厂"
	doc := briefing.Compose(d, language(t, "zh"), options(t))
	for i, v := range doc.Front.Versions {
		if c, ok := v[0].(document.Callout); !ok || c.Text.String() != "企业验厂" || c.Tone != document.Alert {
			t.Errorf("version %d begins with %v", i, v[0])
		}
	}
}
