// Package career holds the nouns of a university's employment office: the
// employers it works with and the people there, the visits and meetings, what
// was promised, and what became of the graduates.
//
// It is the middle of the house and imports the standard library only, so its
// rules can be read, tested and trusted without a screen, a database or paper.
//
// Every noun that is kept has a Check, which returns at once all that keeps it
// from being kept, and may have Doubts, which are worth a look and never block.
// Both speak in phrase keys, so that any language can tell them. The package
// knows no clock: whoever asks says which day it is.
package career

import (
	"errors"
	"strings"
)

var (
	// ErrNotFound reports a record that is not, or no longer, in the office.
	ErrNotFound = errors.New("not found")

	// ErrTaken reports a record that repeats what must be unique, such as a
	// second employer of one USCC.
	ErrTaken = errors.New("already taken")

	// ErrConflict reports a record that somebody else saved since it was read.
	ErrConflict = errors.New("changed since it was read")

	// ErrInUse reports a record that others refer to and that must stay.
	ErrInUse = errors.New("in use by other records")

	// ErrNotEmpty reports an office that was to be filled and has records of
	// its own.
	ErrNotEmpty = errors.New("not empty")

	// ErrTooNew reports an office written by a newer version of the program.
	ErrTooNew = errors.New("written by a newer version of the program")

	// ErrForeign reports a file that is not an office of ours.
	ErrForeign = errors.New("not an office file")

	// ErrDamaged reports an office file that the database cannot read.
	ErrDamaged = errors.New("damaged")

	// ErrReadOnly reports an office, or its folder, that cannot be written to.
	ErrReadOnly = errors.New("read-only")

	// ErrFull reports a disk with no room left.
	ErrFull = errors.New("disk full")

	// ErrGone reports an office whose file or folder was taken away, or replaced,
	// while it was open.
	ErrGone = errors.New("not where it was")

	// ErrBusy reports an office that another program keeps busy.
	ErrBusy = errors.New("busy")

	// ErrNetwork reports a folder on another computer.
	ErrNetwork = errors.New("on a network")

	// ErrTooBig reports a file larger than can be attached.
	ErrTooBig = errors.New("too big")

	// ErrProgram reports a file that would run if it were opened.
	ErrProgram = errors.New("a program")

	// ErrAltered reports the content of a file that is lost, or is not what was
	// attached.
	ErrAltered = errors.New("lost or altered")
)

// Kept is what the office keeps of every record beside its own facts.
type Kept struct {
	Version int   // counts the saves; 0 before the first
	Created Stamp // when it was first saved
	Updated Stamp // when it was last saved
	Deleted Stamp // when it was deleted; empty while it lives
	Sample  bool  // belongs to the sample office
}

// Noun is a record that the office keeps under an ID of its own. All its
// implementations are in this package, as pointers: *Employer, *Visit …
type Noun interface {
	// Kind names the noun, as its table and its phrases do: "employer".
	Kind() Kind
	// Key is the record's ID; empty before the first save.
	Key() string
	// Check returns an Invalid that lists all that keeps the record from being
	// kept, or nil.
	Check() error
}

// Kind names a noun in history, search and phrases.
type Kind string

// The kinds of nouns.
const (
	KindEmployer   Kind = "employer"
	KindContact    Kind = "contact"
	KindColleague  Kind = "colleague"
	KindVisit      Kind = "visit"
	KindMeeting    Kind = "meeting"
	KindCommitment Kind = "commitment"
	KindDemand     Kind = "demand"
	KindAgreement  Kind = "agreement"
	KindFeedback   Kind = "feedback"
	KindGraduate   Kind = "graduate"
	KindOutcome    Kind = "outcome"
	KindCohort     Kind = "cohort"
	KindCampaign   Kind = "campaign"
	KindUniversity Kind = "university"
	KindAttachment Kind = "attachment"
)

// Kinds lists the kinds of nouns in the order in which a newcomer meets them.
var Kinds = []Kind{KindUniversity, KindColleague, KindEmployer, KindContact, KindVisit, KindMeeting, KindCommitment, KindDemand,
	KindAgreement, KindFeedback, KindCohort, KindGraduate, KindOutcome, KindCampaign, KindAttachment}

// Invalid is the error of a record that cannot be kept. It lists every problem
// at once, so that a form can mark all its fields.
type Invalid []Problem

// Problem names a field and what is wrong with it, both as phrase keys:
// {"employer.name", "problem.missing"}.
type Problem struct{ Field, Reason string }

func (i Invalid) Error() string {
	list := make([]string, len(i))
	for k, p := range i {
		list[k] = p.Field + " " + p.Reason
	}
	return strings.Join(list, "; ")
}

// add notes that field suffers from reason when wrong holds.
func (i *Invalid) add(wrong bool, field, reason string) {
	if wrong {
		*i = append(*i, Problem{field, reason})
	}
}

// err returns i as an error, nil when there are no problems: a nil Invalid in
// an error would not be a nil error.
func (i Invalid) err() error {
	if len(i) == 0 {
		return nil
	}
	return i
}

// blank reports whether s shows nothing.
func blank(s string) bool { return strings.TrimSpace(s) == "" }
