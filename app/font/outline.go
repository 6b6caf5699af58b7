package font

import (
	"fmt"
	"math"
)

// A Pen draws contours. Each begins with MoveTo and returns to its start.
// Lengths are in em, y points up, the origin is on the baseline.
type Pen interface {
	MoveTo(x, y float64)
	LineTo(x, y float64)
	QuadTo(cx, cy, x, y float64) // a quadratic curve with the control point c
}

// A glyph may be composed of others, which may be composed too. Real fonts go
// three deep and have a few hundred points; a forged one must not keep us busy.
const (
	maxDepth  = 8
	maxPoints = 1 << 17
)

// Outline draws the glyph g; nothing for a blank one. ErrMalformed leaves the
// contours before the fault drawn.
func (f *Face) Outline(g GID, pen Pen) error {
	d := drawing{face: f, pen: pen}
	scale := 1 / f.upem
	if err := d.glyph(g, affine{xx: scale, yy: scale}, 0); err != nil {
		return fmt.Errorf("outline of glyph %d of %s: %w", g, f.Name, err)
	}
	return nil
}

// affine takes (x, y) to (xx·x + xy·y + dx, yx·x + yy·y + dy).
type affine struct{ xx, xy, yx, yy, dx, dy float64 }

func (a affine) apply(x, y float64) (float64, float64) {
	return a.xx*x + a.xy*y + a.dx, a.yx*x + a.yy*y + a.dy
}

// then returns the transformation that does b first, then a.
func (a affine) then(b affine) affine {
	dx, dy := a.apply(b.dx, b.dy)
	return affine{
		a.xx*b.xx + a.xy*b.yx, a.xx*b.xy + a.xy*b.yy,
		a.yx*b.xx + a.yy*b.yx, a.yx*b.xy + a.yy*b.yy, dx, dy,
	}
}

// drawing is one call of Outline.
type drawing struct {
	face   *Face
	pen    Pen
	points int // drawn so far
}

func (d *drawing) glyph(g GID, to affine, depth int) error {
	data, err := d.face.appendData(nil, g)
	if err != nil || len(data) == 0 {
		return err
	}
	r := reader{data: data}
	contours := r.int16()
	r.skip(8) // the bounding box
	if contours >= 0 {
		return d.simple(&r, contours, to)
	}
	if depth == maxDepth {
		return fmt.Errorf("%w: composed more than %d deep", ErrMalformed, maxDepth)
	}
	for {
		part := r.component()
		if r.short {
			return fmt.Errorf("%w: a composed glyph ends too early", ErrMalformed)
		}
		if d.points++; d.points > maxPoints {
			return fmt.Errorf("%w: too many parts", ErrMalformed)
		}
		if err := d.glyph(part.glyph, to.then(part.to), depth+1); err != nil {
			return err
		}
		if part.last {
			return nil
		}
	}
}

// simple draws the contours of a glyph that is not composed.
func (d *drawing) simple(r *reader, contours int, to affine) error {
	ends := make([]int, contours)
	count := 0
	for i := range ends {
		ends[i] = int(r.uint16()) + 1
		if ends[i] < count {
			return fmt.Errorf("%w: contours out of order", ErrMalformed)
		}
		count = ends[i]
	}
	if d.points += count; d.points > maxPoints {
		return fmt.Errorf("%w: too many points", ErrMalformed)
	}
	r.skip(int(r.uint16())) // instructions
	points := r.points(count, to)
	if r.short {
		return fmt.Errorf("%w: a glyph ends too early", ErrMalformed)
	}
	start := 0
	for _, end := range ends {
		contour(points[start:end], d.pen)
		start = end
	}
	return nil
}

// point is a point of a contour; one that is not on it controls a curve.
type point struct {
	x, y float64
	on   bool
}

// Flags of the points of a simple glyph.
const (
	onCurve   = 1 << 0
	shortX    = 1 << 1
	shortY    = 1 << 2
	repeated  = 1 << 3
	sameX     = 1 << 4 // or positive, if short
	sameY     = 1 << 5
	flagLimit = 1 << 16
)

