//go:build !windows

package printer

import (
	"context"
	"fmt"
	"os/exec"
	"time"
)

// patience is how long a starter is given to say that it cannot. Most end at
// once; some stay for as long as the file is open.
const patience = 3 * time.Second

// start starts a program that starts a viewer. It is not ended with ctx, which
// would close the viewer that some starters become.
func start(ctx context.Context, name string, args ...string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	command := exec.Command(name, args...)
	if err := command.Start(); err != nil {
		return fmt.Errorf("%w: %w", ErrNoViewer, err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return fmt.Errorf("%w: %s: %w", ErrNoViewer, name, err)
		}
	case <-time.After(patience):
	case <-ctx.Done():
	}
	return nil
}
