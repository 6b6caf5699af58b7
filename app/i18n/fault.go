package i18n

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"visitdesk/data/career"
)

// A fault pairs an error with the phrase that tells it.
type fault struct {
	err    error
	phrase string
}

// faults lists what can go wrong in the user's terms, the most telling first.
// Each phrase says what happened, what is safe, what to do, and a code.
var faults = []fault{
	{career.ErrTaken, "fault.taken"},
	{career.ErrConflict, "fault.conflict"},
	{career.ErrInUse, "fault.in_use"},
	{career.ErrNotEmpty, "fault.not_empty"},
	{career.ErrTooNew, "fault.too_new"},
	{career.ErrForeign, "fault.foreign"},
	{career.ErrDamaged, "fault.damaged"},
	{career.ErrGone, "fault.gone"},
	{career.ErrNetwork, "fault.network"},
	{career.ErrTooBig, "fault.too_big"},
	{career.ErrProgram, "fault.runs"},
	{career.ErrAltered, "fault.altered"},
	{career.ErrReadOnly, "fault.read_only"},
	{career.ErrFull, "fault.full"},
	{syscall.ENOSPC, "fault.full"},
	{career.ErrBusy, "fault.busy"},
	{career.ErrNotFound, "fault.not_found"},
	{fs.ErrPermission, "fault.permission"},
	{syscall.EROFS, "fault.permission"},
	{fs.ErrNotExist, "fault.no_folder"},
	{syscall.ENOTDIR, "fault.no_folder"},
	{context.Canceled, "fault.cancelled"},
}

// Fault tells err in the user's words: what happened, what is safe, what to
// do, and a code that a helper can look up. An Invalid is told with all its
// problems, one to a line. Nothing for nil.
func (t Text) Fault(err error) string {
	if err == nil {
		return ""
	}
	var invalid career.Invalid
	if errors.As(err, &invalid) {
		return t("fault.invalid", t.Problems(invalid))
	}
	for _, f := range faults {
		if errors.Is(err, f.err) {
			return t(f.phrase)
		}
	}
	return t("fault.other")
}

// Problems tells each problem on a line of its own.
func (t Text) Problems(problems []career.Problem) string {
	lines := make([]string, len(problems))
	for i, p := range problems {
		lines[i] = t("problem.line", t(p.Field), t(p.Reason))
	}
	return strings.Join(lines, "\n")
}
