package ui

import "visitdesk/data/career"

// A BulkEdit changes one thing of several records at once.
type BulkEdit struct {
	Phrase string // of its command
	// Ask asks what it is to be, and then tells how one record is changed.
	Ask func(then func(change func(career.Noun)))
}
