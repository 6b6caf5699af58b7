package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// reveal scrolls the page that o lies on so far that it is seen. A control calls
// it when it gets the keyboard: Fyne moves the focus, but not the page.
func reveal(o fyne.CanvasObject) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(o)
	if canvas == nil { // not drawn yet: whoever shows the page brings it into view
		return
	}
	root := canvas.Content()
	if top := canvas.Overlays().Top(); top != nil {
		root = top
	}
	if page, at := pageOf(root, o); page != nil {
		bring(page, at, o.Size().Height+covered(root))
	}
}

// covered is how much of the foot of the window a notice covers.
func covered(root fyne.CanvasObject) float32 {
	if !root.Visible() {
		return 0
	}
	if notice, ok := root.(*solid); ok {
		return notice.Size().Height
	}
	if _, ok := root.(*fyne.Container); ok {
		for _, child := range children(root) {
			if high := covered(child); high > 0 {
				return high
			}
		}
	}
	return 0
}

// bring scrolls a page by as little as shows what lies at a place of its content
// and is so high, with some of what is around it.
func bring(page *container.Scroll, at fyne.Position, height float32) {
	top := at.Y - 2*sizeGap
	bottom := at.Y + height + 2*sizeGap
	switch {
	case top < page.Offset.Y:
		page.ScrollToOffset(fyne.NewPos(page.Offset.X, max(top, 0)))
	case bottom > page.Offset.Y+page.Size().Height:
		page.ScrollToOffset(fyne.NewPos(page.Offset.X, min(bottom-page.Size().Height, top)))
	}
}

// pageOf returns the innermost page that scrolls within root and has o on it,
// and where on it; nil if there is none.
func pageOf(root, o fyne.CanvasObject) (*container.Scroll, fyne.Position) {
	if page, ok := root.(*container.Scroll); ok && page.Direction != container.ScrollHorizontalOnly {
		if inner, at := pageOf(page.Content, o); inner != nil {
			return inner, at
		}
		at, found := within(page.Content, o)
		if !found {
			return nil, at
		}
		return page, at
	}
	for _, child := range children(root) {
		if page, at := pageOf(child, o); page != nil {
			return page, at
		}
	}
	return nil, fyne.Position{}
}

// within returns where in root o lies, and whether it does. Unlike the driver's
// own answer it is known before anything is drawn.
func within(root, o fyne.CanvasObject) (fyne.Position, bool) {
	if root == o {
		return fyne.Position{}, true
	}
	for _, child := range children(root) {
		if at, found := within(child, o); found {
			return child.Position().Add(at), true
		}
	}
	return fyne.Position{}, false
}

// children are the objects that o lays out.
func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case interface{ parts() []fyne.CanvasObject }:
		return o.parts()
	}
	return nil
}
