package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Fact is a label and what it says.
type Fact struct {
	Phrase string // of the label
	Words  string // empty leaves the fact out
	Tone   Tone
	Small  string // small print below: where the fact comes from
}

// Facts lists what is known; facts without words are left out.
func (d *Desk) Facts(facts ...Fact) fyne.CanvasObject {
	pairs := container.New(labelled{label: sizeLabel, gap: 8, widest: sizeText})
	for _, f := range facts {
		if f.Words == "" {
			continue
		}
		pairs.Add(d.Words(d.T(f.Phrase), Muted))
		words := d.Words(f.Tone.Mark()+f.Words, f.Tone)
		if f.Small == "" {
			pairs.Add(words)
			continue
		}
		pairs.Add(Stack(words, d.Caption(f.Small, Muted)))
	}
	return pairs
}

// Numbered writes lines one below the other, with their numbers.
func Numbered(lines []string) string {
	numbered := make([]string, len(lines))
	for i, line := range lines {
		numbered[i] = strconv.Itoa(i+1) + ". " + line
	}
	return strings.Join(numbered, "\n")
}

// Group heads a part of a page: its name, further buttons at the right, and
// what belongs to it.
func (d *Desk) Group(title string, content fyne.CanvasObject, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	row := container.NewBorder(nil, nil, nil, container.NewHBox(buttons...),
		container.NewVBox(filler(), d.Subheading(title), filler()))
	return Stack(row, separator(), above(4, content))
}

// Card lays content on a surface of its own.
func Card(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(newGround(colourSurface, theme.ColorNameSeparator, 8), margin(sizeGap, content))
}

// Picture shows a JPEG, whole, in a square of the given size.
func (d *Desk) Picture(jpeg []byte, size float32) fyne.CanvasObject {
	picture := canvas.NewImageFromResource(fyne.NewStaticResource("picture.jpg", jpeg))
	picture.FillMode = canvas.ImageFillContain
	picture.SetMinSize(fyne.NewSize(grown(size), grown(size)))
	return picture
}

// Paper keeps room around a page and lets it scroll.
func Paper(content fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(container.New(insets{sizeGap, sizeGap + 8, 2 * sizeGap, sizeGap + 8}, content))
}

// Headed is a screen with a row of controls above what it shows.
func Headed(head, rest fyne.CanvasObject) fyne.CanvasObject {
	return below(container.New(insets{sizeGap, sizeGap, 0, sizeGap}, head), rest)
}

// Row puts objects beside each other.
func Row(objects ...fyne.CanvasObject) fyne.CanvasObject { return Flow(objects...) }

// Between puts one object at the left and others at the right of a row.
func Between(left fyne.CanvasObject, right ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, nil, container.New(insets{left: 8}, container.NewVBox(filler(), container.New(abreast{}, right...), filler())), left)
}

// An Item is a line of a short list: what it is, small print below, and what a
// click on it does.
type Item struct {
	Words   string
	Tone    Tone
	Small   string
	Tapped  func() // nil for nothing
	Buttons []fyne.CanvasObject
	Shown   fyne.CanvasObject // what says it instead of Words and Small, such as a PersonLine; nil for these
}

// Items is a short list, or the phrase of none when there is nothing in it.
func (d *Desk) Items(none string, items ...Item) fyne.CanvasObject {
	if len(items) == 0 {
		return d.Caption(d.T(none), Muted)
	}
	column := container.New(stacked{gap: 0})
	for _, i := range items {
		column.Add(newItem(d, i))
	}
	return column
}

// Few returns the first of many items, and a line that shows the others; most is
// 0 for all.
func (d *Desk) Few(items []Item, most int, others func()) []Item {
	if most == 0 || len(items) <= most {
		return items
	}
	return append(items[:most:most], Item{Words: d.Text.Count("list.more", len(items)-most), Tone: Accent, Tapped: others})
}

