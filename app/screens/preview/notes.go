package preview

import (
	"fmt"
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
)

// notes says what is worth knowing before the paper is printed: what it lacks,
// which characters no font has, whose photo cannot be read.
func (p *Page) notes(made draft) fyne.CanvasObject {
	d := p.desk
	column := ui.Stack()
	if len(made.missing) > 0 {
		column.Add(d.Caption(d.T("preview.missing"), ui.Muted))
		var items []ui.Item
		for _, problem := range made.missing {
			items = append(items, ui.Item{Words: d.T(problem.Field), Tone: ui.Warn, Tapped: func() { d.Edit(made.dossier.Record(problem.Field)) }})
		}
		column.Add(d.Items("", items...))
	}
	if runes := slices.Sorted(maps.Keys(made.layout.Missing)); len(runes) > 0 {
		column.Add(d.Words(ui.Alert.Mark()+d.T("preview.no_font", d.Text.List(named(runes))), ui.Alert))
	}
	if len(made.layout.Broken) > 0 {
		column.Add(d.Words(ui.Alert.Mark()+d.T("preview.no_photo", d.Text.List(made.layout.Broken)), ui.Alert))
	}
	if len(column.Objects) == 0 {
		column.Add(d.Words(ui.Good.Mark()+d.T("preview.complete"), ui.Good))
	}
	return column
}

// named writes characters with their codes, since the window may have no font
// for them either.
func named(runes []rune) []string {
	names := make([]string, len(runes))
	for i, r := range runes {
		names[i] = fmt.Sprintf("%c U+%04X", r, r)
	}
	return names
}
