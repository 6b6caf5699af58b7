package vault

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"visitdesk/data/career"
)

// Largest is the size in bytes of the largest file that can be attached.
const Largest = 200 << 20

// Attach keeps what r holds among the files of the office in folder and returns
// the SHA-256 of it, by which it is found again, and its size. The same content
// is kept once. More than Largest bytes are career.ErrTooBig; nothing of them
// stays.
func Attach(folder string, r io.Reader) (hash string, size int64, err error) {
	files := filepath.Join(folder, "files")
	if err := errors.Join(makeFolder(files), sweep(files, unfinished)); err != nil {
		return "", 0, fmt.Errorf("attach: %w", err)
	}
	sum := sha256.New()
	draft, err := writeDraft(files, func(w io.Writer) (err error) {
		size, err = io.Copy(io.MultiWriter(w, sum), io.LimitReader(r, Largest+1))
		if err == nil && size > Largest {
			err = career.ErrTooBig
		}
		return err
	})
	if err != nil {
		return "", 0, fmt.Errorf("attach: %w", err)
	}
	hash = hex.EncodeToString(sum.Sum(nil))
	to := Attached(folder, hash)
	if err := makeFolder(filepath.Dir(to)); err != nil {
		return "", 0, errors.Join(fmt.Errorf("attach: %w", err), os.Remove(draft))
	}
	// What lies there may be damaged: the new content takes its place.
	if err := Settle(draft, to); err != nil {
		return "", 0, fmt.Errorf("attach: %w", err)
	}
	return hash, size, nil
}

// Attached returns where the content of a hash lies among the files of the
// office in folder; nothing if it is no hash.
func Attached(folder, hash string) string {
	if len(hash) != 2*sha256.Size || strings.Trim(hash, "0123456789abcdef") != "" {
		return ""
	}
	return filepath.Join(folder, "files", hash[:2], hash)
}

// Take puts a copy of an attached file into the folder to, under its name as
// far as that is safe, and returns where: what a viewer does to it does no harm
// to the office. The copy can only be read. One that is there already is used
// again.
//
// career.ErrProgram for a file that would run when it is opened, and
// career.ErrAltered if the content is lost or is not what was attached.
func Take(folder, hash, name, to string) (string, error) {
	if err := safe(folder, hash, name); err != nil {
		return "", fmt.Errorf("take %q: %w", name, err)
	}
	clean := SafeName(name)
	end := filepath.Ext(clean)
	for n := 1; ; n++ {
		file := filepath.Join(to, clean)
		if n > 1 {
			file = filepath.Join(to, fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(clean, end), n, end))
		}
		if _, err := os.Lstat(file); errors.Is(err, fs.ErrNotExist) {
			return file, copyOut(folder, hash, file)
		}
		if holds(file, hash) {
			return file, nil
		}
	}
}

// safe returns an error unless the file may be opened.
func safe(folder, hash, name string) error {
	f, err := os.Open(Attached(folder, hash))
	if err != nil {
		return fmt.Errorf("%w: %w", career.ErrAltered, err)
	}
	defer f.Close()
	head := make([]byte, 64)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	if Program(name, head[:n]) {
		return career.ErrProgram
	}
	return nil
}

// Copy writes the content of an attached file to the file to, which the user
// chose: career.ErrAltered if it is lost or is not what was attached; what was
// there before is untouched then.
func Copy(folder, hash, to string) error {
	draft, err := draftOf(folder, hash, filepath.Dir(to))
	if err == nil {
		err = Settle(draft, to)
	}
	if err != nil {
		return fmt.Errorf("copy %q: %w", to, err)
	}
	return nil
}

// copyOut makes a new file that can only be read of an attached one.
func copyOut(folder, hash, to string) error {
	draft, err := draftOf(folder, hash, filepath.Dir(to))
	if err != nil {
		return fmt.Errorf("copy %q: %w", to, err)
	}
	if err := os.Chmod(draft, 0o400); err != nil {
		return errors.Join(fmt.Errorf("copy %q: %w", to, err), os.Remove(draft))
	}
	return Settle(draft, to)
}

// draftOf copies an attached file to a draft in the folder to, if it holds what
// the hash says.
func draftOf(folder, hash, to string) (draft string, err error) {
	source, err := os.Open(Attached(folder, hash))
	if err != nil {
		return "", fmt.Errorf("%w: %w", career.ErrAltered, err)
	}
	defer source.Close()
	sum := sha256.New()
	return writeDraft(to, func(w io.Writer) error {
		if _, err := io.Copy(io.MultiWriter(w, sum), source); err != nil {
			return err
		}
		if hex.EncodeToString(sum.Sum(nil)) != hash {
			return career.ErrAltered
		}
		return nil
	})
}

// holds reports whether the file has the content of the hash.
func holds(file, hash string) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return err == nil && hex.EncodeToString(sum.Sum(nil)) == hash
}