// item is an Item on the screen: it has the focus, Enter opens it.
type item struct {
	spot
	words string
}

func newItem(d *Desk, i Item) fyne.CanvasObject {
	words := Stack(d.Words(i.Tone.Mark()+i.Words, i.Tone))
	if i.Small != "" {
		words.Add(d.Caption(i.Small, Muted))
	}
	var said fyne.CanvasObject = words
	if i.Shown != nil {
		said = i.Shown
	}
	body := container.New(insets{6, 8, 6, 8}, said)
	var left fyne.CanvasObject = body
	if i.Tapped != nil {
		tapped := &item{words: i.Words}
		tapped.own(tapped, d, i.Tapped)
		left = container.NewStack(tapped, body)
	}
	if len(i.Buttons) == 0 {
		return left
	}
	return Between(left, i.Buttons...)
}

// AccessibilityLabel is what a screen reader says.
func (i *item) AccessibilityLabel() string { return i.words }

// AccessibilityRole is that of a link.
func (i *item) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

func (i *item) CreateRenderer() fyne.WidgetRenderer {
	ground := &canvas.Rectangle{CornerRadius: 4}
	r := &itemRenderer{widget.NewSimpleRenderer(ground), i, ground}
	r.Refresh()
	return r
}

type itemRenderer struct {
	fyne.WidgetRenderer
	item   *item
	ground *canvas.Rectangle
}

func (r *itemRenderer) Refresh() {
	r.ground.Hidden = !r.item.hovered && !r.item.focused
	r.item.paint(r.ground, theme.ColorNameHover, colourRing)
	r.ground.Refresh()
}

// Steps shows where something stands on its way.
func (d *Desk) Steps(phrases []string, at int) fyne.CanvasObject {
	row := container.NewHBox()
	for i, phrase := range phrases {
		tone, words := Muted, d.T(phrase)
		if i < at {
			tone, words = Good, Good.Mark()+words
		}
		if i == at {
			tone = Strong
		}
		if i > 0 {
			row.Add(newWords("›", Muted, theme.SizeNameText, false))
		}
		row.Add(newWords(words, tone, theme.SizeNameText, false))
	}
	return row
}

// Missing lists fields that nothing was filled into, as buttons beside each
// other under the words of phrase; mend goes to one of them. Nil for none.
func (d *Desk) Missing(phrase string, fields []string, mend func(field string)) fyne.CanvasObject {
	if len(fields) == 0 {
		return nil
	}
	buttons := make([]fyne.CanvasObject, len(fields))
	for i, field := range fields {
		buttons[i] = d.button(Warn.Mark()+d.T(field), nil, func() { mend(field) })
	}
	return container.New(stacked{gap: 8}, d.Words(d.T(phrase), Warn), Flow(buttons...))
}

// Flow lays objects out beside each other and goes on below when a row is full.
func Flow(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&flow{}, objects...)
}

// Tight puts boxes to tick below each other without room between them.
func Tight(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(stacked{gap: -6}, objects...)
}

// Desktop is a page with a head, a column of choices and a large view.
func Desktop(head, choices, view fyne.CanvasObject) fyne.CanvasObject {
	column := container.New(&atLeast{width: 264}, choices)
	body := container.New(layout.NewBorderLayout(nil, nil, column, nil), column, view)
	return below(container.New(insets{sizeGap, sizeGap, 8, sizeGap + 8}, head), body)
}

// A Field is a label and a control that acts at once.
type Field struct {
	Phrase string
	Object fyne.CanvasObject
}

// Fields lists controls with their labels.
func (d *Desk) Fields(fields ...Field) fyne.CanvasObject {
	pairs := container.New(labelled{label: sizeLabel, gap: 8})
	for _, f := range fields {
		pairs.Add(container.New(insets{top: 9}, d.Words(d.T(f.Phrase), Muted)))
		pairs.Add(f.Object)
	}
	return pairs
}
