package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"visitdesk/app/i18n"
	"visitdesk/app/papers/briefing"
	"visitdesk/app/pdf"
	"visitdesk/app/typeset"
	"visitdesk/data/career"
	"visitdesk/data/store"
	"visitdesk/data/vault"
)

// An order is what the user wants printed.
type order struct {
	visit, language, level, reason, file string
}

func brief(j *job, args []string) error {
	var o order
	words, err := j.parse(args, func(flags *flag.FlagSet) {
		flags.StringVar(&o.visit, "visit", "next", "")
		flags.StringVar(&o.language, "lang", "zh", "")
		flags.StringVar(&o.level, "level", "L1", "")
		flags.StringVar(&o.reason, "reason", "", "")
		flags.StringVar(&o.file, "o", "", "")
	})
	if err != nil {
		return err
	}
	level, err := j.checkOrder(o, words)
	if err != nil {
		return err
	}
	s, err := j.open()
	if err != nil {
		return err
	}
	defer s.Close()
	dossier, err := j.dossier(s, o.visit, level)
	if err != nil {
		return err
	}
	layout, err := j.layOut(dossier, o)
	if err != nil {
		return err
	}
	if level == career.L0 {
		if err := s.Note(j.ctx, "print", o.reason, &dossier.Visit); err != nil {
			return err
		}
	}
	if err := vault.Write(o.file, func(w io.Writer) error { return pdf.Write(w, layout) }); err != nil {
		return err
	}
	j.tell(dossier, layout, o.file)
	return nil
}

// checkOrder returns the level asked for, or an errUsage.
func (j *job) checkOrder(o order, words []string) (career.Level, error) {
	switch {
	case len(words) > 0:
		return 0, errUsage{j.text("command.too_much", words[0])}
	case o.file == "":
		return 0, errUsage{j.text("command.which_file")}
	}
	if info, err := os.Stat(o.file); err == nil && info.IsDir() {
		return 0, errUsage{j.text("command.a_folder", o.file)}
	}
	if err := j.choice("-lang", o.language, i18n.Languages); err != nil {
		return 0, err
	}
	var names []string
	for _, level := range career.Levels {
		names = append(names, level.String())
	}
	name := strings.ToUpper(o.level)
	if err := j.choice("-level", name, names); err != nil {
		return 0, err
	}
	level := career.Level(slices.Index(names, name))
	if level == career.L0 && o.reason == "" {
		return 0, errUsage{j.text("command.which_reason")}
	}
	return level, nil
}

// dossier reads the visit named, or the next one from today on.
func (j *job) dossier(s *store.Store, visit string, level career.Level) (career.Dossier, error) {
	id := career.VisitID(visit)
	if visit == "next" {
		next, err := s.Next(j.ctx, career.Moment(j.today))
		if errors.Is(err, career.ErrNotFound) {
			return career.Dossier{}, errNoVisit
		} else if err != nil {
			return career.Dossier{}, err
		}
		id = next.ID
	}
	return s.Dossier(j.ctx, id, level, j.today)
}

// layOut composes and sets the paper.
func (j *job) layOut(d career.Dossier, o order) (typeset.Layout, error) {
	text, err := i18n.Load(j.files, o.language)
	if err != nil {
		return typeset.Layout{}, err
	}
	scheme, err := career.ReadScheme(j.files, d.University.Scheme)
	if err != nil {
		return typeset.Layout{}, err
	}
	fonts, err := typeset.OpenFonts(j.files)
	if err != nil {
		return typeset.Layout{}, err
	}
	doc := briefing.Compose(d, text, briefing.Options{Scheme: scheme, PrintedBy: actor(), At: j.at})
	return typeset.Pages(doc, fonts), nil
}

// tell says what was written and what the paper lacks.
func (j *job) tell(d career.Dossier, l typeset.Layout, file string) {
	fmt.Fprintln(j.Out, j.text("command.written", file, len(l.Pages)))
	if missing := briefing.Missing(d); len(missing) > 0 {
		names := make([]string, len(missing))
		for i, m := range missing {
			names[i] = j.text(m.Field)
		}
		fmt.Fprintln(j.Out, j.text("command.missing", j.text.List(names)))
	}
	if len(l.Missing) > 0 {
		fmt.Fprintln(j.Out, j.text("command.glyphs", string(slices.Sorted(maps.Keys(l.Missing)))))
	}
	if len(l.Broken) > 0 {
		fmt.Fprintln(j.Out, j.text("command.photos", j.text.List(l.Broken)))
	}
}
