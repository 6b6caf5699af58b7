package briefing

import (
	"fmt"
	"slices"
	"strings"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// oneLine is how many hanzi surely fit in one line of page one.
const oneLine = 42

// What the last version of page one has room for: a fact, in hanzi; the
// warning, in lines, less what its label takes of the first.
const (
	keyWidth       = 28
	attentionLines = 2
	labelRoom      = 8
)

// extent says how much of everything a version of page one has room for. What
// a version leaves out, a section has in full.
type extent struct {
	history   int  // lines of what was said last time
	people    int  // of each side
	photos    bool // people as cards
	purpose   int  // lines
	asks      int  // of them
	askLines  int  // lines of each
	attention int  // lines
	tiles     int  // key numbers
	width     int  // room for a name, a title or a place, in hanzi
}

// extents go from long to short: first the history goes, then the photos (and
// the history comes back into their room), then people and asks. The last fits whatever the facts are.
var extents = []extent{
	{history: 4, people: 3, photos: true, purpose: 3, asks: 3, askLines: 2, attention: 3, tiles: 5, width: 60},
	{history: 2, people: 3, photos: true, purpose: 3, asks: 3, askLines: 2, attention: 3, tiles: 5, width: 60},
	{history: 0, people: 3, photos: true, purpose: 3, asks: 3, askLines: 2, attention: 3, tiles: 5, width: 60},
	{history: 4, people: 3, purpose: 3, asks: 3, askLines: 2, attention: 3, tiles: 5, width: 40},
	{history: 2, people: 3, purpose: 3, asks: 3, askLines: 2, attention: 3, tiles: 5, width: 40},
	{history: 0, people: 3, purpose: 3, asks: 3, askLines: 2, attention: 3, tiles: 5, width: 40},
	{history: 0, people: 2, purpose: 3, asks: 2, askLines: 2, attention: 3, tiles: 5, width: 40},
	{history: 0, people: 1, purpose: 2, asks: 1, askLines: 2, attention: 2, tiles: 4, width: keyWidth},
	{history: 0, people: 1, purpose: 2, asks: 1, askLines: 1, attention: attentionLines, tiles: 3, width: keyWidth},
}

// front writes the versions of page one.
func front(p Paper) [][]document.Block {
	var versions [][]document.Block
	for _, e := range extents {
		if !e.photos && e.history > 0 && !p.faces() {
			continue // no photos made room for it
		}
		if p.brief() { // nothing is gained by saying less of what is short
			e.purpose, e.asks, e.askLines = 2, maxAsks, 1
		}
		versions = append(versions, p.version(e))
	}
	return versions
}

// faces reports whether page one has so many photos that it is shorter without
// them, the last minutes included.
func (p Paper) faces() bool {
	many := func(side []career.Person) bool {
		return len(side) > 2 && slices.ContainsFunc(side[:3], func(person career.Person) bool { return person.Photo != nil })
	}
	return many(p.Ours) || many(p.Theirs)
}

// maxAsks is how many asks page one has room for.
const maxAsks = 3

// brief reports whether purpose and asks are so short that no version of page
// one needs to shorten them. The agenda section then need not repeat them.
func (p Paper) brief() bool {
	long := func(ask string) bool { return wide(ask) > 2*oneLine || strings.Contains(ask, "\n") }
	asks := filled(p.Visit.Asks...)
	return wide(p.Visit.Purpose) <= 2*(2*oneLine-2) && !strings.Contains(p.Visit.Purpose, "\n") &&
		len(asks) <= maxAsks && !slices.ContainsFunc(asks, long)
}

// version writes page one to an extent.
func (p Paper) version(e extent) []document.Block {
	blocks := p.standstill(e)
	blocks = append(blocks, p.key(e)...)
	blocks = append(blocks, p.tiles(e)...)
	blocks = append(blocks, p.why(e)...)
	blocks = append(blocks, p.whom(e)...)
	if p.Level.Internal() && said(p.Visit.Attention) {
		blocks = append(blocks, document.Callout{
			Label: p.Text("briefing.attention"), Text: document.T(p.Visit.Attention), Tone: document.Warn, Lines: e.attention})
	}
	return append(blocks, p.lastTime(e)...)
}

// standstill says first of all if the visit is off.
func (p Paper) standstill(e extent) []document.Block {
	var blocks []document.Block
	say := func(label, reason string) {
		if reason != "" {
			blocks = append(blocks, document.Callout{Label: p.Text(label), Text: document.T(reason), Tone: document.Alert, Lines: e.attention})
		}
	}
	say("briefing.is_cancelled", p.Visit.Cancelled)
	say("briefing.is_postponed", p.Visit.Postponed)
	return blocks
}

// key says where, led by whom, and whom to call.
func (p Paper) key(e extent) []document.Block {
	f := facts{paper: p}
	f.plan("visit.place", cut(p.Visit.Place, e.width))
	f.plan("visit.led_by", cut(p.titled(p.Leader.Name, p.Leader.Title), e.width))
	f.plan("visit.onsite", cut(p.onSite(), e.width))
	f.add("visit.campaign", cut(p.Campaign.Name, e.width))
	return f.blocks()
}

// why gives the purpose and what we ask for.
func (p Paper) why(e extent) []document.Block {
	var blocks []document.Block
	purpose := document.T(p.Visit.Purpose)
	if !said(p.Visit.Purpose) && !p.over() {
		purpose = p.gap()
	}
	if len(purpose) > 0 {
		blocks = append(blocks, p.heading("visit.purpose"), document.Paragraph{Text: purpose, Lines: e.purpose})
	}
	asks := items(p.Visit.Asks)
	if len(asks) == 0 && p.gap() != nil && !p.over() {
		asks = []document.Text{p.gap()}
	}
	if len(asks) > 0 {
		list := document.List{Items: asks[:min(len(asks), e.asks)], Marker: document.Numbers, Lines: e.askLines}
		blocks = append(blocks, p.heading("visit.asks"), list)
	}
	return blocks
}

// whom sets the first of both sides side by side.
func (p Paper) whom(e extent) []document.Block {
	if len(p.Ours)+len(p.Theirs) == 0 {
		return nil
	}
	return []document.Block{p.heading("briefing.whom"), document.Columns{
		Left:  p.few("visit.theirs", p.Theirs, e),
		Right: p.few("visit.ours", p.Ours, e),
	}}
}

// few returns the first people of a side, and how many there are beside them.
func (p Paper) few(field string, side []career.Person, e extent) []document.Block {
	shown := side[:min(len(side), e.people)]
	label := document.T(p.counted(field, side, len(shown)), document.Strong)
	blocks := []document.Block{document.Paragraph{Text: label, Lines: 1, Flush: true}}
	var cards []document.Person
	for _, person := range shown {
		person.Name, person.Title = cut(person.Name, e.width), cut(person.Title, e.width)
		person.Pinyin = cut(person.Pinyin, e.width)
		card := p.card(person)
		if e.photos && p.Level.Internal() { // there is room beside a photo
			card.Lines = p.brieflyKnown(person, e.width)
		}
		cards = append(cards, card)
	}
	if e.photos {
		return append(blocks, document.People{People: cards})
	}
	for _, card := range cards {
		line := document.Join(card.Name, document.T(" "+card.Reading, document.Muted), document.T(" "), card.Title)
		blocks = append(blocks, document.Paragraph{Text: line, Lines: 2, Flush: true})
	}
	return blocks
}

// brieflyKnown says in two lines who a person is to us.
func (p Paper) brieflyKnown(person career.Person, width int) []document.Text {
	var lines []document.Text
	if person.Colleague != "" && said(person.Unit) && person.Unit != p.University.Name {
		lines = append(lines, document.T(cut(person.Unit, width)))
	}
	if class := person.Alumnus.Cohort; class > 0 {
		major := strings.Join(filled(p.Text("cohort.class", class), person.Alumnus.Major), " ")
		lines = append(lines, document.T(cut(p.Text("briefing.alumnus", major), width)))
	}
	if met := p.lastMet(person); met != "" && person.Colleague == "" {
		lines = append(lines, document.T(cut(p.Text("briefing.met", met), width), document.Muted))
	}
	return lines
}

// lastTime quotes what was said last time.
func (p Paper) lastTime(e extent) []document.Block {
	last, ok := p.last()
	if !ok || p.Level == career.L3 || e.history == 0 || !said(last.Minutes.Outer) {
		return nil
	}
	return []document.Block{
		p.heading("briefing.last_minutes", p.day(last.From.Date())),
		document.Paragraph{Text: document.T(last.Minutes.Outer), Lines: e.history},
	}
}

// tiles are the key numbers, the most telling first.
func (p Paper) tiles(e extent) []document.Block {
	var tiles []document.Tile
	for _, tile := range []func() (document.Tile, bool){p.thereTile, p.recentTile, p.signedTile, p.owedTile, p.contactTile} {
		if t, ok := tile(); ok && len(tiles) < e.tiles {
			tiles = append(tiles, t)
		}
	}
	if len(tiles) == 0 {
		return nil
	}
	return []document.Block{document.Tiles{Tiles: tiles}}
}

// thereTile counts our graduates at the employer.
func (p Paper) thereTile() (document.Tile, bool) {
	total := 0
	for _, c := range p.hires() {
		total += c.Count
	}
	return document.Tile{Number: grouped(total), Label: p.Text("tile.there"), Note: p.Text.Count("tile.classes", len(classes(p.hires())))}, total > 0
}

// recentTile counts those of the last three classes.
func (p Paper) recentTile() (document.Tile, bool) {
	years, total := classes(p.hires()), 0
	years = years[:min(len(years), 3)]
	for _, c := range p.hires() {
		if slices.Contains(years, c.Cohort) {
			total += c.Count
		}
	}
	if total == 0 {
		return document.Tile{}, false
	}
	note := p.Text("cohort.class", years[0])
	if first := years[len(years)-1]; first != years[0] {
		note = p.Text("tile.from_to", first, years[0])
	}
	return document.Tile{Number: grouped(total), Label: p.Text.Count("tile.recent", len(years)), Note: note}, true
}

// signedTile sets what they hired of the last class they had posts for beside
// the posts.
func (p Paper) signedTile() (document.Tile, bool) {
	class, posts, signed := 0, 0, 0
	for _, d := range p.Demands {
		if p.Cohort.Year == 0 || d.Cohort < p.Cohort.Year {
			class = max(class, d.Cohort)
		}
	}
	for _, d := range p.Demands {
		if d.Cohort == class {
			posts += d.Posts
		}
	}
	for _, c := range p.hires() {
		if c.Cohort == class {
			signed += c.Count
		}
	}
	tile := document.Tile{Number: fmt.Sprintf("%s/%s", p.count(signed), grouped(posts)), Label: p.Text("tile.signed"), Note: p.Text("cohort.class", class)}
	return tile, class > 0 && posts > 0 && p.shows(signed)
}

// owedTile counts the open commitments of both sides.
func (p Paper) owedTile() (document.Tile, bool) {
	ours, theirs, overdue := p.owed()
	tile := document.Tile{Number: p.Text("tile.owed_number", ours, theirs), Label: p.Text("tile.owed")}
	switch {
	case !p.Level.Internal(): // whose delay it is, is not for this paper
		tile.Label = p.Text("tile.owed_both")
	case overdue > 0:
		tile.Note, tile.Tone = p.Text.Count("tile.overdue", overdue), document.Alert
	default:
		tile.Note = p.Text("tile.on_time")
	}
	return tile, ours+theirs > 0 && p.Level != career.L3
}

// contactTile says how long ago the two sides last met.
func (p Paper) contactTile() (document.Tile, bool) {
	last, ok := p.last()
	day := last.From.Date()
	days := day.Until(p.Today)
	return document.Tile{Number: p.Text.Count("tile.days", days), Label: p.Text("tile.contact"), Note: p.day(day)}, ok && day.Valid() && days >= 0 && p.Level != career.L3
}
