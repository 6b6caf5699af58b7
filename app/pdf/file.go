package pdf

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"
	"strconv"
)

// file is a PDF taken apart into its objects.
type file struct {
	objects [][]byte // by number; 0 is not used
}

// errDrawn says that gofpdf's output is not as we know it: another version.
var errDrawn = errors.New("the drawn pages cannot be read back")

// takeApart reads what gofpdf wrote, by its table of objects. Nothing is
// searched for, so the text on the pages cannot mislead it.
func takeApart(data []byte) (*file, error) {
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if at < 0 {
		return nil, fmt.Errorf("%w: no startxref", errDrawn)
	}
	table, err := strconv.Atoi(firstLine(data[at+len("startxref\n"):]))
	if err != nil || table < 0 || table > at {
		return nil, fmt.Errorf("%w: startxref", errDrawn)
	}
	var count int
	if _, err := fmt.Sscanf(string(data[table:min(table+40, at)]), "xref\n0 %d\n", &count); err != nil {
		return nil, fmt.Errorf("%w: xref: %w", errDrawn, err)
	}
	entries := data[table+len("xref\n0 \n")+len(strconv.Itoa(count)):]
	const entry = len("0000000000 00000 n \n")
	if count < 1 || len(entries) < count*entry {
		return nil, fmt.Errorf("%w: xref is cut off", errDrawn)
	}
	type place struct{ offset, number int }
	places := []place{{table, 0}}
	for n := 1; n < count; n++ {
		offset, err := strconv.Atoi(string(entries[n*entry : n*entry+10]))
		if err != nil || offset < 0 || offset > table {
			return nil, fmt.Errorf("%w: object %d", errDrawn, n)
		}
		places = append(places, place{offset, n})
	}
	slices.SortFunc(places, func(a, b place) int { return a.offset - b.offset })
	f := &file{objects: make([][]byte, count)}
	for i, p := range places[:len(places)-1] {
		body := data[p.offset:places[i+1].offset]
		head, tail := fmt.Sprintf("%d 0 obj\n", p.number), []byte("\nendobj\n")
		if !bytes.HasPrefix(body, []byte(head)) || !bytes.HasSuffix(body, tail) {
			return nil, fmt.Errorf("%w: object %d", errDrawn, p.number)
		}
		f.objects[p.number] = body[len(head) : len(body)-len(tail)]
	}
	return f, nil
}

func firstLine(b []byte) string {
	line, _, _ := bytes.Cut(b, []byte("\n"))
	return string(line)
}

func (f *file) add(object []byte) int {
	f.objects = append(f.objects, object)
	return len(f.objects) - 1
}

func (f *file) set(n int, object string) { f.objects[n] = []byte(object) }

// write puts the objects together. The identifier is a sum over all of them:
// the same content has the same.
func (f *file) write(w io.Writer, root, info int) error {
	sum := sha256.New()
	out := counter{w: bufio.NewWriterSize(w, 1<<16), sum: sum}
	out.add([]byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"))
	offsets := make([]int, len(f.objects))
	var head []byte
	for n := 1; n < len(f.objects); n++ {
		offsets[n] = out.length
		head = append(strconv.AppendInt(head[:0], int64(n), 10), " 0 obj\n"...)
		out.add(head)
		out.add(f.objects[n])
		out.add([]byte("\nendobj\n"))
	}
	id := sum.Sum(nil)[:16]
	tail := fmt.Appendf(nil, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, offset := range offsets[1:] {
		tail = fmt.Appendf(tail, "%010d 00000 n \n", offset)
	}
	tail = fmt.Appendf(tail, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%X> <%X>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(offsets), root, info, id, id, out.length)
	out.add(tail)
	return out.w.Flush()
}

// A counter writes, counts and sums up. An error of writing is kept by w until
// it is flushed.
type counter struct {
	w      *bufio.Writer
	sum    hash.Hash
	length int
}

func (c *counter) add(data []byte) {
	c.w.Write(data)
	c.sum.Write(data)
	c.length += len(data)
}
