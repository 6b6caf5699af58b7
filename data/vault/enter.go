package vault

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"visitdesk/data/career"
)

// Enter makes the folder ready for opening the office in it: it is made if it
// is not there. While an office that is new is being made, other processes are
// kept out of the folder until leave is called; they wait, and then find it.
//
// career.ErrNetwork for a folder on another computer, where two programs lose
// what the other saved without knowing, and career.ErrBusy if another process
// has been making an office for longer than that can take.
func Enter(ctx context.Context, folder string) (leave func(), err error) {
	if err := Local(folder); err != nil {
		return nil, fmt.Errorf("enter %s: %w", folder, err)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("make the folder: %w", err)
	}
	if _, err := os.Stat(filepath.Join(folder, Office)); err == nil {
		return func() {}, nil
	}
	leave, err = lock(ctx, filepath.Join(folder, ".making"))
	if errors.Is(err, fs.ErrPermission) {
		err = fmt.Errorf("%w: %w", career.ErrReadOnly, err)
	}
	if err != nil {
		return nil, fmt.Errorf("enter %s: %w", folder, err)
	}
	return leave, nil
}

// How often a lock that another process has is asked for, and how long: an
// office is made in some hundredths of a second.
const (
	lockPause    = 10 * time.Millisecond
	lockPatience = 10 * time.Second
)

// lock locks the file until leave is called. The system takes the lock from a
// process that ends, however it ends, so the file itself may stay.
func lock(ctx context.Context, file string) (leave func(), err error) {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	pause := time.NewTicker(lockPause)
	defer pause.Stop()
	patience := time.NewTimer(lockPatience)
	defer patience.Stop()
	for {
		held, err := tryLock(f)
		if err == nil && !held {
			return func() { f.Close() }, nil
		}
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(ctx.Err(), f.Close())
		case <-patience.C:
			return nil, errors.Join(career.ErrBusy, f.Close())
		case <-pause.C:
		}
	}
}

// Local returns career.ErrNetwork if the folder, or the nearest one above it
// that is there, lies on another computer.
func Local(folder string) error {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	for {
		if _, err := os.Stat(folder); err == nil || filepath.Dir(folder) == folder {
			break
		}
		folder = filepath.Dir(folder)
	}
	far, err := remote(folder)
	if err == nil && far {
		err = career.ErrNetwork
	}
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errors.ErrUnsupported) {
		return nil // opening the office says it better
	}
	return err
}
