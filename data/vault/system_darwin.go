package vault

import "syscall"

// remote reports whether the folder lies on another computer.
func remote(folder string) (bool, error) {
	const local = 0x1000 // MNT_LOCAL, see statfs(2)
	var stat syscall.Statfs_t
	if err := syscall.Statfs(folder, &stat); err != nil {
		return false, err
	}
	return stat.Flags&local == 0, nil
}
