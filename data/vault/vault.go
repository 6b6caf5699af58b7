// Package vault looks after the files of an office: where they lie and how they
// are written, so that a file is either the old one or the new one and never
// half of each.
//
// The folder of an office holds office.db, its backups under backup/ and, under
// files/, the content of what is attached to records, each under its SHA-256. A
// file that no record names any more stays: undo may bring the record back.
package vault

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"visitdesk/data/career"
)

// Office is the name of the office's file in its folder.
const Office = "office.db"

// Folder returns the folder that an office lies in unless the user chooses
// another: on this computer only, never in a profile that travels.
func Folder() (string, error) {
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" && runtime.GOOS == "linux" {
		return filepath.Join(dir, "visitdesk"), nil
	}
	switch runtime.GOOS {
	case "windows", "darwin":
		dir, err := os.UserCacheDir() // %LocalAppData%, ~/Library/Caches
		if err != nil {
			return "", fmt.Errorf("find the data folder: %w", err)
		}
		if runtime.GOOS == "darwin" {
			dir = filepath.Join(filepath.Dir(dir), "Application Support")
		}
		return filepath.Join(dir, "visitdesk"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("find the data folder: %w", err)
	}
	return filepath.Join(home, ".local", "share", "visitdesk"), nil
}

// keepOut is how long a paper stays in the outbox, and a draft that a crash left
// among the attachments.
const keepOut = 24 * time.Hour

// Outbox returns the folder for papers on their way to a printer or a viewer.
// It is the user's own, which a folder for everybody's temporary files is not;
// papers older than a day are removed from it.
func Outbox() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("find the outbox: %w", err)
	}
	folder := filepath.Join(cache, "visitdesk", "outbox")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("make the outbox: %w", err)
	}
	if err := sweep(folder, ""); err != nil {
		return "", fmt.Errorf("look into the outbox: %w", err)
	}
	return folder, nil
}

// sweep removes the files of a folder that are older than a day and whose names
// begin so.
func sweep(folder, beginning string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err == nil && strings.HasPrefix(entry.Name(), beginning) && time.Since(info.ModTime()) > keepOut {
			os.Remove(filepath.Join(folder, entry.Name())) // a viewer may hold it open: next time
		}
	}
	return nil
}

// Write makes the file whole or not at all: what fill writes goes to a new file
// in the same folder, is forced to the disk and then takes the name. If
// anything fails, the file that was there before is untouched.
func Write(file string, fill func(io.Writer) error) error {
	draft, err := writeDraft(filepath.Dir(file), fill)
	if err == nil {
		err = Settle(draft, file)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	return nil
}

// unfinished begins the names of drafts.
const unfinished = ".visitdesk-"

// writeDraft makes a new file in the folder, forced to the disk, and returns its
// name; nothing stays if that fails, with career.ErrFull or ErrReadOnly if that
// is why.
func writeDraft(folder string, fill func(io.Writer) error) (name string, err error) {
	fresh, err := os.CreateTemp(folder, unfinished+"*")
	if err != nil {
		return "", explain(err)
	}
	defer func() {
		if err != nil {
			fresh.Close()
			os.Remove(fresh.Name())
			err = explain(err)
		}
	}()
	buffered := bufio.NewWriter(fresh)
	if err := fill(buffered); err != nil {
		return "", err
	}
	if err := buffered.Flush(); err != nil {
		return "", err
	}
	if err := fresh.Sync(); err != nil {
		return "", err
	}
	return fresh.Name(), fresh.Close()
}

// makeFolder makes a folder in one that is there, and forces its name to the
// disk: what is written into it must not go with it at a power cut.
func makeFolder(folder string) error {
	if err := os.Mkdir(folder, 0o700); err == nil {
		syncFolder(filepath.Dir(folder))
		return nil
	}
	return explain(os.MkdirAll(folder, 0o700)) // there already, or says why not
}

// explain puts what the system says of a disk into career's words.
func explain(err error) error {
	switch {
	case isOne(err, fullDisk):
		return fmt.Errorf("%w: %w", career.ErrFull, err)
	case isOne(err, lockedDisk):
		return fmt.Errorf("%w: %w", career.ErrReadOnly, err)
	}
	return err
}

func isOne(err error, list []error) bool {
	return slices.ContainsFunc(list, func(one error) bool { return errors.Is(err, one) })
}

// Settle gives a draft that lies beside the file the file's name, once a virus
// scanner lets go of it, or removes it.
func Settle(draft, file string) error {
	if err := rename(draft, file); err != nil {
		return errors.Join(err, os.Remove(draft))
	}
	syncFolder(filepath.Dir(file))
	return nil
}

// patience is how often a rename is tried: a virus scanner may hold a new file
// for a moment.
const patience = 10

func rename(from, to string) (err error) {
	for try := range patience {
		if err = os.Rename(from, to); err == nil || runtime.GOOS != "windows" {
			return err
		}
		time.Sleep(time.Duration(try+1) * 10 * time.Millisecond)
	}
	return err
}

// syncFolder forces the new name to the disk. A system that cannot do so for a
// folder still has the file's contents, so its refusal is no failure.
func syncFolder(folder string) {
	if dir, err := os.Open(folder); err == nil {
		_ = dir.Sync()
		dir.Close()
	}
}
