package vault_test

import (
	"testing"

	"visitdesk/data/vault"
)

func TestFileSystemsOfOtherComputers(t *testing.T) {
	for name, c := range map[string]struct {
		number uint32
		want   bool
	}{
		"CIFS": {0xff534d42, true}, "SMB2": {0xfe534d42, true}, "NFS": {0x6969, true},
		"ext4": {0xef53, false}, "tmpfs": {0x01021994, false}, "btrfs": {0x9123683e, false}, "NTFS": {0x65735546, false}, "exFAT": {0x2011bab0, false},
	} {
		if got := vault.Network(c.number); got != c.want {
			t.Errorf("%s: got %t, want %t", name, got, c.want)
		}
	}
}
