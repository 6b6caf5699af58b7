package career

import (
	"slices"
	"strings"
)

// AttachmentID identifies an attachment.
type AttachmentID string

// Attachment (附件) is a file that belongs to one record. The record of it is
// here; its content lies in the office's folder under its hash, once however
// many records it is attached to.
type Attachment struct {
	ID   AttachmentID
	Of   Kind   // the kind of the record it belongs to
	OfID string // and its ID
	Name string // of the file when it was attached: 合作协议.pdf
	Hash string // SHA-256 of the content in 64 hexadecimal digits, small letters
	Size int64  // of the content, in bytes
	Note string // private: never leaves the office
	Kept
}

// Kind returns KindAttachment.
func (a *Attachment) Kind() Kind { return KindAttachment }

// Key returns the ID.
func (a *Attachment) Key() string { return string(a.ID) }

// Check returns an Invalid with all that keeps a from being kept.
func (a *Attachment) Check() error {
	var wrong Invalid
	wrong.add(a.OfID == "" || a.Of == KindAttachment || !slices.Contains(Kinds, a.Of), "attachment.of", "problem.missing")
	wrong.add(blank(a.Name), "attachment.name", "problem.missing")
	wrong.add(len(a.Hash) != 64 || strings.Trim(a.Hash, "0123456789abcdef") != "", "attachment.hash", "problem.missing")
	wrong.add(a.Size < 0, "attachment.size", "problem.negative")
	return wrong.err()
}
