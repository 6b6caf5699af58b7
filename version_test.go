package main

import (
	"os"
	"strings"
	"testing"
)

// The program, its package and its changes are of one version.
func TestVersion(t *testing.T) {
	for file, line := range map[string]string{
		"FyneApp.toml": `Version = "` + version + `"`,
		"CHANGELOG.md": "\n## " + version + " ",
	} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), line) {
			t.Errorf("%s does not say %q", file, strings.TrimSpace(line))
		}
	}
}
