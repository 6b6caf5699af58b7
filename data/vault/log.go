package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// longestLog is how long the log may grow, in bytes, before it is begun anew.
const longestLog = 1 << 20

// Log opens the file for what the program has to say of its own mistakes, to be
// written at its end. It is the user's own and lies apart from the office, since
// it may be handed to somebody who helps. A long one is put aside first, instead
// of the one put aside before.
func Log() (*os.File, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return nil, fmt.Errorf("find the log: %w", err)
	}
	file := filepath.Join(cache, "visitdesk", "visitdesk.log")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return nil, fmt.Errorf("make the folder of the log: %w", err)
	}
	info, err := os.Stat(file)
	switch {
	case err == nil && info.Size() > longestLog:
		if err := os.Rename(file, file+".old"); err != nil {
			return nil, fmt.Errorf("put the log aside: %w", err)
		}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("look at the log: %w", err)
	}
	log, err := os.OpenFile(file, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the log: %w", err)
	}
	return log, nil
}
