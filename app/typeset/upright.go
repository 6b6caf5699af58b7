package typeset

import "visitdesk/app/document"

// upright sets a chart with bars that stand on a baseline. It says false if the
// labels or the numbers do not fit; then nothing is set.
func (c *chart) upright() (strip, bool) {
	st := c.style
	group := min((c.width-axisRoom)/float64(len(c.labels)), groupMost)
	c.bar = min(group*0.76/float64(len(c.series)), barMost)
	if !c.numbersFit(group) {
		return strip{}, false
	}
	labels, lines := make([]passage, len(c.labels)), 1
	for i := range labels {
		f := form{measure: measure{width: group - 1}, align: document.Centre}
		pieces := []piece{{text: c.labels[i], ink: st.ink(st.chart, document.Plain)}}
		labels[i] = c.passage(pieces, st.chart, f)
		if most := min(len(c.series), 2); labels[i].broken() || len(labels[i].lines) > most {
			return strip{}, false
		}
		lines = max(lines, len(labels[i].lines))
	}
	pitch := st.chart.pitch * point
	height := chartHeight + float64(lines)*pitch + 1
	return strip{height: height, draw: func(sh *sheet, x, y float64) {
		plot := x + axisRoom
		c.axis(sh, x, y, plot+group*float64(len(labels)))
		for i := range labels {
			left := plot + float64(i)*group
			labels[i].put(sh, left+0.5, y+chartHeight+0.8)
			c.group(sh, i, left+(group-c.bar*float64(len(c.series)))/2, y+chartHeight)
		}
		base := y + chartHeight
		sh.add(Line{X1: plot, Y1: base, X2: plot + group*float64(len(labels)), Y2: base, Colour: st.deep, Width: 0.35})
	}}, true
}

// numbersFit says whether the numbers fit above their bars.
func (c *chart) numbersFit(group float64) bool {
	room := c.bar
	if len(c.series) == 1 {
		room = group - 0.8
	}
	for k := range c.numbers {
		for i := range c.numbers[k] {
			if p := &c.numbers[k][i]; p.width() > room || len(p.lines) > 1 {
				return false
			}
		}
	}
	return true
}

// broken says whether a word was broken for want of room.
func (p *passage) broken() bool {
	for _, l := range p.lines {
		if p.atoms[l.to-1].breaks == inside {
			return true
		}
	}
	return false
}

// scale returns the height of a value above the baseline. The top of the scale
// leaves room for a number above the highest bar.
func (c *chart) scale(v float64) float64 {
	return v / c.top * (chartHeight - c.style.chart.pitch*point - 1)
}

// axis draws light lines at four values up to the right edge, each with its
// number.
func (c *chart) axis(sh *sheet, x, y, right float64) {
	const steps = 4
	st := c.style
	l := st.chart
	l.colour = st.muted
	for k := range steps + 1 {
		v := c.top * float64(k) / steps
		at := y + chartHeight - c.scale(v)
		if k > 0 {
			sh.add(Line{X1: x + axisRoom, Y1: at, X2: right, Y2: at, Colour: st.hairline, Width: 0.15, Dashed: true})
		}
		p := c.oneLine(number(v), l, axisRoom-1.5, document.Right)
		p.put(sh, x, at-p.pitch/2)
	}
}

// group draws the bars of one label, from the left edge on, and their numbers.
func (c *chart) group(sh *sheet, label int, left, base float64) {
	bar := c.bar
	for k := range c.series {
		x := left + float64(k)*bar
		height := c.scale(c.value(k, label))
		if height > 0 {
			sh.add(Box{X: x + bar*0.04, Y: base - height, W: bar * 0.92, H: height, Fill: c.colour(k), Filled: true})
		}
		p := &c.numbers[k][label]
		if p.blank() {
			continue
		}
		at := x + (bar-p.width())/2
		sh.add(Box{ // no line of the scale runs through the number
			X: at - 0.3, Y: base - height - p.pitch*0.84, W: p.width() + 0.6, H: p.pitch * 0.68,
			Fill: c.style.paper, Filled: true,
		})
		p.put(sh, at, base-height-p.pitch)
	}
}
