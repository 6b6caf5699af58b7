package briefing

import (
	"strconv"
	"strings"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// feedback tells what the employer thinks of our graduates, the newest first.
func (p Paper) feedback() []document.Block {
	if len(p.Feedback) == 0 || p.Level == career.L3 {
		return nil
	}
	var list []document.Text
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
		given := strings.Join(filled(f.By, p.day(f.On)), " ")
		list = append(list, document.Join(
			document.T(p.Text("feedback.scores", p.Text.List(scores)), document.Strong), document.T(f.Words),
			document.T(p.Text("briefing.remark", given), document.Muted)))
		if len(scores) == 0 {
			list[len(list)-1] = list[len(list)-1][1:]
		}
	}
	return []document.Block{p.heading("briefing.feedback"), document.List{Items: list}}
}
