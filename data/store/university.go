package store

import (
	"context"
	"fmt"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

var universities = table[career.University]{
	kind: career.KindUniversity,
	kept: func(u *career.University) (*string, *career.Kept) { return (*string)(&u.ID), &u.Kept },
	name: func(u *career.University) string { return u.Name },
	row: func(u *career.University) []column {
		return []column{
			{"name", &u.Name, anyone},
			{"english_name", &u.EnglishName, anyone},
			{"office", &u.Office, anyone},
			{"phone", &u.Phone, anyone},
			{"address", &u.Address, anyone},
			{"website", &u.Website, anyone},
			{"introduction", &u.Introduction, anyone},
			{"characteristics", list(&u.Characteristics), anyone},
			{"achievements", list(&u.Achievements), anyone},
			{"logo", &u.Logo, anyone},
			{"scheme", &u.Scheme, anyone},
		}
	},
}

var campaigns = table[career.Campaign]{
	kind: career.KindCampaign,
	kept: func(c *career.Campaign) (*string, *career.Kept) { return (*string)(&c.ID), &c.Kept },
	name: func(c *career.Campaign) string { return c.Name },
	row: func(c *career.Campaign) []column {
		return []column{
			{"name", &c.Name, anyone},
			{"from", &c.From, anyone},
			{"to", &c.To, anyone},
			{"quotas", list(&c.Quotas), house},
			{"next", list(&c.Next), house},
			{"source", &c.Source, house},
		}
	},
}

var meetings = table[career.Meeting]{
	kind: career.KindMeeting,
	kept: func(m *career.Meeting) (*string, *career.Kept) { return (*string)(&m.ID), &m.Kept },
	name: func(m *career.Meeting) string { return m.Title },
	row: func(m *career.Meeting) []column {
		return []column{
			{"title", &m.Title, house},
			{"organiser", &m.Organiser, house},
			{"from", &m.From, house},
			{"to", &m.To, house},
			{"place", &m.Place, house},
			{"chair", &m.Chair, house},
			{"recorder", &m.Recorder, house},
			{"attendees", list(&m.Attendees), house},
			{"items", list(&m.Items), house},
			{"done", list(&m.Done), house},
			{"source", &m.Source, house},
			{"note", &m.Note, office},
		}
	},
	keys: func(m *career.Meeting) []column {
		texts := append([]string{m.Title, m.Organiser, m.Place, m.Chair}, m.Done...)
		for _, a := range m.Attendees {
			texts = append(texts, a.Name, a.Title)
		}
		for _, i := range m.Items {
			texts = append(append(texts, i.Speaker, i.Topic), i.Points...)
		}
		search := match.Search(texts...)
		return []column{{"search", &search, anyone}}
	},
}

// University returns the university, or career.ErrNotFound before it was first
// saved.
func (s *Store) University(ctx context.Context) (career.University, error) {
	list, err := every(ctx, s, universities, "r.id")
	if err == nil && len(list) == 0 {
		err = fmt.Errorf("university: %w", career.ErrNotFound)
	}
	if err != nil {
		return career.University{}, err
	}
	return list[0], nil
}

// Campaign returns the campaign with the given ID, or career.ErrNotFound.
func (s *Store) Campaign(ctx context.Context, id career.CampaignID) (career.Campaign, error) {
	return single(ctx, s, campaigns, string(id))
}

// Campaigns returns all campaigns, the latest first.
func (s *Store) Campaigns(ctx context.Context) ([]career.Campaign, error) {
	return every(ctx, s, campaigns, `r."from" DESC, r.id DESC`)
}

// Meeting returns the meeting with the given ID, or career.ErrNotFound.
func (s *Store) Meeting(ctx context.Context, id career.MeetingID) (career.Meeting, error) {
	return single(ctx, s, meetings, string(id))
}
