package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// historyRows is how many changes of a record are told at first, and
// historyFields how many fields of each.
const (
	historyRows   = 12
	historyFields = 8
)

// History is a fold that tells what was done to a record: when, by whom, which
// fields from what to what, and a button that takes the newest back. It reads
// when it is opened, and stays open when the page is read afresh.
func (d *Desk) History(kind career.Kind, id string) fyne.CanvasObject {
	h := &historyList{desk: d, of: record{kind, id}, rows: historyRows, reading: d.Latest(), body: Stack()}
	h.toggle = d.iconButton("history.title", theme.IconNameArrowDropDown, h.turn)
	h.body.Hide()
	if d.unfolded == h.of {
		h.open()
	}
	return Stack(container.NewHBox(h.toggle), h.body)
}

// historyList is a History on the screen.
type historyList struct {
	desk    *Desk
	of      record
	rows    int
	toggle  *Button
	reading *Latest
	body    *fyne.Container
}

// turn opens the fold or closes it.
func (h *historyList) turn() {
	if h.body.Hidden {
		h.open()
		return
	}
	h.desk.unfolded = record{}
	h.reading.Stop()
	h.body.Objects = nil
	h.body.Hide()
	h.toggle.SetIcon(theme.Icon(theme.IconNameArrowDropDown))
	h.relayout()
}

func (h *historyList) open() {
	h.desk.unfolded = h.of
	h.body.Show()
	h.toggle.SetIcon(theme.Icon(theme.IconNameArrowDropUp))
	h.read()
}

// entry is one change with its fields in words.
type entry struct {
	store.Entry
	lines []string
}

func (h *historyList) read() {
	d := h.desk
	var entries []entry
	h.reading.Run(func(ctx context.Context) error {
		list, err := d.Store.History(ctx, h.of.Kind, h.of.ID)
		if err != nil {
			return err
		}
		for i, e := range list {
			var lines []string
			if i < h.rows && e.Act != store.Deleted {
				lines, err = d.changes(ctx, e.Fields)
			}
			if err != nil {
				return err
			}
			entries = append(entries, entry{e, lines})
		}
		return nil
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		h.lay(entries)
	})
}

// changes tells fields from what to what, each on a line.
func (d *Desk) changes(ctx context.Context, fields []store.Field) ([]string, error) {
	var lines []string
	for _, f := range fields {
		if !told(f) {
			continue
		}
		before, err := d.FieldWords(ctx, f.Name, f.Old)
		if err != nil {
			return nil, err
		}
		after, err := d.FieldWords(ctx, f.Name, f.New)
		if err != nil {
			return nil, err
		}
		lines = append(lines, d.fieldChanged(f.Name, before, after))
	}
	return lines, nil
}

func (h *historyList) lay(entries []entry) {
	d := h.desk
	var items []Item
	undoable := true // of all that is in force only the newest can be taken back
	for i, e := range entries[:min(len(entries), h.rows)] {
		item := d.historyItem(e, i == len(entries)-1)
		if undoable && d.Undoable(e.Change) {
			undoable = false
			if e.Count <= byKey { // what was done to more is undone where all changes are listed
				item.Buttons = []fyne.CanvasObject{d.Button("act.undo", func() { d.UndoChange(e.Change) })}
			}
		}
		items = append(items, item)
	}
	if more := len(entries) - h.rows; more > 0 {
		items = append(items, Item{Words: d.Text.Count("history.more", more), Tone: Accent, Tapped: func() {
			h.rows = len(entries)
			h.read()
		}})
	}
	h.body.Objects = []fyne.CanvasObject{d.Items("history.none", items...)}
	h.relayout()
}

func (h *historyList) relayout() { h.desk.Window.Content().Refresh() }

// historyItem tells one change; first says that it made the record.
func (d *Desk) historyItem(e entry, first bool) Item {
	act := map[string]string{store.Saved: "history.edited", store.Deleted: "change.deleted", store.Undone: "change.undone",
		store.Redone: "change.redone", store.Unsampled: "change.unsampled"}[e.Act]
	if first {
		act = "history.created"
	}
	at := e.At.Time().In(d.Now().Location())
	item := Item{Words: Dot(d.Short(career.DateOf(at).At(at.Format("15:04"))), e.Actor, d.T(act))}
	if e.Undone {
		item.Words, item.Tone = Dot(item.Words, d.T("history.undone")), Muted
	}
	lines := e.lines
	if more := len(lines) - historyFields; more > 0 {
		lines = append(lines[:historyFields:historyFields], d.Text.Count("history.more_fields", more))
	}
	switch others := e.Count - 1; {
	case e.Count > byKey:
		lines = append(lines, d.T("history.with_many", others))
	case others > 0:
		lines = append(lines, d.Text.Count("history.with_others", others))
	}
	item.Small = strings.Join(lines, "\n")
	return item
}

// fieldChanged tells on one line what a field was and is.
func (d *Desk) fieldChanged(field, before, after string) string {
	name := d.FieldName(field)
	before, after = inBrief(before), inBrief(after)
	switch {
	case before == "":
		return d.T("history.set", name, after)
	case after == "":
		return d.T("history.cleared", name, before)
	}
	return d.T("history.changed", name, before, after)
}

// inBrief returns as much of a text as tells it from another, on one line.
func inBrief(s string) string {
	const most = 60
	text := []rune(strings.Join(strings.Fields(s), " "))
	if len(text) <= most {
		return string(text)
	}
	return string(text[:most]) + "…"
}
