//go:build linux || darwin

package vault

import (
	"errors"
	"os"
	"syscall"
)

// What the system says of a disk without room, or a share of it used up, and of
// one that nobody may write to.
var (
	fullDisk   = []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}
	lockedDisk = []error{syscall.EROFS}
)

// tryLock locks the file, or reports that somebody else holds it.
func tryLock(f *os.File) (held bool, err error) {
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR) {
		return true, nil
	}
	return false, err
}
