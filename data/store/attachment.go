package store

import (
	"context"

	"visitdesk/data/career"
)

var attachments = table[career.Attachment]{
	kind: career.KindAttachment,
	kept: func(a *career.Attachment) (*string, *career.Kept) { return (*string)(&a.ID), &a.Kept },
	name: func(a *career.Attachment) string { return a.Name },
	row: func(a *career.Attachment) []column {
		return []column{
			{"of", &a.Of, house},
			{"of_id", ref(&a.OfID, a.Of), house},
			{"name", &a.Name, house},
			{"hash", &a.Hash, house},
			{"size", &a.Size, house},
			{"note", &a.Note, office},
		}
	},
}

// Attachments returns the files attached to a record, in the order in which
// they were.
func (s *Store) Attachments(ctx context.Context, kind career.Kind, id string) (list []career.Attachment, err error) {
	err = s.view(ctx, "attachments", func(v session) (err error) {
		list, err = v.attachments(ctx, kind, id)
		return err
	})
	return list, err
}

func (v session) attachments(ctx context.Context, kind career.Kind, id string) ([]career.Attachment, error) {
	return attachments.list(ctx, v, office, `WHERE r.of_id = $1 AND r."of" = $2 AND r.deleted = '' ORDER BY r.rid`, id, string(kind))
}
