package ui

import (
	"context"
	"errors"
	"slices"
	"strings"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// FindEmployers finds employers to pick; Record is the career.Employer.
func (d *Desk) FindEmployers(ctx context.Context, words string) ([]Option, error) {
	rows, err := d.Store.Employers(ctx, store.Query{Find: words, Limit: OptionRows})
	if err != nil {
		return nil, err
	}
	options := make([]Option, len(rows))
	for i, r := range rows {
		options[i] = Option{ID: string(r.ID), Name: r.Name, Detail: r.Place, Record: r.Employer}
	}
	return options, nil
}

// creations are the phrases that offer to make a new record of a name.
var creations = map[career.Kind]string{
	career.KindEmployer: "create.employer", career.KindContact: "create.contact",
	career.KindColleague: "create.colleague", career.KindCampaign: "create.campaign",
}

// NewEmployer returns a new employer of which only the name is known.
func (d *Desk) NewEmployer(name string) career.Noun {
	return &career.Employer{ID: career.EmployerID(store.NewID()), Name: name}
}

// NewColleague returns a new colleague of whom only the name is known.
func (d *Desk) NewColleague(name string) career.Noun {
	return &career.Colleague{ID: career.ColleagueID(store.NewID()), Name: name}
}

// NewCampaign returns a new campaign of which only the name is known.
func (d *Desk) NewCampaign(name string) career.Noun {
	return &career.Campaign{ID: career.CampaignID(store.NewID()), Name: name}
}

// FindColleagues finds colleagues to pick; Record is the store.PersonRow.
func (d *Desk) FindColleagues(ctx context.Context, words string) ([]Option, error) {
	return d.findPeople(ctx, words, career.KindColleague)
}

// FindContacts finds contacts to pick; Record is the store.PersonRow.
func (d *Desk) FindContacts(ctx context.Context, words string) ([]Option, error) {
	return d.findPeople(ctx, words, career.KindContact)
}

// FindContactsAt is FindContacts with the people of one employer first; at is
// asked on the window's goroutine. Without words it finds those alone.
func (d *Desk) FindContactsAt(at func() career.EmployerID) Finder {
	return func(ctx context.Context, words string) ([]Option, error) {
		var id career.EmployerID
		if err := d.ask(ctx, func() { id = at() }); err != nil {
			return nil, err
		}
		var options []Option
		if id != "" {
			e, err := d.Store.Employer(ctx, id)
			if errors.Is(err, career.ErrNotFound) { // it is new
				return d.FindContacts(ctx, words)
			}
			if err != nil {
				return nil, err
			}
			if options, err = d.findPeople(ctx, words, career.KindContact, e.Name); err != nil || words == "" {
				return options, err
			}
		}
		others, err := d.FindContacts(ctx, words)
		for _, o := range others {
			known := slices.ContainsFunc(options, func(other Option) bool { return other.ID == o.ID })
			if !known && len(options) < OptionRows {
				options = append(options, o)
			}
		}
		return options, err
	}
}

// ask does something on the window's goroutine and waits for it. It is for work
// that Run does.
func (d *Desk) ask(ctx context.Context, do func()) error {
	done := make(chan struct{})
	d.back(func() {
		defer close(done)
		do()
	})
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// findPeople finds people of one kind, of certain employers or departments if
// any are named.
func (d *Desk) findPeople(ctx context.Context, words string, kind career.Kind, where ...string) ([]Option, error) {
	rows, err := d.Store.People(ctx, store.Query{Find: words, Limit: OptionRows,
		Filter: map[string][]string{"person.kind": {string(kind)}, "person.where": where}})
	options := make([]Option, len(rows))
	for i, r := range rows {
		options[i] = Option{ID: r.ID, Name: r.Name, Detail: Dot(r.Where, r.Title), Record: r}
	}
	return options, err
}

// FindCampaigns finds campaigns to pick.
func (d *Desk) FindCampaigns(ctx context.Context, words string) ([]Option, error) {
	campaigns, err := d.Store.Campaigns(ctx)
	if err != nil {
		return nil, err
	}
	var options []Option
	for _, c := range campaigns {
		if strings.Contains(strings.ToLower(c.Name), strings.ToLower(words)) && len(options) < OptionRows {
			options = append(options, Option{ID: string(c.ID), Name: c.Name})
		}
	}
	return options, nil
}

// FindTags finds the tags in use in a list, such as "employer.tags", by what they
// contain; the most frequent first.
func (d *Desk) FindTags(list store.Listing, field string) Finder {
	return func(ctx context.Context, words string) ([]Option, error) {
		tags, err := d.Store.Values(ctx, list, field)
		if err != nil {
			return nil, err
		}
		words = strings.ToLower(words)
		var options []Option
		for _, tag := range tags {
			if tag != "" && strings.Contains(strings.ToLower(tag), words) && len(options) < OptionRows { // some records have none
				options = append(options, Option{Name: tag})
			}
		}
		return options, nil
	}
}

// Dot joins short facts on one line with dots; empty ones are left out.
func Dot(words ...string) string {
	var some []string
	for _, w := range words {
		if w != "" {
			some = append(some, w)
		}
	}
	return strings.Join(some, " · ")
}
