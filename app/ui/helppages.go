package ui

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"visitdesk/data/match"
)

// The help is a folder of pages for each language, help/zh/visits.md. A page is
// plain text with few marks, each on a line of its own: "# " its title, "## " a
// part, "- " and "1. " lists, "[words](page)" links, {keys} the table of keys.
// There are no marks within a line: each further style of letters would have
// the font read once more.

// helpOrder is the order of the contents; further pages come after these.
var helpOrder = []string{"first_visit", "today", "visits", "employers", "people", "meetings", "commitments", "preview", "levels",
	"form", "find", "settings", "backup", "privacy", "keys"}

// helpPage is a page of the help.
type helpPage struct {
	name, title string
	blocks      []helpBlock
	snippet     string // the line that was found in it
}

type helpKind int

const (
	helpText helpKind = iota
	helpHeading
	helpItem
	helpLinks
	helpKeys
)

// helpBlock is a line of a page.
type helpBlock struct {
	kind  helpKind
	mark  string // of an item: • or its number
	text  string
	links []helpLink
}

type helpLink struct{ words, page string }

// readHelp reads all pages of a language, in the order of the contents.
func readHelp(files fs.FS, language string) ([]helpPage, error) {
	names, err := fs.Glob(files, "help/"+language+"/*.md")
	if err == nil && len(names) == 0 {
		err = fs.ErrNotExist
	}
	if err != nil {
		return nil, fmt.Errorf("read the help in %q: %w", language, err)
	}
	pages := make([]helpPage, len(names))
	for i, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("read the help: %w", err)
		}
		pages[i] = parseHelp(strings.TrimSuffix(path.Base(name), ".md"), string(data))
	}
	place := func(p helpPage) int {
		if i := slices.Index(helpOrder, p.name); i >= 0 {
			return i
		}
		return len(helpOrder)
	}
	slices.SortStableFunc(pages, func(a, b helpPage) int { return cmp.Compare(place(a), place(b)) })
	return pages, nil
}

// parseHelp reads a page. Lines that follow each other are one paragraph.
func parseHelp(name, text string) helpPage {
	page := helpPage{name: name}
	for part := range strings.SplitSeq(text, "\n") {
		line := strings.TrimSpace(part)
		number, rest, numbered := strings.Cut(line, ". ")
		switch {
		case line == "":
		case strings.HasPrefix(line, "# "):
			page.title = line[2:]
		case strings.HasPrefix(line, "## "):
			page.blocks = append(page.blocks, helpBlock{kind: helpHeading, text: line[3:]})
		case strings.HasPrefix(line, "- "):
			page.blocks = append(page.blocks, helpBlock{kind: helpItem, mark: "•", text: line[2:]})
		case line == "{keys}":
			page.blocks = append(page.blocks, helpBlock{kind: helpKeys})
		case line[0] == '[':
			page.blocks = append(page.blocks, helpBlock{kind: helpLinks, links: parseLinks(line)})
		case numbered && strings.Trim(number, "0123456789") == "":
			page.blocks = append(page.blocks, helpBlock{kind: helpItem, mark: number + ".", text: rest})
		default:
			page.blocks = append(page.blocks, helpBlock{text: line})
		}
	}
	return page
}

// parseLinks reads a line of links: [words](page) [words](page).
func parseLinks(line string) []helpLink {
	var links []helpLink
	for part := range strings.SplitSeq(line, "[") {
		words, to, ok := strings.Cut(part, "](")
		if !ok {
			continue
		}
		to, _, _ = strings.Cut(to, ")")
		links = append(links, helpLink{words, to})
	}
	return links
}

// found returns the pages that hold the words, those whose title does first; all
// of them for no words. Letters also find hanzi by their pinyin.
func found(pages []helpPage, words string) []helpPage {
	words = match.Fold(strings.TrimSpace(words))
	if words == "" {
		return pages
	}
	var list []helpPage
	var ranks []int
	for _, p := range pages {
		if rank, snippet := p.holds(words); rank >= 0 {
			p.snippet = snippet
			at, _ := slices.BinarySearch(ranks, rank+1) // after those of its rank
			list, ranks = slices.Insert(list, at, p), slices.Insert(ranks, at, rank)
		}
	}
	return list
}

// holds reports where a page holds folded words: 0 in its title, 1 in the head
// of a part, 2 in its text, with the line they are in; -1 if nowhere.
func (p helpPage) holds(words string) (int, string) {
	if says(p.title, words, 2) {
		return 0, ""
	}
	for rank, kinds := range [][]helpKind{1: {helpHeading}, 2: {helpText, helpItem}} {
		for _, b := range p.blocks {
			if slices.Contains(kinds, b.kind) && says(b.text, words, 2+2*rank-2) {
				return rank, shortened(b.text, 40)
			}
		}
	}
	return -1, ""
}

// says reports whether a line holds words as they are, or as the pinyin or its
// initials if they are at least so many letters: fewer are found anywhere.
func says(line, words string, letters int) bool {
	if strings.Contains(match.Fold(line), words) {
		return true
	}
	key := strings.ReplaceAll(words, " ", "")
	if len(key) < letters || !match.Latin(key) || match.Latin(line) {
		return false
	}
	py, pyi := match.Keys(line)
	return strings.Contains(py, key) || strings.Contains(pyi, key)
}

// shortened returns the beginning of a line.
func shortened(line string, most int) string {
	if runes := []rune(line); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return line
}
