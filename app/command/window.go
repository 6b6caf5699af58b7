package command

import (
	"flag"
	"fmt"
	"io"

	"visitdesk/data/vault"
)

// Folder returns the folder of the office that the window is to open: that of
// -data, or the usual one. An error if args say anything else.
func Folder(args []string) (folder string, usual bool, err error) {
	flags := flag.NewFlagSet("visitdesk", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&folder, "data", "", "")
	if err := flags.Parse(args); err != nil {
		return "", false, err
	}
	if flags.NArg() > 0 {
		return "", false, fmt.Errorf("what is %q?", flags.Arg(0))
	}
	if folder != "" {
		return folder, false, nil
	}
	folder, err = vault.Folder()
	return folder, true, err
}
