package people

import (
	"visitdesk/app/ui"
	"visitdesk/data/career"
)

// commands are what can be done here beside what every list can do.
func (s *Screen) commands() []ui.Command {
	return []ui.Command{
		{Phrase: "act.new_colleague", Menu: "menu.file", Do: func() { s.desk.Edit(&career.Colleague{}, "") }},
	}
}
