package command

import (
	"flag"
	"fmt"
	"io"

	"visitdesk/data/vault"
)

// Folder returns the folder of the office that the window is to open: that of
// -data, or the user's own. An error if args say anything else.
func Folder(args []string) (string, error) {
	flags := flag.NewFlagSet("visitdesk", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	folder := flags.String("data", "", "")
	if err := flags.Parse(args); err != nil {
		return "", err
	}
	if flags.NArg() > 0 {
		return "", fmt.Errorf("what is %q?", flags.Arg(0))
	}
	if *folder != "" {
		return *folder, nil
	}
	return vault.Folder()
}
