// Package briefing writes the paper the president carries on a visit: one page
// that says it all, then the sections behind it.
//
// It decides what is said, to whom and in which order, and nothing else. The
// facts come in as a Dossier, already cut to the level of the reader; how the
// paper looks is up to package typeset. It reads no database, clock or font, so
// the same dossier always gives the same document.
//
// To add a section, write its function in a file of its own and name it in
// Sections; its heading is the phrase of its key.
package briefing

import (
	"strconv"
	"strings"
	"time"

	"visitdesk/app/document"
	"visitdesk/app/i18n"
	"visitdesk/data/career"
)

// A Section is one part of the briefing after page one.
type Section struct {
	// Key is the phrase key of its heading, and its name in the list of
	// sections a user switches on and off.
	Key string
	// Write says what the section says: no blocks when there is nothing to
	// say, and the section is left out. Compose adds key and title.
	Write func(Paper) document.Section
}

// Sections lists every section in printing order.
var Sections = []Section{
	{"briefing.agenda", agenda},
	{"briefing.employer", employer},
	{"briefing.people", people},
	{"briefing.history", history},
	{"briefing.graduates", graduates},
	{"briefing.supply", supply},
	{"briefing.university", university},
	{"briefing.points", points},
	{"briefing.minutes", minutes},
	{"briefing.notes", notes},
}

// Options are what a print job chooses.
type Options struct {
	Sections  []string      // keys, in the order to print; nil for all
	Scheme    career.Scheme // the rule of the rate; the zero Scheme prints none
	PrintedBy string
	At        time.Time // of printing; the zero time leaves it out
	Copy      int       // number of this copy; 0 leaves it out
}

// Paper is what a section is written from: the facts, the language and the
// choices.
type Paper struct {
	career.Dossier
	Options
	Text i18n.Text
}

// Compose writes the briefing of the dossier's visit.
func Compose(d career.Dossier, text i18n.Text, o Options) document.Document {
	p := Paper{Dossier: d, Options: o, Text: text}
	doc := document.Document{
		Language: text.Language(),
		Title:    p.title(),
		Subtitle: p.subtitle(),
		Author:   p.house(),
		Subject:  text("briefing.subject"),
		Keywords: text.List(filled(d.Employer.Name, d.University.Name)),
		Number:   p.number(),
		Mark:     text(marks[d.Level]),
		Foot:     p.foot(),
		PageNo:   text("briefing.page_no"),
		Written:  o.At,
	}
	if versions := front(p); d.Level != career.L3 {
		doc.Front = document.Front{Name: text("briefing.front"), Versions: versions}
	} else if len(versions[0]) > 0 { // read, not carried: it needs no page of its own
		doc.Sections = []document.Section{{Key: "briefing.front", Blocks: versions[0]}}
	}
	number := 0
	for _, s := range chosen(o.Sections) {
		section := s.Write(p)
		if len(section.Blocks) == 0 {
			continue
		}
		section.Key = s.Key
		section.Title = text("briefing.numbered", p.ordinal(number), text(s.Key))
		doc.Sections = append(doc.Sections, section)
		number++
	}
	return doc
}

// marks are boxed in the head of every page, by level.
var marks = [...]string{
	career.L0: "briefing.mark_l0",
	career.L1: "briefing.mark_l1",
	career.L2: "briefing.mark_l2",
	career.L3: "briefing.mark_l3",
}

// ordinal returns the number of the i-th section, as a heading counts: 一, 1.
func (p Paper) ordinal(i int) string {
	if list := strings.Fields(p.Text("briefing.ordinals")); i < len(list) {
		return list[i]
	}
	return strconv.Itoa(i + 1)
}

// chosen returns the sections of the keys, in their order; all for nil.
func chosen(keys []string) []Section {
	if keys == nil {
		return Sections
	}
	var list []Section
	for _, key := range keys {
		for _, s := range Sections {
			if s.Key == key {
				list = append(list, s)
			}
		}
	}
	return list
}

// titleWidth is the room for a name in the title, in hanzi; the employer
// section has the name in full.
const titleWidth = 40

// title names the paper for its reader: what goes to the employer or to the
// public is not called a briefing.
func (p Paper) title() string {
	name := cut(p.Employer.Name, titleWidth)
	if strings.TrimSpace(name) == "" {
		return p.Text("briefing.title")
	}
	switch {
	case p.Level == career.L2:
		return p.Text("briefing.title_l2", name, cut(p.house(), titleWidth))
	case p.Level == career.L3:
		return p.Text("briefing.title_l3", name)
	case p.Visit.Direction == career.In:
		return p.Text("briefing.title_in", name)
	}
	return p.Text("briefing.title_out", name)
}

// subtitle says when and in which way the two sides meet.
func (p Paper) subtitle() string {
	return strings.Join(filled(p.when(&p.Visit), p.way(p.Visit.Direction), p.Text(p.Visit.Mode.Key())), " · ")
}

// house returns the university's name in the language of the paper.
func (p Paper) house() string {
	if p.Text.Language() != "zh" && p.University.EnglishName != "" {
		return p.University.EnglishName
	}
	return p.University.Name
}

// number is the line under the house: the office and the day.
func (p Paper) number() string {
	day := p.Text.Date(p.At)
	if day == "" {
		day = p.day(p.Today)
	}
	return strings.Join(filled(p.University.Office, day), "　")
}

// foot says who printed the paper and that it stays in the house; a paper that
// leaves it names the house only.
func (p Paper) foot() string {
	switch p.Level {
	case career.L2:
		return p.Text("briefing.foot_l2", p.house())
	case career.L3:
		return p.house()
	}
	parts := []string{p.Text("briefing.foot"), p.Text(p.Level.Key())}
	if p.PrintedBy != "" {
		parts = append(parts, p.Text("briefing.printed_by", p.PrintedBy))
	}
	if !p.At.IsZero() {
		parts = append(parts, p.Text.Date(p.At)+" "+p.At.Format("15:04"))
	}
	if p.Copy > 0 {
		parts = append(parts, p.Text("briefing.copy", p.Copy))
	}
	return strings.Join(parts, " · ")
}
