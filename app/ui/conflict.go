package ui

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A difference is a field that somebody else changed while it was in a form.
type difference struct {
	noun         career.Noun
	field        string // as the store names it
	label        string
	theirs, mine string // in words
	takeTheirs   bool
}

// settle finds out what somebody else changed in the nouns that could not be
// saved, and lets the user choose field by field. What only one side changed is
// that side's at first; what they changed and the user did not touch needs a look
// all the same.
func (f *Form) settle(nouns []career.Noun) {
	d := f.desk
	var list []difference
	f.saving = true // no line may write to its variable while they are compared
	d.Run(func(ctx context.Context) (err error) {
		for _, n := range nouns {
			more, err := f.differences(ctx, n)
			if err != nil {
				return err
			}
			list = append(list, more...)
		}
		return nil
	}, func(err error) {
		f.saving = false
		if err != nil {
			d.Fail(err)
			return
		}
		c := newConflict(f, nouns, list)
		if len(list) == 0 { // both say the same
			c.save()
			return
		}
		d.Push(c)
	})
}

// differences returns what others changed in a noun since it was read.
func (f *Form) differences(ctx context.Context, n career.Noun) ([]difference, error) {
	d := f.desk
	stale, err := f.stale(ctx, n)
	if err != nil || !stale {
		return nil, err
	}
	fields, err := d.Store.Compare(ctx, n)
	if err != nil {
		return nil, err
	}
	was, err := f.before(ctx, n)
	if err != nil {
		return nil, err
	}
	var list []difference
	for _, field := range fields {
		i := slices.IndexFunc(was, func(old store.Field) bool { return old.Name == field.Name })
		if was != nil && i < 0 { // they left it alone
			continue
		}
		diff := difference{noun: n, field: field.Name, label: d.FieldName(field.Name), takeTheirs: i >= 0 && was[i].New == field.New}
		if diff.theirs, err = d.FieldWords(ctx, field.Name, field.Old); err != nil {
			return nil, err
		}
		if diff.mine, err = d.FieldWords(ctx, field.Name, field.New); err != nil {
			return nil, err
		}
		list = append(list, diff)
	}
	return list, nil
}

// stale reports whether a noun was saved by somebody else since it was read.
func (f *Form) stale(ctx context.Context, n career.Noun) (bool, error) {
	mine, err := json.Marshal(n)
	if err != nil {
		return false, fmt.Errorf("compare %s: %w", n.Kind(), err)
	}
	probe := blank(n.Kind())
	if version(mine) == 0 || probe == nil {
		return false, nil
	}
	if err := json.Unmarshal(mine, probe); err != nil {
		return false, fmt.Errorf("compare %s: %w", n.Kind(), err)
	}
	if err := f.desk.Store.Merge(ctx, probe, nil); err != nil {
		return false, err
	}
	stored, err := json.Marshal(probe)
	return version(stored) != version(mine), err
}

// before returns the fields that others changed since the form's own record was
// read: New is how it was then. Nil for another noun, of which that is not known.
func (f *Form) before(ctx context.Context, n career.Noun) ([]store.Field, error) {
	if n != f.save.Noun {
		return nil, nil
	}
	base := blank(n.Kind())
	if err := json.Unmarshal(f.draft.base, base); err != nil {
		return nil, fmt.Errorf("compare %s: %w", n.Kind(), err)
	}
	fields, err := f.desk.Store.Compare(ctx, base)
	if fields == nil {
		fields = []store.Field{}
	}
	return fields, err
}

// conflict is the page on which the user chooses between two versions.
type conflict struct {
	form    *Form
	nouns   []career.Noun
	list    []difference
	sides   []*variant // two for each difference: theirs, mine
	content fyne.CanvasObject
}

func newConflict(f *Form, nouns []career.Noun, list []difference) *conflict {
	c := &conflict{form: f, nouns: nouns, list: list}
	d := f.desk
	heads := container.New(weighed{132, 1, 1}, filler(), d.Words(d.T("conflict.theirs"), Strong), d.Words(d.T("conflict.mine"), Strong))
	rows := container.New(stacked{gap: 10}, heads)
	for i := range list {
		theirs, mine := newVariant(c, i, true), newVariant(c, i, false)
		c.sides = append(c.sides, theirs, mine)
		label := container.New(insets{top: 9}, d.Words(list[i].label, Muted))
		rows.Add(container.New(weighed{sizeFormLabel, 1, 1}, label, theirs.object, mine.object))
	}
	buttons := container.New(abreast{}, d.Button("conflict.back", d.Back),
		d.Button("conflict.all_theirs", func() { c.all(true) }), d.Button("conflict.all_mine", func() { c.all(false) }),
		d.MainButton("act.save", c.save))
	head := container.NewVBox(container.NewBorder(nil, nil, nil, container.NewVBox(buttons), d.Heading(d.T("conflict.title"))),
		d.Words(d.T("conflict.words"), Muted))
	page := container.NewVScroll(container.New(insets{0, sizeGap, 2 * sizeGap, sizeGap + 8}, container.New(&atMost{width: sizeTable}, rows)))
	c.content = container.NewBorder(container.New(insets{sizeGap, sizeGap, 12, sizeGap + 8}, head), nil, nil, nil, page)
	return c
}

// Content is both versions side by side.
func (c *conflict) Content() fyne.CanvasObject { return c.content }

// Commands are Save and Leave.
func (c *conflict) Commands() []Command {
	return []Command{
		{Phrase: "act.save", Menu: "menu.file", Key: fyne.KeyS, With: Ctrl, Do: c.save},
		{Phrase: "act.leave", Menu: "menu.file", Key: fyne.KeyEscape, Do: c.form.desk.Back},
	}
}

// Shown puts the keyboard on the first choice.
func (c *conflict) Shown() { c.form.desk.Window.Canvas().Focus(c.chosen(0)) }

// Leave goes back to the form, in which all is as it was typed.
func (c *conflict) Leave(then func()) { then() }

// chosen is the side of a difference that is taken.
func (c *conflict) chosen(at int) *variant {
	if c.list[at].takeTheirs {
		return c.sides[2*at]
	}
	return c.sides[2*at+1]
}

func (c *conflict) choose(at int, theirs bool) {
	c.list[at].takeTheirs = theirs
	c.sides[2*at].Refresh()
	c.sides[2*at+1].Refresh()
}

func (c *conflict) all(theirs bool) {
	for i := range c.list {
		c.choose(i, theirs)
	}
}

// save takes over what is theirs and keeps the result. If that fails, also
// because somebody was faster again, the form shows what came of it.
func (c *conflict) save() {
	f, d := c.form, c.form.desk
	if f.saving {
		return
	}
	f.saving = true
	fresh := f.fresh()
	d.Run(func(ctx context.Context) error {
		for _, n := range c.nouns {
			if err := c.merge(ctx, n); err != nil {
				return err
			}
		}
		return d.Store.Save(ctx, slices.Concat(fresh, c.nouns)...)
	}, func(err error) {
		f.saving = false
		d.frame.drop(c)
		if err != nil {
			f.build()
			f.refused(err)
			return
		}
		f.dirty = false
		f.kept(fresh)
	})
}

// merge takes the fields over that are theirs.
func (c *conflict) merge(ctx context.Context, n career.Noun) error {
	stale, err := c.form.stale(ctx, n)
	if err != nil || !stale {
		return err
	}
	var theirs []string
	for _, diff := range c.list {
		if diff.noun == n && diff.takeTheirs {
			theirs = append(theirs, diff.field)
		}
	}
	return c.form.desk.Store.Merge(ctx, n, theirs)
}
