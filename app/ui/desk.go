// Package ui is the toolbox of the screens: the desk they work at, the lists
// they show, the forms they fill in, the dialogs they ask with, the pages they
// print. It knows widgets, not employers or visits.
//
// Every control is made by the desk or given one, for three reasons that hold
// everywhere: Esc and the F-keys reach the window whatever has the focus, what
// has the focus is ringed, and a panic in a callback becomes a message instead
// of the end of the program. Nothing here blocks the window's goroutine: what
// takes time goes through Desk.Run.
package ui

import (
	"context"
	"io/fs"
	"time"

	"fyne.io/fyne/v2"

	"visitdesk/app/i18n"
	"visitdesk/app/typeset"
	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A Screen is one section of the window.
type Screen interface {
	// Content is what the screen shows; built once.
	Content() fyne.CanvasObject
	// Refresh reads what it shows afresh; called whenever it comes into view.
	Refresh()
	// Commands are what can be done there, for the menu and the keys.
	Commands() []Command
}

// A Desk is what every screen works at. Store, Text, Window, Files and Today
// are always there; the rest may be left out where it is not needed.
type Desk struct {
	Store  *store.Store
	Text   i18n.Text
	Window fyne.Window
	Files  fs.FS
	Fonts  func() (*typeset.Fonts, error) // of the papers; opened when first asked for
	Today  func() career.Date
	Now    func() time.Time
	Folder string // where the office's files are
	Actor  string // who works here, as papers name them

	// The ways from screen to screen, which know nothing of each other: Open
	// shows a record on the screen of its kind; Edit shows its form with the
	// cursor in a field, a new record if it has no ID; Brief shows a visit's
	// briefing, ready to print or ready to read; Changed tells the window that
	// what it shows may have changed.
	Open    func(kind career.Kind, id string)
	Edit    func(noun career.Noun, field string)
	Brief   func(id career.VisitID, print bool)
	Changed func()

	// View shows a file in the program that the system has for such files, Reveal
	// shows where it lies. Both may be nil.
	View, Reveal func(ctx context.Context, file string) error

	// Go starts work beside the window, Do comes back to its goroutine and
	// Later does so after a while. Tests put their own here.
	Go    func(func())
	Do    func(func())
	Later func(time.Duration, func())

	// Held says which of Shift, Ctrl and Alt are down; nil asks the system.
	Held func() fyne.KeyModifier

	frame     *Frame
	dialogs   []modal // what lies over the window, the topmost last
	commands  []Command
	tips      *tips
	history   history
	status    *status
	open      func(career.Kind, string) // Open as it was given
	acting    bool                      // the office is being changed
	waiting   func()                    // to go on with when it is; nil for nothing
	preparing *Latest                   // reads what the next page needs
	resuming  string                    // the draft that the next form is to take up
	unfolded  record                    // whose history of changes is shown
}

// T returns the phrase for key; see i18n.Text.
func (d *Desk) T(key string, args ...any) string { return d.Text(key, args...) }

// wrap returns how running text of the window's language breaks its lines.
func (d *Desk) wrap() fyne.TextWrap {
	if d.Text.Language() == "zh" {
		return fyne.TextWrapBreak
	}
	return fyne.TextWrapWord
}
