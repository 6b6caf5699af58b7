package briefing

import (
	"strconv"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// feedback tells what the employer thinks of our graduates, the newest first.
func (p Paper) feedback() []document.Block {
	if len(p.Feedback) == 0 || p.Level == career.L3 {
		return nil
	}
	var line document.Timeline
	for _, f := range p.Feedback {
		var scores []string
		for _, score := range []struct {
			key string
			n   int
		}{{"feedback.overall", f.Overall}, {"feedback.knowledge", f.Knowledge}, {"feedback.practice", f.Practice}, {"feedback.attitude", f.Attitude}} {
			if score.n > 0 {
				scores = append(scores, p.Text(score.key)+" "+strconv.Itoa(score.n))
			}
		}
		text := document.T(p.Text.List(scores), document.Strong)
		for _, s := range filled(f.Words, f.By) {
			if len(text) > 0 {
				s = p.Text("briefing.aside", s)
			}
			text = append(text, document.Span{Text: s})
		}
		if last := len(text) - 1; said(f.By) {
			text[last].Tone = document.Muted
		}
		line.Entries = append(line.Entries, document.Entry{When: p.day(f.On), Text: text})
	}
	return []document.Block{p.heading("briefing.feedback"), line}
}
