//go:build !windows

package ui

import "fyne.io/fyne/v2"

// placeCandidates can do nothing: X11 and macOS would ask for the place, but
// GLFW, below Fyne, does not answer. The list of characters comes up at the
// window's edge there.
func placeCandidates(fyne.Window, caret) {}
