// Visit Desk keeps a university employment office's employers, visits and
// graduates in one file, and prints the papers for the visits.
//
// Without a command it opens the window; -data chooses the office's folder.
// The commands are those of package command. Built with the tag nowindow, the
// program has the commands only: it needs no graphics, neither to start nor on
// the computer.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"

	"visitdesk/app/command"
	"visitdesk/assets"
)

// version is that of FyneApp.toml and of the newest heading in CHANGELOG.md.
const version = "0.2.0"

func main() {
	os.Exit(run(os.Args[1:]))
}

// run opens the window unless args ask for anything else, and returns the exit
// code.
func run(args []string) int {
	if len(args) > 0 && args[0] != "-data" && !strings.HasPrefix(args[0], "-data=") {
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		return command.Run(ctx, assets.Files, args, command.System(version))
	}
	folder, usual, err := command.Folder(args)
	if err != nil {
		fmt.Fprintln(os.Stderr, "visitdesk:", err)
		return command.Usage
	}
	// The window minds the signals itself.
	if err := openWindow(context.Background(), folder, usual); err != nil {
		fmt.Fprintln(os.Stderr, "visitdesk:", err)
		return command.Fault
	}
	return command.Done
}
