package ui

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"visitdesk/data/career"
	"visitdesk/data/match"
	"visitdesk/data/store"
)

// known is a command as the palette looks for it.
type known struct {
	command Command
	words   string
	off     string // the phrase that says why it cannot be done, or ""
	fold    string // the words, and the id's English ones for whoever types those
	py, pyi string // pinyin and initials of the words
	rank    int    // 0 for what was typed to the letter, then further off
}

// known returns the commands that can be given where the user is.
func (d *Desk) known() []known {
	var list []known
	for _, c := range d.commands {
		if c.Phrase == phrasePalette {
			continue
		}
		k := known{command: c, words: d.T(c.Phrase)}
		d.guard(func() { k.off = c.why() })
		k.py, k.pyi = match.Keys(k.words)
		_, id, _ := strings.Cut(c.Phrase, ".")
		k.fold = match.Fold(k.words) + " " + strings.ReplaceAll(id, "_", " ")
		list = append(list, k)
	}
	return list
}

// fitting returns the commands that the words may mean, the likeliest first; all
// of them for no words.
func fitting(commands []known, words string) []known {
	if words == "" {
		return commands
	}
	var list []known
	for _, k := range commands {
		if k.rank = k.fit(match.Fold(words)); k.rank >= 0 {
			list = append(list, k)
		}
	}
	slices.SortStableFunc(list, func(a, b known) int { return cmp.Compare(a.rank, b.rank) })
	return list
}

// fit says how well a command fits folded words: 0 to the letter, 1 as the
// beginning, 2 or 3 somewhere in it, -1 not at all.
func (k known) fit(words string) int {
	key := strings.ReplaceAll(words, " ", "")
	switch {
	case match.Fold(k.words) == words, k.pyi == key && len(key) > 1, k.py == key:
		return 0
	case strings.HasPrefix(k.fold, words), strings.HasPrefix(k.pyi, key), strings.HasPrefix(k.py, key):
		return 1
	}
	every := true
	for word := range strings.FieldsSeq(words) {
		every = every && strings.Contains(k.fold, word)
	}
	switch {
	case every:
		return 2
	case match.Latin(key) && len(key) > 2 && (strings.Contains(k.pyi, key) || strings.Contains(k.py, key)):
		return 3
	}
	return -1
}

// recall reads what the records opened lately are called now; those that are
// gone are left out.
func (d *Desk) recall(ctx context.Context, records []record) ([]store.Hit, error) {
	var hits []store.Hit
	for _, r := range records {
		h, err := d.hit(ctx, r)
		if errors.Is(err, career.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		hits = append(hits, h)
	}
	return hits, nil
}

// hit reads one record as the palette shows it.
func (d *Desk) hit(ctx context.Context, r record) (h store.Hit, err error) {
	h = store.Hit{Kind: r.Kind, ID: r.ID}
	s := d.Store
	switch r.Kind {
	case career.KindEmployer:
		var e career.Employer
		e, err = s.Employer(ctx, career.EmployerID(r.ID))
		h.Name, h.Detail = e.Name, e.Place
	case career.KindContact:
		var c career.Contact
		c, err = s.Contact(ctx, career.ContactID(r.ID))
		h.Name = c.Name
	case career.KindColleague:
		var c career.Colleague
		c, err = s.Colleague(ctx, career.ColleagueID(r.ID))
		h.Name, h.Detail = c.Name, c.Title
	case career.KindVisit:
		var v career.Visit
		v, err = s.Visit(ctx, career.VisitID(r.ID))
		h.Detail = string(v.From)
		if err == nil && v.Employer() != "" {
			var e career.Employer
			e, err = s.Employer(ctx, v.Employer())
			h.Name = e.Name
		}
	case career.KindMeeting:
		var m career.Meeting
		m, err = s.Meeting(ctx, career.MeetingID(r.ID))
		h.Name, h.Detail = m.Title, string(m.From)
	case career.KindCommitment:
		var c career.Commitment
		c, err = s.Commitment(ctx, career.CommitmentID(r.ID))
		h.Name, h.Detail = c.What, string(c.Due)
	case career.KindGraduate:
		var g career.Graduate
		g, err = s.Graduate(ctx, career.GraduateID(r.ID))
		h.Name, h.Detail = g.Name, g.Major
	default:
		return h, career.ErrNotFound
	}
	return h, err
}
