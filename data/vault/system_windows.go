package vault

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// What the system says of a disk without room, or a share of it used up, and of
// one that nobody may write to.
var (
	fullDisk   = []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED}
	lockedDisk = []error{windows.ERROR_WRITE_PROTECT}
)

// tryLock locks the file, or reports that somebody else holds it.
func tryLock(f *os.File) (held bool, err error) {
	err = windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return true, nil
	}
	return false, err
}

// remote reports whether the folder lies on another computer: under its name,
// \\server\share, or a letter that stands for it.
func remote(folder string) (bool, error) {
	if unc(folder) {
		return true, nil
	}
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(folder) + `\`)
	if err != nil {
		return false, err
	}
	return windows.GetDriveType(root) == windows.DRIVE_REMOTE, nil
}
