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

// placeCandidates puts the input method's composition and its list of
// characters at the caret. A window without an input method is left alone.
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
		imm := windows.NewLazySystemDLL("imm32.dll")
		handle, _, _ := imm.NewProc("ImmGetContext").Call(c.HWND)
		if handle == 0 {
			return
		}
		defer imm.NewProc("ImmReleaseContext").Call(c.HWND, handle)
		composition := compositionForm{style: forcePosition, at: point{at.x, at.y}}
		imm.NewProc("ImmSetCompositionWindow").Call(handle, uintptr(unsafe.Pointer(&composition)))
		candidate := candidateForm{
			style: excludeBox, at: point{at.x, at.y},
			area: box{at.x, at.y, at.x + 1, at.y + at.height},
		}
		imm.NewProc("ImmSetCandidateWindow").Call(handle, uintptr(unsafe.Pointer(&candidate)))
	})
}
