//go:build !nowindow

package main

import (
	"context"

	"visitdesk/app"
	"visitdesk/assets"
)

// openWindow shows the office of a folder and returns when the window is
// closed.
func openWindow(ctx context.Context, folder string) error {
	return app.Run(ctx, app.Options{Files: assets.Files, Folder: folder, Version: version})
}
