package briefing

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// graduates says who of ours works there: counted, drawn by class and named,
// and what the employer thinks of them.
func graduates(p Paper) document.Section {
	cells, words := p.hires(), p.feedback()
	var blocks []document.Block
	// Where only classes may be told apart, the chart says it all.
	if slices.ContainsFunc(cells, func(c career.HireCell) bool { return c.Major != "" || c.Code != "" }) {
		blocks = append(blocks, p.tally(cells))
	}
	switch {
	case len(cells) > 0 && 0 < len(p.Feedback) && len(p.Feedback) <= besideChart && len(words) > 0:
		blocks = append(blocks, document.Columns{Left: []document.Block{p.bars(cells)}, Right: words})
		words = nil
	case len(cells) > 0:
		blocks = append(blocks, p.bars(cells))
	}
	blocks = append(blocks, p.roll()...)
	return document.Section{Blocks: append(blocks, words...)}
}

// besideChart is how many pieces of feedback stand well beside the chart.
const besideChart = 3

// hires returns the counts that the level allows. A total is made of these
// only, so that none can be worked out from it.
func (p Paper) hires() []career.HireCell {
	var cells []career.HireCell
	for _, c := range p.HireCells {
		if c.Count > 0 && p.shows(c.Count) {
			cells = append(cells, c)
		}
	}
	return cells
}

// maxClasses is how many classes the table tells apart; older ones are added
// up in one column.
const maxClasses = 4

// tally counts by major, level and outcome, with a column for each class.
func (p Paper) tally(cells []career.HireCell) document.Block {
	years := classes(cells)
	shown := years[:min(len(years), maxClasses)]
	columns := []column{
		{key: "graduate.major", weight: 3.4}, {key: "graduate.degree", weight: 1}, {key: "outcome.code", weight: 5}}
	table := document.Table{Caption: p.Text("briefing.tally"), Columns: p.columns(columns...)}
	head := func(title string) {
		table.Columns = append(table.Columns, document.Column{Title: title, Weight: 0.5, Align: document.Right})
	}
	for _, year := range shown {
		head(fmt.Sprint(year))
	}
	if len(years) > len(shown) {
		head(p.Text("briefing.earlier"))
	}
	head(p.Text("briefing.total"))

	counts, total := addUp(cells, shown, len(table.Columns)-len(columns))
	lines := slices.SortedFunc(maps.Keys(counts), func(a, b tallied) int {
		return cmp.Or(cmp.Compare(counts[b][len(total)-1], counts[a][len(total)-1]),
			cmp.Compare(a.Major, b.Major), cmp.Compare(a.Degree, b.Degree), cmp.Compare(a.Code, b.Code))
	})
	for _, key := range lines {
		table.Rows = append(table.Rows, numbers(row(key.Major, p.code(key.Degree), p.code(key.Code)), counts[key]))
	}
	table.Rows = append(table.Rows, numbers([]document.Text{document.T(p.Text("briefing.total"), document.Strong), nil, nil}, total))
	return table
}

// tallied is what a row of the tally counts.
type tallied struct {
	Major  string
	Degree career.Degree
	Code   career.OutcomeCode
}

// addUp counts each row, and all rows, in a number of columns: one for each
// class shown, then the classes before them if there are any, then the sum.
func addUp(cells []career.HireCell, shown []int, columns int) (counts map[tallied][]int, total []int) {
	counts, total = map[tallied][]int{}, make([]int, columns)
	for _, c := range cells {
		key := tallied{c.Major, c.Degree, c.Code.Parent()}
		if counts[key] == nil {
			counts[key] = make([]int, columns)
		}
		at := slices.Index(shown, c.Cohort)
		if at < 0 {
			at = len(shown)
		}
		for _, sum := range [][]int{counts[key], total} {
			sum[at] += c.Count
			sum[len(sum)-1] += c.Count
		}
	}
	return counts, total
}

// numbers appends counts to the cells of a row; none prints as nothing.
func numbers(cells []document.Text, counts []int) []document.Text {
	for _, n := range counts {
		text := ""
		if n > 0 {
			text = grouped(n)
		}
		cells = append(cells, document.T(text))
	}
	return cells
}

// classes returns the classes that cells count, the newest first.
func classes(cells []career.HireCell) []int {
	seen := map[int]bool{}
	for _, c := range cells {
		seen[c.Cohort] = true
	}
	years := slices.Sorted(maps.Keys(seen))
	slices.Reverse(years)
	return years
}

// bars draws the hires of each class, the oldest first, beside the posts they
// had offered it, if they ever offered any.
func (p Paper) bars(cells []career.HireCell) document.Block {
	hired, offered := map[int]int{}, map[int]int{}
	for _, c := range cells {
		hired[c.Cohort] += c.Count
	}
	for _, d := range p.Demands {
		if d.Posts > 0 && (p.Cohort.Year == 0 || d.Cohort < p.Cohort.Year) {
			offered[d.Cohort] += d.Posts
		}
	}
	years := classes(cells)
	slices.Reverse(years)
	chart := document.Bars{Caption: p.Text("briefing.hires_by_class"), Unit: p.Text("briefing.unit_people")}
	signed, posts := document.Series{Name: p.Text("briefing.signed")}, document.Series{Name: p.Text("briefing.offered")}
	for _, year := range years {
		chart.Labels = append(chart.Labels, fmt.Sprint(year))
		signed.Values = append(signed.Values, float64(hired[year]))
		if n, known := offered[year]; known {
			posts.Values = append(posts.Values, float64(n))
		} else { // none that we know of is not none
			posts.Values = append(posts.Values, math.NaN())
		}
	}
	chart.Series = []document.Series{signed}
	if len(offered) > 0 {
		chart.Series = []document.Series{posts, signed}
	}
	return chart
}
