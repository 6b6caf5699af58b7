package visits

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// The ways to see the visits.
const (
	asList = iota
	asMonth
	asWeek
	asBoard
)

// Content is the choice of a way to see the visits, and the visits seen so.
func (s *Screen) Content() fyne.CanvasObject { return s.body }

// Refresh reads afresh what is seen.
func (s *Screen) Refresh() { s.see(s.ways.At()) }

// Place returns the visit chosen, where the list shows it; see ui.Placed.
func (s *Screen) Place() (career.Kind, string) {
	if s.ways.At() != asList {
		return "", ""
	}
	return s.Browser.Place()
}

// Open chooses a visit in the list when the screen comes into view.
func (s *Screen) Open(id string) {
	s.ways.Choose(asList)
	s.Browser.Open(id)
}

// standing is how the screen is shown.
type standing struct {
	way  int
	day  career.Date // chosen in the calendar
	list any
}

// Stand returns how the screen is shown; see ui.Standing.
func (s *Screen) Stand() any { return standing{s.ways.At(), s.planner.Day(), s.Browser.Stand()} }

// StandAs shows the screen as it was; see ui.Standing.
func (s *Screen) StandAs(was any) {
	if stood, ok := was.(standing); ok {
		s.ways.Show(stood.way)
		s.planner.To(stood.day)
		s.Browser.StandAs(stood.list)
	}
}

// Turn goes to the next way to see the visits.
func (s *Screen) Turn() { s.ways.Choose((s.ways.At() + 1) % (asBoard + 1)) }

// Commands are those of the list, which say so where it is not seen, and the way
// to print.
func (s *Screen) Commands() []ui.Command {
	list := s.Browser.Commands()
	for i, c := range list {
		if c.Phrase == "act.new_visit" {
			continue
		}
		list[i].Off = func() string {
			switch {
			case s.ways.At() != asList:
				return "visit.in_the_list"
			case c.Off != nil:
				return c.Off()
			}
			return ""
		}
	}
	return list
}

// see shows the visits in one of the ways.
func (s *Screen) see(way int) {
	switch way {
	case asList:
		s.put(s.Browser.Content())
		s.Browser.Refresh()
	case asMonth, asWeek:
		s.put(s.planner.Content())
		s.planner.Weekly(way == asWeek)
	case asBoard:
		s.lay()
	}
}

// put shows o below the choice of ways, unless it is there already.
func (s *Screen) put(o fyne.CanvasObject) {
	if len(s.seen.Objects) == 1 && s.seen.Objects[0] == o {
		return
	}
	s.seen.Objects = []fyne.CanvasObject{o}
	s.seen.Refresh()
}

// calendar is what the calendar shows.
func (s *Screen) calendar() ui.Plan {
	return ui.Plan{
		Read: func(ctx context.Context, from, to career.Date) ([]ui.Event, error) {
			rows, err := s.desk.Store.Between(ctx, from, to)
			events := make([]ui.Event, len(rows))
			for i, v := range rows {
				events[i] = ui.Event{At: v.From, Words: v.EmployerName, Tone: tones[s.state(v)],
					Small:  ui.Dot(v.LeaderName, s.desk.T(s.state(v).Key())),
					Tapped: func() { s.desk.Open(career.KindVisit, string(v.ID)) }}
			}
			return events, err
		},
		None: "visit.none_on_day", Act: "act.new_visit_that_day",
		Make: func(day career.Date) {
			v := ui.NewVisit()
			v.From = day.At("")
			s.desk.Edit(v, "")
		},
	}
}

// lay reads the visits that want something and lays them out by state.
func (s *Screen) lay() {
	var rows []store.VisitRow
	s.laying.Run(func(ctx context.Context) (err error) {
		rows, err = s.desk.Store.Board(ctx, s.desk.Today())
		return err
	}, func(err error) {
		if err != nil {
			s.desk.Fail(err)
			return
		}
		if s.ways.At() == asBoard {
			s.put(s.board(rows))
		}
	})
}

// board lays visits out by state, those of each state in the order of what is
// next.
func (s *Screen) board(rows []store.VisitRow) fyne.CanvasObject {
	d := s.desk
	lanes := make([]ui.Lane, 0, len(career.States))
	for _, state := range career.States {
		if state == career.PutOff || state == career.CalledOff {
			continue
		}
		lane := ui.Lane{Title: d.T(state.Key()), None: "visit.none_in_state"}
		for _, v := range rows {
			if s.state(v) != state {
				continue
			}
			when := strings.TrimSpace(d.Near(v.From.Date()) + " " + v.From.Clock())
			lane.Items = append(lane.Items, ui.Item{Words: v.EmployerName, Small: ui.Dot(when, v.LeaderName),
				Tapped: func() { d.Open(career.KindVisit, string(v.ID)) }})
		}
		lanes = append(lanes, lane)
	}
	return d.Board(lanes...)
}
