package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// variant is one version of a field: a click, Space or Enter takes it, the left and
// the right arrow go to the other one and take that.
type variant struct {
	spot
	conflict *conflict
	at       int
	theirs   bool
	words    string
	object   fyne.CanvasObject
}

// shownMost is how much of a long text is shown to choose by.
const shownMost = 1500

func newVariant(c *conflict, at int, theirs bool) *variant {
	s := &variant{conflict: c, at: at, theirs: theirs, words: c.list[at].mine}
	if theirs {
		s.words = c.list[at].theirs
	}
	shown := s.words
	if runes := []rune(shown); len(runes) > shownMost {
		shown = string(runes[:shownMost]) + "…"
	}
	tone := Plain
	if shown == "" {
		shown, tone = c.form.desk.T("word.none"), Muted
	}
	s.own(s, c.form.desk, s.take)
	s.object = container.NewStack(s, container.New(insets{9, 12, 9, 36}, c.form.desk.Words(shown, tone)))
	return s
}

func (s *variant) taken() bool { return s.conflict.list[s.at].takeTheirs == s.theirs }

func (s *variant) take() {
	s.conflict.choose(s.at, s.theirs)
	s.desk.Window.Canvas().Focus(s)
}

// TypedKey takes this version or the other.
func (s *variant) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft:
		s.conflict.sides[2*s.at].Tapped(nil)
	case fyne.KeyRight:
		s.conflict.sides[2*s.at+1].Tapped(nil)
	default:
		s.spot.TypedKey(key)
	}
}

// AccessibilityLabel is what a screen reader says.
func (s *variant) AccessibilityLabel() string { return s.words }

func (s *variant) CreateRenderer() fyne.WidgetRenderer {
	r := &variantRenderer{side: s, ground: &canvas.Rectangle{CornerRadius: 6}, mark: &canvas.Image{FillMode: canvas.ImageFillContain}}
	r.Refresh()
	return r
}

type variantRenderer struct {
	side   *variant
	ground *canvas.Rectangle
	mark   *canvas.Image
}

func (r *variantRenderer) Destroy() {}
func (r *variantRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.mark}
}
func (r *variantRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 36) }

func (r *variantRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.mark.Resize(fyne.NewSquareSize(20))
	r.mark.Move(fyne.NewPos(8, 8))
}

func (r *variantRenderer) Refresh() {
	icon, fill := theme.IconNameRadioButton, colourSurface
	if r.side.taken() {
		icon, fill = theme.IconNameRadioButtonChecked, theme.ColorNameSelection
	}
	r.mark.Resource = theme.Icon(icon)
	r.mark.Refresh()
	r.side.paint(r.ground, fill, colourRing)
	if !r.side.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = colour(theme.ColorNameInputBorder), theme.Size(sizeLine)
	}
	r.ground.Refresh()
}

// weighed lays three objects out side by side: the first of a width, the others
// with shares of the rest.
type weighed [3]float32

const weighedGap = 12

func (l weighed) widths(width float32) [3]float32 {
	first := grown(l[0])
	rest := max(width-first-2*weighedGap, 0)
	return [3]float32{first, rest * l[1] / (l[1] + l[2]), rest * l[2] / (l[1] + l[2])}
}

func (l weighed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(2*weighedGap, 0)
	for _, o := range objects {
		need := o.MinSize()
		size.Width += need.Width
		size.Height = max(size.Height, need.Height)
	}
	return size
}

func (l weighed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for i, width := range l.widths(size.Width) {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(width, size.Height))
		x += width + weighedGap
	}
}
