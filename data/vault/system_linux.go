package vault

import (
	"slices"
	"syscall"
)

// networks are the numbers by which Linux knows the file systems of other
// computers: CIFS, SMB2, SMB, NFS, AFS, Coda, Ceph. See statfs(2).
var networks = []uint32{0xff534d42, 0xfe534d42, 0x517b, 0x6969, 0x5346414f, 0x73757245, 0x00c36400}

// remote reports whether the folder lies on another computer.
func remote(folder string) (bool, error) {
	var stat syscall.Statfs_t
	if err := syscall.Statfs(folder, &stat); err != nil {
		return false, err
	}
	return network(uint32(stat.Type)), nil // some systems keep a signed number
}

// network reports whether a file system is one of another computer's.
func network(number uint32) bool { return slices.Contains(networks, number) }
