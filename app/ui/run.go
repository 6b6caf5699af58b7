package ui

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
)

// Run does work off the window's goroutine and then calls done on it with the
// work's error. A panic in either is told to the user instead of ending the
// program. work must not touch a widget: copy what it needs before.
func (d *Desk) Run(work func(context.Context) error, done func(error)) {
	d.run(context.Background(), work, done)
}

// Act changes the office and then calls done, or tells what went wrong. While
// one act is under way no second is begun: a double click does a thing once.
func (d *Desk) Act(work func(context.Context) error, done func()) {
	if d.acting {
		return
	}
	d.acting = true
	d.Run(work, func(err error) {
		d.acting = false
		if err != nil {
			d.Fail(err)
		} else {
			d.guard(done)
		}
		if then := d.waiting; then != nil {
			d.waiting = nil
			then()
		}
	})
}

// Prepare reads what a page needs and then shows it. Of several pages asked for
// at once only the last is shown, and none if the user has gone elsewhere.
func (d *Desk) Prepare(read func(context.Context) error, show func()) {
	if d.preparing == nil {
		d.preparing = d.Latest()
	}
	d.preparing.Run(read, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		show()
	})
}

func (d *Desk) unprepare() {
	if d.preparing != nil {
		d.preparing.Stop()
	}
}

func (d *Desk) run(ctx context.Context, work func(context.Context) error, done func(error)) {
	d.start(func() {
		err := caught(func() error { return work(ctx) })
		d.back(func() { d.guard(func() { done(err) }) })
	})
}

func (d *Desk) start(f func()) {
	if d.Go != nil {
		d.Go(f)
		return
	}
	go f()
}

func (d *Desk) back(f func()) {
	if d.Do != nil {
		d.Do(f)
		return
	}
	fyne.Do(f)
}

// later calls f on the window's goroutine after a while.
func (d *Desk) later(wait time.Duration, f func()) {
	if d.Later != nil {
		d.Later(wait, f)
		return
	}
	time.AfterFunc(wait, func() { d.back(func() { d.guard(f) }) })
}

// guard calls f and tells the user of a panic in it.
func (d *Desk) guard(f func()) {
	err := caught(func() error { f(); return nil })
	if err != nil {
		d.Fail(err)
	}
}

// errPanic is a fault of the program itself. What it panicked with may hold
// what the office knows of people, so only its type is kept, and the words of
// those panics that Go itself begins, which hold none.
type errPanic struct{ what string }

func (e errPanic) Error() string { return "panic: " + e.what }

func panicked(what any) errPanic {
	if fault, ok := what.(runtime.Error); ok {
		return errPanic{fault.Error()}
	}
	return errPanic{fmt.Sprintf("%T", what)}
}

// caught calls f and returns its error, or its panic as one.
func caught(f func() error) (err error) {
	defer func() {
		if what := recover(); what != nil {
			fault := panicked(what)
			slog.Error("panic", "what", fault.what, "stack", string(debug.Stack()))
			err = fault
		}
	}()
	return f()
}

// Latest runs one piece of work at a time: asking again cancels the work under
// way and forgets its answer. It is for what follows the user's typing.
type Latest struct {
	desk       *Desk
	generation int
	cancel     context.CancelFunc
}

// Latest returns a runner whose newest work counts.
func (d *Desk) Latest() *Latest { return &Latest{desk: d} }

// Run is Desk.Run, except that done is not called when Run or Stop was called
// since.
func (l *Latest) Run(work func(context.Context) error, done func(error)) {
	l.Stop()
	ctx, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	generation := l.generation
	l.desk.run(ctx, work, func(err error) {
		if generation != l.generation {
			return
		}
		cancel()
		done(err)
	})
}

// Stop cancels the work under way and forgets its answer.
func (l *Latest) Stop() {
	l.generation++
	if l.cancel != nil {
		l.cancel()
	}
}
