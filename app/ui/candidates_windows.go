package ui

import (
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

// The styles of Windows' COMPOSITIONFORM and CANDIDATEFORM.
const (
	forcePosition = 0x20
	excludeBox    = 0x80
)

type point struct{ x, y int32 }

type box struct{ left, top, right, bottom int32 }

type compositionForm struct {
	style uint32
	at    point
	area  box
}

type candidateForm struct {
	index, style uint32
	at           point
	area         box
}

// What imm32 does here; it is there on every Windows.
var (
	imm            = windows.NewLazySystemDLL("imm32.dll")
	getContext     = imm.NewProc("ImmGetContext")
	releaseContext = imm.NewProc("ImmReleaseContext")
	setComposition = imm.NewProc("ImmSetCompositionWindow")
	setCandidates  = imm.NewProc("ImmSetCandidateWindow")
)

// placeCandidates puts the input method's composition and its list of
// characters at the caret, in pixels of what the window shows. A window without
// an input method is left alone.
func placeCandidates(w fyne.Window, at caret) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		c, ok := context.(driver.WindowsWindowContext)
		if !ok || c.HWND == 0 {
			return
		}
		handle, _, _ := getContext.Call(c.HWND)
		if handle == 0 {
			return
		}
		defer releaseContext.Call(c.HWND, handle)
		composition := compositionForm{style: forcePosition, at: point{at.x, at.y}}
		setComposition.Call(handle, uintptr(unsafe.Pointer(&composition)))
		candidate := candidateForm{
			style: excludeBox, at: point{at.x, at.y + at.height},
			area: box{at.x, at.y, at.x + 1, at.y + at.height},
		}
		setCandidates.Call(handle, uintptr(unsafe.Pointer(&candidate)))
	})
}