// points reads the flags, then all x, then all y.
func (r *reader) points(count int, to affine) []point {
	if count > flagLimit {
		r.short = true
		return nil
	}
	flags := make([]byte, 0, count)
	for len(flags) < count && !r.short {
		flag := r.uint8()
		flags = append(flags, flag)
		if flag&repeated != 0 {
			for n := min(int(r.uint8()), count-len(flags)); n > 0; n-- {
				flags = append(flags, flag)
			}
		}
	}
	points := make([]point, len(flags))
	x, y := 0, 0
	for i, flag := range flags {
		x += r.delta(flag&shortX != 0, flag&sameX != 0)
		points[i] = point{x: float64(x), on: flag&onCurve != 0}
	}
	for i, flag := range flags {
		y += r.delta(flag&shortY != 0, flag&sameY != 0)
		points[i].x, points[i].y = to.apply(points[i].x, float64(y))
	}
	return points
}

// delta reads how far a coordinate is from the one before.
func (r *reader) delta(short, same bool) int {
	switch {
	case short && same:
		return int(r.uint8())
	case short:
		return -int(r.uint8())
	case same:
		return 0
	}
	return r.int16()
}

// contour draws one closed contour. Between two control points in a row lies,
// unwritten, a point of the curve at their middle.
func contour(points []point, pen Pen) {
	if len(points) < 2 {
		return
	}
	start, last := points[0], points[len(points)-1]
	switch {
	case start.on:
		points = points[1:]
	case last.on:
		start, points = last, points[:len(points)-1]
	default:
		start = middle(start, last)
	}
	pen.MoveTo(start.x, start.y)
	var control *point
	for i := range points {
		p := &points[i]
		switch {
		case control == nil && p.on:
			pen.LineTo(p.x, p.y)
		case control == nil:
			control = p
		case p.on:
			pen.QuadTo(control.x, control.y, p.x, p.y)
			control = nil
		default:
			m := middle(*control, *p)
			pen.QuadTo(control.x, control.y, m.x, m.y)
			control = p
		}
	}
	if control != nil {
		pen.QuadTo(control.x, control.y, start.x, start.y)
		return
	}
	pen.LineTo(start.x, start.y)
}

func middle(a, b point) point { return point{x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true} }

// component is one part of a composed glyph.
type component struct {
	glyph GID
	index int // where the glyph is written in the data
	flags uint16
	to    affine
	last  bool
}

// Flags of components.
const (
	wordArguments    = 1 << 0
	offsetArguments  = 1 << 1
	oneScale         = 1 << 3
	moreComponents   = 1 << 5
	twoScales        = 1 << 6
	fourScales       = 1 << 7
	haveInstructions = 1 << 8
	scaledOffset     = 1 << 11
)

// component reads one part. Parts placed by matching points, which no font of
// the last decades does, are left at the origin.
func (r *reader) component() component {
	c := component{flags: r.uint16(), index: r.at, to: affine{xx: 1, yy: 1}}
	c.glyph = GID(r.uint16())
	c.last = c.flags&moreComponents == 0
	var x, y int
	if c.flags&wordArguments != 0 {
		x, y = r.int16(), r.int16()
	} else {
		x, y = int(int8(r.uint8())), int(int8(r.uint8()))
	}
	switch {
	case c.flags&oneScale != 0:
		c.to.xx = r.fraction()
		c.to.yy = c.to.xx
	case c.flags&twoScales != 0:
		c.to.xx, c.to.yy = r.fraction(), r.fraction()
	case c.flags&fourScales != 0:
		c.to.xx, c.to.yx, c.to.xy, c.to.yy = r.fraction(), r.fraction(), r.fraction(), r.fraction()
	}
	if c.flags&offsetArguments != 0 {
		c.to.dx, c.to.dy = float64(x), float64(y)
		if c.flags&scaledOffset != 0 {
			c.to.dx *= math.Hypot(c.to.xx, c.to.yx)
			c.to.dy *= math.Hypot(c.to.xy, c.to.yy)
		}
	}
	return c
}
