package command

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"visitdesk/data/sample"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// draftSuffix marks the file of an office that is not finished. What a kill
// leaves of it, the next run takes away.
const draftSuffix = ".making"

// synth makes a synthetic office of a size in a folder that has no office.
func synth(j *job, args []string) error {
	var size string
	var seed uint64
	words, err := j.parse(args, func(flags *flag.FlagSet) {
		flags.StringVar(&size, "size", sample.Sizes[0].Name, "")
		flags.Uint64Var(&seed, "seed", 1, "")
	})
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return errUsage{j.text("command.too_much", words[0])}
	}
	names, sizes := []string{}, map[string]sample.Size{}
	for _, s := range sample.Sizes {
		names, sizes[s.Name] = append(names, s.Name), s
	}
	if err := j.choice("-size", size, names); err != nil {
		return err
	}
	return j.synthesise(sample.Synthetic{Size: sizes[size], Seed: seed, Today: j.today})
}

// synthesise makes the synthetic office and tells what is in it.
func (j *job) synthesise(y sample.Synthetic) error {
	var counts []store.Count
	file, err := j.found(func(draft string) (err error) {
		counts, err = j.fill(draft, y)
		return err
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(j.Out, j.text("command.synthesised", file))
	j.counts(store.Health{Counts: counts})
	return nil
}

// found makes an office beside its place and moves it there when it is whole, so
// that whatever stops it leaves none behind that is half done.
func (j *job) found(fill func(draft string) error) (file string, err error) {
	file = filepath.Join(j.data, vault.Office)
	if err := vault.Local(j.data); err != nil {
		return "", fmt.Errorf("make %s: %w", file, err)
	}
	if err := vacant(file); err != nil {
		return "", err
	}
	_, before := os.Stat(j.data)
	if err := os.MkdirAll(j.data, 0o700); err != nil {
		return "", fmt.Errorf("make the folder: %w", err)
	}
	draft := file + draftSuffix
	discard(draft)
	err = fill(draft)
	if err == nil {
		err = vacant(file) // that took a minute, in which somebody may have made one
	}
	if err == nil {
		err = vault.Settle(draft, file)
	}
	if err != nil {
		discard(draft)
		if errors.Is(before, os.ErrNotExist) {
			os.Remove(j.data) // stays if anybody else put something there
		}
		return "", err
	}
	return file, nil
}

// fill makes the office in a file of its own. The clock stands still meanwhile,
// so that the same office is the same file.
func (j *job) fill(file string, y sample.Synthetic) (counts []store.Count, err error) {
	// Millions of records live longer than a command does otherwise: memory
	// counts for more than the time to free it.
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	morning := func() time.Time { return y.Today.Time().Add(8 * time.Hour) }
	s, err := store.Open(j.ctx, file, store.Options{Actor: actor(), Now: morning})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	told := 0
	return y.Fill(j.ctx, s, func(done, of int) {
		if tenth := 10 * done / of; tenth > told {
			told = tenth
			fmt.Fprintln(j.Err, j.text("command.synth_made", done, of))
		}
		if done == of {
			fmt.Fprintln(j.Err, j.text("command.synth_indexing"))
		}
	})
}

// discard removes a draft and what the database put beside it.
func discard(draft string) {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal", ".new"} {
		os.Remove(draft + suffix) // what cannot be removed is in the way of the next run, which tells it
	}
}
