package people

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"visitdesk/app/ui"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// commands are what can be done here beside what every list can do.
func (s *Screen) commands() []ui.Command {
	return []ui.Command{
		{Phrase: "act.new_colleague", Menu: "menu.file", Do: func() { s.desk.Edit(&career.Colleague{}, "") }},
		{Phrase: "act.new_graduate", Menu: "menu.file", Do: func() { s.desk.Edit(&career.Graduate{}, "") }},
		{Phrase: "act.new_visit_to_them", Menu: "menu.file", Context: true, Off: s.noVisit, Do: s.NewVisit},
		{Phrase: "act.copy_phone", Menu: "menu.edit", Key: fyne.KeyC, With: ui.Ctrl | fyne.KeyModifierShift, Context: true, Off: s.noPhone, Do: s.CopyPhone},
		{Phrase: "act.mark_left", Menu: "menu.edit", Context: true, Off: s.noPost, Do: s.MarkLeft},
	}
}

// unread says why nothing can be done with the person chosen: there is none, or
// the card on the right is still that of the one before.
func (s *Screen) unread() string {
	row, ok := s.Chosen()
	if !ok || s.shown == nil || s.shown.row.ID != row.ID {
		return "people.none_chosen"
	}
	return ""
}

// contactShown returns the contact on the right, if it is one.
func (s *Screen) contactShown() (*career.Contact, bool) {
	if s.unread() != "" {
		return nil, false
	}
	n, ok := s.shown.noun.(*career.Contact)
	return n, ok
}

// phone is the number of the person chosen by which they are reached soonest.
func (s *Screen) phone() string {
	if s.unread() != "" {
		return ""
	}
	switch n := s.shown.noun.(type) {
	case *career.Contact:
		return cmp.Or(n.Mobile, n.Phone)
	case *career.Colleague:
		return n.Mobile
	case *career.Graduate:
		return n.Mobile
	}
	return ""
}

// noPhone says why no phone can be copied.
func (s *Screen) noPhone() string {
	if why := s.unread(); why != "" || s.phone() != "" {
		return why
	}
	return "people.no_phone"
}

// noPost says why nobody can be marked as left.
func (s *Screen) noPost() string {
	if why := s.unread(); why != "" {
		return why
	}
	if _, ok := s.contactShown(); ok && slices.ContainsFunc(s.shown.file.Posts, func(p store.PostRow) bool { return !p.Ended }) {
		return ""
	}
	return "people.no_post"
}

// noVisit says why no visit can be planned: to the employer of a contact, or
// led by one of ours.
func (s *Screen) noVisit() string {
	if why := s.unread(); why != "" || s.visit() != nil {
		return why
	}
	return "people.no_employer"
}

// CopyPhone puts the number of the person chosen on the clipboard.
func (s *Screen) CopyPhone() {
	if why := s.noPhone(); why != "" {
		s.desk.Told(s.desk.T(why))
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(s.phone())
	s.desk.Told(s.desk.T("told.copied", s.phone()))
}

// NewVisit shows the form of a visit to the employer of the contact chosen, or
// led by the colleague.
func (s *Screen) NewVisit() {
	if v := s.visit(); v != nil {
		s.desk.Edit(v, "visit.from")
	}
}

// visit returns a new visit with the person chosen, nil where there is none to
// make.
func (s *Screen) visit() *career.Visit {
	if s.unread() != "" {
		return nil
	}
	v := ui.NewVisit()
	switch n := s.shown.noun.(type) {
	case *career.Contact:
		post, ok := foremost(s.shown.file.Posts)
		if !ok {
			return nil
		}
		v.Employers = []career.EmployerID{post.Employer}
		if !post.Ended {
			v.Theirs = []career.Participant{{Name: n.Name, Title: post.Title, Unit: post.EmployerName, Phone: cmp.Or(n.Mobile, n.Phone), Contact: n.ID}}
		}
	case *career.Colleague:
		v.LedBy = n.ID
		v.Ours = []career.Participant{{Name: n.Name, Title: n.Title, Unit: n.Department, Phone: n.Mobile, Colleague: n.ID}}
	default:
		return nil
	}
	return v
}
