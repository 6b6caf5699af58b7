//go:build !windows

package printer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// printers asks CUPS, which macOS and Linux print with.
func printers(ctx context.Context) ([]string, error) {
	out, err := run(ctx, "lpstat", "-e") // also network printers not yet set up
	if err != nil {
		out, err = run(ctx, "lpstat", "-a") // before CUPS 1.7
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		// No CUPS, not running, or none set up, for which lpstat also exits 1:
		// there is nothing to print on.
		return nil, nil
	}
	var names []string
	for line := range strings.Lines(out) {
		if fields := strings.Fields(line); len(fields) > 0 {
			names = append(names, fields[0])
		}
	}
	return names, nil
}

func submit(ctx context.Context, file string, o Options) (string, error) {
	args := []string{"-n", strconv.Itoa(o.Copies), "-t", o.Title}
	if o.Printer != "" {
		args = append(args, "-d", o.Printer)
	}
	if o.Duplex {
		args = append(args, "-o", "sides=two-sided-long-edge")
	} else {
		args = append(args, "-o", "sides=one-sided")
	}
	out, err := run(ctx, "lp", append(args, file)...)
	if errors.Is(err, exec.ErrNotFound) {
		return "", fmt.Errorf("%w: lp is not installed", ErrNoPrinter)
	}
	if err != nil {
		return "", err
	}
	// request id is office-42 (1 file(s))
	_, job, _ := strings.Cut(out, "request id is ")
	job, _, _ = strings.Cut(strings.TrimSpace(job), " ")
	return job, nil
}

// run returns what a command prints. Its messages are asked for in English, as
// the one language that is the same everywhere.
func run(ctx context.Context, name string, args ...string) (string, error) {
	command := exec.CommandContext(ctx, name, args...)
	command.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	var complaint bytes.Buffer
	command.Stderr = &complaint
	out, err := command.Output()
	if err != nil {
		if said := strings.TrimSpace(complaint.String()); said != "" {
			return "", fmt.Errorf("%s: %s: %w", name, said, err)
		}
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return string(out), nil
}
