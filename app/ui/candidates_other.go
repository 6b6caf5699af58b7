//go:build !windows

package ui

import "fyne.io/fyne/v2"

// placeCandidates has nothing to do: X11 and macOS ask for the place.
func placeCandidates(fyne.Window, caret) {}
