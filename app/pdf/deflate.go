package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"sync/atomic"
)

// compression: 6 would make the file 7 % smaller and take half as long again.
const compression = zlib.BestSpeed

// deflater makes compressed streams. It is used again and again because setting
// one up costs as much as compressing a page.
type deflater struct {
	writer *zlib.Writer
	out    bytes.Buffer
}

// stream returns an object of compressed data, with further entries for its
// dictionary.
func (d *deflater) stream(entries string, data []byte) ([]byte, error) {
	d.out.Reset()
	if d.writer == nil {
		writer, err := zlib.NewWriterLevel(&d.out, compression)
		if err != nil {
			return nil, err
		}
		d.writer = writer
	} else {
		d.writer.Reset(&d.out)
	}
	if _, err := d.writer.Write(data); err != nil {
		return nil, err
	}
	if err := d.writer.Close(); err != nil {
		return nil, err
	}
	object := make([]byte, 0, d.out.Len()+128)
	object = fmt.Appendf(object, "<</Filter /FlateDecode /Length %d %s>>\nstream\n", d.out.Len(), entries)
	object = append(object, d.out.Bytes()...)
	return append(object, "\nendstream"...), nil
}

// A job makes one or more compressed streams.
type job func(*deflater) error

// share does jobs, each once, on two processors: compressing is most of what it
// takes to write a file. The jobs must not depend on their order.
func share(jobs []job) error {
	var next atomic.Int64
	work := func() error {
		var d deflater
		for {
			i := int(next.Add(1)) - 1
			if i >= len(jobs) {
				return nil
			}
			if err := jobs[i](&d); err != nil {
				return err
			}
		}
	}
	other := make(chan error, 1)
	go func() { other <- work() }()
	err := work()
	return errors.Join(err, <-other)
}
