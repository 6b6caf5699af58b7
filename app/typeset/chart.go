package typeset

import (
	"math"
	"strconv"

	"visitdesk/app/document"
)

// Of charts, in millimetres.
const (
	chartHeight = 42.0
	axisRoom    = 9.0  // for the numbers of the value axis
	groupMost   = 30.0 // width of a group of bars
	barMost     = 9.0
	swatch      = 2.6
)

// hugeNumber is where a chart stops: its scale, and numbers in full.
const hugeNumber = 1e12

// A chart is Bars made ready: numbers written out, a scale chosen.
type chart struct {
	*setter
	labels  []string
	series  []document.Series
	top     float64     // value at the top of the scale
	numbers [][]passage // by series, by label
	width   float64
	bar     float64 // width of an upright bar
}

// bars sets a bar chart: upright where labels and numbers fit below and above
// their bars, else one line for each bar.
func (s *setter) bars(b document.Bars, width float64) []strip {
	c := &chart{setter: s, labels: b.Labels, series: b.Series, width: width}
	c.ready()
	caption := b.Caption
	if b.Unit != "" {
		caption += "（" + b.Unit + "）"
		if s.doc.Language != "zh" {
			caption = b.Caption + " (" + b.Unit + ")"
		}
	}
	all := s.caption(caption, width)
	if len(c.series) == 0 || len(c.labels) == 0 {
		return all
	}
	if len(c.series) > 1 {
		all = append(all, c.legend()...)
	}
	if strip, ok := c.upright(); ok {
		return append(all, strip)
	}
	return append(all, c.lying()...)
}

// ready writes the numbers and chooses the scale. Each series has a value for
// each label; what is missing is an empty bar without a number.
func (c *chart) ready() {
	most := 0.0
	c.numbers = make([][]passage, len(c.series))
	for k, series := range c.series {
		c.numbers[k] = make([]passage, len(c.labels))
		for i := range c.labels {
			if i < len(series.Values) {
				most = max(most, drawn(series.Values[i]))
				c.numbers[k][i] = c.plain(number(series.Values[i]), c.style.chart, c.width)
			}
		}
	}
	c.top = niceTop(most)
}

// drawn returns the length that a value is drawn with: negative ones and those
// that are no numbers have none.
func drawn(v float64) float64 {
	if !(v > 0) || math.IsInf(v, 0) {
		return 0
	}
	return min(v, hugeNumber)
}

// number writes a value with at most two decimals.
func number(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	if math.Abs(v) >= hugeNumber {
		return strconv.FormatFloat(v, 'g', 4, 64)
	}
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}

// niceTop returns the end of a scale of four whole steps that holds v.
func niceTop(v float64) float64 {
	if v <= 4 {
		return 4
	}
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8} {
		if top := m * power; v <= top && math.Mod(top, 4) == 0 {
			return top
		}
	}
	return 10 * power * math.Ceil(v/(10*power))
}

func (c *chart) value(series, label int) float64 {
	if values := c.series[series].Values; label < len(values) {
		return drawn(values[label])
	}
	return 0
}

func (c *chart) colour(series int) Colour {
	return c.style.bars[series%len(c.style.bars)]
}

// legend sets the names of the series, each behind its colour.
func (c *chart) legend() []strip {
	l := c.style.chart
	var rows []strip
	var cells []cell
	var at []float64 // the swatches' places
	var colours []Colour
	flush := func() {
		places, inks, pitch := at, colours, l.pitch*point
		r := row{cells: cells, under: func(sh *sheet, a area) {
			for i := range places {
				if a.first {
					sh.add(Box{X: a.x + places[i], Y: a.y + (pitch-swatch)/2, W: swatch, H: swatch, Fill: inks[i], Filled: true})
				}
			}
		}}
		st := r.strip()
		st.keep = true
		rows = append(rows, st)
		cells, at, colours = nil, nil, nil
	}
	x := 0.0
	for k, series := range c.series {
		p := c.plain(series.Name, l, c.width-swatch-2)
		w := swatch + 1.4 + p.width()
		if x+w > c.width && len(cells) > 0 {
			flush()
			x = 0
		}
		at, colours = append(at, x), append(colours, c.colour(k))
		cells = append(cells, cell{x + swatch + 1.4, p.strips()})
		x += w + 6
	}
	flush()
	return rows
}

// lying sets a chart as lines: the label, then its bars one below the other,
// each with its number behind it.
func (c *chart) lying() []strip {
	st := c.style
	most := c.width * 0.34
	label := 0.0
	labels := make([]passage, len(c.labels))
	for i := range c.labels {
		labels[i] = c.plain(c.labels[i], st.chart, most)
		label = max(label, labels[i].width())
	}
	label += 3
	numbers := 0.0
	for k := range c.numbers {
		for i := range c.numbers[k] {
			numbers = max(numbers, c.numbers[k][i].width())
		}
	}
	room := c.width - label - numbers - 2
	pitch := st.chart.pitch * point
	var all []strip
	for i := range labels {
		r := row{cells: []cell{{0, labels[i].strips()}}, above: 0.5, below: 0.5}
		for k := range c.series {
			length := max(c.value(k, i)/c.top*room, 0.2)
			p := &c.numbers[k][i]
			bar := strip{height: pitch, draw: func(sh *sheet, x, y float64) {
				sh.add(Box{X: x, Y: y + 0.5, W: length, H: pitch - 1, Fill: c.colour(k), Filled: true})
				p.put(sh, x+length+1.5, y)
			}}
			if k == 0 {
				r.cells = append(r.cells, cell{x: label})
			}
			r.cells[1].strips = append(r.cells[1].strips, bar)
		}
		r.under = func(sh *sheet, a area) {
			sh.add(Line{X1: a.x + label, Y1: a.y, X2: a.x + label, Y2: a.y + a.height, Colour: st.muted, Width: 0.25})
		}
		all = append(all, r.strip())
	}
	return all
}
