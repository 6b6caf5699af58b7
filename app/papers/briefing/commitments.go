package briefing

import (
	"cmp"
	"slices"
	"strconv"

	"visitdesk/app/document"
	"visitdesk/data/career"
)

// commitments lists what both sides promised: overdue first, then by the day
// it is due, what is settled last. They are between the two, not for the public.
func (p Paper) commitments() []document.Block {
	if len(p.Commitments) == 0 || p.Level == career.L3 {
		return nil
	}
	list := slices.Clone(p.Commitments)
	slices.SortStableFunc(list, p.urgency)
	table := document.Table{Columns: p.columns(
		column{key: "briefing.no", weight: 0.5, align: document.Centre}, column{key: "commitment.side", weight: 0.8},
		column{key: "commitment.what", weight: 4}, column{key: "commitment.owner", weight: 2},
		column{key: "commitment.due", weight: 2.2}, column{key: "commitment.standing", weight: 3.6})}
	for i, c := range list {
		due := p.short(c.Due)
		if due == "" {
			due = p.Text("commitment.undated")
		}
		cells := row(strconv.Itoa(i+1), p.party(c.Side), c.What, c.Owner, due, "")
		cells[5] = p.state(&c)
		table.Rows = append(table.Rows, cells)
	}
	return []document.Block{p.heading("briefing.commitments"), table}
}

// urgency orders open commitments by their day, undated last, and the settled
// ones after them, the newest first.
func (p Paper) urgency(a, b career.Commitment) int {
	return cmp.Or(
		cmp.Compare(rank(a), rank(b)),
		cmp.Compare(a.Due, b.Due)*openly(a),
		cmp.Compare(b.Done, a.Done))
}

// rank tells open dated, open undated and settled commitments apart.
func rank(c career.Commitment) int {
	switch {
	case !open(c):
		return 2
	case !c.Due.Valid():
		return 1
	}
	return 0
}

// openly switches the order by due day off for settled commitments.
func openly(c career.Commitment) int {
	if open(c) {
		return 1
	}
	return 0
}

func open(c career.Commitment) bool { return c.Done == "" && !c.Dropped }

// state says how a commitment stands and what came of it. A paper for the
// employer reminds of the day in the table and does not count their delays.
func (p Paper) state(c *career.Commitment) document.Text {
	var text document.Text
	switch days := p.Today.Until(c.Due); {
	case c.Dropped:
		text = document.T(p.Text("commitment.dropped"), document.Muted)
	case c.Done != "":
		text = document.T(p.Text("commitment.done_on", p.short(c.Done)), document.Muted)
	case c.Overdue(p.Today) && p.Level.Internal():
		text = document.T(p.Text.Count("commitment.overdue_by", -days), document.Alert)
	case !c.Due.Valid() || !p.Level.Internal():
		text = document.T(p.Text("commitment.open"))
	case days == 0:
		text = document.T(p.Text("commitment.due_today"), document.Warn)
	default:
		text = document.T(p.Text.Count("commitment.due_in", days))
	}
	if c.Dropped && c.Done != "" {
		text = append(text, document.T(p.Text("briefing.aside", p.short(c.Done)), document.Muted)...)
	}
	if said(c.Result) {
		text = append(text, document.Span{Text: p.Text("briefing.aside", c.Result)})
	}
	return text
}

// owed counts the open commitments of a side, and the overdue ones of both.
func (p Paper) owed() (ours, theirs, overdue int) {
	for _, c := range p.Commitments {
		switch {
		case !open(c):
			continue
		case c.Side == career.Ours:
			ours++
		default:
			theirs++
		}
		if c.Overdue(p.Today) {
			overdue++
		}
	}
	return ours, theirs, overdue
}
