package ui

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"visitdesk/data/career"
)

// draftEvery is how often what is typed into a form is kept, so that a crash or
// a power cut costs no more than that.
const draftEvery = 5 * time.Second

// drafts is where the store keeps them: "draft/visit/<id or new>/<its own>". A
// draft has a name of its own, so that one that nobody has looked at is never
// written over by the next.
const drafts = "draft/"

// A Draft is what was typed into a form and neither saved nor given up.
type Draft struct {
	Kind career.Kind
	ID   string // of the record; empty for a new one
	Name string // the title of the form
	At   time.Time

	key   string
	base  json.RawMessage            // the record as the form was filled from it
	lines map[string]json.RawMessage // what was typed, by line
}

// draftFile is a Draft as it is kept.
type draftFile struct {
	Title string
	At    time.Time
	Base  json.RawMessage
	Lines map[string]json.RawMessage
}

// Drafts returns the drafts of all forms, the newest first.
func (d *Desk) Drafts(ctx context.Context) ([]Draft, error) { return d.drafts(ctx, drafts) }

func (d *Desk) drafts(ctx context.Context, under string) ([]Draft, error) {
	kept, err := d.Store.KeptUnder(ctx, under)
	if err != nil {
		return nil, fmt.Errorf("read drafts: %w", err)
	}
	var list []Draft
	for key, data := range kept {
		var file draftFile
		parts := strings.Split(key, "/")
		if err := json.Unmarshal(data, &file); err != nil || len(parts) != 4 {
			slog.Warn("a draft that cannot be read", "key", key, "err", err)
			continue
		}
		draft := Draft{Kind: career.Kind(parts[1]), Name: file.Title, At: file.At, key: key, base: file.Base, lines: file.Lines}
		if parts[2] != unborn {
			draft.ID = parts[2]
		}
		list = append(list, draft)
	}
	slices.SortFunc(list, func(a, b Draft) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(a.key, b.key)) })
	return list, nil
}

// unborn stands for the ID of a record that has none.
const unborn = "new"

// Resume shows the form that a draft is of, with what was typed into it.
func (d *Desk) Resume(draft Draft) {
	noun := blank(draft.Kind)
	if noun == nil {
		return
	}
	if err := json.Unmarshal(draft.base, noun); err != nil {
		d.Fail(fmt.Errorf("resume draft: %w", err))
		return
	}
	d.resuming = draft.key
	d.Edit(noun, "")
}

// Discard forgets a draft.
func (d *Desk) Discard(draft Draft) {
	d.Act(func(ctx context.Context) error { return d.Store.Drop(ctx, draft.key) }, d.changed)
}

// KeepDrafts keeps what is typed into the forms at once: the window is about to
// lose the keyboard, or more.
func (d *Desk) KeepDrafts() {
	if d.frame == nil {
		return
	}
	for _, p := range d.frame.pages {
		if f, ok := p.(*Form); ok {
			f.draft.keep()
		}
	}
}

// blank returns an empty record of a kind that has a form; nil for others.
func blank(kind career.Kind) career.Noun {
	switch kind {
	case career.KindEmployer:
		return new(career.Employer)
	case career.KindContact:
		return new(career.Contact)
	case career.KindColleague:
		return new(career.Colleague)
	case career.KindVisit:
		return new(career.Visit)
	case career.KindMeeting:
		return new(career.Meeting)
	case career.KindCommitment:
		return new(career.Commitment)
	case career.KindDemand:
		return new(career.Demand)
	case career.KindAgreement:
		return new(career.Agreement)
	case career.KindFeedback:
		return new(career.Feedback)
	case career.KindGraduate:
		return new(career.Graduate)
	case career.KindOutcome:
		return new(career.Outcome)
	case career.KindCampaign:
		return new(career.Campaign)
	case career.KindUniversity:
		return new(career.University)
	}
	return nil
}
