package career

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
)

// Scheme (口径) is a versioned rule that says which outcomes count as settled.
// Schemes are data; see the files of assets/schemes.
type Scheme struct {
	ID     string `json:"id"`
	Source string `json:"source"` // the document that sets it
	Valid  Date   `json:"valid"`  // the day from which it holds
	// Settled lists the codes of the numerator.
	Settled []OutcomeCode `json:"settled"`
	// Ignored lists the codes that the denominator leaves out; China's schemes
	// leave out none.
	Ignored []OutcomeCode `json:"ignored"`
	// Known reports whether graduates without an outcome are left out of the
	// denominator.
	Known bool `json:"known"`
}

// ErrNoRule reports an outcome that a scheme does not know.
var ErrNoRule = errors.New("no rule for this outcome")

// DefaultScheme is the ID of the scheme that a university follows unless it
// chooses another: the ministry's present one.
const DefaultScheme = "cn_2024"

// ReadScheme reads the scheme of an ID, or the default one, from its file
// schemes/ID.json.
func ReadScheme(files fs.FS, id string) (Scheme, error) {
	name := "schemes/" + cmp.Or(id, DefaultScheme) + ".json"
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return Scheme{}, fmt.Errorf("read scheme: %w", err)
	}
	var s Scheme
	if err := json.Unmarshal(data, &s); err != nil {
		return Scheme{}, fmt.Errorf("read %s: %w", name, err)
	}
	if s.ID == "" || len(s.Settled) == 0 {
		return Scheme{}, fmt.Errorf("read %s: no settled codes", name)
	}
	return s, nil
}

// Key returns the phrase key of the scheme's name: "scheme.cn_2024".
func (s Scheme) Key() string { return key("scheme", s.ID) }

// Rate (落实率) is a share with the counts behind it. It is never shown
// without them, the scheme and the day.
type Rate struct {
	Settled int // n
	All     int // N
}

// Share returns n/N, 0 to 1, and 0 when N is 0; round only when printing.
func (r Rate) Share() float64 {
	if r.All == 0 {
		return 0
	}
	return float64(r.Settled) / float64(r.All)
}

// Rate counts the graduates that s holds for settled, given how many have each
// outcome; the empty code stands for those whose outcome nobody knows.
// ErrNoRule if a code belongs to none of the official ones.
// Source: 教学厅函〔2021〕19号 and 教就业厅函〔2024〕11号; golden numbers in the tests.
func (s Scheme) Rate(byCode map[OutcomeCode]int) (Rate, error) {
	var r Rate
	for code, n := range byCode {
		parent := code.Parent()
		switch {
		case code == "":
			if !s.Known {
				r.All += n
			}
			continue
		case !slices.Contains(OutcomeCodes, parent):
			return Rate{}, fmt.Errorf("scheme %s, outcome %s: %w", s.ID, code, ErrNoRule)
		case slices.Contains(s.Ignored, parent):
			continue
		}
		r.All += n
		if slices.Contains(s.Settled, parent) {
			r.Settled += n
		}
	}
	return r, nil
}
