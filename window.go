//go:build !nowindow

package main

import (
	"context"

	"visitdesk/app"
	"visitdesk/assets"
)

// openWindow shows the office of a folder and returns when the window is
// closed. A folder that is merely the usual one gives way to what the user
// chose.
func openWindow(ctx context.Context, folder string, usual bool) error {
	return app.Run(ctx, app.Options{Files: assets.Files, Folder: folder, Usual: usual, Version: version})
}
