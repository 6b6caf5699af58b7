package ui

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"slices"

	"visitdesk/data/career"
)

// A stop is where the user was: a section, and the record opened there.
type stop struct {
	section int
	kind    career.Kind // empty for none
	id      string
}

// A Placed screen says which record is chosen on it, so that the way back leads
// to it; empty for none.
type Placed interface {
	Place() (kind career.Kind, id string)
}

const (
	mostStops  = 50 // that the way back remembers
	mostRecent = 12 // records
	keptRecent = "recent"
)

// opened are the kinds of records that have a page to come back to.
var opened = []career.Kind{career.KindEmployer, career.KindContact, career.KindColleague, career.KindVisit, career.KindMeeting,
	career.KindCommitment, career.KindGraduate}

// history is the way the user came.
type history struct {
	stops []stop
	at    int // which of the stops is shown

	opening record // what Open is on its way to; zero for none
	moving  int    // the stop that the user goes back or forward to; -1 for none

	recent []record // the records opened, the latest first
	read   bool     // those of earlier days are among them
	turn   int      // how far Ctrl+Tab has gone through them
}

// A record is one noun of the office.
type record struct {
	Kind career.Kind `json:"kind"`
	ID   string      `json:"id"`
}

// remember makes Open and Edit leave a trace.
func (d *Desk) remember() {
	d.history.moving = -1
	if d.open != nil {
		return
	}
	if open := d.Open; open != nil {
		d.open = open
		d.Open = func(kind career.Kind, id string) {
			d.history.turn = 0
			d.noteRecent(record{kind, id})
			d.arrive(record{kind, id})
		}
	}
	if edit := d.Edit; edit != nil {
		d.Edit = func(noun career.Noun, field string) {
			if noun.Key() != "" {
				d.noteRecent(record{noun.Kind(), noun.Key()})
			}
			edit(noun, field)
		}
	}
}

// arrive opens a record; the section that shows it becomes a stop with it.
func (d *Desk) arrive(r record) {
	d.leaving()
	d.history.opening = r
	d.open(r.Kind, r.ID)
	d.history.opening = record{}
}

// coming returns what notes the arrival at a section, once it is shown: a page
// may ask first, and the user may stay.
func (d *Desk) coming(section int) func() {
	h := &d.history
	if h.opening.ID == "" {
		d.leaving()
	}
	to, moving := stop{section, h.opening.Kind, h.opening.ID}, h.moving
	h.moving = -1
	return func() {
		if moving >= 0 && moving < len(h.stops) {
			h.at = moving
			return
		}
		if len(h.stops) > 0 && h.stops[h.at] == to {
			return
		}
		if len(h.stops) > 0 {
			h.stops = h.stops[:h.at+1]
		}
		h.stops = append(h.stops, to)
		if len(h.stops) > mostStops {
			h.stops = slices.Delete(h.stops, 0, len(h.stops)-mostStops)
		}
		h.at = len(h.stops) - 1
	}
}

// leaving notes which record was chosen at the stop that is left.
func (d *Desk) leaving() {
	h, f := &d.history, d.frame
	if h.at >= len(h.stops) || f.at < 0 || h.stops[h.at].section != f.at {
		return
	}
	if kind, id := f.chosen(f.at); id != "" {
		h.stops[h.at].kind, h.stops[h.at].id = kind, id
	}
}

// Backward goes back to where the user was before; from a page to the section
// below it.
func (d *Desk) Backward() {
	if d.frame.top() != nil {
		d.Back()
		return
	}
	d.travel(-1)
}

// Forward goes again where Backward came from.
func (d *Desk) Forward() { d.travel(1) }

func (d *Desk) travel(step int) {
	h := &d.history
	to := h.at + step
	if to < 0 || to >= len(h.stops) {
		return
	}
	p := h.stops[to]
	h.moving = to
	kind, id := d.frame.chosen(p.section)
	if p.id == "" || d.open == nil || kind == p.kind && id == p.id { // the screen is where it was left
		d.Show(p.section)
	} else {
		d.arrive(record{p.kind, p.id})
	}
	h.moving = -1
}

// noBackward and noForward say why there is no way there.
func (d *Desk) noBackward() string {
	if d.frame.top() == nil && d.history.at == 0 {
		return "told.nothing_back"
	}
	return ""
}

func (d *Desk) noForward() string {
	if d.history.at >= len(d.history.stops)-1 {
		return "told.nothing_forward"
	}
	return ""
}

// noteRecent puts a record before the others opened lately, and keeps the list
// in the office, where no preferences file can tell of it.
func (d *Desk) noteRecent(r record) {
	if !slices.Contains(opened, r.Kind) {
		return
	}
	d.withRecent(func() {
		h := &d.history
		list := slices.DeleteFunc(slices.Clone(h.recent), func(o record) bool { return o == r })
		h.recent = append([]record{r}, list...)
		h.recent = h.recent[:min(len(h.recent), mostRecent)]
		data, err := json.Marshal(h.recent)
		if err != nil {
			slog.Error("keep recent records", "err", err)
			return
		}
		d.Run(func(ctx context.Context) error { return d.Store.Keep(ctx, keptRecent, data) }, d.unremembered)
	})
}

// unremembered writes down that the recent records could not be kept or read.
// The user was after something else and can go on: nothing is told.
func (d *Desk) unremembered(err error) {
	if err != nil {
		slog.Error("recent records", "err", err)
	}
}

// withRecent calls then when the records of earlier days are known.
func (d *Desk) withRecent(then func()) {
	if d.history.read {
		then()
		return
	}
	var list []record
	d.Run(func(ctx context.Context) error {
		data, err := d.Store.Kept(ctx, keptRecent)
		if err == nil {
			err = json.Unmarshal(data, &list)
		}
		return err
	}, func(err error) {
		if err != nil && !errors.Is(err, career.ErrNotFound) {
			d.unremembered(err)
		}
		if h := &d.history; !h.read {
			h.recent, h.read = list, true
		}
		then()
	})
}

// nextRecord opens the record that was opened before this one, and pressed
// again the one before that.
func (d *Desk) nextRecord() {
	d.withRecent(func() {
		h := &d.history
		if len(h.recent) < 2 {
			d.Told(d.T("told.no_recent"))
			return
		}
		h.turn = (h.turn + 1) % len(h.recent)
		d.arrive(h.recent[h.turn])
	})
}

// Follow takes over the way that the user came at another desk: in another
// language the window is built anew, and the user has been nowhere else.
func (d *Desk) Follow(before *Desk) {
	if before != nil {
		d.history = before.history
		d.history.moving = -1
	}
}
