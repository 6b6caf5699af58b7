package ui

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// keeping keeps the draft of one form: one write at a time, the newest typing
// last. Only the lines that differ from what was shown at first are kept, so that
// a draft taken up later brings back what was typed and nothing else.
type keeping struct {
	form    *Form
	key     string
	base    json.RawMessage
	typed   int    // counts the changes of the lines
	kept    int    // the count that was kept last
	waiting bool   // for the next time to keep
	busy    bool   // a write is under way
	there   bool   // something was written
	over    bool   // and is not wanted any more
	then    func() // to go on with when it is gone
	flushed func() // to go on with when it is kept; nil for nothing
	told    bool   // that drafts cannot be kept
	asked   bool   // for older drafts
}

func newKeeping(f *Form) *keeping {
	k := &keeping{form: f}
	if f.save.Noun == nil {
		return k
	}
	k.key = k.under() + store.NewID()
	k.base, _ = json.Marshal(f.save.Noun) // plain values
	return k
}

// under is where the drafts of the form's record are.
func (k *keeping) under() string {
	n := k.form.save.Noun
	return drafts + string(n.Kind()) + "/" + cmp.Or(n.Key(), unborn) + "/"
}

// touched keeps what is typed a little later.
func (k *keeping) touched() {
	k.typed++
	k.over = false
	k.wait()
}

func (k *keeping) wait() {
	if k.key == "" || k.waiting {
		return
	}
	k.waiting = true
	k.form.desk.later(draftEvery, func() {
		k.waiting = false
		k.keep()
	})
}

// keep writes the draft, unless it is written or not wanted.
func (k *keeping) keep() {
	f := k.form
	switch {
	case k.key == "" || k.over || !f.dirty || k.typed == k.kept:
		return
	case k.busy || f.saving:
		k.wait()
		return
	}
	type line struct {
		key      string
		was, now any
		always   bool
	}
	lines := make([]line, len(f.editors))
	for i, e := range f.editors {
		lines[i] = line{lineKey(f.editors, i), e.was, e.typed(), e.always}
	}
	file := draftFile{Title: f.title, At: f.desk.Now(), Base: k.base, Lines: map[string]json.RawMessage{}}
	k.busy, k.kept = true, k.typed
	key := k.key // another draft may be taken up meanwhile
	f.desk.Run(func(ctx context.Context) error {
		for _, l := range lines {
			was, err1 := json.Marshal(l.was)
			now, err2 := json.Marshal(l.now)
			if err := cmp.Or(err1, err2); err != nil {
				return fmt.Errorf("keep draft of %s: %w", l.key, err)
			}
			if l.always || !bytes.Equal(was, now) {
				file.Lines[l.key] = now
			}
		}
		data, err := json.Marshal(file)
		if err != nil {
			return fmt.Errorf("keep draft: %w", err)
		}
		return f.desk.Store.Keep(ctx, key, data)
	}, k.written)
}

// written follows a write: what was typed meanwhile is next, and what was saved
// meanwhile is not wanted.
func (k *keeping) written(err error) {
	k.busy = false
	k.there = k.there || err == nil
	if err != nil {
		k.kept = -1
		if !k.told || k.flushed != nil {
			k.told = true
			k.form.desk.Fail(err)
		}
		k.flushed = nil
	}
	switch {
	case k.then != nil:
		then, over := k.then, k.over
		k.then = nil
		k.drop(then)
		k.over = over // what was typed meanwhile is kept a little later
	case k.flushed != nil:
		k.flush(k.flushed)
	case err == nil && k.typed != k.kept:
		k.wait()
	}
}

// drop forgets the draft, since what it holds is saved or given up, and then goes
// on: the program must not end before, or it would offer the draft again.
func (k *keeping) drop(then func()) {
	k.over = true
	switch {
	case k.busy: // written comes back
		k.then = then
	case !k.there:
		then()
	default:
		k.there = false
		d, key := k.form.desk, k.key
		d.Run(func(ctx context.Context) error { return d.Store.Drop(ctx, key) }, func(err error) {
			d.Fail(err)
			then()
		})
	}
}

// lineKey names a line in a draft; a form may have two of one phrase.
func lineKey(editors []*editor, at int) string {
	key, n := editors[at].line.key, 0
	for _, e := range editors[:at] {
		if e.line.key == key {
			n++
		}
	}
	if n == 0 {
		return key
	}
	return key + "#" + strconv.Itoa(n)
}

