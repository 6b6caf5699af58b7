//go:build !windows && !darwin

package printer

import (
	"context"
	"path/filepath"
)

func show(ctx context.Context, file string) error { return start(ctx, "xdg-open", file) }

// reveal opens the folder only: file managers have no common way to choose a
// file in it.
func reveal(ctx context.Context, file string) error {
	return start(ctx, "xdg-open", filepath.Dir(file))
}
