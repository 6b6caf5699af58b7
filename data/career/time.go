package career

import "time"

type (
	// Date is a day of the calendar, "2026-11-21"; empty when unknown. Dates
	// compare as strings.
	Date string

	// Moment is a local date and time as written on an invitation,
	// "2026-11-21T09:30"; a bare date when the hour is open, empty when
	// unknown. It carries no zone: a visit takes place where it takes place.
	// Moments compare as strings.
	Moment string

	// Stamp is a point in time in UTC to the millisecond,
	// "2026-11-20T08:30:00.000Z". Stamps compare as strings.
	Stamp string
)

const (
	dateLayout   = "2006-01-02"
	momentLayout = "2006-01-02T15:04"
	stampLayout  = "2006-01-02T15:04:05.000Z"
)

// DateOf returns the day that t falls on where t is.
func DateOf(t time.Time) Date { return Date(t.Format(dateLayout)) }

// StampOf returns t to the millisecond.
func StampOf(t time.Time) Stamp { return Stamp(t.UTC().Format(stampLayout)) }

// Time returns midnight of d in UTC, or the zero time if d is no date.
func (d Date) Time() time.Time {
	t, _ := time.Parse(dateLayout, string(d))
	return t
}

// Valid reports whether d is a day of the calendar.
func (d Date) Valid() bool {
	t, err := time.Parse(dateLayout, string(d))
	return err == nil && t.Format(dateLayout) == string(d)
}

// Span returns the first and the last day of what d stands for: of a day, of the
// month "2024-03" or of the year "2024". That is how much is known of when
// somebody took up a post. Both are empty if d is none of these.
func (d Date) Span() (first, last Date) {
	for _, layout := range []string{dateLayout, "2006-01", "2006"} {
		t, err := time.Parse(layout, string(d))
		if err != nil || t.Format(layout) != string(d) {
			continue
		}
		end := t
		switch len(d) {
		case len("2006-01"):
			end = t.AddDate(0, 1, -1)
		case len("2006"):
			end = t.AddDate(1, 0, -1)
		}
		return DateOf(t), DateOf(end)
	}
	return "", ""
}

// Add returns the date n days after d, or d itself if it is no date.
func (d Date) Add(n int) Date {
	if !d.Valid() {
		return d
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// Until returns the days from d to e, negative if e is earlier, and 0 if either
// is no date.
func (d Date) Until(e Date) int {
	if !d.Valid() || !e.Valid() {
		return 0
	}
	return int(e.Time().Sub(d.Time()).Hours() / 24)
}

// Year returns the year of d, or 0 if it is no date.
func (d Date) Year() int {
	if !d.Valid() {
		return 0
	}
	return d.Time().Year()
}

// At returns d at the given hour, "09:30"; the bare day if clock is empty.
func (d Date) At(clock string) Moment {
	if clock == "" {
		return Moment(d)
	}
	return Moment(string(d) + "T" + clock)
}

// Date returns the day of m.
func (m Moment) Date() Date { return Date(m[:min(len(m), len(dateLayout))]) }

// Clock returns the hour of m, "09:30", or nothing if it is open.
func (m Moment) Clock() string {
	if len(m) <= len(dateLayout) {
		return ""
	}
	return string(m[len(dateLayout)+1:])
}

// Valid reports whether m is a day of the calendar, with or without an hour.
func (m Moment) Valid() bool {
	if len(m) == len(dateLayout) {
		return m.Date().Valid()
	}
	t, err := time.Parse(momentLayout, string(m))
	return err == nil && t.Format(momentLayout) == string(m)
}

// Time returns m as if it were in UTC, or the zero time if it is no moment.
func (m Moment) Time() time.Time {
	if len(m) == len(dateLayout) {
		return m.Date().Time()
	}
	t, _ := time.Parse(momentLayout, string(m))
	return t
}

// Time returns s as a time, or the zero time if it is empty.
func (s Stamp) Time() time.Time {
	t, _ := time.Parse(stampLayout, string(s))
	return t
}
