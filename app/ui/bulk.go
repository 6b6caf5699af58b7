package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"visitdesk/data/career"
)

// A BulkEdit changes one thing of several records at once.
type BulkEdit struct {
	Phrase string // of its command
	// Ask asks what it is to be, and then tells how one record is changed. The
	// change is made off the window's goroutine.
	Ask func(then func(change func(career.Noun)))
}

// mostTogether is how many records are changed or deleted in one act. More are
// narrowed down first: an act that long could hardly be looked through.
const mostTogether = 10_000

// BulkCode is a BulkEdit that puts one code of a closed list into a field.
func BulkCode[C career.Code](d *Desk, phrase string, codes []C, set func(career.Noun, C)) BulkEdit {
	return BulkEdit{Phrase: phrase, Ask: func(then func(change func(career.Noun))) {
		code := codes[0]
		d.Ask(Question{Title: d.T(phrase), Body: SelectOf(d, codes, code, func(c C) { code = c }), Answers: []Answer{{Phrase: "act.change", Do: func() {
			then(func(n career.Noun) { set(n, code) })
		}}}})
	}}
}

// bulk returns what can be changed of several records: their tags, and what the
// screen says.
func (b *Browser[T, D]) bulk() []BulkEdit {
	var edits []BulkEdit
	if b.records.Tags != nil {
		edits = append(edits, BulkEdit{"act.add_tag", b.askTags("act.add_tag", true, with)}, BulkEdit{"act.remove_tag", b.askTags("act.remove_tag", false, without)})
	}
	return append(edits, b.records.Bulk...)
}

// with returns tags and those of more that are not among them.
func with(tags, more []string) []string {
	tags = slices.Clone(tags) // the rows of the list share it
	for _, tag := range more {
		if !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}

// without returns tags but those of less.
func without(tags, less []string) []string {
	return slices.DeleteFunc(slices.Clone(tags), func(tag string) bool { return slices.Contains(less, tag) })
}

// askTags asks for tags, those in use to tick; where fresh, a new one may be
// typed.
func (b *Browser[T, D]) askTags(phrase string, fresh bool, merge func(tags, others []string) []string) func(func(func(career.Noun))) {
	d := b.desk
	return func(then func(change func(career.Noun))) {
		var used []string
		d.Prepare(func(ctx context.Context) (err error) {
			if values := b.records.Source.Values; values != nil {
				used, err = values(ctx, b.tagField())
			}
			return err
		}, func() {
			used = slices.DeleteFunc(used, func(tag string) bool { return tag == "" })
			t := newTicks(d, used, nil, func(tag string) string { return tag })
			if fresh {
				t.find.SetPlaceHolder(d.T("list.tag_hint"))
			}
			d.Ask(Question{Title: d.T(phrase), Body: t.content, Focus: t.find, Answers: []Answer{{Phrase: "act.change", Do: func() {
				tags := t.ticked()
				if typed := strings.TrimSpace(t.find.Text); fresh && typed != "" && len(tags) == 0 {
					tags = append(tags, typed)
				}
				if len(tags) > 0 {
					then(func(n career.Noun) {
						if own := b.records.Tags(n); own != nil {
							*own = merge(*own, tags)
						}
					})
				}
			}}}})
		})
	}
}

// tagField is the field that the source has the tags under: a column's, or that
// of the noun which the first column is of.
func (b *Browser[T, D]) tagField() string {
	for _, c := range b.records.Columns {
		if strings.HasSuffix(c.Title, ".tags") {
			return c.Title
		}
	}
	noun, _, _ := strings.Cut(b.records.Columns[0].Title, ".")
	return noun + ".tags"
}

// changes are the commands that change what is chosen, one record or several.
func (b *Browser[T, D]) changes() []Command {
	var list []Command
	for _, edit := range b.bulk() {
		list = append(list, Command{Phrase: edit.Phrase, Menu: "menu.edit", Off: b.Unchosen, Context: true, Do: func() { b.change(edit) }})
	}
	return list
}

// mostAtHand is how many of a screen's own edits have a button at the foot of
// the list; the others are in the menu there.
const mostAtHand = 3

// together are the buttons for several rows.
func (b *Browser[T, D]) together() []fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for _, edit := range b.records.Bulk[:min(len(b.records.Bulk), mostAtHand)] {
		buttons = append(buttons, b.desk.LinkButton(b.desk.T(edit.Phrase), func() { b.change(edit) }))
	}
	buttons = append(buttons, b.desk.LinkButton(b.desk.T("act.delete"), b.Delete))
	var more *Button
	more = b.desk.LinkButton(b.desk.T("act.more"), func() { b.desk.ContextMenu(b.Commands(), corner(more)) })
	return append(buttons, more)
}

// change asks what all records chosen are to be changed to, and saves them in
// one act.
func (b *Browser[T, D]) change(edit BulkEdit) {
	edit.Ask(func(change func(career.Noun)) {
		b.act(b.desk.T(edit.Phrase), func(ctx context.Context, nouns []career.Noun) error {
			for _, n := range nouns {
				change(n)
			}
			return b.desk.Store.Save(ctx, nouns...)
		}, func(n int) string { return b.desk.Text.Count("told.changed_rows", n) })
	})
}

// Delete deletes the records chosen in one act. It asks nothing: it can be
// undone.
func (b *Browser[T, D]) Delete() {
	row, ok := b.list.Chosen()
	if ok && !b.list.picks.active() {
		b.desk.Delete(b.records.Gone(row), b.records.Noun(&row))
		return
	}
	b.act(b.desk.T("act.delete"), b.delete, func(n int) string {
		b.list.picks.clear()
		return b.desk.Text.Count("told.deleted_rows", n)
	})
}

func (b *Browser[T, D]) delete(ctx context.Context, nouns []career.Noun) error {
	return b.desk.Store.Delete(ctx, nouns...)
}

// act does something with the records of all rows chosen, and tells what.
func (b *Browser[T, D]) act(title string, do func(context.Context, []career.Noun) error, told func(n int) string) {
	d, of := b.desk, b.list.Picked()
	if of > mostTogether {
		d.Told(d.T("told.too_many", mostTogether))
		return
	}
	collect, n := b.list.collect(), 0
	d.Progress(title, func(ctx context.Context, show func(done, of int)) error {
		nouns, err := b.nouns(ctx, collect, func(done int) { show(done, of) })
		if n = len(nouns); err != nil || n == 0 {
			return err
		}
		return do(ctx, nouns)
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		d.Done(told(n))
	})
}

// nouns reads the records of the rows chosen.
func (b *Browser[T, D]) nouns(ctx context.Context, collect func(context.Context, func(int)) ([]T, error), told func(int)) ([]career.Noun, error) {
	rows, err := collect(ctx, told)
	if err != nil {
		return nil, err
	}
	nouns := make([]career.Noun, len(rows))
	for i := range rows {
		nouns[i] = b.records.Noun(&rows[i])
		if b.records.Whole != nil {
			if nouns[i], err = b.records.Whole(ctx, rows[i]); err != nil {
				return nil, err
			}
		}
	}
	return nouns, nil
}
