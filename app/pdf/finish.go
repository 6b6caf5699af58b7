package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf16"

	"visitdesk/app/document"
	"visitdesk/app/typeset"
)

// producer names the program in the file's properties.
const producer = "Visit Desk"

// output returns what gofpdf made of the pages.
func (p *paper) output() ([]byte, error) {
	var b bytes.Buffer
	// Stands in for the dates, which gofpdf takes from the clock if it has none;
	// finish writes the true ones.
	p.out.SetCreationDate(time.Unix(0, 0).UTC())
	p.out.SetModificationDate(time.Unix(0, 0).UTC())
	if err := p.out.Output(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// gofpdf numbers its objects so: the dictionary of resources has 2, page n,
// from 0, has 3+2n and its content the next; the last two are the properties
// and the catalog.
const resources = 2

func pageObject(n int) int { return 3 + 2*n }

// finish puts into the drawn file what gofpdf cannot write, and writes it.
func finish(w io.Writer, drawn []byte, p *paper, l typeset.Layout) error {
	f, err := takeApart(drawn)
	if err != nil {
		return err
	}
	info, root := len(f.objects)-2, len(f.objects)-1
	fonts, err := fill(f, p, len(l.Pages))
	if err != nil {
		return err
	}
	f.provide("/Font <<\n", fonts)
	f.provide("/XObject <<\n", p.pictures.objects(f))
	f.set(info, properties(l.Document))
	f.set(root, catalog(l.Document, outline(f, l)))
	return f.write(w, root, info)
}

// fill compresses the pages, puts the fonts in, and returns their entries for
// the dictionary of resources.
func fill(f *file, p *paper, pages int) ([]byte, error) {
	fonts := make([]packed, len(p.order))
	var jobs []job
	for i, t := range p.order {
		jobs = append(jobs, func(d *deflater) (err error) {
			fonts[i], err = t.pack(d)
			return err
		})
	}
	for n := range pages {
		jobs = append(jobs, func(d *deflater) error { return f.compressPage(pageObject(n)+1, d) })
	}
	if err := share(jobs); err != nil {
		return nil, err
	}
	var entries []byte
	for i, t := range p.order {
		entries = fmt.Appendf(entries, "/%s %d 0 R\n", t.key, t.put(f, fonts[i]))
	}
	return entries, nil
}

// provide adds entries to a list in the dictionary of resources.
func (f *file) provide(list string, entries []byte) {
	if len(entries) > 0 {
		f.objects[resources] = bytes.Replace(f.objects[resources], []byte(list), append([]byte(list), entries...), 1)
	}
}

// compressPage compresses the content of a page, which gofpdf wrote plainly.
func (f *file) compressPage(n int, d *deflater) error {
	if n >= len(f.objects) {
		return fmt.Errorf("%w: page content %d", errDrawn, n)
	}
	_, content, found := bytes.Cut(f.objects[n], []byte("stream\n"))
	content, closed := bytes.CutSuffix(content, []byte("\nendstream"))
	if !found || !closed {
		return fmt.Errorf("%w: page content %d", errDrawn, n)
	}
	object, err := d.stream("", content)
	if err != nil {
		return err
	}
	f.objects[n] = object
	return nil
}

// properties are what a viewer shows as the document's.
func properties(d document.Document) string {
	var b strings.Builder
	b.WriteString("<<")
	for _, entry := range []struct{ key, value string }{
		{"Title", d.Name()}, {"Author", d.Author}, {"Subject", d.Subject}, {"Keywords", d.Keywords},
		{"Creator", producer}, {"Producer", producer},
	} {
		if entry.value != "" {
			fmt.Fprintf(&b, "/%s %s\n", entry.key, textString(entry.value))
		}
	}
	if !d.Written.IsZero() {
		date := d.Written.Format("D:20060102150405-07'00'")
		fmt.Fprintf(&b, "/CreationDate (%s)\n/ModDate (%s)\n", date, date)
	}
	b.WriteString(">>")
	return b.String()
}

// catalog is the file's head. Printing at the true size is made the default:
// the margins are measured ones.
func catalog(d document.Document, outline int) string {
	language := "zh-CN"
	if d.Language == "en" {
		language = "en"
	}
	bookmarks := ""
	if outline > 0 {
		bookmarks = fmt.Sprintf("/Outlines %d 0 R /PageMode /UseOutlines ", outline)
	}
	return "<</Type /Catalog /Pages 1 0 R /Lang (" + language + ") " + bookmarks +
		"/ViewerPreferences <</DisplayDocTitle true /PrintScaling /None>>>>"
}

// bookmark is an entry of the outline with its place in the tree.
type bookmark struct {
	typeset.Bookmark
	parent, previous, next, first, last int // by number of entry; -1 for none
	children                            int
}

// outline adds the bookmarks and returns their root, 0 if there are none.
func outline(f *file, l typeset.Layout) int {
	tree := bookmarkTree(l)
	if len(tree) == 1 {
		return 0
	}
	base := len(f.objects)
	reference := func(key string, entry int) string {
		if entry < 0 {
			return ""
		}
		return fmt.Sprintf(" /%s %d 0 R", key, base+entry)
	}
	for i, b := range tree {
		links := reference("First", b.first) + reference("Last", b.last)
		if i == 0 {
			f.add(fmt.Appendf(nil, "<</Type /Outlines /Count %d%s>>", b.children, links))
			continue
		}
		links += reference("Parent", b.parent) + reference("Prev", b.previous) + reference("Next", b.next)
		if b.children > 0 { // negative: closed until it is opened
			links += fmt.Sprintf(" /Count -%d", b.children)
		}
		y := (l.Pages[b.Page].Height - b.Y) * perMillimetre
		f.add(fmt.Appendf(nil, "<</Title %s /Dest [%d 0 R /XYZ 0 %s null]%s>>",
			textString(b.Title), pageObject(b.Page), number(y), links))
	}
	return base
}

// bookmarkTree links the bookmarks to their neighbours. Entry 0 is the root; a
// bookmark that skips a level hangs from the one before it.
func bookmarkTree(l typeset.Layout) []bookmark {
	tree := []bookmark{{parent: -1, previous: -1, next: -1, first: -1, last: -1}}
	open := []int{0} // the last entry of each level, from the root
	for _, b := range l.Bookmarks {
		if b.Page < 0 || b.Page >= len(l.Pages) {
			continue
		}
		depth := min(max(b.Level, 0)+1, len(open))
		open = open[:depth]
		parent, entry := open[depth-1], len(tree)
		node := bookmark{Bookmark: b, parent: parent, previous: tree[parent].last, next: -1, first: -1, last: -1}
		if node.previous >= 0 {
			tree[node.previous].next = entry
		} else {
			tree[parent].first = entry
		}
		tree[parent].last = entry
		tree[parent].children++
		tree = append(tree, node)
		open = append(open, entry)
	}
	return tree
}

// textString writes a string of any language.
func textString(s string) string {
	b := []byte("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		b = appendHex(b, unit)
	}
	return string(append(b, '>'))
}
