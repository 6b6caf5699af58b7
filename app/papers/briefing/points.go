package briefing

import (
	"visitdesk/app/document"
	"visitdesk/data/career"
)

// points is the page the president looks at before going in: what to say, what
// to ask, what to leave alone. It is ours only.
func points(p Paper) document.Section {
	if !p.Level.Internal() {
		return document.Section{}
	}
	var blocks []document.Block
	for _, kind := range career.PointKinds {
		list := document.List{Marker: marker(kind)}
		for _, point := range p.Visit.Points {
			if point.Kind == kind && said(point.Text) {
				list.Items = append(list.Items, document.T(point.Text))
			}
		}
		if len(list.Items) > 0 {
			blocks = append(blocks, p.heading(kind.Key()), list)
		}
	}
	if len(blocks) == 0 {
		f := facts{paper: p}
		f.plan("visit.points", "")
		return document.Section{Blocks: f.blocks()}
	}
	notice := document.Callout{Label: p.Text("briefing.advisory"), Text: document.T(p.Text("briefing.advisory_text"))}
	return document.Section{Blocks: append([]document.Block{notice}, blocks...), NewPage: true}
}

// marker gives what is done in order numbers, and the rest bullets.
func marker(kind career.PointKind) document.Marker {
	if kind == career.Say || kind == career.Ask {
		return document.Numbers
	}
	return document.Bullet
}
