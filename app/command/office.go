package command

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"

	"visitdesk/data/career"
	"visitdesk/data/sample"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// sampleOffice makes an office out of the sample in a folder that has none.
func sampleOffice(j *job, args []string) error {
	words, err := j.parse(args, nil)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return errUsage{j.text("command.too_much", words[0])}
	}
	leave, err := vault.Enter(j.ctx, j.data)
	if err != nil {
		return err
	}
	defer leave()
	var health store.Health
	file, err := j.found(func(draft string) (err error) {
		health, err = j.fillSample(draft)
		return err
	})
	if err != nil {
		return err
	}
	fmt.Fprintln(j.Out, j.text("command.sampled", file))
	j.counts(health)
	return nil
}

// fillSample makes the sample in a file of its own.
func (j *job) fillSample(file string) (health store.Health, err error) {
	s, err := store.Open(j.ctx, file, store.Options{Actor: actor(), Now: j.Now})
	if err != nil {
		return health, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if err := sample.Office(j.ctx, s, j.today); err != nil {
		return health, err
	}
	return s.Health(j.ctx)
}

// vacant returns errOccupied if there is an office already.
func vacant(file string) error {
	if _, err := os.Stat(file); err == nil {
		return fmt.Errorf("%s: %w", file, errOccupied)
	}
	return nil
}

// check looks whether the office's file is whole.
func check(j *job, args []string) error {
	words, err := j.parse(args, func(flags *flag.FlagSet) { flags.BoolVar(&j.json, "json", false, "") })
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return errUsage{j.text("command.too_much", words[0])}
	}
	s, err := j.open()
	if err != nil {
		return err
	}
	defer s.Close()
	health, err := s.Health(j.ctx)
	if err != nil {
		return err
	}
	if j.json {
		if err := j.encode(report(health)); err != nil {
			return err
		}
	} else {
		j.counts(health)
	}
	if err := health.Err(); err != nil {
		return err
	}
	if !j.json {
		fmt.Fprintln(j.Out, j.text("command.whole"))
	}
	return nil
}

// report names what was found as JSON does.
func report(health store.Health) map[string]any {
	counts := map[career.Kind]int{}
	for _, c := range health.Counts {
		counts[c.Kind] = c.Count
	}
	return map[string]any{
		"whole": health.Err() == nil, "faults": append([]string{}, health.Faults...), "dangling": health.Dangling,
		"schema": health.Schema, "program": health.Program, "counts": counts,
	}
}

// counts tells how many records of each kind there are.
func (j *job) counts(health store.Health) {
	var rows [][]string
	for _, c := range health.Counts {
		rows = append(rows, []string{j.text("noun." + string(c.Kind)), fmt.Sprint(c.Count)})
	}
	writeTable(j.Out, rows)
}

func (j *job) encode(value any) error {
	encoder := json.NewEncoder(j.Out)
	encoder.SetIndent("", "\t")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}
