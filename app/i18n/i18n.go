// Package i18n gives the phrases of the program in one language. Screens and
// papers ask it for phrases by key; neither holds a sentence of its own.
//
// A key is "noun.word". Whole sentences are phrases with arguments, never
// glued together: languages order them differently.
package i18n

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"time"
)

// Text returns the phrase for a key, such as "employer.name", with its %-verbs
// filled from args. A key without a phrase comes back as it is, so that nothing
// goes missing unseen.
type Text func(key string, args ...any) string

// Languages lists the languages there are phrases in, the default first.
var Languages = []string{"zh", "en"}

// Load reads the phrases of one language from the file lang/<language>.json, an
// object of keys and phrases. fs.ErrNotExist if there is no such language.
func Load(files fs.FS, language string) (Text, error) {
	name := "lang/" + language + ".json"
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("load language %q: %w", language, err)
	}
	var phrases map[string]string
	if err := json.Unmarshal(data, &phrases); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return func(key string, args ...any) string {
		phrase, found := phrases[key]
		switch {
		case !found:
			return key
		case len(args) == 0:
			return phrase
		}
		return fmt.Sprintf(phrase, args...)
	}, nil
}

// Language returns the code of the language, "zh" or "en".
func (t Text) Language() string { return t("language.code") }

// Straight returns t with straight quotes in the phrases of languages other than
// Chinese, for where one font serves them all: a Chinese font draws curly quotes
// as wide as a hanzi. What the arguments say is left as it is.
func (t Text) Straight() Text {
	if t.Language() == "zh" {
		return t
	}
	straight := strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`)
	return func(key string, args ...any) string {
		phrase := straight.Replace(t(key))
		if len(args) == 0 {
			return phrase
		}
		return fmt.Sprintf(phrase, args...)
	}
}

// Count returns the phrase for n things: that of key + "_one" for exactly one
// in a language that tells one from many, else that of key. n is the phrase's
// first argument.
func (t Text) Count(key string, n int, args ...any) string {
	args = append([]any{n}, args...)
	if n == 1 {
		one := key + "_one"
		if phrase := t(one); phrase != one {
			return t(one, args...)
		}
	}
	return t(key, args...)
}

// Date returns the day of d as a paper writes it: 2026年11月21日, 21 November
// 2026. Nothing for the zero time.
func (t Text) Date(d time.Time) string {
	if d.IsZero() {
		return ""
	}
	return t("date.day", d.Year(), int(d.Month()), d.Day(), t.month(d))
}

// Weekday returns the day of d with its weekday: 2026年11月21日（星期六）,
// Saturday, 21 November 2026. Nothing for the zero time.
func (t Text) Weekday(d time.Time) string {
	if d.IsZero() {
		return ""
	}
	return t("date.weekday_day", t.Date(d), t("weekday."+strings.ToLower(d.Weekday().String()[:3])))
}

// Month returns the month of d: 2026年11月, November 2026. Nothing for the zero
// time.
func (t Text) Month(d time.Time) string {
	if d.IsZero() {
		return ""
	}
	return t("date.month_year", d.Year(), int(d.Month()), t.month(d))
}

// List joins items as the language does: 甲、乙、丙; a, b, c.
func (t Text) List(items []string) string { return strings.Join(items, t("list.comma")) }

func (t Text) month(d time.Time) string { return t(fmt.Sprintf("month.%d", d.Month())) }
