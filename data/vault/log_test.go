package vault_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"visitdesk/data/vault"
)

// The log is the user's own, goes on where it ended, and is begun anew when it
// has grown long; the one before is kept.
func TestLog(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the folder of the log can be moved on Linux only")
	}
	cache := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", cache)
	write := func(words string) {
		t.Helper()
		log, err := vault.Log()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := log.WriteString(words); err != nil {
			t.Fatal(err)
		}
		if err := log.Close(); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(cache, "visitdesk", "visitdesk.log")
	write("one\n")
	write("two\n")
	if got, _ := os.ReadFile(file); string(got) != "one\ntwo\n" {
		t.Errorf("the log says %q", got)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
	write(strings.Repeat("x", 1<<20))
	write("three\n")
	if got, _ := os.ReadFile(file); string(got) != "three\n" {
		t.Errorf("the new log has %d bytes", len(got))
	}
	if old, _ := os.ReadFile(file + ".old"); !strings.HasPrefix(string(old), "one\ntwo\nx") {
		t.Error("the log before is gone")
	}
}