// find looks for drafts of the record and offers the newest.
func (k *keeping) find() {
	if k.key == "" || k.asked {
		return
	}
	k.asked = true
	d, under := k.form.desk, k.under()
	var found []Draft
	resuming := d.resuming
	d.resuming = ""
	d.Run(func(ctx context.Context) (err error) {
		found, err = d.drafts(ctx, under)
		return err
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		found = slices.DeleteFunc(found, func(draft Draft) bool { return draft.key == k.key })
		if i := slices.IndexFunc(found, func(draft Draft) bool { return draft.key == resuming }); i >= 0 {
			k.resume(found[i])
			return
		}
		k.offer(found)
	})
}

// offer shows the bar that offers the first of the drafts.
func (k *keeping) offer(found []Draft) {
	f, d := k.form, k.form.desk
	if len(found) == 0 {
		f.offer.Objects = nil
		f.offer.Hide()
		f.content.Refresh()
		return
	}
	draft := found[0]
	words := d.T("draft.there", k.said(draft))
	if k.changed(draft) {
		words += "\n" + d.T("draft.changed_since")
	}
	goOn := d.Button("draft.go_on", func() { k.take(draft) })
	discard := d.LinkButton(d.T("draft.discard"), func() {
		d.Run(func(ctx context.Context) error { return d.Store.Drop(ctx, draft.key) }, func(err error) { d.Fail(err) })
		k.offer(found[1:])
		f.goFirst()
	})
	buttons := container.New(abreast{}, goOn, discard)
	bar := container.NewBorder(nil, nil, nil, container.NewVBox(filler(), buttons, filler()),
		container.NewVBox(filler(), d.Words(words, Plain), filler()))
	f.over(bar)
}

// changed reports whether the record is another than the one the draft was
// made from.
func (k *keeping) changed(draft Draft) bool { return version(draft.base) != version(k.base) }

// version is how often a record was saved.
func version(record json.RawMessage) int {
	var kept career.Kept
	_ = json.Unmarshal(record, &kept) // what is no record has no version
	return kept.Version
}

// take takes a draft up, after asking if something else was typed meanwhile.
func (k *keeping) take(draft Draft) {
	if !k.form.dirty {
		k.resume(draft)
		return
	}
	d := k.form.desk
	d.Confirm(d.T("draft.replace_title"), d.T("draft.replace"), "draft.go_on", func() { k.resume(draft) })
}

// resume puts what was typed back into the lines. If the record was changed
// since, it is first made what it was then: saving it finds the conflict and
// settles it.
func (k *keeping) resume(draft Draft) {
	f := k.form
	if f.saving { // what is being saved must not change; the draft stays
		return
	}
	if k.changed(draft) || draft.ID == "" {
		if err := json.Unmarshal(draft.base, f.save.Noun); err != nil {
			f.desk.Fail(fmt.Errorf("resume draft: %w", err))
			return
		}
		f.build()
	}
	k.key, k.base, k.there = draft.key, draft.base, true
	var fault error
	for i, e := range f.editors {
		if data, ok := draft.lines[lineKey(f.editors, i)]; ok {
			fault = cmp.Or(fault, e.retype(data))
		}
	}
	f.dirty = true
	f.over(f.desk.Words(f.desk.T("draft.is_one", k.said(draft)), Plain))
	f.goFirst()
	if i := slices.IndexFunc(f.editors, (*editor).differs); i >= 0 {
		f.go_(f.editors[i])
	}
	f.desk.Fail(fault)
}

// differs reports whether something else stands in the line than at first.
func (e *editor) differs() bool {
	was, err1 := json.Marshal(e.was)
	now, err2 := json.Marshal(e.typed())
	return err1 == nil && err2 == nil && !bytes.Equal(was, now)
}

// said is when a draft was made.
func (k *keeping) said(draft Draft) string {
	return k.form.desk.Short(career.DateOf(draft.At).At(draft.At.Format("15:04")))
}

// over shows a bar about drafts over the lines.
func (f *Form) over(o fyne.CanvasObject) {
	f.offer.Objects = []fyne.CanvasObject{above(12, container.NewStack(newGround(theme.ColorNameSelection, "", 6),
		container.New(insets{8, 8, 8, 12}, o)))}
	f.offer.Show()
	f.content.Refresh()
}
