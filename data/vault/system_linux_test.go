package vault_test

import (
	"errors"
	"io"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"visitdesk/data/career"
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

func TestAFullDiskIsTold(t *testing.T) {
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=64k"); err != nil {
		t.Skip("no disk can be made here:", err)
	}
	t.Cleanup(func() { syscall.Unmount(folder, syscall.MNT_DETACH) })
	if _, _, err := vault.Attach(folder, io.LimitReader(zeros{}, 1<<20)); !errors.Is(err, career.ErrFull) {
		t.Errorf("got %v, want %v", err, career.ErrFull)
	}
	if list := filesIn(t, folder); len(list) != 0 {
		t.Errorf("left behind: %v", list)
	}
	if err := syscall.Mount("", folder, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip(err)
	}
	if err := vault.Write(filepath.Join(folder, "briefing.pdf"), say("x")); !errors.Is(err, career.ErrReadOnly) {
		t.Errorf("got %v, want %v", err, career.ErrReadOnly)
	}
	if _, _, err := vault.Attach(filepath.Join(folder, "new"), strings.NewReader("x")); !errors.Is(err, career.ErrReadOnly) {
		t.Errorf("a folder: got %v, want %v", err, career.ErrReadOnly)
	}
}
