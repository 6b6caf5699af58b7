//go:build linux || darwin

package store

import (
	"errors"
	"os"
	"syscall"
)

// mayWrite returns an error if this process may not write to the path, be it
// that the whole file system is read-only.
func mayWrite(path string) error {
	const write = 2 // W_OK, see access(2)
	if err := syscall.Access(path, write); err != nil {
		return &os.PathError{Op: "write to", Path: path, Err: err}
	}
	return nil
}

// quota reports whether err says that the user has used up their share.
func quota(err error) bool {
	return errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}
