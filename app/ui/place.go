package ui

import "visitdesk/data/career"

// Place returns the record chosen; see Placed.
func (b *Browser[T, D]) Place() (career.Kind, string) {
	row, ok := b.list.Chosen()
	if !ok {
		return "", ""
	}
	noun := b.records.Noun(&row)
	return noun.Kind(), noun.Key()
}

// Here returns the record chosen on the screen that is shown; empty for none,
// and over a page.
func (d *Desk) Here() (career.Kind, string) {
	f := d.frame
	if f == nil || f.at < 0 || f.top() != nil {
		return "", ""
	}
	return f.chosen(f.at)
}

// chosen returns the record chosen on the screen of a section.
func (f *Frame) chosen(section int) (career.Kind, string) {
	if screen, ok := f.sections[section].Screen().(Placed); ok {
		return screen.Place()
	}
	return "", ""
}
