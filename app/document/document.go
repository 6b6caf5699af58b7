// Package document describes a printed paper as a plain value: headings, facts,
// tables, charts, in reading order. It says what is on the paper and leaves
// fonts, colours, margins and page breaks to package typeset.
//
// A paper's composer writes a Document out of facts; it knows no font. What
// must fit on one page is given as a Front with several versions, the longest
// first, and the typesetter takes the first that fits.
package document

import (
	"strings"
	"time"
)

// A Document is what one print job says.
type Document struct {
	Language string // "zh" or "en": decides quotes, line breaking and the file's language
	Title    string // a Seam in it is a good place to end a line
	Subtitle string
	Author   string // who issues it; heads every page
	Subject  string
	Keywords string
	Number   string    // the line under the author's name in the head: a number, a date
	Mark     string    // the level, boxed in the head of every page: 内部 L1
	Foot     string    // at the left of the foot of every page
	PageNo   string    // at the right of it, with the page and the count as %d: "第 %d 页 / 共 %d 页"
	Written  time.Time // stamps the file; the zero time leaves it unstamped
	Front    Front     // page one; zero for none
	Sections []Section
}

// Seam is the zero-width space. It parts the phrases of a title that has no
// spaces: its lines end there rather than inside a name.
const Seam = "\u200b"

// Name returns the title in one piece, without seams.
func (d Document) Name() string { return strings.ReplaceAll(d.Title, Seam, "") }

// A Front is a first page that never overflows: its versions say the same,
// each shorter than the one before. The last must fit whatever the facts are,
// so its texts bound their lines (see Paragraph.Lines).
type Front struct {
	Name     string // its bookmark
	Versions [][]Block
}

// A Section is one part of the paper after the front. Its Key names it to the
// program, its Title to the reader.
type Section struct {
	Key     string
	Title   string
	Blocks  []Block
	NewPage bool // opens on a page of its own
}

// A Block is one of the types below.
type Block interface {
	// text appends the block as plain text.
	text(b *strings.Builder)
}

type (
	// A Heading opens a part of a section. The section's own title needs none.
	Heading struct{ Text Text }

	// A Paragraph is running text, flush at both margins. A line feed in it
	// starts another line; a Text that is wholly blank draws nothing.
	Paragraph struct {
		Text  Text
		Lines int  // at most so many lines, the last ending in "…"; 0 for all
		Flush bool // no first-line indent, as under a label
	}

	// Facts are short labelled values, in two columns where they fit.
	Facts struct {
		Facts   []Fact
		Columns int // 1 or 2; 0 lets the typesetter choose
	}

	// A List has one item to a line, hanging from its mark.
	List struct {
		Items  []Text
		Marker Marker
		Lines  int // of each item, as in Paragraph
	}

	// Tiles are key numbers, side by side.
	Tiles struct{ Tiles []Tile }

	// A Table has one cell per column in each row. Its head repeats on every
	// page; a row that is too high for a page is split.
	Table struct {
		Caption string
		Columns []Column
		Rows    [][]Text
		Lines   int // of each cell, as in Paragraph
	}

	// A Bars is a bar chart with its numbers on it: one group of bars for each
	// label, one bar of a group for each series.
	Bars struct {
		Caption string
		Unit    string
		Labels  []string
		Series  []Series // a value of NaN is not known and not drawn
	}

	// A Callout is a boxed remark.
	Callout struct {
		Label string // set bold, before the text
		Text  Text
		Tone  Tone // Warn or Alert colour its edge
		Lines int  // as in Paragraph
	}

	// People are person cards: photo, name, reading, title, further lines.
	People struct{ People []Person }

	// Columns are blocks side by side.
	Columns struct{ Left, Right []Block }

	// A Timeline is dated entries, one below the other.
	Timeline struct{ Entries []Entry }

	// Ruled fills the rest of the page, at least Lines lines of it, with lines
	// to write on.
	Ruled struct{ Lines int }

	// Boxes are empty boxes to write in, one to a line, each with its label and
	// further short fields at its right: "by", "until".
	Boxes struct {
		Label  string
		Fields []string
		Count  int
	}
)

// A Fact is a label and its value, with a small note beside it: its source.
type Fact struct {
	Label string
	Value Text
	Note  Text
}

// A Tile is one key number.
type Tile struct {
	Number string
	Label  string
	Note   string
	Tone   Tone // of the number
}

// A Column heads one column of a table. The typesetter shares the width out by
// content, within the proportions of the Weights; 0 stands for 1.
type Column struct {
	Title  string
	Weight float64
	Align  Align
}

// A Series is one colour of bars with a value for each label.
type Series struct {
	Name   string
	Values []float64
}

// A Person is one card. Photo is an image as package photo cleaned it, or nil;
// one that cannot be read prints as a marked placeholder.
type Person struct {
	Photo   []byte
	Name    Text
	Reading string // toned pinyin
	Title   Text
	Lines   []Text
}

// An Entry is one dated line of a timeline.
type Entry struct {
	When string
	Text Text
}

// Marker says what stands before the items of a list.
type Marker int

// The markers of lists.
const (
	Bullet Marker = iota
	Numbers
	Boxed // an empty box to tick
)

// Align says where the cells of a column stand.
type Align int

// The alignments of columns.
const (
	Left Align = iota
	Centre
	Right
)

// Text is a run of spans, set one after the other.
type Text []Span

// A Span is text of one tone.
type Span struct {
	Text string
	Tone Tone
}

// Tone is what a span means; the typesetter gives it a look.
type Tone int

// The tones.
const (
	Plain  Tone = iota
	Strong      // stands out
	Muted       // stands back: sources, readings, units
	Warn        // worth a look
	Alert       // overdue, wrong
	Gap         // stands for what is missing; boxed
)

// T returns s as a Text of one tone, Plain unless another is given.
func T(s string, tone ...Tone) Text {
	if s == "" {
		return nil
	}
	if len(tone) == 0 {
		return Text{{s, Plain}}
	}
	return Text{{s, tone[0]}}
}

// Join returns the texts one after the other.
func Join(texts ...Text) Text {
	var all Text
	for _, t := range texts {
		all = append(all, t...)
	}
	return all
}

// String returns the text without its tones.
func (t Text) String() string {
	var s string
	for _, span := range t {
		s += span.Text
	}
	return s
}
