package command_test

import (
	"bytes"
	"context"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"visitdesk/app/command"
	"visitdesk/assets"
	"visitdesk/data/vault"
)

// countdown is a context that is cancelled once it was asked so often: at any
// step of the way.
type countdown struct {
	context.Context
	cancel context.CancelFunc
	left   atomic.Int64
}

func (c *countdown) Err() error {
	if c.left.Add(-1) < 0 {
		c.cancel()
	}
	return c.Context.Err()
}

func (c *countdown) Done() <-chan struct{} {
	_ = c.Err()
	return c.Context.Done()
}

// Whenever it is cancelled, nothing is left that the next run would take for an
// office.
func TestACancelledSampleLeavesNothing(t *testing.T) {
	for _, left := range []int64{0, 20, 200, 1000} {
		folder := filepath.Join(t.TempDir(), "new")
		inner, cancel := context.WithCancel(t.Context())
		var out, complaint bytes.Buffer
		term := command.Terminal{Out: &out, Err: &complaint, Getenv: func(string) string { return "" }, Now: time.Now}
		counting := &countdown{Context: inner, cancel: cancel}
		counting.left.Store(left)
		code := command.Run(counting, assets.Files, []string{"sample", "-data", folder, "-today", today}, term)
		if code != command.Fault || out.Len() > 0 {
			t.Errorf("%d: exit code %d, said %q and %q", left, code, out.String(), complaint.String())
		}
		if files, err := filepath.Glob(filepath.Join(folder, vault.Office+"*")); err != nil || len(files) > 0 {
			t.Errorf("%d: in the folder: %v, %v", left, files, err)
		}
		done(t, "sample", "-data", folder, "-today", today)
	}
}
