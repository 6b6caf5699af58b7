//go:build nowindow

package main

import (
	"context"
	"errors"
)

// openWindow says that this program has none.
func openWindow(context.Context, string, bool) error {
	return errors.New("this program was built without a window; it has the commands only (-h lists them)")
}
