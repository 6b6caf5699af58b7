// Package command does the program's jobs without a window: for a terminal, for
// a script, and for a PC whose graphics cannot open one.
//
//	visitdesk sample -data DIR [-today DATE]
//	visitdesk synth  -data DIR [-size small|office|large] [-seed N] [-today DATE]
//	visitdesk brief  -data DIR [-visit next|ID] [-lang zh|en] [-level L0..L3] [-reason WHY] [-today DATE] -o FILE.pdf
//	visitdesk list   -data DIR employers|people|visits|graduates [-find WORDS] [-json]
//	visitdesk check  -data DIR [-json]
//
// It answers on the standard output and complains on the standard error, in the
// language of the system or that of -lang. It exits with 0 when the job is done,
// 1 when it failed and 2 when it was called wrongly.
package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"visitdesk/app/i18n"
	"visitdesk/data/career"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// Exit codes.
const (
	Done  = 0
	Fault = 1
	Usage = 2
)

// A Terminal is where a command speaks, and what it takes from its
// surroundings.
type Terminal struct {
	Out, Err io.Writer
	Getenv   func(string) string
	Now      func() time.Time
	Version  string // of the program
}

// System returns the terminal that the program of a version was started in.
func System(version string) Terminal {
	return Terminal{Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now, Version: version}
}

// A job is one command at work.
type job struct {
	Terminal
	ctx   context.Context
	files fs.FS
	text  i18n.Text
	flags *flag.FlagSet
	data  string // the office's folder
	today career.Date
	at    time.Time
	json  bool
}

// jobs maps each command's name to what it does with the words after its
// flags; its usage is the phrase "command.NAME".
var jobs = map[string]func(*job, []string) error{
	"sample": sampleOffice,
	"synth":  synth,
	"brief":  brief,
	"list":   list,
	"check":  check,
}

// errUsage reports a command called wrongly; the phrase says how.
type errUsage struct{ phrase string }

func (e errUsage) Error() string { return e.phrase }

// Run does what args ask and returns the exit code. files are the program's
// assets.
func Run(ctx context.Context, files fs.FS, args []string, term Terminal) int {
	// A command lives for some milliseconds: collecting garbage every 4 MB
	// would take a tenth of them.
	defer debug.SetGCPercent(debug.SetGCPercent(800))
	j := &job{Terminal: term, ctx: ctx, files: files}
	text, err := i18n.Load(files, language(term.Getenv))
	if err != nil {
		fmt.Fprintln(term.Err, "visitdesk:", err)
		return Fault
	}
	j.text = text
	switch {
	case len(args) > 0 && slices.Contains([]string{"-h", "-help", "--help", "help"}, args[0]):
		fmt.Fprintln(j.Out, j.text("command.all"))
		return Done
	case len(args) > 0 && slices.Contains([]string{"-version", "--version", "version"}, args[0]):
		fmt.Fprintln(j.Out, "visitdesk", term.Version)
		return Done
	case len(args) == 0 || jobs[args[0]] == nil:
		j.usage("command.all")
		return Usage
	}
	name := args[0]
	err = jobs[name](j, args[1:])
	var usage errUsage
	switch {
	case err == nil:
		return Done
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintln(j.Out, j.text("command."+name))
		return Done
	case errors.As(err, &usage):
		fmt.Fprintln(j.Err, usage.phrase)
		j.usage("command." + name)
		return Usage
	}
	fmt.Fprintf(j.Err, "%s\n(%v)\n", j.explain(err), err)
	return Fault
}

// language is the one that the environment asks for: Chinese where it speaks
// Chinese, English elsewhere.
func language(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			if strings.HasPrefix(value, "zh") {
				return "zh"
			}
			return "en"
		}
	}
	return "en"
}

func (j *job) usage(phrase string) { fmt.Fprintln(j.Err, j.text(phrase)) }

// explain tells err in the user's words.
func (j *job) explain(err error) string {
	for own, phrase := range map[error]string{errNoOffice: "command.no_office", errOccupied: "command.occupied", errNoVisit: "command.no_visit"} {
		if errors.Is(err, own) {
			return j.text(phrase)
		}
	}
	return j.text.Fault(err)
}

var (
	errNoOffice = errors.New("no office in this folder")
	errOccupied = errors.New("there is an office in this folder already")
	errNoVisit  = errors.New("no visit ahead")
)

// parse reads the flags that every command knows, those that own adds, and the
// words between them.
func (j *job) parse(args []string, own func(*flag.FlagSet)) ([]string, error) {
	j.flags = flag.NewFlagSet("visitdesk", flag.ContinueOnError)
	j.flags.SetOutput(io.Discard)
	j.flags.StringVar(&j.data, "data", "", "")
	today := j.flags.String("today", "", "")
	if own != nil {
		own(j.flags)
	}
	var words []string
	for len(args) > 0 {
		if err := j.flags.Parse(args); errors.Is(err, flag.ErrHelp) {
			return nil, err
		} else if err != nil {
			return nil, errUsage{err.Error()}
		}
		if args = j.flags.Args(); len(args) > 0 {
			words, args = append(words, args[0]), args[1:]
		}
	}
	if j.data == "" {
		return nil, errUsage{j.text("command.which_data")}
	}
	j.at = j.Now()
	j.today = career.DateOf(j.at)
	if *today != "" {
		j.today = career.Date(*today)
		if !j.today.Valid() {
			return nil, errUsage{j.text("command.which_today", *today)}
		}
		j.at = j.today.Time().Add(8 * time.Hour) // a given day makes the same paper twice
	}
	return words, nil
}

// choice reports, as an errUsage, a value that is none of those allowed.
func (j *job) choice(name, value string, allowed []string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return errUsage{j.text("command.choice", name, value, strings.Join(allowed, ", "))}
}

// open opens the office of the folder, which must be there.
func (j *job) open() (*store.Store, error) {
	file := filepath.Join(j.data, vault.Office)
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("open %s: %w", file, errNoOffice)
	}
	if err := vault.Local(j.data); err != nil {
		return nil, fmt.Errorf("open %s: %w", file, err)
	}
	return store.Open(j.ctx, file, store.Options{Actor: actor(), Now: j.Now})
}

// actor names who is at the keyboard.
func actor() string {
	if u, err := user.Current(); err == nil {
		if u.Name != "" {
			return u.Name
		}
		return u.Username
	}
	return ""
}
