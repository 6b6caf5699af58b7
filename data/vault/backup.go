package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// backupName is how a backup is called by the local time at which it was made;
// in the order of their names they are in that of their time.
const backupName = "office-20060102-150405.db"

// NewBackup returns the file for a backup of the office in folder, made at the
// given time: backup/office-20261120-083100.db, or the next second that is
// free. Its folder is made.
func NewBackup(folder string, at time.Time) (string, error) {
	backups := filepath.Join(folder, "backup")
	if err := makeFolder(backups); err != nil {
		return "", fmt.Errorf("make the folder of backups: %w", err)
	}
	for {
		file := filepath.Join(backups, at.Format(backupName))
		if _, err := os.Lstat(file); errors.Is(err, fs.ErrNotExist) {
			return file, nil
		} else if err != nil {
			return "", fmt.Errorf("name a backup: %w", err)
		}
		at = at.Add(time.Second)
	}
}

// Backups returns the backups of the office in folder, the newest first.
func Backups(folder string) ([]string, error) {
	backups := filepath.Join(folder, "backup")
	entries, err := os.ReadDir(backups)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("look for backups: %w", err)
	}
	var files []string
	for _, entry := range slices.Backward(entries) { // ReadDir sorts by name
		if _, err := time.Parse(backupName, entry.Name()); err == nil && entry.Type().IsRegular() {
			files = append(files, filepath.Join(backups, entry.Name()))
		}
	}
	return files, nil
}
